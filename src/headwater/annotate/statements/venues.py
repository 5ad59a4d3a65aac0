"""Where a statement was made: phrases beside its cue ("in a statement", "on the channel's morning programme")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from headwater import lexicon
from headwater.model.sentence import Sentence
from headwater.model.span import Span

PARTS = frozenset(
    {"day", "session", "part", "start", "end", "opening", "close", "half", "margin", "sideline", "edition", "episode"}
)
CLAUSES = frozenset({"acl", "acl:relcl", "parataxis", "advcl", "advcl:relcl", "ccomp"})
KINDS = ("broadcast", "interview", "text", "occasion")


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    groups = lexicon.load("venues")
    return {word: kind for kind in KINDS for word in groups[kind]["words"]}


@lru_cache(maxsize=1)
def _prepositions() -> frozenset[str]:
    return frozenset(lexicon.load("venues")["prepositions"]["words"])


def venue_kind(sentence: Sentence, head: int) -> str | None:
    """broadcast, interview, text or occasion, if a phrase's head is a venue."""
    return _nouns().get(sentence.lemmas[head].lower()) or _nouns().get(sentence.words[head].lower())


def find_venues(sentence: Sentence, cue: int, *, content: frozenset[int]) -> Iterator[tuple[int, Span]]:
    """The venues of a cue: (head of the phrase, its span with the preposition)."""
    for child in sentence.children(cue, "obl", "nmod", "ccomp"):
        cases = sentence.children(child, "case")
        preposition = bool(cases) and sentence.words[cases[0]].lower() in _prepositions()
        if preposition and child not in content and _is_venue(sentence, child, preposition=cases[0]):
            yield child, _span_of(sentence, child, content=content)


def _is_venue(sentence: Sentence, head: int, *, preposition: int) -> bool:
    """Whether a phrase is a venue by its head, by what its head is part of, or as the title of a programme ("on “The Week”")."""
    marks = sentence.children(head, "punct")
    titled = sentence.words[preposition].lower() == "on" and any(
        sentence.words[n] in {"“", '"', "‘", "``"} for n in marks
    )
    return titled or any(venue_kind(sentence, n) for n in (head, *_whole_of(sentence, head)))


def _whole_of(sentence: Sentence, head: int) -> tuple[int, ...]:
    """For "the second day of the meeting", the meeting."""
    return sentence.children(head, "nmod") if sentence.lemmas[head].lower() in PARTS else ()


def _span_of(sentence: Sentence, head: int, *, content: frozenset[int]) -> Span:
    """The phrase up to the first clause that only describes it."""
    inside = sentence.subtree(head)
    clauses = [n for n in inside if sentence.rels[n] in CLAUSES and n != head]
    cut = {n for clause in clauses for n in sentence.subtree(clause)}
    start = min(sentence.children(head, "case"), default=head)
    words = [n for n in inside if n not in content and n not in cut and n >= min(start, head)]
    while len(words) > 1 and sentence.upos[words[-1]] == "PUNCT" and sentence.words[words[-1]] not in '"”’»':
        words.pop()
    return sentence.cover(words)
