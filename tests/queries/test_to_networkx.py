"""A graph handed to networkx holds what the snapshot holds between its nodes: every claim, and the same reach."""

from __future__ import annotations

import subprocess
import sys

import networkx as nx
import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.ontology import EDGE_NAMES, Permission
from graph.snapshot import ABSENT, Basis
from queries import QUERIES
from queries.reach import edge_evidence, reach_from
from queries.to_networkx import to_networkx
from tests.oracles.world import MOMENTS, World, frozen, worlds

laws = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
moments, bases = st.sampled_from(MOMENTS), st.sampled_from(list(Basis))


@laws
@given(worlds(), moments, bases)
def test_the_whole_graph_has_every_node_that_is_there_and_every_claim_between_them(
    world: World, moment: int, basis: Basis
) -> None:
    snapshot = frozen(world)
    view, edges = snapshot.at(moment, basis), snapshot.edges
    graph = to_networkx(snapshot, view)
    present = np.flatnonzero(view.mode != ABSENT).tolist()
    assert list(graph) == [snapshot.ids[node] for node in present]
    for node in present:
        attributes = graph.nodes[snapshot.ids[node]]
        assert attributes["kind"] == snapshot.kind(node)
        assert attributes["name"] == snapshot.name(node, moment)
        assert attributes["props"] == snapshot.props(node, moment)
    between = set(present)
    expected = {
        row
        for row in np.flatnonzero(edges.valid_at(moment)).tolist()
        if int(edges.source[row]) in between and int(edges.target[row]) in between
    }
    assert {row for _, _, row in graph.edges(keys=True)} == expected
    conveying = dict(zip(view.outgoing.rows.tolist(), view.outgoing.caps.tolist(), strict=True))
    proofs = edge_evidence(snapshot, [row for _, _, row in graph.edges(keys=True)], moment)
    for source, target, row, attributes in graph.edges(keys=True, data=True):
        proof = proofs[row]
        names = (graph.nodes[source]["name"], graph.nodes[target]["name"])
        assert (proof.source_name, proof.target_name) == names
        assert (source, target) == (proof.source, proof.target)
        for name in ("kind", "permission", "claimed_by", "evidence"):
            assert attributes[name] == getattr(proof, name)
        assert attributes["kind"] == EDGE_NAMES[int(edges.kind[row])]
        assert attributes["conveys"] == (row in conveying)
        assert attributes["cap"] == (Permission(conveying[row]).name if conveying.get(row, 5) < 5 else None)


@laws
@given(worlds(), moments, bases, st.data())
def test_networkx_finds_the_reach_of_the_snapshot_in_the_graph_of_that_reach(
    world: World, moment: int, basis: Basis, data: st.DataObject
) -> None:
    snapshot = frozen(world)
    start = data.draw(st.integers(0, snapshot.count - 1))
    view = snapshot.at(moment, basis)
    reach = reach_from(snapshot, view, [start])
    graph = to_networkx(snapshot, view, reach)
    assert set(graph) == {snapshot.ids[start], *(snapshot.ids[node] for node in reach.node.tolist())}
    conveying = nx.MultiDiGraph(
        (source, target, row) for source, target, row, conveys in graph.edges(keys=True, data="conveys") if conveys
    )
    conveying.add_nodes_from(graph)
    origin = snapshot.ids[start]
    assert nx.descendants(conveying, origin) == set(graph) - {origin}
    for level in Permission:
        wide = nx.MultiDiGraph()
        wide.add_nodes_from(graph)
        wide.add_edges_from(
            (source, target)
            for source, target, attributes in graph.edges(data=True)
            if attributes["conveys"] and (attributes["cap"] is None or Permission[attributes["cap"]] >= level)
        )
        at_least = {
            node for node, name in graph.nodes(data="permission") if name != "NONE" and Permission[name] >= level
        }
        # A closed account that its key outlives is one node here, and two for a walk: this graph leads at least as far.
        exact = not any(snapshot.ids[node] in graph for node in view.outlived.tolist())
        assert nx.descendants(wide, origin) == at_least if exact else nx.descendants(wide, origin) >= at_least


def test_no_question_imports_networkx() -> None:
    code = f"import sys, {', '.join(QUERIES.values())}; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
