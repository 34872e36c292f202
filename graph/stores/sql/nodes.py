"""Opening, revising and finding unlisted nodes of a run, in set-based SQL."""

from __future__ import annotations

from graph.moment import ALWAYS
from graph.ontology import NODE_CODES, NODE_NAMES
from graph.stores.sql.change import RunChange, codes_of, count_kinds


def put_nodes(change: RunChange) -> None:
    """Reopen, revise, keep or open the versions of the nodes that the run lists."""
    _close_ended(change)
    _reopen(change)
    _revise(change)
    _open(change)


# A date that is corrected does not reach back over a gap.
_DECLARED = """
CASE WHEN EXISTS (SELECT 1 FROM node_claim o WHERE o.source = :source AND o.node = c.node AND o.n <> c.n)
THEN max(s.since, c.opened) ELSE s.since END
"""


def _close_ended(change: RunChange) -> None:
    """A version that had ended by its own date and is listed again is a new one."""
    change.run_sql(
        """
        UPDATE node_claim AS c SET retired = c.until FROM temp.node s
        WHERE c.source = :source AND c.node = s.node AND c.retired IS NULL
        AND c.until <= :moment AND s.until > :moment
        """
    )


def _reopen(change: RunChange) -> None:
    # A version that was retired at this very moment is opened again.
    cursor = change.run_sql(
        """
        UPDATE node_claim AS c SET retired = NULL FROM temp.node s
        WHERE c.source = :source AND c.node = s.node AND c.opened = :moment AND c.retired = :moment
        AND NOT EXISTS (SELECT 1 FROM node_claim o WHERE o.source = :source AND o.node = s.node AND o.retired IS NULL)
        RETURNING kind
        """
    )
    for (kind,) in cursor.fetchall():
        change.count(change.added, NODE_NAMES[kind], 1)


def _revise(change: RunChange) -> None:
    # The old values held until now; the new ones hold from now on, whatever date the node has.
    changed = change.run_sql(
        """
        UPDATE node_claim AS c SET retired = :moment FROM temp.node s
        WHERE c.source = :source AND c.node = s.node AND c.retired IS NULL AND c.opened < :moment
        AND (c.name, c.props) IS NOT (s.name, s.props)
        RETURNING node
        """
    ).fetchall()
    change.connection.execute("DROP TABLE IF EXISTS temp.revised")
    change.connection.execute("CREATE TEMP TABLE revised (node INTEGER PRIMARY KEY)")
    change.connection.executemany("INSERT INTO temp.revised VALUES (?)", changed)
    change.changed |= bool(changed)
    change.run_sql(
        """
        INSERT INTO node_claim (source, node, kind, opened, name, props, since, until, first_seen, dated)
        SELECT :source, s.node, s.kind, :moment, s.name, s.props, max(s.since, :moment), s.until, s.first_seen,
               s.since > :moment
        FROM temp.node s JOIN temp.revised USING (node)
        """
    )
    change.changed |= (
        change.run_sql(
            f"""
        UPDATE node_claim AS c SET name = s.name, props = s.props, until = s.until,
            since = CASE WHEN s.dated AND (c.dated OR {_DECLARED} > c.since) THEN {_DECLARED} ELSE c.since END,
            dated = CASE WHEN s.dated AND (c.dated OR {_DECLARED} > c.since) THEN {_DECLARED} = s.since ELSE c.dated END
        FROM temp.node s
        WHERE c.source = :source AND c.node = s.node AND c.retired IS NULL AND (
            (c.name, c.props, c.until) IS NOT (s.name, s.props, s.until)
            OR (
                s.dated AND (c.dated OR {_DECLARED} > c.since)
                AND ({_DECLARED} <> c.since OR ({_DECLARED} = s.since) <> c.dated)
            )
        )
        AND s.node NOT IN (SELECT node FROM temp.revised)
        """
        ).rowcount
        > 0
    )


def _open(change: RunChange) -> None:
    known = codes_of(NODE_CODES, change.scopes)
    before = "EXISTS (SELECT 1 FROM node_claim c WHERE c.source = :source AND c.node = s.node)"
    cursor = change.run_sql(
        f"""
        INSERT INTO node_claim (source, node, kind, opened, name, props, since, until, first_seen, dated)
        SELECT :source, s.node, s.kind, :moment, s.name, s.props,
               CASE WHEN {before} THEN max(s.since, :moment)
                    WHEN s.dated THEN s.since
                    WHEN s.kind IN ({known}) THEN :moment ELSE {ALWAYS} END,
               s.until, s.first_seen, s.dated AND NOT ({before} AND s.since < :moment)
        FROM temp.node s
        WHERE NOT EXISTS (
            SELECT 1 FROM node_claim c WHERE c.source = :source AND c.node = s.node AND c.retired IS NULL
        )
        RETURNING kind
        """
    )
    for kind, count in count_kinds(cursor).items():
        change.count(change.added, NODE_NAMES[kind], count)


def find_unlisted_nodes(change: RunChange) -> None:
    """Fill temp.out_node with open versions that the run covers and does not list, or reports as gone."""
    change.run_sql(
        f"""
        INSERT INTO temp.out_node
        SELECT n, node, kind FROM node_claim
        WHERE source = :source AND retired IS NULL AND until > :moment
        AND node NOT IN (SELECT node FROM temp.node)
        AND (kind IN ({codes_of(NODE_CODES, change.complete)}) OR node IN (SELECT node FROM temp.gone))
        """
    )
