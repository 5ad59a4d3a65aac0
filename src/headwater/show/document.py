"""A page as a list of parts, which a terminal, Markdown and HTML each show in their own way.

Pages that stand words side by side (a trace, a comparison, what is new) are built as documents once and rendered by
``document_text``, ``document_markdown`` and ``document_html``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from headwater.link.alignment import Change
from headwater.link.beside import Piece
from headwater.model.span import Span
from headwater.show.marked import Stretch
from headwater.show.refs import refer

Pieces = tuple[Piece, ...]
MARKS = {"both": ("", ""), "one": ("[-", "-]"), "other": ("{+", "+}"), "cut": ("", "")}
"""What stands around words that one side lacks, where there are no letters of other shapes."""
CHANGED = "changes the meaning: "


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 or 3."""

    text: str
    level: int = 2
    key: str = ""
    """The anchor of a section; only headings of level 2 have one."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about the page itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Legend:
    """How to read the marks: where the words stand that are marked in the one way and in the other."""

    one: str
    other: str
    cut: str = ""
    """What an ellipsis stands for; empty where there is none."""
    is_paired: bool = False
    """Whether the two stand side by side: HTML then needs only one kind of mark."""

    def tell(self, one: str, other: str) -> str:
        """The legend with the marks of a renderer."""
        cut = f"; … stands for {self.cut}" if self.cut else ""
        return f"{one} stand in {self.one} only, {other} in {self.other} only{cut}."


@dataclass(frozen=True, slots=True)
class Ref:
    """Cited characters of the report of a number."""

    number: int
    spans: tuple[Span, ...]

    @property
    def anchor(self) -> str:
        """The id of the first place in the report's text."""
        return f"r{self.number}-{self.spans[0][0]}-{self.spans[0][1]}"


@dataclass(frozen=True, slots=True)
class Entry:
    """Words with what is known beside them; ``label`` says whose or which they are."""

    pieces: Pieces
    facts: tuple[str, ...] = ()
    label: str = ""
    warning: str = ""
    """What a reader must not miss."""
    refs: tuple[Ref, ...] = ()

    @property
    def cites(self) -> str:
        """``[1:20-41, 2:345-412]``; nothing where nothing is cited."""
        told = ", ".join(refer(ref.number, ref.spans) for ref in self.refs)
        return f"[{told}]" if told else ""

    @property
    def below(self) -> str:
        """All that stands below the words, on one line."""
        return " · ".join(filter(None, (*self.facts, self.cites)))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries side by side."""

    left: Entry
    right: Entry
    warning: str = ""
    note: str = ""
    """What the two are, or how sure it is that they are one."""


Part = Heading | Remark | Legend | Entry | Pair


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a report, to which cites lead."""

    number: int
    title: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A page."""

    title: str
    facts: tuple[str, ...]
    parts: tuple[Part, ...]
    sheets: tuple[Sheet, ...] = ()
    """The reports whose texts the page holds; only HTML shows them."""

    @property
    def shown(self) -> frozenset[int]:
        """The numbers of the reports to whose texts cites can lead."""
        return frozenset(sheet.number for sheet in self.sheets)

    @property
    def sections(self) -> tuple[Heading, ...]:
        """The headings that a list of contents leads to."""
        return tuple(part for part in self.parts if isinstance(part, Heading) and part.key)


def plain_pieces(text: str) -> Pieces:
    """Words that are held against nothing."""
    return (Piece("both", text),)


def take_side(pieces: Iterable[Piece], where: str) -> Pieces:
    """The words of one side (``one`` or ``other``) as they stand there, those that only it has marked."""
    if where == "other":
        return tuple(piece for piece in pieces if piece.where in ("both", "other"))
    kept = (piece for piece in pieces if piece.where != "other")
    return tuple(Piece("both", p.first) if p.where == "both" else Piece("one", p.text) for p in kept)


def warn(changes: Iterable[Change]) -> str:
    """``changes the meaning: modal, number``; nothing where nothing is changed."""
    names = ", ".join(changes)
    return f"{CHANGED}{names}" if names else ""


def mark_pieces(pieces: Iterable[Piece]) -> str:
    """The words with marks around those that one side lacks; an ellipsis for what is left out at an edge."""
    return " ".join("…" if p.where == "cut" else p.text.join(MARKS[p.where]) for p in pieces)
