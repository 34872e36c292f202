"""OpenAI: users, projects, service accounts, API keys, daily usage and billed costs of an organisation.

The dollars are those of /organization/costs alone, as billed, by key, project and line; usage gives tokens and requests and
is not priced, so no dollar stands twice. A saved answer lies at the path of its call: openai/acme/organization/users.json is
of the organisation acme, users.1.json and users.2.json are its pages; saved usage proves no day.
"""

from loaders.connectors.openai.config import Config
from loaders.connectors.openai.fetch import fetch
from loaders.connectors.openai.normalize import normalize
from loaders.connectors.openai.recognize import recognize

__all__ = ["Config", "fetch", "normalize", "recognize"]
