"""The work of ``headwater stories``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from headwater.api import Failure, tell_failure
from headwater.cli.intake import read_lines
from headwater.cli.progress import watch
from headwater.errors import InputError
from headwater.link.stories import StoryStream, group_reports
from headwater.model.report import Report
from headwater.show.json_text import dump_json
from headwater.show.record import record_failure

Line = tuple[str, Failure | None]
"""A line of output, and the failure it tells of."""


def group_lines(source: str, *, batch: bool) -> Iterator[Line]:
    """A line for each input, in the order read; ``batch`` reads everything before the first line."""
    items = watch(read_lines(source), "reports grouped:")
    return group_batch(list(items)) if batch else group_online(items)


def group_online(items: Iterable[Report | InputError]) -> Iterator[Line]:
    """Each report is decided as it comes."""
    stream = StoryStream()
    for item in items:
        yield write_line(item, stream.add(item) if isinstance(item, Report) else "")


def group_batch(items: list[Report | InputError]) -> Iterator[Line]:
    """All reports are known before the first is decided."""
    stories = iter(group_reports(item for item in items if isinstance(item, Report)))
    for item in items:
        yield write_line(item, next(stories) if isinstance(item, Report) else "")


def write_line(item: Report | InputError, story: str) -> Line:
    """The line of one input."""
    if isinstance(item, InputError):
        failure = tell_failure(item)
        return dump_json(record_failure(item.culprit, failure)), failure
    return dump_json({"id": item.id, "story": story}), None
