"""What a database complains of, told so that a person knows the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from headwater.errors import StoreError

REASONS = (
    ("database is locked", "another program has been writing to it all the while; try again when that is done"),
    ("lock timeout", "another program has been writing to it all the while; try again when that is done"),
    ("disk is full", "the disk is full; make room and run the same command again: what was added is kept"),
    ("no space left", "the disk is full; make room and run the same command again: what was added is kept"),
    ("readonly database", "it may not be written to; change its permissions or name another with --store"),
    ("permission denied", "it may not be written to; have this user granted more, or name another with --store"),
    ("read-only", "it may not be written to; change its permissions or name another with --store"),
    ("not a database", "it is no Headwater store; name another file with --store"),
    ("unable to open", "it cannot be opened; is the folder there, and may you write to it?"),
    ("malformed", "the file is damaged; bring back a copy, or add the reports to a new store"),
    ("disk i/o error", "the disk gave an error; is it full, or was it taken away?"),
    ("no such table", "it is no Headwater store; name another file with --store"),
    ("no schema has been selected", "this user may use no schema of it; have them granted one"),
    ('role "', "the database knows no such user; is the address right?"),
    ('database "', "the server has no such database; make one with createdb, or set the address right"),
    ("password", "the database refuses the user or the password"),
    ("connection", "the database cannot be reached; does it run, and is the address right?"),
)
"""Part of a database's message -> what to tell."""


def tell_fault(error: SQLAlchemyError) -> str:
    """The reason in our words, or the database's own on one line."""
    message = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    for part, reason in REASONS:
        if part in message.lower():
            return reason
    return " ".join(message.split())


@contextmanager
def told_as_store_error(where: str) -> Iterator[None]:
    """Turn what the database cannot do into StoreError; a statement that is wrong stays a bug."""
    try:
        yield
    except OperationalError as error:
        raise StoreError(f"{where}: {tell_fault(error)}") from error
    except DBAPIError as error:
        if any(part in str(error.orig).lower() for part, _ in REASONS):
            raise StoreError(f"{where}: {tell_fault(error)}") from error
        raise
