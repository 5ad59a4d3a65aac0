"""docs/desk.md says what is there, and its requests are answered."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

from starlette.testclient import TestClient

from headwater.desk.corrections import KINDS
from headwater.web.routes import ACTIONS, PAGES

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "desk.md").read_text("utf-8")


def test_every_page_and_change_is_named() -> None:
    for part in (*PAGES, *ACTIONS):
        assert f"`{re.sub(':path', '', part.path)}" in TEXT, part.path
    assert [kind for kind in KINDS if f"| `{kind}` |" not in TEXT] == []


def test_its_requests_are_answered(client: TestClient) -> None:
    lines = [shlex.split(line) for line in TEXT.splitlines() if line.startswith("curl ")]
    assert len(lines) == 4
    for words in lines:
        path = words[-1].removeprefix("http://127.0.0.1:8765")
        body = json.loads(words[words.index("-d") + 1]) if "-d" in words else None
        answer = client.post(path, json=body) if body else client.get(path)
        assert answer.status_code == 200, path
        assert answer.json()


def test_its_pictures_are_there_and_small() -> None:
    for name in re.findall(r"\(pictures/([\w.]+)\)", TEXT):
        assert 10_000 < (DOCS / "pictures" / name).stat().st_size < 250_000, name
