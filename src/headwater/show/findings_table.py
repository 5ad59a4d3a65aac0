"""Findings as one flat table for spreadsheets and data frames: CSV and Parquet."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from importlib import import_module

from headwater.errors import UsageError
from headwater.model.dossier import Dossier
from headwater.model.report import Report
from headwater.model.span import Cite
from headwater.show.tables import Row, list_findings, write_csv

COLUMNS = ("story", "title", "as_of", "id", "kind", "line", "reports", "origins", "in", "cites")
"""The first columns; the details of findings follow by name."""


def list_rows(dossiers: Sequence[Dossier]) -> list[Row]:
    """All findings, one row each, with the words they cite."""
    return [row for dossier in dossiers for row in list_story(dossier)]


def list_story(dossier: Dossier) -> Iterator[Row]:
    """The findings of one story."""
    texts = {reading.report.id: reading.report for reading in dossier.story.readings}
    about: Row = {"title": dossier.title, "as_of": dossier.as_of}
    for finding, row in zip(dossier.story.findings, list_findings(dossier), strict=True):
        yield about | row | {"id": finding.id, "cites": "; ".join(tell_cite(texts[c.report], c) for c in finding.cites)}


def tell_cite(report: Report, cite: Cite) -> str:
    """The words cited with their report and offsets: ``a.txt[10:25] “…”``."""
    return f"{report.id}[{cite.span.start}:{cite.span.end}] “{report.quote(cite.span)}”"


def list_columns(rows: Sequence[Row]) -> list[str]:
    """COLUMNS, then every detail that any finding has."""
    return [*COLUMNS, *sorted({name for row in rows for name in row} - set(COLUMNS))]


def write_findings_csv(dossiers: Sequence[Dossier]) -> bytes:
    """CSV in UTF-8; no cell can be taken for a formula."""
    rows = list_rows(dossiers)
    return write_csv(rows, list_columns(rows)).encode("utf-8", "replace")


def write_findings_parquet(dossiers: Sequence[Dossier]) -> bytes:
    """Parquet: the same table, counts as integers and all else as text. Raises UsageError where pyarrow is absent."""
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ModuleNotFoundError as error:
        raise UsageError("Parquet needs another package: pip install 'headwater[parquet]'") from error
    rows = list_rows(dossiers)
    columns = {
        name: arrow.array(
            [make_cell(row.get(name)) for row in rows], arrow.int64() if name == "reports" else arrow.string()
        )
        for name in list_columns(rows)
    }
    out = io.BytesIO()
    parquet.write_table(arrow.table(columns), out)
    return out.getvalue()


def make_cell(value: str | int | None) -> str | int | None:
    """A value without halves of surrogate pairs, which no UTF-8 column takes."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
