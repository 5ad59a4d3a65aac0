"""Which reports tell of one commitment: the groups that the lines of what is due are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.assess.passages import Passage
from headwater.assess.retold import Retelling, find_retellings
from headwater.link.commitments import is_other_holder
from headwater.link.due_days import is_whole
from headwater.link.pledges import Pledge
from headwater.model.reading import Reading
from headwater.model.story import Link, NoteRef

PLAIN = "_plain@"
"""In the rules of what is merely said."""
RIVAL = 0.75
"""Share of the shorter content that two commitments with different dates must have in common to stand side by side."""


@dataclass(frozen=True, slots=True)
class Group:
    """The pledges that tell of one commitment, the fullest first; ``possible`` ones are likely the same and say why."""

    pledges: tuple[Pledge, ...]
    possible: tuple[tuple[Pledge, str], ...] = ()
    retold: tuple[Retelling, ...] = ()
    """Sentences of other reports that tell of it in other words."""

    @property
    def best(self) -> Pledge:
        """The one whose words are shown."""
        return self.pledges[0]

    @property
    def due(self) -> str | None:
        """The last day; None where no report states one."""
        days = [pledge.due for pledge in self.pledges if pledge.due]
        return next(filter(is_whole, days), next(iter(days), None))

    @property
    def everyone(self) -> tuple[Pledge, ...]:
        """The sure and the possible ones."""
        return (*self.pledges, *(pledge for pledge, _ in self.possible))

    @property
    def is_dated(self) -> bool:
        """Whether its last day is known."""
        return is_whole(self.due)


def add_retellings(
    groups: Sequence[Group], passages: Iterable[Passage], *, readings: Mapping[str, Reading]
) -> list[Group]:
    """The groups with the sentences of other reports that tell of them."""
    dues = {number: str(group.due) for number, group in enumerate(groups)}
    told = find_retellings(passages, readings, dues=dues)
    return [replace(group, retold=told.get(number, ())) for number, group in enumerate(groups)]


def is_plain(group: Group) -> bool:
    """Whether every report merely lets somebody say that they will, without a vow, a day or a condition."""
    return all(PLAIN in pledge.commitment.rule for pledge in group.pledges)


def group_pledges(pledges: Iterable[Pledge], links: Sequence[Link]) -> list[Group]:
    """Every pledge once: with those it is linked to, surely or possibly, or alone."""
    by_ref = {pledge.ref: pledge for pledge in pledges}
    sure = [link for link in links if not link.possible]
    families = {ref: tuple(by_ref[member] for member in link.members) for link in sure for ref in link.members}
    order = {ref: number for number, ref in enumerate(by_ref)}
    first = dict(zip(by_ref, by_ref, strict=True))
    for link in sure:
        first |= dict.fromkeys(link.members, min(link.members, key=order.__getitem__))
    under = place_under(first, [link for link in links if link.possible])
    below: dict[NoteRef, list[tuple[NoteRef, str]]] = {}
    for other, (above, why) in under.items():
        below.setdefault(above, []).append((other, why))
    groups = []
    for ref in (ref for ref in by_ref if first[ref] == ref and ref not in under):
        mine = families.get(ref, (by_ref[ref],))
        near = below.get(ref, ())
        likely = [(pledge, why) for other, why in near for pledge in families.get(other, (by_ref[other],))]
        groups.append(Group(tuple(sorted(mine, key=fullness)), tuple(likely)))
    return groups


def place_under(first: Mapping[NoteRef, NoteRef], likely: Iterable[Link]) -> dict[NoteRef, tuple[NoteRef, str]]:
    """For groups (by their first note) that are possibly another: which, and why; never in a chain."""
    order = {ref: number for number, ref in enumerate(first)}
    under: dict[NoteRef, tuple[NoteRef, str]] = {}
    roots: set[NoteRef] = set()
    for link in likely:
        one, other = sorted((first[link.members[0]], first[link.members[1]]), key=order.__getitem__)
        above = under[one][0] if one in under else one
        if other not in under and other != above and other not in roots:
            under[other] = (above, link.reason)
            roots.add(above)
    return under


def fullness(pledge: Pledge) -> tuple[bool, bool, bool, bool, bool, bool, int, NoteRef]:
    """Dated ones first, then more than a noun, with a holder, a condition, in one piece, then the most content."""
    commitment = pledge.commitment
    parts = (not pledge.is_dated, commitment.rule.startswith("happening"), not commitment.who, not commitment.condition)
    return not commitment.due, *parts, len(commitment.what) > 1, -len(pledge.content), pledge.ref


def find_beside(groups: Sequence[Group]) -> list[list[Group]]:
    """For each group those about the same thing with another date: reports differ, and both stand."""
    by_word: dict[str, list[int]] = {}
    days = [group.due for group in groups]
    for number, group in enumerate(groups):
        for word in sorted(group.best.content) if days[number] else ():
            by_word.setdefault(word, []).append(number)
    near = [
        {n for word in group.best.content for n in by_word.get(word, ()) if days[n] != day} if day else set()
        for group, day in zip(groups, days, strict=True)
    ]
    return [[groups[n] for n in sorted(near[m]) if is_rival(group, groups[n])] for m, group in enumerate(groups)]


def is_rival(group: Group, other: Group) -> bool:
    """Whether two groups with different dates tell of one thing."""
    one, two = group.best, other.best
    if one.commitment.commitment != two.commitment.commitment or is_other_holder(one, two):
        return False
    shared = len(one.content & two.content)
    return shared >= 2 and shared >= RIVAL * min(len(one.content), len(two.content))
