"""Nearest names: the nodes whose id, address or name looks most like a text that matches none."""

from __future__ import annotations

from difflib import SequenceMatcher

import numpy as np

from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, StringTable

MOST_SUGGESTIONS = 3
# Texts that share many trigrams are compared letter by letter, so many at most.
_COMPARED = 200
_LEAST_LIKENESS = 0.6


def nearest_nodes(snapshot: Snapshot, text: str) -> list[int]:
    """Up to MOST_SUGGESTIONS nodes whose id, address or name is most like a text, the likest first, ties by id.

    O(bytes of all ids, addresses and names) for each trigram of the text, in whole columns.
    """
    wanted = text.strip().lower()
    likeness: dict[int, float] = {}
    for label, nodes in _candidates(snapshot, wanted):
        ratio = _likeness(wanted, label.lower())
        if ratio >= _LEAST_LIKENESS:
            for node in nodes:
                likeness[node] = max(ratio, likeness.get(node, 0.0))
    return sorted(likeness, key=lambda node: (-likeness[node], node))[:MOST_SUGGESTIONS]


def _candidates(snapshot: Snapshot, wanted: str) -> list[tuple[str, list[int]]]:
    """Ids, addresses and names that share trigrams with a text, each with its nodes."""
    tables = snapshot.tables
    candidates = [(snapshot.ids[at], [at]) for at in _sharing(snapshot.ids, wanted)]
    for index in (tables.members, tables.emails):
        candidates += [(index.texts[at], [int(index.node[at])]) for at in _sharing(index.texts, wanted)]
    names = snapshot.timeline("name")
    if names is not None:
        is_name = np.zeros(len(snapshot.values), dtype=bool)
        is_name[names.code[names.code >= 0]] = True
        codes = [at for at in _sharing(snapshot.values, wanted) if is_name[at]]
        candidates += [
            (str(snapshot.value(code)), np.unique(names.node[names.code == code]).tolist()) for code in codes
        ]
    return candidates


def _sharing(texts: StringTable, wanted: str) -> list[int]:
    """The indices of the texts that share most trigrams with a text, at most _COMPARED."""
    counts = np.zeros(len(texts), dtype=np.int32)
    blob = np.frombuffer(texts.blob.tobytes().lower(), dtype=np.uint8)
    data = wanted.encode()
    for trigram in {data[at : at + 3] for at in range(len(data) - 2)} or {data}:
        starts = _occurrences(blob, trigram)
        # A match may run over the end of a text: that costs a wrong candidate, never a right one.
        counts[np.unique(np.searchsorted(texts.offsets, starts, side="right") - 1)] += 1
    sharing = np.flatnonzero(counts)
    most = sharing[np.lexsort((sharing, -counts[sharing]))][:_COMPARED]
    indices: list[int] = most.tolist()
    return indices


def _occurrences(blob: np.ndarray[tuple[int], np.dtype[np.uint8]], part: bytes) -> I8:
    if len(blob) < len(part) or not part:
        return np.zeros(0, dtype=np.int64)
    match = np.ones(len(blob) - len(part) + 1, dtype=bool)
    for at, byte in enumerate(part):
        match &= blob[at : at + len(match)] == byte
    return np.flatnonzero(match)


def _likeness(wanted: str, label: str) -> float:
    """How alike two texts are, 0 to 1: the whole, or what people type of it (the key of an id, its end, a local part)."""
    _, _, key = label.partition("/")
    parts = {
        label,
        key,
        key.rpartition("/")[2],
        label.partition("@")[0],
        *label.split(),
        *key.replace(".", " ").split(),
    }
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    best = 0.0
    for part in parts - {""}:
        matcher.set_seq1(part)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            best = max(best, matcher.ratio())
    return best
