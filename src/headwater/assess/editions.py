"""Which report of an earlier dossier is which of today, and what was edited in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from headwater.link.versions import LineChange, compare_versions, find_address, is_version, part_id, read_lines
from headwater.model.reading import Reading
from headwater.model.report import Report

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edition:
    """A report whose text is another one than before."""

    report: str
    earlier: str
    """The id it had, and the id of the version it is held against."""
    changes: tuple[LineChange, ...]
    """Empty where only the site's furniture was changed."""
    is_known: bool = True
    """False where the earlier text was not kept, so that nothing can be shown of the change."""


def match_reports(before: Iterable[Record], after: Sequence[Reading]) -> dict[str, str]:
    """The id of each report of an earlier dossier -> the id it has now: same address, same text, else same name.

    A report of the same name whose text is quite another one is another report.
    """
    by_address = {address: r for r in after if (address := find_address(r.report))}
    by_text = {reading.report.text: reading for reading in reversed(after)}
    by_id = {part_id(r.report.id)[0]: r for r in after} | {reading.report.id: reading for reading in after}
    found = {}
    for record in before:
        earlier = restore_report(record)
        beside = (by_address.get(find_address(earlier) or ""), by_id.get(earlier.id))
        now = by_text.get(earlier.text) if earlier.text else None
        versions = (r for r in beside if r and (not earlier.text or is_version(r.report, earlier)))
        now = by_id[earlier.id] if earlier.id in by_id and by_id[earlier.id] == now else now or next(versions, None)
        if now:
            found[earlier.id] = now.report.id
    return found


def restore_report(record: Record) -> Report:
    """The report of a dossier's record; its text is empty where the dossier is of a time when none was kept."""
    text, path = str(record.get("text") or ""), record.get("path")
    return Report(str(record["id"]), text, path=path, url=record.get("url"), title=record.get("title"))


def find_editions(
    before: Sequence[Record], after: Sequence[Reading], *, cites: Sequence[Record], read: Callable[[Report], Reading]
) -> list[Edition]:
    """The reports that were edited, in the order of the earlier dossier.

    ``read`` finds the furniture of the earlier text. ``cites`` are those of the earlier dossier: where it kept no texts
    they tell whether a report is the same.
    """
    now, same = {reading.report.id: reading for reading in after}, match_reports(before, after)
    found = []
    for record in before:
        earlier = restore_report(record)
        reading = now.get(same.get(earlier.id, ""))
        if reading is None or reading.report.text == earlier.text:
            continue
        if earlier.text:
            found.append(tell_edition(read(earlier), reading))
        elif any(cite["report"] == earlier.id and not _holds(cite, reading.report.text) for cite in cites):
            found.append(Edition(reading.report.id, earlier.id, (), is_known=False))
    return found


def tell_edition(earlier: Reading, standing: Reading) -> Edition:
    """What was edited between two texts of one report."""
    changes = compare_versions(read_lines(earlier), read_lines(standing))
    return Edition(standing.report.id, earlier.report.id, changes)


def _holds(cite: Record, text: str) -> bool:
    return text[int(cite["start"]) : int(cite["end"])] == str(cite["text"])
