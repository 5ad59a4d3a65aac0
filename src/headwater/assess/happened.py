"""Findings of kind ``happened``: one a group of linked events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from headwater.assess.clauses import find_clause
from headwater.assess.independence import Background, weigh_sources
from headwater.assess.said import Told, detail_time, group_refs, name_speaker
from headwater.assess.sources import collect_places
from headwater.assess.toll_groups import Toll, cite
from headwater.assess.toll_sources import lean_on_named, settle_toll
from headwater.assess.tolls import find_tolls
from headwater.assess.wording import cite_all, join_words, make_id, plain, shorten
from headwater.link.alignment import function_words
from headwater.link.headlines import gather_headlines
from headwater.link.speakers import find_speakers
from headwater.model.finding import Finding
from headwater.model.notes import Event
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span
from headwater.model.story import NoteRef


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with the statement it stands in, if any."""

    ref: NoteRef
    reading: Reading
    event: Event
    holder: Told | None

    clause: tuple[Span, ...]
    """The words that tell it."""
    name: str | None
    """Who acts, where the report has only a pronoun that stands for somebody it names."""

    @property
    def names_party(self) -> bool:
        """Whether its words say who acts or who is acted upon; "was hit" alone tells nothing."""
        parties = (*self.event.actor, *self.event.recipient)
        is_named = any(span.meets(party) for span in self.clause for party in parties)
        return is_named or self.clause[0].start < self.event.trigger[0].start

    @property
    def words(self) -> str:
        """The report's words of the clause, with a name for the pronoun they begin with."""
        words = join_words(self.reading, self.clause)
        lead = next((part for part in self.event.actor if self.clause and part.start == self.clause[0].start), None)
        if self.name is None or lead is None:
            return words
        return self.name + words[lead.end - lead.start :]

    def is_part_of(self, other: Happening) -> bool:
        """Whether another event of the type has all its words and more."""
        if other.ref[0] != self.ref[0] or other.event.type != self.event.type or other is self:
            return False
        covered = all(any(span.holds(part) for span in other.clause) for part in self.clause)
        return covered and other.clause != self.clause


def find_happened(background: Background, tolls: Sequence[Toll] = ()) -> tuple[Finding, ...]:
    """What happened, was threatened, demanded or denied, with whose view it is where it stands in a statement.

    An attack and its toll are one line, with every report that tells the toll.
    """
    happenings = _list_happenings(background)
    groups = group_refs(happenings, background.story.events)
    found: dict[str, Finding] = {}
    by_report: dict[str, list[Happening]] = {}
    for happening in happenings.values():
        by_report.setdefault(happening.ref[0], []).append(happening)
    listed = ([happenings[ref] for ref in refs] for refs in groups)
    whole = [g for g in listed if not all(any(one.is_part_of(o) for o in by_report[one.ref[0]]) for one in g)]
    by_toll, others = _part_by_toll(whole, tolls)
    for group, toll in (*((group, toll) for toll, group in by_toll), *((group, None) for group in others)):
        finding = _find_event(background, group, toll)
        found.setdefault(plain(finding.line), finding)
    told = [toll for toll, _ in by_toll]
    return (*found.values(), *find_tolls(background, (toll for toll in tolls if toll not in told)))


def _part_by_toll(
    groups: Iterable[list[Happening]], tolls: Sequence[Toll]
) -> tuple[list[tuple[Toll, list[Happening]]], list[list[Happening]]]:
    """The tolls with the events that tell them, and the groups that tell none."""
    by_toll: dict[int, list[Happening]] = {}
    others = []
    for group in groups:
        number = next((n for n, toll in enumerate(tolls) if any(_tells_toll(one, toll) for one in group)), None)
        if number is None:
            others.append(group)
        else:
            by_toll.setdefault(number, []).extend(group)
    return [(tolls[number], group) for number, group in by_toll.items()], others


