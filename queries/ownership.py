"""This file knows who answers for what at a moment: the least fixpoint, and why somebody does not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graph.moment import read_moment
from graph.ontology import EDGE_CODES, NODE_CODES, NODE_KINDS, NODE_NAMES
from graph.reason import COMPLETE
from graph.resolve import clean_email
from graph.snapshot import Snapshot

ANSWERED_FOR, UNKNOWN, ORPHANED = 1, 0, -1
PRINCIPALS = tuple(NODE_CODES[name] for name, kind in NODE_KINDS.items() if kind.principal)

# The reasons, in the order of the table in which they are listed.
CODES = ("DEPARTED_OWNER", "SUSPENDED_OWNER", "EMPTY_OWNER_GROUP", "UNRESOLVED_ACCOUNT", "EXTERNAL_EMAIL", "NO_OWNER")

_SUPPORTS = tuple(EDGE_CODES[name] for name in ("HAS_ACCOUNT", "HAS_CREDENTIAL", "ANSWERS_FOR"))


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a principal is orphaned: the code of the table, since when (None: nobody knows), and on what evidence."""

    code: str
    since: int | None
    evidence: str


@dataclass(slots=True)
class Ownership:
    """Per node `answered` (bool); of principals that are not: `causes` of roots, `root` of folded ones, `why` unknown.

    A node is in exactly one of the three mappings. `supporters`: who holds or answers for a node that is not answered for.
    """

    answered: Any
    causes: dict[int, list[Cause]] = field(default_factory=dict)
    root: dict[int, int] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)
    supporters: dict[int, list[int]] = field(default_factory=dict)

    def states(self) -> Any:
        """ANSWERED_FOR, UNKNOWN or ORPHANED per node (int8)."""
        found = np.where(self.answered, ANSWERED_FOR, UNKNOWN).astype(np.int8)
        found[[*self.causes, *self.root]] = ORPHANED
        return found


@dataclass(frozen=True, slots=True)
class Directories:
    """Sources that vouch for Identity: the address domains each covers, and whether it is complete and fresh."""

    sound: frozenset[str]
    unsound: frozenset[str]
    any_complete: bool
    any: bool


def owner_states(snapshot: Snapshot, moment: int) -> Any:
    """ANSWERED_FOR, UNKNOWN or ORPHANED per node at a moment (int8)."""
    return ownership(snapshot, moment).states()


def ownership(snapshot: Snapshot, moment: int) -> Ownership:
    """Who answers for each principal at a moment, and what is wrong where nobody does."""
    edges = _supporting(snapshot, moment)
    people = _humans(snapshot, moment)
    manned = _manned_groups(snapshot, moment, people["active"])
    # A group with somebody in it of whom nobody knows whether they are active is not known to be empty.
    maybe = _manned_groups(snapshot, moment, people["active"] | people["unknown"])
    found = Ownership(_answered(snapshot, edges, people["active"], manned))
    left = np.flatnonzero(np.isin(snapshot.arrays["kind"], PRINCIPALS) & ~found.answered)
    for tail, head in zip(*(column.tolist() for column in edges), strict=True):
        if not found.answered[head]:
            found.supporters.setdefault(head, []).append(tail)
    _judge(snapshot, moment, found, left.tolist(), (people, maybe))
    return found


def directories(snapshot: Snapshot, moment: int) -> Directories:
    """What the directories cover, and how far they can be trusted at a moment."""
    sound: set[str] = set()
    unsound: set[str] = set()
    any_complete = found = False
    fresh = {source.source: source for source in snapshot.freshness}
    emails = snapshot.column("emails", moment)
    arrays = snapshot.arrays
    for number, source in enumerate(snapshot.info["sources"]):
        if "Identity" not in source["scopes"]:
            continue
        found = True
        state = fresh.get(source["source"])
        trusted = state is not None and state.state == COMPLETE and not state.is_stale(moment)
        any_complete |= trusted
        nodes = arrays["described.node"][arrays["described.source"] == number]
        codes = np.unique(emails[nodes[arrays["kind"][nodes] == NODE_CODES["Identity"]]])
        domains = {
            clean_email(email).rpartition("@")[2] for code in codes.tolist() for email in snapshot.value(code) or ()
        }
        (sound if trusted else unsound).update(domains)
    return Directories(frozenset(sound), frozenset(unsound - sound), any_complete, found)


