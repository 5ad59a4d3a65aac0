"""Findings of kind ``reported``: how each report that is no copy leads, in its own words."""

from __future__ import annotations

from headwater.assess.independence import Background, weigh_sources
from headwater.assess.wording import join_words, make_id, shorten
from headwater.link.fingerprints import SHINGLE
from headwater.link.words import find_keys
from headwater.model.finding import Finding
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span


def find_leads(background: Background) -> tuple[Finding, ...]:
    """The first sentence of every copy family's fullest text; other reports that begin with the same words are cited."""
    leads = {r.report.id: lead for r in background.story.readings if (lead := find_lead(r))}
    same: dict[tuple[str, ...], list[Cite]] = {}
    for report, lead in leads.items():
        same.setdefault(_keys(background, report, lead), []).append(Cite(report, lead))
    first = {
        report: _keys(background, report, lead) for report, lead in leads.items() if _is_fullest(background, report)
    }
    return tuple(_tell_lead(background, report, same[keys]) for keys, report in _once(first).items())


def find_lead(reading: Reading) -> Span | None:
    """The first sentence of the body that is long enough to be one."""
    body = (sentence.span for sentence in reading.sentences if sentence.role == "body" and len(sentence) >= SHINGLE)
    return next(body, None)


def _keys(background: Background, report: str, lead: Span) -> tuple[str, ...]:
    return find_keys(background.readings[report].report.text, (lead,))


def _is_fullest(background: Background, report: str) -> bool:
    return background.families[report] == report


def _once(first: dict[str, tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Each wording with the first report that has it."""
    found: dict[tuple[str, ...], str] = {}
    for report, keys in first.items():
        found.setdefault(keys, report)
    return found


def _tell_lead(background: Background, report: str, cites: list[Cite]) -> Finding:
    ordered = sorted(cites, key=lambda cite: cite.report != report)
    words = join_words(background.readings[report], (ordered[0].span,))
    sources = {cite.report: background.story.report_origins.get(cite.report, ()) for cite in ordered}
    origins = weigh_sources(background, sources).origins
    return Finding("reported", shorten(words), tuple(ordered), origins, make_id("reported", words), {"content": words})
