"""Threats, promises, demands, deadlines and scheduled events: who holds them, what is due and when."""

from headwater.annotate.commitments.find import find_commitments

__all__ = ["find_commitments"]
