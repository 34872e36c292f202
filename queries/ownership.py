"""Ownership at a moment: who answers for which principal (a least fixpoint), and why nobody does for the others."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

import numpy as np
import numpy.typing as npt

from graph.address import canonical_address
from graph.moment import read_moment
from graph.ontology import NODE_KINDS
from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, Bool, Ints, expand, offsets_of
from queries.directory_coverage import DirectoryCoverage, directory_coverage
from queries.emptied_groups import EmptiedGroups

ANSWERED_FOR, UNKNOWN, ORPHANED = 1, 0, -1
PRINCIPALS = tuple(name for name, kind in NODE_KINDS.items() if kind.principal)

# The reasons, in the order of the table in which they are listed.
CODES = ("DEPARTED_OWNER", "SUSPENDED_OWNER", "EMPTY_OWNER_GROUP", "UNRESOLVED_ACCOUNT", "EXTERNAL_EMAIL", "NO_OWNER")

_NO_STATUS = "no source says whether this person is active"

_SUPPORTS = ("HAS_ACCOUNT", "HAS_CREDENTIAL", "ANSWERS_FOR")
# The properties that a judgement reads, beside edges and the age of sources.
_JUDGED_BY = ("type", "status", "departed_at", "email", "emails", "subject")
_JUDGED_KINDS = (*_SUPPORTS, "CONNECTS_TO", "MEMBER_OF")
_KEPT_JUDGEMENTS = 4


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a principal is orphaned: one of CODES, since when (None: not known), and the evidence."""

    code: str
    since: int | None
    evidence: str


@dataclass(slots=True)
class Ownership:
    """Per node `answered` (bool); of principals that are not: `causes` of roots, `root` of folded ones, `why` unknown.

    A node is in exactly one of the three mappings. `supporters`: who holds or answers for a node that is not answered for.
    `group_roots`: the orphaned roots behind a group without an active human for which nobody but them answers.
    """

    answered: Bool
    causes: dict[int, list[Cause]] = field(default_factory=dict)
    root: dict[int, int] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)
    supporters: dict[int, list[int]] = field(default_factory=dict)
    group_roots: dict[int, set[int]] = field(default_factory=dict)

    def states(self) -> npt.NDArray[np.int8]:
        """ANSWERED_FOR, UNKNOWN or ORPHANED per node."""
        states = np.where(self.answered, ANSWERED_FOR, UNKNOWN).astype(np.int8)
        states[[*self.causes, *self.root]] = ORPHANED
        return states


@dataclass(frozen=True, slots=True)
class _People:
    """Per node whether it is a human, and whether one who is active, suspended, departed, or of no known status."""

    human: Bool
    active: Bool
    suspended: Bool
    departed: Bool
    unknown: Bool


@dataclass(frozen=True, slots=True)
class _Groups:
    """Per node whether it may be a group with an active human in it; and since when groups have had none."""

    maybe_staffed: Bool
    emptied: EmptiedGroups


def owner_states(snapshot: Snapshot, moment: int) -> npt.NDArray[np.int8]:
    """ANSWERED_FOR, UNKNOWN or ORPHANED per node at a moment."""
    return ownership(snapshot, moment).states()


class _OwnershipCache:
    """The latest judgements of a snapshot, by the interval of time in which nothing that they rest on changes."""

    def __init__(self, moments: I8) -> None:
        self.moments, self.lock = moments, Lock()
        self.judgements: OrderedDict[int, Ownership] = OrderedDict()

    @classmethod
    def of(cls, snapshot: Snapshot) -> _OwnershipCache:
        if snapshot.base is not None:
            return cls(np.union1d(snapshot.base.derived(cls.of).moments, snapshot.edit_moments))
        timelines = [timeline for name in _JUDGED_BY if (timeline := snapshot.timeline(name)) is not None]
        columns = [snapshot.edges.since, snapshot.edges.until, *(timeline.start for timeline in timelines)]
        promises = [(source.observed_at, source.promised_age_s) for source in snapshot.freshness]
        stale_from = [observed + age * 1_000_000 + 1 for observed, age in promises if age is not None]
        moments = [np.unique(column) for column in (*columns, np.array(stale_from, dtype=np.int64))]
        return cls(np.unique(np.concatenate(moments)))


