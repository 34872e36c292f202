"""This file knows who may do what with a repository, as the members and grants of an organisation say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from graph.ontology import Permission
from loaders.claims.builder import Claims


class EffectiveAccess:
    """The highest permission of an account on a repository, its groups and their groups included."""

    def __init__(self, claims: Claims) -> None:
        self._groups: dict[str, set[str]] = defaultdict(set)
        self._grants: dict[str, dict[str, Permission | None]] = defaultdict(dict)
        self._known: dict[str, Mapping[str, Permission | None]] = {}
        for member, group, _ in claims.edges("MEMBER_OF"):
            self._groups[member].add(group)
        for holder, repository, permission in claims.edges("CAN_ACCESS"):
            _raise(self._grants[holder], repository, permission)

    def of(self, account: str) -> Mapping[str, Permission | None]:
        """By repository; None: some permission that nobody told."""
        if account not in self._known:
            reached, waiting = {account}, [account]
            while waiting:
                for group in self._groups.get(waiting.pop(), ()):
                    if group not in reached:
                        reached.add(group)
                        waiting.append(group)
            found: dict[str, Permission | None] = {}
            for holder in reached:
                for repository, permission in self._grants.get(holder, {}).items():
                    _raise(found, repository, permission)
            self._known[account] = found
        return self._known[account]


def _raise(known: dict[str, Permission | None], repository: str, permission: Permission | None) -> None:
    """Keep the higher one; one that is not told is lower than any that is."""
    before = known.get(repository)
    known[repository] = max(before, permission) if before and permission else before or permission
