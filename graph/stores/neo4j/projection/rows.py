"""Parameters of the writing statements: columns of a projection as lists of values that Neo4j can store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from graph.address import canonical_address
from graph.moment import DAY
from graph.ontology import AMOUNTS, CHARGE_CATEGORIES, COST_BASES, NODE_NAMES, TOKEN_COUNTERS, Permission
from graph.stores.neo4j.projection.schema import node_fields, relationship_fields
from graph.stores.projection import HISTORIES, RELATIONSHIP_TYPES, SECOND, USAGE_ENDS, Projection

# An index accepts no text of more than about eight thousand bytes.
_MAX_NAME = 2_000
_PERMISSIONS = np.array([None, *(permission.name for permission in Permission)], dtype=object)
# Values that many nodes share are decoded once; most names are not shared.
_MAX_CACHED = 100_000
# `permission_known` is written only where it is false.
_KNOWN = np.array([None, False], dtype=object)

# What a usage row counts as, by its code; a row without a cost is none of them.
_AMOUNTS: tuple[str | None, ...] = (*AMOUNTS, "overlap", None)

Columns = dict[str, list[Any]]
Ints = npt.NDArray[Any]


class Rows:
    """The rows of one projection as parameters; `n` per node index is the number of the node in Neo4j."""

    def __init__(self, projection: Projection, n: npt.NDArray[np.int64]) -> None:
        self.projection, self.n = projection, n
        self._numbers = np.append(n, -1)
        self._decoded: dict[int, Any] = {-1: None}

    def nodes(self, kind: str, nodes: Ints) -> Columns:
        """The columns of `node_fields` for nodes of one kind."""
        entities, ids = self.projection.entities, self.projection.ids
        every = nodes.tolist()
        columns: Columns = {
            "id": [ids[node] for node in every],
            "n": self.n[nodes].tolist(),
            "name": [self._name(node, code) for node, code in zip(every, entities.name[nodes].tolist(), strict=True)],
            "known": entities.known[nodes].astype(bool).tolist(),
            "members": [self.members(node) or None for node in every],
            "names": [[self._text(code) for code in entities.names.at(node)] or None for node in every],
            "grants_vouched": entities.grants_vouched[nodes].astype(bool).tolist(),
            "hash": entities.own[nodes].tolist(),
            "out_hash": entities.out[nodes].tolist(),
        }
        for name in node_fields(kind)[len(columns) :]:
            column = entities.props.get(name)
            clean = _CLEANED.get(name, _plain)
            columns[name] = (
                [None] * len(every)
                if column is None
                else [None if code < 0 else clean(self._value(code)) for code in column[nodes].tolist()]
            )
        for name in HISTORIES.get(kind, ()):
            columns[f"{name}_since"], columns[f"{name}_was"] = self._histories(name, nodes)
        return columns

    def members(self, node: int) -> list[str]:
        """All other ids of a node."""
        return [self.projection.member_ids[member] for member in self.projection.entities.members.at(node)]

    def relationships(self, kind: str, rows: Ints) -> Columns:
        """`tail`, `head` and the columns of `relationship_fields` of relationships of one type, with the lists that they index."""
        rels, uses = self.projection.relationships, self.projection.uses
        columns: Columns = {"tail": self.n[rels.source[rows]].tolist(), "head": self.n[rels.target[rows]].tolist()}
        fields = relationship_fields(kind)
        for name in ("since", "until", "first_seen", "cap", "walk"):
            if name in fields:
                columns[name] = getattr(rels, name)[rows].tolist()
        if "claimed_by" in fields:
            columns["claimed_by"], columns["claimed_bys"] = _listed(rels.claimed[rows], self._claimants)
            columns["evidence"], columns["evidences"] = _listed(rels.evidence[rows], self._evidence)
        if "permission" in fields:
            columns["permission"] = _PERMISSIONS[rels.permission[rows]].tolist()
            columns["permission_known"] = _KNOWN[rels.guessed[rows]].tolist()
        if "last_used" in fields:
            use = rels.use[rows]
            seen = use >= 0
            sums = (uses.last_day.astype(np.int64) * DAY, uses.requests, uses.tokens, uses.cost)
            for name, column in zip(("last_used", "requests", "tokens", "cost_nano"), sums, strict=True):
                columns[name] = _where(seen, column, use)
            currency = np.append(uses.currency, np.int32(-1))[use]
            columns["currency"] = [None if code < 0 else self.projection.texts[code] for code in currency.tolist()]
            columns["cost_nano"] = [
                cost if code >= 0 else None for cost, code in zip(columns["cost_nano"], currency.tolist(), strict=True)
            ]
        return columns

    def usage(self, rows: Ints) -> Columns:
        """Columns of usage rows."""
        usage = self.projection.usage
        columns = self._shared(usage, rows, USAGE_ENDS)
        columns["day"], columns["requests"] = usage["day"][rows].tolist(), usage["requests"][rows].tolist()
        columns["basis"] = _named(usage["basis"][rows], COST_BASES)
        columns["priced_on"] = [day if day >= 0 else None for day in usage["priced_on"][rows].tolist()]
        columns["chargeable"] = usage["chargeable"][rows].astype(bool).tolist()
        columns["amount"] = [_AMOUNTS[code] for code in usage["amount"][rows].tolist()]
        for counter, name in enumerate(TOKEN_COUNTERS):
            columns[name] = [count or None for count in usage["tokens"][rows, counter].tolist()]
        return columns

    def charges(self, rows: Ints) -> Columns:
        """Columns of charges."""
        charges = self.projection.charges
        columns = self._shared(charges, rows, ("application",))
        columns |= {name: charges[name][rows].tolist() for name in ("first_day", "last_day")}
        columns["category"] = _named(charges["category"][rows], CHARGE_CATEGORIES)
        return columns

    def kinds(self, nodes: Ints) -> list[tuple[str, Ints]]:
        """Node indices by kind, in order."""
        kind = self.projection.entities.kind[nodes]
        return [((*NODE_NAMES, SECOND)[code], nodes[kind == code]) for code in np.unique(kind).tolist()]

    def types(self, rows: Ints) -> list[tuple[str, Ints]]:
        """Rows of relationships by type, in order."""
        types = self.projection.relationships.type[rows]
        return [(RELATIONSHIP_TYPES[code], rows[types == code]) for code in np.unique(types).tolist()]

    def _shared(self, table: Mapping[str, Any], rows: Ints, ends: tuple[str, ...]) -> Columns:
        """The columns that usage and charges share."""
        columns: Columns = {"key": table["key"][rows].tolist()}
        for end in ends:
            columns[end] = [n if n >= 0 else None for n in self._numbers[table[end][rows]].tolist()]
        sources, texts = self.projection.sources, self.projection.texts
        currency = table["currency"][rows].tolist()
        columns["source"] = [sources[code] for code in table["source"][rows].tolist()]
        columns["currency"] = [None if code < 0 else texts[code] for code in currency]
        costs = zip(table["cost"][rows].tolist(), currency, strict=True)
        columns["cost_nano"] = [None if code < 0 else cost for cost, code in costs]
        return columns

    def _histories(self, name: str, nodes: Ints) -> tuple[list[Any], list[Any]]:
        node, start, code = self.projection.entities.histories.get(name, ((), (), ()))
        low, high = (np.searchsorted(node, nodes.astype(np.int32), side=side).tolist() for side in ("left", "right"))
        spans = [slice(*span) for span in zip(low, high, strict=True)]
        return (
            [start[span].tolist() if span.start < span.stop else None for span in spans],
            [
                [self._text(value) for value in code[span].tolist()] if span.start < span.stop else None
                for span in spans
            ],
        )

    def _name(self, node: int, code: int) -> str:
        name = self._value(code)
        return _shortened(self.projection.ids[node].partition("/")[2] if name is None else str(name))

    def _value(self, code: int) -> Any:
        if code not in self._decoded:
            if len(self._decoded) > _MAX_CACHED:
                self._decoded = {-1: None}
            self._decoded[code] = msgspec.json.decode(self.projection.values[code])
        return self._decoded[code]

    def _text(self, code: int) -> str:
        """A value of a history; empty if unknown."""
        return "" if code < 0 else str(self._value(code))

    def _claimants(self, code: int) -> list[str]:
        return [self.projection.sources[source] for source in self.projection.claimants.at(code)]

    def _evidence(self, code: int) -> str:
        return "\n".join(self.projection.texts[text] for text in self.projection.evidences.at(code))


def _listed(codes: Ints, value_of: Callable[[int], Any]) -> tuple[list[Any], list[Any]]:
    """Codes as indices into a list of their values, each value once; None for -1."""
    distinct, indices = np.unique(codes, return_inverse=True)
    none = int(len(distinct) > 0 and distinct[0] < 0)
    codes_in_list = (indices - none).tolist()
    return [code if code >= 0 else None for code in codes_in_list] if none else codes_in_list, [
        value_of(code) for code in distinct[none:].tolist()
    ]


def _where(seen: npt.NDArray[np.bool_], column: Ints, use: Ints) -> list[Any]:
    if not len(column):
        return [None] * len(use)
    return [value if is_seen else None for value, is_seen in zip(column[use].tolist(), seen.tolist(), strict=True)]


def _named(codes: Ints, names: tuple[str, ...]) -> list[str | None]:
    return [None if code < 0 else names[code] for code in codes.tolist()]


def _plain(value: object) -> object:
    """A value that Neo4j can store: an integer beyond 64 bits becomes text."""
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return str(value)
    return value


def _shortened(name: str) -> str:
    return name if len(name) <= _MAX_NAME else name[: _MAX_NAME - 1] + "…"


_CLEANED: Mapping[str, Callable[[Any], Any]] = {
    "email": lambda value: canonical_address(value)[:_MAX_NAME],
    "emails": lambda values: [canonical_address(value) for value in values],
}