def ownership(snapshot: Snapshot, moment: int) -> Ownership:
    """Who answers for each principal at a moment, and what is wrong where nobody does; to be read, not changed.

    Computed once for all moments between which nothing changes, as long as it is among the last few that were asked for.
    With edits that concern nobody's answering, it is that of the snapshot that was edited.
    """
    kinds = snapshot.edited_kinds
    if snapshot.base is not None and kinds is not None and kinds.isdisjoint(_JUDGED_KINDS):
        return ownership(snapshot.base, moment)
    cache = snapshot.derived(_OwnershipCache.of)
    interval = int(np.searchsorted(cache.moments, moment, side="right"))
    # Within the lock, so that those who ask at once wait for one judgement.
    with cache.lock:
        judgement = cache.judgements.get(interval)
        if judgement is None:
            judgement = cache.judgements[interval] = _judge(snapshot, moment)
            if len(cache.judgements) > _KEPT_JUDGEMENTS:
                cache.judgements.popitem(last=False)
        cache.judgements.move_to_end(interval)
    return judgement


def _judge(snapshot: Snapshot, moment: int) -> Ownership:
    people = _people(snapshot, moment)
    supporters, supported = _supports(snapshot, moment, people)
    staffed = _staffed_groups(snapshot, moment, people.active)
    # A group with somebody in it of whom nobody knows whether they are active is not known to be empty.
    maybe_staffed = _staffed_groups(snapshot, moment, people.active | people.unknown)
    ownership = Ownership(_answered(snapshot, (supporters, supported), people.active, staffed))
    unsettled = np.flatnonzero(~ownership.answered[supported])
    for supporter, node in zip(supporters[unsettled].tolist(), supported[unsettled].tolist(), strict=True):
        ownership.supporters.setdefault(node, []).append(supporter)
    unanswered = np.flatnonzero(snapshot.nodes.of(*PRINCIPALS) & ~ownership.answered)
    waiting = _judge_roots(snapshot, moment, ownership, unanswered.tolist(), people)
    _judge_supported(snapshot, ownership, waiting, people, _Groups(maybe_staffed, EmptiedGroups(snapshot, moment)))
    return ownership


def answered_by_alone(snapshot: Snapshot, moment: int, person: int) -> Bool:
    """Per node, groups among them, whether somebody answers for it if this one is active, and nobody without them."""
    people = _people(snapshot, moment)
    supporters, supported = _supports(snapshot, moment, people)
    active, others = people.active.copy(), people.active.copy()
    active[person], others[person] = True, False
    by_others = supporters != person
    left = _answering(snapshot, (supporters[by_others], supported[by_others]), others, moment)
    return _answering(snapshot, (supporters, supported), active, moment) & ~left


def _answering(snapshot: Snapshot, supports: tuple[Ints, Ints], active: Bool, moment: int) -> Bool:
    """Per node whether somebody answers for it; of a group also whether one of these active people is in it."""
    staffed = _staffed_groups(snapshot, moment, active)
    return _passed_on(active | (staffed & snapshot.nodes.of("Group")), *supports)


def supports(snapshot: Snapshot, moment: int) -> tuple[Ints, Ints]:
    """(supporter, supported) of all edges by which somebody holds or answers for something at a moment."""
    return _supports(snapshot, moment, _people(snapshot, moment))


def _supports(snapshot: Snapshot, moment: int, people: _People) -> tuple[Ints, Ints]:
    """(supporter, supported) of all edges by which somebody holds or answers for something, own servers included.

    A human answers for themselves alone: to name a contact does not bring a departed person back.
    """
    nodes, edges = snapshot.nodes, snapshot.edges
    valid = edges.valid_at(moment)
    rows = np.flatnonzero(valid & edges.of(*_SUPPORTS))
    rows = rows[~people.human[edges.target[rows]]]
    connects = np.flatnonzero(valid & edges.of("CONNECTS_TO"))
    pairs = np.unique(np.column_stack((edges.target[connects], edges.source[connects])), axis=0)
    # Named in one person's own configuration alone: exactly one node connects to it, and that is an identity.
    counts = np.bincount(pairs[:, 0], minlength=snapshot.count)
    own = pairs[(counts[pairs[:, 0]] == 1) & nodes.of("Identity", nodes=pairs[:, 1])]
    return (
        np.concatenate([edges.source[rows], own[:, 1]]),
        np.concatenate([edges.target[rows], own[:, 0]]),
    )


def active_people(snapshot: Snapshot, moment: int) -> Bool:
    """Per node whether it is a human who is active: who can answer for something."""
    return _people(snapshot, moment).active


def _people(snapshot: Snapshot, moment: int) -> _People:
    """The humans by status. An identity whose type no source says is a human."""
    types, status = snapshot.column("type", moment), snapshot.column("status", moment)
    human = snapshot.nodes.of("Identity") & ((types == snapshot.value_code("human")) | (types < 0))
    active, suspended, departed = (
        human & (status == snapshot.value_code(name)) for name in ("active", "suspended", "departed")
    )
    return _People(human, active, suspended, departed, human & ~(active | suspended | departed))


