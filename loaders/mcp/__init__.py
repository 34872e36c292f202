"""One entry of an MCP configuration understood: what it starts, whose it is, what it carries, what it claims."""
