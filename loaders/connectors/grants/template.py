"""This file knows how text is made of a row's cells: columns in braces, with their case as it is, lower or upper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from loaders.saved.fields import FieldReader

_PART = re.compile(r"\{\{|\}\}|\{(?P<column>[^{}]+)\}|(?P<stray>[{}])|(?P<text>[^{}]+)")
_CASES = {"lower": str.lower, "upper": str.upper}


@dataclass(frozen=True, slots=True)
class Template:
    """Literal texts and columns in order, the latter with the case they are put into."""

    parts: tuple[tuple[str, str | None, str | None], ...]  # literal, column, case

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it names, in order."""
        return tuple(column for _, column, _ in self.parts if column is not None)

    @property
    def start(self) -> str:
        """What it begins with in every row."""
        return self.parts[0][0] if self.parts else ""

    def fill(self, row: FieldReader, constants: Mapping[str, str]) -> str | None:
        """The text of a row; None if a cell that it needs is empty."""
        told = []
        for literal, column, case in self.parts:
            if column is None:
                told.append(literal)
                continue
            cell = constants[column] if column in constants else cell_of(row, column)
            if cell is None:
                return None
            told.append(_CASES[case](cell) if case else cell)
        return "".join(told)

    def needed(self, row: FieldReader, constants: Mapping[str, str]) -> str:
        """The text of a row. Raises RecordError that names the column whose cell is empty."""
        text = self.fill(row, constants)
        if text is None:
            empty = next(name for name in self.columns if name not in constants and cell_of(row, name) is None)
            row.refuse(
                empty,
                "the cell is empty, and an id or permission is made of it",
                "Fill it in, or leave the row out by `when`",
            )
        return text


def cell_of(row: FieldReader, column: str) -> str | None:
    """The text of a cell, trimmed; None if it is empty. Parquet also holds numbers and flags."""
    raw = row.body.get(column)
    if isinstance(raw, bool | int | float | Decimal):
        return str(raw).lower()
    return row.text(column)


def read_template(text: str) -> Template | None:
    """The template that a text says; None for braces that do not match, and for a case that there is not."""
    parts: list[tuple[str, str | None, str | None]] = []
    for found in _PART.finditer(text):
        if found["stray"]:
            return None
        if found["column"] is None:
            parts.append((found["text"] or found[0][0], None, None))
            continue
        column, colon, case = found["column"].rpartition(":")
        if colon and case in _CASES:
            parts.append(("", column.strip(), case))
        else:
            parts.append(("", found["column"].strip(), None))
    joined: list[tuple[str, str | None, str | None]] = []
    for part in parts:
        # So that an escaped brace does not part what every row begins with.
        if joined and part[1] is None and joined[-1][1] is None:
            joined[-1] = (joined[-1][0] + part[0], None, None)
        else:
            joined.append(part)
    return Template(tuple(joined))
