"""The projection in Neo4j: runs the files of queries/cypher on it, and says which published edition answered."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.address import canonical_address
from graph.errors import AmbiguousName, StoreError, UnknownName
from graph.reason import Reason
from graph.snapshot import Basis
from queries.usage.coverage import SourceCoverage

# Runs a statement in Neo4j: text and parameters in, rows out. A store that is a Neo4j database offers one.
Cypher = Callable[[str, Mapping[str, Any]], Sequence[Sequence[Any]]]

FOLDER = Path(__file__).parent

# Which relationships each basis may take, by their property `walk`: 1 granted; 2 used, and no source covers grants on
# the target; 3 used, and some source does.
WALKS = {Basis.GRANTED: [1], Basis.EITHER: [1, 2], Basis.OBSERVED: [2, 3]}

_EDITION = (
    "MATCH (edition:RemitProjection {name: 'projection'}) "
    "RETURN edition.edition, edition.generation, edition.digest, edition.built_at"
)


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """What the projection shows: the number of the publication, and the generation that was published."""

    number: int
    generation: int
    digest: str
    built_at: int


@dataclass(frozen=True, slots=True)
class ProjectedAnswer:
    """An answer in JSON, None where Neo4j does not say; the gaps of one that is not complete, and what is worth knowing."""

    answer: dict[str, Any]
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()


class ProjectedGraph:
    """The graph that publishing wrote into Neo4j. `coverage`: which days the sources of its claims cover."""

    def __init__(self, cypher: Cypher, coverage: Sequence[SourceCoverage] = ()) -> None:
        self._cypher, self.coverage = cypher, coverage

    def edition(self) -> PublishedEdition:
        """The edition that is shown now; raises StoreError where nothing was ever published."""
        rows = self._cypher(_EDITION, {})
        if not rows or not rows[0][0]:
            raise StoreError("this database holds no projection yet; `remit load` or `remit sync` publishes one")
        return PublishedEdition(*rows[0])

    def rows(self, name: str, columns: Sequence[str], parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows of a file as dictionaries, in no order. One record carries them all, which is several times as fast."""
        packed = f"CALL () {{\n{statement(name)}\n}} RETURN collect([{', '.join(columns)}])"
        return [dict(zip(columns, row, strict=True)) for row in self._cypher(packed, parameters)[0][0]]

    def find(self, text: str) -> str:
        """The canonical id of the one node that an id, an address or a name means; raises UnknownName, AmbiguousName."""
        parameters = {"called": text, "address": canonical_address(text)}
        ids = sorted((row["id"] for row in self.rows("find-node", ("id",), parameters)), key=str.encode)
        if not ids:
            raise UnknownName(text, "Give a node id such as Identity:hr/1001, an email, or a unique name")
        if len(ids) > 1:
            raise AmbiguousName(text, ids)
        return str(ids[0])


@cache
def statement(name: str) -> str:
    """The text of a file in queries/cypher, as it stands there but for the semicolon at its end."""
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").rstrip().removesuffix(";")


def blank(holder: type) -> dict[str, Any]:
    """The fields of an answer or a row as JSON names them, each None."""
    fields = [item for item in dataclasses.fields(holder) if not item.metadata.get("hidden")]
    return {item.metadata.get("name", item.name): None for item in fields}
