"""What the words around a name say its bearer is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from headwater import lexicon
from headwater.annotate.actors.candidates import Role, head_of
from headwater.annotate.actors.offices import make_role, noun_phrase, singular
from headwater.annotate.actors.titles import titles
from headwater.model.sentence import Sentence

PERSON_ENDING = re.compile(r"(?:ist|ian|man|woman|er|or)$")
"""Endings of nouns for people; asked only of a noun in apposition to a person's name."""
PREMODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "PART", "PUNCT", "ADV", "ADP", "NUM"})


@lru_cache(maxsize=1)
def role_nouns() -> frozenset[str]:
    """Nouns for people by what they are or do, singular."""
    return frozenset(lexicon.load("roles")["persons"]["words"])


def roles_of(sentence: Sentence, first: int, last: int) -> tuple[Role, ...]:
    """What the sentence says the bearer of the name ``[first, last)`` is."""
    head = head_of(sentence, first, last)
    spans = [*_before(sentence, first, head), *_after(sentence, head, last), *_predicate(sentence, head)]
    return tuple(
        role for words in spans if (role := make_role(sentence, words)) and not _is_plural(sentence, words, role)
    )


def _is_plural(sentence: Sentence, words: range, role: Role) -> bool:
    """Whether the office of a role stands for several people ("Syrian refugees")."""
    return any(sentence.xpos[n] in {"NNS", "NNPS"} and sentence.lemmas[n].lower() == role.words[-1] for n in words)


def _before(sentence: Sentence, first: int, head: int) -> Iterator[range]:
    """The office before the name: "Malian leader", or "Mali's envoy," with a comma between."""
    noun = first - 1
    if noun > 0 and sentence.words[noun] == "," and sentence.heads[head] == noun - 1 and sentence.rels[head] == "appos":
        noun -= 1
    if noun < 0 or not is_person_word(sentence, noun):
        return
    start = noun
    while start > 0 and _is_premodifier(sentence, start - 1, head):
        start -= 1
    while start < noun and sentence.upos[start] in {"PUNCT", "PART", "ADP"}:
        start += 1
    yield range(start, noun + 1)


def _is_premodifier(sentence: Sentence, word: int, head: int) -> bool:
    """Whether a word belongs to the phrase on its right (its head stands between it and the name's head)."""
    return (
        (
            sentence.upos[word] in PREMODIFIERS
            and sentence.words[word] not in {",", "(", ")", ";", ":", "“", "”", '"', "--", "—", "–"}
            and (word < sentence.heads[word] <= head or sentence.rels[word] == "flat")
        )
        or sentence.xpos[word] == "POS"
        or (sentence.words[word] == "-" and sentence.spans[word].end == sentence.spans[word + 1].start)
    )


def is_person_word(sentence: Sentence, word: int) -> bool:
    """Whether a word is a noun for people by role or rank."""
    if sentence.upos[word] not in {"NOUN", "PROPN", "ADJ"}:
        return False
    return singular(sentence, word).rstrip(".") in role_nouns() or bool(
        titles().get(sentence.words[word].lower().rstrip("."))
    )


def _after(sentence: Sentence, head: int, last: int) -> Iterator[range]:
    """The roles after the name: ", a professor at … and a former director of …"."""
    apposed = [n for n in sentence.children(head, "appos") if n >= last and _tells_person(sentence, n)]
    for noun in apposed:
        yield noun_phrase(sentence, noun)
        yield from (noun_phrase(sentence, n) for n in sentence.subtree(noun) if _is_another(sentence, n))
    if apposed:
        # Parsers hang "and a former director" on the name as often as on the first role.
        yield from (noun_phrase(sentence, n) for n in sentence.children(head, "conj") if _is_another(sentence, n))


def _is_another(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is a second role of the same person: "and a former director", with no comma before the "and"."""
    articles = {sentence.words[c].lower() for c in sentence.children(noun, "det")}
    ands = sentence.children(noun, "cc")
    joined = bool(ands) and sentence.words[ands[0] - 1] != ","
    return sentence.rels[noun] == "conj" and joined and bool(articles & {"a", "an"}) and _tells_person(sentence, noun)


def _tells_person(sentence: Sentence, noun: int) -> bool:
    word = singular(sentence, noun)
    kin = lexicon.load("roles")["kin"]["words"]
    return (
        is_person_word(sentence, noun)
        or word in kin
        or (sentence.upos[noun] == "NOUN" and bool(PERSON_ENDING.search(word)))
    )


def _predicate(sentence: Sentence, head: int) -> Iterator[range]:
    """The role stated outright: "is a professor at …". With "the" it may be a hope or a condition ("if Osei is the nominee")."""
    noun = sentence.heads[head]
    if noun < 0 or sentence.rels[head] != "nsubj" or not is_person_word(sentence, noun):
        return
    articles = {sentence.words[c].lower() for c in sentence.children(noun, "det")}
    others = sentence.children(noun, "aux", "mark", "advmod")
    if [sentence.lemmas[c] for c in sentence.children(noun, "cop")] == ["be"] and articles & {"a", "an"} and not others:
        yield noun_phrase(sentence, noun)
