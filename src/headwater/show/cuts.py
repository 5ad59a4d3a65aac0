"""What was marked as leftovers of a site, and by which rule."""

from __future__ import annotations

from headwater.model.block import Block
from headwater.model.reading import Reading


def list_cuts(reading: Reading) -> tuple[Block, ...]:
    """The furniture of a report in text order."""
    return tuple(block for block in reading.blocks if block.role == "furniture")


def name_cut(block: Block) -> str:
    """``share (share_prompt@1)``."""
    return f"{block.kind or 'furniture'} ({block.rule})"
