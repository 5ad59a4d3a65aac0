"""Described actors: "the ministry's spokesman", "analysts", "Mali's foreign ministry"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from headwater import lexicon
from headwater.annotate.actors.candidates import Candidate, Role, surface
from headwater.annotate.actors.names import Found
from headwater.annotate.actors.offices import make_role, noun_phrase
from headwater.annotate.actors.roles import role_nouns
from headwater.annotate.actors.titles import gender_of
from headwater.annotate.places import find_place
from headwater.model.sentence import Sentence
from headwater.model.span import Span

NOBODY = frozenset(
    {"no", "any", "every", "each", "what", "which", "whatever", "neither", "either", "another", "your", "our", "my"}
)
"""Before a noun: nobody in particular is meant, or it depends on who speaks."""
BODY_PARTS = frozenset({"head", "chair"})
"""People only with what they are head of."""
STATES = frozenset({"country", "nation", "kingdom", "republic"})
APART = frozenset(
    {
        "other",
        "same",
        "whole",
        "entire",
        "first",
        "last",
        "next",
        "only",
        "host",
        "neighbouring",
        "neighboring",
        "second",
        "third",
        "rest",
    }
)
"""Adjectives that make "the country" another one, or all that is in it."""
NOT_ACTING = frozenset({"compound", "flat", "fixed", "vocative", "amod"})


@lru_cache(maxsize=1)
def institution_nouns() -> frozenset[str]:
    """Nouns for institutions, singular."""
    return frozenset(lexicon.load("roles")["institutions"]["words"])


def find_described(sentence: Sentence, names: tuple[Found, ...], taken: set[int]) -> Iterator[Candidate]:
    """The described persons and institutions of a sentence; ``taken`` words are names or roles of names."""
    for noun in range(len(sentence)):
        if noun in taken or sentence.upos[noun] not in {"NOUN", "PROPN"}:
            continue
        word = sentence.lemmas[noun].lower()
        if word in role_nouns() and _acts(sentence, noun):
            yield _candidate(sentence, noun, label="ROLE")
        elif word in STATES and _acts(sentence, noun) and _is_the_state(sentence, noun):
            yield _candidate(sentence, noun, label="GPE")
        elif word in institution_nouns() and _acts(sentence, noun) and _is_owned(sentence, noun, names):
            yield _candidate(sentence, noun, label="ORG")


def _is_the_state(sentence: Sentence, noun: int) -> bool:
    """Whether "the country" is a subject that goes back to a country: "the nuclear-armed nation threatened …"."""
    definite = any(sentence.words[c].lower() == "the" for c in sentence.children(noun, "det"))
    alone = not sentence.children(noun, "nmod", "acl:relcl", "compound", "nmod:poss", "nummod", "conj")
    singular = sentence.xpos[noun] == "NN" and sentence.rels[noun].startswith("nsubj")
    said = {sentence.words[c].lower() for c in sentence.children(noun, "amod")}
    return definite and alone and singular and not said & APART and not any(word.endswith("est") for word in said)


def _acts(sentence: Sentence, noun: int) -> bool:
    """Whether a noun stands for somebody: no modifier, no predicate, no role of a name."""
    rel = sentence.rels[noun]
    if rel.split(":")[0] in NOT_ACTING or sentence.children(noun, "cop"):
        return False
    if sentence.lemmas[noun].lower() in BODY_PARTS and not sentence.children(noun, "nmod", "compound"):
        return False
    if any(sentence.words[c].lower() in NOBODY for c in sentence.children(noun, "det")):
        return False
    return not (rel == "conj" and sentence.children(sentence.heads[noun], "cop"))


def _is_owned(sentence: Sentence, noun: int, names: tuple[Found, ...]) -> bool:
    """Whether an institution is told apart by its owner ("Mali's army", "the Osei administration") or by "the" alone."""
    if sentence.xpos[noun] in {"NNS", "NNPS"}:
        return False
    before = noun_phrase(sentence, noun)
    if any(before.start <= name.first and name.last <= noun + 1 for name in names):
        return True
    if any(find_place(sentence.words[n]) for n in range(before.start, noun)):
        return True
    return before.start == noun - 1 and sentence.words[noun - 1].lower() == "the"


def _candidate(sentence: Sentence, noun: int, *, label: str) -> Candidate:
    words = noun_phrase(sentence, noun)
    role = make_role(sentence, words) if label == "ROLE" else None
    roles: tuple[Role, ...] = (role,) if role else ()
    return Candidate(
        span=Span(sentence.spans[words.start].start, sentence.spans[words.stop - 1].end),
        sentence=sentence.index,
        first=words.start,
        last=words.stop,
        head=noun,
        label=label,
        text=surface(sentence, words.start, words.stop),
        described=True,
        roles=roles,
        gender=gender_of((), None, roles),
    )
