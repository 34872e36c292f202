"""This file knows how an export's claims, closed ones included, enter a source that the store does not have yet."""

from __future__ import annotations

from graph.ontology import EDGE_NAMES, NODE_NAMES
from graph.stores.tables.change import Change
from graph.stores.tables.ledger import Ledger


def restore(change: Change) -> None:
    """Take every staged claim as it stands."""
    connection, source, run = change.connection, change.source, change.run
    connection.execute(
        """
        INSERT INTO node_claim (source, node, kind, opened, name, props, since, until, retired, first_seen, dated)
        SELECT ?, i.id, s.kind, s.first_seen, s.name, s.props, s.since, s.until, s.retired, s.first_seen, s.dated
        FROM stage_node s JOIN temp.as_id i ON i.n = s.node WHERE s.run = ?
        """,
        (source, run),
    )
    connection.execute(
        """
        INSERT INTO edge_claim
        SELECT ?, t.id, s.kind, h.id, s.permission, s.declared,
               row_number() OVER (PARTITION BY t.id, s.kind, h.id, s.permission, s.declared ORDER BY s.first_seen, s.nth) - 1,
               s.since, s.until, s.retired, s.first_seen, e.id, a.id
        FROM stage_edge s JOIN temp.as_id t ON t.n = s.tail JOIN temp.as_id h ON h.n = s.head
        JOIN temp.as_text e ON e.n = s.evidence JOIN temp.as_text a ON a.n = s.alias WHERE s.run = ?
        """,
        (source, run),
    )
    ledger = Ledger(change)
    ledger.merge_usage()
    ledger.merge_charges()
    for table, names in (("stage_node", NODE_NAMES), ("stage_edge", EDGE_NAMES)):
        for kind, count in connection.execute(
            f"SELECT kind, count(*) FROM {table} WHERE run = ? GROUP BY kind", (run,)
        ):
            change.added[names[kind]] = count
    change.changed = True
