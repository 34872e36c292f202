"""Tables and comma-separated values: what may be shortened and what may not, names, and cells that can be added."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Any

import pytest

from api.cli.cells import money
from api.cli.csv_rows import print_values
from api.cli.grid import fitted, grid, line_width
from api.cli.tables import print_table

HEAD = ("permission", "sensitivity", "kind", "name", "hops", "how")
ROW = ("ADMIN", "confidential", "DataSource", "postgres/prod/payments/public.cards", 3, "Ada > key > role > " * 9)


@pytest.mark.parametrize("columns", [20, 60, 80, 100, 250])
def test_only_long_texts_are_shortened_and_no_column_is_left_out(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert line_width() == columns
    grid(HEAD, [ROW])
    head, _, row, *_ = capsys.readouterr().out.splitlines()
    assert all(name in head for name in HEAD)
    assert all(str(cell) in row for at, cell in enumerate(ROW) if HEAD[at] not in ("name", "how"))
    if columns >= 80:
        assert max(len(head), len(row)) <= columns
        # The longest gives way first, and the ends of an id stay.
        assert "postgres/prod/payments/public.cards" in row or columns < 200
    assert row.split()[3].endswith("ards")


def test_a_pipe_gets_every_cell_in_full(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.cli.grid.line_width", lambda: None)
    grid(HEAD, [ROW, ("READ", "", "McpTool", "[red]x[/red]\n\x1b[2J", 1, "")])
    out = capsys.readouterr().out
    assert str(ROW[5]).strip() in out
    assert r"[red]x[/red]\n\x1b[2J" in out


def test_widths_give_way_evenly_from_the_widest() -> None:
    assert fitted(("name", "how"), (30, 90), 62) == [30, 30]
    assert fitted(("permission", "hops"), (90, 9), 10) == [90, 9]


ORPHANS: dict[str, Any] = {
    "query": "orphaned-paths",
    "params": {},
    "snapshot": {"as_of": "2026-11-01T00:00:00Z", "generation": 1, "digest": "0" * 64},
    "completeness": {"status": "COMPLETE", "reasons": [], "notes": []},
    "freshness": [],
    "answer": {
        "total_roots": 2,
        "total_paths": 2,
        "total_unknown": 0,
        "roots": [
            {
                "id": "Identity:hr/1001",
                "name": "Dana",
                "state": "ORPHANED",
                "shadow": False,
                "reasons": [{"code": "DEPARTED_OWNER", "since": "2026-10-01T00:00:00Z", "evidence": ""}],
                "spend_since": {"amount": "12.500000000", "currency": "USD"},
                "folded": [],
                "next_owner": [
                    {"id": "Identity:hr/1002", "name": "Ada", "reason": "MANAGER", "evidence": "reports to her"},
                    {"id": "Identity:hr/1003", "name": "Bo", "reason": "CREATOR", "evidence": "created it"},
                ],
                "routes": 2,
            },
            {
                "id": "Account:x/7",
                "name": "=cmd()",
                "state": "ORPHANED",
                "shadow": True,
                "reasons": [],
                "spend_since": None,
                "folded": [],
                "next_owner": [],
                "routes": 0,
            },
        ],
        "paths": [
            {
                "root": "Identity:hr/1001",
                "target": f"DataSource:db/{table}",
                "below": 0,
                "permission": "READ",
                "hops": 1,
                "last_used": None,
                "witness": [{"source": "Identity:hr/1001", "target": f"DataSource:db/{table}"}],
            }
            for table in ("cards", "orders")
        ],
        "unknown": [],
    },
}
NAMES = {"Identity:hr/1001": "Dana", "DataSource:db/cards": "Cards", "DataSource:db/orders": "orders"}


def read_values(envelope: dict[str, Any], capsys: pytest.CaptureFixture[str], delimiter: str = ",") -> list[Any]:
    print_values(envelope, delimiter, lambda node: NAMES.get(node, node))
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out), delimiter=delimiter))


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_values_of_orphaned_paths_hold_every_route_with_its_root(
    delimiter: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = read_values(ORPHANS, capsys, delimiter)
    assert [(row["root_name"], row["target_name"], row["witness"]) for row in rows] == [
        ("Dana", "Cards", "Identity:hr/1001 > DataSource:db/cards"),
        ("Dana", "orders", "Identity:hr/1001 > DataSource:db/orders"),
        ("'=cmd()", "", ""),
    ]
    # A sum over the column counts what a root spent once.
    assert [row["spend_since"] for row in rows] == ["12.500000000", "", ""]
    assert [row["currency"] for row in rows] == ["USD", "", ""]
    assert [row["next_owner"] for row in rows] == ["Identity:hr/1002; Identity:hr/1003"] * 2 + [""]


def test_values_of_costs_add_up_to_the_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    def money(amount: str) -> dict[str, str]:
        return {"amount": amount, "currency": "USD"}

    rows = [
        {"key": {"team": "Group:hr/a", "day": "2026-11-01"}, "cost": money("-2.5"), "tokens": {"output": 7}},
        {"key": {"team": "~shared", "day": "2026-11-02"}, "cost": money("4"), "tokens": {"output": 1}},
    ]
    answer = {"ledger": money("11.5"), "rows": rows, "buckets": {"seat": money("10")}}
    cells = read_values({"query": "cost-attribution", "answer": answer}, capsys)
    assert list(cells[0]) == ["team", "day", "cost", "tokens.output", "currency"]
    assert sum(Decimal(row["cost"]) for row in cells) == Decimal("11.5")
    assert [(row["team"], row["day"]) for row in cells][2] == ("(seat)", "")


def test_roots_and_routes_are_called_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.cli.grid.line_width", lambda: None)
    print_table(ORPHANS, lambda node: NAMES.get(node, node))
    out = capsys.readouterr().out
    roots, routes = out.split("2 live routes from them")
    assert "Dana" in roots
    assert routes.count("Dana > ") == 2
    assert "1001" not in out


def test_a_text_between_colons_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    grid(["source", "name"], [["s:x:", "a :fire: door"]])
    printed = capsys.readouterr().out
    assert "s:x:" in printed
    assert "a :fire: door" in printed


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("0.002250000", "0.00225 USD"),
        ("-0.000000001", "-0.000000001 USD"),
        ("0.044000250", "0.04 USD"),
        ("0.005000000", "0.005 USD"),
        ("0.000000000", "0.00 USD"),
        ("1234.565000000", "1,234.56 USD"),
    ],
)
def test_an_amount_that_is_something_never_looks_like_nought(amount: str, written: str) -> None:
    assert money({"amount": amount, "currency": "USD"}) == written


def test_overlaps_stand_below_the_costs(capsys: pytest.CaptureFixture[str]) -> None:
    cost = {"amount": "12.500000000", "currency": "USD"}
    overlap = {
        "kind": "charge", "application": "Application:openai/acme", "category": "usage", "first_day": "2026-11-13",
        "last_day": "2026-11-13", "source": "openai:acme", "counted": "focus:openai/org", "cost": cost, "code": "OVERLAP",
    }  # fmt: skip
    answer = {
        "rows": [], "buckets": {}, "ledger": cost, "estimate_value": cost, "included_value": cost, "priced": [],
        "overlaps": [overlap] * 7, "dropped_buckets": {"seat": cost},
    }  # fmt: skip
    print_table(ORPHANS | {"query": "cost-attribution", "params": {"by": ["application"]}, "answer": answer}, str)
    out = " ".join(capsys.readouterr().out.split())
    line = "told twice, not in the ledger: 12.50 USD of usage of"
    assert out.count(line) == 5
    assert "by openai:acme, 2026-11-13 to 2026-11-13; focus:openai/org counts" in out
    assert "and 2 more that are told twice" in out
    assert "not in the ledger, as the filter leaves it out: seat 12.50 USD" in out
