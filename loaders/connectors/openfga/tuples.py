"""This file knows relationship tuples: who stands in which relation to what, and whether the model allows that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import RecordError
from loaders.connectors.openfga.model import AuthorizationModel, Direct, Relation, TypeRestriction
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
    """Whom a tuple names: a thing, all who have a relation to it, or (`thing.id` is `*`) all of a type."""

    thing: FgaObject
    relation: str | None = None

    @property
    def is_everyone(self) -> bool:
        return self.thing.id == "*"

    def __str__(self) -> str:
        return f"{self.thing}#{self.relation}" if self.relation else str(self.thing)


@dataclass(frozen=True, slots=True)
class RelationshipTuple:
    """One tuple; `condition` is the name of what must hold besides."""

    subject: Subject
    relation: str
    object: FgaObject
    condition: str | None


def is_tuple(raw: Any) -> bool:
    """Whether this looks like a tuple, alone or as the API lists it under `key`."""
    told = raw.get("key", raw) if isinstance(raw, dict) else None
    return isinstance(told, dict) and {"user", "relation", "object"} <= told.keys()


def read_tuple(raw: Any, place: str, file: str, model: AuthorizationModel | None) -> RelationshipTuple:
    """A tuple; raises RecordError with the field for what is none, and for one that the model does not allow."""
    if not isinstance(raw, dict):
        raise RecordError("a tuple must be an object", file=file, field=place, remedy=REMEDY)
    entry = FieldReader(raw, place, file)
    entry = entry.child("key") or entry
    subject = _subject(entry)
    thing = _thing(entry, "object", entry.required("object"))
    # YAML's `null` is text here, and no condition.
    condition = None if entry.body.get("condition") == "null" else entry.child("condition")
    found = RelationshipTuple(
        subject, entry.required("relation"), thing, condition.required("name") if condition else None
    )
    if thing.id == "*" or "#" in thing.id:
        entry.refuse("object", "this is no single object", REMEDY)
    if model is not None and not model.assumed:
        told = model.relation(thing.type, found.relation)
        if told is None:
            entry.refuse("relation", "the model has no such relation for this type", "Load it with its own model")
        if not any(_fits(found, one) for one in told.allowed):
            entry.refuse("user", "the model does not let this relation name it", "Load it with its own model")
    return found


def assumed_model(tuples: Iterable[RelationshipTuple]) -> AuthorizationModel:
    """A model of tuples alone: every relation holds whom its tuples name, and implies nothing."""
    types: dict[str, dict[str, set[TypeRestriction]]] = {}
    every = list(tuples)
    for one in every:
        types.setdefault(one.object.type, {})
    for one in every:
        allowed = types[one.object.type].setdefault(one.relation, set())
        subject = one.subject
        # What has tuples of its own is a thing: standing in a relation to another, it leads nowhere without a rule.
        if subject.relation or subject.thing.type not in types:
            allowed.add(TypeRestriction(subject.thing.type, subject.relation, subject.is_everyone))
        if subject.relation:
            types.setdefault(subject.thing.type, {}).setdefault(subject.relation, set())
    return AuthorizationModel(_relations(types), assumed=True)


def _relations(types: Mapping[str, Mapping[str, set[TypeRestriction]]]) -> dict[str, dict[str, Relation]]:
    return {
        kind: {name: Relation(Direct(), tuple(allowed)) for name, allowed in relations.items()}
        for kind, relations in types.items()
    }


def _fits(told: RelationshipTuple, allowed: TypeRestriction) -> bool:
    subject = told.subject
    return (allowed.type, allowed.relation, allowed.wildcard, allowed.condition) == (
        subject.thing.type,
        subject.relation,
        subject.is_everyone,
        told.condition,
    )


def _subject(entry: FieldReader) -> Subject:
    text = entry.required("user")
    thing, mark, relation = text.rpartition("#")
    if not mark:
        return Subject(_thing(entry, "user", text))
    if not relation or not thing:
        entry.refuse("user", "a set of users needs its relation", REMEDY)
    return Subject(_thing(entry, "user", thing), relation)


def _thing(entry: FieldReader, name: str, text: str) -> FgaObject:
    kind, colon, key = text.partition(":")
    if not (kind and colon and key):
        entry.refuse(name, "this is no object", REMEDY)
    return FgaObject(kind, key)
