"""Which reports tell of one developing event, from title, text and date alone: no report is parsed for it.

A report joins the live story whose middle its terms are nearest to, or opens a new one. Terms weigh by how rare they are
in what has been seen; stories that went quiet are harder to join, and after WINDOW days closed.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import exp, log, sqrt

from headwater.link.terms import Terms, find_terms, normalise_length
from headwater.model.report import Report

ACCEPT = 0.24
"""Nearness from which a report joins a story. Set on the train parts of three collections (benchmarks/stories.py)."""
PRIOR = 300
"""Unseen reports assumed before the first: it keeps rarity meaningful while few have been read."""
COMMONEST = 0.3
"""Share of reports beyond which a term says nothing."""
HALF_LIFE = 14
"""Days of silence after which half of DECAY is taken off."""
DECAY = 0.6
"""The most that silence takes off nearness."""
FRESH = 0.3
"""What the very day of a story's latest report adds to nearness; half of it a day later, and so on."""
WINDOW = 60
"""Days of silence after which a story is closed."""
TINY = 1e-9
"""Squared length below which a story has no reports left."""
KEYS = 25
"""Strongest terms of a report by which stories are looked up."""
CANDIDATES = 60
"""Stories held against a report."""


@dataclass(slots=True)
class LiveStory:
    """A story that reports may still join."""

    id: str
    middle: dict[str, float] = field(default_factory=dict)
    """Sum of its reports' terms."""
    square: float = 0.0
    """Squared length of the middle."""
    days: list[int] = field(default_factory=list)
    """Days of its reports, sorted."""

    def nearness(self, terms: Terms) -> float:
        """Cosine of the angle between a report's terms (of length 1) and the middle."""
        shared = sum(weight * self.middle.get(term, 0.0) for term, weight in terms.items())
        return shared / sqrt(self.square) if self.square > TINY else 0.0

    def days_apart(self, day: int) -> int:
        """Days to the nearest report of the story; 0 where no report of it has a date."""
        place = bisect(self.days, day)
        return min((abs(day - known) for known in self.days[max(0, place - 1) : place + 1]), default=0)

    def take(self, terms: Terms, day: int | None) -> None:
        """Let a report join."""
        self._shift(terms, 1.0)
        if day is not None:
            insort(self.days, day)

    def release(self, terms: Terms, day: int | None) -> None:
        """Take a report that had joined out again."""
        self._shift(terms, -1.0)
        if day is not None:
            self.days.remove(day)

    def _shift(self, terms: Terms, sign: float) -> None:
        for term, weight in terms.items():
            before = self.middle.get(term, 0.0)
            self.middle[term] = before + sign * weight
            self.square += weight * (weight + sign * 2 * before)


class StoryStream:
    """Decides report by report, in the order received, and never revises."""

    def __init__(self) -> None:
        self._seen = 0
        self._frequency: Counter[str] = Counter()
        self._stories: list[LiveStory] = []
        self._by_term: dict[str, list[int]] = defaultdict(list)

    def add(self, report: Report) -> str:
        """The id of the story a report joins or opens: that of the story's first report."""
        found, day = find_terms(report), read_day(report)
        self.learn(found)
        terms = self.weigh(found)
        self._forget_closed(choose_keys(terms), day)
        return self._stories[self.place(report.id, terms, day=day)].id

    def _forget_closed(self, keys: Iterable[str], day: int | None) -> None:
        """Drop closed stories from the lists about to be read: a long stream must not read them for ever."""
        for key in keys:
            self._by_term[key] = [n for n in self._by_term[key] if not self._is_closed(n, day)]

    def learn(self, terms: Terms) -> None:
        """Count the terms of a report."""
        self._seen += 1
        self._frequency.update(terms.keys())

    def weigh(self, terms: Terms) -> dict[str, float]:
        """Terms weighted by rarity, of length 1."""
        most, total = COMMONEST * (self._seen + PRIOR), self._seen + PRIOR + 1
        frequency = self._frequency
        return normalise_length(
            {term: w * log(total / (frequency[term] + 0.5)) for term, w in terms.items() if frequency[term] <= most}
        )

    def place(self, id: str, terms: Terms, *, day: int | None) -> int:
        """Let a report join the nearest story that is near enough, or open one; the number of that story."""
        keys = choose_keys(terms)
        number = self._choose(terms, keys, day=day)
        if number is None:
            number = len(self._stories)
            self._stories.append(LiveStory(id))
        self._stories[number].take(terms, day)
        for key in keys:
            if number not in self._by_term[key]:
                self._by_term[key].append(number)
        return number

    def replace(self, number: int, terms: Terms, *, day: int | None) -> int:
        """Decide again on a report of a story, now that all stories are known."""
        story = self._stories[number]
        story.release(terms, day)
        return self.place(story.id, terms, day=day)

    def _choose(self, terms: Terms, keys: Sequence[str], *, day: int | None) -> int | None:
        """The number of the nearest live story, if it is near enough."""
        votes: dict[int, float] = defaultdict(float)
        for key in keys:
            for number in self._by_term[key]:
                votes[number] += terms[key]
        candidates = sorted(votes, key=lambda n: (-votes[n], n))[:CANDIDATES]
        scored = [(_score(self._stories[n], terms, day=day), -n) for n in candidates]
        best, number = max(scored, default=(0.0, 0))
        return -number if best >= ACCEPT else None

    def _is_closed(self, number: int, day: int | None) -> bool:
        days = self._stories[number].days
        return day is not None and bool(days) and day - days[-1] > WINDOW


def choose_keys(terms: Terms) -> list[str]:
    """The strongest terms, by which stories are looked up."""
    return sorted(terms, key=lambda term: (-terms[term], term))[:KEYS]


def _score(story: LiveStory, terms: Terms, *, day: int | None) -> float:
    """Nearness, less for a story that was quiet, more for one of the very day."""
    if day is None or not story.days:
        return story.nearness(terms)
    apart = story.days_apart(day)
    if apart > WINDOW:
        return 0.0
    fading = 1 - DECAY + DECAY * exp(-log(2) * max(0, apart - 1) / HALF_LIFE)
    return story.nearness(terms) * fading * (1 + FRESH * exp(-log(2) * apart))


def read_day(report: Report) -> int | None:
    """The number of the day a report was published, if its metadata say so."""
    try:
        return date.fromisoformat((report.published or "")[:10]).toordinal()
    except ValueError:
        return None


def group_reports(reports: Iterable[Report]) -> tuple[str, ...]:
    """The story of each report when all are known: its id is that of its earliest report.

    Reports are taken by date, with the rarity of terms counted over all of them, and decided on a second time when all
    stories are there. The order in which they are given changes nothing.
    """
    given = list(reports)
    ordered = sorted(range(len(given)), key=lambda n: (read_day(given[n]) or 0, given[n].id))
    stream, found = StoryStream(), [find_terms(report) for report in given]
    for terms in found:
        stream.learn(terms)
    weighed, days = [stream.weigh(terms) for terms in found], [read_day(report) for report in given]
    placed = {n: stream.place(given[n].id, weighed[n], day=days[n]) for n in ordered}
    placed = {n: stream.replace(placed[n], weighed[n], day=days[n]) for n in ordered}
    names: dict[int, str] = {}
    for n in ordered:
        names.setdefault(placed[n], given[n].id)
    return tuple(names[placed[n]] for n in range(len(given)))
