"""Rendered pages are kept while what they show stays as it is."""

from __future__ import annotations

from hostile import STORY
from starlette.testclient import TestClient

from headwater.web.shelf import Shelf


def test_a_page_is_kept_under_its_stamp() -> None:
    shelf = Shelf()
    shelf.keep("/a", "1", page=b"one")
    assert shelf.take("/a", "1") == b"one"
    assert shelf.take("/a", "2") is None
    assert shelf.take("/b", "1") is None
    shelf.keep("/a", "2", page=b"two!")
    assert (shelf.take("/a", "1"), shelf.take("/a", "2"), shelf.size) == (None, b"two!", 4)


def test_the_page_used_longest_ago_leaves_first() -> None:
    shelf = Shelf(largest=6)
    for name in "abc":
        shelf.keep(name, "1", page=b"xx")
    shelf.take("a", "1")
    shelf.keep("d", "1", page=b"xx")
    assert [name for name in "abcd" if shelf.take(name, "1")] == ["a", "c", "d"]
    shelf.keep("e", "1", page=b"x" * 7)
    assert shelf.size == 0


def test_a_page_is_sent_once_and_again_when_it_changed(client: TestClient) -> None:
    for path in (
        "/stories",
        f"/stories/{STORY}",
        f"/stories/{STORY}.json",
        f"/reports/{STORY}",
        f"/reports/{STORY}?at=1-2",
    ):
        first = client.get(path)
        known = {"if-none-match": first.headers["etag"]}
        again = client.get(path, headers=known)
        assert (again.status_code, again.content, client.get(path).content) == (304, b"", first.content)
    story = client.get(f"/stories/{STORY}")
    known = {"if-none-match": story.headers["etag"]}
    client.post(f"/seen/{STORY}.json", json={"seen": "2999"})
    seen = client.get(f"/stories/{STORY}", headers=known)
    assert (seen.status_code, "Mark as seen" in story.text, "Mark as seen" in seen.text) == (200, True, False)


def test_a_page_and_its_twin_are_kept_apart(client: TestClient) -> None:
    for _ in range(2):
        assert client.get(f"/stories/{STORY}").text.startswith("<!doctype html>")
        assert client.get(f"/stories/{STORY}.json").json()["story"]["id"] == STORY


def test_the_list_is_another_once_somebody_looked(client: TestClient) -> None:
    first = client.get("/stories.json")
    client.post(f"/seen/{STORY}.json", json={"seen": "2999"})
    second = client.get("/stories.json")
    assert first.headers["etag"] != second.headers["etag"]
    shown = [{story["id"]: story["new"] for story in answer.json()["stories"]} for answer in (first, second)]
    assert (shown[0][STORY] > 0, shown[1][STORY]) == (True, 0)
