"""Lines that readers call furniture of a site: reports of it are read again without them."""

from __future__ import annotations

from sqlalchemy import Connection

from headwater.desk.readings import tidy_line
from headwater.store.corrections import list_corrections
from headwater.store.rereading import ask_again, list_holding

KIND = "furniture"


def list_furniture(connection: Connection, site: str) -> frozenset[str]:
    """The lines that readers have marked for a site."""
    rows = list_corrections(connection, undone=False)
    return frozenset(tidy_line(row.value) for row in rows if row.kind == KIND and row.target == site)


def reread_site(connection: Connection, site: str, line: str) -> int:
    """Let the reports of a site that hold a line be read again by :func:`headwater.desk.rebuild.reread`; how many."""
    return ask_again(connection, list_holding(connection, site, line.strip()))
