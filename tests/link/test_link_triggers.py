"""Words that name a deed, and what stands round them."""

from __future__ import annotations

import pytest

from headwater.lexicon import load
from headwater.link.deed_words import find_keys, find_stem
from headwater.link.triggers import Trigger, read_trigger
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.pipeline import read_report


def read(text: str, words: str) -> Trigger:
    start = text.index(words)
    return read_trigger(read_report(Report("r1", text)), (Span(start, start + len(words)),))


def test_a_trigger_has_its_parties_from_the_parse() -> None:
    trigger = read("The harbour police arrested four smugglers on Monday.", "arrested")
    assert trigger.lemma == "arrest"
    assert "police" in trigger.actor
    assert "smuggler" in trigger.recipient
    assert trigger.numbers == trigger.counted == {"4"}


def test_a_passive_has_its_subject_as_recipient() -> None:
    trigger = read("Four smugglers were arrested by the harbour police.", "arrested")
    assert "smuggler" in trigger.recipient
    assert "police" in trigger.actor


def test_words_outside_every_sentence_stand_for_themselves() -> None:
    reading = read_report(Report("r1", "The quay burned.\n"))
    trigger = read_trigger(reading, (Span(16, 17),))
    assert (trigger.sentence, trigger.parties) == (-1, frozenset())


def test_a_negated_deed_is_known() -> None:
    assert read("The crew did not abandon the ferry.", "abandon").is_negated
    assert not read("The crew abandoned the ferry.", "abandoned").is_negated


@pytest.mark.parametrize(("one", "other"), [("announce", "announcement"), ("resign", "resignation"), ("fire", "blaze")])
def test_like_words_share_a_key(one: str, other: str) -> None:
    assert find_keys(one) & find_keys(other)


def test_unlike_words_share_none() -> None:
    assert not find_keys("resign") & find_keys("arrest")


def test_a_phrase_is_known_by_its_parts() -> None:
    assert read("Two clerks were gunned down at the mill.", "gunned").keys & find_keys("shooting")


def test_short_words_keep_their_ending() -> None:
    assert find_stem("fire") == "fire"


def test_every_set_has_an_example_and_words() -> None:
    for entry in load("sameness_deeds")["deed"]:
        assert entry["example"]
        assert len(entry["words"]) == len(set(entry["words"])) > 1, entry["words"]
