"""One deed, told of the same people and things, with two days or years that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from headwater.assess.differ.clause import base, climb, find_content, find_people, lean_on, list_clause, plain
from headwater.assess.differ.days import exclude_days
from headwater.assess.differ.sides import Dispute, make_dispute
from headwater.assess.independence import Background
from headwater.link.tellings import empty_words
from headwater.model.notes import Time
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

FEWEST = 3
"""Words besides the deed that two clauses must share where they name days: much is done again on another day."""
ALIKE = 0.6
"""Share of the shorter clause's words that these must be."""
NEAR_YEARS = 10
"""Two years further apart are seldom mistaken for each other."""
MOST = 60


@dataclass(frozen=True, slots=True)
class Dated:
    """A deed and its day."""

    reading: Reading
    time: Time
    span: Span
    deed: str
    context: frozenset[str]
    things: frozenset[str]
    """What it is done to, or who does it where it is done to nothing."""
    names: frozenset[str]

    @property
    def is_year(self) -> bool:
        """Whether only the year is told."""
        return len(self.time.value) == 4


def find_dated(background: Background) -> Iterator[Dispute]:
    """Deeds with other days in two reports neither of which has the other's, too."""
    by_deed: dict[str, dict[str, list[Dated]]] = {}
    for reading in background.story.readings:
        for dated in list_dated(reading):
            by_deed.setdefault(dated.deed, {}).setdefault(reading.report.id, []).append(dated)
    for found in by_deed.values():
        days: dict[tuple[str, str], tuple[list[Dated], list[Dated]]] = {}
        for mine, theirs in combinations(list(found.values())[:MOST], 2):
            for one, other in product(mine, theirs):
                if is_same_deed(one, other) and exclude_days(one.time, other.time) and not _agree(mine, theirs):
                    first, second = sorted((one, other), key=lambda dated: dated.time.value)
                    pair = days.setdefault((first.time.value, second.time.value), ([], []))
                    pair[0].append(first)
                    pair[1].append(second)
        for pair in days.values():
            yield make_dispute("date", ([(dated.reading, dated.span) for dated in side] for side in pair))


def list_dated(reading: Reading) -> Iterator[Dated]:
    """The clauses of the body that name a day or a year."""
    for time in reading.times:
        sentence = next(iter(reading.sentences_in(time.span)), None)
        is_year = len(time.value) == 4 and time.value.isdigit()
        is_day = time.latest is not None and time.earliest == time.latest
        if sentence and sentence.role == "body" and time.type == "DATE" and (is_year or is_day):
            dated = _read(reading, sentence, time)
            if dated:
                yield dated


def _read(reading: Reading, sentence: Sentence, time: Time) -> Dated | None:
    inside = sentence.words_in(time.span)
    heads = [n for n in inside if sentence.heads[n] not in inside]
    if not heads or base(sentence, heads[0]) not in ("obl", "nmod", "advmod"):
        return None
    path = list(climb(sentence, heads[0]))
    verb = path[-1]
    deed = plain(sentence.lemmas[verb])
    if sentence.upos[verb] != "VERB" or deed in empty_words():
        return None
    around = {*list_clause(sentence, verb), *lean_on(sentence, verb)} - set(inside)
    near = [n for n in list_clause(sentence, verb) if abs(n - inside[0]) <= 10 and sentence.upos[n] != "PUNCT"]
    span = sentence.cover([*near, *inside])
    content = find_content(sentence, around - {verb})
    return Dated(reading, time, span, deed, content, _find_things(sentence, verb), find_people(sentence, around))


def _find_things(sentence: Sentence, verb: int) -> frozenset[str]:
    """The head of the object or of what a participle stands beside; else of the subject."""
    beside = [sentence.heads[verb]] if base(sentence, verb) == "acl" else []
    done_to = [*sentence.children(verb, "obj", "nsubj:pass"), *beside]
    return find_content(sentence, done_to or sentence.children(verb, "nsubj"))


def is_same_deed(one: Dated, other: Dated) -> bool:
    """Whether two clauses tell one deed of the same people and things."""
    if one.is_year != other.is_year or (one.names and other.names and not one.names & other.names):
        return False
    if not one.things & other.things:
        return False
    if one.is_year:
        return abs(int(one.time.value) - int(other.time.value)) <= NEAR_YEARS
    shared, shorter = len(one.context & other.context), min(len(one.context), len(other.context))
    return shared >= FEWEST and shared >= ALIKE * shorter


def _agree(mine: list[Dated], theirs: list[Dated]) -> bool:
    """Whether the two reports have a day of the deed in common."""
    return any(not exclude_days(a.time, b.time) and is_same_deed(a, b) for a, b in product(mine, theirs))
