"""A login whose host no source knows: the databases that it may mean, and the decision that joins it, on every store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.claims import Decision
from graph.errors import UnknownName
from graph.moment import now, read_moment
from graph.snapshot import Snapshot
from graph.snapshot.publish import snapshot_of
from graph.stores.base import Store
from graph.stores.open import open_store
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import exposure, unresolved
from queries.database_logins import unjoined_logins
from queries.subject import find_instance

AT = read_moment("2026-11-20T06:00:00Z")
GRANTS = (
    "grantor,grantee,table_catalog,table_schema,table_name,privilege_type,is_grantable,with_hierarchy\n"
    "postgres,payments_app,payments,public,cards,SELECT,NO,NO\n"
    "postgres,payments_app,payments,public,cards,UPDATE,NO,NO\n"
)
CARDS = "DataSource:postgres/prod/payments/public.cards"


def _load(store: Store, folder: Path, dsn: str, instances: tuple[str, ...] = ("prod",)) -> None:
    home = folder / "homes/dmitri@brightwater.example/.cursor"
    home.mkdir(parents=True, exist_ok=True)
    server = {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-postgres", dsn]}
    (home / "mcp.json").write_text(json.dumps({"mcpServers": {"payments-db": server}}))
    for instance in instances:
        database = folder / "postgres" / instance / "payments"
        database.mkdir(parents=True, exist_ok=True)
        (database / "role_table_grants.csv").write_text(GRANTS)
    runs, _ = load_runs([folder], Context(observed_at=AT, salt=b"salt"))
    ingest(store, runs)


def _snapshot(store: Store) -> Snapshot:
    return snapshot_of(store, now())


def _permission(snapshot: Snapshot) -> str | None:
    """The permission of dmitri at the cards; None if he does not reach them."""
    answer = exposure.run(snapshot, exposure.Params(target=CARDS, as_of=now()))
    by_id = {row.id: row.permission for row in answer.reached}
    return by_id.get("Identity:email/dmitri@brightwater.example")


DSN = "postgresql://payments_app:Zk4-qq81-Lm@pg-prod.brightwater.example:5432/payments"
ADDRESS = "postgres/pg-prod.brightwater.example:5432"


def test_a_login_of_an_unknown_host_is_joined_by_a_decision(store: Store, tmp_path: Path) -> None:
    _load(store, tmp_path, DSN)
    snapshot = _snapshot(store)
    (login,) = unjoined_logins(snapshot, AT)
    assert snapshot.ids[login.account] == f"Account:{ADDRESS}/payments_app"
    assert [snapshot.name(server) for server in login.servers] == ["payments-db"]
    assert (login.role, login.databases, login.candidates) == ("payments_app", ("payments",), ("postgres/prod",))
    assert not login.is_host_known
    assert login.commands == (f"remit source alias {ADDRESS} postgres/prod",)
    answer = unresolved.run(snapshot, unresolved.Params(as_of=AT))
    assert "joins no known database" in unresolved.unresolved_lines(answer)[0]
    assert unresolved.unresolved_lines(answer)[1].endswith(login.commands[0])
    (row,) = (row for row in answer.rows if row.kind == "login")
    assert (row.candidates, row.command) == (("Account:postgres/prod/payments_app",), login.commands[0])

    store.decide(
        Decision(kind="alias", ids=(f"DataSource:{ADDRESS}", "DataSource:postgres/prod"), by="sam", at=AT, why="DNS")
    )
    snapshot = _snapshot(store)
    assert unjoined_logins(snapshot, AT) == []
    assert _permission(snapshot) == "WRITE"
    # The ids of the decision are addresses: they make no data source.
    assert snapshot.index_of(f"DataSource:{ADDRESS}") < 0

    # It survives the next load of the same files.
    runs, _ = load_runs([tmp_path], Context(observed_at=AT + 1, salt=b"salt"))
    ingest(store, runs)
    assert _permission(_snapshot(store)) == "WRITE"


def test_every_instance_with_the_role_and_the_database_is_a_candidate(tmp_path: Path) -> None:
    store = open_store(f"memory:{tmp_path}")
    _load(store, tmp_path, DSN, ("eu", "prod"))
    (login,) = unjoined_logins(_snapshot(store), AT)
    assert login.candidates == ("postgres/eu", "postgres/prod")


@pytest.mark.parametrize(
    "dsn",
    [
        "postgresql://payments_app:x@pg:5432/ledger",
        "postgresql://other:x@pg:5432/payments",
        "mysql://payments_app:x@pg/payments",
    ],
)
def test_what_matches_in_part_is_no_candidate(tmp_path: Path, dsn: str) -> None:
    store = open_store(f"memory:{tmp_path}")
    _load(store, tmp_path, dsn)
    (login,) = unjoined_logins(_snapshot(store), AT)
    assert (login.candidates, login.commands) == ((), ())


def test_a_role_that_a_known_host_does_not_have_is_listed_as_that(tmp_path: Path) -> None:
    store = open_store(f"memory:{tmp_path}")
    _load(store, tmp_path, "postgresql://nobody:x@pg:5432/payments")
    store.decide(
        Decision(kind="alias", ids=("DataSource:postgres/pg:5432", "DataSource:postgres/prod"), by="sam", at=AT)
    )
    (login,) = unjoined_logins(_snapshot(store), AT)
    assert login.is_host_known
    assert login.address == "postgres/prod"


def test_the_newest_decision_about_an_address_counts_and_chains_are_followed(tmp_path: Path) -> None:
    store = open_store(f"memory:{tmp_path}")
    _load(store, tmp_path, DSN, ("eu", "prod"))
    chain = [(ADDRESS, "postgres/eu", AT), (ADDRESS, "postgres/vip", AT + 1), ("postgres/vip", "postgres/prod", AT)]
    for address, instance, at in reversed(chain):
        store.decide(Decision(kind="alias", ids=(f"DataSource:{address}", f"DataSource:{instance}"), by="sam", at=at))
    assert _permission(_snapshot(store)) == "WRITE"


def test_an_instance_is_named_as_ids_have_it_or_by_its_source(tmp_path: Path) -> None:
    store = open_store(f"memory:{tmp_path}")
    _load(store, tmp_path, DSN)
    snapshot = _snapshot(store)
    assert find_instance(snapshot, "postgres/prod") == find_instance(snapshot, "postgres:prod") == "postgres/prod"
    with pytest.raises(UnknownName, match="postgres/prod"):
        find_instance(snapshot, "postgres/pro")
