"""This file knows what an authorization model says: per type the relations, and what each of them is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from graph.errors import RecordError


@dataclass(frozen=True, slots=True)
class Direct:
    """Whoever a tuple of this relation names."""


@dataclass(frozen=True, slots=True)
class ComputedUserset:
    """Whoever has another relation to the same object."""

    relation: str


@dataclass(frozen=True, slots=True)
class TupleToUserset:
    """Whoever has `relation` to an object that stands in `tupleset` to this one: `relation from tupleset`."""

    relation: str
    tupleset: str


@dataclass(frozen=True, slots=True)
class Union:
    """Whoever is in one of the parts."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Intersection:
    """Whoever is in all of the parts."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Whoever is in the first, but not in the second."""

    base: Expression
    removed: Expression


Expression = Direct | ComputedUserset | TupleToUserset | Union | Intersection | Difference


@dataclass(frozen=True, slots=True)
class TypeRestriction:
    """Whom a tuple may name: `user`, `user:*` or `team#member`, perhaps under a condition."""

    type: str
    relation: str | None = None
    wildcard: bool = False
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a type: what it is made of, and whom its own tuples may name."""

    expression: Expression
    allowed: tuple[TypeRestriction, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a relation comes down to on its own object: the tuples of a relation, or a way through other objects.

    `loose`: more are let in than the model lets in.
    """

    source: str | TupleToUserset
    loose: bool = False


@dataclass(frozen=True, slots=True)
class AuthorizationModel:
    """Types by name, each with its relations by name. `assumed`: made up from tuples, as no model was there."""

    types: Mapping[str, Mapping[str, Relation]]
    assumed: bool = False
    _leaves: dict[tuple[str, str], tuple[Leaf, ...]] = field(default_factory=dict)

    def relation(self, kind: str, name: str) -> Relation | None:
        """A relation of a type, if there is one."""
        return self.types.get(kind, {}).get(name)

    def tuplesets(self, kind: str) -> frozenset[str]:
        """The relations of a type that lead to other objects: `parent` of `viewer from parent`."""
        return frozenset(
            part.tupleset
            for relation in self.types.get(kind, {}).values()
            for part in parts_of(relation.expression)
            if isinstance(part, TupleToUserset)
        )

    def leaves(self, kind: str, name: str) -> tuple[Leaf, ...]:
        """All that a relation comes down to, relations of the same object followed; each once, strict before loose.

        Never less than the model says: of `a and b` the first counts, of `a but not b` all of a.
        """
        key = (kind, name)
        if key not in self._leaves:
            found: dict[str | TupleToUserset, bool] = {}
            seen: dict[str, bool] = {}
            waiting = [(name, False)]
            while waiting:
                relation, loose = waiting.pop()
                # What was followed strictly, or as loosely before, has nothing left to find.
                if relation in seen and (loose or not seen[relation]):
                    continue
                seen[relation] = loose
                told = self.relation(kind, relation)
                for part, narrowed in _upper(told.expression if told else None):
                    mark = loose or narrowed
                    if isinstance(part, ComputedUserset):
                        waiting.append((part.relation, mark))
                    else:
                        source = relation if isinstance(part, Direct) else part
                        found[source] = found.get(source, True) and mark
            self._leaves[key] = tuple(Leaf(source, loose) for source, loose in found.items())
        return self._leaves[key]


def checked_model(types: Mapping[str, Mapping[str, Relation]]) -> AuthorizationModel:
    """A model in which every name leads somewhere: read past one, a rule would let in fewer than was meant.

    Raises RecordError.
    """
    for kind, relations in types.items():
        for name, relation in relations.items():
            wanted = {_own(part) for part in parts_of(relation.expression) if not isinstance(part, Direct)}
            if not wanted <= relations.keys():
                _refuse(f"{kind}#{name} names a relation that its type does not have")
            if any(one.type not in types for one in relation.allowed):
                _refuse(f"{kind}#{name} names a type that the model does not have")
    return AuthorizationModel(types)


def parts_of(expression: Expression) -> Iterator[Direct | ComputedUserset | TupleToUserset]:
    """Every part of an expression that is no operator."""
    waiting: list[Expression] = [expression]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Union | Intersection):
            waiting += one.parts
        elif isinstance(one, Difference):
            waiting += (one.base, one.removed)
        else:
            yield one


def _upper(expression: Expression | None) -> Iterator[tuple[Direct | ComputedUserset | TupleToUserset, bool]]:
    """The parts whose union holds at least what the expression holds, and whether it holds more."""
    waiting: list[tuple[Expression, bool]] = [] if expression is None else [(expression, False)]
    while waiting:
        one, loose = waiting.pop()
        if isinstance(one, Union):
            waiting += [(part, loose) for part in one.parts]
        elif isinstance(one, Intersection):
            waiting.append((one.parts[0], True))
        elif isinstance(one, Difference):
            waiting.append((one.base, True))
        else:
            yield one, loose


def _own(part: ComputedUserset | TupleToUserset) -> str:
    """The relation of the same object that a part asks for."""
    return part.tupleset if isinstance(part, TupleToUserset) else part.relation


def _refuse(problem: str) -> NoReturn:
    raise RecordError(problem, remedy="Write the model as `fga model get` does")
