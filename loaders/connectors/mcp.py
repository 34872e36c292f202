"""Configuration files of MCP clients: who connects to which server, as whom, with which secrets.

A file is recognized by its content first: root keys whose entries look like servers; then by its name. Each file is a
run of its own, of `mcp:<owner or project>/<client>/<path below the home or the repository>`: the same file is the same
source wherever its export lies. Nobody's file has the folder before it in its name. A source under an earlier name is
taken over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.claims import RunHeader
from graph.errors import RecordError
from graph.reason import Reason
from loaders.base import Context, Document, FormerName, Page, PendingRun
from loaders.mcp.clients import CLIENTS
from loaders.mcp.entry import URL_KEYS, ServerEntry
from loaders.mcp.former_source import former_name
from loaders.mcp.owner import ConfigOwner, nameable, owner_of_file, owner_of_nobody, parts_of
from loaders.mcp.records import ConfigRecords, ConfigSource, name_only_server
from loaders.mcp.secret_mask import SecretMask

_INVENTORY = ("McpServer", "Credential", "RUNS_AS")
_OF_A_PROJECT = (*_INVENTORY, "CONNECTS_TO")
_OF_A_PERSON = (*_OF_A_PROJECT, "HAS_CREDENTIAL")


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
    """Whether this is a client's configuration of MCP servers, by its keys or else by its name."""
    if document.format not in ("json", "toml", "yaml"):
        return False
    if not isinstance(document.content, Mapping):
        return (
            document.format == "json"
            and document.content is not None
            and _by_name(document.path, distinctive=True) != ""
        )
    if document.format == "yaml":
        # YAML holds much else; a bare map of servers is no client's file there.
        return any(root in _DISTINCTIVE_ROOTS for root, _, _ in _maps(document.content))
    return (
        bool(_maps(document.content))
        or bool(mentioned_servers(document.content))
        or _by_name(document.path, distinctive=True) != ""
    )


