"""What becomes of somebody else's OpenGraph: every node and edge is there, listed, or refused by name."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.check import check
from graph.claims import Edge, Node
from graph.errors import RecordError
from graph.ontology import EDGE_KINDS, NODE_KINDS
from graph.snapshot import snapshot_of
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.opengraph import normalize, recognize
from loaders.connectors.opengraph.kinds import map_edge_kind, map_node_kind
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.loaders.source_files import NOW, reach

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
GOLDEN = Path(__file__).parents[1] / "fixtures" / "opengraph" / "golden"
HARBOR = json.loads((GOLDEN / "harbor.json").read_text())
OURS = json.loads((GOLDEN / "ours.json").read_text())
COUNT = re.compile(r": (\d+) (?:node|edge)s? (?:'|left)")


def document(body: Any, name: str = "g.json") -> Document:
    return Document(Path(name), name, "json", body)


def read(
    *bodies: Any, names: tuple[str, ...] = ("g.json", "h.json"), **context: Any
) -> list[tuple[PendingRun, list[Any]]]:
    pages = [Page("", body, document=document(body, name)) for body, name in zip(bodies, names, strict=False)]
    found = []
    for draft in normalize(pages, Context(7, **context)):
        records = [record for _, record in draft.records]
        for record in records:
            check(record)
        found.append((draft, records))
    return found


def graph(nodes: list[Any], edges: list[Any] = []) -> dict[str, Any]:  # noqa: B006  # read alone
    return {"graph": {"nodes": nodes, "edges": edges}}


def node(node_id: str, *kinds: str, **properties: Any) -> dict[str, Any]:
    return {"id": node_id, "kinds": list(kinds), "properties": properties}


def edge(start: str, kind: str, end: str) -> dict[str, Any]:
    return {"kind": kind, "start": {"value": start}, "end": {"value": end}}


def by_property(key: str, value: Any) -> dict[str, Any]:
    """An end that is told by a property."""
    return {"match_by": "property", "property_matchers": [{"key": key, "operator": "equals", "value": value}]}


def edges_of(records: list[Any]) -> set[tuple[str, str, str]]:
    return {(one.source, one.kind, one.target) for one in records if isinstance(one, Edge)}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (HARBOR, True),
        (OURS, True),
        ({"graph": {"edges": [edge("a", "MemberOf", "b")]}}, True),
        ({"graph": {"nodes": []}}, True),
        # JSON Graph Format: nodes are an object.
        ({"graph": {"nodes": {"n1": {"label": "A"}}, "edges": [{"source": "n1", "target": "n2"}]}}, False),
        ({"graph": {"nodes": [{"id": 1}], "edges": []}}, False),
        ({"graph": []}, False),
        ({"nodes": []}, False),
        ([], False),
        (None, False),
    ],
)
def test_a_file_is_known_by_its_shape(body: Any, expected: bool) -> None:
    assert recognize(document(body)) is expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("User", ("Identity", None)),
        ("AZUser", ("Identity", None)),
        ("Okta_User", ("Identity", None)),
        ("Person", ("Identity", None)),
        ("GH_User", ("Account", None)),
        ("GHUser", ("Account", None)),
        ("Snowflake_User", ("Account", None)),
        ("AZServicePrincipal", ("Identity", "service")),
        ("Group", ("Group", "directory_group")),
        ("GH_RepoRole", ("Group", "role")),
        ("GH_OrgRole", ("Group", "role")),
        ("S3Bucket", ("DataSource", None)),
        ("AZKeyVault", ("DataSource", None)),
        ("Base", None),
        ("Computer", None),
        ("AZBase", None),
    ],
)
def test_kinds_of_others_mean_what_the_table_says(kind: str, expected: tuple[str, str | None] | None) -> None:
    assert map_node_kind(kind) == expected


def test_every_meaning_is_a_kind_that_may_join_something() -> None:
    names = [
        "MemberOf",
        "AZMemberOf",
        "member_of",
        "MEMBER_OF",
        "GH_HasRole",
        "Contains",
        "Owns",
        "OwnedBy",
        "has_account",
    ]
    for name in names:
        found = map_edge_kind(name)
        assert found is not None, name
        assert found.kind in EDGE_KINDS
    assert map_edge_kind("DCSync") is None


def test_ends_are_found_by_name_and_property_or_refused() -> None:
    nodes = [
        node("a", "GH_User", name="ADA", mail="ada@x.example", level=1),
        node("b", "GH_User", name="BOB", mail="bob@x.example", level=True),
        node("c", "GH_Team", name="ADA"),
    ]
    to = {"value": "c"}
    edges: list[Any] = [
        {"kind": "MemberOf", "start": {"match_by": "name", "value": "ADA", "kind": "GH_User"}, "end": to},
        {"kind": "MemberOf", "start": by_property("mail", "bob@x.example"), "end": to},
        {"kind": "MemberOf", "start": {"match_by": "name", "value": "ADA"}, "end": to},
        {"kind": "MemberOf", "start": by_property("mail", "eve@x.example"), "end": to},
        {"kind": "MemberOf", "start": by_property("level", 1) | {"kind": "GH_Team"}, "end": to},
        {"kind": "MemberOf", "start": {"match_by": "guess", "value": "a"}, "end": to},
        {"kind": "MemberOf", "start": {"match_by": "property", "property_matchers": []}, "end": to},
        {"kind": "MemberOf", "start": {}, "end": to},
        {"kind": "MemberOf", "end": to},
        {"kind": 5, "start": {"value": "a"}, "end": to},
        "MemberOf",
    ]
    [(draft, records)] = read(graph(nodes, edges))
    assert edges_of(records) == {
        ("Account:opengraph/a", "MEMBER_OF", "Group:opengraph/c"),
        ("Account:opengraph/b", "MEMBER_OF", "Group:opengraph/c"),
    }
    assert [re.search(r"edges\[(\d+)\]", text)[1] for text in draft.rejected] == [str(n) for n in range(2, 11)]  # type: ignore[index]
    assert "several nodes of these files match" in draft.rejected[0]
    with pytest.raises(RecordError, match=r"graph\.edges\[2\]\.start"):
        read(graph(nodes, edges), lenient=False)


def test_nodes_of_one_id_are_one_and_true_is_not_one() -> None:
    nodes = [node("a", "GH_User", level=1), node("a", "Base", displayname="Ada"), node("b", "GH_User", level=True)]
    match = {"match_by": "property", "property_matchers": [{"key": "level", "operator": "equals", "value": True}]}
    edges = [{"kind": "MemberOf", "start": match, "end": {"value": "g", "kind": "GH_Team"}}]
    [(draft, records)] = read(graph(nodes, edges))
    assert [(one.id, one.name) for one in records if isinstance(one, Node)] == [
        ("Account:opengraph/a", "Ada"),
        ("Account:opengraph/b", None),
    ]
    assert edges_of(records) == {("Account:opengraph/b", "MEMBER_OF", "Group:opengraph/g")}
    assert (draft.rejected, draft.reasons, draft.header.complete) == ([], [], ())


def test_ids_are_compared_without_case_where_none_is_the_same() -> None:
    nodes = [node("Ab", "GH_User"), node("ab", "GH_User"), node("T-x", "GH_Team")]
    edges = [edge("ab", "MemberOf", "t-X"), edge("Ab", "MemberOf", "T-x"), edge("AB", "MemberOf", "T-x")]
    [(draft, records)] = read(graph(nodes, edges))
    assert edges_of(records) == {
        ("Account:opengraph/ab", "MEMBER_OF", "Group:opengraph/T-x"),
        ("Account:opengraph/Ab", "MEMBER_OF", "Group:opengraph/T-x"),
    }
    assert draft.reasons == []


def test_files_are_runs_of_their_names_and_know_each_others_nodes() -> None:
    told = read(graph([node("a", "GH_User")], [edge("a", "MemberOf", "t")]), graph([node("t", "GH_Team")]))
    assert [draft.header.source for draft, _ in told] == ["opengraph:g", "opengraph:h"]
    assert edges_of(told[0][1]) == {("Account:opengraph/a", "MEMBER_OF", "Group:opengraph/t")}
    [(draft, records)] = read(graph([node("a", "GH_User")]), graph([node("t", "GH_Team")]), source="github:harbor")
    assert (draft.header.source, len(records)) == ("github:harbor", 2)


def test_only_a_whole_export_of_ours_vouches() -> None:
    [(draft, _)] = read(OURS)
    assert set(draft.header.complete) == {*NODE_KINDS, *EDGE_KINDS} - {"CAN_USE"}  # a Model was reached by use alone
    for change in (
        lambda body: body.pop("metadata"),
        lambda body: body["graph"]["nodes"].append(node("x", "User")),
        lambda body: body["graph"]["nodes"].append({"id": "x"}),
        lambda body: body["graph"]["edges"].append(edge("a", "DCSync", "b")),
    ):
        body = copy.deepcopy(OURS)
        change(body)
        [(draft, _)] = read(body)
        assert draft.header.complete == ()


def test_what_an_export_of_ours_no_longer_lists_is_retired_by_the_next_whole_one(tmp_path: Path) -> None:
    store, path = MemoryStore(), tmp_path / "ours.json"
    body = copy.deepcopy(OURS)
    for moment, change in ((7, None), (8, "spoil"), (9, "drop")):
        if change == "spoil":
            body["graph"]["nodes"] = [one for one in body["graph"]["nodes"] if "Model" not in one["kinds"][0]]
            body["graph"]["edges"] = [one for one in body["graph"]["edges"] if one["kind"] != "Remit_USED"] + ["broken"]
        elif change == "drop":
            body["graph"]["edges"].remove("broken")
        path.write_text(json.dumps(body))
        drafts, _ = load_runs([path], Context(moment))
        [outcome] = ingest(store, drafts)
        assert outcome.retired.get("Model", 0) == (change == "drop")
        assert outcome.state == ("PARTIAL" if change == "spoil" else "COMPLETE")
    frozen = snapshot_of(store, 10)
    assert frozen.at(9).mode[frozen.index_of("Model:anthropic/claude")] == 0


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"status": "resting"}, "props.status"),
        ({"remitid": "Group:github/mirah"}, "remitid"),
        ({"remitid": "mirah"}, "remitid"),
        ({"remitprops": "{"}, ""),
        ({"remitprops": "[1]"}, ""),
        ({"created_at": "soon"}, "props.created_at"),
    ],
)
def test_an_export_that_was_changed_into_nonsense_is_refused_by_entry(change: dict[str, Any], place: str) -> None:
    body = copy.deepcopy(OURS)
    body["graph"]["nodes"][0]["properties"] |= change
    [(draft, records)] = read(body)
    assert len(draft.rejected) == 1
    assert place in draft.rejected[0]
    assert "Account:github/mirah" not in {one.id for one in records if isinstance(one, Node)}


@pytest.mark.parametrize(("name", "told"), [("permission", "OWNER"), ("since", "soon"), ("until", 5)])
def test_an_edge_of_ours_that_was_changed_is_refused_by_field(name: str, told: Any) -> None:
    body = copy.deepcopy(OURS)
    body["graph"]["edges"][0]["properties"][name] = told
    [(draft, _)] = read(body)
    assert [f"edges[0].properties.{name}" in text for text in draft.rejected] == [True]


KINDS = st.sampled_from(["User", "GH_User", "Group", "GH_Team", "GH_Repository", "Computer", "Odd", "Odder", "Base"])
EDGES = st.sampled_from(["MemberOf", "Contains", "Owns", "DCSync", "HasAccount", "AZMemberOf", "Odd", "ManagerOf"])
IDS = st.sampled_from([f"n{number}" for number in range(6)])


@laws
@given(
    st.lists(st.tuples(IDS, KINDS), max_size=8),
    st.lists(st.tuples(IDS, EDGES, IDS, st.none() | KINDS), max_size=12),
    st.integers(0, 2),
)
def test_every_node_and_every_edge_is_kept_listed_or_refused(
    nodes: list[tuple[str, str]], edges: list[tuple[str, str, str, str | None]], broken: int
) -> None:
    told_edges: list[Any] = [edge(a, kind, b) for a, kind, b, _ in edges]
    for one, (_, _, _, kind) in zip(told_edges, edges, strict=True):
        if kind is not None:
            one["end"]["kind"] = kind
    told_edges += [{"kind": "MemberOf"}] * broken
    [(draft, records)] = read(graph([node(*one) for one in nodes], told_edges))
    left_out = Counter[str]()
    for reason in draft.reasons:
        left_out["node" if reason.code == "UNKNOWN_KIND" else "edge"] += int(COUNT.search(reason.detail)[1])  # type: ignore[index]
    for note in draft.notes:
        left_out["node" if "nodes left out" in note else "edge"] += int(COUNT.search(note)[1])  # type: ignore[index]
    kept = [one for one in records if isinstance(one, Node)]
    assert len(kept) + left_out["node"] == len({node_id for node_id, _ in nodes})
    assert len(draft.rejected) == broken
    # Edges that mean the same are one.
    assert len(edges_of(records)) <= len(edges) - left_out["edge"]
    assert bool(edges_of(records)) == (len(edges) > left_out["edge"])


@laws
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_no_shape_of_an_entry_crashes(raw: Any) -> None:
    for body in (
        graph([raw, node("a", "User")], [raw]),
        graph([{"id": "x", "kinds": raw}], [{"kind": "MemberOf", "start": raw, "end": raw}]),
    ):
        read(body)
    read(
        {
            "graph": {
                "nodes": [node("a", "User")],
                "edges": [{"kind": "MemberOf", "start": {"value": "a"}, "end": {"value": "a"}, "properties": raw}],
            }
        }
    )


def github(*edges: tuple[str, str, str], **properties: Any) -> dict[str, Any]:
    """A GitHub organisation: ann is an owner, R1 a repository, T1 ann's token with these properties."""
    nodes = [
        node("U1", "GH_User", name="ann"),
        node("ORG", "GH_Organization", name="acme"),
        node("OR1", "GH_OrgRole", name="acme/owners"),
        node("OR2", "GH_OrgRole", name="acme/all_repo_admin"),
        node("RR1", "GH_RepoRole", name="acme/api/admin"),
        node("RR2", "GH_RepoRole", name="acme/api/read"),
        node("R1", "GH_Repository", name="api"),
        node("A1", "GH_App", name="bot"),
        node("A2", "GH_AppInstallation", name="bot", **properties),
        node("T1", "GH_PersonalAccessToken", name="old", **properties),
    ]
    base = [
        ("OR1", "GH_HasBaseRole", "OR2"),
        ("OR2", "GH_HasBaseRole", "RR1"),
        ("RR1", "GH_AdminTo", "R1"),
        ("RR2", "GH_ReadRepoContents", "R1"),
        ("U1", "GH_HasPersonalAccessToken", "T1"),
        ("A1", "GH_InstalledAs", "A2"),
    ]
    return graph(nodes, [edge(*one) for one in (*base, *edges)])


