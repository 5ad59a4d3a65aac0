"""Sentences that tell of a commitment whatever their words: those of its day that share its rarer words, or name its limit.

"The opposition wants the bulletin by Monday" tells of the deadline that another report says was set for Monday. Where the
story knows one deadline of a day, "the deadline" of that day is it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from headwater.assess.measures import is_measured
from headwater.lexicon import load
from headwater.link.due_days import CLOCK, fits, is_whole
from headwater.link.families import BOUND
from headwater.link.pledges import Pledge, read_telling
from headwater.link.tellings import LIMIT, Rarity, Telling, count_keys, stem, tie
from headwater.model.notes import Time
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span
from headwater.model.story import Story

ALIKE = 0.9
"""Weight of the keys that a sentence about "the deadline" without a day must share."""
DATED = 0.35
"""Weight it must share where it names the one commitment's day by its date, which the story uses for little else."""
LEAD = 3
"""Sentences of a report that tell its news, which is of its day where they name no other."""
WEAK = 0.02
"""Score of what is known by its limit, its date or the plan, and not by its words."""
AROUND = timedelta(days=45)
"""How far from the day of a plan a report still measures something against it."""
AHEAD = timedelta(days=7)
"""How far ahead of its last day something may be told as done."""
NUMBER = re.compile(r"\d|first of", re.I)
"""In a day that is given by its date and not as a weekday."""
PLAIN_DAY = re.compile(r"\d|day\b|last|previous|ago\b", re.I)
"""In a time that names a day other than the report's: "Wednesday", "3 May", not "overnight"."""
Pledges = Sequence[Pledge]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that tells of a group of pledges, and how much of it they have in common."""

    group: int
    report: str
    sentence: Sentence
    score: float
    place: Span
    """The words that name the day or the deadline."""
    is_own: bool
    """Whether the report has a pledge of the group."""
    is_of_day: bool
    """Whether what it tells is of the day the group is due."""
    is_named: bool
    """Whether it names that day, or the deadline."""


class DayIndex:
    """Groups of pledges by the day they are due."""

    def __init__(self, groups: Sequence[Pledges]) -> None:
        self.groups = groups
        self.tellings = [tuple(dict.fromkeys(pledge.telling for pledge in group)) for group in groups]
        self.reports = [frozenset(pledge.ref[0] for pledge in group) for group in groups]
        self.by_day: Mapping[str, list[int]] = defaultdict(list)
        self.days: list[frozenset[str]] = []
        for number, group in enumerate(groups):
            day = next((pledge.due for pledge in group if is_whole(pledge.due)), None)
            self.days.append(frozenset((day,) if day else ()))
            if day:
                self.by_day[day].append(number)

    def find(self, times: Iterable[Time]) -> list[int]:
        """The groups due on a day that some times name."""
        days = set[str]()
        for time in times:
            value = CLOCK.sub("", time.value)
            days |= {time.latest} if time.latest else {day for day in self.by_day if "X" in value and fits(value, day)}
        return sorted({number for day in days for number in self.by_day.get(day, ())})

    def list_news(self, published: str) -> list[int]:
        """The groups whose fate a report of some day may tell without naming one: due that day, or to be done by one near it."""
        if not published:
            return []
        soon = [n for day, numbers in self.by_day.items() if is_near(day, published[-10:], AHEAD) for n in numbers]
        return sorted({*self.by_day.get(published, ()), *self.bound(soon)})

    def bound(self, numbers: Iterable[int]) -> list[int]:
        """Those of some groups of which a report may speak as "the deadline"."""
        return [n for n in sorted(numbers) if any(p.commitment.commitment in BOUND for p in self.groups[n])]


Found = tuple[int, float, Span | None]
"""The number of a group, how well a sentence fits it, and the words that name its day; None where none do."""


def find_passages(story: Story, groups: Sequence[Pledges]) -> Iterator[Passage]:
    """Every sentence of the story that tells of a dated group."""
    index, rarity = DayIndex(groups), count_keys(story.readings)
    for reading in story.readings if index.by_day else ():
        published = reading.provenance.published.value or ""
        body = [sentence for sentence in reading.sentences if sentence.role != "title"]
        for place_in_text, sentence in enumerate(body):
            news = index.list_news(published) if place_in_text < LEAD else []
            found = _match(reading, sentence, index=index, rarity=rarity, news=news)
            if found:
                number, score, place = found
                is_of_day = place is not None or number in news
                place = place or sentence.span
                is_own = reading.report.id in index.reports[number]
                yield Passage(
                    number, reading.report.id, sentence, score, place, is_own, is_of_day, found[2] is not None
                )


def _match(
    reading: Reading, sentence: Sentence, *, index: DayIndex, rarity: Rarity, news: Sequence[int]
) -> Found | None:
    """The group that a sentence tells of, by its day, its limit, what is measured against it, or as ``news`` of the day."""
    times = list_days(reading, sentence)
    near = index.find(times) if times else []
    limits = [sentence.spans[n] for n in range(len(sentence)) if is_limit(sentence, n)]
    is_compared = is_measured(reading.report.quote(sentence.span))
    is_today = not any(PLAIN_DAY.search(reading.report.quote(time.span)) for time in times)
    today = news if is_today else []
    if not (near or (limits and not times) or is_compared or today):
        return None
    told = read_telling(reading, (sentence.span,))
    score, number = max(((_score(index.tellings[n], told, rarity=rarity), n) for n in near or today), default=(0.0, -1))
    if score:
        return number, score, next((time.span for time in times if number in index.find((time,))), None)
    if limits and not has_pledge(reading, sentence) and (near or not times):
        bound = index.bound(near) if near else _find_bound(told, index=index, rarity=rarity)
        if len(bound) == 1:
            return bound[0], WEAK, limits[0]
    found = _match_date(reading, times, told=told, index=index, rarity=rarity)
    return found or (_match_plan(reading, near, told=told, index=index, rarity=rarity) if is_compared else None)


def _match_plan(
    reading: Reading, near: Sequence[int], *, told: Telling, index: DayIndex, rarity: Rarity
) -> Found | None:
    """The group against which something is measured: the only one of the day, or the one whose words it shares."""
    published = reading.provenance.published.value
    if not published:
        return None
    if len(near) == 1:
        return near[0], WEAK, None
    around = [n for day, numbers in index.by_day.items() if is_near(day, published[-10:], AROUND) for n in numbers]
    ranked = sorted(((_score(index.tellings[n], told, rarity=rarity), n) for n in around), reverse=True)
    is_one = bool(ranked) and ranked[0][0] > 0 and (len(ranked) == 1 or ranked[0][0] >= 1.5 * ranked[1][0])
    return (ranked[0][1], ranked[0][0], None) if is_one else None


def is_near(day: str, other: str, reach: timedelta) -> bool:
    """Whether two days lie at most ``reach`` apart."""
    return abs(date.fromisoformat(day) - date.fromisoformat(other)) <= reach


def _match_date(
    reading: Reading, times: Iterable[Time], *, told: Telling, index: DayIndex, rarity: Rarity
) -> Found | None:
    """The only group that is due on a date ("1 March") the sentence names, if it shares at least some of its words."""
    for time in (time for time in times if NUMBER.search(reading.report.quote(time.span))):
        near = index.find((time,))
        if len(near) == 1 and _share(index.tellings[near[0]], told, rarity=rarity) >= DATED:
            return near[0], WEAK, time.span
    return None


def _score(group: Iterable[Telling], told: Telling, *, rarity: Rarity) -> float:
    return max(tie(telling, told, rarity=rarity, hours=False) for telling in group)


def _share(group: Iterable[Telling], told: Telling, *, rarity: Rarity) -> float:
    """The weight of what a passage has in common with the pledge that is most like it."""
    return max(rarity.weigh(telling.keys & told.keys) for telling in group)


def _find_bound(told: Telling, *, index: DayIndex, rarity: Rarity) -> list[int]:
    """The group of which a sentence speaks as "the deadline", without a day; none where several may be meant."""
    everyone = index.bound(n for numbers in index.by_day.values() for n in numbers)
    ranked = sorted(((_share(index.tellings[n], told, rarity=rarity), n) for n in everyone), reverse=True)
    ranked = [pair for pair in ranked if pair[0] >= ALIKE]
    is_one = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] >= 2 * ranked[1][0])
    return [ranked[0][1]] if is_one else []


def is_limit(sentence: Sentence, word: int) -> bool:
    """Whether a word means a last day: "the ultimatum", "the time … ends"."""
    if stem(sentence.lemmas[word]) == LIMIT:
        return True
    lists, verb = load("commitments_outcomes")["runs_out"], sentence.heads[word]
    is_time = sentence.lemmas[word].casefold() in lists["nouns"] and sentence.rels[word] == "nsubj"
    return is_time and sentence.lemmas[verb].casefold() in lists["verbs"]


def has_pledge(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence holds a dated commitment of its own."""
    return any(c.due and sentence.span.meets(span) for c in reading.commitments for span in c.span)


