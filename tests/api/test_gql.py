"""/graphql answers what the CLI answers: the same fields, the same numbers, in the same order."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import anyio
import pytest
from strawberry.utils.str_converters import to_camel_case

from api.context import StoreContext, read_counts, read_state
from api.gql.inputs import asked_fields, named_fields
from api.http.app import create_app
from api.settings import Settings
from graph.claims import Node, RunHeader
from graph.moment import now, read_day, read_moment, write_moment
from graph.ontology import EDGE_KINDS, EDGE_NAMES, NODE_KINDS, Permission
from queries import QUERIES, neighbours
from queries.base import as_json
from tests.api.agreement import SCHEMA, Client, ask, assert_same, everything
from tests.api.organisation import BOB

AS_OF = "2026-11-20T08:00:00Z"
SALES = "DataSource:postgres/prod/sales"
WHEN = {"as_of": read_moment(AS_OF)}
NOVEMBER = {"first_day": read_day("2026-11-01"), "last_day": read_day("2026-11-30")}

# question: (the CLI's parameters, the input of the same question)
ASKED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "blast-radius": ({"start": ("ada@acme.example",)}, {"start": ["ada@acme.example"]}),
    "exposure": ({"target": SALES}, {"target": SALES}),
    "access-paths": ({"origin": "Ada Byron", "target": SALES}, {"from": "Ada Byron", "to": SALES}),
    "ranking": ({}, {}),
    "orphaned-paths": ({}, {}),
    "cost-attribution": (
        {"by": ("team", "day"), **NOVEMBER},
        {"by": ["team", "day"], "from": "2026-11-01", "to": "2026-11-30"},
    ),
    "inventory": ({"kinds": ("Account", "DataSource")}, {"kinds": ["Account", "DataSource"]}),
    "unresolved": ({}, {}),
    "revocation": ({}, {}),
    "offboarding": ({"person": "Ada Byron"}, {"person": "Ada Byron"}),
    "forecast": ({"by": ("team",)}, {"by": ["team"]}),
    "anomalies": ({"by": ("team",), **NOVEMBER}, {"by": ["team"], "from": "2026-11-01", "to": "2026-11-30"}),
    "choke-points": ({}, {}),
    "least-privilege": ({}, {}),
    "what-if": ({"offboard": ("ada@acme.example",)}, {"offboard": ["ada@acme.example"]}),
    "changes": ({"start": read_moment("2026-01-01")}, {"from": "2026-01-01T00:00:00Z"}),
}


@pytest.mark.parametrize("question", QUERIES)
def test_every_question_answers_as_the_cli_does(question: str, client: Client, stored: Settings) -> None:
    told, asked = ASKED[question]
    module = import_module(QUERIES[question])
    with StoreContext(stored) as context:
        snapshot = context.snapshot()
    answer = module.run(snapshot, module.Params(**told, **WHEN))
    root = to_camel_case(question.replace("-", "_"))
    field = SCHEMA.query_type.fields[root]
    document = f"query($input: {field.args['input'].type}) {{ {root}(input: $input) {everything(field.type)} }}"
    shown = ask(client, stored, document, input=asked | {"asOf": AS_OF})[root]
    assert_same(as_json(answer), shown)
    assert_same(as_json(answer.completeness), shown["completeness"])
    assert_same(as_json(answer.freshness), shown["freshness"])
    assert shown["snapshot"] == {
        "generation": snapshot.generation,
        "asOf": AS_OF,
        "builtAt": shown["snapshot"]["builtAt"],
        "digest": snapshot.digest,
    }


def test_status_is_that_of_the_cli(client: Client, stored: Settings) -> None:
    shown = ask(client, stored, "{ status " + everything(SCHEMA.get_type("Status")) + " }")["status"]
    with StoreContext(stored) as context:
        told, snapshot = read_state(context), context.snapshot()
    # The whole of it is of use to a page alone: where its slider stops.
    at = now()
    moments = [moment for moment in shown.pop("moments") if read_moment(moment) < at]
    assert moments == [write_moment(moment) for moment in snapshot.moments_of_change().tolist() if moment < at][-400:]
    for source in (*told["sources"], *shown["sources"]):
        source.pop("age_s", source.pop("ageS", None))
    del told["built_at"]
    assert_same(told, shown)


def test_moments_are_the_newest_up_to_now(client: Client, stored: Settings) -> None:
    question = "query($last: Int!) { status { generation moments(last: $last) } }"
    every = ask(client, stored, question, last=2000)["status"]["moments"]
    assert every == sorted(every)
    assert max(map(read_moment, every)) <= now()
    for last in (0, 1, 3):
        assert ask(client, stored, question, last=last)["status"]["moments"] == every[max(0, len(every) - last) :]
    for last in (-1, 2001):

        async def refused(last: int = last) -> Any:
            async with client(stored) as http:
                return (await http.post("/graphql", json={"query": question, "variables": {"last": last}})).json()

        assert anyio.run(refused)["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"


def test_status_is_of_the_generation_that_the_request_began_with(stored: Settings) -> None:
    """A load that ends while a request is answered changes no number in it."""
    with StoreContext(stored) as context:
        pinned = context.snapshot()
        counts = read_counts(context.store, pinned, is_part=False)
        before = read_state(context, pinned, counts)
        run = context.store.begin(RunHeader(source="hr:later", observed_at=WHEN["as_of"]))
        context.store.write(run, [Node(id="Identity:hr/later", name="Later")], [1])
        context.store.finish(run)
        during, after = read_state(context, pinned, counts), read_state(context)
        # Whoever asks for the first time by then gets what the snapshot holds, not what the store has now.
        late = read_counts(context.store, pinned, is_part=False)
        assert late["nodes"]["Identity"] == counts["nodes"]["Identity"]
    try:
        assert after["generation"] == before["generation"] + 1
        for name in ("generation", "built_at", "digest", "counts"):
            assert during[name] == before[name]
            assert during[name] != after[name]
    finally:
        with StoreContext(stored) as context:
            context.store.remove_source("hr:later")


def test_as_of_is_read_once_and_echoed(client: Client, settings: Settings) -> None:
    data = ask(
        client,
        settings,
        "{ a: ranking { ... on Ranking { snapshot { asOf } } } b: orphanedPaths { ... on OrphanedPaths { snapshot { asOf } } } }",
    )
    assert data["a"] == data["b"]
    assert data["a"]["snapshot"]["asOf"].endswith("Z")


@pytest.mark.parametrize("told", ["2026-11-20", "2026-11-20T08:00:00", "9999-01-01T00:00:00Z", "x", 5, None])
def test_a_moment_needs_its_zone(told: object, client: Client, settings: Settings) -> None:
    async def go() -> None:
        async with client(settings) as http:
            query = 'query($t: DateTime!) { node(id: "Identity:hr/1", asOf: $t) { id } }'
            answer = await http.post("/graphql", json={"query": query, "variables": {"t": told}})
            assert answer.status_code == 422
            assert "data" not in answer.json()

    anyio.run(go)


@pytest.mark.parametrize("told", ["0001-01-01T00:00:00Z", "2026-11-20T09:30:00+01:30", "9998-12-31T23:59:59.999999Z"])
def test_any_moment_can_be_asked_about(told: str, client: Client, settings: Settings) -> None:
    data = ask(
        client,
        settings,
        "query($t: DateTime) { ranking(input: { asOf: $t }) { ... on Ranking { snapshot { asOf } rows { totalCount } } } }",
        t=told,
    )
    assert read_moment(data["ranking"]["snapshot"]["asOf"]) == read_moment(told)


NOVEMBER_DAYS = 'from: "2026-11-01", to: "2026-11-02"'
BY_TEAM = f"by: [team], {NOVEMBER_DAYS}"
# the question, what of its input is wrong, the code, the path below `input`, and what else the error says
REFUSED: list[tuple[str, str, str, str, dict[str, Any]]] = [
    ("blastRadius", 'start: ["nobody"]', "NOT_FOUND", "start.0", {"name": "nobody"}),
    ("blastRadius", 'start: ["Ada Byron", "nobody"]', "NOT_FOUND", "start.1", {"name": "nobody"}),
    (
        "blastRadius",
        'start: ["Sam Twin"]',
        "AMBIGUOUS_NAME",
        "start.0",
        {"candidates": ["Identity:hr/3", "Identity:hr/4"]},
    ),
    ("blastRadius", "start: []", "BAD_INPUT", "start", {}),
    ("blastRadius", 'start: ["Ada Byron"], maxHops: -1', "BAD_INPUT", "maxHops", {}),
    (
        "blastRadius",
        'start: ["Ada Byron"], windowDays: 100000',
        "LIMIT_EXCEEDED",
        "windowDays",
        {"limit": "windowDays", "maximum": 3660},
    ),
    ("exposure", 'target: "nobody"', "NOT_FOUND", "target", {"name": "nobody"}),
    ("accessPaths", 'from: "nobody", to: "nobody"', "NOT_FOUND", "from", {"name": "nobody"}),
    ("accessPaths", 'from: "Ada Byron", to: "nobody"', "NOT_FOUND", "to", {"name": "nobody"}),
    ("accessPaths", 'from: "Ada Byron", to: "sales", k: 201', "LIMIT_EXCEEDED", "k", {"limit": "k", "maximum": 200}),
    ("ranking", "windowDays: 0", "BAD_INPUT", "windowDays", {}),
    ("orphanedPaths", "windowDays: 0", "BAD_INPUT", "windowDays", {}),
    ("costAttribution", f"by: [], {NOVEMBER_DAYS}", "BAD_INPUT", "by", {}),
    ("costAttribution", f"by: [day, day], {NOVEMBER_DAYS}", "BAD_INPUT", "by", {}),
    ("costAttribution", 'by: [day], from: "2026-11-03", to: "2026-11-02"', "BAD_INPUT", "from", {}),
    ("costAttribution", f'{BY_TEAM}, currency: "euro"', "BAD_INPUT", "currency", {}),
    (
        "costAttribution",
        f'{BY_TEAM}, rates: [{{ currency: "EUR", rate: "1" }}, {{ currency: "GBP", rate: "-1" }}]',
        "BAD_INPUT",
        "rates.1",
        {},
    ),
    (
        "costAttribution",
        f'{BY_TEAM}, filters: [{{ dimension: day, values: ["2026-11-02"] }}, {{ dimension: identity, values: ["{BOB}", "nobody"] }}]',
        "NOT_FOUND",
        "filters.1.values.1",
        {"name": "nobody"},
    ),
    ("inventory", "kinds: []", "BAD_INPUT", "kinds", {}),
    ("inventory", 'kinds: [Account], where: [{ property: "colour", values: ["x"] }]', "BAD_INPUT", "where.0", {}),
    (
        "inventory",
        'kinds: [Account], where: [{ property: "status", values: ["active", "odd"] }]',
        "BAD_INPUT",
        "where.0.values.1",
        {},
    ),
    (
        "inventory",
        'kinds: [Account], where: [{ property: "owner", values: ["nobody"] }]',
        "NOT_FOUND",
        "where.0.values.0",
        {"name": "nobody"},
    ),
    ("search", f'text: "{"x" * 4097}"', "LIMIT_EXCEEDED", "text", {"limit": "text"}),
]


@pytest.mark.parametrize(("field", "told", "code", "path", "more"), REFUSED)
def test_what_was_to_be_expected_is_data(
    field: str, told: str, code: str, path: str, more: dict[str, Any], client: Client, settings: Settings
) -> None:
    extra = "... on NotFound { name } ... on AmbiguousName { candidates } ... on LimitExceeded { limit maximum }"
    if field == "search":
        extra = "... on LimitExceeded { limit maximum }"
    data = ask(
        client, settings, f"{{ {field}(input: {{ {told} }}) {{ ... on UserError {{ code message path }} {extra} }} }}"
    )
    assert data[field]["code"] == code
    assert data[field]["path"] == ["input", *path.split(".")]
    assert data[field]["message"]
    assert more.items() <= data[field].items()


def test_a_node_is_found_by_any_of_its_ids_and_shows_what_is_known(client: Client, settings: Settings) -> None:
    data = ask(
        client,
        settings,
        f'{{ a: node(id: "{BOB}") {{ id kind name known aliases props {{ key value }} }} '
        f'b: node(id: "Identity:hr/none") {{ id }} c: nodes(ids: ["x", "{BOB}"]) {{ id }} }}',
    )
    assert data["a"]["name"] == "Bob Stone"
    assert {"key": "emails", "value": ["bob@acme.example"]} in data["a"]["props"]
    assert (data["b"], data["c"]) == (None, [None, {"id": BOB}])


@pytest.mark.parametrize(
    ("text", "kinds", "found"),
    [
        ("ada@acme.example", None, ["Account:cursor/ada", "Identity:hr/1"]),
        ("ADA", None, ["Account:cursor/ada", "Identity:hr/1"]),
        ("byron", None, ["Identity:hr/1"]),
        ("sam", ["Identity"], ["Identity:hr/3", "Identity:hr/4"]),
        ("ada", ["Group"], []),
        ("", ["Group", "Credential"], ["Credential:postgres/bobs-key", "Group:cursor/data"]),
        ("public.t29", None, [f"DataSource:postgres/prod/sales/public.t29{number}" for number in range(10)]),
        ('"', None, []),
    ],
)
def test_search_finds_a_part_of_a_name(
    text: str, kinds: list[str] | None, found: list[str], client: Client, settings: Settings
) -> None:
    data = ask(
        client,
        settings,
        "query($i: SearchInput!) { search(input: $i) { ... on Search { total nodes { nodes { id } } } } }",
        i={"text": text, "kinds": kinds},
    )
    assert [node["id"] for node in data["search"]["nodes"]["nodes"]] == found


def test_neighbours_are_the_edges_of_a_node_at_a_moment(client: Client, stored: Settings) -> None:
    with StoreContext(stored) as context:
        snapshot = context.snapshot()
    edges, moment = snapshot.edges, read_moment(AS_OF)
    for node in range(0, snapshot.count, 7):
        expected = {
            (way, snapshot.ids[int(ends[row])], EDGE_NAMES[int(edges.kind[row])], int(edges.permission[row]))
            for way, own, ends in (("OUT", edges.source, edges.target), ("IN", edges.target, edges.source))
            for row in range(len(edges))
            if own[row] == node and edges.since[row] <= moment < edges.until[row]
        }
        answer = neighbours.run(snapshot, neighbours.Params(snapshot.ids[node], moment))
        rows = list(answer.neighbours)
        assert {
            (r.direction, r.id, r.edge.kind, Permission[r.edge.permission] if r.edge.permission else 0) for r in rows
        } == expected
        assert answer.total == len(rows) == len(answer.neighbours)
        assert [answer.neighbours[at] for at in range(-len(rows), 0)] == rows


def test_neighbours_come_with_names_and_evidence_page_by_page(client: Client, settings: Settings) -> None:
    document = """query($input: NeighboursInput!, $after: String) { neighbours(input: $input) {
      ... on Neighbours { node total neighbours(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor }
        nodes { direction id kind name known edge { kind permission claimedBy evidence sourceName targetName } } } }
      ... on UserError { code path } } }"""
    rows: list[Any] = []
    after, more = None, True
    while more:
        answer = ask(client, settings, document, input={"node": "sales", "asOf": AS_OF}, after=after)["neighbours"]
        assert (answer["node"], answer["total"]) == (SALES, answer["neighbours"]["totalCount"])
        rows += answer["neighbours"]["nodes"]
        after, more = (answer["neighbours"]["pageInfo"][name] for name in ("endCursor", "hasNextPage"))
    assert len(rows) == answer["total"] > 300
    assert [row["direction"] for row in rows] == sorted((row["direction"] for row in rows), reverse=True)
    grant = next(row for row in rows if row["edge"]["kind"] == "CAN_ACCESS" and row["name"] == "Data")
    assert (grant["direction"], grant["kind"], grant["edge"]["permission"]) == ("IN", "Group", "WRITE")
    assert (grant["edge"]["sourceName"], grant["edge"]["targetName"]) == ("Data", "sales")
    for told, expected in (
        ({"direction": "IN"}, {"IN"}),
        ({"direction": "OUT"}, {"OUT"}),
        ({"kinds": ["CAN_ACCESS"]}, {"IN"}),
    ):
        answer = ask(client, settings, document, input={"node": SALES, "asOf": AS_OF, **told})["neighbours"]
        assert {row["direction"] for row in answer["neighbours"]["nodes"]} == expected
    nobody = ask(client, settings, document, input={"node": "nobody"})["neighbours"]
    assert nobody == {"code": "NOT_FOUND", "path": ["input", "node"]}


def test_columns_are_the_rows_turned(client: Client, settings: Settings) -> None:
    rows = "id kind name permission permissionKnown basis hops exercised lastUsed uses sensitivity"
    data = ask(
        client,
        settings,
        f'{{ blastRadius(input: {{ start: ["{BOB}"], kinds: [Credential, DataSource] }}) '
        f"{{ ... on BlastRadius {{ total reached(first: 200) {{ nodes {{ {rows} }} }} columns {{ {rows} }} }} }} }}",
    )["blastRadius"]
    assert data["total"] == 302
    for name in rows.split():
        assert data["columns"][name][:200] == [row[name] for row in data["reached"]["nodes"]]
        assert len(data["columns"][name]) == data["total"]


def test_enums_are_the_words_of_the_ontology() -> None:
    enums = {name: list(SCHEMA.get_type(name).values) for name in ("NodeKind", "EdgeKind", "Permission")}
    assert enums == {
        "NodeKind": list(NODE_KINDS),
        "EdgeKind": list(EDGE_KINDS),
        "Permission": list(Permission.__members__),
    }


def test_every_question_has_a_root_field() -> None:
    roots = {to_camel_case(name.replace("-", "_")) for name in QUERIES} | {
        "status",
        "node",
        "nodes",
        "search",
        "neighbours",
        "cypher",
    }
    assert set(SCHEMA.query_type.fields) == roots


def test_an_application_opens_nothing_before_it_runs(settings: Settings) -> None:
    assert create_app(settings.model_copy(update={"store": "sqlite:////nowhere/at/all.db"}))


def test_errors_name_the_fields_of_an_input_and_no_options(client: Client, settings: Settings) -> None:
    query = """query($input: CostAttributionInput!) {
        costAttribution(input: $input) { ... on UserError { message path } }
    }"""
    backwards = {"by": ["team"], "from": "2026-11-30", "to": "2026-11-01"}
    error = ask(client, settings, query, input=backwards)["costAttribution"]
    assert error == {"message": "the first day is after the last. Swap `from` and `to`", "path": ["input", "from"]}
    no_rate = {"by": ["team"], "from": "2026-11-01", "to": "2026-11-30", "rates": [{"currency": "EUR", "rate": "0"}]}
    message = ask(client, settings, query, input=no_rate)["costAttribution"]["message"]
    assert message.endswith("one EUR is worth 1.08 of `currency`")


@pytest.mark.parametrize("question", QUERIES)
def test_every_option_of_a_question_has_a_name_in_its_input(question: str) -> None:
    params = import_module(QUERIES[question]).Params
    for item, _ in asked_fields(params):
        option = "--" + item.metadata.get("name", item.name).replace("_", "-")
        assert "--" not in named_fields(params, f"leave {option} out")
    assert named_fields(params, "use --nosuch-option") == "use --nosuch-option"
