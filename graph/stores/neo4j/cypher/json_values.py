"""JSON values of Cypher results, and the limits of their size.

Numbers, texts, lists and maps stay as they are; NaN and infinities are texts, and so are dates, times and durations (ISO
8601). Other types are maps whose key `is` names the type: node, relationship, path, point, bytes or vector.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from graph.stores.graph_store import QueryTooExpensive

MAX_DEPTH = 50
# Bytes that every value counts, besides its text.
_EACH = 8


class ResultTooLarge(Exception):
    """The result has reached its limit."""


class JsonWriter:
    """Converts values to JSON and counts their size. Raises ResultTooLarge beyond either limit."""

    def __init__(self, cells: int, size: int) -> None:
        self._cells, self._size = cells, size

    def write(self, value: object, depth: int = 0) -> Any:
        """The value as JSON; raises QueryTooExpensive for one that is nested too deep."""
        if depth > MAX_DEPTH:
            raise QueryTooExpensive(f"a value is nested beyond {MAX_DEPTH} levels", "depth", MAX_DEPTH)
        self._take(1, _EACH)
        if value is None or isinstance(value, bool | int):
            return value
        if isinstance(value, float):
            return value if math.isfinite(value) else _non_finite(value)
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Node | Relationship | Path):
            return self._element(value, depth + 1)
        if isinstance(value, Mapping):
            return {self._text(str(key)): self.write(item, depth + 1) for key, item in value.items()}
        if isinstance(value, list | tuple | set | frozenset) and not isinstance(value, Point | Duration):
            return [self.write(item, depth + 1) for item in value]
        return self._special(value)

    def _element(self, value: Node | Relationship | Path, depth: int) -> dict[str, Any]:
        if isinstance(value, Path):
            steps = {"nodes": value.nodes, "relationships": value.relationships}
            return {"is": "path"} | {
                name: [self.write(step, depth) for step in elements] for name, elements in steps.items()
            }
        properties = self.write(dict(value.items()), depth)
        identity = self._text(value.element_id)
        if isinstance(value, Node):
            labels = [self._text(label) for label in sorted(value.labels)]
            return {"is": "node", "element_id": identity, "labels": labels, "properties": properties}
        ends = {
            name: None if end is None else self._text(end.element_id)
            for name, end in (("start", value.start_node), ("end", value.end_node))
        }
        return {"is": "relationship", "element_id": identity, "type": self._text(value.type), **ends} | {
            "properties": properties
        }

    def _special(self, value: object) -> Any:
        if isinstance(value, bytes | bytearray):
            return {"is": "bytes", "base64": self._text(base64.b64encode(value).decode())}
        if isinstance(value, Point):
            return {
                "is": "point",
                "srid": value.srid,
                "coordinates": [self.write(float(number), MAX_DEPTH) for number in value],
            }
        if isinstance(value, Date | Time | DateTime | Duration):
            return self._text(value.iso_format())
        if hasattr(value, "to_native") and type(value).__name__ == "Vector":
            return {"is": "vector", "coordinates": [self.write(number, MAX_DEPTH) for number in value.to_native()]}
        return self._text(str(value))

    def _text(self, text: str) -> str:
        self._take(0, len(text))
        return text

    def _take(self, cells: int, size: int) -> None:
        self._cells -= cells
        self._size -= size
        if self._cells < 0 or self._size < 0:
            raise ResultTooLarge


def _non_finite(value: float) -> str:
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
