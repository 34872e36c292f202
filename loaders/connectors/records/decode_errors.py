"""Errors of a line in plain words, without repeating what may be secret in it."""

from __future__ import annotations

import json
import re

import msgspec

from graph.errors import RecordError
from loaders.connectors.records.wire import LINES

_TAG = re.compile(rb'"record"\s*:\s*"([a-z]+)"')
_PATH = re.compile(r" - at `\$\.?(.*)`\Z")
_QUOTED = re.compile(r"`(.*)`")
_BYTE = re.compile(r"\(byte (\d+)\)")
_LONE_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def explain(line: bytes, error: Exception) -> RecordError:
    """The RecordError for what msgspec found wrong with a line."""
    text = str(error)
    if isinstance(error, UnicodeDecodeError):
        return RecordError("the line is not UTF-8 text", remedy="Save the file as UTF-8")
    if not isinstance(error, msgspec.ValidationError):
        return _not_json(line, text)
    path = _PATH.search(text)
    field = path[1] if path else ""
    problem = text[: path.start()] if path else text
    quoted = _QUOTED.search(problem)
    name = quoted[1] if quoted else ""
    if "unknown field" in problem:
        return RecordError("there is no such field", field=_join(field, name[:60]), remedy=_known_fields(line, field))
    if "missing required field" in problem:
        remedy = f"Every {'line' if name == 'record' else _tag(line)} needs it"
        return RecordError("a required field is missing", field=_join(field, name), remedy=remedy)
    if field == "record":
        return RecordError("there is no such record", field=field, remedy="Records are " + ", ".join(LINES))
    if "out of range" in problem:
        return RecordError("the number is out of range", field=field, remedy="Correct it at its source")
    return RecordError(problem[:1].lower() + problem[1:], field=field, remedy="See `remit schema`")


def refuse_duplicates(line: bytes) -> None:
    """Raise RecordError if an object on the line has a key twice. Slow; for lines that probably have one."""
    try:
        json.loads(line, object_pairs_hook=_refuse_twice)
    except json.JSONDecodeError as error:  # what the decoder passed over in raw fields
        raise RecordError(f"this is not valid JSON at character {error.colno}", remedy="Correct the line") from None


def too_deep() -> RecordError:
    """The error of a line that is nested too deeply."""
    return RecordError("the line nests too deep", remedy="No record does; check the line")


def _refuse_twice(pairs: list[tuple[str, object]]) -> None:
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise RecordError("the key stands twice", field=twice[:60], remedy="Keep one of the two")


def _not_json(line: bytes, text: str) -> RecordError:
    if "truncated" in text:
        if _LONE_SURROGATE.search(line):
            return RecordError("the text holds half a surrogate pair", remedy="Write the whole character")
        return RecordError("the line breaks off in the middle", remedy="The file is truncated: export it again")
    byte = _BYTE.search(text)
    index = int(byte[1]) if byte else 0
    if line[index:].lstrip(b"-").startswith((b"NaN", b"Inf", b"nan", b"inf")):
        return RecordError("NaN and infinity are no numbers", remedy="Leave the field out or write null")
    return RecordError(f"this is not valid JSON at byte {index + 1}", remedy="Write one JSON object per line")


def _known_fields(line: bytes, field: str) -> str:
    wire = LINES.get(_tag(line))
    if wire is None or field:
        return "See `remit schema`"
    return f"Fields of {_tag(line)} are " + ", ".join(wire.__struct_encode_fields__)


def _tag(line: bytes) -> str:
    match = _TAG.search(line)
    return match[1].decode() if match else "line"


def _join(field: str, name: str) -> str:
    return f"{field}.{name}" if field and name else field or name
