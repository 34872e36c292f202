"""The result of one scanned path: its servers, the tools that each listed, and the issues found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote_plus

from loaders.mcp.entry import URL_KEYS
from loaders.mcp.secret import is_redaction_marker, is_secret_name
from loaders.mcp.tool import ListedTool, read_tools
from loaders.saved.fields import ErrorCollector, FieldReader

# What is counted before the tools when an issue points at the nth entity of a server.
_LISTED_BEFORE_TOOLS = ("prompts", "resources", "resource_templates")
_LABELS = ("is_public_sink", "destructive", "untrusted_content", "private_data")
_CODES = {
    "server_startup": "X001",
    "skill_scan_error": "X002",
    "file_not_found": "X003",
    "unknown_config": "X004",
    "parse_error": "X005",
    "server_http_error": "X006",
    "analysis_error": "X007",
    "user_declined": "X009",
    "skipped_by_runtime_config": "X010",
}
_UNKNOWN_ERROR = "X008"
_CODE = re.compile(r"[A-Z]{1,4}\d{1,4}")


@dataclass(frozen=True, slots=True)
class ScannedServer:
    """One server of a result. `tools` is None if it listed nothing; `error` is then the code that says why, if there is one."""

    path: str
    name: str
    config_path: str
    entry: object = field(repr=False)
    tools: tuple[ListedTool, ...] | None
    error: str | None
    issues: tuple[str, ...]


def servers_in(result: FieldReader, path: str, errors: ErrorCollector) -> Iterator[ScannedServer]:
    """The servers of a result without skills; what cannot be read goes to `errors`."""
    issues = _issues(result, errors)
    labels = next(iter(errors.collect(_labels, result)), {})
    for index, raw in enumerate(result.items("servers")):
        for server in errors.collect(_object, result, f"servers[{index}]", raw):
            if not _is_skill(server.body):
                yield from errors.collect(_read_server, server, index, path, (issues, labels), errors)


def error_code(entry: FieldReader) -> str | None:
    """The code of what went wrong, None if nothing did. The scanner's message may quote secrets: it is not read."""
    error = entry.body.get("error")
    if error is None:
        return None
    category = error.get("category") if isinstance(error, Mapping) else None
    return _CODES.get(category, _UNKNOWN_ERROR) if isinstance(category, str) else _UNKNOWN_ERROR


def _object(result: FieldReader, path: str, raw: object) -> FieldReader:
    if not isinstance(raw, Mapping):
        result.refuse(path, "a server must be an object")
    return FieldReader(raw, f"{result.location}.{path}", result.file)


def _is_skill(server: Mapping[str, Any]) -> bool:
    config = server.get("server")
    return isinstance(config, Mapping) and (
        config.get("type") == "skill" or ("path" in config and not {"command", *URL_KEYS} & config.keys())
    )


# (index of a server, index of an entity that it lists or None: the server itself) → codes
_Notes = Mapping[tuple[int, int | None], tuple[str, ...]]


def _read_server(
    server: FieldReader, index: int, path: str, notes: tuple[_Notes, _Notes], errors: ErrorCollector
) -> ScannedServer:
    config = server.child("server")
    if config is None:
        server.refuse("server", "it is missing")
    # Whatever is wrong with what a server listed, the server exists.
    tools = next(iter(errors.collect(_tools, server, index, notes, errors)), None)
    return ScannedServer(
        path=f"servers[{index}]",
        name=server.text("name") or "",
        config_path=server.text("config_path") or path,
        entry=_unredacted(config.body),
        tools=tools,
        error=error_code(server),
        issues=notes[0].get((index, None), ()),
    )


def _tools(
    server: FieldReader, index: int, notes: tuple[_Notes, _Notes], errors: ErrorCollector
) -> tuple[ListedTool, ...] | None:
    """The tools that a server listed; None if it was not asked or did not answer."""
    signature = server.child("signature")
    if signature is None:
        return None
    first = sum(len(signature.items(name)) for name in _LISTED_BEFORE_TOOLS)
    raw_tools = ((f"{signature.location}.tools[{n}]", raw) for n, raw in enumerate(signature.items("tools")))
    return tuple(_with_notes(read_tools(raw_tools, server.file, errors), index, first, notes))


def _with_notes(
    tools: Iterator[ListedTool], server: int, first: int, notes: tuple[_Notes, _Notes]
) -> Iterator[ListedTool]:
    """Tools with the issues and labels that point at them."""
    issues, labels = notes
    for number, tool in enumerate(tools, first):
        codes = {"issues": issues.get((server, number)), "labels": labels.get((server, number))}
        yield replace(tool, notes={name: list(texts) for name, texts in codes.items() if texts})


def _issues(result: FieldReader, errors: ErrorCollector) -> _Notes:
    """The codes of issues; those that concern no server are left out."""
    codes_at: dict[tuple[int, int | None], set[str]] = {}
    for issue in result.valid_children("issues", errors):
        code, reference = issue.body.get("code"), issue.body.get("reference")
        if not isinstance(code, str) or not _CODE.fullmatch(code) or not isinstance(reference, list):
            continue
        server, entity = (*reference, None, None)[:2]
        if type(server) is int and (entity is None or type(entity) is int):
            codes_at.setdefault((server, entity), set()).add(code)
    return {reference: tuple(sorted(codes)) for reference, codes in codes_at.items()}


def _labels(result: FieldReader) -> _Notes:
    """`name=share` of each label that is not zero."""
    labels_at: dict[tuple[int, int | None], tuple[str, ...]] = {}
    for server, entities in enumerate(result.items("labels")):
        for entity, labels in enumerate(entities if isinstance(entities, list) else ()):
            shares = FieldReader(labels if isinstance(labels, Mapping) else {}, "", result.file).raw(_LABELS)
            texts = tuple(f"{name}={share}" for name, share in sorted(shares.items()) if str(share) not in _ZERO)
            if texts:
                labels_at[server, entity] = texts
    return labels_at


_ZERO = ("0", "0.0", "False")


def _unredacted(config: Mapping[str, Any]) -> dict[str, Any]:
    """An entry as its client would write it, without what a redaction marker makes unreadable.

    A marker is kept where a secret must have stood; elsewhere it would pass for a user, a host or a part of the address.
    """
    # The digest of a program is no secret, and looks like one.
    entry = {name: value for name, value in config.items() if name != "binary_identifier"}
    env = entry.get("env")
    if isinstance(env, Mapping):
        entry["env"] = {
            name: value for name, value in env.items() if is_secret_name(str(name)) or not _is_marked(value)
        }
    for key in URL_KEYS:
        if isinstance(entry.get(key), str):
            entry[key] = _address(entry[key])
    if isinstance(entry.get("args"), list):
        entry["args"] = [_address(word) if isinstance(word, str) and "://" in word else word for word in entry["args"]]
    return entry


def _is_marked(value: object) -> bool:
    return isinstance(value, str) and is_redaction_marker(value)


def _address(url: str) -> str:
    """The URL without parameters whose value was removed, unless their name says that it was a secret."""
    address, separator, query = url.partition("?")
    if not separator or not is_redaction_marker(unquote_plus(query)):
        return url
    pieces = [piece.partition("=") for piece in query.split("&")]
    parameters = [
        f"{name}{equals}{value}"
        for name, equals, value in pieces
        if is_secret_name(unquote_plus(name)) or not is_redaction_marker(unquote_plus(value))
    ]
    return f"{address}?{'&'.join(parameters)}" if parameters else address
