"""By which names the outlets of a story's reports go: those of their metadata, and those printed over their text.

``told the Courier`` in a page headed *Lakeside Courier* is the paper's own reporting; in another page it is an interview.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from headwater.assess.agencies import find_agency, plain_name
from headwater.lexicon import load
from headwater.link.once import once
from headwater.model.reading import Reading

HEAD = 6
"""Lines over a text among which the outlet's name is looked for."""
LONGEST = 5
"""Words of an outlet's name."""
LEAD = 12
"""Words from which a line is a sentence and no masthead."""
CUTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|,\s+|\t|\s+(?=\d{1,2}[ .:/])")
NAME = re.compile(r"(?:The |the )?[A-Z][\w&'’-]*(?: (?:[A-Z&][\w&'’-]*|of|and|de|del|la|le|des|der|die|du))*")
TOLD = re.compile(rf"\b(?:told|tells|speaking to|spoke to) (?:the )?(?P<name>{NAME.pattern})")
MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?",
    re.I,
)


class StoryOutlets:
    """The outlets of a story's reports and their names."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        listed = tuple(readings)
        self._names: dict[str, dict[str, str]] = {r.report.id: dict(_list_names(r)) for r in listed}
        self._by_key: dict[str, str] = {}
        for names in self._names.values():
            for key, name in names.items():
                self._by_key.setdefault(key, name)

    def names(self, report: str) -> Mapping[str, str]:
        """The names of a report's outlet by how they are compared, the surest first."""
        return self._names.get(report, {})

    def name(self, report: str) -> str:
        """What the report's outlet is called; the report's id where that is not known."""
        return next(iter(self.names(report).values()), report)

    def own(self, report: str, name: str) -> str | None:
        """The name of the report's own outlet if ``name`` is one, or the last word of one ("the Courier")."""
        key = squash(name)
        for known, shown in self.names(report).items():
            if key and (known == key or _is_short_for(name, shown)):
                return shown
        return None

    def find(self, name: str) -> str | None:
        """The name of an outlet of the story that these words, or the last of them, are ("the website Harbour Wire")."""
        words = plain_name(name).split()
        parts = (squash(" ".join(words[first:])) for first in range(len(words)))
        return next((self._by_key[part] for part in parts if part in self._by_key), None)


@once
def gather_outlets(readings: tuple[Reading, ...]) -> StoryOutlets:
    """The outlets of a story, gathered once for all rules that ask."""
    return StoryOutlets(readings)


def squash(name: str) -> str:
    """A name as mastheads, addresses and texts share it: "The Valley Reporter" is "valleyreporter"."""
    return re.sub(r"\W+", "", plain_name(name))


def _is_short_for(name: str, whole: str) -> bool:
    """Whether a name is the last words of a longer one, or the longer one without its place ("Chronik")."""
    words, longer = plain_name(name).split(), plain_name(whole).split()
    return 0 < len(words) < len(longer) and longer[-len(words) :] == words and len(words[-1]) > 2


def _list_names(reading: Reading) -> Iterator[tuple[str, str]]:
    """The names of a report's outlet: as its metadata or address have it, as its head, its title and its byline have it."""
    outlet = reading.provenance.outlet.value
    shown = [*_list_shown(reading)]
    titled = [name for line in _titles(reading) if (name := _read_name(CUTS.split(line)[-1], is_byline=False))]
    for name in (*shown, *titled):
        if outlet and squash(name) == squash(outlet.split(".")[0]):
            yield squash(name), name
    if outlet:
        yield squash(outlet), outlet
    yield from ((squash(name), name) for name in shown)
    if not outlet and not shown:
        yield from ((squash(name), name) for name in _list_own(reading))


def _list_own(reading: Reading) -> Iterator[str]:
    """The outlet people talk to in a text that also calls it "this newspaper", or by the last word of its name alone."""
    text = reading.report.text
    told = [match["name"] for match in TOLD.finditer(text) if not find_agency(match["name"])]
    says_this = told and any(
        re.search(rf"\b{re.escape(words)}\b", text, re.I) for words in load("outlets_own")["self"]["words"]
    )
    for name in told:
        if says_this or any(_is_short_for(other, name) for other in told):
            yield name


def _titles(reading: Reading) -> tuple[str, ...]:
    return tuple(filter(None, (reading.report.title, reading.report.text.strip().partition("\n")[0])))


def _list_shown(reading: Reading) -> Iterator[str]:
    """The names that stand in short lines over the text, or before a bar in its headline."""
    lines = [line.strip() for line in reading.report.text.splitlines() if line.strip()]
    headline, bar, _ = (lines[0] if lines else "").partition(" | ")
    if bar and (name := _read_name(headline, is_byline=False)):
        yield name
    for line in lines[1:HEAD]:
        if len(line.split()) >= LEAD:
            return
        for piece in filter(None, CUTS.split(line)):
            if name := _read_name(piece.partition(" at ")[0], is_byline=bool(re.match(r"by\b", line, re.I))):
                yield name


def _read_name(piece: str, *, is_byline: bool) -> str | None:
    """The outlet's name that a piece of a line is; in a byline only what stands before "staff writer" or its like."""
    staff = _staff().search(piece)
    name = piece[: staff.start()].strip() if staff else "" if is_byline else piece.strip()
    is_name = NAME.fullmatch(name) and len(name.split()) <= LONGEST and not MONTH.fullmatch(name.split()[0])
    return name if is_name and not name.isupper() else None


@cache
def _staff() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(load("outlets_own")["staff"]["words"], key=len, reverse=True)))
    return re.compile(rf"\s(?:{words})\b", re.I)
