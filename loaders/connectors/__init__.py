"""Connectors, one system per file or folder, imported on use.

`CONNECTORS` maps the name of a connector to its module; `load` asks them in this order whether they recognize a file.
`SIGNATURES` is optional: the connectors that it selects for a file are asked first, so that the others need not be imported.
"""

from loaders.base import Signature
from loaders.mcp.clients import DISTINCTIVE_PATHS

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

SIGNATURES: dict[str, Signature] = {
    "records": Signature(marks=(b'"record"',)),
    "grants": Signature(keys=frozenset({"grants"}), marks=(b"\ngrants:", b"\n[grants]")),
    "scim": Signature(keys=frozenset({"schemas", "Resources"}), marks=(b"urn:ietf:params:scim:", b"urn:scim:schemas:")),
    "peribolos": Signature(keys=frozenset({"orgs"}), marks=(b"\norgs:", b'"orgs"')),
    "cursor": Signature(
        keys=frozenset({"teamMembers", "teamMemberSpend", "usageEvents", "billingCycle", "providers", "params"})
    ),
    "openai": Signature(keys=frozenset({"object"})),
    "anthropic": Signature(keys=frozenset({"has_more"})),
    "mcp": Signature(keys=frozenset({"mcpServers", "mcp_servers", "context_servers"}), names=DISTINCTIVE_PATHS),
    "agent_scan": Signature(keys=frozenset({"scan_path_results"})),
    "postgres": Signature(keys=frozenset({"postgres"})),
    "otlp": Signature(keys=frozenset({"resourceSpans"}), marks=(b'"resourceSpans"',)),
    "opengraph": Signature(keys=frozenset({"graph", "relationship_kinds"})),
    "openfga": Signature(marks=(b"\nmodel\n  schema 1.1", b"\nmodel\n  schema 1.2", b'"type_definitions"')),
}
