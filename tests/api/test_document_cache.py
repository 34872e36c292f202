"""Documents are counted before they are parsed, judged once, and leave no circles of objects behind."""

from __future__ import annotations

import contextlib
import gc
import time

import pytest
from graphql import GraphQLSyntaxError, get_introspection_query, parse

from api.gql import document_cache
from api.gql.document_cache import MAX_KEPT_TOKENS, DocumentCache, parse_document
from api.gql.limits import MAX_TOKENS
from api.gql.schema import build_schema

SCHEMA = build_schema()


@pytest.mark.parametrize(
    "text",
    [
        "{ a }",
        get_introspection_query(),
        '{ a(b: "x \\" y", c: """block \\""" "quoted" \n text""", d: -1.5e+3, e: [1 2], f: {g: $h}) @i ...J # comment " { a\n}',
        'query Q($a: [ID!]! = ["" ""]) { ... on T { b: c } } fragment J on T { a }',
        "\ufeff{ a, b,,c }",
    ],
)
def test_as_many_tokens_are_counted_as_the_parser_counts(text: str) -> None:
    node, count = parse_document(text)
    assert node == parse(text)
    parse(text, max_tokens=count)
    with pytest.raises(GraphQLSyntaxError, match="tokens"):
        parse(text, max_tokens=count - 1)


def test_the_last_token_that_may_be_is_taken_and_the_next_is_not() -> None:
    assert parse_document("{" + " a" * (MAX_TOKENS - 2) + "}")[1] == MAX_TOKENS
    with pytest.raises(GraphQLSyntaxError, match=f"more than {MAX_TOKENS} tokens") as refused:
        parse_document("{" + " a" * (MAX_TOKENS - 1) + "}")
    assert [(at.line, at.column) for at in refused.value.locations or ()] == [(1, 2 * MAX_TOKENS)]


@pytest.mark.parametrize("piece", ['"""', '\\"""', '"', "#\n", "\\", '"" "', '"""\\'])
def test_counting_takes_linear_time(piece: str) -> None:
    text = '{ a(b: """' + piece * (60_000 // len(piece))
    began = time.process_time()
    with pytest.raises(GraphQLSyntaxError):
        parse_document(text)
    assert time.process_time() - began < 0.2


@pytest.mark.parametrize("text", ["{" + " a" * 900 + "}", "{" + " a(b: 1)" * 100 + "(", "{" + " a" * 5000 + "}"])
def test_no_document_waits_for_the_garbage_collector(text: str) -> None:
    def parse_once() -> None:
        with contextlib.suppress(GraphQLSyntaxError):
            parse_document(text)

    parse_once()
    gc.collect()
    gc.disable()
    try:
        for _ in range(5):
            parse_once()
        # Each has thousands of tokens, nodes and locations.
        assert gc.collect() < 100
    finally:
        gc.enable()


def test_documents_are_parsed_and_validated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    validated: list[object] = []
    validate = document_cache.validate_document
    monkeypatch.setattr(document_cache, "validate_document", lambda *a: (validated.append(a[1]), validate(*a))[1])
    for _ in range(20):
        assert SCHEMA.execute_sync("{ __typename @include(if: true) }").errors is None
        assert SCHEMA.execute_sync("{ nosuch @include(if: true) }").errors
    assert len(validated) == 2


def test_documents_that_are_kept_are_bounded_by_their_tokens() -> None:
    cache = DocumentCache()
    texts = [f"query Q{number} {{" + " a" * 900 + "}" for number in range(40)]
    first = cache.document_of(texts[0])
    for text in texts[1:]:
        cache.document_of(text)
    assert cache.document_of(texts[-1]) is cache.document_of(texts[-1])
    assert cache.document_of(texts[0]) is not first
    kept = [document.token_count for document in cache._documents.values()]
    assert MAX_KEPT_TOKENS - 1000 < sum(kept) <= MAX_KEPT_TOKENS
    assert sum(kept) == cache._token_count
