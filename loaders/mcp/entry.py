"""Server entries: one entry of a configuration file, and its raw fields as text in every form that a client writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from graph.check import check_text
from graph.errors import RecordError
from loaders.mcp.command_line import parse_command, split_command

LONGEST_TEXT = 32_768
# The keys under which clients write the address of a remote server.
URL_KEYS = ("url", "serverUrl", "httpUrl")


@dataclass(frozen=True, slots=True)
class ServerEntry:
    """One entry as it stands in a file. `path` is its dotted path of keys; `project` the folder that a user's file keeps it for."""

    path: str
    alias: str
    body: object = field(repr=False)
    project: str | None = None
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class EntryParts:
    """The command line as words, the variables, the headers, and the address with the key it stood under."""

    words: tuple[str, ...] = field(repr=False)
    env: Mapping[str, str] = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    url_key: str
    url: str = field(repr=False)


def read_parts(entry: Mapping[str, object]) -> EntryParts:
    """The parts of an entry. Raises RecordError that names the field and never its value."""
    command, args, env = entry.get("command"), entry.get("args"), texts_of(entry, "env")
    if isinstance(command, Mapping):  # older Zed: {"path", "args", "env"}
        args = command.get("args") if args is None else args
        env = {**texts_of(command, "env"), **env}
        command = command.get("path")
    env = {**env, **texts_of(entry, "environment")}
    arguments = split_command(short_text(args, "args")) if isinstance(args, str) else tuple(_words(args, "args"))
    if isinstance(command, str):
        command = short_text(command, "command")
    if command is None:
        words: tuple[str, ...] = ()
    elif isinstance(command, str) and command.strip():
        # A path may hold spaces; it is one word when it ends in a launcher and its arguments stand apart.
        is_program_path = bool(arguments) and parse_command((command, *arguments)).package is not None
        words = ((command,) if is_program_path else split_command(command)) + arguments
    elif isinstance(command, list) and command:
        words = tuple(_words(command, "command")) + arguments
    else:
        raise RecordError("the command must be text or a list of text", field="command")
    headers = {**texts_of(entry, "headers"), **texts_of(entry, "http_headers")}
    key = next((key for key in URL_KEYS if entry.get(key) is not None), "")
    url = entry[key] if key else ""
    if not isinstance(url, str):
        raise RecordError("the address must be text", field=key)
    return EntryParts(words, env, headers, key, short_text(url, key).strip())


def check_texts(entry: ServerEntry) -> None:
    """Raise RecordError for a text of an entry, at whatever depth, that no store can keep: one with a NUL, say.

    What is looked for in such a text (an address, a secret) might be read short of it.
    """
    waiting: list[tuple[str, object]] = [("", entry.alias), ("", entry.body)]
    while waiting:
        field_name, value = waiting.pop()
        if isinstance(value, str):
            check_text(value, field_name)
        elif isinstance(value, Mapping):
            # The name of the outermost field says enough; what is below it may be a secret.
            waiting += [(field_name, str(name)) for name in value]
            waiting += [(field_name or str(name).replace("\0", ""), part) for name, part in value.items()]
        elif isinstance(value, list):
            waiting += [(field_name, part) for part in value]


def flag_of(entry: Mapping[str, object], key: str) -> bool:
    """Whether a switch is on; some write it as text."""
    return entry.get(key) is True or entry.get(key) == "true"


def text_of(entry: Mapping[str, object], key: str) -> str:
    """The text under a key; empty if it holds anything else."""
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _words(value: object, key: str) -> Iterator[str]:
    if value is not None and not isinstance(value, list):
        raise RecordError("it must be a list of text", field=key)
    for item in value or ():
        yield _scalar(item, key)


def texts_of(entry: Mapping[str, object], key: str) -> dict[str, str]:
    """An object of text; a null leaves its key out. Raises RecordError."""
    value = entry.get(key)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise RecordError("it must be an object of text", field=key)
    return {str(name): _scalar(text, key) for name, text in value.items() if text is not None}


def short_text(text: str, key: str) -> str:
    """The text itself. Raises RecordError if it has more than LONGEST_TEXT characters.

    The search for secrets takes more than linear time.
    """
    if len(text) > LONGEST_TEXT:
        raise RecordError(f"it has more than {LONGEST_TEXT:,} characters", field=key)
    return text


def _scalar(value: object, key: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float | Decimal):
        return short_text(str(value), key)
    raise RecordError("it must hold text only", field=key)
