"""The MCP configurations on people's machines and in one repository, and the calls made through Cursor."""

from __future__ import annotations

import functools
import json
import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from examples.systems.catalogue import BY_KEY
from examples.systems.warehouse import HOST
from examples.world.calendar import pulse
from examples.world.people import BY_LOGIN
from examples.world.records import pretty
from examples.world.spend import poisson

_MCP = "https://mcp.larkspur.example"
POSTGRES = "@larkspur/postgres-mcp"


def _secret(word: str) -> str:
    """Never a secret: a text that says so."""
    return f"EXAMPLE-NOT-A-SECRET-{word}"


def _dsn(role: str, word: str) -> str:
    return f"postgresql://{role}:{_secret(word)}@{HOST}/larkspur"


def _npx(package: str, *args: str, env: dict[str, str] | None = None) -> dict[str, Any]:
    entry: dict[str, Any] = {"command": "npx", "args": ["-y", package, *args]}
    return entry | ({"env": env} if env else {})


_SERVERS = "mcpServers"
_CLAUDE = "Library/Application Support/Claude/claude_desktop_config.json"
_CURSOR = ".cursor/mcp.json"

# login -> path -> the configuration; text is written as it stands
_HOMES: dict[str, dict[str, Any]] = {
    "dana.ito": {
        _CURSOR: {
            _SERVERS: {
                "prod-db": _npx(f"{POSTGRES}@2.3.1", _dsn("postgres", "dana-laptop")),
            }
        }
    },
    "yusuf.demir": {
        _CURSOR: {
            _SERVERS: {
                "postgres": _npx(f"{POSTGRES}@2.4.0", env={"DATABASE_URL": _dsn("yusuf_demir", "yusuf")}),
                "buckets": _npx(
                    "@larkspur/s3-mcp@1.1.0", env={"AWS_SECRET_ACCESS_KEY": "${env:AWS_SECRET_ACCESS_KEY}"}
                ),
                "github": {"url": f"{_MCP}/github", "headers": {"Authorization": "Bearer ${env:LARKSPUR_MCP_TOKEN}"}},
            }
        }
    },
    "rafael.quintero": {
        _CURSOR: {
            _SERVERS: {
                "db": _npx(POSTGRES, _dsn("reporting_ro", "reporting")),
                "browser": {"command": "uvx", "args": ["tidepool-browser-mcp==0.9.2"]},
                "tickets": {"url": f"{_MCP}/tickets"},
            }
        }
    },
    "pavel.novotny": {
        _CURSOR: {
            _SERVERS: {
                "tickets": {"url": f"{_MCP}/tickets/"},
                "billing-db": _npx(f"{POSTGRES}@2.3.1", _dsn("app_billing", "billing-app")),
            }
        }
    },
    "soren.kjaer": {
        _CURSOR: {
            _SERVERS: {
                "warehouse": {"url": f"{_MCP}/warehouse", "headers": {"X-Api-Key": _secret("warehouse-soren-4471")}}
            }
        }
    },
    "mei.lindgren": {
        _CURSOR: {
            _SERVERS: {
                "pg": _npx(f"{POSTGRES}@2.4.0", _dsn("mei_lindgren", "mei")),
                "notes": {"url": "https://mcp.notewhale.example/v1"},
            }
        }
    },
    "hana.whitlock": {
        ".codex/config.toml": f"""# Codex of Hana
model = "gpt-5"

[mcp_servers.github]
url = "{_MCP}/github"
bearer_token_env_var = "LARKSPUR_MCP_TOKEN"
enabled_tools = ["search_code"]

[mcp_servers.wiki]
url = "{_MCP}/wiki"

[mcp_servers.files]
command = "npx"
args = ["-y", "@larkspur/files-mcp@3.0.2", "/Users/hana/work"]
"""
    },
    "noor.haddad": {
        ".gemini/settings.json": {
            "theme": "Atom One",
            _SERVERS: {
                "warehouse": {
                    "httpUrl": f"{_MCP}/warehouse",
                    "headers": {"X-Api-Key": "$WAREHOUSE_KEY"},
                    "trust": True,
                },
            },
        }
    },
    "kwame.asante": {
        "Library/Application Support/Code/User/mcp.json": f"""// VS Code keeps servers of the profile here.
{{
  "inputs": [
    {{ "type": "promptString", "id": "crm-key", "description": "CRM key", "password": true }},
  ],
  "servers": {{
    "crm": {{ "type": "http", "url": "{_MCP}/crm", "headers": {{ "X-Api-Key": "${{input:crm-key}}" }} }},
    /* for the Friday report */
    "reports": {{
      "type": "stdio",
      "command": "npx",
      "args": ["-y", "{POSTGRES}@2.4.0"],
      "env": {{ "DATABASE_URL": "{_dsn("reporting_ro", "reporting")}" }},
    }},
  }},
}}
"""
    },
    "imogen.blackwood": {
        _CLAUDE: {
            _SERVERS: {
                "drive": _npx(
                    "@brambleworks/drive-anything@latest", env={"DRIVE_REFRESH_TOKEN": _secret("drive-imogen-9920")}
                ),
                "crm": _npx(
                    "mcp-remote", f"{_MCP}/crm", "--header", f"Authorization: Bearer {_secret('crm-imogen-3187')}"
                ),
            }
        }
    },
    "beatriz.salgado": {
        _CLAUDE: {_SERVERS: {"notewhale": _npx("mcp-remote", "https://MCP.notewhale.example/v1/")}},
    },
    "anouk.delacroix": {
        _CLAUDE: {
            _SERVERS: {
                "files": _npx("@larkspur/files-mcp@3.0.2", "/Users/anouk/Closing"),
                "warehouse": _npx("mcp-remote", f"{_MCP}/warehouse") | {"disabled": True},
            }
        }
    },
}

