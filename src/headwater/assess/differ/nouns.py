"""What a number in a sentence counts."""

from __future__ import annotations

from headwater.assess.differ.clause import base, listed
from headwater.model.sentence import Sentence

FRONT = 8
"""Words at the beginning of a sentence in which "of the detainees" may stand."""
SHORT = 12
"""Words up to which a sentence with a number and no noun is about the thing counted before it."""
BARE = ("nsubj", "obj", "obl", "root", "ccomp", "nmod")


def is_loose(sentence: Sentence, word: int) -> bool:
    """Whether a number is one end of a range, a further one, a part of a name, or one of a list."""
    lower = [w.casefold() for w in sentence.words]
    near = lower[max(0, word - 2) : word] + lower[word + 1 : word + 3]
    in_name = any(name.first <= word < name.last for name in sentence.names)
    others = [n for n in (word - 2, word + 2) if 0 <= n < len(sentence) and sentence.upos[n] == "NUM"]
    is_range = any(lower[(n + word) // 2] in ("to", "or", "and", "-", "–") for n in others)
    return in_name or is_range or bool(set(near) & listed("further"))


def find_noun(sentence: Sentence, word: int) -> int | None:
    """The noun that is counted: right after the number, or after "of the"; not where the number is the whole of a part."""
    head = sentence.heads[word]
    if base(sentence, word) != "nummod":
        parts = [n for n in sentence.children(word, "nmod") if sentence.upos[n] == "NOUN" and _is_of(sentence, n)]
        return parts[0] if parts else None
    above = sentence.heads[head]
    is_total = base(sentence, head) == "nmod" and above >= 0 and sentence.upos[above] == "NUM"
    is_noun = sentence.upos[head] == "NOUN" or sentence.words[head] in listed("money")
    return head if is_noun and not is_total else None


def _is_of(sentence: Sentence, noun: int) -> bool:
    return any(sentence.words[n].casefold() == "of" for n in sentence.children(noun, "case"))


def find_meant(sentence: Sentence, word: int, *, before: str) -> str:
    """The noun a bare number stands for: that of "Of the …" before it, or the one counted ``before``; "" where neither is."""
    if base(sentence, word) not in BARE:
        return ""
    is_them = [w.casefold() for w in sentence.words[word + 1 : word + 3]] in (["of", "them"], ["of", "those"])
    if is_them or (is_rival(sentence) and sentence.heads[word] == sentence.root):
        return before
    is_fronted = sentence.words[0].casefold() == "of" and word > 2
    nouns = [n for n in range(1, min(word, FRONT)) if sentence.upos[n] == "NOUN" and _is_of(sentence, n)]
    return sentence.lemmas[nouns[0]] if is_fronted and nouns else ""


def is_rival(sentence: Sentence) -> bool:
    """Whether a sentence holds another number against the one before it: "the employers speak of at most 700"."""
    lemma = sentence.lemmas[sentence.root].casefold()
    numbers = [n for n, tag in enumerate(sentence.upos) if tag == "NUM"]
    is_short = len(sentence) <= SHORT and len(numbers) == 1
    return is_short and lemma in listed("estimating") and bool(sentence.children(sentence.root, "nsubj"))
