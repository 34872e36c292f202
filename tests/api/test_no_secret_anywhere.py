"""No secret that stands in a configuration, a scan or a catalogue is found again in anything that Remit keeps, writes or says."""

from __future__ import annotations

import base64
import io
import json
import re
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import anyio
import httpx
import pytest

from api.context import StoreContext
from api.exports import EXPORTS
from api.exports.records import export_records
from api.http.app import create_app
from api.http.audit import open_log
from api.settings import Settings
from graph.errors import InputError, RecordError
from loaders.base import Context as Told
from loaders.saved.files import load_runs
from tests.api.command_line import Remit
from tests.loaders.secret_samples import CAPABILITIES, TEMPLATES, samples

URL = "https://mcp.acme.example"
WHEN = "2026-11-20T06:00:00Z"
HOME = "fleet/homes/ada@acme.example"
# A word that must be found wherever the secrets are looked for: else the search itself is broken.
WITNESS = "witnessed-server"
REDACTED = "**REDACTED**"

Entry = dict[str, Any]

# Where a secret rides in an entry: variables, headers, arguments, addresses, nested settings.
CARRIERS: dict[str, Callable[[str], Entry]] = {
    "env": lambda s: {"command": "crm", "args": [], "env": {"CRM_TOKEN": s}},
    "header": lambda s: {"url": f"{URL}/a", "headers": {"Authorization": f"Bearer {s}"}},
    "key-header": lambda s: {"url": f"{URL}/b", "headers": {"X-Api-Key": s}},
    "flag": lambda s: {"command": "npx", "args": ["-y", "@acme/crm", "--api-key", s]},
    "joined-flag": lambda s: {"command": "npx", "args": ["-y", "@acme/crm", f"--token={s}"]},
    "bridge": lambda s: {
        "command": "npx",
        "args": ["mcp-remote", f"{URL}/c", "--header", f"Authorization: Bearer {s}"],
    },
    "container": lambda s: {"command": "docker", "args": ["run", "-e", f"CRM_KEY={s}", "acme/crm"]},
    "query": lambda s: {"url": f"{URL}/d?api_key={s}&page=1"},
    "userinfo": lambda s: {"url": f"https://ada:{s}@mcp.acme.example/e"},
    "user": lambda s: {"url": f"https://{s}@mcp.acme.example/f"},
    "oauth": lambda s: {"url": f"{URL}/g", "oauth": {"clientId": "a", "clientSecret": s}},
    "dsn": lambda s: {"command": "pg", "args": [f"postgresql://app:{s}@db.acme.example/sales"]},
    "default": lambda s: {"command": "crm", "args": [], "env": {"CRM_TOKEN": f"${{CRM_TOKEN:-{s}}}"}},
}
# Where a secret stands though no secret belongs there: addresses, names, and what nobody reads.
PLACES: dict[str, Callable[[str], Entry]] = {
    "path": lambda s: {"url": f"{URL}/x/{quote(s, safe='')}/mcp"},
    "plain-path": lambda s: {"url": f"{URL}/y/{s}/mcp", "headers": {"X-Team": "data"}},
    "host": lambda s: {"url": f"https://{re.sub('[^A-Za-z0-9_-]', '-', s)[:60]}.mcp.example/mcp"},
    "name-of-variable": lambda s: {"url": f"{URL}/v", "bearer_token_env_var": s},
    "name-of-header-variable": lambda s: {"url": f"{URL}/w", "env_http_headers": {"Authorization": s}},
    "env-name": lambda s: {"command": "crm", "args": [], "env": {s: "1"}},
    "env-value": lambda s: {"command": "crm", "args": [], "env": {"REGION": s}},
    "header-name": lambda s: {"url": f"{URL}/i", "headers": {s: "1"}},
    "image": lambda s: {"command": "docker", "args": ["run", f"ghcr.io/acme/{s.lower()}/crm:1"]},
    "package": lambda s: {"command": "npx", "args": ["-y", f"@acme/{s}"]},
    "version": lambda s: {"command": "npx", "args": ["-y", f"@acme/crm@{s}"]},
    "argument": lambda s: {"command": "crm", "args": [s]},
    "flag-name": lambda s: {"command": "crm", "args": [f"--{s}", "1"]},
    "flag": lambda s: {"command": "crm", "args": ["--region", s]},
    "unknown-field": lambda s: {"command": "crm", "args": [], "future": {"list": [{"of": s}]}},
    "unknown-key": lambda s: {"command": "crm", "args": [], "future": {s: True}},
    "description": lambda s: {"command": "crm", "args": [], "description": f"Log in with {s}, please"},
    "env-file": lambda s: {"command": "crm", "args": [], "envFile": f"/run/{s}/.env"},
    "approved": lambda s: {"command": "crm", "args": [], "autoApprove": [s]},
    "transport": lambda s: {"url": f"{URL}/t", "type": s[:32]},
    "folder": lambda s: {"command": "crm", "args": [], "cwd": f"/home/ada/{s}"},
    "amqp": lambda s: {"command": "crm", "args": [f"amqp://mq.acme.example/{s}"]},
}
REDACTIONS: dict[str, Entry] = {
    "redacted-env": {"command": "crm", "args": [], "env": {"CRM_TOKEN": REDACTED, "PGUSER": REDACTED, "PGHOST": "db"}},
    "redacted-header": {"url": f"{URL}/h", "headers": {"Authorization": REDACTED}},
    "redacted-argument": {
        "command": "npx",
        "args": ["-y", "@acme/crm", "--token", "**REDACTED_SECRET_KEYWORDDETECTOR**"],
    },
}


