"""This file knows one server entry: what it starts or connects to, whether it is switched on, and what it carries.

Tool lists that narrow what a client offers (`tools`, `enabled_tools`, `includeTools`, ...) are left out: they bind the
client, not whoever holds the configuration. Nothing here is executed, resolved or looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.errors import RecordError
from loaders.mcp.command_line import Launch, parse_command, split_command
from loaders.mcp.entry import EntryParts, flag_of, read_parts, text_of, texts_of
from loaders.mcp.reference import resolve, variables_in
from loaders.mcp.secret import is_secret_name
from loaders.mcp.secret_candidates import (
    SecretCandidate,
    candidates_in_command,
    candidates_in_env,
    candidates_in_headers,
    candidates_in_settings,
    candidates_in_url,
    candidates_in_variable_name,
)
from loaders.mcp.server_url import canonical_url, has_variable_host, is_server_url
from loaders.mcp.slot import URL_KEYS, ServerEntry


@dataclass(frozen=True, slots=True)
class ServerConfig:
    """A server as one entry gives it. `url`: canonical, of a remote one; `package`, `version`: of a local one.

    `approves`: the tools that run without asking, `*` for all. `bridge`: the package that dresses the remote server up as
    a local one.
    """

    alias: str
    transport: str
    disabled: bool
    carriers: tuple[SecretCandidate, ...]
    url: str | None = None
    package: str | None = None
    version: str | None = None
    bridge: str | None = None
    approves: tuple[str, ...] = ()
    env_file: str | None = None


_TRANSPORTS = {
    "http": "http",
    "streamablehttp": "http",
    "streamablehttps": "http",
    "remote": "http",
    "sse": "sse",
    "ws": "ws",
    "websocket": "ws",
    "stdio": "stdio",
    "local": "stdio",
}
_BRIDGES = frozenset({"mcp-remote", "supergateway", "mcp-proxy", "remote-mcp", "mcp-remote-client"})
_BRIDGE_FLAGS = {"--sse": "sse", "--streamableHttp": "http", "--streamable-http": "http", "--ws": "ws"}
_READ_ELSEWHERE = frozenset(
    [
        "command",
        "args",
        "env",
        "environment",
        "headers",
        "http_headers",
        "env_http_headers",
        "env_vars",
        "bearer_token_env_var",
        "type",
        "transport",
        "name",
        "description",
        "title",
        "cwd",
        "timeout",
        "disabled",
        "enabled",
        "tools",
        "includeTools",
        "excludeTools",
        "enabled_tools",
        "disabled_tools",
        "disabledTools",
        "alwaysAllow",
        "autoApprove",
        "allowedTools",
        "sandbox",
        "dev",
        "envFile",
        "env_file",
        "gallery",
        "version",
    ]
) | set(URL_KEYS)
_APPROVALS = ("autoApprove", "alwaysAllow")


def read_server_config(slot: ServerEntry, entry: Any, client: str) -> ServerConfig:
    """One entry understood. Raises RecordError that names the field and never what stands in it."""
    if not isinstance(entry, Mapping):
        raise RecordError("the entry is not an object")
    parts = read_parts(entry)
    raw = text_of(entry, "type") or text_of(entry, "transport")
    kind = _TRANSPORTS.get(re.sub(r"[-_\s]", "", raw.lower()), "")
    server = ServerConfig(
        alias=slot.alias,
        transport="stdio",
        disabled=slot.disabled or flag_of(entry, "disabled") or entry.get("enabled", True) in (False, "false"),
        carriers=_carriers(entry, parts),
        approves=_approvals(entry),
        env_file=_env_file(entry, parts.words),
    )
    if parts.url and (not parts.words or kind in ("http", "sse", "ws")):
        transport = kind if kind not in ("", "stdio") else _unsaid(raw, parts.url_key, client)
        return _at(server, resolve(parts.url, parts.env), transport)
    if not parts.words and not _is_extension(entry):
        raise RecordError("the entry has neither a command nor a url")
    launch = parse_command(parts.words)
    found = _bridged(launch, parts.env)
    if found is not None:
        url, transport = found
        return replace(_at(server, url, transport), bridge=launch.package or f"cmd:{launch.program}")
    inner = _stdio_behind(launch) or launch
    return replace(server, package=inner.package or f"cmd:{slot.alias}", version=inner.version)


def _at(server: ServerConfig, url: str, transport: str) -> ServerConfig:
    """A remote server by its canonical URL; one whose host is only referred to means another server on each machine."""
    private = replace(server, transport=transport, package=f"cmd:{server.alias}")
    if variables_in(url) and not is_server_url(url):
        return private
    try:
        canonical = canonical_url(url)
    except ValueError as error:
        raise RecordError(str(error), field="url") from None
    return private if has_variable_host(canonical) else replace(server, transport=transport, url=canonical)


def _bridged(launch: Launch, env: Mapping[str, str]) -> tuple[str, str] | None:
    """(address, transport) behind a bridge, when it is handed one."""
    name = re.split(r"[/:]", launch.package)[-1] if launch.package else launch.program
    if name not in _BRIDGES:
        return None
    rest = [resolve(word, env) for word in launch.rest]
    transport = "sse" if "sse-only" in rest else "http"
    for at, word in enumerate(rest):
        flag, _, joined = word.partition("=")
        if is_server_url(joined) and flag.startswith("--"):
            return joined, _BRIDGE_FLAGS.get(flag, transport)
        if is_server_url(word):
            return word, _BRIDGE_FLAGS.get(rest[at - 1] if at else "", transport)
    return None


def _stdio_behind(launch: Launch) -> Launch | None:
    """What a gateway that publishes a local server (`supergateway --stdio "npx ..."`) starts."""
    rest = launch.rest
    if "--stdio" not in rest or rest.index("--stdio") + 1 >= len(rest):
        return None
    return parse_command(split_command(rest[rest.index("--stdio") + 1]))


def _carriers(entry: Mapping[str, Any], parts: EntryParts) -> tuple[SecretCandidate, ...]:
    env = parts.env
    found = [
        *candidates_in_env(env),
        *candidates_in_headers(parts.headers, env),
        *candidates_in_command(parts.words, env),
    ]
    if parts.url:
        found += candidates_in_url(parts.url, env)
    found += candidates_in_settings({key: entry[key] for key in entry if key not in _READ_ELSEWHERE}, env)
    found += _by_variable(entry, env)
    return tuple(sorted(set(found), key=lambda carrier: (carrier.place, carrier.text)))


def _by_variable(entry: Mapping[str, Any], env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """Codex names the variables that hold its secrets."""
    if name := text_of(entry, "bearer_token_env_var"):
        yield from candidates_in_variable_name("bearer_token_env_var", name, env)
    for header, name in sorted(texts_of(entry, "env_http_headers").items()):
        if is_secret_name(header) or is_secret_name(name):
            yield from candidates_in_variable_name(f"header {header}", name, env)
    listed = entry.get("env_vars")
    for item in listed if isinstance(listed, list) else ():
        listed_name = item.get("name") if isinstance(item, Mapping) else item
        if isinstance(listed_name, str) and is_secret_name(listed_name) and listed_name not in env:
            yield from candidates_in_variable_name("env_vars", listed_name, env)


def _approvals(entry: Mapping[str, Any]) -> tuple[str, ...]:
    tools: set[str] = set()
    for key in _APPROVALS:
        listed = entry.get(key)
        if listed is True:
            tools.add("*")
        elif isinstance(listed, list):
            tools.update(item for item in listed if isinstance(item, str))
    if flag_of(entry, "trust") or flag_of(entry, "sandboxEnabled"):
        tools.add("*")
    return tuple(sorted(tools))


def _env_file(entry: Mapping[str, Any], words: tuple[str, ...]) -> str | None:
    for key in ("envFile", "env_file"):
        if isinstance(entry.get(key), str) and entry[key]:
            return str(entry[key])
    for at, word in enumerate(words):
        if word.startswith("--env-file="):
            return word.partition("=")[2]
        if word == "--env-file" and at + 1 < len(words):
            return words[at + 1]
    return None


def _unsaid(raw: str, url_key: str, client: str) -> str:
    """The transport when the entry gives none that is known: as the client would try it."""
    if raw and re.fullmatch(r"[A-Za-z][\w-]{0,31}", raw) and raw.lower() not in ("stdio", "local"):
        return raw
    return "sse" if client == "gemini-cli" and url_key == "url" else "http"


def _is_extension(entry: Mapping[str, Any]) -> bool:
    """Zed starts servers of its extensions itself; the entry holds their settings alone."""
    return entry.get("source") == "extension" or isinstance(entry.get("settings"), Mapping)
