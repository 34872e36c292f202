"""The embedded store: one file."""

from graph.stores.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
