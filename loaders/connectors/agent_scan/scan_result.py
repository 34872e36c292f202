"""This file knows the result of one scanned path: its servers, what each listed, and which issues were found where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_plus

from loaders.mcp.secret import is_redaction_marker, is_secret_name
from loaders.mcp.slot import URL_KEYS
from loaders.mcp.tool import ListedTool, read_tools
from loaders.saved.fields import ErrorCollector, FieldReader

# What comes before the tools when an issue points at the nth thing that a server lists.
_BEFORE_TOOLS = ("prompts", "resources", "resource_templates")
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
_UNTOLD = "X008"
_CODE = re.compile(r"[A-Z]{1,4}\d{1,4}")


@dataclass(frozen=True, slots=True)
class ScannedServer:
    """One server of a result. `tools` is None where it listed nothing, for the reason `error`, a code."""

    place: str
    name: str
    config_path: str
    entry: Any = field(repr=False)
    tools: tuple[ListedTool, ...] | None
    error: str | None
    issues: tuple[str, ...]


def servers_in(result: FieldReader, path: str, refusals: ErrorCollector) -> Iterator[ScannedServer]:
    """The servers of a result, skills left out; what cannot be read goes to `refusals`."""
    issues = _issues(result, refusals)
    labels = next(iter(refusals.kept(_labels, result)), {})
    for at, raw in enumerate(result.items("servers")):
        place = f"servers[{at}]"
        for server in refusals.kept(_object, result, place, raw):
            if not _is_skill(server.body):
                yield from refusals.kept(_found, server, at, path, issues, labels, refusals)


def error_code(entry: FieldReader) -> str | None:
    """The code of what went wrong, None where nothing did. What the scanner says in words may quote secrets: it is not read."""
    error = entry.body.get("error")
    if error is None:
        return None
    category = error.get("category") if isinstance(error, Mapping) else None
    return _CODES.get(category, _UNTOLD) if isinstance(category, str) else _UNTOLD


def _object(result: FieldReader, place: str, raw: Any) -> FieldReader:
    if not isinstance(raw, Mapping):
        result.refuse(place, "a server must be an object")
    return FieldReader(raw, f"{result.place}.{place}", result.file)


def _is_skill(server: Mapping[str, Any]) -> bool:
    config = server.get("server")
    return isinstance(config, Mapping) and (
        config.get("type") == "skill" or ("path" in config and not {"command", *URL_KEYS} & config.keys())
    )


_Notes = Mapping[tuple[int, int | None], tuple[str, ...]]


def _found(
    server: FieldReader, at: int, path: str, issues: _Notes, labels: _Notes, refusals: ErrorCollector
) -> ScannedServer:
    config = server.entry("server")
    if config is None:
        server.refuse("server", "it is missing")
    # Whatever is wrong with what a server listed, it is there.
    tools = next(iter(refusals.kept(_tools, server, at, (issues, labels), refusals)), None)
    return ScannedServer(
        place=f"servers[{at}]",
        name=server.text("name") or "",
        config_path=server.text("config_path") or path,
        entry=_unredacted(config.body),
        tools=tools,
        error=error_code(server),
        issues=issues.get((at, None), ()),
    )


def _tools(
    server: FieldReader, at: int, notes: tuple[_Notes, _Notes], refusals: ErrorCollector
) -> tuple[ListedTool, ...] | None:
    """What a server listed, None where it was not asked or did not answer."""
    signature = server.entry("signature")
    if signature is None:
        return None
    begin = sum(len(signature.items(name)) for name in _BEFORE_TOOLS)
    listed = ((f"{signature.place}.tools[{n}]", raw) for n, raw in enumerate(signature.items("tools")))
    return tuple(_noted(read_tools(listed, server.file, refusals), at, begin, notes))


def _noted(tools: Iterator[ListedTool], at: int, begin: int, notes: tuple[_Notes, _Notes]) -> Iterator[ListedTool]:
    """Tools with the issues and labels that point at them."""
    issues, labels = notes
    for number, tool in enumerate(tools, begin):
        told = {"issues": issues.get((at, number)), "labels": labels.get((at, number))}
        found = {name: list(said) for name, said in told.items() if said}
        yield ListedTool(tool.name, tool.title, tool.read_only, tool.destructive, tool.open_world, tool.declared, found)


def _issues(result: FieldReader, refusals: ErrorCollector) -> _Notes:
    """(server, thing) → codes; those of the whole file under no server are left out."""
    found: dict[tuple[int, int | None], set[str]] = {}
    for issue in result.children("issues", refusals):
        code, reference = issue.body.get("code"), issue.body.get("reference")
        if not isinstance(code, str) or not _CODE.fullmatch(code) or not isinstance(reference, list):
            continue
        server, thing = (*reference, None, None)[:2]
        if type(server) is int and (thing is None or type(thing) is int):
            found.setdefault((server, thing), set()).add(code)
    return {place: tuple(sorted(codes)) for place, codes in found.items()}


def _labels(result: FieldReader) -> _Notes:
    """(server, thing) → `name=share` of each label that is not zero."""
    found: dict[tuple[int, int | None], tuple[str, ...]] = {}
    for server, things in enumerate(result.items("labels")):
        for thing, labels in enumerate(things if isinstance(things, list) else ()):
            shares = FieldReader(labels if isinstance(labels, Mapping) else {}, "", result.file).raw(_LABELS)
            told = tuple(f"{name}={share}" for name, share in sorted(shares.items()) if str(share) not in _ZERO)
            if told:
                found[server, thing] = told
    return found


_ZERO = ("0", "0.0", "False")


def _unredacted(config: Mapping[str, Any]) -> dict[str, Any]:
    """An entry as its client would write it, without what a marker makes unreadable.

    A marker stays where a secret must have stood; elsewhere it would pass for a user, a host or a part of the address.
    """
    # The digest of a program is no secret, and looks like one.
    entry = {name: told for name, told in config.items() if name != "binary_identifier"}
    env = entry.get("env")
    if isinstance(env, Mapping):
        entry["env"] = {name: told for name, told in env.items() if is_secret_name(str(name)) or not _is_marked(told)}
    for key in URL_KEYS:
        if isinstance(entry.get(key), str):
            entry[key] = _address(entry[key])
    if isinstance(entry.get("args"), list):
        entry["args"] = [_address(word) if isinstance(word, str) and "://" in word else word for word in entry["args"]]
    return entry


def _is_marked(told: Any) -> bool:
    return isinstance(told, str) and is_redaction_marker(told)


def _address(url: str) -> str:
    """Without parameters whose value was taken away, unless their name says that it was a secret."""
    address, mark, query = url.partition("?")
    if not mark or not is_redaction_marker(unquote_plus(query)):
        return url
    pieces = [piece.partition("=") for piece in query.split("&")]
    kept = [
        f"{name}{equals}{told}"
        for name, equals, told in pieces
        if is_secret_name(unquote_plus(name)) or not is_redaction_marker(unquote_plus(told))
    ]
    return f"{address}?{'&'.join(kept)}" if kept else address
