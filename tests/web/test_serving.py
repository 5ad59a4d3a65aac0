"""The desk as a process: how it starts, what it refuses, how it ends."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import httpx
import pytest
from hostile import STORY
from serving_desk import serving

from headwater.cli.entry import run
from headwater.web.links import link_report

TOKEN = "correct horse battery"


@pytest.fixture
def file(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "desk.db"))


def test_it_answers_and_closes_politely(file: Path) -> None:
    with serving(file) as address, httpx.Client(base_url=address) as client:
        assert client.get("/healthz").text == "ok\n"
        assert client.get(f"/stories/{STORY}").status_code == 200
        assert client.get(f"{link_report('100%.json')}.json").json()["report"]["id"] == "100%.json"
        assert client.get("/stories", headers={"host": "evil.example"}).status_code == 421
        assert client.get("/static/../gate.py").status_code == 404


def test_the_token_is_in_no_answer_and_no_log(file: Path) -> None:
    # serving() itself asserts that nothing but its two lines is printed
    with serving(file, **os.environ, HEADWATER_TOKEN=TOKEN) as address, httpx.Client(base_url=address) as client:
        assert client.get("/stories").status_code == 401
        assert client.get(f"/stories?token={TOKEN}").status_code == 401
        answer = client.get("/stories", headers={"authorization": f"Bearer {TOKEN}"})
        assert answer.status_code == 200
        assert TOKEN not in answer.text


def test_what_cannot_be_served_is_refused_in_a_line(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEADWATER_TOKEN", raising=False)
    store = ["serve", "--store", str(file)]
    assert run([*store, "--host", "0.0.0.0"]) == 2
    assert "--token" in capsys.readouterr().err
    assert run([*store, "--token", "short"]) == 2
    assert "16 characters" in capsys.readouterr().err
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert run([*store, "--port", str(taken.getsockname()[1])]) == 2
    assert "cannot be listened at" in capsys.readouterr().err
    assert run(["serve", "--store", str(tmp_path / "no" / "desk.db")]) == 1
    assert "cannot be opened" in capsys.readouterr().err
