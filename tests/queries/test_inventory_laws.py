"""What an inventory says of every node, against the plain oracle, and its amounts against cost attribution."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.moment import day_of
from graph.snapshot import Basis, Snapshot
from queries import cost_attribution, inventory
from queries.base import as_json
from queries.kind_amounts import MEASURES
from tests.oracles.inventory import Inventory
from tests.oracles.world import MOMENTS, POOL, World, frozen, worlds

laws = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
moments = st.sampled_from(MOMENTS)
bases = st.sampled_from([basis.name for basis in Basis])
kinds = st.sampled_from(sorted(POOL))


def listed(snapshot: Snapshot, *kinds: str, t: int, **more: Any) -> inventory.Answer:
    return inventory.run(snapshot, inventory.Params(kinds=kinds, as_of=t, **more))


@laws
@given(worlds(), kinds, moments, bases)
def test_every_row_says_what_the_oracle_says(world: World, kind: str, t: int, basis: str) -> None:
    rows = as_json(listed(frozen(world), kind, t=t, basis=Basis[basis]).rows)
    expected = Inventory(world, t, basis).rows(kind)
    assert [{name: row[name] for name in expected[0]} for row in rows] == expected if expected else rows == []


@laws
@given(worlds(), moments, st.sampled_from(inventory.SORTS))
def test_filters_and_sorts_choose_and_order_rows_and_change_nothing_in_them(world: World, t: int, sort: str) -> None:
    snapshot = frozen(world)
    every = {row["id"]: row for row in as_json(listed(snapshot, "Account", "Application", t=t).rows)}
    ordered = as_json(listed(snapshot, "Account", "Application", t=t, sort=sort).rows)
    assert {row["id"]: row for row in ordered} == every
    for name in ("status", "owner_state", "shadow", "approval"):
        for value in ("active", "unknown", "true", "false", "orphaned", "blocked", "unreviewed"):
            try:
                rows = as_json(listed(snapshot, "Account", "Application", t=t, where={name: (value,)}).rows)
            except inventory.InputError:
                assert name in ("status", "approval")
                continue
            missing = "unknown" if name == "status" else ""
            cells = {row["id"]: str(missing if row[name] is None else row[name]) for row in every.values()}
            assert [row["id"] for row in rows] == [n for n, cell in cells.items() if cell.lower() == value], (
                name,
                value,
            )


DIMENSIONS = {
    "Identity": "identity",
    "Account": "account",
    "Credential": "credential",
    "Application": "application",
    "Model": "model",
    "McpServer": "mcp_server",
    "DataSource": "data_source",
}


@laws
@given(worlds(), st.sampled_from(sorted(DIMENSIONS)), moments)
def test_amounts_are_those_of_cost_attribution(world: World, kind: str, t: int) -> None:
    snapshot = frozen(world)
    rows = listed(snapshot, kind, t=t).rows
    day, dimension = day_of(t), DIMENSIONS[kind]
    params = cost_attribution.Params(by=(dimension,), first_day=day - 29, last_day=day, as_of=t)
    cost = {row.key[dimension]: row for row in cost_attribution.run(snapshot, params).rows}
    for row in rows:
        for measure in MEASURES:
            amount = getattr(row, measure)
            assert amount is not None
            assert amount.nano == (getattr(cost[row.id], measure).nano if row.id in cost else 0)


@laws
@given(
    worlds(),
    moments,
    st.sampled_from((("Account", "active"), ("Account", "suspended"), ("Credential", "revoked"))),
    st.sampled_from(("", "orphaned", "answered_for")),
)
def test_what_is_left_out_for_being_unknown_is_counted(
    world: World, t: int, kind_status: tuple[str, str], state: str
) -> None:
    """A filter on status leaves out what has none: a note says how many nodes that fit the other filters."""
    snapshot, (kind, status) = frozen(world), kind_status
    where = {"status": (status,)} | ({"owner_state": (state,)} if state else {})
    answer = listed(snapshot, kind, t=t, where=where)
    notes = {
        n.detail.partition("knows the ")[2].partition(";")[0]: n
        for n in answer.completeness.notes
        if n.code == "UNKNOWN_LEFT_OUT"
    }
    for name in where:
        others = listed(snapshot, kind, t=t, where={**where, name: ("unknown",)}).total
        if others:
            assert notes[name].detail.startswith(
                "1 other is left out" if others == 1 else f"{others} others are left out"
            )
            assert f"`--where {name}=unknown`" in notes[name].detail
        else:
            assert name not in notes
    both = listed(snapshot, kind, t=t, where={**where, "status": (status, "unknown")})
    assert not any("the status;" in note.detail for note in both.completeness.notes)
