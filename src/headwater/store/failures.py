"""What could not be read, until it can."""

from __future__ import annotations

from sqlalchemy import Connection, select

from headwater.store.rows import FailureRow
from headwater.store.schema import failures
from headwater.store.texts import make_storable


def put_failure(connection: Connection, failure: FailureRow) -> None:
    """Keep a failure; one of the same culprit and code is replaced."""
    culprit = make_storable(failure.culprit)
    same = (failures.c.culprit == culprit) & (failures.c.code == failure.code)
    connection.execute(failures.delete().where(same))
    message = make_storable(failure.message)
    row = {"culprit": culprit, "code": failure.code, "message": message, "at": failure.at, "feed": failure.feed}
    connection.execute(failures.insert().values(row))


def drop_failures(connection: Connection, culprit: str, *, code: str | None = None) -> None:
    """Forget the failures (of one code, if it is given) of what has been read after all."""
    same = failures.c.culprit == make_storable(culprit)
    connection.execute(failures.delete().where(same if code is None else same & (failures.c.code == code)))


def list_failures(connection: Connection, *, limit: int | None = 1000) -> list[FailureRow]:
    """What could not be read, the latest first."""
    wanted = select(failures).order_by(failures.c.at.desc(), failures.c.culprit).limit(limit)
    return [FailureRow(*row) for row in connection.execute(wanted)]