def _staffed_groups(snapshot: Snapshot, moment: int, members: Bool) -> Bool:
    """Per group whether one of the members is in it, nested or behind an account."""
    edges = snapshot.edges
    rows = np.flatnonzero(edges.valid_at(moment) & edges.of("MEMBER_OF", "HAS_ACCOUNT"))
    return _passed_on(members.copy(), edges.source[rows], edges.target[rows])


def _answered(snapshot: Snapshot, supports: tuple[Ints, Ints], active: Bool, staffed: Bool) -> Bool:
    """Who is answered for. A group answers with an active human in it, or if somebody answers for the group."""
    supporters, supported = supports
    answering = _passed_on(active | (staffed & snapshot.nodes.of("Group")), supporters, supported)
    answered = active.copy()
    answered[supported[answering[supporters]]] = True
    return answered


def _passed_on(marked: Bool, sources: Ints, targets: Ints) -> Bool:
    """Pass a mark along edges until nothing changes; each round touches only edges whose source was just marked."""
    order = np.argsort(sources, kind="stable")
    offsets, targets = offsets_of(sources, len(marked)), targets[order]
    newest = np.flatnonzero(marked)
    while len(newest):
        newest = np.unique(targets[expand(offsets, newest)[1]])
        newest = newest[~marked[newest]]
        marked[newest] = True
    return marked


def _judge_roots(
    snapshot: Snapshot, moment: int, ownership: Ownership, unanswered: Sequence[int], people: _People
) -> dict[int, list[int]]:
    """Judge who left and what nobody supports; returns the others with their supporters, for `_judge_supported`."""
    coverage = directory_coverage(snapshot, moment)
    waiting: dict[int, list[int]] = {}
    for node in unanswered:
        supporters = ownership.supporters.get(node, [])
        if people.departed[node]:
            ownership.causes[node] = [_departed(snapshot, node, moment)]
        elif people.suspended[node]:
            ownership.causes[node] = [Cause("SUSPENDED_OWNER", *_since_status(snapshot, node, moment, "suspended"))]
        elif supporters:
            waiting[node] = supporters
        else:
            _judge_unsupported(snapshot, moment, ownership, node, coverage)
    groups = [node for node in ownership.supporters if snapshot.kind(node) == "Group"]
    # A group may be answered for by somebody of whom nothing is known: until that is judged, it is not known to be empty.
    return waiting | {group: ownership.supporters[group] for group in groups}


def _judge_supported(
    snapshot: Snapshot, ownership: Ownership, waiting: dict[int, list[int]], people: _People, groups: _Groups
) -> None:
    """Fold what only roots support under them, in rounds; what remains hangs on something unknown."""
    dependants: dict[int, list[int]] = defaultdict(list)
    for node, supporters in waiting.items():
        for supporter in supporters:
            dependants[supporter].append(node)
    ready = list(waiting)
    while ready:
        again = []
        for node in ready:
            if node in waiting and _fold(snapshot, ownership, node, waiting, groups):
                del waiting[node]
                again.extend(dependants[node])
        ready = again
    for node in waiting:
        if snapshot.kind(node) != "Group":
            ownership.why[node] = _why_unknown(snapshot, ownership, node, people, groups.maybe_staffed)


def _why_unknown(snapshot: Snapshot, ownership: Ownership, node: int, people: _People, maybe_staffed: Bool) -> str:
    """Why nobody can say who answers for a node: the nearest owner whose own state is unknown, of several the least."""
    if people.unknown[node]:
        return _NO_STATUS
    seen, level = {node}, [node]
    while level:
        supporters = sorted({other for owned in level for other in ownership.supporters.get(owned, ())} - seen)
        for supporter in supporters:
            name = snapshot.ids[supporter]
            if snapshot.kind(supporter) == "Group":
                if maybe_staffed[supporter]:
                    return f"whether {name} has an active member to answer for it is not known"
            elif people.unknown[supporter]:
                return f"whether {name} is still there to answer for it is not known"
            elif supporter in ownership.why and not ownership.supporters.get(supporter):
                return f"it hangs on {name}: {ownership.why[supporter]}"
        seen.update(supporters)
        level = [other for other in supporters if other not in ownership.causes and other not in ownership.root]
    names = [snapshot.ids[other] for other in sorted(seen - {node})] or [snapshot.ids[node]]
    return f"it hangs on principals that hold or answer for each other alone, {names[0]} among them"


