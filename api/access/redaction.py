"""Redaction for the audit: names and ids become keyed hashes, which still say that two lines are about the same."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256

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
