"""The one record that passes through the steps of finding actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from headwater.model.sentence import Sentence
from headwater.model.span import Span

Gender = Literal["male", "female"]


class Role(NamedTuple):
    """What the report says somebody is."""

    span: Span
    words: tuple[str, ...]
    """The office in lower case without article, owner and place: ("national", "security", "adviser")."""
    place: str | None = None
    """Whose office it is, where that is a place: a country's ISO 3166-1 alpha-3 code, or a region or town in lower case."""
    owned: bool = False
    """Whether it belongs to something else still ("the bank's chairman", "chairman of the bank")."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of words that names or describes an actor; words ``[first, last)`` of a sentence."""

    span: Span
    sentence: int
    first: int
    last: int
    head: int
    """The word the rest hangs on."""
    label: str
    text: str
    """Without article and possessive ending, blanks and apostrophes made even."""
    described: bool = False
    """True for "the ministry's spokesman", False for a name."""
    title: str | None = None
    """What stands before the name: "mr", "president"."""
    roles: tuple[Role, ...] = ()
    gender: Gender | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a name."""
        return tuple(self.text.split())


def surface(sentence: Sentence, first: int, last: int) -> str:
    """Words ``[first, last)`` as the report has them, blanks made even."""
    parts: list[str] = []
    for n in range(first, last):
        if n > first and sentence.spans[n].start > sentence.spans[n - 1].end:
            parts.append(" ")
        parts.append(sentence.words[n])
    return "".join(parts).replace("’", "'")


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The word of ``[first, last)`` whose head lies outside; the last such one."""
    tops = [n for n in range(first, last) if not first <= sentence.heads[n] < last]
    return tops[-1] if tops else last - 1
