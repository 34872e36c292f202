"""This file knows what every node lets through over all time: the modes of graph.snapshot.view, as a course."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.ontology import EDGE_CODES, NODE_CODES
from graph.snapshot.columns import Timeline
from graph.snapshot.nodes import ABSENT, CONVEYS, KEYS_ONLY, STOPS, UNLISTED
from graph.snapshot.projection.spans import Course, covering
from graph.snapshot.snapshot import Snapshot

_SWITCHED_OFF = (NODE_CODES["McpServer"], NODE_CODES["Application"])


def modes(snapshot: Snapshot, tail: Any) -> Course:
    """The mode of every node at every moment; `tail` is the column of the edges' tails."""
    arrays, count = snapshot.arrays, snapshot.count
    told = Timeline(arrays["mode.node"], arrays["mode.start"], arrays["mode.code"])
    course = _with_signs_of_life(snapshot, tail, Course(told, count, CONVEYS))
    status = snapshot.timeline("status")
    if status is not None:
        off = snapshot.value_code("disabled")
        serving = np.isin(arrays["kind"], _SWITCHED_OFF)
        here = serving[status.node]
        status = Timeline(status.node[here], status.start[here], status.code[here])
        course = course.laid_over(
            Course(status, count, -1),
            lambda node, mode, code: np.where((mode == CONVEYS) & (code == off) & serving[node], STOPS, mode),
        )
    return _with_keys_that_outlive(snapshot, tail, course)


def _with_signs_of_life(snapshot: Snapshot, tail: Any, course: Course) -> Course:
    """Who is not listed yet is there while a claimed edge says so; who is never listed, while any edge does."""
    arrays, count = snapshot.arrays, snapshot.count
    listed = np.zeros(count, dtype=bool)
    listed[arrays["mode.node"]] = True
    unlisted = course.has(UNLISTED)
    nodes, since, until = [], [], []
    for end in (tail, arrays["edge.head"]):
        rows = ~listed[end] | (unlisted[end] & (arrays["edge.source"] < snapshot.source_count))
        nodes.append(end[rows])
        since.append(arrays["edge.since"][rows])
        until.append(arrays["edge.until"][rows])
    alive = covering(np.concatenate(nodes), np.concatenate(since), np.concatenate(until), count)

    def rule(node: Any, mode: Any, seen: Any) -> Any:
        asks = (mode == UNLISTED) | ~listed[node]
        return np.where(asks, np.where(seen == 1, CONVEYS, ABSENT), mode)

    return course.laid_over(alive, rule)


def _with_keys_that_outlive(snapshot: Snapshot, tail: Any, course: Course) -> Course:
    """A closed account conveys while a credential that conveys runs as it."""
    arrays, count = snapshot.arrays, snapshot.count
    closed = course.has(KEYS_ONLY)
    rows = np.flatnonzero((arrays["edge.kind"] == EDGE_CODES["RUNS_AS"]) & closed[arrays["edge.head"]])
    rows = rows[arrays["kind"][tail[rows]] == NODE_CODES["Credential"]]
    if not len(rows):
        return course
    at, since, until, mode = course.split(tail[rows], arrays["edge.since"][rows], arrays["edge.until"][rows])
    live = mode == CONVEYS
    kept = covering(arrays["edge.head"][rows][at[live]], since[live], until[live], count)
    return course.laid_over(kept, lambda _, mode, runs: np.where((mode == KEYS_ONLY) & (runs == 1), CONVEYS, mode))
