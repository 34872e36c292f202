"""What-if on the example organisation and on small worlds: what it says, what it refuses, that it writes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from graph.claims import Edge, Node, Usage
from graph.errors import InputError, UnknownName
from graph.moment import DAY, read_moment
from graph.snapshot import Edits, NewEdge, Snapshot, snapshot_of
from graph.snapshot.restrict import Visibility, restrict
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import blast_radius, offboarding, what_if
from queries.base import as_json
from tests.oracles.world import OBSERVED, frozen, only

LARKSPUR = Path(__file__).resolve().parents[2] / "examples" / "larkspur" / "2026-11-21"
NOW = read_moment("2026-11-21T06:00:00Z")
RUNBOOKS = "Application:repo/github.com/larkspur/runbooks"
INCIDENT = "McpServer:mcp/github.com/larkspur/runbooks/oci:registry.larkspur.example/incident-mcp"
BACKUPS = "DataSource:s3/larkspur-backups"
WAREHOUSE = "McpServer:mcp/https://mcp.larkspur.example/warehouse"
YUSUF = "Identity:hr/yusuf.demir"
LATER = OBSERVED + DAY
ADA, BO, TABLE, OTHER = "Identity:hr/ada", "Identity:hr/bo", "DataSource:db/t", "DataSource:db/u"


@pytest.fixture(scope="module")
def larkspur() -> Snapshot:
    store = MemoryStore()
    drafts, _ = load_runs([LARKSPUR], Context(observed_at=NOW, salt=b"salt of a test"))
    ingest(store, drafts, clock=NOW)
    return snapshot_of(store, NOW)


def tried(snapshot: Snapshot, as_of: int = NOW, **changes: tuple[str, ...]) -> dict[str, Any]:
    answer: dict[str, Any] = as_json(what_if.run(snapshot, what_if.Params(as_of=as_of, **changes)))
    return answer


def test_one_line_of_a_repository_carries_everybody_who_may_write_it_to_the_backups(larkspur: Snapshot) -> None:
    """The story: nobody granted Tomás the backups; a configuration in a repository that he may write did."""
    answer = tried(larkspur, remove=(f"{RUNBOOKS} -CONNECTS_TO-> {INCIDENT}",))
    losers = {row["id"] for row in answer["lost"] if row["target"] == BACKUPS}
    assert {"Identity:hr/tomas.arrieta", "Account:github/larkspur-ci-bot"} <= losers
    assert answer["gained"] == []
    assert answer["before"]["score"] > answer["after"]["score"]
    assert [step["action"] for step in answer["order"]] == [
        "remove the server incident from the configuration of the application github.com/larkspur/runbooks"
    ]


def test_a_server_for_all_of_engineering_opens_routes_that_nobody_answers_for(larkspur: Snapshot) -> None:
    answer = tried(larkspur, add=(f"Group:github/larkspur/engineering CONNECTS_TO {WAREHOUSE}",))
    gained = {row["target"] for row in answer["gained"]}
    assert "DataSource:snowflake/lk71/LARKSPUR/ANALYTICS.CLINIC_REVENUE" in gained
    assert answer["lost"] == answer["removed"] == answer["orphaned_paths"]["closed"] == []
    assert answer["orphaned_paths"]["opened"]
    opened = answer["after"]["orphaned_paths"] - answer["before"]["orphaned_paths"]
    assert opened == len(answer["orphaned_paths"]["opened"])


def test_somebody_leaves(larkspur: Snapshot) -> None:
    answer = tried(larkspur, offboard=(YUSUF,))
    radius = as_json(blast_radius.run(larkspur, blast_radius.Params(start=(YUSUF,), as_of=NOW)))
    data = {row["id"] for row in radius["reached"] if row["kind"] == "DataSource"}
    assert data <= {row["target"] for row in answer["lost"] if row["id"] == YUSUF}
    # All that usage in his name cost in a month stops.
    assert answer["spend_stops_per_month"] == radius["spend"]
    words = {(row["source"].partition(":")[0], row["becomes"]) for row in answer["removed"] if row["kind"] is None}
    assert words >= {("Account", "suspended"), ("Credential", "revoked"), ("Identity", "departed")}
    kinds = [step["source"].partition(":")[0] for step in answer["order"] if step["target"] is None]
    assert kinds == sorted(kinds, key=["Credential", "Account", "McpServer", "Identity"].index)
    assert answer["order"][-1]["action"] == "record that Yusuf Demir has left"


@pytest.fixture(scope="module")
def small() -> Snapshot:
    return frozen(
        only(
            Node(id=ADA, props={"type": "human", "status": "active", "emails": ["ada@acme.example"]}),
            Node(id=BO, props={"type": "human", "status": "active"}),
            Node(id="Account:x/ada", props={"email": "ada@acme.example"}),
            Node(id="Group:x/all", props={"members": "signed_in"}),
            Edge(kind="CAN_ACCESS", source="Account:x/ada", target=TABLE),
            Edge(kind="CAN_ACCESS", source="Group:x/all", target=OTHER),
            Edge(kind="CONNECTS_TO", source=BO, target="McpServer:mcp/s"),
        )
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({}, "nothing is to be tried. Name something to remove"),
        ({"remove": (f"{ADA} -HAS_ACCOUNT-> Account:x/ada",)}, "follows from 'same email: ada@acme.example'"),
        ({"remove": (f"{ADA} MEMBER_OF Group:x/all",)}, "follows from 'everybody who signs in is a member'"),
        ({"remove": (f"{BO} -CAN_ACCESS-> {TABLE}",)}, f"there is no edge {BO} -CAN_ACCESS-> {TABLE}"),
        ({"offboard": ("Account:x/ada",)}, "is no identity; only somebody can leave"),
        ({"block": (TABLE,)}, "is neither a server nor an application"),
        ({"add": (f"{BO} MAY_READ {TABLE}",)}, "is no edge. Write SOURCE KIND TARGET"),
        (
            {"add": (f"{BO} CAN_ACCESS {TABLE} OWNER",)},
            "'OWNER' is no permission. Write one of DISCOVER, READ, WRITE, ADMIN",
        ),
        ({"add": (f"{BO} MEMBER_OF {TABLE}",)}, "MEMBER_OF cannot have a DataSource as its target"),
        ({"add": (f"{BO} HAS_ACCOUNT Account:x/ada",)}, "follows from addresses, subjects and decisions"),
        ({"add": (f"{BO} HAS_ACCOUNT Account:y/bo@acme.example",)}, "whose it is follows from its address"),
    ],
)
def test_what_no_source_could_make_so_is_refused(
    small: Snapshot, changes: dict[str, tuple[str, ...]], message: str
) -> None:
    with pytest.raises(InputError) as refused:
        tried(small, LATER, **changes)
    assert message in str(refused.value)


def test_what_is_not_there_yet_can_be_granted(small: Snapshot) -> None:
    answer = tried(
        small, LATER, add=(f"{BO} HAS_CREDENTIAL Credential:new/key", f"Credential:new/key CAN_ACCESS {TABLE} ADMIN")
    )
    assert [(row["id"], row["target"], row["permission"], row["had"]) for row in answer["gained"]] == [
        ("Credential:new/key", TABLE, "ADMIN", None),
        (BO, TABLE, "ADMIN", None),
    ]
    assert {row["becomes"] for row in answer["added"]} == {"added"}


def test_what_holds_already_is_nothing_to_do(small: Snapshot) -> None:
    def steps(*edges: str, **more: tuple[str, ...]) -> tuple[list[str], list[str]]:
        answer = what_if.run(small, what_if.Params(as_of=LATER, add=edges, **more))
        assert len(answer.order) >= len(answer.added)
        return [row.becomes for row in answer.added], [note.code for note in answer.completeness.notes]

    account, rule = f"Account:x/ada CAN_ACCESS {TABLE}", f"{BO} MEMBER_OF Group:x/all"
    assert steps(account, f"{account} READ", f"{account} DISCOVER", rule) == ([], ["HOLDS_ALREADY"] * 4)
    assert steps(f"{account} WRITE") == (["added"], [])
    assert steps(account, remove=(account,)) == (["added"], [])
    # In any letter case; a word behind a new id is part of it.
    assert steps(f"{account} write") == (["added"], [])
    assert steps("Account:x/ada CAN_ACCESS DataSource:db/new read") == (["added"], ["NEW_NODE"])
    assert tried(small, LATER, add=(f"{account} admin",))["gained"][0]["permission"] == "ADMIN"


def test_an_account_that_is_new_signs_in_like_any_other(small: Snapshot) -> None:
    answer = tried(small, LATER, add=(f"{BO} HAS_ACCOUNT Account:y/bo",))
    assert ("Account:y/bo", OTHER) in {(row["id"], row["target"]) for row in answer["gained"]}


def test_who_is_not_in_scope_can_neither_be_edited_nor_seen(small: Snapshot) -> None:
    mask = np.array([text not in (ADA, "Account:x/ada") for text in small.ids], dtype=bool)
    scoped = restrict(small, Visibility(mask, mask))
    with pytest.raises(UnknownName):
        tried(scoped, LATER, offboard=(ADA,))
    answer = tried(scoped, LATER, remove=(OTHER, TABLE))
    assert {row["id"] for row in answer["lost"]} == {BO}


def test_nothing_is_written_and_what_does_not_change_is_shared(small: Snapshot) -> None:
    before = {name: array.copy() for name, array in small.tables.arrays().items()}
    row = (BO, "CONNECTS_TO", "McpServer:mcp/s")
    edited = small.with_edits(Edits(LATER, ended=(row,)))
    arrays = edited.tables.arrays()
    shared = {name for name, array in small.tables.arrays().items() if np.shares_memory(arrays[name], array)}
    filled = {name for name, array in before.items() if array.size}
    assert filled - shared == {"edge.until"}
    added = small.with_edits(Edits(LATER, added=(NewEdge(BO, "CAN_ACCESS", "DataSource:new/d"),)))
    assert len({edited.digest, added.digest, small.digest}) == 3
    for name, array in small.tables.arrays().items():
        assert (array == before[name]).all()


def test_an_edge_that_is_added_twice_is_there_once(small: Snapshot) -> None:
    new = NewEdge(BO, "CAN_ACCESS", TABLE)
    assert len(small.with_edits(Edits(LATER, added=(new, new))).edges) == len(small.edges) + 1


def test_what_a_key_of_a_closed_account_spends_stops_with_the_key() -> None:
    account, keys, model = "Account:x/closed", ("Credential:x/1", "Credential:x/2"), "Model:m/one"
    spent = Usage(
        principal=account, resource=model, day=OBSERVED // DAY, cost_nano=7, currency="USD", basis="billed", requests=1
    )
    closed = frozen(
        only(
            Node(id=account, props={"status": "suspended"}),
            *(Node(id=key, props={"status": "active"}) for key in keys),
            *(Edge(kind="RUNS_AS", source=key, target=account) for key in keys),
            Edge(kind="MEMBER_OF", source=account, target="Group:x/users"),
            Edge(kind="CAN_USE", source="Group:x/users", target=model),
            spent,
            # Nothing but its usage is known of the application.
            msgspec.structs.replace(spent, application="Application:x/app", cost_nano=100),
        )
    )
    stops = {
        edit: tried(closed, LATER, remove=edit)["spend_stops_per_month"]["amount"]
        for edit in (keys[:1], keys, (account,), (f"{account} MEMBER_OF Group:x/users",), ("Group:x/users",))
    }
    assert list(stops.values()) == ["0.000000000", *["0.000000107"] * 4]
    blocked = tried(closed, LATER, block=("Application:x/app",))
    assert blocked["spend_stops_per_month"]["amount"] == "0.000000100"


KEY, SHARED_ACCOUNT = "Credential:x/shared", "Account:x/shared"


@pytest.fixture(scope="module")
def shared() -> Snapshot:
    """Ada has an account and a key of her own, and with Bo a key and an account that has a key."""
    return frozen(
        only(
            *(Node(id=person, props={"type": "human", "status": "active"}) for person in (ADA, BO)),
            Node(id="Account:x/ada", props={"status": "active"}),
            *(
                Node(id=node, props={"status": "active"})
                for node in (SHARED_ACCOUNT, KEY, "Credential:x/own", "Credential:x/of")
            ),
            Edge(kind="HAS_ACCOUNT", source=ADA, target="Account:x/ada"),
            Edge(kind="HAS_CREDENTIAL", source="Account:x/ada", target="Credential:x/own"),
            Edge(kind="HAS_CREDENTIAL", source="Account:x/ada", target=KEY),
            Edge(kind="HAS_CREDENTIAL", source=BO, target=KEY),
            Edge(kind="HAS_CREDENTIAL", source=SHARED_ACCOUNT, target="Credential:x/of"),
            *(Edge(kind="HAS_ACCOUNT", source=person, target=SHARED_ACCOUNT) for person in (ADA, BO)),
            *(
                Edge(kind="CAN_ACCESS", source=node, target=f"DataSource:db/{number}")
                for number, node in enumerate((KEY, SHARED_ACCOUNT, "Credential:x/own", "Credential:x/of"))
            ),
        )
    )


def test_what_others_share_with_a_leaver_is_renewed_for_them(shared: Snapshot) -> None:
    answer = tried(shared, LATER, offboard=(ADA,))
    assert {row["id"] for row in answer["lost"]} == {ADA}
    assert {row["target"] for row in answer["lost"]} == {f"DataSource:db/{number}" for number in range(4)}
    words = {row["source"]: row["becomes"] for row in answer["removed"] if row["kind"] is None}
    renewed = dict.fromkeys((KEY, SHARED_ACCOUNT, "Credential:x/of"), "renewed")
    closed = {"Account:x/ada": "suspended", "Credential:x/own": "revoked", ADA: "departed"}
    assert words == renewed | closed
    actions = [step["action"] for step in answer["order"]]
    assert "set a new secret for the key shared" in actions


def test_the_sheet_of_a_leaver_does_the_same(shared: Snapshot) -> None:
    answer = tried(shared, LATER, offboard=(ADA,))
    closed = {row["source"] for row in answer["removed"] if row["becomes"] in ("suspended", "revoked", "departed")}
    ended = {(row["source"], row["kind"], row["target"]) for row in answer["removed"] if row["becomes"] == "ended"}
    sheet = as_json(offboarding.run(shared, offboarding.Params(person=ADA, as_of=LATER)))
    assert {item["id"] for item in sheet["items"] if item["disabled"]} == closed
    assert {(row["source"], row["kind"], row["target"]) for item in sheet["items"] for row in item["ends"]} == ended
    renewed = {row["source"] for row in answer["removed"] if row["becomes"] == "renewed"}
    assert {item["id"] for item in sheet["items"] if "set a new" in item["action"]} == renewed
