"""This file knows how the columns of a projection become lists that Neo4j can keep: texts, numbers, lists of texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import numpy as np

from graph.moment import DAY
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, NODE_NAMES, TOKEN_COUNTERS, Permission
from graph.resolve import clean_email
from graph.stores.neo4j.projection.schema import node_fields, relationship_fields
from graph.stores.projection import HISTORIES, RELATIONSHIP_TYPES, Projection

# An index takes no text of more than some eight thousand bytes.
_LONGEST_NAME = 2_000
_PERMISSIONS = np.array([None, *(permission.name for permission in Permission)], dtype=object)
# Values that many nodes share are decoded once; most names are not shared.
_REMEMBERED = 100_000
# Said only where it is not so.
_SURE = np.array([None, False], dtype=object)

Columns = dict[str, list[Any]]


class Rows:
    """The rows of one projection as parameters; `n` per place is the number under which Neo4j knows a node."""

    def __init__(self, projection: Projection, n: Any) -> None:
        self.projection, self.n = projection, n
        self._numbers = np.append(n, -1)
        self._decoded: dict[int, Any] = {-1: None}

    def nodes(self, kind: str, places: Any) -> Columns:
        """The columns of `node_fields` for nodes of one kind."""
        told, ids = self.projection.entities, self.projection.ids
        every = places.tolist()
        found: Columns = {
            "id": [ids[place] for place in every],
            "n": self.n[places].tolist(),
            "name": [self._name(place, code) for place, code in zip(every, told.name[places].tolist(), strict=True)],
            "known": told.known[places].astype(bool).tolist(),
            "members": [self.members(place) or None for place in every],
            "names": [[self._text(code) for code in told.names.at(place)] or None for place in every],
            "grants_vouched": told.grants_vouched[places].astype(bool).tolist(),
            "hash": told.own[places].tolist(),
            "out_hash": told.out[places].tolist(),
        }
        for name in node_fields(kind)[len(found) :]:
            column = told.props.get(name)
            clean = _CLEANED.get(name, _plain)
            found[name] = (
                [None] * len(every)
                if column is None
                else [None if code < 0 else clean(self._value(code)) for code in column[places].tolist()]
            )
        for name in HISTORIES.get(kind, ()):
            found[f"{name}_since"], found[f"{name}_was"] = self._histories(name, places)
        return found

    def members(self, place: int) -> list[str]:
        """All other ids of a node."""
        return [self.projection.member_ids[member] for member in self.projection.entities.members.at(place)]

    def relationships(self, kind: str, rows: Any) -> Columns:
        """`tail`, `head` and the columns of `relationship_fields` for relationships of one type, with the lists they number."""
        told, uses = self.projection.relationships, self.projection.uses
        found: Columns = {"tail": self.n[told.source[rows]].tolist(), "head": self.n[told.target[rows]].tolist()}
        wanted = relationship_fields(kind)
        for name in ("since", "until", "first_seen", "cap", "walk"):
            if name in wanted:
                found[name] = getattr(told, name)[rows].tolist()
        if "claimed_by" in wanted:
            found["claimed_by"], found["claimed_bys"] = _listed(told.claimed[rows], self._claimants)
            found["evidence"], found["evidences"] = _listed(told.evidence[rows], self._evidence)
        if "permission" in wanted:
            found["permission"] = _PERMISSIONS[told.permission[rows]].tolist()
            found["permission_known"] = _SURE[told.guessed[rows]].tolist()
        if "last_used" in wanted:
            use = told.use[rows]
            seen = use >= 0
            columns = (uses.last_day.astype(np.int64) * DAY, uses.requests, uses.tokens, uses.cost)
            for name, column in zip(("last_used", "requests", "tokens", "cost_nano"), columns, strict=True):
                found[name] = _where(seen, column, use)
            currency = np.append(uses.currency, np.int32(-1))[use]
            found["currency"] = [None if code < 0 else self.projection.texts[code] for code in currency.tolist()]
            found["cost_nano"] = [
                cost if code >= 0 else None for cost, code in zip(found["cost_nano"], currency.tolist(), strict=True)
            ]
        return found

    def usage(self, rows: Any) -> Columns:
        """Columns of usage rows."""
        told = self.projection.usage
        found = self._accounted(told, rows, ("principal", "resource", "application", "workspace"))
        found["day"], found["requests"] = told["day"][rows].tolist(), told["requests"][rows].tolist()
        found["basis"] = _named(told["basis"][rows], COST_BASES)
        found["priced_on"] = [day if day >= 0 else None for day in told["priced_on"][rows].tolist()]
        found["chargeable"] = told["chargeable"][rows].astype(bool).tolist()
        for place, name in enumerate(TOKEN_COUNTERS):
            found[name] = [count or None for count in told["tokens"][rows, place].tolist()]
        return found

    def charges(self, rows: Any) -> Columns:
        """Columns of charges."""
        told = self.projection.charges
        found = self._accounted(told, rows, ("application",))
        found |= {name: told[name][rows].tolist() for name in ("first_day", "last_day")}
        found["category"] = _named(told["category"][rows], CHARGE_CATEGORIES)
        return found

    def kinds(self, places: Any) -> list[tuple[str, Any]]:
        """The places by kind, in order."""
        kind = self.projection.entities.kind[places]
        return [(NODE_NAMES[code], places[kind == code]) for code in np.unique(kind).tolist()]

    def types(self, rows: Any) -> list[tuple[str, Any]]:
        """Rows of relationships by type, in order."""
        told = self.projection.relationships.type[rows]
        return [(RELATIONSHIP_TYPES[code], rows[told == code]) for code in np.unique(told).tolist()]

    def _accounted(self, told: Mapping[str, Any], rows: Any, ends: tuple[str, ...]) -> Columns:
        """What usage and charges share."""
        found: Columns = {"key": told["key"][rows].tolist()}
        for end in ends:
            found[end] = [n if n >= 0 else None for n in self._numbers[told[end][rows]].tolist()]
        sources, texts = self.projection.sources, self.projection.texts
        currency = told["currency"][rows].tolist()
        found["source"] = [sources[code] for code in told["source"][rows].tolist()]
        found["currency"] = [None if code < 0 else texts[code] for code in currency]
        costs = zip(told["cost"][rows].tolist(), currency, strict=True)
        found["cost_nano"] = [None if code < 0 else cost for cost, code in costs]
        return found

    def _histories(self, name: str, places: Any) -> tuple[list[Any], list[Any]]:
        node, start, code = self.projection.entities.histories.get(name, ((), (), ()))
        low, high = (np.searchsorted(node, places.astype(np.int32), side=side).tolist() for side in ("left", "right"))
        spans = [slice(*span) for span in zip(low, high, strict=True)]
        return (
            [start[span].tolist() if span.start < span.stop else None for span in spans],
            [
                [self._text(value) for value in code[span].tolist()] if span.start < span.stop else None
                for span in spans
            ],
        )

    def _name(self, place: int, code: int) -> str:
        told = self._value(code)
        return _shortened(self.projection.ids[place].partition("/")[2] if told is None else str(told))

    def _value(self, code: int) -> Any:
        if code not in self._decoded:
            if len(self._decoded) > _REMEMBERED:
                self._decoded = {-1: None}
            self._decoded[code] = msgspec.json.decode(self.projection.values[code])
        return self._decoded[code]

    def _text(self, code: int) -> str:
        """A value of a history; empty where none is known."""
        return "" if code < 0 else str(self._value(code))

    def _claimants(self, code: int) -> list[str]:
        return [self.projection.sources[source] for source in self.projection.claimants.at(code)]

    def _evidence(self, code: int) -> str:
        return "\n".join(self.projection.texts[text] for text in self.projection.evidences.at(code))


def _listed(codes: Any, told: Callable[[int], Any]) -> tuple[list[Any], list[Any]]:
    """Codes as places in a list of what they stand for, each once; None for -1."""
    distinct, places = np.unique(codes, return_inverse=True)
    none = int(len(distinct) > 0 and distinct[0] < 0)
    found = (places - none).tolist()
    return [place if place >= 0 else None for place in found] if none else found, [
        told(code) for code in distinct[none:].tolist()
    ]


def _where(seen: Any, column: Any, use: Any) -> list[Any]:
    if not len(column):
        return [None] * len(use)
    return [told if there else None for told, there in zip(column[use].tolist(), seen.tolist(), strict=True)]


def _named(codes: Any, names: tuple[str, ...]) -> list[str | None]:
    return [None if code < 0 else names[code] for code in codes.tolist()]


def _plain(value: Any) -> Any:
    """What Neo4j can keep: a number beyond its own becomes text."""
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return str(value)
    return value


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


_CLEANED: Mapping[str, Callable[[Any], Any]] = {
    "email": lambda value: clean_email(value)[:_LONGEST_NAME],
    "emails": lambda values: [clean_email(value) for value in values],
}
