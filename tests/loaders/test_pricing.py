"""Pricing: what tokens would cost by the table of the day, an estimate that never stands where a bill does.

Checked by hand, per million tokens: Claude Sonnet 4.5 costs 3 in, 0.30 read from the cache, 3.75 written to it for five
minutes, 6 for an hour, 15 out; GPT-5 1.25 in, 0.125 cached, 10 out. A dollar per million is 1,000 nano-dollars per token.
"""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, NoReturn

import genai_prices
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims import Usage
from graph.moment import date_of, read_day
from graph.money import read_amount
from graph.ontology import TOKEN_COUNTERS
from loaders.models.names import model_id, model_node, provider_word, table_names
from loaders.models.prices import priced

DAY = read_day("2026-11-19")
SONNET, GPT = "Model:anthropic/claude-sonnet-4-5", "Model:openai/gpt-5"


def used(resource: str, day: int = DAY, requests: int = 1, **counts: int) -> Usage:
    tokens = tuple(counts.get(name, 0) for name in TOKEN_COUNTERS)
    return Usage(resource=resource, day=day, requests=requests, tokens=tokens)


@pytest.mark.parametrize(
    ("resource", "counter", "nano_each"),
    [
        (SONNET, "uncached_input", 3_000),
        (SONNET, "cache_read", 300),
        (SONNET, "cache_write_5m", 3_750),
        (SONNET, "cache_write", 3_750),
        (SONNET, "cache_write_1h", 6_000),
        (SONNET, "output", 15_000),
        (GPT, "uncached_input", 1_250),
        (GPT, "cache_read", 125),
        # No price of its own: what is written to the cache came in.
        (GPT, "cache_write", 1_250),
        (GPT, "output", 10_000),
    ],
)
def test_each_counter_has_its_price(resource: str, counter: str, nano_each: int) -> None:
    row = priced(used(resource, **{counter: 1_000}))
    assert (row.cost_nano, row.currency, row.basis, row.priced_on) == (1_000 * nano_each, "USD", "priced", DAY)
    assert row.chargeable


COUNT = st.integers(0, 400_000)