def reached(body: dict[str, Any], start: str) -> dict[str, str]:
    """The data sources in the blast radius of a node, with permissions."""
    store = MemoryStore()
    ingest(store, list(normalize([Page("", body, document=document(body))], Context(NOW))))
    return reach(snapshot_of(store, NOW), start, at=NOW)


REPOSITORY = "DataSource:opengraph/R1"


def test_roles_convey_through_the_roles_that_they_inherit() -> None:
    body = github(("U1", "GH_HasRole", "OR1"))
    assert reached(body, "Account:opengraph/U1") == {REPOSITORY: "ADMIN"}
    [(draft, _)] = read(body)
    assert (draft.reasons, draft.rejected) == ([], [])


def test_what_an_organisation_owns_is_not_its_members() -> None:
    body = github(("ORG", "GH_HasMember", "U1"), ("ORG", "GH_Owns", "R1"), ("ORG", "GH_Contains", "R1"))
    assert reached(body, "Account:opengraph/U1") == {}
    [(draft, records)] = read(body)
    assert ("Account:opengraph/U1", "MEMBER_OF", "Group:opengraph/ORG") in edges_of(records)
    assert draft.reasons == []
    [note] = draft.notes
    assert "2 edges left out" in note
    assert "GH_Contains (1), GH_Owns (1)" in note


