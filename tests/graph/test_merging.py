"""Several sources about one property: who counts when, against a slow oracle; and what was known stays known."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Node, RunHeader
from graph.snapshot import Policy, Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from tests.graph.test_snapshot_time import run_of
from tests.oracles.properties import PropertyOracle
from tests.oracles.world import Run, World, frozen, put, shuffled

NODES = ("Account:cursor/a", "Credential:openai/k", "Identity:hr/1", "McpServer:mcp/s")
KINDS = ("Account", "Credential", "Identity", "McpServer")
SOURCES = ("cursor:acme", "cursor:other", "hr:w", "okta:x", "openai:o")
STATUS = {
    "Account": ("active", "suspended", "deleted", "unknown"),
    "Credential": ("active", "revoked", "expired", "unknown"),
    "Identity": ("active", "suspended", "departed", "unknown"),
    "McpServer": ("active", "disabled", "unknown"),
}
LAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MOMENTS = sorted({t + d for t in (5, 10, 15, 20, 25, 30, 35, 40, 45, 60, 65, 75, 80, 90) for d in (-1, 0)})


def drawn_run(dice: random.Random, source: str, at: int, *, dated: bool) -> Run:
    nodes = []
    for node in NODES:
        if dice.random() < 0.3:
            continue
        props = {"status": dice.choice(STATUS[node.partition(":")[0]]), "note": dice.choice(("a", "b", "unknown"))}
        stated = {name: value for name, value in props.items() if dice.random() < 0.7}
        since = dice.choice((5, 15, 35, 65)) if dated and dice.random() < 0.3 else None
        until = dice.choice((25, 45, 75)) if dated and dice.random() < 0.2 else None
        if since is not None and until is not None and until <= since:
            until = None
        nodes.append(Node(id=node, props=stated, since=since, until=until))
    complete = KINDS if dice.random() < 0.8 else ()
    return Run(RunHeader(source=source, observed_at=at, complete=complete), tuple(nodes))


def drawn_world(dice: random.Random) -> World:
    """Some runs of some sources."""
    runs = [
        drawn_run(dice, dice.choice(SOURCES[: dice.randint(1, 5)]), at, dated=True)
        for at in sorted(dice.choice((10, 20, 30, 40, 60, 80)) for _ in range(dice.randint(1, 6)))
    ]
    policy = dice.choice(
        ({}, {}, {"Identity.status": ("hr:w",)}, {"Identity.status": SOURCES[3:], "Identity.note": SOURCES[3:]})
    )
    return World(tuple(runs), policy=policy)


def known(value: Any) -> Any:
    """To say `unknown` is to say nothing."""
    return None if value == "unknown" else value


def told(snapshot: Snapshot, node: str, name: str) -> list[Any]:
    index = snapshot.index_of(node)
    return [known(snapshot.prop(index, name, t)) for t in MOMENTS] if index >= 0 else [None for _ in MOMENTS]


@LAW
@given(seed=st.integers(0, 2**32))
def test_a_property_at_a_moment_is_what_the_oracle_says(seed: int) -> None:
    world = drawn_world(random.Random(seed))
    store = MemoryStore()
    for run in world.runs:
        put(store, run)
    snapshot, claims = snapshot_of(store, 0, Policy(authoritative=world.policy)), store.read()
    for node in NODES:
        oracle = PropertyOracle(claims, node, dict(world.policy))
        for name in ("status", "note"):
            assert told(snapshot, node, name) == [known(oracle.value(name, t)) for t in MOMENTS], (node, name)


@LAW
@given(seed=st.integers(0, 2**32))
def test_a_source_loaded_later_changes_no_property_of_before_that(seed: int) -> None:
    dice = random.Random(seed)
    world = drawn_world(dice)
    last = max(run.header.observed_at for run in world.runs)
    later = drawn_run(dice, "aaa:later", last + 10, dated=False)
    before, after = frozen(world), frozen(World((*world.runs, later), policy=world.policy))
    for node in NODES:
        for name in ("status", "note"):
            earlier = told(before, node, name)
            for t, first, now in zip(MOMENTS, earlier, told(after, node, name), strict=True):
                # Where nobody said anything, a later source may.
                assert now == first or first is None or t >= last + 10, (node, name, t)


@LAW
@given(seed=st.integers(0, 2**32))
def test_the_order_in_which_sources_are_loaded_changes_no_property(seed: int) -> None:
    world = drawn_world(random.Random(seed))
    assert frozen(world).digest == frozen(shuffled(world, seed)).digest


def status(snapshot: Snapshot, node: str, t: int) -> Any:
    return snapshot.prop(snapshot.index_of(node), "status", t)


@pytest.mark.parametrize(
    ("node", "vendor", "word"),
    [
        ("Account:cursor/a", "cursor:acme", "suspended"),
        ("Account:cursor/a", "cursor:acme", "deleted"),
        ("Credential:openai/k", "openai:o", "revoked"),
    ],
)
def test_the_vendors_word_on_its_own_account_or_key_is_not_overridden(node: str, vendor: str, word: str) -> None:
    runs = (
        run_of(vendor, 10, Node(id=node, props={"status": word})),
        run_of("okta:x", 20, Node(id=node, props={"status": "active"})),
    )
    assert [status(frozen(World(runs)), node, t) for t in (5, 10, 20, 30)] == [word] * 4


def test_among_other_systems_the_more_restrictive_word_counts() -> None:
    runs = (
        run_of("okta:x", 10, Node(id="Account:cursor/a", props={"status": "suspended"})),
        run_of("scim:x", 20, Node(id="Account:cursor/a", props={"status": "active"})),
    )
    assert status(frozen(World(runs)), "Account:cursor/a", 30) == "suspended"


def test_the_vendor_may_say_active_where_another_says_suspended() -> None:
    runs = (
        run_of("okta:x", 10, Node(id="Account:cursor/a", props={"status": "suspended"})),
        run_of("cursor:acme", 20, Node(id="Account:cursor/a", props={"status": "active"})),
    )
    snapshot = frozen(World(runs))
    assert [status(snapshot, "Account:cursor/a", t) for t in (10, 19, 20)] == ["suspended", "suspended", "active"]


def test_who_had_left_before_another_source_was_loaded_had_left_then() -> None:
    runs = (
        run_of("hr:w", 10, Node(id="Identity:hr/1", props={"status": "active"})),
        run_of("hr:w", 20),
        run_of("okta:x", 30, Node(id="Identity:hr/1", props={"status": "active"})),
    )
    snapshot = frozen(World(runs))
    assert [status(snapshot, "Identity:hr/1", t) for t in (10, 20, 29, 30)] == [
        "active",
        "departed",
        "departed",
        "active",
    ]
