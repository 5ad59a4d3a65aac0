"""Every page opens, says as HTML what it says as JSON, and holds nothing that a report smuggled in."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec
import pytest
from hostile import EVIL, STORY
from lxml import html
from starlette.testclient import TestClient

from headwater.store import Store
from headwater.store.reports import list_reports
from headwater.store.stories import list_stories
from headwater.web.asking import read_ask
from headwater.web.links import link_report, link_story
from headwater.web.page import Page
from headwater.web.rendering import render
from headwater.web.routes import PAGES

ELEMENTS = set(
    """
    html head meta title link script body a header nav ul ol li form label input textarea ins button main footer p h1 h2 h3
    div section article span strong del mark table caption thead tbody tr th td svg line text tspan circle path rect
    desc details summary time fieldset legend dl dt dd select option kbd br code
    """.split()  # noqa: SIM905 - a list of words is read as one
)
PLAIN = [page for page in PAGES if "{" not in page.path]


def list_paths(store: Store) -> Iterator[str]:
    """The address of every page, of every story and of every report."""
    with store.connect() as connection:
        yield from (page.path for page in PLAIN)
        yield from (link_story(story.id) for story in list_stories(connection))
        yield from (link_report(report.id) for report in list_reports(connection))
    yield from ("/search?q=sluices", f"/search?q={EVIL}", "/nowhere", f"/stories/{EVIL}", "/stories?limit=x")


def test_nothing_of_a_report_becomes_markup(client: TestClient, store: Store) -> None:
    for path in list_paths(store):
        answer = client.get(path)
        assert answer.status_code in (200, 400, 404), path
        tree = html.document_fromstring(answer.content)
        for element in tree.iter():
            assert element.tag in ELEMENTS, (path, element.tag)
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], path
            check_addresses(element, path)
        assert "alert" not in "".join(script.text or "" for script in tree.iter("script"))
        assert "{{ 7 * 7 }}" in answer.text or " 49 " not in answer.text


def check_addresses(element: html.HtmlElement, path: str) -> None:
    """Scripts and styles are the desk's own; links lead to the web, or stay here."""
    target = element.get("href") or element.get("src") or element.get("action") or "/"
    parts = urlsplit(target)
    if element.tag in ("script", "link"):
        assert target.startswith("/"), (path, target)
    assert parts.scheme in ("", "http", "https"), (path, target)
    assert not target.startswith("//"), (path, target)
    if parts.scheme:
        assert "noreferrer" in element.get("rel", ""), (path, target)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_twin_says_what_the_page_shows(client: TestClient, page: Page) -> None:
    names = {"story": STORY, "report": STORY}
    path = page.path
    for name, value in names.items():
        path = path.replace(f"{{{name}:path}}", value)
    record = msgspec.convert(client.get(f"{path}.json").json(), page.record)
    texts = [(name, value) for name, value in names.items() if f"{{{name}:path}}" in page.path]
    ask = read_ask(page.asks, [])
    ask = type(ask)({**ask.texts, **dict(texts)}, ask.numbers)
    frame = {"here": path, "twin": f"{path}.json"}
    assert render(page.template, {**record, **page.view(record, ask), **frame}) == client.get(path).content


def test_an_id_may_hold_anything(client: TestClient, store: Store) -> None:
    with store.connect() as connection:
        ids = [report.id for report in list_reports(connection)]
    assert any(id.endswith(".json") for id in ids)
    for id in ids:
        path = link_report(id)
        assert client.get(f"{path}.json").json()["report"]["id"] == id, path
        assert client.get(path).headers["content-type"].startswith("text/html")


def test_a_cite_opens_the_report_at_its_words(client: TestClient) -> None:
    story = html.document_fromstring(client.get(f"/stories/{STORY}").content)
    cites = [link for link in story.iter("a") if link.get("class") == "cite"]
    assert len(cites) > 40
    for cite in cites[:12]:
        path, _, _ = cite.get("href").partition("#")
        report = html.document_fromstring(client.get(path).content)
        words = "".join(mark.text_content() for mark in report.iter("mark") if "lit" in mark.get("class", "").split())
        told = cite.get("aria-label").partition(": ")[2].removesuffix("…").split(" … ")[0]
        assert words.replace("\n", " ").startswith(told.strip())
        assert report.get_element_by_id("at") is not None


def test_the_text_of_a_report_is_whole(client: TestClient) -> None:
    text = client.get(f"/reports/{STORY}.json").json()["text"]
    tree = html.document_fromstring(client.get(f"/reports/{STORY}").content)
    (shown,) = tree.find_class("text")
    for label in shown.find_class("kind"):
        label.drop_tree()
    assert shown.text_content() == text


def test_the_front_door_leads_to_the_stories(client: TestClient) -> None:
    answer = client.get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/stories")
    assert client.get("/healthz").text == "ok\n"


def test_failures_are_told_in_the_form_asked_for(client: TestClient) -> None:
    assert client.get("/stories/nothing.json").json()["error"]["code"] == 404
    assert "Not here" in client.get("/stories/nothing").text
    assert client.get("/stories.json?limit=many").status_code == 400
    assert client.get("/stories.json?limit=1&limit=2").status_code == 400
    assert client.get("/reports/x?at=1-2").status_code == 404
    assert client.get(f"/reports/{STORY}?at=1-2;3").status_code == 400
    refused = client.delete("/stories")
    assert (refused.status_code, sorted(refused.headers["allow"].split(", "))) == (405, ["GET", "HEAD"])


def test_no_secret_is_shown(client: TestClient) -> None:
    for path in ("/watches", "/watches.json", "/feeds", "/feeds.json"):
        assert "secret" not in client.get(path).text, path
