"""The projection in a real Neo4j: what is written is what was projected, alone what differs, and never half an edition."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graph.claims import Charge, Decision, Edge, Node, RunHeader, Usage
from graph.errors import LeaseHeld
from graph.moment import ALWAYS, DAY, NEVER
from graph.ontology import NODE_NAMES, Permission
from graph.snapshot import Basis, Snapshot
from graph.snapshot.projection import project
from graph.stores.neo4j.connection import Neo4jConnection
from graph.stores.neo4j.projection import edition as editions
from graph.stores.neo4j.projection.projector import Projector
from graph.stores.neo4j.projection.schema import constraints
from graph.stores.projection import RELATIONSHIP_TYPES, SECOND, Projection
from tests.oracles.world import OBSERVED, Run, World, drawn, frozen, only
from tests.servers.choice import Neo4jServers

ROOT = Path(__file__).parents[3]
WALKS = {Basis.GRANTED: [1], Basis.EITHER: [1, 2], Basis.OBSERVED: [2, 3]}

Seen = dict[str, Any]


@pytest.fixture(scope="module", params=("5.26", "calendar"))
def url(request: pytest.FixtureRequest, neo4j_servers: Neo4jServers) -> str:
    return neo4j_servers.empty(request.param)


@pytest.fixture
def connection(url: str) -> Iterator[Neo4jConnection]:
    """A database without a projection."""
    opened = Neo4jConnection.open(url)
    opened.write("MATCH (l:RemitLease) DELETE l")
    Projector(opened).drop()
    yield opened
    opened.close()


def stamp(snapshot: Snapshot) -> tuple[int, str, int]:
    return snapshot.generation, snapshot.digest, snapshot.built_at


def show(connection: Neo4jConnection, world: World, **options: Any) -> Any:
    """Publish a world; what was written."""
    snapshot = frozen(world)
    return Projector(connection).publish(project(snapshot), stamp(snapshot), **options)


def seen(connection: Neo4jConnection) -> Seen:
    """All that a reader of the current edition sees, by ids instead of numbers."""
    ((edition,),) = connection.read("MATCH (p:RemitProjection) RETURN p.edition")
    visible = "{0}.born <= $e AND $e < {0}.died"
    nodes = connection.read(f"MATCH (x:Entity) WHERE {visible.format('x')} RETURN labels(x), properties(x)", e=edition)
    own = ("n", "born", "died", "hash", "out_hash", "touched")
    number = {told["n"]: told["id"] for _, told in nodes}
    arrows = connection.read(
        f"MATCH (a:Entity)-[x]->(b:Entity) WHERE {visible.format('x')} RETURN a.id, type(x), b.id, properties(x)",
        e=edition,
    )
    rows = connection.read(f"MATCH (x:Usage|Charge) WHERE {visible.format('x')} RETURN properties(x)", e=edition)
    aliases = connection.read("MATCH (x:Alias) RETURN x.id, x.n")
    ends = ("principal", "resource", "application", "workspace")
    return {
        "nodes": sorted(
            (sorted(labels), sorted((k, v) for k, v in told.items() if k not in own)) for labels, told in nodes
        ),
        "arrows": sorted(
            (a, kind, b, sorted((k, v) for k, v in told.items() if k not in own)) for a, kind, b, told in arrows
        ),
        "rows": sorted(
            sorted((k, number[v] if k in ends else v) for k, v in told.items() if k not in own) for (told,) in rows
        ),
        "aliases": sorted((alias, number[n]) for alias, n in aliases if n in number),
        "prints": sorted((told["id"], told.get("hash", 0), told.get("out_hash", 0)) for _, told in nodes),
    }


def anew(connection: Neo4jConnection, world: World) -> Seen:
    """What a publish into an empty database shows."""
    Projector(connection).drop()
    show(connection, world)
    return seen(connection)


def left_over(connection: Neo4jConnection) -> int:
    """How much there is that a reader of the current edition does not see."""
    ((edition,),) = connection.read("MATCH (p:RemitProjection) RETURN p.edition")
    ((nodes,),) = connection.read(
        "MATCH (x:Entity|Usage|Charge) WHERE x.born > $e OR x.died <> $f RETURN count(x)", e=edition, f=NEVER
    )
    ((arrows,),) = connection.read(
        "MATCH ()-[x]->() WHERE x.born > $e OR x.died <> $f RETURN count(x)", e=edition, f=NEVER
    )
    ((aliases,),) = connection.read(
        "MATCH (a:Alias) WHERE NOT EXISTS { MATCH (x:Entity {n: a.n}) WHERE a.id IN x.members } RETURN count(a)"
    )
    return int(nodes + arrows + aliases)


PERSON = "Identity:hr/1"
STRANGE = ("a:b:c//d/", 'o\'brien "q" \\ %s $1 {x} -- `', "🦊👩‍👩‍👧 ünïcødé", "tab\tand\nline", "x" * 4_000)


def everything(turn: int) -> World:
    """A small organisation that changes a little from turn to turn, in every way there is."""
    day = 40 + turn
    people = [
        Node(
            id=f"Identity:hr/{n}",
            name=f"Person {n}" if n != 3 else f"Name {turn}",
            props={
                "type": "human",
                "status": "active" if n != 2 or turn % 2 else "suspended",
                "emails": [f" P{n}@X.example "],
                "department": f"d{turn % 3}",
            },
        )
        for n in range(5 + turn % 2)
    ]
    accounts = [Node(id=f"Account:x/{n}", props={"email": f"p{n}@x.example", "managed": "yes"}) for n in range(5)]
    keys = [Node(id="Credential:x/k", props={"literal": True, "expires_at": "1970-03-02T00:00:00Z"})]
    data = [Node(id=f"DataSource:db/{key}", name=key, props={"tags": ["a", "b"]}) for key in STRANGE]
    edges = [Edge(kind="HAS_CREDENTIAL", source=f"Account:x/{turn % 5}", target="Credential:x/k")]
    edges += [Edge(kind="RUNS_AS", source="Credential:x/k", target="Account:x/1", permission=Permission.READ)]
    edges += [
        Edge(
            kind="CAN_ACCESS",
            source=f"Account:x/{n}",
            target=f"DataSource:db/{STRANGE[(n + m) % 5]}",
            permission=(None, *Permission)[(n + m + turn * (n == 0)) % 5],
            since=10 * DAY if m else None,
            evidence=f"{STRANGE[n]}, {m}",
        )
        for n in range(5)
        for m in range(3)
    ]
    edges += [Edge(kind="MEMBER_OF", source=f"Account:x/{n}", target=f"Group:x/{turn % 2}") for n in range(3)]
    edges += [Edge(kind="ANSWERS_FOR", source=PERSON, target="Credential:x/k", until=60 * DAY)]
    use = [
        Usage(
            principal=f"Account:x/{n}",
            resource="Model:m/one",
            application="Application:x/app",
            workspace="Group:x/0",
            day=day - back,
            requests=n + 1,
            tokens=(n, 1, 0, 0, 0, 2, 0),
            cost_nano=turn * (back == 0) + n if n else None,
            currency="USD" if n else None,
            basis="priced" if n else None,
            priced_on=day if n else None,
            chargeable=n != 1,
        )
        for n in range(4)
        for back in range(3)
    ]
    use.append(Usage(resource="McpTool:mcp/t", day=day))
    charges = [
        Charge(application="Application:x/app", first_day=1, last_day=30, category="seat", cost_nano=7, currency="EUR"),
        Charge(
            application="Application:x/app",
            first_day=31,
            last_day=day,
            category="usage",
            cost_nano=turn,
            currency="EUR",
        ),
    ]
    first = Run(
        RunHeader(source="x:a", observed_at=OBSERVED), (*people, *accounts, *keys, *data, *edges, *use, *charges)
    )
    other = Run(
        RunHeader(source="y:b", observed_at=OBSERVED),
        (
            Edge(kind="CAN_ACCESS", source="Account:x/1", target=f"DataSource:db/{STRANGE[1]}", evidence="y says so"),
            Node(id="Identity:okta/9", props={"emails": ["p4@x.example"], "status": "suspended"}),
            Node(id="Account:x/2", props={"status": "suspended" if turn % 2 else "active"}),
        ),
    )
    linked = ("Identity:hr/1", "Identity:hr/2") if turn % 2 else ("Identity:hr/2", "Identity:hr/3")
    return World((first, other), (Decision(kind="link", ids=linked, by="s@x.example", at=1),))


def test_what_is_written_is_what_was_projected(connection: Neo4jConnection) -> None:
    snapshot = frozen(everything(1))
    projection = project(snapshot)
    Projector(connection).publish(projection, stamp(snapshot), identity="here")
    state = Projector(connection).state()
    assert state is not None
    assert (state.edition, state.generation, state.digest, state.identity) == (1, *stamp(snapshot)[:2], "here")
    assert not state.unfinished
    for moment in (10 * DAY - 1, 10 * DAY, OBSERVED, 60 * DAY, 60 * DAY - 1, 90 * DAY):
        for walks in WALKS.values():
            found = connection.read(
                "MATCH (a:Entity)-[r]->(b:Entity) WHERE r.walk IN $walks AND r.since <= $t AND $t < r.until "
                "RETURN a.id, type(r), b.id, r.cap",
                walks=walks,
                t=moment,
            )
            assert sorted(found) == sorted(projection.at(moment, walks))
    ((count,),) = connection.read("MATCH ()-[r]->() RETURN count(r)")
    assert count == len(projection.relationships)
    assert seen(connection)["aliases"] == sorted(
        (member, snapshot.ids[place]) for place in range(snapshot.count) for member in snapshot.members(place)
    )


def test_a_node_reads_as_people_expect(connection: Neo4jConnection) -> None:
    show(connection, everything(0))
    (labels, told), *_ = connection.read(
        "MATCH (e:Entity {id: $id}) RETURN labels(e), properties(e)", id="Identity:hr/1"
    )
    assert sorted(labels) == ["Entity", "Identity"]
    assert told["emails"] == ["p1@x.example"]
    assert (told["name"], told["status"], told["known"], told["department"]) == ("Person 1", "active", True, "d0")
    assert (told["status_since"], told["status_was"]) == ([ALWAYS], ["active"])
    (only_one,) = connection.read(
        "MATCH (:Account {id: 'Account:x/1'})-[r:CAN_ACCESS]->(:DataSource {name: $name}) RETURN properties(r)",
        name=STRANGE[1],
    )
    assert {k: v for k, v in only_one[0].items() if k not in ("born", "died", "first_seen")} == {
        "since": ALWAYS,
        "until": NEVER,
        "cap": 2,
        "walk": 1,
        "permission_known": False,
        "claimed_by": ["y:b"],
        "evidence": "y says so",
    }


def test_each_publish_shows_what_a_first_one_would(connection: Neo4jConnection) -> None:
    expected = [anew(connection, everything(turn)) for turn in range(3)]
    assert expected[0] != expected[1] != expected[2]
    Projector(connection).drop()
    for turn in (0, 1, 2, 0, 2, 1):
        show(connection, everything(turn))
        assert seen(connection) == expected[turn], turn
        assert left_over(connection) == 0


def test_more_changed_nodes_than_fit_one_transaction_change_too(
    connection: Neo4jConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = anew(connection, everything(1))
    monkeypatch.setattr(editions, "MAX_IN_SWITCH", 1)
    monkeypatch.setattr(editions, "BATCH", 2)
    show(connection, everything(0))
    show(connection, everything(1))
    assert seen(connection) == expected


def test_only_what_differs_is_written(connection: Neo4jConnection) -> None:
    base = [Node(id=f"Account:x/{n}") for n in range(50)]
    edges = [
        Edge(kind="CAN_ACCESS", source=f"Account:x/{n}", target="DataSource:db/d", permission=Permission.READ)
        for n in range(50)
    ]
    show(connection, only(*base, *edges))
    born = connection.read("MATCH ()-[r]->() RETURN elementId(r), r.born ORDER BY elementId(r)")
    assert not show(connection, only(*base, *edges)).changed
    more = Edge(kind="CAN_ACCESS", source="Account:x/7", target="DataSource:db/e", permission=Permission.READ)
    published = show(connection, only(*base, *edges, more))
    assert dict(published.written) == {"nodes DataSource": 1, "relationships CAN_ACCESS": 1, "changed ends": 1}
    ((found,),) = connection.read("MATCH (e:Entity {id: 'DataSource:db/e'})<-[r]-(a) RETURN [a.id, r.born, e.born]")
    assert found == ["Account:x/7", 2, 2]
    assert set(born) < set(connection.read("MATCH ()-[r]->() RETURN elementId(r), r.born"))
    published = show(connection, only(*base, *edges))
    assert dict(published.written) == {
        "ended nodes": 1,
        "ended relationships": 1,
        "changed ends": 1,
        "removed relationships": 1,
        "removed nodes": 1,
    }
    assert connection.read("MATCH ()-[r]->() RETURN elementId(r), r.born ORDER BY elementId(r)") == born


def test_a_node_keeps_its_number(connection: Neo4jConnection) -> None:
    numbers = "MATCH (e:Entity) RETURN e.id, e.n"
    show(connection, everything(0))
    before = dict(connection.read(numbers))
    assert sorted(before.values()) == list(range(len(before)))
    show(connection, everything(1))
    after = dict(connection.read(numbers))
    assert {node: n for node, n in after.items() if node in before} == {n: before[n] for n in before if n in after}
    assert min(n for node, n in after.items() if node not in before) == len(before)


class Broken(Exception):
    """The publisher died here."""


class Dying(Neo4jConnection):
    """A connection whose process dies before its n-th transaction that writes."""

    def __init__(self, whole: Neo4jConnection, writes: int) -> None:
        super().__init__(whole._driver, whole.database, whole.location)
        self.left = writes

    def atomically(self, work: Callable[..., Any], *, write: bool = True, **options: Any) -> Any:
        self.left -= write
        if self.left <= 0:
            raise Broken
        return super().atomically(work, write=write, **options)


# Long, and a law of the publisher rather than of the server: one edition is enough.
@pytest.mark.parametrize("url", ["5.26"], indirect=True, scope="module")
def test_who_dies_at_any_step_leaves_one_edition_whole_and_the_next_one_mends_it(
    connection: Neo4jConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    projections = [project(frozen(everything(turn))) for turn in (0, 1)]
    expected = [anew(connection, everything(turn)) for turn in (0, 1)]
    Projector(connection).drop()
    show(connection, everything(0))
    monkeypatch.setattr(editions, "BATCH", 11)
    shown, steps, died = 0, 0, True
    while died:
        steps, died = steps + 1, False
        try:
            Projector(Dying(connection, steps)).publish(projections[1 - shown], (steps, f"digest {steps}", 0))
        except Broken:
            died = True
        connection.write("MATCH (l:RemitLease) DELETE l")  # As after a death: its process is no more.
        found = seen(connection)
        # Either the switch was reached or it was not.
        shown = 1 - shown if found["arrows"] == expected[1 - shown]["arrows"] else shown
        parts = ("nodes", "arrows", "rows")
        assert [found[part] for part in parts] == [expected[shown][part] for part in parts], steps
        if steps % 5 == 0:
            Projector(connection).publish(projections[shown], (steps, "mended", 0))
            assert seen(connection) == expected[shown], steps
            assert left_over(connection) == 0
    assert steps > 20


CHILD = """
    import sys
    from graph.stores.neo4j.connection import Neo4jConnection
    from graph.stores.neo4j.projection.projector import Projector
    from graph.snapshot.projection import project
    from tests.oracles.world import frozen
    from tests.graph.stores.test_projector import everything

    def stop(stage, done, total):
        if stage == "relationships CAN_ACCESS":
            print("there", flush=True)
            sys.stdin.read()

    Projector(Neo4jConnection.open(sys.argv[1])).publish(project(frozen(everything(1))), (2, "b", 0), on_progress=stop)
