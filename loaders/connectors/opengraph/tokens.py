"""Tokens, installed apps and workflows of OpenGraph files: whether they still work, and what they let through.

Their properties mean what they mean in the github connector: an expired token conveys nothing, one for chosen repositories
has the lower of its own and its owner's permission, and one for all of them runs as its owner.

Whoever may write a repository may run a workflow with its secrets and as the identities it assumes: GitHound calls these edges
traversable. A repository is data and leads nowhere itself, so its workflows are an Application: who has WRITE on the repository
CAN_USE it, and it RUNS_AS each secret and identity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from graph.claims import Edge, Node
from graph.moment import read_moment, write_moment
from graph.ontology import EDGE_KINDS, Permission
from loaders.connectors.opengraph.parse import ParsedNode
from loaders.github_permissions import token_cap
from loaders.saved.fields import FieldReader

_USE, _RUN = EDGE_KINDS["CAN_USE"], EDGE_KINDS["RUNS_AS"]
_EXPIRED = ("token_expired", "expired")
_REVOKED = ("revoked", "token_revoked")
_TIMES = {
    "expires_at": ("token_expires_at", "expires_at", "expirationtime", "enddatetime"),
    "last_used_at": ("token_last_used_at", "last_used_at", "lastusedat", "last_used"),
    "created_at": ("created_at", "createdat"),
}


def credential_props(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Status and times of a credential; `properties` with names in lower case."""
    props: dict[str, Any] = {}
    for name, aliases in _TIMES.items():
        moments = (_moment(properties.get(alias)) for alias in aliases)
        moment = next((moment for moment in moments if moment is not None), None)
        if moment is not None:
            props[name] = write_moment(moment)
    flags = {name: properties[name] for name in (*_EXPIRED, *_REVOKED, "enabled") if name in properties}
    if any(flags.get(name) is True for name in _REVOKED) or flags.get("enabled") is False:
        props["status"] = "revoked"
    elif any(flags.get(name) is True for name in _EXPIRED):
        props["status"] = "expired"
    elif False in (flags.get(name) for name in _EXPIRED) or flags.get("enabled") is True:
        props["status"] = "active"
    return props


