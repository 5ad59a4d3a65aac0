"""What readers set right, applied while a dossier is made: each correction comes right after the step it corrects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from headwater.desk.readings import RULE
from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.notes import Actor, Statement
from headwater.model.origin import Origin, OriginKind
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span
from headwater.model.story import NoteRef, Person, Story
from headwater.pipeline import Step, story_steps
from headwater.store.rows import CorrectionRow

ORIGIN_KINDS: tuple[OriginKind, ...] = get_args(OriginKind)
Place = tuple[str, int, int]
"""Report, start and end of a cite."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Actors of a name, in some reports or all, have another name."""

    names: frozenset[str]
    """In lower case."""
    new: str
    reports: frozenset[str] | None = None

    def holds_for(self, person: Person, report: str) -> bool:
        """Whether an actor of ``report`` that stands for ``person`` is meant."""
        return person.name.casefold() in self.names and (self.reports is None or report in self.reports)


def list_namings(corrections: Iterable[CorrectionRow]) -> Iterator[Naming]:
    """What corrections say of the names of actors."""
    for row in corrections:
        match row.kind:
            case "rename actor":
                yield Naming(frozenset({row.target["name"].casefold()}), row.value)
            case "merge actors":
                names = {row.target["name"], *row.value}
                yield Naming(frozenset(name.casefold() for name in names), row.target["name"])
            case "split actor":
                name, reports = row.target["name"], frozenset(row.target["reports"])
                yield Naming(frozenset({name.casefold()}), row.value, reports)


def amend_people(people: tuple[Person, ...], naming: Naming) -> tuple[Person, ...]:
    """The actors of a story with those of a naming made one."""
    meant = {ref: p for p in people for ref in p.actors if naming.holds_for(p, ref[0])}
    if not meant:
        return people
    left = (replace(p, actors=tuple(ref for ref in p.actors if ref not in meant)) for p in people)
    others = [p for p in left if p.actors]
    same = next((p for p in others if p.name.casefold() == naming.new.casefold()), None)
    label = same.label if same else next(iter(meant.values())).label
    refs = (*(same.actors if same else ()), *meant)
    made = Person("", naming.new, label, tuple(sorted(refs)))
    return number_people([made, *(p for p in others if p is not same)])


def number_people(people: Iterable[Person]) -> tuple[Person, ...]:
    """People in the order of how many reports speak of them, with ids that say so."""
    ordered = sorted(people, key=lambda p: (-len({report for report, _ in p.actors}), p.name, p.actors))
    return tuple(replace(p, id=f"p{n}") for n, p in enumerate(ordered, 1))


def amend_speakers(readings: Sequence[Reading], corrections: Iterable[CorrectionRow]) -> tuple[Reading, ...]:
    """The readings with the speakers that readers set."""
    amended = {reading.report.id: reading for reading in readings}
    for row in corrections:
        for report, start, end in row.target["cites"] if row.kind == "speaker" else ():
            if report in amended:
                amended[report] = set_speaker(amended[report], Span(start, end), row.value)
    return tuple(amended.values())


def set_speaker(reading: Reading, place: Span, name: str) -> Reading:
    """Let the actor of a name say whatever is said within ``place``."""
    if not any(is_said_in(statement, place) for statement in reading.statements):
        return reading
    known = next((actor for actor in reading.actors if actor.name.casefold() == name.casefold()), None)
    actor = known or Actor(f"a{len(reading.actors) + 1}", name, "PERSON", ())
    statements = tuple(
        replace(s, actor=actor.id, speaker=(), unknown=None, rule=RULE) if is_said_in(s, place) else s
        for s in reading.statements
    )
    return replace(reading, statements=statements, actors=reading.actors if known else (*reading.actors, actor))


def is_said_in(statement: Statement, place: Span) -> bool:
    """Whether the content of a statement lies within a cite."""
    return bool(statement.content) and all(place.holds(span) for span in statement.content)


def read_origin(value: dict[str, str], cites: tuple[Cite, ...]) -> Origin:
    """The origin that a reader gave; it is their word, so no words of the report state it."""
    kind = next(kind for kind in ORIGIN_KINDS if kind == value["kind"])
    return Origin(kind, value["name"], cites)


def amend_report_origins(story: Story, corrections: Iterable[CorrectionRow]) -> dict[str, tuple[Origin, ...]]:
    """The origins of reports with those that readers set."""
    origins = dict(story.report_origins)
    for row in corrections:
        if row.kind == "origin" and row.target.get("report") in origins:
            report = row.target["report"]
            origins[report] = (read_origin(row.value, cite_title(story.reading(report))),)
    return origins


def cite_title(reading: Reading) -> tuple[Cite, ...]:
    """The first sentence of a report: what an origin of the whole report is shown beside."""
    return tuple(Cite(reading.report.id, sentence.span) for sentence in reading.sentences[:1])


def amend_origins(story: Story, corrections: Iterable[CorrectionRow]) -> dict[NoteRef, tuple[Origin, ...]]:
    """The origins of statements with those that readers set."""
    origins = dict(story.origins)
    for row in corrections:
        for report, start, end in row.target.get("cites", ()) if row.kind == "origin" else ():
            for reading in story.readings:
                for n, statement in enumerate(reading.statements):
                    if reading.report.id == report and is_said_in(statement, Span(start, end)):
                        cites = tuple(Cite(report, span) for span in statement.content)
                        origins[report, n] = (read_origin(row.value, cites),)
    return origins


def amend_steps(corrections: Sequence[CorrectionRow]) -> tuple[Step[Story], ...]:
    """The steps over a story, each followed by the corrections of what it makes."""
    after: dict[str, Step[Story]] = {
        "people": Step("corrected people", ("people",), "people", lambda s: correct_people(s, corrections)),
        "report origins": Step(
            "corrected report origins",
            ("report_origins",),
            "report_origins",
            lambda s: amend_report_origins(s, corrections),
        ),
        "origins": Step("corrected origins", ("origins",), "origins", lambda s: amend_origins(s, corrections)),
    }
    first: Step[Story] = Step(
        "corrected speakers", ("readings",), "readings", lambda s: amend_speakers(s.readings, corrections)
    )
    return (first, *(one for step in story_steps() for one in (step, after.get(step.name)) if one is not None))


def correct_people(story: Story, corrections: Iterable[CorrectionRow]) -> tuple[Person, ...]:
    """The actors of a story with the names that readers set, in the order they did."""
    people = story.people
    for naming in list_namings(corrections):
        people = amend_people(people, naming)
    return people


def dismiss(dossier: Dossier, corrections: Iterable[CorrectionRow]) -> Dossier:
    """The dossier without the findings that readers dismissed: those of the id, or of the very same cites."""
    targets = [row.target for row in corrections if row.kind == "dismiss"]
    ids = {target["finding"] for target in targets}
    places = {frozenset(map(tuple, target["cites"])) for target in targets}
    left = tuple(f for f in dossier.story.findings if f.id not in ids and list_places(f) not in places)
    return replace(dossier, story=replace(dossier.story, findings=left))


def list_places(finding: Finding) -> frozenset[Place]:
    """The characters a finding cites."""
    return frozenset((cite.report, cite.span.start, cite.span.end) for cite in finding.cites)
