"""Documents as Markdown; the words of the reports are escaped, never taken as mark-up."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.link.beside import Piece
from headwater.show.document import Document, Entry, Heading, Legend, Part, Remark
from headwater.show.markdown import escape

MARKS = {"both": ("", ""), "one": ("~~", "~~"), "other": ("**", "**")}


def write_document(document: Document) -> str:
    """The document as one Markdown page."""
    lines = [f"# {escape(document.title)}", "", escape(" · ".join(document.facts)), ""]
    for part in document.parts:
        lines += write_part(part)
    return "\n".join(lines).rstrip("\n") + "\n"


def write_part(part: Part) -> Iterable[str]:
    """The lines of one part."""
    if isinstance(part, Heading):
        return ["", f"{'#' * part.level} {escape(part.text)}", ""]
    if isinstance(part, Remark):
        return [escape(part.text), ""]
    if isinstance(part, Legend):
        return ["", part.tell(*("words".join(MARKS[where]) for where in ("one", "other")))]
    if isinstance(part, Entry):
        return write_entry(part)
    below = [escape(line) for line in (part.note, part.warning) if line]
    return [*write_entry(part.left), *write_entry(part.right), *(f"  - {line}" for line in below), ""]


def write_entry(entry: Entry) -> list[str]:
    """A list item: label and words, then what is known beside them."""
    label = f"**{escape(entry.label)}**" if entry.label else ""
    first = ": ".join(filter(None, (label, mark(entry.pieces))))
    warning = f"**{escape(entry.warning)}**" if entry.warning else ""
    below = " · ".join(filter(None, (warning, escape(entry.below))))
    return [f"- {first}  " if below else f"- {first}", *([f"  {below}"] if below else [])]


def mark(pieces: Iterable[Piece]) -> str:
    """Words that stand on the first side only struck out, those on the second only bold."""
    return " ".join("…" if p.where == "cut" else escape(p.text).join(MARKS[p.where]) for p in pieces)
