"""What is due as an iCalendar file (RFC 5545).

The same dossiers give the same bytes: time stamps come from the day a dossier stands for, never from a clock. An entry's UID
is the finding's id, so that a second import updates the first. Escaping and folding are the ``icalendar`` package's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Event

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.show.due_table import find_due_day, list_texts, tell_precision, tell_sources
from headwater.show.printable import one_line, shorten

PRODUCT = "-//Headwater//What is due//EN"
LONGEST_SUMMARY = 120
LONGEST_DESCRIPTION = 2_000
Days = tuple[date, date]
"""First and last."""
EPOCH = date(1970, 1, 1)
"""The stamp of a dossier whose day is unknown."""


def write_calendar(dossiers: Iterable[Dossier]) -> str:
    """All findings of kind ``due`` that have a day, by day; line ends are CRLF."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "What is due")
    found = {uid: (days, entry) for dossier in dossiers for uid, days, entry in list_entries(dossier)}
    for _, (_, entry) in sorted(found.items(), key=lambda item: (item[1][0], item[0])):
        calendar.add_component(entry)
    return str(calendar.to_ical(sorted=False), "utf-8")


def list_entries(dossier: Dossier) -> Iterator[tuple[str, Days, Event]]:
    """UID, days and entry of each dated finding."""
    for finding in dossier.story.findings:
        days = find_days(finding) if finding.kind == "due" else None
        if days:
            uid = f"{finding.id}@headwater"
            yield uid, days, make_entry(dossier, finding, days=days, uid=uid)


def make_entry(dossier: Dossier, finding: Finding, *, days: Days, uid: str) -> Event:
    """One all-day entry, or one of several days."""
    details, entry = finding.details, Event()
    stamp = read_day(dossier.as_of) or EPOCH
    entry.add("uid", uid)
    entry.add("dtstamp", datetime.combine(stamp, time.min, tzinfo=UTC))
    entry.add("dtstart", days[0])
    entry.add("dtend", days[1] + timedelta(days=1))
    entry.add("summary", shorten(f"{str(details.get('commitment')).capitalize()}: {finding.line}", LONGEST_SUMMARY))
    entry.add("description", describe(dossier, finding))
    entry.add("categories", [str(details.get("commitment")), str(details.get("status"))])
    entry.add("status", tell_status(details))
    entry.add("transp", "TRANSPARENT")
    return entry


def tell_status(details: dict[str, Any]) -> str:
    """Cancelled where it was withdrawn; confirmed what is scheduled or a deadline; what somebody vows or demands may not come."""
    status = details.get("status")
    if status == "withdrawn":
        return "CANCELLED"
    is_set = details.get("commitment") in {"scheduled", "deadline"} and status not in {"disputed", "reported not done"}
    return "CONFIRMED" if is_set or status == "reported done" else "TENTATIVE"


def find_days(finding: Finding) -> Days | None:
    """First and last day: all days of what is scheduled, the last day of what must be done by then; of what was moved the new ones."""
    details, due = finding.details, find_due_day(finding)
    last = read_day(due.get("latest")) or read_day(due.get("value"))
    first = read_day(due.get("earliest"))
    if last is None or last == date.max:
        return None
    return (first, last) if first and first <= last and details.get("commitment") == "scheduled" else (last, last)


def read_day(text: object) -> date | None:
    """``2031-05-04`` as a day; None for anything less exact."""
    try:
        return date.fromisoformat(str(text)[:10]) if text else None
    except ValueError:
        return None


def describe(dossier: Dossier, finding: Finding) -> str:
    """The reports' sentences, the status, and the reports."""
    details = finding.details
    due, first = find_due_day(finding), details.get("due") or {}
    lines = [
        *(f"“{one_line(text)}”" for text in list_texts(dossier, finding)),
        f"Due: {tell_precision(due, str(details.get('commitment')))}"
        if due.get("earliest") != due.get("latest")
        else "",
        f"Moved from: {first.get('latest')}" if due.get("latest") != first.get("latest") else "",
        f"Condition: {one_line(details['condition'])}" if details.get("condition") else "",
        f"Status as of {dossier.as_of or 'an unknown day'}: {details.get('status')}",
        *(f"{change['status']}: “{one_line(change['text'])}”" for change in details.get("changes") or ()),
        f"Reports: {tell_sources(dossier, finding)}",
    ]
    text = "\n".join(line for line in lines if line)
    return text if len(text) <= LONGEST_DESCRIPTION else text[: LONGEST_DESCRIPTION - 1] + "…"
