"""What a quoted stretch is: speech, a fragment of it, or no speech at all (title, nickname, term)."""

from __future__ import annotations

from typing import Literal

from headwater.annotate.statements.cues import nouns
from headwater.annotate.statements.passages import Passage

Kind = Literal["speech", "fragment", "title", "nickname", "term"]
SMALL = frozenset({"a", "an", "the", "of", "and", "in", "on", "for", "to", "with", "at", "by", "or", "from"})
LONGEST_TITLE = 8
ENDS = (".", "?", "!", "…", "—", "–", "--")


def ending(passage: Passage, quotation: int) -> str:
    """The words of a quotation without the closing marks of quotations within it."""
    inner = passage.quotations[quotation].inner
    return passage.text[inner.start : inner.end].rstrip(" ’'\"”)]")


def ends_sentence(passage: Passage, quotation: int) -> bool:
    """Whether a quotation ends like a sentence, or was never closed."""
    return ending(passage, quotation).endswith(ENDS) or not passage.quotations[quotation].closed


def starts_sentence(passage: Passage, quotation: int) -> bool:
    """Whether a quotation begins like a sentence."""
    inner = passage.quotations[quotation].inner
    first = next((c for c in passage.text[inner.start : inner.end] if c.isalnum()), "a")
    return first.isupper() or first.isdigit()


def find_kind(passage: Passage, quotation: int) -> Kind:
    """The kind of a quoted stretch, by its words and what stands before it."""
    inner = passage.quotations[quotation].inner
    words = passage.text[inner.start : inner.end].split()
    if words[0].startswith("(") and words[-1].endswith(")"):
        return "term"
    lead = passage.lead(quotation)
    before = lead[-1].text.lower() if lead else ""
    if before in nouns("titled"):
        return "term"
    if _is_nickname(passage, quotation, words=words):
        return "nickname"
    alone = passage.quotations[quotation].outer == passage.span
    if _is_title(words, ends=(".", "!") if not alone else ("!",)) and before not in {":", ","} and (lead or alone):
        return "title"
    whole = starts_sentence(passage, quotation) and ends_sentence(passage, quotation)
    return "speech" if whole and not [w for w in lead if w.tag != "PUNCT"] else "fragment"


def _is_nickname(passage: Passage, quotation: int, *, words: list[str]) -> bool:
    """ "Robert “Bobby” Tarn": a name on both sides."""
    lead, tail = passage.lead(quotation), passage.tail(quotation)
    return len(words) <= 2 and bool(lead and tail) and lead[-1].tag == tail[0].tag == "PROPN"


def _is_title(words: list[str], *, ends: tuple[str, ...]) -> bool:
    """Every word but the small ones has a capital, and no mark ends a sentence inside."""
    bare = [word.strip(".,;:!?'’\"”“") for word in words]
    long = [word for word in bare if word and word.lower() not in SMALL]
    capitals = bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)
    return capitals and len(words) <= LONGEST_TITLE and not words[-1].endswith(ends)


def is_whole(passage: Passage, quotation: int) -> bool:
    """Whether a quotation is one or more whole sentences, with no words of its sentence outside."""
    return find_kind(passage, quotation) == "speech"
