"""Versions of one report: pages of one address, or texts of one id, that were changed are one report, and no second witness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from headwater.lexicon import load
from headwater.link.alignment import function_words
from headwater.link.beside import Piece, lay_over
from headwater.link.words import find_words, read_spans
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.model.story import Version

ALIKE = 0.4
"""Share of the shorter text's content words that another text of the same address or name must have to be a version."""


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that two versions do not share, word by word; words of one version only where the line is new or gone."""

    pieces: tuple[Piece, ...]

    @property
    def is_note(self) -> bool:
        """Whether the later version notes here that it was changed."""
        return any(piece.where != "one" and _is_note(piece.text) for piece in self.pieces[:1])


def set_aside_versions(readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], tuple[Version, ...]]:
    """The readings that stand, in their order, and the earlier versions of them, oldest first."""
    addresses = {reading.report.id: find_address(reading.report) for reading in readings}
    by_place: dict[tuple[str, str], list[Reading]] = {}
    for reading in readings:
        name, _ = part_id(reading.report.id)
        address = addresses[reading.report.id] or addresses.get(name)
        by_place.setdefault(("address", address) if address else ("id", name), []).append(reading)
    versions = [version for _, same in sorted(by_place.items()) for version in _find_earlier(same)]
    earlier = {version.earlier.report.id for version in versions}
    return tuple(r for r in readings if r.report.id not in earlier), tuple(versions)


def part_id(id: str) -> tuple[str, int]:
    """The id a report came with, and that it came with that id for the how manieth time (``a~2`` is ``a`` again)."""
    name, mark, number = id.rpartition("~")
    return (name, int(number)) if mark and name and number.isdecimal() else (id, 1)


def _find_earlier(same: Iterable[Reading]) -> list[Version]:
    """The versions of the latest of some readings that are versions of it at all."""
    *before, last = sorted(same, key=_age)
    return [Version(last.report.id, earlier) for earlier in before if is_version(last.report, earlier.report)]


def _age(reading: Reading) -> tuple[str, int, tuple[str, int]]:
    """Sorts versions of one report: by date, then by how many changes the text owns up to, then by id."""
    notes = sum(map(_is_note, reading.report.text.splitlines()))
    return reading.provenance.published.value or "", notes, part_id(reading.report.id)


@lru_cache(maxsize=1)
def _notes() -> re.Pattern[str]:
    words = sorted(load("versions")["notes"]["words"], key=len, reverse=True)
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, words))})\b", re.I)


def _is_note(line: str) -> bool:
    return _notes().match(line.replace("’", "'")) is not None


def find_address(report: Report) -> str | None:
    """Where a report was published, without what says nothing of the page; None for the front page of a site."""
    try:
        parts = urlsplit(report.url or "")
    except ValueError:
        return None
    tracking = tuple(load("versions")["tracking"]["prefixes"])
    query = [(name, value) for name, value in parse_qsl(parts.query) if not name.lower().startswith(tracking)]
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or query):
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{urlencode(sorted(query))}".removesuffix("?")


def is_version(one: Report, other: Report) -> bool:
    """Whether two texts of one address are one report: the same title, or much of the words."""
    if one.title and one.title == other.title:
        return True
    words, others = _content(one.text), _content(other.text)
    return len(words & others) >= ALIKE * max(1, min(len(words), len(others)))


@lru_cache(maxsize=256)
def _content(text: str) -> frozenset[str]:
    return frozenset(find_words(text, (Span(0, len(text)),)).keys) - function_words()


def read_lines(reading: Reading) -> tuple[str, ...]:
    """The lines of a report that hold anything that is read: all but furniture."""
    spans = read_spans(reading)
    lines = re.finditer(r"[^\n]+", reading.report.text)
    return tuple(m.group().strip() for m in lines if any(span.meets(Span(*m.span())) for span in spans))


def compare_versions(before: Sequence[str], after: Sequence[str]) -> tuple[LineChange, ...]:
    """The lines in which two versions differ, in reading order; lines whose words are the same are no difference."""
    old, new = ([find_words(line, (Span(0, len(line)),)).keys for line in lines] for lines in (before, after))
    found: list[LineChange] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _compare_lines(before[first:last], after[start:end])
    return tuple(found)


def _compare_lines(before: Sequence[str], after: Sequence[str]) -> list[LineChange]:
    """Lines in the place of others: each new one held against the old one most like it, the order kept."""
    found, used = [], 0
    for line in after:
        likeness = {n: _liken(before[n], line) for n in range(used, len(before))}
        best = max(likeness, key=lambda n: (likeness[n], -n), default=None)
        if best is None or likeness[best] < ALIKE:
            found.append(LineChange((Piece("other", line),)))
            continue
        found += [LineChange((Piece("one", before[n]),)) for n in range(used, best)]
        found.append(LineChange(lay_over(before[best], line)))
        used = best + 1
    return found + [LineChange((Piece("one", line),)) for line in before[used:]]


def _liken(one: str, other: str) -> float:
    words, others = _content(one), _content(other)
    return len(words & others) / max(1, min(len(words), len(others)))
