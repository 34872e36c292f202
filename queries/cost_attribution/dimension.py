"""This file knows the key of every part in every dimension: as a dense code, and as the text an answer shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.moment import date_of, write_day
from graph.ontology import NODE_CODES, split_id
from graph.snapshot import Snapshot
from queries.cost_attribution.ledger import Selection
from queries.cost_attribution.links import codes_at_end_of, distinct_pairs
from queries.cost_attribution.owners import Holdings, Owned
from queries.cost_attribution.question import (
    HIDDEN_NODE,
    NAMELESS,
    SHARED,
    UNATTRIBUTED,
    Params,
)
from queries.cost_attribution.servers import Weighed
from queries.cost_attribution.split import Allocation, Parts
from queries.ownership import owner_states
from queries.usage.int_sums import compress

# Dimensions whose keys are node ids, with the kind of node.
NODE_DIMENSIONS: dict[str, str] = {
    "identity": "Identity",
    "team": "Group",
    "account": "Account",
    "credential": "Credential",
    "application": "Application",
    "workspace": "Group",
    "model": "Model",
    "mcp_server": "McpServer",
    "data_source": "DataSource",
}
_LEAST = min(NAMELESS)
_OWNER_STATES = ("orphaned", "unknown", "answered_for")


@dataclass(frozen=True, slots=True)
class Keys:
    """The key of each part: `code` is a place in `labels`, which are distinct."""

    code: Any
    labels: Sequence[str]

    @classmethod
    def of(cls, codes: Any, label: Callable[[int], str]) -> Keys:
        """From any codes not below those of NAMELESS; codes with one label become one key."""
        dense, found = compress(codes, _LEAST)
        texts = [NAMELESS[code] if code < 0 else label(code) for code in found.tolist()]
        labels = sorted(set(texts), key=str.encode)
        place = {text: at for at, text in enumerate(labels)}
        table = np.array([place[text] for text in texts], dtype=np.int32)
        return cls(table[dense] if len(table) else dense, labels)


@dataclass(frozen=True, slots=True)
class Frame:
    """Parts of a selection with the fans they went through, from which keys are read."""

    snapshot: Snapshot
    params: Params
    selection: Selection
    parts: Parts
    holdings: Holdings
    owners: Owned | None
    teams: Allocation | None
    servers: Weighed | None
    data: Allocation | None

    def keys(self, name: str) -> Keys:
        """The keys of one dimension."""
        if name in NODE_DIMENSIONS:
            return Keys.of(self._seen(getattr(self, f"_{name}")()), self.snapshot.ids.__getitem__)
        found: Keys = getattr(self, f"_{name}")()
        return found

    def _column(self, name: str) -> Any:
        return self.parts.of_row(self.selection.column(name))

    def _seen(self, codes: Any) -> Any:
        """Nodes that the asker may not see become one key."""
        hidden = [self.snapshot.index_of(node_id) for node_id in sorted(self.params.hidden)]
        if not hidden:
            return codes
        table = np.zeros(self.snapshot.count - _LEAST, dtype=bool)
        table[[place - _LEAST for place in hidden if place >= 0]] = True
        return np.where(table[codes - _LEAST], HIDDEN_NODE, codes)

    def _of_kind(self, column: str, kind: str) -> Any:
        """A column's nodes where they are of a kind, else UNATTRIBUTED."""
        kinds = self.snapshot.arrays["kind"]
        table = np.full(self.snapshot.count + 1, UNATTRIBUTED, dtype=np.int32)
        places = np.flatnonzero(kinds == NODE_CODES[kind])
        table[places] = places
        return table[self._column(column)]

    def _owner_leaf(self) -> tuple[Owned, Any]:
        assert self.owners is not None
        return self.owners, self.parts.leaf["owner"]

    def _identity(self) -> Any:
        owners, leaf = self._owner_leaf()
        return owners.fan.code[leaf]

    def _team(self) -> Any:
        assert self.teams is not None
        return self.teams.code[self.parts.leaf["team"]]

    def _department(self) -> Keys:
        return self._told_of_owner("department")

    def _cost_center(self) -> Keys:
        return self._told_of_owner("cost_center")

    def _told_of_owner(self, name: str) -> Keys:
        """A property of the owner as the row's day left it."""
        owners, leaf = self._owner_leaf()
        person = self._seen(owners.fan.code)
        codes = person.copy()
        named = np.flatnonzero(person >= 0)
        codes[named] = codes_at_end_of(self.snapshot.timeline(name), person[named], owners.day[named])
        return Keys.of(codes[leaf], lambda code: str(self.snapshot.value(code)))

    def _account(self) -> Any:
        codes = self._of_kind("principal", "Account")
        principal = self._column("principal")
        kinds = self.snapshot.arrays["kind"][np.maximum(principal, 0)]
        rows = np.flatnonzero((principal >= 0) & (kinds == NODE_CODES["Credential"]))
        if len(rows):
            pairs = distinct_pairs(principal[rows], self._column("day")[rows])
            codes[rows] = self.holdings.account_of(pairs.node, pairs.day, unsure=SHARED)[pairs.of]
        return codes

    def _credential(self) -> Any:
        return self._of_kind("principal", "Credential")

    def _application(self) -> Any:
        return self._of_kind("application", "Application")

    def _workspace(self) -> Any:
        return self._of_kind("workspace", "Group")

    def _model(self) -> Any:
        return self._of_kind("resource", "Model")

    def _provider(self) -> Keys:
        column = self.snapshot.column("provider", self.params.as_of)

        def label(model: int) -> str:
            told = self.snapshot.value(int(column[model]))
            return str(told) if told else split_id(self.snapshot.ids[model])[1]

        return Keys.of(self._seen(self._model()), label)

    def _mcp_server(self) -> Any:
        assert self.servers is not None
        return self.servers.fan.code[self.parts.leaf["server"]]

    def _data_source(self) -> Any:
        assert self.data is not None
        return self.data.code[self.parts.leaf["data"]]

    def _owner_state(self) -> Keys:
        states = np.append(owner_states(self.snapshot, self.params.as_of) + 1, UNATTRIBUTED).astype(np.int32)
        return Keys.of(states[self._column("principal")], _OWNER_STATES.__getitem__)

    def _day(self) -> Keys:
        return self._calendar("day")

    def _week(self) -> Keys:
        return self._calendar("week")

    def _month(self) -> Keys:
        return self._calendar("month")

    def _calendar(self, name: str) -> Keys:
        """Texts are made once per day of the window, not per part."""
        column = self._column("day")
        dense, days = compress(column, int(column.min(initial=0)))
        texts = [calendar_key(name, day) for day in days.tolist()]
        labels = sorted(set(texts))
        place = {text: at for at, text in enumerate(labels)}
        table = np.array([place[text] for text in texts], dtype=np.int32)
        return Keys(table[dense] if len(table) else dense, labels)


def calendar_key(name: str, day: int) -> str:
    """The key of a day in the dimension day, week or month: 2026-09-10, 2026-W37, 2026-09."""
    if name == "day":
        return write_day(day)
    if name == "month":
        return write_day(day)[:7]
    year, week, _ = date_of(day).isocalendar()
    return f"{year:04d}-W{week:02d}"
