"""This file knows at whom a grant begins to count: who holds it and may also use the database and schema it lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

NO_NEEDS: frozenset[str] = frozenset()


class RoleHierarchy:
    """Roles, what they inherit and which containers they open, as of now; users among the holders of roles.

    Sets of holders are integers, a bit for each: accounts have thousands of roles. Tell everything before asking; cycles
    do no harm. A question costs one walk over the roles that inherit the grantee; answers are kept.
    """

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._names: list[str] = []
        self._heirs: defaultdict[int, int] = defaultdict(int)  # roles that inherit a role, and users who hold it
        self._users = 0
        self._opening: defaultdict[str, set[int]] = defaultdict(set)
        self._above: dict[int, int] = {}
        self._openers: dict[str, int] = {}
        self._known: dict[tuple[str, frozenset[str]], tuple[str, ...]] = {}

    def inherit(self, holder: str, role: str, *, is_user: bool = False) -> None:
        """The holder has all that the role has."""
        bit = self._bit(holder)
        self._heirs[self._bit(role)] |= bit
        if is_user:
            self._users |= bit

    def open(self, holder: str, container: str) -> None:
        """The holder has some privilege on a database or schema."""
        self._opening[container].add(self._bit(holder))

    def places(self, grantee: str, needs: frozenset[str]) -> tuple[str, ...]:
        """Where a grant to the grantee counts: the grantee itself, the lowest roles that inherit it and open all it needs,
        and users who do so only through several roles at once. Empty: for nobody. In byte order."""
        known = self._known.get((grantee, needs))
        if known is None:
            found = self._find(self._bit(grantee), needs)
            known = self._known[grantee, needs] = tuple(sorted(self._names[at] for at in _places(found)))
        return known

    def _find(self, grantee: int, needs: frozenset[str]) -> int:
        openers = -1
        for container in needs:
            openers &= self._openers_of(container)
        if openers & grantee:
            return grantee
        able = self._above_of(grantee) & openers
        found, seen, frontier = 0, grantee, grantee if able else 0
        while frontier:
            heirs = self._union(self._heirs, frontier) & ~seen & ~self._users
            found |= heirs & openers
            seen |= heirs
            frontier = heirs & ~openers
        through = 0
        for at in _places(found):
            through |= self._above_of(1 << at)
        return found | (able & self._users & ~through)

    def _openers_of(self, container: str) -> int:
        known = self._openers.get(container)
        if known is None:
            known = 0
            for bit in self._opening.get(container, ()):
                known |= self._above_of(bit)
            self._openers[container] = known
        return known

    def _above_of(self, bit: int) -> int:
        """The holder itself and everyone who has all that it has."""
        known = self._above.get(bit)
        if known is None:
            known = frontier = bit
            while frontier:
                frontier = self._union(self._heirs, frontier) & ~known
                known |= frontier
            self._above[bit] = known
        return known

    @staticmethod
    def _union(table: dict[int, int], bits: int) -> int:
        found = 0
        for at in _places(bits):
            found |= table.get(1 << at, 0)
        return found

    def _bit(self, holder: str) -> int:
        if holder not in self._bits:
            self._bits[holder] = 1 << len(self._names)
            self._names.append(holder)
        return self._bits[holder]


def _places(bits: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
