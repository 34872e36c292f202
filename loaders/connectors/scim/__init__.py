"""SCIM 2.0: the users and groups of a directory, live or from saved list responses.

Live, pages are asked for by index, or by cursor where the service gives one. A group brings its members, groups among them.
"""

from loaders.connectors.scim.calls import fetch
from loaders.connectors.scim.config import Config
from loaders.connectors.scim.envelope import MARKS, recognize
from loaders.connectors.scim.run import normalize

__all__ = ["MARKS", "Config", "fetch", "normalize", "recognize"]
