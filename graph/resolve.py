"""Identity resolution: which identities of different sources are the same person.

Rules apply in order, and each leaves evidence: 1 a person's decision, 2 the same subject of an identity provider or the
same external id, 3 the same verified email, 4 the directory's alias list (which connectors write into `emails`). A
SAME_AS claim of a source counts as rule 2. A name alone never merges. What stands against a merge is a conflict, reported:
an unlinked pair, two active humans whom one source lists separately, and, of one source and one address, an active record
and one that is not (rule 3a), unless they have the same name or external id and were never active at once.

Nothing depends on the order of ids: where an identity could be merged with either of two that must stay apart, it is
merged with neither, or under rule 3a with the active one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.claims import Decision
from graph.decisions import linked_pairs, unlinked_pairs
from graph.ontology import split_id

# A value that more unmerged identities share says little: none of them is merged by it.
MAX_COMPARED = 200

RULES = ("DECISION", "SAME_AS", "SUBJECT", "EXTERNAL_ID", "EMAIL")
ACTIVE, INACTIVE, UNKNOWN = "active", "inactive", "unknown"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Listing:
    """How one source lists one human: the newest name, folded; the status by now; the times at which they were active.

    `status`: ACTIVE, INACTIVE (suspended, departed, no longer listed) or UNKNOWN. `active_before`: the latest moment of
    leaving that the source states, if it states one; the record was active until then.
    """

    source: str
    name: str | None = None
    status: str = UNKNOWN
    active: tuple[Span, ...] = ()
    active_before: int | None = None

    def was_active_at(self, moment: int) -> bool:
        """Whether the source says that the record was active at a moment."""
        left_later = self.active_before is not None and moment < self.active_before
        return left_later or any(since <= moment < until for since, until in self.active)


@dataclass(frozen=True, slots=True)
class Person:
    """The input of resolution for one Identity: all values that any source ever claimed, and who lists it as a human."""

    id: str
    emails: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    external_ids: frozenset[str] = frozenset()
    listings: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True)
class MergedPair:
    """Two identities that are merged: by which rule (DECISION, SAME_AS, SUBJECT, EXTERNAL_ID, EMAIL), the value both have."""

    left: str
    right: str
    rule: str
    value: str


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """Two identities that were not merged although a rule matched, and why.

    `why`: UNLINKED, TWO_ACTIVE_HUMANS, DIFFERENT_NAMES (one source, one address, an active record and one that is not),
    ACTIVE_AT_ONCE (the same, with the same name), or AMBIGUOUS: it could be merged with either of two that stay apart.
    """

    left: str
    right: str
    rule: str
    value: str
    why: str


@dataclass(slots=True)
class IdentityClasses:
    """Equivalence classes of identities. `canonical` maps each member to the least id of its class, in byte order.

    `listings`: per canonical id how sources list its members.
    """

    canonical: dict[str, str] = field(default_factory=dict)
    merged: list[MergedPair] = field(default_factory=list)
    conflicts: list[MergeConflict] = field(default_factory=list)
    listings: dict[str, tuple[Listing, ...]] = field(default_factory=dict)

    def holder(self, candidates: Iterable[str], moments: Sequence[int]) -> str | None:
        """The one person whose an address is that several have (rule 3a), or None if nobody can say.

        Of the records of one source, one active and the others not: the one that was active at the first of the moments
        at which exactly one was, else the active one.
        """
        people = list(candidates)
        if len(people) < 2:
            return people[0] if people else None
        sources = [{listing.source for listing in self.listings.get(person, ())} for person in people]
        if not set.intersection(*sources):
            return None
        active = [person for person in people if self._is_active(person)]
        if len(active) != 1:
            return None
        for moment in moments:
            present = [person for person in people if any(row.was_active_at(moment) for row in self.listings[person])]
            if len(present) == 1:
                return present[0]
        return active[0]

    def _is_active(self, person: str) -> bool:
        return any(listing.status == ACTIVE for listing in self.listings.get(person, ()))


def resolve_people(
    people: Sequence[Person], decisions: Sequence[Decision], same_as: Iterable[tuple[str, str, str]]
) -> IdentityClasses:
    """The classes of identities. `same_as` are (left, right, source). The order of the inputs changes nothing."""
    classes = _Union({person.id: person for person in people}, unlinked_pairs(decisions))
    by_moment: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for (left, right), at in linked_pairs(decisions).items():
        by_moment[at].append((left, right, ""))
    # The newest word goes first where two of them cannot both hold.
    for at in sorted(by_moment, reverse=True):
        classes.join_pairs(by_moment[at], "DECISION")
    classes.join_pairs(list(same_as), "SAME_AS")
    for rule, values in (("SUBJECT", "subjects"), ("EXTERNAL_ID", "external_ids"), ("EMAIL", "emails")):
        holders: dict[str, list[str]] = defaultdict(list)
        for person in people:
            for value in getattr(person, values):
                holders[value].append(person.id)
        for value in sorted(value for value, ids in holders.items() if len(ids) > 1):
            classes.join_holders(holders[value], rule, value)
    return classes.result()


class _Union:
    """Union-find over identities that refuses unions which would join two who must stay apart."""

    def __init__(self, people: Mapping[str, Person], unlinked: set[tuple[str, str]]) -> None:
        self._people = people
        self._unlinked: dict[str, set[str]] = defaultdict(set)
        for left, right in unlinked:
            self._unlinked[left].add(right)
            self._unlinked[right].add(left)
        self._parent: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._merged: list[MergedPair] = []
        self._conflicts: set[tuple[str, str, str, str]] = set()

    def find(self, node: str) -> str:
        root = node
        while self._parent.get(root, root) != root:
            root = self._parent[root]
        while self._parent.get(node, node) != root:
            self._parent[node], node = root, self._parent[node]
        return root

    def join_pairs(self, pairs: Sequence[tuple[str, str, str]], rule: str) -> None:
        """Merge pairs of equal rank: each connected component, without those in it that must stay apart."""
        neighbours: dict[str, set[str]] = defaultdict(set)
        joinable = [pair for pair in pairs if all(split_id(node)[0] == "Identity" for node in pair[:2])]
        for left, right, _ in joinable:
            neighbours[self.find(left)].add(self.find(right))
            neighbours[self.find(right)].add(self.find(left))
        contested: set[str] = set()
        for component in _components(neighbours):
            contested |= self._contested(component, rule).keys()
        start = {node: self.find(node) for pair in joinable for node in pair[:2]}
        for left, right, value in sorted(joinable):
            if start[left] == start[right]:
                continue
            if not {start[left], start[right]} & contested:
                self._union(left, right, rule, value)
        for left, right, value in sorted(joinable):
            if self.find(left) != self.find(right):
                self._conflicts.add((left, right, rule, value))

    def join_holders(self, ids: Sequence[str], rule: str, value: str) -> None:
        """Merge all who share a value, without those who must stay apart from another of them."""
        holder_of: dict[str, str] = {}
        for node in sorted(set(ids), key=str.encode):
            holder_of.setdefault(self.find(node), node)
        if len(holder_of) < 2:
            return
        contested = self._contested(list(holder_of), rule)
        for group in self._groups(list(holder_of), contested, rule) if contested else [list(holder_of)]:
            for root in group[1:]:
                self._union(holder_of[group[0]], holder_of[root], rule, value)
        if contested:
            self._list_conflicts(list(holder_of.values()), rule, value)

    def _groups(self, roots: Sequence[str], contested: Mapping[str, str], rule: str) -> Iterable[list[str]]:
        """Of classes that share a value and cannot all be one, those that can: by their status, never by their ids.

        A record that may belong to one who left or to one who is there stays by itself, unless it is active: the address
        is with whoever is there.
        """
        left = [root for root in roots if self._status(root) == INACTIVE]
        there = [root for root in roots if root not in left]
        for group in (
            there,
            [root for root in left if root in contested],
            [root for root in left if root not in contested],
        ):
            separate = self._contested(group, rule)
            yield [root for root in group if root not in separate]

    def _list_conflicts(self, holders: Sequence[str], rule: str, value: str) -> None:
        """Each two holders of a value that were not merged; of very many, each with its neighbour."""
        pairs = (
            [(left, right) for i, left in enumerate(holders) for right in holders[i + 1 :]]
            if len(holders) <= MAX_COMPARED
            else list(pairwise(holders))
        )
        for left, right in pairs:
            if self.find(left) != self.find(right):
                self._conflicts.add((left, right, rule, value))

    def _contested(self, roots: Sequence[str], rule: str) -> dict[str, str]:
        """The classes that must stay apart from another of these, each with a reason."""
        if len(roots) > MAX_COMPARED:
            why = self._crowd_objection({node for root in roots for node in self._class(root)}, rule)
            return dict.fromkeys(roots, why) if why else {}
        reasons: dict[str, set[str]] = defaultdict(set)
        for i, left in enumerate(roots):
            for right in roots[i + 1 :]:
                why = self._objection(self._class(left), self._class(right), rule)
                if why:
                    reasons[left].add(why)
                    reasons[right].add(why)
        return {root: max(whys, key=_GRAVITY.index) for root, whys in reasons.items()}

    def _class(self, node: str) -> set[str]:
        root = self.find(node)
        return self._members.setdefault(root, {root})

    def _union(self, left: str, right: str, rule: str, value: str) -> None:
        a, b = self.find(left), self.find(right)
        if a == b:
            return
        root, child = sorted((a, b), key=str.encode)
        small, large = sorted((self._class(a), self._class(b)), key=len)
        large |= small
        self._members[root] = large
        self._parent[child] = root
        first, second = sorted((left, right), key=str.encode)
        self._merged.append(MergedPair(first, second, rule, value))

    def _status(self, root: str) -> str:
        statuses = {
            row.status for node in self._class(root) if node in self._people for row in self._people[node].listings
        }
        return next((status for status in (ACTIVE, INACTIVE) if status in statuses), UNKNOWN)

    def _objection(self, members: set[str], others: set[str], rule: str) -> str:
        """Why two classes cannot be one; empty if nothing stands against it."""
        small, large = sorted((members, others), key=len)
        if any(self._unlinked[node] & large for node in small if node in self._unlinked):
            return "UNLINKED"
        if rule == "DECISION":
            return ""
        left, right = self._by_source(members), self._by_source(others)
        reasons = {
            _separate(person, row, other, other_row, rule)
            for source in left.keys() & right.keys()
            for person, row in left[source]
            for other, other_row in right[source]
            if person.id != other.id
        } - {""}
        return max(reasons, key=_GRAVITY.index, default="")

    def _crowd_objection(self, members: set[str], rule: str) -> str:
        """Why a crowd cannot be one, without comparing each two of it: it may object where a comparison would not."""
        if any(self._unlinked[node] & members for node in members if node in self._unlinked):
            return "UNLINKED"
        for rows in self._by_source(members).values():
            active = sum(listing.status == ACTIVE for _, listing in rows)
            if active > 1 and rule != "DECISION":
                return "TWO_ACTIVE_HUMANS"
            if active and len(rows) > 1 and rule in ("EXTERNAL_ID", "EMAIL"):
                return "DIFFERENT_NAMES"
        return ""

    def _by_source(self, members: Iterable[str]) -> dict[str, list[tuple[Person, Listing]]]:
        rows: dict[str, list[tuple[Person, Listing]]] = defaultdict(list)
        for node in members:
            if node in self._people:
                for listing in self._people[node].listings:
                    rows[listing.source].append((self._people[node], listing))
        return rows

    def result(self) -> IdentityClasses:
        canonical = {node: self.find(node) for members in list(self._members.values()) for node in members}
        listings: dict[str, tuple[Listing, ...]] = {}
        for person in self._people.values():
            if person.listings:
                root = self.find(person.id)
                listings[root] = listings.get(root, ()) + person.listings
        return IdentityClasses(
            canonical={node: root for node, root in canonical.items() if node != root},
            merged=sorted(self._merged, key=lambda m: (m.left, m.right)),
            conflicts=sorted(self._final_conflicts(), key=lambda c: (c.left, c.right)),
            listings=listings,
        )

    def _final_conflicts(self) -> Iterable[MergeConflict]:
        """One conflict for each two classes that stayed apart: by the first rule, and of its values by the least."""
        first: dict[frozenset[str], tuple[int, str, str, str]] = {}
        for left, right, rule, value in self._conflicts:
            pair = frozenset((self.find(left), self.find(right)))
            if len(pair) == 2:
                ends = sorted((left, right), key=str.encode)
                row = (RULES.index(rule), value, ends[0], ends[1])
                first[pair] = min(first.get(pair, row), row)
        for rank, value, left, right in first.values():
            why = self._objection(self._class(left), self._class(right), RULES[rank]) or "AMBIGUOUS"
            yield MergeConflict(left, right, RULES[rank], value, why)


_GRAVITY = ("", "ACTIVE_AT_ONCE", "DIFFERENT_NAMES", "TWO_ACTIVE_HUMANS", "UNLINKED")


def _separate(left: Person, row: Listing, right: Person, other: Listing, rule: str) -> str:
    """Why two records of one source are two people; empty if nothing says so."""
    if row.status == other.status == ACTIVE:
        return "TWO_ACTIVE_HUMANS"
    if (
        rule not in ("EXTERNAL_ID", "EMAIL")
        or ACTIVE not in (row.status, other.status)
        or not left.emails & right.emails
    ):
        return ""
    same_name = row.name is not None and row.name == other.name
    if not same_name and not left.external_ids & right.external_ids:
        return "DIFFERENT_NAMES"
    at_once = any(max(a, c) < min(b, d) for a, b in row.active for c, d in other.active)
    return "ACTIVE_AT_ONCE" if at_once else ""


def _components(neighbours: Mapping[str, set[str]]) -> list[list[str]]:
    """The connected components of a graph."""
    components, seen = [], set[str]()
    for start in neighbours:
        if start in seen:
            continue
        seen.add(start)
        component = [start]
        for node in component:
            fresh = neighbours[node] - seen
            seen |= fresh
            component += sorted(fresh)
        components.append(component)
    return components
