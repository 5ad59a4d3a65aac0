from __future__ import annotations

from typing import Any

import pytest
from invented_story import build_story

from headwater.link.speakers import find_speakers
from headwater.link.wordings import quoted_parts

SAID = "“The sluices will not open before the whole of the lower town has been cleared of people”"


def told(number: int, by: str, *, actor: str, words: str = SAID) -> dict[str, Any]:
    text = f"{actor} was there on Monday.\n{by} said: {words}\n"
    statement = {"content": words, "speaker": by, "actor": actor, "cue": "said", "mode": "direct"}
    return {"id": f"r{number}", "text": text, "actors": {actor: "PERSON"}, "statements": [statement]}


def test_a_pronoun_gives_way_to_the_name_in_another_report() -> None:
    story = build_story([told(1, "She", actor="Jan Orlow"), told(2, "Ada Brenn", actor="Ada Brenn")])
    speakers = find_speakers(story)
    assert story.utterances
    assert not speakers["r1", 0].is_known
    assert speakers["r2", 0].words == "Ada Brenn"


def test_a_pronoun_nobody_contradicts_keeps_its_person() -> None:
    story = build_story([told(1, "She", actor="Ada Brenn"), told(2, "Ada Brenn", actor="Ada Brenn")])
    person = find_speakers(story)["r1", 0].person
    assert person is not None
    assert person.name == "Ada Brenn"


@pytest.mark.parametrize(("by", "words"), [("The hospital", "the hospital"), ("Ada Brenn", "Ada Brenn")])
def test_a_description_is_one_wherever_it_stands(by: str, words: str) -> None:
    assert find_speakers(build_story([told(1, by, actor="Jan Orlow")]))["r1", 0].words == words


def test_words_between_single_marks_are_quoted_as_others_are() -> None:
    words = SAID.replace("“", "‘").replace("”", "’")
    (reading,) = build_story([told(1, "Ada Brenn", actor="Ada Brenn", words=words)]).readings
    (statement,) = reading.statements
    assert quoted_parts(reading.report.text, statement) == statement.content
