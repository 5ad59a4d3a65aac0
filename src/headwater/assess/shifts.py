"""A commitment that was given another day, and the one that stands on its new day.

Two lines tell it: the old day says that it was put off or brought forward, and to when; what became of it in the end is
told on the new day.
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.assess.due_groups import Group
from headwater.assess.independence import Background
from headwater.assess.moves import find_new_date
from headwater.assess.outcomes import Outcome, tell_outcome
from headwater.link.commitments import is_compatible
from headwater.link.families import known_day
from headwater.link.pledges import Pledge, sentence_at
from headwater.link.tellings import Rarity, count_keys, tie

SHIFTS = frozenset({"extended", "moved"})
AGAIN = frozenset({"now"})
"""Words by which a report says that a day is not the one told before."""
Changes = tuple[Outcome, ...]


def settle_shifts(background: Background, groups: Sequence[Group], *, changes: Sequence[Changes]) -> list[Changes]:
    """The changes of each group: a new day that another group tells of, and what came after it moved to that group."""
    found = [list(each) for each in changes]
    rarity = count_keys(background.story.readings)
    again = [[pledge for pledge in group.pledges if says_again(background, pledge)] for group in groups]
    for old, group in enumerate(groups):
        for new, later in enumerate(groups):
            if again[new] and (shift := find_shift(background, group, later=later, again=again[new], rarity=rarity)):
                found[old] += [] if has_moved(found[old]) else [shift]
            if new != old and has_moved(found[old]) and is_successor(background, found[old], group=group, later=later):
                outcomes = [change for change in found[old] if is_of_new_day(change, str(later.due))]
                found[old] = [change for change in found[old] if change not in outcomes]
                found[new] += [change for change in outcomes if change not in found[new]]
    return [tuple(sorted(each, key=lambda o: (o.published or "", o.report, o.span))) for each in found]


def has_moved(changes: Sequence[Outcome]) -> bool:
    """Whether a commitment was given another day."""
    return any(change.status in SHIFTS for change in changes)


def is_successor(background: Background, changes: Sequence[Outcome], *, group: Group, later: Group) -> bool:
    """Whether a group is due on the day to which another was moved, and named by a report that tells so."""
    move = find_new_date(background, changes, due=group.due)
    told = {change.report for change in changes if change.status in SHIFTS}
    return move is not None and move.last == later.due and any(pledge.ref[0] in told for pledge in later.pledges)


def is_of_new_day(change: Outcome, day: str) -> bool:
    """Whether a change came so late that it tells of the new day."""
    return change.status not in SHIFTS and (change.published or "") >= day


def find_shift(
    background: Background, group: Group, *, later: Group, again: Sequence[Pledge], rarity: Rarity
) -> Outcome | None:
    """The words that give a commitment another day without a verb of moving: "will now meet on Friday".

    ``again`` are the pledges of the later group that say so.
    """
    if not group.due or not later.due or group.due == later.due or not group.is_dated or not later.is_dated:
        return None
    for pledge in again:
        is_known = is_older(background, group, than=pledge) and any(is_compatible(p, pledge) for p in group.pledges)
        if is_known and any(tie(p.telling, pledge.telling, rarity=rarity) for p in group.pledges):
            status = "extended" if str(later.due) > str(group.due) else "moved"
            place = (pledge.commitment.what or pledge.commitment.span)[-1]
            return tell_outcome(background.readings[pledge.ref[0]], place, status=status)
    return None


def says_again(background: Background, pledge: Pledge) -> bool:
    """Whether the clause of a pledge says "now" of its day."""
    reading = background.readings[pledge.ref[0]]
    span = pledge.commitment.span[0]
    sentence = sentence_at(reading, span.start)
    words = {sentence.words[n].casefold() for n in sentence.words_in(span)} if sentence else set()
    return bool(words & AGAIN) and known_day(pledge) is not None


def is_older(background: Background, group: Group, *, than: Pledge) -> bool:
    """Whether a group was reported before a pledge."""
    days = [background.readings[p.ref[0]].provenance.published.value for p in group.pledges]
    published = background.readings[than.ref[0]].provenance.published.value
    return bool(published) and any(day is not None and day < str(published) for day in days)
