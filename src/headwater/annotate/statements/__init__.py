"""Who said what: content, speaker, cue, mode, relays and venue of every statement of a report."""

from headwater.annotate.statements.certain import is_certain
from headwater.annotate.statements.find import find_statements

__all__ = ["find_statements", "is_certain"]
