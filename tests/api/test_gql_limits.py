"""No document can be larger than it looks, nor cost more to refuse than to answer."""

from __future__ import annotations

import asyncio
import time

import pytest
from graphql import parse, validate

from api.gql import limits
from api.gql.limits import DocumentLimits
from api.gql.schema import build_schema

SCHEMA = build_schema()


def refusals(document: str) -> list[str]:
    return [error.message for error in validate(SCHEMA._schema, parse(document, max_tokens=5000), [DocumentLimits])]


def nested(depth: int) -> str:
    return "{ x " * depth + "}" * depth


def fragments(count: int) -> str:
    """Each fragment spreads the next one twice: 2**count fields, a few tokens each."""
    parts = [f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(count)]
    return "{ ...F0 } " + " ".join(parts) + f" fragment F{count} on Query {{ __typename }}"


@pytest.mark.parametrize(
    ("document", "what"),
    [
        ("{ status { runs { counts { added { key } } } } }", None),
        (nested(limits.MAX_DEPTH), None),
        (nested(limits.MAX_DEPTH + 1), "depth"),
        (nested(80), "depth"),
        ("{" + "... on Query {" * 80 + "__typename" + "}" * 80 + "}", "depth"),
        ("{ status {" + " a: generation" * limits.MAX_ALIASES + "} }", None),
        ("{ status {" + " a: generation" * (limits.MAX_ALIASES + 1) + "} }", "aliases"),
        ("{ status {" + " generation" * (limits.MAX_FIELDS - 1) + "} }", None),
        ("{ status {" + " generation" * limits.MAX_FIELDS + "} }", "fields"),
        ("{ status { generation" + " @include(if: true)" * (limits.MAX_DIRECTIVES + 1) + "} }", "directives"),
        ("query " + "@a " * (limits.MAX_DIRECTIVES + 1) + "{ __typename }", "directives"),
        ("{ __schema { types { name } } }", None),
        ("{ __schema { types { name } } other: __schema { types { name } } }", "fields `__schema`"),
        ("{ __schema { types { name } all: types { name } } }", "aliases in introspection"),
        ('{ __type(name: "Query") { fields { name } } two: __type(name: "Money") { name } }', None),
        ('{ __type(name: "Query") { ...A } } fragment A on __Type { f: fields { name } }', "aliases in introspection"),
        ("{" + " ".join(f"a{n}: __typename" for n in range(limits.MAX_ROOT_FIELDS)) + "}", None),
        ("{" + " ".join(f"a{n}: __typename" for n in range(limits.MAX_ROOT_FIELDS + 1)) + "}", "root fields"),
        (fragments(2), None),
        (fragments(50), "fields"),
        ("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A status { ...A } }", None),
    ],
)
def test_each_limit_holds_at_its_edge(document: str, what: str | None) -> None:
    found = refusals(document)
    if what is None:
        assert found == []
    else:
        assert found[0].startswith(f"The operation is too large: {what}")


def test_a_doubling_document_is_refused_at_once() -> None:
    began = time.perf_counter()
    result = SCHEMA.execute_sync(fragments(95))
    assert time.perf_counter() - began < 1
    assert result.errors
    assert "too large" in result.errors[0].message


def test_tokens_are_counted() -> None:
    result = SCHEMA.execute_sync("{" + " __typename" * 1100 + "}")
    assert result.errors
    assert "1000 tokens" in result.errors[0].message


def test_what_is_too_large_is_refused_before_any_other_rule_looks_at_it() -> None:
    document = "{" + " nosuch" * (limits.MAX_TOKENS - 10) + "}"
    result = asyncio.run(SCHEMA.execute(document))
    assert [error.message for error in result.errors or ()] == [
        f"The operation is too large: fields at most {limits.MAX_FIELDS}."
    ]
    within = asyncio.run(SCHEMA.execute("{ nosuch }"))
    assert "nosuch" in (within.errors or [])[0].message
