"""Answers from the schema alone, kept: every client asks for the same few, and each takes long to write."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable

import orjson
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    parse,
)

from api.gql.limits import MAX_TOKENS

# Answers kept, and the bytes of the largest.
MAX_KEPT, MAX_KEPT_BYTES = 32, 2**20
_FIELDS = ("__schema", "__type", "__typename")


class SchemaAnswers:
    """The answers of one schema to documents that ask for nothing but the schema. Safe for several threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str | None, bytes], tuple[int, bytes]] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, query: str, operation: str | None, variables: object) -> tuple[int, bytes] | None:
        """The status and body of such an answer, if it is kept."""
        if "__schema" not in query and "__type" not in query:
            return None
        key = (query, operation, orjson.dumps(variables))
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, query: str, operation: str | None, variables: object, answer: tuple[int, bytes]) -> None:
        """Keep an answer that is good (200) if it is of the schema alone; do nothing otherwise."""
        status, body = answer
        if status != 200 or len(body) > MAX_KEPT_BYTES or not is_of_schema(query):
            return
        with self._lock:
            self._kept[(query, operation, orjson.dumps(variables))] = answer
            while len(self._kept) > MAX_KEPT:
                self._kept.popitem(last=False)


def is_of_schema(query: str) -> bool:
    """Whether a document that was answered asks for the schema, and for nothing else."""
    if "__schema" not in query and "__type" not in query:
        return False
    definitions = parse(query, max_tokens=MAX_TOKENS).definitions
    fragments = {node.name.value: node for node in definitions if isinstance(node, FragmentDefinitionNode)}

    def holds(selections: Iterable[SelectionNode]) -> bool:
        for selection in selections:
            if isinstance(selection, FieldNode):
                good = selection.name.value in _FIELDS
            elif isinstance(selection, FragmentSpreadNode):
                good = holds(fragments[selection.name.value].selection_set.selections)
            else:
                good = isinstance(selection, InlineFragmentNode) and holds(selection.selection_set.selections)
            if not good:
                return False
        return True

    return all(
        holds(node.selection_set.selections) for node in definitions if isinstance(node, OperationDefinitionNode)
    )
