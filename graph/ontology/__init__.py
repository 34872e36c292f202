"""The ontology: kinds of nodes and edges, and the words of usage, charges and decisions."""

from graph.ontology.core import MAX_ID_BYTES, EdgeKind, NodeKind, Permission, Property, split_id
from graph.ontology.edges import EDGE_CODES, EDGE_KINDS, EDGE_NAMES
from graph.ontology.nodes import NODE_CODES, NODE_KINDS, NODE_NAMES
from graph.ontology.usage import (
    AMOUNTS,
    CHARGE_CATEGORIES,
    COST_BASES,
    COUNTS,
    DAY_SCOPES,
    DECISION_KINDS,
    DISJOINT_COUNTERS,
    TOKEN_COUNTERS,
    USAGE_PRINCIPALS,
    USAGE_RESOURCES,
)

__all__ = [
    "AMOUNTS",
    "CHARGE_CATEGORIES",
    "COST_BASES",
    "COUNTS",
    "DAY_SCOPES",
    "DECISION_KINDS",
    "DISJOINT_COUNTERS",
    "EDGE_CODES",
    "EDGE_KINDS",
    "EDGE_NAMES",
    "MAX_ID_BYTES",
    "NODE_CODES",
    "NODE_KINDS",
    "NODE_NAMES",
    "TOKEN_COUNTERS",
    "USAGE_PRINCIPALS",
    "USAGE_RESOURCES",
    "EdgeKind",
    "NodeKind",
    "Permission",
    "Property",
    "split_id",
]
