"""Reading the memory store: its rows as the columns of one generation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from graph.claims import Decision, Usage
from graph.moment import ALWAYS, NEVER
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, EDGE_CODES
from graph.stores.base import I4, Claims, HeldRun
from graph.stores.columns import charge_columns, edge_columns, event_columns, node_columns, usage_columns
from graph.stores.memory.rows import EdgeRow, NodeRow, SourceRows


class Interner:
    """Texts by number, in the order in which they were first seen; -1 is None."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def of(self, text: str | None) -> int:
        if text is None:
            return -1
        number = self._numbers.setdefault(text, len(self.texts))
        if number == len(self.texts):
            self.texts.append(text)
        return number


def read_claims(
    generation: int, rows: Mapping[str, SourceRows], decisions: Sequence[Decision], *, with_events: bool
) -> Claims:
    """All claims as columns; the owners of events on request."""
    ids, texts = Interner(), Interner()
    names = sorted(rows)
    return Claims(
        generation=generation,
        sources=[rows[name].state for name in names],
        ids=ids.texts,
        texts=texts.texts,
        nodes=node_columns(_node(number, row, ids) for number, name in enumerate(names) for row in rows[name].nodes),
        edges=edge_columns(
            _edge(number, row, ids, texts) for number, name in enumerate(names) for row in rows[name].edges
        ),
        usage=usage_columns(
            _usage(number, row, ids, texts)
            for number, name in enumerate(names)
            for day in rows[name].usage.values()
            for row in day
        ),
        charges=charge_columns(_charges(rows, names, ids, texts)),
        decisions=tuple(decisions),
        held=list(_held(rows, names, ids, texts)),
        events=event_columns(_events(rows, names, ids, texts)) if with_events else None,
    )


def _held(rows: Mapping[str, SourceRows], names: Sequence[str], ids: Interner, texts: Interner) -> Iterator[HeldRun]:
    """What waits for a person: nodes and edges as numbers of rows among those of all sources."""
    nodes_before = edges_before = 0
    for number, name in enumerate(names):
        source, held = rows[name], rows[name].held
        if held is not None:
            nodes, edges = {id(row) for row in held.nodes}, {id(row) for row in held.edges}
            yield HeldRun(
                source=number,
                nodes=_row_numbers((id(row) in nodes for row in source.nodes), nodes_before),
                edges=_row_numbers((id(row) in edges for row in source.edges), edges_before),
                days=np.array(sorted(held.usage), dtype=np.int32),
                usage=usage_columns(_usage(number, row, ids, texts) for day in held.usage.values() for row in day),
            )
        nodes_before, edges_before = nodes_before + len(source.nodes), edges_before + len(source.edges)


def _events(
    rows: Mapping[str, SourceRows], names: Sequence[str], ids: Interner, texts: Interner
) -> Iterator[tuple[int, ...]]:
    for number, name in enumerate(names):
        held = rows[name].held
        for is_held, events in enumerate((rows[name].events, held.events if held is not None else {})):
            for (day, event), variants in events.items():
                for variant, (principal, workspace, detail) in variants:
                    owner = ids.of(principal), ids.of(workspace), texts.of(detail)
                    yield number, day, event, variant, *owner, is_held


def _row_numbers(waits: Iterable[bool], before: int) -> I4:
    return np.array([before + index for index, held in enumerate(waits) if held], dtype=np.int32)


def _node(number: int, row: NodeRow, ids: Interner) -> tuple[Any, ...]:
    return (
        number,
        ids.of(row.id),
        row.since,
        row.until,
        row.retired,
        row.first_seen,
        row.dated,
        row.name,
        row.props,
        row.opened,
    )


def _edge(number: int, row: EdgeRow, ids: Interner, texts: Interner) -> tuple[int, ...]:
    return (
        number,
        ids.of(row.source),
        EDGE_CODES[row.kind],
        ids.of(row.target),
        row.permission,
        ALWAYS if row.since is None else row.since,
        NEVER if row.until is None else row.until,
        NEVER if row.retired is None else row.retired,
        row.first_seen,
        ALWAYS if row.declared is None else row.declared,
        texts.of(row.evidence),
        texts.of(row.alias),
    )


def _usage(number: int, row: Usage, ids: Interner, texts: Interner) -> tuple[int, ...]:
    return (
        number,
        ids.of(row.principal),
        ids.of(row.resource),
        ids.of(row.application),
        ids.of(row.workspace),
        row.day,
        row.requests,
        row.cost_nano or 0,
        texts.of(row.currency),
        -1 if row.basis is None else COST_BASES.index(row.basis),
        -1 if row.priced_on is None else row.priced_on,
        row.chargeable,
        texts.of(row.detail),
        *row.tokens,
    )


def _charges(
    rows: Mapping[str, SourceRows], names: Sequence[str], ids: Interner, texts: Interner
) -> Iterator[tuple[int, ...]]:
    for number, name in enumerate(names):
        for row in rows[name].charges:
            yield (
                number,
                ids.of(row.application),
                row.first_day,
                row.last_day,
                CHARGE_CATEGORIES.index(row.category),
                row.cost_nano,
                texts.of(row.currency),
                texts.of(row.description),
            )
