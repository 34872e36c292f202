"""What the audit writes: names and ids as keyed hashes, and lines as OCSF events of the class API Activity (6003)."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from graph.moment import read_moment
from graph.ontology import EDGE_KINDS, NODE_KINDS

_HASH_LENGTH = 16
# What says nothing of a person or a system: kinds, days and moments; the words of options are enumerations.
_WORDS = frozenset({*NODE_KINDS, *EDGE_KINDS})
_PUBLIC = re.compile(r"\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?")


class Redactor:
    """Replaces texts by hashes under one key. Without the key nobody can test a guess."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def hash(self, text: str) -> str:
        """The hash of a name or id, letter case aside: `h:` and 16 hexadecimal digits."""
        digest = hmac.new(self._key, text.casefold().encode(errors="replace"), sha256).hexdigest()
        return f"h:{digest[:_HASH_LENGTH]}"

    def redact(self, argument: object) -> object:
        """An argument of a question as JSON with its texts hashed; arguments that are not given are left out."""
        if isinstance(argument, Enum):
            return argument.name
        if isinstance(argument, bool | int | float):
            return argument
        if isinstance(argument, str):
            return argument if argument in _WORDS or _PUBLIC.fullmatch(argument) else self.hash(argument)
        if isinstance(argument, Mapping):
            return {self.hash(str(name)): self.redact(part) for name, part in argument.items() if part is not None}
        if isinstance(argument, list | tuple | set | frozenset):
            return [self.redact(part) for part in argument]
        if is_dataclass(argument):
            parts = {item.name: getattr(argument, item.name) for item in fields(argument)}
            return {name: self.redact(part) for name, part in parts.items() if _is_given(part)}
        return self.hash(repr(argument))


def _is_given(part: object) -> bool:
    return part is not None and type(part).__name__ != "UnsetType"


SCHEMA_VERSION = "1.6.0"
_CLASS, _CATEGORY = 6003, 6
_CREATE, _READ, _UPDATE, _DELETE, _OTHER = 1, 2, 3, 4, 99
_ACTIVITIES = {"question": _READ, "change": _UPDATE, "token create": _CREATE, "token revoke": _DELETE}
_ACTIVITIES |= {"export": _READ, "source remove": _DELETE, "audit": _OTHER}
_SUCCESS, _FAILURE = 1, 2
_INFORMATIONAL, _LOW = 1, 2
_SUCCESSES = ("answered", "begun", "done")
# What the class has attributes for; the rest of a line goes to `unmapped`.
_MAPPED = ("seq", "at", "kind", "name", "outcome", "caller", "method", "client", "request_id")


def write_ocsf(record: Mapping[str, Any]) -> dict[str, Any]:
    """The OCSF event of one line of the audit log, without its MAC."""
    name, kind = str(record.get("name", "")), str(record.get("kind", ""))
    activity = _ACTIVITIES.get(name, _ACTIVITIES.get(kind, _OTHER))
    succeeded = record.get("outcome") in _SUCCESSES
    event: dict[str, Any] = {
        "class_uid": _CLASS,
        "category_uid": _CATEGORY,
        "activity_id": activity,
        "type_uid": _CLASS * 100 + activity,
        "time": read_moment(str(record["at"])) // 1000,
        "severity_id": _INFORMATIONAL if succeeded else _LOW,
        "status_id": _SUCCESS if succeeded else _FAILURE,
        "status_detail": str(record.get("outcome", "")),
        "metadata": {
            "version": SCHEMA_VERSION,
            "uid": str(record["seq"]),
            "product": {"name": "Remit", "vendor_name": "Remit", "version": version("remit")},
        },
        "actor": {"user": {"name": str(record.get("caller", "")), "type": str(record.get("method", ""))}},
        "api": {"operation": name, "service": {"name": "remit"}},
        "src_endpoint": {"ip": record["client"]} if record.get("client") else {"name": "localhost"},
        "unmapped": {name: part for name, part in record.items() if name not in _MAPPED},
    }
    if record.get("request_id"):
        event["api"]["request"] = {"uid": record["request_id"]}
    return event
