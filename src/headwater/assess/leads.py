"""Findings of kind ``reported``: how each report that is no copy leads, in its own words."""

from __future__ import annotations

from headwater.assess.independence import Background, weigh_sources
from headwater.assess.wording import join_words, make_id, shorten
from headwater.link.fingerprints import SHINGLE
from headwater.link.words import find_words
from headwater.model.finding import Finding
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span


def find_leads(background: Background) -> tuple[Finding, ...]:
    """The first sentence of every copy family's fullest text; its copies that have the sentence too are cited."""
    found = []
    for reading in background.story.readings:
        lead = find_lead(reading)
        if background.families[reading.report.id] == reading.report.id and lead:
            found.append(_find_lead(background, reading, lead=lead))
    return tuple(found)


def find_lead(reading: Reading) -> Span | None:
    """The first sentence of the body that is long enough to be one."""
    body = (sentence.span for sentence in reading.sentences if sentence.role == "body" and len(sentence) >= SHINGLE)
    return next(body, None)


def _find_lead(background: Background, reading: Reading, *, lead: Span) -> Finding:
    words = join_words(reading, (lead,))
    keys = find_words(reading.report.text, (lead,)).keys
    cites = [Cite(reading.report.id, lead)]
    for other in background.story.readings:
        span = find_lead(other)
        if other is not reading and span and find_words(other.report.text, (span,)).keys == keys:
            cites.append(Cite(other.report.id, span))
    sources = {cite.report: background.story.report_origins.get(cite.report, ()) for cite in cites}
    origins = weigh_sources(background, sources).origins
    return Finding("reported", shorten(words), tuple(cites), origins, make_id("reported", words), {"content": words})
