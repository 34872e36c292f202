"""Cursor: members, billing groups, allowed models, usage events, MCP analytics and accepted lines of a team, live or from saved pages."""

from loaders.connectors.cursor.fetch import Config, fetch
from loaders.connectors.cursor.normalize import normalize
from loaders.connectors.cursor.recognize import recognize

__all__ = ["Config", "fetch", "normalize", "recognize"]
