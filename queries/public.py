"""Public groups in an answer: where anybody, also outside, is a member of what a walk passes."""

from __future__ import annotations

import numpy as np

from graph.reason import Reason
from graph.snapshot import ABSENT, Snapshot, View
from graph.snapshot.columns import Bool, Ints


def public_groups(view: View) -> Bool:
    """Per node whether it is a group of which anybody is a member, also outside; depends on the graph alone."""
    public: Bool = view.tables.property_at("members", view.moment) == view.tables.value_code("public")
    public &= view.tables.nodes.of("Group") & (view.mode != ABSENT)
    return public


def public_notes(snapshot: Snapshot, view: View, nodes: Ints) -> list[Reason]:
    """A note for each public group among the nodes of an answer, by id."""
    nodes = np.unique(nodes)
    groups = nodes[view.derived(public_groups)[nodes]] if len(nodes) else nodes
    return [Reason("PUBLIC", f"{snapshot.ids[group]} is anybody, also outside") for group in groups.tolist()]
