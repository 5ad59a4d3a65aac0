"""Lines that a site repeats from article to article: what its pages hold beside their articles.

Read in a pass of its own over the reports of a run, before any of them is read. What is repeated may also be the article's: a wire
story comes in two versions, a background sentence closes ten of them, three outlets quote one minister. So a line counts only

- among reports of one *site*, known by their addresses or by the outlet that came with them;
- if several *different articles* hold it: versions of one story count as one;
- at the *edges* of a report, outside the sentences that no other article of the site has;
- if it is no sentence, or one in which a site speaks to its reader (lexicon/clean_words.toml, ``reader``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from headwater.clean.furniture import addresses_reader, is_prose
from headwater.clean.lines import Line, split_lines
from headwater.clean.outlet import host_of
from headwater.model.report import Report
from headwater.model.span import Span

ARTICLES = 3
"""Different articles that must hold a line, wherever at their edges it stands."""
ARTICLES_IN_PLACE = 2
"""Different articles that must hold it as the same line counted from the top or from the end."""
MOST_SHARED = 0.3
"""Share of its sentences that a report may have in common with another and still be a different article."""
MOST_TRIED = 12
"""Reports of a site compared for one line: more say nothing new."""
LONGEST = 300
"""Lines of a report, from each end, that are looked at."""


@dataclass(frozen=True, slots=True)
class Page:
    """One report's lines and which of them are running text."""

    id: str
    lines: tuple[Line, ...]
    sentences: frozenset[str]
    """Keys of the lines that read like running text and do not speak to the reader."""


def find_repeated_lines(reports: Iterable[Report], beside: Iterable[Report] = ()) -> dict[str, tuple[Span, ...]]:
    """Report id -> the lines of it that its site repeats, in text order; reports without any are left out.

    ``beside`` are reports of earlier runs that are looked at, too, and get no answer. The order of the reports does not
    matter; their ids differ.
    """
    asked = {report.id: report for report in reports}
    every = {report.id: report for report in beside} | asked
    sites: dict[str, list[Report]] = defaultdict(list)
    for id in sorted(every):
        if site := find_site(every[id]):
            sites[site].append(every[id])
    found: dict[str, tuple[Span, ...]] = {}
    for members in sites.values():
        if len(members) >= ARTICLES_IN_PLACE and any(report.id in asked for report in members):
            found |= find_in_site([look_at(report) for report in members])
    return {id: spans for id, spans in sorted(found.items()) if id in asked and spans}


def find_site(report: Report) -> str | None:
    """The site a report is from: its host, else the outlet that came with it; None where neither is known."""
    return host_of(report.url) or (report.outlet or "").casefold().strip() or None


def look_at(report: Report) -> Page:
    """The lines of a report as this pass sees them."""
    lines = tuple(split_lines(report.text))
    return Page(report.id, lines, frozenset(line.key for line in lines if is_prose(line) and not may_repeat(line)))


def find_in_site(pages: Sequence[Page]) -> dict[str, tuple[Span, ...]]:
    """The repeated lines of the reports of one site, which are sorted by id."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, page in enumerate(pages):
        for key in {line.key for line in page.lines if line.words}:
            holders[key].append(n)
    several = Articles(pages)
    shared = {key for key, held in holders.items() if len(held) > 1 and several.differ(held, ARTICLES_IN_PLACE)}
    edges = [list_edges(page, shared) for page in pages]
    in_place = {spot for spot, held in group_spots(edges).items() if several.differ(held, ARTICLES_IN_PLACE)}
    at_edges = {key for key, held in group_keys(edges).items() if several.differ(held, ARTICLES)}
    return {
        page.id: tuple(
            line.span for line, spots in edge.items() if line.key in at_edges or not in_place.isdisjoint(spots)
        )
        for page, edge in zip(pages, edges, strict=True)
    }


Spot = tuple[str, int]
"""The words of a line, and which line it is: counted from the top from 0, from the end from -1."""
Edge = dict[Line, tuple[Spot, Spot]]


def list_edges(page: Page, shared: set[str]) -> Edge:
    """The shared lines before the first and after the last sentence that only this article has, and their two places.

    A report without such a sentence has none: nothing says what in it is the article.
    """
    own = [n for n, line in enumerate(page.lines) if line.key in page.sentences and line.key not in shared]
    if not own:
        return {}
    size = len(page.lines)
    outside = (*range(min(own[0], LONGEST)), *range(max(own[-1] + 1, size - LONGEST), size))
    return {
        line: ((line.key, n), (line.key, n - size))
        for n in outside
        if (line := page.lines[n]).key in shared and may_repeat(line)
    }


def may_repeat(line: Line) -> bool:
    """Whether a line may be a leftover for being repeated: it is no sentence, or speaks to the reader."""
    return (not line.ends_sentence and '"' not in line.shown) or addresses_reader(line)


def group_spots(edges: Sequence[Edge]) -> Mapping[Spot, list[int]]:
    """Line and place -> the reports that have the line there."""
    found: dict[Spot, list[int]] = defaultdict(list)
    for n, edge in enumerate(edges):
        for spot in {spot for spots in edge.values() for spot in spots}:
            found[spot].append(n)
    return found


def group_keys(edges: Sequence[Edge]) -> Mapping[str, list[int]]:
    """Line -> the reports that have it at an edge."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, edge in enumerate(edges):
        for key in {line.key for line in edge}:
            found[key].append(n)
    return found


class Articles:
    """Which reports of a site tell different articles and not versions of one."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._answers: dict[tuple[int, int], bool] = {}

    def differ(self, held: Sequence[int], least: int) -> bool:
        """Whether ``least`` of the reports are different articles, each from each."""
        if len(held) < least:
            return False
        tried = held[:: -(-len(held) // MOST_TRIED)]
        return any(
            all(self._are_two(a, b) for a, b in combinations(chosen, 2)) for chosen in combinations(tried, least)
        )

    def _are_two(self, a: int, b: int) -> bool:
        if (a, b) not in self._answers:
            first, second = self._pages[a].sentences, self._pages[b].sentences
            fewer = min(len(first), len(second))
            self._answers[a, b] = fewer > 0 and len(first & second) <= MOST_SHARED * fewer
        return self._answers[a, b]
