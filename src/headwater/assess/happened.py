"""Findings of kind ``happened``: one a group of linked events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from headwater.assess.independence import Background, Sources, is_stated, weigh_sources
from headwater.assess.said import Told, detail_time, group_refs, name_speaker
from headwater.assess.wording import cite_all, join_words, make_id, shorten
from headwater.link.speakers import find_speakers
from headwater.model.finding import Finding
from headwater.model.notes import Event
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Cite, Span, cover
from headwater.model.story import NoteRef, Origin

WIDEST = 240
"""Characters an event's words may span before its line names its parts only."""
STOPS = frozenset({",", ";", ":", "–", "—", "--", ".", "!", "?"})
"""Marks at which a clause is taken to end."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with the statement it stands in, if any."""

    ref: NoteRef
    reading: Reading
    event: Event
    holder: Told | None

    @property
    def parts(self) -> tuple[Span, ...]:
        """Who, what, to whom, in text order."""
        return tuple(sorted({*self.event.actor, *self.event.trigger, *self.event.recipient}))

    @property
    def clause(self) -> tuple[Span, ...]:
        """From the first part to the end of what the trigger governs; only the parts where they stand far apart."""
        whole = cover((*self.parts, *self.event.place))
        clause = Span(whole.start, max(whole.end, self._end_of_clause()))
        near = clause.end - clause.start <= WIDEST and "\n" not in self.reading.report.quote(clause)
        return (clause,) if near else self.parts

    @property
    def words(self) -> str:
        """The report's words of the clause."""
        return join_words(self.reading, self.clause)

    def _end_of_clause(self) -> int:
        """Where the words below the trigger stop, or a comma or another clause stands between them."""
        last = self.event.trigger[-1]
        for sentence in self.reading.sentences:
            if sentence.span.holds(last) and (words := sentence.words_in(last)):
                below, word = find_clause(sentence, words), words[-1]
                while word + 1 in below and sentence.words[word + 1] not in STOPS:
                    word += 1
                return sentence.spans[word].end
        return last.end


def find_clause(sentence: Sentence, trigger: list[int]) -> set[int]:
    """The words a trigger governs, without the clauses joined to its own."""
    head = next((word for word in trigger if sentence.heads[word] not in trigger), trigger[-1])
    joined = {word for child in sentence.children(head, "conj", "parataxis") for word in sentence.subtree(child)}
    return set(sentence.subtree(head)) - joined


def find_happened(background: Background) -> tuple[Finding, ...]:
    """What happened, was threatened, demanded or denied, with whose view it is where it stands in a statement."""
    happenings = _list_happenings(background)
    groups = group_refs(happenings, background.story.events)
    return tuple(_find_event(background, [happenings[ref] for ref in refs]) for refs in groups)


def _list_happenings(background: Background) -> dict[NoteRef, Happening]:
    speakers = find_speakers(background.story)
    return {
        (reading.report.id, n): Happening(
            (reading.report.id, n),
            reading,
            event,
            _find_holder(
                event,
                [
                    Told((reading.report.id, m), reading, s, speakers[reading.report.id, m])
                    for m, s in enumerate(reading.statements)
                ],
            ),
        )
        for reading in background.story.readings
        for n, event in enumerate(reading.events)
    }


def _find_holder(event: Event, told: Iterable[Told]) -> Told | None:
    """The narrowest statement whose content holds the event's trigger."""
    holding = [t for t in told if any(part.holds(event.trigger[0]) for part in t.statement.content)]
    return min(holding, key=lambda t: sum(end - start for start, end in t.statement.content), default=None)


def _find_event(background: Background, group: list[Happening]) -> Finding:
    best = min(group, key=lambda h: (h.holder is not None, len(h.clause), -_count_slots(h.event), len(h.words), h.ref))
    independence = weigh_sources(background, _collect(background, group))
    cites = dict.fromkeys(cite for happening in (best, *group) for cite in _cite(happening))
    line = shorten(best.words)
    id_ = make_id("happened", best.event.type, line)
    return Finding("happened", line, tuple(cites), independence.origins, id_, _detail(best))


def _count_slots(event: Event) -> int:
    return sum(map(bool, (event.actor, event.recipient, event.time, event.place)))


def _cite(happening: Happening) -> tuple[Cite, ...]:
    return cite_all(happening.reading, happening.clause)


def _collect(background: Background, group: Iterable[Happening]) -> Sources:
    """The origins of each report's view: the statement's where the event stands in one, else the report's."""
    found: dict[str, list[Origin]] = {}
    for happening in group:
        report = happening.ref[0]
        of_report = background.story.report_origins.get(report, ())
        told = background.story.origins.get(happening.holder.ref, ()) if happening.holder else ()
        found.setdefault(report, []).extend(told or of_report)
    return {report: tuple(filter(is_stated, origins)) or tuple(origins) for report, origins in found.items()}


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
        "holder": name_speaker(best.holder) if best.holder else None,
        "when": detail_time(reading, time) if time else None,
    }