@dataclass
class Planted:
    """Secrets that were written into files, each once."""

    secrets: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def new(self) -> str:
        """One more secret, unlike any other and unlike any id or digest."""
        self.secrets.append(f"Zq7-plAnted-{len(self.secrets):04}-kV9wRm")
        return self.secrets[-1]

    def entries(self) -> dict[str, Entry]:
        """One entry for each carrier."""
        return {name: carry(self.new()) for name, carry in CARRIERS.items()} | {WITNESS: {"command": "a", "args": []}}

    def places(self, client: int) -> dict[str, Entry]:
        """One entry for each place, with keys of other forms for each client, and one whose alias is a key."""
        templates = [template for template in TEMPLATES if len(template) < 60]
        start = client * (len(PLACES) + 1)
        chosen = [templates[(start + index) % len(templates)] for index in range(len(PLACES) + 1)]
        keys = list(samples(chosen, client))
        # In an address and as a name, what has no known form is a secret too.
        keys[0], keys[2], keys[4] = samples([CAPABILITIES[client % len(CAPABILITIES)], "{l25}", "{m24}"], client)
        self.keys += keys
        return {place: carry(key) for (place, carry), key in zip(PLACES.items(), keys, strict=False)} | {
            keys[-1]: {"command": "a", "args": []}
        }

    def found_in(self, content: bytes | str) -> list[str]:
        """The secrets that stand in a text, as they are, quoted for an address, or in base64."""
        raw = content.encode() if isinstance(content, str) else content
        kept = set(re.findall(rb"Zq7-plAnted-\d{4}-kV9wRm", raw))
        coded = [base64.b64encode(s.encode()).rstrip(b"=")[:-1] for s in self.secrets]
        # Hosts and images are written in small letters; of a key neither end may stay.
        small = b"\n".join({*re.findall(rb"[\w.:~/=+-]{16,}", raw.lower())})
        parts = [part for key in self.keys for part in (key[-16:].lower(), key[:16].lower()) if part.encode() in small]
        return sorted(s.decode() for s in kept) + [s.decode() for s in coded if s in raw] + parts


