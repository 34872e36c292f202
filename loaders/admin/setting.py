"""This file knows which settings of an organisation's connector cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from graph.errors import InputError
from loaders.base import Secret


def check_organization(connector: str, instance: str, key: Secret, base_url: str) -> None:
    """Raise InputError for a missing name, an empty key, and an address that the key must not be sent to."""
    if not instance or "\0" in instance or "/" in instance:
        raise InputError(f"setting instance of {connector}: give the organisation a name without a slash, such as acme")
    place = f"of {connector}, instance {instance}"
    if not key.strip():
        raise InputError(f"setting api_key {place}: it is empty")
    if not key.isascii() or not key.isprintable():
        raise InputError(f"setting api_key {place}: it holds characters that no key has")
    # The key travels with every request: in the clear it may only go to this machine.
    try:
        address = urlsplit(base_url)
        host = address.hostname or ""
        usable = address.port != 0 and not address.username and not address.password
    except ValueError:
        usable, host = False, ""
    else:
        own = host in ("localhost", "::1") or host.startswith("127.")
        usable = usable and bool(host) and (address.scheme == "https" or (address.scheme == "http" and own))
    if not usable:
        raise InputError(
            f"setting base_url {place}: it must be an https address without user and password "
            "(http only on this machine)"
        )


def check_least(connector: str, instance: str, told: Mapping[str, int], least: Mapping[str, int]) -> None:
    """Raise InputError for a number below what it may be."""
    for name, bound in least.items():
        if told[name] < bound:
            raise InputError(
                f"setting {name} of {connector}, instance {instance}: it must be a whole number from {bound}"
            )
