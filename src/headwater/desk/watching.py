"""Holding rules against what is new: each finding that one wants becomes a notice, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from headwater.desk.rules import Rule, check_event, matches, read_rule
from headwater.show.kinds import tell_kind
from headwater.store import Store
from headwater.store.about import get_about, put_about
from headwater.store.notices import add_notice
from headwater.store.rows import FindingRow, NoticeRow, WatchRow
from headwater.store.texts import write_time
from headwater.store.watched import list_changed, list_new_versions, list_of_kind
from headwater.store.watches import add_watch, list_watches

Clock = Callable[[], datetime]
WATCHED = "watched"
"""The fact of a store: up to which time its rules have been held against it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something a rule may want."""

    story: str
    key: str
    """The finding's id, or that of the report whose text was replaced."""
    line: str
    at: str
    """When it came or changed."""
    finding: FindingRow | None = None


def set_watch(store: Store, rule: Rule, targets: Sequence[str], *, author: str, now: Clock) -> WatchRow:
    """Keep a rule; it tells of what comes from now on, and of what is due whenever it came."""
    rule = replace(rule, event=check_event(rule.event))
    with store.begin() as connection:
        return add_watch(connection, rule.record(), targets, created=write_time(now()), author=author)


def check_watches(store: Store, *, now: Clock) -> list[NoticeRow]:
    """Make the notices of what came since the last check; those that were made before are not made again."""
    moment = now()
    with store.connect() as connection:
        watches = list_watches(connection)
        since = get_about(connection, WATCHED) or ""
        fresh = [of_finding(row) for row in list_changed(connection, since=since)]
        fresh += [
            Candidate(s, id, f"new text: {title}", at)
            for id, s, title, at in list_new_versions(connection, since=since)
        ]
        due = [of_finding(row) for row in list_of_kind(connection, "due")] if watches else []
    wanted = [(watch.id, one) for watch in watches for one in choose(watch, fresh, due, today=moment)]
    with store.begin() as connection:
        at = write_time(moment)
        made = [add_notice(connection, id, one.story, finding=one.key, line=one.line, made=at) for id, one in wanted]
        put_about(connection, WATCHED, max((since, *(one.at for one in fresh))))
    return [notice for notice in made if notice is not None]


def of_finding(row: FindingRow) -> Candidate:
    """A finding as a candidate."""
    return Candidate(row.story, row.id, f"{tell_kind(row.kind, row.data['details'])}: {row.line}", row.changed, row)


def choose(
    watch: WatchRow, fresh: Sequence[Candidate], due: Sequence[Candidate], *, today: datetime
) -> Iterator[Candidate]:
    """What a rule wants of what is new; a rule about due days looks at all that is due, as days come near by themselves."""
    rule = read_rule(watch.rule)
    for one in fresh if rule.due_within is None else due:
        if one.finding is None:
            wanted = rule.correction and rule.story in (None, one.story)
        else:
            wanted = matches(rule, one.finding, today=today.date())
        if wanted and (one.at > watch.created or rule.due_within is not None):
            yield one
