"""The store in plain Python."""

from graph.stores.memory.store import MemoryStore

__all__ = ["MemoryStore"]
