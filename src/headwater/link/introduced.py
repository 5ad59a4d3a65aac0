"""How reports introduce people: "the governor of the bank, Ilse Varga", "Varga, a minister", "prefect Ilse Varga"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from headwater.lexicon import load
from headwater.model.notes import Actor, Mention
from headwater.model.reading import Reading
from headwater.model.span import Span

NEAR = 40
"""Characters after a description in which the name beside it begins."""


def find_apposed(reading: Reading) -> Iterator[tuple[str, str]]:
    """The actor of a description and that of the name set beside it after a comma ("the mayor of Tarn, Odo Lanz, said")."""
    titles = set(load("sameness")["name_titles"]["words"])
    described = {a.id for a in reading.actors if a.label == "ROLE"}
    named = [m for m in reading.mentions if m.label == "PERSON" and m.actor and m.rule.startswith("name")
             and not set(reading.report.quote(m.span).casefold().split()) <= titles]  # fmt: skip
    for mention in reading.mentions:
        if mention.actor in described and (name := _name_beside(reading, mention, named)):
            yield str(mention.actor), str(name.actor)


def _name_beside(reading: Reading, described: Mention, named: list[Mention]) -> Mention | None:
    text, end = reading.report.text, described.span.end
    for name in named:
        if 0 < name.span.start - end <= NEAR and _titles().fullmatch(text, end, name.span.start):
            # "The mayor, Odo Lanz and Ilse Varga" are three.
            return None if re.match(r",? (?:and|or)\b", text[name.span.end :]) else name
    return None


@cache
def _titles() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(load("sameness")["name_titles"]["words"], key=len, reverse=True)))
    return re.compile(rf",(?: (?:{words}|retired)\.?)* ", re.I)


def list_introductions(reading: Reading, actor: Actor) -> Iterator[Span]:
    """The words that describe a person: roles, descriptions that stand for the person, nouns right before the name."""
    yield from actor.roles
    if actor.label == "ROLE":
        yield from actor.mentions
        return
    for mention in actor.mentions:
        if noun := _noun_before(reading, mention):
            yield noun


def _noun_before(reading: Reading, mention: Span) -> Span | None:
    """The nouns and adjectives right before a name in its sentence ("*prefect* Ilse Varga")."""
    for sentence in reading.sentences_in(mention):
        first = last = next((n for n, span in enumerate(sentence.spans) if span.start >= mention.start), 0)
        while (
            first > 0 and sentence.upos[first - 1] in ("NOUN", "ADJ", "PROPN") and sentence.words[first - 1].islower()
        ):
            first -= 1
        if first < last and sentence.upos[last - 1] != "ADJ":
            return Span(sentence.spans[first].start, sentence.spans[last - 1].end)
    return None
