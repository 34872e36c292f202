"""Every store that the contract suite, the scenarios and the laws run on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.stores.base import Store
from graph.stores.open import open_store

STORES = ("memory", "sqlite")


@pytest.fixture(params=STORES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty store."""
    return f"memory:{tmp_path}" if request.param == "memory" else f"sqlite:///{tmp_path}/remit.db"


@pytest.fixture
def open_handle(store_url: str) -> Iterator[Callable[[], Store]]:
    """Opens one more handle on the same store; all are closed in the end."""
    handles: list[Store] = []

    def open_one() -> Store:
        handles.append(open_store(store_url))
        return handles[-1]

    yield open_one
    for handle in handles:
        handle.close()


@pytest.fixture
def store(open_handle: Callable[[], Store]) -> Store:
    return open_handle()
