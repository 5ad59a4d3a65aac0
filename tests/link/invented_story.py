"""A story out of a case: reports with the actors, statements, events and times that other steps would have found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from headwater.assess.origins import find_origins
from headwater.assess.report_origins import find_report_origins
from headwater.link.copies import find_copies
from headwater.link.people import find_people
from headwater.link.utterances import find_utterances
from headwater.model.block import Block
from headwater.model.notes import Actor, Event, Relay, Statement, Time
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Span, Spans
from headwater.model.story import Link, Story

Case = dict[str, Any]
CASES = Path(__file__).parents[1] / "cases"


def load_cases(name: str) -> list[Any]:
    cases: list[Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return cases


def find(text: str, words: str, *, after: int = 0) -> Span:
    start = text.find(words, after)
    assert start >= 0, f"{words!r} does not stand in the text"
    return Span(start, start + len(words))


def find_all(text: str, words: str | list[str] | None, *, after: int = 0) -> Spans:
    listed = [words] if isinstance(words, str) else words or []
    return tuple(find(text, part, after=after) for part in listed)


def build_statement(text: str, case: Case, actors: tuple[Actor, ...]) -> Statement:
    content = find_all(text, case["content"])
    near = text.rfind("\n", 0, content[0].start) + 1
    speaker = find_all(text, case.get("speaker"), after=near)
    name = case.get("actor", case.get("speaker"))
    return Statement(
        content,
        case.get("mode", "direct" if text[content[0].start] in '“"' else "mixed"),
        "made_by_hand@1",
        speaker=speaker,
        cue=find_all(text, case.get("cue"), after=near),
        actor=next((actor.id for actor in actors if actor.name == name), None),
        relays=tuple(Relay(find(text, name, after=near), name) for name in case.get("relays", ())),
        venue=find_all(text, case.get("venue"), after=near),
        unknown=None if speaker else "no_speaker",
    )


def build_event(text: str, case: Case) -> Event:
    return Event(
        find_all(text, case["trigger"]),
        case["type"],
        case.get("stance", "happened"),
        "made_by_hand@1",
        actor=find_all(text, case.get("actor")),
        recipient=find_all(text, case.get("recipient")),
        time=find(text, case["time"]) if case.get("time") else None,
    )


def build_reading(case: Case) -> Reading:
    text: str = case["text"]
    actors = tuple(
        Actor(f"a{n}", name, label, (find(text, name),))
        for n, (name, label) in enumerate(case.get("actors", {}).items(), 1)
    )
    credits = tuple(Known(name, "stated", (find(text, name),), "made_by_hand@1") for name in case.get("credits", ()))
    byline = case.get("byline")
    source = Provenance(
        byline=Known(byline, "stated", (find(text, byline),)) if byline else Known(),
        outlet=Known(case["outlet"], "stated") if case.get("outlet") else Known(),
        credits=credits,
        published=Known(str(case["published"]), "stated") if case.get("published") else Known(),
    )
    return Reading(
        Report(case["id"], text),
        language="en",
        blocks=(Block(Span(0, len(text)), "body", "made_by_hand@1"),),
        provenance=source,
        actors=actors,
        times=tuple(
            Time(find(text, words), "DATE", value, "made_by_hand@1", earliest=value, latest=value)
            for words, value in case.get("times", {}).items()
        ),
        statements=tuple(build_statement(text, statement, actors) for statement in case.get("statements", ())),
        events=tuple(build_event(text, event) for event in case.get("events", ())),
    )


def build_story(reports: list[Case], *, event_links: list[list[tuple[str, int]]] | None = None) -> Story:
    """A story walked through copies, people, utterances and origins; links of events as given."""
    story = Story("s1", tuple(map(build_reading, reports)))
    story = replace(story, copies=find_copies(story))
    story = replace(story, people=find_people(story))
    story = replace(story, utterances=find_utterances(story))
    story = replace(story, report_origins=find_report_origins(story))
    links = (Link("event", tuple(map(tuple, members)), 1.0, "made by hand") for members in event_links or ())  # type: ignore[misc]
    return replace(story, origins=find_origins(story), events=tuple(links))
