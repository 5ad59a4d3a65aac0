"""The counts of people, magnitudes and ages that a report stands by: the last where it has several."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from math import inf

from headwater.assess.ages import Names, find_ages
from headwater.assess.counts import Count, find_counts
from headwater.assess.differ.clause import base
from headwater.assess.figures import find_figures, find_former
from headwater.assess.phrases import any_of, make_plural
from headwater.assess.places import StoryPlaces, Where
from headwater.assess.toll_counts import find_toll_counts, list_fates
from headwater.lexicon import load
from headwater.model.notes import Time
from headwater.model.reading import Reading

FATES = frozenset({"killed", "injured", "missing", "ill", "arrested", "evacuated"})
"""What is counted anew from day to day."""
ENDS = frozenset({"ccomp", "parataxis", "acl", "acl:relcl", "root"})
"""Relations of a verb above which another clause tells of something else."""
NEAR = 40
"""Characters before a number in which "bringing", "had spoken of" are looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A count in its report."""

    reading: Reading
    count: Count
    where: Where
    is_newer: bool = False
    """Whether it is said to take the place of another."""
    is_older: bool = False
    days: frozenset[str] = frozenset()
    """The days of the week on which its clause says that it happened."""

    @property
    def published(self) -> str | None:
        """The day of its report."""
        return self.reading.provenance.published.value

    @property
    def is_firm(self) -> bool:
        """Whether it is a count rather than an estimate: exact, or "at least"."""
        exact = self.count.low == self.count.high
        words = self.reading.report.quote(self.count.span).casefold()
        return exact or (self.count.high == inf and words.startswith(("at least", "no fewer")))


def settle_counts(reading: Reading, places: StoryPlaces, names: Names) -> dict[tuple[str, str], list[Told]]:
    """The counts of a report, by thing; only the last and those it replaces where there are several."""
    by_thing: dict[tuple[str, str], list[Told]] = {}
    others = (count for count in (*find_counts(reading), *find_figures(reading)) if count.thing[0] not in list_fates())
    found = [_tell(reading, c, places) for c in (*find_toll_counts(reading), *others, *find_ages(reading, names))]
    former = [replace(_tell(reading, c, places), is_older=True, is_newer=False) for c in find_former(reading)]
    for told in (*found, *former):
        by_thing.setdefault(told.count.thing, []).append(told)
    return {thing: chosen for thing, told in by_thing.items() if (chosen := _choose(thing[0], _share_days(told)))}


def _share_days(told: list[Told]) -> list[Told]:
    """The counts of one number each with the days of all: a headline names none."""
    days = {
        one.count.value: frozenset[str]().union(*(o.days for o in told if o.count.value == one.count.value))
        for one in told
    }
    return [replace(one, days=days[one.count.value]) for one in told]


def _choose(kind: str, told: list[Told]) -> list[Told]:
    """All where they agree; the new and the old ones where one is said to replace others; else none."""
    current = [one for one in told if not one.is_older]
    if kind == "magnitude" or len({one.count.value for one in current}) <= 1:
        return told
    newer = [one for one in current if one.is_newer]
    if kind not in FATES or not newer:
        return []
    last = max(one.count.value for one in newer)
    older = [replace(one, is_older=True) for one in told if one.count.value < last and not one.is_newer]
    return [*(one for one in newer if one.count.value == last), *older]


def _tell(reading: Reading, count: Count, places: StoryPlaces) -> Told:
    text, span = reading.report.text, count.span
    near = text[max(0, span.start - NEAR) : span.end + NEAR // 4] if count.thing[0] in FATES else ""
    is_older = bool(find_cues("older").search(near))
    is_newer = bool(find_cues("newer").search(near)) and not is_older
    return Told(
        reading,
        _narrow(reading, count),
        places.find_main(reading, count),
        is_newer,
        is_older,
        _find_days(reading, count),
    )


def _find_days(reading: Reading, count: Count) -> frozenset[str]:
    """The days of the week in the clause of a toll, not in that of who said so, or of what it is told with."""
    sentence = next((s for s in reading.sentences if s.span.meets(count.span)), None)
    inside = [n for n, span in enumerate(sentence.spans) if span.meets(count.span)] if sentence else []
    if sentence is None or not inside or count.thing[0] not in FATES:
        return frozenset()
    top = inside[-1]
    while sentence.heads[top] >= 0 and not (sentence.upos[top] == "VERB" and base(sentence, top) in ENDS):
        top = sentence.heads[top]
    apart = {n for child in sentence.children(top, "parataxis") for n in sentence.subtree(child)}
    spans = [sentence.spans[n] for n in sentence.subtree(top) if n not in apart]
    times = [time for time in reading.times if any(time.span.meets(span) for span in spans)]
    return frozenset(day for time in times if (day := _read_weekday(time)))


def _read_weekday(time: Time) -> str | None:
    """The day of the week of a day, as a digit; also where the week is not known."""
    if time.latest and time.earliest == time.latest:
        return str(date.fromisoformat(time.latest).isoweekday())
    named = re.match(r"XXXX-WXX-(\d)", time.value)
    return named[1] if named else None


def _narrow(reading: Reading, count: Count) -> Count:
    """A toll that names a sort of people counts those alone: six children among eight people."""
    words = set(reading.report.quote(count.span).casefold().split())
    nouns = {plural: noun for noun, plural in ((noun, make_plural(noun)) for noun in _persons())}
    named = next((nouns[word] for word in words if word in nouns), None)
    is_toll = count.thing[0] in FATES and count.thing[1] == "people"
    return replace(count, thing=(count.thing[0], named)) if is_toll and named else count


@cache
def _persons() -> tuple[str, ...]:
    lists = load("sameness_counts")
    anybody = {*lists["people"]["words"], "other", "body", "member", "patient"}
    return tuple(noun for noun in lists["persons"]["words"] if noun not in anybody)


@cache
def find_cues(name: str) -> re.Pattern[str]:
    """Any of the words of a list of the lexicon of differences."""
    return re.compile(rf"\b(?:{any_of(load('differences')[name]['words'])})\b", re.I)
