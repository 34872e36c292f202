"""Documents of requests: counted before they are parsed, parsed and validated once, the newest kept.

A document leaves nothing behind that only the garbage collector could free: a collection stops every thread.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from graphql import DocumentNode, GraphQLError, GraphQLSyntaxError, Source, Token
from graphql.language.lexer import Lexer
from graphql.language.parser import Parser
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document

from api.gql.limits import MAX_TOKENS, limit_errors

# Documents kept, by what they are made of: an object or five for each token, which every full collection looks at.
MAX_KEPT_TOKENS = 20_000
# One token (comments are some to the parser too), or what stands between two (no group). What is not closed reaches to the end, so that this stays linear.
_TOKEN = re.compile(
    r'[\s,\ufeff]++|(\#[^\r\n]*+|"""(?:[^"\\]|\\(?:""")?|"(?!""))*+(?:"""|\Z)|"(?:[^"\\\r\n]|\\.)*+"?'
    r"|[_A-Za-z][_0-9A-Za-z]*+|-?[0-9][0-9.eE+-]*+|\.\.\.|.)"
)


@dataclass(slots=True)
class ParsedDocument:
    """A document that was parsed; `errors` is what validation found, None before."""

    node: DocumentNode
    token_count: int
    errors: list[GraphQLError] | None = None


class DocumentCache:
    """Documents by their text, together of so many tokens at most, the least recently asked going first. For threads."""

    def __init__(self) -> None:
        self._documents: OrderedDict[str, ParsedDocument] = OrderedDict()
        self._token_count = 0
        self._lock = threading.Lock()

    def document_of(self, text: str) -> ParsedDocument:
        """The document, parsed if it is not kept; raises GraphQLSyntaxError."""
        with self._lock:
            if text in self._documents:
                self._documents.move_to_end(text)
                return self._documents[text]
        document = ParsedDocument(*parse_document(text))
        with self._lock:
            self._token_count += document.token_count
            if replaced := self._documents.pop(text, None):
                self._token_count -= replaced.token_count
            self._documents[text] = document
            while self._token_count > MAX_KEPT_TOKENS:
                self._token_count -= self._documents.popitem(last=False)[1].token_count
        return document


class BoundedDocuments(SchemaExtension):
    """Parsing and validation by a cache; only documents within the limits are judged by all other rules."""

    def __init__(self, cache: DocumentCache) -> None:
        self._cache = cache
        self._document: ParsedDocument | None = None

    def on_parse(self) -> Iterator[None]:
        execution = self.execution_context
        self._document = self._cache.document_of(execution.query or "")
        execution.graphql_document = self._document.node
        yield

    def on_validate(self) -> Iterator[None]:
        execution, document = self.execution_context, self._document
        if document is not None:
            if document.errors is None:
                schema = execution.schema._schema
                errors = limit_errors(schema, document.node)
                document.errors = errors or validate_document(schema, document.node, execution.validation_rules)
            execution.pre_execution_errors = document.errors
        yield


def parse_document(text: str) -> tuple[DocumentNode, int]:
    """The document of a text and how many tokens it has; raises GraphQLSyntaxError."""
    source = Source(text)
    tokens = (match for match in _TOKEN.finditer(text) if match.lastindex)
    count = sum(1 for _ in islice(tokens, MAX_TOKENS))
    beyond = next(tokens, None)
    if beyond is not None:
        description = f"Document contains more than {MAX_TOKENS} tokens. Parsing aborted."
        raise GraphQLSyntaxError(source, beyond.start(), description)
    node = _parsed(source)
    if isinstance(node, GraphQLError):
        raise node
    return node, count


def _parsed(source: Source) -> DocumentNode | GraphQLError:
    """The document, or why there is none, without the frames of the parser, which hold all of its tokens."""
    lexer = Lexer(source)
    try:
        return Parser(source, max_tokens=MAX_TOKENS, lexer=lexer).parse_document()
    except GraphQLError as error:
        return error.with_traceback(None)
    finally:
        # Tokens name the one before and the one after: circles, in which the whole document hangs.
        token: Token | None = lexer.token
        while token is not None and token.next is not None:
            token = token.next
        while token is not None:
            token.prev, token = None, token.prev
