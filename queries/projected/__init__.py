"""The same questions, answered by Neo4j on the graph that publishing writes there: no snapshot on the machine that asks.

`PROJECTED` maps a question to the function that asks its file in queries/cypher.
"""

PROJECTED: dict[str, str] = {
    "blast-radius": "queries.projected.reach:blast_radius",
    "exposure": "queries.projected.reach:exposure",
    "access-paths": "queries.projected.paths:access_paths",
    "orphaned-paths": "queries.projected.orphans:orphaned_paths",
    "cost-attribution": "queries.projected.costs:cost_attribution",
}
