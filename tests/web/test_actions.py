"""What a reader can change from a page."""

from __future__ import annotations

from typing import Any

import feedparser
import pytest
from hostile import STORY
from lxml import html
from starlette.testclient import TestClient

from headwater.store import Store
from headwater.store.notices import add_notice
from headwater.store.watches import add_watch
from headwater.web.asking import read_ask
from headwater.web.pages.corrections import FORMS, MAKE, read_correction

ACTOR = {"story": STORY, "name": "Petra Holm"}


@pytest.fixture
def finding(client: TestClient) -> dict[str, str]:
    id = client.get(f"/stories/{STORY}.json").json()["dossier"]["findings"][0]["id"]
    return {"story": STORY, "finding": id}


@pytest.mark.parametrize(
    "fields, target, value",
    [
        ({"kind": "dismiss", "story": "s", "finding": "f", "value": "why"}, {"story": "s", "finding": "f"}, "why"),
        ({"kind": "speaker", "story": "s", "finding": "f", "value": "Ada"}, {"story": "s", "finding": "f"}, "Ada"),
        (
            {"kind": "origin", "report": "r", "origin_kind": "wire", "value": "VNA"},
            {"report": "r"},
            {"kind": "wire", "name": "VNA"},
        ),
        (
            {"kind": "origin", "story": "s", "finding": "f", "origin_kind": "wire", "value": "VNA"},
            {"story": "s", "finding": "f"},
            {"kind": "wire", "name": "VNA"},
        ),
        ({"kind": "rename actor", "story": "s", "name": "A", "value": "B"}, {"story": "s", "name": "A"}, "B"),
        (
            {"kind": "merge actors", "story": "s", "name": "A", "value": "B\r\n C \n\n"},
            {"story": "s", "name": "A"},
            ["B", "C"],
        ),
        (
            {"kind": "split actor", "story": "s", "name": "A", "reports": "r1\nr2", "value": "B"},
            {"story": "s", "name": "A", "reports": ["r1", "r2"]},
            "B",
        ),
        ({"kind": "merge stories", "story": "s", "value": "t\nu"}, "s", ["t", "u"]),
        ({"kind": "split story", "story": "s", "value": "r1"}, "s", ["r1"]),
        ({"kind": "furniture", "site": "news.example", "value": "Share this"}, "news.example", "Share this"),
    ],
)
def test_a_form_says_what_the_desk_needs(fields: dict[str, str], target: Any, value: Any) -> None:
    assert read_correction(read_ask(MAKE.asks, list(fields.items()))) == (target, value)


def test_every_kind_of_correction_has_a_form(client: TestClient) -> None:
    page = client.get("/corrections").text
    assert all(f'name="kind" value="{form.kind}"' in page for form in FORMS)


def test_a_correction_is_made_listed_and_undone(client: TestClient, finding: dict[str, str]) -> None:
    made = client.post("/corrections.json", json={"kind": "dismiss", **finding, "value": "no", "author": "Ada"}).json()
    assert (made["kind"], made["author"], made["undone"]) == ("dismiss", "Ada", None)
    assert client.get(f"/stories/{STORY}.json").json()["story"]["stale"]
    (listed,) = client.get("/corrections.json").json()["corrections"]
    assert listed["id"] == made["id"]
    answer = client.post("/corrections/undo", data={"correction": made["id"]}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/corrections")
    assert client.get("/corrections.json").json()["corrections"][0]["undone"]
    assert client.post("/corrections/undo.json", json={"correction": made["id"]}).status_code == 404


def test_the_page_shows_the_finding_to_be_corrected(client: TestClient, finding: dict[str, str]) -> None:
    assert client.get("/corrections.json", params=finding).json()["line"]
    assert client.get("/corrections.json", params={**finding, "finding": "x"}).json()["line"] is None


@pytest.mark.parametrize(
    "fields, status",
    [
        ({"kind": "dismiss", "value": "x"}, 400),
        ({"kind": "dismiss", "story": STORY, "finding": "nothing", "value": "x"}, 404),
        ({"kind": "origin", "report": "nothing", "origin_kind": "wire", "value": "x"}, 404),
        ({"kind": "origin", "report": STORY, "value": "x"}, 400),
        ({"kind": "rename actor", "story": STORY, "name": "Nobody", "value": "x"}, 404),
        ({"kind": "nothing", "value": "x"}, 400),
        ({"kind": "merge stories", "story": STORY, "value": " \n"}, 400),
        ({"kind": "furniture", "site": "x", "value": "y", "extra": "z"}, 400),
    ],
)
def test_what_cannot_be_corrected_is_refused(client: TestClient, fields: dict[str, str], status: int) -> None:
    assert client.post("/corrections.json", json=fields).status_code == status
    assert client.get("/corrections.json").json()["corrections"] == []


def test_a_rule_is_kept_and_dropped(client: TestClient) -> None:
    made = client.post("/watches.json", json={"actor": "Holm", "origins": 2}).json()
    assert (made["rule"], made["targets"]) == ({"actor": "Holm", "origins": 2}, [])
    assert "actor: Holm, at least 2 origins" in client.get("/watches").text
    assert client.post("/watches/drop.json", json={"watch": made["id"]}).json() == {"dropped": made["id"]}
    assert client.post("/watches/drop.json", json={"watch": made["id"]}).status_code == 404


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"difference": "perhaps"},
        {"correction": "yes", "actor": "Holm"},
        {"origins": -1},
        {"event": "THREATN"},
        {"actor": "Holm", "tell": "file:/tmp/x"},
    ],
)
def test_a_rule_that_is_none_is_refused(client: TestClient, fields: dict[str, Any]) -> None:
    assert client.post("/watches.json", json=fields).status_code == 400


