"""Numbers of people that met a fate, wherever the head of a report tells them, in set phrases and in free ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from headwater.assess.counts import HEAD, Count, bound_number, find_counts
from headwater.assess.figures import find_figures
from headwater.assess.phrases import any_of, number_pattern
from headwater.lexicon import load
from headwater.link.numbers import combine_numbers
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence

PEOPLE = ("people", "trades", "arms", "law")
"""Groups of nouns (lexicon/events_actors.toml) that name people."""
BEFORE = 20
"""Characters before a phrase in which a word is looked for that makes it a supposition."""
OF = r"(?: of (?:them|us|its|his|her|their|our)(?: own)?)?"


def find_toll_counts(reading: Reading) -> tuple[Count, ...]:
    """The tolls at the head of a report, each place once; those that the parse finds first."""
    text = reading.report.text
    told = (c for c in (*find_counts(reading), *find_figures(reading)) if c.thing[0] in _fates() and _counts_people(c))
    found: list[Count] = []
    for count in told:
        is_known = any(
            c.thing[0] == count.thing[0] and c.value == count.value and c.span.meets(count.span) for c in found
        )
        if not is_known and not _is_supposed(text, count.span.start):
            found.append(count)
    body = (sentence for sentence in reading.sentences if sentence.role in ("title", "body"))
    for sentence in islice(body, HEAD):
        for count in _find_in_sentence(text, sentence):
            if not any(count.thing[0] == c.thing[0] and count.span.meets(c.span) for c in found):
                found.append(count)
    return tuple(found)


def _counts_people(count: Count) -> bool:
    return count.thing[1] in ("", "people") or count.thing[1] in _people()


@cache
def _people() -> frozenset[str]:
    lists, counts = load("events_actors"), load("sameness_counts")
    return frozenset(
        (
            *(word for group in PEOPLE for word in lists[group]["words"]),
            *counts["people"]["words"],
            *counts["persons"]["words"],
        )
    )


@cache
def _fates() -> dict[str, tuple[tuple[str, ...], tuple[re.Pattern[str], ...]]]:
    """The phrases of each fate, and words of which one must stand in a sentence for any of them to stand there."""
    return {
        fate["name"]: ((*fate["after"], *fate["before"]), tuple(_write_patterns(fate)))
        for fate in load("tolls")["fate"]
    }


def _write_patterns(fate: dict[str, Any]) -> Iterator[re.Pattern[str]]:
    people = rf"(?:{any_of(_people())})(?:e?s)?|men|women|children|policemen|servicemen|crew members"
    between = any_of(load("tolls")["between"]["words"])
    number, after, before = number_pattern(), any_of(fate["after"]), any_of(fate["before"])
    counted = rf"(?:(?: [\w-]+){{0,2}}? (?:{people}))?"
    yield re.compile(rf"\b{number}{OF}{counted}(?: (?:{between}))* (?:{after})\b", re.I)
    yield re.compile(rf"\bleft {_hedge()}{number}{OF}{counted} (?:{after})\b", re.I)
    if before:
        ends = rf"(?:[\w-]+ ){{0,2}}?(?:{people})\b(?! and (?:an?|{any_of(load('sameness_counts')['cardinals'])})\b)"
        yield re.compile(rf"\b(?:{before}) {_hedge()}{number}(?= {ends}|[,.;]| (?:and|in|on|at|near)\b|$)", re.I)


@cache
def _hedge() -> str:
    lists = load("sameness_counts")
    return rf"(?:(?:{any_of(word for name in ('at_least', 'at_most', 'about') for word in lists[name]['before'])}) )?"


def _find_in_sentence(text: str, sentence: Sentence) -> Iterator[Count]:
    plain = text[sentence.span.start : sentence.span.end].casefold()
    for fate, (needs, patterns) in _fates().items():
        looked_at = patterns if any(word in plain for word in needs) else ()
        for match in (m for pattern in looked_at for m in pattern.finditer(text, *sentence.span)):
            value = combine_numbers(re.split(r"[ -]+", match["number"].casefold()))
            if (
                value is not None
                and value > 0
                and not _is_supposed(text, match.start())
                and not _is_further(text, match, fate)
            ):
                low, high, lead = bound_number(text, match.start("number"), value)
                start = min(match.start(), match.start("number") - lead)
                yield Count((fate, "people"), value, low, high, sentence.span._replace(start=start, end=match.end()))


def _is_supposed(text: str, start: int) -> bool:
    """Whether a word before the phrase says that it may be so, is somebody's guilt, or befell nobody."""
    words = re.findall(r"\w+", text[max(0, start - BEFORE) : start].casefold())
    lists = load("tolls")
    return any(word in lists["supposed"]["words"] for word in words) or any(
        word in lists["none"]["words"] for word in words[-1:]
    )


def _is_further(text: str, match: re.Match[str], fate: str) -> bool:
    """Whether a number counts some beyond others of the same fate; the missing are others than the dead."""
    if fate not in ("killed", "evacuated"):
        return False
    words = load("tolls")["further"]["words"]
    near = (*re.findall(r"\w+", text[max(0, match.start("number") - BEFORE) : match.start("number")].casefold())[-1:],
            *re.findall(r"\w+", text[match.end("number") : match.end()].casefold())[:2])  # fmt: skip
    return any(word in words for word in near) and not re.search(
        r"\bmore than\s+$", text[: match.start("number")], re.I
    )


def list_fates() -> Iterable[str]:
    """The fates that dossiers count."""
    return tuple(_fates())
