"""Server addresses: one canonical URL for everybody who connects to a server, and the secrets that a written URL carries."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, unquote_plus, urlsplit

from loaders.mcp.reference import defaults_of, fill_defaults, mask_references, variables_in
from loaders.mcp.secret import is_secret_name, is_secret_value
from loaders.mcp.secret_mask import MASK, host_secrets, is_secret_label, mask_keys, path_secrets

_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_ON_THE_MACHINE = frozenset({"unix", "pipe"})
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.%]+\]|[^\[\]:@/?#\s\\]+)(?::(?P<port>[0-9]{0,8}))?")
_ANY_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+")
_SPACE = re.compile(r"\s")
_URL = re.compile(r"(?i)(?:https?|wss?)://\S+")
_SECRET_PARAMETERS = frozenset({"key", "code", "k"})


def is_server_url(text: str) -> bool:
    """Whether a word is an http(s) or ws(s) URL."""
    return _URL.fullmatch(mask_references(text.strip()).text) is not None


def has_scheme(text: str) -> bool:
    """Whether a word is a URL of any scheme, such as amqp:// or libsql://: each may carry a password or a token."""
    return _ANY_SCHEME.fullmatch(mask_references(text.strip()).text) is not None


def canonical_url(text: str) -> str:
    """The URL with lower-case scheme and host, and without default port, fragment, userinfo, trailing slash and secrets.

    Idempotent. Raises ValueError, whose text never repeats the URL.
    """
    masked = mask_references(fill_defaults(text.strip(), keep=is_secret_name))
    parts = _split(masked.text)
    path = mask_keys(parts.netloc, parts.path)
    path = _SPACE.sub("%20", path.rstrip("/"))
    parameters = [piece for piece in parts.query.split("&") if piece and not _is_secret_parameter(piece)]
    query = _SPACE.sub("%20", "?" + "&".join(parameters)) if parameters else ""
    if parts.scheme in _ON_THE_MACHINE:
        if not path:
            raise ValueError("the URL has no socket path")
        return masked.restore(f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}{path}{query}")
    return masked.restore(f"{parts.scheme}://{_host(parts)}{path}{query}")


def has_variable_host(canonical: str) -> bool:
    """Whether the host is a variable, so that the address means another server on each machine."""
    netloc = urlsplit(mask_references(canonical).text).netloc
    return bool(variables_in(netloc)) or not {"{", "<"}.isdisjoint(netloc)


def secrets_in_url(text: str) -> tuple[tuple[str, str], ...]:
    """(location, secret) of what a URL carries: password, token instead of a user, parameters, path, defaults."""
    secrets = [(f"default of {name}", default) for name, default in defaults_of(text) if is_secret_name(name)]
    # A default may hold the userinfo; where that is outside, what a default holds is a password of its own.
    masked = mask_references(text.strip())
    if "@" not in masked.text:
        masked = mask_references(fill_defaults(text.strip(), keep=is_secret_name))
    try:
        parts = urlsplit(masked.text)
    except ValueError:
        return tuple(secrets)
    user, colon, password = parts.netloc.rpartition("@")[0].partition(":")
    if password:
        secrets.append(("password", unquote(password)))
    if user and (not colon or not password or is_secret_value(unquote(user))):
        secrets.append(("user", unquote(user)))
    for piece in parts.query.split("&"):
        if _is_secret_parameter(piece):
            name, _, value = piece.partition("=")
            secrets.append((f"parameter {_display_name(name)}", unquote_plus(value)))
    if parts.scheme in _DEFAULT_PORTS:
        secrets += [("host", label) for label in host_secrets(parts.netloc)]
        secrets += [("path", secret) for secret in path_secrets(parts.netloc, parts.path)]
    else:
        secrets += [("path", unquote(part)) for part in parts.path.split("/") if is_secret_value(unquote(part))]
    return tuple((location, masked.restore(secret)) for location, secret in secrets)


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
    except ValueError:
        raise ValueError("the URL is malformed") from None
    if parts.scheme not in _DEFAULT_PORTS and parts.scheme not in _ON_THE_MACHINE:
        raise ValueError("the URL needs a scheme that a client can use: http, https, ws, wss, unix or pipe")
    return parts


def _host(parts: SplitResult) -> str:
    match = _HOST.fullmatch(parts.netloc.rpartition("@")[2])
    if match is None:
        raise ValueError("the URL has no host, or its port is not a number")
    port = int(match["port"]) if match["port"] else None
    if port is not None and port > 65535:
        raise ValueError("the port of the URL is above 65535")
    labels = (MASK if is_secret_label(label) else label for label in match["name"].split("."))
    name = match["name"] if variables_in(match["name"]) else ".".join(labels).lower()
    return name if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{name}:{port}"


def _is_secret_parameter(piece: str) -> bool:
    name, _, value = piece.partition("=")
    name, value = unquote_plus(name), unquote_plus(value)
    if is_secret_value(value) or (not value and is_secret_value(name)):
        return True
    return is_secret_name(name) or name.lower() in _SECRET_PARAMETERS


def _display_name(name: str) -> str:
    name = unquote_plus(name)
    return "without a name" if is_secret_value(name) else name
