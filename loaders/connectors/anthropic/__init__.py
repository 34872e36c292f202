"""Anthropic: users, workspaces, API keys, daily token usage with its billed cost, and Claude Code of an organisation.

The dollars are those of the cost report alone, as billed, split over the keys and users of the messages usage report by the
very tokens that each line charges for; nothing is priced from a table. Claude Code of API customers is in these two reports
already and counts nothing again; that of subscriptions is the vendor's estimate, beside the bill. With the setting
`analytics` the vendor's newer reports are read instead of these three: there each cost is that of a person, service account
or key already, and nothing is split. A saved answer lies at the path of its call:
anthropic/acme/v1/organizations/users.json is of the organisation acme, users.1.json and users.2.json are its pages; saved
usage proves no day.
"""

from loaders.connectors.anthropic.config import Config
from loaders.connectors.anthropic.fetch import fetch
from loaders.connectors.anthropic.normalize import normalize
from loaders.connectors.anthropic.recognize import recognize

__all__ = ["Config", "fetch", "normalize", "recognize"]
