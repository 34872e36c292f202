"""Schema of a projection in Neo4j: labels, properties, constraints, and the statements that write it.

Statements are built from names of the ontology only. Columns are parameters, one list per property.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.ontology import EDGE_KINDS, NODE_KINDS, TOKEN_COUNTERS
from graph.stores.projection import HISTORIES, SECOND, USAGE_ENDS, WALKED

MARKER = "projection"
# Visible in edition e: born <= e < died.
FOREVER = 2**63 - 1

_NODE = ("id", "n", "name", "known", "members", "names", "grants_vouched", "hash", "out_hash")
_INTERVAL = ("since", "until")
_CLAIMED = ("first_seen", "claimed_by", "evidence")
_WALK = ("permission", "permission_known", "cap", "walk")
_USE = ("last_used", "requests", "tokens", "cost_nano", "currency")
# All properties of relationships, in the order in which they are read back.
RELATIONSHIP_PROPERTIES = (*_INTERVAL, *_CLAIMED, *_WALK, *_USE)
# Properties that are sent as indices into a list, which is sent once.
LISTED = ("claimed_by", "evidence")

USAGE = (
    *("key", *USAGE_ENDS),
    *("source", "day", "requests"),
    *("cost_nano", "currency", "basis", "priced_on", "chargeable", "amount", *TOKEN_COUNTERS),
)
CHARGE = ("key", "application", "source", "first_day", "last_day", "category", "cost_nano", "currency")


def node_fields(kind: str) -> tuple[str, ...]:
    """The properties of a node of a kind, histories last: two lists each."""
    # A node's `members` are its other ids here.
    declared = () if kind == SECOND else tuple(p.name for p in NODE_KINDS[kind].properties if p.name not in _NODE)
    histories = tuple(f"{name}_{part}" for name in HISTORIES.get(kind, ()) for part in ("since", "was"))
    return (*_NODE, *declared, *histories)


def relationship_fields(kind: str) -> tuple[str, ...]:
    """The properties of a relationship of a type."""
    if kind not in EDGE_KINDS:
        return _INTERVAL
    fields: tuple[str, ...] = (*_INTERVAL, *_CLAIMED)
    fields += _WALK if kind in WALKED else ()
    return fields + (_USE if kind == "USED" else ())


def constraints() -> list[str]:
    """Statements that create constraints and indexes."""
    unique = (("Entity", "id"), ("Entity", "n"), ("Alias", "id"), ("RemitProjection", "name"), ("RemitUsageDay", "day"))
    looked_up = [("Entity", "name"), ("Entity", "email"), ("Usage", "day"), ("Usage", "principal")]
    looked_up += [(kind, "name") for kind in NODE_KINDS]
    statements = [
        f"CREATE CONSTRAINT {_named(label, name)} IF NOT EXISTS FOR (e:{label}) REQUIRE e.{name} IS UNIQUE"
        for label, name in unique
    ]
    statements += [
        f"CREATE INDEX {_named(label, name)} IF NOT EXISTS FOR (e:{label}) ON (e.{name})" for label, name in looked_up
    ]
    return statements


def removals() -> list[str]:
    """Statements that drop what `constraints` creates."""
    return [f"DROP {text.split()[1]} {text.split()[2]} IF EXISTS" for text in constraints()]


def creation(label: str, fields: Sequence[str]) -> str:
    """Create nodes of a label from columns named like their properties; null properties stay absent."""
    return (
        f"UNWIND range(0, size(${fields[0]}) - 1) AS i CREATE (e:{label} {{{_map(fields)}, born: $born, died: $died}})"
    )


def change_of(kind: str) -> str:
    """Set all properties of nodes, matched by `n`."""
    assignments = ", ".join(f"e.{name} = ${name}[i]" for name in node_fields(kind) if name not in ("id", "n"))
    return f"UNWIND range(0, size($n) - 1) AS i MATCH (e:Entity {{n: $n[i]}}) SET {assignments}, e.touched = $touched"


def connection_of(kind: str) -> str:
    """Create relationships of a type between nodes, matched by `n`: columns `tail`, `head` and the properties."""
    properties = _map(relationship_fields(kind))
    return (
        "UNWIND range(0, size($tail) - 1) AS i "
        "MATCH (a:Entity {n: $tail[i]}) MATCH (b:Entity {n: $head[i]}) "
        f"CREATE (a)-[:{kind} {{{properties}, born: $born, died: $died}}]->(b)"
    )


OUTGOING = f"""
UNWIND $n AS n MATCH (a:Entity {{n: n}})-[r]->(b:Entity) WHERE r.died = $died
RETURN type(r), a.n, b.n, elementId(r), {", ".join(f"r.{name}" for name in RELATIONSHIP_PROPERTIES)}
"""
OUTGOING_PACKED = f"""
UNWIND $n AS n MATCH (a:Entity {{n: n}})-[r]->(b:Entity) WHERE r.died = $died
RETURN collect([type(r), a.n, b.n, elementId(r), {", ".join(f"r.{name}" for name in RELATIONSHIP_PROPERTIES)}])
"""
DEGREES = "UNWIND $n AS n MATCH (a:Entity {n: n}) RETURN n, COUNT { (a)-->() }"
ENTITIES = """
MATCH (e:Entity) WHERE e.n >= $low AND e.n < $high
RETURN collect(e.n), collect(e.id), collect(coalesce(e.hash, 0)), collect(coalesce(e.out_hash, 0)),
       collect(e.hash IS NULL)
"""
END_RELATIONSHIPS = "UNWIND $ids AS id MATCH ()-[r]->() WHERE elementId(r) = id SET r.died = $died"
END_NODES = "UNWIND $ids AS id MATCH (e) WHERE elementId(e) = id SET e.died = $died"
DELETE_RELATIONSHIPS = "UNWIND $ids AS id MATCH ()-[r]->() WHERE elementId(r) = id AND r.died <= $edition DELETE r"
DELETE_NODES = "UNWIND $ids AS id MATCH (e) WHERE elementId(e) = id AND e.died <= $edition DETACH DELETE e"
END_ENTITIES = "UNWIND $n AS n MATCH (e:Entity {n: n}) SET e.died = $died RETURN elementId(e)"


def _map(fields: Sequence[str]) -> str:
    return ", ".join(f"{name}: ${name}s[${name}[i]]" if name in LISTED else f"{name}: ${name}[i]" for name in fields)


def _named(label: str, name: str) -> str:
    return f"remit_{label.lower()}_{name}"
