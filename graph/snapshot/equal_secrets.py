"""Equal secrets: credentials of several systems that are one key, known by the fingerprint of its hash.

A gateway lists its keys by their SHA-256, a configuration holds the key. Both fingerprint the hash under the store's salt,
so that they meet although nobody stores the key or its hash.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from graph.stores.base import Claims

_PROPERTY = "hash_fingerprint"


def one_node_per_secret(claims: Claims, texts: Sequence[str]) -> dict[str, str]:
    """Of credentials that are one secret, each with the least of them by bytes; those that stand alone are left out.

    `texts` are the ids after aliases are resolved, one per id of the claims.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    marker = f'"{_PROPERTY}"'
    for node, props in zip(claims.nodes.node.tolist(), claims.nodes.props, strict=True):
        if marker in props and texts[node].startswith("Credential:"):
            digest = msgspec.json.decode(props).get(_PROPERTY)
            if isinstance(digest, str) and digest:
                holders[digest].add(texts[node])
    # A credential has several fingerprints where the salt was changed.
    least: dict[str, str] = {}

    def root(node_id: str) -> str:
        while node_id in least:
            node_id = least[node_id]
        return node_id

    for members in holders.values():
        roots = sorted({root(node_id) for node_id in members}, key=str.encode)
        least.update((other, roots[0]) for other in roots[1:])
    return {node_id: root(node_id) for node_id in least}
