"""Who stands behind an event told in somebody's statement: the holder of its stance, and the "I" of a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from headwater.model.notes import Event, Statement
from headwater.model.reading import Reading
from headwater.model.span import Span, Spans

SELF = frozenset({"i", "me"})
SIDE = frozenset({"we", "us"})
SPEECH_ACTS = frozenset({"AGREE", "SUPPORT", "CONSULT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""What a speaker does by saying "we do": of other deeds "we" may be anybody ("we jail too many")."""


def name_speakers(reading: Reading, events: Iterable[Event]) -> Iterator[Event]:
    """The events, those in a statement with its speaker where the sentence itself does not say whose view they are."""
    spoken = [s for s in reading.statements if s.speaker]
    for event in events:
        statement = find_statement(event.trigger[0], spoken)
        yield event if statement is None else voiced(reading, event, statement)


def find_statement(trigger: Span, statements: list[Statement]) -> Statement | None:
    """The narrowest statement whose content holds a trigger."""
    holding = [s for s in statements if any(part.holds(trigger) for part in s.content)]
    return min(holding, key=lambda s: sum(part.end - part.start for part in s.content), default=None)


def voiced(reading: Reading, event: Event, statement: Statement) -> Event:
    """An event as its speaker tells it."""
    quoted = statement.mode != "indirect"
    actor = put_speaker(reading, event.actor, statement, event.type) if quoted else event.actor
    recipient = put_speaker(reading, event.recipient, statement, event.type) if quoted else event.recipient
    own = event.actor != actor and event.holder == event.actor
    return replace(
        event, actor=actor, recipient=recipient, holder=statement.speaker if own or not event.holder else event.holder
    )


def put_speaker(reading: Reading, parties: Spans, statement: Statement, type_: str) -> Spans:
    """The parties with the speaker for "I", and for "we" where speaking is the deed."""
    names = SELF | SIDE if type_ in SPEECH_ACTS else SELF
    if not any(reading.report.quote(party).lower() in names for party in parties) or not is_somebody(
        reading, statement
    ):
        return parties
    kept = (party for party in parties if reading.report.quote(party).lower() not in names)
    return tuple(sorted({*kept, *statement.speaker}))


def is_somebody(reading: Reading, statement: Statement) -> bool:
    """Whether a statement's speaker is a mention of the report, and no paper or letter."""
    return any(speaker.holds(mention.span) for speaker in statement.speaker for mention in reading.mentions)
