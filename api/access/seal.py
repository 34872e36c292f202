"""Sealed texts: what a client keeps for a server, unreadable and unchangeable without a key of the installation."""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from hashlib import sha512

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from api.settings import Settings
from graph.errors import StoreError

# Of the text, before anything is decrypted.
MAX_LENGTH = 1024


class Seal:
    """AES-SIV (RFC 5297) under one key: equal contents have equal seals, and nothing else of them shows but their length.

    Safe for several threads.
    """

    def __init__(self, key: bytes) -> None:
        """`key`: 64 bytes."""
        self._cipher = AESSIV(key)

    def write(self, content: bytes) -> str:
        """The content sealed, in URL-safe characters; it must not be empty."""
        return base64.urlsafe_b64encode(self._cipher.encrypt(content, None)).decode().rstrip("=")

    def read(self, text: str) -> bytes | None:
        """The content of a sealed text; None for what was not sealed under this key, or was changed since."""
        if len(text) > MAX_LENGTH:
            return None
        try:
            sealed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            content = self._cipher.decrypt(sealed, None)
        except (binascii.Error, ValueError, InvalidTag):
            return None
        # Bits of the last character that stand for nothing: one seal has one text.
        return content if self.write(content) == text else None


def open_seal(settings: Settings, purpose: str) -> Seal:
    """The seal of an installation for one purpose, its key derived from the salt: all workers have it, restarts keep it.

    Where no salt can be kept, one of this process alone.
    """
    try:
        salt = settings.fingerprint_salt
    except StoreError:
        salt = secrets.token_bytes(64)
    return Seal(hmac.new(salt, f"seal {purpose}".encode(), sha512).digest())
