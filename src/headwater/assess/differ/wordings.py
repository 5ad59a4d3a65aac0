"""One utterance in quotation marks with other words in it: a modal, a negation, a condition, a number, a content word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations

from headwater.assess.differ.sides import Dispute, Side
from headwater.assess.independence import Background
from headwater.assess.wording import join_words
from headwater.lexicon import load
from headwater.link.alignment import Alignment, align, find_changes, is_reworded, widen
from headwater.link.wordings import Wording, find_wordings
from headwater.link.words import find_words
from headwater.model.span import Cite, Span
from headwater.model.story import NoteRef

FEWEST = 3
"""Content words two wordings must share before their difference is one of wording."""
SENTENCE = 5
"""Words from which a wording that ends before a condition is more than a phrase."""
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
        elif lost := _find_lost(background, group):
            yield Dispute("meaning", tuple(_tell(background, *side, group=group) for side in (lost, lost[::-1])))


def _find_lost(background: Background, group: list[Wording]) -> tuple[Wording, Wording] | None:
    """A wording with the condition under which it holds, and one that ends before it; told no earlier, as a shorter one."""
    for whole, part in permutations(_first_of_each(group), 2):
        pairs = align(part.keys, whole.keys).pairs
        is_all = len(pairs) == len(part.keys) >= SENTENCE and pairs[-1][1] - pairs[0][1] == len(pairs) - 1
        rest = whole.keys[pairs[-1][1] + 1 :][:1] if is_all else ()
        is_condition = bool(rest) and rest[0] in load("sameness")["conditions"]["words"]
        if is_condition and _is_one_sentence(background, whole, part) and not _is_earlier(background, part, whole):
            return whole, part
    return None


def _is_one_sentence(background: Background, whole: Wording, part: Wording) -> bool:
    """Whether the condition belongs to the last sentence of the shorter wording, which ends where that ends."""
    text = " ".join(background.readings[whole.ref[0]].report.quote(span) for span in _content(background, whole))
    words = find_words(text, (Span(0, len(text)),))
    last = align(part.keys, words.keys).pairs[-1][1]
    return (
        not set(text[words.spans[last].end : words.spans[last + 1].start]) & set(".!?;")
        if last + 1 < len(words)
        else False
    )


def _is_earlier(background: Background, one: Wording, other: Wording) -> bool:
    """Whether a report is known to have been published on an earlier day than another: then it cannot have cut its words."""
    first, second = (background.readings[w.ref[0]].provenance.published.value for w in (one, other))
    return not first or not second or first[-10:] < second[:10]


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
