"""API tokens with a name, rights, sources and an expiry, kept as hashes in a private file beside the store."""

from __future__ import annotations

import fcntl
import hmac
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import msgspec

from api.access.caller import ASK, EVERY_SOURCE, LOAD, RIGHTS, Caller
from graph.errors import InputError, StoreError
from graph.private_files import make_private_folder
from graph.snapshot.scope import Scope

# So that scanners of repositories and logs recognize one: PREFIX and 64 hexadecimal digits, 256 random bits.
PREFIX = "remit_"
_RANDOM_BYTES = 32
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9@._+-]{0,63}")
_SOURCE = re.compile(r"[^\s:,]+:\S*")
# What the audit calls callers that have no token of this file.
_TAKEN_NAMES = ("anonymous", "cli")


class ApiToken(msgspec.Struct, frozen=True, kw_only=True):
    """A token as it is kept. `digest`: SHA-256 of its text, in hexadecimal; moments are microseconds, None: never.

    `scope`: what its questions are answered from, as graph.snapshot.scope writes it; empty: everything.
    """

    name: str
    digest: str
    rights: tuple[str, ...]
    sources: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    created_at: int
    expires_at: int | None = None
    revoked_at: int | None = None

    def state(self, moment: int) -> str:
        """active, expired or revoked at a moment."""
        if self.revoked_at is not None:
            return "revoked"
        return "expired" if self.expires_at is not None and self.expires_at <= moment else "active"

    def caller(self) -> Caller:
        """Whom a request with this token is from."""
        return Caller(self.name, "token", frozenset(self.rights), self.sources, self.scope)


class TokenFile:
    """The tokens of one installation. Written whole, by one rename, under a lock; read again whenever it changed.

    A server sees a new or revoked token at the next request. Raises StoreError where the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp: tuple[int, int, int] | None = None
        self._tokens: tuple[ApiToken, ...] = ()

    def tokens(self) -> tuple[ApiToken, ...]:
        """All tokens ever made, oldest first."""
        try:
            status = self.path.stat()
            stamp = (status.st_mtime_ns, status.st_ino, status.st_size)
            if stamp != self._stamp:
                self._tokens = msgspec.json.decode(self.path.read_bytes(), type=tuple[ApiToken, ...])
                self._stamp = stamp
        except FileNotFoundError:
            self._tokens, self._stamp = (), None
        except (OSError, msgspec.DecodeError) as error:
            raise StoreError(f"{self.path}: the API tokens cannot be read: {error}") from None
        return self._tokens

    def find(self, text: str) -> ApiToken | None:
        """The token with this text, whatever its state; all are compared, each in constant time."""
        return self.find_digest(sha256(text.encode(errors="replace")).digest())

    def find_digest(self, digest: bytes) -> ApiToken | None:
        """The token whose text has this SHA-256, as `find` does."""
        matches = [token for token in self.tokens() if hmac.compare_digest(token.digest, digest.hex())]
        return matches[0] if matches else None

    def create(
        self,
        name: str,
        rights: Sequence[str],
        sources: Sequence[str],
        created_at: int,
        expires_at: int | None,
        scope: Sequence[str] = (),
    ) -> str:
        """Make a token and keep its hash; its text, which is not kept. Raises InputError for what makes no sense."""
        check_token(name, rights, sources)
        check_scope(rights, scope)
        if expires_at is not None and expires_at <= created_at:
            raise InputError("the token would be expired already; give --expires a moment to come, such as 90d")
        text = PREFIX + secrets.token_hex(_RANDOM_BYTES)
        with self._locked():
            tokens = self.tokens()
            if any(token.name == name for token in tokens):
                raise InputError(
                    f"there is a token {name!r} already, and its name stands in the audit; choose another name"
                )
            token = ApiToken(
                name=name,
                digest=sha256(text.encode()).hexdigest(),
                rights=tuple(right for right in RIGHTS if right in rights),
                sources=tuple(dict.fromkeys(sources)),
                scope=tuple(Scope.of(scope).texts()),
                created_at=created_at,
                expires_at=expires_at,
            )
            self._write((*tokens, token))
        return text

    def revoke(self, name: str, moment: int) -> ApiToken:
        """Revoke a token for good; one that is revoked stays so. Raises InputError where there is none of this name."""
        with self._locked():
            tokens = self.tokens()
            token = next((token for token in tokens if token.name == name), None)
            if token is None:
                names = ", ".join(token.name for token in tokens) or "none"
                raise InputError(f"there is no token {name!r}. Tokens are {names}")
            if token.revoked_at is not None:
                return token
            revoked = msgspec.structs.replace(token, revoked_at=moment)
            self._write([revoked if other.name == name else other for other in tokens])
        return revoked

    def _write(self, tokens: Sequence[ApiToken]) -> None:
        scratch = self.path.with_name(f".{self.path.name}-{secrets.token_hex(8)}")
        try:
            number = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(tokens), indent=1) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            scratch.replace(self.path)
        except OSError as error:
            raise StoreError(f"{self.path}: the API tokens cannot be written: {error.strerror}") from None
        finally:
            scratch.unlink(missing_ok=True)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One writer at a time, of all processes of this machine."""
        try:
            make_private_folder(self.path.parent)
            number = os.open(self.path.with_name(f"{self.path.name}.lock"), os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise StoreError(f"{self.path}: the API tokens cannot be written: {error.strerror}") from None
        try:
            fcntl.flock(number, fcntl.LOCK_EX)
            yield
        finally:
            os.close(number)


def is_reserved(name: str) -> bool:
    """Whether the audit has a name for callers who have neither a token of this file nor an issuer."""
    return name.lower() in _TAKEN_NAMES or name.upper().startswith("REMIT_")


def check_scope(rights: Sequence[str], scope: Sequence[str]) -> None:
    """Raise InputError for a scope that cannot be read, or that rights beside it would see past."""
    Scope.of(scope)
    beyond = [right for right in rights if right not in (ASK, LOAD)]
    if scope and beyond:
        raise InputError(
            f"a scope bounds questions, and the right to {beyond[0]} sees or changes the whole graph; make a token for each"
        )


def check_token(name: str, rights: Sequence[str], sources: Sequence[str]) -> None:
    """Raise InputError for a name, rights or sources that no token may have."""
    if not _NAME.fullmatch(name) or is_reserved(name):
        raise InputError(
            f"{name!r} is no name of a token: letters, digits and @._+- are, at most 64, such as ci-loader or "
            "ada@acme.example; not one that the audit has for others (anonymous, cli, REMIT_...)"
        )
    unknown = [right for right in rights if right not in RIGHTS]
    if unknown or not rights:
        problem = f"{unknown[0]!r} is not a right" if unknown else "a token needs a right"
        raise InputError(f"{problem}. Rights are {', '.join(RIGHTS)}")
    if LOAD in rights and not sources:
        raise InputError(
            f"a token that may load is bound to sources: --sources hr:workday,custom: ({EVERY_SOURCE} for every source)"
        )
    if sources and LOAD not in rights:
        raise InputError("--sources bind the right to load, which this token does not get; leave them out")
    for source in sources:
        if source != EVERY_SOURCE and not _SOURCE.fullmatch(source):
            raise InputError(
                f"{source!r} is no source and no prefix of sources: write system:instance, or system: for all of a system"
            )
