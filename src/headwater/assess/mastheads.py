"""By which names a report shows its outlet: in its metadata, in the lines over its text, in its title and byline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from headwater.assess.agencies import find_agency, plain_name
from headwater.lexicon import load
from headwater.model.reading import Reading

HEAD = 6
"""Lines over a text among which the outlet's name is looked for."""
LONGEST = 5
"""Words of an outlet's name."""
LONG_LABEL = 6
"""Letters of an address's host from which it is looked for in the text."""
LEAD = 12
"""Words from which a line is a sentence and no masthead."""
CUTS = re.compile(r"\s*[|•·(]\s*|\s+[-–—]\s+|,\s+|\t|\s+(?=\d{1,2}[ .:/])")
NAME = re.compile(
    r"(?:The |the )?[A-Z][\w&'’-]*(?: (?:[A-Z&][\w&'’-]*|(?:of|and|de|del|della|la|le|des|der|die|du)\b))*"
)
TOLD = re.compile(rf"\b(?:told|tells|speaking to|spoke to) (?:the )?(?P<name>{NAME.pattern})")
MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?",
    re.I,
)


def squash(name: str) -> str:
    """A name as mastheads, addresses and texts share it: "The Valley Reporter" is "valleyreporter"."""
    return re.sub(r"\W+", "", plain_name(name))


def is_short_for(name: str, whole: str) -> bool:
    """Whether a name is the last words of a longer one ("Chronik"), or its first ones before what many outlets' names end in."""
    words, longer = plain_name(name).split(), plain_name(whole).split()
    if not 0 < len(words) < len(longer):
        return False
    rest = longer[len(words) :]
    is_end = longer[-len(words) :] == words and len(words[-1]) > 2
    return is_end or (longer[: len(words)] == words and (rest[0] in LINKS or set(rest) <= _words("endings")))


def drop_endings(name: str) -> str:
    """A name without what many outlets' names end in: "Kanal Tavra Television" is "Kanal Tavra"."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in _words("endings"):
        words.pop()
    return " ".join(words)


LINKS = frozenset({"of", "de", "del", "della", "des", "der", "du"})
"""What joins the place to an outlet's name: "the Gazette" is the Gazette of Tarn."""


@cache
def _words(entry: str) -> frozenset[str]:
    return frozenset(load("outlets_own")[entry]["words"])


def list_names(reading: Reading) -> Iterator[tuple[str, str]]:
    """The names of a report's outlet: as its metadata or address have it, as its head, its title and its byline have it."""
    outlet = reading.provenance.outlet.value
    shown = sorted(_list_shown(reading), key=lambda name: not (names_medium(name) or is_spoken_of(reading, name)))
    titled = [name for line in _titles(reading) if (name := _read_name(CUTS.split(line)[-1], is_byline=False))]
    host = _label(outlet) if outlet else ""
    for name in (*shown, *titled, *_list_spelled(reading, host)):
        if outlet and squash(name) == host:
            yield squash(name), name
    if outlet:
        yield squash(outlet), outlet
    yield from ((squash(name), name) for name in shown)
    if not outlet and not shown:
        yield from ((squash(name), name) for name in _list_own(reading))


def _label(outlet: str) -> str:
    """What is left of an address's host as a name is compared: "harbourwire.example" is "harbourwire"."""
    return squash(outlet.split(".")[0])


def _list_spelled(reading: Reading, label: str) -> Iterator[str]:
    """The words of the text that an address runs together: "Harbour Wire"."""
    for match in NAME.finditer(reading.report.text) if len(label) >= LONG_LABEL else ():
        words = match.group().split()
        for first in range(len(words)):
            for last in range(first + 2, len(words) + 1):
                if squash(" ".join(words[first:last])) == label:
                    yield " ".join(words[first:last])


def names_medium(name: str) -> bool:
    """Whether a name holds a word that tells a medium ("Valley Post", "Radio Tarn")."""
    return bool(set(plain_name(name).split()) & _words("media"))


def is_spoken_of(reading: Reading, name: str) -> bool:
    """Whether the text has somebody tell, show or work for what goes by a name, or by what it is shortened to."""
    words = name.split()
    short = {name, *(" ".join(words[:n]) for n in range(1, len(words)) if is_short_for(" ".join(words[:n]), name))}
    names = "|".join(map(re.escape, sorted(short, key=lambda one: -len(one))))
    return bool(re.search(rf"\b(?:told|informed|reporters? of|seen by|obtained by|shown to|spoke to) (?:the )?(?:{names})\b",
                          reading.report.text))  # fmt: skip


def _list_own(reading: Reading) -> Iterator[str]:
    """The outlet people talk to in a text that also calls it "this newspaper", or by the last word of its name alone."""
    text = reading.report.text
    told = [match["name"] for match in TOLD.finditer(text) if not find_agency(match["name"])]
    says_this = any(re.search(rf"\b{re.escape(words)}\b", text, re.I) for words in load("outlets_own")["self"]["words"])
    for name in told:
        if says_this or any(is_short_for(other, name) for other in told):
            yield name


def _titles(reading: Reading) -> tuple[str, ...]:
    return tuple(filter(None, (reading.report.title, reading.report.text.strip().partition("\n")[0])))


def _list_shown(reading: Reading) -> Iterator[str]:
    """The names that stand in short lines over the text, or before a bar in its headline.

    The first line is the headline, if it does not name a medium alone.
    """
    lines = [line.strip() for line in reading.report.text.splitlines() if line.strip()]
    headline, bar, _ = (lines[0] if lines else "").partition(" | ")
    first = _read_name(_respell(reading, headline if bar else CUTS.split(headline)[0]), is_byline=False)
    if first and (bar or names_medium(first) or is_spoken_of(reading, first)):
        yield first
    for line in lines[1:HEAD]:
        if len(line.split()) >= LEAD:
            return
        for piece in filter(None, CUTS.split(line)):
            if name := _read_name(piece.partition(" at ")[0], is_byline=bool(re.match(r"by\b", line, re.I))):
                yield name


def _respell(reading: Reading, line: str) -> str:
    """A line in capitals as the text has it elsewhere: "HARBOUR WIRE" is "Harbour Wire"."""
    return line.title() if line.isupper() and line.title() in reading.report.text else line


def _read_name(piece: str, *, is_byline: bool) -> str | None:
    """The outlet's name that a piece of a line is; in a byline only what stands before "staff writer" or its like."""
    staff = _staff().search(piece)
    name = piece[: staff.start()].strip() if staff else "" if is_byline and not names_medium(piece) else piece.strip()
    is_name = NAME.fullmatch(name) and len(name.split()) <= LONGEST and not MONTH.fullmatch(name.split()[0])
    return name if is_name and not name.isupper() else None


@cache
def _staff() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(load("outlets_own")["staff"]["words"], key=len, reverse=True)))
    return re.compile(rf"\s(?:{words})\b", re.I)
