"""Notes and findings as flat rows, for tables, CSV and frames."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from headwater.annotate.statements import is_certain
from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.notes import Note, Statement
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span, cover
from headwater.show.counts import distinct, name_origin
from headwater.show.printable import one_line
from headwater.show.record import record_note
from headwater.show.report_list import name_report, tell_title

Row = dict[str, str | int | None]
FORMULA_LEADS = ("=", "+", "-", "@")
QUOTE_COLUMNS = (
    "report", "path", "outlet", "speaker", "mode", "words", "cue", "relays", "venue", "unknown", "start", "end",
)  # fmt: skip
QUOTE_TABLE = ("speaker", "cue", "words", "mode", "relays", "venue", "report")
"""The columns of quotes that fit a terminal."""


def list_quotes(readings: Iterable[Reading], *, speaker: str = "", certain: bool = False) -> list[Row]:
    """Who said what, in text order.

    Only speakers whose name holds ``speaker`` (any case); with ``certain`` only quoted words whose speaker stands
    beside them.
    """
    told = ((reading, said) for reading in readings for said in reading.statements if not certain or is_certain(said))
    rows = (make_quote(reading, said) for reading, said in told)
    wanted = speaker.casefold()
    return [row for row in rows if wanted in str(row["speaker"] or "").casefold()]


def make_quote(reading: Reading, said: Statement) -> Row:
    """One statement as a row."""
    report = reading.report
    span = cover(said.content)
    return {
        "report": report.id,
        "path": report.path,
        "outlet": reading.provenance.outlet.value,
        "speaker": name_speaker(reading, said),
        "mode": said.mode,
        "words": join(report, said.content),
        "cue": join(report, said.cue) or None,
        "relays": "; ".join(relay.name for relay in said.relays) or None,
        "venue": join(report, said.venue) or None,
        "unknown": said.unknown,
        "start": span.start,
        "end": span.end,
    }


def list_speakers(readings: Iterable[Reading], *, certain: bool = False) -> list[str]:
    """The speakers there are, those with most statements first."""
    counted = Counter(str(row["speaker"]) for row in list_quotes(readings, certain=certain) if row["speaker"])
    return sorted(counted, key=lambda name: (-counted[name], name))


def fit_quote(row: Row) -> Row:
    """A quote for a terminal: the report without its folders, and why no speaker is named in the speaker's place."""
    unknown = f"not stated: {str(row['unknown']).replace('_', ' ')}" if row["unknown"] else "not stated"
    path = row.get("path")
    name = name_report(str(row["report"]), str(path) if path else None)
    return row | {"report": name, "speaker": row["speaker"] or unknown}


def name_speaker(reading: Reading, said: Statement) -> str | None:
    """The actor's name, else the words that name the speaker, else None."""
    names = {actor.id: actor.name for actor in reading.actors}
    return names.get(said.actor or "") or join(reading.report, said.speaker) or None


def join(report: Report, spans: Sequence[Span]) -> str:
    """The words of several spans on one line; gaps are shown."""
    return one_line(" … ".join(report.quote(span) for span in spans))


def list_notes(reading: Reading) -> list[Row]:
    """All notes of a report, one row each, with the words they cover."""
    return [make_note(reading.report, note) for note in reading.notes]


def make_note(report: Report, note: Note) -> Row:
    """One note as a row: where it stands, its words, and its plain fields."""
    record = record_note(note)
    spans = find_spans(record)
    plain: Row = {key: value for key, value in record.items() if value is None or isinstance(value, str)}
    where = cover(spans) if spans else Span(0, 0)
    return {"report": report.id, **plain, "start": where.start, "end": where.end, "words": join(report, spans)}


def find_spans(record: Mapping[str, object]) -> list[Span]:
    """The spans a note stands on."""
    if "start" in record:
        return [Span(int(str(record["start"])), int(str(record["end"])))]
    key = next(key for key in ("content", "trigger", "span") if key in record)
    pairs = record[key]
    return [Span(*pair) for pair in pairs] if isinstance(pairs, list) else []


def list_findings(dossier: Dossier) -> list[Row]:
    """The findings of a dossier, one row each."""
    return [make_finding(dossier, finding) for finding in dossier.story.findings]


def make_finding(dossier: Dossier, finding: Finding) -> Row:
    """One finding as a row; the details that are plain text become columns."""
    titles = {reading.report.id: tell_title(reading) for reading in dossier.story.readings}
    plain: Row = {key: value for key, value in finding.details.items() if value is None or isinstance(value, str)}
    return {
        "story": dossier.story.id,
        "kind": finding.kind,
        "line": finding.line,
        "reports": len(finding.reports),
        "origins": "; ".join(map(name_origin, distinct(finding.origins))),
        "in": "; ".join(titles[report] for report in finding.reports),
        **{f"detail_{key}": value for key, value in plain.items()},
    }


def write_csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """The rows as CSV; no cell can be taken for a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([defuse(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()


def defuse(cell: str | int | None) -> str | int:
    """The cell on one line, with an apostrophe before a sign that starts a formula; None as nothing."""
    if isinstance(cell, str):
        line = one_line(cell)
        return f"'{line}" if line.startswith(FORMULA_LEADS) else line
    return "" if cell is None else cell
