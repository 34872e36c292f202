"""This file knows what bindings give: to whom, on what, and through which service accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.ontology import Permission
from loaders.claims.builder import Claims
from loaders.connectors.gcp.account import ServiceAccounts
from loaders.connectors.gcp.bindings import Binding
from loaders.connectors.gcp.principals import ALL_SIGNED_IN, ALL_USERS, BASIC_GROUPS, IamMember, read_member, service
from loaders.connectors.gcp.resources import IAM, Resource, ResourceTree
from loaders.connectors.gcp.roles import EVERYTHING, RoleRight, rights_of

_Span = tuple[int | None, int | None]


class BindingClaims:
    """Claims of one scope's bindings. `groups` are the directory groups that anything is granted to or that are nested."""

    def __init__(
        self, claims: Claims, tree: ResourceTree, accounts: ServiceAccounts, roles: Mapping[str, list[str]]
    ) -> None:
        self._claims, self._tree, self._accounts, self._roles = claims, tree, accounts, roles
        self.groups: set[str] = set()
        self._members: dict[str, IamMember] = {}
        # Who may act as a service account: address → (member, evidence, span).
        self._actors: defaultdict[str, list[tuple[str, str, _Span]]] = defaultdict(list)
        self._gone: defaultdict[str, set[str]] = defaultdict(set)

    def tell(self, bindings: Iterable[Binding]) -> None:
        """Everything but the tree, whose parts that roles need are asked for on the way."""
        given = [(binding, self._member(read_member(binding.member))) for binding in bindings]
        for _, member, _ in self._accounts.memberships:
            self._member(member)
        for address in self._accounts.addresses():
            self._member(service(address))
        self._find_actors(given)
        self._accounts.tell(self._claims)
        for member in self._members.values():
            self._claims.node(member.id, member.name, **member.props)
        for address in self._actors:
            self._tell_actors(address)
        for binding, member in given:
            self._tell_binding(binding, member)
        for group, member, role in self._accounts.memberships:
            node = self._claims.node(f"Group:gcp/{group}", group, type="directory_group")
            self._claims.edge("MEMBER_OF", (self._holder(member.id), node), f"{role} of {group}")
        for node, told in self._gone.items():
            self._claims.node(node, bindings=sorted(told))
        self._tell_everyone()

    def _member(self, member: IamMember) -> IamMember:
        self._members.setdefault(member.id, member)
        if member.props.get("type") == "directory_group" and not member.is_gone:
            self.groups.add(member.name)
        return member

    def _rights(self, binding: Binding) -> list[RoleRight]:
        """What a binding permits; on a service account itself every role that changes anything lets act as it."""
        rights = rights_of(binding.role, self._roles.get(binding.role))
        if binding.resource.service != IAM:
            return rights
        strong = [one for one in rights if one.acts or one.permission >= Permission.WRITE]
        return [RoleRight(Permission.ADMIN, remark=one.remark, acts=True) for one in strong[:1]]

    def _find_actors(self, given: list[tuple[Binding, IamMember]]) -> None:
        places = [(binding, member) for binding, member in given if not member.is_gone]
        by_project: defaultdict[str, set[str]] = defaultdict(set)
        for member in list(self._members.values()):
            if member.address and not member.is_user:
                project = self._accounts.project(member.address)
                if project:
                    by_project[self._tree.called(f"projects/{project}").partition("/")[2]].add(member.address)
        for binding, member in places:
            for right in self._rights(binding):
                if not right.acts:
                    continue
                address = binding.resource.account
                inside: set[str] = {address} if address else set()
                if binding.resource.is_container:
                    for project in self._tree.projects_in(binding.resource.path):
                        inside |= by_project[project]
                for one in inside:
                    self._member(service(one))
                    self._actors[one].append((member.id, self._evidence(binding, right), (None, binding.until)))

    def _tell_actors(self, address: str) -> None:
        account = f"Account:gcp/{address}"
        group = self._claims.node(self._acting(address), f"whoever may act as {address}", type="role")
        self._claims.edge("MEMBER_OF", (account, group), "the service account itself")
        for member, evidence, span in self._actors[address]:
            if member != account:
                self._claims.edge("MEMBER_OF", (self._holder(member), group), evidence, span=span)

    def _tell_binding(self, binding: Binding, member: IamMember) -> None:
        if member.is_gone:
            self._gone[member.id].add(f"{binding.role} on {self._tree.called(binding.resource.path)}")
            return
        span, holder = (None, binding.until), self._holder(member.id)
        resource = binding.resource
        project = self._tree.called(resource.path).removeprefix("projects/")
        basic = BASIC_GROUPS.get(binding.role)
        if basic and resource.path.startswith("projects/") and resource.is_container:
            group = f"Group:gcp/{basic}:{project}"
            if group in self._members:
                self._claims.edge("MEMBER_OF", (holder, group), self._evidence(binding, None), span=span)
        for right in self._rights(binding):
            target = self._target(resource, right)
            if target is not None:
                self._claims.edge(
                    "CAN_ACCESS", (holder, target), self._evidence(binding, right), right.permission, span
                )

    def _target(self, resource: Resource, right: RoleRight) -> str | None:
        """What a right reaches: of a role of one service on a container that service's part; None for nothing."""
        if right.acts:
            return None
        if right.service == EVERYTHING or right.service == resource.service:
            return self._tree.node(resource)
        if not resource.is_container:
            return None
        self._tree.want(resource, right.service)
        return self._tree.node(resource, right.service)

    def _holder(self, node: str) -> str:
        """Who has the rights of a member: of a service account that others may act as, the group of all of them."""
        address = node.removeprefix("Account:gcp/")
        return self._acting(address) if address in self._actors else node

    def _tell_everyone(self) -> None:
        """Who is among those that whole domains, or everybody, stand for."""
        has_signed_in, has_all = self._claims.has(ALL_SIGNED_IN), self._claims.has(ALL_USERS)
        for member in self._members.values():
            if not member.id.startswith("Account:") or member.is_gone:
                continue
            domain = f"Group:gcp/domain:{(member.address or '').rpartition('@')[2]}"
            holder = self._holder(member.id)
            if member.is_user and domain in self._members:
                self._claims.edge("MEMBER_OF", (holder, domain), "an address in the domain")
            if has_signed_in and member.address:
                self._claims.edge("MEMBER_OF", (holder, ALL_SIGNED_IN), "everybody who signs in with Google")
            if has_all:
                self._claims.edge("MEMBER_OF", (holder, ALL_USERS), "everybody")

    def _evidence(self, binding: Binding, right: RoleRight | None) -> str:
        told = [f"{binding.role} on {self._tree.called(binding.resource.path)}", binding.remark]
        remarks = [self._members[read_member(binding.member).id].remark, right.remark if right else ""]
        return "; ".join(part for part in (*told, *remarks) if part)

    @staticmethod
    def _acting(address: str) -> str:
        return f"Group:gcp/act-as:{address}"
