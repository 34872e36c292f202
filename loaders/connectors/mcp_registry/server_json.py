"""One server.json, in every form since 2025: its packages, its addresses, and which of its inputs are secret."""

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
# A release workflow fills in the version; until then a placeholder stands in its place.
_UNFILLED = re.compile(r"\$?\{[^{}]*\}")
_STATUSES = {"active": "active", "deprecated": "active", "deleted": "disabled"}


@dataclass(frozen=True, slots=True)
class ServerEndpoint:
    """A package to start or an address to connect to. `secrets`: the secret inputs, by name."""

    key: str
    transport: str | None
    package: str | None = None
    url: str | None = None
    version: str | None = None
    secrets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ServerVersion:
    """One version of one server. `status`: active, disabled or None; `registry_status`: as the registry writes it."""

    name: str
    title: str | None
    version: str | None
    registry_status: str | None
    is_latest: bool
    changed_at: int
    repository: str | None
    endpoints: tuple[ServerEndpoint, ...]

    @property
    def status(self) -> str | None:
        return _STATUSES.get(self.registry_status or "")


def read_server_version(entry: FieldReader) -> ServerVersion:
    """A server.json, alone or as an entry of the registry's list. Raises RecordError that names the field."""
    server = entry.child("server") or entry
    metadata = _official(entry) or _official(server)
    version = _filled(server.text("version") or server.child_or_empty("version_detail").text("version"))
    is_latest = _flag(metadata, "isLatest", "is_latest")
    if is_latest is None:
        is_latest = server.child_or_empty("version_detail").flag("is_latest")
    changed = [_moment(metadata, name, snake_name) for name, snake_name in _TIMES]
    return ServerVersion(
        name=server.required("name"),
        title=server.text("title"),
        version=version,
        registry_status=(metadata.text("status") or server.text("status") or "").lower() or None,
        is_latest=is_latest or False,
        changed_at=max((moment for moment in changed if moment is not None), default=0),
        repository=_repository(server),
        endpoints=(*_packages(server, version), *_remotes(server, version)),
    )


_TIMES = (("updatedAt", "updated_at"), ("publishedAt", "published_at"))


def _official(entry: FieldReader) -> FieldReader:
    """The registry's own metadata of a version; empty if there is none."""
    metas = (entry.child_or_empty("_meta"), entry)
    fields = (meta.child_or_empty(name) for meta in metas for name in _OFFICIAL if name in meta.body)
    return next(fields, FieldReader({}, entry.location, entry.file))


def _packages(server: FieldReader, version: str | None) -> Iterator[ServerEndpoint]:
    for package in server.children("packages"):
        registry = _text(package, "registryType", "registry_type", "registry_name") or ""
        identifier = _text(package, "identifier", "name") or package.refuse("identifier", "it is missing")
        plain = re.sub(rf"[:@]{_UNFILLED.pattern}\Z", "", identifier)
        named = package_name(registry, plain, _text(package, "registryBaseUrl", "registry_base_url"))
        if named is None:
            package.refuse("identifier", "no package of a known registry has such a name")
        package_version = _filled(package.text("version"))
        yield ServerEndpoint(
            key=named[0],
            transport=_transport(package.child("transport"), package) or "stdio",
            package=named[0],
            version=package_version or named[1] or version,
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
    """The secret inputs, each by the kind and the name of what holds it."""
    secrets = set()
    for kind, lists in _INPUTS:
        for row in (row for name in lists for row in entry.children(name)):
            name = (_text(row, "name", "valueHint", "value_hint") or "").lstrip("-")
            variables = _secret_variables(row)
            input_kind = kind
            if kind == "argument" and variables:
                # `-e TOKEN={token}`: the variable of the container says more than the flag.
                assigned = re.match(r"([A-Za-z_]\w*)=", row.text("value") or "")
                input_kind, name = ("env", assigned[1]) if assigned else (kind, name or variables[0])
            if name and (variables or _flag(row, "isSecret", "is_secret")) and not is_secret_value(name):
                secrets.add(f"{input_kind} {name}")
    secrets |= {f"variable {name}" for name in _secret_variables(entry)}
    return tuple(sorted(secrets))


_INPUTS = (
    ("env", ("environmentVariables", "environment_variables")),
    ("header", ("headers",)),
    ("argument", ("runtimeArguments", "runtime_arguments", "packageArguments", "package_arguments")),
)


def _secret_variables(entry: FieldReader) -> list[str]:
    variables = entry.child_or_empty("variables")
    named = [(str(name), variables.child_or_empty(name)) for name in sorted(variables.body)]
    return [name for name, variable in named if _flag(variable, "isSecret", "is_secret") and not is_secret_value(name)]


def _transport(transport: FieldReader | None, entry: FieldReader) -> str | None:
    name = (_text(transport, "type", "transport_type") if transport else None) or entry.text("transport_type")
    return _TRANSPORTS.get(name.lower(), name.lower()) if name else None


def _repository(server: FieldReader) -> str | None:
    """The canonical address of the source code; None if it is no address."""
    try:
        return canonical_url(server.child_or_empty("repository").text("url") or "")
    except (ValueError, RecordError):
        return None


def _filled(version: str | None) -> str | None:
    return None if version is None or _UNFILLED.search(version) else version


def _text(entry: FieldReader, *names: str) -> str | None:
    return next((text for name in names if (text := entry.text(name))), None)


def _flag(entry: FieldReader, *names: str) -> bool | None:
    return next((flag for name in names if (flag := entry.flag(name)) is not None), None)


def _moment(entry: FieldReader, *names: str) -> int | None:
    return next((moment for name in names if (moment := entry.moment(name)) is not None), None)


def looks_like_server(body: object) -> bool:
    """Whether an object is a server.json or an entry of the registry's list."""
    if not isinstance(body, Mapping):
        return False
    server = body.get("server", body)
    if not isinstance(server, Mapping) or not isinstance(server.get("name"), str):
        return False
    has_endpoint = any(_has_endpoint(server.get(field)) for field in ("packages", "remotes"))
    schema = server.get("$schema")
    names_schema = isinstance(schema, str) and "/server.schema.json" in schema
    # An entry of a list may say of a server no more than that it is there.
    meta = body.get("_meta")
    is_listed = isinstance(meta, Mapping) and "server" in body and any(name in meta for name in _OFFICIAL)
    return (
        names_schema
        or is_listed
        or (has_endpoint and ("version" in server or "version_detail" in server or "description" in server))
    )


def _has_endpoint(entries: object) -> bool:
    """Entries of `packages` or `remotes` as some version of the schema has them."""
    first = entries[0] if isinstance(entries, list) and entries else None
    keys = ("registryType", "registry_type", "registry_name", "url", "transport_type")
    return isinstance(first, Mapping) and any(key in first for key in keys)
