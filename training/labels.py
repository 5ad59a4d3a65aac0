"""The label inventories of the English model; their order is the order of the network's outputs."""

from __future__ import annotations

NAME_TYPES = ("PERSON", "ORG", "LOC", "NORP", "MISC")
NAME_TAGS = ("O", *(f"{prefix}-{name}" for name in NAME_TYPES for prefix in "BI"))

IGNORED = -100
"""A token whose label is unknown: it adds nothing to the loss."""

SOME_NAME = -2
"""A token known to stand inside a name of unknown type: the loss asks only for "not O"."""