# How each client writes its servers: path below the home, and the file around the entries.
FORMS: dict[str, Callable[[dict[str, Entry]], Any]] = {
    ".cursor/mcp.json": lambda e: {"mcpServers": e},
    "Library/Application Support/Claude/claude_desktop_config.json": lambda e: {"mcpServers": e},
    ".claude.json": lambda e: {"numStartups": 1, "projects": {"/home/ada/web": {"mcpServers": e}}},
    "src/.mcp.json": lambda e: {"mcpServers": e},
    ".claude/plugins/cache/notes/.mcp.json": lambda e: e,
    ".config/Code/User/mcp.json": lambda e: {
        "inputs": [{"id": "k", "type": "promptString", "password": True}],
        "servers": e,
    },
    ".config/Code/User/settings.json": lambda e: {"editor.fontSize": 12, "mcp": {"servers": e}},
    ".copilot/mcp-config.json": lambda e: {"mcpServers": {k: {**v, "tools": ["*"]} for k, v in e.items()}},
    ".codeium/windsurf/mcp_config.json": lambda e: {"mcpServers": _respelled(e, url="serverUrl")},
    ".gemini/antigravity/mcp_config.json": lambda e: {"mcpServers": _respelled(e, url="serverUrl")},
    ".gemini/settings.json": lambda e: {"theme": "x", "mcpServers": _respelled(e, url="httpUrl")},
    ".config/opencode/opencode.json": lambda e: {"mcp": {k: _opencode(v) for k, v in e.items()}},
    ".config/zed/settings.json": lambda e: {"context_servers": e},
    "cline_mcp_settings.json": lambda e: {
        "mcpServers": {k: {**v, "disabled": False, "autoApprove": []} for k, v in e.items()}
    },
    ".roo/mcp.json": lambda e: {"mcpServers": {k: {**v, "alwaysAllow": ["search"]} for k, v in e.items()}},
    ".kiro/settings/mcp.json": lambda e: {"mcpServers": e},
    ".aws/amazonq/mcp.json": lambda e: {"mcpServers": e},
}


def _respelled(entries: dict[str, Entry], **names: str) -> dict[str, Entry]:
    return {alias: {names.get(key, key): told for key, told in entry.items()} for alias, entry in entries.items()}


def _opencode(entry: Entry) -> Entry:
    if "url" in entry:
        return {"type": "remote", "enabled": True, **entry}
    return {"type": "local", "command": [entry["command"], *entry["args"]], "environment": entry.get("env", {})}


def _codex(entries: dict[str, Entry]) -> str:
    """TOML: JSON's texts and lists are TOML's."""
    names = {"headers": "http_headers"}
    lines = []
    for alias, entry in entries.items():
        lines.append(f"[mcp_servers.{alias}]")
        for key, told in entry.items():
            pairs = (
                ", ".join(f"{json.dumps(k)} = {json.dumps(v)}" for k, v in told.items())
                if isinstance(told, dict)
                else ""
            )
            lines.append(
                f"{names.get(key, key)} = {'{ ' + pairs + ' }' if isinstance(told, dict) else json.dumps(told)}"
            )
    return "\n".join(lines)


def _scan(planted: Planted) -> Any:
    """agent-scan without its redaction, as other tools of its family write it."""
    tool = {"name": "search", "description": planted.new(), "inputSchema": {"default": planted.new()}}
    signature = {"metadata": {}, "prompts": [], "resources": [], "resource_templates": [], "tools": [tool]}
    error = {
        "message": planted.new(),
        "traceback": planted.new(),
        "server_output": planted.new(),
        "category": "server_startup",
    }
    servers = [
        {"name": name, "server": entry, "signature": signature, "error": None}
        for name, entry in {**planted.entries(), **REDACTIONS}.items()
    ]
    servers.append({"name": "failed", "server": {"command": "f", "args": []}, "signature": None, "error": error})
    issues = [{"code": "E001", "message": planted.new(), "reference": [0, 0], "extra_data": {"x": planted.new()}}]
    path = "/Users/ada/.cursor/mcp.json"
    return {path: {"client": "cursor", "path": path, "servers": servers, "issues": issues, "labels": [], "error": None}}


