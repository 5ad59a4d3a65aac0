"""Headwater from Python and Jupyter: :func:`annotate` one report, :func:`brief` a story, :func:`trace` words, :func:`compare` two."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headwater.errors import InputError, UsageError
from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.pipeline import (
    begin_readings,
    compare_readings,
    read_on,
    read_report,
    read_story,
    trace_dossiers,
)
from headwater.read import read_paths
from headwater.read.names import RecordError
from headwater.settings import Settings
from headwater.show.compare import record_comparison
from headwater.show.compare_page import make_document as write_comparison
from headwater.show.counts import name_origin
from headwater.show.document import Document
from headwater.show.document_html import write_page
from headwater.show.document_text import write_text
from headwater.show.dossier_json import record_dossiers
from headwater.show.frames import make_frame
from headwater.show.html import write_html
from headwater.show.notebook import mark_reading
from headwater.show.record import record_reading
from headwater.show.tables import list_findings, list_notes
from headwater.show.terminal import write_terminal
from headwater.show.trace import make_document as write_trace
from headwater.show.trace import record_trace

if TYPE_CHECKING:
    import pandas as pd

    from headwater.assess.comparison import Comparison
    from headwater.assess.trace import Trace

Source = str | Path | Report
"""The text of a report, a file or folder, or a report already made."""
Failure = tuple[str, str, str]
"""(path or id, code, message)."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One report and everything found in it."""

    reading: Reading

    def to_dict(self) -> dict[str, Any]:
        """The record that ``headwater annotate`` prints."""
        return record_reading(self.reading)

    def to_frame(self) -> pd.DataFrame:
        """One row a note, with its words; needs ``headwater[frames]``."""
        return make_frame(list_notes(self.reading))

    def _repr_html_(self) -> str:
        return mark_reading(self.reading)


