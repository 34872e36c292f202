"""Publishing projections into Neo4j, edition by edition."""
