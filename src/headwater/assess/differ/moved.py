"""A day that was moved: put off, brought forward, extended; against the reports that still name the old one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.assess.differ.clause import plain
from headwater.assess.differ.sides import Dispute, Place, make_dispute
from headwater.assess.independence import Background
from headwater.assess.moves import REACH
from headwater.assess.outcomes import (
    LIMITS,
    Outcome,
    deed_nouns,
    gather_outcomes,
    outcome_classes,
    read_class,
    same_deed,
)
from headwater.model.notes import Time
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

SHIFTS = frozenset({"extended", "moved"})
DECIDED = frozenset({"agree", "decide", "choose", "vote"})
UNTIL = frozenset({"until", "till", "by", "before", "from"})
FEWEST = 2
"""Words that a sentence must share with what was moved where the former day is not named."""
WIDTH = 6
"""Words before a day that are shown with it."""


@dataclass(frozen=True, slots=True)
class Named:
    """Where a report names a day for something that was moved."""

    reading: Reading
    span: Span
    day: str


def find_moved(background: Background) -> Iterator[Dispute]:
    """Each shift with all that tell of it on one side, and the places that name the former day on the other."""
    told: dict[tuple[str, str], tuple[list[Place], list[Place]]] = {}
    shifts: dict[str, list[Outcome]] = defaultdict(list)
    for change in gather_outcomes(background.story.readings):
        if change.status in SHIFTS:
            shifts[change.report].append(change)
    for reading in background.story.readings:
        for change in (*shifts[reading.report.id], *_find_decided(reading)):
            latter = list(_find_latter(reading, change))
            days = frozenset(day.day for day in latter)
            former = list(_find_former(background.story.readings, reading, change=change, new=days)) if latter else []
            if former:
                sides = told.setdefault((former[0].day, change.head), ([], []))
                sides[0].extend((one.reading, one.span) for one in former)
                sides[1].extend((one.reading, one.span) for one in latter)
    for pair in told.values():
        yield make_dispute("date", pair)


def _find_decided(reading: Reading) -> Iterator[Outcome]:
    """What is told as decided to be moved."""
    for sentence in reading.sentences:
        for word, lemma in enumerate(sentence.lemmas):
            above = sentence.heads[word]
            is_decided = above >= 0 and sentence.rels[word] == "xcomp" and sentence.lemmas[above] in DECIDED
            if is_decided and outcome_classes().get(lemma, {}).get("status") in SHIFTS:
                yield from read_class(reading, sentence, word=word, negated=False)


def _find_latter(reading: Reading, change: Outcome) -> Iterator[Named]:
    """The clause of the shift with the last day it names; where it names none, the days named for the thing right after it."""
    inside = [t for t in reading.times if change.span.holds(t.span) and _is_day(t) and t.latest not in change.days]
    if inside:
        yield Named(reading, change.span, max(str(time.latest) for time in inside))
        return
    wanted = frozenset(map(_name, change.content))
    for time in reading.times:
        sentence = next(iter(reading.sentences_in(time.span)), None)
        is_near = change.span.end <= time.span.start <= change.span.end + REACH
        if sentence is None or not is_near or not _is_day(time) or _lead(sentence, time) not in UNTIL:
            continue
        if len(wanted & frozenset(map(_name, sentence.lemmas))) >= FEWEST:
            yield Named(reading, _cover(sentence, time), str(time.latest))


def _find_former(
    readings: Sequence[Reading], teller: Reading, *, change: Outcome, new: frozenset[str]
) -> Iterator[Named]:
    """Where other reports name the day from which something was moved, or a day for the very thing."""
    wanted = frozenset(map(_name, (*change.content, change.head))) - {""}
    for reading in readings:
        if reading.report.id != teller.report.id and _is_before(reading, teller):
            times = [t for t in reading.times if t.type in ("DATE", "TIME") and not _is_day_of(t, new)]
            found = [told for time in times if (told := _tell(reading, time, change=change, wanted=wanted))]
            yield from found
            yield from _list_further(reading, [time for time in times if found and _is_day_of(time, change.days)])


def _tell(reading: Reading, time: Time, *, change: Outcome, wanted: frozenset[str]) -> Named | None:
    """A day named for the thing that was moved."""
    sentence = next(iter(reading.sentences_in(time.span)), None)
    if sentence is None or sentence.role != "body":
        return None
    shared = wanted & frozenset(map(_name, sentence.lemmas))
    is_same = _is_day_of(time, change.days) if change.days else _is_very(change, shared, lead=_lead(sentence, time))
    is_day = time.earliest == time.latest  # an unknown day of the week, too
    return (
        Named(reading, _cover(sentence, time), str(time.latest or time.value))
        if shared and is_same and is_day
        else None
    )


def _list_further(reading: Reading, times: list[Time]) -> Iterator[Named]:
    """Other places where a report that knows the former day says from, until or by when."""
    for time in times:
        sentence = next(iter(reading.sentences_in(time.span)), None)
        if sentence and sentence.role == "body" and _lead(sentence, time) in UNTIL:
            yield Named(reading, _cover(sentence, time), str(time.latest or time.value))


def _is_very(change: Outcome, shared: frozenset[str], *, lead: str) -> bool:
    """Whether a sentence names the thing that was moved: by its noun and another word, a limit by what it is for."""
    if change.head in LIMITS:
        return lead in UNTIL and len(shared - {_name(change.head)}) >= FEWEST
    return _name(change.head) in shared and len(shared) >= min(FEWEST, len(change.content))


def _name(lemma: str) -> str:
    """A noun and the verb of its deed as one."""
    word = plain(lemma)
    return deed_nouns().get(word) or same_deed(word.removesuffix("ing"))


def _lead(sentence: Sentence, time: Time) -> str:
    """The word before a time, in small letters."""
    inside = sentence.words_in(time.span)
    return sentence.words[inside[0] - 1].casefold() if inside and inside[0] else ""


def _is_day(time: Time) -> bool:
    return time.latest is not None and time.earliest == time.latest


def _is_day_of(time: Time, days: frozenset[str]) -> bool:
    """Whether a time is one of some days; one without a year may be."""
    return time.latest in days or any(time.value.startswith("XXXX-") and day[4:] == time.value[4:10] for day in days)


def _is_before(reading: Reading, other: Reading) -> bool:
    """Whether a report may have been published before another."""
    mine, theirs = reading.provenance.published.value, other.provenance.published.value
    return not mine or not theirs or mine[:10] <= theirs[-10:]


def _cover(sentence: Sentence, time: Time) -> Span:
    """The time with some words before it."""
    inside = sentence.words_in(time.span)
    return sentence.cover(range(max(0, inside[0] - WIDTH), inside[-1] + 1)) if inside else time.span