def client_of(document: Document) -> str:
    """The client of a recognized file, by its name or its root key; `other` if neither says. Entries do not change it."""
    if named := _by_name(document.path, distinctive=False):
        return named
    path = _path(document.path)
    for folder, client in (("/amazonq/", "amazonq"), ("/.claude/", "claude-code"), ("/.continue/", "continue")):
        if folder in path:
            return client
    root = next((key for key, _, _ in _maps(document.content)), "agent" if mentioned_servers(document.content) else "")
    return {"mcp.servers": "vscode", "projects": "claude-code", "agent": "zed"}.get(root) or _ROOTS.get(root, "other")


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per file, of `mcp:<owner or project>/<client>/<path below the home or the repository>`.

    A file that is not structured as any client writes it is a FAILED run among others. Raises RecordError for one that
    is the only one, and for any if `context.lenient` is False.
    """
    files = [
        _ConfigFile(page.document, client_of(page.document), owner_of_file(page.document, context.owner), page.failure)
        for page in pages
        if page.document is not None
    ]
    for file, name in zip(files, _names(files), strict=True):
        try:
            yield _run_of(file, name, context, is_only_file=len(files) == 1)
        except RecordError as error:
            if context.lenient is False or len(files) == 1:
                raise
            # The other files count; of this one it is on record that it could not be read.
            header = RunHeader(source=f"mcp:{name}", observed_at=context.observed_at)
            yield PendingRun(header, (), file.document.display_path, failure=Reason("UNREADABLE", str(error)))


@dataclass(frozen=True, slots=True)
class _ConfigFile:
    """One file with its client and its owner."""

    document: Document
    client: str
    owner: ConfigOwner
    failure: Reason | None

    @property
    def owner_key(self) -> str:
        return self.owner.key if self.owner.node else "unowned"

    def name(self, folders: int) -> str:
        """owner/client/path, with so many folders more before the path."""
        parts = parts_of(self.document)
        depth = self.owner.path.count("/") + 1 + folders
        path = nameable("/".join(parts[-depth:])) if folders else self.owner.path
        return f"{self.owner_key}/{self.client}/{path}"


def _names(files: list[_ConfigFile]) -> list[str]:
    """The name of each file; files of one name are told apart by the folders above them, as few as it takes."""
    folders = [0] * len(files)
    while True:
        names = [file.name(above) for file, above in zip(files, folders, strict=True)]
        times = Counter(names)
        longer = [
            above + 1 if times[name] > 1 and above < len(file.document.path.parts) else above
            for file, name, above in zip(files, names, folders, strict=True)
        ]
        if longer == folders:
            return names
        folders = longer


def server_entries(document: Document) -> list[ServerEntry]:
    """Every entry, by path. Raises RecordError for a file that is not structured as its client writes it."""
    if not isinstance(document.content, Mapping):
        raise RecordError(
            "the file must be an object of settings", file=document.display_path, remedy="Give the whole file"
        )
    for root in _DISTINCTIVE_ROOTS:
        if _entries(document.content.get(root) or {}) is None:
            raise RecordError("it must be an object of servers", file=document.display_path, field=root)
    all_entries: list[ServerEntry] = []
    # A plugin's file is a bare map: its name says that these are servers where the entries alone would not.
    is_named = _by_name(document.path, distinctive=True) != ""
    for root, entries, project in _maps(document.content, sure=not is_named):
        switched_off = _switched_off(document.content, root, project, entries)
        prefix = f"{root}.{project}.mcpServers." if project is not None else f"{root}." if root else ""
        all_entries += [
            ServerEntry(f"{prefix}{alias}", str(alias), body, project, alias in switched_off)
            for alias, body in entries.items()
        ]
    return sorted(all_entries, key=lambda entry: entry.path)


def mentioned_servers(config: object) -> tuple[str, ...]:
    """Servers that Zed's permissions name (`mcp:github:list_issues`) and the file itself does not start."""
    if not isinstance(config, Mapping):
        return ()
    agent = config.get("agent")
    permissions = agent.get("tool_permissions") if isinstance(agent, Mapping) else None
    if not isinstance(permissions, Mapping):
        return ()
    rules, tools = permissions.get("rules"), permissions.get("tools")
    names = [rule.get("tool") for rule in rules if isinstance(rule, Mapping)] if isinstance(rules, list) else []
    names += list(tools) if isinstance(tools, Mapping) else []
    pieces = [name.split(":") for name in names if isinstance(name, str)]
    context_servers = config.get("context_servers")
    started = set(context_servers) if isinstance(context_servers, Mapping) else set()
    return tuple(sorted({p[1] for p in pieces if len(p) == 3 and p[0] == "mcp" and p[1]} - started))


def _run_of(file: _ConfigFile, name: str, context: Context, *, is_only_file: bool) -> PendingRun:
    document, owner = file.document, file.owner
    entries = server_entries(document)
    records = ConfigRecords(document.display_path, strict=context.lenient is False)
    records.read(entries, file.client, owner, ConfigSource(owner.path, name, context.salt))
    for mentioned in mentioned_servers(document.content):
        records.add(name_only_server(SecretMask(context.salt).name(mentioned), owner))
    source = f"mcp:{name}"
    if context.source is not None:
        # Two runs of one command cannot share a source.
        source = context.source if is_only_file else f"{context.source}/{name.removeprefix(f'{file.owner_key}/')}"
    unknown = "nobody is known to own it, so its servers are listed and reach nothing: load it with --owner EMAIL"
    return PendingRun(
        header=RunHeader(source=source, observed_at=context.observed_at, complete=_scopes(document, owner)),
        records=[(0, record) for record in records.records()],
        origin=document.display_path,
        rejected=records.refused,
        complete=() if records.refused else None,
        failure=file.failure,
        lenient=not records.strict,
        notes=[unknown] if owner.node is None and "projects" not in document.content else [],
        former=None if context.source is not None else _former(file),
    )


