"""Registries and gateways of MCP servers: their packages and addresses, versions, and which were withdrawn.

Read live with `GET /v0.1/servers`, page after page, or from files: one server.json, a list of them, saved pages of the
API in its present form and in those of 2025. A package is the node McpServer:mcp/npm:NAME, from which every configuration
that starts it takes its status; a remote server is McpServer:mcp/URL. A saved page at mcp_registry/acme/page.json belongs
to the registry acme; files do not prove that they are all, so they retire nothing. A variable or header that is a secret
is kept by its name, never by its value.
"""

from loaders.connectors.mcp_registry.fetch import Config, fetch
from loaders.connectors.mcp_registry.normalize import normalize, recognize

__all__ = ["Config", "fetch", "normalize", "recognize"]
