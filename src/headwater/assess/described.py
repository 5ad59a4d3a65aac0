"""State agencies that a report describes ("the state news agency VNA"), for those that no list knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from headwater.assess.agencies import find_agency
from headwater.lexicon import load
from headwater.model.notes import Statement
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span
from headwater.model.story import Origin, OriginKind

NAME = r"(?P<name>[A-Z][\w&-]*(?: [A-Z][\w&-]*)*)"
ACRONYM = r"(?: \((?P<acronym>[A-Z]{2,6})\))?"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """After the name a word of passing on, or before the description a word of citing."""
    lists, citing = load("origins")["described"], load("origins")["citing"]["before"]
    owners, nouns, passing, before = (
        "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        for words in (lists["owners"], lists["nouns"], lists["passing"], citing)
    )
    described = rf"(?:the )?(?i:{owners}) (?i:{nouns}),? {NAME}{ACRONYM}"
    return (re.compile(rf"{described},? (?:has |had )?(?:{passing})\b"), re.compile(rf"\b(?i:{before}) {described}"))


@cache
def _agency_name() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<name>(?:[A-Z][\w-]* )+Agency){ACRONYM}|(?i:agency),? (?P<bare>[A-Z]{{2,6}})\b")


def read_described(reading: Reading, statement: Statement) -> Origin | None:
    """The described agency that stands beside a statement's content, on the same line."""
    text = reading.report.text
    start = text.rfind("\n", 0, statement.content[0].start) + 1
    end = text.find("\n", statement.content[-1].end)
    line = Span(start, len(text) if end < 0 else end)
    found = (match for pattern in _patterns() for match in pattern.finditer(text, *line))
    outside = (m for m in found if not any(part.meets(Span(*m.span("name"))) for part in statement.content))
    return next((_make(reading, match) for match in outside), None)


def resolve_generic(reading: Reading, relay: Span) -> Origin | None:
    """The agency named last before "the agency"; None for any other relay, or where none is named."""
    if reading.report.quote(relay).casefold() not in load("origins")["generic"]["words"]:
        return None
    matches: Iterator[re.Match[str]] = _agency_name().finditer(reading.report.text, 0, relay.start)
    last = max(matches, key=lambda match: match.start(), default=None)
    return _make(reading, last) if last else None


def _make(reading: Reading, match: re.Match[str]) -> Origin:
    groups = match.groupdict()
    name = groups.get("acronym") or groups.get("name") or groups.get("bare") or ""
    agency = find_agency(name)
    is_state = re.search(r"\bstate\b|\bofficial\b|\bgovernment", match.group(), re.I) is not None
    kind: OriginKind = agency.kind if agency else "state agency" if is_state else "wire"
    return Origin(kind, agency.name if agency else name, (Cite(reading.report.id, Span(*match.span())),))
