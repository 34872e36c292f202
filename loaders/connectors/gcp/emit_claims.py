"""Claims of IAM bindings: who may do what on which resource, and who may act as which service account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.ontology import Permission
from graph.reason import Reason
from loaders.claims.builder import Claims
from loaders.connectors.gcp.bindings import Binding
from loaders.connectors.gcp.principals import (
    ALL_SIGNED_IN,
    ALL_USERS,
    BASIC_GROUPS,
    IamMember,
    ServiceAccounts,
    read_member,
    service_account_member,
)
from loaders.connectors.gcp.resources import IAM, Resource, ResourceTree
from loaders.connectors.gcp.roles import EVERYTHING, RoleRight, rights_of

_Span = tuple[int | None, int | None]


class BindingClaims:
    """Claims of one scope's bindings. `groups` are the directory groups that are granted anything or that are nested.

    `roles` are the permissions of custom roles by name.
    """

    def __init__(
        self, claims: Claims, tree: ResourceTree, accounts: ServiceAccounts, roles: Mapping[str, list[str]]
    ) -> None:
        self._claims, self._tree, self._accounts, self._roles = claims, tree, accounts, roles
        self.groups: set[str] = set()
        self._members: dict[str, IamMember] = {}
        # Who may act as a service account: email → (member, evidence, span).
        self._actors: defaultdict[str, list[tuple[str, str, _Span]]] = defaultdict(list)
        self._deleted: defaultdict[str, set[str]] = defaultdict(set)
        # Rights to act as service accounts, of which these answers name none: (role, where) → members.
        self._idle: defaultdict[tuple[str, str], set[str]] = defaultdict(set)

    def emit(self, bindings: Iterable[Binding]) -> None:
        """Add everything but the resources; the parts of the tree that roles need are noted on the way."""
        pairs = [(binding, self._add_member(read_member(binding.member))) for binding in bindings]
        for _, member, _ in self._accounts.memberships:
            self._add_member(member)
        for email in self._accounts.emails():
            self._add_member(service_account_member(email))
        self._find_actors(pairs)
        self._accounts.emit(self._claims)
        for member in self._members.values():
            self._claims.node(member.id, member.name, **member.props)
        for email in self._actors:
            self._emit_actors(email)
        for binding, member in pairs:
            self._emit_binding(binding, member)
        for group, member, role in self._accounts.memberships:
            node = self._claims.node(f"Group:gcp/{group}", group, type="directory_group")
            self._claims.edge("MEMBER_OF", (self._holder(member.id), node), f"{role} of {group}")
        for node, grants in self._deleted.items():
            self._claims.node(node, bindings=sorted(grants))
        self._emit_everyone()

    def idle_actors(self) -> Iterator[Reason]:
        """Every grant to act as service accounts of a place where these answers name none: it gives nobody anything here."""
        for (role, where), members in sorted(self._idle.items()):
            count = "1 member" if len(members) == 1 else f"{len(members)} members"
            yield Reason(
                "ACTS_AS_UNKNOWN",
                f"{role} on {where} lets {count} act as its service accounts, of which none is named here, so what these "
                "reach is missing; save `gcloud iam service-accounts list` of it beside the policies",
            )

    def _add_member(self, member: IamMember) -> IamMember:
        self._members.setdefault(member.id, member)
        if member.props.get("type") == "directory_group" and not member.is_deleted:
            self.groups.add(member.name)
        return member

    def _rights(self, binding: Binding) -> list[RoleRight]:
        """What a binding permits; on a service account every role that changes anything lets its holder act as it."""
        rights = rights_of(binding.role, self._roles.get(binding.role))
        if binding.resource.service != IAM:
            return rights
        strong = [right for right in rights if right.acts_as_accounts or right.permission >= Permission.WRITE]
        return [RoleRight(Permission.ADMIN, remark=right.remark, acts_as_accounts=True) for right in strong[:1]]

    def _find_actors(self, pairs: list[tuple[Binding, IamMember]]) -> None:
        """Note for each service account who may act as it."""
        by_project: defaultdict[str, set[str]] = defaultdict(set)
        for member in list(self._members.values()):
            if member.email and not member.is_user:
                project = self._accounts.project(member.email)
                if project:
                    by_project[self._tree.canonical_path(f"projects/{project}").partition("/")[2]].add(member.email)
        for binding, member in pairs:
            for right in () if member.is_deleted else self._rights(binding):
                if not right.acts_as_accounts:
                    continue
                email = binding.resource.service_account
                emails: set[str] = {email} if email else set()
                if binding.resource.is_container:
                    for project in self._tree.projects_in(binding.resource.path):
                        emails |= by_project[project]
                if not emails:
                    where = self._tree.canonical_path(binding.resource.path)
                    self._idle[binding.role, where].add(member.id)
                for account in emails:
                    self._add_member(service_account_member(account))
                    actor = (member.id, self._evidence(binding, right), (None, binding.until))
                    self._actors[account].append(actor)

    def _emit_actors(self, email: str) -> None:
        account = f"Account:gcp/{email}"
        group = self._claims.node(self._actor_group(email), f"whoever may act as {email}", type="role")
        self._claims.edge("MEMBER_OF", (account, group), "the service account itself")
        for member, evidence, span in self._actors[email]:
            if member != account:
                self._claims.edge("MEMBER_OF", (self._holder(member), group), evidence, span=span)

    def _emit_binding(self, binding: Binding, member: IamMember) -> None:
        if member.is_deleted:
            self._deleted[member.id].add(f"{binding.role} on {self._tree.canonical_path(binding.resource.path)}")
            return
        span, holder = (None, binding.until), self._holder(member.id)
        resource = binding.resource
        project = self._tree.canonical_path(resource.path).removeprefix("projects/")
        basic = BASIC_GROUPS.get(binding.role)
        if basic and resource.path.startswith("projects/") and resource.is_container:
            group = f"Group:gcp/{basic}:{project}"
            if group in self._members:
                self._claims.edge("MEMBER_OF", (holder, group), self._evidence(binding, None), span=span)
        for right in self._rights(binding):
            target = self._target(resource, right)
            if target is not None:
                evidence = self._evidence(binding, right)
                self._claims.edge("CAN_ACCESS", (holder, target), evidence, right.permission, span)

    def _target(self, resource: Resource, right: RoleRight) -> str | None:
        """What a right reaches: for a role of one service on a container, that service's part of it; None for nothing."""
        if right.acts_as_accounts:
            return None
        if right.service == EVERYTHING or right.service == resource.service:
            return self._tree.node(resource)
        if not resource.is_container:
            return None
        self._tree.need_part(resource, right.service)
        return self._tree.node(resource, right.service)

    def _holder(self, node: str) -> str:
        """Who has the rights of a member: for a service account that others may act as, the group of all of them."""
        email = node.removeprefix("Account:gcp/")
        return self._actor_group(email) if email in self._actors else node

    def _emit_everyone(self) -> None:
        """Who is among those that whole domains, or everybody, stand for."""
        has_signed_in, has_all = self._claims.has(ALL_SIGNED_IN), self._claims.has(ALL_USERS)
        for member in self._members.values():
            if not member.id.startswith("Account:") or member.is_deleted:
                continue
            domain = f"Group:gcp/domain:{(member.email or '').rpartition('@')[2]}"
            holder = self._holder(member.id)
            if member.is_user and domain in self._members:
                self._claims.edge("MEMBER_OF", (holder, domain), "an address in the domain")
            if has_signed_in and member.email:
                self._claims.edge("MEMBER_OF", (holder, ALL_SIGNED_IN), "everybody who signs in with Google")
            if has_all:
                self._claims.edge("MEMBER_OF", (holder, ALL_USERS), "everybody")

    def _evidence(self, binding: Binding, right: RoleRight | None) -> str:
        grant = f"{binding.role} on {self._tree.canonical_path(binding.resource.path)}"
        member_remark = self._members[read_member(binding.member).id].remark
        parts = (grant, binding.remark, member_remark, right.remark if right else "")
        return "; ".join(part for part in parts if part)

    @staticmethod
    def _actor_group(email: str) -> str:
        return f"Group:gcp/act-as:{email}"
