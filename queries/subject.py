"""This file knows how what a person types, an id, an address or a name, finds its node."""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import AmbiguousName, UnknownName
from graph.resolve import clean_email
from graph.snapshot import Snapshot


def find_node(snapshot: Snapshot, text: str) -> int:
    """The one node that a node id, an address or a unique name means; raises UnknownName or AmbiguousName.

    An address means the identity that has it, else the one account.
    """
    place = snapshot.index_of(text)
    if place >= 0:
        return place
    if "@" in text:
        found = snapshot.indices_of_email(clean_email(text))
        people = [node for node in found if snapshot.kind(node) == "Identity"]
        found = people or found
    else:
        found = []
    found = found or snapshot.indices_of_name(text)
    if not found:
        raise UnknownName(text, "Give a node id such as Identity:hr/1001, an email, or a unique name")
    if len(found) > 1:
        raise AmbiguousName(text, [snapshot.ids[node] for node in found])
    return found[0]


def find_nodes(snapshot: Snapshot, texts: Iterable[str]) -> list[int]:
    """The nodes of several texts, in order, each once."""
    return list(dict.fromkeys(find_node(snapshot, text) for text in texts))
