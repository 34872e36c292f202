"""The tools that one MCP server lists: asked of a server that a setting names, or read from saved answers to tools/list.

Nothing is introspected by itself: an instance names ONE remote server by its address (https; http on this machine only)
and, if needed, a token. No tool is called, no process is started, no configuration is followed; a local (stdio) server
cannot be named. What is listed holds for the credential that was used, so the evidence of each edge says which. Needs the
extra `introspection` of Remit.

A saved answer (JSON-RPC, its result, or the bare list of tools) says which server it is about by a field `server`, or by
its folder: mcp_tools/mcp.acme.example/crm.json, mcp_tools/npm/@acme/files-mcp.json. A list of {tool, requiredScopes}
beside it adds the OAuth scopes that each tool needs. Saved answers do not prove that they are all, so they retire nothing.
"""

from loaders.connectors.mcp_introspection.config import Config
from loaders.connectors.mcp_introspection.fetch import fetch
from loaders.connectors.mcp_introspection.normalize import normalize, recognize

__all__ = ["Config", "fetch", "normalize", "recognize"]
