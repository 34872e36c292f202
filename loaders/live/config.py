"""This file knows what the settings of live connectors have in common: which are needed, and which addresses are safe."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from graph.errors import InputError


def setting(text: str) -> dict[str, str]:
    """What a setting means, for the docs."""
    return {"meaning": text}


def check_settings(
    config: Any,
    system: str,
    *,
    needed: tuple[str, ...],
    addresses: tuple[str, ...],
    may_be_zero: tuple[str, ...] = (),
) -> None:
    """Raise InputError, naming the setting, for what cannot be; what it holds is not repeated.

    `needed` may not be empty; whole numbers are at least 1; `addresses` are https, or http on this machine.
    """
    if not config.instance or "\0" in config.instance or "/" in config.instance:
        raise InputError(f"setting instance of {system}: give it a name without a slash, such as acme")
    place = f"of {system}, instance {config.instance}"
    for name in needed:
        told = getattr(config, name)
        if not told.strip() or not told.isprintable() or not told.isascii():
            raise InputError(f"setting {name} {place}: it is empty, or no plain text")
    for name in type(config).__dataclass_fields__:
        told = getattr(config, name)
        least = 0 if name in may_be_zero else 1
        if isinstance(told, int) and not isinstance(told, bool) and told < least:
            raise InputError(f"setting {name} {place}: it must be a whole number from {least}")
    for name in addresses:
        if not _is_safe(getattr(config, name)):
            raise InputError(
                f"setting {name} {place}: it must be an https address without user and password "
                "(http only on this machine)"
            )


def _is_safe(text: str) -> bool:
    # The key travels with every request: in the clear it may only go to this machine.
    try:
        address = urlsplit(text)
        host = address.hostname or ""
        usable = address.port != 0 and not address.username and not address.password and bool(host)
    except ValueError:
        return False
    own = host in ("localhost", "::1") or host.startswith("127.")
    return usable and (address.scheme == "https" or (address.scheme == "http" and own))
