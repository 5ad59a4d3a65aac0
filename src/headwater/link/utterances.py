"""The same utterance in several reports, or several times in one.

Words in quotation marks are held against each other by alignment: the same, a part of the longer, or close to it. What is
only likely (one word of a short phrase differs, or a paraphrase by the same speaker) is a link of its own, ``possible``,
and says why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from headwater.lexicon import load
from headwater.link.alignment import Alignment, align, excludes_numbers, find_changes, function_words, weigh_all
from headwater.link.groups import Groups
from headwater.link.likeness import Rarity
from headwater.link.paraphrases import compare_paraphrase
from headwater.link.repeats import Place, find_place
from headwater.link.speakers import Tie, compare_speakers
from headwater.link.terms import strip_ending
from headwater.link.wordings import Wording, find_wordings
from headwater.model.story import Link, NoteRef, Story

SAME = 0.8
"""Share of the shorter wording that must match to be the same utterance."""
CLOSE = 0.6
"""Share from which it may be."""
PARAPHRASE = 0.7
"""Share of the shorter one's content words that a paraphrase must have."""
SPEAKS_FOR_ITSELF = 4
"""Matching content words from which a quotation needs no known speaker to be recognised."""
WHOLE = 9
"""Equal words from which two whole quotations of the same words are one, whoever speaks."""
SHORT_WHOLE = 4
"""The same where PHRASE of the words carry content; where one is a part of the other, more must."""
LONG_RUN = 7
"""Equal words in a row that make up for one content word."""
SENTENCE = 10
"""Equal words in a row by which two longer quotations overlap beyond doubt."""
PHRASE = 2
"""Content words a quoted phrase must have to be recognised when the speaker is the same."""
LONGEST_PHRASE = 4
"""Words up to which a quotation is a phrase rather than a sentence."""
BRIEF = 12
"""Content words up to which any two of them, not only neighbours, make a pair worth looking at."""
COPIED = 5
"""Content words from which a paraphrase that stands nearly word for word in another report is the same."""
NEAR_COPY = 0.8
"""Share of the longer one that must match for that."""
CROWDED = 60
"""Wordings that may share a pair of neighbouring words before the pair says nothing."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two wordings and what ties them."""

    one: Wording
    other: Wording
    score: float
    reason: str
    possible: bool


def find_utterances(story: Story) -> tuple[Link, ...]:
    """Groups of statements that report one utterance; then the pairs of groups that possibly do."""
    wordings = find_wordings(story)
    groups: Groups[NoteRef] = Groups(wording.ref for wording in wordings)
    first = _join_repeated(wordings, groups)
    _join_copied(story, wordings, groups)
    rarity = Rarity(story.readings)
    matches = [match for pair in _find_candidates(first) for match in _compare(*pair, rarity=rarity)]
    sure = [match for match in matches if not match.possible]
    for match in sure:
        groups.join(match.one.ref, match.other.ref)
    likely = [match for match in matches if match.possible and not groups.joined(match.one.ref, match.other.ref)]
    return (*_link_groups(groups, sure), *_link_possible(groups, likely))


def _join_repeated(wordings: Iterable[Wording], groups: Groups[NoteRef]) -> list[Wording]:
    """Join what is word for word the same by the same speaker, and keep one of each: copies must not cost pairs."""
    first: dict[tuple[tuple[str, ...], bool, str], Wording] = {}
    for wording in wordings:
        speaker = wording.speaker.person.id if wording.speaker.person else wording.speaker.words
        known = first.setdefault((wording.keys, wording.is_quoted, speaker), wording)
        if len(wording.content) >= PHRASE and (speaker or len(wording.content) >= SPEAKS_FOR_ITSELF):
            groups.join(known.ref, wording.ref)
    return list(first.values())


def _join_copied(story: Story, wordings: Iterable[Wording], groups: Groups[NoteRef]) -> None:
    """Join what stands in the same words in two places, unless both name a person and another one."""
    readings = {reading.report.id: reading for reading in story.readings}
    first: dict[Place, Wording] = {}
    for wording in wordings:
        reading = readings[wording.ref[0]]
        place = find_place(reading, reading.statements[wording.ref[1]].content)
        known = first.setdefault(place, wording) if place else wording
        if compare_speakers(known.speaker, wording.speaker) != "different":
            groups.join(known.ref, wording.ref)


