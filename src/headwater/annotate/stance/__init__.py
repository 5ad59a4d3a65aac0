"""Whether a deed happened, is expected, threatened, promised, demanded, refused, denied or only supposed; and who says so."""

from headwater.annotate.stance.chain import View, read_stance

__all__ = ["View", "read_stance"]
