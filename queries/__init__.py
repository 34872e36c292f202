"""WHAT IT MEANS: the questions, each a pure function of a snapshot. `QUERIES` maps a question to its module."""

QUERIES: dict[str, str] = {
    "blast-radius": "queries.blast_radius",
    "exposure": "queries.exposure",
    "access-paths": "queries.access_paths",
    "ranking": "queries.ranking",
    "orphaned-paths": "queries.orphaned_paths",
    "cost-attribution": "queries.cost_attribution",
    "inventory": "queries.inventory",
    "unresolved": "queries.unresolved",
    "revocation": "queries.revocation",
    "offboarding": "queries.offboarding",
    "forecast": "queries.forecast",
    "anomalies": "queries.anomalies",
    "choke-points": "queries.choke_points",
    "least-privilege": "queries.least_privilege",
    "what-if": "queries.what_if",
    "changes": "queries.changes",
}
