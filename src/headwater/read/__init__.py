"""Files, pages, feeds, archives, messages, JSON lines -> reports."""

from headwater.read.reading import read_paths

__all__ = ["read_paths"]
