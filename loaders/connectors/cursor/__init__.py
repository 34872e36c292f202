"""Cursor: members, billing groups, allowed models, usage events and MCP analytics of a team, live or from saved pages."""

from loaders.connectors.cursor.calls import fetch
from loaders.connectors.cursor.config import Config
from loaders.connectors.cursor.shape import recognize
from loaders.connectors.cursor.team import normalize

__all__ = ["Config", "fetch", "normalize", "recognize"]
