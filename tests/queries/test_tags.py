"""Tags of bills and gateways in cost attribution: owner, team and cost centre, where nothing better is known."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.stores.base import Outcome
from graph.stores.memory import MemoryStore
from tests.loaders.bills import ask, load

NOVEMBER = ("2026-11-01", "2026-11-30")
ADA, DOCKS = "Identity:hr/ada", "Group:scim/docks"
DIRECTORY = [
    {"record": "run", "source": "hr:w", "observed_at": "2026-11-01T06:00:00Z", "complete": ["Identity"]},
    {
        "record": "node",
        "id": ADA,
        "name": "Ada",
        "props": {"type": "human", "status": "active", "emails": ["ada@acme.example"], "cost_center": "CC-1"},
    },
    {"record": "node", "id": DOCKS, "name": "Docks", "props": {"type": "directory_group"}},
    {"record": "node", "id": "Group:hr/piers", "name": "Piers", "props": {"type": "team"}},
    {"record": "edge", "kind": "MEMBER_OF", "source": ADA, "target": "Group:hr/piers"},
]


def line(cost: str, tags: object, **more: Any) -> dict[str, Any]:
    return {
        "BillingAccountId": "org-harbor",
        "BillingCurrency": "USD",
        "BillingPeriodStart": "2026-11-01T00:00:00Z",
        "BillingPeriodEnd": "2026-12-01T00:00:00Z",
        "ChargeCategory": "Usage",
        "ChargePeriodStart": "2026-11-13T00:00:00Z",
        "ChargePeriodEnd": "2026-11-14T00:00:00Z",
        "EffectiveCost": cost,
        "ProviderName": "OpenAI",
        "SkuMeter": "gpt-5 input tokens",
        "SubAccountId": "proj_1",
        "x_ApiKeyId": None,
        "Tags": tags if isinstance(tags, str) else json.dumps(tags),
    } | more


def loaded(
    tmp_path: Path, lines: Sequence[dict[str, Any]], directory: bool = True
) -> tuple[MemoryStore, list[Outcome]]:
    store = MemoryStore()
    if directory:
        (tmp_path / "hr.jsonl").write_text("".join(json.dumps(record) + "\n" for record in DIRECTORY))
        load(store, tmp_path / "hr.jsonl", at="2026-11-20T05:00:00Z")
    with (tmp_path / "bill.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    return store, load(store, tmp_path / "bill.csv")


def costs(store: MemoryStore, *by: str, **more: Any) -> dict[tuple[str, ...], int]:
    answer = ask(store, *NOVEMBER, *by, **more)
    return {tuple(row.key[name] for name in by): row.cost.nano // 10**9 for row in answer.rows}


def test_the_owner_of_a_tag_has_what_nobody_else_has(tmp_path: Path) -> None:
    """With the person come team and cost centre; a key that nobody holds is the owner's too, and keeps its name."""
    store, _ = loaded(
        tmp_path,
        [
            line("1", {"owner": "Ada@acme.example"}),
            line("2", {"Owner-Email": "ada@acme.example", "team": "Docks"}, x_ApiKeyId="key_1"),
            line("4", {"owner": "nobody@acme.example"}),
            line("8", {}),
        ],
    )
    assert costs(store, "identity", "team") == {
        (ADA, "Group:hr/piers"): 3,
        ("~unattributed", "~unattributed"): 12,
    }
    assert costs(store, "cost_center") == {("CC-1",): 3, ("~unattributed",): 12}
    assert costs(store, "credential") == {("Credential:openai/key_1",): 2, ("~unattributed",): 13}
    answer = ask(store, *NOVEMBER, "identity")
    assert [note.detail.partition(" are")[0] for note in answer.completeness.notes if note.code == "TAGGED_OWNER_UNKNOWN"] == [
        "1 usage rows"
    ]  # fmt: skip