@pytest.mark.parametrize(
    ("properties", "role", "expected"),
    [
        ({"token_expired": True, "permissions": '{"contents":"read"}'}, "OR1", None),
        ({"token_expires_at": "2001-03-22T00:00:00Z"}, "OR1", None),
        ({"token_expired": False, "permissions": '{"contents":"read"}'}, "OR1", "READ"),
        ({"permissions": '{"repository":{"contents":"write"},"organization":{}}'}, "OR1", "WRITE"),
        ({"permissions": '{"administration":"write"}'}, "OR1", "ADMIN"),
        ({"permissions": '{"metadata":"read"}'}, "OR1", "DISCOVER"),
        ({"permissions": '{"organization":{"members":"write"}}'}, "OR1", None),
        # A token never has more than its owner.
        ({"permissions": '{"administration":"write"}'}, "RR2", "READ"),
        ({"permissions": '{"contents":"read"}', "repository_selection": "none"}, "OR1", None),
        ({"revoked": True}, "OR1", None),
        ({"permissions": "no JSON"}, "OR1", "READ"),
    ],
)
def test_a_token_means_what_its_properties_say(properties: dict[str, Any], role: str, expected: str | None) -> None:
    body = github(("U1", "GH_HasRole", role), ("T1", "GH_CanAccess", "R1"), **properties)
    assert reached(body, "Credential:opengraph/T1") == ({REPOSITORY: expected} if expected else {})


