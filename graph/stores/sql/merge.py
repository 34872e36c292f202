"""Merging a finished run into the claims of its source, in set-based SQL.

The reference for every statement is graph/stores/memory/merge.py; the contract suite tests that both agree.
"""

from __future__ import annotations

from graph.ontology import EDGE_NAMES, NODE_NAMES
from graph.stores.base import GUARD_COUNT
from graph.stores.sql.change import EDGE_KEY, RunChange
from graph.stores.sql.edges import find_unlisted_edges, put_edges
from graph.stores.sql.guard import hold, open_counts, trips_guard
from graph.stores.sql.nodes import find_unlisted_nodes, put_nodes
from graph.stores.sql.usage import UsageMerge

_PREPARE = """
DROP TABLE IF EXISTS temp.node; DROP TABLE IF EXISTS temp.edge;
DROP TABLE IF EXISTS temp.gone; DROP TABLE IF EXISTS temp.out_node; DROP TABLE IF EXISTS temp.out_edge;
CREATE TEMP TABLE gone (node INTEGER PRIMARY KEY);
CREATE TEMP TABLE out_node (n INTEGER PRIMARY KEY, node INTEGER NOT NULL, kind INTEGER NOT NULL);
CREATE TEMP TABLE out_edge (
    tail INTEGER NOT NULL, kind INTEGER NOT NULL, head INTEGER NOT NULL, permission INTEGER NOT NULL,
    declared INTEGER NOT NULL, nth INTEGER NOT NULL
);
CREATE TEMP TABLE node (
    node INTEGER PRIMARY KEY, kind INTEGER NOT NULL, name TEXT, props TEXT NOT NULL, since INTEGER NOT NULL,
    until INTEGER NOT NULL, first_seen INTEGER NOT NULL, dated INTEGER NOT NULL
);
CREATE TEMP TABLE edge (
    tail INTEGER NOT NULL, kind INTEGER NOT NULL, head INTEGER NOT NULL, permission INTEGER NOT NULL,
    declared INTEGER NOT NULL, until INTEGER NOT NULL, first_seen INTEGER NOT NULL, evidence INTEGER NOT NULL,
    alias INTEGER NOT NULL,
    PRIMARY KEY (tail, kind, head, permission, declared)
) WITHOUT ROWID;
"""


def merge(change: RunChange) -> bool:
    """Change the source's claims; True if the mass-removal guard holds the run's retirements back."""
    _prepare(change)
    before = open_counts(change)
    # All edges of a first load are this run's own: none can be unlisted.
    first = bool(change.run_sql("SELECT NOT EXISTS (SELECT 1 FROM edge_claim WHERE source = :source)").fetchone()[0])
    put_nodes(change)
    put_edges(change, first)
    find_unlisted_nodes(change)
    if not first:
        find_unlisted_edges(change)
    usage = UsageMerge(change)
    usage.merge_usage()
    usage.merge_charges()
    held = usage.doubtful_rows > 0 or usage.lost_rows > GUARD_COUNT or trips_guard(change, before)
    if held:
        hold(change)
        usage.hold_lossy_days()
    else:
        retire(
            change,
            "SELECT n FROM temp.out_node",
            "SELECT tail, kind, head, permission, declared, nth FROM temp.out_edge",
        )
        usage.replace_lossy_days()
    return held


def retire(change: RunChange, nodes: str, edges: str) -> None:
    """Retire the claims that two queries select, at the run's moment."""
    for kind, count in change.run_sql(
        f"SELECT kind, count(*) FROM node_claim WHERE source = :source AND n IN ({nodes}) AND retired IS NULL GROUP BY kind"
    ):
        change.count(change.retired, NODE_NAMES[kind], count)
    change.run_sql(
        f"UPDATE node_claim SET retired = :moment WHERE source = :source AND n IN ({nodes}) AND retired IS NULL"
    )
    for kind, count in change.run_sql(f"SELECT kind, count(*) FROM ({edges}) GROUP BY kind"):
        change.count(change.retired, EDGE_NAMES[kind], count)
    change.run_sql(
        f"""
        UPDATE edge_claim AS c SET retired = :moment FROM ({edges}) AS e
        WHERE {EDGE_KEY} AND c.nth = e.nth AND c.retired IS NULL
        """
    )


def _prepare(change: RunChange) -> None:
    """Copy this run's staged rows into temporary tables, with the store's own numbers."""
    for statement in _PREPARE.split(";"):
        change.connection.execute(statement)
    change.run_sql(
        """
        INSERT INTO temp.node
        SELECT i.id, s.kind, s.name, s.props, s.since, s.until, s.first_seen, s.dated
        FROM stage_node s JOIN temp.as_id i ON i.n = s.node WHERE s.run = :run
        """
    )
    change.run_sql(
        """
        INSERT OR IGNORE INTO temp.edge
        SELECT t.id, s.kind, h.id, s.permission, s.declared, s.until, s.first_seen, e.id, a.id
        FROM stage_edge s JOIN temp.as_id t ON t.n = s.tail JOIN temp.as_id h ON h.n = s.head
        JOIN temp.as_text e ON e.n = s.evidence JOIN temp.as_text a ON a.n = s.alias
        WHERE s.run = :run ORDER BY t.id, s.kind, h.id, s.permission, s.declared, s.rowid
        """
    )
    change.run_sql(
        """
        INSERT OR IGNORE INTO temp.gone
        SELECT i.id FROM stage_gone s JOIN temp.as_id i ON i.n = s.node
        WHERE s.run = :run AND i.id NOT IN (SELECT node FROM temp.node)
        """
    )
