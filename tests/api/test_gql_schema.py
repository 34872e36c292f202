"""The schema is the committed one, and what was released does not break."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graphql import (
    GraphQLNamedType,
    build_schema,
    find_breaking_changes,
    is_enum_type,
    is_input_object_type,
    is_interface_type,
    is_introspection_type,
    is_object_type,
    is_specified_scalar_type,
)

from api.gql.schema import build_schema as build_own
from api.gql.schema import write_sdl

ROOT = Path(__file__).parents[2]


def test_the_committed_schema_is_the_code_s() -> None:
    committed = ROOT / "api" / "schema.graphql"
    assert committed.read_text() == write_sdl(build_own()), (
        "write it anew: python -c 'from api.gql.schema import *; print(write_sdl(build_schema()), end=\"\")' "
        "> api/schema.graphql"
    )


def test_nothing_that_was_released_breaks() -> None:
    released = build_schema((ROOT / "tests" / "fixtures" / "schema_released.graphql").read_text())
    broken = find_breaking_changes(released, build_schema(write_sdl(build_own())))
    assert [change.description for change in broken] == []


def test_everything_in_the_schema_is_described() -> None:
    kinds = build_schema(write_sdl(build_own())).type_map.values()
    own = [kind for kind in kinds if not is_introspection_type(kind) and not is_specified_scalar_type(kind)]
    bare = [name for kind in own for name, meaning in described_parts(kind) if not (meaning or "").strip(" .")]
    assert bare == []


def described_parts(kind: GraphQLNamedType) -> Iterator[tuple[str, str | None]]:
    """A type, its fields, their arguments, and its values, by name, each with its description."""
    yield kind.name, kind.description
    if is_enum_type(kind):
        yield from ((f"{kind.name}.{name}", value.description) for name, value in kind.values.items())
    if is_object_type(kind) or is_interface_type(kind):
        for name, field in kind.fields.items():
            yield f"{kind.name}.{name}", field.description
            yield from ((f"{kind.name}.{name}({key})", item.description) for key, item in field.args.items())
    if is_input_object_type(kind):
        yield from ((f"{kind.name}.{name}", field.description) for name, field in kind.fields.items())
