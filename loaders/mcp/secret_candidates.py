"""This file knows where in a server entry secrets ride: variables, headers, arguments, addresses, nested settings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.base import Secret
from loaders.mcp.command_line import split_command
from loaders.mcp.dsn import DatabaseLogin, logins_from_env, parse_dsn
from loaders.mcp.entry import short_text
from loaders.mcp.reference import resolve
from loaders.mcp.secret import is_secret_name, is_secret_value, may_be_secret
from loaders.mcp.server_url import has_scheme, secrets_in_url

_HEADER_FLAGS = frozenset({"--header", "--headers", "-H", "--http-header"})
_ENV_FLAGS = frozenset({"-e", "--env"})
_JOINED_ENV = re.compile(r"-e([A-Za-z_]\w*=.*)", re.DOTALL)
# Not the padding of base64: the letters before it would pass for a name.
_ASSIGNMENT = re.compile(r"([A-Za-z_][\w.-]{0,63})=(?!=*\Z)(.*)", re.DOTALL)
_HEADER = re.compile(r"([\w-]+)\s*[:=]\s*(.*)", re.DOTALL)
_VARIABLE = re.compile(r"[A-Za-z_]\w{0,127}", re.ASCII)
_LINES_IN_LINES = 3


@dataclass(frozen=True, slots=True)
class SecretCandidate:
    """One place that carries something: `text` is what stands there, `login` the database login it belongs to."""

    place: str
    text: Secret
    login: DatabaseLogin | None = None


def candidates_in_env(env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """What the variables of an entry carry; the variables of one database login are read together."""
    done = set()
    for names, password, login in logins_from_env(env):
        done.add(password)
        yield SecretCandidate(f"env {names}", Secret(resolve(login.password, env)), login)
    for name in sorted(env.keys() - done):
        yield from _named(f"env {name}", name, env[name], env)


def candidates_in_headers(headers: Mapping[str, str], env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """What the headers of a remote server carry."""
    for name in sorted(headers):
        yield from _named(f"header {name}", name, headers[name], env)


def candidates_in_url(url: str, env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """What the address of a remote server carries in its userinfo, parameters and path."""
    for place, text in secrets_in_url(resolve(url, env)):
        yield SecretCandidate(f"url {place}", Secret(text))


def candidates_in_command(words: Sequence[str], env: Mapping[str, str], depth: int = 0) -> Iterator[SecretCandidate]:
    """What a command line carries: flags, KEY=VALUE, headers, DSNs, addresses, JSON, lines within lines."""
    at = 0
    while at < len(words):
        word = words[at]
        following = words[at + 1] if at + 1 < len(words) else ""
        flag, equals, joined = word.partition("=")
        attached = _JOINED_ENV.fullmatch(word)
        if flag in _HEADER_FLAGS or flag in _ENV_FLAGS:
            text = joined if equals else following
            yield from _header(text, env) if flag in _HEADER_FLAGS else _variable(text, env)
            at += 0 if equals else 1
        elif attached:
            yield from _variable(attached[1], env)
        elif word.startswith("-"):
            shown = f"argument {at + 1}" if is_secret_value(flag.lstrip("-")) else f"argument {flag}"
            if equals:
                yield from _named(shown, flag, joined, env)
            elif not following.startswith("--") and may_be_secret(flag, resolve(following, env)):
                yield from _named(shown, flag, following, env)
                at += 1
        else:
            yield from _positional(at, word, env, depth)
        at += 1


def candidates_in_settings(
    fields: Mapping[str, Any], env: Mapping[str, str], place: str = ""
) -> Iterator[SecretCandidate]:
    """What nested settings carry (`oauth.clientSecret`), found by the name of the field or the look of the text."""
    heap: list[tuple[str, str, Any]] = [(f"{place}{key}", key, fields[key]) for key in sorted(fields, reverse=True)]
    while heap:
        shown, name, found = heap.pop()
        if isinstance(found, Mapping):
            keys = sorted((key for key in found if isinstance(key, str)), reverse=True)
            heap += [(f"{shown}.{key}", key, found[key]) for key in keys]
        elif isinstance(found, list):
            heap += [(shown, name, item) for item in reversed(found)]
        elif isinstance(found, str):
            yield from _named(shown, name, short_text(found, shown), env)


def candidates_in_variable_name(place: str, name: str, env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """A field that names a variable to read a secret from; people paste the secret itself there."""
    if name in env:
        yield from _named(place, "token", env[name], {})
    elif _VARIABLE.fullmatch(name) and not is_secret_value(name):
        yield SecretCandidate(place, Secret(f"${{{name}}}"))
    elif name.strip():
        yield SecretCandidate(place, Secret(name))


def _named(place: str, name: str, text: str, env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    text = resolve(text, env)
    login = parse_dsn(text)
    if login is not None:
        yield SecretCandidate(place, Secret(resolve(login.password, env)), login)
    elif has_scheme(text):
        for part, found in secrets_in_url(text):
            yield SecretCandidate(f"{place}, {part}", Secret(found))
    elif text.lstrip().startswith(("{", "[")) and (settings := _json(text)) is not None:
        yield from candidates_in_settings(settings, env, place=f"{place}, ")
    elif may_be_secret(name, text):
        yield SecretCandidate(place, Secret(text))


def _header(text: str, env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    match = _HEADER.fullmatch(resolve(text, env))
    if match is not None:
        yield from _named(f"header {match[1]}", match[1], match[2], env)
    elif text.strip():
        yield SecretCandidate("header", Secret(resolve(text, env)))


def _variable(text: str, env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """`-e NAME=VALUE`, or `-e NAME`, which hands on the variable of whoever starts it."""
    match = _ASSIGNMENT.fullmatch(text)
    if match is not None:
        yield from _named(f"env {match[1]}", match[1], match[2], env)
    elif _VARIABLE.fullmatch(text) and text not in env and is_secret_name(text):
        yield SecretCandidate(f"env {text}", Secret(f"${{{text}}}"))


def _positional(at: int, word: str, env: Mapping[str, str], depth: int) -> Iterator[SecretCandidate]:
    place = f"argument {at + 1}"
    assigned = _ASSIGNMENT.fullmatch(word)
    header = _HEADER.fullmatch(word)
    if parse_dsn(resolve(word, env)) is not None or has_scheme(resolve(word, env)):
        yield from _named(place, "", word, env)
    elif assigned and not is_secret_value(word):
        yield from _named(f"argument {assigned[1]}", assigned[1], assigned[2], env)
    elif header and header[2] and ":" in word and is_secret_name(header[1]):
        yield from _named(f"header {header[1]}", header[1], header[2], env)
    elif " " in word.strip() and not word.lstrip().startswith(("{", "[")) and depth < _LINES_IN_LINES:
        yield from candidates_in_command(split_command(word), env, depth + 1)
    else:
        yield from _named(place, "", word, env)


def _json(text: str) -> Mapping[str, Any] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(found, list):
        return {"item": found}
    return found if isinstance(found, dict) else None
