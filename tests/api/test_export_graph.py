"""An export of the graph says what holds at its moment, in a form that its readers take."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import subprocess
import xml.etree.ElementTree
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from api.exports.csv import FILES, line_of
from api.exports.opengraph import extension
from api.exports.view import ExportView
from graph.errors import InputError, StoreError
from graph.moment import DAY
from graph.ontology import EDGE_KINDS, NODE_KINDS, TOKEN_COUNTERS, Permission
from graph.snapshot import ABSENT, Basis
from graph.snapshot.projection import project
from graph.stores.memory import MemoryStore
from graph.stores.projection import GRANTED_WALK, SECOND, SEEN_WALK
from loaders.base import Context
from loaders.connectors.opengraph.encoding import read_id, write_id
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.api.export_world import BEFORE, TODAY, export, larkspur, loaded, snapshot
from tests.servers.choice import cannot_run
from tests.servers.jars import EDITIONS, Unavailable, jars_of, jdk_for

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCHEMAS = Path(__file__).parents[1] / "fixtures" / "opengraph" / "schema"
MOMENTS = pytest.mark.parametrize("moment", [TODAY, BEFORE], ids=["today", "before"])
# What an attacker would call himself, and what breaks formats.
AWKWARD = [
    '=HYPERLINK("http://x.example")',
    "+1",
    "-1",
    "@sum",
    "\ttab",
    "'s-Hertogenbosch",
    'quo"te, and; semi',
    "a%3Bb",
]
AWKWARD += ["two\nlines", "\r", "<b>&amp;</b>", "bell\x07", "naïve 🚀", " spaces ", "NUL%00", "100%25", ""]


@cache
def organisation() -> MemoryStore:
    return larkspur()


def edges_of(view: ExportView) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.kind, edge.target) for edge in view.edges()}


def awkward(folder: Path) -> MemoryStore:
    """Nodes and edges whose texts are awkward everywhere."""
    lines: list[dict[str, Any]] = []
    for number, text in enumerate(AWKWARD):
        # An id holds no control characters; a name may.
        account = "Account:sys/" + re.sub(r"[\x00-\x1f]", "", text) + str(number)
        props = {"role": text, "Odd Name": text, "objectid": text, "count": number + 2**60, "tags": [text, "x;y"]}
        lines.append({"record": "node", "id": account, "name": text, "props": props})
        grant = {"record": "edge", "kind": "CAN_ACCESS", "source": account, "target": "DataSource:sys/D/🚀:x"}
        lines.append(grant | {"permission": "READ", "evidence": text})
        lines.append({"record": "edge", "kind": "MEMBER_OF", "source": account, "target": "Group:sys/g"})
    lines.append({"record": "node", "id": "DataSource:sys/D/🚀:x", "props": {"tags": AWKWARD[:5]}})
    return loaded(lines, folder)


@MOMENTS
def test_the_view_is_what_a_walk_takes_and_what_publishing_draws(moment: int) -> None:
    frozen = snapshot(organisation())
    view, projection = ExportView(frozen, moment), project(frozen)
    found = {(e.source, e.kind, e.target, int(e.cap or 5)) for e in view.edges() if e.conveys}
    # An account is one node here, also where the projection draws it a second time for walks that came with its key.
    drawn = {
        (tail.replace(SECOND, "Account", 1), kind, head.replace(SECOND, "Account", 1), cap)
        for tail, kind, head, cap in projection.at(moment, (GRANTED_WALK, SEEN_WALK))
    }
    assert found == drawn
    # And, by the other way through the snapshot, the edges of the slice with their widest cap.
    cut = frozen.at(moment, Basis.EITHER)
    widest: dict[tuple[str, str, str], int] = {}
    for row, cap in zip(cut.outgoing.rows.tolist(), cut.outgoing.caps.tolist(), strict=True):
        ends = (frozen.ids[int(end[row])] for end in (frozen.edges.source, frozen.edges.target))
        kind = tuple(EDGE_KINDS)[frozen.edges.kind[row]]
        tail, head = ends
        if widest.get((tail, kind, head)) != 4:
            # A stated ADMIN goes before no cap at all.
            widest[tail, kind, head] = cap if cap == 4 else max(widest.get((tail, kind, head), 0), cap)
    assert found == {(*key, cap) for key, cap in widest.items()}
    nodes = {node.id for node in view.nodes()}
    there = {frozen.ids[place] for place in range(frozen.count) if cut.mode[place] != ABSENT}
    assert nodes == there | {end for e in view.edges() for end in (e.source, e.target)}


def test_the_view_shows_the_names_and_properties_of_its_moment() -> None:
    frozen = snapshot(organisation())
    for moment in (TODAY, BEFORE):
        for node in list(ExportView(frozen, moment).nodes())[::7]:
            place = frozen.index_of(node.id)
            told = frozen.props(place, moment)
            assert node.name == frozen.name(place, moment)
            assert dict(node.props) == {name: value for name, value in told.items() if name != "name"}
            assert set(node.members) == set(frozen.members(place))


# OpenGraph.


@MOMENTS
def test_an_opengraph_export_of_the_example_keeps_bloodhounds_published_schemas(moment: int, tmp_path: Path) -> None:
    out = tmp_path / "larkspur.json"
    export(organisation(), "opengraph", out, moment)
    told = json.loads(out.read_text())
    assert told.keys() == {"metadata", "graph"}
    assert told["metadata"] == {"source_kind": "Remit_Base"}
    assert told["graph"].keys() == {"nodes", "edges"}
    check_opengraph(told["graph"])
    view = ExportView(snapshot(organisation()), moment)
    assert {node["properties"]["remitid"] for node in told["graph"]["nodes"]} == {node.id for node in view.nodes()}
    assert Counter(edge["kind"] for edge in told["graph"]["edges"]) == Counter(f"Remit_{e.kind}" for e in view.edges())
    assert len(told["graph"]["nodes"]) > 300
    assert len(told["graph"]["edges"]) > 1_000


def check_opengraph(graph: dict[str, Any]) -> None:
    """The published schemas, and the rules that stand beside them in words."""
    for name in ("node", "edge"):
        schema = json.loads((SCHEMAS / f"{name}.json").read_text())
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        assert [error.message for one in graph[f"{name}s"] for error in validator.iter_errors(one)] == []
    ids = [node["id"] for node in graph["nodes"]]
    assert not any(":" in one for one in ids)
    # BloodHound compares ids in capitals.
    assert len({one.upper() for one in ids}) == len(ids)
    for edge in graph["edges"]:
        assert {edge["start"]["value"], edge["end"]["value"]} <= set(ids)
    for one in (*graph["nodes"], *graph["edges"]):
        names = set(one["properties"])
        assert names.isdisjoint({"objectid", "lastseen", "reconcile"})
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)
        assert None not in one["properties"].values()
        for told in one["properties"].values():
            assert not isinstance(told, list) or len({type(item) for item in told}) <= 1


@MOMENTS
def test_our_own_opengraph_comes_back_as_the_same_nodes_and_edges(moment: int, tmp_path: Path) -> None:
    out = tmp_path / "larkspur.json"
    export(organisation(), "opengraph", out, moment)
    back = reloaded(out, moment)
    before, after = ExportView(snapshot(organisation()), moment), ExportView(snapshot(back), moment)
    known = {node.id: (node.name, node.known, dict(node.props)) for node in before.nodes()}
    assert {node.id: (node.name, node.known, dict(node.props)) for node in after.nodes()} == known
    assert caps(after) == caps(before)
    # Who is one person under several ids is found by each of them; spellings of an address stay where they came from.
    frozen = snapshot(back)
    merged = {(member, node.id) for node in before.nodes() for member in node.members if "Identity:" in member}
    assert len(merged) > 50
    for member, canonical in merged:
        assert member.startswith("Identity:email/") or frozen.ids[frozen.index_of(member)] == canonical


def caps(view: ExportView) -> dict[tuple[str, str, str], tuple[Permission | None, Permission | None, bool]]:
    return {(e.source, e.kind, e.target): (e.permission, e.cap, e.guessed) for e in view.edges()}


def reloaded(out: Path, moment: int) -> MemoryStore:
    store = MemoryStore()
    drafts, _ = load_runs([out], Context(observed_at=moment))
    [outcome] = ingest(store, drafts)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    return store


def test_awkward_texts_survive_opengraph(tmp_path: Path) -> None:
    store, out = awkward(tmp_path), tmp_path / "g.json"
    export(store, "opengraph", out)
    check_opengraph(json.loads(out.read_text())["graph"])
    before, after = ExportView(snapshot(store), TODAY), ExportView(snapshot(reloaded(out, TODAY)), TODAY)
    assert {(n.id, n.name, json.dumps(dict(n.props))) for n in after.nodes()} == {
        # What has only spaces for a name has none.
        (n.id, n.name if n.name.strip() else n.id.partition("/")[2], json.dumps(dict(n.props)))
        for n in before.nodes()
    }
    assert edges_of(after) == edges_of(before)


@laws
@given(
    st.sampled_from(tuple(NODE_KINDS)),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60),
)
def test_ids_survive_opengraph_and_capitals(kind: str, key: str) -> None:
    node_id = f"{kind}:system/{key}"
    told = write_id(node_id)
    assert ":" not in told
    assert read_id(told) == read_id(told.upper()) == node_id


@laws
@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_no_two_ids_are_one_in_capitals(left: str, right: str) -> None:
    assert (write_id("Account:" + left).upper() == write_id("Account:" + right).upper()) == (left == right)


def test_a_very_long_id_is_told_by_its_digest_and_comes_back(tmp_path: Path) -> None:
    long = "DataSource:sys/" + "Ä" * 2_000
    lines = [
        {"record": "node", "id": "Account:sys/a"},
        {"record": "node", "id": long},
        {"record": "edge", "kind": "CAN_ACCESS", "source": "Account:sys/a", "target": long, "permission": "READ"},
    ]
    out = tmp_path / "g.json"
    export(loaded(lines, tmp_path), "opengraph", out)
    assert max(len(node["id"]) for node in json.loads(out.read_text())["graph"]["nodes"]) < 100
    assert edges_of(ExportView(snapshot(reloaded(out, TODAY)), TODAY)) == {("Account:sys/a", "CAN_ACCESS", long)}


def test_the_extension_lets_bloodhound_walk_where_access_flows(tmp_path: Path) -> None:
    out = tmp_path / "graph.json"
    export(organisation(), "opengraph", out, extension=True)
    told = json.loads((tmp_path / "graph.extension.json").read_text())
    assert told == extension()
    assert told.keys() == {"schema", "node_kinds", "relationship_kinds", "environments", "relationship_findings"}
    names = [one["name"] for one in (*told["node_kinds"], *told["relationship_kinds"])]
    assert all(name.startswith(f"{told['schema']['namespace']}_") for name in names)
    graph = json.loads(out.read_text())["graph"]
    assert {node["kinds"][0] for node in graph["nodes"]} <= set(names)
    walked = {one["name"].removeprefix("Remit_") for one in told["relationship_kinds"] if one["is_traversable"]}
    assert walked == {name for name, kind in EDGE_KINDS.items() if kind.conveys}
    assert {edge["kind"] for edge in graph["edges"]} <= set(names)


# GraphML.


def read_graphml(path: Path) -> tuple[dict[str, dict[str, Any]], list[tuple[str, str, str, dict[str, Any]]]]:
    """What networkx reads: attributes by our id, and the edges."""
    graph = nx.read_graphml(path, force_multigraph=True)
    assert graph.is_directed()
    ids = nx.get_node_attributes(graph, "remitid")
    nodes = {told["remitid"]: told for _, told in graph.nodes(data=True)}
    return nodes, [(ids[a], told["kind"], ids[b], told) for a, b, told in graph.edges(data=True)]


@MOMENTS
def test_networkx_reads_the_graph_as_it_is(moment: int, tmp_path: Path) -> None:
    out = tmp_path / "g.graphml"
    export(organisation(), "graphml", out, moment)
    nodes, edges = read_graphml(out)
    view = ExportView(snapshot(organisation()), moment)
    for node in view.nodes():
        told = nodes[node.id]
        assert (told["kind"], told["name"], told["known"]) == (node.kind, node.name, node.known)
        for name, value in node.props.items():
            assert (json.loads(told[name]) if isinstance(value, list) else told[name]) == value
    assert len(nodes) == len(view.places)
    assert Counter((a, kind, b) for a, kind, b, _ in edges) == Counter(edges_of(view))
    permissions = {(a, kind, b): told.get("permission") for a, kind, b, told in edges}
    assert permissions == {(e.source, e.kind, e.target): e.permission and e.permission.name for e in view.edges()}
    kept = {(a, kind, b): (told["conveys"], json.loads(told["claimed_by"])) for a, kind, b, told in edges}
    assert kept == {(e.source, e.kind, e.target): (e.conveys, list(e.claimed_by)) for e in view.edges()}


def test_awkward_texts_are_whole_xml(tmp_path: Path) -> None:
    store, out = awkward(tmp_path), tmp_path / "g.graphml"
    export(store, "graphml", out)
    xml.etree.ElementTree.parse(out)
    nodes, edges = read_graphml(out)
    names = {told["name"] for told in nodes.values() if told["kind"] == "Account" and "role" in told}
    # networkx trims; XML has no place for a bell.
    assert {name.strip() for name in names} >= {
        text.replace("\x07", "\ufffd").strip() for text in AWKWARD if text.strip() and text != "\r"
    }
    assert len(edges) == 2 * len(AWKWARD)


# CSV.


def read_folder(folder: Path) -> dict[str, list[dict[str, str]]]:
    found = {}
    for name in FILES:
        with (folder / name).open(newline="") as file:
            found[name.removesuffix(".csv")] = list(csv.DictReader(file))
    return found


@MOMENTS
def test_the_csv_folder_is_the_graph_and_its_money(moment: int, tmp_path: Path) -> None:
    export(organisation(), "csv", tmp_path / "out", moment)
    told, frozen = read_folder(tmp_path / "out"), snapshot(organisation())
    view = ExportView(frozen, moment)
    ids = [row["remitId:ID"] for row in told["nodes"]]
    assert len(set(ids)) == len(ids)
    assert set(ids) >= {node.id for node in view.nodes()}
    ends = Counter((row[":START_ID"], row[":TYPE"], row[":END_ID"]) for row in told["edges"])
    assert ends == Counter(edges_of(view))
    assert {row[":LABEL"] for row in told["nodes"]} <= {f"Entity;{kind}" for kind in NODE_KINDS}
    usage, charges = frozen.usage.day <= moment // DAY, frozen.charges.first_day <= moment // DAY
    assert (len(told["usage"]), len(told["charges"])) == (usage.sum(), charges.sum())
    for table, rows, chosen in ((frozen.usage, told["usage"], usage), (frozen.charges, told["charges"], charges)):
        wanted = table.cost[chosen & (table.currency >= 0)].sum()
        assert sum(int(row["cost_nano:long"] or 0) for row in rows) == wanted
        assert sum((Decimal(row["cost"]) for row in rows if row["cost"]), Decimal(0)) == Decimal(int(wanted)).scaleb(-9)
        named = {
            row[end] for row in rows for end in ("principal", "resource", "application", "workspace") if end in row
        }
        assert named - {""} <= set(ids)
    for place, name in enumerate(TOKEN_COUNTERS):
        counted = frozen.usage.tokens[usage, place].sum()
        assert sum(int(row[f"{name}:long"]) for row in told["usage"]) == counted


def test_headers_are_those_that_neo4j_admin_reads(tmp_path: Path) -> None:
    export(organisation(), "csv", tmp_path / "out")
    types = {"", "ID", "LABEL", "START_ID", "END_ID", "TYPE", "boolean", "long", "date", "datetime", "string[]"}
    for name in FILES:
        head = (tmp_path / "out" / name).read_text().splitlines()[0].split(",")
        assert {title.partition(":")[2] for title in head} <= types
        assert len(set(head)) == len(head)
        assert (":TYPE" in head) == (name == "edges.csv")
        assert (":LABEL" in head) == (name != "edges.csv")
    for row in read_folder(tmp_path / "out")["nodes"]:
        assert {row[title] for title in row if title.endswith(":boolean")} <= {"true", "false", ""}


def test_no_spreadsheet_runs_a_name_and_nothing_is_lost(tmp_path: Path) -> None:
    store = awkward(tmp_path)
    export(store, "csv", tmp_path / "out")
    wanted = {node.id: node.name for node in ExportView(snapshot(store), TODAY).nodes()}
    for rows in read_folder(tmp_path / "out").values():
        for row in rows:
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row.values())
    nodes = read_folder(tmp_path / "out")["nodes"]
    assert {row["remitId:ID"]: row["name"].removeprefix("'") for row in nodes} == wanted
    export(store, "csv", tmp_path / "exact", exact=True)
    exact = {row["remitId:ID"]: row for row in read_folder(tmp_path / "exact")["nodes"]}
    assert {node_id: row["name"] for node_id, row in exact.items()} == wanted
    items = exact["DataSource:sys/D/🚀:x"]["tags:string[]"].split(";")
    assert [item.replace("%3B", ";").replace("%253B", "%3B") for item in items] == AWKWARD[:5]


def test_the_importer_of_neo4j_takes_the_folder(tmp_path: Path) -> None:
    """The real one, on the texts that break formats."""
    try:
        java, jars = jdk_for(EDITIONS["5.26"]).java, jars_of(EDITIONS["5.26"])
    except Unavailable as reason:
        cannot_run(reason)
    store = awkward(tmp_path)
    export(store, "csv", tmp_path / "out", exact=True)
    (tmp_path / "home" / "conf").mkdir(parents=True)
    files = [f"--nodes={tmp_path}/out/{name}.csv" for name in ("nodes", "usage", "charges")]
    done = subprocess.run(
        [
            *(java, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool"),
            *("database", "import", "full", "neo4j", "--multiline-fields=true", *files),
            *(f"--relationships={tmp_path}/out/edges.csv", f"--report-file={tmp_path}/report"),
        ],
        env={"NEO4J_HOME": f"{tmp_path}/home", "NEO4J_CONF": f"{tmp_path}/home/conf", "PATH": os.environ["PATH"]},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    view = ExportView(snapshot(store), TODAY)
    assert done.returncode == 0, done.stderr
    assert re.findall(r"^  (\d+) (nodes|relationships)$", done.stdout, re.MULTILINE) == [
        (str(len(view.places)), "nodes"),
        (str(view.edge_count), "relationships"),
    ]


@laws
@given(st.lists(st.one_of(st.none(), st.booleans(), st.integers(), st.text(st.characters(codec="utf-8"))), min_size=2))
def test_a_row_of_csv_reads_back(row: list[Any]) -> None:
    [told] = csv.reader(io.StringIO(line_of(True)(row), newline=""))
    assert told == ["" if one is None else str(one).lower() if isinstance(one, bool) else str(one) for one in row]


# Where it is written.


@pytest.mark.parametrize("name", ["records", "opengraph", "graphml"])
def test_a_file_is_replaced_whole_or_not_at_all(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        with pytest.raises(StoreError, match="No space left"):
            export(organisation(), name, out)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert out.read_text() == "old"
    export(organisation(), name, out)
    assert out.read_text() != "old"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with pytest.raises(InputError, match="is a folder"):
        export(organisation(), name, tmp_path)
    with pytest.raises(StoreError, match="No such file"):
        export(organisation(), name, tmp_path / "missing" / "out")


def refuse(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_folder_is_replaced_only_if_an_export_wrote_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(organisation(), "csv", out)
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    export(organisation(), "csv", out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first
    assert first.keys() == set(FILES)
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    (out / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="holds other things"):
        export(organisation(), "csv", out)
    assert (out / "notes.txt").read_text() == "mine"
    with pytest.raises(InputError, match="holds other things"):
        export(organisation(), "csv", out / "notes.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
