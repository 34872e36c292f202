"""Writes the example organisation: `python -m examples.generate` makes every file below larkspur/."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from examples.systems import (
    anthropic,
    catalogue,
    cursor,
    directory,
    github,
    homes,
    hr,
    openai,
    saas,
    services,
    warehouse,
)
from examples.world.calendar import AUTUMN, NOW, SUMMER
from examples.world.records import lines, pretty

ROOT = Path(__file__).parent / "larkspur"


def files() -> dict[str, str]:
    """Path below larkspur/ and text of every file. Always the same."""
    return {f"{day}/{path}": text for day in (SUMMER, AUTUMN, NOW) for path, text in _export(day)}


def _export(day: date) -> Iterator[tuple[str, str]]:
    yield "hr.jsonl", lines(hr.export(day))
    yield "directory/larkspur-users.json", pretty(directory.users(day))
    yield "directory/larkspur-groups.json", pretty(directory.groups(day))
    if day == AUTUMN:
        return
    yield "github/larkspur.yaml", github.peribolos(day)
    yield "github/sso.jsonl", lines(github.sso(day))
    for path, text in cursor.files(day, with_usage=day == NOW):
        yield f"cursor/larkspur/{path}", text
    yield "cursor-keys.jsonl", lines(services.keys(day))
    yield "anthropic.jsonl", lines(anthropic.export(day))
    yield "openai.jsonl", lines(openai.export(day))
    yield "warehouse.jsonl", lines(warehouse.export(day))
    yield "saas.jsonl", lines(saas.export(day))
    yield "mcp-catalogue.jsonl", lines(catalogue.export(day))
    yield "services.jsonl", lines(services.register(day))
    if day == NOW:
        yield "cursor-invoices.jsonl", lines(services.invoices())
        yield "mcp-gateway.jsonl", lines(services.gateway())
        yield "decisions.jsonl", lines(services.decisions())
        yield from homes.files()


def main() -> None:
    """Write what is new or different, remove what is no longer generated, and say how much there is."""
    wanted = {ROOT / path: text for path, text in files().items()}
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and path not in wanted:
            path.unlink()
    size = sum(len(text.encode()) for text in wanted.values())
    sys.stdout.write(f"{len(wanted)} files, {size / 1e6:.2f} MB below {ROOT}\n")


if __name__ == "__main__":
    main()
