"""The schema is the committed one, and what was released does not break."""

from __future__ import annotations

from pathlib import Path

from graphql import build_schema, find_breaking_changes

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
