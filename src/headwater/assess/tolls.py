"""Findings of kind ``happened`` that tell a toll: how many were killed, hurt, missing, brought away, and in how many reports.

Reports tell one toll in all sorts of words ("killing 19 people", "the number of dead rose to 19"); the number and what
befell the people make it known again. "At least 19" is told with 19, not with 25; "more than 60" with 63.
"""

from __future__ import annotations

from collections.abc import Iterable

from headwater.assess.independence import Background, weigh_sources
from headwater.assess.toll_groups import Counted, Toll, cite
from headwater.assess.toll_sources import lean_on_named, settle_toll
from headwater.assess.wording import join_words, make_id, shorten
from headwater.model.finding import Finding


def find_tolls(background: Background, tolls: Iterable[Toll]) -> tuple[Finding, ...]:
    """One finding for every toll that two reports or more have."""
    return tuple(_tell(background, toll) for toll in tolls if len(toll.reports) > 1)


def _tell(background: Background, toll: Toll) -> Finding:
    reading, count = min(toll.own, key=_rank)
    settled = settle_toll(background, toll)
    origins = weigh_sources(background, lean_on_named(background, settled)).origins
    line = shorten(join_words(reading, (count.span,)))
    cites = dict.fromkeys((cite(reading, count), *(cite(*pair) for pair in toll.counted)))
    details = {"type": None, "stance": "happened", "count": toll.details}
    return Finding(
        "happened", line, tuple(cites), origins, make_id("happened", toll.fate, f"{toll.details['value']:g}"), details
    )


def _rank(counted: Counted) -> tuple[bool, ...]:
    """The best words for a toll first: a report's own number in its text, exact, that begins with the people ("nine people died")."""
    reading, count = counted
    is_in_body = any(sentence.role == "body" for sentence in reading.sentences_in(count.span))
    is_clause = (
        not reading.report.quote(count.span).casefold().startswith(("kill", "injur", "wound", "the death", "death"))
    )
    return not is_in_body, count.low != count.high, not is_clause
