"""The law of edits: a snapshot with edits answers as the compile of a store in which the edits were written."""

from __future__ import annotations

import os
import random
from collections.abc import Callable

import pytest

from graph.errors import InputError
from graph.snapshot import Edits, Snapshot, snapshot_of
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from queries import QUERIES, changes
from tests.oracles.edits import Written, drawn, world
from tests.oracles.questions import ASKED as QUESTIONS
from tests.oracles.questions import REFUSED, assert_same_answers
from tests.oracles.world import DAY, MOMENTS, OBSERVED, put

# REMIT_TEST_EDITS=500 tries so many.
# After all runs: before, a source that says something new would be heard in more than that.
ASKED = (OBSERVED + 5 * DAY, *(moment for moment in MOMENTS if moment > OBSERVED))
COUNT = int(os.environ.get("REMIT_TEST_EDITS", "6"))


def loaded(seed: int) -> Store:
    store, drawn_world = MemoryStore(), world(seed)
    for run in drawn_world.runs:
        put(store, run)
    for decision in drawn_world.decisions:
        store.decide(decision)
    return store


def edited_both_ways(seed: int, empty_store: Callable[[], Store]) -> tuple[Snapshot, Snapshot, int] | None:
    """The snapshot with random edits, that of a store in which they were written, the moment; None: refused."""
    dice, store = random.Random(seed), loaded(seed)
    base, moment = snapshot_of(store, 0), dice.choice(ASKED)
    edits = drawn(dice, base, moment)
    try:
        overlay = base.with_edits(edits)
    except InputError:
        return None
    target = empty_store()
    try:
        Written(store, base).into(target, edits)
        return overlay, snapshot_of(target, 0), moment
    finally:
        target.close()


def test_edits_are_as_if_they_were_written() -> None:
    tried, seed = 0, 0
    while tried < COUNT:
        seed += 1
        both = edited_both_ways(seed, MemoryStore)
        if both is not None:
            tried += 1
            assert_same_answers(*both, seed)
    assert seed < 4 * COUNT


def test_every_question_is_compared() -> None:
    assert set(QUESTIONS) == set(QUERIES)
    assert set(REFUSED) == {"changes"}


def test_changes_of_what_is_only_tried_are_refused() -> None:
    base = snapshot_of(loaded(1), 0)
    edited = base.with_edits(Edits(OBSERVED + DAY, gone=("DataSource:db/d1",)))
    asked = changes.Params(start=OBSERVED, as_of=OBSERVED + 2 * DAY)
    assert changes.run(base, asked)
    with pytest.raises(InputError, match="no run observed what is only tried"):
        changes.run(edited, asked)
