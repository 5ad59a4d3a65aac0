"""Which language a report is written in."""

from __future__ import annotations

import re
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from headwater.lexicon import load
from headwater.model.reading import Reading

SAMPLE = 3_000
"""Characters looked at: the longest lines of a report up to this much."""
FEWEST_WORDS = 4
"""Below this a text is not long enough to tell."""
ENGLISH_SHARE = 0.22
"""Share of closed-class words from which a text is English without asking further; other languages stay below 0.1."""
CERTAIN = 0.5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@lru_cache(maxsize=1)
def _closed_class() -> frozenset[str]:
    return frozenset(load("stopwords")["function"]["words"])


def sample(text: str) -> str:
    """The longest lines: running text tells a language better than menus do."""
    lines = sorted((line.strip() for line in text[: 40 * SAMPLE].splitlines()), key=lambda line: (-len(line), line))
    return "\n".join(lines[:40])[:SAMPLE]


def find_language(reading: Reading) -> str:
    """The report's language as a BCP 47 code; what came with the report counts only where the text is too short to tell."""
    text = sample(reading.report.text)
    words = _WORD.findall(text)
    stated = (reading.report.language or "und").replace("_", "-").split("-")[0].lower()
    if len(words) < FEWEST_WORDS and not _has_wide_script(text):
        return stated
    if sum(word.lower() in _closed_class() for word in words) >= ENGLISH_SHARE * len(words) > 0:
        return "en"
    code, certainty = _identifier().classify(text.encode("utf-8", "replace"))
    if float(certainty) >= CERTAIN:
        return str(code)
    return stated if stated != "und" else ("en" if text.isascii() else "und")


def _has_wide_script(text: str) -> bool:
    """Whether the text is in a script that puts no blanks between words."""
    return sum(ord(c) > 0x2E7F for c in text) > len(text) // 3 > 0
