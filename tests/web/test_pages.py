"""What the pages say of the example."""

from __future__ import annotations

from typing import Any

from hostile import STORY
from lxml import html
from starlette.testclient import TestClient

from headwater.store.rows import PersonRow
from headwater.web.pages.actors import KINDS, join_names


def texts(client: TestClient, path: str, selector: str) -> list[str]:
    tree = html.document_fromstring(client.get(path).content)
    return [" ".join(element.text_content().split()) for element in tree.xpath(selector)]


def test_the_story_has_its_sections(client: TestClient) -> None:
    headings = texts(client, f"/stories/{STORY}", "//h2")
    assert headings[:4] == ["Reported", "Who said what", "What happened", "What is due"]
    assert {"Timeline", "Origins of what was said", "Reports"} <= set(headings)
    assert texts(client, f"/stories/{STORY}", "//caption") == ["March 2024"]


def test_seen_is_no_longer_new(client: TestClient) -> None:
    story = client.get(f"/stories/{STORY}.json").json()
    assert len(story["new"]) == story["story"]["new"] == len(story["dossier"]["findings"])
    answer = client.post(f"/seen/{STORY}", data={"seen": story["story"]["updated"]}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/stories/{STORY}")
    assert client.get(f"/stories/{STORY}.json").json()["new"] == []
    assert "Mark as seen" not in client.get(f"/stories/{STORY}").text


def test_a_page_of_the_list_can_be_seen_at_once(client: TestClient) -> None:
    listed = client.get("/stories.json").json()["stories"]
    assert sum(story["new"] for story in listed)
    seen = client.post("/seen.json", json={"seen": max(story["updated"] for story in listed)}).json()["seen"]
    assert len(seen) == len(listed)
    assert [story for story in client.get("/stories.json").json()["stories"] if story["new"]] == []


def test_what_came_after_the_page_was_shown_stays_new(client: TestClient) -> None:
    assert client.post("/seen.json", json={"seen": "2000-01-01T00:00:00.000000Z"}).json() == {"seen": []}


def test_lists_go_on_where_a_page_ends(client: TestClient) -> None:
    ids, after = [], ""
    while after is not None:
        part = client.get("/reports.json", params={"limit": 5, "after": after}).json()
        ids += [report["id"] for report in part["reports"]]
        after = part["next"]
    assert len(ids) == len(set(ids)) == 18
    tree = html.document_fromstring(client.get("/reports?limit=5").content)
    (link,) = tree.xpath("//a[@rel='next']/@href")
    first = html.document_fromstring(client.get(link).content)
    assert client.get(link.replace("/reports", "/reports.json")).json()["reports"][0]["id"] == ids[5]
    assert first.xpath("//table")


def test_search_finds_findings_and_reports(client: TestClient) -> None:
    kinds = [hit["kind"] for hit in client.get("/search.json?q=pilots").json()["hits"]]
    assert kinds == sorted(kinds)
    assert set(kinds) == {"finding", "report"}
    assert "Nothing holds all of these words." in client.get("/search?q=zzzz").text


def test_nearly_the_same_sentence_is_shown_with_its_changed_words_marked(client: TestClient) -> None:
    page = html.document_fromstring(client.get("/compare?a=05-ksna.txt&b=03-daily-ledger.txt").content)
    (alike,) = page.xpath("//h2[@id='differ']/following-sibling::div[p='nearly the same sentence']")
    one, other = alike.xpath(".//div[@class='side']")
    assert [" ".join(ins.text_content().split()) for ins in one.xpath(".//ins")] == [
        "only here: President Dorvic said at,",
        "only here: meeting.,",
    ]
    assert "quoted him as saying" in other.xpath("string(.//ins)")
    links = page.xpath("//nav[@class='sections']//a/@href")
    assert {"#differ", "#said", "#only"} <= set(links)
    assert all(page.xpath("//*[@id=$id]", id=link[1:]) for link in links)


def test_words_that_are_the_same_in_both_stand_once(client: TestClient) -> None:
    path = "/compare?a=01-harbour-times.txt&b=02-inland-courier.html"
    told = texts(client, path, "//h2[@id='told']/following-sibling::div//p")
    lines = [words.removesuffix(" report 1report 2") for words in told if "talks" in words.casefold()]
    assert len(lines) == len(set(lines))
    assert texts(client, path, "//h2[@id='only-2']/following-sibling::ul") == ["Nothing that the other does not tell."]


def test_actors_are_found_by_name(client: TestClient) -> None:
    names = {actor["name"] for actor in client.get("/actors.json?name=holm").json()["actors"]}
    assert "Petra Holm" in names
    assert all("holm" in name.casefold() for name in names)


def test_who_is_only_described_is_no_named_actor(client: TestClient) -> None:
    found = {kind: client.get("/actors.json", params={"kind": kind}).json()["actors"] for kind in KINDS}
    assert {actor["label"] for actor in found["named"]} <= {"PERSON", "ORG", "GPE", "NORP"}
    assert {actor["label"] for actor in found["described"]} == {"ROLE"}
    assert len(found["all"]) > len(found["named"]) == len(client.get("/actors.json").json()["actors"])
    assert client.get("/actors?kind=nobody").status_code == 400


def test_lit_words_say_what_rests_on_them_and_lead_back(client: TestClient) -> None:
    page = html.document_fromstring(client.get(f"/stories/{STORY}").content)
    line = page.xpath("//li[contains(@class, 'item')]")[0]
    cite = line.xpath(".//span[@class='cites']/a/@href")[0]
    report = html.document_fromstring(client.get(cite).content)
    back = report.xpath("//p[contains(@class, 'back')]/a/@href")
    assert any(link.endswith(f"#{line.get('id')}") for link in back)
    assert html.document_fromstring(client.get(back[0]).content).xpath("//*[@id=$id]", id=line.get("id"))


def test_a_feed_says_how_it_does(client: TestClient) -> None:
    assert "failing, 3 tries" in texts(client, "/feeds", "//td[@class='state']")


def test_the_work_under_way_is_told(client: TestClient, place: object) -> None:
    assert texts(client, "/stories", "//p[@role='status']") == []
    place.work.left = 2  # type: ignore[attr-defined]
    assert texts(client, "/stories", "//p[@role='status']") == [
        "2 stories being told anew. Load the page again in a moment."
    ]


def test_an_actor_of_several_kinds_is_listed_once(client: TestClient) -> None:
    rows = [(row.story, row.name.casefold()) for row in map(to_row, client.get("/actors.json").json()["actors"])]
    assert len(texts(client, "/actors", "//tbody/tr")) == len(set(rows))
    joined = join_names([PersonRow("s", f"p{n}", name, label, 3 - n) for n, (name, label) in enumerate(MELLAND)])
    assert [(row.actor.name, row.actor.reports, row.kind) for row in joined] == [("Melland", 3, "state or place")]


MELLAND = (("Melland", "GPE"), ("melland", "PERSON"), ("Melland", "GPE"))


def to_row(actor: dict[str, Any]) -> PersonRow:
    return PersonRow(**actor)


def test_a_copy_says_of_which_report_and_where_it_comes_from(client: TestClient) -> None:
    reports = client.get(f"/stories/{STORY}.json").json()["dossier"]["reports"]
    copy = next(report for report in reports if report["copies_of"])
    told = texts(client, f"/reports/{copy['id']}", "//dl/*")
    assert told[told.index("Copy of") + 1] == copy["copies_of"]
    assert told[told.index("Origin") + 1].startswith(("1 origin (", "2 origins (", "origin not stated"))


def test_a_correction_is_listed_with_the_words_it_is_about(client: TestClient) -> None:
    finding = client.get(f"/stories/{STORY}.json").json()["dossier"]["findings"][0]
    client.post("/corrections", data={"kind": "dismiss", "story": STORY, "finding": finding["id"], "value": "stale"})
    (told,) = texts(client, "/corrections", "//ol[@class='rows']//p[@class='words']")
    assert told.startswith(f"dismiss: “{finding['line'][:20]}")
    assert told.endswith(" – stale")
