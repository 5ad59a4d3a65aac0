"""The tagger itself: a pure function from text and date to times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from headwater.annotate.times.calendar import EDGE, PART, interval_of, move
from headwater.annotate.times.day_order import UNKNOWN, DayOrder
from headwater.annotate.times.direction import direction
from headwater.annotate.times.edges import LEADS, LEADS_END, TRAILS
from headwater.annotate.times.grammar import Found, Rule, ending, expand, first_letters, letters_of, starting
from headwater.annotate.times.meaning import Beside, Calendar, Clocked, Draft, Holiday, Part, Shift
from headwater.annotate.times.named_days import named_days
from headwater.annotate.times.resolve import Resolver, Value
from headwater.annotate.times.rules_amounts import AMOUNTS
from headwater.annotate.times.rules_clock import CLOCKS
from headwater.annotate.times.rules_dates import DATES
from headwater.annotate.times.rules_joined import JOINED
from headwater.annotate.times.rules_periods import PERIODS
from headwater.annotate.times.tense import FIRM, OVER
from headwater.annotate.times.tokens import find_tokens
from headwater.model.notes import Time
from headwater.model.span import Span

RULES: tuple[Rule, ...] = (*DATES, *JOINED, *PERIODS, *CLOCKS, *AMOUNTS)
"""In this order; the longest match wins, the earlier rule where two are as long."""
VERSION = "1"
Hint = Callable[[Span], int]
"""What a parse says of an expression's place: 1 ahead, -1 behind, 0 nothing."""


@lru_cache(maxsize=1)
def _any_rule() -> re.Pattern[str]:
    letters = "".join(sorted(_rules_by_letter()))
    return re.compile(f"(?=[{letters}])(?:" + "|".join(f"(?:{expand(rule.pattern)})" for rule in RULES) + ")")


