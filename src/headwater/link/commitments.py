"""The same commitment in several reports, or several times in one.

What is only likely (a phrase in quotation marks with one word changed, or much the same content without a date) is a link
of its own, ``possible``, and says why. Commitments with different due dates are never one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from headwater.link.due_days import fits
from headwater.link.families import BOUND, Families, Match, known_day
from headwater.link.pledges import Pledge, find_pledges
from headwater.link.repeats import Place, find_place
from headwater.link.tellings import Rarity, count_keys, tie
from headwater.model.story import Link, NoteRef, Story

COMPATIBLE = (
    frozenset({"threat", "promise"}),
    frozenset({"demand", "deadline"}),
    frozenset({"promise", "scheduled"}),
)
LASTING = 0.4
"""Weight of the words that two things which go on until one day must share to be one."""
LOOSE = 0.2
"""Score of what is tied by an hour or an end alone."""
CROWDED = 200
"""Commitments that may share a word before the word says nothing."""
ENOUGH = 0.5
"""Share of the shorter content that must be common where the due date is the same."""
MUCH = 0.6
"""… where a due date is missing."""


def find_commitment_links(story: Story) -> tuple[Link, ...]:
    """Groups of notes that tell of one commitment; then the pairs of groups that possibly do."""
    pledges = find_pledges(story)
    families, rarity = Families(pledges), count_keys(story.readings)
    twins = (*_find_repeated(pledges), *_find_copied(story, pledges))
    sure = [match for match in twins if families.join(match)]
    distinct = [pledge for pledge in pledges if families.root(pledge) == pledge.ref]
    matches = [match for pair in _find_candidates(distinct) if (match := compare(*pair, rarity=rarity))]
    matches = sorted(matches, key=lambda match: (match.by_day, -match.score if match.by_day else 0.0))
    sure += [match for match in matches if not match.possible and families.join(match)]
    sure += [match for match in _find_bare(families) if families.join(match)]
    likely = [match for match in matches if families.may_be_one(match)]
    return (*_link_groups(families, sure), *_link_possible(families, likely))


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
        words = pledge.content | {word for phrase in pledge.phrases for word in phrase}
        keys = {f"{key} on a day" for key in pledge.telling.keys} | pledge.telling.hours
        for word in words | (keys if pledge.due else set()):
            by_word[word].append(number)
    pairs = {pair for numbers in by_word.values() if len(numbers) <= CROWDED for pair in combinations(numbers, 2)}
    for one, other in sorted(pairs):
        yield listed[one], listed[other]


def _find_bare(families: Families) -> Iterator[Match]:
    """A deadline that says nothing of its purpose ("the ultimatum"), with the one thing somebody must do by its day."""
    bound = [pledge for pledge in families.pledges if pledge.commitment.commitment in BOUND and known_day(pledge)]
    named = [pledge for pledge in bound if not pledge.is_bare]
    for pledge in (pledge for pledge in bound if pledge.is_bare):
        near = [other for other in named if fits(str(pledge.due), str(other.due))]
        near = [other for other in near if pledge.telling.hours & other.telling.hours] or near
        if len({families.root(other) for other in near}) == 1:
            yield Match(pledge, near[0], 0.5, "the one deadline of that day")


def compare(one: Pledge, other: Pledge, *, rarity: Rarity) -> Match | None:
    """The tie between two pledges, or None."""
    days = (known_day(one), known_day(other))
    if is_other_holder(one, other) or (all(days) and not fits(*map(str, days))):
        return None
    told = _compare_content(one, other, is_same_day=all(days)) if is_compatible(one, other) else None
    if told and not told.possible:
        return told
    if all(days) and (score := tie(one.telling, other.telling, rarity=rarity)):
        return Match(one, other, score, "due the same day, in much the same words", by_day=True)
    if all(days) and (reason := find_reason(one, other, rarity=rarity)):
        return Match(one, other, LOOSE, reason, by_day=True)
    return told


def find_reason(one: Pledge, other: Pledge, *, rarity: Rarity) -> str:
    """What else ties two pledges of one day: the same hour to act by, or the same thing that goes on until then; "" if none."""
    kinds = {one.commitment.commitment, other.commitment.commitment}
    if kinds <= BOUND and one.telling.hours & other.telling.hours:
        return "due at the same hour"
    is_lasting = one.commitment.rule.startswith("lasts") and other.commitment.rule.startswith("lasts")
    is_shared = rarity.weigh(one.telling.keys & other.telling.keys) >= LASTING
    return "goes on until the same day" if is_lasting and is_shared else ""


def _compare_content(one: Pledge, other: Pledge, *, is_same_day: bool) -> Match | None:
    """The tie by what is committed to alone."""
    shared = one.content & other.content
    share = len(shared) / max(1, min(len(one.content), len(other.content)))
    words = ", ".join(sorted(shared))
    if is_same_day:
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


def _link_groups(families: Families, sure: Iterable[Match]) -> Iterator[Link]:
    ties: dict[NoteRef, list[Match]] = defaultdict(list)
    for match in sure:
        ties[families.root(match.one)].append(match)
    for members in families.groups.members():
        if len(members) > 1:
            weakest = min(
                ties[families.groups.root(members[0])], key=lambda match: (match.score, match.one.ref, match.other.ref)
            )
            yield Link("commitment", tuple(members), weakest.score, weakest.reason)


def _link_possible(families: Families, likely: Iterable[Match]) -> Iterator[Link]:
    """One link for every two groups, by their best tie."""
    best: dict[tuple[NoteRef, NoteRef], Match] = {}
    for match in likely:
        one, other = families.root(match.one), families.root(match.other)
        known = best.get((one, other))
        if one != other and match.possible and (known is None or match.score > known.score):
            best[one, other] = match
    for match in best.values():
        yield Link("commitment", (match.one.ref, match.other.ref), match.score, match.reason, possible=True)
