"""Report -> blocks: every line gets a role, some lines are split; the text stays as it is."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from headwater.clean.article import Seen, find_leftovers, look
from headwater.clean.datelines import find_dateline, find_tail_credit
from headwater.clean.furniture import Leftover
from headwater.clean.line_model import LineModel, line_model
from headwater.clean.lines import Line, split_lines
from headwater.clean.mastheads import Masthead, find_mastheads
from headwater.clean.signatures import Signature
from headwater.model.block import DATELINE, Block, Role
from headwater.model.reading import Reading
from headwater.model.span import Span, trim

HEAD_LINES = 14
"""Lines before the first prose that may hold title, byline, credit and date."""
NEAR = 4
"""Lines from the article's prose within which a lone agency name is a credit."""
MASTHEAD = Signature("furniture", "masthead@1", near=False)
BESIDE_MASTHEAD = "reading time"
"""The kind of a leftover that a masthead may end with ("3 min read")."""
TITLE_WORDS = range(2, 36)
HEADLINE = 4
"""Words from which a line is more likely the headline than one below it with fewer."""
TITLE_REACH = 5
"""Lines above the byline or the first prose in which a page with menus may have its headline."""


def find_blocks(reading: Reading) -> tuple[Block, ...]:
    """The blocks of a report: lines, or parts of a line where a dateline or a credit is glued to the text."""
    report = reading.report
    return mark_blocks(report.text, model=line_model(), title=report.title, repeated=frozenset(reading.repeated))


def mark_blocks(
    text: str, *, model: LineModel, title: str | None = None, repeated: Container[Span] = ()
) -> tuple[Block, ...]:
    """The blocks of a text; ``title`` is the headline where the page's metadata names it, ``repeated`` what the site repeats."""
    seen = [look(line, repeated=line.span in repeated and line.shown != title) for line in split_lines(text)]
    leftovers = find_leftovers(seen, model.score)
    mastheads = find_mastheads([one.line for one in seen], text)
    seen = [sign_masthead(one, mastheads.get(n)) for n, one in enumerate(seen)]
    prose = [n for n, one in enumerate(seen) if one.prose and n not in leftovers]
    headline = find_title(seen, leftovers, first=prose[0] if prose else len(seen), known=title)
    found: list[Block] = []
    for n, one in enumerate(seen):
        role = signature_role(one, n, prose)
        if n == headline:
            found.append(Block(one.line.span, "title", "title_line@1", flows=is_wrapped(one.line)))
        elif one.signature is MASTHEAD:
            found.extend(split_masthead(mastheads[n]))
        elif role:
            found.append(Block(one.line.span, *role, flows=is_wrapped(one.line)))
        elif n in leftovers:
            found.append(Block(one.line.span, "furniture", leftovers[n].rule, leftovers[n].kind))
        else:
            found.extend(split_text(one, text, opens=bool(prose) and n == prose[0]))
    return tuple(found)


def sign_masthead(one: Seen, masthead: Masthead | None) -> Seen:
    """A line as a masthead if it is one; what it is by its own words it stays, but for a day alone."""
    is_free = one.leftover is None or one.leftover.kind == BESIDE_MASTHEAD
    is_free = is_free and (one.signature is None or one.signature.role == "dateline")
    return replace(one, signature=MASTHEAD, prose=False) if masthead and is_free else one


def split_masthead(masthead: Masthead) -> Iterator[Block]:
    """The outlet's name, and the rest of the line from the day on."""
    if masthead.name:
        yield Block(masthead.name, "furniture", "masthead@1", "masthead")
    if masthead.dated:
        yield Block(masthead.dated, "dateline", "masthead_date@1")


def is_wrapped(line: Line) -> bool:
    """Whether a line is several that were broken for their width."""
    return "\n" in line.text or "\r" in line.text


def signature_role(one: Seen, n: int, prose: Sequence[int]) -> tuple[Role, str] | None:
    """The role of a signature; one that counts only near the article must stand near its first or last prose."""
    if one.signature is None or one.leftover is not None:
        return None
    inside = bool(prose) and prose[0] - NEAR - 2 <= n <= prose[-1] + NEAR
    return (one.signature.role, one.signature.rule) if inside or not one.signature.near else None


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


def find_title(seen: Sequence[Seen], leftovers: dict[int, Leftover], *, first: int, known: str | None) -> int | None:
    """The line that is the headline: the one the metadata names; else the line above byline and date, or above the first prose.

    A text that is all article opens with its headline. The line model may have taken a headline for a leftover; what is
    a leftover by its words is none unless the metadata names it.
    """
    start = max(0, first - HEAD_LINES)
    if known:
        return next((n for n in reversed(range(start, first)) if names_title(seen[n], known)), None)
    head = [n for n in range(start, first) if seen[n].leftover is None and seen[n].signature is None]
    fits = [n for n in head if _fits_title(seen[n])]
    if first == len(seen) or not fits:
        return None
    if not any(n in leftovers for n in range(start, first)):
        return fits[0]
    signed = next((n for n in range(start, first) if seen[n].signature and fits[0] < n), first)
    near = [n for n in fits if signed - TITLE_REACH <= n < signed]
    return max(near, key=lambda n: (len(seen[n].line.words) >= HEADLINE, n), default=None)


def names_title(one: Seen, known: str) -> bool:
    """Whether a line is the headline of the metadata, or most of it."""
    words = _fold(one.line.shown)
    return words in _fold(known) and 2 * len(words) > len(_fold(known))


def _fits_title(one: Seen) -> bool:
    return len(one.line.words) in TITLE_WORDS and not one.line.shown.endswith((".", ":", ";", ","))


def split_text(one: Seen, text: str, *, opens: bool) -> Iterator[Block]:
    """The blocks of a line of text: dateline and credit in front, an agency signed at its end."""
    start, end = one.line.span
    dateline = find_dateline(one.line) if opens else None
    if dateline:
        if dateline.head:
            yield Block(trim(text, *dateline.head), "dateline", DATELINE)
        if dateline.credit:
            yield Block(trim(text, *dateline.credit), "credit", DATELINE)
        start = dateline.body
    credit = find_tail_credit(one.line)
    wrapped = is_wrapped(one.line)
    rule = "wrapped_text@1" if wrapped else "text@1"
    yield Block(trim(text, start, credit.start if credit else end), "body", rule, flows=wrapped)
    if credit:
        yield Block(credit, "credit", "agency_after_text@1")
        if rest := text[credit.end : end].strip():
            yield Block(Span(end - len(rest), end), "body", "text@1")
