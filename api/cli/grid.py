"""Tables on a terminal: columns as wide as their cells, the longest text shortened first, nothing left out.

A pipe gets full width; `COLUMNS` is obeyed everywhere. What identifies a row (permission, kind, hops, amounts,
days) is never shortened: a line that cannot be made to fit is longer than the terminal instead.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from api.terminal import visible

_GAP = "  "
# A text that gives way keeps so many cells.
_LEAST_WIDTH = 12
# Columns of numbers stand to the right.
RIGHT = frozenset(
    [
        "cost", "estimate", "included", "score", "spend", "total", "data sources", "hops", "below", "requests", "reach",
        "routes", "data left", "principals", "data", "spent", "expected", "budget", "ordinary up to",
        "gained", "lost", "raised", "lowered", "spend before", "change in spend",
    ]
)  # fmt: skip
# Texts of any length, which give way where the terminal is narrow; all other columns never do.
LONG = frozenset(
    [
        "how", "name", "who", "what", "id", "owner", "next owner", "holds", "do", "who is hit", "secrets", "server", "key", "command", "candidates", "complete in", "changes", "source", "run", "identity", "team", "account", "credential", "application", "workspace", "model", "mcp_server", "data_source", "department", "cost_center",
    ]
)  # fmt: skip


@lru_cache(maxsize=1)
def console() -> Console:
    """Standard output; lines are printed as they are, whatever the width. Print visible text only."""
    return Console(highlight=False, soft_wrap=True, emoji=False)


def print_styled(text: str, style: str) -> None:
    """Print one line in a style."""
    console().print(visible(text), style=style, markup=False)


def print_headline(subject: str, text: str) -> None:
    """Print one line whose subject is bold."""
    console().print(Text.assemble((visible(subject), "bold"), visible(text)))


def grid(head: Sequence[str], rows: Sequence[Sequence[Any]], title: str | None = None) -> None:
    """Print a table: one line a row, texts never taken for markup."""
    columns = [visible(name) for name in head]
    cells = [["" if cell is None else visible(str(cell)) for cell in row] for row in rows]
    widths = [max([cell_len(name), *(cell_len(row[at]) for row in cells)]) for at, name in enumerate(columns)]
    widths = fitted(head, widths, line_width())
    out = console()
    if title is not None:
        print_styled(title, "bold")
    out.print(_line(head, columns, widths), style="bold", markup=False)
    out.print("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)), markup=False, style="dim")
    for row in cells:
        out.print(_line(head, row, widths), markup=False)
    out.print()


def line_width() -> int | None:
    """How many cells a line may have: those that `COLUMNS` says, else those of the terminal; None in a pipe."""
    return shutil.get_terminal_size((0, 0)).columns or None


def fitted(head: Sequence[str], widths: Sequence[int], room: int | None) -> list[int]:
    """Widths that fit into `room` cells: the widest of the long texts gives way first, down to a least width."""
    fit = list(widths)
    while room is not None and sum(fit) + len(_GAP) * (len(fit) - 1) > room:
        shrinkable = [at for at, name in enumerate(head) if name in LONG and fit[at] > max(_LEAST_WIDTH, len(name))]
        if not shrinkable:
            break
        widest = max(shrinkable, key=lambda at: fit[at])
        fit[widest] -= 1
    return fit


def _line(head: Sequence[str], cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [_padded(name in RIGHT, cell, width) for name, cell, width in zip(head, cells, widths, strict=True)]
    return _GAP.join(padded).rstrip()


def _padded(right: bool, cell: str, width: int) -> str:
    if cell_len(cell) > width:
        # Ids and routes are told apart by their ends, so the middle goes.
        tail = (width - 1) // 2
        return set_cell_size(cell, width - 1 - tail) + "…" + _last_cells(cell, tail)
    space = " " * (width - cell_len(cell))
    return space + cell if right else cell + space


def _last_cells(text: str, width: int) -> str:
    """The end of a text, exactly so many cells wide."""
    return set_cell_size(text[::-1], width)[::-1]
