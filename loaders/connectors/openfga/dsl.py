"""Parser of OpenFGA's modeling language, schemas 1.1 and 1.2: types, relations, modules, conditions by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NoReturn

from graph.errors import RecordError
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

SCHEMAS = ("1.1", "1.2")
_MAX_DEPTH = 100
_MAX_RELATIONS = 20_000
_MAX_CHARACTERS = 2**20

# A comment begins a line or follows a space: `team#member` is none.
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
_TOKEN = re.compile(r"\s+|[\[\](),:#*]|[A-Za-z0-9_][A-Za-z0-9_./-]*")
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]*\Z")
# The body of a condition is in another language (CEL), which is not parsed.
_CONDITION = re.compile(r"^[ \t]*condition[ \t]+[\w-]+[ \t]*\([^)]*\)[ \t\n]*\{", re.MULTILINE)


_MODULE = re.compile(r"(?:[ \t\r]*(?:#[^\n]*)?\n)*[ \t]*module[ \t]")

_Types = dict[str, dict[str, RelationDefinition]]


@dataclass(slots=True)
class _Part:
    """The types of a model or module; `extensions` are the relations that a module adds to types of others."""

    types: _Types = field(default_factory=dict)
    extensions: _Types = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    line: int


def parse_dsl(text: str) -> AuthorizationModel:
    """The model in a text. Raises RecordError with the line for a text that is no model of these schemas."""
    return checked_model(_parser(text).model().types)


def is_module(text: object) -> bool:
    """Whether this is a module: a part of a model, whose types other modules extend."""
    return isinstance(text, str) and _MODULE.match(text) is not None


def parse_modules(modules: Iterable[tuple[str, str]]) -> AuthorizationModel:
    """The model that modules make together, given as (file, text). Raises RecordError with file and line."""
    types: _Types = {}
    extensions: list[tuple[str, str, dict[str, RelationDefinition]]] = []
    for file, text in modules:
        try:
            part = _parser(text).module()
        except RecordError as error:
            raise error.at(file=file) from None
        for name, relations in part.types.items():
            if name in types:
                _refuse(f"the type {name} is defined in two modules", 0, file)
            types[name] = dict(relations)
        extensions += [(file, name, relations) for name, relations in part.extensions.items()]
    for file, name, relations in extensions:
        if name not in types or not relations.keys().isdisjoint(types[name]):
            _refuse(f"the extension of {name} has no type to extend, or defines a relation again", 0, file)
        types[name] |= relations
    return checked_model(types)


def _parser(text: str) -> _Parser:
    if len(text) > _MAX_CHARACTERS:
        _refuse(f"the model is longer than {_MAX_CHARACTERS:,} characters", 0)
    return _Parser(_tokens(_without_conditions(_COMMENT.sub("", text))))


def _without_conditions(text: str) -> str:
    """The text with every condition blanked out; line numbers stay."""
    pieces, position = [], 0
    while (match := _CONDITION.search(text, position)) is not None:
        depth, end = 1, match.end()
        while depth and end < len(text):
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        pieces += [text[position : match.start()], "\n" * text.count("\n", match.start(), end)]
        position = end
    return "".join([*pieces, text[position:]])


def _tokens(text: str) -> list[_Token]:
    tokens, position, line = [], 0, 1
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            _refuse("this character is not part of the language", line)
        if not match[0].isspace():
            tokens.append(_Token(match[0], line))
        line += match[0].count("\n")
        position = match.end()
    return tokens


class _Parser:
    """A recursive-descent parser over tokens."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens, self._at = tokens, 0

    def model(self) -> _Part:
        """A whole model."""
        self._expect("model")
        self._expect("schema")
        if self._next().text not in SCHEMAS:
            self._refuse("the model is of neither schema " + " nor ".join(SCHEMAS))
        part = self._types()
        if part.extensions:
            self._refuse("only a module extends types")
        return part

    def module(self) -> _Part:
        """One module of a model."""
        self._expect("module")
        self._name()
        return self._types()

    def _types(self) -> _Part:
        part, count = _Part(), 0
        while self._peek():
            is_extension = self._take("extend")
            self._expect("type")
            name, types = self._name(), part.extensions if is_extension else part.types
            if name in types:
                self._refuse("the type is defined twice")
            types[name] = self._relations() if self._take("relations") else {}
            count += len(types[name])
            if count > _MAX_RELATIONS:
                self._refuse(f"a model has at most {_MAX_RELATIONS} relations")
        return part

    def _relations(self) -> dict[str, RelationDefinition]:
        relations: dict[str, RelationDefinition] = {}
        while self._take("define"):
            name = self._name()
            if name in relations:
                self._refuse("the relation is defined twice")
            self._expect(":")
            restrictions: list[TypeRestriction] = []
            relations[name] = RelationDefinition(self._expression(restrictions, 0), tuple(restrictions))
        return relations

    def _expression(self, restrictions: list[TypeRestriction], depth: int) -> Expression:
        if depth > _MAX_DEPTH:
            self._refuse("the parentheses are nested too deeply")
        parts = [self._term(restrictions, depth)]
        operator = self._peek()
        if operator == "but":
            self._next()
            self._expect("not")
            return self._check_operator(Difference(parts[0], self._term(restrictions, depth)))
        if operator not in ("or", "and"):
            return parts[0]
        while self._take(operator):
            parts.append(self._term(restrictions, depth))
        return self._check_operator(Union(tuple(parts)) if operator == "or" else Intersection(tuple(parts)))

    def _check_operator(self, expression: Expression) -> Expression:
        if self._peek() in ("or", "and", "but"):
            self._refuse("`or`, `and` and `but not` need parentheses between them")
        return expression

    def _term(self, restrictions: list[TypeRestriction], depth: int) -> Expression:
        if self._take("["):
            while True:
                restrictions.append(self._restriction())
                if not self._take(","):
                    break
            self._expect("]")
            return Direct()
        if self._take("("):
            inner = self._expression(restrictions, depth + 1)
            self._expect(")")
            return inner
        name = self._name()
        return TupleToUserset(name, self._name()) if self._take("from") else ComputedUserset(name)

    def _restriction(self) -> TypeRestriction:
        name, relation, wildcard = self._name(), None, False
        if self._take(":"):
            self._expect("*")
            wildcard = True
        elif self._take("#"):
            relation = self._name()
        return TypeRestriction(name, relation, wildcard, self._name() if self._take("with") else None)

    def _name(self) -> str:
        token = self._next()
        if not _NAME.match(token.text):
            self._refuse("a name is expected here")
        return token.text

    def _expect(self, text: str) -> None:
        if self._next().text != text:
            self._refuse(f"`{text}` is expected here")

    def _take(self, text: str) -> bool:
        if self._peek() != text:
            return False
        self._at += 1
        return True

    def _peek(self) -> str:
        return self._tokens[self._at].text if self._at < len(self._tokens) else ""

    def _next(self) -> _Token:
        if self._at >= len(self._tokens):
            self._refuse("the model ends unexpectedly")
        self._at += 1
        return self._tokens[self._at - 1]

    def _refuse(self, problem: str) -> NoReturn:
        index = min(max(self._at - 1, 0), len(self._tokens) - 1)
        _refuse(problem, self._tokens[index].line if self._tokens else 1)


def _refuse(problem: str, line: int, file: str = "") -> NoReturn:
    raise RecordError(problem, file=file, line=line, remedy="Write the model as `fga model get` does")
