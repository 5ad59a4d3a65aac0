"""Keeping reports, what was found in them, and what readers set right: SQLite by default, PostgreSQL by URL."""

from headwater.store.opening import Store, open_store

__all__ = ["Store", "open_store"]
