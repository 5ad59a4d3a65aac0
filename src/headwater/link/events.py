"""The same event in several reports, or several times in one.

Two events are one when they are of one type, share an actor or a recipient, name no different party where both name one,
are not set on different days, and use the same word for the deed or share both parties. Told in other words they are one
where the namings, all that takes part, the sentences and the reports make it likely (:mod:`headwater.link.sameness`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from headwater.link.event_ties import Match, compare, find_candidates, find_copied, find_reworded, join_likely
from headwater.link.groups import Groups
from headwater.link.told_events import Told, is_apart, is_opposed, list_told
from headwater.model.story import Link, NoteRef, Story


def find_event_links(story: Story) -> tuple[Link, ...]:
    """Groups of notes that tell of one event."""
    told = list_told(story)
    groups: Groups[NoteRef] = Groups(one.ref for one in told)
    members = {one.ref: [one] for one in told}
    ties = list(find_copied(told))
    for copied in ties:
        merge(groups, members, copied)
    matches = [match for pair in find_candidates(told) if (match := compare(*pair))]
    matches += find_reworded(told)
    for match in sorted(matches, key=lambda m: (-m.score, m.one.ref, m.other.ref)):
        if join_all(groups, members, match):
            ties.append(match)
    ties += join_likely(story, told, groups)
    return tuple(link_groups(groups, ties))


def join_all(groups: Groups[NoteRef], members: dict[NoteRef, list[Told]], match: Match) -> bool:
    """Join two groups unless a member of one speaks against a member of the other."""
    one, other = groups.root(match.one.ref), groups.root(match.other.ref)
    if one == other:
        return True
    if any(is_apart(a.days, b.days) or is_opposed(a.event, b.event) for a in members[one] for b in members[other]):
        return False
    merge(groups, members, match)
    return True


def merge(groups: Groups[NoteRef], members: dict[NoteRef, list[Told]], match: Match) -> None:
    """Make the groups of two events one."""
    one, other = groups.root(match.one.ref), groups.root(match.other.ref)
    joined = members.pop(one) + (members.pop(other) if other != one else [])
    groups.join(one, other)
    members[groups.root(one)] = joined


def link_groups(groups: Groups[NoteRef], ties: Iterable[Match]) -> Iterator[Link]:
    """A link for each group of two or more, with its weakest tie."""
    by_root: dict[NoteRef, list[Match]] = defaultdict(list)
    for match in ties:
        by_root[groups.root(match.one.ref)].append(match)
    for refs in groups.members():
        if len(refs) > 1:
            weakest = min(by_root[groups.root(refs[0])], key=lambda m: (m.score, m.one.ref, m.other.ref))
            yield Link("event", tuple(refs), weakest.score, weakest.reason)
