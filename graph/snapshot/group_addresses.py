"""Groups by address: a group that one system names by its address and another, its directory, by an id is one node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from graph.address import canonical_address, email_address
from graph.moment import NEVER
from graph.ontology import split_id
from graph.stores.base import Claims

# A system whose group ids are addresses → the directory that has these groups.
DIRECTORY_OF: Mapping[str, str] = {"gcp": "google"}
_PROPERTY = "emails"


def one_node_per_group_address(claims: Claims, texts: Sequence[str], named: Collection[str]) -> dict[str, str]:
    """Of groups that are one, each with the least of them by bytes; those that stand alone are left out.

    An address is the one group's that has it now, else had it; of two that have it neither is meant. `texts` are the ids
    after aliases are resolved, one per id of the claims; `named` are those that a claim names.
    """
    by_directory: dict[str, set[str]] = defaultdict(set)
    groups = [(text, *split_id(text)[1:]) for text in named if text.startswith("Group:")]
    addressed = {
        text: (DIRECTORY_OF[system], address)
        for text, system, key in groups
        if system in DIRECTORY_OF and (address := email_address(key)) is not None
    }
    if not addressed:
        return {}
    owners = _owners(claims, texts)
    for text, (directory, address) in addressed.items():
        group = owners.get((directory, address))
        if group is not None:
            by_directory[group].add(text)
    least = {group: min(group, *members, key=str.encode) for group, members in by_directory.items()}
    return {
        node_id: least[group]
        for group, members in by_directory.items()
        for node_id in (group, *members)
        if node_id != least[group]
    }


def _owners(claims: Claims, texts: Sequence[str]) -> dict[tuple[str, str], str]:
    """(directory, address) → the one group whose address it is."""
    present: dict[tuple[str, str], set[str]] = defaultdict(set)
    former: dict[tuple[str, str], set[str]] = defaultdict(set)
    directories, marker = set(DIRECTORY_OF.values()), f'"{_PROPERTY}"'
    nodes = claims.nodes
    for node, until, props in zip(nodes.node.tolist(), nodes.until.tolist(), nodes.props, strict=True):
        text = texts[node]
        if marker not in props or not text.startswith("Group:") or split_id(text)[1] not in directories:
            continue
        for email in msgspec.json.decode(props).get(_PROPERTY) or ():
            holders = present if until >= NEVER else former
            holders[split_id(text)[1], canonical_address(email)].add(text)
    chosen = {**former, **present}
    return {key: next(iter(groups)) for key, groups in chosen.items() if len(groups) == 1}
