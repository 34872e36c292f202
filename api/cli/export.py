"""`remit export`: the store or its graph, written for other tools."""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from api.terminal import print_error, print_line


def export(
    out: Annotated[
        Path, typer.Argument(help="The file to write, `-` for standard output; for csv the folder.", show_default=False)
    ],
    format: Annotated[str, typer.Option("--format", help="records, opengraph, graphml, csv or focus.")] = "records",
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Draw the graph as it was then; default: now. Not for records.")
    ] = None,
    extension: Annotated[
        bool,
        typer.Option("--extension", help="opengraph: write the definition of our kinds for BloodHound beside OUT."),
    ] = False,
    exact: Annotated[
        bool, typer.Option("--exact", help="csv, focus: write texts as they are, even if a spreadsheet would run them.")
    ] = False,
) -> None:
    """Write what the store holds, or its graph at a moment, for other tools.

        \b
        remit export backup.jsonl                                      everything, with its history
        remit export --format opengraph --extension graph.json         for BloodHound
        remit export --format graphml graph.graphml                    for networkx, igraph, Gephi, yEd
        remit export --format csv FOLDER                               for spreadsheets
        remit export --format csv --exact FOLDER                       for neo4j-admin database import
        remit export --format focus ledger.csv                         for FinOps tools: FOCUS 1.2

    records are the whole store: ended claims and decisions too. Loaded into an empty store they give a snapshot with the
    same digest; it is the backup, and the way to another installation.

    The other formats draw the graph of one moment: what is one is one node, and each edge has the widest permission that
    holds. What no walk can take, such as the membership of a revoked key, is left out. `conveys` says of each edge whether
    access flows along it. opengraph reads back with `remit load` as the same nodes and edges. csv has the usage and the
    charges until that day as well.

    focus is the ledger as FOCUS 1.2, whole months up to that of --as-of. It adds up to cost-attribution's answers exactly.

    OUT takes its place when it is whole, and is for its owner's eyes: it says who can reach what. A csv folder is replaced
    only if it holds nothing but what an export wrote.

    Exit codes: 0 written; 2 the question is wrong, nothing written; 3 the store failed, or OUT cannot be written.
    """
    from api.cli.options import check_format, moment
    from api.exports import EXPORTS
    from graph.moment import now

    check_format(format, tuple(EXPORTS))
    _refuse_strangers(format, extension=extension, exact=exact, has_moment=as_of is not None)
    _refuse_folders(out, is_folder=format == "csv" or extension)
    summary = _write(out, format, moment(as_of, "--as-of") or now(), extension=extension, exact=exact)
    if not _is_piped(out):
        # What goes into a pipe must not have this line behind it.
        (print_line if out.is_file() or out.is_dir() else print_error)(f"{out}: {summary}")


def _write(out: Path, form: str, drawn_at: int, *, extension: bool, exact: bool) -> object:
    """Write one format, recorded in the audit before it begins; what to say of it."""
    from api.access.audit_trail import recorded
    from api.cli.demo_store import settings_to_read
    from api.cli.progress import loading
    from api.context import StoreContext
    from api.exports import EXPORTS
    from api.exports.request import ExportRequest

    settings = settings_to_read()
    record = recorded(settings, "export", kind="export", format=form)
    with record as facts, StoreContext(settings) as context, loading() as progress, _destination(out) as path:
        facts["generation"] = context.store.generation()
        request = ExportRequest(context.store, context.snapshot, drawn_at, path, extension, exact, progress)
        return import_module(EXPORTS[form]).write(request)


def _refuse_folders(out: Path, *, is_folder: bool) -> None:
    """Raise InputError for several files on standard output."""
    from graph.errors import InputError

    if _is_piped(out) and is_folder:
        raise InputError("standard output takes one file: name OUT for csv, and for --extension")


def _is_piped(out: Path) -> bool:
    return str(out) == "-"


@contextlib.contextmanager
def _destination(out: Path) -> Iterator[Path]:
    """The path to write: OUT, or for `-` a file that goes to standard output once it is whole."""
    if not _is_piped(out):
        yield out
        return
    with tempfile.TemporaryDirectory(prefix="remit-export-") as folder:
        path = Path(folder, "export")
        yield path
        with path.open("rb") as written:
            shutil.copyfileobj(written, sys.stdout.buffer)
        sys.stdout.flush()


def _refuse_strangers(form: str, *, extension: bool, exact: bool, has_moment: bool) -> None:
    """Raise InputError for an option of another format."""
    from graph.errors import InputError

    if extension and form != "opengraph":
        raise InputError("--extension is for --format opengraph; leave it out")
    if exact and form not in ("csv", "focus"):
        raise InputError("--exact is for --format csv and focus; leave it out")
    if has_moment and form == "records":
        raise InputError("--as-of is for a graph; records are the whole history: leave it out")
