"""Unity Catalog: grants and owners reach what a brute-force reading of the documented rules says, and nothing is dropped silently."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import RecordError
from graph.ontology import Permission
from loaders.connectors import databricks
from tests.loaders.source_files import access, drafts, edges, loaded, nodes, reach

ROOT = "databricks/acme"
LEVELS = {
    "SELECT": "READ",
    "MODIFY": "WRITE",
    "ALL_PRIVILEGES": "WRITE",
    "MANAGE": "ADMIN",
    "USE_SCHEMA": None,
    "BROWSE": "DISCOVER",
}
TABLES = ("a.x.t", "a.x.u", "a.y.t", "b.x.t")
PLACES = {"catalog": ("a", "b"), "schema": ("a.x", "a.y", "b.x"), "table": TABLES}
GRANT = st.tuples(
    st.sampled_from([(kind, name) for kind, names in PLACES.items() for name in names]),
    st.sampled_from(["ada@acme.example", "bo@acme.example"]),
    st.lists(st.sampled_from(sorted(LEVELS)), min_size=1, max_size=3),
)


def listed(*names: str) -> dict[str, Any]:
    return {"tables": [{"full_name": name, "owner": "nobody-here", "table_type": "MANAGED"} for name in names]}


def granted(**to: list[str]) -> dict[str, Any]:
    return {"privilege_assignments": [{"principal": who, "privileges": what} for who, what in to.items()]}


@settings(deadline=None)
@given(st.lists(GRANT, max_size=8))
def test_a_grant_reaches_all_that_is_below_it(grants: list[tuple[tuple[str, str], str, list[str]]]) -> None:
    files: dict[str, Any] = {f"{ROOT}/tables.json": listed(*TABLES)}
    expected: dict[str, dict[str, Permission]] = {"ada@acme.example": {}, "bo@acme.example": {}}
    for (kind, name), who, privileges in grants:
        body = files.setdefault(f"{ROOT}/permissions/{kind}/{name}.json", {"privilege_assignments": []})
        body["privilege_assignments"].append({"principal": who, "privileges": privileges})
        best = max((Permission[level] for one in privileges if (level := LEVELS[one])), default=None)
        for table in TABLES:
            if best is not None and (table == name or table.startswith(f"{name}.")):
                catalog, rest = table.split(".", 1)
                node = f"DataSource:databricks/acme/{catalog}/{rest}"
                expected[who][node] = max(best, expected[who].get(node, Permission.DISCOVER))
    [draft] = drafts(databricks, files)
    snapshot = loaded([draft])
    for who, wanted in expected.items():
        account = f"Account:databricks/acme/{who}"
        found = reach(snapshot, account) if account in nodes(draft) else {}
        tables = {node: level for node, level in found.items() if node.count(".") == 1}
        assert tables == {node: level.name for node, level in wanted.items()}


def test_what_is_granted_to_all_users_is_everybodys() -> None:
    files = {
        f"{ROOT}/permissions/catalog/main.json": granted(**{"account users": ["BROWSE"]}),
        f"{ROOT}/permissions/schema/main.sales.json": granted(**{"Ada@acme.example": ["SELECT"]}),
    }
    [draft] = drafts(databricks, files)
    assert [(one.source, one.target) for one in edges(draft, "MEMBER_OF")] == [
        ("Account:databricks/acme/ada@acme.example", "Group:databricks/acme/account users")
    ]


def test_a_privilege_that_nobody_knows_counts_as_writing_and_says_so() -> None:
    [draft] = drafts(databricks, {f"{ROOT}/permissions/table/m.s.t.json": granted(crew=["TELEPORT", "CREATE_MODEL"])})
    assert access(draft) == {("Group:databricks/acme/crew", "DataSource:databricks/acme/m/s.t", "WRITE")}
    assert "unmapped privilege: TELEPORT" in (edges(draft, "CAN_ACCESS")[0].evidence or "")


def test_grants_that_say_not_on_what_are_refused_with_a_remedy() -> None:
    [draft] = drafts(databricks, {"somewhere/grants.json": granted(crew=["SELECT"])})
    assert "permissions/TYPE/FULL.NAME.json" in draft.rejected[0]
    with pytest.raises(RecordError, match="which securable they are granted on"):
        drafts(databricks, {"somewhere/grants.json": granted(crew=["SELECT"])}, lenient=False)


@pytest.mark.parametrize(
    ("field", "wrong"), [("full_name", 7), ("full_name", "two.parts"), ("owner", []), ("table_type", {})]
)
def test_a_wrong_field_is_named_and_the_other_tables_load(field: str, wrong: Any) -> None:
    body = listed("m.s.t", "m.s.u")
    body["tables"][0][field] = wrong
    body["tables"][1]["fieldOfTomorrow"] = {"x": 1}
    [draft] = drafts(databricks, {f"{ROOT}/tables.json": body})
    assert [f"tables[0].{field}" in text for text in draft.rejected] == [True]
    assert "DataSource:databricks/acme/m/s.u" in nodes(draft)


def test_saved_answers_retire_nothing() -> None:
    [draft] = drafts(databricks, {f"{ROOT}/tables.json": listed("m.s.t")})
    assert draft.complete == ()


@pytest.mark.parametrize("kind", ["external_location", "storage_credential"])
def test_what_opens_files_beside_the_tables_is_a_data_source(kind: str) -> None:
    [draft] = drafts(databricks, {f"{ROOT}/permissions/{kind}/lake.json": granted(**{"ada@x.example": ["READ_FILES"]})})
    expected = ("Account:databricks/acme/ada@x.example", f"DataSource:databricks/acme/{kind}:lake", "READ")
    assert (access(draft), draft.reasons, draft.notes) == ({expected}, [], [])


@pytest.mark.parametrize(("kind", "is_known"), [("function", True), ("metastore", True), ("volcano", False)])
def test_grants_that_are_left_out_are_told_with_their_number(kind: str, is_known: bool) -> None:
    grants = granted(**{"ada@x.example": ["EXECUTE"], "bo@x.example": ["EXECUTE"]})
    [draft] = drafts(databricks, {f"{ROOT}/permissions/{kind}/main.f.json": grants})
    texts = draft.notes if is_known else [reason.detail for reason in draft.reasons]
    assert [f"{kind} (2)" in text for text in texts] == [True]
    assert bool(draft.reasons) != is_known


def test_a_privilege_that_no_table_has_is_told() -> None:
    [draft] = drafts(databricks, {f"{ROOT}/permissions/catalog/a.json": granted(**{"ada@x.example": ["BEFRIEND"]})})
    [reason] = draft.reasons
    assert (reason.code, "BEFRIEND (1)" in reason.detail) == ("UNMAPPED_PRIVILEGE", True)
    assert {level for _, _, level in access(draft)} == {"WRITE"}


def test_effective_permissions_are_read_as_what_they_permit() -> None:
    inherited = {"privilege": "SELECT", "inherited_from_type": "CATALOG", "inherited_from_name": "a"}
    body = {"privilege_assignments": [{"principal": "ada@x.example", "privileges": [inherited]}]}
    [draft] = drafts(databricks, {f"{ROOT}/effective-permissions/table/a.x.t.json": body})
    assert access(draft) == {("Account:databricks/acme/ada@x.example", "DataSource:databricks/acme/a/x.t", "READ")}
