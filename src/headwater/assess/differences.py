"""Findings of kind ``differs``: two sides that cannot both be right, or one utterance in two wordings, each side cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from headwater.assess.counts import Count, find_counts
from headwater.assess.denials import find_denials
from headwater.assess.figures import Names, find_ages, find_figures
from headwater.assess.independence import Background, weigh_sources
from headwater.assess.places import StoryPlaces, gather_places
from headwater.assess.spellings import find_spellings
from headwater.assess.wording import join_words, make_id
from headwater.lexicon import load
from headwater.link.alignment import Alignment, align, find_changes, is_reworded
from headwater.link.people import split_name
from headwater.link.wordings import Wording, find_wordings
from headwater.model.finding import Finding
from headwater.model.notes import Event, Time
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span
from headwater.model.story import NoteRef

DENIALS = frozenset({"denied", "negated"})
"""Stances that stand against "happened"."""
ASSERTED = frozenset({"happened", "ongoing"})
Counted = tuple[Reading, Count]
FEWEST = 3
"""Content words two wordings must share before their difference is one of wording."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one or more reports say."""

    text: str
    cites: tuple[Cite, ...]
    figure: str = ""
    """The number meant, where the words spell it out."""

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports of this side."""
        return tuple(dict.fromkeys(cite.report for cite in self.cites))

    def detail(self) -> dict[str, Any]:
        """The side as the details of findings give it."""
        cites = [{"report": report, "start": span.start, "end": span.end} for report, span in self.cites]
        return {"text": self.text, "reports": list(self.reports), "cites": cites}


def find_differences(background: Background) -> tuple[Finding, ...]:
    """Where reports differ: numbers, dates, denials, speakers, wording."""
    return (
        *_differ_in_numbers(background),
        *_differ_in_dates(background),
        *_differ_in_denial(background),
        *_differ_in_claims(background),
        *_differ_in_names(background),
        *_differ_in_speaker(background),
        *_differ_in_wording(background),
    )


def _make(background: Background, about: str, *, sides: Iterable[Side], thing: str = "") -> Finding:
    listed = tuple(sides)
    cites = tuple(dict.fromkeys(cite for side in listed for cite in side.cites))
    reports = dict.fromkeys(cite.report for cite in cites)
    sources = {report: background.story.report_origins.get(report, ()) for report in reports}
    line = " / ".join(f"{side.figure} “{side.text}”".strip() for side in listed)
    details = {"about": about, "sides": [side.detail() for side in listed]}
    id_ = make_id("differs", about, thing, *(side.text for side in listed))
    return Finding("differs", line, cites, weigh_sources(background, sources).origins, id_, details)


def _differ_in_numbers(background: Background) -> Iterator[Finding]:
    """Counts of one thing that exclude each other; a report with two tolls may speak of two events, and is left aside."""
    counted: dict[tuple[str, str], list[Counted]] = {}
    names = {ref: person.name for person in background.story.people for ref in person.actors}
    places = StoryPlaces(background.story.readings)
    for reading in background.story.readings:
        for thing, counts in _count_things(reading, names).items():
            counted.setdefault(thing, []).extend((reading, count) for count in counts)
    for thing, found in counted.items():
        for told in gather_places(found, where=lambda pair: places.find(*pair)):
            if any(one.contradicts(other) for (_, one), (_, other) in combinations(told, 2)):
                by_value: dict[tuple[float, float], list[Counted]] = {}
                for reading, count in told:
                    by_value.setdefault((count.low, count.high), []).append((reading, count))
                yield _make(background, "number", sides=map(_count_side, by_value.values()), thing=" ".join(thing))


def _count_things(reading: Reading, names: Names) -> dict[tuple[str, str], list[Count]]:
    by_thing: dict[tuple[str, str], list[Count]] = {}
    for count in (*find_counts(reading), *find_figures(reading), *find_ages(reading, names)):
        by_thing.setdefault(count.thing, []).append(count)
    is_one = {thing: len({count.value for count in counts}) == 1 for thing, counts in by_thing.items()}
    return {thing: counts for thing, counts in by_thing.items() if is_one[thing] or thing[0] == "magnitude"}


def _count_side(counted: list[Counted]) -> Side:
    side = _side([(reading, count.span) for reading, count in counted])
    is_spelt = not any(character.isdigit() for character in side.text)
    return replace(side, figure=f"{counted[0][1].value:g}" if is_spelt else "")


def _side(places: list[tuple[Reading, Span]]) -> Side:
    reading, span = places[0]
    return Side(join_words(reading, (span,)), tuple(Cite(r.report.id, s) for r, s in places))


def _events(background: Background) -> Iterator[list[tuple[Reading, Event]]]:
    """The linked events, group by group."""
    for link in background.story.events:
        if not link.possible:
            members = [(background.readings[report], number) for report, number in link.members]
            yield [(reading, reading.events[number]) for reading, number in members]


def _differ_in_dates(background: Background) -> Iterator[Finding]:
    """Days of one event that exclude each other."""
    for group in _events(background):
        dated = [(reading, time) for reading, event in group if (time := _day_of(reading, event))]
        if any(_exclude(one, other) for (_, one), (_, other) in combinations(dated, 2)):
            by_day: dict[tuple[str | None, str | None], list[tuple[Reading, Span]]] = {}
            for reading, time in dated:
                by_day.setdefault((time.earliest, time.latest), []).append((reading, time.span))
            yield _make(background, "date", sides=map(_side, by_day.values()))


def _day_of(reading: Reading, event: Event) -> Time | None:
    found = (time for time in reading.times if event.time and time.span == event.time and time.type == "DATE")
    return next((time for time in found if time.earliest and time.latest), None)


def _exclude(one: Time, other: Time) -> bool:
    """Whether two days or periods do not meet; unknown bounds exclude nothing."""
    bounds = (one.earliest, one.latest, other.earliest, other.latest)
    return None not in bounds and (str(one.latest) < str(other.earliest) or str(other.latest) < str(one.earliest))


def _differ_in_denial(background: Background) -> Iterator[Finding]:
    """An event that some report states and others deny."""
    for group in _events(background):
        for stances in (ASSERTED, DENIALS):
            if not any(event.stance in stances for _, event in group):
                break
        else:
            sides = (
                _side([(reading, event.trigger[0]) for reading, event in group if event.stance in stances])
                for stances in (ASSERTED, DENIALS)
            )
            yield _make(background, "denial", sides=sides)


def _wordings(background: Background) -> Iterator[list[Wording]]:
    """The quoted wordings of one utterance, group by group."""
    by_ref: dict[NoteRef, Wording] = {}
    for wording in find_wordings(background.story):
        by_ref.setdefault(wording.ref, wording)  # the whole one comes first
    for link in background.story.utterances:
        if not link.possible:
            yield [by_ref[ref] for ref in link.members if ref in by_ref and by_ref[ref].is_quoted]


def _differ_in_claims(background: Background) -> Iterator[Finding]:
    """What somebody denies and others say is so."""
    for denials, claims in find_denials(background.story):
        sides = (_side([(told.reading, told.span) for told in side]) for side in (claims, denials))
        yield _make(background, "denial", sides=sides)


def _differ_in_names(background: Background) -> Iterator[Finding]:
    """One person's surname in two spellings."""
    for one, other in find_spellings(background.story):
        yield _make(background, "name", sides=(_side(one), _side(other)))