def _tells_toll(happening: Happening, toll: Toll) -> bool:
    event, report = happening.event, happening.ref[0]
    if event.type != "ASSAULT" or event.stance != "happened":
        return False
    return toll.holds(report, event.trigger[0]) or any(toll.is_told_in(report, span) for span in happening.clause)


def _list_happenings(background: Background) -> dict[NoteRef, Happening]:
    speakers, headlines = find_speakers(background.story), gather_headlines(background.story.readings)
    people = {ref: person.name for person in background.story.people for ref in person.actors}
    found = {}
    for reading in background.story.readings:
        report = reading.report.id
        told = [Told((report, m), reading, s, speakers[report, m]) for m, s in enumerate(reading.statements)]
        for n, event in enumerate(reading.events):
            if not headlines.sum_up(reading, (*event.trigger, *event.actor, *event.recipient)):
                clause, holder = find_clause(reading, event), _find_holder(event, told)
                name = _name_pronoun(reading, event, people)
                happening = Happening((report, n), reading, event, holder, clause, name)
                if happening.names_party:
                    found[report, n] = happening
    return found


def _name_pronoun(reading: Reading, event: Event, people: Mapping[tuple[str, str], str]) -> str | None:
    """The name for an actor given as a pronoun; None where it is none, or stands for nobody named."""
    if len(event.actor) != 1 or reading.report.quote(event.actor[0]).casefold() not in function_words():
        return None
    actors = (a for a in reading.actors if event.actor[0] in a.mentions and a.label == "PERSON")
    return next((people.get((reading.report.id, a.id), a.name) for a in actors), None)


def _find_holder(event: Event, told: Iterable[Told]) -> Told | None:
    """The narrowest statement whose content holds the event's trigger."""
    holding = [t for t in told if any(part.holds(event.trigger[0]) for part in t.statement.content)]
    return min(holding, key=lambda t: sum(end - start for start, end in t.statement.content), default=None)


def _find_event(background: Background, group: list[Happening], toll: Toll | None) -> Finding:
    telling = [one for one in group if toll and _tells_toll(one, toll)] or group
    best = min(
        telling, key=lambda h: (h.holder is not None, len(h.clause), -_count_slots(h.event), len(h.words), h.ref)
    )
    sources = dict(collect_places(background, ((h.ref[0], h.event.trigger[0]) for h in group)))
    if toll:
        sources = {**settle_toll(background, toll), **sources}
    independence = weigh_sources(background, lean_on_named(background, sources))
    counted = [cite(*pair) for pair in toll.counted] if toll else []
    cites = dict.fromkeys((*(cite for happening in (best, *group) for cite in _cite(happening)), *counted))
    line = shorten(best.words)
    id_ = make_id("happened", best.event.type, line)
    details = {**_detail(best), **({"count": toll.details} if toll else {})}
    return Finding("happened", line, tuple(cites), independence.origins, id_, details)


def _count_slots(event: Event) -> int:
    return sum(map(bool, (event.actor, event.recipient, event.time, event.place)))


def _cite(happening: Happening) -> tuple[Cite, ...]:
    return cite_all(happening.reading, happening.clause)


def _detail(best: Happening) -> dict[str, Any]:
    event, reading = best.event, best.reading
    time = next((t for t in reading.times if event.time and t.span == event.time), None)
    return {
        "type": event.type,
        "mode": event.mode,
        "stance": event.stance,
        "actor": join_words(reading, event.actor) or None,
        "recipient": join_words(reading, event.recipient) or None,
        "place": join_words(reading, event.place) or None,
        "holder": name_speaker(best.holder) if best.holder else _name_view(reading, event),
        "when": detail_time(reading, time) if time else None,
    }


def _name_view(reading: Reading, event: Event) -> str | None:
    """Whose view the stance is, in the report's words; None where it is the actor's own or the report's."""
    if set(event.holder) & {*event.actor, *event.recipient}:
        return None
    words = join_words(reading, event.holder)
    return None if words.casefold() in function_words() else words or None
