"""An authorization model: per type its relations, and the expression that each of them is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from graph.errors import RecordError


@dataclass(frozen=True, slots=True)
class Direct:
    """Everybody whom a tuple of this relation names."""


@dataclass(frozen=True, slots=True)
class ComputedUserset:
    """Everybody who has another relation to the same object."""

    relation: str


@dataclass(frozen=True, slots=True)
class TupleToUserset:
    """Everybody who has `relation` to an object that is in `tupleset` of this one: `relation from tupleset`."""

    relation: str
    tupleset: str


@dataclass(frozen=True, slots=True)
class Union:
    """Everybody in one of the parts."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Intersection:
    """Everybody in all of the parts."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Everybody in `base` who is not in `removed`."""

    base: Expression
    removed: Expression


Expression = Direct | ComputedUserset | TupleToUserset | Union | Intersection | Difference


@dataclass(frozen=True, slots=True)
class TypeRestriction:
    """Whom a tuple may name: `user`, `user:*` or `team#member`, optionally under a condition."""

    type: str
    relation: str | None = None
    wildcard: bool = False
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class RelationDefinition:
    """One relation of a type: its expression, and whom its own tuples may name (`restrictions`)."""

    expression: Expression
    restrictions: tuple[TypeRestriction, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a relation resolves to on its own object: the tuples of a relation, or a path through other objects.

    `is_upper_bound`: it includes more than the model lets in.
    """

    source: str | TupleToUserset
    is_upper_bound: bool = False


@dataclass(frozen=True, slots=True)
class AuthorizationModel:
    """Types by name, each with its relations by name. `assumed`: derived from tuples, because no model was given."""

    types: Mapping[str, Mapping[str, RelationDefinition]]
    assumed: bool = False
    _leaves: dict[tuple[str, str], tuple[Leaf, ...]] = field(default_factory=dict)

    def relation(self, kind: str, name: str) -> RelationDefinition | None:
        """A relation of a type, or None."""
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
        """All leaves of a relation, relations of the same object followed; each once, exact ones before upper bounds.

        Never less than the model says: of `a and b` the first counts, of `a but not b` all of a.
        """
        key = (kind, name)
        if key not in self._leaves:
            sources: dict[str | TupleToUserset, bool] = {}
            visited: dict[str, bool] = {}
            stack = [(name, False)]
            while stack:
                relation, is_upper_bound = stack.pop()
                # A relation that was followed exactly, or as an upper bound before, has nothing left to give.
                if relation in visited and (is_upper_bound or not visited[relation]):
                    continue
                visited[relation] = is_upper_bound
                definition = self.relation(kind, relation)
                for part, is_narrowed in _upper_bound(definition.expression if definition else None):
                    is_bound = is_upper_bound or is_narrowed
                    if isinstance(part, ComputedUserset):
                        stack.append((part.relation, is_bound))
                    else:
                        source = relation if isinstance(part, Direct) else part
                        sources[source] = sources.get(source, True) and is_bound
            self._leaves[key] = tuple(Leaf(source, is_bound) for source, is_bound in sources.items())
        return self._leaves[key]


def checked_model(types: Mapping[str, Mapping[str, RelationDefinition]]) -> AuthorizationModel:
    """A model in which every name is defined: with one ignored, a rule would let in fewer than was meant.

    Raises RecordError.
    """
    for kind, relations in types.items():
        for name, relation in relations.items():
            needed = {_needed_relation(part) for part in parts_of(relation.expression) if not isinstance(part, Direct)}
            if not needed <= relations.keys():
                _refuse(f"{kind}#{name} names a relation that its type does not have")
            if any(restriction.type not in types for restriction in relation.restrictions):
                _refuse(f"{kind}#{name} names a type that the model does not have")
    return AuthorizationModel(types)


def parts_of(expression: Expression) -> Iterator[Direct | ComputedUserset | TupleToUserset]:
    """Every part of an expression that is no operator."""
    stack: list[Expression] = [expression]
    while stack:
        part = stack.pop()
        if isinstance(part, Union | Intersection):
            stack += part.parts
        elif isinstance(part, Difference):
            stack += (part.base, part.removed)
        else:
            yield part


def _upper_bound(expression: Expression | None) -> Iterator[tuple[Direct | ComputedUserset | TupleToUserset, bool]]:
    """The parts whose union includes at least what the expression includes, and whether they include more."""
    stack: list[tuple[Expression, bool]] = [] if expression is None else [(expression, False)]
    while stack:
        part, is_upper_bound = stack.pop()
        if isinstance(part, Union):
            stack += [(inner, is_upper_bound) for inner in part.parts]
        elif isinstance(part, Intersection):
            stack.append((part.parts[0], True))
        elif isinstance(part, Difference):
            stack.append((part.base, True))
        else:
            yield part, is_upper_bound


def _needed_relation(part: ComputedUserset | TupleToUserset) -> str:
    """The relation of the same object that a part needs."""
    return part.tupleset if isinstance(part, TupleToUserset) else part.relation


def _refuse(problem: str) -> NoReturn:
    raise RecordError(problem, remedy="Write the model as `fga model get` does")