@given(
    model=st.sampled_from(
        [
            ("anthropic", "claude-sonnet-4-5", "anthropic"),
            ("anthropic", "claude-opus-4-6", "anthropic"),
            ("google", "gemini-2.5-pro", "google"),
            ("openai", "gpt-5", "openai"),
            ("bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "aws"),
            ("azure", "gpt-5-mini", "azure"),
            ("vertex", "claude-sonnet-4-5@20250929", "google"),
        ]
    ),
    counts=st.fixed_dictionaries(dict.fromkeys(TOKEN_COUNTERS[:-1], COUNT)),
    day=st.sampled_from(["2026-01-10", "2026-03-12", "2026-03-13", "2026-11-19"]),
)
@settings(max_examples=60, deadline=None)
def test_one_request_costs_what_the_table_itself_makes_of_it(
    model: tuple[str, str, str], counts: dict[str, int], day: str
) -> None:
    """Oracle: the package's own calculation, which wants counters that include each other."""
    provider, name, theirs = model
    inputs = sum(count for counter, count in counts.items() if counter != "output")
    written = counts["cache_write_5m"] + counts["cache_write_1h"] + counts["cache_write"]
    usage = genai_prices.Usage(
        input_tokens=inputs,
        cache_read_tokens=counts["cache_read"],
        cache_write_tokens=written,
        cache_write_1h_tokens=counts["cache_write_1h"],
        output_tokens=counts["output"],
    )
    noon = datetime.combine(date_of(read_day(day)), datetime.min.time().replace(hour=12), UTC)
    expected = genai_prices.calc_price(usage, name, provider_id=theirs, genai_request_timestamp=noon).total_price
    row = priced(used(f"Model:{provider}/{name}", read_day(day), **counts))
    if not any(counts.values()):
        assert row.cost_nano is None
    else:
        assert row.cost_nano == read_amount(expected)[0]


def test_a_price_that_changed_is_that_of_the_day() -> None:
    """Until 12 March 2026 a prompt of more than 200,000 tokens cost twice: 10 per million of Claude Opus 4.6, then 5."""
    opus = "Model:anthropic/claude-opus-4-6"
    before, after = (read_day(day) for day in ("2026-03-12", "2026-03-13"))
    assert priced(used(opus, before, uncached_input=300_000)).cost_nano == 300_000 * 10_000
    assert priced(used(opus, after, uncached_input=300_000)).cost_nano == 300_000 * 5_000
    asked = priced(used(opus, after, uncached_input=300_000), before)
    assert (asked.cost_nano, asked.priced_on, asked.day) == (300_000 * 10_000, before, after)


def test_the_average_prompt_decides_where_size_has_a_price() -> None:
    small = priced(used("Model:google/gemini-2.5-pro", requests=1_000, uncached_input=1_000_000))
    large = priced(used("Model:google/gemini-2.5-pro", requests=2, uncached_input=1_000_000))
    unknown = priced(used("Model:google/gemini-2.5-pro", requests=0, uncached_input=1_000_000))
    assert [row.cost_nano for row in (small, large, unknown)] == [1_250_000_000, 2_500_000_000, 1_250_000_000]


@pytest.mark.parametrize(
    "row",
    [
        used("Model:openai/gpt-99", output=5),
        used("Model:cursor/default", output=5),
        used("Model:unknown/~unnamed", output=5),
        # In the table, without a price: free is a price, none is not.
        used("Model:google/gemma-3", output=5),
        # A counter that the table does not price leaves the row unpriced, not half priced.
        used("Model:openai/text-embedding-3-small", uncached_input=5, output=5),
        used(GPT),
        used("McpTool:mcp/x/y", output=5),
    ],
    ids=lambda row: row.resource,
)
def test_what_the_table_does_not_price_is_unpriced_and_never_nought(row: Usage) -> None:
    assert priced(row) is row
    assert row.cost_nano is None


def test_a_bill_is_never_overwritten() -> None:
    billed = Usage(
        resource=GPT, day=DAY, tokens=used(GPT, output=5).tokens, cost_nano=1, currency="EUR", basis="billed"
    )
    assert priced(billed) is billed


@pytest.mark.parametrize(
    ("provider", "name", "resource"),
    [
        (
            "aws.bedrock",
            "anthropic.claude-sonnet-4-5-20250929-v1:0",
            "bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0",
        ),
        ("azure.ai.openai", "gpt-5-mini", "azure/gpt-5-mini"),
        ("gcp.vertex_ai", "gemini-2.5-pro", "vertex/gemini-2.5-pro"),
        ("gcp.gemini", "gemini-2.5-pro", "google/gemini-2.5-pro"),
        ("x_ai", "grok-4", "xai/grok-4"),
        ("GitHub Copilot", "Claude Sonnet 4.6", "copilot/Claude Sonnet 4.6"),
        (None, "claude-4.5-sonnet", "anthropic/claude-4.5-sonnet"),
        (None, "claude-4.5-sonnet-thinking", "anthropic/claude-4.5-sonnet-thinking"),
        (None, "gpt-5-2025-08-07", "openai/gpt-5-2025-08-07"),
        ("openai", "Auto: GPT-5", "openai/Auto: GPT-5"),
    ],
)
def test_every_spelling_of_a_model_finds_its_price(provider: str | None, name: str, resource: str) -> None:
    assert model_id(provider, name) == f"Model:{resource}"
    assert (priced(used(f"Model:{resource}", output=1_000_000)).cost_nano or 0) > 0


def test_cursors_spelling_costs_what_the_vendors_does() -> None:
    one, other = (
        priced(used(f"Model:anthropic/{name}", output=7)) for name in ("claude-4.5-sonnet", "claude-sonnet-4-5")
    )
    assert one.cost_nano == other.cost_nano == 7 * 15_000


def test_a_region_has_its_own_price() -> None:
    names = ("global.anthropic.claude-sonnet-4-5-20250929-v1:0", "us.anthropic.claude-sonnet-4-5-20250929-v1:0")
    found = [priced(used(f"Model:bedrock/{name}", output=1_000)).cost_nano for name in names]
    assert found == [15_000_000, 16_500_000]


def test_models_are_described_by_what_their_names_tell() -> None:
    node = model_node("Model:bedrock/us.anthropic.claude-opus-4-6-v1:0")
    assert node.props == {"provider": "bedrock", "family": "claude"}
    assert model_node("Model:openai/~Storage").name == "Storage"
    assert (provider_word(None, "mystery"), provider_word(" Some Vendor ", None)) == ("unknown", "some-vendor")
    assert table_names("Model:xai/grok-4") == ("x-ai", ("grok-4",))


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> NoReturn:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert priced(used("Model:mistral/mistral-large-latest", output=3)).basis == "priced"


def test_a_hundred_thousand_rows_are_priced_in_a_moment() -> None:
    rows = [used(SONNET, DAY - at % 90, uncached_input=at + 1) for at in range(100_000)]
    started = time.perf_counter()
    total = sum(priced(row).cost_nano or 0 for row in rows)
    assert time.perf_counter() - started < 8
    assert total == sum(at + 1 for at in range(100_000)) * 3_000
    assert Decimal(total) > 0
