"""Models have one name: which spellings are one node, which stay apart, and which say nothing.

The price table inside `genai-prices` is an oracle that knows nothing of these rules: it lists models apart that have a price
of their own, so of one provider nothing but a date, a region or a vendor's version may join two of its entries.
"""

from __future__ import annotations

import re

import pytest
from genai_prices.data_snapshot import get_snapshot
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import Edge, Node, Record, RunHeader, Usage
from graph.model_names import is_named_model, model_name, one_node_per_model
from graph.snapshot import snapshot_of
from graph.stores.memory import MemoryStore
from loaders.base import PendingRun
from loaders.ingest import ingest
from loaders.models.names import model_id, model_node

HAIKU = (
    "claude-haiku-4-5",
    "claude-haiku-4.5",
    "claude-4.5-haiku",
    "Claude Haiku 4.5",
    "Auto: Claude Haiku 4.5 (Preview)",
    "claude-haiku-4-5-20251001",
    "claude-haiku-4-5@20251001",
    "claude-haiku-4-5-latest",
    "claude-haiku-4-5[1m]",
    "anthropic.claude-haiku-4-5-20251001-v1:0",
    "us.anthropic.claude-haiku-4-5-20251001-v1:0",
    "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0",
    "bedrock/converse/eu.anthropic.claude-haiku-4-5-20251001-v1:0",
    "vertex_ai/claude-haiku-4-5@20251001",
    "projects/p/locations/global/publishers/anthropic/models/claude-haiku-4-5",
    "openrouter/anthropic/claude-haiku-4.5",
)


@pytest.mark.parametrize("spelling", HAIKU)
def test_a_model_has_one_name(spelling: str) -> None:
    assert model_name(spelling) == "claude-haiku-4-5"
    assert is_named_model(f"Model:any/{spelling}")
    assert model_node(f"Model:any/{spelling}").name == "claude-haiku-4-5"


@pytest.mark.parametrize(
    ("spellings", "name"),
    [
        (("gpt-4o-2024-08-06", "GPT-4o", "azure/gpt-4o"), "gpt-4o"),
        (("gpt-4-0613", "gpt-4"), "gpt-4"),
        (("gpt-35-turbo", "gpt-3.5-turbo"), "gpt-3.5-turbo"),
        (("openai.gpt-oss-120b-1:0", "gpt-oss-120b"), "gpt-oss-120b"),
        (("models/gemini-2.5-pro", "Gemini 2.5 Pro", "gemini/gemini-2.5-pro"), "gemini-2.5-pro"),
        (("gemini-2.0-flash-001", "gemini-2.0-flash"), "gemini-2.0-flash"),
        (("claude-3-5-sonnet-20241022", "claude-3.5-sonnet", "claude-3-5-sonnet-v2@20241022"), "claude-3-5-sonnet"),
        (("claude-sonnet-4-20250514", "claude-sonnet-4-0", "claude-4-sonnet"), "claude-sonnet-4"),
        (("anthropic.claude-v2:1", "claude-2.1"), "claude-2.1"),
        (("grok-4-0709", "xai/grok-4"), "grok-4"),
        (("amazon.nova-lite-v1:0", "nova-lite"), "nova-lite"),
        (("meta.llama3-1-70b-instruct-v1:0", "meta-llama/Llama-3.1-70B-Instruct"), "llama-3.1-70b-instruct"),
        (("deepseek.r1-v1:0", "deepseek/deepseek-r1"), "deepseek-r1"),
        (("mistral/mistral-large-latest", "mistral-large"), "mistral-large"),
    ],
)
def test_spellings_of_vendors_clouds_and_tools(spellings: tuple[str, ...], name: str) -> None:
    assert {model_name(spelling) for spelling in spellings} == {name}


@pytest.mark.parametrize(
    "pair",
    [
        ("claude-haiku-4-5", "claude-sonnet-4-5"),
        ("claude-sonnet-4", "claude-sonnet-4-5"),
        ("claude-4.5-sonnet", "claude-4.5-sonnet-thinking"),
        ("gpt-4", "gpt-4-32k"),
        ("gpt-4", "gpt-4-1106-preview"),
        ("gpt-4o", "gpt-4o-mini"),
        ("gpt-4o", "chatgpt-4o-latest"),
        ("gpt-4o-mini", "ft:gpt-4o-mini:acme::abc"),
        ("gemini-2.5-flash", "gemini-2.5-flash-preview-05-20"),
        ("amazon.titan-embed-text-v1", "amazon.titan-embed-text-v2:0"),
        ("anthropic.claude-v2", "anthropic.claude-v2:1"),
        ("mistral-large-2402", "mistral-large-2407"),
        ("my-gpt", "My-GPT"),
    ],
)
def test_other_models_stay_apart(pair: tuple[str, str]) -> None:
    assert model_name(pair[0]) != model_name(pair[1])
    assert one_node_per_model([f"Model:p/{name}" for name in pair]) == {}


@pytest.mark.parametrize(
    ("node_id", "is_named"),
    [
        ("Model:azure/harbor-prod-chat", False),
        ("Model:bedrock/application-inference-profile/abc123", False),
        ("Model:openai/~unnamed", False),
        ("Model:unknown/o365-assistant", False),
        ("Model:openai/~web_search_calls", True),
        ("Model:openai/ft:gpt-4o-mini:acme::abc", True),
        ("Model:cursor/default", True),
        ("Model:github/raptor-mini", True),
        ("Account:cursor/o365", True),
    ],
)
def test_a_name_of_no_known_line_is_not_named(node_id: str, is_named: bool) -> None:
    assert is_named_model(node_id) == is_named


