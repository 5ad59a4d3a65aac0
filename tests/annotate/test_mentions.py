from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.annotate.actors import find_actors
from headwater.annotate.mentions import find_mentions
from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span

WORDS = [
    "Osei",
    "Amara Osei",
    "Mali",
    "the",
    "minister",
    "said",
    "he",
    "“",
    "”",
    "WPA",
    "(",
    ")",
    ".",
    "\n",
    "-",
    "’s",
    "K\u0301im",
    "\u202e",
    "北",
]


def read(text: str) -> Reading:
    reading = Reading(Report("r1", text), language="en", blocks=(Block(Span(0, len(text)), "body", "test@1"),))
    reading = replace(reading, sentences=find_sentences(reading))
    reading = replace(reading, actors=find_actors(reading))
    return replace(reading, mentions=find_mentions(reading))


def test_rules_and_labels() -> None:
    reading = read("Amara Osei left Mali. A spokesman for the port said he had no ticket.")
    found = [(reading.report.quote(m.span), m.label, m.rule) for m in reading.mentions]
    assert found[:3] == [
        ("Amara Osei", "PERSON", "name@1"),
        ("Mali", "GPE", "name@1"),
        ("A spokesman for the port", "ROLE", "description@1"),
    ]


def test_a_name_that_could_be_two_peoples_has_no_actor() -> None:
    reading = read("Kenneth Osei and Deborah Osei arrived together. Osei left before the vote.")
    lone = [m for m in reading.mentions if reading.report.quote(m.span) == "Osei"]
    assert [m.actor for m in lone] == [None]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_mentions_are_words_of_the_report_and_belong_to_its_actors(words: list[str]) -> None:
    reading = read(" ".join(words))
    ids = {actor.id for actor in reading.actors}
    assert len({m.span for m in reading.mentions}) == len(reading.mentions)
    for mention in reading.mentions:
        words_of = reading.report.quote(mention.span)
        assert words_of
        assert words_of == words_of.strip()
        assert mention.actor is None or mention.actor in ids
