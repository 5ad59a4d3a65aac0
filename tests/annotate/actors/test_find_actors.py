from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from headwater.annotate.actors import find_actors
from headwater.annotate.mentions import find_mentions
from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span

CASES = Path(__file__).parents[2] / "cases" / "actors"


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['why']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf8"))
    ]


def read(text: str) -> Reading:
    reading = Reading(Report("r1", text), language="en", blocks=(Block(Span(0, len(text)), "body", "test@1"),))
    reading = replace(reading, sentences=find_sentences(reading))
    return replace(reading, actors=find_actors(reading))


@pytest.mark.parametrize("case", cases())
def test_cases(case: dict[str, Any]) -> None:
    reading = read(case["text"])
    found = {actor.name: actor for actor in reading.actors}
    for wanted in case.get("actors", ()):
        actor = found[wanted["name"]]
        assert [reading.report.quote(span) for span in actor.mentions] == wanted["mentions"]
        assert actor.label == wanted["label"]
        assert [reading.report.quote(span) for span in actor.roles] == wanted.get(
            "roles", [reading.report.quote(s) for s in actor.roles]
        )
    for one, other in case.get("apart", ()):
        together = [{reading.report.quote(span) for span in actor.mentions} for actor in reading.actors]
        assert one in case["text"]
        assert other in case["text"]
        assert not any({one, other} <= texts for texts in together)


def test_numbers_follow_the_text() -> None:
    reading = read("Portugal wrote to Mali. Amara Osei replied to Portugal.")
    assert [actor.id for actor in reading.actors] == ["a1", "a2", "a3"]
    assert [actor.name for actor in reading.actors] == ["Portugal", "Mali", "Amara Osei"]


def test_every_mention_of_an_actor_is_a_mention_note() -> None:
    reading = read("Kenneth Osei opened the port. He thanked Mali's army, and the army cheered.")
    notes = {mention.span: mention for mention in find_mentions(reading)}
    for actor in reading.actors:
        assert {notes[span].actor for span in actor.mentions} == {actor.id}


def test_the_same_text_gives_the_same_actors() -> None:
    text = "Malian leader Amara Osei met Tarn Hale. The Malian leader thanked Hale."
    assert read(text).actors == read(text).actors


def test_nothing_read_gives_no_actor() -> None:
    assert find_actors(Reading(Report("r1", "Nichts davon ist englisch."), language="de")) == ()
