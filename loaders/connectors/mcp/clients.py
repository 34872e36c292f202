"""This file knows the clients: where each keeps its servers, how its files are called, and which entries it has.

A file is recognized by its content first: the root keys that hold entries which look like servers; then by its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import RecordError
from loaders.base import Document
from loaders.mcp.slot import URL_KEYS, ServerEntry


@dataclass(frozen=True, slots=True)
class ClientFiles:
    """One client: the ends of the paths of its files. `distinctive`: such a file can be nothing else."""

    name: str
    paths: tuple[str, ...]
    distinctive: bool = True


# The first that fits wins: a folder's name says more than a file's.
CLIENTS: tuple[ClientFiles, ...] = (
    ClientFiles("claude-desktop", ("claude_desktop_config.json",)),
    ClientFiles("claude-code", (".mcp.json", ".claude.json", "managed-mcp.json")),
    ClientFiles(
        "claude-code", (".claude/settings.json", ".claude/settings.local.json", "plugin.json"), distinctive=False
    ),
    ClientFiles("antigravity", ("antigravity/mcp_config.json",)),
    ClientFiles("windsurf", ("windsurf/mcp_config.json", ".codeium/mcp_config.json")),
    ClientFiles("cursor", (".cursor/mcp.json",)),
    ClientFiles("copilot-cli", (".copilot/mcp-config.json", "mcp-config.json")),
    ClientFiles("vscode", (".vscode/mcp.json", "user/mcp.json")),
    ClientFiles("vscode", (".vscode/settings.json", "user/settings.json"), distinctive=False),
    ClientFiles("codex", (".codex/config.toml", "codex/config.toml"), distinctive=False),
    ClientFiles("gemini-cli", (".gemini/settings.json",), distinctive=False),
    ClientFiles("opencode", ("opencode.json", "opencode.jsonc"), distinctive=False),
    ClientFiles("zed", (".zed/settings.json", "zed/settings.json"), distinctive=False),
    ClientFiles("cline", ("cline_mcp_settings.json",)),
    ClientFiles("roo", (".roo/mcp.json", "mcp_settings.json")),
    ClientFiles("kiro", (".kiro/settings/mcp.json",)),
    ClientFiles("amazonq", ("amazonq/mcp.json", "amazonq/default.json")),
    ClientFiles("windsurf", ("mcp_config.json",)),
)

# root key → client, for files whose name says nothing. The first three can hold nothing but servers.
_ROOTS = {
    "mcpServers": "other",
    "mcp_servers": "codex",
    "context_servers": "zed",
    "servers": "vscode",
    "mcp": "opencode",
}
_DISTINCTIVE_ROOTS = ("mcpServers", "mcp_servers", "context_servers")


def recognize(document: Document) -> bool:
    """A client's configuration of MCP servers: by the keys that hold entries which look like servers, then by its name."""
    if document.form not in ("json", "toml"):
        return False
    if not isinstance(document.value, Mapping):
        return (
            document.form == "json" and document.value is not None and _by_name(document.shown, distinctive=True) != ""
        )
    return (
        bool(_maps(document.value))
        or bool(mentioned_servers(document.value))
        or _by_name(document.shown, distinctive=True) != ""
    )


def client_of(document: Document) -> str:
    """The client a recognized file belongs to, `other` where neither name nor root key says; no entry changes it."""
    if named := _by_name(document.shown, distinctive=False):
        return named
    path = _path(document.shown)
    if "/amazonq/" in path or "/.claude/" in path:
        return "amazonq" if "/amazonq/" in path else "claude-code"
    root = next((place for place, _, _ in _maps(document.value)), "agent" if mentioned_servers(document.value) else "")
    return {"mcp.servers": "vscode", "projects": "claude-code", "agent": "zed"}.get(root) or _ROOTS.get(root, "other")


def server_entries(document: Document) -> Iterator[tuple[ServerEntry, Any]]:
    """(slot, entry) of every entry, by place. Raises RecordError where the file is not built as its client builds it."""
    if not isinstance(document.value, Mapping):
        raise RecordError("the file is not an object of settings", file=document.shown, remedy="Give the whole file")
    for root in _DISTINCTIVE_ROOTS:
        if not isinstance(document.value.get(root) or {}, Mapping):
            raise RecordError("it is not an object of servers", file=document.shown, field=root)
    found = []
    # A plugin's file is a bare map: its name says that these are servers where the entries alone would not.
    named = _by_name(document.shown, distinctive=True) != ""
    for root, entries, project in _maps(document.value, sure=not named):
        switched_off = _switched_off(document.value, root, project, entries)
        prefix = f"{root}.{project}.mcpServers." if project is not None else f"{root}." if root else ""
        found += [
            (ServerEntry(f"{prefix}{alias}", str(alias), project, alias in switched_off), entries[alias])
            for alias in entries
        ]
    yield from sorted(found, key=lambda pair: pair[0].place)


