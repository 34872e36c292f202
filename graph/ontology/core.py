"""Building blocks of the ontology: node kinds, edge kinds, properties, permissions, node ids."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

MAX_ID_BYTES = 4096


class Permission(IntEnum):
    """What may be done with data, least first. 0 (no member) stands for "not stated"."""

    DISCOVER = 1
    """May know that it exists, and its name."""
    READ = 2
    """May read the data."""
    WRITE = 3
    """May read and change the data."""
    ADMIN = 4
    """May do everything, including giving access to others."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node kind.

    `type` is text, texts (a list of text), choice (one of `choices`), flag (true, false or null for unknown),
    moment or whole (an integer). A source leaves out what it does not know, or says `unknown` where that is a choice.
    """

    name: str
    type: str
    meaning: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeKind:
    """One kind of node. `principal`: it can act, so somebody must answer for it (see orphaned paths)."""

    name: str
    meaning: str
    properties: tuple[Property, ...]
    principal: bool = False


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """One kind of edge, drawn source-VERB-target.

    `conveys`: access flows along it. `grants`: it is a decision about who may use its target, so a source that
    covers such edges knows who has no access (CONTAINS and EXPOSES are structure and CONNECTS_TO is a configuration:
    none of them is a grant). `keeps_leavers`: it stays open when its Identity vanishes from the source that claims it.
    """

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    reads: str
    conveys: bool = False
    grants: bool = False
    keeps_leavers: bool = False
    revocable: bool = False


def split_id(node_id: str) -> tuple[str, str, str]:
    """Kind, system and key of a node id: the first `:` and the first `/` after it split it, the rest is opaque.

    Raises ValueError with a message for people.
    """
    kind, colon, rest = node_id.partition(":")
    system, slash, key = rest.partition("/")
    if not (colon and slash and kind and system and key):
        raise ValueError("a node id reads Kind:system/key, such as Account:cursor/user_AAA")
    return kind, system, key
