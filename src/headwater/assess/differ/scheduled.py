"""A day for one thing to come, where two reports name two; surely so where one says that the other's no longer holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from headwater.assess.differ.arguments import is_negated
from headwater.assess.differ.clause import base, climb, find_content, lean_on, list_clause, plain
from headwater.assess.differ.roots import listed
from headwater.assess.differ.sides import Dispute, make_dispute
from headwater.assess.independence import Background
from headwater.link.tellings import empty_words
from headwater.model.notes import Time
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

OPEN = frozenset({"will", "would", "shall", "should", "must", "to", "'ll"})
FEWEST = 2
"""Words that two plans share where one is said to have been moved, or where the deed is the same."""
MOST = 400
"""Plans of a story that are held against each other."""
WIDTH = 8
"""Words on either side of a day that are shown with it."""


@dataclass(frozen=True, slots=True)
class Planned:
    """Something to come, and its day."""

    reading: Reading
    span: Span
    day: str
    deed: str
    content: frozenset[str]
    is_moved: bool
    """Whether its sentence says that this day takes the place of another."""
    is_late: bool
    """Whether it only says that it will not be before that day."""


def find_scheduled(background: Background) -> Iterator[Dispute]:
    """Plans for one thing on two days, once a pair of days."""
    plans = [plan for reading in background.story.readings for plan in list_plans(reading)][:MOST]
    moved = [plan for plan in plans if plan.is_moved]
    found: dict[tuple[str, str, str], tuple[list[Planned], list[Planned]]] = {}
    for new, old in product(moved, plans):
        if new.reading is not old.reading and not old.is_moved and is_same(new, old) and _is_before(old, new):
            sides = found.setdefault((old.day, new.day, new.deed), ([], []))
            sides[0].append(old)
            sides[1].append(new)
    for pair in found.values():
        yield make_dispute("date", ([(plan.reading, plan.span) for plan in side] for side in pair))


def is_same(one: Planned, other: Planned) -> bool:
    """Whether two plans with two days are of one thing."""
    shared = one.content & other.content
    is_deed = one.deed == other.deed and bool(one.deed)
    if one.is_late and not is_deed:
        return False
    return one.day != other.day and len(shared) + is_deed >= FEWEST and bool(shared)


def list_plans(reading: Reading) -> Iterator[Planned]:
    """The clauses of the body that name a day on which, or by or from which, something is to be."""
    for time in reading.times:
        sentence = next(iter(reading.sentences_in(time.span)), None)
        is_day = time.latest is not None and time.earliest == time.latest and time.type in ("DATE", "TIME")
        if sentence and is_day and sentence.role == "body" and (plan := _read(reading, sentence, time)):
            yield plan


def _read(reading: Reading, sentence: Sentence, time: Time) -> Planned | None:
    inside = sentence.words_in(time.span)
    heads = [n for n in inside if sentence.heads[n] not in inside]
    if not heads or base(sentence, heads[0]) not in ("obl", "nmod", "advmod", "obj"):
        return None
    top = list(climb(sentence, heads[0]))[-1]
    clause = list_clause(sentence, top, keep=inside)
    text = reading.report.text[sentence.span.start : sentence.span.end].casefold()
    is_late = is_negated(sentence, top) and sentence.words[max(0, inside[0] - 1)].casefold() in ("before", "until")
    is_moved = is_late or (any(cue in text for cue in listed("moved")) and not _is_former(text, sentence, time))
    helpers = {sentence.words[n].casefold() for n in sentence.children(top, "aux", "mark")}
    is_limit = bool(inside[0]) and sentence.words[inside[0] - 1].casefold() in ("until", "till", "by")
    if not is_moved and not is_limit and not helpers & OPEN and plain(sentence.lemmas[top]) not in listed("planning"):
        return None
    deed = plain(sentence.lemmas[top])
    around = {*clause, *lean_on(sentence, top)} - set(inside)
    near = [n for n in clause if abs(n - inside[0]) <= WIDTH and sentence.upos[n] != "PUNCT"]
    span = sentence.cover([*near, *inside])
    content = find_content(sentence, around - {top})
    return Planned(reading, span, str(time.latest), "" if deed in empty_words() else deed, content, is_moved, is_late)


def _is_former(text: str, sentence: Sentence, time: Time) -> bool:
    """Whether a sentence that tells of a move names with this time the former day: "planned for March 20"."""
    before = text[: time.span.start - sentence.span.start].split()[-4:]
    return bool(set(before) & listed("former"))


def _is_before(old: Planned, new: Planned) -> bool:
    """Whether the former day may have been published first."""
    mine, theirs = old.reading.provenance.published.value, new.reading.provenance.published.value
    return not mine or not theirs or mine[:10] <= theirs[-10:]
