"""`remit sync` reads a configured system from settings to answer, and says what went wrong."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.api.command_line import Remit
from tests.loaders.cursor_api import KEY, CursorApi, event, serving

YESTERDAY = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()


def sync(remit: Remit, api: CursorApi, *, key: str = KEY) -> subprocess.CompletedProcess[str]:
    settings = {
        "REMIT_CURSOR__ACME__API_KEY": key,
        "REMIT_CURSOR__ACME__BASE_URL": api.base_url,
        "REMIT_CURSOR__ACME__LOOKBACK_DAYS": "5",
    }
    return remit.run("sync", "cursor", settings=settings)


def test_a_configured_connector_is_read_and_answers(tmp_path: Path) -> None:
    remit = Remit(tmp_path)
    ada = {"id": "user_ada", "name": "Ada", "email": "ada@acme.example", "role": "member", "isRemoved": False}
    with serving(CursorApi(members=[ada], events=[event(YESTERDAY, "ada@acme.example", "21.36232")])) as api:
        done = sync(remit, api)
        assert (done.returncode, done.stdout[:8]) == (0, "COMPLETE"), done.stderr
        again = sync(remit, api)
    assert again.returncode == 0, again.stderr
    day = datetime.now(UTC).date().isoformat()
    told = remit.ask("cost-attribution", "--by", "account,model", "--from", YESTERDAY, "--to", day)["answer"]
    # 21.36232 cents are 0.2136232 dollars.
    assert told["ledger"] == {"amount": "0.213623200", "currency": "USD"}
    assert [row["key"]["account"] for row in told["rows"]] == ["Account:cursor/user_ada"]


def test_a_refused_key_is_a_failed_run_that_names_the_setting_and_not_the_key(tmp_path: Path) -> None:
    remit = Remit(tmp_path)
    with serving(CursorApi()) as api:
        done = sync(remit, api, key="crsr_wrong-key-9")
    assert done.returncode == 3
    assert "api_key" in done.stdout + done.stderr
    assert "crsr_wrong-key-9" not in done.stdout + done.stderr
    assert remit.status()["sources"][0]["state"] == "FAILED"


def test_nothing_configured_says_what_to_set(tmp_path: Path) -> None:
    done = Remit(tmp_path).run("sync")
    assert (done.returncode, "REMIT_CURSOR__" in done.stderr) == (2, True)
