"""Relationship tuples: who has which relation to what, and whether the model allows that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.errors import RecordError
from loaders.connectors.openfga.model import AuthorizationModel, Direct, RelationDefinition, TypeRestriction
from loaders.saved.fields import FieldReader

REMEDY = "Write it as {user: type:id, relation: name, object: type:id}"


@dataclass(frozen=True, slots=True)
class FgaObject:
    """An object, `type:id`."""

    type: str
    id: str

    def __str__(self) -> str:
        return f"{self.type}:{self.id}"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a tuple names: an object, everybody with a relation to it, or (`object.id` is `*`) everybody of a type."""

    object: FgaObject
    relation: str | None = None

    @property
    def is_everyone(self) -> bool:
        return self.object.id == "*"

    def __str__(self) -> str:
        return f"{self.object}#{self.relation}" if self.relation else str(self.object)


@dataclass(frozen=True, slots=True)
class RelationshipTuple:
    """One tuple; `condition` is the name of what must also hold."""

    subject: Subject
    relation: str
    object: FgaObject
    condition: str | None


def is_tuple(raw: object) -> bool:
    """Whether this looks like a tuple, bare or under `key` as the API lists it."""
    fields = raw.get("key", raw) if isinstance(raw, dict) else None
    return isinstance(fields, dict) and {"user", "relation", "object"} <= fields.keys()


def read_tuple(raw: object, path: str, file: str, model: AuthorizationModel | None) -> RelationshipTuple:
    """A tuple. Raises RecordError with the field for what is none, and for one that the model does not allow."""
    if not isinstance(raw, dict):
        raise RecordError("a tuple must be an object", file=file, field=path, remedy=REMEDY)
    entry = FieldReader(raw, path, file)
    entry = entry.child("key") or entry
    subject = _subject(entry)
    target = _object(entry, "object", entry.required("object"))
    # YAML's `null` is text here, and no condition.
    condition = None if entry.body.get("condition") == "null" else entry.child("condition")
    relationship = RelationshipTuple(
        subject, entry.required("relation"), target, condition.required("name") if condition else None
    )
    if target.id == "*" or "#" in target.id:
        entry.refuse("object", "it must be a single object", REMEDY)
    if model is not None and not model.assumed:
        relation = model.relation(target.type, relationship.relation)
        if relation is None:
            entry.refuse("relation", "the model has no such relation for this type", "Load it with its own model")
        if not any(_fits(relationship, restriction) for restriction in relation.restrictions):
            entry.refuse("user", "the model does not let this relation name it", "Load it with its own model")
    return relationship


def assumed_model(tuples: Iterable[RelationshipTuple]) -> AuthorizationModel:
    """A model derived from tuples: every relation names whom its tuples name, and implies nothing."""
    types: dict[str, dict[str, set[TypeRestriction]]] = {}
    all_tuples = list(tuples)
    for relationship in all_tuples:
        types.setdefault(relationship.object.type, {})
    for relationship in all_tuples:
        restrictions = types[relationship.object.type].setdefault(relationship.relation, set())
        subject = relationship.subject
        # A type with tuples of its own is no user type: without a rule, its relation to another object leads nowhere.
        if subject.relation or subject.object.type not in types:
            restrictions.add(TypeRestriction(subject.object.type, subject.relation, subject.is_everyone))
        if subject.relation:
            types.setdefault(subject.object.type, {}).setdefault(subject.relation, set())
    return AuthorizationModel(_relations(types), assumed=True)


def _relations(types: Mapping[str, Mapping[str, set[TypeRestriction]]]) -> dict[str, dict[str, RelationDefinition]]:
    return {
        kind: {name: RelationDefinition(Direct(), tuple(restrictions)) for name, restrictions in relations.items()}
        for kind, relations in types.items()
    }


def _fits(relationship: RelationshipTuple, restriction: TypeRestriction) -> bool:
    subject = relationship.subject
    return (restriction.type, restriction.relation, restriction.wildcard, restriction.condition) == (
        subject.object.type,
        subject.relation,
        subject.is_everyone,
        relationship.condition,
    )


def _subject(entry: FieldReader) -> Subject:
    text = entry.required("user")
    name, hash_sign, relation = text.rpartition("#")
    if not hash_sign:
        return Subject(_object(entry, "user", text))
    if not relation or not name:
        entry.refuse("user", "a set of users needs its relation", REMEDY)
    return Subject(_object(entry, "user", name), relation)


def _object(entry: FieldReader, name: str, text: str) -> FgaObject:
    kind, colon, key = text.partition(":")
    if not (kind and colon and key):
        entry.refuse(name, "an object must be written as type:id", REMEDY)
    return FgaObject(kind, key)
