"""The stance of a marked word in our own sentences (tests/cases/stance), and of sentences built from parts."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
import yaml

from headwater.annotate.stance import View, read_stance
from headwater.annotate.stance.chain import effects
from headwater.language import find_sentences
from headwater.lexicon import load
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.sentence import Sentence
from headwater.model.span import Span

CASES = Path(__file__).parents[2] / "cases" / "stance" / "stances.yaml"
FLOOR = 0.93
"""Macro-F1 over the ten stances below which a change has broken something."""


def parse(text: str) -> tuple[Sentence, ...]:
    whole = (Block(Span(0, len(text)), "body", "whole@1"),)
    return find_sentences(Reading(Report("case", text), language="en", blocks=whole))


def views_of(marked: list[str]) -> list[View | None]:
    """The view of the last starred word of each line, read as one report."""
    lines = [line.replace("*", "") for line in marked]
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    blocks = tuple(Block(Span(a, b - 1), "body", "line@1") for a, b in pairwise(starts))
    sentences = find_sentences(Reading(Report("cases", "\n".join(lines)), language="en", blocks=blocks))
    places = {span.start: (sentence, word) for sentence in sentences for word, span in enumerate(sentence.spans)}
    found = []
    for line, start in zip(marked, starts, strict=False):
        star = list(re.finditer(r"\*(\w+)\*", line))[-1]
        place = places.get(start + star.start() - line[: star.start()].count("*"))
        found.append(read_stance(*place) if place else None)
    return found


def holder_of(text: str, verb: str) -> str | None:
    sentence = parse(text)[0]
    holder = read_stance(sentence, sentence.words.index(verb)).holder
    return None if holder is None else sentence.words[holder]


def test_the_ten_stances_are_told_apart() -> None:
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    cases = [(stance, line) for stance, lines in yaml.safe_load(CASES.read_text("utf-8")).items() for line in lines]
    gold = Counter(stance for stance, _ in cases)
    wrong = []
    for (stance, line), view in zip(cases, views_of([line for _, line in cases]), strict=True):
        found = view.stance if view else "none"
        said[found] += 1
        right[stance] += found == stance
        if found != stance:
            wrong.append(f"{stance} -> {found}: {line}")
    scores = [2 * right[stance] / (gold[stance] + said[stance]) for stance in gold]
    assert sum(gold.values()) >= 300
    assert sum(scores) / len(scores) >= FLOOR, wrong


@pytest.mark.parametrize(
    ("text", "verb", "holder"),
    [
        ("Norway said it would withdraw its troops.", "withdraw", "Norway"),
        ("Analysts expect the bank to close.", "close", "Analysts"),
        ("The militia denied shelling the port.", "shelling", "militia"),
        ("The army shelled the port, officials said.", "shelled", "officials"),
        ("The army shelled the port.", "shelled", None),
    ],
)
def test_the_holder_is_who_says_so(text: str, verb: str, holder: str | None) -> None:
    assert holder_of(text, verb) == holder


def test_the_governing_word_is_named() -> None:
    sentence = parse("The rebels threatened to burn the mill.")[0]
    governor = read_stance(sentence, sentence.words.index("burn")).governor
    assert governor is not None
    assert sentence.words[governor] == "threatened"


def test_every_word_of_a_sentence_has_a_stance() -> None:
    text = "If, as feared, the dam that nobody inspected breaks, officials said, the valley they vowed to protect will flood."
    for sentence in parse(text):
        assert all(read_stance(sentence, word).stance for word in range(len(sentence)))


def test_a_governing_word_has_one_effect() -> None:
    seen: dict[str, str] = {}
    for name, entry in load("stance").items():
        for word in entry.get("words", ()) if "sets" in entry else ():
            assert seen.setdefault(word, name) == name, f"{word!r} stands in {seen[word]} and {name}"
    assert set(seen) == set(effects())
