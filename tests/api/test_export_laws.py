"""Any graph, at any moment: every export draws what a walk takes, and OpenGraph comes back as it went."""

from __future__ import annotations

import csv
import random
import tempfile
from pathlib import Path
from typing import Any

import networkx as nx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.exports.csv import write as write_csv
from api.exports.graphml import write as write_graphml
from api.exports.opengraph import write as write_opengraph
from api.exports.request import ExportRequest
from api.exports.view import ExportView, NodeView
from graph.snapshot import Basis, Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.graph.test_projection import moments, sliced, told_again
from tests.oracles.world import frozen

laws = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORLDS = {"seed": st.integers(0, 2**32), "size": st.integers(1, 20), "at": st.integers(0, 2**16)}


def drawn_at(seed: int, size: int, at: int) -> tuple[Snapshot, int]:
    """The snapshot of a world, and one of the moments at which something changes; not those before all times."""
    snapshot = frozen(told_again(seed, size))
    some = sorted({moment for moment in moments(snapshot) if 0 <= moment < 2**60})
    return snapshot, some[at % len(some)]


def asked(snapshot: Snapshot, moment: int, out: Path) -> ExportRequest:
    return ExportRequest(MemoryStore(), lambda: snapshot, moment, out)


@laws
@given(**WORLDS)
def test_conveying_edges_are_those_of_the_slice(seed: int, size: int, at: int) -> None:
    snapshot, moment = drawn_at(seed, size, at)
    found = [(e.source, e.kind, e.target, int(e.cap or 5)) for e in ExportView(snapshot, moment).edges() if e.conveys]
    assert len(set(found)) == len(found)
    assert set(found) == sliced(snapshot, moment, Basis.EITHER)


@laws
@given(**WORLDS)
def test_graphml_and_csv_hold_the_view(seed: int, size: int, at: int) -> None:
    snapshot, moment = drawn_at(seed, size, at)
    view = ExportView(snapshot, moment)
    nodes, edges = {node.id for node in view.nodes()}, sorted((e.source, e.kind, e.target) for e in view.edges())
    with tempfile.TemporaryDirectory() as folder:
        write_graphml(asked(snapshot, moment, Path(folder, "g.graphml")))
        graph = nx.read_graphml(Path(folder, "g.graphml"), force_multigraph=True)
        ids: dict[Any, str] = nx.get_node_attributes(graph, "remitid")
        assert set(ids.values()) == nodes
        assert sorted((ids[a], told["kind"], ids[b]) for a, b, told in graph.edges(data=True)) == edges
        write_csv(asked(snapshot, moment, Path(folder, "out")))
        with Path(folder, "out", "edges.csv").open(newline="") as file:
            rows = [(row[":START_ID"], row[":TYPE"], row[":END_ID"]) for row in csv.DictReader(file)]
        with Path(folder, "out", "nodes.csv").open(newline="") as file:
            named = [row["remitId:ID"] for row in csv.DictReader(file)]
    assert sorted(rows) == edges
    assert set(named) >= nodes
    assert len(set(named)) == len(named)


@laws
@given(**WORLDS)
def test_opengraph_comes_back_as_it_went(seed: int, size: int, at: int) -> None:
    snapshot, moment = drawn_at(seed, size, at)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "g.json")
        write_opengraph(asked(snapshot, moment, out))
        store = MemoryStore()
        if ingest(store, load_runs([out], Context(moment))[0])[0].state != "COMPLETE":
            raise AssertionError(store.sources())
    before, after = ExportView(snapshot, moment), ExportView(snapshot_of(store, moment), moment)
    assert edges_of(after) == edges_of(before)
    left, right = nodes_of(before), nodes_of(after)
    assert right.keys() <= left.keys()
    joined = {end for edge in before.edges() for end in (edge.source, edge.target)}
    for node_id, one in left.items():
        labels = {name: told for name, told in one.props.items() if name in ("approval", "sensitivity")}
        if one.known:
            assert (right[node_id].name, right[node_id].known, right[node_id].props) == (one.name, True, one.props)
        elif labels:
            # What a person labelled and nobody described comes back for its label.
            assert labels.items() <= right[node_id].props.items()
        else:
            assert (node_id in right) == (node_id in joined)
            assert node_id not in right or not right[node_id].known


def nodes_of(view: ExportView) -> dict[str, NodeView]:
    return {node.id: node for node in view.nodes()}


def edges_of(view: ExportView) -> set[Any]:
    """Without what derives from who claims them."""
    return {(e.source, e.kind, e.target, e.permission, e.guessed, e.cap) for e in view.edges()}


def test_the_worlds_are_not_all_alike() -> None:
    dice = random.Random(7)
    counts = [ExportView(*drawn_at(dice.randrange(2**32), 20, dice.randrange(2**16))).edge_count for _ in range(20)]
    assert max(counts) > 10
    assert len(set(counts)) > 5
