"""How an answer over GraphQL is asked for whole, and held beside what the CLI prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
from graphql import GraphQLObjectType, GraphQLUnionType, build_schema, get_named_type
from strawberry.utils.str_converters import to_camel_case

from api.gql.schema import build_schema as build_own
from api.gql.schema import write_sdl
from api.settings import Settings

SCHEMA = build_schema(write_sdl(build_own()))

Client = Callable[..., Any]


def ask(client: Client, settings: Settings, document: str, **variables: Any) -> dict[str, Any]:
    """The data of one operation; fails the test for anything but a whole answer."""

    async def go() -> Any:
        async with client(settings) as http:
            answer = await http.post("/graphql", json={"query": document, "variables": variables})
            assert (answer.status_code, answer.json().get("errors")) == (200, None), answer.text
            return answer.json()["data"]

    found: dict[str, Any] = anyio.run(go)
    return found


# Of the lists of an answer so many rows are asked for: all lists together may have a thousand.
FIRST = {"Changes": 45}
MOST = 200


def everything(
    kind: Any, skip: tuple[str, ...] = ("columns", "edges", "pageInfo", "totalCount"), first: int = MOST
) -> str:
    """A selection of all fields of a type, of lists their nodes."""
    kind = get_named_type(kind)
    first = FIRST.get(getattr(kind, "name", ""), first)
    if isinstance(kind, GraphQLUnionType):
        answer = next(member for member in kind.types if not any(i.name == "UserError" for i in member.interfaces))
        return f"{{ __typename ... on {answer.name} {everything(answer)} ... on UserError {{ message }} }}"
    if not isinstance(kind, GraphQLObjectType):
        return ""
    # The edges of a path are what it is about; the edges of a connection only repeat its nodes.
    left_out = skip if kind.name.endswith("Connection") else ("columns",)
    fields = [name for name in kind.fields if name not in left_out]
    arguments = {name: f"(first: {first})" for name in fields if "first" in kind.fields[name].args}
    return (
        "{ "
        + " ".join(name + arguments.get(name, "") + everything(kind.fields[name].type, first=first) for name in fields)
        + " }"
    )


def assert_same(told: Any, shown: Any, path: str = "") -> None:
    """The CLI's JSON and GraphQL's say the same, the latter in camelCase, with maps and long lists as its schema has."""
    if isinstance(told, dict) and isinstance(shown, list):
        assert [entry["key"] for entry in shown] == sorted(told), path
        for entry in shown:
            assert_same(told[entry["key"]], entry["value"], f"{path}.{entry['key']}")
    elif isinstance(told, dict):
        for key, value in told.items():
            assert_same(value, shown[to_camel_case(key)], f"{path}.{key}")
    elif isinstance(told, list):
        rows = shown["nodes"] if isinstance(shown, dict) else shown
        # Only connections come in pages.
        assert len(rows) == (
            len(told) if isinstance(shown, list) else min(len(told), len(rows) if len(rows) in FIRST.values() else MOST)
        ), path
        for at, (one, row) in enumerate(zip(told, rows, strict=False)):
            assert_same(one, row, f"{path}[{at}]")
    else:
        assert told == shown, path