def _catalogue(planted: Planted) -> Any:
    variable = {"name": "CRM_TOKEN", "isSecret": True, "value": planted.new(), "default": planted.new()}
    package = {
        "registryType": "npm",
        "identifier": "@acme/crm",
        "environmentVariables": [variable],
        "transport": {"type": "stdio"},
    }
    remote = {
        "type": "streamable-http",
        "url": f"https://u:{planted.new()}@mcp.acme.example/z?token={planted.new()}",
        "headers": [{"name": "Authorization", "isSecret": True, "value": f"Bearer {planted.new()}"}],
    }
    return {
        "name": "example.acme/crm",
        "title": WITNESS,
        "description": planted.new(),
        "version": "1",
        "packages": [package],
        "remotes": [remote],
    }


def _cisco(planted: Planted) -> Any:
    finding = {
        "severity": "HIGH",
        "threat_names": [planted.new()],
        "threat_summary": planted.new(),
        "total_findings": 1,
    }
    result = {
        "tool_name": "run",
        "tool_description": planted.new(),
        "status": "completed",
        "is_safe": False,
        "findings": {"yara_analyzer": finding},
    }
    return {"server_url": f"stdio:npx -y @acme/x --token {planted.new()}", "scan_results": [result]}


def _records(planted: Planted) -> list[dict[str, Any]]:
    """Records of somebody's own program, which puts keys into every text."""
    keys = list(samples(TEMPLATES, 99))
    planted.keys += keys
    take = iter(keys)
    lines: list[dict[str, Any]] = [{"record": "run", "source": "own:acme", "observed_at": WHEN}]
    for _ in range(len(keys) // 6):
        server = f"McpServer:mcp/{URL}/own/{next(take)}/mcp"
        props = {"notes": f"see {next(take)}", "labels": [next(take)]}
        lines.append({"record": "node", "id": server, "name": f"crm {next(take)}", "props": props})
        edge = {"kind": "CONNECTS_TO", "source": "Identity:email/ada@acme.example", "target": server}
        lines.append({"record": "edge", **edge, "evidence": f"in /x/{next(take)}", "alias": next(take)})
    return lines


def _spans(planted: Planted) -> Any:
    """Spans of a program that names itself, its tools and its users with keys."""
    keys = list(samples(TEMPLATES, 77))
    planted.keys += keys
    names = ("service.name", "gen_ai.agent.name", "gen_ai.tool.name", "server.address", "user.id", "mcp.server.name")
    spans = []
    for number in range(len(keys) // len(names)):
        told = dict(zip(names, keys[number * len(names) :], strict=False))
        told |= {"gen_ai.operation.name": "execute_tool", "mcp.method.name": "tools/call"}
        attributes = [{"key": name, "value": {"stringValue": text}} for name, text in told.items()]
        when = str(1_795_000_000_000_000_000 + number)
        ids = {"traceId": f"{number + 1:032x}", "spanId": f"{number + 1:016x}"}
        spans.append({**ids, "name": "tools/call", "kind": 3, "startTimeUnixNano": when, "attributes": attributes})
    return {"resourceSpans": [{"resource": {"attributes": []}, "scopeSpans": [{"spans": spans}]}]}


def _write(folder: Path, name: str, content: Any) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


def _plant(folder: Path) -> Planted:
    planted = Planted()
    for number, (name, form) in enumerate(FORMS.items()):
        # Every other client: places are found by one reader, whatever file they stand in.
        places = planted.places(number) if number % 2 == 0 else {}
        _write(folder, f"{HOME}/{name}", form({**planted.entries(), **places, **REDACTIONS}))
    _write(folder, f"{HOME}/.codex/config.toml", _codex(planted.entries()))
    _write(folder, "fleet/repos/github.com/acme/web/.mcp.json", {"mcpServers": planted.entries()})
    _write(folder, "fleet/found/mcp.json", {"mcpServers": planted.entries()})
    # One entry that cannot be read, beside one that can.
    broken = {"command": "b", "env": {"B_TOKEN": [planted.new()]}, "url": f"x://{planted.new()}"}
    _write(folder, "fleet/found/broken/mcp.json", {"mcpServers": {"broken": broken, WITNESS: {"command": "a"}}})
    _write(folder, f"{HOME}/scan.json", _scan(planted))
    _write(folder, "fleet/server.json", _catalogue(planted))
    _write(folder, "fleet/cisco.json", _cisco(planted))
    tools = [
        {
            "name": "search",
            "description": planted.new(),
            "inputSchema": {"default": planted.new()},
            "_meta": {"x": planted.new()},
        }
    ]
    _write(folder, "fleet/foreign.jsonl", "\n".join(json.dumps(line) for line in _records(planted)))
    _write(folder, "fleet/spans.json", _spans(planted))
    _write(folder, "fleet/mcp_tools/mcp.acme.example/a.json", {"tools": tools})
    return planted


@dataclass(frozen=True)
class Fleet:
    """A folder that was loaded, what was planted in it, and what the load said."""

    remit: Remit
    planted: Planted
    told: subprocess.CompletedProcess[str]

    def export(self, name: str) -> tuple[Path, subprocess.CompletedProcess[str]]:
        """What an export writes, and what it says."""
        out = self.remit.folder / f"{name}.export"
        return out, self.remit.run("export", "--format", name, str(out))

    def nodes(self) -> list[dict[str, Any]]:
        """Every node that the store holds, as records."""
        with StoreContext(Settings(store=f"sqlite:///{self.remit.folder}/.remit/remit.db")) as context:
            out = self.remit.folder / "nodes.jsonl"
            export_records(context.store, out)
        records = [json.loads(line) for line in out.read_text().splitlines()]
        return [record for record in records if record["record"] == "node"]


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Fleet:
    folder = tmp_path_factory.mktemp("fleet")
    planted, remit = _plant(folder), Remit(folder)
    return Fleet(remit, planted, remit.run("load", "fleet", "--observed-at", WHEN))


def _said(runs: Iterable[subprocess.CompletedProcess[str]]) -> str:
    return "".join(run.stdout + run.stderr for run in runs)


def test_every_file_loads_and_says_nothing_of_its_secrets(fleet: Fleet) -> None:
    # PARTIAL: the broken entry, the server that did not start.
    assert fleet.told.returncode == 1, fleet.told.stderr
    assert "skipped" not in fleet.told.stderr
    assert fleet.told.stdout.count("REFUSED_ENTRIES") == 1
    assert "broken" in fleet.told.stdout
    assert fleet.planted.found_in(_said([fleet.told])) == []


def test_two_hundred_keys_of_known_forms_are_planted(fleet: Fleet) -> None:
    assert len(set(fleet.planted.keys)) >= 400
    assert len({key[:3] for key in fleet.planted.keys}) >= 90


def test_neither_the_store_nor_the_snapshots_hold_one(fleet: Fleet) -> None:
    kept = [path for path in (fleet.remit.folder / ".remit").rglob("*") if path.is_file()]
    assert any(WITNESS.encode() in path.read_bytes() for path in kept if path.suffix == ".db")
    assert [secret for path in kept for secret in fleet.planted.found_in(path.read_bytes())] == []


@pytest.mark.parametrize("name", EXPORTS)
def test_no_export_holds_one(fleet: Fleet, name: str) -> None:
    out, done = fleet.export(name)
    assert done.returncode == 0, done.stderr
    written = [path for path in (out.rglob("*") if out.is_dir() else [out]) if path.is_file()]
    # Configurations cost nothing: of the ledger there is the head alone.
    witness = b"x_RemitPrincipal" if name == "focus" else WITNESS.encode()
    assert any(witness in path.read_bytes() for path in written)
    assert [secret for path in written for secret in fleet.planted.found_in(path.read_bytes())] == []
    assert fleet.planted.found_in(_said([done])) == []


def test_each_literal_secret_is_known_by_its_fingerprint(fleet: Fleet) -> None:
    prints = {node.get("props", {}).get("fingerprint") for node in fleet.nodes()}
    # Every carrier of every configuration and of the scan: none was overlooked, and no two are one.
    configurations = len(FORMS) + 4
    assert len(prints - {None}) >= configurations * len(CARRIERS)


def test_no_answer_of_the_command_line_holds_one(fleet: Fleet) -> None:
    asked = [
        ("status", "--format", "json"),
        ("query", "blast-radius", "ada@acme.example", "--format", "json"),
        ("query", "orphaned-paths"),
    ]
    told = [fleet.remit.run(*words) for words in asked]
    assert [run.returncode for run in told] == [0, 0, 0]
    assert WITNESS in told[1].stdout
    assert fleet.planted.found_in(_said(told)) == []


def test_no_answer_of_the_server_and_no_log_holds_one(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fleet.remit.folder)
    for name in ("REMIT_STORE", "REMIT_TOKEN", "REMIT_SNAPSHOTS", "REMIT_HOSTS"):
        monkeypatch.delenv(name, raising=False)
    log = io.StringIO()
    ids = sorted({node["id"] for node in fleet.nodes()})

    async def answers() -> str:
        app = create_app(Settings(), "127.0.0.1", open_log(log))
        told = []
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8800") as http,
        ):
            for at in range(0, len(ids), 100):
                query = "query($ids: [ID!]!) { nodes(ids: $ids) { id name aliases props { key value } } }"
                told.append(
                    await http.post("/graphql", json={"query": query, "variables": {"ids": ids[at : at + 100]}})
                )
            paths = """{ blastRadius(input: {start: ["ada@acme.example"]}) { ... on BlastRadius { reached(first: 200) {
                nodes { id name witness { source kind target evidence { text } } } } } } }"""
            told.append(await http.post("/graphql", json={"query": paths}))
            told.append(await http.get("/metrics"))
        return "".join(answer.text for answer in told)

    said = anyio.run(answers)
    assert WITNESS in said
    assert fleet.planted.found_in(said) == []
    assert fleet.planted.found_in(log.getvalue()) == []


UNREADABLE: dict[str, tuple[str, Callable[[str], str]]] = {
    "broken off": (f"{HOME}/.cursor/mcp.json", lambda s: '{"mcpServers": {"a": {"env": {"A_TOKEN": "' + s + '"'),
    "no object": ("x/.mcp.json", lambda s: json.dumps([s])),
    "no servers": ("x/.mcp.json", lambda s: json.dumps({"mcpServers": [s]})),
    "broken TOML": ("x/.codex/config.toml", lambda s: f'[mcp_servers.a]\ntoken = "{s}\n'),
    "no results": ("x/scan.json", lambda s: json.dumps({"/x": {"servers": [s], "error": s}})),
    "tools of nobody": ("x/tools.json", lambda s: json.dumps({"tools": [{"name": s, "inputSchema": {}}]})),
    "strict": (f"{HOME}/mcp.json", lambda s: json.dumps({"mcpServers": {"a": {"command": [s, {}], "args": {s: s}}}})),
}


def _read(path: Path) -> None:
    drafts, _ = load_runs([path], Told(0, lenient=False))
    for draft in drafts:
        list(draft.records)


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_that_cannot_be_read_fails_for_a_reason_without_its_secrets(case: str, tmp_path: Path) -> None:
    planted = Planted()
    name, content = UNREADABLE[case]
    path = _write(tmp_path, name, content(planted.new()))
    with pytest.raises((RecordError, InputError)) as caught:
        _read(path)
    assert path.name in str(caught.value)
    assert planted.found_in(str(caught.value)) == []


def test_the_command_line_says_no_more_of_it(tmp_path: Path) -> None:
    planted = Planted()
    name, content = UNREADABLE["broken off"]
    path = _write(tmp_path, name, content(planted.new()))
    done = Remit(tmp_path).run("load", str(path))
    assert (done.returncode, path.name in done.stderr) == (2, True)
    assert planted.found_in(_said([done])) == []


def test_the_search_would_find_one() -> None:
    planted = Planted()
    secret = planted.new()
    assert planted.found_in(f"x{secret}y") == [secret]
    assert planted.found_in(quote(secret, safe="")) == [secret]
    assert planted.found_in(base64.b64encode(secret.encode())) != []
