"""Limits of GraphQL documents: their size, counted with every fragment spread, each fragment once, and one operation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphql import (
    BREAK,
    ASTValidationRule,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    VisitorAction,
    validate,
)
from strawberry.extensions import SchemaExtension

MAX_TOKENS = 1000
MAX_DEPTH = 10
MAX_ALIASES = 30
MAX_DIRECTIVES = 20
MAX_FIELDS = 300
MAX_ROOT_FIELDS = 5
MAX_ERRORS = 5

# Fields that answer from the schema.
_INTROSPECTION = ("__schema", "__type")
# Beyond any limit, and small enough to be added up for ever.
_HUGE = 10**6
# Nesting that is refused whatever it holds, so that counting needs no deep stack.
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Size:
    """What a selection expands to. `roots`: fields at its own level, those of its fragments included.

    `schemas`: fields `__schema`; `introspected_aliases`: aliases in what they and `__type` select.
    """

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    roots: int = 0
    schemas: int = 0
    introspected_aliases: int = 0

    def beside(self, other: Size) -> Size:
        """Both selections side by side; numbers saturate."""
        return Size(
            max(self.depth, other.depth),
            min(self.fields + other.fields, _HUGE),
            min(self.aliases + other.aliases, _HUGE),
            min(self.directives + other.directives, _HUGE),
            min(self.roots + other.roots, _HUGE),
            min(self.schemas + other.schemas, _HUGE),
            min(self.introspected_aliases + other.introspected_aliases, _HUGE),
        )


class DocumentLimits(ASTValidationRule):
    """Refuses a document whose operations are too large. Linear in the document: fragments are measured once each."""

    def enter_document(self, node: DocumentNode, *_: object) -> VisitorAction:
        fragments = {d.name.value: d for d in node.definitions if isinstance(d, FragmentDefinitionNode)}
        known: dict[str, Size | None] = {}
        for definition in node.definitions:
            if isinstance(definition, OperationDefinitionNode):
                size = _measure(definition.selection_set, fragments, known, 1)
                size = size.beside(Size(directives=len(definition.directives or ())))
                self._judge(size, definition)
        # All is measured: nothing below need be visited.
        return BREAK

    def _judge(self, size: Size, node: OperationDefinitionNode) -> None:
        for what, count, most in (
            ("depth", size.depth, MAX_DEPTH),
            ("fields", size.fields, MAX_FIELDS),
            ("aliases", size.aliases, MAX_ALIASES),
            ("directives", size.directives, MAX_DIRECTIVES),
            ("root fields", size.roots, MAX_ROOT_FIELDS),
            ("fields `__schema`", size.schemas, 1),
            ("aliases in introspection", size.introspected_aliases, 0),
        ):
            if count > most:
                self.report_error(
                    GraphQLError(
                        f"The operation is too large: {what} at most {most}.", node, extensions={"code": "TOO_LARGE"}
                    )
                )
                return


def _measure(
    selection: SelectionSetNode | None,
    fragments: dict[str, FragmentDefinitionNode],
    known: dict[str, Size | None],
    level: int,
) -> Size:
    """The size of one selection; `known` holds None for a fragment that is being measured: a circle, refused elsewhere."""
    total = Size()
    if selection is None:
        return total
    if level > _DEEPEST:
        return Size(depth=_HUGE)
    for node in selection.selections:
        directives = Size(directives=len(node.directives or ()))
        if isinstance(node, FieldNode):
            inner = _measure(node.selection_set, fragments, known, level + 1)
            # The query of introspection that tools send is deep; it needs no alias, which would multiply it.
            is_introspection = node.name.value in _INTROSPECTION
            depth = 1 if is_introspection else inner.depth + 1
            aliases = inner.aliases + (node.alias is not None)
            part = Size(
                depth,
                inner.fields + 1,
                aliases,
                inner.directives,
                roots=1,
                schemas=inner.schemas + (node.name.value == "__schema"),
                introspected_aliases=inner.aliases if is_introspection else inner.introspected_aliases,
            )
        elif isinstance(node, FragmentSpreadNode):
            part = _measure_fragment(node.name.value, fragments, known, level)
        else:
            part = _measure(getattr(node, "selection_set", None), fragments, known, level + 1)
        total = total.beside(part).beside(directives)
    return total


def _measure_fragment(
    name: str, fragments: dict[str, FragmentDefinitionNode], known: dict[str, Size | None], level: int
) -> Size:
    if name not in known and name in fragments:
        known[name] = None
        known[name] = _measure(fragments[name].selection_set, fragments, known, level + 1)
    return known.get(name) or Size()


def limit_errors(schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    """Why a document is too large; empty if it is not."""
    return validate(schema, document, [DocumentLimits])


class OneOperation(SchemaExtension):
    """Refuses a document of several operations where the request does not say which: Strawberry would take the first."""

    def on_validate(self) -> Iterator[None]:
        execution = self.execution_context
        definitions = execution.graphql_document.definitions if execution.graphql_document else ()
        operations = sum(isinstance(definition, OperationDefinitionNode) for definition in definitions)
        if operations > 1 and execution.context.operation is None and not execution.pre_execution_errors:
            execution.pre_execution_errors = [
                GraphQLError("The document has several operations: `operationName` says which.")
            ]
        yield
