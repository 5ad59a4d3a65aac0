"""An open page can ask what came since, and does not change by itself."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from hostile import STORY, now
from lxml import html
from starlette.testclient import TestClient

from headwater.desk.intake import add_reports
from headwater.desk.refresh import refresh_stories
from headwater.model.report import Report
from headwater.store import Store
from headwater.web.guards.headers import POLICY

LATE = "The Tessin Strait stays open to grain ships, Trade Minister Petra Holm said on Saturday."


def ask(client: TestClient, path: str) -> str:
    """Where the page asks what came since."""
    (found,) = html.document_fromstring(client.get(path).content).xpath("//div[@role='status']/@data-ask")
    assert urlsplit(found).path == "/fresh.json"
    return str(found)


def add(store: Store) -> None:
    report = Report(
        "late", LATE, title="Karsovia threatens to close Tessin Strait to Mellish grain ships", published="2024-03-16"
    )
    assert len(list(add_reports(store, [report], jobs=1, now=now))) == 1


def test_a_list_hears_of_new_reports_at_once(client: TestClient, store: Store) -> None:
    asked = [ask(client, path) for path in ("/stories", "/reports")]
    assert [client.get(path).json()["words"] for path in asked] == ["", ""]
    add(store)
    assert [client.get(path).json()["words"] for path in asked] == ["1 new report", "1 new report"]
    mark = client.get(asked[0]).json()["mark"]
    assert client.get("/fresh.json", params={"mark": mark}).json() == {"mark": mark, "reports": 0, "words": ""}


def test_a_story_hears_of_them_when_they_are_told(client: TestClient, store: Store) -> None:
    asked = ask(client, f"/stories/{STORY}")
    add(store)
    assert client.get(asked).json()["words"] == ""
    refresh_stories(store, now=lambda: now() + timedelta(hours=1))
    assert client.get(asked).json()["words"] == "1 new report in this story"
    assert client.get(ask(client, f"/stories/{STORY}")).json()["words"] == ""


def test_the_policy_lets_a_page_ask_its_own_desk_alone() -> None:
    assert "connect-src 'self'" in POLICY.split("; ")