"""


@pytest.fixture
def child(connection: Neo4jConnection, url: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that publishes everything(1) over everything(0) and waits in the middle of it."""
    show(connection, everything(0))
    code = [sys.executable, "-c", textwrap.dedent(CHILD), url]
    with subprocess.Popen(code, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "there\n"
        yield process
        process.kill()


def test_a_publisher_that_is_killed_leaves_the_old_edition_and_no_lease(
    connection: Neo4jConnection, child: subprocess.Popen[str]
) -> None:
    before = seen(connection)
    assert left_over(connection) > 0
    child.send_signal(signal.SIGKILL)
    child.wait()
    state = Projector(connection).state()
    assert state is not None
    assert (state.edition, state.unfinished) == (1, True)
    show(connection, everything(2))
    mended = seen(connection)
    assert left_over(connection) == 0
    assert before != mended
    assert mended == anew(connection, everything(2))


def test_a_second_publisher_is_told_that_another_one_works(
    connection: Neo4jConnection, child: subprocess.Popen[str]
) -> None:
    before = seen(connection)
    with pytest.raises(LeaseHeld, match="is writing the projection"):
        show(connection, everything(2))
    with pytest.raises(LeaseHeld):
        Projector(connection).drop()
    assert seen(connection) == before
    child.communicate("go on")
    assert child.returncode == 0
    assert seen(connection) == anew(connection, everything(1))


def test_who_was_replaced_writes_no_more(connection: Neo4jConnection, child: subprocess.Popen[str]) -> None:
    connection.write("MATCH (l:RemitLease) DELETE l")  # The lease has lapsed although its holder still lives.
    show(connection, everything(2))
    after = seen(connection)
    child.communicate("go on")
    assert child.returncode == 1
    assert seen(connection) == after
    assert left_over(connection) == 0


def test_readers_see_one_edition_while_the_next_is_written(
    connection: Neo4jConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editions, "BATCH", 5)
    show(connection, everything(0))
    before = seen(connection)
    found: list[tuple[str, bool]] = []

    def look(stage: str, done: int, total: int) -> None:
        assert 0 < done <= total
        now = seen(connection)
        found.append((stage, all(now[part] == before[part] for part in ("nodes", "arrows", "rows"))))

    show(connection, everything(1), on_progress=look)
    assert len(found) > 10
    assert {same for stage, same in found if not stage.startswith("removed")} == {True}
    assert {same for stage, same in found if stage.startswith("removed")} == {False}


class Deaf(Neo4jConnection):
    """A connection over which every other answer to a commit is lost: the driver tries again."""

    lost = False

    def atomically(self, work: Callable[..., Any], *, write: bool = True, **options: Any) -> Any:
        self.lost = write and not self.lost
        if self.lost:
            super().atomically(work, write=write, **options)
        return super().atomically(work, write=write, **options)


def test_a_step_whose_answer_is_lost_is_not_taken_twice(connection: Neo4jConnection) -> None:
    expected = [anew(connection, everything(turn)) for turn in (0, 1)]
    Projector(connection).drop()
    deaf = Projector(Deaf(connection._driver, connection.database, connection.location))
    for turn in (0, 1):
        snapshot = frozen(everything(turn))
        deaf.publish(project(snapshot), stamp(snapshot))
        assert seen(connection) == expected[turn]
        assert left_over(connection) == 0


def test_another_policy_of_the_same_generation_is_published_too(connection: Neo4jConnection) -> None:
    snapshot, other = frozen(everything(0)), frozen(everything(1))
    projector = Projector(connection)
    projector.publish(project(snapshot), (7, "one", 0))
    published = projector.publish(project(other), (7, "two", 0))
    assert (published.changed, published.edition) == (True, 2)
    assert seen(connection) == anew(connection, everything(1))


def test_what_is_dropped_is_gone_with_its_constraints(connection: Neo4jConnection) -> None:
    show(connection, everything(0))
    projector = Projector(connection)
    projector.drop()
    assert projector.state() is None
    ((left,),) = connection.read("MATCH (n:Entity|Alias|Usage|Charge|RemitProjection|RemitUsageDay) RETURN count(n)")
    assert left == 0
    names = {name for (name,) in connection.read("SHOW INDEXES YIELD name")}
    assert names & {text.split()[2] for text in constraints()} == set()
    projector.drop()


def test_a_number_beyond_those_of_neo4j_and_a_name_beyond_its_index_are_shown(connection: Neo4jConnection) -> None:
    long = "n" * 10_000
    show(connection, only(Node(id="Group:x/g", name=long), Node(id="Identity:hr/1", name="", props={"title": long})))
    ((name, title),) = connection.read("MATCH (g:Group), (i:Identity) RETURN g.name, i.title")
    assert (name[:1_999], name[-1], title) == (long[:1_999], "…", long)


@pytest.mark.parametrize("url", ["5.26"], indirect=True, scope="module")
def test_random_histories_are_shown_as_they_are(connection: Neo4jConnection) -> None:
    dice = random.Random(5)
    for _ in range(6):
        snapshot = frozen(drawn(dice.randint(0, 999), 50))
        projection: Projection = project(snapshot)
        Projector(connection).publish(projection, (dice.randint(1, 9), snapshot.digest, 0))
        told = projection.relationships
        found = connection.read(
            "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id, type(r), b.id, r.since, r.until, coalesce(r.cap, 0)"
        )
        ids = np.array(list(projection.ids), dtype=object)
        columns = (ids[told.source], [RELATIONSHIP_TYPES[code] for code in told.type], ids[told.target])
        columns += (told.since.tolist(), told.until.tolist(), told.cap.tolist())
        assert sorted(found) == sorted(zip(*columns, strict=True))
        labels = connection.read("MATCH (e:Entity) RETURN e.id, [l IN labels(e) WHERE l <> 'Entity'], e.known")
        kinds = [(*NODE_NAMES, SECOND)[kind] for kind in projection.entities.kind.tolist()]
        known = projection.entities.known.astype(bool).tolist()
        assert sorted(labels) == sorted(zip(projection.ids, [[kind] for kind in kinds], known, strict=True))
