"""Places of several reports that say a thing in the very same words.

A copied sentence tells the same wherever it stands, whatever each report's context made of its pronouns and names.
"""

from __future__ import annotations

from headwater.link.alignment import function_words
from headwater.link.pledges import sentence_at
from headwater.link.words import find_keys
from headwater.model.reading import Reading
from headwater.model.span import Spans

ENOUGH = 5
"""Content words by which a wording is known again without the sentence around it."""
SENTENCE = 8
"""Words a sentence must have to be known again."""
Place = tuple[tuple[str, ...], tuple[str, ...]]
"""The words of a note, and those of its sentence where its own are few."""


def find_place(reading: Reading, spans: Spans) -> Place | None:
    """What makes two places one; None where the words are too few to tell."""
    keys = find_keys(reading.report.text, spans)
    if len(set(keys) - function_words()) >= ENOUGH:
        return keys, ()
    return find_place_in_sentence(reading, spans)


def find_place_in_sentence(reading: Reading, spans: Spans) -> Place | None:
    """The words with those of the whole sentence; None where the sentence is short."""
    sentence = sentence_at(reading, spans[0].start)
    whole = find_keys(reading.report.text, (sentence.span,)) if sentence else ()
    return (find_keys(reading.report.text, spans), whole) if len(whole) >= SENTENCE else None
