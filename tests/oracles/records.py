"""The node ids that a record names."""

from __future__ import annotations

from graph.claims import Record

_FIELDS = ("id", "source", "target", "principal", "resource", "application", "workspace")


def ids_of(record: Record) -> list[str]:
    """All of them, in no order that means anything."""
    return [node for name in _FIELDS if (node := getattr(record, name, None))]
