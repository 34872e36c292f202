"""Opening a store by its address."""

from __future__ import annotations

from importlib import import_module

from graph.errors import InputError
from graph.stores import STORES
from graph.stores.base import Store


def open_store(url: str) -> Store:
    """Open the store of an address such as `sqlite:///.remit/remit.db`; raises InputError for an unknown scheme."""
    # The part after a plus says how the connection is encrypted: neo4j+s.
    scheme = url.partition(":")[0].partition("+")[0]
    if scheme not in STORES:
        raise InputError(f"{scheme!r} is not the scheme of a store; use one of {', '.join(STORES)}")
    module, _, name = STORES[scheme].partition(":")
    store: Store = getattr(import_module(module), name).open(url)
    return store
