"""SQL tables of claims, and the temporary tables in which a run's records are staged.

Ids and longer texts are interned (`id`, `text`). A claim's key is its table's primary key; `declared` is the since that a
source gave (ALWAYS: it gave none), `opened` the moment of the run that wrote the row, `retired` NULL while the source
still claims it, `nth` distinguishes claims of one key that were opened again after they were retired. A run is staged in
temporary tables: they belong to one connection, take no lock, and vanish with a killed process. `event` is what was known
of the owners of usage events; it is read by later runs, not by answers.
"""

from __future__ import annotations

from graph.ontology import TOKEN_COUNTERS

_TOKENS = ", ".join(f"{name} INTEGER NOT NULL" for name in TOKEN_COUNTERS)

USAGE_KEY = (
    "principal",
    "resource",
    "application",
    "workspace",
    "currency",
    "basis",
    "priced_on",
    "chargeable",
    "detail",
)
USAGE_SUMS = ("requests", "cost", *TOKEN_COUNTERS)
CHARGE_ROW = ("application", "first_day", "last_day", "category", "cost", "currency", "description")

_USAGE = (
    "day INTEGER NOT NULL, "
    + ", ".join(f"{name} INTEGER NOT NULL" for name in USAGE_KEY)
    + f", requests INTEGER NOT NULL, cost INTEGER NOT NULL, {_TOKENS}"
)

# Whose events are, by the numbers of graph.stores.events; principal, workspace and detail as in a usage row.
_EVENT = (
    "day INTEGER NOT NULL, event INTEGER NOT NULL, variant INTEGER NOT NULL, "
    "principal INTEGER NOT NULL, workspace INTEGER NOT NULL, detail INTEGER NOT NULL"
)

# The tables that belong to one source, in the order in which what was removed is counted: nodes, edges, usage, charges.
CLAIM_TABLES = (
    "node_claim",
    "edge_claim",
    "usage",
    "charge",
    "event",
    "held",
    "held_node",
    "held_edge",
    "held_day",
    "held_usage",
    "held_event",
)
HELD_TABLES = CLAIM_TABLES[5:]

# The tables that a store of schema 1 lacks.
EVENT_TABLES = f"""
CREATE TABLE event (source INTEGER NOT NULL, {_EVENT});
CREATE INDEX event_number ON event (source, day, event);
CREATE TABLE held_event (source INTEGER NOT NULL, {_EVENT});
"""

TABLES = f"""
CREATE TABLE id (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE text (n INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE node_claim (
    n INTEGER PRIMARY KEY, source INTEGER NOT NULL, node INTEGER NOT NULL, kind INTEGER NOT NULL,
    opened INTEGER NOT NULL, name TEXT, props TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
    retired INTEGER, first_seen INTEGER NOT NULL, dated INTEGER NOT NULL
);
CREATE INDEX node_claim_node ON node_claim (source, node);
CREATE TABLE edge_claim (
    source INTEGER NOT NULL, tail INTEGER NOT NULL, kind INTEGER NOT NULL, head INTEGER NOT NULL,
    permission INTEGER NOT NULL, declared INTEGER NOT NULL, nth INTEGER NOT NULL,
    since INTEGER NOT NULL, until INTEGER NOT NULL, retired INTEGER, first_seen INTEGER NOT NULL,
    evidence INTEGER NOT NULL, alias INTEGER NOT NULL,
    PRIMARY KEY (source, tail, kind, head, permission, declared, nth)
) WITHOUT ROWID;
CREATE TABLE usage (source INTEGER NOT NULL, {_USAGE});
CREATE INDEX usage_day ON usage (source, day);
CREATE TABLE charge (
    source INTEGER NOT NULL, application INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
    category INTEGER NOT NULL, cost INTEGER NOT NULL, currency INTEGER NOT NULL, description INTEGER NOT NULL
);
CREATE TABLE held (source INTEGER PRIMARY KEY, run INTEGER NOT NULL, moment INTEGER NOT NULL, counts TEXT NOT NULL);
CREATE TABLE held_node (source INTEGER NOT NULL, n INTEGER NOT NULL);
CREATE TABLE held_edge (
    source INTEGER NOT NULL, tail INTEGER NOT NULL, kind INTEGER NOT NULL, head INTEGER NOT NULL,
    permission INTEGER NOT NULL, declared INTEGER NOT NULL, nth INTEGER NOT NULL
);
CREATE TABLE held_day (source INTEGER NOT NULL, day INTEGER NOT NULL);
CREATE TABLE held_usage (source INTEGER NOT NULL, {_USAGE});
{EVENT_TABLES}"""

STAGE = f"""
CREATE TEMP TABLE stage_id (n INTEGER PRIMARY KEY, id TEXT NOT NULL);
CREATE TEMP TABLE stage_text (n INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TEMP TABLE stage_node (
    run INTEGER NOT NULL, node INTEGER NOT NULL, nth INTEGER NOT NULL, kind INTEGER NOT NULL, name TEXT,
    props TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, retired INTEGER, first_seen INTEGER NOT NULL,
    dated INTEGER NOT NULL, opened INTEGER NOT NULL, line INTEGER NOT NULL, clash INTEGER,
    PRIMARY KEY (run, node, nth)
) WITHOUT ROWID;
CREATE TEMP TABLE stage_edge (
    run INTEGER NOT NULL, tail INTEGER NOT NULL, kind INTEGER NOT NULL, head INTEGER NOT NULL,
    permission INTEGER NOT NULL, declared INTEGER NOT NULL, nth INTEGER NOT NULL,
    since INTEGER NOT NULL, until INTEGER NOT NULL, retired INTEGER, first_seen INTEGER NOT NULL,
    evidence INTEGER NOT NULL, alias INTEGER NOT NULL, line INTEGER NOT NULL
);
CREATE TEMP TABLE stage_usage (run INTEGER NOT NULL, {_USAGE}, event INTEGER, variant INTEGER);
CREATE TEMP TABLE stage_event (run INTEGER NOT NULL, {_EVENT}, held INTEGER NOT NULL);
CREATE TEMP TABLE stage_charge (
    run INTEGER NOT NULL, application INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
    category INTEGER NOT NULL, cost INTEGER NOT NULL, currency INTEGER NOT NULL, description INTEGER NOT NULL
);
CREATE TEMP TABLE stage_gone (run INTEGER NOT NULL, node INTEGER NOT NULL);
CREATE TEMP TABLE stage_held (run INTEGER NOT NULL, line INTEGER NOT NULL);
CREATE TEMP TABLE stage_held_usage (run INTEGER NOT NULL, {_USAGE});
"""