def _fold(
    snapshot: Snapshot, ownership: Ownership, node: int, waiting: Mapping[int, list[int]], groups: _Groups
) -> bool:
    """Judge a node by its supporters; False while one of them is not judged orphaned.

    A group is no principal: it is let go, and hands on the roots behind it.
    """
    roots: set[int] = set()
    empty: list[Cause] = []
    for supporter in ownership.supporters[node]:
        if supporter in ownership.causes:
            roots.add(supporter)
        elif supporter in ownership.root:
            roots.add(ownership.root[supporter])
        elif supporter in ownership.group_roots:
            roots |= ownership.group_roots[supporter]
        elif snapshot.kind(supporter) == "Group" and not groups.maybe_staffed[supporter] and supporter not in waiting:
            evidence = f"{snapshot.ids[supporter]} has no active human"
            empty.append(Cause("EMPTY_OWNER_GROUP", groups.emptied.emptied_at(supporter), evidence))
        else:
            return False
    if snapshot.kind(node) == "Group":
        if roots and not empty and not groups.maybe_staffed[node]:
            ownership.group_roots[node] = roots
        return True
    if roots and not empty:
        ownership.root[node] = min(roots)
    else:
        causes = {*(cause for root in roots for cause in ownership.causes[root]), *empty}
        ownership.causes[node] = sorted(causes, key=lambda cause: (CODES.index(cause.code), cause.evidence))
    return True


def _departed(snapshot: Snapshot, node: int, moment: int) -> Cause:
    """When and how we know that a person left."""
    dated = snapshot.prop(node, "departed_at", moment)
    if dated is not None:
        evidence = f"{snapshot.ids[node]} departed at {dated}, its source says"
        return Cause("DEPARTED_OWNER", read_moment(dated), evidence)
    return Cause("DEPARTED_OWNER", *_since_status(snapshot, node, moment, "departed"))


def _since_status(snapshot: Snapshot, node: int, moment: int, status: str) -> tuple[int | None, str]:
    """Since when a node has a status (None: not known), and the sentence that says so."""
    history = snapshot.history(node, "status")
    since = max((start for start, value in history if start <= moment and value == status), default=None)
    return since, f"{snapshot.ids[node]} is {status}"


def _judge_unsupported(
    snapshot: Snapshot, moment: int, ownership: Ownership, node: int, coverage: DirectoryCoverage
) -> None:
    """Judge a principal that nobody holds or answers for."""
    kind = snapshot.kind(node)
    judgement: Cause | str
    if kind == "Account":
        judgement = _judge_account(snapshot, moment, node, coverage)
    elif kind == "McpServer":
        judgement = "nobody vouches for who answers for this server"
    elif kind == "Identity" and snapshot.prop(node, "type", moment) not in ("service", "agent"):
        status = snapshot.prop(node, "status", moment)
        unknown = status in (None, "unknown")
        judgement = _NO_STATUS if unknown else f"status {status}"
    elif _owner_is_covered(snapshot, node, kind):
        judgement = Cause("NO_OWNER", None, "nobody holds it or answers for it, and a source that would know says so")
    else:
        judgement = f"no source vouches for who holds this {kind.lower()}"
    if isinstance(judgement, Cause):
        ownership.causes[node] = [judgement]
    else:
        ownership.why[node] = judgement


def _judge_account(snapshot: Snapshot, moment: int, node: int, coverage: DirectoryCoverage) -> Cause | str:
    """Why an account that nobody holds is orphaned, or why that is not known."""
    addresses = [snapshot.prop(node, name, moment) for name in ("email", "subject")]
    addresses = [canonical_address(text) for text in addresses if text and "@" in text]
    if not addresses:
        return "no email and no subject tell whose account this is"
    if not coverage.exists:
        return "no directory was loaded"
    for address in addresses:
        if any(snapshot.kind(other) == "Identity" for other in snapshot.indices_of_email(address)):
            return f"{address} is several people's, or the account was unlinked from its owner"
    domains = {address.rpartition("@")[2] for address in addresses}
    if domains & coverage.trusted:
        return Cause("UNRESOLVED_ACCOUNT", None, f"{addresses[0]} is in a covered domain and nobody's")
    if domains & coverage.untrusted or not coverage.has_trusted:
        return "the directory is partial, held or stale"
    return Cause("EXTERNAL_EMAIL", None, f"no directory covers {addresses[0].rpartition('@')[2]}")


def _owner_is_covered(snapshot: Snapshot, node: int, kind: str) -> bool:
    """Whether some source would know an owner: it covers ANSWERS_FOR, or it lists the key and covers HAS_CREDENTIAL."""
    scopes: list[Mapping[str, object]] = [source["scopes"] for source in snapshot.info["sources"]]
    if any("ANSWERS_FOR" in covered for covered in scopes):
        return True
    listing = snapshot.descriptions.sources_of(node) if kind == "Credential" else []
    return any("HAS_CREDENTIAL" in scopes[number] for number in listing if number < len(scopes))
