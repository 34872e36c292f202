"""This file knows how a selection of usage rows is split for a question, filtered, and gathered under its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from graph.snapshot import Snapshot
from queries.cost_attribution.answer import CostRows
from queries.cost_attribution.dimension import NODE_DIMENSIONS, Frame
from queries.cost_attribution.ledger import Selection
from queries.cost_attribution.links import distinct_pairs
from queries.cost_attribution.owners import Holdings, owned, team_fan
from queries.cost_attribution.question import NAMELESS, OWNER_DIMENSIONS, SERVER_DIMENSIONS, Params
from queries.cost_attribution.servers import Observed, data_fan, server_fan
from queries.cost_attribution.split import spread, whole_rows
from queries.subject import find_node
from queries.usage.int_sums import I8, compress, group_sums


class Ground:
    """What all splits of one question stand on, each part made when it is first needed."""

    def __init__(self, snapshot: Snapshot, params: Params) -> None:
        self.snapshot, self.params = snapshot, params
        self.holdings = Holdings(snapshot)

    @cached_property
    def observed(self) -> Observed:
        """The calls and reads of the window."""
        return Observed(self.snapshot, self.holdings, (self.params.first_day, self.params.last_day))

    def frame(self, selection: Selection) -> Frame:
        """The parts of the selected rows; splits nest: owner, team, server, data source, as far as they are asked for."""
        params, parts = self.params, whole_rows(selection)
        owners = teams = servers = data = None
        if params.needed & OWNER_DIMENSIONS:
            pairs = distinct_pairs(selection.column("principal"), selection.column("day"))
            owners = owned(self.holdings, pairs, params.owners, selection.column("detail"))
            parts = spread(parts, "owner", parts.of_row(owners.unit), owners.fan)
        if owners is not None and "team" in params.needed:
            teams = team_fan(self.holdings, owners, params.team_type)
            parts = spread(parts, "team", parts.leaf["owner"], teams)
        if params.needed & SERVER_DIMENSIONS:
            servers = server_fan(self.observed, selection)
            parts = spread(parts, "server", parts.of_row(servers.unit), servers.fan)
        if servers is not None and "data_source" in params.needed:
            data, own = data_fan(self.observed, selection, servers)
            unit = parts.of_row(own)
            parts = spread(parts, "data", np.where(unit < 0, parts.leaf["server"], unit), data)
        return Frame(self.snapshot, params, selection, parts, self.holdings, owners, teams, servers, data)


def matching(frame: Frame, wanted: Mapping[str, Sequence[str]]) -> Any:
    """Which parts have, in each dimension, one of the wanted keys: a mask."""
    mask = np.ones(len(frame.parts.measures["cost"]), dtype=bool)
    for name, texts in wanted.items():
        keys = frame.keys(name)
        chosen = set(key_texts(frame.snapshot, name, texts))
        mask &= np.array([label in chosen for label in keys.labels] or [False])[keys.code]
    return mask


def key_texts(snapshot: Snapshot, name: str, texts: Sequence[str]) -> list[str]:
    """Keys as answers write them: of nodes the canonical id; raises UnknownName or AmbiguousName."""
    if name not in NODE_DIMENSIONS:
        return list(texts)
    return [text if text in NAMELESS.values() else snapshot.ids[find_node(snapshot, text)] for text in texts]


def gather(frame: Frame, currency: str) -> CostRows:
    """The parts under their keys, greatest cost first, ties by key."""
    cost = frame.parts.measures["cost"]
    by = {name: frame.keys(name) for name in frame.params.by}
    group, count = np.zeros(len(cost), dtype=np.int64), 1
    for keys in by.values():
        # Dense again before numbers could grow beyond 63 bits: there are never more groups than parts.
        if count * len(keys.labels) > 2**31:
            group, found = compress(group, 0)
            count = len(found)
        group, count = group * np.int64(len(keys.labels)) + keys.code, count * len(keys.labels)
    group, found = compress(group, 0)
    parts = frame.parts
    sums = {name: group_sums(group, column, len(found), parts.bound[name]) for name, column in parts.measures.items()}
    sums["basis"] = _basis(frame, group, len(found))
    sample = np.zeros(len(found), dtype=np.int64)
    sample[group] = np.arange(len(group))
    codes = {name: keys.code[sample] for name, keys in by.items()}
    order = _order(sums["cost"], [codes[name] for name in frame.params.by])
    return CostRows(
        {name: keys.labels for name, keys in by.items()},
        {name: column[order] for name, column in codes.items()},
        {name: column[order] for name, column in sums.items()},
        currency,
    )


def _basis(frame: Frame, group: Any, count: int) -> I8:
    """0 billed, 1 priced, 2 both, per group."""
    basis = frame.parts.of_row(frame.selection.column("basis"))
    priced = np.zeros((count, 2), dtype=bool)
    priced[group, (basis != 0).astype(np.int8)] = True
    return np.where(priced.all(axis=1), 2, priced[:, 1].astype(np.int64))


def _order(cost: Any, codes: Sequence[Any]) -> I8:
    """By cost down, then by keys; labels are sorted, so their codes are."""
    if cost.dtype != object:
        return np.lexsort((*reversed(codes), -cost))
    keys = list(zip((-one for one in cost.tolist()), *(column.tolist() for column in codes), strict=True))
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)
