"""GitHub: members, teams and repositories of an organisation, its access tokens, Copilot seats, usage and billed costs.

A live run reads one organisation; its source is the one that Peribolos writes, and ids and permissions are the same. Usage is
who used which model or MCP server; the dollars are those of the billing reports alone, by day and model, and belong to nobody
unless `per_user` asks for them person by person: what is left of a day's total stays nobody's. A saved answer lies at the path
of its call, github/acme/orgs/acme/members.json (admins: members-admin.json; pages: members.1.json, members.2.json); the
organisation itself, seats, tokens, repositories, usage reports and bills are known by content too, and so are the billing
reports that GitHub's pages export as CSV: their lines name who caused them. Of a day that an answer and an export both have,
the dollars count once. Saved answers prove nothing.
"""

from loaders.connectors.github.config import Config
from loaders.connectors.github.fetch import fetch
from loaders.connectors.github.normalize import normalize
from loaders.connectors.github.recognize import recognize

__all__ = ["Config", "fetch", "normalize", "recognize"]