_REGION = re.compile(r"\A(?:global|regional|us|eu|apac)\.")
_DATE_OR_VERSION = re.compile(r"-(?:20\d{2}-?\d{2}-?\d{2}|[01]\d{3}|latest)(?:-v\d:\d)?\Z")


def test_nothing_that_has_a_price_of_its_own_is_joined_but_by_date_and_region() -> None:
    by_name: dict[tuple[str, str], set[str]] = {}
    for provider in get_snapshot().providers:
        for model in provider.models:
            name = model_name(model.id)
            assert model_name(name) == name
            by_name.setdefault((provider.id, name), set()).add(model.id)
    makers = ("anthropic", "aws", "azure", "cohere", "deepseek", "google", "mistral", "openai", "x-ai")
    joined = {key: ids for key, ids in by_name.items() if len(ids) > 1 and key[0] in makers}
    assert len(joined) > 20
    for ids in joined.values():
        assert len({_DATE_OR_VERSION.sub("", _REGION.sub("", model)) for model in ids}) == 1, ids


def test_most_models_of_the_price_table_are_named() -> None:
    makers = ("anthropic", "deepseek", "google", "openai", "x-ai")
    models = [
        f"Model:{provider.id}/{model.id}"
        for provider in get_snapshot().providers
        if provider.id in makers
        for model in provider.models
    ]
    unnamed = [model for model in models if not is_named_model(model)]
    assert len(unnamed) * 50 < len(models), unnamed


@pytest.mark.parametrize(
    ("provider", "name", "node_id"),
    [
        (None, "vertex_ai/gemini-2.5-pro", "Model:vertex/gemini-2.5-pro"),
        ("vertex_ai", "vertex_ai/gemini-2.5-pro", "Model:vertex/gemini-2.5-pro"),
        ("google.vertex.anthropic", "claude-haiku-4-5@20251001", "Model:vertex/claude-haiku-4-5@20251001"),
        # A client of a proxy says that it speaks OpenAI's protocol.
        ("openai", "claude-haiku-4-5", "Model:anthropic/claude-haiku-4-5"),
        ("openai", "azure/gpt-4o", "Model:azure/gpt-4o"),
        ("litellm_proxy", "bedrock/us.anthropic.claude-haiku-4-5", "Model:bedrock/us.anthropic.claude-haiku-4-5"),
        ("Langchain", "gpt-4o", "Model:openai/gpt-4o"),
        # Others than makers serve anybody's models.
        ("groq", "openai/gpt-oss-120b", "Model:groq/openai/gpt-oss-120b"),
        ("azure", "gpt-4o", "Model:azure/gpt-4o"),
        ("openai.responses", "gpt-5", "Model:openai/gpt-5"),
        ("google.generative-ai", "gemini-2.5-pro", "Model:google/gemini-2.5-pro"),
        ("amazon-bedrock", "claude-haiku-4-5", "Model:bedrock/claude-haiku-4-5"),
        ("litellm", "my-deployment", "Model:litellm/my-deployment"),
        (None, "my-deployment", "Model:unknown/my-deployment"),
    ],
)
def test_who_serves_a_model_is_in_its_id(provider: str | None, name: str, node_id: str) -> None:
    assert model_id(provider, name) == node_id


@given(st.permutations(HAIKU), st.integers(1, len(HAIKU)))
def test_one_node_is_the_least_of_its_ids_whatever_their_order(spellings: list[str], count: int) -> None:
    ids = [f"Model:bedrock/{spelling}" for spelling in spellings[:count]]
    least = min(ids, key=str.encode)
    assert one_node_per_model([*ids, "Model:anthropic/claude-haiku-4-5"]) == {
        node_id: least for node_id in ids if node_id != least
    }


def test_usage_and_grants_of_all_spellings_meet_in_one_node() -> None:
    store = MemoryStore()
    spellings = ("claude-haiku-4.5", "claude-4.5-haiku", "claude-haiku-4-5-20251001")
    for number, spelling in enumerate(spellings):
        model, who = f"Model:anthropic/{spelling}", f"Account:s{number}/ada"
        claims: list[Record] = [
            Node(id=who),
            model_node(model),
            Edge(kind="CAN_USE", source=who, target=model),
            Usage(principal=who, resource=model, day=20_000, requests=1),
        ]
        header = RunHeader(source=f"s{number}:x", observed_at=20_001 * 86_400 * 10**6)
        ingest(store, [PendingRun(header, [(0, claim) for claim in claims])])
    snapshot = snapshot_of(store, 20_001 * 86_400 * 10**6)
    models = [node_id for node_id in snapshot.ids if node_id.startswith("Model:")]
    assert models == ["Model:anthropic/claude-4.5-haiku"]
    node = snapshot.index_of(models[0])
    assert {snapshot.index_of(f"Model:anthropic/{spelling}") for spelling in spellings} == {node}
    assert set(snapshot.usage.resource.tolist()) == {node}
    assert int((snapshot.edges.target == node).sum()) >= 3
