"""What an answer prints is accepted as a filter or an argument of the same name, in any letter case, and means what it meant."""

from __future__ import annotations

import contextlib
import csv
import dataclasses
import io
import itertools
import typing
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from api.cli import cost_tables, tables
from api.cli.csv_rows import print_values
from api.cli.query import read_value
from graph.errors import AmbiguousName, InputError
from graph.moment import read_moment
from graph.ontology import NODE_KINDS
from graph.snapshot import Policy, Snapshot, snapshot_of
from graph.stores.open import open_store
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import QUERIES
from queries.base import envelope
from queries.cost_attribution.question import DIMENSIONS
from queries.subject import find_node

LARKSPUR = Path(__file__).resolve().parents[2] / "examples" / "larkspur" / "2026-11-21"
NOW = read_moment("2026-11-21T06:00:00Z")
WINDOW = {"from": "2026-11-01", "to": "2026-11-20"}
DANA = "dana.ito@larkspur.example"
CARDS = "DataSource:postgres/prod/larkspur/billing.cards"
# How each question is asked, as typed; a new one stands here or the test of all questions fails.
ASKED: dict[str, dict[str, Any]] = {
    "blast-radius": {"start": [DANA]},
    "exposure": {"target": CARDS},
    "access-paths": {"from": DANA, "to": CARDS},
    "ranking": {},
    "orphaned-paths": {},
    "cost-attribution": {"by": "team,model", **WINDOW},
    "inventory": {"kinds": "McpServer,Account"},
    "unresolved": {},
    "revocation": {},
    "offboarding": {"person": DANA},
    "forecast": {"by": "team"},
    "anomalies": {"by": "team", **WINDOW},
    "choke-points": {},
    "least-privilege": {"principal": DANA},
    "what-if": {"offboard": [DANA]},
    "changes": {"from": "2026-11-01", "to": "2026-11-21"},
}
Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    store = open_store("memory:feedback")
    drafts, _ = load_runs([LARKSPUR], Context(observed_at=NOW, salt=b"salt of a test"))
    ingest(store, drafts, clock=NOW)
    return snapshot_of(store, NOW, Policy())


@pytest.fixture(scope="module")
def ask(snapshot: Snapshot) -> Ask:
    """Asks a question with options as they are typed; the envelope."""

    def asked(question: str, **typed: Any) -> dict[str, Any]:
        module = import_module(QUERIES[question])
        hints = typing.get_type_hints(module.Params, include_extras=True)
        fields = {item.metadata.get("name", item.name): item for item in dataclasses.fields(module.Params)}
        values = {fields[n].name: read_value(fields[n], hints[fields[n].name], text) for n, text in typed.items()}
        params = module.Params(as_of=NOW, **values)
        return envelope(question, params, snapshot, module.run(snapshot, params))

    return asked


def name_of(snapshot: Snapshot) -> Callable[[str], str]:
    return lambda node: snapshot.name(snapshot.index_of(node), NOW)


def grids(
    monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot, document: dict[str, Any]
) -> list[tuple[Sequence[str], list[list[str]]]]:
    """The tables of an answer before they are drawn: heads and cells."""
    drawn: list[tuple[Sequence[str], list[list[str]]]] = []
    with monkeypatch.context() as patch, contextlib.redirect_stdout(io.StringIO()):
        for module in (tables, cost_tables):
            patch.setattr(
                module,
                "grid",
                lambda head, rows, title=None: drawn.append((head, [[str(c) for c in row] for row in rows])),
            )
        tables.print_table(document, name_of(snapshot))
    return drawn


def csv_rows(snapshot: Snapshot, document: dict[str, Any]) -> list[dict[str, str]]:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        print_values(document, ",", name_of(snapshot))
    return list(csv.DictReader(io.StringIO(printed.getvalue())))


_CASES = itertools.cycle((str, str.upper, str.lower, lambda cell: f" {cell} "))


def cases(*cells: str) -> set[str]:
    """The cells as printed, and each in some other letter case, unless that makes another text of it (`Aydın`)."""
    others = {cell: case(cell) for cell, case in zip(cells, _CASES, strict=False)}
    return {*cells, *(text for cell, text in others.items() if text.strip().casefold() == cell.casefold())}


def sample(count: int) -> list[int]:
    return list(dict.fromkeys([*range(count)][:2] + [*range(count)][-1:]))


