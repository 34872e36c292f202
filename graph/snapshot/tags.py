"""Tags of usage rows as nodes: the owner, the team and the cost centre that a row's own tags name.

An owner is the one person whose address or id it is. A team is the one group of a directory, of a tool or of the tags whose
name it is. They count where nothing better is known: see `graph/snapshot/principals.py` and cost attribution.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
import numpy as np

from graph.address import canonical_address
from graph.moment import NEVER
from graph.snapshot.columns import I4, Bool
from graph.snapshot.snapshot import Snapshot
from graph.tags import COST_CENTER, END_USER, OWNER, TAG_FIELDS, TAG_GROUPS, TEAM, folded, tag_group_id

_FIELDS = (*TAG_FIELDS, END_USER)
_TEAM_TYPES = ("team", "directory_group")


@dataclass(frozen=True, slots=True)
class RowTags:
    """Per usage row the nodes that its tags name, -1 for none. `is_owner_unknown`: a tag names an owner nobody knows."""

    owner: I4
    team: I4
    cost_center: I4
    is_owner_unknown: Bool


def row_tags(snapshot: Snapshot) -> RowTags | None:
    """The tags of all usage rows; None where no row has any. Computed once per snapshot, O(usage rows)."""
    return snapshot.derived(_read_tags)


def _read_tags(snapshot: Snapshot) -> RowTags | None:
    detail = snapshot.usage.detail
    tagged = snapshot.texts.containing(f'"{name}"' for name in _FIELDS)
    if not len(tagged):
        return None
    # Per text, with one more entry for none: which texts are a row's detail, and what they name.
    is_detail = np.zeros(len(snapshot.texts) + 1, dtype=bool)
    is_detail[detail] = True
    table = np.full((len(is_detail), 4), -1, dtype=np.int32)
    teams: Mapping[str, list[int]] | None = None
    for code in tagged[is_detail[tagged]].tolist():
        fields = _fields(snapshot.texts[code])
        teams = _teams_by_name(snapshot) if teams is None and TEAM in fields else teams
        table[code, :3] = (
            _owner(snapshot, fields),
            _team(snapshot, fields.get(TEAM), teams or {}),
            snapshot.index_of(tag_group_id(COST_CENTER, fields[COST_CENTER])) if COST_CENTER in fields else -1,
        )
        table[code, 3] = OWNER in fields and table[code, 0] < 0
    if not ((table[:, :3] >= 0).any() or (table[:, 3] > 0).any()):
        return None
    rows = table[detail]
    owner, team, cost_center, unknown = (np.ascontiguousarray(rows[:, column]) for column in range(4))
    return RowTags(owner, team, cost_center, unknown > 0)


def _fields(detail: str) -> dict[str, str]:
    """The texts of a row's raw fields that are tags."""
    try:
        body = msgspec.json.decode(detail)
    except (msgspec.DecodeError, RecursionError):
        return {}
    raw = body.get("raw", body) if isinstance(body, dict) else {}
    texts = {name: raw[name] for name in _FIELDS if isinstance(raw, dict) and isinstance(raw.get(name), str)}
    return {name: text for name, text in texts.items() if text.strip()}


def _owner(snapshot: Snapshot, fields: Mapping[str, str]) -> int:
    """The one person that a row's owner, else its end user, is; -1 for none, or several."""
    for name in (OWNER, END_USER):
        if name in fields:
            text = fields[name]
            nodes = [snapshot.index_of(text)] if ":" in text else snapshot.indices_of_email(canonical_address(text))
            people = [node for node in nodes if node >= 0 and snapshot.kind(node) == "Identity"]
            if len(people) == 1:
                return people[0]
    return -1


def _teams_by_name(snapshot: Snapshot) -> Mapping[str, list[int]]:
    """Groups of people by their name, those that only tags name left out."""
    types, names = snapshot.column("type", NEVER - 1), snapshot.column("name", NEVER - 1)
    wanted = [snapshot.value_code(name) for name in _TEAM_TYPES]
    teams: defaultdict[str, list[int]] = defaultdict(list)
    for node in np.flatnonzero(snapshot.nodes.of("Group") & np.isin(types, wanted) & (names >= 0)).tolist():
        if not snapshot.ids[node].startswith(TAG_GROUPS):
            teams[folded(str(snapshot.value(int(names[node]))))].append(node)
    return teams


def _team(snapshot: Snapshot, text: str | None, teams: Mapping[str, list[int]]) -> int:
    """The one group with this name, else the group of the tag itself."""
    if text is None:
        return -1
    named = teams.get(folded(text), [])
    return named[0] if len(named) == 1 else snapshot.index_of(tag_group_id(TEAM, text))
