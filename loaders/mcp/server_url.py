"""This file knows the address of a remote server: one canonical URL for all who use it, and the secrets in what they wrote."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, unquote_plus, urlsplit

from loaders.mcp.reference import defaults_of, fill_defaults, variables_in
from loaders.mcp.secret import is_secret_name, is_secret_value

_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_ON_THE_MACHINE = frozenset({"unix", "pipe"})
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.%]+\]|[^\[\]:@/?#\s\\]+)(?::(?P<port>[0-9]{0,8}))?")
_ANY_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+")
_SPACE = re.compile(r"\s")
_URL = re.compile(r"(?i)(?:https?|wss?)://\S+")
_SECRET_PARAMETERS = frozenset({"key", "code", "k"})
# Stands for a path segment that is itself a secret, as some hosts of servers hand them out.
MASK = "***"


def is_server_url(text: str) -> bool:
    """Whether a word is an http(s) or ws(s) URL."""
    return _URL.fullmatch(text.strip()) is not None


def has_scheme(text: str) -> bool:
    """Whether a word is a URL of any scheme, such as amqp:// or libsql://: each may carry a password or a token."""
    return _ANY_SCHEME.fullmatch(text.strip()) is not None


def canonical_url(text: str) -> str:
    """Lower-case scheme and host, no default port, fragment, userinfo, trailing slash or secret; idempotent.

    Raises ValueError, never with the text in it.
    """
    parts = _split(fill_defaults(text.strip(), keep=is_secret_name))
    path = "/".join(MASK if is_secret_value(unquote(segment)) else segment for segment in parts.path.split("/"))
    path = _SPACE.sub("%20", path.rstrip("/"))
    kept = [piece for piece in parts.query.split("&") if piece and not _is_secret_parameter(piece)]
    query = _SPACE.sub("%20", "?" + "&".join(kept)) if kept else ""
    if parts.scheme in _ON_THE_MACHINE:
        if not path:
            raise ValueError("the url names no socket")
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}{path}{query}"
    return f"{parts.scheme}://{_host(parts)}{path}{query}"


def has_variable_host(canonical: str) -> bool:
    """Whether the host itself is only referred to, so that the address means something else on each machine."""
    return bool(variables_in(urlsplit(canonical).netloc)) or "{" in urlsplit(canonical).netloc


def secrets_in_url(text: str) -> tuple[tuple[str, str], ...]:
    """(place, secret text) of what a URL carries: password, token instead of a user, parameters, path, defaults."""
    found = [(f"default of {name}", default) for name, default in defaults_of(text) if is_secret_name(name)]
    try:
        parts = urlsplit(fill_defaults(text.strip(), keep=is_secret_name))
    except ValueError:
        return tuple(found)
    user, colon, password = parts.netloc.rpartition("@")[0].partition(":")
    if password:
        found.append(("password", unquote(password)))
    if user and (not colon or not password or is_secret_value(unquote(user))):
        found.append(("user", unquote(user)))
    for piece in parts.query.split("&"):
        if _is_secret_parameter(piece):
            name, _, written = piece.partition("=")
            found.append((f"parameter {_shown_name(name)}", unquote_plus(written)))
    found += [("path", unquote(part)) for part in parts.path.split("/") if is_secret_value(unquote(part))]
    return tuple(found)


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
    except ValueError:
        raise ValueError("the url cannot be read") from None
    if parts.scheme not in _DEFAULT_PORTS and parts.scheme not in _ON_THE_MACHINE:
        raise ValueError("the url has no scheme that a client could use (http, https, ws, wss, unix, pipe)")
    return parts


def _host(parts: SplitResult) -> str:
    match = _HOST.fullmatch(parts.netloc.rpartition("@")[2])
    if match is None:
        raise ValueError("the url names no host, or its port is no number")
    port = int(match["port"]) if match["port"] else None
    if port is not None and port > 65535:
        raise ValueError("the port of the url is over 65535")
    name = match["name"] if variables_in(match["name"]) else match["name"].lower()
    return name if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{name}:{port}"


def _is_secret_parameter(piece: str) -> bool:
    name, _, written = piece.partition("=")
    name, written = unquote_plus(name), unquote_plus(written)
    if is_secret_value(written) or (not written and is_secret_value(name)):
        return True
    return is_secret_name(name) or name.lower() in _SECRET_PARAMETERS


def _shown_name(name: str) -> str:
    name = unquote_plus(name)
    return "without a name" if is_secret_value(name) else name
