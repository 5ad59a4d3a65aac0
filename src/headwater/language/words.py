"""Text -> words with exact places, cut as the English UD treebanks cut them: contractions, hyphens and units apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from headwater import lexicon
from headwater.model.span import Span

L = r"[^\W\d_]"
"""One letter."""

AFFIXES = (
    "anti|co|cross|de|e|ex|extra|inter|intra|macro|mega|micro|mid|mini|multi|neo|non|over|pan|para|post|pre|pro|pseudo|quasi|re|semi|"
    "socio|sub|super|trans|ultra|un|under|vice"
)
"""Before a hyphen these stay with their word: "non-profit", "mid-August"."""

CLITIC = re.compile(r"(?<=\w)(?:n['’`]t|['’`](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
JOINED = re.compile(r"(can)(not)|(gon|wan)(na)|(got)(ta)|(do|ca|wo|did|does|is|was)(nt)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """What may be one word, longest readings first; clitics are cut off afterwards."""
    abbreviations = (word for part in lexicon.load("abbreviations").values() for word in part["words"])
    kinds = (
        r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?')\]’]",  # web address
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",  # mail address
        r"(?:[A-Za-z0-9-]+\.)+(?:com|org|net|gov|edu|info)\b(?:/\S*[\w/])?",
        r"[@#]\w+",
        r"(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|Ph\.D\.?",  # U.S., e.g.
        r"(?<!\w)(?:" + "|".join(sorted(abbreviations, key=len, reverse=True)) + r")\.(?!\w)",
        r"(?<!\w)[A-Z]\.(?=\s*[A-Z])",  # an initial
        rf"(?<!\w)(?i:{AFFIXES})-{L}+(?:['’](?:{L}+))?",
        r"(?:US|HK|NZ|CA|[AC])?\$",
        r"\+?\d+(?:-\d{3,})+|\d{1,4}([/.-])\d{1,2}\1\d{1,4}\b|\d{1,2}:\d{2}(?::\d{2})?",  # dates, clock times
        r"\d+(?:st|nd|rd|th|s)\b",
        r"\d+(?:,\d{3})+(?:\.\d+)?|\d+[./]\d+|\d+",
        rf"(?:{L}|[\u0300-\u036f])+(?:&{L}+)?\d*(?:['’`]{L}+)*",  # letters, with what an apostrophe ties to them
        r"\.{2,}|-{2,}|[!?]{2,}|''|``|={2,}|_{2,}|\*{2,}",
        r"\S",
    )
    return re.compile("|".join(f"(?:{kind})" for kind in kinds))


def cut(word: str) -> Iterator[str]:
    """The word without its clitics, then the clitics: "don't" -> "do", "n't"."""
    joined = JOINED.fullmatch(word)
    clitic = CLITIC.search(word)
    if joined:
        yield from (part for part in joined.groups() if part)
    elif clitic:
        yield from cut(word[: clitic.start()])
        yield clitic.group()
    else:
        yield word


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of ``text[start:end]`` in order."""
    spans: list[Span] = []
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        word, at = match.group(), match.start()
        if not any(mark in word for mark in "'’`") and word[-2:].lower() not in {"ot", "na", "ta", "nt"}:
            spans.append(Span(at, match.end()))
            continue
        for part in cut(word):
            spans.append(Span(at, at + len(part)))
            at += len(part)
    return spans
