"""The first tables, with full-text search over reports and findings."""

from alembic import op
from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, text

revision = "0001"
down_revision = None

metadata = MetaData()

Table("about", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),  # the id it came with: two folders may each hold a "1.txt"
    Column("source", Text),
    Column("site", Text),
    Column("digest", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("how", Text, nullable=False),
    Column("day", Integer),
    Column("url", Text),
    Column("path", Text),
    Column("language", Text),
    Column("story", Text, nullable=False),
    Column("decided", Text, nullable=False),
    Column("received", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("family", Text, nullable=False),
    Column("supersedes", Text),
    Column("superseded", Integer, nullable=False, default=0),
    Column("feed", Text),
    Index("reports_by_text", "digest"),
    Index("reports_by_name", "name"),
    Index("reports_by_source", "source", "number"),
    Index("reports_by_site", "site", "number"),
    Index("reports_by_family", "family", "version"),
    Index("reports_by_story", "story", "number"),
    Index("reports_by_decision", "decided"),
    Index("reports_by_day", "day"),
    Index("reports_by_feed", "feed", "number"),
)

Table(
    "texts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("exact", LargeBinary),
    Column("given", Text, nullable=False),
)

Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("made", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("terms", LargeBinary, nullable=False),
    Index("readings_by_maker", "made", "number"),
)

Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("as_of", Text),
    Column("first", Text),
    Column("last", Text),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("findings", Integer, nullable=False),
    Column("updated", Text, nullable=False),
    Column("touched", Integer, nullable=False),
    Column("told", Integer, nullable=False),
    Column("made", Text, nullable=False),
    Index("stories_by_update", "updated", "id"),
    Index("stories_stale", "id", sqlite_where=text("touched > told"), postgresql_where=text("touched > told")),
)

Table(
    "dossiers",
    metadata,
    Column("story", Text, primary_key=True),
    Column("data", Text, nullable=False),
)

Table(
    "findings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("story", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("superseded", Text),
    Column("by", Text),
    Column("data", Text, nullable=False),
    UniqueConstraint("story", "id", name="findings_by_id"),
    Index("findings_by_change", "story", "changed"),
)

Table(
    "people",
    metadata,
    Column("story", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Index("people_by_reports", text("reports DESC"), "name", "story", "id", "label"),
)

Table(
    "looks",
    metadata,
    Column("reader", Text, primary_key=True),
    Column("story", Text, primary_key=True),
    Column("seen", Text, nullable=False),
)

Table(
    "failures",
    metadata,
    Column("culprit", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("message", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("feed", Text),
)

Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("undone", Text),
)

Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("last_try", Text),
    Column("last_ok", Text),
    Column("next_try", Text),
    Column("failures", Integer, nullable=False),
    Column("error", Text),
    Column("paused", Integer, nullable=False),
    Index("feeds_by_turn", "next_try"),
)

Table(
    "watches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rule", Text, nullable=False),
    Column("targets", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("author", Text, nullable=False),
)

Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("watch", Integer, nullable=False),
    Column("story", Text, nullable=False),
    Column("finding", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("delivered", Text),
    Column("error", Text),
    UniqueConstraint("watch", "story", "finding", name="notices_once"),
    Index("notices_waiting", "delivered"),
)

SQLITE_SEARCH = (
    """CREATE VIRTUAL TABLE {index} USING fts5
       ({columns}, content='{table}', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN
       INSERT INTO {index}(rowid, {columns}) VALUES (new.number, {new}); END""",
    """CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN
       INSERT INTO {index}({index}, rowid, {columns}) VALUES ('delete', old.number, {old}); END""",
    """CREATE TRIGGER {index}_update AFTER UPDATE OF {columns} ON {table} BEGIN
       INSERT INTO {index}({index}, rowid, {columns}) VALUES ('delete', old.number, {old});
       INSERT INTO {index}(rowid, {columns}) VALUES (new.number, {new}); END""",
)
"""An index over a table's own columns, kept in step by triggers."""

POSTGRESQL_SEARCH = (
    """ALTER TABLE {table} ADD COLUMN words tsvector
       GENERATED ALWAYS AS (to_tsvector('english', translate(left({joined}, 200000), '<>&', '   '))) STORED""",
    "CREATE INDEX {index} ON {table} USING gin(words)",
)
"""A tsvector holds at most 1 MB: the first 200,000 characters are searched. What looks like a tag is text like any other."""

SEARCHED = {"texts": ("title", "text"), "findings": ("line",)}


def upgrade() -> None:
    """Tables, then what makes their words searchable."""
    metadata.create_all(op.get_bind())
    statements = SQLITE_SEARCH if op.get_bind().dialect.name == "sqlite" else POSTGRESQL_SEARCH
    for table, columns in SEARCHED.items():
        names = {
            "table": table,
            "index": f"{table}_search",
            "columns": ", ".join(columns),
            "new": ", ".join(f"new.{column}" for column in columns),
            "old": ", ".join(f"old.{column}" for column in columns),
            "joined": " || ' ' || ".join(columns),
        }
        for statement in statements:
            op.execute(statement.format(**names))
