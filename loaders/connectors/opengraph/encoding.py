"""Encoding of Remit's ids, kinds and properties in OpenGraph, and its inverse.

BloodHound takes no colon in an id and compares ids in capitals. Everything but small letters, digits and a few signs is
percent-encoded, so that an id survives both. Kinds carry the namespace of Remit's extension.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote_to_bytes

import msgspec

from graph.ontology import EDGE_KINDS, NODE_KINDS

NAMESPACE = "Remit"
BASE = f"{NAMESPACE}_Base"

ID, MEMBERS, MORE, KNOWN = "remitid", "remitmembers", "remitprops", "known"

# Databases index no text of any length.
_LONGEST_ID = 1_000
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789-._~/@+=,")
_BYTES = [chr(byte) if byte in _PLAIN else f"%{byte:02x}" for byte in range(256)]
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_HIGHEST = 2**53

# What BloodHound writes itself or takes away, what it writes in capitals, and what is ours.
RESERVED = frozenset(
    {"objectid", "lastseen", "reconcile", "name", "displayname", "operatingsystem", "distinguishedname"}
    | {"environmentid", "system_tags", "user_tags", ID, MEMBERS, MORE, KNOWN}
)


def write_id(node_id: str) -> str:
    """A node id as OpenGraph can keep it; a very long one as its digest, which only a property can undo."""
    text = "".join(_BYTES[byte] for byte in node_id.encode())
    if len(text) <= _LONGEST_ID:
        return text
    return "sha256." + hashlib.sha256(node_id.encode()).hexdigest()


def read_id(text: str) -> str | None:
    """The node id that was written, in whatever case; None if Remit did not write it."""
    # Kinds begin with a capital, so ours begin with a percent sign.
    if not text.startswith("%"):
        return None
    try:
        node_id = unquote_to_bytes(text.lower()).decode()
    except UnicodeDecodeError:
        return None
    return node_id if node_id.partition(":")[0] in NODE_KINDS and write_id(node_id) == text.lower() else None


def write_kind(kind: str) -> str:
    """A node or edge kind with Remit's namespace."""
    return f"{NAMESPACE}_{kind}"


def read_kind(text: str) -> str | None:
    """The node or edge kind; None for a foreign one."""
    kind = text.removeprefix(f"{NAMESPACE}_")
    return kind if kind != text and (kind in NODE_KINDS or kind in EDGE_KINDS) else None


def write_props(props: Mapping[str, Any]) -> dict[str, Any]:
    """Properties as OpenGraph takes them; the others are JSON in one text."""
    supported = {name: value for name, value in props.items() if _fits(name, value)}
    more = {name: value for name, value in props.items() if name not in supported}
    return supported | ({MORE: msgspec.json.encode(more, order="sorted").decode()} if more else {})


def read_props(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that were written. Raises ValueError if the text of the others is not a JSON object."""
    props = {name: value for name, value in properties.items() if name not in RESERVED}
    more = properties.get(MORE)
    if more is not None:
        try:
            read = msgspec.json.decode(more, type=dict[str, Any])
        except (msgspec.MsgspecError, TypeError, RecursionError):
            raise ValueError("it must be a JSON object") from None
        props |= read
    return props


def _fits(name: str, value: object) -> bool:
    if name in RESERVED or not _NAME.match(name):
        return False
    return not isinstance(value, int) or isinstance(value, bool) or abs(value) <= _HIGHEST
