"""One system per file. `CONNECTORS` maps a connector's name to its module, imported on use; `load` asks in this order."""

CONNECTORS: dict[str, str] = {
    # What people write themselves.
    "records": "loaders.connectors.records",
    "grants": "loaders.connectors.grants",
    # Directories.
    "scim": "loaders.connectors.scim",
    "okta": "loaders.connectors.okta",
    "entra": "loaders.connectors.entra",
    "google": "loaders.connectors.google",
    "jumpcloud": "loaders.connectors.jumpcloud",
    # AI tools, and the places where their code lives.
    "peribolos": "loaders.connectors.peribolos",
    "github": "loaders.connectors.github",
    "cursor": "loaders.connectors.cursor",
    "openai": "loaders.connectors.openai",
    "anthropic": "loaders.connectors.anthropic",
    "litellm": "loaders.connectors.litellm",
    # MCP servers: who starts them, who registers them, what they offer.
    "mcp": "loaders.connectors.mcp",
    "agent_scan": "loaders.connectors.agent_scan",
    "mcp_scanner": "loaders.connectors.mcp_scanner",
    "mcp_registry": "loaders.connectors.mcp_registry",
    "mcp_introspection": "loaders.connectors.mcp_introspection",
    # Data sources.
    "postgres": "loaders.connectors.postgres",
    "snowflake": "loaders.connectors.snowflake",
    "databricks": "loaders.connectors.databricks",
    "gcp": "loaders.connectors.gcp",
    "aws": "loaders.connectors.aws",
    # Bills and telemetry.
    "focus": "loaders.connectors.focus",
    "aws_cur": "loaders.connectors.aws_cur",
    "azure_cost": "loaders.connectors.azure_cost",
    "gcp_billing": "loaders.connectors.gcp_billing",
    "bedrock_logs": "loaders.connectors.bedrock_logs",
    "otlp": "loaders.connectors.otlp",
    # Graphs of other tools.
    "opengraph": "loaders.connectors.opengraph",
    "openfga": "loaders.connectors.openfga",
}
