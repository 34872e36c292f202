"""Signs of life: the last day on which each node was seen in use, and the nodes that are live."""

from __future__ import annotations

import numpy as np

from graph.moment import day_of, read_moment
from graph.snapshot import Snapshot, View
from graph.snapshot.columns import I8, Bool
from queries.exercise import Sightings, seen_by
from queries.subject import HOLDS

# What a system itself says of the last use of a node.
_LAST_USE_PROPERTIES = ("last_used_at", "last_active_at")


def live_nodes(snapshot: Snapshot, view: View, days: tuple[int, int]) -> Bool:
    """Per node whether a conveying path leads from it to a data source, or it was seen using anything in these days."""
    live = np.zeros(snapshot.count, dtype=bool)
    data = np.flatnonzero(snapshot.nodes.of("DataSource"))
    reaching = view.traverser(reverse=True).bfs(data.tolist(), min(view.levels)).nodes
    live[reaching[reaching < snapshot.count]] = True
    live[data] = False
    usage, edges, (first, last) = snapshot.usage, snapshot.edges, days
    principals = usage.principal[usage.between(first, last)]
    live[principals[principals >= 0]] = True
    # Claims that say only that it was used; few principals are left whom their usage does not show.
    used = np.flatnonzero(edges.of("USED") & edges.valid_at(view.moment) & ~live[edges.source])
    principals = np.unique(edges.source[used])
    seen = seen_by(snapshot, principals, edges.outgoing(principals), view.moment)
    live[seen.principal[seen.day >= first]] = True
    return live


def all_uses(snapshot: Snapshot, moment: int) -> Sightings:
    """Every use of anything by any node up to a moment."""
    edges, usage = snapshot.edges, snapshot.usage
    users = np.concatenate((usage.principal[usage.principal >= 0], edges.source[edges.of("USED")]))
    principals = np.unique(users)
    return seen_by(snapshot, principals, edges.outgoing(principals), moment)


def last_use_days(snapshot: Snapshot, moment: int) -> I8:
    """Per node the last day up to the moment on which it, or what it holds, used something or was used; -1: never seen.

    Also what its own system says: `last_used_at` and `last_active_at`. O(usage rows + edges).
    """
    last = np.full(snapshot.count, -1, dtype=np.int64)
    uses, usage = all_uses(snapshot, moment), snapshot.usage
    np.maximum.at(last, uses.principal, uses.day)
    for name in _LAST_USE_PROPERTIES:
        _add_stated_days(snapshot, name, moment, last)
    _pass_to_holders(snapshot, moment, last)
    np.maximum.at(last, uses.resource, uses.day)
    rows = usage.between(np.iinfo(np.int32).min, day_of(moment))
    for column in (usage.resource[rows], usage.application[rows], usage.workspace[rows]):
        named = column >= 0
        np.maximum.at(last, column[named], usage.day[rows][named])
    # A server is in use when a tool of it is.
    edges = snapshot.edges
    exposes = np.flatnonzero(edges.of("EXPOSES") & edges.valid_at(moment))
    np.maximum.at(last, edges.source[exposes], last[edges.target[exposes]])
    return last


def _add_stated_days(snapshot: Snapshot, name: str, moment: int, last: I8) -> None:
    codes = snapshot.column(name, moment)
    nodes = np.flatnonzero(codes >= 0)
    distinct, inverse = np.unique(codes[nodes], return_inverse=True)
    stated = [read_moment(str(snapshot.value(code))) for code in distinct.tolist()]
    days = np.array([day_of(at) if at <= moment else -1 for at in stated], dtype=np.int64)
    last[nodes] = np.maximum(last[nodes], days[inverse])


def _pass_to_holders(snapshot: Snapshot, moment: int, last: I8) -> None:
    """Whoever holds a thing used it when the thing was used; holding never nests deeper than it changes a day."""
    edges = snapshot.edges
    rows = np.flatnonzero(edges.of(*HOLDS) & edges.valid_at(moment))
    holder, held = edges.source[rows], edges.target[rows]
    while (later := last[held] > last[holder]).any():
        np.maximum.at(last, holder[later], last[held[later]])
