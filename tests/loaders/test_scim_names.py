"""Names of SCIM sources: the host in `meta.location`, whatever the folder; a source under its old name is taken over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.claims import Decision, Edge, Node, RunHeader
from graph.errors import InputError
from graph.moment import DAY, read_moment
from graph.snapshot import snapshot_of
from graph.stores.base import Store
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.oracles.world import Run, put

OBSERVED = read_moment("2026-11-21T06:00:00Z") or 0


def resource(key: str, host: str | None, kind: str = "User", **more: Any) -> dict[str, Any]:
    meta = {} if host is None else {"meta": {"location": f"https://{host}:8443/scim/v2/{kind}s/{key}"}}
    named = {"userName": key, "active": True} if kind == "User" else {"displayName": key}
    return {"schemas": [f"urn:ietf:params:scim:schemas:core:2.0:{kind}"], "id": key, **named, **meta, **more}


def write(path: Path, *resources: dict[str, Any]) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"totalResults": len(resources), "Resources": resources}))
    return str(path)


def sources(*paths: str) -> list[str]:
    return [run.header.source for run in load_runs(paths, Context(OBSERVED))[0]]


def test_the_host_names_the_source_whatever_the_folder_and_the_file(tmp_path: Path) -> None:
    users, groups = (
        resource("1", "Id.Acme.example"),
        resource("g", "id.acme.example", "Group", members=[{"value": "1"}]),
    )
    for name in ("a/users.json", "b/export/acme-users.json", "page.1.json"):
        assert sources(write(tmp_path / name, users)) == ["scim:id.acme.example"]
    # Files of one host are one directory, wherever they lie.
    apart = write(tmp_path / "u/people.json", users), write(tmp_path / "g/teams.json", groups)
    (run,), _ = load_runs(apart, Context(OBSERVED))
    edges = [record for _, record in run.records if isinstance(record, Edge)]
    assert [(edge.source, edge.target) for edge in edges] == [
        ("Identity:scim/id.acme.example/1", "Group:scim/id.acme.example/g")
    ]


@pytest.mark.parametrize("hosts", [(None,), ("a.example", "b.example")])
def test_without_one_host_the_files_own_name_counts_else_default(tmp_path: Path, hosts: tuple[str | None, ...]) -> None:
    users = [resource(str(number), host) for number, host in enumerate(hosts)]
    assert sources(write(tmp_path / "okta/users.json", *users)) == ["scim:default"]
    (run,), _ = load_runs([str(tmp_path / "okta/users.json")], Context(OBSERVED))
    assert ["--source scim:NAME" in note for note in run.notes] == [True]
    assert sources(write(tmp_path / "okta/acme-users.json", *users)) == ["scim:acme"]
    with pytest.raises(InputError, match="two folders"):
        sources(write(tmp_path / "a/users.json", *users), write(tmp_path / "b/users.json", *users))


def test_a_source_under_its_old_name_is_taken_over_with_its_ids_history_and_decisions(
    store: Store, tmp_path: Path
) -> None:
    old, ada = "Identity:scim/okta/", Node(id="Identity:scim/okta/ada", props={"type": "human", "status": "active"})
    bo, group = Node(id=f"{old}bo", props=ada.props), Node(id="Group:scim/okta/g", props={"type": "team"})
    header = RunHeader(
        source="scim:okta", observed_at=OBSERVED - 9 * DAY, complete=("Identity", "Group", "MEMBER_OF", "REPORTS_TO")
    )
    put(store, Run(header, (ada, bo, group, Edge(kind="MEMBER_OF", source=bo.id, target=group.id))))
    account = Node(id="Account:x/ada", props={"status": "active"})
    other = Edge(kind="HAS_ACCOUNT", source=ada.id, target=account.id)
    put(store, Run(RunHeader(source="x:y", observed_at=OBSERVED - 9 * DAY), (account, Node(id="Account:x/b"), other)))
    store.decide(Decision(kind="link", ids=(bo.id, "Account:x/b"), by="sam@acme.example", at=OBSERVED - 8 * DAY))
    users = [resource("ada", "id.acme.example"), resource("cy", "id.acme.example")]
    groups = [resource("g", "id.acme.example", "Group")]
    paths = write(tmp_path / "okta/users.json", *users), write(tmp_path / "okta/groups.json", *groups)
    outcomes = ingest(store, load_runs(paths, Context(OBSERVED))[0])
    assert [outcome.state for outcome in outcomes] == ["COMPLETE", "COMPLETE"]
    assert outcomes[0].notes == ("scim:okta goes on under this name",)
    assert [state.source for state in store.sources()] == ["scim:id.acme.example", "x:y"]
    snapshot = snapshot_of(store, OBSERVED)
    now = "Identity:scim/id.acme.example/"
    people = [node for node in snapshot.ids if node.startswith("Identity:")]
    assert people == [f"{now}ada", f"{now}bo", f"{now}cy"]
    assert snapshot.index_of(ada.id) == snapshot.index_of(f"{now}ada")
    edges = {
        (snapshot.ids[int(source)], snapshot.ids[int(target)], int(until) <= OBSERVED)
        for source, target, until in zip(
            snapshot.edges.source, snapshot.edges.target, snapshot.edges.until, strict=True
        )
    }
    assert {
        (f"{now}bo", "Group:scim/id.acme.example/g", True),
        (f"{now}ada", "Account:x/ada", False),
        (f"{now}bo", "Account:x/b", False),
    } <= edges
    # A second load takes nothing over, and changes nothing.
    (again,) = ingest(store, load_runs(paths, Context(OBSERVED + DAY))[0])
    assert (again.state, again.notes) == ("COMPLETE", ())


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("users-nov.json", "scim:default"),
        ("users 2026-11-25.json", "scim:default"),
        ("acme-users-2026-11-25.json", "scim:acme"),
        ("acme_groups.2.json", "scim:acme"),
        ("directory-2026-11-25T06.json", "scim:directory"),
        ("people.json", "scim:people"),
    ],
)
def test_a_day_or_a_page_in_the_name_of_a_file_makes_no_other_directory(name: str, source: str, tmp_path: Path) -> None:
    kind = "Group" if "groups" in name else "User"
    (run,), _ = load_runs([write(tmp_path / name, resource("1", None, kind))], Context(OBSERVED))
    assert run.header.source == source
    assert any("--source scim:" in note for note in run.notes)
