"""Changes between two moments: nodes, edges, permissions, reach, orphaned paths and spend, from one snapshot."""

from __future__ import annotations

from graph.errors import InputError
from graph.snapshot import Snapshot
from graph.snapshot.observed import observed
from queries.base import Completeness, freshness_warnings
from queries.changes.claims import (
    Interval,
    changed_edges,
    edge_changes,
    node_changes,
    permission_changes,
    property_changes,
)
from queries.changes.orphans import orphaned_path_changes
from queries.changes.question import PRINCIPAL_KINDS, Answer, Params
from queries.changes.reach import reach_changes
from queries.changes.routes import focus_of, route_changes
from queries.changes.spend import spend_changes
from queries.cost_attribution.restated import restated_between
from queries.subject import find_node


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Compare two moments by what sources had observed at each; what happens at the earlier one itself is before.

    Cost: a view of each moment, a walk from every principal that reaches an edge that differs, orphaned paths and cost
    attribution twice. Raises UnknownName and AmbiguousName, and InputError, also
    for a snapshot with edits.
    """
    if snapshot.base is not None:
        raise InputError(
            "changes are what runs of sources observed, and no run observed what is only tried. Ask `what-if` for the difference"
        )
    start, end = params.start, params.as_of if params.end is None else params.end
    if start > end:
        raise InputError("the earlier moment is after the later one. Swap --from and --to").in_argument("start")
    unknown = [kind for kind in params.kinds if kind not in PRINCIPAL_KINDS]
    if unknown:
        raise InputError(f"{unknown[0]} is no principal. Kinds are {', '.join(PRINCIPAL_KINDS)}").in_argument("kinds")
    node = None if params.of is None else find_node(snapshot, params.of, "of")
    seen = observed(snapshot)
    interval = Interval(seen, seen.at(start, params.basis), seen.at(end, params.basis))
    focus = None if node is None else focus_of(interval, node)
    edges = changed_edges(interval, focus)
    spend, gaps, notes = spend_changes(snapshot, params, (start, end), node)
    return Answer(
        start=start,
        end=end,
        of=None if node is None else snapshot.ids[node],
        nodes=node_changes(interval, focus),
        edges=edge_changes(interval, edges),
        permissions=permission_changes(interval, edges),
        properties=property_changes(interval, focus),
        reach=reach_changes(interval, params.kinds, node),
        orphaned_paths=orphaned_path_changes(interval, params, node),
        routes=() if focus is None else route_changes(interval, focus, params.kinds),
        spend=spend,
        restated=restated_between(snapshot, moments=(start, end), applications=None if node is None else {node}),
        completeness=Completeness(gaps, notes),
        freshness=freshness_warnings(snapshot, start, end),
    )
