"""Server configurations: what one entry starts or connects to, whether it is enabled, and its secret candidates.

Lists of tools that narrow what a client offers (`tools`, `enabled_tools`, `includeTools`, ...) are ignored: they bind the
client, not whoever holds the configuration. Nothing here is executed, resolved or looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graph.errors import RecordError
from loaders.mcp.command_line import Launch, parse_command, split_command
from loaders.mcp.entry import URL_KEYS, EntryParts, ServerEntry, flag_of, read_parts, text_of, texts_of
from loaders.mcp.reference import fill_defaults, resolve, variables_in
from loaders.mcp.secret import LITERAL, classify, is_secret_name
from loaders.mcp.secret_candidates import (
    SecretCandidate,
    candidates_anywhere,
    candidates_in_command,
    candidates_in_env,
    candidates_in_headers,
    candidates_in_settings,
    candidates_in_url,
    candidates_in_variable_name,
)
from loaders.mcp.secret_mask import SecretMask
from loaders.mcp.server_url import canonical_url, has_variable_host, is_server_url


@dataclass(frozen=True, slots=True)
class ServerConfig:
    """One server of a configuration. `url`: canonical, of a remote one; `package`, `version`: of a local one.

    `auto_approved`: tools that run without asking, `*` for all. `bridge`: the package that makes the remote server look like
    a local one.
    """

    alias: str
    transport: str
    disabled: bool
    candidates: tuple[SecretCandidate, ...]
    url: str | None = None
    package: str | None = None
    version: str | None = None
    bridge: str | None = None
    auto_approved: tuple[str, ...] = ()
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
_NO_WORD = 16
_APPROVALS = ("autoApprove", "alwaysAllow")


def read_server_config(entry: ServerEntry, client: str) -> ServerConfig:
    """The configuration in one entry. Raises RecordError that names the field and never its value."""
    body = entry.body
    if not isinstance(body, Mapping):
        raise RecordError("the entry must be an object")
    parts = read_parts(body)
    raw = text_of(body, "type") or text_of(body, "transport")
    kind = _TRANSPORTS.get(re.sub(r"[-_\s]", "", raw.lower()), "")
    server = ServerConfig(
        alias=entry.alias,
        transport="stdio",
        disabled=entry.disabled or flag_of(body, "disabled") or body.get("enabled", True) in (False, "false"),
        candidates=_candidates(entry, body, parts),
        auto_approved=_approvals(body),
        env_file=_env_file(body, parts.words),
    )
    if parts.url and (not parts.words or kind in ("http", "sse", "ws")):
        transport = kind if kind not in ("", "stdio") else _default_transport(raw, parts.url_key, client)
        return _remote(server, resolve(parts.url, parts.env), transport)
    if not parts.words and not _is_extension(body):
        raise RecordError("the entry needs a command or a url")
    launch = parse_command(parts.words)
    bridged = _bridged(launch, parts.env)
    if bridged is not None:
        url, transport = bridged
        return replace(_remote(server, url, transport), bridge=launch.package or f"cmd:{launch.program}")
    inner = _stdio_behind(launch) or launch
    return replace(server, package=inner.package or f"cmd:{entry.alias}", version=inner.version)


def _remote(server: ServerConfig, url: str, transport: str) -> ServerConfig:
    """A remote server with its canonical URL; one whose host is a variable is another server on each machine."""
    private = replace(server, transport=transport, package=f"cmd:{server.alias}")
    url = fill_defaults(url, keep=is_secret_name)
    if variables_in(url) and not is_server_url(url):
        return private
    try:
        canonical = canonical_url(url)
    except ValueError as error:
        raise RecordError(str(error), field="url") from None
    return private if has_variable_host(canonical) else replace(server, transport=transport, url=canonical)


def _bridged(launch: Launch, env: Mapping[str, str]) -> tuple[str, str] | None:
    """(address, transport) of the remote server that a bridge is given; None without one."""
    name = re.split(r"[/:]", launch.package)[-1] if launch.package else launch.program
    if name not in _BRIDGES:
        return None
    rest = [fill_defaults(resolve(word, env), keep=is_secret_name) for word in launch.rest]
    transport = "sse" if "sse-only" in rest else "http"
    for index, word in enumerate(rest):
        flag, _, joined = word.partition("=")
        if is_server_url(joined) and flag.startswith("--"):
            return joined, _BRIDGE_FLAGS.get(flag, transport)
        if is_server_url(word):
            return word, _BRIDGE_FLAGS.get(rest[index - 1] if index else "", transport)
    return None


def _stdio_behind(launch: Launch) -> Launch | None:
    """What a gateway that publishes a local server (`supergateway --stdio "npx ..."`) starts."""
    rest = launch.rest
    if "--stdio" not in rest or rest.index("--stdio") + 1 >= len(rest):
        return None
    return parse_command(split_command(rest[rest.index("--stdio") + 1]))


def masked_config(config: ServerConfig, mask: SecretMask) -> ServerConfig:
    """The configuration with the secrets masked that stand where a name belongs."""
    package = config.package
    if package is not None:
        # Names of packages are in small letters, in which a form is not known again.
        for secret in {*_literals(config)}:
            package = re.sub(re.escape(secret), mask.secret(secret), package, flags=re.IGNORECASE)
        # Registries have packages whose names end in a digest.
        package = mask.text(package) if package.startswith(("npm:", "pypi:")) else mask.name(package)
    return replace(
        config,
        alias=mask.name(config.alias),
        transport=mask.name(config.transport),
        package=package,
        version=config.version and mask.text(config.version),
        bridge=config.bridge and mask.text(config.bridge),
        env_file=config.env_file and mask.name(config.env_file),
        auto_approved=tuple(mask.name(name) for name in config.auto_approved),
        candidates=tuple(replace(candidate, location=mask.name(candidate.location)) for candidate in config.candidates),
    )


def _literals(config: ServerConfig) -> Iterator[str]:
    """The literal secrets of a configuration that are too long for a word."""
    for candidate in config.candidates:
        classification = classify(candidate.text) if len(candidate.text) >= _NO_WORD else None
        if classification is not None and classification.kind == LITERAL:
            yield classification.secret


def _candidates(server: ServerEntry, entry: Mapping[str, object], parts: EntryParts) -> tuple[SecretCandidate, ...]:
    env = parts.env
    candidates = [
        *candidates_in_env(env),
        *candidates_in_headers(parts.headers, env),
        *candidates_in_command(parts.words, env),
    ]
    if parts.url:
        candidates += candidates_in_url(parts.url, env)
    candidates += candidates_in_settings({key: entry[key] for key in entry if key not in _READ_ELSEWHERE}, env)
    candidates += _by_variable(entry, env)
    texts = [candidate.text for candidate in candidates]
    for candidate in candidates_anywhere({server.alias: entry}):
        if not any(candidate.text in text for text in texts):
            candidates.append(candidate)
            texts.append(candidate.text)
    return tuple(sorted(set(candidates), key=lambda candidate: (candidate.location, candidate.text)))


def _by_variable(entry: Mapping[str, object], env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """Candidates in the fields where Codex names the variables that hold its secrets."""
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


def _approvals(entry: Mapping[str, object]) -> tuple[str, ...]:
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


def _env_file(entry: Mapping[str, object], words: tuple[str, ...]) -> str | None:
    for key in ("envFile", "env_file"):
        if isinstance(entry.get(key), str) and entry[key]:
            return str(entry[key])
    for index, word in enumerate(words):
        if word.startswith("--env-file="):
            return word.partition("=")[2]
        if word == "--env-file" and index + 1 < len(words):
            return words[index + 1]
    return None


def _default_transport(raw: str, url_key: str, client: str) -> str:
    """The transport of an entry that gives none or an unknown one: what the client would try."""
    if raw and re.fullmatch(r"[A-Za-z][\w-]{0,31}", raw) and raw.lower() not in ("stdio", "local"):
        return raw
    return "sse" if client == "gemini-cli" and url_key == "url" else "http"


def _is_extension(entry: Mapping[str, object]) -> bool:
    """Zed starts servers of its extensions itself; the entry holds their settings alone."""
    return entry.get("source") == "extension" or isinstance(entry.get("settings"), Mapping)
