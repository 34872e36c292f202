"""Role hierarchy: which roles and users have a grant and may also use the database and schema that it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

NO_CONTAINERS: frozenset[str] = frozenset()


class RoleHierarchy:
    """Roles, what they inherit, and which databases and schemas they may use; users are among the holders of roles.

    Sets of holders are integers with a bit for each, as accounts have thousands of roles. Add everything before the first
    question; cycles do no harm. A question costs one walk over the roles that inherit the grantee; answers are cached.
    """

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._names: list[str] = []
        self._heirs: defaultdict[int, int] = defaultdict(int)  # roles that inherit a role, and users who hold it
        self._users = 0
        self._usage: defaultdict[str, set[int]] = defaultdict(set)
        self._inheritors: dict[int, int] = {}
        self._users_of: dict[str, int] = {}
        self._cache: dict[tuple[str, frozenset[str]], tuple[str, ...]] = {}

    def inherit(self, holder: str, role: str, *, is_user: bool = False) -> None:
        """The holder has all that the role has."""
        bit = self._bit(holder)
        self._heirs[self._bit(role)] |= bit
        if is_user:
            self._users |= bit

    def allow_usage(self, holder: str, container: str) -> None:
        """The holder has some privilege on a database or schema."""
        self._usage[container].add(self._bit(holder))

    def effective_holders(self, grantee: str, containers: frozenset[str]) -> tuple[str, ...]:
        """Who can use a grant that needs these containers, in byte order; empty if nobody can.

        That is the grantee itself, else the lowest roles that inherit it and may use all containers, and the users who
        can only through several roles at once.
        """
        holders = self._cache.get((grantee, containers))
        if holders is None:
            bits = self._effective_bits(self._bit(grantee), containers)
            holders = self._cache[grantee, containers] = tuple(sorted(self._names[index] for index in _set_bits(bits)))
        return holders

    def _effective_bits(self, grantee: int, containers: frozenset[str]) -> int:
        able = -1
        for container in containers:
            able &= self._able_to_use(container)
        if able & grantee:
            return grantee
        able_inheritors = self._with_inheritors(grantee) & able
        lowest, seen, frontier = 0, grantee, grantee if able_inheritors else 0
        while frontier:
            heirs = self._union(self._heirs, frontier) & ~seen & ~self._users
            lowest |= heirs & able
            seen |= heirs
            frontier = heirs & ~able
        reached_through_roles = 0
        for index in _set_bits(lowest):
            reached_through_roles |= self._with_inheritors(1 << index)
        return lowest | (able_inheritors & self._users & ~reached_through_roles)

    def _able_to_use(self, container: str) -> int:
        holders = self._users_of.get(container)
        if holders is None:
            holders = 0
            for bit in self._usage.get(container, ()):
                holders |= self._with_inheritors(bit)
            self._users_of[container] = holders
        return holders

    def _with_inheritors(self, bit: int) -> int:
        """The holder itself and everyone who has all that it has."""
        holders = self._inheritors.get(bit)
        if holders is None:
            holders = frontier = bit
            while frontier:
                frontier = self._union(self._heirs, frontier) & ~holders
                holders |= frontier
            self._inheritors[bit] = holders
        return holders

    @staticmethod
    def _union(table: dict[int, int], bits: int) -> int:
        union = 0
        for index in _set_bits(bits):
            union |= table.get(1 << index, 0)
        return union

    def _bit(self, holder: str) -> int:
        if holder not in self._bits:
            self._bits[holder] = 1 << len(self._names)
            self._names.append(holder)
        return self._bits[holder]


def _set_bits(bits: int) -> Iterator[int]:
    """The positions of the bits that are set, lowest first."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
