"""Who passes on what others say: names of agencies and outlets, and words like "the state news agency"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from headwater import lexicon
from headwater.annotate.statements.cues import nouns
from headwater.model.sentence import Sentence

SMALL = frozenset({"de", "of", "la", "le", "del", "di", "du", "el", "the", "'s", "’s"})
"""Words in lower case within a name."""
LEADING = re.compile(r"^(?:the|a|an|its|their|his|her)\s+", re.IGNORECASE)
INITIALS = re.compile(r"[A-Z]{3,4}|[A-Z]{1,4}(?:TV|FM)|TV\d")
SPOKEN_AS_WORD = re.compile(r"^[^AEIOU]{0,2}[AEIOU][^AEIOU]{1,2}[AEIOU]|^[^AEIOU]{1,2}[AEIOU][^AEIOU]{1,2}$")
"""Letters with vowels between them are read as a word, and such names are mostly those of bodies that are no media."""
APPARATUS = frozenset({"tv", "television", "radio"})
"""Media only with a word beside them ("state television"): else the thing in the room."""
POSSESSIVE = re.compile(r"['’]s?$")


def short_name(entry: Mapping[str, Any]) -> str:
    """The acronym of an agency where it has one, else its name."""
    names: list[str] = [entry["name"], *entry.get("aliases", ())]
    acronyms = sorted((name for name in names if name.isupper()), key=lambda name: (len(name), name))
    return acronyms[0] if acronyms else names[0]


@lru_cache(maxsize=1)
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern over all names of agencies, and what each stands for."""
    known = {
        str(name): short_name(entry)
        for entry in lexicon.load("agencies")["agency"]
        for name in (entry["name"], *entry.get("aliases", ()))
    }
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"), known


@lru_cache(maxsize=1)
def _outlets() -> frozenset[str]:
    names = lexicon.load("outlets")["domains"].values()
    return frozenset(LEADING.sub("", str(name)) for name in names)


def find_medium(sentence: Sentence, words: tuple[int, ...], *, text: str) -> str | None:
    """The name of the medium that a noun phrase names, or None: an agency by its acronym, else as the report calls it."""
    phrase = text[sentence.spans[words[0]].start : sentence.spans[words[-1]].end]
    pattern, known = _names()
    match = pattern.search(phrase)
    if match and _stands_for(sentence, words, found=match.span()):
        return known[match.group()]
    if titled := _title_in(sentence, words):
        return POSSESSIVE.sub("", text[sentence.spans[titled[0]].start : sentence.spans[titled[-1]].end])
    bare = bare_name(phrase)
    if bare in _outlets():
        return bare
    head = _head_of(sentence, words)
    return bare if _names_medium(sentence, head) else None


def _stands_for(sentence: Sentence, words: tuple[int, ...], *, found: tuple[int, int]) -> bool:
    """Whether an agency's name at ``found`` in a phrase is what it is about: "an AFP reporter", not "its AFP contract"."""
    head = sentence.spans[_head_of(sentence, words)].start - sentence.spans[words[0]].start
    media = nouns("medium") | nouns("of_medium") | {"news", "service"}
    about = any(sentence.lemmas[n].lower() in media for n in words)
    return about or found[0] <= head < found[1] or all(sentence.words[n][:1].isupper() for n in words)


def bare_name(phrase: str) -> str:
    """A phrase without its article and possessive."""
    return POSSESSIVE.sub("", LEADING.sub("", phrase)).strip()


def with_title(sentence: Sentence, words: tuple[int, ...]) -> tuple[int, ...]:
    """The words of a phrase with the name that follows them: "the public broadcaster | Radio Quill"."""
    last = words[-1]
    if sentence.lemmas[last].lower() not in nouns("medium"):
        return words
    while last + 1 < len(sentence) and sentence.upos[last + 1] == "PROPN" and sentence.words[last + 1][:1].isupper():
        last += 1
    return (*words, *range(words[-1] + 1, last + 1))


def _title_in(sentence: Sentence, words: tuple[int, ...]) -> tuple[int, ...]:
    """The name that ends a phrase after a word for a medium: "Italian daily *La Riva*"; empty for none."""
    for place, word in enumerate(words[:-1]):
        tail = words[place + 1 :]
        named = all(sentence.words[n][:1].isupper() or sentence.words[n] in SMALL for n in tail)
        if (
            sentence.lemmas[word].lower() in nouns("medium")
            and sentence.words[word].islower()
            and named
            and is_run(tail)
        ):
            return tail
    return ()


def is_run(words: tuple[int, ...]) -> bool:
    """Whether words stand side by side."""
    return words[-1] - words[0] + 1 == len(words)


def _names_medium(sentence: Sentence, head: int) -> bool:
    word = sentence.words[head]
    if word.lower() in APPARATUS and sentence.words[head - 1 : head] and sentence.words[head - 1].islower():
        return bool(sentence.children(head, "compound", "amod"))
    if sentence.upos[head] == "PROPN" or sentence.xpos[head] in {"NNP", "NNPS"}:
        capital = head > 0 and (sentence.words[head - 1][:1].isupper() or sentence.words[head - 1] == "the")
        opens = (
            word in nouns("medium_first")
            and sentence.words[head + 1 : head + 2] != ()
            and sentence.words[head + 1][0].isdecimal() | sentence.words[head + 1][:1].isupper()
        )
        follows = capital and sentence.words[head - 1] in nouns("medium_first")
        ends = _end_of_name(sentence, head)
        named = (word in nouns("medium_name") and capital) or (
            ends > head and sentence.words[ends] in nouns("medium_name")
        )
        return named or opens or follows
    if head > 0 and sentence.words[head - 1] in nouns("medium_first") and word[:1].isupper():
        return True
    return sentence.lemmas[head].lower() in nouns("medium")


def _end_of_name(sentence: Sentence, head: int) -> int:
    """The last word of the name that begins with a word: "*Al*-Waha *TV*"."""
    return max((n for n in sentence.children(head, "flat") if n > head), default=head)


def is_initials(sentence: Sentence, word: int) -> bool:
    """Whether a name is letters as broadcasters go by them: "NBN", with no article and not said as a word ("NATO")."""
    letters = sentence.words[word]
    bare = not sentence.children(word, "det", "amod", "compound", "nmod:poss")
    label = next((name.label for name in sentence.names if name.first <= word < name.last), "ORG")
    return (
        bare
        and label == "ORG"
        and INITIALS.fullmatch(letters) is not None
        and not SPOKEN_AS_WORD.search(letters)
        and letters not in nouns("initials")
    )


def _head_of(sentence: Sentence, words: tuple[int, ...]) -> int:
    inside = set(words)
    return next((n for n in words if sentence.heads[n] not in inside), words[0])
