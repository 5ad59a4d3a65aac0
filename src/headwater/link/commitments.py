"""The same commitment in several reports, or several times in one.

What is only likely (a phrase in quotation marks with one word changed, or much the same content without a date) is a link
of its own, ``possible``, and says why. Commitments with different due dates are never one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from headwater.link.groups import Groups
from headwater.link.pledges import Pledge, find_pledges
from headwater.link.repeats import Place, find_place
from headwater.model.story import Link, NoteRef, Story

COMPATIBLE = (
    frozenset({"threat", "promise"}),
    frozenset({"demand", "deadline"}),
    frozenset({"promise", "scheduled"}),
)
CROWDED = 200
"""Commitments that may share a word before the word says nothing."""
ENOUGH = 0.5
"""Share of the shorter content that must be common where the due date is the same."""
MUCH = 0.6
"""… where a due date is missing."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two pledges and what ties them."""

    one: Pledge
    other: Pledge
    score: float
    reason: str
    possible: bool = False


def find_commitment_links(story: Story) -> tuple[Link, ...]:
    """Groups of notes that tell of one commitment; then the pairs of groups that possibly do."""
    pledges = find_pledges(story)
    groups: Groups[NoteRef] = Groups(pledge.ref for pledge in pledges)
    dues: dict[NoteRef, str | None] = {pledge.ref: pledge.due for pledge in pledges}
    twins = (*_find_repeated(pledges), *_find_copied(story, pledges))
    repeated = [match for match in twins if _join(groups, match, dues=dues)]
    distinct = [pledge for pledge in pledges if groups.root(pledge.ref) == pledge.ref]
    matches = [match for pair in _find_candidates(distinct) if (match := compare(*pair))]
    sure = [match for match in matches if not match.possible and _join(groups, match, dues=dues)]
    likely = [match for match in matches if not groups.joined(match.one.ref, match.other.ref)]
    return (*_link_groups(groups, [*repeated, *sure]), *_link_possible(groups, likely, dues=dues))


def _find_repeated(pledges: Iterable[Pledge]) -> Iterator[Match]:
    """Each pledge with the first of the very same words: copies must not cost pairs."""
    first: dict[tuple[object, ...], Pledge] = {}
    for pledge in pledges:
        if not pledge.content:
            continue
        key = (pledge.commitment.commitment, pledge.content, pledge.phrases, pledge.due, pledge.holder_words)
        known = first.setdefault(key, pledge)
        is_told_apart = known.holder is not None and pledge.holder is not None and known.holder.id != pledge.holder.id
        if known is not pledge and not is_told_apart:
            yield Match(known, pledge, 1.0, "same words")


def _find_copied(story: Story, pledges: Iterable[Pledge]) -> Iterator[Match]:
    """Each pledge with the first of the same kind that stands in the same words, whoever is taken for its holder."""
    readings = {reading.report.id: reading for reading in story.readings}
    first: dict[tuple[str, Place], Pledge] = {}
    for pledge in pledges:
        commitment = pledge.commitment
        place = find_place(readings[pledge.ref[0]], commitment.what or commitment.span)
        known = first.setdefault((commitment.commitment, place), pledge) if place else pledge
        if known is not pledge:
            yield Match(known, pledge, 1.0, "same words")


def _find_candidates(pledges: Iterable[Pledge]) -> Iterator[tuple[Pledge, Pledge]]:
    """Pairs that share a content word or a word of a quoted phrase, each once, in order."""
    by_word: dict[str, list[int]] = defaultdict(list)
    listed = list(pledges)
    for number, pledge in enumerate(listed):
        for word in pledge.content | {word for phrase in pledge.phrases for word in phrase}:
            by_word[word].append(number)
    pairs = {pair for numbers in by_word.values() if len(numbers) <= CROWDED for pair in combinations(numbers, 2)}
    for one, other in sorted(pairs):
        yield listed[one], listed[other]


