"""This file knows `remit export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def export(
    out: Annotated[Path, typer.Argument(help="The file to write.")],
    format: Annotated[str, typer.Option("--format", help="records: our own open format, JSON Lines")] = "records",
) -> None:
    """Write everything the store holds, closed claims and decisions too.

    Loaded into an empty store, an export gives a snapshot with the same digest.
    """
    from api.commands.options import check_format
    from api.context import Context
    from api.export import export_records
    from api.progress import loading
    from api.settings import read_settings

    check_format(format, ("records",))
    with Context(read_settings()) as context, loading() as progress:
        count = export_records(context.store, out, progress)
    print(f"{out}: {count} lines")
