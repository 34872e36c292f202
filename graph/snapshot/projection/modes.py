"""Modes over all time: what every node lets through at every moment (the modes of graph.snapshot.view, as a course)."""

from __future__ import annotations

import numpy as np

from graph.snapshot.columns import I4, Ints
from graph.snapshot.nodes import ABSENT, CONVEYS, KEYS_ONLY, STOPS, UNLISTED
from graph.snapshot.projection.spans import Course, covering
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.view import signs_of_life

# A closed account as which a key still runs: in full for a walk that came with the key, else along its keys alone.
WITH_KEY = 5


def modes(snapshot: Snapshot) -> Course:
    """The mode of every node at every moment; WITH_KEY is one of them."""
    count = snapshot.count
    course = _with_signs_of_life(snapshot, Course(snapshot.tables.modes, count, CONVEYS))
    status = snapshot.timeline("status")
    if status is not None:
        off = snapshot.value_code("disabled")
        serving = snapshot.nodes.of("McpServer", "Application")
        course = course.laid_over(
            Course(status.where(serving[status.node]), count, -1),
            lambda node, mode, code: np.where((mode == CONVEYS) & (code == off) & serving[node], STOPS, mode),
        )
    return _with_keys_that_outlive(snapshot, course)


def _with_signs_of_life(snapshot: Snapshot, course: Course) -> Course:
    """Who is not listed yet is there while a claimed edge says so; who is never listed, while any edge does."""
    edges, count = snapshot.edges, snapshot.count
    listed = np.zeros(count, dtype=bool)
    listed[snapshot.tables.modes.node] = True
    unlisted = course.has(UNLISTED)
    life = signs_of_life(edges, snapshot.everybody_source)
    nodes, since, until = [], [], []
    for end in (edges.source, edges.target):
        rows = ~listed[end] & life | (unlisted[end] & (edges.claimed_by < snapshot.source_count))
        nodes.append(end[rows])
        since.append(edges.since[rows])
        until.append(edges.until[rows])
    alive = covering(np.concatenate(nodes), np.concatenate(since), np.concatenate(until), count)

    def rule(node: Ints, mode: I4, seen: I4) -> Ints:
        depends = (mode == UNLISTED) | ~listed[node]
        return np.where(depends, np.where(seen == 1, CONVEYS, ABSENT), mode)

    return course.laid_over(alive, rule)


def _with_keys_that_outlive(snapshot: Snapshot, course: Course) -> Course:
    """A closed account is passed with its key while a credential that conveys runs as it."""
    edges = snapshot.edges
    rows = np.flatnonzero(edges.of("RUNS_AS") & course.has(KEYS_ONLY)[edges.target])
    rows = rows[snapshot.nodes.of("Credential", nodes=edges.source[rows])]
    if not len(rows):
        return course
    at, since, until, mode = course.split(edges.source[rows], edges.since[rows], edges.until[rows])
    live = mode == CONVEYS
    running = covering(edges.target[rows][at[live]], since[live], until[live], snapshot.count)
    return course.laid_over(running, lambda _, mode, runs: np.where((mode == KEYS_ONLY) & (runs == 1), WITH_KEY, mode))
