"""The words of a report that say that its outlet's own people were there, or that all of it is its own interview."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from headwater.assess.mastheads import is_short_for
from headwater.lexicon import load
from headwater.model.reading import Reading
from headwater.model.span import Span

OPENING = 900
"""Characters from the beginning of a report in which it says that it is an interview."""
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
    byline = _read_placed_byline(reading)
    if byline:
        return byline
    match = _scene(_shorten(names)).search(reading.report.text)
    return Span(*match.span()) if match else None


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
    )


def _read_placed_byline(reading: Reading) -> Span | None:
    """A byline that says from where its author writes ("By Ana Velho, in Tarn"); the place must be one the text names."""
    text, byline = reading.report.text, reading.provenance.byline
    for match in re.finditer(
        r"^(?:By|BY|by) [^\n,]{3,60}, (?P<at>(?:at|in) )?(?P<place>[^\n]{3,60})$", text[:600], re.M
    ):
        place = match["place"].strip()
        named = re.findall(r"[A-Z][\w’'-]+", place)
        is_place = (
            bool(named)
            and all(text.count(word) > 1 for word in named)
            and not re.search(rf"\b(?i:{any_of('staff')})\b", place)
        )
        if is_place and byline.value:
            return Span(*match.span())
    return None


def find_interview(reading: Reading, *, names: tuple[str, ...]) -> Span | None:
    """The words that say that the report is an interview its own outlet made, told or written down."""
    turns = [*re.finditer(r"^(?:Q|Question|Q\.)\s?[:.] .+\?", reading.report.text, re.M)]
    if len(turns) >= TURNS:
        return Span(*turns[0].span())
    match = _interview(_shorten(names)).search(reading.report.text[:OPENING])
    return Span(*match.span()) if match else None


@cache
def _interview(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "In an interview with the Courier", "was the guest of the morning show", "joined us", in the Courier itself."""
    outlet = "|".join(map(re.escape, names)) or r"(?!)"
    near = r"[^.\n]{0,120}?"
    return re.compile(
        rf"\b(?i:interview|conversation)\b{near}\b(?:{outlet})\b|\b(?i:{any_of('guest')})\b"
        rf"|\b(?:{outlet})(?:['’]s)? (?i:interview|conversation) with\b"
    )