def _supporting(snapshot: Snapshot, moment: int) -> tuple[Any, Any]:
    """(tail, head) of all edges by which somebody holds or answers for something, a person's own servers included."""
    arrays = snapshot.arrays
    valid = (arrays["edge.since"] <= moment) & (moment < arrays["edge.until"])
    rows = np.flatnonzero(valid & np.isin(arrays["edge.kind"], _SUPPORTS))
    connects = np.flatnonzero(valid & (arrays["edge.kind"] == EDGE_CODES["CONNECTS_TO"]))
    pairs = np.unique(np.column_stack((arrays["edge.head"][connects], arrays["edge.tail"][connects])), axis=0)
    # Named in one person's own configuration alone: exactly one node connects to it, and that is an identity.
    counts = np.bincount(pairs[:, 0], minlength=snapshot.count)
    own = pairs[(counts[pairs[:, 0]] == 1) & (arrays["kind"][pairs[:, 1]] == NODE_CODES["Identity"])]
    return np.concatenate([arrays["edge.tail"][rows], own[:, 1]]), np.concatenate(
        [arrays["edge.head"][rows], own[:, 0]]
    )


def _humans(snapshot: Snapshot, moment: int) -> dict[str, Any]:
    """Per status whether a node is a human of that status (bool). An identity whose type nobody said is a human."""
    identity = snapshot.arrays["kind"] == NODE_CODES["Identity"]
    kinds, status = snapshot.column("type", moment), snapshot.column("status", moment)
    human = identity & ((kinds == snapshot.value_code("human")) | (kinds < 0))
    told = {name: human & (status == snapshot.value_code(name)) for name in ("active", "suspended", "departed")}
    return told | {"unknown": human & ~(told["active"] | told["suspended"] | told["departed"])}


def _manned_groups(snapshot: Snapshot, moment: int, active: Any) -> Any:
    """Per group whether an active human is in it, nested or behind an account (bool)."""
    arrays = snapshot.arrays
    valid = (arrays["edge.since"] <= moment) & (moment < arrays["edge.until"])
    rows = valid & np.isin(arrays["edge.kind"], [EDGE_CODES["MEMBER_OF"], EDGE_CODES["HAS_ACCOUNT"]])
    return _spread(active.copy(), arrays["edge.tail"][rows], arrays["edge.head"][rows])


def _answered(snapshot: Snapshot, edges: tuple[Any, Any], active: Any, manned: Any) -> Any:
    tails, heads = edges
    group = snapshot.arrays["kind"][tails] == NODE_CODES["Group"]
    answered = active.copy()
    answered[heads[group & manned[tails]]] = True
    return _spread(answered, tails[~group], heads[~group])


def _spread(marked: Any, tails: Any, heads: Any) -> Any:
    """Pass a mark along edges until nothing changes; each round touches only edges whose tail was just marked."""
    order = np.argsort(tails, kind="stable")
    tails, heads = tails[order], heads[order]
    fresh = np.flatnonzero(marked)
    while len(fresh):
        low, high = np.searchsorted(tails, fresh), np.searchsorted(tails, fresh, side="right")
        counts = high - low
        places = np.arange(int(counts.sum())) + np.repeat(low - np.cumsum(counts) + counts, counts)
        fresh = np.unique(heads[places])
        fresh = fresh[~marked[fresh]]
        marked[fresh] = True
    return marked


def _judge(
    snapshot: Snapshot, moment: int, found: Ownership, left: list[int], known: tuple[dict[str, Any], Any]
) -> None:
    """Roots first, then what only roots hold, in rounds; what remains hangs on something unknown."""
    people, maybe = known
    told = directories(snapshot, moment)
    waiting: dict[int, list[int]] = {}
    for node in left:
        supporters = found.supporters.get(node, [])
        if people["departed"][node] or people["suspended"][node]:
            found.causes[node] = [
                _left(snapshot, node, moment, "departed" if people["departed"][node] else "suspended")
            ]
        elif supporters:
            waiting[node] = supporters
        else:
            _judge_alone(snapshot, moment, found, node, told)
    dependants: dict[int, list[int]] = defaultdict(list)
    for node, supporters in waiting.items():
        for supporter in supporters:
            dependants[supporter].append(node)
    ready = list(waiting)
    while ready:
        again = []
        for node in ready:
            if node in waiting and _fold(snapshot, found, node, maybe):
                del waiting[node]
                again.extend(dependants[node])
        ready = again
    for node, supporters in waiting.items():
        shown = next((s for s in supporters if s in found.why or s not in waiting), supporters[0])
        found.why[node] = f"whether {snapshot.ids[shown]} is still there to answer for it is not known"


