"""Saved catalogues: whose they are, what they prove, what they leave open, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.claims import Edge, Node
from graph.errors import RecordError
from graph.moment import read_moment
from graph.ontology import Permission
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import postgres
from loaders.saved.files import assign_connectors, load_runs, open_documents

NOW = read_moment("2026-11-20T06:00:00Z")
DATA = "DataSource:postgres/prod/db"

Rows = Sequence[Sequence[str]]


def table(*rows: str) -> str:
    return "\n".join(rows) + "\n"


ROLES = table("rolname,rolcanlogin,rolsuper,rolinherit", "eng,f,f,t", "ada,t,f,t", "bo,t,f,f")
MEMBERS = table("role,member,grantor,admin_option", "eng,ada,postgres,f", "eng,bo,postgres,f")
# As the query of the documentation gives it: other names, and no owner.
RELATIONS = table(
    "nspname,relname,relkind,grantee,grantor,privilege_type,is_grantable",
    "s,t,r,owner,owner,SELECT,f",
    "s,t,r,eng,owner,SELECT,f",
    "s,t,r,bo,owner,DELETE,f",
)
SCHEMAS = table("schema,owner,grantee,privilege_type", "s,owner,owner,USAGE", "s,owner,ada,USAGE", "s,owner,bo,CREATE")
COLUMNS = table("nspname,relname,attname,grantee,privilege_type,is_grantable", "s,t,c,ada,UPDATE,f")
DATABASES = table("datname,owner,datallowconn", "db,owner,t")
WHOLE = {
    "roles.csv": ROLES,
    "role_members.csv": MEMBERS,
    "databases.csv": DATABASES,
    "db/relation_acl.csv": RELATIONS,
    "db/schema_acl.csv": SCHEMAS,
    "db/column_acl.csv": COLUMNS,
}


def load(folder: Path, files: dict[str, str], below: str = "postgres/prod", **terms: Any) -> PendingRun:
    for name, text in files.items():
        path = folder / below / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    [draft] = load_runs([folder], Context(NOW, **terms))[0]
    draft.records = list(draft.records)
    return draft


def access(draft: PendingRun) -> dict[tuple[str, str], Permission | None]:
    """Who holds what, by the ends of ids."""
    edges = [record for _, record in draft.records if isinstance(record, Edge) and record.kind == "CAN_ACCESS"]
    return {
        (edge.source.replace(":postgres/prod", ""), edge.target.removeprefix(DATA)): edge.permission for edge in edges
    }


def test_tables_that_are_all_there_prove_all_of_it(tmp_path: Path) -> None:
    draft = load(tmp_path, WHOLE)
    assert draft.header.source == "postgres:prod"
    assert set(draft.complete or ()) == {"Account", "Group", "MEMBER_OF", "DataSource", "CONTAINS", "CAN_ACCESS"}
    assert (draft.reasons, draft.rejected) == ([], [])
    # Of two roles that meet in a third one alone: neither reaches it, nor does who does not inherit.
    assert access(draft) == {
        ("Account/owner", "/s.t"): Permission.ADMIN,
        ("Account/ada", "/s.t"): Permission.WRITE,
    }


@pytest.mark.parametrize(
    ("missing", "lost"),
    [
        ("roles.csv", {"Account", "Group", "MEMBER_OF", "CAN_ACCESS"}),
        ("role_members.csv", {"Group", "MEMBER_OF", "CAN_ACCESS"}),
        ("databases.csv", {"DataSource", "CONTAINS", "CAN_ACCESS"}),
        ("db/relation_acl.csv", {"DataSource", "CONTAINS", "CAN_ACCESS"}),
        ("db/schema_acl.csv", {"CAN_ACCESS"}),
        ("db/column_acl.csv", {"CAN_ACCESS"}),
    ],
)
def test_what_is_not_there_is_said_and_not_vouched_for(missing: str, lost: set[str], tmp_path: Path) -> None:
    draft = load(tmp_path, {name: text for name, text in WHOLE.items() if name != missing})
    every = {"Account", "Group", "MEMBER_OF", "DataSource", "CONTAINS", "CAN_ACCESS"}
    assert set(draft.complete or ()) == every - lost
    assert any(missing.rpartition("/")[2].removesuffix(".csv") in reason.detail for reason in draft.reasons)


def test_where_nobody_says_who_has_usage_grants_count(tmp_path: Path) -> None:
    draft = load(tmp_path, {"db/relation_acl.csv": RELATIONS})
    assert access(draft) == {
        ("Account/owner", "/s.t"): Permission.ADMIN,
        ("Account/eng", "/s.t"): Permission.READ,
        ("Account/bo", "/s.t"): Permission.WRITE,
    }
    assert draft.complete == ()
    assert any("every role is taken to have USAGE" in reason.detail for reason in draft.reasons)
    # Nobody described them: they are nodes by their edges alone.
    assert not any(isinstance(record, Node) and record.id.startswith("Account:") for _, record in draft.records)


def test_what_the_standard_s_view_shows_proves_nothing(tmp_path: Path) -> None:
    text = table(
        "grantor,grantee,table_catalog,table_schema,table_name,privilege_type,is_grantable,with_hierarchy",
        "owner,ada,db,s,v,INSERT,NO,NO",
        "owner,PUBLIC,other,s,t,SELECT,NO,YES",
    )
    draft = load(tmp_path, WHOLE | {"role_table_grants.csv": text})
    assert access(draft)["Account/ada", "/s.v"] == Permission.WRITE
    assert ("Group/public", "DataSource:postgres/prod/other/s.t") in access(draft)
    assert not {"DataSource", "CAN_ACCESS"} & set(draft.complete or ())
    alone = load(tmp_path / "alone", {"prod/role_table_grants.csv": text}, below="postgres")
    assert alone.complete == ()
    assert sum("shows only what whoever saved it could see" in reason.detail for reason in alone.reasons) == 2


def test_a_table_cut_into_numbered_files_is_not_proven_to_be_all(tmp_path: Path) -> None:
    first, second = table(*RELATIONS.splitlines()[:3]), table(RELATIONS.splitlines()[0], RELATIONS.splitlines()[3])
    files = {name: text for name, text in WHOLE.items() if "relation" not in name}
    draft = load(tmp_path, files | {"db/relation_acl.1.csv": first, "db/relation_acl.2.csv": second})
    assert access(draft) == access(load(tmp_path / "whole", WHOLE))
    assert "DataSource" not in (draft.complete or ())


def test_a_table_of_no_database_is_refused_with_where_to_put_it(tmp_path: Path) -> None:
    draft = load(tmp_path, {"relation_acl.csv": RELATIONS}, below="somewhere")
    [refused] = draft.rejected
    assert refused.endswith("Put it at postgres/INSTANCE/DATABASE/relation_acl.csv")
    assert draft.complete == ()


def test_roles_may_lie_with_any_database(tmp_path: Path) -> None:
    files = {"db/roles.csv": ROLES, "db/role_members.csv": MEMBERS, "db/relation_acl.csv": RELATIONS}
    assert set(load(tmp_path, files).complete or ()) == {"Account", "Group", "MEMBER_OF"}


@pytest.mark.parametrize(
    ("name", "row", "place"),
    [
        ("roles.csv", "ada,perhaps,f,t", "'rolcanlogin'"),
        ("roles.csv", ",t,f,t", "'rolname'"),
        ("role_members.csv", "eng,,postgres,f", "'member'"),
        ("databases.csv", ",owner,t", "'datname'"),
        ("db/schema_acl.csv", ",owner,ada,USAGE", "'schema'"),
        ("db/relation_acl.csv", "s,,r,eng,owner,SELECT,f", "'name'"),
        ("db/relation_acl.csv", "s,t,r,eng,owner,SELECT,maybe", "'is_grantable'"),
        ("db/column_acl.csv", "s,t,c", "3 cells"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_alone_and_spoils_its_scope(
    name: str, row: str, place: str, tmp_path: Path
) -> None:
    whole = load(tmp_path / "whole", WHOLE)
    draft = load(tmp_path / "odd", WHOLE | {name: WHOLE[name] + row + "\n"})
    [refused] = draft.rejected
    assert place in refused
    assert f"{name}:{len(WHOLE[name].splitlines()) + 1}" in refused
    assert access(draft) == access(whole)
    assert set(draft.complete or ()) < set(whole.complete or ())
    with pytest.raises(RecordError, match=place):
        load(tmp_path / "odd", {}, lenient=False)


def test_a_privilege_that_nobody_here_knows_counts_as_write_and_is_said(tmp_path: Path) -> None:
    draft = load(tmp_path, WHOLE | {"db/relation_acl.csv": RELATIONS + "s,u,r,ada,owner,COMPACT,f\n"})
    assert access(draft)["Account/ada", "/s.u"] == Permission.WRITE
    [reason] = draft.reasons
    assert (reason.code, "COMPACT" in reason.detail) == ("UNMAPPED_PRIVILEGE", True)


def page(catalogue: str, rows: Any, database: str = "", **head: Any) -> Page:
    told = {"catalogue": catalogue, "page": 1, "last": True} | ({"database": database} if database else {}) | head
    return Page(catalogue, {"postgres": told, "rows": rows})


def told_by(*pages: Page) -> PendingRun:
    [draft] = postgres.normalize(pages, Context(NOW, source="postgres:prod"))
    draft.records = list(draft.records)
    return draft


def role(name: str, **terms: Any) -> dict[str, Any]:
    return {"rolname": name, "rolcanlogin": True, "rolsuper": False, "rolinherit": True} | terms


def grant(schema: str, grantee: str | None, privilege: str, **terms: Any) -> dict[str, Any]:
    told = {"schema": schema, "grantee": grantee, "to_public": False, "privilege_type": privilege, "owner": "owner"}
    return told | terms


def test_of_two_privileges_that_a_role_joins_the_greater_counts() -> None:
    """And whoever is above it in the same case needs no edge of its own."""
    members = [("a_low", "joins"), ("b_high", "joins"), ("opens", "joins"), ("joins", "below")]
    draft = told_by(
        page("roles", [role(name) for name in ("a_low", "b_high", "opens", "joins", "below")]),
        page("role_members", [{"role": one, "member": other, "admin_option": False} for one, other in members]),
        page("databases", [{"datname": "db", "owner": "owner", "datallowconn": True}]),
        page("schema_acl", [grant("s", "opens", "CREATE,USAGE")], "db"),
        page(
            "relation_acl",
            [
                grant("s", "a_low", "SELECT", name="t", relkind="r"),
                grant("s", "b_high", "DELETE", name="t", relkind="r"),
                grant("s", "below", "SELECT", name="u", relkind="r"),
            ],
            "db",
        ),
        page("column_acl", [], "db"),
    )
    # A role with members is a Group too, and both hold what it has.
    assert access(draft) == {
        ("Account/joins", "/s.t"): Permission.WRITE,
        ("Group/joins", "/s.t"): Permission.WRITE,
        ("Account/below", "/s.u"): Permission.READ,
    }


def test_the_owner_of_a_database_has_what_its_owners_role_and_his_own_give_together() -> None:
    draft = told_by(
        page("roles", [role("keeper"), role("pg_database_owner", rolcanlogin=False), role("reader")]),
        page("role_members", [{"role": "keeper", "member": "reader", "admin_option": False}]),
        page("databases", [{"datname": "db", "owner": "keeper", "datallowconn": True}]),
        page("schema_acl", [grant("s", "pg_database_owner", "USAGE")], "db"),
        page("relation_acl", [grant("s", "reader", "SELECT", name="t", relkind="r", owner="pg_database_owner")], "db"),
        page("column_acl", [], "db"),
    )
    assert access(draft) == {
        ("Account/keeper", "/s.t"): Permission.ADMIN,
        ("Group/keeper", "/s.t"): Permission.ADMIN,
        ("Account/reader", "/s.t"): Permission.READ,
    }


def test_memberships_in_a_circle_end() -> None:
    pairs = [("a", "b"), ("b", "c"), ("c", "a")]
    draft = told_by(
        page("roles", [role(name) for name in "abc"]),
        page("role_members", [{"role": one, "member": other, "admin_option": True} for one, other in pairs]),
    )
    edges = [record for _, record in draft.records if isinstance(record, Edge)]
    assert len([edge for edge in edges if not edge.target.endswith("/public")]) == 6


def test_names_that_would_read_as_others_are_quoted() -> None:
    names = [("a.b", "c"), ("a", "b.c"), ('a"', "b"), ("a", 'b"'), ("a/b", "c"), (" a", "b "), ("A", "ß c")]
    rows = [grant(schema, None, "", name=name, relkind="r", privilege_type=None) for schema, name in names]
    draft = told_by(
        page("relation_acl", rows, "db"), page("relation_acl", rows[:1], "db/a"), page("relation_acl", rows[:1], "d.b")
    )
    ids = {
        record.id.removeprefix("DataSource:postgres/prod/") for _, record in draft.records if isinstance(record, Node)
    }
    assert ids == {
        "db",
        '"db/a"',
        "d.b",
        '"db/a"/"a.b".c',
        'd.b/"a.b".c',
        'db/"a.b".c',
        'db/a."b.c"',
        'db/"a""".b',
        'db/a."b"""',
        'db/"a/b".c',
        "db/ a.b ",
        "db/A.ß c",
    }


