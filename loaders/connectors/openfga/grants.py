"""Groups, members and grants that a model and its tuples imply, so that a traversal reaches everybody whom a check admits.

A set of users (`team:core#member`) is a Group. What a relation implies on its own object is resolved here; what it takes
from another object (`viewer from parent`) is a grant to the Group of that object's set. Never less than a check admits:
`and`, `but not` and conditions let in more, which the run's reasons list.

What the name of a relation permits:

| permission | relations |
|---|---|
| ADMIN | owner, admin, administrator, superuser; can_ + admin, administer, manage, own, share, change_owner, grant |
| WRITE | writer, editor, contributor, maintainer; can_ + write, edit, update, modify, delete, create, upload, push ... |
| READ | reader, viewer, commenter, triager, subscriber; can_ + read, view, get, download, export, comment ... |
| DISCOVER | can_ + list, discover |

`can_create_file` counts as `can_create`. Any other name permits nothing: the run's reasons list it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.address import email_address
from graph.claims import Edge, Node
from graph.ontology import Permission
from loaders.connectors.openfga.model import AuthorizationModel, Leaf, TupleToUserset, TypeRestriction, parts_of
from loaders.connectors.openfga.tuples import FgaObject, RelationshipTuple, Subject

_GROUP_TYPES = {"team": "team", "organization": "organization", "org": "organization", "tenant": "organization"}
_AT_MOST = " (at most: a condition, `and` or `but not` narrows it)"


_PERMISSION_WORDS: dict[Permission, str] = {
    Permission.ADMIN: "owner admin administrator superuser own administer manage share grant change_owner",
    Permission.WRITE: "writer editor contributor maintainer write edit update modify delete create upload push merge "
    "insert maintain",
    Permission.READ: "reader viewer commenter triager subscriber read view get download export comment query select",
    Permission.DISCOVER: "list discover",
}
_PERMISSIONS = {word: permission for permission, words in _PERMISSION_WORDS.items() for word in words.split()}
_VERB_PREFIXES = ("can_", "can-", "may_")


def permission_of(relation: str) -> Permission | None:
    """What a relation permits by its name; None if the name says nothing."""
    word = relation.lower()
    prefixed = word.startswith(_VERB_PREFIXES)
    if prefixed:
        word = word[4:]
    permission = _PERMISSIONS.get(word.replace("-", "_"))
    if permission is None and prefixed:
        permission = _PERMISSIONS.get(word.replace("-", "_").partition("_")[0])
    return permission


@dataclass(frozen=True, slots=True)
class _Grant:
    permission: Permission
    is_upper_bound: bool
    evidence: str


@dataclass(slots=True)
class StoreGrants:
    """What one store grants. `prefix`: the system and instance of its ids, `openfga/acme`."""

    model: AuthorizationModel
    tuples: list[RelationshipTuple]
    prefix: str
    # Relations whose tuples grant nothing here, with their number.
    unmapped: Counter[str] = field(default_factory=Counter)
    # Relations and types of subjects whose tuples feed no rule, though others of the relation do, with their number.
    unfed: Counter[tuple[str, str]] = field(default_factory=Counter)
    # Relations that let in more than the model does, with the number of members and grants.
    upper_bounds: Counter[str] = field(default_factory=Counter)
    _nodes: dict[str, Node] = field(default_factory=dict)
    _edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)
    _tuples_of: dict[tuple[FgaObject, str], list[RelationshipTuple]] = field(default_factory=lambda: defaultdict(list))
    # Relations that are taken from other objects, such as `viewer` of `viewer from parent`.
    _inherited: frozenset[str] = frozenset()
    _user_types: frozenset[str] = frozenset()
    _pending_groups: list[tuple[FgaObject, str]] = field(default_factory=list)

    def records(self) -> Iterator[Node | Edge]:
        """All nodes, then all edges."""
        for relationship in self.tuples:
            self._tuples_of[relationship.object, relationship.relation].append(relationship)
        self._inherited = frozenset(
            part.relation
            for relations in self.model.types.values()
            for relation in relations.values()
            for part in parts_of(relation.expression)
            if isinstance(part, TupleToUserset)
        )
        resources = self._resource_types()
        granting = {kind: self._granting(kind, kind in resources) for kind in self.model.types}
        self._user_types = self._types_of_users(granting)
        objects = {relationship.object for relationship in self.tuples} | {
            relationship.subject.object for relationship in self.tuples
        }
        for target in sorted(objects, key=str):
            if target.type in resources and target.id != "*":
                self._add_resource(target)
            elif target.type in self._user_types and target.id != "*":
                self._user(target)
        # Sets of users that a grant may name are added even while none does.
        sets = {(group.type, group.relation) for group in self._restrictions() if group.relation is not None}
        self._pending_groups += [group for group in self._tuples_of if (group[0].type, group[1]) in sets]
        done: set[tuple[FgaObject, str]] = set()
        while self._pending_groups:
            group = self._pending_groups.pop()
            if group not in done:
                done.add(group)
                self._add_members(*group)
        self._add_everyone()
        self._count_unfed(granting, {kind: self._paths(kind, kind in resources) for kind in self.model.types})
        yield from self._nodes.values()
        yield from self._edges.values()

    def _resource_types(self) -> frozenset[str]:
        """Types with a relation that permits something, unless sets of them are used as groups."""
        groups = {
            restriction.type
            for restriction in self._restrictions()
            if restriction.relation is not None and permission_of(restriction.relation) is None
        }
        return frozenset(
            kind
            for kind, relations in self.model.types.items()
            if kind not in groups and any(map(permission_of, relations))
        )

    def _count_unfed(self, granting: dict[str, frozenset[str]], paths: dict[str, set[tuple[str, str]]]) -> None:
        """Count the tuples that feed no rule. `granting` and `paths`: by type, its relations and paths that count."""
        for relationship in self.tuples:
            subject, kind, relation = relationship.subject, relationship.object.type, relationship.relation
            through = {further for tupleset, further in paths.get(kind, ()) if tupleset == relation}
            if relation not in granting.get(kind, ()) and not through:
                self.unmapped[f"{kind}#{relation}"] += 1
                continue
            is_principal = subject.relation is not None or subject.object.type in self._user_types
            leads_on = subject.relation is None and any(
                self.model.relation(subject.object.type, further) for further in through
            )
            if not (is_principal and relation in granting.get(kind, ())) and not leads_on:
                self.unfed[f"{kind}#{relation}", subject.object.type] += 1

    def _counting_leaves(self, kind: str, is_resource: bool) -> Iterator[Leaf]:
        """The leaves of relations that count: for a permission, or for a set that another relation names."""
        used = {restriction.relation for restriction in self._restrictions() if restriction.type == kind}
        for name in self.model.types[kind]:
            if (is_resource and permission_of(name)) or name in used or name in self._inherited:
                yield from self.model.leaves(kind, name)

    def _granting(self, kind: str, is_resource: bool) -> frozenset[str]:
        """The relations of a type whose tuples count."""
        leaves = self._counting_leaves(kind, is_resource)
        return frozenset(leaf.source for leaf in leaves if not isinstance(leaf.source, TupleToUserset))

    def _paths(self, kind: str, is_resource: bool) -> set[tuple[str, str]]:
        """The paths from a type to other objects that count, as (tupleset, relation there)."""
        sources = (leaf.source for leaf in self._counting_leaves(kind, is_resource))
        return {(source.tupleset, source.relation) for source in sources if isinstance(source, TupleToUserset)}

    def _types_of_users(self, granting: dict[str, frozenset[str]]) -> frozenset[str]:
        """Types that relations name one by one, other than to lead from object to object; an object may be a subject too."""
        return frozenset(
            restriction.type
            for kind, relations in self.model.types.items()
            for name in granting[kind]
            for restriction in relations[name].restrictions
            if restriction.relation is None
            and (name not in self.model.tuplesets(kind) or not self.model.types.get(restriction.type))
        )

    def _restrictions(self) -> Iterator[TypeRestriction]:
        for relations in self.model.types.values():
            for relation in relations.values():
                yield from relation.restrictions

    def _add_resource(self, target: FgaObject) -> None:
        node = self._node("DataSource", str(target), target.id, type=target.type)
        best: dict[str, _Grant] = {}
        for name in self.model.types[target.type]:
            permission = permission_of(name)
            for holder, is_upper_bound, evidence in self._holders(target, name) if permission else ():
                old = best.get(holder)
                grant = _Grant(permission or Permission.DISCOVER, is_upper_bound, evidence)
                if old is None or ((grant.permission, not is_upper_bound) > (old.permission, not old.is_upper_bound)):
                    best[holder] = grant
        for holder, grant in best.items():
            self._edge("CAN_ACCESS", holder, node, grant.evidence, grant.permission)

    def _add_members(self, target: FgaObject, relation: str) -> None:
        group = self._group(target, relation)
        for holder, _, evidence in self._holders(target, relation):
            if holder != group:
                self._edge("MEMBER_OF", holder, group, evidence)

    def _holders(self, target: FgaObject, relation: str) -> Iterator[tuple[str, bool, str]]:
        """(node id, is an upper bound, evidence) of the users and groups with a relation to an object."""
        for leaf in self.model.leaves(target.type, relation):
            for holder, is_upper_bound, evidence in self._leaf_holders(target, leaf):
                if is_upper_bound:
                    self.upper_bounds[f"{target.type}#{relation}"] += 1
                yield holder, is_upper_bound, evidence + (_AT_MOST if is_upper_bound else "")

    def _leaf_holders(self, target: FgaObject, leaf: Leaf) -> Iterator[tuple[str, bool, str]]:
        source = leaf.source
        if isinstance(source, TupleToUserset):
            for relationship in self._tuples_of.get((target, source.tupleset), ()):
                parent = relationship.subject.object
                if relationship.subject.relation is None and self.model.relation(parent.type, source.relation):
                    holder = self._userset(parent, source.relation)
                    evidence = f"{source.relation} from {source.tupleset} {parent}"
                    yield holder, leaf.is_upper_bound or bool(relationship.condition), evidence
            return
        for relationship in self._tuples_of.get((target, source), ()):
            holder = self._subject_node(relationship.subject)
            if holder:
                yield holder, leaf.is_upper_bound or bool(relationship.condition), f"{source} of {target}"

    def _subject_node(self, subject: Subject) -> str:
        """The node that a tuple names; empty for an object that only leads on to others."""
        if subject.relation:
            return self._userset(subject.object, subject.relation)
        if subject.object.type not in self._user_types:
            return ""
        return self._everyone(subject.object.type) if subject.is_everyone else self._user(subject.object)

    def _userset(self, target: FgaObject, relation: str) -> str:
        self._pending_groups.append((target, relation))
        return self._group(target, relation)

    def _group(self, target: FgaObject, relation: str) -> str:
        is_membership = relation in ("member", "members")
        kind = _GROUP_TYPES.get(target.type, "directory_group") if is_membership else "role"
        name = target.id if is_membership else f"{target.id} ({relation})"
        return self._node("Group", f"{target}#{relation}", name, type=kind)

    def _everyone(self, kind: str) -> str:
        return self._node("Group", f"{kind}:*", f"every {kind}")

    def _user(self, user: FgaObject) -> str:
        email = email_address(user.id)
        return self._node("Account", str(user), user.id, **({"email": email} if email else {}))

    def _add_everyone(self) -> None:
        for kind in sorted(self._user_types):
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
