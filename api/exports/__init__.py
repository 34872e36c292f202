"""How a store or its graph leaves the house. `EXPORTS` maps each format to the module whose `write(asked)` writes it."""

EXPORTS: dict[str, str] = {
    "records": "api.exports.records",
    "opengraph": "api.exports.opengraph",
    "graphml": "api.exports.graphml",
    "csv": "api.exports.csv",
    "focus": "api.exports.focus",
}
