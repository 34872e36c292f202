"""This file knows the raw fields of a server entry, in every spelling that a client uses, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from graph.errors import RecordError
from loaders.mcp.command_line import parse_command, split_command
from loaders.mcp.slot import URL_KEYS

LONGEST_TEXT = 32_768


@dataclass(frozen=True, slots=True)
class EntryParts:
    """The command line as words, variables, headers, and the address with the key it stood under."""

    words: tuple[str, ...] = field(repr=False)
    env: Mapping[str, str] = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    url_key: str
    url: str = field(repr=False)


def read_parts(entry: Mapping[str, Any]) -> EntryParts:
    """The parts of an entry. Raises RecordError that names the field and never what stands in it."""
    command, args, env = entry.get("command"), entry.get("args"), texts_of(entry, "env")
    if isinstance(command, Mapping):  # older Zed: {"path", "args", "env"}
        args = command.get("args") if args is None else args
        env = {**texts_of(command, "env"), **env}
        command = command.get("path")
    env = {**env, **texts_of(entry, "environment")}
    line = split_command(short_text(args, "args")) if isinstance(args, str) else tuple(_words(args, "args"))
    if isinstance(command, str):
        command = short_text(command, "command")
    if command is None:
        words: tuple[str, ...] = ()
    elif isinstance(command, str) and command.strip():
        # A path may hold spaces; it is one word when it ends in a launcher and its arguments stand apart.
        whole = bool(line) and parse_command((command, *line)).package is not None
        words = ((command,) if whole else split_command(command)) + line
    elif isinstance(command, list) and command:
        words = tuple(_words(command, "command")) + line
    else:
        raise RecordError("the command is neither text nor a list of text", field="command")
    headers = {**texts_of(entry, "headers"), **texts_of(entry, "http_headers")}
    key = next((key for key in URL_KEYS if entry.get(key) is not None), "")
    if key and not isinstance(entry[key], str):
        raise RecordError("the address is not text", field=key)
    return EntryParts(words, env, headers, key, short_text(entry[key], key).strip() if key else "")


def flag_of(entry: Mapping[str, Any], key: str) -> bool:
    """Whether a switch is on; some write it as text."""
    return entry.get(key) is True or entry.get(key) == "true"


def text_of(entry: Mapping[str, Any], key: str) -> str:
    """The text under a key; empty when something else stands there."""
    found = entry.get(key)
    return found if isinstance(found, str) else ""


def _words(found: Any, key: str) -> Iterator[str]:
    if found is not None and not isinstance(found, list):
        raise RecordError("it is not a list of text", field=key)
    for item in found or ():
        yield _scalar(item, key)


def texts_of(entry: Mapping[str, Any], key: str) -> dict[str, str]:
    """An object of text; null leaves a key out."""
    found = entry.get(key)
    if found is None:
        return {}
    if not isinstance(found, Mapping):
        raise RecordError("it is not an object of text", field=key)
    return {str(name): _scalar(text, key) for name, text in found.items() if text is not None}


def short_text(text: str, key: str) -> str:
    """The text, unless it is longer than any setting: RecordError. Reading it for secrets takes longer than its length."""
    if len(text) > LONGEST_TEXT:
        raise RecordError(f"it holds more than {LONGEST_TEXT:,} characters", field=key)
    return text


def _scalar(found: Any, key: str) -> str:
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, str | int | float | Decimal):
        return short_text(str(found), key)
    raise RecordError("it holds something that is no text", field=key)
