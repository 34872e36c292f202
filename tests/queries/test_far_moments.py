"""Every question is answered at the first and the last moments that there are, though its windows begin and end beyond them."""

from __future__ import annotations

import random
from importlib import import_module

import pytest

from api.context import StoreContext
from api.settings import Settings
from graph.errors import InputError
from graph.moment import day_of, read_moment, write_day
from graph.snapshot import Snapshot
from queries import QUERIES, changes
from queries.base import as_json
from tests.api.organisation import load, organisation
from tests.oracles.questions import ASKED

NODES = ["Identity:hr/1001", "DataSource:postgres/prod/sales"]


@pytest.fixture(scope="module")
def organised(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The snapshot of the organisation."""
    folder = tmp_path_factory.mktemp("far")
    settings = Settings(store=f"memory:{folder}")
    load(settings, organisation(), folder)
    with StoreContext(settings) as context:
        return context.snapshot()


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00Z", "0001-02-03T00:00:00Z", "9999-12-01T00:00:00Z"])
@pytest.mark.parametrize("name", sorted(ASKED))
def test_a_question_is_answered_at_far_moments(organised: Snapshot, name: str, moment: str) -> None:
    module = import_module(QUERIES[name])
    for params in ASKED[name](organised, NODES, read_moment(moment), random.Random(1)):
        try:
            as_json(module.run(organised, params))
        except InputError:
            # Said to whoever asks; anything else would be a failure of ours.
            continue


def test_what_changed_since_the_first_year_is_answered(organised: Snapshot) -> None:
    params = changes.Params(start=read_moment("0005-01-08T15:00:01Z"), as_of=read_moment("2000-04-01T04:00:03Z"))
    assert changes.run(organised, params).completeness.status.name == "PARTIAL"


def test_a_day_beyond_the_calendar_is_written_as_the_nearest() -> None:
    first, last = day_of(read_moment("0001-01-01T00:00:00Z")), day_of(read_moment("9999-12-31T00:00:00Z"))
    assert [write_day(day) for day in (first - 400, first, last, last + 1)] == ["0001-01-01"] * 2 + ["9999-12-31"] * 2