def test_a_token_of_all_repositories_runs_as_its_owner() -> None:
    says = {"permissions": '{"contents":"write"}', "repository_selection": "all", "token_expired": False}
    assert reached(github(("U1", "GH_HasRole", "OR1"), **says), "Credential:opengraph/T1") == {REPOSITORY: "WRITE"}


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"permissions": '{"contents":"read","members":"read"}'}, "READ"),
        ({"permissions": '{"contents":"write"}', "suspended_at": "2026-01-02T03:04:05Z"}, None),
        ({"permissions": '{"contents":"write"}', "suspended_at": ""}, "WRITE"),
    ],
)
def test_an_installed_app_has_its_own_permissions(properties: dict[str, Any], expected: str | None) -> None:
    body = github(("A2", "GH_CanAccess", "R1"), **properties)
    assert reached(body, "Application:opengraph/A1") == ({REPOSITORY: expected} if expected else {})


PARTS = ["GH_Branch", "GH_BranchProtectionRule", "GH_RepoVariable", "GH_OrgVariable", "GH_Environment", "GH_Workflow"]


@pytest.mark.parametrize("kind", [*PARTS, "GH_SecretScanningAlert", "GH_PersonalAccessTokenRequest"])
def test_settings_and_parts_of_a_repository_are_no_data_sources(kind: str) -> None:
    edges = [edge("R1", name, "X") for name in ("GH_Contains", "GH_HasBranch", "GH_ProtectedBy", "GH_CanWriteBranch")]
    nodes = [node("R1", "GH_Repository"), node("X", kind), node("RR1", "GH_RepoRole")]
    [(draft, records)] = read(
        graph(nodes, [*edges, edge("RR1", "GH_CanWriteBranch", "X"), edge("X", "GH_CanAccess", "R1")])
    )
    assert {one.id for one in records if isinstance(one, Node)} == {REPOSITORY, "Group:opengraph/RR1"}
    assert draft.reasons == []
    assert [f"{kind} (1)" in note or "6 edges" in note for note in draft.notes] == [True, True]


