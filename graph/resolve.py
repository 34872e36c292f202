"""Identity resolution: which identities of different sources are the same person.

Rules apply in order, and each leaves evidence: 1 a person's decision, 2 the same subject of an identity provider or the
same external id, 3 the same verified email, 4 the directory's alias list (which connectors write into `emails`). A
SAME_AS claim of a source counts as rule 2. A name alone never merges. A union that would join an unlinked pair, or two
active humans whom one source lists separately, is a conflict: reported, not merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.claims import Decision
from graph.ontology import split_id

# Each further identity that shares a value is compared with at most this many that could not be merged with each other.
MAX_COMPARED = 50


@dataclass(frozen=True, slots=True)
class Person:
    """The input of resolution for one Identity: all values that any source ever claimed.

    `active_in`: the sources that last listed it as an active human.
    """

    id: str
    emails: frozenset[str]
    subjects: frozenset[str]
    external_ids: frozenset[str]
    active_in: frozenset[str]


@dataclass(frozen=True, slots=True)
class MergedPair:
    """Two identities that are merged: by which rule (DECISION, SAME_AS, SUBJECT, EXTERNAL_ID, EMAIL), the value both have."""

    left: str
    right: str
    rule: str
    value: str


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """Two identities that were not merged although a rule matched, and why."""

    left: str
    right: str
    rule: str
    value: str
    why: str


@dataclass(slots=True)
class IdentityClasses:
    """Equivalence classes of identities. `canonical` maps each member to the least id of its class, in byte order."""

    canonical: dict[str, str] = field(default_factory=dict)
    merged: list[MergedPair] = field(default_factory=list)
    conflicts: list[MergeConflict] = field(default_factory=list)


def clean_email(text: str) -> str:
    """Trimmed and lower-cased; a `+tag` stays, it is a different address."""
    return text.strip().lower()


def resolve_people(
    people: Sequence[Person], decisions: Sequence[Decision], same_as: Iterable[tuple[str, str, str]]
) -> IdentityClasses:
    """The classes of identities. `same_as` are (left, right, source). The order of the inputs changes nothing."""
    classes = _Union({person.id: person for person in people}, _standing(decisions, "unlink"))
    for left, right in sorted(_standing(decisions, "link")):
        classes.join(left, right, "DECISION", "")
    for left, right, source in sorted(same_as):
        classes.join(left, right, "SAME_AS", source)
    for rule, values in (("SUBJECT", "subjects"), ("EXTERNAL_ID", "external_ids"), ("EMAIL", "emails")):
        owners: dict[str, list[str]] = defaultdict(list)
        for person in people:
            for value in getattr(person, values):
                owners[value].append(person.id)
        for value in sorted(owners):
            separate: list[str] = []
            for node in sorted(set(owners[value]), key=str.encode):
                # A conflict with one identity must not prevent a merge with the next. A value that many unmerged ones share says little.
                if not any(classes.join(other, node, rule, value) for other in separate[:MAX_COMPARED]):
                    separate.append(node)
    return classes.result()


def unlinked(decisions: Sequence[Decision]) -> set[tuple[str, str]]:
    """The pairs whose newest decision is unlink, each in byte order."""
    return _standing(decisions, "unlink")


def linked(decisions: Sequence[Decision]) -> set[tuple[str, str]]:
    """The pairs whose newest decision is link, each in byte order."""
    return _standing(decisions, "link")


def _standing(decisions: Sequence[Decision], kind: str) -> set[tuple[str, str]]:
    """Pairs whose newest decision is of this kind."""
    newest: dict[tuple[str, str], tuple[int, str]] = {}
    for decision in decisions:
        if decision.kind not in ("link", "unlink"):
            continue
        ids = sorted(set(decision.ids), key=str.encode)
        for i, left in enumerate(ids):
            for right in ids[i + 1 :]:
                newest[left, right] = max(newest.get((left, right), (-1, "")), (decision.at, decision.kind))
    return {pair for pair, (_, last) in newest.items() if last == kind}


class _Union:
    """Union-find that refuses unions which would join a pair that must stay separate."""

    def __init__(self, people: Mapping[str, Person], unlinked_pairs: set[tuple[str, str]]) -> None:
        self._people = people
        self._unlinked: dict[str, set[str]] = defaultdict(set)
        for left, right in unlinked_pairs:
            self._unlinked[left].add(right)
            self._unlinked[right].add(left)
        self._parent: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._merged: list[MergedPair] = []
        self._conflicts: dict[tuple[str, str], MergeConflict] = {}

    def find(self, node: str) -> str:
        root = node
        while self._parent.get(root, root) != root:
            root = self._parent[root]
        while self._parent.get(node, node) != root:
            self._parent[node], node = root, self._parent[node]
        return root

    def join(self, left: str, right: str, rule: str, value: str) -> bool:
        """Merge two identities; False where something forbids it."""
        if any(split_id(node)[0] != "Identity" for node in (left, right)):
            return False
        a, b = self.find(left), self.find(right)
        if a == b:
            return True
        members, others = self._members.setdefault(a, {a}), self._members.setdefault(b, {b})
        why = self._objection(members, others, rule)
        if why:
            self._conflicts.setdefault((left, right), MergeConflict(left, right, rule, value, why))
            return False
        root, child = sorted((a, b), key=str.encode)
        self._parent[child] = root
        self._members[root] = members | others
        self._merged.append(MergedPair(left, right, rule, value))
        return True

    def _objection(self, members: set[str], others: set[str], rule: str) -> str:
        small, large = sorted((members, others), key=len)
        if any(self._unlinked[node] & large for node in small if node in self._unlinked):
            return "UNLINKED"
        if rule == "DECISION":
            return ""
        active = [
            {source for node in side if node in self._people for source in self._people[node].active_in}
            for side in (members, others)
        ]
        return "TWO_ACTIVE_HUMANS" if active[0] & active[1] else ""

    def result(self) -> IdentityClasses:
        canonical = {node: self.find(node) for members in self._members.values() for node in members}
        conflicts = [c for c in self._conflicts.values() if self.find(c.left) != self.find(c.right)]
        return IdentityClasses(
            canonical={node: root for node, root in canonical.items() if node != root},
            merged=sorted(self._merged, key=lambda m: (m.left, m.right)),
            conflicts=sorted(conflicts, key=lambda c: (c.left, c.right)),
        )
