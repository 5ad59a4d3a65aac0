"""Stretches of days named by their first and last: "from Monday to Thursday", "May 30 through June 2"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from headwater.annotate.commitments.clause import lower
from headwater.annotate.commitments.days import shift
from headwater.annotate.commitments.scene import Scene
from headwater.model.notes import Due, Time

JOINTS = frozenset({"to", "through", "until", "till", "-", "–", "—"})
"""Between two times these make them one stretch; "and" does after "between"."""
WEEK, LONGEST = 7, timedelta(days=62)


def widen(scene: Scene, due: Due) -> Due:
    """The due date of something that goes on, from its first to its last day, where the sentence names both."""
    for first, last in find_pairs(scene):
        if due.span in (first.span, last.span) and (days := days_of(first, last)):
            return replace(due, earliest=days[0], latest=days[1])
    return due


def find_pairs(scene: Scene) -> list[tuple[Time, Time]]:
    """Neighbouring times with nothing but a joint between them."""
    times = sorted(scene.times, key=lambda time: time.span)
    return [(one, other) for one, other in pairwise(times) if are_joined(scene, one, other)]


def are_joined(scene: Scene, one: Time, other: Time) -> bool:
    """Whether a joint stands between two times, and what it asks for before the first."""
    inside, after = scene.sentence.words_in(one.span), scene.sentence.words_in(other.span)
    if not inside or not after or after[0] - inside[-1] != 2:
        return False
    joint = lower(scene.sentence, inside[-1] + 1)
    before = lower(scene.sentence, inside[0] - 1) if inside[0] else ""
    return joint in JOINTS or (joint == "and" and before == "between")


def days_of(first: Time, last: Time) -> tuple[str, str] | None:
    """First and last day; weekdays that were counted into different weeks are put in order."""
    if not first.earliest or not last.latest:
        return None
    start, end = first.earliest, last.latest
    if start > end and last.rule.startswith("time.weekday"):
        end = shift(end, WEEK) or end
    if first.rule.startswith("time.weekday@") and last.rule.startswith("time.weekday-of-week"):
        later = shift(start, WEEK)
        start = later if later and later <= end else start
    is_stretch = start < end and date.fromisoformat(end) - date.fromisoformat(start) <= LONGEST
    return (start, end) if is_stretch else None