def test_what_is_only_contained_is_no_data_source() -> None:
    [(draft, records)] = read(graph([node("R1", "GH_Repository"), node("X", "Odd")], [edge("R1", "Contains", "X")]))
    assert [one.id for one in records if isinstance(one, Node)] == [REPOSITORY]
    assert [reason.code for reason in draft.reasons] == ["UNKNOWN_KIND", "EDGE_LEFT_OUT"]


def test_edges_on_routes_to_data_are_told_first_with_how_many_principals() -> None:
    nodes = [node(f"U{number}", "GH_User") for number in range(3)]
    nodes += [node("G", "GH_Team"), node("R1", "GH_Repository"), node("C", "Computer"), node("D", "Computer")]
    edges = [
        edge("U0", "MemberOf", "G"),
        edge("U1", "MemberOf", "G"),
        edge("G", "X_Odd", "R1"),
        edge("U2", "X_Odder", "R1"),
    ]
    edges += [edge("C", "A_DCSync", "D")] * 5
    [(draft, _)] = read(graph(nodes, edges))
    details = [reason.detail for reason in draft.reasons]
    assert "1 edge 'X_Odd' left out: the kind has no counterpart; routes of 2 principals to data" in details[0]
    assert "'X_Odder' left out: the kind has no counterpart; routes of 1 principal to data" in details[1]
    assert ["routes" in detail for detail in details] == [True, True, False, False]


