"""The place, date and agency glued to the front of a report's first sentence: ``HARWICK, Jan. 3 (Reuters) - …``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from headwater.clean.agencies import agency_pattern, find_agencies
from headwater.clean.lines import Line
from headwater.lexicon import load
from headwater.model.span import Span

LONGEST = 110
"""Characters a dateline may take with everything that belongs to it."""


class Dateline(NamedTuple):
    """The parts of an opening, as spans of the report's text."""

    place: Span | None
    """The place alone ("HARWICK, Mich.")."""
    head: Span | None
    """Place and date."""
    credit: Span | None
    """The agency with its brackets."""
    body: int
    """Where the first sentence begins."""


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June?", "July?", "Aug", "Sept?", "Oct", "Nov", "Dec"]
_MONTH = rf"(?:(?:{'|'.join(_MONTHS)})[a-z]*|(?:{'|'.join(_MONTHS).upper()})[A-Z]*)\.?"
_DATE = rf"(?:(?:[A-Z][a-z]+day,? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?|[A-Z][a-z]+day)"
_UPPER = r"(?:[A-Z][A-Z.'’-]+(?:[ /-](?:[A-Z][A-Z.'’-]*|de|of|and|al|el)){0,3})"
_TITLE = r"(?:[A-Z][\w.'’-]+(?:[ /-](?:[A-Z][\w.'’-]*|de|of|and|al|el)){0,3})"
_STOP = r"[:.]\s?(?:[-–—]\s?)?"
_BESIDE = r"(?: ?[(\[][A-Z][\w .'’-]{1,30}[)\]]){0,2}"
"""The region or country of a place in brackets ("Calama (Chile)")."""
_DASH = r"(?:\s?(?:—|–|--|―)\s?|\s?-\s)"


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], ...]:
    """Openings, the surer ones first; groups ``place``, ``head`` and ``credit``."""
    agency = agency_pattern()
    credit = (
        rf"(?P<credit>[(\[]\s?(?:(?:Xinhua|{agency})(?:[/ ,-]{{1,2}}[\w .'’-]{{1,30}})?|{_TITLE}(?: News)?)\s?[)\]])"
    )
    sure = rf"(?P<credit>[(\[/]\s?(?:{agency})(?:[/ ,-]{{1,2}}[\w .'’-]{{1,30}})?\s?[)\]/])"
    named = rf"(?P<credit>[(\[]\s?{_TITLE}\s?[)\]]|[A-Z]{{2,8}}(?=\s?[-–—]))"
    region = rf"(?:, ?(?!{_DATE})[A-Z][A-Za-z.'’-]{{1,20}}(?: [A-Z][A-Za-z.'’-]{{1,15}}){{0,2}}){{0,2}}"
    return tuple(
        re.compile(form)
        for form in (
            rf"(?P<head>(?P<place>{_TITLE}{region}){_BESIDE}(?:[,:]? {_DATE})?),?\s?{sure}(?:{_DASH}|{_STOP}|\s)",
            rf"(?P<head>(?P<place>{_TITLE}{region}){_BESIDE},? {_DATE}),? ?{named}(?:{_DASH}|{_STOP})",
            rf"(?P<head>{_DATE})\s?{sure}(?:{_DASH}|{_STOP})",
            rf"{sure}{_DASH}(?P<head>(?P<place>{_UPPER}{region}){_BESIDE},? {_DATE}){_DASH}",
            rf"(?P<credit>{agency}){_DASH}",
            rf"{sure}(?:{_DASH}|:\s?)",
            rf"(?P<head>(?P<place>{_UPPER}{region}),? {_DATE})\s?(?:{credit})?(?:{_DASH}|:\s)",
            rf"(?P<head>(?P<place>{_UPPER}{region}))\s?{credit}{_DASH}",
            rf"(?P<head>(?P<place>{_UPPER}{region}))(?:{_DASH}|:\s)",
            rf"(?P<head>(?P<place>{_TITLE}{region})(?:,? {_DATE})?)(?:\s?(?:—|–|--)\s?|:\s)",
        )
    )


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Cities, capitals and countries, case folded."""
    countries = load("countries")
    names = {city for cities in load("cities").values() for city in cities}
    for country in countries.values():
        names |= {country["name"], *country.get("names", ()), *country.get("capitals", ())}
    return frozenset(name.casefold() for name in names)


def _is_place(words: str, *, known: bool) -> bool:
    """Whether words may name a dateline's place; ``known`` asks for one of the gazetteer or a state's short form."""
    first, *rest = (part.strip() for part in words.split(","))
    if first.casefold() in load("datelines")["labels"]["words"] or first.rstrip(".").casefold() in ("i", "mr", "us"):
        return False
    if not known:
        return len(first) > 2
    return first.casefold() in _places() or any(part in load("datelines")["regions"]["words"] for part in rest)


def find_dateline(line: Line) -> Dateline | None:
    """What stands before the first sentence of a line of running text, or None.

    Capitals before a dash count as a place unless they are a label ("UPDATE -"); before a colon, and in title case, the
    place must be known.
    """
    for number, form in enumerate(_forms()):
        match = form.match(line.text, 0, LONGEST)
        if match and match.end() < len(line.text) and _holds(match, number):
            return _dateline(match, line.span.start)
    return None


def _holds(match: re.Match[str], number: int) -> bool:
    parts = match.groupdict()
    if place := parts.get("place"):
        known = not parts.get("credit") and (number == len(_forms()) - 1 or match.group().rstrip().endswith(":"))
        return _is_place(place, known=known)
    return True


def _dateline(match: re.Match[str], shift: int) -> Dateline:
    def span(name: str) -> Span | None:
        if not match.groupdict().get(name):
            return None
        return Span(match.start(name) + shift, match.end(name) + shift)

    return Dateline(span("place"), span("head"), span("credit"), match.end() + shift)


def find_tail_credit(line: Line) -> Span | None:
    """The agency signed after the last sentence of a line (``… he said. (AFP)``), or None."""
    match = _tail().search(line.text, max(0, len(line.text) - 60))
    if not match or not any(find_agencies(match["credit"], 0, len(match["credit"]))):
        return None
    return Span(match.start("credit") + line.span.start, match.end("credit") + line.span.start)


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    return re.compile(load("credits")["tail"][0]["pattern"].replace("<agency>", agency_pattern()) + r"\s*\Z")