def _find_candidates(wordings: list[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Pairs worth holding against each other: they share two neighbouring words, or a content word of a short phrase."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for key in _block_keys(wording):
            index[key].append(number)
    pairs = {pair for at in index.values() if len(at) <= CROWDED for pair in combinations(at, 2)}
    for one, other in sorted(pairs):
        yield wordings[one], wordings[other]


def _block_keys(wording: Wording) -> list[tuple[str, ...]]:
    """Neighbouring words; of a shorter wording also its content words, two by two, and of a phrase each one."""
    neighbours = zip(wording.keys, wording.keys[1:], strict=False)
    keys: set[tuple[str, ...]] = {pair for pair in neighbours if not set(pair) <= function_words()}
    if len(wording.content) <= BRIEF:
        keys |= set(combinations(sorted(wording.content), 2))
    if len(wording.keys) <= LONGEST_PHRASE:
        keys |= {(key,) for key in wording.content}
    return sorted(keys)


def _compare(one: Wording, other: Wording, *, rarity: Rarity) -> Iterator[Match]:
    """The match of two wordings, if they match."""
    speakers = compare_speakers(one.speaker, other.speaker)
    if one.is_quoted and other.is_quoted:
        yield from _compare_quotes(one, other, speakers)
    elif not one.is_quoted and not other.is_quoted and speakers != "different" and _is_near_copy(one, other):
        yield Match(one, other, 0.9, f"nearly the same words, speaker {speakers}", False)
    elif found := compare_paraphrase(one, other, speakers=speakers, rarity=rarity):
        yield Match(one, other, found.score, found.reason, found.possible)
    elif speakers == "same":
        yield from _compare_likely(one, other)


def _is_near_copy(one: Wording, other: Wording) -> bool:
    """Whether two wordings are one but for a few words that change nothing of the meaning."""
    if min(len(one.content), len(other.content)) < COPIED:
        return False
    alignment = align(one.keys, other.keys)
    matched = weigh_all([one.keys[row] for row, _ in alignment.pairs])
    is_most = matched >= NEAR_COPY * max(weigh_all(one.keys), weigh_all(other.keys))
    return is_most and not find_changes(alignment) and not excludes_numbers(one.keys, other.keys)


def _compare_quotes(one: Wording, other: Wording, speakers: Tie) -> Iterator[Match]:
    alignment = align(one.keys, other.keys)
    matched = [one.keys[row] for row, _ in alignment.pairs]
    content = len([key for key in matched if key not in function_words()])
    score = weigh_all(matched) / min(weigh_all(one.keys), weigh_all(other.keys))
    is_whole = speakers != "different" and _is_whole(one, other, content)
    speaks = speakers == "same" or is_whole or _speaks_for_itself(alignment, content)
    if content < PHRASE or score < CLOSE or not speaks:
        yield from _compare_phrases(one, other, speakers)
        return
    changes = find_changes(alignment)
    kind = "same words" if alignment.is_exact else "nearly the same words"
    reason = f"{kind}, speaker {speakers}" + (f", changed: {', '.join(changes)}" if changes else "")
    is_long = alignment.is_exact and len(alignment.pairs) >= SENTENCE and content > SPEAKS_FOR_ITSELF
    possible = not is_long and (score < SAME or speakers == "different")
    yield Match(one, other, round(min(score, 1.0), 3), reason, possible)


def _is_whole(one: Wording, other: Wording, content: int) -> bool:
    """Whether all of the shorter quotation stands in the other word for word, and is more than a turn of speech."""
    short, long = sorted((one.keys, other.keys), key=len)
    if short == long:
        return len(short) >= (WHOLE if content < PHRASE else SHORT_WHOLE)
    starts = range(len(long) - len(short) + 1) if len(short) >= SHORT_WHOLE and content > PHRASE else ()
    return any(long[start : start + len(short)] == short for start in starts)


def _speaks_for_itself(alignment: Alignment, content: int) -> bool:
    """Whether a match needs no known speaker: many content words, or a long unbroken run with nearly as many."""
    is_run = alignment.is_exact and len(alignment.pairs) >= LONG_RUN
    return content >= SPEAKS_FOR_ITSELF - is_run


def _compare_phrases(one: Wording, other: Wording, speakers: Tie) -> Iterator[Match]:
    """Short phrases that differ in one word, a translation or a slip: any word of one speaker, else only a near one."""
    if speakers == "different" or len(one.keys) != len(other.keys) or not 2 <= len(one.keys) <= LONGEST_PHRASE:
        return
    unequal = [pair for pair in zip(one.keys, other.keys, strict=True) if pair[0] != pair[1]]
    if len(unequal) == 1 and not set(unequal[0]) & function_words() and (speakers == "same" or _is_near(*unequal[0])):
        yield Match(one, other, 0.5, f"speaker {speakers}, one word differs: {unequal[0][0]} / {unequal[0][1]}", True)


def _is_near(one: str, other: str) -> bool:
    """Whether translators put the two words for each other."""
    pair = {strip_ending(one), strip_ending(other)}
    return any(pair <= set(map(strip_ending, entry["words"])) for entry in load("sameness")["near"])


def _compare_likely(one: Wording, other: Wording) -> Iterator[Match]:
    """What the same speaker possibly said in other words."""
    shared = one.content & other.content
    score = len(shared) / max(1, min(len(one.content), len(other.content)))
    if score >= PARAPHRASE and len(shared) >= SPEAKS_FOR_ITSELF and not excludes_numbers(one.keys, other.keys):
        words = ", ".join(sorted(shared)[:5])
        yield Match(one, other, round(score, 3), f"same speaker, shared words: {words}", True)


def _link_groups(groups: Groups[NoteRef], matches: list[Match]) -> Iterator[Link]:
    ties: dict[NoteRef, list[Match]] = defaultdict(list)
    for match in matches:
        ties[groups.root(match.one.ref)].append(match)
    for members in groups.members():
        if len(members) > 1:
            weakest = min(ties[members[0]], key=lambda match: match.score, default=None)
            score, reason = (weakest.score, weakest.reason) if weakest else (1.0, "same words")
            yield Link("utterance", tuple(members), score, reason)


def _link_possible(groups: Groups[NoteRef], matches: list[Match]) -> Iterator[Link]:
    """One link for every two groups that are likely one, on their strongest tie."""
    best: dict[tuple[NoteRef, NoteRef], Match] = {}
    for match in sorted(matches, key=lambda match: -match.score):
        pair = (groups.root(match.one.ref), groups.root(match.other.ref))
        best.setdefault((min(pair), max(pair)), match)
    for match in best.values():
        yield Link("utterance", (match.one.ref, match.other.ref), match.score, match.reason, possible=True)
