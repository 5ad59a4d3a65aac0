"""What is new since a dossier was made, finding by finding.

Works on findings as they stand in the JSON of a dossier (docs/formats.md), so that a dossier kept in a file can be held
against one of today. A finding is known again by its id, which is made from its content; where its words have changed,
by the characters it cites.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from headwater.assess.aspects import Difference, find_aspects
from headwater.assess.continuity import find_heirs, name_content, pair_findings

What = Literal["new", "changed", "superseded", "gone"]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one finding between two dossiers."""

    what: What
    finding: Record
    """As it stands now; of what is superseded or gone, as it stood."""
    before: Record | None = None
    """Of what is changed: as it stood."""
    differences: tuple[Difference, ...] = ()
    """Of what is changed: in what."""
    by: str | None = None
    """Of what is superseded: the id of the finding that stands in its place."""


def find_changes(
    before: Sequence[Record], after: Sequence[Record], *, edited: Collection[str] | None = None
) -> tuple[Change, ...]:
    """New and changed findings in the order of ``after``, then superseded and gone ones in the order of ``before``.

    ``edited`` are the ids of the reports whose text is another one now; where it is None that is taken as not known. A
    finding that is the same in both has no entry. One whose id is another now is both ``changed`` and ``superseded``.
    """
    known = None if edited is None else frozenset(edited)
    pairs = pair_findings(before, after, edited=known)
    heirs = find_heirs(before, after, pairs, edited=known)
    was = {now: then for then, now in pairs.items()}
    found = [_tell_now(finding, before[was[n]] if n in was else None) for n, finding in enumerate(after)]
    lost = (_tell_then(finding, after[heirs[n]] if n in heirs else None) for n, finding in enumerate(before))
    return (*_told(found), *_told(lost))


def _told(found: Iterable[Change | None]) -> Iterable[Change]:
    return (change for change in found if change is not None)


def _tell_now(finding: Record, before: Record | None) -> Change | None:
    """A finding of today: new, changed, or None where it is as it was."""
    if before is None:
        return Change("new", finding)
    differences = find_aspects(before, finding)
    return Change("changed", finding, before, differences) if differences else None


def _tell_then(finding: Record, heir: Record | None) -> Change | None:
    """A finding of the earlier dossier: superseded, gone, or None where it still stands under its id."""
    if heir is None:
        return Change("gone", finding)
    is_same = name_content(heir) == name_content(finding)
    return None if is_same else Change("superseded", finding, by=str(heir["id"]))
