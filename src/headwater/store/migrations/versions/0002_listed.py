"""What followed feeds list: the addresses to fetch, and those that are done with."""

from alembic import op
from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

revision = "0002"
down_revision = "0001"

metadata = MetaData()

Table(
    "listed",
    metadata,
    Column("address", Text, primary_key=True),
    Column("feed", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    Column("brought", Text),
    Column("listed", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_try", Text),
    Column("error", Text),
    Index("listed_by_turn", "state", "next_try"),
    Index("listed_by_feed", "feed", "state"),
)


def upgrade() -> None:
    """The table and its indexes, and one by which rules find what changed in any story."""
    metadata.create_all(op.get_bind())
    op.create_index("findings_by_moment", "findings", ["changed"])
