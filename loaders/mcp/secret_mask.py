"""Masks of secrets in texts that are kept: each secret becomes `***` with a part of its fingerprint, equal for equal ones.

The digits are the first of the fingerprint that the credential of the secret has, so different secrets stay different.
Only the canonical address of a server has `***` alone for a key in its path: everybody's key leads to one server.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from urllib.parse import unquote, unquote_plus

from loaders.mcp.random_text import UUID, is_random
from loaders.mcp.reference import variables_in
from loaders.mcp.secret import LITERAL, classify, fingerprint, is_secret_name, is_secret_value
from loaders.mcp.secret_forms import (
    CAPABILITY_PATHS,
    CAPABILITY_WORDS,
    MARKED_FORMS,
    RESOURCE_HOSTS,
    RESOURCE_WORDS,
    SECRET_FORMS,
)

MASK = "***"
DIGITS = 12


def _by_first_letter() -> str:
    """The forms as one pattern that looks at a letter before it tries what begins with it."""
    letters: dict[str, list[str]] = defaultdict(list)
    for pattern, _ in SECRET_FORMS:
        letters[pattern[0]].append(pattern[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in letters.items())


# A form begins where no word goes on, and ends with it.
_KNOWN = re.compile(rf"(?<![A-Za-z0-9])(?:{_by_first_letter()})[\w-]*")
_MARKED = tuple((mark, re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})[\w-]*")) for mark, pattern, _ in MARKED_FORMS)
_RUN = re.compile(r"[A-Za-z0-9_-]{20,}=*")
# What it does not match holds nothing to mask.
MAY_HOLD = re.compile(r"[A-Za-z0-9_-]{16}|://|PRIVATE KEY").search
_URL = re.compile(
    r"""(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<authority>[^\s/?\#"'<>|]*)(?P<path>[^\s?\#"'<>|]*)
        (?P<query>\?[^\s\#"'<>|]*)?""",
    re.VERBOSE,
)
_WEB = frozenset({"http", "https", "ws", "wss"})
_CAPABILITIES = tuple((re.compile(host, re.IGNORECASE), re.compile(path)) for host, path in CAPABILITY_PATHS)
# A version that is a digest or a commit is no secret.
_DIGEST = re.compile(r"(?:sha\d+[:-])?(?:[0-9a-f]{7,128})")


def known_secrets(text: str) -> Iterator[str]:
    """The secrets of a known form that stand anywhere in a text."""
    if MAY_HOLD(text):
        for match in _KNOWN.finditer(text):
            yield match[0]
        for mark, form in _MARKED:
            if mark in text:
                yield from (match[0] for match in form.finditer(text))


def host_secrets(netloc: str) -> tuple[str, ...]:
    """The labels of a web address's host that are secrets: keys, and what nobody could guess."""
    host = netloc.rpartition("@")[2].partition(":")[0]
    return () if RESOURCE_HOSTS.fullmatch(host) else tuple(label for label in host.split(".") if _is_secret(label))


def is_secret_label(label: str) -> bool:
    """Whether a label of a host is a key, or random in a way that small letters would hide."""
    return is_secret_value(label) or (label != label.lower() and is_random(label))


def path_secrets(host: str, path: str) -> tuple[str, ...]:
    """The secrets in the path of a web address: keys, and what nobody could guess."""
    return tuple(unquote(secret) for secret, _ in _parts(host, path) if secret)


def mask_keys(host: str, path: str) -> str:
    """The path with each key as `***`; a capability stays, for `SecretMask.text` to mask."""
    return "/".join(
        MASK if secret and is_secret_value(unquote(secret)) else part for secret, part in _parts(host, path)
    )


def _parts(host: str, path: str) -> Iterator[tuple[str, str]]:
    """(secret or empty, text) of each segment; what stands for a capability together is one."""
    name = host.rpartition("@")[2].partition(":")[0]
    capability = next((p.match(path) for h, p in _CAPABILITIES if h.fullmatch(name) and p.match(path)), None)
    is_resource_host = RESOURCE_HOSTS.fullmatch(name) is not None
    head = path[: capability.end()] if capability else path
    before = ""
    segments = head.split("/")
    for index, segment in enumerate(segments if not capability else segments[:-1]):
        is_id = before.lower() in RESOURCE_WORDS or (is_resource_host and index < 2)
        yield _secret_in(unquote(segment), segment, is_id=is_id), segment
        before = segment
    if capability:
        group: list[str] = []
        for segment in path[capability.end() :].split("/"):
            is_word = not segment or segment in CAPABILITY_WORDS or segment == MASK
            if is_word or is_secret_value(unquote(segment)):
                if group:
                    yield "/".join(group), "/".join(group)
                    group = []
                yield ("" if is_word else segment), segment
            else:
                group.append(segment)
        if group:
            yield "/".join(group), "/".join(group)


def _secret_in(plain: str, segment: str, *, is_id: bool) -> str:
    if is_id and (UUID.fullmatch(plain) or _DIGEST.fullmatch(plain)):
        return ""
    return segment if is_secret_value(plain) or is_random(plain) else ""


class SecretMask:
    """Masking under one salt. Pure and idempotent: equal texts give equal texts, and a masked one is left as it is."""

    def __init__(self, salt: bytes) -> None:
        self._salt = salt
        # The same few ids come with every row.
        self.text: Callable[[str], str] = lru_cache(maxsize=65_536)(self._text)
        self.name: Callable[[str], str] = lru_cache(maxsize=4_096)(self._name)

    def secret(self, secret: str) -> str:
        """What stands for a secret: `***` and the first digits of its fingerprint."""
        return MASK + fingerprint(secret, self._salt)[:DIGITS]

    def _text(self, text: str) -> str:
        """A text of any record: keys of known forms, and the secrets of the addresses in it, are masked."""
        if not MAY_HOLD(text):
            return text
        if "://" in text:
            text = _URL.sub(self._url, text)
        text = _KNOWN.sub(self._match, text)
        for mark, form in _MARKED:
            if mark in text:
                text = form.sub(self._match, text)
        return text

    def _match(self, match: re.Match[str]) -> str:
        meaning = classify(match[0])
        return self.secret(match[0]) if meaning is not None and meaning.kind == LITERAL else match[0]

    def _name(self, text: str) -> str:
        """The name of a server, a variable, a header or a flag: what is random in it is masked too."""
        return _RUN.sub(lambda match: self._match(match) if _is_secret(match[0]) else match[0], self._text(text))

    def _url(self, match: re.Match[str]) -> str:
        scheme, path, query = match["scheme"], match["path"], match["query"] or ""
        userinfo, at, host = match["authority"].rpartition("@")
        user, colon, password = userinfo.partition(":")
        if password and not _is_masked(password):
            userinfo = f"{user}:{self.secret(unquote(password))}"
        elif user and not colon and is_secret_value(unquote(user)):
            userinfo = self.secret(unquote(user))
        if scheme.lower() in _WEB:
            if not RESOURCE_HOSTS.fullmatch(host):
                host = ".".join(self.secret(label) if _is_secret(label) else label for label in host.split("."))
            path = "/".join(self._segment(secret, part) for secret, part in _parts(host, path))
        if query:
            query = "?" + "&".join(self._parameter(piece) for piece in query[1:].split("&"))
        return f"{scheme}://{userinfo}{at}{host}{path}{query}"

    def _segment(self, secret: str, segment: str) -> str:
        if not secret or _is_masked(secret):
            return segment
        return self.secret(unquote(secret))

    def _parameter(self, piece: str) -> str:
        name, equals, value = piece.partition("=")
        plain = unquote_plus(value)
        is_secret = is_secret_value(plain) or (is_secret_name(unquote_plus(name)) and len(plain) > 3)
        return f"{name}={self.secret(plain)}" if equals and is_secret and not _is_masked(plain) else piece


def _is_secret(text: str) -> bool:
    return is_secret_value(text) or is_random(text)


def _is_masked(text: str) -> bool:
    return MASK in text or bool(variables_in(text)) or not {"{", "<"}.isdisjoint(text)
