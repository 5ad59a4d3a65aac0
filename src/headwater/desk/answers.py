"""What programs ask a store: the records behind the tools of ``headwater mcp``. Each answer cites reports by offsets."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from headwater.desk.tracing import trace_stored
from headwater.errors import UsageError
from headwater.show.trace import record_trace
from headwater.store.reports import get_report, get_report_row
from headwater.store.search import search
from headwater.store.stories import get_dossier, list_stories
from headwater.store.watched import list_of_kind

AROUND = 200
"""Characters shown on either side of a cite."""
LONGEST_CITE = 5_000
Record = dict[str, Any]


def tell_stories(connection: Connection, *, limit: int) -> list[Record]:
    """The stories, the one changed last first: id, title, days, numbers of reports, origins and findings."""
    return [asdict(row) for row in list_stories(connection, limit=limit)]


def tell_dossier(connection: Connection, story: str, *, kinds: frozenset[str] = frozenset()) -> Record:
    """A story's dossier without the reports' whole texts; only findings of ``kinds``, if any are given."""
    dossier = get_dossier(connection, story)
    reports = [{key: value for key, value in report.items() if key != "text"} for report in dossier["reports"]]
    findings = [finding for finding in dossier["findings"] if not kinds or finding["kind"] in kinds]
    return dossier | {"reports": reports, "findings": findings}


def tell_trace(connection: Connection, words: str) -> Record:
    """Every place that carries words, each wording against the fullest, earliest first, and where it entered."""
    return record_trace(words, trace_stored(connection, words))


def tell_due(connection: Connection, *, first: str | None, last: str | None) -> list[Record]:
    """What is due in all stories, by last day; only what is due between two days (YYYY-MM-DD), where they are given."""
    rows = [{"story": row.story, **row.data} for row in list_of_kind(connection, "due")]
    dated = [(last_day(row), row) for row in rows]
    wanted = [(day, row) for day, row in dated if (not first or first <= day) and (not last or day <= last)]
    return [row for _, row in sorted(wanted, key=lambda pair: (pair[0], pair[1]["id"]))]


def last_day(finding: Record) -> str:
    """The last day of a finding of kind due; ``9999-12-31`` where it has none, so that it sorts last."""
    due = finding["details"].get("due") or {}
    return str(due.get("latest") or "9999-12-31")


def tell_cite(connection: Connection, report: str, *, start: int, end: int) -> Record:
    """The exact characters of a cite, with what stands around them. Raises UsageError for offsets outside the text."""
    text = get_report(connection, report).text
    if not 0 <= start < end <= len(text) or end - start > LONGEST_CITE:
        raise UsageError(
            f"{start}–{end} is no stretch of {report}: it has {len(text)} characters, and a cite at most {LONGEST_CITE}"
        )
    return {
        "report": asdict(get_report_row(connection, report)),
        "text": text[start:end],
        "before": text[max(0, start - AROUND) : start],
        "after": text[end : end + AROUND],
    }


def tell_hits(connection: Connection, words: str, *, limit: int) -> list[Record]:
    """Findings and reports that hold words."""
    return [
        {
            "kind": hit.kind,
            "id": hit.id,
            "story": hit.story,
            "title": hit.title,
            "text": "".join(p for p, _ in hit.pieces),
        }
        for hit in search(connection, words, limit=limit)
    ]
