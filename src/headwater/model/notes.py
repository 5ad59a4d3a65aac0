"""What is found in one report. Every note carries its spans and the rule (name@version) that made it.

The field names are the contract of ``headwater annotate`` (docs/formats.md); times follow TIMEX3 (ISO-TimeML), event types
and modes PLOVER.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model.span import Span, Spans

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Mode = Literal["direct", "mixed", "indirect"]
CommitmentKind = Literal["threat", "promise", "demand", "deadline", "scheduled"]
Stance = Literal[
    "happened",
    "ongoing",
    "expected",
    "threatened",
    "promised",
    "demanded",
    "refused",
    "denied",
    "hypothetical",
    "negated",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """A named or described actor, place or organisation."""

    span: Span
    label: str
    """PERSON, ORG, GPE, LOC, NORP, FAC, EVENT, ROLE (a described person: "the ministry's spokesman")…"""
    rule: str
    actor: str | None = None
    """The actor of this report the mention stands for (``a3``), or None where that cannot be said."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The person, office, organisation or state behind mentions of one report (later: across reports)."""

    id: str
    name: str
    label: str
    mentions: Spans
    roles: Spans = ()
    """Where the report says who this is ("a professor at …")."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 value and the interval it means."""

    span: Span
    type: TimeType
    value: str
    rule: str
    mod: str | None = None
    earliest: str | None = None
    """First day meant, YYYY-MM-DD; None where the value is partial."""
    latest: str | None = None
    """Last day meant, YYYY-MM-DD."""
    anchor: Span | Literal["published"] | None = None
    """What the value was counted from: an earlier expression, or the report's date."""
    why: str = ""
    """How the value was reached, for people: "weekday after the report's date: 'will' governs it"."""


@dataclass(frozen=True, slots=True)
class Relay:
    """Who passed a statement on ("the state-run Korean Central News Agency")."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Content, its speaker, and the cue that ties them."""

    content: Spans
    mode: Mode
    rule: str
    speaker: Spans = ()
    cue: Spans = ()
    actor: str | None = None
    relays: tuple[Relay, ...] = ()
    venue: Spans = ()
    """Where it was said: "on ABC's This Week", "during the party meeting"."""
    unknown: str | None = None
    """Why no speaker is named: a reason code (docs/statements.md)."""
    attitude: bool = False
    """The speaker's mind rather than speech is reported (hopes, believes, wants)."""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom."""

    trigger: Spans
    type: str
    """PLOVER type: AGREE, CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST,
    SANCTION, MOBILIZE, COERCE, ASSAULT."""
    stance: Stance
    rule: str
    actor: Spans = ()
    recipient: Spans = ()
    mode: str | None = None
    time: Span | None = None
    place: Spans = ()
    holder: Spans = ()
    """Whose view the stance is: who threatens, promises, demands, refuses, denies, expects or says it; none = the report's own voice."""
    contexts: tuple[str, ...] = ()
    """PLOVER contexts that words of its sentence name (military, diplomatic, …), sorted."""


@dataclass(frozen=True, slots=True)
class Due:
    """When a commitment falls due; ``value`` is a TIMEX3 value."""

    value: str
    earliest: str | None
    latest: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Commitment:
    """A threat, promise, demand, deadline or scheduled event."""

    commitment: CommitmentKind
    span: Spans
    """The clause or sentence it stands in."""
    rule: str
    who: Spans = ()
    to: Spans = ()
    what: Spans = ()
    condition: Spans = ()
    due: Due | None = None
    strength: str | None = None
    """The word that sets it: "vowed", "is expected to"."""


Note = Mention | Time | Statement | Event | Commitment