@lru_cache(maxsize=1)
def _rules_by_letter() -> dict[str, list[tuple[Rule, re.Pattern[str]]]]:
    """The rules that can begin with a token of a kind, in the order of :data:`RULES`."""
    table: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
    for rule in RULES:
        for letter in sorted(first_letters(rule.pattern)):
            table.setdefault(letter, []).append((rule, starting(rule.pattern)))
    return table


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression with its meaning, before it is resolved."""

    rule: str
    found: Found
    draft: Draft


def find_times_in(
    text: str,
    published: date | None,
    *,
    spans: tuple[Span, ...] = (),
    hint: Hint | None = None,
    order: DayOrder = UNKNOWN,
) -> tuple[Time, ...]:
    """The times of ``text`` (only inside ``spans``, if given), counted from ``published`` where that is known."""
    resolver = Resolver(published, order)
    times: list[Time] = []
    for start, end in spans or (Span(0, len(text)),):
        for candidate in find_candidates(text, start, end):
            times.append(_resolve(candidate, resolver, hint))
    return tuple(times)


def find_candidates(text: str, start: int, end: int) -> Iterator[Candidate]:
    """The time expressions of a stretch, in order, not overlapping."""
    tokens = find_tokens(text, start, end)
    search, place = _any_rule().search, 0
    while match := search(tokens.kinds, place):
        found = _longest(Found(tokens, match.start(), match.end()))
        if not found:
            place = match.start() + 1
            continue
        candidate = _widen(found, place)
        yield candidate
        place = candidate.found.last


def _longest(at: Found) -> Candidate | None:
    """The longest rule that matches here and means a time."""
    tokens, first = at.tokens, at.first
    ends = [
        (match.end(), rule)
        for rule, pattern in _rules_by_letter()[tokens.kinds[first]]
        if (match := pattern.match(tokens.kinds, first))
    ]
    for last, rule in sorted(ends, key=lambda end: -end[0]):
        found = Found(tokens, first, last)
        draft = rule.build(found)
        if draft:
            return Candidate(rule.name, found, draft)
    return None


@lru_cache(maxsize=1)
def _lead_letters() -> frozenset[str]:
    """The kinds that may stand right before an expression and belong to it."""
    return frozenset(letters_of()[kind] for kind in LEADS_END)


@lru_cache(maxsize=1)
def _trail_letters() -> frozenset[str]:
    """The kinds that what follows an expression and belongs to it can begin with."""
    return frozenset().union(*(first_letters(trail.pattern) for trail in TRAILS))


def _widen(candidate: Candidate, floor: int) -> Candidate:
    """The candidate with what qualifies it before and after: "the end of", "early", "or so"."""
    found, draft = candidate.found, candidate.draft
    for lead in LEADS if found.tokens.kinds[found.first - 1 : found.first] in _lead_letters() else ():
        match = ending(lead.pattern).search(found.tokens.kinds, max(floor, found.first - 4), found.first)
        wider = match and lead.join(draft, Found(found.tokens, match.start(), found.last))
        if match and wider:
            found, draft = Found(found.tokens, match.start(), found.last), wider
            break
    for trail in TRAILS if found.tokens.kinds[found.last : found.last + 1] in _trail_letters() else ():
        match = starting(trail.pattern).match(found.tokens.kinds, found.last)
        wider = match and trail.join(draft, Found(found.tokens, found.first, match.end()))
        if match and wider:
            found, draft = Found(found.tokens, found.first, match.end()), wider
            break
    return Candidate(candidate.rule, found, draft)


def _needs_side(draft: Draft) -> bool:
    """Whether the meaning depends on which side of the report it lies."""
    meaning = draft.meaning.day if isinstance(draft.meaning, Clocked | Beside) else draft.meaning
    return isinstance(meaning, Calendar | Holiday | Part) and meaning.year is None


def _is_comparison(draft: Draft) -> bool:
    """For "a year earlier" is held against what is spoken of; it does not become what is spoken of."""
    return isinstance(draft.meaning, Shift) and draft.meaning.unit in {"Y", "Q"} and draft.meaning.compares


def _days(draft: Draft, value: Value, published: date | None) -> tuple[date, date] | None:
    """First and last day meant: those of the value, except where TIMEX3 writes something coarser or surer than the words say."""
    days = (
        interval_of(value.value, draft.mod, share=EDGE if draft.at_edge else PART)
        if value.type in {"DATE", "TIME"}
        else None
    )
    if not days:
        return None
    if isinstance(draft.meaning, Shift) and draft.meaning.rolling and published:
        return move(published, "Y", -1) or days[0], published
    if isinstance(draft.meaning, Holiday) and named_days()[draft.meaning.name].about:
        return move(days[0], "D", -1) or days[0], move(days[1], "D", 1) or days[1]
    return days


def _resolve(candidate: Candidate, resolver: Resolver, hint: Hint | None) -> Time:
    found = candidate.found
    span = Span(found.tokens.start(found.first), found.tokens.ends[found.last - 1])
    open_side = _needs_side(candidate.draft)
    sign, cue = direction(found) if open_side else (0, "")
    tense = hint(span) if hint and open_side else 0
    if tense > 0 or tense <= -FIRM or (tense and not sign):  # a past verb as a rule does not outweigh "until" beside it
        side = 1 if tense > 0 else -1
        sign, cue = side, cue if sign == side else "its verb"
    value = resolver.resolve(candidate.draft.meaning, span, sign=sign, cue=cue)
    days = _days(candidate.draft, value, resolver.published)
    if days and candidate.draft.until:
        last = interval_of(resolver.resolve(candidate.draft.until, span, sign=sign, cue=cue).value)
        days = (days[0], last[1]) if last and last[1] > days[0] else days
    if days and not _is_comparison(candidate.draft):
        resolver.remember(value.value, span)
    return Time(
        span,
        value.type,
        value.value,
        f"time.{candidate.rule}@{VERSION}",
        mod=candidate.draft.mod,
        earliest=days[0].isoformat() if days else None,
        latest=days[1].isoformat() if days else None,
        anchor=value.anchor,
        why=f"{value.why}; {OVER}" if tense <= -FIRM else value.why,
    )