# The incident server of the runbooks: whoever may write there may use it, and it logs in as a superuser.
_PROJECTS: dict[str, dict[str, Any]] = {
    "github.com/larkspur/runbooks/.mcp.json": {
        _SERVERS: {
            "incident": {
                "command": "docker",
                "args": ["run", "-i", "--rm", "-e", "DATABASE_URL", "registry.larkspur.example/incident-mcp:1.8.0"],
                "env": {"DATABASE_URL": _dsn("breakglass", "breakglass")},
            }
        }
    }
}

# login -> alias in Cursor -> (server, calls on a plain day); a None server stands for one that no configuration shows.
CURSOR_ALIASES: dict[str, dict[str, tuple[str | None, float]]] = {
    "dana.ito": {"prod-db": ("npm:@larkspur/postgres-mcp", 9)},
    "mei.lindgren": {"notes": ("https://mcp.notewhale.example/v1", 1.5), "pg": ("npm:@larkspur/postgres-mcp", 6)},
    "pavel.novotny": {"billing-db": ("npm:@larkspur/postgres-mcp", 4), "tickets": (f"{_MCP}/tickets", 2)},
    "rafael.quintero": {
        "browser": ("pypi:tidepool-browser-mcp", 3),
        "db": ("npm:@larkspur/postgres-mcp", 5),
        "tickets": (f"{_MCP}/tickets", 1),
    },
    "soren.kjaer": {"warehouse": (f"{_MCP}/warehouse", 4)},
    "yuki.tanabe": {"sketchpad": (None, 0.7)},
    "yusuf.demir": {
        "buckets": ("npm:@larkspur/s3-mcp", 1),
        "github": (f"{_MCP}/github", 5),
        "postgres": ("npm:@larkspur/postgres-mcp", 3),
    },
}


def files() -> Iterator[tuple[str, str]]:
    """Path and text of every configuration."""
    for login, configurations in _HOMES.items():
        for path, content in configurations.items():
            yield f"homes/{BY_LOGIN[login].email}/{path}", content if isinstance(content, str) else pretty(content)
    for path, content in _PROJECTS.items():
        yield f"repos/{path}", json.dumps(content, indent=2) + "\n"


@functools.cache
def _calls(days: tuple[date, ...]) -> dict[tuple[str, date, str, str], int]:
    rng = random.Random("larkspur mcp")
    calls: dict[tuple[str, date, str, str], int] = {}
    for day in days:
        for login, aliases in CURSOR_ALIASES.items():
            person = BY_LOGIN[login]
            if not (person.works(day) or login == "pavel.novotny"):
                continue
            for alias, (server, rate) in aliases.items():
                tools = [tool.name for tool in BY_KEY[server].tools] if server else ["draw"]
                count = poisson(rng, rate * pulse(day))
                main = max(1, count * 4 // 5) if count else 0
                for tool, share in zip(tools, (main, count - main), strict=False):
                    if share:
                        calls[login, day, alias, tool] = share
    return calls


def mcp_calls(days: list[date]) -> dict[tuple[str, date, str, str], int]:
    """(login, day, alias, tool) -> how often, in order of day."""
    return _calls(tuple(days))
