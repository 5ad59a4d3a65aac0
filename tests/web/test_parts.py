"""A story too big for one page is shown in parts, and nothing of it is out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hostile import STORY
from lxml import html
from starlette.testclient import TestClient

from headwater.show.outline import FIRST_LINES, MOST_LINES
from headwater.store import Store
from headwater.store.findings import Turn, put_findings
from headwater.store.stories import StaleStory, get_dossier, put_dossier, touch_story
from headwater.web.story_lines import MOST_CITED

NOW = "2031-05-04T10:00:00.000000Z"
BIG = "big story"
REPORTS, TIMES = 120, 6


def grow(dossier: dict[str, Any]) -> dict[str, Any]:
    """The example told by many more reports, with each finding several times, once cited by all of them."""
    reports = [deepcopy(dossier["reports"][n % 8]) | {"id": f"r{n}", "copies_of": None} for n in range(REPORTS)]
    findings = []
    for turn in range(TIMES):
        for finding in deepcopy(dossier["findings"]):
            cite = finding["cites"][0]
            carried = [f"r{n}" for n in range(REPORTS if turn == 0 else 2)]
            findings.append(finding | {
                "id": f"{finding['id']}-{turn}", "line": f"{finding['line']} ({turn})", "reports": len(carried),
                "cites": [cite | {"report": report} for report in carried], "origins": [],
            })  # fmt: skip
    told = dossier["story"] | {"id": BIG, "title": "A big story", "reports": REPORTS}
    return {**dossier, "reports": reports, "findings": findings, "story": told}


@pytest.fixture
def big(store: Store, client: TestClient) -> TestClient:
    with store.begin() as connection:
        dossier = grow(get_dossier(connection, STORY))
        touch_story(connection, BIG, title="A big story", now=NOW)
        put_dossier(connection, StaleStory(BIG, 1), dossier, now=NOW, made="x")
        turn = Turn(frozenset(finding["id"] for finding in dossier["findings"]), frozenset(), {})
        put_findings(connection, BIG, dossier["findings"], turn=turn, now=NOW)
    return client


def read(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return html.document_fromstring(answer.content)


def walk(client: TestClient, path: str) -> Iterator[html.HtmlElement]:
    """A page and all that its link to the next leads to."""
    while path:
        page = read(client, path)
        yield page
        path = "".join(page.xpath("//a[@rel='next']/@href"))


def test_a_big_section_shows_its_first_lines_and_leads_to_the_rest(big: TestClient) -> None:
    page = read(big, f"/stories/{BIG}")
    section = page.xpath("//section[@aria-labelledby='said']")[0]
    assert len(section.xpath(".//li[contains(@class, 'item')]")) == FIRST_LINES
    (link,) = section.xpath(".//p[@class='rest']/a")
    ids = [id for page in walk(big, link.get("href")) for id in page.xpath("//li[contains(@class, 'item')]/@id")]
    said = [f["id"] for f in big.get(f"/stories/{BIG}.json").json()["dossier"]["findings"] if f["kind"] == "said"]
    assert len(said) > 100 > MOST_LINES
    assert sorted(ids) == sorted(said)
    assert link.text == f"All {len(said)} lines of “Who said what”"


def test_many_reports_are_listed_page_by_page(big: TestClient) -> None:
    page = read(big, f"/stories/{BIG}")
    (link,) = page.xpath("//section[@aria-labelledby='reports']/p[@class='rest']/a/@href")
    numbers = [n.text for page in walk(big, link) for n in page.xpath("//tbody/tr/td[1]")]
    assert numbers == [str(n) for n in range(1, REPORTS + 1)]


def test_a_line_that_many_reports_carry_leads_to_all_of_them(big: TestClient) -> None:
    line = read(big, f"/stories/{BIG}").xpath("//li[contains(@class, 'item')]")[0]
    assert len(line.xpath(".//span[@class='cites']/a")) == MOST_CITED
    (link,) = line.xpath("./p[@class='words']/a")
    assert link.text == f"and {REPORTS - MOST_CITED} more reports"
    places = [a for page in walk(big, link.get("href")) for a in page.xpath("//ol[@class='rows']//a[@class='cite']")]
    assert len({a.get("href").partition("?")[0] for a in places}) == REPORTS


def test_a_finding_is_found_on_whichever_page_it_stands(big: TestClient) -> None:
    findings = big.get(f"/stories/{BIG}.json").json()["dossier"]["findings"]
    for finding in findings[:: len(findings) // 10]:
        page = read(big, f"/stories/{BIG}?at={finding['id']}")
        assert len(page.xpath("//li[@id=$id]", id=finding["id"])) == 1, finding["id"]


def test_every_link_to_a_line_of_the_page_leads_to_it(big: TestClient) -> None:
    page = read(big, f"/stories/{BIG}")
    jumps = set(page.xpath("//main//a[starts-with(@href, '#')]/@href"))
    assert len(jumps) > 5
    assert [jump for jump in jumps if not page.xpath("//*[@id=$id]", id=jump[1:])] == []
    for link in page.xpath("//table[@class='month']//a[contains(@href, '?at=')]/@href")[:3]:
        assert read(big, link).xpath("//*[@id=$id]", id=link.partition("#")[2])


def test_the_twin_gives_a_part_with_offset_and_limit(big: TestClient) -> None:
    whole = big.get(f"/stories/{BIG}.json").json()
    assert whole["part"] is None
    found: list[str] = []
    offset: int | None = 0
    while offset is not None:
        page = big.get(f"/stories/{BIG}.json", params={"limit": 70, "offset": offset}).json()
        cited = {cite["report"] for finding in page["dossier"]["findings"] for cite in finding["cites"]}
        assert cited == {report["id"] for report in page["dossier"]["reports"]} <= set(page["numbers"])
        found += [finding["id"] for finding in page["dossier"]["findings"]]
        offset = page["part"]["next"]
    assert found == [finding["id"] for finding in whole["dossier"]["findings"]]
    assert page["part"]["total"] == len(found)


def test_past_the_end_there_is_nothing_and_a_way_back(big: TestClient) -> None:
    page = read(big, f"/stories/{BIG}?section=said&offset=100000")
    assert page.xpath("//main//li[contains(@class, 'item')]") == []
    assert page.xpath("//a[@rel='prev']") != []
    assert big.get(f"/stories/{BIG}?finding=nowhere").status_code == 404


def test_a_small_story_is_whole(client: TestClient) -> None:
    page = read(client, f"/stories/{STORY}")
    assert page.xpath("//p[@class='rest']") == []
