"""The tables of a store as they are now; how an older store becomes one like this is in ``migrations/``.

Text columns hold what any database can (see :mod:`headwater.store.texts`); times are UTC, ``2031-05-04T10:00:00.000000Z``, so
that they sort as text; JSON is kept as text; a column ``made`` names the step@version that wrote the row.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, text

metadata = MetaData()

about = Table("about", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),  # the order received
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),  # the id it came with: two folders may each hold a "1.txt"
    Column("source", Text),  # where it came from, if that tells it from others: its URL or its file
    Column("site", Text),  # its host, else the outlet it came with
    Column("digest", Text, nullable=False),  # SHA-256 of the text
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("how", Text, nullable=False),
    Column("day", Integer),  # the number of the day it was published, for stories
    Column("url", Text),
    Column("path", Text),
    Column("language", Text),
    Column("story", Text, nullable=False),
    Column("decided", Text, nullable=False),  # the story it was put into before any correction
    Column("received", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("family", Text, nullable=False),  # the id of its first version
    Column("supersedes", Text),
    Column("superseded", Integer, nullable=False, default=0),  # 1 = a later version is there
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

texts = Table(
    "texts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("exact", LargeBinary),  # the text where the column beside cannot hold every character of it
    Column("given", Text, nullable=False),  # what came with the report, as JSON
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("made", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),  # the Reading, MessagePack, deflated
    Column("record", LargeBinary, nullable=False),  # the record of `annotate`, JSON, deflated
    Column("terms", LargeBinary, nullable=False),  # weighed terms, by which stories are told apart
    Index("readings_by_maker", "made", "number"),
)

stories = Table(
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
    Column("touched", Integer, nullable=False),  # how often its reports have changed
    Column("told", Integer, nullable=False),  # up to which of these changes its dossier tells
    Column("made", Text, nullable=False),
    Index("stories_by_update", "updated", "id"),
    Index("stories_stale", "id", sqlite_where=text("touched > told"), postgresql_where=text("touched > told")),
)

dossiers = Table(
    "dossiers",
    metadata,
    Column("story", Text, primary_key=True),
    Column("data", Text, nullable=False),  # as `brief --format json` prints it
)

findings = Table(
    "findings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("story", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("place", Integer, nullable=False),  # its place in the dossier
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
    Index("findings_by_moment", "changed"),
)

people = Table(
    "people",
    metadata,
    Column("story", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Index("people_by_reports", text("reports DESC"), "name", "story", "id", "label"),
)

looks = Table(
    "looks",
    metadata,
    Column("reader", Text, primary_key=True),
    Column("story", Text, primary_key=True),
    Column("seen", Text, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("culprit", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("message", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("feed", Text),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False),  # JSON
    Column("value", Text, nullable=False),  # JSON
    Column("author", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("undone", Text),
)

feeds = Table(
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

listed = Table(
    "listed",
    metadata,
    Column("address", Text, primary_key=True),
    Column("feed", Text, nullable=False),
    Column("stamp", Text, nullable=False),  # what the feed said of it: another stamp = look at the page again
    Column("brought", Text),  # the report the feed itself brings, as JSON, until the page is there
    Column("listed", Text, nullable=False),
    Column("state", Text, nullable=False),  # waiting, done, failed
    Column("tries", Integer, nullable=False),
    Column("next_try", Text),
    Column("error", Text),
    Index("listed_by_turn", "state", "next_try"),
    Index("listed_by_feed", "feed", "state"),
)

watches = Table(
    "watches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rule", Text, nullable=False),  # JSON
    Column("targets", Text, nullable=False),  # JSON
    Column("created", Text, nullable=False),
    Column("author", Text, nullable=False),
)

notices = Table(
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
