"""The reports of a dossier as a table: what is known of each and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from headwater.model.dossier import Dossier
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.story import Story
from headwater.show.counts import name_origins

MOST_NAMED = 30
"""Reports named by number in one sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """One report as the reader sees it; ``number`` is what cites call it."""

    number: int
    reading: Reading
    title: str
    outlet: str
    credit: str
    published: str
    origins: str
    copy_of: int | None = None
    """Number of the report whose text it repeats."""


def list_reports(dossier: Dossier, numbers: Mapping[str, int] | None = None) -> tuple[Row, ...]:
    """The reports in the order of the story, numbered from 1; of a part of a story by the numbers they have in it."""
    story = dossier.story
    numbers = numbers or number_reports(story)
    copied = {copy.report: numbers[copy.of] for copy in story.copies}
    return tuple(make_row(story, reading, numbers=numbers, copied=copied) for reading in story.readings)


def tell_row(row: Row) -> tuple[str, ...]:
    """What is known of a report, on one line; an origin that is its credit is not told twice."""
    return tuple(
        filter(
            None,
            (
                row.published if row.published != "unknown" else "date unknown",
                row.outlet if row.outlet != "unknown" else "",
                f"credit {row.credit}" if row.credit != "none" else "",
                f"copy of report {row.copy_of}" if row.copy_of else "",
                f"origin {row.origins}" if row.origins != row.credit else "",
            ),
        )
    )


def number_reports(story: Story) -> dict[str, int]:
    """Report id to the number it is cited by."""
    return {reading.report.id: number for number, reading in enumerate(story.readings, start=1)}


def make_row(story: Story, reading: Reading, *, numbers: Mapping[str, int], copied: Mapping[str, int]) -> Row:
    """What is known of one report."""
    report, source = reading.report, reading.provenance
    return Row(
        number=numbers[report.id],
        reading=reading,
        title=tell_title(reading),
        outlet=tell(source.outlet),
        credit=", ".join(tell(credit) for credit in source.credits) or "none",
        published=tell(source.published),
        origins=name_origins(story.report_origins.get(report.id, ())),
        copy_of=copied.get(report.id),
    )


def tell(known: Known) -> str:
    """A fact and how it is known: ``2031-05-04``, ``2031-05-04 (inferred)``, ``unknown``."""
    if known.value is None:
        return "unknown"
    value = known.value.replace("/", " to ") if known.how == "inferred" else known.value
    return value if known.how == "stated" else f"{value} ({known.how})"


def tell_title(reading: Reading) -> str:
    """The title, or what the report is called where it has none."""
    report = reading.report
    return reading.provenance.title.value or report.title or name_report(report.id, report.path)


def name_report(report: str, path: str | None) -> str:
    """The report's id, without folders where it is the path of a file of its own."""
    is_file = path is not None and "#" not in report and PurePath(path).name == PurePath(report).name
    return PurePath(report).name if is_file else report


def list_gaps(dossier: Dossier) -> tuple[str, ...]:
    """What the reports do not say about themselves."""
    rows = list_reports(dossier)
    told = filter(None, (tell_undated(rows), tell_unplaced(rows), tell_empty(rows), tell_summaries(rows)))
    return (*told, *map(tell_unread, filter(is_unread, rows)))


def tell_undated(rows: tuple[Row, ...]) -> str:
    """Which reports have no date."""
    undated = [row for row in rows if row.reading.provenance.published.value is None]
    return f"Publication date not stated and not inferred: {name_rows(undated)}." if undated else ""


def tell_unplaced(rows: tuple[Row, ...]) -> str:
    """Which reports do not say who published them."""
    unplaced = [row for row in rows if row.reading.provenance.outlet.value is None]
    return f"Outlet not stated: {name_rows(unplaced)}." if unplaced else ""


def tell_empty(rows: tuple[Row, ...]) -> str:
    """Which reports hold no article text at all."""
    empty = [row for row in rows if not any(block.role == "body" for block in row.reading.blocks)]
    return f"No article text found, all was taken for furniture of the site: {name_rows(empty)}." if empty else ""


def tell_summaries(rows: tuple[Row, ...]) -> str:
    """Which reports are no more than a summary."""
    short = [row for row in rows if row.reading.report.is_summary]
    return f"Only the summary of a feed was read, not the whole report: {name_rows(short)}." if short else ""


def is_unread(row: Row) -> bool:
    """Whether a report is in a language whose sentences are not read."""
    return row.reading.language not in ("en", "und")


def tell_unread(row: Row) -> str:
    """That a report was kept and not read."""
    language = row.reading.language
    return f"Report {row.number} was kept but not read: its language is {language} [language_unsupported]."


def name_rows(rows: list[Row]) -> str:
    """``report 1``, ``reports 1, 3``; of many the first."""
    numbers = ", ".join(str(row.number) for row in rows[:MOST_NAMED])
    more = len(rows) - MOST_NAMED
    return f"report {numbers}" if len(rows) == 1 else f"reports {numbers}{f' and {more} more' if more > 0 else ''}"
