"""This file knows how a model and its tuples become groups, members and grants, so that a walk finds whom a check admits.

A set of users (`team:core#member`) is a Group. What a relation implies on its own object is worked out here; what it takes
from another object (`viewer from parent`) is a grant to the Group of that object's set. Never less than a check admits:
`and`, `but not` and conditions let in more, which is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.claims import Edge, Node
from graph.ontology import Permission
from loaders.connectors.openfga.model import AuthorizationModel, Leaf, TupleToUserset, TypeRestriction, parts_of
from loaders.connectors.openfga.tuples import FgaObject, RelationshipTuple, Subject
from loaders.connectors.openfga.words import permission_of

_GROUP_TYPES = {"team": "team", "organization": "organization", "org": "organization", "tenant": "organization"}
_LOOSELY = " (at most: a condition, `and` or `but not` narrows it)"


@dataclass(frozen=True, slots=True)
class _Grant:
    permission: Permission
    loose: bool
    evidence: str


@dataclass(slots=True)
class StoreGrants:
    """What one store grants. `prefix`: the system and instance of its ids, `openfga/acme`."""

    model: AuthorizationModel
    tuples: list[RelationshipTuple]
    prefix: str
    # Relations whose tuples grant nothing here, with their number.
    unmapped: Counter[str] = field(default_factory=Counter)
    # Relations that let in more than the model does, with the number of members and grants.
    loose: Counter[str] = field(default_factory=Counter)
    _nodes: dict[str, Node] = field(default_factory=dict)
    _edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)
    _of: dict[tuple[FgaObject, str], list[RelationshipTuple]] = field(default_factory=lambda: defaultdict(list))
    # Relations that are taken from other objects, such as `viewer` of `viewer from parent`.
    _asked: frozenset[str] = frozenset()
    _people: frozenset[str] = frozenset()
    _wanted: list[tuple[FgaObject, str]] = field(default_factory=list)

    def records(self) -> Iterator[Node | Edge]:
        """All nodes, then all edges."""
        for one in self.tuples:
            self._of[one.object, one.relation].append(one)
        self._asked = frozenset(
            part.relation
            for relations in self.model.types.values()
            for relation in relations.values()
            for part in parts_of(relation.expression)
            if isinstance(part, TupleToUserset)
        )
        resources = self._resource_types()
        granting = {kind: self._granting(kind, kind in resources) for kind in self.model.types}
        self._people = self._people_types(resources, granting)
        things = {one.object for one in self.tuples} | {one.subject.thing for one in self.tuples}
        for thing in sorted(things, key=str):
            if thing.type in resources and thing.id != "*":
                self._tell_resource(thing)
            elif thing.type in self._people and thing.id != "*":
                self._person(thing)
        # Sets of users that a grant may name are told even while none does.
        sets = {(one.type, one.relation) for one in self._allowed() if one.relation is not None}
        self._wanted += [group for group in self._of if (group[0].type, group[1]) in sets]
        done: set[tuple[FgaObject, str]] = set()
        while self._wanted:
            group = self._wanted.pop()
            if group not in done:
                done.add(group)
                self._tell_members(*group)
        self._tell_everyone()
        for (kind, relation), count in Counter((one.object.type, one.relation) for one in self.tuples).items():
            if relation not in granting.get(kind, frozenset()) | self.model.tuplesets(kind):
                self.unmapped[f"{kind}#{relation}"] = count
        yield from self._nodes.values()
        yield from self._edges.values()

    def _resource_types(self) -> frozenset[str]:
        """Types with a relation that permits something, unless sets of them are used as groups."""
        groups = {
            one.type for one in self._allowed() if one.relation is not None and permission_of(one.relation) is None
        }
        return frozenset(
            kind
            for kind, relations in self.model.types.items()
            if kind not in groups and any(map(permission_of, relations))
        )

    def _granting(self, kind: str, is_resource: bool) -> frozenset[str]:
        """The relations of a type whose tuples count: for a permission, or for a set that another relation names."""
        used = {one.relation for one in self._allowed() if one.type == kind}
        found: set[str] = set()
        for name in self.model.types[kind]:
            if (is_resource and permission_of(name)) or name in used or name in self._asked:
                leaves = self.model.leaves(kind, name)
                found |= {leaf.source for leaf in leaves if not isinstance(leaf.source, TupleToUserset)}
        return frozenset(found)

    def _people_types(self, resources: frozenset[str], granting: dict[str, frozenset[str]]) -> frozenset[str]:
        """Types that relations name one by one, other than to lead from object to object."""
        found = {
            one.type
            for kind, relations in self.model.types.items()
            for name in granting[kind]
            for one in relations[name].allowed
            if one.relation is None and (name not in self.model.tuplesets(kind) or not self.model.types.get(one.type))
        }
        return frozenset(found - resources)

    def _allowed(self) -> Iterator[TypeRestriction]:
        for relations in self.model.types.values():
            for relation in relations.values():
                yield from relation.allowed

    def _tell_resource(self, thing: FgaObject) -> None:
        target = self._node("DataSource", str(thing), thing.id, type=thing.type)
        best: dict[str, _Grant] = {}
        for name in self.model.types[thing.type]:
            permission = permission_of(name)
            for who, loose, evidence in self._holders(thing, name) if permission else ():
                old = best.get(who)
                grant = _Grant(permission or Permission.DISCOVER, loose, evidence)
                if old is None or (grant.permission, not loose) > (old.permission, not old.loose):
                    best[who] = grant
        for who, grant in best.items():
            self._edge("CAN_ACCESS", who, target, grant.evidence, grant.permission)

    def _tell_members(self, thing: FgaObject, relation: str) -> None:
        group = self._group(thing, relation)
        for who, _, evidence in self._holders(thing, relation):
            if who != group:
                self._edge("MEMBER_OF", who, group, evidence)

    def _holders(self, thing: FgaObject, relation: str) -> Iterator[tuple[str, bool, str]]:
        """Node ids of those in a relation to a thing: people, and groups that wait to be told; whether loosely; why."""
        for leaf in self.model.leaves(thing.type, relation):
            for who, narrowed, evidence in self._named(thing, leaf):
                if narrowed:
                    self.loose[f"{thing.type}#{relation}"] += 1
                yield who, narrowed, evidence + (_LOOSELY if narrowed else "")

    def _named(self, thing: FgaObject, leaf: Leaf) -> Iterator[tuple[str, bool, str]]:
        source = leaf.source
        if isinstance(source, TupleToUserset):
            for one in self._of.get((thing, source.tupleset), ()):
                parent = one.subject.thing
                if one.subject.relation is None and self.model.relation(parent.type, source.relation):
                    who = self._userset(parent, source.relation)
                    yield who, leaf.loose or bool(one.condition), f"{source.relation} from {source.tupleset} {parent}"
            return
        for one in self._of.get((thing, source), ()):
            who = self._who(one.subject)
            if who:
                yield who, leaf.loose or bool(one.condition), f"{source} of {thing}"

    def _who(self, subject: Subject) -> str:
        """The node that a tuple names; empty for an object that only leads on to others."""
        if subject.relation:
            return self._userset(subject.thing, subject.relation)
        if subject.thing.type not in self._people:
            return ""
        return self._everyone(subject.thing.type) if subject.is_everyone else self._person(subject.thing)

    def _userset(self, thing: FgaObject, relation: str) -> str:
        self._wanted.append((thing, relation))
        return self._group(thing, relation)

    def _group(self, thing: FgaObject, relation: str) -> str:
        plain = relation in ("member", "members")
        kind = _GROUP_TYPES.get(thing.type, "directory_group") if plain else "role"
        name = thing.id if plain else f"{thing.id} ({relation})"
        return self._node("Group", f"{thing}#{relation}", name, type=kind)

    def _everyone(self, kind: str) -> str:
        return self._node("Group", f"{kind}:*", f"every {kind}")

    def _person(self, thing: FgaObject) -> str:
        login, at, domain = thing.id.partition("@")
        has_address = login and at and "." in domain and "@" not in domain
        return self._node("Account", str(thing), thing.id, **({"email": thing.id.lower()} if has_address else {}))

    def _tell_everyone(self) -> None:
        for kind in sorted(self._people):
            group = f"Group:{self.prefix}/{kind}:*"
            for account in [node for node in self._nodes if node.startswith(f"Account:{self.prefix}/{kind}:")]:
                if group in self._nodes:
                    self._edge("MEMBER_OF", account, group, f"{kind}:* is every {kind}")

    def _node(self, kind: str, key: str, name: str, **props: str) -> str:
        node_id = f"{kind}:{self.prefix}/{key}"
        self._nodes.setdefault(node_id, Node(id=node_id, name=name, props=props))
        return node_id

    def _edge(self, kind: str, source: str, target: str, evidence: str, permission: Permission | None = None) -> None:
        edge = Edge(kind=kind, source=source, target=target, permission=permission, evidence=evidence)
        self._edges.setdefault((kind, source, target), edge)
