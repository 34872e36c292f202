"""Microsoft Entra: users, service principals, nested groups and assignments to applications, live or from saved pages.

A live run reads everything, or, for some hours after that, only what changed since (delta queries): then whoever is reported
as removed is gone, and nothing else is retired until everything is read again. An assigned user or service principal may use
the application through its account in the directory, a group through itself. A saved page at entra/acme/users.json is of the
tenant acme.
"""

from loaders.connectors.entra.fetch import Config, fetch
from loaders.connectors.entra.normalize import normalize, recognize

__all__ = ["Config", "fetch", "normalize", "recognize"]
