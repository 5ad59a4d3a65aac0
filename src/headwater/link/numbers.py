"""Numbers in words and figures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from headwater.lexicon import load
from headwater.model.sentence import Sentence


def read_number(sentence: Sentence, word: int) -> float | None:
    """The value of a number at its last word, with the number words right before it; None for any other NUM."""
    if sentence.rels[word].split(":")[0] in ("compound", "flat"):
        return None
    parts = [n for n in sentence.children(word, "compound", "flat") if n < word and sentence.upos[n] == "NUM"]
    words = [piece for n in (*parts, word) for piece in sentence.words[n].casefold().split("-")]
    return combine_numbers(words)


def combine_numbers(words: Iterable[str]) -> float | None:
    """Number words and figures to a number: ("2.5", "million") is 2,500,000; None where a word is no number."""
    cardinals, total, part = load("sameness_counts")["cardinals"], 0.0, 0.0
    for word in words:
        if re.fullmatch(r"\d{1,3}(,\d{3})+|\d+(\.\d+)?", word):
            part += float(word.replace(",", ""))
        elif not isinstance(number := cardinals.get(word), int):
            return None
        elif number >= 1000:
            total, part = total + max(part, 1) * number, 0
        else:
            part = max(part, 1) * number if number == 100 else part + number
    return total + part