EXTENSION = {
    "schema": {"name": "Harbor", "namespace": "Harbor"},
    "node_kinds": [],
    "relationship_kinds": [
        {"name": "Harbor_Sails", "is_traversable": True},
        {"name": "Harbor_Waves", "is_traversable": False},
    ],
}


@pytest.mark.parametrize("start", ["GH_User", "GH_Team", "GH_PersonalAccessToken"])
@pytest.mark.parametrize("is_said_by_edge", [True, False])
def test_what_an_extension_calls_traversable_conveys(start: str, is_said_by_edge: bool) -> None:
    nodes = [node("S", start), node("R1", "GH_Repository")]
    sails, waves = edge("S", "Harbor_Sails", "R1"), edge("S", "Harbor_Waves", "R1")
    if is_said_by_edge:
        sails["properties"], waves["properties"] = {"traversable": True}, {"traversable": False}
    documents = [document(graph(nodes, [sails, waves]))]
    documents += [] if is_said_by_edge else [document(EXTENSION, "schema.json")]
    assert all(map(recognize, documents))
    [draft] = normalize([Page("", one.content, document=one) for one in documents], Context(NOW))
    [claim] = [record for _, record in draft.records if isinstance(record, Edge)]
    assert (claim.kind, claim.target, claim.permission) == ("CAN_ACCESS", REPOSITORY, None)
    assert draft.reasons == []
    assert "Harbor_Waves (1)" in draft.notes[0]


def test_an_extension_alone_is_no_graph() -> None:
    one = document(EXTENSION, "schema.json")
    [draft] = normalize([Page("", one.content, document=one)], Context(NOW))
    assert (draft.failure.code if draft.failure else None) == "NO_GRAPH"


SIGN_ON = {"saml_identity_name_id": "Ada@Acme.example", "scim_identity_username": "ada.b", "github_username": "adab"}


def test_a_login_joins_the_person_whom_single_sign_on_names(tmp_path: Path) -> None:
    """The account of GitHub, which tells no address, is the person's of the directory."""
    body = graph(
        [
            node("E1", "GH_ExternalIdentity", **SIGN_ON),
            node("U1", "GH_User", login="adab"),
            node("R1", "GH_Repository"),
        ],
        [edge("E1", "GH_MapsToUser", "U1"), edge("U1", "GH_CanRead", "R1")],
    )
    person = {"type": "human", "status": "active", "emails": ["ada@acme.example"]}
    lines = [
        {"record": "run", "source": "hr:x", "observed_at": "2026-11-20T06:00:00Z", "complete": ["Identity"]},
        {"record": "node", "id": "Identity:hr/1", "name": "Ada", "props": person},
    ]
    (tmp_path / "g.json").write_text(json.dumps(body))
    (tmp_path / "hr.jsonl").write_text("\n".join(map(json.dumps, lines)))
    store = MemoryStore()
    ingest(store, load_runs([tmp_path], Context(NOW))[0])
    snapshot = snapshot_of(store, 0)
    assert snapshot.index_of("Identity:opengraph/E1") == snapshot.index_of("Identity:hr/1") >= 0
    rows = snapshot.edges.of("HAS_ACCOUNT").nonzero()[0]
    ends = {(snapshot.ids[snapshot.edges.source[row]], snapshot.ids[snapshot.edges.target[row]]) for row in rows}
    assert ends == {("Identity:hr/1", "Account:opengraph/U1")}


