"""Numbers that are told in set phrases: tolls, magnitudes, people on board, ages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from headwater.assess.counts import HEAD, Count, bound_number
from headwater.lexicon import load
from headwater.link.numbers import combine_numbers
from headwater.model.reading import Reading
from headwater.model.span import Span

RECALLED = frozenset({"killed", "injured"})
"""Further down reports recall other events, and count those."""


@cache
def _number() -> str:
    words = "|".join(word for word in load("sameness_counts")["cardinals"])
    return rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:(?:{words})[ -]?)*(?:{words}))"


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Form:
    """A set phrase and what it tells."""

    thing: str
    needs: tuple[str, ...]
    """In small letters: where none of these stands, the phrase does not."""
    pattern: re.Pattern[str]

    def may_stand_in(self, text: str) -> bool:
        """Whether it is worth looking in a case-folded text."""
        return any(word in text for word in self.needs)


@cache
def _forms() -> tuple[Form, ...]:
    toll, people = load("differences")["toll"], _any(load("differences")["aboard"]["people"])
    dead, hurt = (tuple(map(str.casefold, toll[words])) for words in ("dead", "hurt"))
    verbs = r"(?:has |had |have )?(?:\w+ ){0,3}?(?:to|at|of|as|was|is)"
    return (
        Form("killed", dead, re.compile(rf"\b(?:{_any(toll['dead'])})(?: \w+){{0,3}}? {verbs} {_number()}\b", re.I)),
        Form(
            "killed",
            ("to have died",),
            re.compile(rf"\b{_number()} people (?:were|are) (?:now )?known to have died\b", re.I),
        ),
        Form("injured", hurt, re.compile(rf"\b(?:{_any(toll['hurt'])})(?: \w+){{0,3}}? {verbs} {_number()}\b", re.I)),
        Form(
            "aboard",
            ("on board", "aboard"),
            re.compile(rf"\b{_number()} (?:{people}) (?:were |are |had been )?(?:on board|aboard)\b", re.I),
        ),
        Form("aboard", ("carrying",), re.compile(rf"\bcarrying {_number()} (?:{people})\b", re.I)),
        Form(
            "magnitude",
            ("magnitude",),
            re.compile(rf"\b(?:magnitude|magnitude of|magnitude at)[ -]{_number()}\b", re.I),
        ),
        Form("magnitude", ("magnitude",), re.compile(rf"\b{_number()}-magnitude\b", re.I)),
    )


AGE = re.compile(r",? (?:\((?P<inside>\d\d)\)|(?P<bare>\d\d)(?=[,.])|(?:who )?is (?P<told>\d\d)(?= and|[,.]))")
Names = Mapping[tuple[str, str], str]
"""(report, actor) to the name that person has in the story."""


def find_figures(reading: Reading) -> Iterator[Count]:
    """The tolls at the head of a report that set phrases tell; other such numbers wherever they stand."""
    text = reading.report.text
    plain = text.casefold()
    forms = [form for form in _forms() if form.may_stand_in(plain)]
    body = [sentence for sentence in reading.sentences if sentence.role in ("title", "body")]
    for number, sentence in enumerate(body if forms else ()):
        span = sentence.span
        if "aftershock" not in text[span.start : span.end].casefold():
            for form in forms:
                for match in form.pattern.finditer(text, *span) if number < HEAD or form.thing not in RECALLED else ():
                    yield from _read(text, match, thing=form.thing)


def find_ages(reading: Reading, names: Names) -> Iterator[Count]:
    """Everybody's age, beside the name."""
    for mention in reading.mentions:
        name = names.get((reading.report.id, mention.actor or ""))
        match = AGE.match(reading.report.text, mention.span.end) if name and mention.label == "PERSON" else None
        if match and name:
            years = float(next(filter(None, match.groups())))
            yield Count(("age", name), years, years, years, Span(mention.span.start, match.end()))


def _read(text: str, match: re.Match[str], *, thing: str) -> Iterator[Count]:
    value = combine_numbers(re.split(r"[ -]+", match["number"].casefold()))
    if value is not None:
        low, high, lead = bound_number(text, match.start("number"), value)
        start = min(match.start(), match.start("number") - lead)
        yield Count((thing, "people" if thing != "magnitude" else ""), value, low, high, Span(start, match.end()))
