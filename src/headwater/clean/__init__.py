"""Report -> language, blocks and provenance."""

from headwater.clean.blocks import find_blocks
from headwater.clean.language import find_language
from headwater.clean.provenance import find_provenance
from headwater.clean.repeats import find_repeated_lines

__all__ = ["find_blocks", "find_language", "find_provenance", "find_repeated_lines"]
