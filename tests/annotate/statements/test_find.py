"""Content, speaker, mode, venue: case by case (tests/cases/statements/statements.yaml)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from headwater.annotate.statements import find_statements, is_certain
from headwater.model.notes import Actor, Mention
from headwater.model.reading import Reading
from headwater.model.span import Span

CASES = Path(__file__).parents[2] / "cases" / "statements" / "statements.yaml"
GROUPS = yaml.safe_load(CASES.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["text"]) for group in GROUPS for case in group["cases"]])
def test_statement(case: dict[str, Any], find: Callable[[str], Any]) -> None:
    found = find(case["text"])
    if case["content"] is None:
        assert [found.words(s.content) for s in found.statements] == []
        return
    (statement,) = found.statements
    assert found.words(statement.content) == case["content"]
    assert found.words(statement.speaker) == case["speaker"]
    assert statement.mode == case["mode"]
    assert found.words(statement.venue) == case.get("venue", "")
    assert statement.attitude == case.get("attitude", False)


def test_a_report_without_sentences_has_no_statements(find: Callable[[str], Any]) -> None:
    assert find("").statements == ()


def test_two_people_of_one_surname_stay_apart(find: Callable[[str], Any]) -> None:
    text = "“We wait,” Park said. “It is a drill,” said Park Min-ho, a professor."
    found = find(text)
    first, second = text.index("Park"), text.index("Park Min-ho")
    one, two = Span(first, first + 4), Span(second, second + len("Park Min-ho"))
    actors = (Actor("a1", "Park Sun", "PERSON", (one,)), Actor("a2", "Park Min-ho", "PERSON", (two,)))
    mentions = tuple(Mention(a.mentions[0], "PERSON", "name@1", a.id) for a in actors)
    plain = found.reading
    reading = Reading(plain.report, "en", plain.blocks, sentences=plain.sentences, mentions=mentions, actors=actors)
    assert [statement.actor for statement in find_statements(reading)] == ["a1", "a2"]


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors and lawyers for Sandra Tarn said the case was closed.",
        "Clerks and lawyers for the mayor, Sandra Tarn, said the case was closed.",
    ],
)
def test_who_speaks_for_somebody_is_somebody_else(text: str, find: Callable[[str], Any]) -> None:
    found = find(text)
    name = Span(text.index("Sandra"), text.index("Tarn") + 4)
    actor, mention = Actor("a1", "Sandra Tarn", "PERSON", (name,)), Mention(name, "PERSON", "name@1", "a1")
    plain = found.reading
    reading = Reading(plain.report, "en", plain.blocks, sentences=plain.sentences, mentions=(mention,), actors=(actor,))
    assert [statement.actor for statement in find_statements(reading)] == [None]


def test_a_pronoun_that_stands_for_nobody_known_says_so(find: Callable[[str], Any]) -> None:
    found = find("Osei met Tarn. “We wait,” he said.")
    osei = Span(0, 4)
    actor, mention = Actor("a1", "Osei", "PERSON", (osei,)), Mention(osei, "PERSON", "name@1", "a1")
    plain = found.reading
    reading = Reading(plain.report, "en", plain.blocks, sentences=plain.sentences, mentions=(mention,), actors=(actor,))
    (statement,) = find_statements(reading)
    assert (statement.actor, statement.unknown) == (None, "ambiguous_pronoun")


def test_only_words_beside_their_cue_are_certain(find: Callable[[str], Any]) -> None:
    found = find("“The mill will close,” Osei said.\nSnow fell all night.\n“Nobody told us.”")
    assert [is_certain(statement) for statement in found.statements] == [True, False]


@pytest.mark.parametrize(
    "text", ["“a” " * 1500, "said " * 1500, '"' * 500, "Osei said that " * 400, "THE MILL WILL CLOSE, OSEI SAID."]
)
def test_strange_text_is_read_to_its_end(text: str, find: Callable[[str], Any]) -> None:
    assert isinstance(find(text).statements, tuple)


def test_what_another_says_in_the_same_sentence_is_another_statement(find: Callable[[str], Any]) -> None:
    found = find("Osei said the mill was old, while the owners said that it was safe.")
    assert [(found.words(s.speaker), found.words(s.content)) for s in found.statements] == [
        ("Osei", "the mill was old"),
        ("the owners", "that it was safe"),
    ]


def test_a_participle_after_a_quotation_is_not_its_cue(find: Callable[[str], Any]) -> None:
    found = find("Brenn described the plan as “a trick,” telling a crowd in Port Ellis to vote against it.")
    assert found.words(found.about("a trick").speaker) == "Brenn"
    assert found.words(found.about("a trick").cue) == "described"


def test_a_speaker_taken_over_from_another_verb_is_not_certain(find: Callable[[str], Any]) -> None:
    found = find("“The road is closed,” Osei said, and rose to shout: “Go home!”\n“The road is open,” said Varga.")
    assert [is_certain(found.about(words)) for words in ("road is closed", "Go home", "road is open")] == [
        True,
        False,
        True,
    ]


def test_two_quotations_with_a_sentence_end_between_are_two_statements(find: Callable[[str], Any]) -> None:
    found = find(
        "“The roof fell first,” one of the bakers recalled. Another account was longer: “It took the wall along.”"
    )
    assert found.words(found.about("roof fell").content) == "The roof fell first,"
    assert found.words(found.about("wall along").speaker) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Asked by the host, Lena Dorn, whether the pier would open in May, he answered: “It will open.”",
        "When Lena Dorn pressed him on the pier, he answered: “It will open.”",
        "Lena Dorn asked whether the pier would open. He answered: “It will open.”",
    ],
)
def test_who_asks_is_not_who_answers(text: str, find: Callable[[str], Any]) -> None:
    found = find(text)
    name, start = text.index("Lena Dorn"), text.lower().rindex("he answered")
    spans = (Span(name, name + len("Lena Dorn")), Span(start, start + 2))
    actor = Actor("a1", "Lena Dorn", "PERSON", spans)
    plain = found.reading
    reading = Reading(plain.report, "en", plain.blocks, sentences=plain.sentences, actors=(actor,))
    (answer,) = [s for s in find_statements(reading) if "It will open" in found.words(s.content)]
    assert (answer.actor, answer.unknown) == (None, "ambiguous_pronoun")
