"""This file knows how a whole store becomes records that another store can take: closed claims and decisions too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from graph.claims import Charge, Edge, Node, Record, RunHeader, Usage
from graph.errors import StoreError
from graph.moment import ALWAYS, NEVER
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, EDGE_NAMES, Permission
from graph.stores.base import Claims, SourceState, Store
from loaders.connectors.records import write_line


def export_records(store: Store, out: Path, progress: Callable[[str, int], None] | None = None) -> int:
    """Write one restore run for each source, and the decisions; the number of lines. Raises StoreError if `out` cannot be.

    Loaded into an empty store it gives a snapshot of the same digest.
    """
    claims, count = store.read(), 0
    try:
        with out.open("wb") as file:
            for line in _lines(claims):
                file.write(line)
                count += 1
                if progress is not None and count % 10_000 == 0:
                    progress(str(out), count)
    except OSError as error:
        raise StoreError(f"{out}: {error.strerror}") from None
    return count


def _lines(claims: Claims) -> Iterator[bytes]:
    for number, state in enumerate(claims.sources):
        yield write_line(_header(state))
        for rows in (_nodes, _edges, _usage, _charges):
            for record in rows(claims, number):
                yield write_line(record)
    for decision in claims.decisions:
        yield write_line(decision)


def _header(state: SourceState) -> RunHeader:
    scopes: dict[str, dict[str, Any]] = {
        scope: {"first": first, "last": last} for scope, (first, last) in state.scopes.items()
    }
    scopes["source"] = {"first_observed": state.first_observed, "state": state.state}
    return RunHeader(
        source=state.source,
        observed_at=state.last_observed,
        complete=tuple(scope for scope in state.scopes if scope not in ("usage", "charges")),
        usage=state.usage_days,
        charges=state.charge_days,
        aliases=dict(state.aliases),
        promised_age_s=state.promised_age_s,
        restore=True,
        scopes=scopes,
    )


def _nodes(claims: Claims, number: int) -> Iterator[Record]:
    nodes = claims.nodes
    for row in np.flatnonzero(nodes.source == number).tolist():
        yield Node(
            id=claims.ids[nodes.node[row]],
            name=nodes.name[row],
            props=msgspec.json.decode(nodes.props[row]),
            since=_moment(nodes.since[row]),
            until=_moment(nodes.declared_until[row]),
            first_seen=int(nodes.first_seen[row]),
            dated=bool(nodes.dated[row]),
            retired=_moment(nodes.retired[row]),
        )


def _edges(claims: Claims, number: int) -> Iterator[Record]:
    edges = claims.edges
    for row in np.flatnonzero(edges.source == number).tolist():
        yield Edge(
            kind=EDGE_NAMES[edges.kind[row]],
            source=claims.ids[edges.tail[row]],
            target=claims.ids[edges.head[row]],
            permission=Permission(int(edges.permission[row])) if edges.permission[row] else None,
            since=_moment(edges.since[row]),
            until=_moment(edges.declared_until[row]),
            first_seen=int(edges.first_seen[row]),
            evidence=_text(claims, edges.evidence[row]),
            alias=_text(claims, edges.alias[row]),
            dated=bool(edges.dated[row]),
            retired=_moment(edges.retired[row]),
        )


def _usage(claims: Claims, number: int) -> Iterator[Record]:
    usage = claims.usage
    for row in np.flatnonzero(usage.source == number).tolist():
        paid = usage.currency[row] >= 0
        yield Usage(
            resource=claims.ids[usage.resource[row]],
            day=int(usage.day[row]),
            principal=_id(claims, usage.principal[row]),
            application=_id(claims, usage.application[row]),
            workspace=_id(claims, usage.workspace[row]),
            requests=int(usage.requests[row]),
            tokens=tuple(usage.tokens[row].tolist()),
            cost_nano=int(usage.cost[row]) if paid else None,
            currency=_text(claims, usage.currency[row]),
            basis=COST_BASES[usage.basis[row]] if usage.basis[row] >= 0 else None,
            priced_on=int(usage.priced_on[row]) if usage.priced_on[row] >= 0 else None,
            chargeable=bool(usage.chargeable[row]),
            detail=_text(claims, usage.detail[row]),
        )


def _charges(claims: Claims, number: int) -> Iterator[Record]:
    charges = claims.charges
    for row in np.flatnonzero(charges.source == number).tolist():
        yield Charge(
            application=claims.ids[charges.application[row]],
            first_day=int(charges.first_day[row]),
            last_day=int(charges.last_day[row]),
            category=CHARGE_CATEGORIES[charges.category[row]],
            cost_nano=int(charges.cost[row]),
            currency=claims.texts[charges.currency[row]],
            description=_text(claims, charges.description[row]),
        )


def _moment(moment: Any) -> int | None:
    return None if moment in (ALWAYS, NEVER) else int(moment)


def _id(claims: Claims, place: Any) -> str | None:
    return claims.ids[place] if place >= 0 else None


def _text(claims: Claims, place: Any) -> str | None:
    return claims.texts[place] if place >= 0 else None
