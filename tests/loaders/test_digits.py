"""Digits of other scripts, and underscores between digits, are no numbers: Python reads both."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import RecordError
from graph.moment import read_day, read_moment
from loaders.connectors.records.decode import read_line
from loaders.saved.fields import FieldReader
from tests.loaders.test_otlp_calls import chat, rows_of, runs_of, written

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9)


@given(number=numbers)
def test_a_number_as_text_is_read_in_ascii_alone(number: Decimal) -> None:
    assert FieldReader({"n": f" {number} "}, "", "f").number("n") == number
    for text in (str(number).translate(WIDE), f"1_{abs(number)}", "NaN", "Infinity", "0x1", ""):
        with pytest.raises(RecordError):
            FieldReader({"n": text}, "", "f").number("n")


@pytest.mark.parametrize("text", ["２０２６-11-20", "2026-1１-20", "2026-11-2٣"])
def test_days_and_moments_are_read_in_ascii_alone(text: str) -> None:
    for read in (read_day, read_moment):
        with pytest.raises(ValueError, match="is not"):
            read(text)


@pytest.mark.parametrize(
    "line",
    [
        '{"record":"usage","resource":"Model:a/b","day":"２０２６-11-20"}',
        '{"record":"usage","resource":"Model:a/b","day":"2026-11-20","cost":{"amount":"１2.5","currency":"USD"}}',
        '{"record":"usage","resource":"Model:a/b","day":"2026-11-20","cost":{"amount":"1_2.5","currency":"USD"}}',
        '{"record":"node","id":"Identity:a/b","since":"2026-11-２0"}',
    ],
)
def test_records_are_read_in_ascii_digits_alone(line: str) -> None:
    with pytest.raises(RecordError):
        read_line(line.encode())


def test_spans_are_read_in_ascii_digits_alone(tmp_path: Path) -> None:
    spans = [
        chat(1, 5),
        chat(2, told={"gen_ai.usage.input_tokens": "７"}),
        chat(3, told={"gen_ai.usage.input_tokens": "1_0"}),
    ]
    spans += [chat(4) | {"startTimeUnixNano": "１７９５０００００００００００００００"}]
    path = tmp_path / "spans.json"
    path.write_bytes(written(*spans))
    (run,) = runs_of(path)
    assert [row.requests for row in rows_of(run)] == [1]
    # Two spans of one reason, and the one whose time is none.
    assert len(run.rejected) == 2
