"""Full-text search over reports and findings: FTS5 in SQLite, tsvector in PostgreSQL."""

from __future__ import annotations

import re
from typing import Any, Literal

from sqlalchemy import Connection, Row, text

from headwater.store.rows import Hit, Piece

OPEN, CLOSE = "\x02", "\x03"
"""Around words that match; no text that is stored is likely to hold them."""
WORD = re.compile(r'"([^"]*)"|(\S+)')

SQLITE_REPORTS = """
SELECT r.id, r.story, coalesce(r.title, r.id) AS title, snippet(texts_search, 1, :open, :close, '…', 24) AS words
FROM texts_search JOIN reports r ON r.number = texts_search.rowid
WHERE texts_search MATCH :query ORDER BY texts_search.rowid DESC LIMIT :limit"""
SQLITE_FINDINGS = """
SELECT f.id, f.story, f.line AS title, highlight(findings_search, 0, :open, :close) AS words
FROM findings_search JOIN findings f ON f.number = findings_search.rowid
WHERE findings_search MATCH :query AND f.superseded IS NULL ORDER BY findings_search.rowid DESC LIMIT :limit"""
POSTGRESQL_REPORTS = """
SELECT r.id, r.story, coalesce(r.title, r.id) AS title,
  ts_headline('english', translate(left(t.text, 200000), '<>&', :hidden), q, :options) AS words
FROM websearch_to_tsquery('english', :query) q, texts t JOIN reports r ON r.number = t.number
WHERE t.words @@ q ORDER BY t.number DESC LIMIT :limit"""
POSTGRESQL_FINDINGS = """
SELECT f.id, f.story, f.line AS title,
  ts_headline('english', translate(f.line, '<>&', :hidden), q, :options) AS words
FROM websearch_to_tsquery('english', :query) q, findings f
WHERE f.words @@ q AND f.superseded IS NULL ORDER BY f.number DESC LIMIT :limit"""
STATEMENTS = {
    # Made once: to read a statement for its parameters takes as long as to run it.
    ("sqlite", "report"): text(SQLITE_REPORTS),
    ("sqlite", "finding"): text(SQLITE_FINDINGS),
    ("postgresql", "report"): text(POSTGRESQL_REPORTS),
    ("postgresql", "finding"): text(POSTGRESQL_FINDINGS),
}
SHOWN, HIDDEN = "<>&", "\x05\x06\x07"
"""What PostgreSQL would take for a tag and leave out, and what it gets to see instead."""
HEADLINE = f"StartSel={OPEN},StopSel={CLOSE},MaxWords=30,MinWords=12"


def search(connection: Connection, words: str, *, limit: int = 20) -> list[Hit]:
    """Findings, then reports that hold all of ``words``, the latest first; "words in quotation marks" stand together."""
    query = write_query(words)
    if not query:
        return []
    findings = find(connection, "finding", query, limit=limit)
    return findings + find(connection, "report", query, limit=limit)


def write_query(words: str) -> str:
    """Each word and phrase in quotation marks, so that nothing in it is taken for an operator."""
    found = (phrase or word for phrase, word in WORD.findall(words.replace("\x00", " ")))
    kept = (" ".join(re.findall(r"\w+", part)) for part in found)
    return " ".join(f'"{part}"' for part in kept if part)


def find(connection: Connection, kind: Literal["report", "finding"], query: str, *, limit: int) -> list[Hit]:
    """The hits of one kind."""
    system = connection.dialect.name
    marks = {"open": OPEN, "close": CLOSE} if system == "sqlite" else {"options": HEADLINE, "hidden": HIDDEN}
    given: dict[str, Any] = {"query": query, "limit": limit} | marks
    return [read_hit(row, kind) for row in connection.execute(STATEMENTS[system, kind], given)]


def read_hit(row: Row[Any], kind: Literal["report", "finding"]) -> Hit:
    """A row as a record."""
    return Hit(kind, row.id, row.story, row.title, cut_pieces(row.words))


def cut_pieces(words: str) -> tuple[Piece, ...]:
    """Marked words as pieces; adjoining pieces differ in whether they match."""
    pieces = []
    for part in re.split(f"({OPEN}[^{CLOSE}]*{CLOSE})", words.translate(str.maketrans(HIDDEN, SHOWN))):
        if part:
            pieces.append((part.strip(OPEN + CLOSE), part.startswith(OPEN)))
    return tuple(pieces)
