"""This file knows how a canned query is asked of the projection in Neo4j, and which publishing of it answered."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import AmbiguousName, StoreError, UnknownName
from graph.reason import Reason
from graph.snapshot import Basis

# Asks Neo4j: a statement and its parameters in, rows out. A store that is a Neo4j database offers one.
Cypher = Callable[[str, Mapping[str, Any]], Sequence[Sequence[Any]]]

FOLDER = Path(__file__).parent

# Which relationships each basis may take, by their property `walk`: 1 granted; 2 used, and nobody vouches for grants on
# the target; 3 used, and somebody does.
WALKS = {Basis.GRANTED: [1], Basis.EITHER: [1, 2], Basis.OBSERVED: [2, 3]}

_SHOWN = (
    "MATCH (shown:RemitProjection {name: 'projection'}) "
    "RETURN shown.edition, shown.generation, shown.digest, shown.built_at"
)


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """What the projection shows: the how-manieth publishing, and the generation that was published."""

    number: int
    generation: int
    digest: str
    built_at: int


@dataclass(frozen=True, slots=True)
class ProjectedAnswer:
    """An answer in JSON, what the file does not tell being None, and why it is not whole, if it is not."""

    answer: dict[str, Any]
    reasons: tuple[Reason, ...] = ()


class Projection:
    """The projection, asked file by file."""

    def __init__(self, cypher: Cypher) -> None:
        self._cypher = cypher

    def edition(self) -> PublishedEdition:
        """What is shown now; raises StoreError where nothing was ever published."""
        rows = self._cypher(_SHOWN, {})
        if not rows or not rows[0][0]:
            raise StoreError("this database holds no projection yet; `remit load` or `remit sync` publishes one")
        return PublishedEdition(*rows[0])

    def rows(self, name: str, columns: Sequence[str], parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows of a file, by column, in no order: one record carries them all, which is several times as fast."""
        packed = f"CALL () {{\n{statement(name)}\n}} RETURN collect([{', '.join(columns)}])"
        return [dict(zip(columns, row, strict=True)) for row in self._cypher(packed, parameters)[0][0]]

    def find(self, text: str) -> str:
        """The canonical id of the one node that an id, an address or a name means; raises UnknownName, AmbiguousName."""
        found = sorted((row["id"] for row in self.rows("find-node", ("id",), {"called": text})), key=str.encode)
        if not found:
            raise UnknownName(text, "Give a node id such as Identity:hr/1001, an email, or a unique name")
        if len(found) > 1:
            raise AmbiguousName(text, found)
        return str(found[0])


@cache
def statement(name: str) -> str:
    """The text of a file in queries/cypher, as it stands there but for the semicolon at its end."""
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").rstrip().removesuffix(";")


def blank(shape: type) -> dict[str, Any]:
    """The fields of a snapshot's answer or row as JSON names them, nothing in them yet."""
    fields = [item for item in dataclasses.fields(shape) if not item.metadata.get("hidden")]
    return {item.metadata.get("name", item.name): None for item in fields}
