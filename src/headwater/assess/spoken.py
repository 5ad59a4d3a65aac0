"""The statements of reports with what is needed to hold their words against each other."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.assess.said import Told
from headwater.assess.wording import bare, join_words
from headwater.link.speakers import find_speakers
from headwater.link.wordings import quoted_parts
from headwater.model.reading import Reading
from headwater.model.story import NoteRef, Story


def tell_statements(story: Story, readings: Iterable[Reading]) -> dict[NoteRef, Told]:
    """Every statement of some reports of a story that has words."""
    speakers = find_speakers(story)
    return {
        (r.report.id, n): Told((r.report.id, n), r, statement, speakers[r.report.id, n])
        for r in readings
        for n, statement in enumerate(r.statements)
        if statement.content
    }


def quote_words(told: Told) -> str:
    """The words in quotation marks, else all of a paraphrase."""
    quoted = quoted_parts(told.reading.report.text, told.statement)
    return bare(join_words(told.reading, quoted)) if quoted else told.content
