"""LiteLLM: keys, users, teams, MCP servers and the spend logs of a proxy, live or from saved answers.

The proxy's spend is its own estimate of what the providers bill as well: it is priced, not billed. It is cost on days for which
no source reports the provider's bill, else an estimate; the setting `counts` says otherwise. A saved answer lies at the path of its call:
litellm/acme/key/list.json is of the proxy acme, list.1.json and list.2.json are its pages; saved usage proves no day.
Prompts and answers are never read.
"""

from loaders.connectors.litellm.config import Config
from loaders.connectors.litellm.fetch import fetch
from loaders.connectors.litellm.normalize import normalize
from loaders.connectors.litellm.recognize import recognize

__all__ = ["Config", "fetch", "normalize", "recognize"]
