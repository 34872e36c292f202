"""Saved SCIM responses: identities and groups, and which kinds they prove complete."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.check import check, check_props
from graph.claims import Edge, Node
from graph.errors import InputError, RecordError
from graph.moment import read_moment
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.records import write_line
from loaders.connectors.scim import normalize, recognize
from loaders.saved.files import load_runs

FIXTURES = Path(__file__).parents[1] / "fixtures" / "scim"
USERS, GROUPS = FIXTURES / "harbor-users.json", FIXTURES / "harbor-groups.json"
NOW = read_moment("2026-11-20T06:00:00Z")

USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User"
GROUP_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group"


def user(scim_id: str, **attributes: Any) -> dict[str, Any]:
    return {"schemas": [USER_SCHEMA], "id": scim_id, **attributes}


def group(scim_id: str, *members: str, **attributes: Any) -> dict[str, Any]:
    return {"schemas": [GROUP_SCHEMA], "id": scim_id, "members": [{"value": one} for one in members], **attributes}


def listed(*resources: Any, total: Any = None) -> dict[str, Any]:
    return {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": len(resources) if total is None else total,
        "Resources": list(resources),
    }


class Result:
    """One run, read to its end."""

    def __init__(self, draft: PendingRun) -> None:
        self.records = records = [record for _, record in draft.records]
        for record in records:
            check(record)
        self.draft = draft
        self.nodes = {record.id: record for record in records if isinstance(record, Node)}
        self.edges = {(record.source, record.kind, record.target) for record in records if isinstance(record, Edge)}
        self.count = len(records)
        self.complete = set(draft.header.complete if draft.complete is None else draft.complete)


def runs(*bodies: Any, names: tuple[str, ...] = (), **context: Any) -> list[Result]:
    paths = [Path(name) for name in names or ["acme.json"] * len(bodies)]
    documents = [Document(path, str(path), "json", body) for path, body in zip(paths, bodies, strict=True)]
    assert all(map(recognize, documents))
    pages = [Page("", document.content, document=document) for document in documents]
    return [Result(draft) for draft in normalize(pages, Context(NOW, **context))]


def run(*bodies: Any, **context: Any) -> Result:
    [result] = runs(*bodies, **context)
    return result


def load(*paths: Path, **context: Any) -> list[Result]:
    return [Result(draft) for draft in load_runs(paths, Context(NOW, **context), "scim")[0]]


def test_users_and_groups_of_one_name_are_one_run_with_the_expected_records() -> None:
    [result] = load(FIXTURES)
    assert result.draft.header.source == "scim:harbor"
    assert result.complete == {"Identity", "REPORTS_TO", "Group", "MEMBER_OF"}
    assert result.draft.rejected == []
    expected = (FIXTURES / "harbor.expected.jsonl").read_bytes().splitlines(keepends=True)
    assert sorted(map(write_line, result.records)) == sorted(expected)


def test_no_password_phone_number_or_address_is_kept() -> None:
    [result] = load(USERS)
    written = b"".join(write_line(record) for _, record in result.draft.records)
    for private in (b"hunter2", b"+81-555", b"Pier Road", b"private.example"):
        assert private in USERS.read_bytes()
        assert private not in written


def test_properties_are_canonical() -> None:
    [result] = load(USERS, GROUPS)
    for node in result.nodes.values():
        assert check_props(node.id.partition(":")[0], node.props) == node.props


@pytest.mark.parametrize(
    ("attributes", "status"),
    [
        ({"active": True}, "active"),
        ({"active": "TRUE"}, "active"),
        ({"active": False}, "suspended"),
        ({"active": "false"}, "suspended"),
        ({"active": None}, "unknown"),
        ({}, "unknown"),
        ({"active": False, "urn:x:hr": {"terminationDate": "2026-10-01"}}, "departed"),
        ({"active": False, "urn:x:hr": {"terminationDate": "2026-12-31"}}, "suspended"),
        ({"active": False, "urn:x:hr": {"terminationDate": "last week"}}, "suspended"),
        ({"active": True, "urn:x:hr": {"terminationDate": "2026-10-01"}}, "active"),
    ],
)
def test_the_status_is_what_the_directory_says_and_no_more(attributes: dict[str, Any], status: str) -> None:
    node = run(listed(user("1", **attributes))).nodes["Identity:scim/acme/1"]
    assert node.props["status"] == status
    assert ("departed_at" in node.props) == (status == "departed")


@pytest.mark.parametrize(
    ("user_type", "being"),
    [
        ("Service Account", "service"),
        ("bot", "service"),
        ("AI-Agent", "agent"),
        ("Insurance agent", "human"),
        ("", "human"),
    ],
)
def test_the_user_type_tells_people_from_services(user_type: str, being: str) -> None:
    assert run(listed(user("1", userType=user_type))).nodes["Identity:scim/acme/1"].props["type"] == being


def test_a_service_principal_is_a_service() -> None:
    principal = {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServicePrincipal"], "id": "7", "displayName": "etl"}
    assert run(listed(principal)).nodes["Identity:scim/acme/7"].props["type"] == "service"


@pytest.mark.parametrize(
    ("total", "reason"),
    [
        (3, "Users: 2 of 3 were seen"),
        ("", "Users: the files do not say how many there are"),
        (1, "Users: 2 of 1 were seen"),
    ],
)
def test_a_directory_is_complete_only_if_all_were_seen(total: Any, reason: str) -> None:
    result = run(listed(user("1"), user("2"), total=total))
    assert [each.detail for each in result.draft.reasons] == [reason]
    assert result.complete == set()
    assert run(listed(user("1"), user("2"), total="2")).complete == {"Identity", "REPORTS_TO"}


def test_pages_add_up_and_may_overlap() -> None:
    first, second = listed(user("1"), user("2"), total=3), listed(user("2"), user("3"), total=3)
    whole = {"Identity", "REPORTS_TO"}
    assert run(first, second).complete == whole
    assert run([first, second]).complete == whole
    [result] = runs(first, second, names=("acme-users-1.json", "acme-users-2.json"))
    assert (result.draft.header.source, result.complete) == ("scim:acme", whole)
    assert run(first, listed(user("3"), total=4)).complete == set()
    assert run(listed(user("1"), total=1), listed(user("1", title="x"), total=1)).complete == set()


def test_one_response_of_both_types_has_one_total() -> None:
    both = {"Identity", "REPORTS_TO", "Group", "MEMBER_OF"}
    assert run(listed(user("1"), group("1", "1"))).complete == both
    assert run(listed(user("1"), group("1", "1"), total=3)).complete == set()
    assert run({"Users": listed(user("1")), "Groups": listed(group("g"))}).complete == both
    assert run({"Users": listed(user("1")), "Groups": listed()}).complete == both


def test_an_empty_list_of_groups_is_a_complete_list() -> None:
    [result] = runs(listed(user("1")), listed(), names=("acme-users.json", "acme-groups.json"))
    assert result.complete == {"Identity", "REPORTS_TO", "Group", "MEMBER_OF"}


def test_members_are_told_apart_by_type_then_reference_then_id() -> None:
    members = [
        {"value": "a", "type": "Group"},
        {"value": "b", "$ref": "../Groups/b"},
        {"value": "c"},
        {"value": "d"},
        {"$ref": "https://x.example/Users/e"},
        {"value": "f", "type": "direct"},
    ]
    result = run(listed(group("g") | {"members": members}, group("c"), user("d")))
    sources = {source for source, kind, _ in result.edges if kind == "MEMBER_OF"}
    ids = ["Group:{}/a", "Group:{}/b", "Group:{}/c", "Identity:{}/d", "Identity:{}/e", "Identity:{}/f"]
    assert sources == {name.format("scim/acme") for name in ids}


def test_groups_may_form_a_cycle() -> None:
    result = run(listed(group("a", "b"), group("b", "a")))
    assert result.edges == {
        ("Group:scim/acme/b", "MEMBER_OF", "Group:scim/acme/a"),
        ("Group:scim/acme/a", "MEMBER_OF", "Group:scim/acme/b"),
    }


def test_the_users_own_groups_count_only_without_groups() -> None:
    told = user("1", groups=[{"value": "g", "display": "Sales"}])
    alone = run(listed(told))
    assert alone.edges == {("Identity:scim/acme/1", "MEMBER_OF", "Group:scim/acme/g")}
    assert alone.nodes["Group:scim/acme/g"].name == "Sales"
    assert "MEMBER_OF" not in alone.complete
    assert run(listed(told), listed(group("h"))).edges == set()


@pytest.mark.parametrize(
    ("bad", "place", "lost"),
    [
        ({"schemas": [USER_SCHEMA], "userName": "x"}, "Resources[1].id", "Identity"),
        (user("2", active="perhaps"), "Resources[1].active", "Identity"),
        (user("2", emails="x@y.example"), "Resources[1].emails", "Identity"),
        (user("2", title=["a"]), "Resources[1].title", "Identity"),
        (user("1", title="other"), "Resources[1].id", "Identity"),
        (group("g", displayName={}), "Resources[1].displayname", "Group"),
        (group("g") | {"members": [{"display": "nobody"}]}, "Resources[1].members[0].value", "Group"),
        ("text", "Resources[1]", "Identity Group"),
        ({"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": "x"}, "Resources[1].schemas", "Identity Group"),
    ],
)  # fmt: skip
def test_a_bad_entry_is_listed_with_its_place_and_its_kind_is_not_complete(bad: Any, place: str, lost: str) -> None:
    bodies = listed(user("1"), bad), listed(group("other"))
    result = run(*bodies)
    assert [text.split("'")[1] for text in result.draft.rejected] == [place]
    assert not result.complete & set(lost.split())
    assert {"Identity:scim/acme/1", "Group:scim/acme/other"} <= result.nodes.keys()
    with pytest.raises(RecordError):
        run(*bodies, lenient=False)


def test_one_bad_user_leaves_the_groups_complete() -> None:
    result = run(listed(user("1"), user("2", active=7)), listed(group("g", "1")))
    assert result.complete == {"Group", "MEMBER_OF"}


def test_a_servers_error_is_told_without_its_text() -> None:
    error = {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
        "detail": "token sk-4242 is not valid",
        "status": "401",
        "scimType": "invalidValue",
    }
    with pytest.raises(InputError, match=r"SCIM error \(401 invalidValue\)") as caught:
        run(error)
    assert "sk-4242" not in str(caught.value)


def test_a_directory_of_nobody_is_refused() -> None:
    with pytest.raises(InputError, match="no record at all"):
        run(listed())


def test_the_source_comes_from_the_command_else_from_the_name_of_the_file() -> None:
    def source(name: str) -> str:
        [result] = runs(listed(user("1")), names=(name,))
        return result.draft.header.source

    assert source("acme.json") == "scim:acme"
    assert source("x/acme_Users.json") == "scim:acme"
    assert source("x/okta/users.json") == "scim:default"
    assert source("superusers.json") == "scim:superusers"
    [result] = runs(listed(user("1")), listed(group("g", "1")), names=("a.json", "b.json"), source="okta:acme")
    assert result.draft.header.source == "okta:acme"
    assert result.edges == {("Identity:okta/acme/1", "MEMBER_OF", "Group:okta/acme/g")}
    assert len(runs(listed(user("1")), listed(user("1")), names=("a.json", "b.json"))) == 2


def test_files_of_two_folders_are_never_one_directory_by_accident() -> None:
    bodies = listed(user("1")), listed(user("2"))
    with pytest.raises(InputError, match="two folders"):
        runs(*bodies, names=("eu/acme.json", "us/acme.json"))
    assert len(runs(*bodies, names=("eu/acme.json", "us/acme.json"), source="scim:acme")) == 1


def test_only_scim_is_recognized() -> None:
    def is_known(content: Any, form: str = "json") -> bool:
        return recognize(Document(Path("x"), "x", form, content))

    assert is_known({"totalResults": 0, "Resources": []})
    assert is_known([user("1")])
    assert not any(map(is_known, [None, [], {}, [1], {"Users": [1]}, {"schemas": "x"}, {"mcpServers": {}}]))
    assert not is_known(listed(), "yaml")


IDS = st.sampled_from("abcdef")
RESOURCES = st.lists(
    st.builds(lambda one, manager: user(one, manager={"value": manager}), IDS, IDS)
    | st.builds(lambda one, members: group(f"g{one}", *members), IDS, st.lists(IDS | IDS.map("g{}".format))),
    min_size=1,
    max_size=8,
    unique_by=lambda resource: resource["id"],
)


@given(RESOURCES, st.randoms(use_true_random=False), st.integers(1, 4))
def test_neither_order_nor_paging_nor_case_changes_what_a_directory_says(
    resources: list[dict[str, Any]], rng: random.Random, size: int
) -> None:
    plain = run(listed(*resources))
    rng.shuffle(resources)
    shouted = [{name.upper(): content for name, content in resource.items()} for resource in resources]
    total = len(resources)
    pages = [listed(*shouted[start : start + size], total=total) for start in range(0, total, size)]
    paged = run(*pages)
    assert (paged.nodes, paged.edges, paged.count) == (plain.nodes, plain.edges, plain.count)
    assert paged.complete <= plain.complete


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from(["", "x", "User", "a@b.example", USER_SCHEMA]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "type", "$ref", "schemas", "display"]), inner, max_size=3)
    ),
    max_leaves=6,
)
ATTRIBUTES = ["id", "schemas", "meta", "emails", "active", "groups", "members", "userName", "name", "userType"]
ATTRIBUTES += ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "urn:x:hr", "manager", "displayName"]


@given(st.lists(st.tuples(st.sampled_from(ATTRIBUTES), JUNK), max_size=4), JUNK, st.booleans())
def test_whatever_an_entry_holds_the_others_load(junk: list[tuple[str, Any]], total: Any, is_user: bool) -> None:
    bad = (user("bad") if is_user else group("bad")) | dict(junk)
    result = run(listed(user("good"), bad, total=total) | {"totalResults": total})
    assert "Identity:scim/acme/good" in result.nodes
    recognize(Document(Path("x"), "x", "json", [bad]))  # never raises


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, Any], Path]:
    def write_json(name: str, content: Any) -> Path:
        path = tmp_path / name
        path.write_text(json.dumps(content))
        return path

    return write_json


def test_a_dump_that_breaks_off_is_refused_even_in_a_folder(write: Callable[[str, Any], Path]) -> None:
    path = write("acme.json", listed(*[user(str(number)) for number in range(50)]))
    path.write_text(path.read_text()[:-40])
    with pytest.raises(RecordError, match="truncated"):
        load(path.parent)