def test_a_login_that_is_mapped_to_a_person_of_a_directory_is_that_persons() -> None:
    body = graph(
        [node("E1", "GH_ExternalIdentity"), node("U1", "GH_User"), node("A1", "AZUser"), node("O1", "Okta_User")],
        [edge("E1", "GH_MapsToUser", end) for end in ("U1", "A1", "O1")],
    )
    [(_, records)] = read(body)
    assert edges_of(records) == {
        ("Identity:opengraph/E1", "HAS_ACCOUNT", "Account:opengraph/U1"),
        ("Identity:opengraph/E1", "SAME_AS", "Identity:opengraph/A1"),
        ("Identity:opengraph/E1", "SAME_AS", "Identity:opengraph/O1"),
    }


@pytest.mark.parametrize("is_in_environment", [True, False])
@pytest.mark.parametrize(("grant", "is_writer"), [("GH_WriteRepoContents", True), ("GH_ReadRepoContents", False)])
def test_whoever_may_write_a_repository_uses_the_secrets_of_its_workflows(
    grant: str, is_writer: bool, is_in_environment: bool
) -> None:
    holder = "E1" if is_in_environment else "R1"
    nodes = [
        node("U1", "GH_User", name="ann"),
        node("RR1", "GH_RepoRole"),
        node("R1", "GH_Repository", name="api"),
        node("E1", "GH_Environment"),
        node("S1", "GH_RepoSecret", name="DEPLOY_KEY"),
        node("AZ1", "AZServicePrincipal", name="deployer"),
        node("V1", "AZKeyVault"),
    ]
    edges = [
        edge("U1", "GH_HasRole", "RR1"),
        edge("RR1", grant, "R1"),
        edge("R1", "GH_HasEnvironment", "E1"),
        edge(holder, "GH_HasSecret", "S1"),
        edge(holder, "GH_CanAssumeIdentity", "AZ1"),
        edge("AZ1", "AZGetSecrets", "V1"),
    ]
    body = graph(nodes, edges)
    [(draft, records)] = read(body)
    assert draft.reasons == []
    workflows = "Application:opengraph/R1#workflows"
    assert edges_of(records) >= {
        (workflows, "RUNS_AS", "Credential:opengraph/S1"),
        (workflows, "RUNS_AS", "Identity:opengraph/AZ1"),
    }
    assert (("Group:opengraph/RR1", "CAN_USE", workflows) in edges_of(records)) == is_writer
    assert ("DataSource:opengraph/V1" in reached(body, "Account:opengraph/U1")) == is_writer


def test_parts_of_an_export_are_one_source_that_takes_over_what_each_claimed(tmp_path: Path) -> None:
    parts = (
        graph([node("a", "GH_User"), node("b", "GH_User")]),
        graph([node("t", "GH_Team")], [edge("a", "MemberOf", "t")]),
    )
    store = MemoryStore()
    for number, part in enumerate(parts, 1):
        path = tmp_path / f"g.{number}.json"
        path.write_text(json.dumps(part))
        ingest(store, load_runs([path], Context(NOW))[0])  # each a graph of its own, as long as it comes alone
    assert {state.source for state in store.sources()} == {"opengraph:g.1", "opengraph:g.2"}
    ingest(store, load_runs([tmp_path], Context(NOW + 1))[0])
    claims = store.read()
    sources = [state.source for state in claims.sources]
    open_ended = {
        sources[by] for by, end in zip(claims.nodes.claimed_by, claims.nodes.retired, strict=True) if end > NOW + 1
    }
    assert open_ended == {"opengraph:g"}
