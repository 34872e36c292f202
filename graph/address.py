"""Email addresses in the one form in which they are compared: every connector and the resolver of people use it.

The form: the address part alone, trimmed, NFC, lower-cased, its domain in ASCII (IDNA). A `+tag` stays: it is a different
address. What is no address is returned trimmed, NFC and lower-cased, so that equal texts stay equal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

import idna

# What can be compared as it is once it is trimmed and lower-cased: nearly every address there is.
_PLAIN = re.compile(r"[a-z0-9._+\-]+@[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\Z")
_ADDRESS = re.compile(r"[^@\s<>,;:\"()/\\#]+@[^@\s<>,;:\"()/\\#]+\.[^@\s<>,;:\"()/\\#.]+\Z")
# `Ada Byron <ada@acme.example>`, `"Byron, Ada" <ada@acme.example>`, `<ada@acme.example>`
_NAMED = re.compile(r"(?s)[^<>]*<([^<>\s]+@[^<>\s]+)>\Z")
# `mailto:ada@acme.example?subject=...`; `SMTP:` and `smtp:` stand before the addresses of Exchange.
_SCHEME = re.compile(r"(?i)(mailto|smtp):(?://)?")
# A guest's user name in the directory of a host: the last underscore stands for the @ of the own address.
_GUEST = re.compile(r"(?i)(.+)_([^_@]+)#ext#(?:@.*)?\Z")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


@lru_cache(maxsize=65_536)
def canonical_address(text: str) -> str:
    """The form of an address in which two of them are compared; other text trimmed, NFC and lower-cased."""
    plain = text.strip().lower()
    if _PLAIN.match(plain) and "xn--" not in plain:
        return plain
    address = unicodedata.normalize("NFC", text.translate(_INVISIBLE)).strip()
    named = _NAMED.match(address)
    address = named[1] if named else address
    scheme = _SCHEME.match(address)
    if scheme:
        address = address[scheme.end() :]
        if scheme[1].lower() == "mailto":
            address = unicodedata.normalize("NFC", unquote(address.partition("?")[0])).strip()
    guest = _GUEST.match(address)
    if guest:
        address = f"{guest[1]}@{guest[2]}"
    local, at, domain = address.rpartition("@")
    if not at or not local:
        return unicodedata.normalize("NFC", address.lower())
    return unicodedata.normalize("NFC", f"{local.lower()}@{_ascii_domain(domain)}")


def email_address(text: str | None) -> str | None:
    """The canonical form of a text that is one email address, or None for every other text."""
    if not text:
        return None
    address = canonical_address(text)
    return address if _ADDRESS.match(address) else None


def email_domain(address: str) -> str:
    """The domain of an address, in ASCII and lower case; empty if it has none."""
    local, _, domain = canonical_address(address).rpartition("@")
    return domain if local else ""


def _ascii_domain(domain: str) -> str:
    """A domain in its ASCII form; one that IDNA does not allow, such as a name with an underscore, only lower-cased."""
    name = domain.strip().lower().rstrip(".")
    if name.isascii() and "xn--" not in name:
        return name
    try:
        # Through Unicode and back: `xn--` labels in capitals, or of a composed form, become the usual one.
        return idna.encode(idna.decode(name) if name.isascii() else name, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        return name
