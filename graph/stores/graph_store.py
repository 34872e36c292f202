"""This file knows what a store offers that shows the resolved graph itself and can be asked in Cypher."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

from graph.stores.cypher import Limits, Table
from graph.stores.projection import Projection


@runtime_checkable
class GraphStore(Protocol):
    """What a store offers beside, if it can show the resolved graph itself and be asked in Cypher."""

    def projected(self) -> tuple[int, str, str] | None:
        """The generation, the digest and the identity of what the graph shows; None where nothing was published."""

    def project(
        self,
        projection: Projection,
        stamp: tuple[int, str, int],
        identity: str,
        on_progress: Callable[[str, int, int], None] | None = None,
    ) -> None:
        """Show a snapshot as a graph, whole or not at all; `stamp`: its generation, digest, and when it was built.

        `on_progress` hears what is written, how much of it, out of how much. Raises LeaseHeld while another does it.
        """

    def cypher(self, text: str, parameters: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
        """All rows of a statement of Remit's own that only reads the graph."""

    def ask(self, text: str, parameters: Mapping[str, Any], limits: Limits) -> Table:
        """Answer one statement of a person's that only reads; InputError says why another is refused."""
