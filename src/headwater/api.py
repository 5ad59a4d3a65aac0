"""Headwater from Python and Jupyter: :func:`annotate` one report, :func:`brief` a story."""

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
from headwater.pipeline import read_report, read_story
from headwater.read import read_paths
from headwater.read.jsonl import RecordError
from headwater.settings import Settings
from headwater.show.counts import name_origin
from headwater.show.dossier_json import record_dossiers
from headwater.show.frames import make_frame
from headwater.show.html import write_html
from headwater.show.notebook import mark_reading
from headwater.show.record import record_reading
from headwater.show.tables import list_findings, list_notes
from headwater.show.terminal import write_terminal

if TYPE_CHECKING:
    import pandas as pd

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


def name_unknown(finding: Finding) -> Finding:
    """The finding with what people read in place of the report's id, by which unknown origins are told apart."""
    origins = (replace(o, name=name_origin(o)) if o.kind == "unknown" else o for o in finding.origins)
    return replace(finding, origins=tuple(origins))


def annotate(source: Source) -> Annotation:
    """Find the notes of one report.

    A ``str`` is the report's text; for a file pass a ``Path``. Raises InputError where the report cannot be read.
    """
    found = list(read_source(source))
    if len(found) != 1:
        raise UsageError(f"{source} holds {len(found)} reports; annotate takes one, brief takes many")
    if isinstance(found[0], InputError):
        raise found[0]
    return Annotation(read_report(found[0]))


def brief(*sources: Source, as_of: str | None = None) -> Brief:
    """Tell what reports say together.

    A ``str`` is a report's text; for a file or folder pass a ``Path``. ``as_of`` is a day, YYYY-MM-DD. What cannot be
    read is listed in ``failures``.
    """
    found = [report for source in sources for report in read_source(source)]
    failures = tuple(tell_failure(error) for error in found if isinstance(error, InputError))
    readings = [read_report(report) for report in found if isinstance(report, Report)]
    return make_brief(readings, as_of=as_of, failures=failures)


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
