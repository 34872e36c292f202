"""SCIM 2.0: the users and groups of a directory, live or from saved list responses.

Live, pages are asked for by index, or by cursor where the service gives one. A group brings its members, groups among them.
"""

from loaders.connectors.scim.fetch import Config, fetch
from loaders.connectors.scim.normalize import normalize
from loaders.connectors.scim.recognize import recognize

__all__ = ["Config", "fetch", "normalize", "recognize"]
