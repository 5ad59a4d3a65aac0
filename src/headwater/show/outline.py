"""A dossier arranged for reading: the sections, groups and items that every renderer shows in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from headwater.assess.cues import leads, put_before
from headwater.model.dossier import Dossier
from headwater.model.finding import Finding, FindingKind
from headwater.show.counts import count_finding
from headwater.show.facts import PARAPHRASED, tell_facts
from headwater.show.printable import one_line

UNRESOLVED = "Speaker named by a pronoun only"
SAID_PLAINLY = "Said plainly, without a vow, a day or a condition"
NOT_DONE = "Threatened, promised, denied, expected or supposed"
DONE = (None, "", "happened", "ongoing")
"""Stances under which something has taken place."""
MOST_LINES, FIRST_LINES = 40, 30
"""Lines a section shows at once where it is read on a screen; of more it shows the first, and the rest when asked for."""
ARTICLES = ("a", "an", "the", "some", "several", "many")


@dataclass(frozen=True, slots=True)
class Item:
    """One finding as it is shown."""

    finding: Finding
    text: str
    facts: tuple[str, ...]
    """Short remarks beside the line: "via KCNA", "deadline", "open"."""
    counts: str
    """``2 reports, 1 origin (KCNA)``."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one heading; the heading is empty where a section has no groups."""

    title: str
    items: tuple[Item, ...]
    note: str = ""

    @property
    def size(self) -> int:
        """How many items there are."""
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a dossier."""

    key: FindingKind
    title: str
    groups: tuple[Group, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all groups."""
        return tuple(item for group in self.groups for item in group.items)


def make_item(finding: Finding) -> Item:
    """A finding with the remarks shown beside it."""
    line, facts = show_line(finding), tell_facts(finding)
    if finding.kind == "said" and leads(tell_cue(finding)):
        # "said that …" without quotation marks is plainly no quotation
        facts = tuple(fact for fact in facts if fact != PARAPHRASED)
    return Item(finding, line, facts, count_finding(finding))


def show_line(finding: Finding) -> str:
    """The words of the line; a statement stands under its speaker's name and needs only what was said, and how."""
    details = finding.details
    content = one_line(str(details.get("content") or ""))
    if finding.kind not in ("said", "unattributed") or not content:
        return finding.line
    if details.get("mode") == "direct":
        return put_in_marks(content)
    return put_before(tell_cue(finding), content)


def tell_cue(finding: Finding) -> str:
    """How it was said, with the pronoun where no name is known: "she said"."""
    return " ".join(one_line(str(finding.details.get(part) or "")) for part in ("pronoun", "cue")).strip()


def put_in_marks(words: str) -> str:
    """Words that are all quotation, in quotation marks, once."""
    return words if words[:1] in ("“", '"', "«") else f"“{words}”"


def group_plainly(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """All findings in one group without a heading."""
    return (Group("", tuple(map(make_item, findings))),)


def group_by_firmness(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """What was vowed, demanded or dated; then, under a heading of its own, what somebody merely said they would do."""
    firm, plain = list[Finding](), list[Finding]()
    for finding in findings:
        (plain if finding.details.get("plain") else firm).append(finding)
    groups = (("", firm), (SAID_PLAINLY, plain))
    return tuple(Group(title, tuple(map(make_item, found))) for title, found in groups if found)


def group_by_stance(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """What happened; then, under a heading of its own, what somebody threatens, promises, denies, expects or supposes."""
    done, open_ = list[Finding](), list[Finding]()
    for finding in findings:
        (done if finding.details.get("stance") in DONE else open_).append(finding)
    groups = (("", done), (NOT_DONE, open_))
    return tuple(Group(title, tuple(map(make_item, found))) for title, found in groups if found)


def group_by_speaker(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """A group a speaker, in the order first met; quoted words come before paraphrased ones."""
    speakers: dict[str, list[Finding]] = {}
    for finding in findings:
        speakers.setdefault(str(finding.details.get("speaker") or UNRESOLVED), []).append(finding)
    last = sorted(speakers.items(), key=lambda pair: pair[0] == UNRESOLVED)
    return tuple(Group(head(name), arrange_speech(said), note=find_role(said)) for name, said in last)


def head(name: str) -> str:
    """A description as a heading: "The foreign ministry"; names stay as they are."""
    return name[:1].upper() + name[1:] if name.split(" ")[0] in ARTICLES else name


def arrange_speech(said: Iterable[Finding]) -> tuple[Item, ...]:
    """Quoted words (direct, mixed), then paraphrase (indirect), each in the given order."""
    return tuple(make_item(f) for f in sorted(said, key=lambda finding: not is_quoted(finding)))


def is_quoted(finding: Finding) -> bool:
    """Whether the speaker's own words stand in the line."""
    return finding.details.get("mode") in ("direct", "mixed")


def find_role(said: Iterable[Finding]) -> str:
    """How the reports say who this is, if any does."""
    return next((str(f.details["role"]) for f in said if f.details.get("role")), "")


SECTIONS: tuple[tuple[FindingKind, str, Callable[[Iterable[Finding]], tuple[Group, ...]]], ...] = (
    ("reported", "Reported", group_plainly),
    ("said", "Who said what", group_by_speaker),
    ("happened", "What happened", group_by_stance),
    ("due", "What is due", group_by_firmness),
    ("differs", "Where reports differ", group_plainly),
    ("unattributed", "What cannot be established", group_plainly),
)


def outline(dossier: Dossier) -> tuple[Section, ...]:
    """The sections that have findings, in reading order."""
    found = dossier.story.findings
    kinds = ((key, title, group, [f for f in found if f.kind == key]) for key, title, group in SECTIONS)
    return tuple(Section(key, title, group(findings)) for key, title, group, findings in kinds if findings)


def cut_groups(groups: Iterable[Group], most: int) -> Iterable[Group]:
    """The first groups, the last of them cut, with so many items in all."""
    for group in groups:
        if most <= 0:
            return
        yield replace(group, items=group.items[:most])
        most -= len(group.items)


def drop_groups(groups: Iterable[Group], shown: int) -> Iterable[Group]:
    """What :func:`cut_groups` leaves out."""
    for group in groups:
        if len(group.items) > shown:
            yield replace(group, items=group.items[max(0, shown) :])
        shown -= len(group.items)