def _differ_in_speaker(background: Background) -> Iterator[Finding]:
    """One utterance said to be two people's, each of whom a report names, or keeps unnamed, at the words themselves."""
    for group in _wordings(background):
        named: dict[str, list[tuple[Reading, Span]]] = {}
        for wording in group:
            reading = background.readings[wording.ref[0]]
            statement = reading.statements[wording.ref[1]]
            name = _find_surname(wording) or _find_unnamed(wording)
            if name and name in wording.speaker.words.casefold():
                named.setdefault(name, []).append((reading, statement.speaker[0]))
        if len(named) > 1 and len({r.report.id for places in named.values() for r, _ in places}) > 1:
            yield _make(background, "speaker", sides=map(_side, named.values()))


def _find_surname(wording: Wording) -> str | None:
    person = wording.speaker.person
    return split_name(person.name)[-1] if person and person.label == "PERSON" else None


def _find_unnamed(wording: Wording) -> str | None:
    """The words by which a report keeps a speaker's name back."""
    words = wording.speaker.words.casefold()
    return next((unnamed for unnamed in load("differences")["unnamed"]["words"] if unnamed in words), None)


def _differ_in_wording(background: Background) -> Iterator[Finding]:
    """One utterance in quotation marks with other words in them, once a group, the pair that differs most."""
    for group in _wordings(background):
        found = [(one, other, align(one.keys, other.keys)) for one, other in combinations(_first_of_each(group), 2)]
        unequal = [(one, other, a) for one, other, a in found if len(a.pairs) >= FEWEST and _is_unequal(a)]
        if unequal:
            one, other, alignment = max(unequal, key=lambda pair: (len(find_changes(pair[2])), -len(pair[2].pairs)))
            about = "meaning" if find_changes(alignment) else "wording"
            yield _make(background, about, sides=(_whole(background, one), _whole(background, other)))


def _is_unequal(alignment: Alignment) -> bool:
    return not alignment.is_exact and (is_reworded(alignment) or bool(find_changes(alignment)))


def _first_of_each(group: list[Wording]) -> list[Wording]:
    first = {wording.keys: wording for wording in reversed(group)}
    return sorted(first.values(), key=lambda wording: wording.ref)[:12]


def _whole(background: Background, wording: Wording) -> Side:
    reading = background.readings[wording.ref[0]]
    content = reading.statements[wording.ref[1]].content
    return Side(join_words(reading, content), tuple(Cite(reading.report.id, span) for span in content))