def test_teams_and_cost_centres_of_tags_count_where_no_better_one_is_known(tmp_path: Path) -> None:
    lines = [
        line("1", {"team": "docks"}),
        line("2", {"iamPrincipal/team": "Berths"}),
        line("4", {"user:cost-center": 4711}),
        line("8", {"CostCentre": "4711", "team": "berths", "owner": "ada@acme.example"}),
        line("16", [{"key": "team", "value": "BERTHS"}]),
    ]
    store, _ = loaded(tmp_path, lines)
    assert costs(store, "team") == {
        (DOCKS,): 1,
        ("Group:tag/team/berths",): 18,
        ("Group:hr/piers",): 8,
        ("~unattributed",): 4,
    }
    assert costs(store, "cost_center") == {("4711",): 4, ("CC-1",): 8, ("~unattributed",): 19}
    # Without a directory the tags are all there is.
    store, _ = loaded(tmp_path, lines, directory=False)
    assert costs(store, "team") == {
        ("Group:tag/team/docks",): 1,
        ("Group:tag/team/berths",): 26,
        ("~unattributed",): 4,
    }
    assert costs(store, "cost_center") == {("4711",): 12, ("~unattributed",): 19}
    assert costs(store, "day", filters={"team": ("Group:tag/team/berths",)}) == {("2026-11-13",): 26}


def test_tags_that_are_not_used_are_counted_in_a_note(tmp_path: Path) -> None:
    lines = [
        line("1", {"team": "docks", "env": "prod"}),
        line("2", {"env": "dev", "app": "shop"}),
        line("4", "team: docks, not JSON"),
        line("8", {"team": "docks"}, ChargeCategory="Tax"),
        line("16", None, Tags=""),
    ]
    _, [outcome] = loaded(tmp_path, lines)
    [note] = [note for note in outcome.notes if note.startswith("tags")]
    assert note.endswith("by key and lines: env on 2, (not JSON) on 1, app on 1, team on 1")
    _, [outcome] = loaded(tmp_path, [line("1", {"team": "docks"})])
    assert not [note for note in outcome.notes if note.startswith("tags")]


@pytest.mark.parametrize("as_text", [False, True])
def test_tags_and_the_end_user_of_a_gateway_are_dimensions(tmp_path: Path, as_text: bool) -> None:
    def log(number: int, spend: float, tags: list[str], **more: Any) -> dict[str, Any]:
        return {
            "request_id": f"r{number}",
            "spend": spend,
            "prompt_tokens": 10,
            "completion_tokens": 1,
            "startTime": "2026-11-13T09:30:00Z",
            "model": "gpt-5",
            "custom_llm_provider": "openai",
            "request_tags": json.dumps(tags) if as_text else tags,
            "status": "success",
        } | more

    rows = [
        log(1, 1, ["team:Docks", "User-Agent: curl"]),
        log(2, 2, ["cost_center=4711", "nightly"]),
        log(4, 4, [], end_user="ada@acme.example"),
        log(8, 8, [], end_user="customer-77"),
        log(16, 16, ["owner:ada@acme.example"]),
    ]
    body = {"data": rows, "total": len(rows), "page": 1, "page_size": 100, "total_pages": 1}
    path = tmp_path / "litellm" / "acme" / "spend" / "logs" / "v2.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(body))
    (tmp_path / "hr.jsonl").write_text("".join(json.dumps(record) + "\n" for record in DIRECTORY))
    store = MemoryStore()
    outcomes = load(store, tmp_path)
    assert costs(store, "identity") == {(ADA,): 20, ("~unattributed",): 11}
    assert costs(store, "team") == {(DOCKS,): 1, ("Group:hr/piers",): 20, ("~unattributed",): 10}
    assert costs(store, "cost_center") == {("CC-1",): 20, ("4711",): 2, ("~unattributed",): 9}
    [note] = [note for outcome in outcomes for note in outcome.notes if note.startswith("tags")]
    assert note.endswith("User-Agent on 1, nightly on 1")