def mentioned_servers(config: Any) -> tuple[str, ...]:
    """Servers that Zed's permissions name (`mcp:github:list_issues`) and the file itself does not start."""
    agent = config.get("agent") if isinstance(config, Mapping) else None
    permissions = agent.get("tool_permissions") if isinstance(agent, Mapping) else None
    if not isinstance(permissions, Mapping):
        return ()
    rules, tools = permissions.get("rules"), permissions.get("tools")
    names = [rule.get("tool") for rule in rules if isinstance(rule, Mapping)] if isinstance(rules, list) else []
    names += list(tools) if isinstance(tools, Mapping) else []
    pieces = [name.split(":") for name in names if isinstance(name, str)]
    known = config.get("context_servers")
    started = set(known) if isinstance(known, Mapping) else set()
    return tuple(sorted({p[1] for p in pieces if len(p) == 3 and p[0] == "mcp" and p[1]} - started))


def _maps(config: Mapping[Any, Any], *, sure: bool = True) -> list[tuple[str, Mapping[Any, Any], str | None]]:
    """(root key, entries, project) of every map of servers in a file; `sure`: a bare map must be plainly one of servers."""
    found: list[tuple[str, Mapping[Any, Any], str | None]] = []
    for root in _DISTINCTIVE_ROOTS:
        if isinstance(config.get(root), Mapping):
            found.append((root, config[root], None))
    if _has_server(config.get("servers")):
        found.append(("servers", config["servers"], None))
    mcp = config.get("mcp")
    if isinstance(mcp, Mapping) and _has_server(mcp.get("servers")):
        found.append(("mcp.servers", mcp["servers"], None))
    elif isinstance(mcp, Mapping) and _has_server(mcp):
        found.append(("mcp", mcp, None))
    if _has_server(config.get("mcp.servers")):
        found.append(("mcp.servers", config["mcp.servers"], None))
    projects = config.get("projects")
    for folder, settings in projects.items() if isinstance(projects, Mapping) else ():
        if isinstance(settings, Mapping) and isinstance(settings.get("mcpServers"), Mapping):
            found.append(("projects", settings["mcpServers"], str(folder)))
    if not found and config and all(_is_server(entry, sure=sure) for entry in config.values()):
        found.append(("", config, None))
    return found


def _has_server(entries: Any) -> bool:
    return isinstance(entries, Mapping) and any(_is_server(entry) for entry in entries.values())


def _is_server(entry: Any, *, sure: bool = False) -> bool:
    """Whether an entry looks like a server; `sure`: even where no root key says that it is one."""
    if not isinstance(entry, Mapping):
        return False
    if isinstance(entry.get("command"), str | list | Mapping):
        return not sure or not {"args", "env", "type"}.isdisjoint(entry)
    has_url = any(isinstance(entry.get(key), str) for key in URL_KEYS)
    return has_url and (not sure or "headers" in entry or entry.get("type") in ("http", "sse", "ws", "streamable-http"))


def _switched_off(config: Mapping[Any, Any], root: str, project: str | None, entries: Mapping[Any, Any]) -> set[Any]:
    """Aliases that a list beside the entries switches off: Gemini's `mcp.excluded` and `mcp.allowed`, Claude's own."""
    off: set[Any] = set()
    beside = config.get("mcp")
    if root == "mcpServers" and isinstance(beside, Mapping):
        excluded, allowed = beside.get("excluded"), beside.get("allowed")
        off |= {alias for alias in excluded if isinstance(alias, str)} if isinstance(excluded, list) else set()
        off |= {alias for alias in entries if alias not in allowed} if isinstance(allowed, list) else set()
    if project is not None:
        listed = config["projects"][project].get("disabledMcpServers") if project in config["projects"] else None
        off |= {alias for alias in listed if isinstance(alias, str)} if isinstance(listed, list) else set()
    return off


def _by_name(shown: str, *, distinctive: bool) -> str:
    path = _path(shown)
    for client in CLIENTS:
        if (client.distinctive or not distinctive) and any(path.endswith("/" + end) for end in client.paths):
            return client.name
    return ""


def _path(shown: str) -> str:
    return "/" + shown.replace("\\", "/").lower().lstrip("/")
