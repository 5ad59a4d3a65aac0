from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from lxml import html

from headwater.model.dossier import Dossier
from headwater.model.span import Cite
from headwater.show.html import write_html
from headwater.show.outline import FIRST_LINES

Attributes = dict[str, str | None]


class Page(HTMLParser):
    """The elements of a page, the text of its scripts, and the text of its report panels."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.texts: list[str] = []
        self._inside = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if dict(attrs).get("class") == "text":
            self._inside, self.texts = 1, [*self.texts, ""]
        elif self._inside and tag == "div":
            self._inside += 1

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag == "div":
            self._inside -= 1

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1] += data

    def attributes(self, name: str) -> Iterator[str]:
        return (str(attrs[name]) for _, attrs in self.elements if name in attrs)


@pytest.fixture(params=["dossier", "hostile"])
def page(request: pytest.FixtureRequest) -> str:
    return write_html([request.getfixturevalue(request.param)])


def test_every_link_leads_to_a_place_on_the_page(page: str) -> None:
    found = Page(page)
    ids = list(found.attributes("id"))
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in found.attributes("href")} <= set(ids)


def test_nothing_is_loaded_and_nothing_runs_but_our_own(page: str) -> None:
    found = Page(page)
    assert not list(found.attributes("src"))
    assert [tag for tag, _ in found.elements if tag in ("link", "img", "iframe", "object")] == []
    assert [tag for tag, _ in found.elements if tag == "script"] == ["script"]
    assert not [name for _, attrs in found.elements for name in attrs if name.startswith("on") or name == "style"]


def test_the_policy_allows_exactly_our_style_and_script(page: str) -> None:
    policy = next(attrs["content"] for tag, attrs in Page(page).elements if "http-equiv" in attrs)
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert content
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"'sha256-{digest}'" in str(policy)


def test_a_report_cannot_be_code(hostile: Dossier) -> None:
    page = write_html([hostile])
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{7*7}}" in page
    assert not [href for href in Page(page).attributes("href") if not href.startswith("#")]


def test_the_text_of_a_report_is_whole(dossier: Dossier) -> None:
    texts = Page(write_html([dossier])).texts
    for shown, reading in zip(texts, dossier.story.readings, strict=True):
        assert re.sub("cut: [a-z]+", "", shown) == reading.report.text


def test_furniture_is_struck_through_with_its_kind(dossier: Dossier) -> None:
    page = write_html([dossier])
    assert re.search(r'<del class="cut"[^>]*><span class="kind">cut: share</span>Share this with a friend</del>', page)


def test_the_words_of_a_cite_are_marked(dossier: Dossier) -> None:
    page = write_html([dossier])
    assert 'href="#s1-r1-79-125"' in page
    assert re.search(r'id="s1-r1-79-125"></span><mark data-at="79">the sluices stay shut until the pact', page)


def test_two_stories_share_a_page(dossier: Dossier) -> None:
    page = write_html([dossier, dossier])
    ids = list(Page(page).attributes("id"))
    assert len(ids) == len(set(ids))
    assert {"s1-r1", "s2-r2"} <= set(ids)


def test_the_same_dossier_gives_the_same_bytes(dossier: Dossier) -> None:
    assert write_html([dossier]) == write_html([dossier])


def test_several_stories_are_named_first(dossier: Dossier) -> None:
    assert "These reports tell 2 stories" in write_html([dossier, dossier])
    assert "These reports tell" not in write_html([dossier])


def test_on_a_phone_every_cell_says_what_it_is(dossier: Dossier) -> None:
    page = write_html([dossier])
    names = [attrs["data-name"] for tag, attrs in Page(page).elements if tag == "td" and "data-name" in attrs]
    assert names == ["Outlet", "Published", "Credit", "Origin"] * len(dossier.story.readings)
    assert ".stack td[data-name]::before" in page


def test_a_long_section_and_many_cites_are_folded_and_whole(dossier: Dossier) -> None:
    said = next(finding for finding in dossier.story.findings if finding.kind == "said")
    first = dossier.story.readings[0]
    many = tuple(replace(first, report=replace(first.report, id=f"m{n}")) for n in range(30))
    cites = tuple(Cite(reading.report.id, said.cites[0].span) for reading in many)
    found = tuple(replace(said, id=f"f{n}", cites=cites, origins=()) for n in range(50))
    story = replace(dossier.story, readings=(*dossier.story.readings, *many), findings=found)
    page = html.document_fromstring(write_html([replace(dossier, story=story)]))
    section = page.xpath("//h2[@id='s1-said']")[0]
    assert len(section.getparent().xpath("./ul[@class='findings']/li")) == FIRST_LINES
    (fold,) = section.getparent().xpath("./details[summary[contains(., 'more lines')]]")
    assert len(fold.xpath("./ul/li")) == 50 - FIRST_LINES
    line = page.xpath("//ul[@class='findings']/li")[0]
    assert len(line.xpath("./p[@class='words']//a")) == 12
    assert len(line.xpath(".//a[contains(@class, 'cite')]")) == 30
    assert line.xpath("string(./details/summary)") == "18 more reports"
