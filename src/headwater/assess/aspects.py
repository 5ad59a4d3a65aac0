"""In what a finding differs from the same finding of an earlier dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from headwater.assess.wording import plain

Aspect = Literal["reports", "origins", "status", "due", "wording", "speaker"]
Record = Mapping[str, Any]
Values = tuple[str, ...]
NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Difference:
    """One aspect of a finding, as it was and as it is; an empty side tells that nothing was known."""

    aspect: Aspect
    before: Values
    after: Values


def find_aspects(before: Record, after: Record) -> tuple[Difference, ...]:
    """Every aspect in which two records of one finding differ, in a fixed order."""
    found = (Difference(aspect, read(before), read(after)) for aspect, read in READ.items())
    return tuple(difference for difference in found if _compared(difference) != ((), ()))


def _compared(difference: Difference) -> tuple[Values, Values]:
    """What only one side has; words are held against each other without marks and case."""
    fold = plain if difference.aspect in ("wording", "speaker") else str
    before, after = ({fold(value) for value in side} for side in (difference.before, difference.after))
    return tuple(sorted(before - after)), tuple(sorted(after - before))


def _read_reports(finding: Record) -> Values:
    return tuple(dict.fromkeys(str(cite["report"]) for cite in finding["cites"]))


def _read_origins(finding: Record) -> Values:
    """The known origins, an inferred one with a question mark."""
    known = (origin for origin in finding["origins"] if origin.get("name"))
    names = (f"{origin['name']}{'?' if origin.get('inferred') else ''}" for origin in known)
    return tuple(dict.fromkeys(names)) or (NOT_STATED,)


def _read_status(finding: Record) -> Values:
    return _some(_details(finding).get("status"))


def _read_due(finding: Record) -> Values:
    """The day a commitment falls due, the one it was moved to included."""
    details = _details(finding)
    return tuple(day for name in ("due", "extended_to") for day in _read_day(details.get(name)))


def _read_day(date: object) -> Values:
    if not isinstance(date, Mapping):
        return ()
    first, last = date.get("earliest"), date.get("latest")
    return (f"{first} to {last}",) if first and last and first != last else _some(last or first or date.get("value"))


def _read_wording(finding: Record) -> Values:
    """The words of the finding, always one text; the speaker is an aspect of its own."""
    return (str(_details(finding).get("content") or finding["line"]),)


def _read_speaker(finding: Record) -> Values:
    return _some(_details(finding).get("speaker"))


def _details(finding: Record) -> Record:
    details = finding.get("details")
    return details if isinstance(details, Mapping) else {}


def _some(value: object) -> Values:
    return (str(value),) if value else ()


READ: dict[Aspect, Callable[[Record], Values]] = {
    "wording": _read_wording,
    "speaker": _read_speaker,
    "status": _read_status,
    "due": _read_due,
    "reports": _read_reports,
    "origins": _read_origins,
}
"""How each aspect is read from the record of a finding."""