@dataclass(frozen=True, slots=True)
class Brief:
    """The dossiers of the stories told by some reports, the one with most reports first."""

    dossiers: tuple[Dossier, ...]
    failures: tuple[Failure, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The lines of all dossiers; an origin that is not stated has the name "not stated"."""
        return tuple(name_unknown(finding) for dossier in self.dossiers for finding in dossier.story.findings)

    def to_dict(self) -> dict[str, Any]:
        """The record that ``headwater brief --format json`` prints."""
        return record_dossiers(self.dossiers, self.failures)

    def to_frame(self) -> pd.DataFrame:
        """One row a finding; needs ``headwater[frames]``."""
        return make_frame([row for dossier in self.dossiers for row in list_findings(dossier)])

    def __str__(self) -> str:
        return "\n".join(write_terminal(dossier) for dossier in self.dossiers)

    def _repr_html_(self) -> str:
        page = escape(write_html(self.dossiers))
        return f'<iframe sandbox="allow-scripts" width="100%" height="640" title="Dossier" srcdoc="{page}"></iframe>'


@dataclass(frozen=True, slots=True)
class Traced:
    """Where some words stand in the stories told by some reports."""

    words: str
    found: tuple[tuple[Dossier, Trace], ...]
    """Each utterance that has them, with the dossier of its story; none where no report carries them."""

    @property
    def document(self) -> Document:
        """The page, for the renderers of ``headwater.show``."""
        return write_trace(self.words, self.found)

    def to_dict(self) -> dict[str, Any]:
        """The record that ``headwater trace --format json`` prints."""
        return record_trace(self.words, self.found)

    def __str__(self) -> str:
        return write_text(self.document)

    def _repr_html_(self) -> str:
        return frame_page(write_page(self.document), "Trace")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports side by side."""

    comparison: Comparison

    @property
    def document(self) -> Document:
        """The page, for the renderers of ``headwater.show``."""
        return write_comparison(self.comparison)

    def to_dict(self) -> dict[str, Any]:
        """The record that ``headwater compare --format json`` prints."""
        return record_comparison(self.comparison)

    def __str__(self) -> str:
        return write_text(self.document)

    def _repr_html_(self) -> str:
        return frame_page(write_page(self.document), "Comparison")


def frame_page(page: str, title: str) -> str:
    """A page inside the page of a notebook."""
    return f'<iframe sandbox="" width="100%" height="640" title="{title}" srcdoc="{escape(page)}"></iframe>'


def name_unknown(finding: Finding) -> Finding:
    """The finding with what people read in place of the report's id, by which unknown origins are told apart."""
    origins = (replace(o, name=name_origin(o)) if o.kind == "unknown" else o for o in finding.origins)
    return replace(finding, origins=tuple(origins))


def annotate(source: Source) -> Annotation:
    """Find the notes of one report.

    A ``str`` is the report's text; for a file pass a ``Path``. Raises InputError where the report cannot be read.
    """
    return Annotation(read_report(read_one(source, "annotate takes one")))


def brief(*sources: Source, as_of: str | None = None) -> Brief:
    """Tell what reports say together.

    A ``str`` is a report's text; for a file or folder pass a ``Path``. ``as_of`` is a day, YYYY-MM-DD. What cannot be
    read is listed in ``failures``.
    """
    found = [report for source in sources for report in read_source(source)]
    failures = tuple(tell_failure(error) for error in found if isinstance(error, InputError))
    reports = [report for report in found if isinstance(report, Report)]
    readings = [read_on(reading) for reading in begin_readings(reports)]
    return make_brief(readings, as_of=as_of, failures=failures)


def trace(words: str, *sources: Source) -> Traced:
    """Find every report that carries some words, each wording held against the fullest, earliest first.

    A ``str`` among ``sources`` is a report's text; for a file or folder pass a ``Path``.
    """
    return trace_brief(words, brief(*sources))


def trace_brief(words: str, told: Brief) -> Traced:
    """Find some words in the reports of a brief. Raises UsageError where there are none."""
    if not any(map(str.isalnum, words)):
        raise UsageError(f"{words!r} holds no word to look for; give the words of a quotation")
    return Traced(words, trace_dossiers(words, told.dossiers))


def compare(one: Source, other: Source) -> Compared:
    """Hold two reports against each other. Raises InputError where one of them cannot be read."""
    first, second = (read_one(source, "compare takes one on each side") for source in (one, other))
    begun = [first, replace(second, id=f"{second.id} (2)") if second.id == first.id else second]
    return Compared(compare_readings(*(read_on(reading) for reading in begin_readings(begun))))


def read_one(source: Source, takes: str) -> Report:
    """The report of a source that holds exactly one; ``takes`` says who takes no more."""
    found = list(read_source(source))
    if len(found) != 1:
        raise UsageError(f"{source} holds {len(found)} reports; {takes}, brief takes many")
    if isinstance(found[0], InputError):
        raise found[0]
    return found[0]


def make_brief(readings: Sequence[Reading], *, as_of: str | None, failures: Sequence[Failure]) -> Brief:
    """The dossiers of readings; what could not be read is told in the last one."""
    dossiers = list(read_story(readings, as_of=as_of)) if readings else []
    if dossiers and failures:
        dossiers[-1] = replace(dossiers[-1], failures=tuple(failures))
    return Brief(tuple(dossiers), tuple(failures))


def read_source(source: Source) -> Iterable[Report | InputError]:
    """The reports of one source."""
    if isinstance(source, Report):
        return (source,)
    if isinstance(source, Path):
        return read_paths([source], settings=Settings().reading)
    if source and not any(map(str.isspace, source)):
        raise UsageError(f"{source!r} is one word and no report; for a file or folder pass pathlib.Path({source!r})")
    return (Report(name_text(source), source),)


def name_text(text: str) -> str:
    """An id for a report that came as text: the same text has the same id."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def tell_failure(error: InputError) -> Failure:
    """What could not be read, why, and the way out."""
    return (error.place if isinstance(error, RecordError) else error.culprit), error.code, error.message
