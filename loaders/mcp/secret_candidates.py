"""Secret candidates: every place in a server entry that may hold a secret.

Variables, headers, arguments, addresses and nested settings are searched. Whether a candidate is a secret, a reference
or a placeholder is decided by `loaders.mcp.secret.classify`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.base import Secret
from loaders.mcp.command_line import split_command
from loaders.mcp.connection_string import read_pairs
from loaders.mcp.dsn import DatabaseLogin, logins_from_env, parse_dsn
from loaders.mcp.entry import LONGEST_TEXT, short_text
from loaders.mcp.reference import is_reference, resolve
from loaders.mcp.secret import LITERAL, classify, is_secret_name, is_secret_value, may_be_secret
from loaders.mcp.secret_mask import known_secrets
from loaders.mcp.server_url import has_scheme, secrets_in_url

_HEADER_FLAGS = frozenset({"--header", "--headers", "-H", "--http-header"})
_ENV_FLAGS = frozenset({"-e", "--env"})
_JOINED_ENV = re.compile(r"-e([A-Za-z_]\w*=.*)", re.DOTALL)
# Not the padding of base64: the letters before it would pass for a name.
_ASSIGNMENT = re.compile(r"([A-Za-z_][\w.-]{0,63})=(?!=*\Z)(.*)", re.DOTALL)
_HEADER = re.compile(r"([\w-]+)\s*[:=]\s*(.*)", re.DOTALL)
_VARIABLE = re.compile(r"[A-Za-z_]\w{0,127}", re.ASCII)
_MAX_NESTING = 3
# Keys of connection strings, lower-cased as they are read.
_SECRET_KEYS = frozenset(
    [
        "password",
        "pwd",
        "accountkey",
        "sharedaccesskey",
        "sharedaccesssignature",
        "sharedsecret",
        "accesskey",
        "apikey",
        "accesstoken",
        "token",
        "clientsecret",
        "secretkey",
    ]
)


@dataclass(frozen=True, slots=True)
class SecretCandidate:
    """One location with its text, and the database login that the text is the password of, if there is one."""

    location: str
    text: Secret
    login: DatabaseLogin | None = None


def candidates_in_env(env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """Candidates in the variables of an entry; the variables of one database login are read together."""
    password_variables = set()
    for names, password, login in logins_from_env(env):
        password_variables.add(password)
        yield SecretCandidate(f"env {names}", Secret(resolve(login.password, env)), login)
    for name in sorted(env.keys() - password_variables):
        yield from _named(f"env {name}", name, env[name], env)


def candidates_in_headers(headers: Mapping[str, str], env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """Candidates in the headers of a remote server."""
    for name in sorted(headers):
        yield from _named(f"header {name}", name, headers[name], env)


def candidates_in_url(url: str, env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """Candidates in the address of a remote server: its userinfo, parameters and path."""
    for location, text in secrets_in_url(resolve(url, env)):
        yield SecretCandidate(f"url {location}", Secret(text))


def candidates_in_command(words: Sequence[str], env: Mapping[str, str], depth: int = 0) -> Iterator[SecretCandidate]:
    """Candidates in a command line: flags, KEY=VALUE, headers, DSNs, addresses, JSON, command lines inside arguments."""
    index = 0
    while index < len(words):
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) else ""
        flag, equals, joined = word.partition("=")
        attached = _JOINED_ENV.fullmatch(word)
        if flag in _HEADER_FLAGS or flag in _ENV_FLAGS:
            text = joined if equals else following
            yield from _header(text, env) if flag in _HEADER_FLAGS else _variable(text, env)
            index += 0 if equals else 1
        elif attached:
            yield from _variable(attached[1], env)
        elif word.startswith("-"):
            location = f"argument {index + 1}" if is_secret_value(flag.lstrip("-")) else f"argument {flag}"
            if equals:
                yield from _named(location, flag, joined, env)
            elif not following.startswith("--") and may_be_secret(flag, resolve(following, env)):
                yield from _named(location, flag, following, env)
                index += 1
        else:
            yield from _positional(index, word, env, depth)
        index += 1


def candidates_in_settings(
    fields: Mapping[str, object], env: Mapping[str, str], prefix: str = ""
) -> Iterator[SecretCandidate]:
    """Candidates in nested settings (`oauth.clientSecret`), by the name of the field or the form of the text."""
    stack: list[tuple[str, str, object]] = [
        (f"{prefix}{key}", key, fields[key]) for key in sorted(fields, reverse=True)
    ]
    while stack:
        location, name, value = stack.pop()
        if isinstance(value, Mapping):
            keys = sorted((key for key in value if isinstance(key, str)), reverse=True)
            stack += [(f"{location}.{key}", key, value[key]) for key in keys]
        elif isinstance(value, list):
            stack += [(location, name, item) for item in reversed(value)]
        elif isinstance(value, str):
            yield from _named(location, name, short_text(value, location), env)


def candidates_anywhere(fields: Mapping[str, object]) -> Iterator[SecretCandidate]:
    """Secrets of a known form in any key or text of an entry, also where no secret belongs: a description, an image."""
    stack: list[tuple[str, object]] = [("alias", dict(fields))]
    while stack:
        location, value = stack.pop()
        if isinstance(value, Mapping):
            for key in sorted((key for key in value if isinstance(key, str)), reverse=True):
                stack += [(location if location == "alias" else key, key), (key, value[key])]
        elif isinstance(value, list):
            stack += [(location, item) for item in reversed(value)]
        elif isinstance(value, str):
            for secret in known_secrets(value[:LONGEST_TEXT]):
                classification = classify(secret)
                if classification is not None and classification.kind == LITERAL:
                    yield SecretCandidate(f"text {location}", classification.secret)


def candidates_in_variable_name(location: str, name: str, env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """Candidates in a field that should name a variable; people paste the secret itself there."""
    if name in env:
        yield from _named(location, "token", env[name], {})
    elif _VARIABLE.fullmatch(name) and not is_secret_value(name):
        yield SecretCandidate(location, Secret(f"${{{name}}}"))
    elif name.strip():
        yield SecretCandidate(location, Secret(name))


def _named(location: str, name: str, text: str, env: Mapping[str, str]) -> Iterator[SecretCandidate]:
    """Candidates in a text that stands under a name."""
    text = resolve(text, env)
    login = parse_dsn(text)
    if login is not None:
        yield SecretCandidate(location, Secret(resolve(login.password, env)), login)
    elif is_reference(text):
        if is_secret_name(name) or may_be_secret(name, text):
            yield SecretCandidate(location, Secret(text))
    elif pairs := read_pairs(text):
        for key in sorted(pairs):
            if pairs[key] and (key in _SECRET_KEYS or is_secret_value(pairs[key])):
                yield SecretCandidate(f"{location}, {key}", Secret(pairs[key]))
    elif has_scheme(text):
        for part, secret in secrets_in_url(text):
            yield SecretCandidate(f"{location}, {part}", Secret(secret))
    elif text.lstrip().startswith(("{", "[")) and (settings := _json(text)) is not None:
        yield from candidates_in_settings(settings, env, prefix=f"{location}, ")
    elif may_be_secret(name, text):
        yield SecretCandidate(location, Secret(text))


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


def _positional(index: int, word: str, env: Mapping[str, str], depth: int) -> Iterator[SecretCandidate]:
    location = f"argument {index + 1}"
    assigned = _ASSIGNMENT.fullmatch(word)
    header = _HEADER.fullmatch(word)
    if parse_dsn(resolve(word, env)) is not None or has_scheme(resolve(word, env)):
        yield from _named(location, "", word, env)
    elif assigned and not is_secret_value(word):
        yield from _named(f"argument {assigned[1]}", assigned[1], assigned[2], env)
    elif header and header[2] and ":" in word and is_secret_name(header[1]):
        yield from _named(f"header {header[1]}", header[1], header[2], env)
    elif " " in word.strip() and not word.lstrip().startswith(("{", "[")) and depth < _MAX_NESTING:
        yield from candidates_in_command(split_command(word), env, depth + 1)
    else:
        yield from _named(location, "", word, env)


def _json(text: str) -> Mapping[str, object] | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, list):
        return {"item": value}
    return value if isinstance(value, dict) else None
