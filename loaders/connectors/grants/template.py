"""Templates that make text of a row's cells: columns in braces, in their own, lower or upper case."""

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
    """Literal texts and columns in order, each column with the case that it is changed to."""

    parts: tuple[tuple[str, str | None, str | None], ...]  # literal, column, case

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it names, in order."""
        return tuple(column for _, column, _ in self.parts if column is not None)

    @property
    def start(self) -> str:
        """The literal text that every result begins with."""
        return self.parts[0][0] if self.parts else ""

    def fill(self, row: FieldReader, constants: Mapping[str, str]) -> str | None:
        """The text of a row; None if a cell that it needs is empty."""
        pieces = []
        for literal, column, case in self.parts:
            if column is None:
                pieces.append(literal)
                continue
            cell = constants[column] if column in constants else cell_of(row, column)
            if cell is None:
                return None
            pieces.append(_CASES[case](cell) if case else cell)
        return "".join(pieces)

    def required(self, row: FieldReader, constants: Mapping[str, str]) -> str:
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
    """The template that a text describes; None for unmatched braces and for an unknown case."""
    parts: list[tuple[str, str | None, str | None]] = []
    for match in _PART.finditer(text):
        if match["stray"]:
            return None
        if match["column"] is None:
            parts.append((match["text"] or match[0][0], None, None))
            continue
        column, colon, case = match["column"].rpartition(":")
        if colon and case in _CASES:
            parts.append(("", column.strip(), case))
        else:
            parts.append(("", match["column"].strip(), None))
    joined: list[tuple[str, str | None, str | None]] = []
    for part in parts:
        # An escaped brace must not split the literal start.
        if joined and part[1] is None and joined[-1][1] is None:
            joined[-1] = (joined[-1][0] + part[0], None, None)
        else:
            joined.append(part)
    return Template(tuple(joined))
