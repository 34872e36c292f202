"""The shared store: a Neo4j database, single, cluster or Aura."""

from graph.stores.neo4j.store import Neo4jStore

__all__ = ["Neo4jStore"]