def list_days(reading: Reading, sentence: Sentence) -> list[Time]:
    """The days a sentence names, but those on which it says that somebody spoke."""
    first = bisect_left(reading.times, sentence.span.start, key=lambda time: time.span.start)
    last = bisect_left(reading.times, sentence.span.end, key=lambda time: time.span.start)
    cues = [span for statement in reading.statements for span in statement.cue if sentence.span.holds(span)]
    found = [time for time in reading.times[first:last] if time.type in {"DATE", "TIME"} and is_day(time)]
    return [time for time in found if not any(_hangs_on(sentence, time, cue) for cue in cues)]


def is_day(time: Time) -> bool:
    """Whether a time says something of its day: not "now", nor "in the afternoon" of an undated report."""
    return time.latest is not None or ("X" in time.value and not time.value.startswith("XXXX-XX-XX"))


def _hangs_on(sentence: Sentence, time: Time, cue: Span) -> bool:
    """Whether a time is tied to a word of speech as the day of speaking ("said on Thursday", not "told them by Thursday")."""
    inside = sentence.words_in(time.span)
    heads = {sentence.heads[n] for n in inside} - set(inside)
    marks = {sentence.words[c].casefold() for n in inside for c in sentence.children(n, "case")}
    return marks <= {"on"} and any(head >= 0 and cue.holds(sentence.spans[head]) for head in heads)
