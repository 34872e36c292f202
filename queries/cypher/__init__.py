"""The same questions, answered by Neo4j on the graph that publishing writes there: the asking machine needs no snapshot.

`CYPHER_QUERIES` maps a question to the function that runs its .cypher file, which stands beside.
"""

CYPHER_QUERIES: dict[str, str] = {
    "blast-radius": "queries.cypher.reach:blast_radius",
    "exposure": "queries.cypher.reach:exposure",
    "access-paths": "queries.cypher.access_paths:access_paths",
    "orphaned-paths": "queries.cypher.orphaned_paths:orphaned_paths",
    "cost-attribution": "queries.cypher.cost_attribution:cost_attribution",
}
