"""An organisation at two dates: person by person and repository by repository, what the rule of the contract says."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.moment import read_moment
from graph.ontology import NODE_CODES
from graph.snapshot import Basis, Snapshot, snapshot_of
from graph.stores.base import Outcome, Store
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import blast_radius, exposure
from tests.oracles.peribolos import permissions

FIXTURES = Path(__file__).parents[1] / "fixtures" / "peribolos"
DATES = ("2026-03-01", "2026-06-01")
MARCH, JUNE = (read_moment(day) for day in DATES)
FILES = {read_moment(day): FIXTURES / f"mill-{day}.yaml" for day in DATES}
ORG = "harbor-mill"


def load(store: Store, moment: int) -> Outcome:
    drafts, skipped = load_runs([FILES[moment]], Context(moment), "peribolos")
    [outcome] = ingest(store, drafts)
    assert skipped == []
    return outcome


def told(snapshot: Snapshot, moment: int) -> dict[str, dict[str, str]]:
    """Repository → login → permission, as the exposure of every repository tells it; those nobody reaches are empty."""
    prefix = f"DataSource:github/{ORG}/"
    found: dict[str, dict[str, str]] = {}
    for node in snapshot.ids:
        if node.startswith(prefix):
            answer = exposure.run(snapshot, exposure.Params(target=node, as_of=moment, kinds=("Account",)))
            found[node.removeprefix(prefix)] = {
                row.id.removeprefix("Account:github/"): row.permission or "" for row in answer.reached
            }
    return found


def expected(moment: int) -> dict[str, dict[str, str]]:
    return permissions(FILES[moment])[ORG]


def reached(found: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {repo: logins for repo, logins in found.items() if logins}


def test_the_fixture_has_all_that_the_rule_speaks_of() -> None:
    march, june = expected(MARCH), expected(JUNE)
    assert {"00123", "1e5"} <= march["website"].keys()
    assert {word for logins in march.values() for word in logins.values()} == {"READ", "WRITE", "ADMIN"}
    assert len(march["website"].keys() - june["website"].keys()) > 20
    assert "newcomer" in june["website"]


def test_everybody_has_exactly_what_the_file_gives(store: Store) -> None:
    assert load(store, MARCH).state == "COMPLETE"
    snapshot = snapshot_of(store, 0)
    assert told(snapshot, MARCH) == expected(MARCH)
    for login in expected(MARCH)["ledger"]:
        start = f"Account:github/{login}"
        answer = blast_radius.run(snapshot, blast_radius.Params(start=(start,), as_of=MARCH, kinds=("DataSource",)))
        mine = {row.id.rpartition("/")[2]: row.permission for row in answer.reached}
        assert mine == {repo: logins[login] for repo, logins in expected(MARCH).items() if login in logins}


def test_a_mass_removal_waits_for_a_person_and_then_both_states_can_be_asked(store: Store) -> None:
    load(store, MARCH)
    held = load(store, JUNE)
    assert (held.state, held.retired) == ("HELD", {})
    assert held.held["Account"] > 20
    snapshot, before = snapshot_of(store, 0), expected(MARCH)
    both = told(snapshot, JUNE)
    # What the held run adds is published; nobody loses anything yet.
    assert all(both[repo].keys() >= logins.keys() for repo, logins in before.items())
    assert all(both[repo].keys() >= logins.keys() for repo, logins in expected(JUNE).items())
    assert told(snapshot, JUNE - 1) == before
    accepted = store.accept_run(f"github:{ORG}")
    assert accepted.retired["Account"] == held.held["Account"]
    after = snapshot_of(store, 0)
    assert reached(told(after, JUNE)) == reached(expected(JUNE))
    assert told(after, JUNE - 1) == told(after, MARCH) == before
    left = expected(MARCH)["website"].keys() - expected(JUNE)["website"].keys()
    for login in left:
        place = after.index_of(f"Account:github/{login}")
        assert (after.prop(place, "status", JUNE - 1), after.prop(place, "status", JUNE)) == ("active", "deleted")


def test_loading_the_same_file_again_changes_nothing(store: Store) -> None:
    first = load(store, MARCH)
    assert (load(store, MARCH).changed, store.generation()) == (False, first.generation)


@pytest.mark.parametrize("basis", list(Basis))
def test_what_is_granted_is_known_and_what_nobody_used_is_not_observed(store: Store, basis: Basis) -> None:
    load(store, MARCH)
    snapshot = snapshot_of(store, 0)
    for place in range(snapshot.count):
        if snapshot.nodes.kind[place] == NODE_CODES["Account"]:
            params = blast_radius.Params(start=(snapshot.ids[place],), as_of=MARCH, basis=basis, kinds=("DataSource",))
            rows = list(blast_radius.run(snapshot, params).reached)
            assert bool(rows) == (basis is not Basis.OBSERVED)
            assert all(row.permission_known and row.basis == "GRANTED" for row in rows)
