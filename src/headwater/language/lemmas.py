"""Dictionary forms, by part of speech."""

from __future__ import annotations

from functools import lru_cache

from lemminflect import getLemma

SHORT = {
    "n't": "not",
    "nt": "not",
    "'ll": "will",
    "'re": "be",
    "'ve": "have",
    "'d": "would",
    "'m": "be",
    "'s": "be",
    "ca": "can",
    "wo": "will",
    "sha": "shall",
}
"""Clitics and what is left before them; as verbs and particles only."""

INFLECTED = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})


@lru_cache(maxsize=65536)
def lemma_of(word: str, upos: str) -> str:
    """The lemma in lower case; names keep their spelling."""
    if upos == "PROPN":
        return word
    low = word.lower().replace("’", "'")
    if low in SHORT and (upos in {"AUX", "VERB"} or (upos == "PART" and SHORT[low] == "not")):
        return SHORT[low]
    if upos not in INFLECTED:
        return low
    found = getLemma(low, upos="VERB" if upos == "AUX" else upos)
    return str(found[0]) if found else low
