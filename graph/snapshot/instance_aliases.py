"""Other addresses of an instance: which `system/host:port` of the claims means which instance of a source.

A source declares addresses of its own instance; a person declares others by a decision of kind `alias`, whose two ids
are the instance as a configuration writes it and the instance that it is, each as a data source
(`DataSource:postgres/db.acme.example:5432`, `DataSource:postgres/prod`). A person goes before a source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.claims import Decision
from graph.ontology import split_id
from graph.stores.base import Claims

ALIAS = "alias"


def instance_aliases(claims: Claims) -> dict[str, str]:
    """system/address → system/instance. Of several decisions about one address the newest counts."""
    aliases = {alias: own for state in claims.sources for alias, own in state.aliases.items()}
    return aliases | _resolved(_decided(claims.decisions), aliases)


def renamed_id(node_id: str, aliases: Mapping[str, str]) -> str:
    """The id with the longest alias replaced that ends at a `/` of it."""
    kind, system, key = split_id(node_id)
    rest = f"{system}/{key}"
    end = len(rest)
    while end > 0:
        if rest[:end] in aliases:
            return f"{kind}:{aliases[rest[:end]]}{rest[end:]}"
        end = rest.rfind("/", 0, end)
    return node_id


def _decided(decisions: Sequence[Decision]) -> dict[str, str]:
    newest: dict[str, tuple[int, str]] = {}
    for decision in decisions:
        if decision.kind == ALIAS:
            address, instance = (node_id.partition(":")[2] for node_id in decision.ids)
            newest[address] = max(newest.get(address, (-1, "")), (decision.at, instance))
    return {address: instance for address, (_, instance) in newest.items()}


def _resolved(decided: Mapping[str, str], declared: Mapping[str, str]) -> dict[str, str]:
    """Each decided alias followed to its end; one that leads back to itself ends where it would repeat."""
    both = {**declared, **decided}
    resolved = {}
    for address, instance in decided.items():
        seen = {address}
        while instance in both and instance not in seen:
            seen.add(instance)
            instance = both[instance]
        resolved[address] = instance
    return resolved