def test_where_a_rule_tells_is_not_for_a_page_to_say(client: TestClient) -> None:
    answer = client.post("/watches.json", json={"actor": "Holm", "targets": "file:/tmp/x"})
    assert answer.status_code == 400
    assert "no field of this" in answer.json()["error"]["message"]


def test_a_rule_of_a_page_may_tell_on_the_terminal_and_keep_to_a_story(client: TestClient) -> None:
    form = html.document_fromstring(client.get(f"/watches?story={STORY}").content).forms[-1]
    assert form.fields["story"] == STORY
    assert {"", "THREATEN"} < set(form.inputs["event"].value_options)
    sent = {"event": "threaten", "tell": "terminal", "story": STORY}
    made = client.post("/watches.json", json=sent).json()
    assert (made["rule"], made["targets"]) == ({"story": STORY, "event": "THREATEN"}, ["terminal"])


def test_notices_are_a_feed_that_leads_to_their_findings(client: TestClient, store: Store) -> None:
    finding = client.get(f"/stories/{STORY}.json").json()["dossier"]["findings"][0]
    with store.begin() as connection:
        told = [add_watch(connection, {"actor": "x"}, (), created="2031", author="") for _ in range(2)]
        for watch in told:
            add_notice(
                connection, watch.id, STORY, finding=finding["id"], line=finding["line"], made="2031-05-06T12:00:00Z"
            )
    answer = client.get("/notices.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert [entry.title for entry in feed.entries].count(finding["line"]) == 2
    assert finding["line"] in html.document_fromstring(client.get(feed.entries[0].link).content).text_content()
    mine = feedparser.parse(client.get(f"/notices.atom?watch={told[0].id}").content)
    assert [entry.title for entry in mine.entries] == [finding["line"]]
    assert client.get("/notices.atom?watch=x").status_code == 400


def test_a_feed_is_followed_and_no_longer(client: TestClient) -> None:
    url = "https://news.example/new.xml"
    assert client.post("/feeds.json", json={"url": url}).json()["url"] == url
    assert url in client.get("/feeds").text
    assert client.post("/feeds/stop.json", json={"url": url}).json() == {"stopped": url}
    assert client.post("/feeds/stop.json", json={"url": url}).status_code == 404


def test_a_feed_with_a_password_is_stopped_by_what_is_shown(client: TestClient) -> None:
    shown = next(feed["url"] for feed in client.get("/feeds.json").json()["feeds"] if "news.example" in feed["url"])
    assert client.post("/feeds/stop.json", json={"url": shown}).status_code == 200


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://news.example/", "nonsense", "https://"]
)
def test_only_web_addresses_are_followed(client: TestClient, url: str) -> None:
    assert client.post("/feeds.json", json={"url": url}).status_code == 400
