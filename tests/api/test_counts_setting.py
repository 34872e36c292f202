"""The setting `counts`: where it has no effect, it is refused with what to do instead; elsewhere answers obey it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.api.command_line import Remit

QUESTION = (
    "query",
    "cost-attribution",
    "--by",
    "day",
    "--from",
    "2026-11-13",
    "--to",
    "2026-11-13",
    "--format",
    "json",
)


@pytest.fixture
def loaded(tmp_path: Path) -> Remit:
    """A gateway's log of one call, 0.50 USD by its own prices."""
    remit = Remit(tmp_path)
    row = {
        "request_id": "r1",
        "spend": 0.5,
        "prompt_tokens": 10,
        "completion_tokens": 1,
        "startTime": "2026-11-13T09:30:00Z",
        "model": "gpt-5",
        "custom_llm_provider": "openai",
        "status": "success",
    }
    path = tmp_path / "litellm" / "acme" / "spend" / "logs" / "v2.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"data": [row], "total": 1, "page": 1, "page_size": 100, "total_pages": 1}))
    assert remit.run("load", "litellm").returncode == 0
    return remit


@pytest.mark.parametrize(
    ("variable", "word", "says"),
    [
        ("REMIT_CURSOR__ACME__COUNTS", "never", "cursor prices nothing, so it has no effect. Leave it out: it is for"),
        ("REMIT_LITELLM__ACME__COUNTS", "sometimes", "it must be one of auto, always, never"),
        (
            "REMIT_LITELLM__OTHER__COUNTS",
            "never",
            "no source litellm:other was ever loaded, so it has no effect. Load it",
        ),
    ],
)
def test_a_setting_without_effect_is_refused(loaded: Remit, variable: str, word: str, says: str) -> None:
    result = loaded.run(*QUESTION, settings={variable: word})
    assert (result.returncode, result.stdout) == (2, "")
    assert says in result.stderr
    instance = variable.split("__")[1].lower()
    assert f"instance {instance}" in result.stderr


@pytest.mark.parametrize(
    ("word", "cost", "estimate"), [("auto", "0.5", "0"), ("always", "0.5", "0"), ("never", "0", "0.5")]
)
def test_a_setting_with_effect_decides_what_is_cost(loaded: Remit, word: str, cost: str, estimate: str) -> None:
    result = loaded.run(*QUESTION, settings={"REMIT_LITELLM__ACME__COUNTS": word})
    answer = json.loads(result.stdout)["answer"]
    amounts = [answer[name]["amount"].rstrip("0").rstrip(".") for name in ("ledger", "estimate_value")]
    assert (amounts, result.returncode) == ([cost, estimate], 0)
    assert [row["counts"] for row in answer["priced"]] == [word]
