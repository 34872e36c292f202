"""This file knows how edge claims and derived edges become one sorted table with its index both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from graph.moment import DAY, NEVER
from graph.ontology import EDGE_CODES
from graph.snapshot.canonical_ids import CanonicalIds
from graph.snapshot.columns import pair_keys, unpack_pairs
from graph.snapshot.derive import Link
from graph.stores.base import I4, Claims

# A USED edge conveys until this long after the last day it was seen.
USED_TAIL = 30 * DAY


def claimed_edges(claims: Claims, spelling: CanonicalIds, source: I4) -> dict[str, Any]:
    """Columns of all claimed edges between canonical nodes; empty intervals left out."""
    edges = claims.edges
    until = edges.until.copy()
    used = (edges.kind == EDGE_CODES["USED"]) & (until < NEVER - USED_TAIL)
    until[used] += USED_TAIL
    keep = edges.since < until
    columns: dict[str, Any] = {
        "tail": spelling.place[edges.source],
        "kind": edges.kind,
        "head": spelling.place[edges.target],
        "permission": edges.permission,
        "since": edges.since,
        "until": until,
        "source": source[edges.claimed_by],
        "evidence": edges.evidence,
        "alias": edges.alias,
        "first_seen": edges.first_seen,
    }
    return {name: column[keep] for name, column in columns.items()}


def used_edges(usage: Mapping[str, Any]) -> dict[str, Any]:
    """One USED edge per (principal, resource) of the usage rows, from the first to the last day and 30 days on."""
    rows = np.flatnonzero(usage["principal"] >= 0)
    pair = pair_keys(usage["principal"][rows], usage["resource"][rows])
    order = np.lexsort((usage["source"][rows], usage["day"][rows], pair))
    rows, pair = rows[order], pair[order]
    first = np.flatnonzero(np.r_[True, pair[1:] != pair[:-1]]) if len(pair) else np.zeros(0, dtype=np.int64)
    last = np.r_[first[1:], len(pair)] - 1 if len(pair) else first
    days = usage["day"][rows].astype(np.int64)
    count = len(first)
    return {
        "tail": unpack_pairs(pair[first])[0],
        "kind": np.full(count, EDGE_CODES["USED"], dtype=np.uint8),
        "head": unpack_pairs(pair[first])[1],
        "permission": np.zeros(count, dtype=np.uint8),
        "since": days[first] * DAY,
        "until": (days[last] + 1) * DAY + USED_TAIL,
        "source": usage["source"][rows][first],
        "evidence": np.full(count, -1, dtype=np.int32),
        "alias": np.full(count, -1, dtype=np.int32),
        "first_seen": days[first] * DAY,
    }


def derived_edges(links: Sequence[Link], sources: Mapping[str, int], texts: dict[str, int]) -> dict[str, Any]:
    """Columns of derived edges; `texts` (text → number) grows by their evidence."""
    rows = [
        (
            link.tail,
            EDGE_CODES[link.kind],
            link.head,
            link.permission,
            link.since,
            link.until,
            sources[link.source],
            texts.setdefault(link.evidence, len(texts)),
        )
        for link in links
        if link.since < link.until and link.tail >= 0 and link.head >= 0
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, 8)
    return {
        "tail": table[:, 0].astype(np.int32),
        "kind": table[:, 1].astype(np.uint8),
        "head": table[:, 2].astype(np.int32),
        "permission": table[:, 3].astype(np.uint8),
        "since": table[:, 4],
        "until": table[:, 5],
        "source": table[:, 6].astype(np.int32),
        "evidence": table[:, 7].astype(np.int32),
        "alias": np.full(len(table), -1, dtype=np.int32),
        "first_seen": table[:, 4],
    }


def sorted_table(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """All edges in canonical order: tail, head, kind, permission, since, until, source, evidence; equal ones once."""
    table = {name: np.concatenate([part[name] for part in parts]) for name in parts[0] if name != "alias"}
    pair = pair_keys(table["tail"], table["head"])
    order = np.argsort(pair, kind="stable")
    pair = pair[order]
    # Few pairs have several edges: only those are sorted by all the other columns too.
    same = np.zeros(len(pair), dtype=bool)
    same[1:] = pair[1:] == pair[:-1]
    touched = same.copy()
    touched[:-1] |= same[1:]
    where = np.flatnonzero(touched)
    if len(where):
        rows = order[where]
        names = ("first_seen", "evidence", "source", "until", "since", "permission", "kind")
        order[where] = rows[np.lexsort((*(table[name][rows] for name in names), pair[where]))]
    table = {name: column[order] for name, column in table.items()}
    repeated = same
    for column in table.values():
        repeated[1:] &= column[1:] == column[:-1]
    return {name: column[~repeated] for name, column in table.items()} if repeated.any() else table


def distinct_pairs(left: Any, right: Any) -> tuple[I4, I4]:
    """The different pairs of two columns of places or codes (none negative), in order."""
    return unpack_pairs(np.unique(pair_keys(left, right)))
