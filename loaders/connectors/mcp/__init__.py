"""Configuration files of MCP clients: who connects to which server, as whom, with which secrets."""

from loaders.connectors.mcp.clients import recognize
from loaders.connectors.mcp.draft import normalize

__all__ = ["normalize", "recognize"]
