"""This file knows what Remit keeps of the claims in Neo4j, and which constraints guard it.

`(:RemitHead)` is one node whose property `head` names everything that is current: the generation and, per source, the
key of its state. `(:RemitState)` is one source at one version, with the keys of the pages that hold its claims. States
and pages are never changed, only replaced: whoever holds a head can read all of it for as long as the pages are kept,
and a writer that dies leaves pages that no state names.
"""

from __future__ import annotations

VERSION = 1

CONSTRAINTS = (
    "CREATE CONSTRAINT remit_head IF NOT EXISTS FOR (n:RemitHead) REQUIRE n.name IS UNIQUE",
    "CREATE CONSTRAINT remit_state IF NOT EXISTS FOR (n:RemitState) REQUIRE n.key IS UNIQUE",
    "CREATE CONSTRAINT remit_page IF NOT EXISTS FOR (n:RemitPage) REQUIRE n.key IS UNIQUE",
    "CREATE CONSTRAINT remit_lease IF NOT EXISTS FOR (n:RemitLease) REQUIRE n.source IS UNIQUE",
    "CREATE CONSTRAINT remit_run IF NOT EXISTS FOR (n:RemitRun) REQUIRE n.number IS UNIQUE",
    "CREATE CONSTRAINT remit_decision IF NOT EXISTS FOR (n:RemitDecision) REQUIRE n.key IS UNIQUE",
    "CREATE INDEX remit_page_source IF NOT EXISTS FOR (n:RemitPage) ON (n.source)",
    "CREATE INDEX remit_state_source IF NOT EXISTS FOR (n:RemitState) ON (n.source)",
)
