"""This file knows SCIM's list responses: which resources a file holds, of which type, and how many there should be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError, RecordError
from loaders.base import Document

# A file that breaks off is still known by this.
MARKS = (b"urn:ietf:params:scim:", b"urn:scim:schemas:")

USER, GROUP = "User", "Group"
# Resource types that become identities, and what sort of being they are (None: their own attributes say).
IDENTITY_TYPES: Mapping[str, str | None] = {USER: None, "ServicePrincipal": "service", "Agent": "agent"}

_TYPES = {name.lower(): name for name in (*IDENTITY_TYPES, GROUP)}
_STATUS = re.compile(r"\d{3}\Z")
_SCIM_TYPE = re.compile(r"[A-Za-z]{1,40}\Z")
_LIST, _ERROR = ":listresponse", ":error"


@dataclass(frozen=True, slots=True)
class ListResponse:
    """One list response: resources with their place in the file; `total` None: the file does not say.

    `hint` is the resource type that the file's name suggests, or empty.
    """

    resources: tuple[tuple[str, Any], ...]
    total: int | None
    hint: str
    shown: str


def fold_case(holder: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes under lower-case names, as SCIM compares names without case."""
    return {name.lower(): content for name, content in holder.items()}


def recognize(document: Document) -> bool:
    """A SCIM list response, error, resource, or a list or mapping of such."""
    if document.format != "json":
        return False
    content = document.content
    if isinstance(content, dict) and content and not _is_scim(content):
        return all(_is_scim(part) for part in content.values())
    return _is_scim(content[0] if isinstance(content, list) and content else content)


def read_list_responses(body: Any, shown: str, hint: str = "") -> Iterator[ListResponse]:
    """The list responses of a file: one, a list or mapping of them, or resources without an envelope.

    Raises InputError for an error that a server answered, RecordError for a list response without its list.
    """
    if isinstance(body, dict) and _is_scim(body):
        yield _open(body, "", shown, hint)
        return
    parts = list(body.items()) if isinstance(body, dict) else list(enumerate(body)) if isinstance(body, list) else []
    bare = []
    for name, part in parts:
        place = f"[{name}]" if isinstance(name, int) else str(name)
        if isinstance(part, dict) and is_list(fold_case(part)):
            guess = next((kind for kind in (USER, GROUP) if place.lower() == f"{kind.lower()}s"), hint)
            yield _open(part, f"{place}.", shown, guess)
        else:
            bare.append((place, part))
    if bare or not parts:
        yield ListResponse(tuple(bare), None, hint, shown)


def type_of(resource: Mapping[str, Any], hint: str) -> str:
    """The type of a folded resource: its schemas say, else its meta, else its attributes; empty if nothing does."""
    schemas = resource.get("schemas")
    for schema in schemas if isinstance(schemas, list) else ():
        found = _TYPES.get(str(schema).rpartition(":")[2].lower())
        if found:
            return found
    meta = resource.get("meta")
    told = fold_case(meta).get("resourcetype") if isinstance(meta, dict) else None
    if isinstance(told, str) and told.lower() in _TYPES:
        return _TYPES[told.lower()]
    if "username" in resource:
        return USER
    return GROUP if "members" in resource else hint


def is_list(folded: Mapping[str, Any]) -> bool:
    """Whether folded content is a list response."""
    return any(schema.endswith(_LIST) for schema in _schemas(folded)) or {"resources", "totalresults"} <= folded.keys()


def total_of(folded: Mapping[str, Any]) -> int | None:
    """How many resources there are on all pages of a folded list response; None if it does not say."""
    content = folded.get("totalresults")
    if isinstance(content, str) and content.isascii() and content.isdigit() and len(content) < 19:
        return int(content)
    return content if isinstance(content, int) and not isinstance(content, bool) else None


def _open(body: dict[str, Any], place: str, shown: str, hint: str) -> ListResponse:
    content = fold_case(body)
    schemas = _schemas(content)
    if any(schema.endswith(_ERROR) for schema in schemas):
        _refuse_error(content, shown)
    if not is_list(content):
        return ListResponse(((place.rstrip(".") or "(top)", body),), None, hint, shown)
    resources = content.get("resources")
    # A page beyond the end, or a list of none, may leave its resources out.
    if resources is None:
        resources = []
    if not isinstance(resources, list):
        raise RecordError("this must be a list of resources", file=shown, field=f"{place}Resources")
    places = tuple((f"{place}Resources[{index}]", resource) for index, resource in enumerate(resources))
    return ListResponse(places, total_of(content), hint, shown)


def _refuse_error(content: dict[str, Any], shown: str) -> None:
    # The detail is free text of a server and may hold what was sent to it; status and type are codes.
    status, kind = str(content.get("status", "")), str(content.get("scimtype") or "")
    code = " ".join(part for part, shape in ((status, _STATUS), (kind, _SCIM_TYPE)) if shape.match(part))
    raise InputError(
        f"{shown}: the server answered with a SCIM error{f' ({code})' if code else ''}, not with a list. Fetch it again"
    )


def _is_scim(content: Any) -> bool:
    if not isinstance(content, dict):
        return False
    folded = fold_case(content)
    return is_list(folded) or any(
        schema.startswith(("urn:ietf:params:scim:", "urn:scim:schemas:")) for schema in _schemas(folded)
    )


def _schemas(folded: Mapping[str, Any]) -> list[str]:
    schemas = folded.get("schemas")
    return [str(schema).lower() for schema in schemas] if isinstance(schemas, list) else []
