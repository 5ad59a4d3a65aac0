"""The lexicon of deeds explains itself: every sense reads its own example."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Any

import pytest

from headwater.annotate.events import find_events
from headwater.annotate.events.senses import FILES, sense_index, thing_classes
from headwater.language import find_sentences
from headwater.lexicon import load
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span

TYPES = set(load("plover_scheme")["types"]) - {"example"}
FIELDS = {
    "type", "mode", "verbs", "nouns", "adjectives", "what", "at", "only", "except", "to", "from", "who", "by",
    "only_to", "except_to", "needs", "in_comp", "via", "reciprocal", "folds", "intransitive", "transitive", "called",
    "not_called", "not_via", "not_by", "active", "swap",
    "example",
}  # fmt: skip
FLOOR = 0.96
"""Share of the examples that must be read as their sense's type."""


def all_senses() -> list[tuple[str, dict[str, Any]]]:
    return [(file, sense) for file in FILES for sense in load(file)["sense"]]


def types_by_line(lines: list[str]) -> list[set[str]]:
    """The event types found in each of some lines, read as one report."""
    text = "\n".join(lines)
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    blocks = tuple(Block(Span(a, b - 1), "body", "line@1") for a, b in pairwise(starts))
    reading = Reading(Report("examples", text), language="en", blocks=blocks)
    events = find_events(replace(reading, sentences=find_sentences(reading)))
    return [{e.type for e in events if block.span.holds(e.trigger[0])} for block in blocks]


def test_examples_are_read_as_their_own_type() -> None:
    senses = [sense for _, sense in all_senses()]
    found = types_by_line([sense["example"] for sense in senses])
    missed = [s["example"] for s, types in zip(senses, found, strict=True) if s["type"] not in types]
    assert len(missed) <= (1 - FLOOR) * len(senses), missed


@pytest.mark.parametrize("file", FILES)
def test_every_sense_is_well_formed(file: str) -> None:
    for sense in load(file)["sense"]:
        assert set(sense) <= FIELDS, set(sense) - FIELDS
        assert sense["type"] in TYPES
        assert sense.get("verbs") or sense.get("nouns") or sense.get("adjectives")
        assert {*sense.get("what", ()), *sense.get("not_called", ())} <= set(thing_classes())
        assert sense["example"].endswith(".")


def test_every_type_has_senses() -> None:
    assert {sense["type"] for _, sense in all_senses()} == TYPES


def test_senses_that_ask_for_more_come_first() -> None:
    kinds = [bool(sense.what) for sense in sense_index()["verb", "suspend"]]
    assert kinds == sorted(kinds, reverse=True)
