"""Stores of claims. `STORES` maps the scheme of a store's address to the class that opens it."""

STORES: dict[str, str] = {
    "memory": "graph.stores.memory:MemoryStore",
    "sqlite": "graph.stores.sqlite:SqliteStore",
    "neo4j": "graph.stores.neo4j:Neo4jStore",
    "bolt": "graph.stores.neo4j:Neo4jStore",
}
