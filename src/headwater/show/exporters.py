"""All forms in which dossiers leave the house: one line a form. A new form is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from headwater.model.dossier import Dossier
from headwater.show.atom import write_atom
from headwater.show.dossier_json import write_json
from headwater.show.findings_table import write_findings_csv, write_findings_parquet
from headwater.show.html import write_html
from headwater.show.ics import write_calendar
from headwater.show.markdown import write_markdown
from headwater.show.plover import show_jsonl, show_polecat
from headwater.show.stix import write_stix


@dataclass(frozen=True, slots=True)
class Exporter:
    """A form of dossiers."""

    name: str
    about: str
    write: Callable[[Sequence[Dossier]], bytes]
    """Raises UsageError where a package of an extra is absent."""
    media: str
    """The media type, as a web server names it."""
    binary: bool = False


def of_text(write: Callable[[Sequence[Dossier]], str]) -> Callable[[Sequence[Dossier]], bytes]:
    """A writer of text as one of bytes in UTF-8; halves of surrogate pairs become ``?``."""
    return lambda dossiers: write(dossiers).encode("utf-8", "replace")


EXPORTERS: tuple[Exporter, ...] = (
    Exporter("json", "the dossiers whole, as brief prints them", of_text(write_json), "application/json"),
    Exporter("csv", "one row a finding", write_findings_csv, "text/csv"),
    Exporter(
        "parquet", "one row a finding, for data frames", write_findings_parquet, "application/vnd.apache.parquet", True
    ),
    Exporter("ics", "what is due, for a calendar", of_text(write_calendar), "text/calendar"),
    Exporter("atom", "one entry a finding, for feed readers", write_atom, "application/atom+xml"),
    Exporter(
        "markdown", "the dossiers to read", of_text(lambda ds: "\n".join(map(write_markdown, ds))), "text/markdown"
    ),
    Exporter("html", "the dossiers as one page", of_text(write_html), "text/html"),
    Exporter("stix", "a STIX 2.1 bundle", write_stix, "application/stix+json"),
    Exporter(
        "plover",
        "PLOVER events, JSON lines",
        of_text(lambda ds: show_jsonl(reading for dossier in ds for reading in dossier.story.readings)),
        "application/x-ndjson",
    ),
    Exporter(
        "polecat",
        "events in the columns of POLECAT",
        of_text(lambda ds: show_polecat(reading for dossier in ds for reading in dossier.story.readings)),
        "text/tab-separated-values",
    ),
)


def find_exporter(name: str) -> Exporter:
    """The exporter of a name, which must be one of EXPORTERS."""
    return next(exporter for exporter in EXPORTERS if exporter.name == name)
