"""Whatever a system answers, a connector reads it or names what is wrong: it never falls over, whichever field is odd."""

from __future__ import annotations

import copy
import csv
import io
import json
import os
import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from graph.check import check
from graph.errors import InputError, RecordError
from graph.moment import read_moment
from loaders.base import Context
from loaders.connectors import CONNECTORS
from loaders.saved.files import load_runs

FIXTURES = Path(__file__).parents[1] / "fixtures"
NOW = read_moment("2026-11-20T06:00:00Z")
# The open record format and Peribolos have laws of their own; configurations are read by the laws of MCP.
APART = ("records", "peribolos", "mcp")
NAMES = [name for name in CONNECTORS if name not in APART and (FIXTURES / name).is_dir()]
TRIES = int(os.environ.get("REMIT_TEST_TRIES", "120"))
ODD: list[Any] = [
    None,
    [],
    {},
    [None],
    [[]],
    {"x": None},
    True,
    -1,
    7.5,
    10**30,
    "",
    "x",
    "\u0000",
    "9999-99-99",
    "NaN",
    "1e999",
]


def saved(name: str) -> list[Path]:
    """The saved files of a connector that can be changed: JSON and CSV."""
    folder = FIXTURES / name
    root = folder / "golden" if (folder / "golden").is_dir() else folder
    return sorted(path for path in root.rglob("*") if path.suffix in (".json", ".csv"))


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of everything in a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield (*at, key)
        yield from places(inner, (*at, key))


def changed(value: Any, place: tuple[Any, ...], odd: Any, dice: random.Random) -> Any:
    """The value with one thing in it odd, missing or more than it was."""
    value = copy.deepcopy(value)
    holder = value
    for key in place[:-1]:
        holder = holder[key]
    change = dice.random()
    if change < 0.2:
        del holder[place[-1]]
    elif change < 0.3 and isinstance(holder[place[-1]], dict):
        holder[place[-1]]["aFieldThatNobodyKnows"] = odd
    else:
        holder[place[-1]] = odd
    return value


def plain(value: Any) -> Any:
    assert isinstance(value, Decimal)
    return float(value)


def mutants(path: Path, dice: random.Random) -> Iterator[tuple[str, str]]:
    """What was changed, and the file's text with it."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".csv":
        rows = list(csv.reader(io.StringIO(text)))
        while len(rows) > 1:
            row, odd = (
                dice.randrange(1, len(rows)),
                dice.choice(["", "x", "-1", "NULL", "1e999", "NaN", "9999-99-99", "{"]),
            )
            column = dice.randrange(len(rows[0]))
            broken = [list(one) for one in rows]
            if column < len(broken[row]):
                broken[row][column] = odd
            out = io.StringIO()
            csv.writer(out).writerows(broken)
            yield f"{rows[0][column]} of row {row} = {odd!r}", out.getvalue()
        return
    try:
        value = json.loads(text, parse_float=Decimal)
    except ValueError:
        return  # JSON Lines under another name, or TOML
    known = list(places(value))
    while known:
        place, odd = dice.choice(known), dice.choice(ODD)
        yield f"{place} = {odd!r}", json.dumps(changed(value, place, odd, dice), default=plain)


def read_all(folder: Path, lenient: bool | None) -> None:
    """Read a folder as `remit load` does; a record that cannot be is left out there."""
    drafts, _ = load_runs([folder], Context(NOW, salt=b"x", lenient=lenient))
    for draft in drafts:
        for _, record in draft.records:
            with suppress(RecordError):
                check(record)


@pytest.mark.parametrize("name", NAMES)
def test_no_odd_field_makes_a_connector_fall_over(name: str, tmp_path: Path) -> None:
    dice = random.Random(name)
    files = saved(name)
    tries = 0
    while files and tries < TRIES:
        path = dice.choice(files)
        found = next(mutants(path, dice), None)
        tries += 1
        if found is None:
            continue
        what, text = found
        root = FIXTURES / name / "golden" if (FIXTURES / name / "golden").is_dir() else FIXTURES / name
        folder = tmp_path / str(tries) / name
        shutil.copytree(root, folder, ignore=shutil.ignore_patterns("*expected*"))
        (folder / path.relative_to(root)).write_text(text)
        for lenient in (None, False):
            try:
                read_all(folder, lenient)
            except InputError:
                continue  # named, and nothing written
            except Exception as error:
                pytest.fail(f"{path.relative_to(root)}: {what}: {type(error).__name__}: {error}")
        shutil.rmtree(folder.parent)
