"""Report -> language, blocks and provenance."""

from headwater.clean.blocks import find_blocks
from headwater.clean.language import find_language
from headwater.clean.provenance import find_provenance

__all__ = ["find_blocks", "find_language", "find_provenance"]
