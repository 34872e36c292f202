"""Types of groups that are teams: whether the type that is asked for exists, and what to ask for where none has a member."""

from __future__ import annotations

import numpy as np

from graph.errors import InputError
from graph.reason import Reason
from graph.snapshot import Snapshot
from queries.cost_attribution.question import UNATTRIBUTED_TEXT, CostRows, Params

TEAM_TYPE = "TEAM_TYPE"
DEFAULT_TEAM_TYPE = "team"


def check_team_type(snapshot: Snapshot, params: Params) -> None:
    """Raise InputError for a type of group that no group ever had; the default is never refused."""
    if "team" not in params.needed or params.team_type == DEFAULT_TEAM_TYPE:
        return
    types = group_types(snapshot)
    if params.team_type not in types:
        there = (
            f"Types that exist: {', '.join(sorted(types))}" if types else "No group here has a type: load a directory"
        )
        raise InputError(f"no group is of type {params.team_type!r}. {there}")


def group_types(snapshot: Snapshot) -> dict[str, int]:
    """The types that groups have or had, each with the number of groups."""
    timeline = snapshot.timeline("type")
    if timeline is None:
        return {}
    of_groups = np.flatnonzero(snapshot.nodes.of("Group", nodes=timeline.node) & (timeline.code >= 0))
    pairs = np.unique(np.column_stack((timeline.code[of_groups], timeline.node[of_groups])), axis=0)
    codes, counts = np.unique(pairs[:, 0], return_counts=True)
    return {str(snapshot.value(code)): count for code, count in zip(codes.tolist(), counts.tolist(), strict=True)}


def team_notes(snapshot: Snapshot, params: Params, rows: CostRows) -> tuple[Reason, ...]:
    """A note where no row has a team and groups of another type exist, which `--team-type` would take for teams."""
    if "team" not in params.by or not len(rows):
        return ()
    labels, codes = rows.labels["team"], np.unique(rows.codes["team"]).tolist()
    if {labels[code] for code in codes} != {UNATTRIBUTED_TEXT}:
        return ()
    others = {name: count for name, count in group_types(snapshot).items() if name != params.team_type}
    if not others:
        return ()
    best = max(others, key=lambda name: (name == "directory_group", name == DEFAULT_TEAM_TYPE, others[name], name))
    more = ", ".join(f"{count:,} of type {name}" for name, count in sorted(others.items()))
    text = f"no group of type {params.team_type} holds an owner; there are groups {more}: ask with --team-type {best}"
    return (Reason(TEAM_TYPE, text),)
