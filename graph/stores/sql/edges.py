"""Opening, keeping and finding unlisted edges of a run, in set-based SQL."""

from __future__ import annotations

from graph.moment import ALWAYS
from graph.ontology import EDGE_CODES, EDGE_KINDS, EDGE_NAMES
from graph.stores.sql.change import EDGE_KEY, RunChange, codes_of, count_kinds


def put_edges(change: RunChange, first: bool) -> None:
    """Reopen, keep or open the claims that the run lists; `first`: the source has no edges yet."""
    known = codes_of(EDGE_CODES, change.scopes)
    if not first:
        # A claim that had ended by its own date and is listed again is a new one.
        change.run_sql(
            f"""
            UPDATE edge_claim AS c SET retired = c.until FROM temp.edge e
            WHERE {EDGE_KEY} AND c.retired IS NULL AND c.until <= :moment AND e.until > :moment
            """
        )
        reopened = change.run_sql(
            f"""
            UPDATE edge_claim AS c SET retired = NULL FROM temp.edge e
            WHERE {EDGE_KEY} AND c.retired = :moment AND c.until > :moment RETURNING kind
            """
        )
        for kind, count in count_kinds(reopened).items():
            change.count(change.added, EDGE_NAMES[kind], count)
        change.changed |= (
            change.run_sql(
                f"""
            UPDATE edge_claim AS c SET until = e.until, evidence = e.evidence, alias = e.alias FROM temp.edge e
            WHERE {EDGE_KEY} AND c.retired IS NULL
            AND (c.until, c.evidence, c.alias) IS NOT (e.until, e.evidence, e.alias)
            """
            ).rowcount
            > 0
        )
    fresh = "1" if first else f"NOT EXISTS (SELECT 1 FROM edge_claim c WHERE {EDGE_KEY} AND c.retired IS NULL)"
    # Not a count: some rows may have been purged.
    before = "0" if first else f"(SELECT coalesce(max(c.nth) + 1, 0) FROM edge_claim c WHERE {EDGE_KEY})"
    for kind, count in change.run_sql(
        f"SELECT e.kind, count(*) FROM temp.edge e WHERE {fresh} GROUP BY e.kind".replace(":source", str(change.source))
    ).fetchall():
        change.count(change.added, EDGE_NAMES[kind], count)
    change.run_sql(
        f"""
        INSERT INTO edge_claim (source, tail, kind, head, permission, declared, nth, since, until, first_seen, evidence, alias)
        SELECT :source, e.tail, e.kind, e.head, e.permission, e.declared, {before},
               CASE WHEN {before} > 0 THEN max(e.declared, :moment)
                    WHEN e.declared <> {ALWAYS} THEN e.declared
                    WHEN e.kind IN ({known}) THEN :moment ELSE {ALWAYS} END,
               e.until, e.first_seen, e.evidence, e.alias
        FROM temp.edge e WHERE {fresh}
        """
    )


def find_unlisted_edges(change: RunChange) -> None:
    """Fill temp.out_edge with open claims that this run no longer lists, except those of leavers.

    The compiler ends a leaver's edge with its target, which other sources may list.
    """
    keeps = ", ".join(str(EDGE_CODES[name]) for name, kind in EDGE_KINDS.items() if kind.keeps_leavers)
    change.run_sql(
        f"""
        INSERT INTO temp.out_edge
        SELECT e.tail, e.kind, e.head, e.permission, e.declared, e.nth FROM edge_claim e
        WHERE e.source = :source AND e.retired IS NULL AND e.until > :moment
        AND (
            e.kind IN ({codes_of(EDGE_CODES, change.complete)})
            OR e.tail IN (SELECT node FROM temp.gone) OR e.head IN (SELECT node FROM temp.gone)
        )
        AND NOT EXISTS (
            SELECT 1 FROM temp.edge s WHERE s.tail = e.tail AND s.kind = e.kind AND s.head = e.head
            AND s.permission = e.permission AND s.declared = e.declared
        )
        AND NOT (
            e.kind IN ({keeps}) AND (SELECT id FROM id WHERE n = e.tail) LIKE 'Identity:%'
            AND EXISTS (SELECT 1 FROM node_claim d WHERE d.source = :source AND d.node = e.tail)
            AND NOT EXISTS (
                SELECT 1 FROM node_claim d WHERE d.source = :source AND d.node = e.tail AND d.retired IS NULL
                AND d.until > :moment AND d.n NOT IN (SELECT n FROM temp.out_node)
            )
        )
        """
    )
