"""Callers, and the table of what each right may do: walked over every route and every field of the schema."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import anyio
import pytest
import strawberry
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)
from pydantic import SecretStr
from starlette.routing import Route

from api import explorer_page
from api.access.caller import ADMIN, ARCHITECT, ASK, DECIDE, LOAD, RIGHTS, Caller, covers
from api.access.rules import FIELD_RULES, ROUTE_RULES
from api.gql.rights import guarded as guarded_fields
from api.gql.schema import build_schema
from api.http.app import create_app
from api.http.audit import open_log
from api.settings import Settings
from graph.moment import now
from tests.api.organisation import TOKEN, load, organisation


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


@pytest.mark.parametrize(
    ("prefix", "source", "covered"),
    [
        ("*", "hr:workday", True),
        ("hr:", "hr:workday", True),
        ("hr:workday", "hr:workday", True),
        ("hr:workday", "hr:workday/people", True),
        ("hr:workday", "hr:workday2", False),
        ("hr:work", "hr:workday", False),
        ("hr", "hr:workday", False),
        ("mcp:ada/", "mcp:ada/cursor/x", True),
        ("mcp:ada", "mcp:adam/cursor/x", False),
        ("", "hr:workday", False),
    ],
)
def test_a_prefix_ends_where_a_part_of_the_name_does(prefix: str, source: str, covered: bool) -> None:
    assert covers(prefix, source) is covered
    assert Caller("x", "token", frozenset({LOAD}), (prefix,)).may_write(source) is covered
    assert not Caller("x", "token", frozenset({ASK}), (prefix,)).may_write(source)


SCHEMA = build_schema()._schema
ROOTS = [kind for kind in (SCHEMA.query_type, SCHEMA.mutation_type, SCHEMA.subscription_type) if kind is not None]
FIELDS = [(root, name, field) for root in ROOTS for name, field in root.fields.items()]


def test_every_field_states_its_rule_and_none_is_beside_the_root() -> None:
    assert {_snake(name) for _, name, _ in FIELDS} == FIELD_RULES.keys()
    # Every other type is reached through a root field, and nothing leads back to a root.
    reached, waiting = set[str](), [field.type for _, _, field in FIELDS]
    while waiting:
        kind = get_named_type(waiting.pop())
        if kind.name in reached:
            continue
        reached.add(kind.name)
        waiting.extend(getattr(kind, "types", ()))
        waiting.extend(field.type for field in getattr(kind, "fields", {}).values())
    roots = {root.name for root in ROOTS}
    assert not reached & roots
    objects = {name for name, kind in SCHEMA.type_map.items() if isinstance(kind, GraphQLObjectType)}
    assert {name for name in objects if not name.startswith("__")} == (reached & objects) | roots


def test_a_field_without_a_rule_does_not_come_to_be() -> None:
    with pytest.raises(KeyError, match="brand_new"):
        guarded_fields({"brand_new": strawberry.field(resolver=lambda: 1)})


def test_every_route_states_its_rule(settings: Settings) -> None:
    app = create_app(settings, log=open_log(io.StringIO()))
    assert {route.path for route in app.routes} == ROUTE_RULES.keys()


# What each right may do, once more and by hand: the table of the code is compared with it.
DECISIONS = {"decide", "undo_decision", "accept_run"}
QUESTIONS = {_snake(name) for _, name, _ in FIELDS} - {"cypher"} - DECISIONS
ALLOWED_FIELDS = {ASK: QUESTIONS, LOAD: set[str](), DECIDE: DECISIONS, ARCHITECT: {"cypher"}, ADMIN: set[str]()}
ANYBODY = {"/", *explorer_page.FILES, "/page.css", "/signing-in.js", "/livez", "/readyz", "/schema.graphql"}
ANYBODY |= {"/login", "/login/callback", "/login/token", "/logout", "/signed-out", "/session"}
ANYBODY |= {"/graphiql", "/graphiql/graphiql.css", "/graphiql/graphiql.js", "/graphiql/LICENSES.txt"}
ALLOWED_ROUTES = {
    ASK: {"/metrics", "/graphql"},
    LOAD: {"/records", "/v1/traces"},
    DECIDE: {"/graphql"},
    ARCHITECT: {"/graphql"},
    ADMIN: {"/metrics"},
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, dict[str, str]]:
    """A store in a file that holds the organisation, and for each right a token with it alone."""
    folder = tmp_path_factory.mktemp("rights")
    settings = Settings(store=f"sqlite:///{folder}/remit.db", token=SecretStr(TOKEN))
    load(settings, organisation(), folder)
    file, tokens = settings.token_file(), dict[str, str]()
    for right in RIGHTS:
        tokens[right] = file.create(right, [right], ["*"] if right == LOAD else [], now(), None)
    return settings, tokens


def test_every_route_answers_each_right_as_declared(
    client: Callable[..., Any], server: tuple[Settings, dict[str, str]]
) -> None:
    settings, tokens = server

    async def go() -> None:
        async with client(settings) as http:
            http.headers.pop("authorization")
            routes = [route for route in http._transport.app.routes if isinstance(route, Route)]  # type: ignore[attr-defined]
            for route in routes:
                method = "GET" if route.methods and "GET" in route.methods else "POST"
                answer = await http.request(method, route.path)
                assert (answer.status_code == 401) is not ROUTE_RULES[route.path].is_open, route.path
                for right, token in tokens.items():
                    answer = await http.request(method, route.path, headers={"authorization": f"Bearer {token}"})
                    allowed = route.path in ALLOWED_ROUTES[right] | ANYBODY
                    # What is refused for another reason (an origin, a body) was allowed.
                    assert ('"code":"FORBIDDEN"' not in answer.text) is allowed, (right, route.path, answer.text)
                    assert ROUTE_RULES[route.path].allows(Caller("x", "token", frozenset({right}))) is allowed
                    assert allowed or answer.status_code == 403

    anyio.run(go)


def test_every_field_answers_each_right_as_declared(
    client: Callable[..., Any], server: tuple[Settings, dict[str, str]]
) -> None:
    settings, tokens = server

    async def go() -> None:
        async with client(settings) as http:
            for root, name, field in FIELDS:
                document = _document(root, name, field)
                for right, token in tokens.items():
                    headers = {"authorization": f"Bearer {token}"}
                    answer = await http.post("/graphql", json={"query": document}, headers=headers)
                    allowed = _snake(name) in ALLOWED_FIELDS[right]
                    if "/graphql" not in ALLOWED_ROUTES[right]:
                        assert (answer.status_code, allowed) == (403, False)
                        continue
                    body = answer.json()
                    assert "data" in body, (document, body)
                    refused = [error["extensions"]["code"] for error in body.get("errors", ())] == ["FORBIDDEN"]
                    shown = (body["data"] or {}).get(name)
                    if isinstance(get_named_type(field.type), GraphQLUnionType):
                        refused = shown["__typename"] == "Forbidden"
                    assert refused is not allowed, (right, name, body)

    anyio.run(go)


def test_rights_add_up_and_none_is_contained_in_another(
    client: Callable[..., Any], server: tuple[Settings, dict[str, str]]
) -> None:
    settings, _ = server
    both = settings.token_file().create("both", [ARCHITECT, ADMIN], [], now(), None)

    async def go() -> list[Any]:
        async with client(settings) as http:
            headers = {"authorization": f"Bearer {both}"}
            query = '{ status { generation } cypher(input: { text: "RETURN 1" }) { __typename } }'
            answer = await http.post("/graphql", json={"query": query}, headers=headers)
            metrics = await http.get("/metrics", headers=headers)
            return [answer.json()["errors"][0]["extensions"]["code"], metrics.status_code]

    assert anyio.run(go) == ["FORBIDDEN", 200]


def _document(root: GraphQLObjectType, name: str, field: GraphQLField) -> str:
    """A document that asks one root field, with what its arguments require, derived from their types."""
    arguments = {key: _literal(argument.type) for key, argument in field.args.items() if is_required_argument(argument)}
    text = f"({', '.join(f'{key}: {literal}' for key, literal in arguments.items())})" if arguments else ""
    operation = "mutation" if root is SCHEMA.mutation_type else "query"
    below = "" if is_leaf_type(get_named_type(field.type)) else " { __typename }"
    return f"{operation} {{ {name}{text}{below} }}"


LITERALS = {"ID": '"Identity:hr/1"', "String": '"RETURN 1"', "Int": "1", "Date": '"2026-11-01"', "Boolean": "true"}
LITERALS |= {"DateTime": '"2026-11-20T06:00:00Z"', "Float": "1.0", "Long": "1"}


def _literal(kind: Any) -> str:
    if isinstance(kind, GraphQLNonNull):
        return _literal(kind.of_type)
    if isinstance(kind, GraphQLList):
        return f"[{_literal(kind.of_type)}]"
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        required = {key: item.type for key, item in kind.fields.items() if is_required_input_field(item)}
        return f"{{ {', '.join(f'{key}: {_literal(item)}' for key, item in required.items())} }}"
    return LITERALS[kind.name]
