"""`remit find`: nodes by a part of their id, name or address."""

from __future__ import annotations

from typing import Annotated

import typer

from api.terminal import print_json, print_line


def find(
    text: Annotated[str, typer.Argument(help="A part of an id, a name or an address.", show_default=False)],
    kinds: Annotated[str | None, typer.Option(help="Only nodes of these kinds, such as Account,Identity.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The moment whose names and properties are shown; default: now.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="So many nodes; the count is always of all.")] = 20,
    format: Annotated[str, typer.Option("--format", help="table or json")] = "table",
) -> None:
    """List the nodes whose id, name or address holds TEXT, best first; what matches none suggests the nearest.

    Exit codes: 0 nodes match, 2 none does.
    """
    from api.cli.demo_store import note_empty, settings_to_read
    from api.cli.grid import grid
    from api.cli.options import check_format, moment
    from api.cli.query import read_kinds
    from api.cli.question_record import recorded_question
    from api.context import StoreContext
    from graph.moment import now
    from queries.base import as_json
    from queries.search import Params, run
    from queries.subject import unknown_name

    check_format(format, ("table", "json"))
    settings = settings_to_read()
    with StoreContext(settings) as context:
        snapshot = context.snapshot()
        note_empty(context)
    at = moment(as_of, "--as-of")
    params = Params(text=text, as_of=now() if at is None else at, kinds=read_kinds(kinds) if kinds else ())
    with recorded_question(settings, "search", params) as facts:
        facts.update(generation=snapshot.generation, digest=snapshot.digest[:16])
        answer = run(snapshot, params)
        if not answer.total:
            raise unknown_name(snapshot, text, "")
        nodes = answer.nodes[:limit]
        facts["rows"] = len(nodes)
    if format == "json":
        print_json({"total": answer.total, "nodes": as_json(nodes)})
        return
    rows = [[node.kind, node.name, node.id, ", ".join(node.aliases)] for node in nodes]
    has_aliases = any(row[3] for row in rows)
    head = ["kind", "name", "id", *(["also"] if has_aliases else [])]
    grid(head, [row[: len(head)] for row in rows])
    more = f"the first {limit} of " if answer.total > limit else ""
    print_line(f"{more}{answer.total} nodes; `remit query blast-radius ID` and `exposure ID` ask about one")
