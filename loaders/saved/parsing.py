"""Parsers of JSON, JSON with comments and TOML, bounded in depth; errors echo no content."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

import json5

from graph.errors import RecordError
from loaders.memory import STEP_BYTES, bounded_memory
from loaders.saved.yaml import read_yaml

MAX_DEPTH = 100

# json5 is a recursive parser in Python, about 60 kB/s: for configurations somebody wrote by hand, nothing else.
_JSON5_LIMIT = 65_536

# A string (also one that never ends, so that the scan stays linear), or a comment.
_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
_COMMENT = re.compile(_STRING + r"|//[^\n]*+|/\*(?:.*?\*/|.*+)", re.DOTALL)
_TRAILING_COMMA = re.compile(_STRING + r"|,(?=\s*+[\]}])", re.DOTALL)

# tomllib takes quadratic time for a key of very many parts.
_LONG_TOML_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}""")
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)\Z")


class TooManyValues(ValueError):
    """A body that takes more memory than one step may."""


def parse(form: str, text: str, *, is_pure: bool = False) -> Any:
    """The value of a text in the form json, yaml or toml; `is_pure`: JSON by the letter. Raises RecordError with line."""
    try:
        with bounded_memory():
            value = read_json(text, is_pure=is_pure) if form == "json" else _PARSERS[form](text)
            check_depth(value)
            return value
    except MemoryError:
        raise RecordError(
            f"the file holds more values than fit {STEP_BYTES // 2**20} MB",
            remedy="Split it, or export fewer days at once",
        ) from None


def read_json(text: str, *, is_pure: bool = False) -> Any:
    """A JSON value; comments, trailing commas and, in small files, the rest of JSON 5 are tolerated unless `is_pure`.

    Numbers with a fraction become Decimal. Of a key written twice the last one counts, as in the tools that read the
    file for real. Linear time, except for small JSON 5.
    """
    try:
        return _loads(text)
    except json.JSONDecodeError as error:
        first = error
    if not is_pure:
        plain = _TRAILING_COMMA.sub(_blank_comma, _COMMENT.sub(_blank_comment, text))
        if plain != text:
            try:
                return _loads(plain)
            except json.JSONDecodeError as error:
                first = error
        if not _is_cut_off(first) and len(text) <= _JSON5_LIMIT and _bracket_depth(text) <= MAX_DEPTH:
            try:
                return json5.loads(text, parse_float=_read_decimal, parse_constant=_refuse_constant)
            except (ValueError, RecursionError):
                pass
    if _is_cut_off(first):
        raise RecordError(
            "the file ends in the middle of a JSON value: it is truncated",
            line=first.lineno,
            remedy="Export it again",
        )
    raise RecordError(
        f"this is not valid JSON: {first.msg.lower()} at column {first.colno}",
        line=first.lineno,
        remedy="Mend the line or export the file again",
    )


def read_body(body: bytes) -> Any:
    """What a system answered, as JSON by the letter; fractions as Decimal. Raises ValueError that echoes nothing."""
    try:
        with bounded_memory():
            return json.loads(body, parse_float=Decimal, parse_constant=_no_number)
    except MemoryError:
        raise TooManyValues(f"its body holds more values than fit {STEP_BYTES // 2**20} MB") from None
    except (ValueError, RecursionError):
        raise ValueError("its body is not whole JSON") from None


def read_toml(text: str) -> Any:
    """A TOML value, its fractions as Decimal."""
    if _LONG_TOML_KEY.search(text):
        _refuse_depth()
    try:
        return tomllib.loads(text, parse_float=_read_decimal)
    except RecursionError:
        _refuse_depth()
    except ValueError as error:
        match = _TOML_PLACE.search(str(error))
        line, column = (int(match[1]), f" at column {match[2]}") if match else (0, "")
        raise RecordError(f"this is not valid TOML{column}", line=line, remedy="Mend the line") from None


def check_depth(value: object) -> None:
    """Refuse a value that nests deeper than MAX_DEPTH. Linear, no recursion."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(MAX_DEPTH):
        if not level:
            return
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
    if level:
        _refuse_depth()


def _loads(text: str) -> Any:
    try:
        return json.loads(text, parse_float=_read_decimal, parse_constant=_refuse_constant)
    except json.JSONDecodeError:
        raise
    except RecursionError:
        _refuse_depth()
    except ValueError:  # a whole number of more than 4,300 digits
        raise RecordError("a number has too many digits", remedy="Correct it at its source") from None


def _read_decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise RecordError("a number is out of range", remedy="Correct it at its source") from None


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is not a number")


def _refuse_constant(name: str) -> NoReturn:
    raise RecordError(f"{name} is no JSON number", remedy="Leave the field out or write null")


def _refuse_depth() -> NoReturn:
    raise RecordError(f"the file nests deeper than {MAX_DEPTH} levels", remedy="No known format does; check the file")


def _is_cut_off(error: json.JSONDecodeError) -> bool:
    return error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string")


def _bracket_depth(text: str) -> int:
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _blank_comment(match: re.Match[str]) -> str:
    text = match[0]
    # Newlines stay, so that errors name the line of the file.
    return text if text[0] == '"' else re.sub(r"[^\n]", " ", text)


def _blank_comma(match: re.Match[str]) -> str:
    return " " if match[0] == "," else match[0]


# The language of OpenFGA models stays text: its connector reads it.
_PARSERS: dict[str, Callable[[str], Any]] = {"toml": read_toml, "yaml": read_yaml, "fga": str}
