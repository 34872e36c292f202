"""This file knows how edges become relationships: cut to when they convey, with the widest cap of each interval."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from graph.ontology import EDGE_CODES, EDGE_KINDS, Permission
from graph.snapshot.nodes import CONVEYS, KEYS_ONLY, STOPS
from graph.snapshot.projection.modes import modes
from graph.snapshot.projection.spans import Course, differs, expanded, united
from graph.snapshot.snapshot import Snapshot
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

Columns = dict[str, Any]


def relationships(snapshot: Snapshot, pairs: Any) -> tuple[Relationships, RaggedLists, RaggedLists]:
    """All relationships, the lists of sources and the lists of texts that they name.

    `pairs`: principal << 32 | resource of each row of the projection's `Uses`, sorted.
    """
    arrays = snapshot.arrays
    tail = np.repeat(np.arange(snapshot.count, dtype=np.int32), np.diff(arrays["out"]))
    kept, removed = _pieces(snapshot, tail)
    table, claims = _joined(snapshot, tail, kept)
    claimed, claimants = _interned(claims, arrays["edge.source"])
    evidence, evidences = _interned(claims, arrays["edge.evidence"])
    table |= {"claimed": claimed, "evidence": evidence}
    table["first_seen"] = np.minimum.reduceat(arrays["edge.first_seen"][claims.members], claims.offsets[:-1])
    table["walk"] = _walks(snapshot, table)
    table = _appended(table, [_holding(snapshot, tail), *_removed(snapshot, tail, removed)])
    order = np.lexsort((table["since"], table["type"], table["head"], table["tail"]))
    table = {name: column[order] for name, column in table.items()}
    table["use"] = _use(table, pairs)
    return Relationships(**table), claimants, evidences


def _pieces(snapshot: Snapshot, tail: Any) -> tuple[Columns, Columns]:
    """Intervals of edges (`row`, `since`, `until`, `cap`): what a walk can take or no walk needs, and what modes took."""
    arrays = snapshot.arrays
    kind, head = arrays["edge.kind"], arrays["edge.head"]
    course = modes(snapshot, tail)
    row = np.flatnonzero(_WALKED[kind])
    at, since, until, mode = course.split(tail[row], arrays["edge.since"][row], arrays["edge.until"][row])
    row = row[at]
    passes = (mode == CONVEYS) | ((mode == KEYS_ONLY) & (kind[row] == EDGE_CODES["HAS_CREDENTIAL"]))
    removed = [(row[~passes], since[~passes], until[~passes])]
    row, since, until = row[passes], since[passes], until[passes]
    at, since, until, mode = course.split(head[row], since, until)
    there = mode >= STOPS
    removed.append((row[at[~there]], since[~there], until[~there]))
    row, since, until = row[at[there]], since[there], until[there]
    cap = arrays["edge.permission"][row].astype(np.uint8)
    silent = cap == 0
    cap[silent] = NO_CAP
    cap[silent & (kind[row] == EDGE_CODES["CAN_ACCESS"])] = Permission.READ
    cap[kind[row] == _USED] = Permission.READ
    kept = _narrowed(snapshot, tail, {"row": row, "since": since, "until": until, "cap": cap})
    plain = np.flatnonzero(~_WALKED[kind])
    untouched = {
        "row": plain,
        "since": arrays["edge.since"][plain],
        "until": arrays["edge.until"][plain],
        "cap": np.zeros(len(plain), dtype=np.uint8),
    }
    kept = _together([kept, untouched])
    order = np.argsort(kept["row"], kind="stable")
    taken = [np.concatenate(columns) for columns in zip(*removed, strict=True)]
    return {name: column[order] for name, column in kept.items()}, dict(
        zip(("row", "since", "until"), taken, strict=True)
    )


def _narrowed(snapshot: Snapshot, tail: Any, pieces: Columns) -> Columns:
    """A read-only tool of an approved server narrows to READ, while it is read-only and the server approved."""
    read_only, approval = snapshot.timeline("read_only"), snapshot.timeline("approval")
    exposes = snapshot.arrays["edge.kind"][pieces["row"]] == EDGE_CODES["EXPOSES"]
    if read_only is None or approval is None or not exposes.any():
        return pieces
    rest, told = ({name: column[mask] for name, column in pieces.items()} for mask in (~exposes, exposes))
    tame: Any = np.ones(len(told["row"]), dtype=bool)
    for timeline, wanted, end in ((read_only, True, snapshot.arrays["edge.head"]), (approval, "approved", tail)):
        course = Course(timeline, snapshot.count, -1)
        at, since, until, code = course.split(end[told["row"]], told["since"], told["until"])
        told = {"row": told["row"][at], "since": since, "until": until, "cap": told["cap"][at]}
        tame = tame[at] & (code == snapshot.value_code(wanted))
    told["cap"] = np.where(tame, np.minimum(told["cap"], Permission.READ), told["cap"]).astype(np.uint8)
    return _together([rest, told])


def _joined(snapshot: Snapshot, tail: Any, pieces: Columns) -> tuple[Columns, RaggedLists]:
    """One row per (tail, head, type, interval), and the edge rows that give each its cap.

    Pieces of one triple that overlap become elementary intervals with the widest cap; touching equals are joined.
    """
    arrays = snapshot.arrays
    row = pieces["row"]
    fresh = differs(tail[row], arrays["edge.head"][row], arrays["edge.kind"][row])
    group = np.cumsum(fresh) - 1
    single = np.bincount(group, minlength=1)[group] == 1 if len(group) else np.zeros(0, dtype=bool)
    several = {name: column[~single] for name, column in pieces.items()}
    merged, at, piece = _widest(several, group[~single], _said(arrays, several["row"]))
    alone = {name: column[single] for name, column in pieces.items()}
    table = _together([alone, merged])
    row = table.pop("row")
    walked = _WALKED[arrays["edge.kind"][row]]
    table |= {
        "type": arrays["edge.kind"][row].astype(np.uint8),
        "tail": tail[row],
        "head": arrays["edge.head"][row],
        "permission": np.where(walked, arrays["edge.permission"][row], 0).astype(np.uint8),
        "guessed": _guessed(arrays, row).astype(np.uint8),
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


def _said(arrays: Mapping[str, Any], row: Any) -> Any:
    """What of an edge must be equal, beside the cap, for touching intervals to be joined."""
    kind = arrays["edge.kind"][row]
    return np.where(_WALKED[kind], arrays["edge.permission"][row], 0) * 2 + _guessed(arrays, row)


def _guessed(arrays: Mapping[str, Any], row: Any) -> Any:
    return (arrays["edge.permission"][row] == 0) & (arrays["edge.kind"][row] == EDGE_CODES["CAN_ACCESS"])


def _widest(pieces: Columns, group: Any, said: Any) -> tuple[Columns, Any, Any]:
    """Overlapping pieces as joined intervals; and pairs (interval, piece) of the pieces that attain its cap."""
    moments = np.unique(np.concatenate([pieces["since"], pieces["until"]]))
    key = group.astype(np.int64) * len(moments)
    low, high = key + np.searchsorted(moments, pieces["since"]), key + np.searchsorted(moments, pieces["until"])
    bounds = np.unique(np.concatenate([low, high]))
    first = np.searchsorted(bounds, low)
    piece, at = expanded(first, np.searchsorted(bounds, high) - first)
    # Per elementary interval the widest cap; of its pieces the first in the snapshot's order speaks for it.
    order = np.lexsort((piece, -pieces["cap"][piece].astype(np.int16), at))
    at, piece = at[order], piece[order]
    leads = np.flatnonzero(differs(at))
    where, speaker = at[leads], piece[leads]
    cap = pieces["cap"][speaker]
    attains = pieces["cap"][piece] == np.repeat(cap, np.diff(np.r_[leads, len(at)]))
    breaks = differs(group[speaker], cap, said[speaker])
    breaks[1:] |= where[1:] != where[:-1] + 1
    run = np.cumsum(breaks) - 1
    begins = np.flatnonzero(breaks)
    ends = np.r_[begins[1:], len(where)][: len(begins)] - 1
    count = max(len(moments), 1)
    merged = {
        "row": pieces["row"][speaker[begins]],
        "since": moments[bounds[where[begins]] % count],
        "until": moments[bounds[where[ends] + 1] % count],
        "cap": cap[begins],
    }
    return merged, np.repeat(run, np.diff(np.r_[leads, len(at)]))[attains], piece[attains]


def _interned(claims: RaggedLists, column: Any) -> tuple[Any, RaggedLists]:
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
    for place in np.flatnonzero(counts > 1).tolist():
        told = values[claims.offsets[place] : claims.offsets[place + 1]].tolist()
        found = tuple(dict.fromkeys(value for value in told if value >= 0))
        if len(found) > 1:
            code[place] = lists.setdefault(found, top + len(lists))
        elif found:
            code[place] = found[0]
    lengths = np.r_[np.ones(top, dtype=np.int64), [len(told) for told in lists]].astype(np.int64)
    members = np.r_[np.arange(top), [value for told in lists for value in told]].astype(np.int32)
    return code, RaggedLists(np.r_[0, np.cumsum(lengths)], members)


def _walks(snapshot: Snapshot, table: Columns) -> Any:
    kind = table["type"]
    vouched = snapshot.arrays["grants_vouched"].astype(bool)[table["head"]]
    walk = np.where(_CONVEYING[kind], GRANTED_WALK, NO_WALK)
    return np.where(kind == _USED, np.where(vouched, VOUCHED_WALK, SEEN_WALK), walk).astype(np.uint8)


def _holding(snapshot: Snapshot, tail: Any) -> Columns:
    """Who holds what, as it is claimed."""
    arrays = snapshot.arrays
    held = np.isin(arrays["edge.kind"], [EDGE_CODES["HAS_ACCOUNT"], EDGE_CODES["HAS_CREDENTIAL"]])
    row = np.flatnonzero(held)
    pieces = {"row": row, "since": arrays["edge.since"][row], "until": arrays["edge.until"][row]}
    return _union(_TYPE[HOLDS], snapshot, tail, pieces)


def _removed(snapshot: Snapshot, tail: Any, removed: Columns) -> list[Columns]:
    found = []
    for kind in CUT_KINDS:
        mine = snapshot.arrays["edge.kind"][removed["row"]] == EDGE_CODES[kind]
        pieces = {name: column[mine] for name, column in removed.items()}
        found.append(_union(_TYPE[f"{kind}_CUT"], snapshot, tail, pieces))
    return found


def _union(code: int, snapshot: Snapshot, tail: Any, pieces: Columns) -> Columns:
    row = pieces["row"]
    pair = tail[row].astype(np.int64) << 32 | snapshot.arrays["edge.head"][row].astype(np.int64)
    pairs, group = np.unique(pair, return_inverse=True)
    group, since, until = united(group, pieces["since"], pieces["until"])
    return {
        "type": np.full(len(group), code, dtype=np.uint8),
        "tail": (pairs[group] >> 32).astype(np.int32),
        "head": (pairs[group] & 0xFFFFFFFF).astype(np.int32),
        "since": since,
        "until": until,
    }


def _appended(table: Columns, parts: list[Columns]) -> Columns:
    """Rows that have ends, type and interval alone, after those that say more."""
    empty = {"claimed": -1, "evidence": -1}
    for part in parts:
        count = len(part["tail"])
        for name, column in table.items():
            more = part[name] if name in part else np.full(count, empty.get(name, 0), dtype=column.dtype)
            table[name] = np.concatenate([column, more])
    return table


def _use(table: Columns, pairs: Any) -> Any:
    """Which row of the uses belongs to each USED relationship."""
    found = np.full(len(table["tail"]), -1, dtype=np.int32)
    used = np.flatnonzero(table["type"] == _USED)
    if len(used) and len(pairs):
        pair = table["tail"][used].astype(np.int64) << 32 | table["head"][used].astype(np.int64)
        place = np.minimum(np.searchsorted(pairs, pair), len(pairs) - 1)
        found[used] = np.where(pairs[place] == pair, place, -1)
    return found


def _together(parts: list[Columns]) -> Columns:
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
