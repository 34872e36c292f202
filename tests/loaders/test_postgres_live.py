"""A real server read as it changes, by a role of few rights, over connections that break: nothing lost, nothing retired wrongly."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from psycopg.sql import SQL, Identifier

from graph.claims import Edge, Node, RunHeader
from graph.errors import FetchError, InputError
from graph.moment import SECOND, read_moment
from graph.ontology import Permission
from graph.snapshot import CONVEYS, KEYS_ONLY, Basis, snapshot_of
from graph.stores.base import Outcome
from graph.stores.memory import MemoryStore
from loaders.base import Context, Page, PendingRun, Secret
from loaders.connectors import postgres
from loaders.connectors.postgres import session
from loaders.connectors.postgres.session import CatalogSession
from loaders.ingest import ingest
from loaders.live.http import Clock, FetchContext, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from loaders.mcp.dsn import parse_dsn
from loaders.saved.files import load_runs
from queries import blast_radius
from tests.loaders.cursor_api import FastClock
from tests.loaders.postgres_proxy import HANGS, Proxy, proxying
from tests.servers.postgres import Server

NOW = read_moment("2026-11-20T06:00:00Z")
WORD = "s3cr3t of the collector's"
SALES, STOCK = "live_sales", "live_stock"
SCOPES = {"Account", "Group", "MEMBER_OF", "DataSource", "CONTAINS", "CAN_ACCESS"}
ACCOUNT, DATA = "Account:postgres/prod/", "DataSource:postgres/prod/"

SETUP = f"""
CREATE ROLE live_remit LOGIN PASSWORD '{WORD.replace("'", "''")}';
CREATE ROLE live_readers; CREATE ROLE live_ada LOGIN IN ROLE live_readers; CREATE ROLE live_bo LOGIN;
"""
TABLES = """
CREATE SCHEMA shop; GRANT USAGE ON SCHEMA shop TO PUBLIC;
CREATE TABLE shop.orders (id int); CREATE TABLE shop.items (id int);
GRANT SELECT ON shop.orders TO live_readers; GRANT INSERT ON shop.items TO live_bo;
"""


@pytest.fixture
def admin(postgres_server: Server) -> Iterator[Any]:
    """A superuser, with two databases and some roles; all of it goes in the end."""
    with postgres_server.address.connect() as connection:
        connection.execute(SETUP)
        for name in (SALES, STOCK):
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
            with postgres_server.address.connect(name) as inside:
                inside.execute(TABLES)
        try:
            yield connection
        finally:
            found = "SELECT datname::text FROM pg_database WHERE datname LIKE 'live%'"
            for (name,) in connection.execute(found).fetchall():
                connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))
            for (name,) in connection.execute(
                "SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'live%'"
            ).fetchall():
                connection.execute(SQL("DROP ROLE {}").format(Identifier(name)))


@pytest.fixture
def config(postgres_server: Server, admin: Any) -> postgres.Config:
    address = postgres_server.address
    return postgres.Config(
        instance="prod",
        host=address.host,
        port=address.port,
        user="live_remit",
        password=Secret(WORD),
        sslmode="prefer" if address.host.startswith("127.") else "require",
        database=SALES,
        databases=(SALES, STOCK),
        connect_timeout_s=2,
    )


def io(clock: FastClock | None = None, attempts: int = 3) -> FetchContext:
    clock = clock or FastClock()
    return FetchContext(NOW, Clock(clock.now_s, clock.sleep), RetryPolicy(max_attempts=attempts))


def draft_of(config: postgres.Config, attempts: int = 3) -> PendingRun:
    [draft] = postgres.normalize(
        postgres.fetch(config, io(attempts=attempts), None), Context(NOW, source="postgres:prod")
    )
    draft.records = list(draft.records)
    return draft


def run(config: postgres.Config, store: MemoryStore, day: int = 0) -> Outcome:
    clock = FastClock()
    [outcome] = sync(
        store,
        "postgres",
        config,
        SyncOptions(
            retry_policy=RetryPolicy(max_attempts=2),
            clock=Clock(clock.now_s, clock.sleep, lambda: NOW + day * 86_400 * SECOND),
        ),
    )
    return outcome


def reached(store: MemoryStore, start: str, day: int = 0) -> dict[str, str | None]:
    at = NOW + day * 86_400 * SECOND
    rows = blast_radius.run(snapshot_of(store, at), blast_radius.Params((start,), at, kinds=("DataSource",))).reached
    return dict(zip(rows.columns().id, rows.columns().permission, strict=True))


def told(pages: list[Page]) -> str:
    """Everything that a person could get to see of pages."""
    return repr(pages) + json.dumps([page.body for page in pages])


def test_a_role_without_rights_reads_everything(config: postgres.Config) -> None:
    store = MemoryStore()
    outcome = run(config, store)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    [state] = store.sources()
    assert (state.source, set(state.scopes), state.max_age_s) == ("postgres:prod", SCOPES, 86_400)
    assert reached(store, f"{ACCOUNT}live_ada") == {
        f"{DATA}{SALES}/shop.orders": "READ",
        f"{DATA}{STOCK}/shop.orders": "READ",
    }
    assert reached(store, f"{ACCOUNT}live_bo") == {f"{DATA}{name}/shop.items": "WRITE" for name in (SALES, STOCK)}
    assert not run(config, store).changed


def test_what_is_dropped_is_retired_and_what_is_revoked_ends(
    config: postgres.Config, admin: Any, postgres_server: Server
) -> None:
    store = MemoryStore()
    run(config, store)
    with postgres_server.address.connect(SALES) as inside:
        inside.execute("DROP TABLE shop.orders; REVOKE INSERT ON shop.items FROM live_bo")
    admin.execute("REVOKE live_readers FROM live_ada; ALTER ROLE live_bo NOLOGIN")
    assert run(config, store, 1).state == "COMPLETE"
    day_later = NOW + 86_400 * SECOND
    snapshot = snapshot_of(store, day_later)
    assert snapshot.index_of(f"{DATA}{SALES}/shop.orders") not in alive(store, day_later)
    assert snapshot.index_of(f"{DATA}{STOCK}/shop.orders") in alive(store, day_later)
    assert reached(store, f"{ACCOUNT}live_ada", 1) == {}
    # Nobody can sign in as this role any more; the day before somebody could.
    cut = snapshot.at(day_later, Basis.EITHER)
    assert cut.mode[snapshot.index_of(f"{ACCOUNT}live_bo")] == KEYS_ONLY
    assert len(reached(store, f"{ACCOUNT}live_bo", 0)) == 2
    assert reached(store, f"{ACCOUNT}live_bo", 1) == {}
    with postgres_server.address.connect(STOCK) as inside:
        inside.execute("DROP OWNED BY live_bo")
    admin.execute("DROP ROLE live_bo")
    assert run(config, store, 2).state == "COMPLETE"
    last = NOW + 2 * 86_400 * SECOND
    snapshot = snapshot_of(store, last)
    assert snapshot.prop(snapshot.index_of(f"{ACCOUNT}live_bo"), "status", last) == "deleted"


def alive(store: MemoryStore, moment: int) -> set[int]:
    """The places of the nodes that are there at a moment."""
    snapshot = snapshot_of(store, moment)
    mode = snapshot.at(moment, Basis.EITHER).mode
    return {place for place in range(snapshot.count) if mode[place] in (CONVEYS, KEYS_ONLY)}


def test_a_database_that_cannot_be_entered_makes_the_run_partial_and_retires_nothing(
    config: postgres.Config, admin: Any, postgres_server: Server
) -> None:
    store = MemoryStore()
    run(config, store)
    before = reached(store, f"{ACCOUNT}live_ada")
    admin.execute(f"REVOKE CONNECT ON DATABASE {STOCK} FROM PUBLIC")
    with postgres_server.address.connect(SALES) as inside:
        inside.execute("DROP TABLE shop.orders")
    with postgres_server.address.connect(STOCK) as inside:
        inside.execute("DROP TABLE shop.orders")
    admin.execute("CREATE ROLE live_new LOGIN; DROP OWNED BY live_bo")
    outcome = run(config, store, 1)
    assert outcome.state == "PARTIAL"
    [reason] = outcome.reasons
    assert reason.code == "DATABASE_NOT_READ"
    assert STOCK in reason.detail
    assert "live_remit lacks CONNECT" in reason.detail
    # Of the roles all is known: who is new, and who is gone.
    assert reached(store, f"{ACCOUNT}live_ada", 1) == before
    assert snapshot_of(store, NOW).index_of(f"{ACCOUNT}live_new") >= 0
    admin.execute(f"GRANT CONNECT ON DATABASE {STOCK} TO live_remit")
    assert run(config, store, 2).state == "COMPLETE"
    assert reached(store, f"{ACCOUNT}live_ada", 2) == {}


def test_none_named_all_databases_are_read_but_template0(config: postgres.Config, admin: Any) -> None:
    draft = draft_of(replace(config, databases=()))
    listed = "SELECT datname::text FROM pg_database WHERE datname <> 'template0'"
    assert {node.name for node in nodes(draft, "DataSource:") if node.props["type"] == "database"} == {
        name for (name,) in admin.execute(listed)
    }
    assert set(draft.complete or ()) == SCOPES
    admin.execute(f"ALTER DATABASE {STOCK} WITH ALLOW_CONNECTIONS false")
    draft = draft_of(replace(config, databases=()))
    assert [f"database {STOCK} accepts no connections" in reason.detail for reason in draft.reasons] == [True]
    assert set(draft.complete or ()) == SCOPES - {"DataSource", "CONTAINS", "CAN_ACCESS"}


def test_a_database_that_is_named_but_not_there_is_said(config: postgres.Config) -> None:
    draft = draft_of(replace(config, databases=(SALES, "live_nowhere")))
    [reason] = draft.reasons
    assert "live_nowhere is not there. Check the setting databases" in reason.detail
    assert not {"DataSource", "CAN_ACCESS"} & set(draft.complete or ())


def nodes(draft: PendingRun, prefix: str) -> list[Node]:
    return [record for _, record in draft.records if isinstance(record, Node) and record.id.startswith(prefix)]


# What goes wrong, which setting is named, and the code of the reason.
WRONG: list[tuple[str, dict[str, Any], str, str]] = [
    ("password", {"password": Secret("wrong")}, "user and password", "UNAUTHORIZED"),
    ("no password", {"password": Secret("")}, "password", "UNAUTHORIZED"),
    ("user", {"user": "live_nobody"}, "user and password", "UNAUTHORIZED"),
    ("database", {"database": "live_nowhere"}, "database, databases and user", "FETCH_FAILED"),
    ("TLS", {"sslmode": "require"}, "sslmode", "FETCH_FAILED"),
    ("host", {"host": "/nowhere/at/all"}, "host and port", "FETCH_FAILED"),
]


@pytest.mark.parametrize(("what", "terms", "setting", "code"), WRONG, ids=[one[0] for one in WRONG])
def test_what_a_person_must_mend_names_the_setting_and_is_not_tried_again(
    what: str, terms: dict[str, Any], setting: str, code: str, config: postgres.Config, postgres_server: Server
) -> None:
    if what == "TLS" and has_tls(postgres_server):
        pytest.skip("this server speaks TLS")
    clock = FastClock()
    pages = list(postgres.fetch(replace(config, **terms), io(clock), None))
    [failure] = [page.failure for page in pages]
    assert failure is not None
    assert failure.code == code
    assert f"Check the setting {setting}" in failure.detail
    assert "of postgres, instance prod" in failure.detail
    assert clock.slept == []
    assert WORD not in told(pages)
    assert "wrong" not in failure.detail
    [draft] = postgres.normalize(pages, Context(NOW, source="postgres:prod"))
    assert draft.failure == failure


def has_tls(server: Server) -> bool:
    with server.address.connect() as connection:
        row = connection.execute("SHOW ssl").fetchone()
    return row == ("on",)


def test_a_port_that_nobody_listens_at_is_tried_again_and_then_named(config: postgres.Config) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    clock = FastClock()
    [page] = postgres.fetch(replace(config, host="127.0.0.1", port=port), io(clock), None)
    assert page.failure is not None
    assert "Connection refused" in page.failure.detail
    assert "Check the setting host and port" in page.failure.detail
    assert len(clock.slept) == 2


def test_a_server_that_never_answers_is_given_up(config: postgres.Config) -> None:
    with proxied(config, rest=HANGS) as (proxy, through):
        [page] = postgres.fetch(through, io(attempts=1), None)
    assert page.failure is not None
    assert "connect_timeout_s" in page.failure.detail
    assert proxy.count == 1


def test_a_server_that_falls_silent_is_left(config: postgres.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "_GRACE_S", 0.2)
    with proxied(config) as (proxy, through):
        list(postgres.fetch(through, io(), None))
        lengths = list(proxy.sent)
    # In the middle of rows; the next attempt is answered.
    with proxied(config, lengths[0] // 2, None) as (proxy, through):
        proxy.stalls = True
        pages = list(postgres.fetch(replace(through, statement_timeout_s=1), io(), None))
    assert [page.failure for page in pages if page.failure] == []
    assert proxy.count == 3


def test_a_query_that_takes_too_long_names_its_setting(config: postgres.Config, postgres_server: Server) -> None:
    with postgres_server.address.connect() as connection, connection.transaction():
        connection.execute("LOCK TABLE pg_auth_members IN ACCESS EXCLUSIVE MODE")
        [page] = postgres.fetch(replace(config, statement_timeout_s=1), io(), None)
    assert page.failure is not None
    assert "Check the setting statement_timeout_s" in page.failure.detail


class proxied:
    """The same server through a proxy."""

    def __init__(self, config: postgres.Config, *faults: int | None, rest: int | None = None) -> None:
        self._config = config
        self._proxying = proxying(config.host, config.port, *faults, rest=rest)

    def __enter__(self) -> tuple[Proxy, postgres.Config]:
        proxy = self._proxying.__enter__()
        return proxy, replace(self._config, host="127.0.0.1", port=proxy.port)

    def __exit__(self, *error: Any) -> None:
        self._proxying.__exit__(*error)


def test_every_connection_may_break_once_anywhere_and_nothing_is_lost(config: postgres.Config) -> None:
    with proxied(config) as (proxy, through):
        whole = bodies(postgres.fetch(through, io(), None))
        lengths = list(proxy.sent)
    assert len(lengths) == 2
    # Within the greeting, in the middle of rows, and at the last byte, of each of the two connections.
    for share in (0.0, 0.001, 0.2, 0.5, 0.8, 1.0):
        faults = [max(0, int(share * length) - 1) for length in lengths]
        with proxied(config, faults[0], None, faults[1], None) as (proxy, through):
            assert bodies(postgres.fetch(through, io(), None)) == whole, share
            assert proxy.count == 4


def bodies(pages: Iterator[Page]) -> list[Any]:
    """What came, without the addresses under which the server is known."""
    return [page.body if page.failure is None else page.failure for page in pages]


def test_a_connection_that_keeps_breaking_ends_the_run_and_retires_nothing(config: postgres.Config) -> None:
    store = MemoryStore()
    with proxied(config) as (proxy, through):
        run(through, store)
        most = min(proxy.sent) - 1
    before = reached(store, f"{ACCOUNT}live_ada")
    with proxied(config, rest=most) as (_, through):
        outcome = run(through, store, 1)
    assert outcome.state == "FAILED"
    with proxied(config, None, rest=most) as (_, through):
        outcome = run(through, store, 2)
    assert outcome.state == "PARTIAL"
    assert [STOCK in reason.detail for reason in outcome.reasons] == [True]
    assert reached(store, f"{ACCOUNT}live_ada", 2) == before


def test_a_database_is_read_as_of_one_moment(config: postgres.Config, postgres_server: Server) -> None:
    count = "SELECT count(*)::int AS n FROM pg_class WHERE relname LIKE 'live_later'"
    with postgres_server.address.connect(SALES) as inside:

        def read(ask: Any) -> tuple[int, int]:
            first = ask(count)[0]["n"]
            inside.execute("CREATE TABLE shop.live_later (id int)")
            return first, ask(count)[0]["n"]

        assert CatalogSession(config, io()).read(SALES, read) == (0, 0)
        assert CatalogSession(config, io()).read(SALES, lambda ask: ask(count)[0]["n"]) == 1


def test_nothing_can_be_written(config: postgres.Config, admin: Any) -> None:
    admin.execute("ALTER ROLE live_remit SUPERUSER")
    with pytest.raises(FetchError, match="read-only transaction"):
        CatalogSession(config, io()).read(SALES, lambda ask: ask("CREATE TABLE shop.mine (id int)"))


def test_the_owner_of_a_database_cannot_put_functions_of_his_before_the_system_s(
    config: postgres.Config, postgres_server: Server
) -> None:
    before = draft_of(config).records
    with postgres_server.address.connect(SALES) as inside:
        inside.execute(
            f"""CREATE SCHEMA evil; GRANT USAGE ON SCHEMA evil TO PUBLIC;
            CREATE FUNCTION evil.aclexplode(aclitem[], OUT grantor oid, OUT grantee oid, OUT privilege_type text,
              OUT is_grantable boolean) RETURNS SETOF record LANGUAGE sql AS 'SELECT 0::oid, 0::oid, ''ALL'', true';
            CREATE VIEW evil.pg_roles AS SELECT * FROM pg_catalog.pg_roles WHERE false;
            ALTER DATABASE {SALES} SET search_path = evil, pg_catalog"""
        )
    evil = f"{DATA}{SALES}/evil.pg_roles"
    found = [record for _, record in draft_of(config).records if evil not in repr(record)]
    assert found == [record for _, record in before]


def test_a_name_that_is_no_text_fails_its_database_alone(
    config: postgres.Config, admin: Any, postgres_server: Server
) -> None:
    admin.execute("CREATE DATABASE live_bytes ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
    with postgres_server.address.connect("live_bytes") as inside:
        inside.execute("DO $$ BEGIN EXECUTE format('CREATE TABLE %I (id int)', 't' || chr(255)); END $$")
    draft = draft_of(replace(config, databases=(SALES, "live_bytes")))
    [reason] = draft.reasons
    assert "database live_bytes: a name is not UTF-8 text" in reason.detail
    assert any(node.id == f"{DATA}{SALES}/shop.orders" for node in nodes(draft, DATA))


def test_pages_of_any_size_saved_as_they_come_say_the_same_and_prove_it(
    config: postgres.Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = draft_of(config)
    folder = tmp_path / "postgres" / "prod"
    folder.mkdir(parents=True)
    for number, page in enumerate(postgres.fetch(replace(config, page_rows=3), io(), None)):
        (folder / f"{number:03}.json").write_text(json.dumps(page.body))
    [saved] = load_runs([tmp_path], Context(NOW))[0]
    assert list(saved.records) == live.records
    assert (saved.complete, saved.reasons, saved.header) == (live.complete, [], live.header)
    middle = next(
        path
        for path in sorted(folder.iterdir())
        if '"relation_acl"' in path.read_text() and '"last": false' in path.read_text()
    )
    middle.unlink()
    [partial] = load_runs([tmp_path], Context(NOW))[0]
    assert set(partial.complete or ()) == {"Account", "Group", "MEMBER_OF"}
    assert [f"relation_acl of {SALES} is incomplete" in reason.detail for reason in partial.reasons] == [True]


# As people ask a catalogue: a row per privilege.
BY_HAND = {
    "roles": "SELECT * FROM pg_roles",
    "role_members": """SELECT pg_get_userbyid(roleid) AS role, pg_get_userbyid(member) AS member, admin_option
        FROM pg_auth_members""",
    "databases": f"""SELECT datname, pg_get_userbyid(datdba) AS owner, datallowconn FROM pg_database
        WHERE datname = '{SALES}'""",
    "schema_acl": """SELECT nspname, a.*, pg_get_userbyid(nspowner) AS owner FROM pg_namespace, LATERAL (
          SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END AS grantee, privilege_type
          FROM aclexplode(coalesce(nspacl, acldefault('n', nspowner)))) a WHERE nspname IN ('public', 'shop')""",
    "relation_acl": """SELECT nspname, relname, relkind, a.*, pg_get_userbyid(relowner) AS owner
        FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace, LATERAL (
          SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END AS grantee, privilege_type, is_grantable
          FROM aclexplode(coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, relowner)))) a
        WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND nspname IN ('public', 'shop')""",
    "column_acl": """SELECT nspname, relname, attname, a.* FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
        JOIN pg_namespace n ON n.oid = relnamespace, LATERAL (
          SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END AS grantee, privilege_type, is_grantable
          FROM aclexplode(attacl)) a WHERE nspname IN ('public', 'shop')""",
}


def test_tables_saved_by_hand_say_what_the_live_run_says(
    config: postgres.Config, admin: Any, postgres_server: Server, tmp_path: Path
) -> None:
    folder = tmp_path / "postgres" / "prod" / SALES
    folder.mkdir(parents=True)
    with postgres_server.address.connect(SALES) as inside:
        inside.execute(
            """CREATE SEQUENCE shop.numbers; CREATE VIEW shop."v, ""w""\nx" AS SELECT 1 AS a;
            GRANT SELECT ON shop."v, ""w""\nx" TO PUBLIC; GRANT UPDATE (id) ON shop.orders TO live_bo;
            ALTER TABLE shop.items OWNER TO live_readers; REVOKE ALL ON SCHEMA shop FROM PUBLIC;
            GRANT USAGE ON SCHEMA shop TO live_ada, live_bo"""
        )
        for name, query in BY_HAND.items():
            with inside.cursor().copy(f"COPY ({query}) TO STDOUT (FORMAT csv, HEADER)") as rows:
                (folder / f"{name}.csv").write_bytes(b"".join(bytes(block) for block in rows))
    live = draft_of(replace(config, databases=(SALES,)))
    [saved] = load_runs([tmp_path], Context(NOW))[0]
    assert claims(saved) == claims(live)
    assert (saved.rejected, saved.reasons, set(saved.complete or ())) == ([], [], SCOPES)


def claims(draft: PendingRun) -> set[tuple[str, ...]]:
    """Nodes by their ids, edges by their ends and permissions."""
    return {
        (record.id,)
        if isinstance(record, Node)
        else (record.kind, record.source, record.target, str(record.permission))
        for _, record in draft.records
        if isinstance(record, Node | Edge)
    }


def test_a_connection_string_of_a_configuration_leads_to_the_tables(config: postgres.Config, admin: Any) -> None:
    admin.execute('CREATE ROLE "live App/é" LOGIN IN ROLE live_readers')
    store = MemoryStore()
    run(replace(config, aliases=("DB.acme.example", "[::1]:6432")), store)
    for dsn in (
        "postgresql://live%20App%2F%C3%A9:x@Db.Acme.example/any",
        "postgres://live%20App%2F%C3%A9@[::1]:6432/any",
    ):
        login = parse_dsn(dsn)
        assert login is not None
        assert login.account is not None
        records = [
            Node(id="McpServer:mcp/ada/npm:db"),
            Edge(kind="RUNS_AS", source="McpServer:mcp/ada/npm:db", target=login.account),
        ]
        header = RunHeader(source="mcp:ada", observed_at=NOW)
        ingest(store, [PendingRun(header, [(0, record) for record in records])])
        found = reached(store, "McpServer:mcp/ada/npm:db")
        assert found == reached(store, f"{ACCOUNT}live App/é")
        assert found[f"{DATA}{SALES}/shop.orders"] == "READ"


def test_an_address_of_this_machine_means_another_server_elsewhere(config: postgres.Config) -> None:
    assert config.addresses() == ()
    there = replace(config, host="DB.acme.example", port=6432, sslmode="verify-full", aliases=("db", "prod"))
    assert there.addresses() == ("db.acme.example:6432", "db:5432", "prod:5432")
    assert replace(there, host="2001:db8::1").addresses()[0] == "[2001:db8::1]:6432"
    assert replace(there, instance="db:5432").addresses() == ("db.acme.example:6432", "prod:5432")


@pytest.mark.parametrize(
    ("terms", "setting"),
    [
        ({"instance": "a/b"}, "instance"),
        ({"host": ""}, "host"),
        ({"host": "a.example,b.example"}, "host"),
        ({"user": ""}, "user"),
        ({"database": "a\0"}, "database"),
        ({"port": 0}, "port"),
        ({"port": 65_536}, "port"),
        ({"sslmode": "maybe"}, "sslmode"),
        ({"host": "db.acme.example", "sslmode": "prefer"}, "sslmode"),
        ({"host": "127.0.0.1.acme.example", "sslmode": "disable"}, "sslmode"),
        ({"aliases": ("postgres://db/x",)}, "aliases"),
        ({"statement_timeout_s": 10**9}, "statement_timeout_s"),
        ({"page_rows": 0}, "page_rows"),
    ],
)
def test_settings_that_cannot_be_are_refused_by_name(terms: dict[str, Any], setting: str) -> None:
    given: dict[str, Any] = {"instance": "prod", "host": "localhost", "user": "remit", "password": Secret(WORD)}
    with pytest.raises(InputError, match=f"setting {setting} of postgres") as refused:
        postgres.Config(**given | terms)
    assert WORD not in str(refused.value)
    assert WORD not in repr(postgres.Config(**given))


def test_the_level_of_every_kind_of_privilege(config: postgres.Config, admin: Any, postgres_server: Server) -> None:
    levels = {
        "SELECT": Permission.READ,
        **dict.fromkeys(("INSERT", "UPDATE", "DELETE", "TRUNCATE", "SELECT, DELETE", "ALL"), Permission.WRITE),
        **dict.fromkeys(("REFERENCES", "TRIGGER", "REFERENCES, TRIGGER"), None),
    }
    with postgres_server.address.connect(SALES) as inside:
        for number, privileges in enumerate(levels):
            admin.execute(f"CREATE ROLE live_p{number} LOGIN")
            inside.execute(f"GRANT {privileges} ON shop.orders TO live_p{number}")
    store = MemoryStore()
    run(config, store)
    for number, level in enumerate(levels.values()):
        expected = {} if level is None else {f"{DATA}{SALES}/shop.orders": level.name}
        assert reached(store, f"{ACCOUNT}live_p{number}") == expected
