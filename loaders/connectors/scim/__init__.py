"""SCIM 2.0: the users and groups of a directory, live or from saved list responses.

Live, pages are asked for by index, or by cursor where the service gives one. A group brings its members, groups among them.
Saved, a directory is called by the host in `meta.location`; without one by the name of the file (`acme-users.json`), else
`scim:default`. Folders say nothing.
"""

from loaders.connectors.scim.fetch import Config, fetch
from loaders.connectors.scim.normalize import normalize
from loaders.connectors.scim.recognize import recognize

__all__ = ["Config", "fetch", "normalize", "recognize"]
