"""Restoring an export into a new source: claims as they are, including closed and held ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.moment import read_day
from graph.ontology import EDGE_NAMES, NODE_NAMES
from graph.stores.sql.change import RunChange
from graph.stores.sql.events import restore_held_owners
from graph.stores.sql.usage import UsageMerge

_CLAIMS = (
    """
    INSERT INTO node_claim (source, node, kind, opened, name, props, since, until, retired, first_seen, dated)
    SELECT :source, i.id, s.kind, s.opened, s.name, s.props, s.since, s.until, s.retired, s.first_seen, s.dated
    FROM stage_node s JOIN temp.as_id i ON i.n = s.node WHERE s.run = :run
    """,
    """
    INSERT INTO edge_claim
    SELECT :source, t.id, s.kind, h.id, s.permission, s.declared,
           row_number() OVER (PARTITION BY t.id, s.kind, h.id, s.permission, s.declared ORDER BY s.first_seen, s.nth) - 1,
           s.since, s.until, s.retired, s.first_seen, e.id, a.id
    FROM stage_edge s JOIN temp.as_id t ON t.n = s.tail JOIN temp.as_id h ON h.n = s.head
    JOIN temp.as_text e ON e.n = s.evidence JOIN temp.as_text a ON a.n = s.alias WHERE s.run = :run
    """,
)
# At most one row of a node, and of one claim of an edge, is not retired.
_HELD = (
    """
    INSERT INTO held_node
    SELECT :source, c.n FROM stage_held w JOIN stage_node s ON s.run = w.run AND s.nth = w.line
    JOIN temp.as_id i ON i.n = s.node JOIN node_claim c ON c.source = :source AND c.node = i.id AND c.retired IS NULL
    WHERE w.run = :run
    """,
    """
    INSERT INTO held_edge
    SELECT :source, c.tail, c.kind, c.head, c.permission, c.declared, c.nth
    FROM stage_held w JOIN stage_edge s ON s.run = w.run AND s.nth = w.line
    JOIN temp.as_id t ON t.n = s.tail JOIN temp.as_id h ON h.n = s.head
    JOIN edge_claim c ON c.source = :source AND c.tail = t.id AND c.kind = s.kind AND c.head = h.id
    AND c.permission = s.permission AND c.declared = s.declared AND c.retired IS NULL
    WHERE w.run = :run
    """,
)


def restore(change: RunChange) -> bool:
    """Insert every staged claim as it is; True if something waits for a person."""
    for statement in _CLAIMS:
        change.run_sql(statement)
    usage = UsageMerge(change)
    usage.merge_usage()
    usage.merge_charges()
    for table, names in (("stage_node", NODE_NAMES), ("stage_edge", EDGE_NAMES)):
        for kind, count in change.run_sql(f"SELECT kind, count(*) FROM {table} WHERE run = :run GROUP BY kind"):
            change.added[names[kind]] = count
    change.changed = True
    exported: Mapping[str, Any] = change.header.scopes.get("source", {})
    if not exported.get("held"):
        return False
    _hold(change, [read_day(day) for day in exported.get("held_days", ())])
    return True


def _hold(change: RunChange, days: list[int]) -> None:
    for statement in _HELD:
        change.run_sql(statement)
    for statement, names in (
        (
            "SELECT kind, count(*) FROM held_node JOIN node_claim USING (n) WHERE held_node.source = :source GROUP BY kind",
            NODE_NAMES,
        ),
        ("SELECT kind, count(*) FROM held_edge WHERE source = :source GROUP BY kind", EDGE_NAMES),
    ):
        for kind, count in change.run_sql(statement):
            change.held[names[kind]] = count
    if days:
        change.held["usage"] = len(days)
    change.connection.executemany("INSERT INTO held_day VALUES (?, ?)", [(change.source, day) for day in days])
    UsageMerge(change).keep_held_usage()
    restore_held_owners(change)
