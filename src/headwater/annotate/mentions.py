"""Mention notes: every name and description of a report, tied to its actor where that can be said."""

from __future__ import annotations

from headwater.annotate.actors import find_candidates
from headwater.model.notes import Mention
from headwater.model.reading import Reading

NAME_RULE, DESCRIPTION_RULE, PRONOUN_RULE = "name@1", "description@1", "pronoun@1"


def find_mentions(reading: Reading) -> tuple[Mention, ...]:
    """The mentions in text order, the longer of two that begin together first. Needs ``reading.actors``."""
    owners = {span: actor for actor in reading.actors for span in actor.mentions}
    found: dict[tuple[int, int], Mention] = {}
    for candidate in find_candidates(reading.sentences):
        owner = owners.get(candidate.span)
        rule = DESCRIPTION_RULE if candidate.described else NAME_RULE
        if owner or not candidate.described:
            found.setdefault(
                candidate.span, Mention(candidate.span, candidate.label, rule, owner.id if owner else None)
            )
    for span, actor in owners.items():
        found.setdefault(span, Mention(span, actor.label, PRONOUN_RULE, actor.id))
    return tuple(sorted(found.values(), key=lambda m: (m.span.start, -m.span.end)))
