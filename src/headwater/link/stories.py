"""Which reports tell of one developing event, from title, text and date alone: no report is parsed for it.

A report joins the live story whose middle its terms are nearest to, or opens a new one. Terms weigh by how rare they are
in what has been seen; stories that went quiet are harder to join. After WINDOW days they are closed: only what is nearly
the same joins them, a trial that names again who and where ("two earthquakes" are not one for being earthquakes).
"""

from __future__ import annotations

from bisect import bisect, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from math import exp, log, sqrt

from headwater.link.terms import Terms, find_terms, normalise_length
from headwater.model.report import Report

ACCEPT = 0.24
"""Nearness from which a report joins a story. Set on the train parts of three collections (benchmarks/stories.py)."""
EARLY = 0.21
"""… while FEW have been read: until it is known which terms are rare, all look alike and nearness comes out lower."""
FEW = 10
"""Reports after which that is known well enough."""
PRIOR = 300
"""Unseen reports assumed before the first: it keeps rarity meaningful while few have been read."""
COMMONEST = 0.3
"""Share of reports beyond which a term says nothing."""
HALF_LIFE = 14
"""Days of silence after which half of DECAY is taken off."""
DECAY = 0.6
"""The most that silence takes off nearness."""
FRESH = 0.3
"""What the very day of a story's latest report adds to nearness; half of it a day later, and so on.

A report without a date is taken to be a day off."""
WINDOW = 60
"""Days of silence after which a story is closed."""
LATE = 0.5
"""Nearness from which a report joins a closed story."""
FORGET = 1100
"""Days of silence after which nothing joins any more."""
LASTING = 8
"""Strongest terms by which a closed story can still be found: a long stream must not read them all for ever."""
UNDATED = 10**7
"""Sorts reports without a date behind all days."""
STICK = 0.05
"""How much nearer another story must be for a report to move there when all are known."""
TINY = 1e-9
"""Squared length below which a story has no reports left."""
KEYS = 25
"""Strongest terms of a report by which stories are looked up."""
CANDIDATES = 12
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
    size: int = 0
    """Its reports."""
    lasting: frozenset[str] = frozenset()
    """The terms by which it is found once it is closed."""

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

    def close(self) -> frozenset[str]:
        """The terms by which it can still be found, chosen once."""
        self.lasting = self.lasting or frozenset(nsmallest(LASTING, self.middle, key=lambda t: (-self.middle[t], t)))
        return self.lasting

    def _shift(self, terms: Terms, sign: float) -> None:
        self.size += int(sign)
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
        self._numbers: dict[str, int] = {}
        self._by_term: dict[str, dict[int, None]] = defaultdict(dict)

    def add(self, report: Report) -> str:
        """The id of the story a report joins or opens: that of the story's first report."""
        return self.decide(report.id, find_terms(report), day=read_day(report))[0]

    def decide(self, id: str, found: Terms, *, day: int | None) -> tuple[str, Terms]:
        """The id of the story a report joins or opens, and the report's terms as weighed."""
        self.learn(found)
        terms = self.weigh(found)
        self._forget_closed(choose_keys(terms), day)
        return self._stories[self.place(id, terms, day=day)].id, terms

    def restore(self, story: str, terms: Terms, *, day: int | None) -> None:
        """Take back a report whose story is known, with its terms as they were weighed; those without weight are counted."""
        self.learn(terms)
        self.put(story, {term: weight for term, weight in terms.items() if weight}, day=day)

    def put(self, story: str, terms: Terms, *, day: int | None) -> int:
        """Put a report with weighed terms into the story of an id; the number of that story."""
        number = self._numbers[story] if story in self._numbers else self._open(story)
        self._join(number, terms, choose_keys(terms), day=day)
        return number

    def _open(self, id: str) -> int:
        number = self._numbers[id] = len(self._stories)
        self._stories.append(LiveStory(id))
        return number

    def _forget_closed(self, keys: Iterable[str], day: int | None) -> None:
        """Drop closed stories from the lists about to be read, but for those that are found by few other terms."""
        for key in keys:
            self._by_term[key] = {n: None for n in self._by_term[key] if self._is_found(n, key, day)}

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
            number = self._open(id)
        self._join(number, terms, keys, day=day)
        return number

    def _join(self, number: int, terms: Terms, keys: Iterable[str], *, day: int | None) -> None:
        self._stories[number].take(terms, day)
        for key in keys:
            self._by_term[key][number] = None

    def replace(self, number: int, terms: Terms, *, day: int | None) -> int:
        """Decide again on a report of a story, now that all are known: it moves to one that is clearly nearer."""
        story, keys = self._stories[number], choose_keys(terms)
        story.release(terms, day)
        least = _score(story, terms, day=day) + STICK if story.size else ACCEPT
        chosen = self._choose(terms, keys, day=day, least=least)
        number = number if chosen is None else chosen
        self._join(number, terms, keys, day=day)
        return number

    def _choose(self, terms: Terms, keys: Sequence[str], *, day: int | None, least: float | None = None) -> int | None:
        """The number of the nearest story, if it is near enough."""
        least = least if least is not None else EARLY if self._seen < FEW else ACCEPT
        votes: dict[int, float] = defaultdict(float)
        for key in keys:
            for number in self._by_term[key]:
                votes[number] += terms[key]
        candidates = sorted(votes, key=lambda n: (-votes[n], n))[:CANDIDATES]
        scored = [(_score(self._stories[n], terms, day=day), -n) for n in candidates]
        best, number = max(scored, default=(0.0, 0))
        return -number if best >= least else None

    def _is_found(self, number: int, key: str, day: int | None) -> bool:
        """Whether a story is still found by a term."""
        story = self._stories[number]
        quiet = day - story.days[-1] if day is not None and story.days else 0
        return quiet <= WINDOW or (quiet <= FORGET and key in story.close())


def choose_keys(terms: Terms) -> list[str]:
    """The strongest terms, by which stories are looked up."""
    return sorted(terms, key=lambda term: (-terms[term], term))[:KEYS]


def _score(story: LiveStory, terms: Terms, *, day: int | None) -> float:
    """Nearness, less for a story that was quiet, more for one of the very day."""
    if not story.days:
        return story.nearness(terms)
    if day is None:
        return story.nearness(terms) * (1 + FRESH / 2)
    apart = story.days_apart(day)
    if apart > FORGET:
        return 0.0
    if apart > WINDOW:
        return story.nearness(terms) * ACCEPT / LATE
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

    Reports are taken by date, and decided on a second time when all stories are there and the rarity of terms is counted
    over all of them. The order in which they are given changes nothing.
    """
    given = list(reports)
    ordered = sorted(range(len(given)), key=lambda n: (read_day(given[n]) or UNDATED, given[n].id))
    stream, found = StoryStream(), [find_terms(report) for report in given]
    first = {n: stream.decide(given[n].id, found[n], day=read_day(given[n]))[0] for n in ordered}
    placed = _decide_again(first, {n: stream.weigh(found[n]) for n in ordered}, given=given)
    names: dict[int, str] = {}
    for n in ordered:
        names.setdefault(placed[n], given[n].id)
    return tuple(names[placed[n]] for n in range(len(given)))


def _decide_again(first: Mapping[int, str], weighed: Mapping[int, Terms], *, given: Sequence[Report]) -> dict[int, int]:
    """The number of each report's story in a stream that begins with all stories as they were first decided."""
    stream = StoryStream()
    days = {n: read_day(given[n]) for n in first}
    numbers = {n: stream.put(first[n], weighed[n], day=days[n]) for n in first}
    return {n: stream.replace(numbers[n], weighed[n], day=days[n]) for n in first}