@pytest.mark.parametrize("name", DIMENSIONS)
def test_every_key_of_cost_is_a_filter_that_leaves_its_row(
    name: str, ask: Ask, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = ask("cost-attribution", by=name.upper().replace("_", "-"), **WINDOW)
    rows, (_, shown), plain = (
        document["answer"]["rows"],
        grids(monkeypatch, snapshot, document)[0],
        csv_rows(snapshot, document),
    )
    tilde = [at for at, row in enumerate(rows) if row["key"][name].startswith("~")]
    for at in dict.fromkeys([*sample(len(rows)), *tilde]):
        for cell in cases(rows[at]["key"][name], shown[at][0], plain[at][name]):
            narrowed = ask("cost-attribution", by=name, filter=[f"{name}={cell}"], **WINDOW)
            assert narrowed["answer"]["rows"] == [rows[at]], cell


@pytest.mark.parametrize("kind", NODE_KINDS)
def test_every_cell_of_an_inventory_is_a_filter_that_keeps_its_row(
    kind: str, ask: Ask, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = ask("inventory", kinds=kind)
    rows = document["answer"]["rows"]
    (head, shown), *_ = grids(monkeypatch, snapshot, document) if rows else [((), [])]
    plain = csv_rows(snapshot, document)
    for at in sample(len(rows)):
        cells: dict[str, set[str]] = {}
        fields = {field: value for field, value in rows[at].items() if field not in ("props", "owners")}
        properties = {f"props.{name}": value for name, value in rows[at]["props"].items()}
        for name, value in {"owner": rows[at]["owners"], "owners": rows[at]["owners"], **fields, **properties}.items():
            members = value if isinstance(value, list) else [value]
            if isinstance(value, dict):
                members = [value["amount"], f"{value['amount']} {value['currency']}"]
            cells[name] = {"" if member is None else str(member) for member in members}
        for name, cell in zip(head, shown[at], strict=True):
            cells.setdefault(name.replace(" ", "_"), set()).add(cell)
        for name, cell in plain[at].items():
            # Whether a row lacks a property or has it empty, CSV cannot say; the currency stands beside each amount.
            if name != "currency" and (cell or not name.startswith("props.")):
                cells.setdefault(name, set()).add(cell)
        for turn in range(max(map(len, cells.values()))):
            where = [f"{name}={sorted(texts)[turn % len(texts)]}" for name, texts in cells.items() if texts]
            kept = ask("inventory", kinds=kind, where=[text.upper() if turn % 2 else text for text in where])
            assert [row for row in kept["answer"]["rows"] if row == rows[at]], " | ".join(where)


@pytest.mark.parametrize("question", ["blast-radius", "exposure"])
def test_kinds_permissions_and_bases_that_a_reach_prints_narrow_it(question: str, ask: Ask) -> None:
    rows = ask(question, **ASKED[question])["answer"]["reached"]
    levels = ["DISCOVER", "READ", "WRITE", "ADMIN"]
    for kind in sorted({row["kind"] for row in rows}):
        for cell in cases(kind):
            narrowed = ask(question, **ASKED[question], kinds=cell)["answer"]["reached"]
            assert narrowed == [row for row in rows if row["kind"] == kind]
    for permission in sorted({row["permission"] for row in rows} - {None}):
        least = levels[levels.index(permission) :]
        for cell in cases(permission):
            narrowed = ask(question, **ASKED[question], min_permission=cell)["answer"]["reached"]
            assert narrowed == [row for row in rows if row["permission"] in least]
    for basis in cases("EITHER", *(row["basis"] for row in rows)):
        ask(question, **ASKED[question], basis=basis)


@pytest.mark.parametrize("question", QUERIES)
def test_every_node_that_a_question_prints_can_be_asked_about(
    question: str, ask: Ask, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = ask(question, **ASKED[question])
    texts = {*_texts(document["answer"]), *(cell for row in csv_rows(snapshot, document) for cell in row.values())}
    cells = {
        text for text in texts if ":" in text and text.partition(":")[0] in NODE_KINDS and not set(" >;") & set(text)
    }
    columns = {"who", "what", "name", "id", "owner", "server", "team", "model"}
    for head, rows in grids(monkeypatch, snapshot, document):
        for row in rows:
            cells |= {cell for name, cell in zip(head, row, strict=True) if name in columns and ", " not in cell}
    for cell in sorted(cells):
        if not cell or cell[0] in "~(" or (question == "unresolved" and snapshot.index_of(cell) < 0):
            # Names that are no nodes: keys without one, buckets, sources.
            continue
        for text in cases(cell.partition(" and ")[0] if question == "orphaned-paths" else cell):
            with contextlib.suppress(AmbiguousName):
                assert find_node(snapshot, text) >= 0


def test_the_sheet_of_the_operator_hands_her_robot_to_her_manager_and_leaves_nothing(ask: Ask) -> None:
    """The story: a person decided that Carmen Iglesias answers for the nightly upgrades."""
    answer = ask("offboarding", person="carmen.iglesias@larkspur.example")["answer"]
    first = answer["items"][0]
    robot, manager = "Account:cursor/sa_7c10e4", "Identity:hr/yusuf.demir"
    assert (first["id"], first["only_theirs"], first["next_owner"][0]) == (robot, True, manager)
    assert first["command"] == f"remit decide owner {robot} {manager}"
    assert answer["data_sources"] > 10
    assert [item["data_sources_left"] for item in answer["items"]][-1] == 0
    assert (answer["left_after"], answer["order"]) == ([], [item["id"] for item in answer["items"]])
    assert Decimal(answer["spend_30d"]["amount"]) > 100


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("question", ["ranking", "inventory"])
def test_heads_of_columns_are_sorts(
    question: str, ask: Ask, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = ask(question, **ASKED[question])
    sorts = import_module(QUERIES[question]).SORTS
    heads = {name for head, _ in grids(monkeypatch, snapshot, document)[:1] for name in head}
    assert {name.replace("_", " ") for name in sorts} >= heads - {"name", "id", "owner"}
    for sort in sorts:
        by_name = ask(question, **ASKED[question], sort=sort)["answer"]["rows"]
        assert ask(question, **ASKED[question], sort=sort.upper().replace("_", " "))["answer"]["rows"] == by_name


@pytest.mark.parametrize("question", QUERIES)
def test_a_currency_is_one_in_any_letter_case(question: str, ask: Ask) -> None:
    if "currency" in {item.name for item in dataclasses.fields(import_module(QUERIES[question]).Params)}:
        assert ask(question, **ASKED[question], currency="usd") == ask(question, **ASKED[question], currency="USD")


@pytest.mark.parametrize(
    "wrong", ["owner_state=lost", "day=2026-W36", "week=2026-09", "month=September", "team=Nobody", "day="]
)
def test_a_key_that_there_can_never_be_is_refused(wrong: str, ask: Ask) -> None:
    with pytest.raises(InputError):
        ask("cost-attribution", by="team", filter=[wrong], **WINDOW)


def test_a_part_of_a_property_suggests_the_whole(ask: Ask) -> None:
    with pytest.raises(InputError, match="no property 'state'; did you mean owner_state"):
        ask("inventory", kinds="Credential", where=["state=orphaned"])


def test_the_repository_that_logs_in_as_a_superuser_carries_most_of_the_access(ask: Ask, snapshot: Snapshot) -> None:
    """The story of examples/README.md, by the question that finds it."""
    answer = ask("choke-points")["answer"]
    runbooks = answer["rows"][0]
    assert runbooks["node"] == "Application:repo/github.com/larkspur/runbooks"
    assert (runbooks["principals"], round(100 * runbooks["score"] / answer["score"])) == (10, 35)
    cards = ask("choke-points", to=CARDS)["answer"]
    assert {
        "node": "Account:postgres/prod/breakglass",
        "edge": None,
        "principals": 10,
        "targets": 1,
        "score": 1000.0,
    } in cards["rows"]
    [line] = [line for line in csv_rows(snapshot, ask("choke-points", to=CARDS)) if line["kind"] == "CONTAINS"]
    assert (line["node"], line["target"], line["principals"]) == ("", CARDS, "11")


def test_what_the_gateway_never_saw_in_use_can_go_and_what_nobody_tells_of_stays(ask: Ask, snapshot: Snapshot) -> None:
    document = ask("least-privilege", principal="imogen.blackwood@larkspur.example")
    [row] = document["answer"]["rows"]
    server = "McpServer:mcp/imogen.blackwood@larkspur.example/npm:@brambleworks/drive-anything"
    assert [edge["target"] for edge in row["remove"]] == ["Group:anthropic/wrkspc_general", server]
    assert row["proven"]
    assert server in row["loses"]
    assert (row["used"], row["unknown"]) == (10, 4)
    lines = csv_rows(snapshot, document)
    assert [(line["target"], line["granted"]) for line in lines] == [
        ("Group:anthropic/wrkspc_general", "30"),
        (server, ""),
    ]
    # Of nothing that Dana left behind does anybody tell whether it is used.
    [dana] = ask("least-privilege", principal=DANA)["answer"]["rows"]
    assert (dana["unknown"], dana["remove"]) == (dana["granted"], [])
