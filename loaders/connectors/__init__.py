"""One system per file. `CONNECTORS` maps a connector's name to its module, imported on use; `load` asks in this order."""

CONNECTORS: dict[str, str] = {
    "records": "loaders.connectors.records",
    "peribolos": "loaders.connectors.peribolos",
    "scim": "loaders.connectors.scim",
    "cursor": "loaders.connectors.cursor",
    "openai": "loaders.connectors.openai",
    "anthropic": "loaders.connectors.anthropic",
    "mcp": "loaders.connectors.mcp",
    "okta": "loaders.connectors.okta",
    "entra": "loaders.connectors.entra",
    "google": "loaders.connectors.google",
    "jumpcloud": "loaders.connectors.jumpcloud",
}
