"""This file knows, in SQL over whole sets, how a finished run changes what its source claims.

The reference for every statement here is graph/stores/memory/merge.py; the contract suite holds both equal.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from graph.claims import RunHeader
from graph.moment import ALWAYS
from graph.ontology import EDGE_CODES, EDGE_KINDS, EDGE_NAMES, NODE_CODES, NODE_NAMES
from graph.stores.base import GUARD_COUNT, GUARD_SHARE
from graph.stores.sqlite.ledger import Ledger

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
_EDGE_KEY = "c.source = :source AND c.tail = e.tail AND c.kind = e.kind AND c.head = e.head AND c.permission = e.permission AND c.declared = e.declared"


@dataclass(slots=True)
class Merge:
    """One run being applied. `scopes` are those the source had before, `complete` those of this run."""

    connection: sqlite3.Connection
    source: int
    run: int
    header: RunHeader
    scopes: frozenset[str]
    complete: frozenset[str]
    added: dict[str, int] = field(default_factory=dict)
    retired: dict[str, int] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=dict)
    changed: bool = False

    def apply(self) -> bool:
        """Change the source's claims; True if the mass-removal guard holds the run's retirements back."""
        self._prepare()
        before = self._open_counts()
        # All edges of a first load are this run's own: none can be unlisted.
        first = self._run("SELECT NOT EXISTS (SELECT 1 FROM edge_claim WHERE source = :source)").fetchone()[0]
        self._put_nodes()
        self._put_edges(bool(first))
        self._find_unlisted_nodes()
        if not first:
            self._find_unlisted_edges()
        ledger = Ledger(self.connection, self.source, self.run, self.header, self.complete, self.added, self.retired)
        ledger.merge_usage()
        ledger.merge_charges()
        held = ledger.lost_rows > GUARD_COUNT or self._trips_guard(before)
        if held:
            self._hold()
        else:
            self.retire(
                "SELECT n FROM temp.out_node", "SELECT tail, kind, head, permission, declared, nth FROM temp.out_edge"
            )
            ledger.replace_lossy_days()
        self.changed |= ledger.changed
        return held

    def retire(self, nodes: str, edges: str) -> None:
        """Retire the claims that two queries name, at the run's moment."""
        for kind, count in self._run(
            f"SELECT kind, count(*) FROM node_claim WHERE n IN ({nodes}) AND retired IS NULL GROUP BY kind"
        ):
            self._count(self.retired, NODE_NAMES[kind], count)
        self._run(f"UPDATE node_claim SET retired = :moment WHERE n IN ({nodes}) AND retired IS NULL")
        for kind, count in self._run(f"SELECT kind, count(*) FROM ({edges}) GROUP BY kind"):
            self._count(self.retired, EDGE_NAMES[kind], count)
        self._run(
            f"""
            UPDATE edge_claim AS c SET retired = :moment FROM ({edges}) AS e
            WHERE {_EDGE_KEY} AND c.nth = e.nth AND c.retired IS NULL
            """
        )

    def _run(self, statement: str) -> sqlite3.Cursor:
        values = {"source": self.source, "run": self.run, "moment": self.header.observed_at}
        return self.connection.execute(
            statement, {key: value for key, value in values.items() if f":{key}" in statement}
        )

    def _count(self, counts: dict[str, int], what: str, count: int) -> None:
        if count:
            counts[what] = counts.get(what, 0) + count
            self.changed = True

    def _codes(self, codes: dict[str, int], scopes: frozenset[str]) -> str:
        return ", ".join(str(code) for name, code in codes.items() if name in scopes) or "-1"

    def _prepare(self) -> None:
        """This run's staged rows under the store's own numbers."""
        for statement in _PREPARE.split(";"):
            self.connection.execute(statement)
        self._run(
            """
            INSERT INTO temp.node
            SELECT i.id, s.kind, s.name, s.props, s.since, s.until, s.first_seen, s.dated
            FROM stage_node s JOIN temp.as_id i ON i.n = s.node WHERE s.run = :run
            """
        )
        self._run(
            """
            INSERT OR IGNORE INTO temp.edge
            SELECT t.id, s.kind, h.id, s.permission, s.declared, s.until, s.first_seen, e.id, a.id
            FROM stage_edge s JOIN temp.as_id t ON t.n = s.tail JOIN temp.as_id h ON h.n = s.head
            JOIN temp.as_text e ON e.n = s.evidence JOIN temp.as_text a ON a.n = s.alias
            WHERE s.run = :run ORDER BY t.id, s.kind, h.id, s.permission, s.declared, s.rowid
            """
        )
        self._run(
            """
            INSERT OR IGNORE INTO temp.gone
            SELECT i.id FROM stage_gone s JOIN temp.as_id i ON i.n = s.node
            WHERE s.run = :run AND i.id NOT IN (SELECT node FROM temp.node)
            """
        )

    def _open_counts(self) -> dict[str, int]:
        counts = {}
        for table, names in (("node_claim", NODE_NAMES), ("edge_claim", EDGE_NAMES)):
            for kind, count in self._run(
                f"""
                SELECT kind, count(*) FROM {table}
                WHERE source = :source AND retired IS NULL AND until > :moment GROUP BY kind
                """
            ):
                counts[names[kind]] = count
        return counts

    def _put_nodes(self) -> None:
        known = self._codes(NODE_CODES, self.scopes)
        # What was retired at this very moment is taken back.
        cursor = self._run(
            """
            UPDATE node_claim AS c SET retired = NULL FROM temp.node s
            WHERE c.source = :source AND c.node = s.node AND c.opened = :moment AND c.retired = :moment
            AND NOT EXISTS (SELECT 1 FROM node_claim o WHERE o.source = :source AND o.node = s.node AND o.retired IS NULL)
            RETURNING kind
            """
        )
        for (kind,) in cursor.fetchall():
            self._count(self.added, NODE_NAMES[kind], 1)
        # The old values held until now; the new ones from now on, whatever date the node itself bears.
        changed = self._run(
            """
            UPDATE node_claim AS c SET retired = :moment FROM temp.node s
            WHERE c.source = :source AND c.node = s.node AND c.retired IS NULL AND c.opened < :moment
            AND (c.name, c.props) IS NOT (s.name, s.props)
            RETURNING node
            """
        ).fetchall()
        self.connection.execute("DROP TABLE IF EXISTS temp.revised")
        self.connection.execute("CREATE TEMP TABLE revised (node INTEGER PRIMARY KEY)")
        self.connection.executemany("INSERT INTO temp.revised VALUES (?)", changed)
        self.changed |= bool(changed)
        self._run(
            """
            INSERT INTO node_claim (source, node, kind, opened, name, props, since, until, first_seen, dated)
            SELECT :source, s.node, s.kind, :moment, s.name, s.props, max(s.since, :moment), s.until, s.first_seen,
                   s.since > :moment
            FROM temp.node s JOIN temp.revised USING (node)
            """
        )
        self.changed |= (
            self._run(
                """
            UPDATE node_claim AS c SET name = s.name, props = s.props, until = s.until,
                since = CASE WHEN s.dated AND (c.dated OR s.since > c.since) THEN s.since ELSE c.since END,
                dated = c.dated OR (s.dated AND s.since > c.since)
            FROM temp.node s
            WHERE c.source = :source AND c.node = s.node AND c.retired IS NULL AND (
                (c.name, c.props, c.until) IS NOT (s.name, s.props, s.until)
                OR (s.dated AND s.since <> c.since AND (c.dated OR s.since > c.since))
            )
            AND s.node NOT IN (SELECT node FROM temp.revised)
            """
            ).rowcount
            > 0
        )
        cursor = self._run(
            f"""
            INSERT INTO node_claim (source, node, kind, opened, name, props, since, until, first_seen, dated)
            SELECT :source, s.node, s.kind, :moment, s.name, s.props,
                   CASE WHEN s.dated THEN s.since
                        WHEN s.kind IN ({known})
                          OR EXISTS (SELECT 1 FROM node_claim c WHERE c.source = :source AND c.node = s.node) THEN :moment
                        ELSE {ALWAYS} END,
                   s.until, s.first_seen, s.dated
            FROM temp.node s
            WHERE NOT EXISTS (
                SELECT 1 FROM node_claim c WHERE c.source = :source AND c.node = s.node AND c.retired IS NULL
            )
            RETURNING kind
            """
        )
        for kind, count in _tally(cursor).items():
            self._count(self.added, NODE_NAMES[kind], count)

    def _put_edges(self, first: bool) -> None:
        known = self._codes(EDGE_CODES, self.scopes)
        if not first:
            taken_back = self._run(
                f"UPDATE edge_claim AS c SET retired = NULL FROM temp.edge e WHERE {_EDGE_KEY} AND c.retired = :moment RETURNING kind"
            )
            for kind, count in _tally(taken_back).items():
                self._count(self.added, EDGE_NAMES[kind], count)
            self.changed |= (
                self._run(
                    f"""
                UPDATE edge_claim AS c SET until = e.until, evidence = e.evidence, alias = e.alias FROM temp.edge e
                WHERE {_EDGE_KEY} AND c.retired IS NULL
                AND (c.until, c.evidence, c.alias) IS NOT (e.until, e.evidence, e.alias)
                """
                ).rowcount
                > 0
            )
        fresh = "1" if first else f"NOT EXISTS (SELECT 1 FROM edge_claim c WHERE {_EDGE_KEY} AND c.retired IS NULL)"
        before = "0" if first else f"(SELECT count(*) FROM edge_claim c WHERE {_EDGE_KEY})"
        for kind, count in self._run(
            f"SELECT e.kind, count(*) FROM temp.edge e WHERE {fresh} GROUP BY e.kind".replace(
                ":source", str(self.source)
            )
        ).fetchall():
            self._count(self.added, EDGE_NAMES[kind], count)
        self._run(
            f"""
            INSERT INTO edge_claim (source, tail, kind, head, permission, declared, nth, since, until, first_seen, evidence, alias)
            SELECT :source, e.tail, e.kind, e.head, e.permission, e.declared, {before},
                   CASE WHEN e.declared <> {ALWAYS} THEN e.declared
                        WHEN e.kind IN ({known}) OR {before} > 0 THEN :moment ELSE {ALWAYS} END,
                   e.until, e.first_seen, e.evidence, e.alias
            FROM temp.edge e WHERE {fresh}
            """
        )

    def _find_unlisted_nodes(self) -> None:
        self._run(
            f"""
            INSERT INTO temp.out_node
            SELECT n, node, kind FROM node_claim
            WHERE source = :source AND retired IS NULL AND until > :moment
            AND node NOT IN (SELECT node FROM temp.node)
            AND (kind IN ({self._codes(NODE_CODES, self.complete)}) OR node IN (SELECT node FROM temp.gone))
            """
        )

    def _find_unlisted_edges(self) -> None:
        """Open claims that this run no longer lists, but for a leaver's, which end with their target."""
        ends = """
            EXISTS (SELECT 1 FROM node_claim d WHERE d.source = :source AND d.node = {end})
            AND NOT EXISTS (
                SELECT 1 FROM node_claim d WHERE d.source = :source AND d.node = {end} AND d.retired IS NULL
                AND d.until > :moment AND d.n NOT IN (SELECT n FROM temp.out_node)
            )
        """
        keeps = ", ".join(str(EDGE_CODES[name]) for name, kind in EDGE_KINDS.items() if kind.keeps_leavers)
        self._run(
            f"""
            INSERT INTO temp.out_edge
            SELECT e.tail, e.kind, e.head, e.permission, e.declared, e.nth FROM edge_claim e
            WHERE e.source = :source AND e.retired IS NULL AND e.until > :moment
            AND (
                e.kind IN ({self._codes(EDGE_CODES, self.complete)})
                OR e.tail IN (SELECT node FROM temp.gone) OR e.head IN (SELECT node FROM temp.gone)
            )
            AND NOT EXISTS (
                SELECT 1 FROM temp.edge s WHERE s.tail = e.tail AND s.kind = e.kind AND s.head = e.head
                AND s.permission = e.permission AND s.declared = e.declared
            )
            AND NOT (
                e.kind IN ({keeps}) AND (SELECT id FROM id WHERE n = e.tail) LIKE 'Identity:%'
                AND {ends.format(end="e.tail")} AND NOT ({ends.format(end="e.head")})
            )
            """
        )

    def _trips_guard(self, before: dict[str, int]) -> bool:
        lost = {
            NODE_NAMES[kind]: count
            for kind, count in self._run("SELECT kind, count(*) FROM temp.out_node GROUP BY kind")
        }
        # An edge that stays, or was given anew, with at least the same permission takes nothing away.
        for kind, count in self._run(
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
        return any(count > GUARD_COUNT and count > GUARD_SHARE * before[kind] for kind, count in lost.items())

    def _hold(self) -> None:
        for kind, count in self._run("SELECT kind, count(*) FROM temp.out_node GROUP BY kind"):
            self.held[NODE_NAMES[kind]] = count
        for kind, count in self._run("SELECT kind, count(*) FROM temp.out_edge GROUP BY kind"):
            self.held[EDGE_NAMES[kind]] = count
        days = self._run("SELECT count(*) FROM temp.lossy").fetchone()[0]
        if days:
            self.held["usage"] = days
        self._run("INSERT INTO held_node SELECT :source, n FROM temp.out_node")
        self._run(
            "INSERT INTO held_edge SELECT :source, tail, kind, head, permission, declared, nth FROM temp.out_edge"
        )
        self._run("INSERT INTO held_day SELECT :source, day FROM temp.lossy")
        self._run("INSERT INTO held_usage SELECT :source, * FROM temp.used WHERE day IN (SELECT day FROM temp.lossy)")


def _tally(cursor: sqlite3.Cursor) -> dict[int, int]:
    counts: dict[int, int] = {}
    for (kind,) in cursor:
        counts[kind] = counts.get(kind, 0) + 1
    return counts
