"""SCIM list responses: which resources a file holds, of which type, and how many there should be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from graph.errors import InputError, RecordError
from loaders.base import Document

USER, GROUP = "User", "Group"
# Resource types that become identities, and the type of identity (None: their own attributes say).
IDENTITY_TYPES: Mapping[str, str | None] = {USER: None, "ServicePrincipal": "service", "Agent": "agent"}

_RESOURCE_TYPES = {name.lower(): name for name in (*IDENTITY_TYPES, GROUP)}
_HOST = re.compile(r"[a-z0-9._-]{1,253}")
_STATUS = re.compile(r"\d{3}\Z")
_SCIM_TYPE = re.compile(r"[A-Za-z]{1,40}\Z")
_LIST, _ERROR = ":listresponse", ":error"


@dataclass(frozen=True, slots=True)
class ListResponse:
    """One list response: resources with their path in the file; `total` None: the file does not say.

    `hint` is the resource type that the file's name suggests, or empty.
    """

    resources: tuple[tuple[str, Any], ...]
    total: int | None
    hint: str
    file: str


def fold_case(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes under lower-case names, as SCIM compares names without case."""
    return {name.lower(): content for name, content in attributes.items()}


def recognize(document: Document) -> bool:
    """A SCIM list response, error or resource, or a list or mapping of such."""
    if document.format != "json":
        return False
    content = document.content
    if isinstance(content, dict) and content and not _is_scim(content):
        return all(_is_scim(part) for part in content.values())
    return _is_scim(content[0] if isinstance(content, list) and content else content)


def read_list_responses(body: object, file: str, hint: str = "") -> Iterator[ListResponse]:
    """The list responses of a file: one, a list or mapping of them, or resources without a list response around them.

    Raises InputError for an error that a server answered, RecordError for a list response without its list.
    """
    if isinstance(body, dict) and _is_scim(body):
        yield _read_list_response(body, "", file, hint)
        return
    parts = list(body.items()) if isinstance(body, dict) else list(enumerate(body)) if isinstance(body, list) else []
    bare = []
    for name, part in parts:
        path = f"[{name}]" if isinstance(name, int) else str(name)
        if isinstance(part, dict) and is_list(fold_case(part)):
            part_hint = next((kind for kind in (USER, GROUP) if path.lower() == f"{kind.lower()}s"), hint)
            yield _read_list_response(part, f"{path}.", file, part_hint)
        else:
            bare.append((path, part))
    if bare or not parts:
        yield ListResponse(tuple(bare), None, hint, file)


def host_of(responses: Iterable[ListResponse]) -> str | None:
    """The host of the service that the resources name in `meta.location`; None for none, or for several."""
    hosts = {_host(resource) for response in responses for _, resource in response.resources} - {None}
    return hosts.pop() if len(hosts) == 1 else None


def _host(resource: object) -> str | None:
    meta = fold_case(resource).get("meta") if isinstance(resource, dict) else None
    location = fold_case(meta).get("location") if isinstance(meta, dict) else None
    if not isinstance(location, str) or "://" not in location:
        return None
    try:
        host = urlsplit(location.strip()).hostname
    except ValueError:
        return None
    return host if host and _HOST.fullmatch(host) else None


def type_of(resource: Mapping[str, Any], hint: str) -> str:
    """The type of a folded resource: its schemas say, else its meta, else its attributes; empty if nothing does."""
    schemas = resource.get("schemas")
    for schema in schemas if isinstance(schemas, list) else ():
        schema_type = _RESOURCE_TYPES.get(str(schema).rpartition(":")[2].lower())
        if schema_type:
            return schema_type
    meta = resource.get("meta")
    meta_type = fold_case(meta).get("resourcetype") if isinstance(meta, dict) else None
    if isinstance(meta_type, str) and meta_type.lower() in _RESOURCE_TYPES:
        return _RESOURCE_TYPES[meta_type.lower()]
    if "username" in resource:
        return USER
    return GROUP if "members" in resource else hint


def is_list(folded: Mapping[str, Any]) -> bool:
    """Whether folded content is a list response."""
    return any(schema.endswith(_LIST) for schema in _schemas(folded)) or {"resources", "totalresults"} <= folded.keys()


def total_of(folded: Mapping[str, Any]) -> int | None:
    """How many resources there are on all pages of a folded list response; None if it does not say."""
    total = folded.get("totalresults")
    if isinstance(total, str) and total.isascii() and total.isdigit() and len(total) < 19:
        return int(total)
    return total if isinstance(total, int) and not isinstance(total, bool) else None


def _read_list_response(body: dict[str, Any], prefix: str, file: str, hint: str) -> ListResponse:
    """The list response at a path in its file, or a single resource as one; `prefix` ends with a dot, or is empty."""
    content = fold_case(body)
    if any(schema.endswith(_ERROR) for schema in _schemas(content)):
        _raise_error_response(content, file)
    if not is_list(content):
        return ListResponse(((prefix.rstrip(".") or "(top)", body),), None, hint, file)
    resources = content.get("resources")
    # A page beyond the end, or a list of none, may leave its resources out.
    if resources is None:
        resources = []
    if not isinstance(resources, list):
        raise RecordError("this must be a list of resources", file=file, field=f"{prefix}Resources")
    located = tuple((f"{prefix}Resources[{index}]", resource) for index, resource in enumerate(resources))
    return ListResponse(located, total_of(content), hint, file)


def _raise_error_response(content: dict[str, Any], file: str) -> None:
    # The detail is free text of a server and may hold what was sent to it; status and type are codes.
    status, scim_type = str(content.get("status", "")), str(content.get("scimtype") or "")
    patterns = ((status, _STATUS), (scim_type, _SCIM_TYPE))
    code = " ".join(part for part, pattern in patterns if pattern.match(part))
    raise InputError(
        f"{file}: the server answered with a SCIM error{f' ({code})' if code else ''}, not with a list. Fetch it again"
    )


def _is_scim(content: object) -> bool:
    if not isinstance(content, dict):
        return False
    folded = fold_case(content)
    return is_list(folded) or any(
        schema.startswith(("urn:ietf:params:scim:", "urn:scim:schemas:")) for schema in _schemas(folded)
    )


def _schemas(folded: Mapping[str, Any]) -> list[str]:
    schemas = folded.get("schemas")
    return [str(schema).lower() for schema in schemas] if isinstance(schemas, list) else []
