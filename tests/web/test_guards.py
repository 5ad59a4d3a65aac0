"""What stands before the pages: hosts, sites, sizes, tokens, headers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hostile import STORY
from starlette.testclient import TestClient

from headwater.web.app import make_app
from headwater.web.gate import Gate
from headwater.web.guards.headers import HEADERS
from headwater.web.guards.sizes import LARGEST_BODY
from headwater.web.place import Place
from headwater.web.routes import ACTIONS, PAGES

TOKEN = "correct horse battery"
OURS = "http://127.0.0.1:8765"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def guarded(place: Place) -> TestClient:
    return TestClient(make_app(replace(place, gate=Gate(token=TOKEN))), base_url=OURS, follow_redirects=False)


def test_every_answer_carries_the_headers(client: TestClient) -> None:
    refused = client.get("/stories", headers={"host": "evil.example"})
    answers = [refused, *(client.get(path) for path in ("/stories", "/stories.json", "/nothing", "/static/desk.css"))]
    for answer in (*answers, client.post("/seen", headers={"origin": "http://evil.example"})):
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        assert "server" not in answer.headers
    policy = HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_a_fault_carries_the_headers_and_tells_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("inner secret")

    monkeypatch.setattr(type(place.store), "connect", fail)
    client = TestClient(make_app(place), base_url=OURS, raise_server_exceptions=False)
    for path in ("/stories", "/stories.json"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:1"])
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    for path in ("/stories", "/stories.json", "/healthz", "/static/desk.css"):
        assert client.get(path, headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": OURS},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "origin": "http://evil.example"},
    ],
)
def test_nothing_is_changed_for_another_site(client: TestClient, headers: dict[str, str]) -> None:
    before = client.get("/stories.json").json()
    for action in ACTIONS:
        path = action.path.partition("{")[0]
        for twin in ("", ".json"):
            assert client.post(f"{path}{STORY if path.endswith('/') else ''}{twin}", headers=headers).status_code == 403
    assert client.get("/stories.json").json() == before


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": OURS}, {"sec-fetch-site": "same-origin", "origin": OURS}, {"sec-fetch-site": "same-origin"}],
)
def test_our_own_pages_and_programs_may_change(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/seen.json", json={"seen": "2000"}, headers=headers).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    for page in PAGES:
        assert client.request(method, page.path.partition("/{")[0]).status_code in (404, 405)


def test_what_is_asked_stays_small(client: TestClient) -> None:
    assert client.get("/search", params={"q": "x" * 5000}).status_code == 414
    assert client.get("/search", params={"q": "x" * 300}).status_code == 400
    assert client.post("/seen", content=b"x" * (LARGEST_BODY + 1), headers={"content-type": FORM}).status_code == 413
    assert client.post("/seen", content=iter([b"x" * 9000] * 9), headers={"content-type": FORM}).status_code == 413
    assert client.post("/seen", content=b"&" * 9000, headers={"content-type": FORM}).status_code == 400
    assert client.post("/seen", content=b"a=1&" * 200, headers={"content-type": FORM}).status_code == 400


@pytest.mark.parametrize(
    "path, body, kind",
    [
        ("/seen", b"\xff\xfe=\x00", FORM),
        ("/seen", b"seen=%FF", FORM),
        ("/seen", b"seen=%00", FORM),
        ("/seen", b'{"seen": "x"}', "application/json"),
        ("/seen.json", b"seen=x", FORM),
        ("/seen.json", b"[1]", "application/json"),
        ("/seen.json", b'{"seen": {"a": 1}}', "application/json"),
        ("/seen.json", b'{"seen": ', "application/json"),
        ("/seen.json", b'{"seen": "\\ud800"}', "application/json"),
        ("/seen.json", b"{}", "application/json"),
        ("/seen.json", b'{"seen": true}', "application/json"),
    ],
)
def test_what_cannot_be_read_is_refused(client: TestClient, path: str, body: bytes, kind: str) -> None:
    assert client.post(path, content=body, headers={"content-type": kind}).status_code == 400


def test_a_desk_with_a_token_stays_shut(guarded: TestClient) -> None:
    for path in ("/", "/stories", "/stories.json", "/openapi.json", "/nothing"):
        assert guarded.get(path).status_code == 401
        assert guarded.get(path, headers={"authorization": "Bearer wrong"}).status_code == 401
        assert guarded.get(path, headers={"cookie": "headwater-8765=wrong"}).status_code == 401
    assert guarded.post("/seen.json", json={"seen": "2000"}).status_code == 401
    assert guarded.get(f"/stories?token={TOKEN}").status_code == 401
    assert guarded.get("/stories", headers={"accept": "text/html"}).headers["location"] == "/enter"
    assert guarded.get("/healthz").status_code == guarded.get("/enter").status_code == 200


def test_a_program_comes_in_by_its_header(guarded: TestClient) -> None:
    for kind in ("Bearer", "bearer"):
        assert guarded.get("/stories.json", headers={"authorization": f"{kind} {TOKEN}"}).status_code == 200


def test_a_reader_comes_in_by_the_form(guarded: TestClient) -> None:
    wrong = guarded.post("/enter", data={"token": "wrong"})
    assert (wrong.status_code, "set-cookie" in wrong.headers) == (401, False)
    right = guarded.post("/enter", data={"token": TOKEN})
    assert (right.status_code, right.headers["location"]) == (303, "/stories")
    assert all(part in right.headers["set-cookie"].lower() for part in ("httponly", "samesite=strict"))
    assert TOKEN not in right.headers["set-cookie"]
    assert guarded.get("/stories").status_code == 200


def test_no_way_in_where_there_is_no_token(client: TestClient) -> None:
    assert client.get("/enter").status_code == 404


@pytest.fixture
def ask(client: TestClient) -> Callable[[str], int]:
    return lambda path: client.get(path).status_code


@pytest.mark.parametrize("name", ["../gate.py", "..%2fgate.py", "desk.css%00", "", "%2e%2e/%2e%2e/errors.py"])
def test_only_the_desks_own_files_are_given(ask: Callable[[str], int], name: str) -> None:
    assert ask(f"/static/{name}") == 404
