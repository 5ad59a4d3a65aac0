"""Sentences of other reports that tell of the same commitment in words no rule takes for one.

"The opposition wants the bulletin by Monday" tells of the deadline that another report says was set for Monday. A sentence
tells of a commitment if it names the same day and shares enough of its rarer words, or speaks of "the deadline" of that day
where the story knows only one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.link.commitments import BOUND
from headwater.link.due_days import CLOCK, fits, is_whole
from headwater.link.pledges import Pledge, read_telling
from headwater.link.tellings import LIMIT, Rarity, Telling, count_keys, stem, tie
from headwater.model.notes import Time
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span
from headwater.model.story import Story

ALIKE = 0.9
"""Weight of the keys that a sentence about "the deadline" without a day must share."""
Pledges = Sequence[Pledge]


@dataclass(frozen=True, slots=True)
class Retelling:
    """A sentence that tells of a commitment, and how much of it they have in common."""

    report: str
    span: Span
    score: float
    place: Span
    """The words that name the day or the deadline: what says them is what is told."""


def find_retellings(story: Story, groups: Sequence[Pledges]) -> list[tuple[Retelling, ...]]:
    """For each group of pledges the best sentence of every report that has no pledge in it."""
    index, rarity = DayIndex(groups), count_keys(story.readings)
    best: list[dict[str, Retelling]] = [{} for _ in groups]
    for reading in story.readings:
        for sentence in (sentence for sentence in reading.sentences if sentence.role != "title"):
            for number, found in _match(reading, sentence, index=index, rarity=rarity):
                known = best[number].get(found.report)
                if known is None or found.score > known.score:
                    best[number][found.report] = found
    return [tuple(told[report] for report in sorted(told)) for told in best]


class DayIndex:
    """Groups of pledges by the day they are due."""

    def __init__(self, groups: Sequence[Pledges]) -> None:
        self.groups = groups
        self.reports = [frozenset(pledge.ref[0] for pledge in group) for group in groups]
        self.by_day: Mapping[str, list[int]] = defaultdict(list)
        for number, group in enumerate(groups):
            day = next((pledge.due for pledge in group if is_whole(pledge.due)), None)
            if day:
                self.by_day[day].append(number)

    def find(self, reading: Reading, times: Iterable[Time]) -> set[int]:
        """The groups due on a day that some times name, which the report does not tell of elsewhere."""
        days = set[str]()
        for time in times:
            value = CLOCK.sub("", time.value)
            days |= {time.latest} if time.latest else {day for day in self.by_day if "X" in value and fits(value, day)}
        found = {number for day in days for number in self.by_day.get(day, ())}
        return {number for number in found if reading.report.id not in self.reports[number]}

    def bound(self, numbers: Iterable[int]) -> list[int]:
        """Those of some groups of which a report may speak as "the deadline"."""
        return [n for n in sorted(numbers) if any(p.commitment.commitment in BOUND for p in self.groups[n])]


def _match(reading: Reading, sentence: Sentence, *, index: DayIndex, rarity: Rarity) -> Iterator[tuple[int, Retelling]]:
    """The group that a sentence tells of."""
    times = list_days(reading, sentence)
    near = index.find(reading, times) if times else set()
    limits = [span for span, lemma in zip(sentence.spans, sentence.lemmas, strict=True) if stem(lemma) == LIMIT]
    if not near and (times or not limits):
        return
    told = read_telling(reading, (sentence.span,))
    scored = [(max(tie(p.telling, told, rarity) for p in index.groups[n]), n) for n in sorted(near)]
    score, number = max(scored, default=(0.0, -1))
    if score:
        day = next(time for time in times if number in index.find(reading, (time,)))
        yield number, Retelling(reading.report.id, sentence.span, score, day.span)
    elif limits and not has_pledge(reading, sentence):
        bound = index.bound(near) if near else _find_bound(reading, told, index=index, rarity=rarity)
        if len(bound) == 1:
            yield bound[0], Retelling(reading.report.id, sentence.span, 0.01, limits[0])


def has_pledge(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence holds a dated commitment of its own."""
    return any(c.due and sentence.span.meets(span) for c in reading.commitments for span in c.span)


def _find_bound(reading: Reading, told: Telling, *, index: DayIndex, rarity: Rarity) -> list[int]:
    """The group of which a sentence speaks as "the deadline", without a day; none where several may be meant."""
    here = reading.report.id
    everyone = index.bound(n for numbers in index.by_day.values() for n in numbers if here not in index.reports[n])
    shared = [(max(rarity.weigh(p.telling.keys & told.keys) for p in index.groups[n]), n) for n in everyone]
    ranked = sorted((pair for pair in shared if pair[0] >= ALIKE), reverse=True)
    is_one = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] >= 2 * ranked[1][0])
    return [ranked[0][1]] if is_one else []


def list_days(reading: Reading, sentence: Sentence) -> list[Time]:
    """The days a sentence names, but those on which it says that somebody spoke."""
    first = bisect_left(reading.times, sentence.span.start, key=lambda time: time.span.start)
    last = bisect_left(reading.times, sentence.span.end, key=lambda time: time.span.start)
    cues = [span for statement in reading.statements for span in statement.cue if sentence.span.holds(span)]
    found = (time for time in reading.times[first:last] if time.type in {"DATE", "TIME"})
    return [time for time in found if not any(_hangs_on(sentence, time, cue) for cue in cues)]


def _hangs_on(sentence: Sentence, time: Time, cue: Span) -> bool:
    """Whether a time is tied to a word of speech as the day of speaking ("said on Thursday", not "told them by Thursday")."""
    inside = sentence.words_in(time.span)
    heads = {sentence.heads[n] for n in inside} - set(inside)
    marks = {sentence.words[c].casefold() for n in inside for c in sentence.children(n, "case")}
    return marks <= {"on"} and any(head >= 0 and cue.holds(sentence.spans[head]) for head in heads)
