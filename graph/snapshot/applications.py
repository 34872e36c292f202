"""Applications that are one: the organisation that a connector calls by its instance, and a bill by the vendor's own id.

`Application:openai/acme`, whose external id is `org-harbor`, is what a bill calls `Application:openai/org-harbor`, and every
other application of that system that names the same id. Ids are compared as they are written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from graph.ontology import split_id
from graph.stores.base import Claims

_KIND = "Application:"


def one_node_per_application(claims: Claims, texts: Sequence[str], named: set[str]) -> dict[str, str]:
    """Of ids that mean one application, each with the least of them by bytes; ids that stand alone are left out. O(nodes).

    `texts`: what each id of the claims is; `named`: those that a claim names. Of an application that had several external ids
    in turn, the newest counts.
    """
    classes: dict[str, set[str]] = defaultdict(set)
    for node_id, external_id in _external_ids(claims, texts).items():
        own = f"{_KIND}{split_id(node_id)[1]}/{external_id}"
        classes[own] |= {own, node_id}
    least: dict[str, str] = {}
    for members in _joined(classes):
        present = sorted(members & named, key=str.encode)
        least |= dict.fromkeys(present[1:], present[0])
    return least


def _external_ids(claims: Claims, texts: Sequence[str]) -> Mapping[str, str]:
    newest: dict[str, tuple[tuple[int, int, str], str]] = {}
    nodes = claims.nodes
    rows = zip(nodes.node.tolist(), nodes.since.tolist(), nodes.first_seen.tolist(), nodes.props, strict=True)
    for node, since, first_seen, props in rows:
        if '"external_id"' not in props or not texts[node].startswith(_KIND):
            continue
        external_id = msgspec.json.decode(props).get("external_id")
        if isinstance(external_id, str) and external_id:
            at = (max(since, first_seen), since, external_id)
            newest[texts[node]] = max(newest.get(texts[node], (at, external_id)), (at, external_id))
    return {node_id: external_id for node_id, (_, external_id) in newest.items()}


def _joined(classes: Mapping[str, set[str]]) -> list[set[str]]:
    """Sets that share a member as one: an organisation's own id may be the name of an instance."""
    joined: list[set[str]] = []
    for members in classes.values():
        touching = [other for other in joined if other & members]
        joined = [other for other in joined if not other & members] + [members.union(*touching)]
    return joined
