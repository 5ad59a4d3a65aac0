"""Which reports tell of one developing event, from title, text and date alone: no report is parsed for it.

A report joins the live story that most speaks for (:mod:`headwater.link.acceptance`), if enough does, or opens a new one. Words
weigh by how few stories have them. After WINDOW days of silence a story is closed: it is found by few of its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

from headwater.link.acceptance import ACCEPT, EARLY, FEW, weigh_stories
from headwater.link.days import MARK, find_day, read_day
from headwater.link.live_story import LiveStory, Outline, draw_outline
from headwater.link.lookup import Lookup
from headwater.link.terms import Terms, find_terms, normalise_length
from headwater.model.report import Report

PRIOR = 300
"""Unseen reports assumed before the first: it keeps rarity meaningful while few have been read."""
COMMONEST = 0.3
"""Share of reports beyond which a term says nothing."""
COUNTED = 20
"""Reports of one story that are counted for the rarity of words: what a large story is about must keep its weight."""
WINDOW = 60
"""Days of silence after which a story is closed."""
FORGET = 1100
"""Days of silence after which nothing joins any more."""
UNDATED = 10**7
"""Sorts reports without a date behind all days."""
STICK = 0.5
"""How much more must speak for another story for a report to move there when all are known."""


class StoryStream:
    """Decides report by report, in the order received, and never revises."""

    def __init__(self) -> None:
        self._taken = 0
        """Reports taken so far."""
        self._counted = 0
        """Those of them that are counted for the rarity of words."""
        self._frequency: Counter[str] = Counter()
        """How many of these have a word."""
        self._stories: list[LiveStory] = []
        self._numbers: dict[str, int] = {}
        self._lookup = Lookup()

    def add(self, report: Report) -> str:
        """The id of the story a report joins or opens: that of the story's first report."""
        return self.decide(report.id, find_terms(report), day=find_day(report))[0]

    def decide(self, id: str, found: Terms, *, day: int | None) -> tuple[str, Terms]:
        """The id of the story a report joins or opens, and the report's terms as weighed."""
        weighed = self.weigh(found)
        return self._stories[self.place(id, weighed, day=day)].id, weighed

    def restore(self, story: str, weighed: Terms, *, day: int | None) -> int:
        """Put a report whose story is known there, with its terms as they were weighed; the number of that story."""
        number = self._numbers[story] if story in self._numbers else self._open(story)
        self._join(number, draw_outline(weighed), day=day)
        return number

    def weigh(self, found: Terms) -> dict[str, float]:
        """Words weighted by rarity, together of length 1, 0 for those too common to weigh anything; days as they are."""
        total = self._counted + PRIOR + 1
        most, frequency = COMMONEST * total - 1, self._frequency
        words = {
            term: weight * log((total + 1) / (frequency[term] + 1.5)) if frequency[term] <= most else 0.0
            for term, weight in found.items()
            if term[0] != MARK
        }
        return normalise_length(words) | {term: weight for term, weight in found.items() if term[0] == MARK}

    def place(self, id: str, weighed: Terms, *, day: int | None) -> int:
        """Let a report join the story that most speaks for, if enough does, or open one; the number of that story."""
        report = draw_outline(weighed)
        number = self._choose(report, day=day)
        if number is None:
            number = self._open(id)
        self._join(number, report, day=day)
        return number

    def replace(self, number: int, weighed: Terms, *, day: int | None) -> int:
        """Decide again on a report of a story, now that all are known: it moves to one that much more speaks for."""
        story, report = self._stories[number], draw_outline(weighed)
        story.release(report, day)
        chosen = self._choose(report, day=day, stay=number if story.size else None)
        number = number if chosen is None else chosen
        self._join(number, report, day=day)
        return number

    def _open(self, id: str) -> int:
        number = self._numbers[id] = len(self._stories)
        self._stories.append(LiveStory(id))
        return number

    def _join(self, number: int, report: Outline, *, day: int | None) -> None:
        self._taken += 1
        story = self._stories[number]
        if story.size < COUNTED:
            self._counted += 1
            self._frequency.update(report.words.keys())
        story.take(report, day)
        self._lookup.enter(number, report.keys)

    def _choose(self, report: Outline, *, day: int | None, stay: int | None = None) -> int | None:
        """The number of the story that most speaks for, if enough does; of ``stay`` unless much more does for another."""
        numbers = self._lookup.find(report, lambda number: self._found_by(number, day))
        odds = dict(zip(numbers, weigh_stories(report, [self._stories[n] for n in numbers], day=day), strict=True))
        least = ACCEPT + EARLY * max(0.0, 1 - self._taken / FEW)
        if stay in odds:
            least = max(odds.pop(stay) + STICK, ACCEPT)
        best = max(odds, key=lambda n: (odds[n], -n), default=None)
        return best if best is not None and odds[best] >= least and not self._is_forgotten(best, day) else None

    def _is_forgotten(self, number: int, day: int | None) -> bool:
        return day is not None and self._stories[number].days_apart(day) > FORGET

    def _found_by(self, number: int, day: int | None) -> frozenset[str] | None:
        """The words by which a story is still found on a day; None for all."""
        story = self._stories[number]
        quiet = day - story.days[-1] if day is not None and story.days else 0
        return None if quiet <= WINDOW else story.close() if quiet <= FORGET else frozenset()


def group_reports(reports: Iterable[Report]) -> tuple[str, ...]:
    """The story of each report when all are known: its id is that of its earliest report.

    Reports are taken by date, and decided on a second time when all stories are there and the rarity of terms is counted
    over all of them. The order in which they are given changes nothing.
    """
    given = list(reports)
    days = [find_day(report) for report in given]
    ordered = sorted(range(len(given)), key=lambda n: (read_day(given[n]) or UNDATED, given[n].id))
    stream, found = StoryStream(), [find_terms(report) for report in given]
    first = {n: stream.decide(given[n].id, found[n], day=days[n])[0] for n in ordered}
    placed = _decide_again(first, {n: stream.weigh(found[n]) for n in ordered}, days=days)
    names: dict[int, str] = {}
    for n in ordered:
        names.setdefault(placed[n], given[n].id)
    return tuple(names[placed[n]] for n in range(len(given)))


def _decide_again(
    first: Mapping[int, str], weighed: Mapping[int, Terms], *, days: Sequence[int | None]
) -> dict[int, int]:
    """The number of each report's story in a stream that begins with all stories as they were first decided."""
    stream = StoryStream()
    numbers = {n: stream.restore(first[n], weighed[n], day=days[n]) for n in first}
    return {n: stream.replace(numbers[n], weighed[n], day=days[n]) for n in first}
