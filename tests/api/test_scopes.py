"""Scopes of tokens over HTTP: every question is answered from the caller's part of the graph, and nothing else is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import anyio
import httpx
import pytest
from graphql import (
    FieldNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    OperationDefinitionNode,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    parse,
    print_ast,
)

from api.access.rules import FIELD_RULES
from api.gql.schema import build_schema
from api.settings import Settings
from graph.errors import InputError
from graph.moment import now
from graph.ontology import NODE_KINDS
from tests.api.command_line import Remit
from tests.api.organisation import edge, lines, load, node

ADA, BO = "Identity:hr/ada", "Identity:hr/bo"
SHARED, PRIVATE = "DataSource:db/shared", "DataSource:db/bos-own"
# What nobody outside Sales may read anywhere.
OF_BO = ("hr/bo", "Bo Secret", "bo@acme.example", "x/bo", "bos-own", "bos own", "sales:crm")
SCHEMA = build_schema()._schema
DAYS = 'from: "2026-11-01", to: "2026-11-20"'


def departments() -> str:
    run = {"record": "run", "observed_at": "2026-11-20T06:00:00Z"}
    human = {"type": "human", "status": "active"}
    usage = {
        "record": "usage",
        "resource": "Model:m/one",
        "application": "Application:x/app",
        "day": "2026-11-19",
        "requests": 1,
    }
    return lines(
        {**run, "source": "hr:workday", "complete": ["Identity", "HAS_ACCOUNT"]},
        node(ADA, "Ada Byron", department="Research", emails=["ada@acme.example"], **human),
        edge(ADA, "HAS_ACCOUNT", "Account:x/ada"),
        node(BO, "Bo Secret", department="Sales", emails=["bo@acme.example"], **human),
        edge(BO, "HAS_ACCOUNT", "Account:x/bo"),
        {**run, "source": "db:main", "usage": {"from": "2026-11-01", "to": "2026-11-20"}},
        node(SHARED, "shared", sensitivity="restricted"),
        edge("Account:x/ada", "CAN_ACCESS", SHARED, permission="READ"),
        edge("Account:x/bo", "CAN_ACCESS", SHARED, permission="ADMIN"),
        *(
            {**usage, "principal": who, "cost": {"amount": cost, "currency": "USD", "basis": "billed"}}
            for who, cost in (("Account:x/ada", "3"), ("Account:x/bo", "4.25"))
        ),
        {**run, "source": "sales:crm", "complete": ["DataSource", "CAN_ACCESS"]},
        node(PRIVATE, "bos own"),
        edge("Account:x/bo", "CAN_ACCESS", PRIVATE),
    )


@pytest.fixture
def embedded(folder: Path) -> Settings:
    settings = Settings(store=f"sqlite:///{folder}/remit.db")
    load(settings, departments(), folder)
    return settings


def ask_scoped(
    client: Callable[..., Any], settings: Settings, scope: list[str], *documents: str
) -> list[httpx.Response]:
    """The responses to some documents, asked with a token of this scope."""
    text = settings.token_file().create(f"scoped-{bool(scope)}", ["ask"], [], now(), None, scope)
    headers = {"authorization": f"Bearer {text}"}

    async def go() -> list[httpx.Response]:
        async with client(settings) as http:
            posted = [await http.post("/graphql", json={"query": document}, headers=headers) for document in documents]
            return [*posted, await http.get("/metrics", headers=headers)]

    responses: list[httpx.Response] = anyio.run(go)
    return responses


# One document for every root field: what a scoped caller may ask, about what it sees and about what it does not.
DOCUMENTS: dict[str, tuple[str, ...]] = {
    "status": (
        "{ status { counts { usage nodes { key value } edges { key value } } sources { source } runs { source } } }",
    ),
    "node": (f'{{ node(id: "{BO}") {{ id name }} }}', f'{{ node(id: "{ADA}") {{ id name }} }}'),
    "nodes": (f'{{ nodes(ids: ["{BO}", "{ADA}"]) {{ id name }} }}',),
    "search": (
        '{ search(input: {text: "bo"}) { ... on Search { total nodes { edges { node { id name } } } } ... on UserError { message } } }',
    ),
    "neighbours": tuple(
        f'{{ neighbours(input: {{node: "{who}"}}) {{ ... on Neighbours {{ total }} ... on UserError {{ message }} }} }}'
        for who in (SHARED, BO)
    ),
    "blast_radius": tuple(
        f'{{ blastRadius(input: {{start: ["{who}"]}}) {{ ... on BlastRadius {{ total reached {{ edges {{ node {{ id name }} }} }} }} '
        "... on UserError { message } } }"
        for who in (ADA, BO, "Bo Secret", "bo@acme.example")
    ),
    "exposure": tuple(
        f'{{ exposure(input: {{target: "{what}"}}) {{ ... on Exposure {{ total reached {{ edges {{ node {{ id name permission }} }} }} }} '
        "... on UserError { message } } }"
        for what in (SHARED, PRIVATE)
    ),
    "access_paths": tuple(
        f'{{ accessPaths(input: {{from: "{who}", to: "{SHARED}"}}) {{ ... on AccessPaths {{ paths {{ edges {{ node {{ sentence }} }} }} }} '
        "... on UserError { message } } }"
        for who in (ADA, BO)
    ),
    "ranking": (
        "{ ranking(input: {}) { ... on Ranking { rows { edges { node { id name total } } } } ... on UserError { message } } }",
    ),
    "orphaned_paths": (
        "{ orphanedPaths(input: {}) { ... on OrphanedPaths { roots { edges { node { id } } } unknown { edges { node { id } } } } } }",
    ),
    "cost_attribution": tuple(
        f"{{ costAttribution(input: {{by: [account], {DAYS}{more}}}) {{ ... on CostAttribution {{ ledger {{ amount }} "
        "buckets { key value { amount } } rows { edges { node { key { key value } cost { amount } } } } } ... on UserError { message } } }"
        for more in ("", ', filters: [{dimension: account, values: ["Account:x/bo"]}]')
    ),
    "inventory": (
        f"{{ inventory(input: {{kinds: [{', '.join(NODE_KINDS)}]}}) {{ ... on Inventory {{ rows {{ edges {{ node {{ id name owners }} }} }} }} }} }}",
    ),
    "unresolved": ("{ unresolved(input: {}) { ... on Unresolved { rows { edges { node { id why } } } } } }",),
    "revocation": (
        "{ revocation { ... on Revocation { cost proven steps { action } collateral { edges { node { id loses } } } } } }",
        f'{{ revocation(input: {{from: ["{ADA}"], to: ["{SHARED}"]}}) {{ ... on Revocation {{ roots targets steps {{ action }} }} }} }}',
        f'{{ revocation(input: {{from: ["{BO}"]}}) {{ ... on Revocation {{ roots }} ... on UserError {{ message }} }} }}',
    ),
    "offboarding": tuple(
        f'{{ offboarding(input: {{person: "{person}"}}) {{ ... on Offboarding {{ name order items {{ nodes {{ id why action breaks nextOwner }} }} leftAfter {{ nodes {{ id }} }} }} ... on UserError {{ message }} }} }}'
        for person in (ADA, BO)
    ),
    "forecast": (
        "{ forecast(input: {by: [account]}) { ... on Forecast { total { spent { amount } } rows { edges { node { key { key value } spent { amount } budget { amount } } } } } } }",
    ),
    "anomalies": (
        f"{{ anomalies(input: {{by: [account], {DAYS}}}) {{ ... on Anomalies {{ judged rows {{ edges {{ node {{ key {{ key value }} drivers {{ key {{ key value }} }} }} }} }} }} }} }}",
    ),
    "least_privilege": (
        "{ leastPrivilege { ... on LeastPrivilege { rows { edges { node { principal name remove { source target } loses } } } } } }",
        f'{{ leastPrivilege(input: {{principal: "{ADA}"}}) {{ ... on LeastPrivilege {{ rows {{ edges {{ node {{ granted }} }} }} }} }} }}',
        f'{{ leastPrivilege(input: {{principal: "{BO}"}}) {{ ... on UserError {{ message }} }} }}',
    ),
    "choke_points": (
        "{ chokePoints { ... on ChokePoints { principals rows { edges { node { node edge { source target } targets } } } } } }",
        f'{{ chokePoints(input: {{to: ["{SHARED}"]}}) {{ ... on ChokePoints {{ targets score }} ... on UserError {{ message }} }} }}',
        f'{{ chokePoints(input: {{to: ["{PRIVATE}"]}}) {{ ... on ChokePoints {{ targets score }} ... on UserError {{ message }} }} }}',
    ),
    "what_if": (
        f'{{ whatIf(input: {{offboard: ["{ADA}"], remove: ["{SHARED}"]}}) {{ ... on WhatIf {{ totalLost removed {{ source target }} '
        "lost { edges { node { id target } } } order { action } } ... on UserError { message } } }",
        f'{{ whatIf(input: {{offboard: ["{BO}"]}}) {{ ... on WhatIf {{ totalLost }} ... on UserError {{ message }} }} }}',
        f'{{ whatIf(input: {{add: ["{ADA} CAN_ACCESS {SHARED} ADMIN"]}}) {{ ... on WhatIf {{ gained {{ edges {{ node {{ id target }} }} }} }} }} }}',
    ),
    "changes": tuple(
        f'{{ changes(input: {{from: "2026-01-01T00:00:00Z"{more}}}) {{ ... on Changes {{ nodes {{ opened {{ nodes }} }} '
        "edges { opened { nodes { source target } } } reach { nodes { id name } } routes { nodes { principal target } } } "
        "... on UserError { message } } }"
        for more in ("", f', of: "{ADA}"', f', of: "{BO}"', f', of: "{PRIVATE}"')
    ),
    "decide": (
        f'mutation {{ decide(input: {{kind: "owner", ids: ["{BO}", "{ADA}"], key: "1"}}) {{ __typename ... on UserError {{ message code }} }} }}',
    ),
    "undo_decision": (
        'mutation { undoDecision(input: {decision: "0", key: "2"}) { __typename ... on UserError { message code } } }',
    ),
    "accept_run": (
        'mutation { acceptRun(input: {source: "hr:x", key: "3"}) { __typename ... on UserError { message code } } }',
    ),
    "cypher": ('{ cypher(input: {text: "MATCH (n) RETURN n"}) { __typename ... on UserError { message code } } }',),
}


def test_every_root_field_is_asked() -> None:
    assert DOCUMENTS.keys() == FIELD_RULES.keys()


def test_what_is_not_in_scope_is_in_no_answer(client: Callable[..., Any], embedded: Settings) -> None:
    documents = [document for several in DOCUMENTS.values() for document in several]
    *responses, metrics = ask_scoped(client, embedded, ["department:Research"], *documents)
    for document, response in zip(documents, responses, strict=True):
        assert response.status_code in (200, 294), (document, response.text)
        assert "GRAPHQL_VALIDATION_FAILED" not in response.text, (document, response.text)
        # What was asked is repeated in a refusal; what it is about is not.
        text = response.text
        for repeated in (BO, "Bo Secret", "bo@acme.example", PRIVATE, "Account:x/bo"):
            text = text.replace(f"no node matches '{repeated}'", "")
        assert not [secret for secret in OF_BO if secret in text], (document, text)
    assert metrics.status_code == 403
    answer = {name: responses[documents.index(several[0])].json()["data"] for name, several in DOCUMENTS.items()}
    assert answer["blast_radius"]["blastRadius"]["total"] == 3
    assert [edge["node"]["id"] for edge in answer["exposure"]["exposure"]["reached"]["edges"]] == ["Account:x/ada", ADA]
    assert answer["cost_attribution"]["costAttribution"]["ledger"]["amount"] == "7.250000000"
    assert answer["cost_attribution"]["costAttribution"]["buckets"] == [
        {"key": "hidden", "value": {"amount": "4.250000000"}}
    ]
    assert [source["source"] for source in answer["status"]["status"]["sources"]] == ["db:main", "hr:workday"]
    assert answer["status"]["status"]["counts"]["usage"] == 1
    assert answer["cypher"]["cypher"]["code"] == "FORBIDDEN"


def with_every_field(document: str) -> Iterator[str]:
    """The documents that ask the same with all that the schema has below: one for each field of the answer."""
    operation = parse(document).definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    root = operation.selection_set.selections[0]
    assert isinstance(root, FieldNode)
    assert SCHEMA.query_type is not None
    asked = root.name.value + (f"({', '.join(map(print_ast, root.arguments))})" if root.arguments else "")
    kind = get_named_type(SCHEMA.query_type.fields[root.name.value].type)
    refusals = SCHEMA.get_possible_types(cast(GraphQLInterfaceType, SCHEMA.type_map["UserError"]))
    for member in kind.types if isinstance(kind, GraphQLUnionType) else [kind]:
        for name, field in cast(GraphQLObjectType, member).fields.items() if member not in refusals else ():
            below = f"... on {member.name} {{ {name}{selection_of(field.type)} }}"
            refused = "... on UserError { message }" if isinstance(kind, GraphQLUnionType) else ""
            yield f"{{ {asked} {{ {below} {refused} }} }}"


def selection_of(kind: Any, above: tuple[str, ...] = ()) -> str:
    """Everything below a field of a type, but what needs an argument or leads back."""
    kind = get_named_type(kind)
    if is_leaf_type(kind):
        return ""
    if kind.name in above:
        return " { __typename }"
    fields = {
        name: field for name, field in kind.fields.items() if not any(map(is_required_argument, field.args.values()))
    }
    if "pageInfo" in fields:
        # The same rows once more, with cursors, which say nothing.
        del fields["edges"]
    return f" {{ {' '.join(name + selection_of(field.type, (*above, kind.name)) for name, field in fields.items())} }}"


def test_no_field_of_the_schema_holds_what_is_not_in_scope(client: Callable[..., Any], embedded: Settings) -> None:
    """Derived from the schema: what a question comes to answer besides is asked too."""
    documents = [
        full
        for name, several in DOCUMENTS.items()
        for document in several
        # What changes something, and Cypher, are for nobody with a scope.
        if name != "cypher" and not document.startswith("mutation")
        for full in with_every_field(document)
    ]
    *responses, _ = ask_scoped(client, embedded, ["department:Research"], *documents)
    *of_all, _ = ask_scoped(client, embedded, [], *documents)
    shown = 0
    for document, response, whole in zip(documents, responses, of_all, strict=True):
        assert response.status_code in (200, 294), (document, response.text)
        assert not re.search("GRAPHQL_VALIDATION_FAILED|TOO_LARGE", response.text), (document, response.text)
        texts = [response.text, whole.text]
        for repeated in (BO, "Bo Secret", "bo@acme.example", PRIVATE, "Account:x/bo"):
            texts = [text.replace(f"no node matches '{repeated}'", "") for text in texts]
        assert not [secret for secret in OF_BO if secret in texts[0]], (document, texts[0])
        shown += any(secret in texts[1] for secret in OF_BO)
    # Who sees everything sees it in many of them.
    assert shown > 60


def test_a_refusal_of_what_is_hidden_is_that_of_what_is_not_there(
    client: Callable[..., Any], embedded: Settings
) -> None:
    ask = '{{ exposure(input: {{target: "{}"}}) {{ __typename ... on UserError {{ message code path }} }} }}'
    hidden, absent, _ = ask_scoped(
        client, embedded, ["department:Research"], ask.format(PRIVATE), ask.format("DataSource:db/bos-owl")
    )
    assert hidden.text.replace("bos-own", "") == absent.text.replace("bos-owl", "")


def test_each_scope_sees_its_own_part_and_several_see_all_of_theirs(
    client: Callable[..., Any], embedded: Settings
) -> None:
    ask = "{ ranking(input: {}) { ... on Ranking { rows { edges { node { id } } } } } }"
    for number, (scope, people) in enumerate(
        (
            (["department:Research"], [ADA]),
            (["department:Sales"], [BO]),
            (["department:Research", "department:Sales"], [ADA, BO]),
            (["source:sales:crm"], [BO]),
            (["application:Application:x/app"], [ADA, BO]),
            (["department:Nowhere"], []),
        )
    ):
        text = embedded.token_file().create(f"scoped-{number}", ["ask"], [], now(), None, scope)

        async def go(headers: dict[str, str]) -> Any:
            async with client(embedded) as http:
                return (await http.post("/graphql", json={"query": ask}, headers=headers)).json()

        rows = anyio.run(go, {"authorization": f"Bearer {text}"})["data"]["ranking"]["rows"]["edges"]
        assert sorted(row["node"]["id"] for row in rows) == people, scope


def test_a_scope_beside_rights_that_see_past_it_is_refused(tmp_path: Path) -> None:
    remit = Remit(tmp_path)
    made = remit.run("token", "create", "ci", "--rights", "ask", "--scope", "department:Research")
    assert made.returncode == 0, made.stderr
    assert "department:Research" in remit.run("token", "list").stdout
    for words, problem in (
        (
            ("--rights", "ask,architect", "--scope", "department:R"),
            "the right to architect sees or changes the whole graph",
        ),
        (("--rights", "ask", "--scope", "everything"), "'everything' is no scope; give department:NAME"),
    ):
        refused = remit.run("token", "create", "other", *words)
        assert refused.returncode == 2
        assert problem in " ".join(refused.stderr.split())
    with pytest.raises(InputError, match="sees or changes the whole graph"):
        Settings(store=f"sqlite:///{tmp_path}/x.db").token_file().create("x", ["decide"], [], now(), None, ["group:G"])


def test_a_scope_that_shows_nothing_is_said_when_its_token_is_made(embedded: Settings, tmp_path: Path) -> None:
    """Else a name with a typing error is a token that answers everything with nothing."""
    scopes = ("department:Research", "department:research", "source:sales:crm", "group:Group:x/none")
    words = [word for scope in scopes for word in ("--scope", scope)]
    made = Remit(tmp_path).run(
        "token", "create", "odd", "--rights", "ask", *words, settings={"REMIT_STORE": embedded.store}
    )
    assert made.returncode == 0, made.stderr
    notes = [line for line in made.stderr.splitlines() if "nothing is in the scope" in line]
    assert [note.partition("the scope ")[2].partition(" now")[0] for note in notes] == [scopes[1], scopes[3]]
    assert made.stdout.startswith("remit_")