def _former(file: _ConfigFile) -> FormerName:
    # Who stood in the client's own folder had no client in the name.
    prefixes = [f"{file.owner_key}/{client}/" for client in {file.client, "other"}]
    former = former_name("mcp", file.document, prefixes, file.owner.path)
    if file.owner.node is None:
        return former
    # Loaded before without its owner, it was a source of nobody's servers, which must not stay beside the owner's.
    unowned = f"mcp:unowned/{file.client}/{owner_of_nobody(file.document).path}"
    pattern = re.compile(f"{former.pattern.pattern}|{re.escape(unowned)}")
    return FormerName(pattern, lambda name, evidence: name == unowned or former.fits(name, evidence))


def _scopes(document: Document, owner: ConfigOwner) -> tuple[str, ...]:
    """The coverage of a cleanly read file: without an owner not who connects, of a project not who holds credentials."""
    if owner.kind in ("Identity", "Account"):
        return _OF_A_PERSON
    return _OF_A_PROJECT if owner.node or "projects" in document.content else _INVENTORY


def _maps(config: Mapping[Any, Any], *, sure: bool = True) -> list[tuple[str, Mapping[Any, Any], str | None]]:
    """(root key, entries, project) of every map of servers in a file; with `sure` a bare map must plainly hold servers."""
    maps: list[tuple[str, Mapping[Any, Any], str | None]] = []
    for root in _DISTINCTIVE_ROOTS:
        entries = _entries(config.get(root))
        if entries is not None:
            maps.append((root, entries, None))
    if _has_server(config.get("servers")):
        maps.append(("servers", config["servers"], None))
    mcp = config.get("mcp")
    if isinstance(mcp, Mapping) and _has_server(mcp.get("servers")):
        maps.append(("mcp.servers", mcp["servers"], None))
    elif isinstance(mcp, Mapping) and _has_server(mcp):
        maps.append(("mcp", mcp, None))
    if _has_server(config.get("mcp.servers")):
        maps.append(("mcp.servers", config["mcp.servers"], None))
    projects = config.get("projects")
    for folder, settings in projects.items() if isinstance(projects, Mapping) else ():
        if isinstance(settings, Mapping) and isinstance(settings.get("mcpServers"), Mapping):
            maps.append(("projects", settings["mcpServers"], str(folder)))
    if not maps and config and all(_is_server(entry, sure=sure) for entry in config.values()):
        maps.append(("", config, None))
    return maps


def _entries(value: object) -> Mapping[Any, Any] | None:
    """The servers under a root key by alias; some clients list them, each with its name. None for anything else."""
    if isinstance(value, Mapping):
        return value
    if isinstance(value, list) and all(
        isinstance(item, Mapping) and isinstance(item.get("name"), str) for item in value
    ):
        return {item["name"]: item for item in value}
    return None


def _has_server(entries: object) -> bool:
    return isinstance(entries, Mapping) and any(_is_server(entry) for entry in entries.values())


def _is_server(entry: object, *, sure: bool = False) -> bool:
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
    mcp_settings = config.get("mcp")
    if root == "mcpServers" and isinstance(mcp_settings, Mapping):
        excluded, allowed = mcp_settings.get("excluded"), mcp_settings.get("allowed")
        off |= {alias for alias in excluded if isinstance(alias, str)} if isinstance(excluded, list) else set()
        off |= {alias for alias in entries if alias not in allowed} if isinstance(allowed, list) else set()
    if project is not None:
        listed = config["projects"][project].get("disabledMcpServers") if project in config["projects"] else None
        off |= {alias for alias in listed if isinstance(alias, str)} if isinstance(listed, list) else set()
    return off


def _by_name(file: Path, *, distinctive: bool) -> str:
    path = _path(file)
    for client in CLIENTS:
        if (client.distinctive or not distinctive) and any(path.endswith("/" + end) for end in client.paths):
            return client.name
    return ""


def _path(file: Path) -> str:
    return "/" + str(file).replace("\\", "/").lower().lstrip("/")
