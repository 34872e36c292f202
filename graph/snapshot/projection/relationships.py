"""Relationships of a projection: edges cut to when they convey, with the widest cap of each interval."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from graph.ontology import EDGE_CODES, EDGE_KINDS, Permission
from graph.snapshot.columns import I4, I8, U1, Bool, Ints, differs, expand_ranges, pair_keys, unpack_pairs
from graph.snapshot.nodes import CONVEYS, KEYS_ONLY, STOPS
from graph.snapshot.projection.modes import WITH_KEY, modes
from graph.snapshot.projection.spans import Course, united
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.tables import EdgeTable
from graph.snapshot.view import NO_CAP
from graph.stores.projection import (
    CUT_KINDS,
    GRANTED_WALK,
    HOLDS,
    NO_WALK,
    RELATIONSHIP_TYPES,
    SEEN_WALK,
    VOUCHED_WALK,
    WALKED,
    RaggedLists,
    Relationships,
)

_CONVEYING = np.array([kind.conveys for kind in EDGE_KINDS.values()])
_WALKED = np.array([kind in WALKED for kind in EDGE_KINDS])
_TYPE = {name: code for code, name in enumerate(RELATIONSHIP_TYPES)}
_USED = EDGE_CODES["USED"]

Columns = dict[str, npt.NDArray[Any]]


def relationships(
    snapshot: Snapshot, pairs: I8, second_of: I4 | None = None
) -> tuple[Relationships, RaggedLists, RaggedLists]:
    """All relationships, the lists of sources and the lists of texts that they name.

    `pairs`: the key (principal, resource) of each row of the projection's sums of usage, sorted. `second_of`: per node
    the index under which a closed account stands a second time, as a walk passes it that came with its key, -1 for all
    others; without it, what only such a walk takes stands among the relationships of the account.
    """
    edges = snapshot.edges
    pieces, removed = _pieces(snapshot, second_of)
    table, claims = _joined(edges, pieces)
    claimed, claimants = _interned(claims, edges.claimed_by)
    evidence, evidences = _interned(claims, edges.evidence)
    table |= {"claimed": claimed, "evidence": evidence}
    table["first_seen"] = np.minimum.reduceat(edges.first_seen[claims.members], claims.offsets[:-1])
    table["walk"] = _walks(snapshot, table)
    table = _appended(table, [_holding(edges), *_removed(edges, removed)])
    order = np.lexsort((table["since"], table["type"], table["target"], table["source"]))
    table = {name: column[order] for name, column in table.items()}
    table["use"] = _use(table, pairs)
    return Relationships(**table), claimants, evidences


def seconds(snapshot: Snapshot) -> tuple[I4, I4]:
    """The accounts that are ever passed with a key alone, and per node its second index (-1: none), after all nodes."""
    accounts = np.flatnonzero(modes(snapshot).has(WITH_KEY)).astype(np.int32)
    second_of = np.full(snapshot.count, -1, dtype=np.int32)
    second_of[accounts] = np.arange(snapshot.count, snapshot.count + len(accounts), dtype=np.int32)
    return accounts, second_of


def _pieces(snapshot: Snapshot, second_of: I4 | None) -> tuple[Columns, Columns]:
    """Intervals of edges (`row`, `source`, `target`, `since`, `until`, `cap`), and what modes removed.

    The intervals are what a search can take, and the edges that none needs to.
    """
    edges, course = snapshot.edges, modes(snapshot)
    row = np.flatnonzero(_WALKED[edges.kind])
    at, since, until, mode = course.split(edges.source[row], edges.since[row], edges.until[row])
    row = row[at]
    passes = (mode == CONVEYS) | (np.isin(mode, (KEYS_ONLY, WITH_KEY)) & edges.of("HAS_CREDENTIAL", rows=row))
    with_key = mode == WITH_KEY
    if second_of is None:
        passes |= with_key
    removed = [(row[~passes], since[~passes], until[~passes])]
    parts = [(row[passes], edges.source[row[passes]], since[passes], until[passes])]
    if second_of is not None:
        parts.append((row[with_key], second_of[edges.source[row[with_key]]], since[with_key], until[with_key]))
    row, source, since, until = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    at, since, until, mode = course.split(edges.target[row], since, until)
    row, source, there = row[at], source[at], mode >= STOPS
    removed.append((row[~there], since[~there], until[~there]))
    walked: Columns = {"row": row, "source": source, "target": edges.target[row], "since": since, "until": until}
    if second_of is not None:
        # Whoever runs as the account with its key also comes to its second node.
        comes = edges.of("RUNS_AS", rows=row) & snapshot.nodes.of("Credential", nodes=edges.source[row])
        comes &= mode == WITH_KEY
        again = {name: column[comes] for name, column in walked.items()}
        again["target"] = second_of[again["target"]]
        walked = _together([{name: column[there] for name, column in walked.items()}, again])
    else:
        walked = {name: column[there] for name, column in walked.items()}
    walked = _narrowed(snapshot, walked | {"cap": _caps(edges, walked["row"])})
    plain = np.flatnonzero(~_WALKED[edges.kind])
    others: Columns = {name: getattr(edges, name)[plain] for name in ("source", "target", "since", "until")}
    pieces = _together([walked, others | {"row": plain, "cap": np.zeros(len(plain), dtype=np.uint8)}])
    # Rows of edges stand by their ends and kind; those of second nodes come after all others.
    second = (pieces["source"] >= snapshot.count) | (pieces["target"] >= snapshot.count)
    keys = (pieces["row"], pieces["target"] * second, pieces["source"] * second, second)
    order = np.lexsort(keys) if second.any() else np.argsort(pieces["row"], kind="stable")
    columns = [np.concatenate(parts) for parts in zip(*removed, strict=True)]
    return {name: column[order] for name, column in pieces.items()}, dict(
        zip(("row", "since", "until"), columns, strict=True)
    )


def _caps(edges: EdgeTable, row: Ints) -> U1:
    """What edges narrow to, read-only tools apart."""
    cap = edges.permission[row]
    unstated = cap == 0
    cap[unstated] = NO_CAP
    cap[unstated & edges.of("CAN_ACCESS", rows=row)] = Permission.READ
    cap[edges.of("USED", rows=row)] = Permission.READ
    return cap


def _narrowed(snapshot: Snapshot, pieces: Columns) -> Columns:
    """A read-only tool of an approved server narrows to READ, while it is read-only and the server approved."""
    edges, read_only, approval = snapshot.edges, snapshot.timeline("read_only"), snapshot.timeline("approval")
    exposes = edges.of("EXPOSES", rows=pieces["row"])
    if read_only is None or approval is None or not exposes.any():
        return pieces
    others, tools = ({name: column[mask] for name, column in pieces.items()} for mask in (~exposes, exposes))
    narrows: Bool = np.ones(len(tools["row"]), dtype=bool)
    for timeline, value, end in ((read_only, True, edges.target), (approval, "approved", edges.source)):
        course = Course(timeline, snapshot.count, -1)
        at, since, until, code = course.split(end[tools["row"]], tools["since"], tools["until"])
        tools = {name: column[at] for name, column in tools.items()} | {"since": since, "until": until}
        narrows = narrows[at] & (code == snapshot.value_code(value))
    tools["cap"] = np.where(narrows, np.minimum(tools["cap"], Permission.READ), tools["cap"]).astype(np.uint8)
    return _together([others, tools])


def _joined(edges: EdgeTable, pieces: Columns) -> tuple[Columns, RaggedLists]:
    """One row per (source, target, type, interval), and the edge rows that give each its cap.

    Pieces of one triple that overlap become elementary intervals with the widest cap; touching equals are joined.
    """
    row = pieces["row"]
    group = np.cumsum(differs(pieces["source"], pieces["target"], edges.kind[row])) - 1
    single = np.bincount(group, minlength=1)[group] == 1 if len(group) else np.zeros(0, dtype=bool)
    several = {name: column[~single] for name, column in pieces.items()}
    merged, at, piece = _widest(several, group[~single], _stated(edges, several["row"]))
    alone = {name: column[single] for name, column in pieces.items()}
    table = _together([alone, merged])
    row = table.pop("row")
    table |= {
        "type": edges.kind[row],
        "permission": np.where(_WALKED[edges.kind[row]], edges.permission[row], 0).astype(np.uint8),
        "guessed": _guessed(edges, row).astype(np.uint8),
    }
    # Equal rows of one interval, in the order of the snapshot's table.
    at, rows = at + len(alone["row"]), several["row"][piece]
    order = np.lexsort((rows, at))
    at, rows = at[order], rows[order]
    once = differs(at, rows)
    counts = np.bincount(at[once], minlength=len(row))
    counts[: len(alone["row"])] = 1
    offsets = np.r_[0, np.cumsum(counts)]
    return table, RaggedLists(offsets, np.concatenate([alone["row"], rows[once]]).astype(np.int32))


def _stated(edges: EdgeTable, row: Ints) -> I8:
    """What of an edge must be equal, beside the cap, for touching intervals to be joined."""
    return np.where(_WALKED[edges.kind[row]], edges.permission[row], 0).astype(np.int64) * 2 + _guessed(edges, row)


def _guessed(edges: EdgeTable, row: Ints) -> Bool:
    guessed: Bool = edges.of("CAN_ACCESS", rows=row) & (edges.permission[row] == 0)
    return guessed


def _widest(pieces: Columns, group: I8, stated: I8) -> tuple[Columns, I8, I8]:
    """Overlapping pieces as joined intervals; and pairs (interval, piece) of the pieces that attain its cap.

    Of a stated ADMIN and no cap at all, and of a stated READ and an assumed one, the stated one counts.
    """
    strength = 2 * np.minimum(pieces["cap"], Permission.ADMIN).astype(np.int16)
    strength += (pieces["cap"] < NO_CAP) & (stated % 2 == 0)
    moments = np.unique(np.concatenate([pieces["since"], pieces["until"]]))
    key = group.astype(np.int64) * len(moments)
    low, high = key + np.searchsorted(moments, pieces["since"]), key + np.searchsorted(moments, pieces["until"])
    bounds = np.unique(np.concatenate([low, high]))
    first = np.searchsorted(bounds, low)
    piece, at = expand_ranges(first, np.searchsorted(bounds, high) - first)
    # Per elementary interval the widest cap; of its pieces the first in the snapshot's order speaks for it.
    order = np.lexsort((piece, -strength[piece], at))
    at, piece = at[order], piece[order]
    leads = np.flatnonzero(differs(at))
    where, speaker = at[leads], piece[leads]
    cap = pieces["cap"][speaker]
    attains = strength[piece] == np.repeat(strength[speaker], np.diff(np.r_[leads, len(at)]))
    breaks = differs(group[speaker], cap, stated[speaker])
    breaks[1:] |= where[1:] != where[:-1] + 1
    run = np.cumsum(breaks) - 1
    begins = np.flatnonzero(breaks)
    ends = np.r_[begins[1:], len(where)][: len(begins)] - 1
    count = max(len(moments), 1)
    merged = {
        **{name: pieces[name][speaker[begins]] for name in ("row", "source", "target")},
        "since": moments[bounds[where[begins]] % count],
        "until": moments[bounds[where[ends] + 1] % count],
        "cap": cap[begins],
    }
    return merged, np.repeat(run, np.diff(np.r_[leads, len(at)]))[attains], piece[attains]


def _interned(claims: RaggedLists, column: I4) -> tuple[I4, RaggedLists]:
    """Per row the number of its list of values (-1: an empty one), and the lists: each once, values in claims' order.

    Negative values are none.
    """
    counts = np.diff(claims.offsets)
    values = column[claims.members]
    row = np.repeat(np.arange(len(claims)), counts)
    lonely = counts[row] == 1
    # A row of one claim has the value's own number; the longer lists are numbered after all values.
    top = int(column.max(initial=-1)) + 1
    code = np.full(len(claims), -1, dtype=np.int32)
    code[row[lonely]] = values[lonely]
    lists: dict[tuple[int, ...], int] = {}
    for index in np.flatnonzero(counts > 1).tolist():
        numbers = values[claims.offsets[index] : claims.offsets[index + 1]].tolist()
        distinct = tuple(dict.fromkeys(number for number in numbers if number >= 0))
        if len(distinct) > 1:
            code[index] = lists.setdefault(distinct, top + len(lists))
        elif distinct:
            code[index] = distinct[0]
    lengths = np.r_[np.ones(top, dtype=np.int64), [len(numbers) for numbers in lists]].astype(np.int64)
    members = np.r_[np.arange(top), [number for numbers in lists for number in numbers]].astype(np.int32)
    return code, RaggedLists(np.r_[0, np.cumsum(lengths)], members)


def _walks(snapshot: Snapshot, table: Columns) -> U1:
    kind = table["type"]
    # Nothing that is used has a second node.
    covered = np.append(snapshot.nodes.grants_covered, False)[np.minimum(table["target"], snapshot.count)]
    walk = np.where(_CONVEYING[kind], GRANTED_WALK, NO_WALK)
    return np.where(kind == _USED, np.where(covered, VOUCHED_WALK, SEEN_WALK), walk).astype(np.uint8)


def _holding(edges: EdgeTable) -> Columns:
    """Who holds what, as it is claimed."""
    row = np.flatnonzero(edges.of("HAS_ACCOUNT", "HAS_CREDENTIAL"))
    return _union(_TYPE[HOLDS], edges, {"row": row, "since": edges.since[row], "until": edges.until[row]})


def _removed(edges: EdgeTable, removed: Columns) -> list[Columns]:
    parts = []
    for kind in CUT_KINDS:
        mask = edges.of(kind, rows=removed["row"])
        pieces = {name: column[mask] for name, column in removed.items()}
        parts.append(_union(_TYPE[f"{kind}_CUT"], edges, pieces))
    return parts


def _union(code: int, edges: EdgeTable, pieces: Columns) -> Columns:
    keys = pair_keys(edges.source[pieces["row"]], edges.target[pieces["row"]])
    distinct, group = np.unique(keys, return_inverse=True)
    group, since, until = united(group, pieces["since"], pieces["until"])
    source, target = unpack_pairs(distinct[group])
    return {
        "type": np.full(len(group), code, dtype=np.uint8),
        "source": source,
        "target": target,
        "since": since,
        "until": until,
    }


def _appended(table: Columns, parts: list[Columns]) -> Columns:
    """Rows that have ends, type and interval alone, after those that say more."""
    empty = {"claimed": -1, "evidence": -1}
    for part in parts:
        count = len(part["source"])
        for name, column in table.items():
            more = part[name] if name in part else np.full(count, empty.get(name, 0), dtype=column.dtype)
            table[name] = np.concatenate([column, more])
    return table


def _use(table: Columns, pairs: I8) -> I4:
    """Which row of the sums of usage belongs to each USED relationship; -1 for none."""
    use = np.full(len(table["source"]), -1, dtype=np.int32)
    rows = np.flatnonzero(table["type"] == _USED)
    if len(rows) and len(pairs):
        keys = pair_keys(table["source"][rows], table["target"][rows])
        index = np.minimum(np.searchsorted(pairs, keys), len(pairs) - 1)
        use[rows] = np.where(pairs[index] == keys, index, -1)
    return use


def _together(parts: list[Columns]) -> Columns:
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
