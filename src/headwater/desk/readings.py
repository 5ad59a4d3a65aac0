"""A Reading as it is kept: MessagePack of its fields, deflated, so that a story is told anew without reading again."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import version

import msgspec

from headwater.errors import StoreError
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.pipeline import Step, begin_readings, report_steps, walk
from headwater.show.json_text import dump_json
from headwater.show.record import record_reading
from headwater.store.records import Analysis, KeptReading
from headwater.store.texts import make_storable

RULE = "correction@1"
"""The rule of a note that a reader has set right."""
FAST = 1
"""Of zlib's levels: a reading shrinks to a fifth within a millisecond."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A report and what the store knows of its site, before it is read."""

    report: Report
    beside: tuple[Report, ...] = ()
    """Other reports of its site, which show what the site repeats."""
    furniture: frozenset[str] = frozenset()
    """Lines that readers call furniture of the site, as :func:`tidy_line` gives them."""


@lru_cache(maxsize=1)
def name_maker() -> str:
    """step@version of what is found in a report."""
    return f"reading@{version('headwater')}"


@lru_cache(maxsize=1)
def find_decoder() -> msgspec.msgpack.Decoder[Reading]:
    """Made once: it compiles the types."""
    return msgspec.msgpack.Decoder(Reading)


def pack_reading(reading: Reading) -> bytes:
    """A reading without its report, which the store keeps beside it."""
    bare = replace(reading, report=Report("", ""))
    return zlib.compress(msgspec.msgpack.encode(bare), FAST)


def unpack_reading(kept: KeptReading) -> Reading:
    """The reading as it was packed, with its report; raises StoreError where this version cannot unpack it."""
    try:
        reading = find_decoder().decode(zlib.decompress(kept.data))
    except (zlib.error, msgspec.DecodeError) as error:
        way_out = "make them anew: headwater rebuild --whole"
        raise StoreError(f"what was found in {kept.report} was kept by another version; {way_out}") from error
    return replace(reading, report=Report(kept.report, kept.text, **kept.given))


def analyse(unread: Unread) -> tuple[Reading, Analysis]:
    """Read a report and make what is kept of it."""
    (begun,) = begin_readings([make_readable(unread.report)], unread.beside)
    reading = walk(begun, mark_steps(unread.furniture) if unread.furniture else report_steps())
    record = zlib.compress(dump_json(record_reading(reading)).encode(), FAST)
    return reading, Analysis(name_maker(), pack_reading(reading), record)


def mark_steps(furniture: frozenset[str]) -> tuple[Step[Reading], ...]:
    """The steps over a report, and after the blocks one that marks what readers call furniture."""
    mark = Step("marked furniture", ("blocks",), "blocks", lambda reading: mark_blocks(reading, furniture))
    return tuple(one for step in report_steps() for one in ((step, mark) if step.name == "blocks" else (step,)))


def mark_blocks(reading: Reading, furniture: frozenset[str]) -> tuple[Block, ...]:
    """The blocks of a reading; those whose words are a line of ``furniture`` are furniture."""
    return tuple(
        replace(block, role="furniture", kind="marked", rule=RULE)
        if tidy_line(reading.report.quote(block.span)) in furniture
        else block
        for block in reading.blocks
    )


def tidy_line(line: str) -> str:
    """A line as it is compared: without case, and with single blanks."""
    return " ".join(line.split()).casefold()


def make_readable(report: Report) -> Report:
    """The report with U+FFFD for what no database can hold: no finding may quote it."""
    return replace(report, text=make_storable(report.text))
