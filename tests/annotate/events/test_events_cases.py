"""Sentences and the events they tell, from tests/cases/events."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from headwater.annotate.actors import find_actors
from headwater.annotate.events import find_events
from headwater.annotate.mentions import find_mentions
from headwater.annotate.times import find_times
from headwater.language import find_sentences
from headwater.model.block import Block, Role
from headwater.model.notes import Event, Mention, Statement
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Span

Case = dict[str, Any]
CASES = Path(__file__).parents[2] / "cases" / "events"
FLOOR = 0.9
"""Share of the cases that must hold; the parse is a model and may misread a sentence."""


def load(name: str) -> list[Case]:
    cases: list[Case] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return cases


def lines_of(text: str, role: Role = "body") -> tuple[Block, ...]:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(Span(start, start + len(line)), role, "line@1"))
        start += len(line) + 1
    return tuple(blocks)


def read(text: str, role: Role = "body") -> Reading:
    published = Provenance(published=Known("2024-05-20", "stated"))
    reading = Reading(Report("case", text), language="en", blocks=lines_of(text, role), provenance=published)
    reading = replace(reading, sentences=find_sentences(reading))
    reading = replace(reading, actors=find_actors(reading))
    reading = replace(reading, mentions=find_mentions(reading))
    return replace(reading, times=find_times(reading))


def quote(text: str, event: Event) -> Case:
    def words(spans: tuple[Span, ...]) -> list[str]:
        return [text[start:end] for start, end in spans]

    return {
        "type": event.type,
        "stance": event.stance,
        "mode": event.mode,
        "actor": words(event.actor),
        "recipient": words(event.recipient),
        "place": words(event.place),
    }


def agrees(wanted: list[Case], found: list[Case]) -> bool:
    """Whether the events are those wanted, in order, in all that is asked of them."""
    if len(wanted) != len(found):
        return False
    return all(event[key] == value for want, event in zip(wanted, found, strict=True) for key, value in want.items())


@pytest.mark.parametrize("name", ["codebook", "arguments", "nothing", "headlines"])
def test_cases_hold(name: str) -> None:
    cases = load(name)
    text = "\n".join(case["text"] for case in cases)
    events = find_events(read(text, "title" if name == "headlines" else "body"))
    wrong = []
    for case, block in zip(cases, lines_of(text), strict=True):
        found = [quote(text, event) for event in events if block.span.holds(event.trigger[0])]
        if not agrees(case.get("events", []), found):
            wrong.append((case["text"], found))
    assert len(wrong) <= (1 - FLOOR) * len(cases), wrong


def test_an_event_has_the_time_of_its_own_clause() -> None:
    text = "The queen pardoned the mutineers on Tuesday after the court had freed the cook in March."
    pardon = next(event for event in find_events(read(text)) if event.type == "CONCEDE")
    assert pardon.time is not None
    assert "Tuesday" in text[pardon.time.start : pardon.time.end]


def test_the_pronoun_of_a_report_is_its_speaker() -> None:
    text = "Norway said it had frozen the accounts of the shipping line."
    events = find_events(read(text))
    assert [text[e.actor[0].start : e.actor[0].end] for e in events] == ["Norway"]


def test_events_stand_in_text_order() -> None:
    text = "Police arrested nine nurses in Accra. Ghana condemned Togo. The premier met the queen."
    starts = [event.trigger[0].start for event in find_events(read(text))]
    assert len(starts) == 3
    assert starts == sorted(starts)


def test_a_report_without_sentences_has_no_events() -> None:
    assert find_events(Reading(Report("empty", ""))) == ()


def holders(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in event.holder] for event in find_events(read(text))]


def test_who_threatens_or_demands_holds_the_stance() -> None:
    assert holders("Officials said Togo threatened to shell the port.") == [["Togo"]]


def test_what_is_told_by_somebody_is_held_by_them() -> None:
    assert holders("Police said rebels had shelled the port.") == [["Police"]]
    assert holders("Rebels shelled the port, police said.") == [["police"]]


def test_fears_that_nobody_is_said_to_have_are_held_by_nobody() -> None:
    assert holders("The premier's visit came amid concerns that Chad could attack Togo.")[-1] == []


def test_the_report_itself_holds_what_it_tells() -> None:
    assert holders("Rebels shelled the port.") == [[]]


def test_a_quotation_has_its_speaker_for_holder_and_for_i() -> None:
    text = "\u201cI condemn the raid by Chad,\u201d the premier said."
    reading = read(text)
    said = Statement(
        content=(Span(1, 27),),
        mode="direct",
        rule="made_by_hand@1",
        speaker=(Span(text.index("the premier"), text.index(" said")),),
    )
    premier = Mention(said.speaker[0], "ROLE", "made_by_hand@1", "a9")
    event = find_events(replace(reading, statements=(said,), mentions=(*reading.mentions, premier)))[0]
    assert [text[start:end] for start, end in event.actor] == ["the premier"]
    assert event.holder == said.speaker


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The army moved two brigades to the border.", {"military"}),
        ("A judge convicted the editor of bribery.", {"corruption", "legal"}),
        ("Norway gave tents to Mali after the earthquake.", {"enviro_disaster"}),
        ("Norway and Chile agreed on a cease-fire.", {"military"}),
        ("The union thanked the mayor.", set()),
    ],
)
def test_contexts_are_given_where_words_decide(text: str, wanted: set[str]) -> None:
    assert set(find_events(read(text))[0].contexts) >= wanted
    assert bool(find_events(read(text))[0].contexts) == bool(wanted)
