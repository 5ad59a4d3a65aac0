"""The work of ``headwater annotate``."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.api import Failure, tell_failure
from headwater.cli.dossiers import give_up, read_safely
from headwater.cli.intake import read_lines
from headwater.cli.progress import watch
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.show.json_text import dump_json
from headwater.show.record import record_failure, record_reading
from headwater.spread import count_cores, spread

Line = tuple[str, Failure | None]
"""A line of output, and the failure it tells of."""
Lost = tuple[str, Failure]
"""The id of an input that could not be read, and why."""


def annotate_lines(source: str, *, jobs: int | None) -> Iterator[Line]:
    """A line for each input, in the order read."""
    items = (item if isinstance(item, Report) else (item.culprit, tell_failure(item)) for item in read_lines(source))
    return watch(spread(annotate_one, items, jobs=jobs or count_cores(), rescue=tell_death), "reports annotated:")


def annotate_one(item: Report | Lost) -> Line:
    """The line of one input."""
    if not isinstance(item, Report):
        return write_failure(*item)
    result = read_safely(Reading(item))
    return (dump_json(record_reading(result)), None) if isinstance(result, Reading) else write_failure(item.id, result)


def tell_death(item: Report | Lost) -> Line:
    """The line of an input over which a process died."""
    return write_failure(item.id, give_up(Reading(item))) if isinstance(item, Report) else annotate_one(item)


def write_failure(report: str, failure: Failure) -> Line:
    """The line of an input that failed."""
    return dump_json(record_failure(report, failure)), failure
