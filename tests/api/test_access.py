"""Callers, and the table of what each right may do: walked over every route and every field of the schema."""

from __future__ import annotations

import io

import pytest
from graphql import GraphQLObjectType, get_named_type

from api.access.caller import ASK, LOAD, Caller, covers
from api.access.rules import FIELD_RULES, ROUTE_RULES
from api.gql.schema import build_schema
from api.http.app import create_app
from api.http.audit import open_log
from api.settings import Settings

ARCHITECTS = "the-token-of-an-architect"


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


def test_every_field_states_its_rule_and_none_is_beside_the_root() -> None:
    schema = build_schema()._schema
    roots = {kind.name for kind in (schema.query_type, schema.mutation_type, schema.subscription_type) if kind}
    assert roots == {"Query"}
    assert schema.query_type is not None
    assert {_snake(name) for name in schema.query_type.fields} == FIELD_RULES.keys()
    # Every other type is reached through a root field, and nothing leads back to the root.
    reached, waiting = set[str](), [field.type for field in schema.query_type.fields.values()]
    while waiting:
        kind = get_named_type(waiting.pop())
        if kind.name in reached:
            continue
        reached.add(kind.name)
        waiting.extend(getattr(kind, "types", ()))
        waiting.extend(field.type for field in getattr(kind, "fields", {}).values())
    assert not reached & roots
    objects = {name for name, kind in schema.type_map.items() if isinstance(kind, GraphQLObjectType)}
    assert {name for name in objects if not name.startswith("__")} == (reached & objects) | roots


def test_every_route_states_its_rule(settings: Settings) -> None:
    app = create_app(settings, log=open_log(io.StringIO()))
    assert {route.path for route in app.routes} == ROUTE_RULES.keys()


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
