"""A report as received, and what is known of where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from headwater.model.span import Span, Spans

How = Literal["stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Known:
    """A fact about a report with the characters it was read from."""

    value: str | None = None
    """None = unknown."""
    how: How = "unknown"
    evidence: Spans = ()
    """Empty where the value came with the report and not from its text."""
    rule: str = "none@1"


@dataclass(frozen=True, slots=True)
class Report:
    """One document as received. The text is never altered; every offset of the house counts in it.

    The fields after ``text`` are what came *with* the report (metadata of a page, a JSON line); what is read *from* the
    text belongs to :class:`Provenance`.
    """

    id: str
    text: str
    path: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    """ISO 8601 date, as stated by the metadata."""
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None
    """The decoding used, where bytes were read."""
    is_summary: bool = False
    """Whether the text is only a summary of the report, as many feeds give it."""

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span[0] : span[1]]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who published a report, who wrote it, whom it credits, and when."""

    title: Known = field(default_factory=Known)
    byline: Known = field(default_factory=Known)
    outlet: Known = field(default_factory=Known)
    credits: tuple[Known, ...] = ()
    """Agencies and outlets the report credits as a whole ("Bloomberg" alone on a line, "(Reuters) -")."""
    dateline: Known = field(default_factory=Known)
    """The place of the dateline."""
    published: Known = field(default_factory=Known)
    """ISO 8601 date (YYYY-MM-DD); an interval ``YYYY-MM-DD/YYYY-MM-DD`` where inferred less exactly."""
