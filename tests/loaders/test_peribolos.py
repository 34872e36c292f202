"""What a Peribolos file gives: who is in which team, and exactly who may do what to which repository."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.check import check
from graph.claims import Edge, Node
from graph.errors import InputError, RecordError
from graph.ontology import Permission
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.peribolos import COMPLETE, normalize, recognize
from loaders.connectors.records import write_line
from loaders.saved.files import load_runs
from loaders.saved.yaml import read_yaml

FIXTURES = Path(__file__).parents[1] / "fixtures" / "peribolos"
WORDS = {"read": 2, "triage": 2, "write": 3, "maintain": 3, "admin": 4}


def read(path: Path, **context: Any) -> tuple[PendingRun, list[Node], list[Edge]]:
    drafts, _ = load_runs([path], Context(7, **context), "peribolos")
    [draft] = drafts
    return split(draft)


def split(draft: PendingRun) -> tuple[PendingRun, list[Node], list[Edge]]:
    records = [record for _, record in draft.records]
    for record in records:
        check(record)
    nodes = [record for record in records if isinstance(record, Node)]
    return draft, nodes, [record for record in records if isinstance(record, Edge)]


def normalized(body: dict[str, Any], **context: Any) -> list[tuple[PendingRun, list[Node], list[Edge]]]:
    document = Document(Path("org.yaml"), "org.yaml", "yaml", body)
    return [split(draft) for draft in normalize([Page("", body, document=document)], Context(7, **context))]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def write_text(text: str) -> Path:
        path = tmp_path / "org.yaml"
        path.write_text(text)
        return path

    return write_text


def test_the_fixture_gives_its_expected_records() -> None:
    draft, nodes, edges = read(FIXTURES / "harbor.yaml")
    assert (draft.header.source, draft.header.complete, draft.rejected) == ("github:harbor-works", COMPLETE, [])
    expected = (FIXTURES / "harbor.expected.jsonl").read_bytes().splitlines(keepends=True)
    assert sorted(map(write_line, [*nodes, *edges])) == sorted(expected)


def test_no_node_and_no_edge_comes_twice() -> None:
    _, nodes, edges = read(FIXTURES / "harbor.yaml")
    assert len({node.id for node in nodes}) == len(nodes)
    assert len({(edge.source, edge.kind, edge.target, edge.permission) for edge in edges}) == len(edges)


def test_an_unknown_permission_refuses_its_entry_and_vouches_for_nothing(write: Callable[[str], Path]) -> None:
    path = write(
        "orgs:\n  o:\n    members: [ann]\n    teams:\n      t: {members: [ann], repos: {a: owner, b: write}}\n"
    )
    draft, _, edges = read(path)
    assert draft.rejected == [
        f"{path}: field 'orgs.o.teams.t.repos.a': this is not a permission. "
        "Use one of none, read, triage, write, maintain, admin"
    ]
    assert [reason.code for reason in draft.reasons] == ["INCOMPLETE"]
    granted = {(edge.source, edge.target) for edge in edges if edge.kind == "CAN_ACCESS"}
    # The repository is known all the same: the default covers it.
    assert granted == {
        ("Group:github/o", "DataSource:github/o/a"),
        ("Group:github/o", "DataSource:github/o/b"),
        ("Group:github/o/t", "DataSource:github/o/b"),
    }
    with pytest.raises(RecordError, match="not a permission"):
        read(path, lenient=False)


@pytest.mark.parametrize(
    ("default", "expected"),
    [("", "READ"), ("none", None), ("read", "READ"), ("write", "WRITE"), ("admin", "ADMIN"), ("~", "READ")],
)
def test_the_default_permission_goes_from_the_organisation_to_every_repository(
    write: Callable[[str], Path], default: str, expected: str | None
) -> None:
    line = f"    default_repository_permission: {default}\n" if default else ""
    path = write(
        f"orgs:\n  o:\n{line}    members: [ann]\n    repos: {{a: {{}}}}\n    teams: {{t: {{repos: {{b: read}}}}}}\n"
    )
    _, _, edges = read(path)
    defaults = {(edge.target, edge.permission) for edge in edges if edge.source == "Group:github/o"}
    wanted = {(f"DataSource:github/o/{repo}", Permission[expected]) for repo in "ab"} if expected else set()
    assert defaults == wanted


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ("members: {ann: 1}", "members"),
        ("members: ['a b']", "members[0]"),
        ("members: ['']", "members[0]"),
        ("admins: [[ann]]", "admins[0]"),
        ("teams: [t]", "teams"),
        ("teams: {t: [ann]}", "teams.t"),
        ("teams: {T: {}, t: {}}", "teams.t"),
        ("repos: many", "repos"),
        ("default_repository_permission: most", "default_repository_permission"),
    ],
)
def test_a_misshapen_entry_is_listed_with_its_place(write: Callable[[str], Path], entry: str, field: str) -> None:
    draft, nodes, _ = read(write(f"orgs:\n  o:\n    billing_email: x@y.example\n    {entry}\n"))
    assert len(draft.rejected) == 1
    assert f"field 'orgs.o.{field}'" in draft.rejected[0]
    assert "Group:github/o" in {node.id for node in nodes}


def test_a_file_may_hold_several_organisations() -> None:
    body = {"orgs": {"One": {"members": ["ann"]}, "two": {"members": ["ann"]}}}
    assert [draft.header.source for draft, _, _ in normalized(body)] == ["github:one", "github:two"]
    with pytest.raises(InputError, match="several organisations"):
        normalized(body, source="github:x")
    [(draft, _, _)] = normalized({"orgs": {"One": {}}}, source="github:x")
    assert draft.header.source == "github:x"


def test_one_organisation_told_in_two_ways_is_refused(tmp_path: Path) -> None:
    for name, member in (("a.yaml", "ann"), ("b.yaml", "bob")):
        (tmp_path / name).write_text(f"orgs: {{o: {{members: [{member}]}}}}\n")
    drafts, _ = load_runs([tmp_path], Context(7), "peribolos")
    with pytest.raises(InputError, match="has another entry"):
        list(drafts)
    (tmp_path / "b.yaml").write_bytes((tmp_path / "a.yaml").read_bytes())
    assert len(list(load_runs([tmp_path], Context(7), "peribolos")[0])) == 1


def test_a_file_without_organisations_is_refused(write: Callable[[str], Path]) -> None:
    with pytest.raises(RecordError, match="no record at all"):
        read(write("orgs: {}\n"))


def test_only_peribolos_is_recognized() -> None:
    def is_known(content: Any) -> bool:
        return recognize(Document(Path("x"), "x", "yaml", content))

    assert is_known({"orgs": {"o": {"members": []}}})
    assert is_known({"orgs": {}})
    assert not any(map(is_known, [None, "orgs", ["orgs"], {"orgs": ["o"]}, {"orgs": {"o": {"x": 1}}}, {"teams": {}}]))


JUNK = st.recursive(
    st.none() | st.sampled_from(["", "x", "a b", "null", "write", "~"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["", "x", "Y", "repos"]), inner),
    max_leaves=6,
)
FIELDS = ["admins", "members", "maintainers", "teams", "repos", "default_repository_permission", "name"]


@given(st.dictionaries(st.sampled_from(FIELDS), JUNK), st.dictionaries(st.sampled_from(FIELDS), JUNK))
def test_whatever_an_organisation_holds_the_rest_loads(org: dict[str, Any], team: dict[str, Any]) -> None:
    body = {"orgs": {"o": {"teams": {"t": team}, **org}}}
    assert recognize(Document(Path("x"), "x", "yaml", body))
    [(draft, nodes, _)] = normalized(body)
    assert draft.header.source == "github:o"
    assert "Group:github/o" in {node.id for node in nodes}
    assert bool(draft.reasons) == bool(draft.rejected)


# The law: who may do what, worked out from the file alone, is what the edges say.

LOGINS = st.sampled_from(["ann", "Bob", "carl", "17", "dora"])
REPOS = st.sampled_from(["a", "B", "c", "9"])
PEOPLE = st.lists(LOGINS, max_size=3)


def teams_of(name: str, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    below = st.just({}) if depth == 0 else st.one_of(st.just({}), teams_of(f"{name}.", depth - 1))
    team = st.fixed_dictionaries(
        {"members": PEOPLE, "maintainers": PEOPLE, "repos": st.dictionaries(REPOS, st.sampled_from([*WORDS, "none"]))},
        optional={"teams": below},
    )
    return st.dictionaries(st.sampled_from([f"{name}x", f"{name}y"]), team, max_size=2)


@st.composite
def organisations(draw: st.DrawFn) -> dict[str, Any]:
    # Team names are unique per organisation: every level of every branch has names of its own.
    branches = [draw(teams_of(f"{branch}-", 2)) for branch in "pq"]
    return draw(
        st.fixed_dictionaries(
            {
                "admins": PEOPLE,
                "members": PEOPLE,
                "repos": st.dictionaries(REPOS, st.just({})),
                "teams": st.just(unique({**branches[0], **branches[1]})),
            },
            optional={"default_repository_permission": st.sampled_from(["none", "read", "write", "admin"])},
        )
    )


def unique(teams: dict[str, Any], above: str = "") -> dict[str, Any]:
    return {
        f"{above}{name}": {**team, "teams": unique(team.get("teams", {}), f"{above}{name}/")}
        for name, team in teams.items()
    }


def told_access(org: dict[str, Any]) -> dict[tuple[str, str], int]:
    """(login, repository) → level, straight from the file: GitHub's own rules, team by team."""
    teams: list[tuple[set[str], dict[str, str]]] = []

    def people(holder: dict[str, Any]) -> set[str]:
        return {login.lower() for field in ("members", "maintainers") for login in holder.get(field, [])}

    def walk(holder: dict[str, Any], inherited: list[dict[str, str]]) -> None:
        for team in holder.get("teams", {}).values():
            grants = [*inherited, team["repos"]]
            teams.extend((people(team), grant) for grant in grants)
            walk(team, grants)

    walk(org, [])
    repos = {name.lower() for name in org["repos"]} | {name.lower() for _, grant in teams for name in grant}
    admins = {login.lower() for login in org["admins"]}
    everyone = admins | {login.lower() for login in org["members"]}
    default = org.get("default_repository_permission", "read")
    grants = [(login, repo, 4) for login in admins for repo in repos]
    grants += [(login, repo, WORDS.get(default, 0)) for login in everyone for repo in repos]
    grants += [
        (login, repo.lower(), WORDS.get(word, 0))
        for logins, grant in teams
        for repo, word in grant.items()
        for login in logins
    ]
    access: dict[tuple[str, str], int] = {}
    for login, repo, level in grants:
        if level:
            access[login, repo] = max(access.get((login, repo), 0), level)
    return access


@given(organisations())
def test_the_edges_convey_exactly_what_the_file_grants(org: dict[str, Any]) -> None:
    # Written and read as YAML, so that the way through the file is part of the law.
    text = yaml.safe_dump({"orgs": {"O": org}})
    [(draft, nodes, edges)] = normalized(read_yaml(text))
    assert draft.rejected == []
    graph = nx.DiGraph((edge.source, edge.target) for edge in edges if edge.kind == "MEMBER_OF")
    graph.add_nodes_from(node.id for node in nodes)
    access: dict[tuple[str, str], int] = {}
    for edge in edges:
        if edge.kind == "CAN_ACCESS" and edge.permission:
            for holder in nx.ancestors(graph, edge.source) | {edge.source}:
                if holder.startswith("Account:"):
                    key = holder.removeprefix("Account:github/"), edge.target.removeprefix("DataSource:github/o/")
                    access[key] = max(access.get(key, 0), edge.permission)
    assert access == told_access(org)
