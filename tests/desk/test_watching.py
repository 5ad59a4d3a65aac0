"""Rules and the notices they make."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from headwater.desk.intake import add_reports
from headwater.desk.refresh import refresh_stories
from headwater.desk.rules import Rule, matches, read_rule
from headwater.desk.watching import check_watches, set_watch
from headwater.errors import UsageError
from headwater.model.report import Report
from headwater.store import Store
from headwater.store.findings import get_finding
from headwater.store.rows import FindingRow
from headwater.store.watches import drop_watch

TODAY = date(2031, 5, 5)
FIRST = (
    "Ferry talks resume\nPORT ARLEN, May 5, 2031 (Harbour Post) - The ferry line to Vessel Island will reopen on 9 May 2031, "
    'said Ana Ruiz, the harbour master.\n"We will sail again by Friday," Ruiz said. "The night fares stay as they are."\n'
)


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2031, 5, 5, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


def add(store: Store, clock: Clock, *reports: Report) -> None:
    list(add_reports(store, reports, jobs=1, now=clock))
    refresh_stories(store, now=clock)


def finding(kind: str = "said", origins: int = 1, line: str = "Ana Ruiz: “We will sail”", **details: Any) -> FindingRow:
    data = {"details": details, "cites": [{"report": "r1", "start": 0, "end": 12, "text": "We  will\nsail"}]}
    return FindingRow("f1", "s1", kind, line, 1, origins, "2031", "2031", None, data)


@pytest.mark.parametrize(
    "rule, found, wanted",
    [
        (Rule(actor="ruiz"), finding(speaker="Ana Ruiz"), True),
        (Rule(actor="ruiz"), finding(speaker="Jon Holm"), False),
        (Rule(actor="holm"), finding(speaker="Fishermen in Grenholm"), False),
        (Rule(actor="holm"), finding("happened", recipient="Jon Holm"), True),
        (Rule(phrase="we will SAIL"), finding(line="other"), True),
        (Rule(phrase="we sail"), finding(line="other"), False),
        (Rule(event="THREATEN"), finding("happened", type="THREATEN"), True),
        (Rule(event="THREATEN"), finding("happened", type="CONSULT"), False),
        (Rule(origins=2), finding(origins=2), True),
        (Rule(origins=2), finding(origins=1), False),
        (Rule(difference=True), finding("differs"), True),
        (Rule(difference=True), finding("said"), False),
        (Rule(story="s2"), finding(), False),
        (Rule(actor="ruiz", origins=2), finding(origins=1, speaker="Ana Ruiz"), False),
        (Rule(due_within=4), finding("due", status="open", due={"latest": "2031-05-09"}), True),
        (Rule(due_within=3), finding("due", status="open", due={"latest": "2031-05-09"}), False),
        (Rule(due_within=3), finding("due", status="open", due={"latest": "2031-05-04"}), False),
        (Rule(due_within=9), finding("due", status="reported done", due={"latest": "2031-05-09"}), False),
        (Rule(due_within=9), finding("due", status="open", due=None), False),
        (Rule(due_within=9), finding("due", status="open", due={"latest": "9999-99-99"}), False),
    ],
)
def test_all_conditions_of_a_rule_must_hold(rule: Rule, found: FindingRow, wanted: bool) -> None:
    assert matches(rule, found, today=TODAY) is wanted


def test_a_rule_is_kept_as_it_was_given() -> None:
    rule = Rule(actor="Ruiz", origins=2)
    assert rule.record() == {"actor": "Ruiz", "origins": 2}
    assert read_rule(rule.record()) == rule
    assert str(rule) == "actor: Ruiz, at least 2 origins"


def test_rules_that_cannot_be_are_refused() -> None:
    with pytest.raises(UsageError, match="at least one condition"):
        Rule()
    with pytest.raises(UsageError, match="only --story"):
        Rule(correction=True, actor="Ruiz")
    with pytest.raises(UsageError, match="does not know"):
        read_rule({"mood": "dark"})


def test_a_finding_is_told_once_and_only_if_it_came_after_the_rule(store: Store, clock: Clock) -> None:
    add(store, clock, Report("r1", FIRST))
    set_watch(store, Rule(actor="Ruiz"), ["terminal"], author="ann", now=clock)
    assert check_watches(store, now=clock) == []
    later = FIRST.replace("The night fares stay as they are.", "Nobody will pay for the wait.")
    add(store, clock, Report("r2", later, outlet="Island Gazette"))
    told = check_watches(store, now=clock)
    assert told
    with store.connect() as connection:
        rows = [get_finding(connection, notice.story, notice.finding) for notice in told]
    assert all(row and "Ruiz" in f"{row.line} {row.data['details']}" for row in rows)
    assert check_watches(store, now=clock) == []


def test_due_days_are_told_as_they_come_near(store: Store, clock: Clock) -> None:
    add(store, clock, Report("r1", FIRST))
    set_watch(store, Rule(due_within=2), ["terminal"], author="ann", now=clock)
    assert check_watches(store, now=clock) == []
    clock.moment = datetime(2031, 5, 7, 12, tzinfo=UTC)
    assert any("9 May" in notice.line or "Friday" in notice.line for notice in check_watches(store, now=clock))
    assert check_watches(store, now=clock) == []


def test_a_replaced_text_is_told(store: Store, clock: Clock) -> None:
    url = "https://harbour.example/ferry"
    add(store, clock, Report("r1", FIRST, title="Ferry talks resume", url=url))
    set_watch(store, Rule(correction=True), ["terminal"], author="ann", now=clock)
    corrected = FIRST.replace("Friday", "Saturday") + "Correction: an earlier version named the wrong day.\n"
    add(store, clock, Report("r1", corrected, title="Ferry talks resume", url=url))
    assert [notice.line for notice in check_watches(store, now=clock)] == ["new text: Ferry talks resume"]


def test_a_rule_that_is_dropped_takes_its_notices_along(store: Store, clock: Clock) -> None:
    watch = set_watch(store, Rule(actor="Ruiz"), ["terminal"], author="ann", now=clock)
    add(store, clock, Report("r1", FIRST))
    assert check_watches(store, now=clock)
    with store.begin() as connection:
        assert drop_watch(connection, watch.id)
    assert check_watches(store, now=clock) == []
