"""Descriptions of fields and enum values, read from the docstrings that stand below them in the source.

A string that follows a field of a dataclass, or a member of an enum, describes it. Python keeps no such string, so the module's
source is parsed, once.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Mapping
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar

T = TypeVar("T")

AS_OF = "The moment asked about; by default the last full minute, or what changed the graph since."
FIRST = "How many rows the page holds at most, from 1 to 200."
AFTER = "The cursor that the page begins after; without it the page is the first."
INPUT = "What is asked."
COLUMN = "One value per row, in the order of the rows."
CURRENCY = "The currency of all amounts in the columns; null where there are none."


def attribute_meanings(holder: type) -> Mapping[str, str]:
    """What the docstrings below the attributes of a class and its bases say, by attribute."""
    meanings: dict[str, str] = {}
    for base in reversed(holder.__mro__):
        meanings |= _module_meanings(base.__module__).get(base.__qualname__, {})
    return meanings


def with_meanings(made: type[T]) -> type[T]:
    """A type of the schema, its fields described by the docstrings below them, or of the methods that resolve them."""
    definition: Any = made.__dict__["__strawberry_definition__"]
    meanings = attribute_meanings(made)
    for field in definition.fields:
        resolver = field.base_resolver
        written = meanings.get(field.python_name) or (inspect.getdoc(resolver.wrapped_func) if resolver else None)
        field.description = field.description or written
    return made


def describe_members(kind: type[Enum], meanings: Mapping[str, str]) -> None:
    """Describe the values of an enum of the schema, by the names of its members."""
    definition: Any = kind.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = meanings.get(value.name)


@cache
def _module_meanings(name: str) -> Mapping[str, Mapping[str, str]]:
    """Per class at the top of a module the docstrings below its attributes."""
    module = sys.modules.get(name)
    if module is None or not getattr(module, "__file__", None):
        return {}
    classes = (node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.ClassDef))
    return {node.name: _class_meanings(node) for node in classes}


def _class_meanings(node: ast.ClassDef) -> Mapping[str, str]:
    meanings = {}
    for statement, below in pairwise(node.body):
        if isinstance(statement, ast.AnnAssign):
            target: ast.expr = statement.target
        elif isinstance(statement, ast.Assign):
            target = statement.targets[0]
        else:
            continue
        if isinstance(target, ast.Name) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            meanings[target.id] = " ".join(str(below.value.value).split())
    return meanings
