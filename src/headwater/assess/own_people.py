"""The words of a report that say that its outlet's own people were there, or that all of it is its own interview."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from headwater.assess.mastheads import is_short_for, squash
from headwater.lexicon import load
from headwater.link.words import quoted_spans
from headwater.model.reading import Reading
from headwater.model.span import Span

OPENING = 900
"""Characters from the beginning of a report in which it says that it is an interview."""
HEAD = 600
"""Characters from the beginning in which a byline stands."""
TURNS = 2
"""Questions in a text from which it is an interview written down."""
NAMED = r"(?:,? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3},?)?"
"""The name of a reporter after the word."""


@cache
def any_of(entry: str) -> str:
    """The words of a list as alternatives, the longest first."""
    return "|".join(map(re.escape, sorted(load("outlets_own")[entry]["words"], key=len, reverse=True)))


def find_scene(reading: Reading, *, names: tuple[str, ...]) -> Span | None:
    """The words that say that the outlet's people were at the scene; none where only a name signs."""
    byline = _read_placed_byline(reading, _shorten(names))
    if byline:
        return byline
    match = _scene(_shorten(names)).search(reading.report.text)
    return Span(*match.span()) if match else _find_unquoted(reading, _meeting(), end=len(reading.report.text))


@cache
def _meeting() -> re.Pattern[str]:
    """ "He told us", "showed this reporter the letter"."""
    return re.compile(rf"\b(?:{any_of('met')})\b|\b(?:{any_of('showing')}) (?:this|our) (?:{any_of('people')})\b")


def _find_unquoted(reading: Reading, words: re.Pattern[str], *, end: int) -> Span | None:
    """The first place of some words outside quotation marks."""
    quoted = quoted_spans(reading.report.text)
    places = (Span(*match.span()) for match in words.finditer(reading.report.text, 0, end))
    return next((place for place in places if not any(span.meets(place) for span in quoted)), None)


def _shorten(names: Collection[str]) -> tuple[str, ...]:
    """The names of an outlet and what they are shortened to: "Tarn News" is also "Tarn"."""
    firsts = {" ".join(name.split()[:n]) for name in names for n in range(1, len(name.split()))}
    short = {first for first in firsts for name in names if is_short_for(first, name)}
    return tuple(sorted({*names, *(name.split()[-1] for name in names), *short}, key=lambda name: (-len(name), name)))


@cache
def _scene(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "A reporter of this magazine", "Our correspondent in Tarn saw", "Courier crews at the scene", "this reporter went"."""
    people, seeing, own = any_of("people"), any_of("seeing"), any_of("self")
    outlet = "|".join(map(re.escape, names)) or r"(?!)"
    one = r"an?|the|our|two|three|several"
    whose = rf"(?:our(?: own)?|this) (?:{people})s?|(?:(?:{one}) )?(?:{outlet}) (?:{people})s?"
    return re.compile(
        rf"\b(?i:{one}) (?:{people})s?(?: and an? (?:{people}))? of (?:{own}|(?:the )?(?:{outlet}))\b"
        rf"|(?<!\bto )(?<!\btold )(?<!\bby )\b(?i:{whose}){NAMED}(?: (?:in|at|from|on) [^.,\n]{{2,40}}?)?,? (?:who )?(?:{seeing})\b"
        rf"|\b(?i:{whose}){NAMED} who (?:is|was|were|are) (?:there|at|in|on)\b"
        rf"|(?m:^)(?i:{whose}) (?:at the scene|in [A-Z][\w’'-]+)\b"
    )


def _read_placed_byline(reading: Reading, names: Collection[str]) -> Span | None:
    """A byline that says from where its author writes ("By Ana Velho, in Tarn"); without "in" the text must name the place."""
    text = reading.report.text
    for match in _placed().finditer(text[:HEAD]):
        place = match["place"].strip()
        named = re.findall(r"[A-Z][\w’'-]+", place)
        is_staff = re.search(rf"\b(?i:{any_of('staff')})\b", place) or squash(place) in map(squash, names)
        if named and not is_staff and (match["at"] or all(text.count(word) > 1 for word in named)):
            return Span(*match.span())
    return None


@cache
def _placed() -> re.Pattern[str]:
    author = r"(?:By|BY|by) [A-Z][^\n,]{2,60}?"
    return re.compile(rf"^{author}(?:,? (?P<at>in|at|from)|,) (?P<place>(?:the )?[A-Z][^\n]{{2,60}})$", re.M)


def find_interview(reading: Reading, *, names: tuple[str, ...]) -> Span | None:
    """The words that say that the report is an interview its own outlet made, told or written down."""
    turns = [*re.finditer(r"^(?:Q|Question|Q\.)\s?[:.] .+\?", reading.report.text, re.M)]
    if len(turns) >= TURNS:
        return Span(*turns[0].span())
    return _find_unquoted(reading, _interview(_shorten(names)), end=OPENING)


@cache
def _interview(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "In an interview with the Courier", "was the guest of the morning show", "joined us", in the Courier itself."""
    outlet = "|".join(map(re.escape, names)) or r"(?!)"
    near = r"[^.\n]{0,120}?"
    return re.compile(
        rf"\b(?i:interview|conversation)\b{near}\b(?:{outlet})\b|\b(?i:{any_of('guest')})\b"
        rf"|\b(?:{outlet})(?:['’]s)? (?i:interview|conversation) with\b"
    )
