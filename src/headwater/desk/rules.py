"""Rules of watches: which findings a reader wants to be told of."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from headwater.errors import UsageError
from headwater.show.plover import scheme
from headwater.store.rows import FindingRow

NAMED = ("speaker", "actor", "recipient", "who", "to", "holder")
"""Details that name an actor."""
WAITING = ("open", "due soon", "extended", "moved")
"""Statuses of what is still to come."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions that must all hold; those not given always do."""

    story: str | None = None
    """A story's id."""
    actor: str | None = None
    """Words of an actor's name, in any case."""
    phrase: str | None = None
    """Words of a finding or of what it cites, in any case."""
    event: str | None = None
    """A PLOVER type."""
    due_within: int | None = None
    """Days: what is due from today to so many days on, and not done."""
    origins: int | None = None
    """At least so many independent origins."""
    difference: bool = False
    """A finding about where reports differ."""
    correction: bool = False
    """A report whose text was replaced."""

    def __post_init__(self) -> None:
        if not any(value for value in asdict(self).values()):
            raise UsageError("a rule needs at least one condition, such as --actor or --phrase")
        if self.correction and any(
            (self.actor, self.phrase, self.event, self.due_within, self.origins, self.difference)
        ):
            raise UsageError("--correction looks at reports, not at findings; only --story goes with it")

    def record(self) -> dict[str, Any]:
        """The conditions given, as they are kept."""
        return {name: value for name, value in asdict(self).items() if value}

    def __str__(self) -> str:
        """``actor: Holm, at least 2 origins``."""
        told = {
            "story": f"story {self.story}",
            "actor": f"actor: {self.actor}",
            "phrase": f"phrase: {self.phrase}",
            "event": f"event type {self.event}",
            "due_within": f"due within {self.due_within} days",
            "origins": f"at least {self.origins} origins",
            "difference": "reports differ",
            "correction": "a report's text was replaced",
        }
        return ", ".join(told[name] for name in self.record())


def check_event(event: str | None) -> str | None:
    """A PLOVER type as events have it, in whatever case it was written. Raises UsageError for a name that is none."""
    types = list_types()
    if event is None or event.upper() in types:
        return event and event.upper()
    raise UsageError(f"{event} is no PLOVER type; there are: {', '.join(types)}")


def list_types() -> tuple[str, ...]:
    """The PLOVER types, cooperation first."""
    return tuple(scheme())


def read_rule(record: dict[str, Any]) -> Rule:
    """The rule of a record. Raises UsageError for conditions nobody knows."""
    try:
        return Rule(**record)
    except TypeError as error:
        raise UsageError(f"the rule {record} has a condition this version does not know") from error


def matches(rule: Rule, finding: FindingRow, *, today: date) -> bool:
    """Whether a finding is one the rule wants."""
    details = finding.data["details"]
    return (
        not rule.correction
        and rule.story in (None, finding.story)
        and (rule.actor is None or names_actor(details, rule.actor))
        and (rule.phrase is None or holds_phrase(finding, rule.phrase))
        and (rule.event is None or details.get("type") == rule.event)
        and (rule.due_within is None or is_due(finding, today=today, days=rule.due_within))
        and (rule.origins is None or finding.origins >= rule.origins)
        and (not rule.difference or finding.kind == "differs")
    )


def names_actor(details: dict[str, Any], name: str) -> bool:
    """Whether a finding is about an actor of this name: "Holm" is in "Petra Holm" and not in "Grenholm"."""
    wanted = re.compile(rf"(?<!\w){re.escape(fold(name))}(?!\w)")
    return any(wanted.search(fold(str(details.get(key) or ""))) for key in NAMED)


def holds_phrase(finding: FindingRow, phrase: str) -> bool:
    """Whether words stand in a finding's line or in what it cites; blanks of any kind are alike."""
    wanted = fold(phrase)
    return any(wanted in fold(text) for text in (finding.line, *(cite["text"] for cite in finding.data["cites"])))


def fold(text: str) -> str:
    """The text in lower case, with single blanks."""
    return " ".join(text.casefold().split())


def is_due(finding: FindingRow, *, today: date, days: int) -> bool:
    """Whether something still to come is due from today to ``days`` on."""
    details = finding.data["details"]
    if finding.kind != "due" or details.get("status") not in WAITING:
        return False
    due = details.get("due") or {}
    try:
        last = date.fromisoformat(str(due.get("latest") or due.get("value"))[:10])
    except ValueError:
        return False
    return today <= last <= today + timedelta(days=days)