def application_props(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Status of an installed app: a suspended one is disabled."""
    return {"status": "disabled"} if _moment(properties.get("suspended_at")) is not None else {}


class TokenPermissions:
    """What the tokens and apps of one graph may do themselves, by the ids of their claims."""

    def __init__(self) -> None:
        # The most that each may do, None: nothing on data; ids that are absent do not say.
        self._caps: dict[str, Permission | None] = {}
        self._selections: dict[str, str] = {}

    def add(self, node_id: str, node: ParsedNode) -> None:
        """Note the permissions of a token or app, if its properties say them."""
        properties = {name.lower(): value for name, value in node.properties.items()}
        permissions = _permissions(properties.get("permissions"))
        if permissions is not None:
            cap, is_known = token_cap(FieldReader(permissions, "permissions", ""))
            if is_known:
                self._caps[node_id] = cap
        selection = properties.get("repository_selection")
        if isinstance(selection, str):
            self._selections[node_id] = selection.lower()

    def apply(self, edges: Iterable[Edge]) -> list[Edge]:
        """The edges with what tokens and apps may not do taken away, and RUNS_AS for tokens of all repositories."""
        listed = list(edges)
        owners: defaultdict[str, list[str]] = defaultdict(list)
        for edge in listed:
            if edge.kind == "HAS_CREDENTIAL":
                owners[edge.target].append(edge.source)
        access = _Access(listed)
        result = [
            capped
            for edge in listed
            if (capped := self._capped(edge, owners, access) if edge.kind == "CAN_ACCESS" else edge) is not None
        ]
        for token, holders in owners.items():
            cap = self._caps.get(token)
            if cap is not None and self._selections.get(token) == "all":
                evidence = "a token for all repositories"
                result += [
                    Edge(kind="RUNS_AS", source=token, target=owner, permission=cap, evidence=evidence)
                    for owner in holders
                ]
        return result

    def _capped(self, edge: Edge, owners: Mapping[str, list[str]], access: _Access) -> Edge | None:
        if self._selections.get(edge.source) == "none":
            return None
        if edge.source not in self._caps:
            return edge
        cap = self._caps[edge.source]
        if cap is None:
            return None
        if not edge.source.startswith("Credential:"):
            return replace_permission(edge, cap)
        # A token never has more than its owner; what the owner has is unknown where the graph does not say.
        own = [access.permission(owner, edge.target) for owner in owners.get(edge.source, ())]
        known = [permission for permission in own if permission is not None]
        return replace_permission(edge, min(cap, max(known)) if known else None)


def replace_permission(edge: Edge, permission: Permission | None) -> Edge:
    """The same edge with another permission."""
    return msgspec.structs.replace(edge, permission=permission)


class _Access:
    """The highest permission of a holder on a data source, its groups and their groups included."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self._groups: defaultdict[str, set[str]] = defaultdict(set)
        self._grants: defaultdict[str, dict[str, Permission]] = defaultdict(dict)
        self._known: dict[str, dict[str, Permission]] = {}
        for edge in edges:
            if edge.kind == "MEMBER_OF":
                self._groups[edge.source].add(edge.target)
            elif edge.kind == "CAN_ACCESS" and edge.permission is not None:
                grants = self._grants[edge.source]
                grants[edge.target] = max(edge.permission, grants.get(edge.target, edge.permission))

    def permission(self, holder: str, target: str) -> Permission | None:
        """None: no known one."""
        if holder not in self._known:
            reached, waiting = {holder}, [holder]
            highest: dict[str, Permission] = {}
            while waiting:
                member = waiting.pop()
                for source, permission in self._grants.get(member, {}).items():
                    highest[source] = max(permission, highest.get(source, permission))
                further = self._groups.get(member, set()) - reached
                reached |= further
                waiting += further
            self._known[holder] = highest
        return self._known[holder].get(target)


def _permissions(raw: object) -> Mapping[str, Any] | None:
    """Permissions by area; an app's have no areas, and all of them may be of repositories."""
    try:
        read = msgspec.json.decode(raw) if isinstance(raw, str) else raw
    except (msgspec.MsgspecError, RecursionError):
        return None
    if not isinstance(read, Mapping) or not all(isinstance(name, str) for name in read):
        return None
    areas = {name: area for name, area in read.items() if isinstance(area, Mapping)}
    if areas:
        return {name: _levels(area) for name, area in areas.items()}
    return {"repository": _levels(read)}


def _levels(area: Mapping[str, Any]) -> dict[str, str]:
    return {name: level for name, level in area.items() if isinstance(level, str)}


def _moment(raw: object) -> int | None:
    try:
        return read_moment(raw) if isinstance(raw, str) and raw.strip() else None
    except ValueError:
        return None


@dataclass(slots=True)
class Workflows:
    """What the workflows of each repository may use, by the repository's id."""

    _targets: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    _names: dict[str, str | None] = field(default_factory=dict)

    def add(self, repository: str, name: str | None, target: str, evidence: str) -> bool:
        """Note what a repository's workflows may use; False if nothing can run as it."""
        if target.partition(":")[0] not in _RUN.targets:
            return False
        self._targets[repository].setdefault(target, evidence)
        self._names[repository] = name
        return True

    def claims(self, edges: Iterable[Edge]) -> Iterator[Node | Edge]:
        """The Applications, who may use them by these edges, and what they run as."""
        writers: defaultdict[str, list[str]] = defaultdict(list)
        for edge in edges:
            is_writer = edge.kind == "CAN_ACCESS" and (edge.permission or Permission.READ) >= Permission.WRITE
            if is_writer and edge.target in self._targets and edge.source.partition(":")[0] in _USE.sources:
                writers[edge.target].append(edge.source)
        for repository, targets in self._targets.items():
            name = self._names[repository]
            application = f"Application:{repository.partition(':')[2]}#workflows"
            yield Node(id=application, name=f"workflows of {name}" if name else None, props={})
            for writer in writers[repository]:
                evidence = "may write the repository, at most also its workflows"
                yield Edge(kind="CAN_USE", source=writer, target=application, evidence=evidence)
            for target, evidence in targets.items():
                yield Edge(kind="RUNS_AS", source=application, target=target, evidence=evidence)
