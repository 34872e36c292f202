"""What Snowflake's views give: who is whom, which grants count and for whom, and what a run proves."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import RecordError
from graph.ontology import Permission
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.connectors import snowflake
from loaders.connectors.snowflake.identifiers import quoted_key, split_name
from loaders.connectors.snowflake.role_hierarchy import RoleHierarchy
from loaders.saved.files import assign_connectors, load_runs, open_documents
from tests.loaders.source_files import NOW, access, drafts, edges, load, loaded, nodes, reach

AT = "snowflake/harbor"
S = "snowflake/harbor/{}.json".format
ROWS = {"DELETED_ON": None, "CREATED_ON": "2026-01-01T00:00:00Z"}


def user(name: str, **more: Any) -> dict[str, Any]:
    return {"NAME": name, "LOGIN_NAME": name, "DISABLED": "false", **ROWS, **more}


def role(name: str, **more: Any) -> dict[str, Any]:
    return {"NAME": name, "ROLE_TYPE": "ROLE", "OWNER": "USERADMIN", **ROWS, **more}


def grant(holder: str, privilege: str, kind: str, *path: str, **more: Any) -> dict[str, Any]:
    catalog, schema = (path[0] if len(path) > 1 else None), (path[1] if len(path) > 2 else None)
    return {
        "PRIVILEGE": privilege,
        "GRANTED_ON": kind,
        "NAME": path[-1],
        "TABLE_CATALOG": catalog,
        "TABLE_SCHEMA": schema,
        "GRANTED_TO": "ACCOUNT ROLE",
        "GRANTEE_NAME": holder,
        "GRANT_OPTION": "false",
        **ROWS,
        **more,
    }


def member(name: str, of: str, **more: Any) -> dict[str, Any]:
    return {"ROLE": of, "GRANTED_TO": "USER", "GRANTEE_NAME": name, **ROWS, **more}


def opened(holder: str) -> list[dict[str, Any]]:
    return [grant(holder, "USAGE", "DATABASE", "D"), grant(holder, "USAGE", "SCHEMA", "D", "S")]


def files(**views: Any) -> dict[str, Any]:
    return {S(name): rows for name, rows in views.items()}


TABLE = f"DataSource:{AT}/D/S.T"


@pytest.mark.parametrize(
    ("privilege", "option", "level"),
    [
        ("SELECT", "false", "READ"),
        ("INSERT", "false", "WRITE"),
        ("UPDATE", "false", "WRITE"),
        ("DELETE", "false", "WRITE"),
        ("TRUNCATE", "false", "WRITE"),
        ("REFERENCES", "false", "DISCOVER"),
        ("OWNERSHIP", "false", "ADMIN"),
        ("SELECT", "true", "ADMIN"),
        ("BEFRIEND", "false", "WRITE"),
    ],
)
def test_a_privilege_has_its_place_on_the_scale(privilege: str, option: str, level: str) -> None:
    rows = [*opened("R"), grant("R", privilege, "TABLE", "D", "S", "T", GRANT_OPTION=option)]
    [draft] = drafts(snowflake, files(grants_to_roles=rows))
    assert access(draft) == {(f"Group:{AT}/R", TABLE, level)}
    [edge] = edges(draft, "CAN_ACCESS")
    assert ("unmapped privilege" in (edge.evidence or "")) == (privilege == "BEFRIEND")
    details = [reason.detail for reason in draft.reasons if reason.code == "UNMAPPED_PRIVILEGE"]
    assert ["BEFRIEND on TABLE (1)" in detail for detail in details] == [True] * (privilege == "BEFRIEND")


@pytest.mark.parametrize("privilege", ["USAGE", "MONITOR", "CREATE TABLE", "MODIFY", "REFERENCE_USAGE"])
@pytest.mark.parametrize("where", [("DATABASE", "D"), ("SCHEMA", "D", "S")])
def test_what_opens_a_container_is_no_access_to_it(privilege: str, where: tuple[str, ...]) -> None:
    [draft] = drafts(snowflake, files(grants_to_roles=[grant("R", privilege, *where)]))
    assert access(draft) == set()


def test_a_table_grant_counts_where_database_and_schema_are_open() -> None:
    rows = [
        grant("SELECTS", "SELECT", "TABLE", "D", "S", "T"),
        *opened("OPENS"),
        grant("ABOVE", "USAGE", "ROLE", "SELECTS"),
        grant("ABOVE", "USAGE", "ROLE", "OPENS"),
        grant("TOP", "USAGE", "ROLE", "ABOVE"),
    ]
    members = [member("ONE", "SELECTS"), member("TWO", "OPENS"), member("THREE", "TOP")]
    members += [member("BOTH", "SELECTS"), member("BOTH", "OPENS")]
    names = ["ONE", "TWO", "THREE", "BOTH"]
    found = drafts(snowflake, files(grants_to_roles=rows, grants_to_users=members, users=[user(one) for one in names]))
    # The lowest role that has both, and the user who has both through two roles.
    assert access(found[0]) == {(f"Group:{AT}/ABOVE", TABLE, "READ"), (f"Account:{AT}/BOTH", TABLE, "READ")}
    snapshot = loaded(found)
    reached = {one: TABLE in reach(snapshot, f"Account:{AT}/{one}") for one in names}
    assert reached == {"ONE": False, "TWO": False, "THREE": True, "BOTH": True}


def test_a_grant_that_counts_for_nobody_stays_visible() -> None:
    rows = [grant("R", "SELECT", "TABLE", "D", "S", "T"), grant("O", "USAGE", "DATABASE", "OTHER")]
    [draft] = drafts(snowflake, files(grants_to_roles=rows))
    assert access(draft) == set()
    assert nodes(draft)[f"Group:{AT}/R"].props["dormant_grants"] == ["SELECT on table D.S.T"]


def test_without_any_privilege_on_a_database_every_grant_counts_and_the_run_says_so() -> None:
    [draft] = drafts(snowflake, files(grants_to_roles=[grant("R", "SELECT", "TABLE", "D", "S", "T")]))
    assert access(draft) == {(f"Group:{AT}/R", TABLE, "READ")}
    assert "USAGE on its database is in none of the files" in (edges(draft, "CAN_ACCESS")[0].evidence or "")
    assert any("as if it had USAGE" in reason.detail for reason in draft.reasons)


@pytest.mark.parametrize(
    ("more", "level"),
    [
        ({"DATABASE_NAME": "D", "DATABASE_OWNER": "X", "TYPE": "IMPORTED DATABASE"}, "READ"),
        ({"DATABASE_NAME": "D", "DATABASE_OWNER": "X", "TYPE": "STANDARD"}, None),
        ({"name": "D", "owner": "X", "origin": "AB1.SHARE", "retention_time": "1"}, "READ"),
        ({"name": "D", "owner": "X", "origin": "", "retention_time": "1"}, None),
    ],
)
def test_usage_of_a_database_that_another_account_shares_reads_it(more: dict[str, Any], level: str | None) -> None:
    [draft] = drafts(snowflake, files(grants_to_roles=[grant("R", "USAGE", "DATABASE", "D")], databases=[more]))
    assert access(draft) == ({(f"Group:{AT}/R", f"DataSource:{AT}/D", level)} if level else set())


def test_history_ends_when_the_grant_was_revoked() -> None:
    past = {"CREATED_ON": "2026-02-01T00:00:00Z", "DELETED_ON": "2026-03-01T00:00:00Z"}
    rows = [*opened("R"), grant("R", "SELECT", "TABLE", "D", "S", "T", **past)]
    views = files(grants_to_roles=rows, users=[user("U")], grants_to_users=[member("U", "R")])
    snapshot = loaded(drafts(snowflake, views))
    inside, after = 1_771_000_000_000_000, NOW  # 13 February 2026
    assert reach(snapshot, f"Account:{AT}/U", inside) == {TABLE: "READ"}
    assert TABLE not in reach(snapshot, f"Account:{AT}/U", after)


def test_who_manages_the_account_or_all_grants_reaches_everything() -> None:
    rows = [grant("GRANTER", "MANAGE GRANTS", "ACCOUNT", "HX1"), grant("MAKER", "CREATE USER", "ACCOUNT", "HX1")]
    rows += [*opened("R"), grant("R", "SELECT", "TABLE", "D", "S", "T")]
    members = [member("A", "ACCOUNTADMIN"), member("G", "GRANTER"), member("M", "MAKER")]
    snapshot = loaded(drafts(snowflake, files(grants_to_roles=rows, grants_to_users=members)))
    assert reach(snapshot, f"Account:{AT}/A")[TABLE] == "ADMIN"
    assert reach(snapshot, f"Account:{AT}/G")[TABLE] == "ADMIN"
    assert reach(snapshot, f"Account:{AT}/M") == {}


@pytest.mark.parametrize(
    ("more", "status", "sort"),
    [
        ({"DISABLED": "false", "TYPE": None}, "active", "person"),
        ({"DISABLED": True, "TYPE": "PERSON"}, "suspended", "person"),
        ({"DISABLED": False, "TYPE": "SERVICE"}, "active", "service"),
        ({"DISABLED": "", "TYPE": "LEGACY_SERVICE"}, None, "legacy_service"),
        ({"DISABLED": "false", "TYPE": "PERSON", "EXPIRES_AT": "2026-01-01 00:00:00.000 -0800"}, "suspended", "person"),
        ({"DISABLED": "false", "TYPE": "PERSON", "EXPIRES_AT": "2099-01-01"}, "active", "person"),
    ],
)
def test_a_user_has_the_status_and_sort_that_snowflake_says(
    more: dict[str, Any], status: str | None, sort: str
) -> None:
    [draft] = drafts(snowflake, files(users=[user("U", EMAIL="U@x.example", **more)]))
    props = nodes(draft)[f"Account:{AT}/U"].props
    assert (props.get("status"), props["user_type"], props["email"]) == (status, sort, "u@x.example")


def test_a_name_used_again_is_the_user_who_is_there() -> None:
    dropped = user("U", EMAIL="old@x.example", DELETED_ON="2026-05-01T00:00:00Z")
    for order in ([dropped, user("U", EMAIL="new@x.example")], [user("U", EMAIL="new@x.example"), dropped]):
        [draft] = drafts(snowflake, files(users=order))
        node = nodes(draft)[f"Account:{AT}/U"]
        assert (node.props["email"], node.until) == ("new@x.example", None)


def test_keys_and_tokens_of_a_disabled_user_are_of_no_use() -> None:
    token = {"name": "t", "user_name": "U", "role_restriction": "", "status": "ACTIVE", "expires_at": None}
    rows = [user("U", DISABLED="true", HAS_RSA_PUBLIC_KEY="true"), user("V", HAS_RSA_PUBLIC_KEY="true")]
    account, tokens = drafts(snowflake, files(users=rows, access_tokens=[token, {**token, "user_name": "V"}]))
    found = nodes(account) | nodes(tokens)
    keys = {name: node.props["status"] for name, node in found.items() if name.startswith("Credential:")}
    assert keys == {
        f"Credential:{AT}/U/rsa_public_key": "revoked",
        f"Credential:{AT}/V/rsa_public_key": "active",
        f"Credential:{AT}/U/t": "revoked",
        f"Credential:{AT}/V/t": "active",
    }
    assert (account.header.source, tokens.header.source) == ("snowflake:harbor", "snowflake:harbor/tokens")


def test_a_restricted_token_has_one_role_of_its_user() -> None:
    token = {"name": "t", "user_name": "U", "role_restriction": "ONE", "status": "ACTIVE", "expires_at": "1900000000.5"}
    rows = [*opened("ONE"), grant("ONE", "SELECT", "TABLE", "D", "S", "T"), grant("TWO", "OWNERSHIP", "DATABASE", "E")]
    members = [member("U", "ONE"), member("U", "TWO")]
    snapshot = loaded(
        drafts(
            snowflake, files(users=[user("U")], grants_to_roles=rows, grants_to_users=members, access_tokens=[token])
        )
    )
    assert reach(snapshot, f"Credential:{AT}/U/t") == {TABLE: "READ"}
    assert reach(snapshot, f"Account:{AT}/U") == {TABLE: "READ", f"DataSource:{AT}/E": "ADMIN"}


SHOWN = {
    S("show_users"): [{"name": "U", "has_mfa": "false"}],
    S("show_roles"): [{"name": "R", "assigned_to_users": 1, "granted_to_roles": 0, "granted_roles": 1}],
    S("show_grants_of_role"): {
        "R": [{"role": "R", "granted_to": "USER", "grantee_name": "U", "created_on": "2026-01-01T00:00:00.5+00:00"}]
    },
}


@pytest.mark.parametrize(
    "grants",
    [
        [
            {"privilege": "USAGE", "granted_on": "DATABASE", "name": "D"},
            {"privilege": "USAGE", "granted_on": "SCHEMA", "name": "D.S"},
            {"privilege": "SELECT", "granted_on": "TABLE", "name": 'D.S."T"'},
        ],
        {
            "R": [
                {"securable": {"name": "D"}, "securable_type": "DATABASE", "privileges": ["USAGE"]},
                {"securable": {"database": "D", "name": "S"}, "securable_type": "SCHEMA", "privileges": ["USAGE"]},
                {
                    "securable": {"database": "D", "schema": "S", "name": "T"},
                    "securable_type": "TABLE",
                    "privileges": ["SELECT", "REFERENCES"],
                    "grant_option": False,
                },
            ]
        },
    ],
)
def test_what_show_and_the_rest_api_answer_says_the_same_as_the_views(grants: Any) -> None:
    if isinstance(grants, list):
        grants = [{**row, "granted_to": "ROLE", "grantee_name": "R", "grant_option": "false"} for row in grants]
    found = drafts(snowflake, {**SHOWN, S("show_grants"): grants})
    assert reach(loaded(found), f"Account:{AT}/U") == {TABLE: "READ"}


def test_show_that_may_be_cut_off_proves_nothing() -> None:
    rows = [{"name": f"U{number}", "has_mfa": "true"} for number in range(10_000)]
    [draft] = drafts(snowflake, {S("show_users"): rows})
    assert "Account" not in draft.header.complete
    assert any("as many as SHOW lists" in reason.detail for reason in draft.reasons)
    [draft] = drafts(snowflake, {S("show_users"): rows[1:]})
    assert "Account" in draft.header.complete


def test_missing_views_are_named_and_what_they_would_prove_is_not_vouched_for() -> None:
    [draft] = drafts(snowflake, files(users=[user("U")]))
    assert draft.header.complete == ("Account", "Credential", "HAS_CREDENTIAL", "RUNS_AS")
    [reason] = draft.reasons
    assert (reason.code, reason.detail) == (
        "MISSING_VIEWS",
        "not among the files: ROLES, GRANTS_TO_ROLES, GRANTS_TO_USERS, DATABASES, SCHEMATA, TABLES",
    )


@pytest.mark.parametrize(
    ("view", "row", "field"),
    [
        ("users", user("U", DISABLED="perhaps"), "DISABLED"),
        ("users", user("U", NAME=None), "NAME"),
        ("users", user("U", EMAIL=7), "EMAIL"),
        ("users", user("U", CREATED_ON="yesterday"), "CREATED_ON"),
        ("users", user("U", CREATED_ON="99999999999999"), "CREATED_ON"),
        ("roles", role("R", NAME=["R"]), "NAME"),
        ("grants_to_roles", grant("R", "SELECT", "TABLE", "T"), "NAME"),
        ("grants_to_roles", grant("", "SELECT", "TABLE", "D", "S", "T"), "GRANTEE_NAME"),
        ("grants_to_users", member("U", "R", GRANTED_TO=None), "GRANTED_TO"),
        ("users", "U", "[1]"),
    ],
)
def test_a_bad_row_is_refused_by_its_field_and_harms_no_other(view: str, row: Any, field: str) -> None:
    good = {"users": user("GOOD"), "roles": role("GOOD"), "grants_to_users": member("GOOD", "R")}
    first = good.get(view) or grant("GOOD", "OWNERSHIP", "DATABASE", "D")
    [draft] = drafts(snowflake, files(**{view: [first, row]}))
    assert len(draft.rejected) == 1
    assert field in draft.rejected[0]
    assert draft.complete == ()
    assert any("GOOD" in str(record) for _, record in draft.records)
    with pytest.raises(RecordError):
        drafts(snowflake, files(**{view: [first, row]}), lenient=False)


def test_what_a_complete_export_no_longer_lists_is_retired_and_only_by_a_complete_one() -> None:
    def export(names: list[str], **more: Any) -> dict[str, Any]:
        rows = [*opened("R"), grant("R", "SELECT", "TABLE", "D", "S", "T")]
        views = {"users": [user(one) for one in names], "roles": [role("R")], "grants_to_roles": rows}
        return files(**views, grants_to_users=[member(one, "R") for one in names], **more)

    store, later = MemoryStore(), NOW + 1_000_000
    load(store, drafts(snowflake, export(["A", "B"])))
    broken = {**export(["A"]), S("users"): [user("A"), user("X", DISABLED="?")]}
    [outcome] = load(store, drafts(snowflake, broken, observed_at=later))
    assert outcome.retired == {}
    [outcome] = load(store, drafts(snowflake, export(["A"]), observed_at=later + 1))
    assert outcome.retired == {"Account": 1, "MEMBER_OF": 1}


def test_csv_parquet_and_json_say_the_same(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    rows = [*opened("R"), grant("R", "SELECT", "TABLE", "D", "S", "T")]
    found = []
    for form in ("csv", "json", "parquet"):
        folder = tmp_path / form / "snowflake" / "harbor"
        folder.mkdir(parents=True)
        if form == "json":
            (folder / "grants.json").write_text(json.dumps(rows))
        elif form == "parquet":
            parquet.write_table(pa.Table.from_pylist(rows), folder / "grants.parquet")
        else:
            with (folder / "grants.csv").open("w", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)
        [draft] = load_runs([tmp_path / form], Context(NOW))[0]
        found.append([record for _, record in draft.records])
    assert found[0] == found[1] == found[2]
    assert len(found[0]) > 4


def test_no_other_connector_takes_its_files() -> None:
    folder = Path(__file__).parents[1] / "fixtures" / "snowflake" / "golden"
    documents, skipped = open_documents([folder])
    assert (set(assign_connectors(documents)), skipped) == ({"snowflake"}, [])
    assert not any(map(snowflake.recognize, open_documents([folder.parents[1] / "okta"])[0]))


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), min_size=1, max_size=3))
def test_qualified_names_are_read_as_they_are_quoted(parts: list[str]) -> None:
    quoted = ".".join('"' + part.replace('"', '""') + '"' for part in parts)
    assert split_name(quoted) == tuple(parts)
    assert split_name(quoted_key(parts[0])) == (parts[0],) or quoted_key(parts[0]) == parts[0]


# --- the law: whoever the snapshot says reaches a table is whoever Snowflake would let in, and no one else


ROLES = [f"R{number}" for number in range(6)]
PEOPLE = ["U0", "U1", "U2"]
PATHS = [("D0", "S0", "T0"), ("D0", "S1", "T1"), ("D1", "S0", "T2")]
LEVELS = {"SELECT": 2, "INSERT": 3, "OWNERSHIP": 4, "REFERENCES": 1}

worlds = st.fixed_dictionaries(
    {
        # Arbitrary, so with cycles too: Snowflake forbids them, a file may not.
        "inherits": st.sets(st.tuples(st.sampled_from(ROLES), st.sampled_from(ROLES)), max_size=9),
        "members": st.sets(st.tuples(st.sampled_from(PEOPLE), st.sampled_from([*ROLES, "PUBLIC"])), max_size=6),
        "databases": st.sets(st.tuples(st.sampled_from([*ROLES, "PUBLIC"]), st.sampled_from(["D0", "D1"])), max_size=5),
        "schemas": st.sets(
            st.tuples(st.sampled_from([*ROLES, "PUBLIC"]), st.sampled_from([path[:2] for path in PATHS])), max_size=6
        ),
        "tables": st.sets(
            st.tuples(st.sampled_from([*ROLES, "PUBLIC"]), st.sampled_from(PATHS), st.sampled_from(sorted(LEVELS))),
            max_size=6,
        ),
    }
)


def brute_force(world: dict[str, Any], person: str) -> dict[str, str]:
    """Every role of the person until nothing is added; then each table whose database and schema some role opens."""
    mine = {"PUBLIC"} | {role for who, role in world["members"] if who == person}
    while True:
        more = mine | {child for parent, child in world["inherits"] if parent in mine}
        if more == mine:
            break
        mine = more
    found: dict[tuple[str, ...], int] = {}
    for holder, path, privilege in world["tables"]:
        has_database = any((one, path[0]) in world["databases"] for one in mine)
        has_schema = any((one, path[:2]) in world["schemas"] for one in mine)
        if holder in mine and has_database and has_schema:
            found[path] = max(found.get(path, 0), LEVELS[privilege])
    return {f"DataSource:{AT}/{d}/{s}.{t}": Permission(level).name for (d, s, t), level in found.items()}


@settings(deadline=None, max_examples=60)
@given(worlds)
def test_reach_is_exactly_what_the_roles_of_a_person_allow(world: dict[str, Any]) -> None:
    rows = [grant(parent, "USAGE", "ROLE", child) for parent, child in world["inherits"]]
    rows += [grant(holder, "USAGE", "DATABASE", name) for holder, name in world["databases"]]
    rows += [grant(holder, "USAGE", "SCHEMA", *path) for holder, path in world["schemas"]]
    rows += [grant(holder, privilege, "TABLE", *path) for holder, path, privilege in world["tables"]]
    rows.append(grant("NOBODY", "USAGE", "DATABASE", "ELSEWHERE"))  # so that the export is known to tell of databases
    views = files(
        users=[user(one) for one in PEOPLE],
        roles=[role(one) for one in [*ROLES, "PUBLIC"]],
        grants_to_roles=rows,
        grants_to_users=[member(*one) for one in sorted(world["members"])],
    )
    snapshot = loaded(drafts(snowflake, views))
    for person in PEOPLE:
        assert reach(snapshot, f"Account:{AT}/{person}") == brute_force(world, person)


@given(worlds)
def test_a_grant_is_placed_no_higher_than_it_must(world: dict[str, Any]) -> None:
    """Between the grantee and a place, no role on the way has all that the grant needs."""
    hierarchy = RoleHierarchy()
    for parent, child in world["inherits"]:
        hierarchy.inherit(parent, child)
    for holder, name in world["databases"]:
        hierarchy.allow_usage(holder, name)
    for holder, (name, _), _ in [(one, path, 0) for one, path in world["schemas"]]:
        hierarchy.allow_usage(holder, f"{name}!")
    needs = frozenset({"D0", "D0!"})
    for start in ROLES:
        places = hierarchy.effective_holders(start, needs)
        if start in places:
            assert places == (start,)
        assert all(hierarchy.effective_holders(one, needs) == (one,) for one in places)


def database_role(name: str, database: str) -> dict[str, Any]:
    return {"NAME": name, "ROLE_TYPE": "DATABASE_ROLE", "ROLE_DATABASE_NAME": database, "OWNER": "USERADMIN", **ROWS}


@pytest.mark.parametrize(
    ("grantee", "listed", "holder"),
    [
        ("PEEK", ["PEEK"], "D.PEEK"),
        ("PEEK", [], "D.PEEK"),
        ("D.PEEK", ["PEEK"], "D.PEEK"),
        ("D.PEEK", [], "D.PEEK"),
        ('"D"."PEEK"', ["PEEK"], "D.PEEK"),
        ("D.PEEK", ["D.PEEK"], 'D."D.PEEK"'),
        ("D.PEEK", ["D.PEEK", "PEEK"], "D.PEEK"),
    ],
)
@pytest.mark.parametrize("is_roles_first", [True, False])
def test_a_database_role_is_one_role_bare_or_qualified(
    grantee: str, listed: list[str], holder: str, is_roles_first: bool
) -> None:
    to_role = {"GRANTED_TO": "DATABASE_ROLE"}
    rows = [
        grant(grantee, "USAGE", "DATABASE", "D", TABLE_CATALOG="D", **to_role),
        grant(grantee, "USAGE", "SCHEMA", "D", "S", **to_role),
        grant(grantee, "SELECT", "TABLE", "D", "S", "T", **to_role),
        grant("ANALYST", "USAGE", "DATABASE_ROLE", "D", grantee),
    ]
    views = {"grants_to_roles": rows, "roles": [database_role(name, "D") for name in listed]}
    order = sorted(views, reverse=is_roles_first)
    [draft] = drafts(snowflake, files(**{view: views[view] for view in order if views[view]}))
    assert access(draft) == {(f"Group:{AT}/{holder}", TABLE, "READ")}
    [edge] = edges(draft, "MEMBER_OF")
    assert (edge.source, edge.target) == (f"Group:{AT}/ANALYST", f"Group:{AT}/{holder}")


def test_a_qualified_name_without_its_database_beside_it_is_read_whole() -> None:
    rows = [grant("ANALYST", "USAGE", "DATABASE_ROLE", "D.PEEK")]
    [draft] = drafts(snowflake, files(grants_to_roles=rows))
    [edge] = edges(draft, "MEMBER_OF")
    assert edge.target == f"Group:{AT}/D.PEEK"


def test_a_data_privilege_on_a_schema_reaches_what_is_in_it() -> None:
    [draft] = drafts(snowflake, files(grants_to_roles=[*opened("R"), grant("R", "SELECT", "SCHEMA", "D", "S")]))
    assert access(draft) == {(f"Group:{AT}/R", f"DataSource:{AT}/D/S", "READ")}
