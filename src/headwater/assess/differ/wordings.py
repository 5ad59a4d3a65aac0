"""One utterance in quotation marks with other words in it: a modal, a negation, a condition, a number, a content word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from headwater.assess.differ.sides import Dispute, Side
from headwater.assess.independence import Background
from headwater.assess.wording import join_words
from headwater.link.alignment import Alignment, align, find_changes, is_reworded, widen
from headwater.link.wordings import Wording, find_wordings
from headwater.model.span import Cite, Span
from headwater.model.story import NoteRef

FEWEST = 3
"""Content words two wordings must share before their difference is one of wording."""
MOST = 12
"""Wordings of one utterance that are held against each other."""


def list_wordings(background: Background) -> Iterator[list[Wording]]:
    """The quoted wordings of one utterance, group by group."""
    by_ref: dict[NoteRef, Wording] = {}
    for wording in find_wordings(background.story):
        by_ref.setdefault(wording.ref, wording)  # the whole one comes first
    for link in background.story.utterances:
        if not link.possible:
            yield [by_ref[ref] for ref in link.members if ref in by_ref and by_ref[ref].is_quoted]


def find_reworded(background: Background) -> Iterator[Dispute]:
    """Once a group the pair that differs most, each with all that have its words."""
    for group in list_wordings(background):
        found = [(one, other, compare(one, other)) for one, other in combinations(_first_of_each(group), 2)]
        unequal = [(one, other, a) for one, other, a in found if len(a.pairs) >= FEWEST and _is_unequal(a)]
        if unequal:
            one, other, alignment = max(unequal, key=lambda pair: (len(find_changes(pair[2])), -len(pair[2].pairs)))
            about = "meaning" if find_changes(alignment) else "wording"
            yield Dispute(about, tuple(_tell(background, *side, group=group) for side in ((one, other), (other, one))))


def compare(one: Wording, other: Wording) -> Alignment:
    """Two wordings word against word, with the words that both have instead of each other at their ends."""
    return widen(align(one.keys, other.keys), one.keys, other=other.keys)


def _is_unequal(alignment: Alignment) -> bool:
    return not alignment.is_exact and (is_reworded(alignment) or bool(find_changes(alignment)))


def _first_of_each(group: list[Wording]) -> list[Wording]:
    first = {wording.keys: wording for wording in reversed(group)}
    return sorted(first.values(), key=lambda wording: wording.ref)[:MOST]


def _tell(background: Background, mine: Wording, against: Wording, *, group: list[Wording]) -> Side:
    """One side: its words, and the places of all whose words agree with it and not with the other."""
    alike = [w for w in group if not _is_unequal(compare(w, mine)) and _is_unequal(compare(w, against))]
    told = list(dict.fromkeys((mine, *alike)))
    first = background.readings[mine.ref[0]]
    content = [(wording.ref[0], _content(background, wording)) for wording in told]
    cites = tuple(Cite(report, span) for report, spans in content for span in spans)
    return Side(join_words(first, content[0][1]), cites)


def _content(background: Background, wording: Wording) -> tuple[Span, ...]:
    return background.readings[wording.ref[0]].statements[wording.ref[1]].content
