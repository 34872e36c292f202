"""Changes between the dates of GitHub organisations equal a plain diff of their YAML, person by person and grant by grant.

The fixture has three dates with invented names. REMIT_TEST_PERIBOLOS names a folder with one folder of YAML files per date,
such as a history of real organisations; without it that part is skipped.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.moment import read_moment, write_moment
from graph.reason import HELD
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.base import Store
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import changes
from tests.oracles.peribolos import LEVEL, NAMES, permissions

FIXTURES = Path(__file__).parents[1] / "fixtures" / "peribolos_history"

Quad = tuple[str, str, str, str | None]


def statements(folder: Path) -> set[Quad]:
    """Every edge that the files of one date state: source, kind, target, permission."""
    quads: set[Quad] = set()
    for path in sorted(folder.glob("*.yaml")):
        content: dict[str, Any] = yaml.load(path.read_text(), Loader=yaml.BaseLoader)
        for name, body in content["orgs"].items():
            quads |= set(_organisation(name.lower(), body))
    return quads


def _organisation(org: str, body: dict[str, Any]) -> Iterator[Quad]:
    group, repos = f"Group:github/{org}", {repo.lower() for repo in body.get("repos") or {}}
    for login in (*(body.get("admins") or ()), *(body.get("members") or ())):
        yield f"Account:github/{login.lower()}", "MEMBER_OF", group, None
    queue = [(name, team, None) for name, team in (body.get("teams") or {}).items()]
    for name, team, parent in queue:
        own = f"{group}/{name.lower()}"
        if parent is not None:
            yield own, "MEMBER_OF", parent, None
        for login in (*(team.get("members") or ()), *(team.get("maintainers") or ())):
            yield f"Account:github/{login.lower()}", "MEMBER_OF", own, None
        for repo, word in (team.get("repos") or {}).items():
            repos.add(repo.lower())
            yield own, "CAN_ACCESS", f"DataSource:github/{org}/{repo.lower()}", NAMES[LEVEL[word]]
        queue += [(child, below, own) for child, below in (team.get("teams") or {}).items()]
    default = LEVEL[body.get("default_repository_permission") or "read"]
    for repo in repos:
        if default:
            yield group, "CAN_ACCESS", f"DataSource:github/{org}/{repo}", NAMES[default]
        for login in body.get("admins") or ():
            yield f"Account:github/{login.lower()}", "CAN_ACCESS", f"DataSource:github/{org}/{repo}", "ADMIN"


def rights(folder: Path) -> dict[str, dict[str, str]]:
    """Login → repository → permission, over all organisations of one date."""
    by_login: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        for org, repos in permissions(path).items():
            for repo, logins in repos.items():
                for login, permission in logins.items():
                    by_login.setdefault(login, {})[f"{org}/{repo}"] = permission
    return by_login


def load_history(store: Store, root: Path) -> list[str]:
    """Load every date in its order, and accept what the mass-removal guard holds."""
    dates = sorted(folder.name for folder in root.iterdir() if folder.is_dir())
    for date in dates:
        runs, _ = load_runs([root / date], Context(read_moment(date)), "peribolos")
        for outcome in ingest(store, runs):
            if outcome.state == HELD:
                store.accept_run(outcome.source)
    return dates


def compare(
    snapshot: Snapshot, root: Path, earlier: str, later: str, run_of: dict[tuple[str, int], int]
) -> dict[str, int]:
    """Hold `changes` between two dates against the diff of their files; how much was compared."""
    answer = changes.run(snapshot, changes.Params(start=read_moment(earlier), as_of=read_moment(later)))
    before, after = statements(root / earlier), statements(root / later)
    edges = {
        word: {(row.source, row.kind, row.target, row.permission) for row in rows}
        for word, rows in (("opened", answer.edges.opened), ("closed", answer.edges.closed))
    }
    assert edges == {"opened": after - before, "closed": before - after}
    for row in (*answer.edges.opened, *answer.edges.closed):
        assert (row.claimed_by.partition(":")[0], row.run) == ("github", run_of[row.claimed_by, row.at or 0])
        assert read_moment(earlier) < (row.at or 0) <= read_moment(later)
    widest = [
        {
            edge: max((q for q in quads if q[:3] == edge), key=lambda q: LEVELS[q[3]])[3]
            for edge in {q[:3] for q in quads}
        }
        for quads in ({q for q in before if q[3]}, {q for q in after if q[3]})
    ]
    expected = {(*edge, widest[0][edge], widest[1][edge]) for edge in widest[0].keys() & widest[1].keys()}
    assert {(row.source, row.kind, row.target, row.before, row.after) for row in answer.permissions} == {
        row for row in expected if row[3] != row[4]
    }
    nodes = [{end for quad in quads for end in (quad[0], quad[2])} for quads in (before, after)]
    # A repository or a team that nothing is stated of is a node all the same.
    assert set(answer.nodes.opened) >= nodes[1] - nodes[0] - (set(snapshot.ids) - nodes[1])
    assert {node for node in answer.nodes.closed if node.startswith("Account:")} == {
        node for node in nodes[0] - nodes[1] if node.startswith("Account:")
    }
    people = _compare_people(answer, rights(root / earlier), rights(root / later))
    return {"opened": len(edges["opened"]), "closed": len(edges["closed"]), "people": people}


LEVELS = {name: level for level, name in NAMES.items()}


def _compare_people(answer: changes.Answer, before: dict[str, dict[str, str]], after: dict[str, dict[str, str]]) -> int:
    expected = {}
    for login in before.keys() | after.keys():
        old, new = before.get(login, {}), after.get(login, {})
        levels = [(LEVELS[old[repo]], LEVELS[new[repo]]) for repo in old.keys() & new.keys()]
        counts = (
            len(new.keys() - old.keys()),
            len(old.keys() - new.keys()),
            sum(later > earlier for earlier, later in levels),
            sum(later < earlier for earlier, later in levels),
        )
        if any(counts):
            expected[f"Account:github/{login}"] = counts
    assert {row.id: (row.gained, row.lost, row.raised, row.lowered) for row in answer.reach} == expected
    for row in answer.reach:
        assert (row.gained_by is not None) == (row.gained + row.raised > 0)
        assert (row.lost_by is not None) == (row.lost + row.lowered > 0)
        assert all(cause.run is not None for cause in (row.gained_by, row.lost_by) if cause is not None)
    return len(expected)


def compare_all(store: Store, root: Path) -> list[dict[str, int]]:
    """Every pair of dates, neighbours or not."""
    dates = load_history(store, root)
    snapshot = snapshot_of(store, 0)
    run_of = {(run.source, run.observed_at): run.run for run in reversed(store.runs(10_000))}
    pairs = [(dates[i], dates[j]) for i in range(len(dates)) for j in range(i + 1, len(dates))]
    counts = []
    for earlier, later in pairs:
        counts.append(compare(snapshot, root, earlier, later, run_of))
        print(earlier, later, counts[-1])
    return counts


def test_changes_between_three_dates_are_the_diff_of_the_files(store: Store) -> None:
    counts = compare_all(store, FIXTURES)
    # Between any two dates something of everything, so that no comparison is of nothing.
    assert all(min(count.values()) > 0 for count in counts), counts


def test_changes_of_real_organisations_are_the_diff_of_their_files(store: Store) -> None:
    if "REMIT_TEST_PERIBOLOS" not in os.environ:
        pytest.skip("REMIT_TEST_PERIBOLOS names no folder of dates with Peribolos files")
    counts = compare_all(store, Path(os.environ["REMIT_TEST_PERIBOLOS"]))
    assert counts


def test_one_route_says_since_when_it_holds_and_which_run_opened_it(store: Store) -> None:
    dates = load_history(store, FIXTURES)
    snapshot = snapshot_of(store, 0)
    asked = changes.Params(start=read_moment(dates[0]), as_of=read_moment(dates[2]), of="Account:github/juniper-oz")
    (route,) = (row for row in changes.run(snapshot, asked).routes if row.target.endswith("/kiln"))
    runs = {run.run: run for run in store.runs(100)}
    assert (route.change, route.before, route.after) == ("opened", None, "WRITE")
    assert [edge.kind for edge in route.witness] == ["MEMBER_OF", "MEMBER_OF", "CAN_ACCESS"]
    # She joined at the second date; the team was put under its parent at the third: only then was the route whole.
    assert route.by is not None
    assert (route.by.source, route.by.kind) == ("Group:github/tern-works/glaze", "MEMBER_OF")
    assert write_moment(route.since or 0) == f"{dates[2]}T00:00:00Z"
    assert (runs[route.by.run or 0].source, runs[route.by.run or 0].observed_at) == ("github:tern-works", route.since)
