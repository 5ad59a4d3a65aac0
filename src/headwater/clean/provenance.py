"""Who published a report, who wrote it, whom it credits: read from blocks and from what came with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.clean.agencies import find_agencies
from headwater.clean.datelines import find_dateline
from headwater.clean.dates import find_dates
from headwater.clean.lines import make_line
from headwater.clean.outlet import find_outlet
from headwater.clean.published import find_published
from headwater.model.block import DATELINE, Block
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance
from headwater.model.span import Span, trim

_BY = re.compile(
    r"\s*(?:(?:written|words|story|posted|published|text|analysis)\s+)?(?:by|authors?|from)\b\s*:?\s*", re.IGNORECASE
)
_AFTER_NAME = re.compile(
    r"\s?[|•·(/]|,\s(?!and\b)|\s(?:in|at|for|of|with|—|–|-)\s|\s(?:published|updated|posted)\b", re.IGNORECASE
)

ONLY_AN_AGENCY = frozenset({DATELINE, "agency_name_alone@1"})
"""Rules of credit blocks that hold nothing but an agency's name: the brackets of a dateline, a name alone on its line."""
_AROUND_AGENCY = re.compile(r"[\s(\[*—–-]*(?:(?:By|BY|Source|From)\s?:?\s)?(?P<name>\w[^()\[\]*]*\w)")


def find_provenance(reading: Reading) -> Provenance:
    """What the page says of its origin; unknown where it says nothing."""
    return Provenance(
        title=find_title_known(reading),
        byline=find_byline(reading),
        outlet=find_outlet(reading),
        credits=tuple(find_credits(reading)),
        dateline=find_place(reading),
        published=find_published(reading),
    )


def find_title_known(reading: Reading) -> Known:
    """The headline: as the page's metadata has it, else the title block."""
    blocks = tuple(block for block in reading.blocks if block.role == "title")
    spans = tuple(block.span for block in blocks)
    if reading.report.title:
        return Known(reading.report.title, "stated", spans, "metadata@1")
    return Known(reading.report.quote(spans[0]), "stated", spans[:1], blocks[0].rule) if blocks else Known()


def find_byline(reading: Reading) -> Known:
    """Who wrote the report: the first byline beside the article, without what follows the names."""
    if reading.report.byline:
        return Known(reading.report.byline, "stated", (), "metadata@1")
    text = reading.report.text
    for block in _nearest_first(reading, "byline"):
        start, end = block.span
        if opening := _BY.match(text, start, end):
            start = opening.end()
        end = min([dated.span.start for dated in find_dates(text, start, end)] + [end])
        if after := _AFTER_NAME.search(text, start, end):
            end = after.start()
        span = trim(text, start, end)
        if span.start < span.end:
            return Known(text[slice(*span)], "stated", (span,), block.rule)
    return Known()


def _nearest_first(reading: Reading, role: str) -> list[Block]:
    """Blocks of a role, nearest to the start of the text proper first."""
    start = next((block.span.start for block in reading.blocks if block.role == "body"), 0)
    return sorted((b for b in reading.blocks if b.role == role), key=lambda b: (abs(b.span.start - start), b.span))


def find_credits(reading: Reading) -> Iterator[Known]:
    """The agencies and outlets credited, each once; those of a copyright line are inferred."""
    seen: set[str] = set()
    ranked = (("credit", None, "stated"), ("byline", None, "stated"), ("furniture", "copyright", "inferred"))
    for role, kind, how in ranked:
        for block in reading.blocks:
            if (block.role, block.kind) != (role, kind):
                continue
            for name, span in find_credited(reading.report.text, block):
                if name not in seen:
                    seen.add(name)
                    yield Known(name, "stated" if how == "stated" else "inferred", (span,), block.rule)


def find_credited(text: str, block: Block) -> Iterator[tuple[str, Span]]:
    """The agencies a block names; one that no table knows is taken by its name where only an agency can stand."""
    known = list(find_agencies(text, *block.span))
    yield from known
    if not known and block.rule in ONLY_AN_AGENCY:
        name = _AROUND_AGENCY.match(text, *block.span)
        if name:
            yield name["name"], Span(*name.span("name"))


def find_place(reading: Reading) -> Known:
    """The place of the dateline."""
    for block in reading.blocks:
        if block.role == "dateline" and block.rule == DATELINE:
            text = reading.report.text
            end = text.find("\n", block.span.end)
            line = make_line(text[block.span.start : end if end >= 0 else len(text)], Span(block.span.start, end))
            dateline = find_dateline(line)
            if dateline and dateline.place:
                place = trim(text, *dateline.place)
                return Known(text[slice(*place)].rstrip(" ,."), "stated", (place,), block.rule)
    return Known()
