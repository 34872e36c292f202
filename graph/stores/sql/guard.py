"""The mass-removal guard: whether a run retires too much, and storing its retirements for a person to accept."""

from __future__ import annotations

from collections.abc import Mapping

from graph.ontology import EDGE_CODES, EDGE_NAMES, NODE_CODES, NODE_NAMES
from graph.stores.base import is_mass_removal
from graph.stores.sql.change import RunChange


def open_counts(change: RunChange) -> dict[str, int]:
    """How many open claims of each kind the source has.

    Where a run of this moment is held, what it added does not count: loaded again, it is held again.
    """
    counts = {}
    others = "AND first_seen < :moment" if change.repeats_held else ""
    for table, names in (("node_claim", NODE_NAMES), ("edge_claim", EDGE_NAMES)):
        for kind, count in change.run_sql(
            f"""
            SELECT kind, count(*) FROM {table}
            WHERE source = :source AND retired IS NULL AND until > :moment {others} GROUP BY kind
            """
        ):
            counts[names[kind]] = count
    return counts


def trips_guard(change: RunChange, before: Mapping[str, int]) -> bool:
    """Whether temp.out_node and temp.out_edge would retire too many of some kind, given the open counts before."""
    lost = {
        NODE_NAMES[kind]: count
        for kind, count in change.run_sql("SELECT kind, count(*) FROM temp.out_node GROUP BY kind")
    }
    # An edge that another open claim holds with at least the same permission is not lost.
    for kind, count in change.run_sql(
        """
        SELECT o.kind, count(*) FROM temp.out_edge o
        WHERE NOT EXISTS (
            SELECT 1 FROM edge_claim c
            WHERE c.source = :source AND c.tail = o.tail AND c.kind = o.kind AND c.head = o.head
            AND c.permission >= o.permission AND c.retired IS NULL AND c.until > :moment
            AND (c.permission, c.declared, c.nth) NOT IN (
                SELECT x.permission, x.declared, x.nth FROM temp.out_edge x
                WHERE x.tail = o.tail AND x.kind = o.kind AND x.head = o.head
            )
        )
        GROUP BY o.kind
        """
    ):
        lost[EDGE_NAMES[kind]] = count
    return is_mass_removal(lost, before) and not _is_personal(change)


def _is_personal(change: RunChange) -> bool:
    """Whether the source is one person's own configuration, which may shrink as they like."""
    directory = f"{NODE_CODES['Identity']}, {NODE_CODES['Group']}"
    owners = f"SELECT DISTINCT tail FROM edge_claim WHERE source = :source AND kind = {EDGE_CODES['CONNECTS_TO']}"
    names = change.run_sql(f"SELECT id FROM id WHERE n IN ({owners}) LIMIT 2").fetchall()
    if len(names) != 1 or not names[0][0].startswith("Identity:"):
        return False
    listed = f"SELECT 1 FROM node_claim WHERE source = :source AND kind IN ({directory}) LIMIT 1"
    return change.run_sql(listed).fetchone() is None


def hold(change: RunChange) -> None:
    """Store the retirements, and the days that would shrink, until a person accepts them."""
    for kind, count in change.run_sql("SELECT kind, count(*) FROM temp.out_node GROUP BY kind"):
        change.held[NODE_NAMES[kind]] = count
    for kind, count in change.run_sql("SELECT kind, count(*) FROM temp.out_edge GROUP BY kind"):
        change.held[EDGE_NAMES[kind]] = count
    days = change.run_sql("SELECT count(*) FROM temp.lossy").fetchone()[0]
    if days:
        change.held["usage_days"] = days
    change.run_sql("INSERT INTO held_node SELECT :source, n FROM temp.out_node")
    change.run_sql(
        "INSERT INTO held_edge SELECT :source, tail, kind, head, permission, declared, nth FROM temp.out_edge"
    )