def compare(one: Pledge, other: Pledge) -> Match | None:
    """The tie between two pledges, or None."""
    if not is_compatible(one, other) or is_other_holder(one, other):
        return None
    if one.due and other.due and one.due != other.due:
        return None
    shared = one.content & other.content
    share = len(shared) / max(1, min(len(one.content), len(other.content)))
    words = ", ".join(sorted(shared))
    if one.due and one.due == other.due:
        known = len(shared) > 1 or is_same_thing(one, other)
        return (
            Match(one, other, round(share, 3), f"due the same day; both say {words}")
            if share >= ENOUGH and known
            else None
        )
    if (len(shared) > 1 and share >= MUCH) or (shared and one.content == other.content and is_same_holder(one, other)):
        return Match(one, other, round(share, 3), f"both say {words}")
    return _compare_phrases(one, other)


def is_compatible(one: Pledge, other: Pledge) -> bool:
    """Whether two kinds can tell of one thing."""
    kinds = frozenset({one.commitment.commitment, other.commitment.commitment})
    return len(kinds) == 1 or kinds in COMPATIBLE


def is_other_holder(one: Pledge, other: Pledge) -> bool:
    """Whether the two are held by two persons; a person may stand for a state, and the other way round."""
    if not one.holder or not other.holder or one.holder.id == other.holder.id:
        return False
    return one.holder.label == other.holder.label == "PERSON"


def is_same_holder(one: Pledge, other: Pledge) -> bool:
    """Whether both surely have the same holder."""
    if one.holder and other.holder:
        return one.holder.id == other.holder.id
    return bool(one.holder_words) and one.holder_words.split()[-1:] == other.holder_words.split()[-1:]


def is_same_thing(one: Pledge, other: Pledge) -> bool:
    """Whether one content is the other, or a part of it."""
    return one.content <= other.content or other.content <= one.content


def _compare_phrases(one: Pledge, other: Pledge) -> Match | None:
    """A phrase in quotation marks that is the same, or has one word changed."""
    for phrase in one.phrases:
        for variant in other.phrases:
            if phrase == variant:
                return Match(one, other, 1.0, f"both quote “{' '.join(phrase)}”")
            if len(phrase) == len(variant) and sum(a != b for a, b in zip(phrase, variant, strict=True)) == 1:
                reason = f"wording differs: “{' '.join(phrase)}” and “{' '.join(variant)}”"
                return Match(one, other, round(1 - 1 / len(phrase), 3), reason, possible=True)
    return None


def _join(groups: Groups[NoteRef], match: Match, *, dues: dict[NoteRef, str | None]) -> bool:
    """Join two groups unless that brought two due dates together."""
    one, other = groups.root(match.one.ref), groups.root(match.other.ref)
    if dues[one] and dues[other] and dues[one] != dues[other]:
        return False
    due = dues[one] or dues[other]
    groups.join(one, other)
    dues[groups.root(one)] = due
    return True


def _link_groups(groups: Groups[NoteRef], sure: Iterable[Match]) -> Iterator[Link]:
    ties: dict[NoteRef, list[Match]] = defaultdict(list)
    for match in sure:
        ties[groups.root(match.one.ref)].append(match)
    for members in groups.members():
        if len(members) > 1:
            weakest = min(
                ties[groups.root(members[0])], key=lambda match: (match.score, match.one.ref, match.other.ref)
            )
            yield Link("commitment", tuple(members), weakest.score, weakest.reason)


def _link_possible(
    groups: Groups[NoteRef], likely: Iterable[Match], *, dues: dict[NoteRef, str | None]
) -> Iterator[Link]:
    """One link for every two groups, by their best tie."""
    best: dict[tuple[NoteRef, NoteRef], Match] = {}
    for match in likely:
        one, other = groups.root(match.one.ref), groups.root(match.other.ref)
        if one == other or (dues[one] and dues[other] and dues[one] != dues[other]):
            continue
        known = best.get((one, other))
        if known is None or match.score > known.score:
            best[one, other] = match
    for match in best.values():
        yield Link("commitment", (match.one.ref, match.other.ref), match.score, match.reason, possible=True)
