"""An authorization model as JSON of OpenFGA's API: types with their relations as a tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.errors import RecordError
from loaders.connectors.openfga.dsl import SCHEMAS
from loaders.connectors.openfga.model import (
    AuthorizationModel,
    ComputedUserset,
    Difference,
    Direct,
    Expression,
    Intersection,
    RelationDefinition,
    TupleToUserset,
    TypeRestriction,
    Union,
    checked_model,
)
from loaders.saved.fields import FieldReader


def is_model(content: object) -> bool:
    """Whether this is a model, bare or in the envelope of the API."""
    body = content.get("authorization_model", content) if isinstance(content, dict) else None
    return isinstance(body, dict) and isinstance(body.get("type_definitions"), list)


def parse_json_model(content: Mapping[str, Any], file: str) -> AuthorizationModel:
    """The model. Raises RecordError with the field for a body that is no model of these schemas."""
    body = FieldReader(content.get("authorization_model", content), "", file)
    if body.text("schema_version") not in SCHEMAS:
        body.refuse("schema_version", "the model is of neither schema " + " nor ".join(SCHEMAS))
    types: dict[str, dict[str, RelationDefinition]] = {}
    for kind in body.children("type_definitions"):
        relations = kind.child_or_empty("relations")
        metadata = kind.child_or_empty("metadata").child_or_empty("relations")
        types[kind.required("type")] = {
            name: RelationDefinition(
                _expression(relations.child_or_empty(name)),
                tuple(map(_restriction, _restriction_fields(metadata.child_or_empty(name)))),
            )
            for name in relations.body
        }
    return checked_model(types)


def _restriction_fields(entry: FieldReader) -> list[FieldReader]:
    return list(entry.children("directly_related_user_types"))


def _restriction(entry: FieldReader) -> TypeRestriction:
    wildcard = entry.child("wildcard") is not None
    return TypeRestriction(entry.required("type"), entry.text("relation"), wildcard, entry.text("condition"))


def _expression(entry: FieldReader) -> Expression:
    """A tree no deeper than its file."""
    operators = [operator for operator in _READERS if entry.body.get(operator) is not None]
    if len(operators) != 1:
        raise RecordError(
            "a relation needs exactly one of " + ", ".join(_READERS), file=entry.file, field=entry.location
        )
    return _READERS[operators[0]](entry.child_or_empty(operators[0]))


def _through(entry: FieldReader) -> Expression:
    return TupleToUserset(
        entry.child_or_empty("computedUserset").required("relation"),
        entry.child_or_empty("tupleset").required("relation"),
    )


def _parts(entry: FieldReader) -> tuple[Expression, ...]:
    parts = tuple(_expression(child) for child in entry.children("child"))
    if not parts:
        entry.refuse("child", "it is missing")
    return parts


_READERS: dict[str, Callable[[FieldReader], Expression]] = {
    "this": lambda entry: Direct(),
    "computedUserset": lambda entry: ComputedUserset(entry.required("relation")),
    "tupleToUserset": _through,
    "union": lambda entry: Union(_parts(entry)),
    "intersection": lambda entry: Intersection(_parts(entry)),
    "difference": lambda entry: Difference(
        _expression(entry.child_or_empty("base")), _expression(entry.child_or_empty("subtract"))
    ),
}