def _fold(snapshot: Snapshot, found: Ownership, node: int, maybe: Any) -> bool:
    """Judge a node by its supporters; False while one of them is not judged orphaned."""
    roots: set[int] = set()
    empty: list[Cause] = []
    for supporter in found.supporters[node]:
        if supporter in found.causes:
            roots.add(supporter)
        elif supporter in found.root:
            roots.add(found.root[supporter])
        elif NODE_NAMES[snapshot.arrays["kind"][supporter]] == "Group" and not maybe[supporter]:
            empty.append(Cause("EMPTY_OWNER_GROUP", None, f"{snapshot.ids[supporter]} has no active human"))
        else:
            return False
    if roots and not empty:
        found.root[node] = min(roots)
    else:
        causes = {*(cause for root in roots for cause in found.causes[root]), *empty}
        found.causes[node] = sorted(causes, key=lambda cause: (CODES.index(cause.code), cause.evidence))
    return True


def _left(snapshot: Snapshot, node: int, moment: int, status: str) -> Cause:
    """When and how we know that a person left or was suspended."""
    code = "DEPARTED_OWNER" if status == "departed" else "SUSPENDED_OWNER"
    timeline = snapshot.history(node, "status")
    since = max((start for start, value in timeline if start <= moment and value == status), default=None)
    dated = snapshot.prop(node, "departed_at", moment) if status == "departed" else None
    if dated is not None:
        return Cause(code, read_moment(dated), f"{snapshot.ids[node]} departed at {dated}, its source says")
    return Cause(code, since, f"{snapshot.ids[node]} is {status}")


def _judge_alone(snapshot: Snapshot, moment: int, found: Ownership, node: int, told: Directories) -> None:
    """A principal that nobody holds or answers for."""
    kind = snapshot.kind(node)
    if kind == "Account":
        cause, why = _judge_account(snapshot, moment, node, told)
    elif kind == "McpServer":
        cause, why = None, "nobody vouches for who answers for this server"
    elif kind == "Identity" and snapshot.prop(node, "type", moment) not in ("service", "agent"):
        status = snapshot.prop(node, "status", moment)
        cause, why = (
            None,
            "no source says whether this person is active" if status in (None, "unknown") else f"status {status}",
        )
    elif _vouched(snapshot, node, kind):
        cause, why = (
            Cause("NO_OWNER", None, "nobody holds it or answers for it, and a source that would know says so"),
            "",
        )
    else:
        cause, why = None, f"no source vouches for who holds this {kind.lower()}"
    if cause is None:
        found.why[node] = why
    else:
        found.causes[node] = [cause]


def _judge_account(snapshot: Snapshot, moment: int, node: int, told: Directories) -> tuple[Cause | None, str]:
    addresses = [snapshot.prop(node, name, moment) for name in ("email", "subject")]
    addresses = [clean_email(text) for text in addresses if text and "@" in text]
    if not addresses:
        return None, "no email and no subject tell whose account this is"
    if not told.any:
        return None, "no directory was loaded"
    for address in addresses:
        if any(snapshot.kind(place) == "Identity" for place in snapshot.indices_of_email(address)):
            return None, f"{address} is several people's, or the account was unlinked from its owner"
    domains = {address.rpartition("@")[2] for address in addresses}
    if domains & told.sound:
        return Cause("UNRESOLVED_ACCOUNT", None, f"{addresses[0]} is in a covered domain and nobody's"), ""
    if domains & told.unsound or not told.any_complete:
        return None, "the directory is partial, held or stale"
    return Cause("EXTERNAL_EMAIL", None, f"no directory covers {addresses[0].rpartition('@')[2]}"), ""


def _vouched(snapshot: Snapshot, node: int, kind: str) -> bool:
    """Whether some source would know an owner: it vouches for ANSWERS_FOR, or it describes the key and vouches for holders."""
    arrays = snapshot.arrays
    describers = set(arrays["described.source"][arrays["described.node"] == node].tolist())
    for number, source in enumerate(snapshot.info["sources"]):
        if "ANSWERS_FOR" in source["scopes"]:
            return True
        if kind == "Credential" and number in describers and "HAS_CREDENTIAL" in source["scopes"]:
            return True
    return False