@pytest.mark.parametrize(
    ("form", "content", "known"),
    [
        ("json", {"postgres": {"catalogue": "roles", "page": 1, "last": True}, "rows": []}, True),
        ("json", {"postgres": {"catalogue": "weather"}, "rows": []}, False),
        ("json", {"postgres": [], "rows": []}, False),
        ("json", {"postgres": {"catalogue": "roles"}, "rows": {}}, False),
        ("json", [1], False),
        ("csv", b"GRANTEE,TABLE_CATALOG,TABLE_SCHEMA,TABLE_NAME,PRIVILEGE_TYPE,WITH_HIERARCHY\n", False),
        ("csv", b"created_on,grantee,table_catalog,table_schema,table_name,privilege_type,with_hierarchy\n", False),
        ("csv", b"schema,grantee,privilege_type\n", False),
        ("csv", b"role,member\n", False),
        ("csv", b"rolname,rolcanlogin,rolsuper\n", True),
    ],
)
def test_files_are_known_by_what_is_in_them(form: str, content: Any, known: bool) -> None:
    head = content if form == "csv" else b""
    document = Document(Path(f"x/y.{form}"), "y", form, None if form == "csv" else content, head)
    assert postgres.recognize(document) is known


def test_a_parquet_file_is_read_as_well(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    folder = tmp_path / "postgres" / "prod" / "db"
    folder.mkdir(parents=True)
    columns = {"schema": ["s"], "name": ["t"], "relkind": ["r"], "grantee": ["PUBLIC"], "privilege_type": ["SELECT"]}
    parquet.write_table(
        pyarrow.table(columns | {"is_grantable": [False], "owner": [None]}), folder / "relation_acl.parquet"
    )
    documents, _ = open_documents([tmp_path])
    assert set(assign_connectors(documents)) == {"postgres"}
    assert access(load(tmp_path, {})) == {("Group/public", "/s.t"): Permission.READ}


def test_roles_alone_vouch_for_accounts_alone() -> None:
    draft = told_by(page("roles", [role("ada", rolcanlogin=False, rolsuper=True)]))
    assert draft.failure is None
    assert set(draft.complete or ()) == {"Account"}
    [account] = [record for _, record in draft.records if isinstance(record, Node) and "Account:" in record.id]
    assert account.props == {"status": "suspended", "attributes": ["superuser"]}


@pytest.mark.parametrize(
    ("until", "status", "shown"),
    [
        (None, "active", None),
        ("infinity", "active", None),
        ("-infinity", "unknown", "1970-01-01T00:00:00.000001Z"),
        ("2026-11-20 05:59:59+00", "unknown", "2026-11-20T05:59:59Z"),
        ("2026-11-20T07:00:00+02", "unknown", "2026-11-20T05:00:00Z"),
        ("2026-11-20 06:00:01.5+00", "active", "2026-11-20T06:00:01.500000Z"),
    ],
)
def test_who_has_an_old_password_may_sign_in_by_other_means(until: str | None, status: str, shown: str | None) -> None:
    draft = told_by(page("roles", [role("ada", rolvaliduntil=until)]))
    [account] = [record for _, record in draft.records if isinstance(record, Node) and "Account:" in record.id]
    assert (account.props["status"], account.props.get("password_valid_until")) == (status, shown)
