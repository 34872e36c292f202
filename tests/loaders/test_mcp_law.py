"""The law of secrets in MCP configurations: no byte of one ever leaves, whatever carried it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.mcp.reading import draft, nodes, refusals, servers, written

URL = "https://mcp.acme.example/crm"
SHAPES = ("homes/ada@acme.example/mcp.json", "repos/github.com/acme/web/.mcp.json", "found/mcp.json")

# Every place a secret rides in, as an entry that carries it there.
CARRIERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "env": lambda s: {"command": "a", "env": {"CRM_TOKEN": s}},
    "environment": lambda s: {"type": "local", "command": ["a"], "environment": {"CRM_PASSWORD": s}},
    "header": lambda s: {"url": URL, "headers": {"Authorization": f"Bearer {s}"}},
    "key header": lambda s: {"httpUrl": URL, "headers": {"X-Api-Key": s}},
    "cookie": lambda s: {"url": URL, "http_headers": {"Cookie": f"session={s}"}},
    "header argument": lambda s: {
        "command": "npx",
        "args": ["mcp-remote", URL, "--header", f"Authorization: Bearer {s}"],
    },
    "joined header": lambda s: {"command": "npx", "args": ["mcp-remote", URL, f"--header=X-Api-Key:{s}"]},
    "token flag": lambda s: {"command": "npx", "args": ["crm-mcp", "--token", s]},
    "key flag": lambda s: {"command": "npx", "args": ["crm-mcp", f"--api-key={s}"]},
    "password flag": lambda s: {"command": "npx", "args": ["crm-mcp", "--password", s]},
    "container": lambda s: {"command": "docker", "args": ["run", "-e", f"CRM_KEY={s}", "acme/crm"]},
    "attached": lambda s: {"command": "docker", "args": ["run", f"-eCRM_KEY={s}", "acme/crm"]},
    "assignment": lambda s: {"command": "env", "args": [f"CRM_TOKEN={s}", "npx", "crm-mcp"]},
    "line": lambda s: {"command": f"npx crm-mcp --token {s}"},
    "shell": lambda s: {"command": "sh", "args": ["-c", f"CRM_TOKEN={s} npx crm-mcp"]},
    "userinfo": lambda s: {"url": f"https://ada:{quote(s, safe='')}@mcp.acme.example/crm"},
    "user": lambda s: {"serverUrl": f"https://{quote(s, safe='')}@mcp.acme.example/crm"},
    "parameter": lambda s: {"url": f"{URL}?api_key={quote(s, safe='')}&page=1"},
    "bridged parameter": lambda s: {"command": "npx", "args": ["mcp-remote", f"{URL}?token={quote(s, safe='')}"]},
    "oauth": lambda s: {"url": URL, "oauth": {"clientId": "a", "clientSecret": s}},
    "auth": lambda s: {"url": URL, "auth": {"CLIENT_SECRET": s}},
    "field": lambda s: {"url": URL, "apiKey": s},
    "settings": lambda s: {"source": "extension", "settings": {"deep": [{"crm_token": s}]}},
    "json": lambda s: {"command": "npx", "args": ["crm-mcp", "--config", '{"apiKey": "' + s + '"}']},
    "dsn": lambda s: {"command": "a", "args": [f"postgresql://app:{quote(s, safe='')}@db.acme.example/sales"]},
    "dsn variable": lambda s: {"command": "a", "env": {"DATABASE_URL": f"mysql://app:{quote(s, safe='')}@db/sales"}},
    "family": lambda s: {"command": "a", "env": {"PGHOST": "db", "PGUSER": "app", "PGPASSWORD": s}},
    "broker": lambda s: {"command": "a", "env": {"BROKER": f"amqp://app:{quote(s, safe='')}@mq.acme.example"}},
    "default": lambda s: {"command": "a", "env": {"CRM_TOKEN": f"${{CRM_TOKEN:-{s}}}"}},
    "default in a url": lambda s: {"url": f"https://mcp.acme.example/${{CRM_TOKEN:-{s}}}/crm"},
    "known form": lambda s: {"command": "a", "env": {"PLAIN": f"ghp_{s}"}},
    "package": lambda s: {"command": "uvx", "args": ["--from", f"git+https://ada:{s}@git.acme.example/crm.git", "crm"]},
    "older": lambda s: {"command": {"path": "npx", "args": ["a"], "env": {"A_SECRET": s}}},
}

# Long enough that no id or path holds one by chance; with what quoting and URLs trip over, without what shells eat.
# No X: a run of them is a placeholder, which is no secret.
SECRETS = st.text(alphabet="abcYZ0123456789_+=.~!", min_size=16, max_size=48).map(lambda text: f"S3{text}z")


@pytest.mark.parametrize("carrier", CARRIERS)
@given(secret=SECRETS, shown=st.sampled_from(SHAPES))
def test_no_secret_ever_leaves_its_configuration(carrier: str, secret: str, shown: str) -> None:
    of = draft(servers(crm=CARRIERS[carrier](secret)), shown)
    assert of.rejected == []
    assert secret not in written(of)
    assert quote(secret, safe="") not in written(of)
    assert any(node.props["literal"] for node in nodes(of, "Credential:").values())


@given(
    secret=SECRETS, carrier=st.sampled_from(sorted(CARRIERS)), key=st.sampled_from(["args", "env", "url", "command"])
)
def test_no_refusal_tells_a_secret(secret: str, carrier: str, key: str) -> None:
    broken = {**CARRIERS[carrier](secret), key: [{"token": secret}, 5, secret]}
    config = servers(crm=broken)
    assert secret not in written(draft(config))
    strict = refusals(config, lenient=False)
    assert bool(strict) == bool(draft(config).rejected)
    assert secret not in repr(strict)


@given(secret=SECRETS)
def test_a_secret_is_one_credential_whatever_carries_it(secret: str) -> None:
    plain = ("env", "header", "key header", "token flag", "container", "userinfo", "parameter", "oauth", "json")
    found = [nodes(draft(servers(crm=CARRIERS[carrier](secret))), "Credential:").keys() for carrier in plain]
    assert all(keys == found[0] for keys in found)
