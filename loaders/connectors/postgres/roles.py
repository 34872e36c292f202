"""Roles of a server: who may log in, who is a member of whom, and the nodes that they become.

A role that may log in is an Account with its grants; one that may not, or that has members, is a Group with its grants: what
members get, they get of the Group. So every edge is a grant that somebody can revoke.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.claims import Edge, Node
from graph.moment import write_moment

# Everybody. No role has an empty name.
PUBLIC = ""
READ_ALL, WRITE_ALL, DATABASE_OWNER = "pg_read_all_data", "pg_write_all_data", "pg_database_owner"


@dataclass(frozen=True, slots=True)
class Role:
    """A role. None: unknown. `attributes`: what it may do beyond its grants."""

    login: bool | None = None
    superuser: bool | None = None
    inherit: bool | None = None
    valid_until: int | None = None
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """How one role is a member of another. `inherit` and `may_set` are known from version 16 on."""

    admin: bool | None = None
    inherit: bool | None = None
    may_set: bool | None = None


@dataclass(slots=True)
class Roles:
    """The roles of a server and their memberships, by (role, member).

    `named`: those that grants name, described or not. `options_per_member`: each membership says whether it is inherited (from version 16 on), not the member for all of its.
    """

    instance: str
    options_per_member: bool = False
    known: dict[str, Role] = field(default_factory=dict)
    members: dict[tuple[str, str], Membership] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    _granted: set[str] = field(default_factory=set)

    def add_membership(self, role: str, member: str, membership: Membership) -> None:
        """Add a membership; of several grants of the same one the options add up."""
        known = self.members.get((role, member))
        if known is not None:
            membership = Membership(
                _either(known.admin, membership.admin),
                _either(known.inherit, membership.inherit),
                _either(known.may_set, membership.may_set),
            )
        self.members[role, member] = membership
        self.named |= {role, member}
        self._granted.add(role)

    def is_superuser(self, role: str) -> bool:
        """Whether everything is permitted to the role itself."""
        return role in self.known and self.known[role].superuser is True

    def holders(self, role: str) -> tuple[str, ...]:
        """The nodes that hold what is granted to a role."""
        if role == PUBLIC:
            return (f"Group:postgres/{self.instance}/public",)
        login = self.known[role].login if role in self.known else None
        nodes = []
        if login is not False and not role.startswith("pg_"):
            nodes.append(f"Account:postgres/{self.instance}/{role}")
        if not nodes or role in self._granted:
            nodes.append(f"Group:postgres/{self.instance}/{role}")
        return tuple(nodes)

    def inherits(self, role: str, member: str) -> bool:
        """Whether a member has the privileges of a role without SET ROLE; unknown is taken as yes."""
        inherits = self.members[role, member].inherit
        if inherits is None and member in self.known:
            inherits = self.known[member].inherit
        return inherits is not False

    def nodes(self, now: int) -> Iterator[Node]:
        """Every role that is known, and PUBLIC."""
        for name, role in self.known.items():
            props: dict[str, str | list[str]] = {"attributes": list(role.attributes)} if role.attributes else {}
            if not name.startswith("pg_"):
                own = {"status": _status(role, now), **props}
                if role.valid_until is not None:
                    own["password_valid_until"] = write_moment(role.valid_until) or ""
                yield Node(id=f"Account:postgres/{self.instance}/{name}", name=name, props=own)
            for holder in self.holders(name):
                if holder.startswith("Group:"):
                    yield Node(id=holder, name=name, props={"type": "role", **props})
        if self.known:
            yield Node(id=self.holders(PUBLIC)[0], name="PUBLIC", props={"type": "role"})

    def memberships(self) -> Iterator[Edge]:
        """Every membership, and that every role is in PUBLIC."""
        for (role, member), membership in self.members.items():
            evidence = f"GRANT {role} TO {member}"
            evidence += " WITH ADMIN OPTION" if membership.admin else ""
            evidence += "" if self.inherits(role, member) else "; not inherited, it takes SET ROLE"
            evidence += "; SET ROLE is not allowed" if membership.may_set is False else ""
            group = f"Group:postgres/{self.instance}/{role}"
            for holder in self.holders(member):
                yield Edge(kind="MEMBER_OF", source=holder, target=group, evidence=evidence)
        (everybody,) = self.holders(PUBLIC)
        for name in self.known.keys() | self.named:
            if not name.startswith("pg_"):
                for holder in self.holders(name):
                    yield Edge(kind="MEMBER_OF", source=holder, target=everybody, evidence="every role is in PUBLIC")


class RoleClosure:
    """Who has whose privileges, and who is a member of whom, in a database of an owner; each role of itself too."""

    def __init__(self, roles: Roles, owner: str | None) -> None:
        inherited: dict[str, set[str]] = defaultdict(set)
        granted: dict[str, set[str]] = defaultdict(set)
        for role, member in roles.members:
            granted[member].add(role)
            if roles.inherits(role, member):
                inherited[member].add(role)
        if owner is not None:
            granted[owner].add(DATABASE_OWNER)
            if roles.options_per_member or owner not in roles.known or roles.known[owner].inherit is not False:
                inherited[owner].add(DATABASE_OWNER)
        names = roles.known.keys() | {name for pair in roles.members for name in pair} | granted.keys()
        self.privileges = {name: _reached(name, inherited) for name in names}
        self.memberships = {name: _reached(name, granted) for name in names}
        self.heirs: dict[str, list[str]] = defaultdict(list)
        for name in sorted(names):
            for role in self.privileges[name]:
                self.heirs[role].append(name)

    def of(self, role: str) -> frozenset[str]:
        """The roles whose privileges a role has."""
        return self.privileges.get(role) or frozenset((role,))

    def above(self, role: str) -> frozenset[str]:
        """The roles that a role is a member of."""
        return self.memberships.get(role) or frozenset((role,))


def _reached(start: str, steps: Mapping[str, Iterable[str]]) -> frozenset[str]:
    seen, waiting = {start}, [start]
    while waiting:
        for role in steps.get(waiting.pop(), ()):
            if role not in seen:
                seen.add(role)
                waiting.append(role)
    return frozenset(seen)


def _either(left: bool | None, right: bool | None) -> bool | None:
    return True if left or right else left if left is not None else right


def _status(role: Role, now: int) -> str:
    if role.login is False:
        return "suspended"
    # Who signs in by other means than a password still can.
    expired = role.valid_until is not None and role.valid_until <= now
    return "unknown" if expired or role.login is None else "active"
