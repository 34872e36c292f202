"""This file knows the words an ontology is declared in: kinds, properties, permissions, node ids."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

MAX_ID_BYTES = 4096


class Permission(IntEnum):
    """What may be done with data, least first. 0 (no member) stands for "not said"."""

    DISCOVER = 1
    READ = 2
    WRITE = 3
    ADMIN = 4


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node kind.

    `type` is text, texts (a list of text), choice (one of `choices`), flag (true, false or null for unknown),
    moment or whole (an integer). What a source does not know it leaves out, or says `unknown` where that is a choice.
    """

    name: str
    type: str
    meaning: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeKind:
    """One kind of node. `principal`: it can act and must be answered for (semantics of orphaned paths)."""

    name: str
    meaning: str
    properties: tuple[Property, ...]
    principal: bool = False


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """One kind of edge, drawn source-VERB-target.

    `conveys`: access flows along it. `grants`: it is a decision about who may use its target (a source that vouches
    for such edges knows who has no access; CONTAINS and EXPOSES are structure and CONNECTS_TO
    is a configuration: none of them is a grant).
    `keeps_leavers`: it stays open when its source Identity vanishes from the source that claims it.
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

    Raises ValueError with a text for people.
    """
    kind, colon, rest = node_id.partition(":")
    system, slash, key = rest.partition("/")
    if not (colon and slash and kind and system and key):
        raise ValueError("a node id reads Kind:system/key, such as Account:cursor/user_AAA")
    return kind, system, key
