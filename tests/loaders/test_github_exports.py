"""What GitHub's exported billing reports give: each dollar once, with the user whom its line names."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from graph.claims import Charge, Usage
from graph.errors import RecordError
from loaders.base import Context, PendingRun
from loaders.saved.files import load_runs
from tests.loaders.source_files import NOW

COLUMNS = "date,product,sku,quantity,unit_type,applied_cost_per_quantity,gross_amount,discount_amount,net_amount,username,organization,repository,workflow_path,cost_center_name"
MODEL_COLUMNS = "date,username,product,sku,model,quantity,unit_type,applied_cost_per_quantity,gross_amount,discount_amount,net_amount,exceeds_quota,total_monthly_quota,organization,cost_center_name"


def premium(day: str, user: str, model: str, quantity: str, net: str, org: str = "Acme") -> str:
    return (
        f"{day},{user},copilot,copilot_premium_request,{model},{quantity},requests,0.04,{net},0,{net},False,300,{org},"
    )


def metered(
    day: str, sku: str, unit: str, net: str, user: str = "", org: str = "Acme", product: str = "copilot"
) -> str:
    return f"{day},{product},{sku},1,{unit},0.04,{net},0,{net},{user},{org},,,"


def runs_of(folder: Path, **files: str) -> list[PendingRun]:
    for name, text in files.items():
        suffix = ".json" if text.startswith("{") else ".csv"
        (folder / f"{name}{suffix}").write_text(text)
    runs = list(load_runs([folder], Context(NOW))[0])
    for run in runs:
        run.records = list(run.records)
    return runs


def dollars(run: PendingRun) -> Counter[tuple[str | None, str]]:
    """Nano-dollars by principal and resource."""
    totals: Counter[tuple[str | None, str]] = Counter()
    for _, record in run.records:
        if isinstance(record, Usage):
            totals[record.principal, record.resource.partition(":")[2]] += record.cost_nano or 0
    return +totals


ADA, BO = "Account:github/ada", "Account:github/bo"
CENT = 10_000_000
EXPORT = "\n".join(
    [
        MODEL_COLUMNS,
        premium("2026-11-03", "Ada", "GPT-5", "2", "0.08"),
        premium("2026-11-03", "bo", "GPT-5", "1", "0.04"),
        premium("2026-11-04", "ada", "GPT-5", "1", "0.04"),
        premium("2026-11-04", "", "GPT-5", "1", "0.04"),
        "",
    ]
)


def test_the_lines_of_an_export_belong_to_whom_they_name(tmp_path: Path) -> None:
    [run] = runs_of(tmp_path, premium=EXPORT)
    assert (run.header.source, run.rejected, run.reasons) == ("github:acme", [], [])
    by_principal: Counter[str | None] = Counter()
    for (principal, _), nano in dollars(run).items():
        by_principal[principal] += nano
    assert by_principal == {ADA: 12 * CENT, BO: 4 * CENT, None: 4 * CENT}


def test_a_dollar_of_an_answer_and_an_export_counts_once(tmp_path: Path) -> None:
    line = {"product": "Copilot", "sku": "Copilot Premium Request", "model": "GPT-5", "unitType": "requests"}
    amounts = {"grossAmount": 0.2, "discountAmount": 0, "netAmount": 0.2, "grossQuantity": 5, "netQuantity": 5}
    answer = {
        "timePeriod": {"year": 2026, "month": 11, "day": 3},
        "organization": "acme",
        "usageItems": [{**line, **amounts, "pricePerUnit": 0.04}],
    }
    [run] = runs_of(tmp_path, premium=EXPORT, answer=json.dumps(answer))
    # The answer's total of the third counts; the export says whose part of it is whose.
    totals: Counter[str | None] = Counter()
    for (principal, _), nano in dollars(run).items():
        totals[principal] += nano
    assert totals == {ADA: 12 * CENT, BO: 4 * CENT, None: (20 - 12 + 4) * CENT}


def test_exports_that_overlap_count_the_fullest_of_each_day(tmp_path: Path) -> None:
    earlier = "\n".join([MODEL_COLUMNS, premium("2026-11-03", "ada", "GPT-5", "1", "0.04"), ""])
    [run] = runs_of(tmp_path, a=EXPORT, b=earlier)
    assert sum(dollars(run).values()) == 20 * CENT


def test_the_detailed_usage_report_names_users_and_has_seats(tmp_path: Path) -> None:
    rows = [
        metered("2026-11-03", "copilot_premium_request", "requests", "0.08", "ada"),
        metered("2026-11-03", "copilot_business", "user-months", "1.00", "bo"),
        metered("2026-11-03", "actions_linux", "minutes", "5.00", "ada", product="actions"),
    ]
    [run] = runs_of(tmp_path, detailed="\n".join([COLUMNS, *rows, ""]))
    assert {principal for principal, _ in dollars(run)} == {ADA}
    assert sum(dollars(run).values()) == 8 * CENT
    [charge] = [record for _, record in run.records if isinstance(record, Charge)]
    assert (charge.category, charge.cost_nano) == ("seat", 100 * CENT)
    # The report by model has the premium requests already.
    [run] = runs_of(tmp_path, premium=EXPORT)
    assert sum(dollars(run).values()) == 20 * CENT


def test_an_enterprises_export_is_a_run_per_organisation(tmp_path: Path) -> None:
    rows = [premium("2026-11-03", "ada", "GPT-5", "1", "0.04", org) for org in ("Acme", "harbor")]
    runs = runs_of(tmp_path, premium="\n".join([MODEL_COLUMNS, *rows, ""]))
    assert [(run.header.source, sum(dollars(run).values())) for run in runs] == [
        ("github:acme", 4 * CENT),
        ("github:harbor", 4 * CENT),
    ]


@pytest.mark.parametrize(
    ("change", "problem"), [(("0.08", "much"), "net_amount|netAmount"), (("2026-11-03", "today"), "not a day")]
)
def test_a_line_that_cannot_be_read_is_listed(change: tuple[str, str], problem: str, tmp_path: Path) -> None:
    [run] = runs_of(tmp_path, premium=EXPORT.replace(*change, 9))
    assert run.rejected
    (tmp_path / "premium.csv").write_text(EXPORT.replace(*change, 9))
    with pytest.raises(RecordError, match=r"premium\.csv:2"):
        list(load_runs([tmp_path], Context(NOW, lenient=False))[0])
