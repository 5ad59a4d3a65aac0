"""A reading as one record of ``headwater annotate``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from headwater.model.block import Block
from headwater.model.notes import Commitment, Due, Event, Mention, Note, Relay, Statement, Time
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.span import Span

Record = dict[str, Any]


def record_reading(reading: Reading) -> Record:
    """The reading in the form of docs/formats.md; notes are grouped by kind, each group in text order."""
    return {
        "id": reading.report.id,
        "language": reading.language,
        "published": record_known(reading.provenance.published),
        "blocks": [record_block(block) for block in reading.blocks],
        "notes": [record_note(note) for note in reading.notes],
    } | ({"is_summary": True} if reading.report.is_summary else {})


def record_failure(report: str, failure: tuple[str, str, str]) -> Record:
    """The row that stands in the place of a report that could not be read; a failure is (path or id, code, message)."""
    _, code, message = failure
    return {"id": report, "error": {"code": code, "message": message}}


def record_known(known: Known) -> Record:
    """A fact with how it is known and the characters it was read from."""
    return {"value": known.value, "how": known.how, "evidence": record_spans(known.evidence)}


def record_block(block: Block) -> Record:
    """A block; ``kind`` only of furniture."""
    record: Record = {"start": block.span[0], "end": block.span[1], "role": block.role, "rule": block.rule}
    return record | {"kind": block.kind} if block.kind else record


def record_note(note: Note) -> Record:
    """A note in the form of its kind."""
    match note:
        case Mention():
            return record_mention(note)
        case Time():
            return record_time(note)
        case Statement():
            return record_statement(note)
        case Event():
            return record_event(note)
        case Commitment():
            return record_commitment(note)


def record_mention(mention: Mention) -> Record:
    """A named or described actor."""
    start, end = mention.span
    where = {"kind": "mention", "start": start, "end": end}
    return where | {"label": mention.label, "actor": mention.actor, "rule": mention.rule}


def record_time(time: Time) -> Record:
    """A time expression; ``anchor`` is a span, ``"published"`` or null."""
    return {
        "kind": "time",
        "start": time.span[0],
        "end": time.span[1],
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "earliest": time.earliest,
        "latest": time.latest,
        "anchor": time.anchor if isinstance(time.anchor, str) else record_span(time.anchor),
        "why": time.why,
        "rule": time.rule,
    }


def record_statement(statement: Statement) -> Record:
    """Content, speaker, cue and the way it came."""
    return {
        "kind": "statement",
        "content": record_spans(statement.content),
        "speaker": record_spans(statement.speaker),
        "cue": record_spans(statement.cue),
        "mode": statement.mode,
        "actor": statement.actor,
        "relays": [record_relay(relay) for relay in statement.relays],
        "venue": record_spans(statement.venue),
        "unknown": statement.unknown,
        "attitude": statement.attitude,
        "rule": statement.rule,
    }


def record_relay(relay: Relay) -> Record:
    """Who passed a statement on."""
    return {"span": list(relay.span), "name": relay.name}


def record_event(event: Event) -> Record:
    """Who did what to whom."""
    return {
        "kind": "event",
        "trigger": record_spans(event.trigger),
        "actor": record_spans(event.actor),
        "recipient": record_spans(event.recipient),
        "type": event.type,
        "mode": event.mode,
        "stance": event.stance,
        "holder": record_spans(event.holder),
        "contexts": list(event.contexts),
        "time": record_span(event.time),
        "place": record_spans(event.place),
        "rule": event.rule,
    }


def record_commitment(commitment: Commitment) -> Record:
    """A threat, promise, demand, deadline or scheduled event."""
    return {
        "kind": "commitment",
        "commitment": commitment.commitment,
        "span": record_spans(commitment.span),
        "who": record_spans(commitment.who),
        "to": record_spans(commitment.to),
        "what": record_spans(commitment.what),
        "condition": record_spans(commitment.condition),
        "due": record_due(commitment.due),
        "strength": commitment.strength,
        "rule": commitment.rule,
    }


def record_due(due: Due | None) -> Record | None:
    """When a commitment falls due."""
    if due is None:
        return None
    return {"value": due.value, "earliest": due.earliest, "latest": due.latest, "span": list(due.span)}


def record_spans(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as pairs."""
    return [[start, end] for start, end in spans]


def record_span(span: Span | None) -> list[int] | None:
    """A span as a pair, or null."""
    return list(span) if span else None
