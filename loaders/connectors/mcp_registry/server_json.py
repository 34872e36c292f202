"""This file knows one server.json, in every spelling since 2025: its packages, its addresses, and which of its inputs are secret."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.errors import RecordError
from loaders.mcp.package_name import package_name
from loaders.mcp.secret import is_secret_value
from loaders.mcp.server_url import canonical_url
from loaders.saved.fields import FieldReader

_OFFICIAL = ("io.modelcontextprotocol.registry/official", "x-io.modelcontextprotocol.registry")
_TRANSPORTS = {"streamable-http": "http", "streamable": "http", "streamable_http": "http"}
# A release workflow fills the version in; what stands in its place is none.
_UNFILLED = re.compile(r"\$?\{[^{}]*\}")
_STATUSES = {"active": "active", "deprecated": "active", "deleted": "disabled"}


@dataclass(frozen=True, slots=True)
class ServerEndpoint:
    """One way to a server: a package that is started, or an address. `secrets`: what it must be given, by name."""

    key: str
    transport: str | None
    package: str | None = None
    url: str | None = None
    version: str | None = None
    secrets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ServerVersion:
    """One version of one server. `status`: active, disabled or None; `said`: as the registry says it."""

    name: str
    title: str | None
    version: str | None
    said: str | None
    is_latest: bool
    changed_at: int
    repository: str | None
    endpoints: tuple[ServerEndpoint, ...]

    @property
    def status(self) -> str | None:
        return _STATUSES.get(self.said or "")


def read_server_version(listed: FieldReader) -> ServerVersion:
    """A server.json, alone or as an entry of the registry's list. Raises RecordError, naming the field."""
    server = listed.child("server") or listed
    about = _official(listed) or _official(server)
    version = _filled(server.text("version") or server.child_or_empty("version_detail").text("version"))
    latest = _flag(about, "isLatest", "is_latest")
    if latest is None:
        latest = server.child_or_empty("version_detail").flag("is_latest")
    changed = [_moment(about, name, spelled) for name, spelled in _TIMES]
    return ServerVersion(
        name=server.required("name"),
        title=server.text("title"),
        version=version,
        said=(about.text("status") or server.text("status") or "").lower() or None,
        is_latest=latest or False,
        changed_at=max((moment for moment in changed if moment is not None), default=0),
        repository=_repository(server),
        endpoints=(*_packages(server, version), *_remotes(server, version)),
    )


_TIMES = (("updatedAt", "updated_at"), ("publishedAt", "published_at"))


def _official(entry: FieldReader) -> FieldReader:
    """What the registry itself says of a version; the body is empty where it says nothing."""
    metas = (entry.child_or_empty("_meta"), entry)
    found = (meta.child_or_empty(name) for meta in metas for name in _OFFICIAL if name in meta.body)
    return next(found, FieldReader({}, entry.location, entry.file))


def _packages(server: FieldReader, version: str | None) -> Iterator[ServerEndpoint]:
    for package in server.children("packages"):
        registry = _text(package, "registryType", "registry_type", "registry_name") or ""
        identifier = _text(package, "identifier", "name") or package.refuse("identifier", "it is missing")
        plain = re.sub(rf"[:@]{_UNFILLED.pattern}\Z", "", identifier)
        named = package_name(registry, plain, _text(package, "registryBaseUrl", "registry_base_url"))
        if named is None:
            package.refuse("identifier", "no package of a known registry has such a name")
        told = _filled(package.text("version"))
        yield ServerEndpoint(
            key=named[0],
            transport=_transport(package.child("transport"), package) or "stdio",
            package=named[0],
            version=told or named[1] or version,
            secrets=_secrets(package),
        )


def _remotes(server: FieldReader, version: str | None) -> Iterator[ServerEndpoint]:
    for remote in server.children("remotes"):
        try:
            url = canonical_url(remote.required("url"))
        except ValueError as error:
            remote.refuse("url", str(error))
        yield ServerEndpoint(url, _transport(remote, remote), url=url, version=version, secrets=_secrets(remote))


def _secrets(entry: FieldReader) -> tuple[str, ...]:
    """The inputs that are secret, each by the sort and the name of what carries it."""
    found = set()
    for what, names in _INPUTS:
        for row in (row for name in names for row in entry.children(name)):
            word = (_text(row, "name", "valueHint", "value_hint") or "").lstrip("-")
            inner = _secret_variables(row)
            if what == "argument" and inner:
                # `-e TOKEN={token}`: the variable of the container says more than the flag.
                assigned = re.match(r"([A-Za-z_]\w*)=", row.text("value") or "")
                what_of, word = ("env", assigned[1]) if assigned else (what, word or inner[0])
            else:
                what_of = what
            if word and (inner or _flag(row, "isSecret", "is_secret")) and not is_secret_value(word):
                found.add(f"{what_of} {word}")
    found |= {f"variable {name}" for name in _secret_variables(entry)}
    return tuple(sorted(found))


_INPUTS = (
    ("env", ("environmentVariables", "environment_variables")),
    ("header", ("headers",)),
    ("argument", ("runtimeArguments", "runtime_arguments", "packageArguments", "package_arguments")),
)


def _secret_variables(entry: FieldReader) -> list[str]:
    variables = entry.child_or_empty("variables")
    named = [(str(name), variables.child_or_empty(name)) for name in sorted(variables.body)]
    return [name for name, variable in named if _flag(variable, "isSecret", "is_secret") and not is_secret_value(name)]


def _transport(told: FieldReader | None, entry: FieldReader) -> str | None:
    raw = (_text(told, "type", "transport_type") if told else None) or entry.text("transport_type")
    return _TRANSPORTS.get(raw.lower(), raw.lower()) if raw else None


def _repository(server: FieldReader) -> str | None:
    """Where the source code lies, by its canonical address; none where it is no address."""
    try:
        return canonical_url(server.child_or_empty("repository").text("url") or "")
    except (ValueError, RecordError):
        return None


def _filled(version: str | None) -> str | None:
    return None if version is None or _UNFILLED.search(version) else version


def _text(entry: FieldReader, *names: str) -> str | None:
    return next((told for name in names if (told := entry.text(name))), None)


def _flag(entry: FieldReader, *names: str) -> bool | None:
    return next((told for name in names if (told := entry.flag(name)) is not None), None)


def _moment(entry: FieldReader, *names: str) -> int | None:
    return next((told for name in names if (told := entry.moment(name)) is not None), None)


def looks_like_server(body: object) -> bool:
    """Whether an object is a server.json or an entry of the registry's list."""
    if not isinstance(body, Mapping):
        return False
    server = body.get("server", body)
    if not isinstance(server, Mapping) or not isinstance(server.get("name"), str):
        return False
    ways = any(_has_way(server.get(field)) for field in ("packages", "remotes"))
    schema = server.get("$schema")
    told = isinstance(schema, str) and "/server.schema.json" in schema
    return told or (ways and ("version" in server or "version_detail" in server or "description" in server))


def _has_way(listed: object) -> bool:
    """Entries of `packages` or `remotes` as some version of the schema has them."""
    first = listed[0] if isinstance(listed, list) and listed else None
    words = ("registryType", "registry_type", "registry_name", "url", "transport_type")
    return isinstance(first, Mapping) and any(word in first for word in words)
