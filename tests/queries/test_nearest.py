"""Names that match nothing suggest the nearest; names match whatever their case."""

from __future__ import annotations

import pytest

from graph.claims import Node
from graph.errors import AmbiguousName, UnknownName
from graph.snapshot import Snapshot
from queries.search import Params, run
from queries.subject import find_node
from tests.oracles.world import frozen, only


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    people = [("dmitri.volkov", "Dmitri Volkov"), ("ada.byron", "Ada Byron"), ("zoe", "Zoë Ünal")]
    nodes = [
        Node(id=f"Identity:hr/{key}", name=name, props={"emails": [f"{key}@acme.example"]}) for key, name in people
    ]
    return frozen(
        only(*nodes, Node(id="DataSource:postgres/prod/payments/public.cards", name="cards"), Node(id="Account:x/ADA"))
    )


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("dmitri", "Identity:hr/dmitri.volkov"),
        ("dimitri", "Identity:hr/dmitri.volkov"),
        ("Volkow", "Identity:hr/dmitri.volkov"),
        ("ada.biron@acme.example", "Identity:hr/ada.byron"),
        ("Identity:hr/ada.byrom", "Identity:hr/ada.byron"),
        ("public.card", "DataSource:postgres/prod/payments/public.cards"),
        ("zoé", "Identity:hr/zoe"),
    ],
)
def test_what_matches_nothing_suggests_the_nearest(snapshot: Snapshot, text: str, nearest: str) -> None:
    with pytest.raises(UnknownName, match="did you mean") as error:
        find_node(snapshot, text)
    assert error.value.suggestions[0] == nearest


@pytest.mark.parametrize("text", ["", "?", "qqqqqqqqqq", "\x00", "日本語"])
def test_what_is_like_nothing_suggests_nothing(snapshot: Snapshot, text: str) -> None:
    with pytest.raises(UnknownName, match="Give a node id") as error:
        find_node(snapshot, text)
    assert error.value.suggestions == ()


@pytest.mark.parametrize("text", ["Ada Byron", "ada byron", " ADA BYRON ", "zoë ünal", "ZOË ÜNAL"])
def test_a_name_matches_whatever_its_case(snapshot: Snapshot, text: str) -> None:
    assert snapshot.name(find_node(snapshot, text)).casefold() == text.strip().casefold()


def test_the_case_that_is_written_goes_first() -> None:
    snapshot = frozen(only(Node(id="Account:x/1", name="ops"), Node(id="Account:x/2", name="OPS")))
    assert find_node(snapshot, "OPS") == snapshot.index_of("Account:x/2")
    with pytest.raises(AmbiguousName):
        find_node(snapshot, "Ops")


def test_a_search_lists_the_best_first(snapshot: Snapshot) -> None:
    answer = run(snapshot, Params(text="ada", as_of=0))
    assert [node.id for node in answer.nodes] == ["Account:x/ADA", "Identity:hr/ada.byron"]
