"""The occasion on which somebody goes on speaking, as the sentences before a statement name it.

"The warden spoke at a news conference on Monday. “The dam holds,” she said.": the words were said there.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from headwater.assess.venues import find_occasion
from headwater.link.words import quoted_spans
from headwater.model.notes import Statement
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Cite, Span

BACK = 2
"""Sentences before a statement that are read."""
LEADS = re.compile(r"\b(?:at|in|to|told|address(?:ed|ing)|held|gave|giving|during) (?:[\w'’-]+ ){0,3}$")
"""What leads to an occasion that took place; one "ahead of" which something is said is still to come."""
LOOK_BACK = 40
"""Characters before an occasion in which that is looked for."""


def find_setting(reading: Reading, statement: Statement, *, speaker: str) -> Origin | None:
    """The press conference or speech that the sentences right before a statement say its speaker gave; None where none do."""
    start = min(span.start for span in (*statement.content, *statement.cue))
    at = bisect_left(reading.sentences, start + 1, key=lambda sentence: sentence.span.start)
    for sentence in reversed(reading.sentences[max(0, at - 1 - BACK) : at]):
        if sentence.role != "body":
            return None
        stretch = Span(sentence.span.start, min(sentence.span.end, start))
        place = _find_held(reading, stretch)
        if place and _is_about(reading, statement, sentence):
            occasion = find_occasion(reading.report.text, place)
            name = f"{occasion.name} ({speaker})" if occasion and speaker else "remarks"
            return Origin("press conference", name, (Cite(reading.report.id, place),))
    return None


def _find_held(reading: Reading, stretch: Span) -> Span | None:
    """The words outside quotation marks for an occasion that took place before reporters or an audience."""
    text = reading.report.text
    occasion = find_occasion(text, stretch) if stretch.start < stretch.end else None
    if occasion is None or occasion.kind != "press conference":
        return None
    is_quoted = any(span.meets(occasion.span) for span in quoted_spans(text))
    lead = text[max(stretch.start, occasion.span.start - LOOK_BACK) : occasion.span.start]
    is_held = bool(LEADS.search(lead)) or occasion.span.start == stretch.start
    opens = text[occasion.span.start : occasion.span.end].casefold().startswith(("told ", "in "))
    return occasion.span if not is_quoted and (is_held or opens) else None


def _is_about(reading: Reading, statement: Statement, sentence: Sentence) -> bool:
    """Whether a sentence names the speaker of a statement."""
    return statement.actor is not None and any(
        mention.actor == statement.actor and sentence.span.holds(mention.span) for mention in reading.mentions
    )
