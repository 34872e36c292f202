"""This file knows how the memory store's rows become the columns of one generation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.claims import Decision
from graph.moment import ALWAYS, NEVER
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, EDGE_CODES
from graph.stores.base import Claims
from graph.stores.columns import charge_columns, edge_columns, node_columns, usage_columns
from graph.stores.memory.rows import EdgeRow, SourceRows


class Places:
    """Text → its place in a list, in order of first sight; -1 for None."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._places: dict[str, int] = {}

    def of(self, text: str | None) -> int:
        if text is None:
            return -1
        place = self._places.setdefault(text, len(self.texts))
        if place == len(self.texts):
            self.texts.append(text)
        return place


def read_claims(generation: int, rows: Mapping[str, SourceRows], decisions: Sequence[Decision]) -> Claims:
    """All claims as columns."""
    ids, texts = Places(), Places()
    names = sorted(rows)
    return Claims(
        generation=generation,
        sources=[rows[name].state for name in names],
        ids=ids.texts,
        texts=texts.texts,
        nodes=node_columns(
            (number, ids.of(row.id), row.since, row.until, row.retired, row.first_seen, row.dated, row.name, row.props)
            for number, name in enumerate(names)
            for row in rows[name].nodes
        ),
        edges=edge_columns(
            _edge(number, row, ids, texts) for number, name in enumerate(names) for row in rows[name].edges
        ),
        usage=usage_columns(_usage(rows, names, ids, texts)),
        charges=charge_columns(_charges(rows, names, ids, texts)),
        decisions=tuple(decisions),
    )


def _edge(number: int, row: EdgeRow, ids: Places, texts: Places) -> tuple[int, ...]:
    return (
        number,
        ids.of(row.tail),
        EDGE_CODES[row.kind],
        ids.of(row.head),
        row.permission,
        ALWAYS if row.since is None else row.since,
        NEVER if row.until is None else row.until,
        NEVER if row.retired is None else row.retired,
        row.first_seen,
        row.dated,
        texts.of(row.evidence),
        texts.of(row.alias),
    )


def _usage(
    rows: Mapping[str, SourceRows], names: Sequence[str], ids: Places, texts: Places
) -> Iterator[tuple[int, ...]]:
    for number, name in enumerate(names):
        for day in rows[name].usage.values():
            for row in day:
                yield (
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
    rows: Mapping[str, SourceRows], names: Sequence[str], ids: Places, texts: Places
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
