"""Names and descriptions of one report -> its actors."""

from headwater.annotate.actors.finding import find_candidates
from headwater.annotate.actors.gathering import find_actors

__all__ = ["find_actors", "find_candidates"]
