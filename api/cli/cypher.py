"""`remit cypher`: one statement that only reads, for those who know the graph."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from api.terminal import print_error, print_json, print_line
from graph.stores.graph_store import DEFAULT_ROWS, DEFAULT_TIMEOUT_S, MOST_ROWS

FORMATS = ("table", "json", "csv")

HELP = """Ask the projection in Neo4j with a statement of Cypher that only reads.

\b
What stands there (docs/ontology.md has every kind and property):
  (:Entity:<Kind> {id, n, name, known, members, ...})   one node for each identity, account, credential, group ...
  (:Alias {id, n})                                       other ids of the same, by n
  -[:<EDGE_KIND> {cap, permission, since, until, walk}]-> between them, one for each interval
      since, until: microseconds since 1970, open ends the least and the greatest int64
      cap: 1 DISCOVER .. 4 ADMIN, 5 does not narrow; walk: 1 granted, 2 and 3 used
  (:Usage {principal, resource, application, day, requests, cost_nano, currency}), (:Charge {...})   by n of the nodes
  (:RemitProjection {edition, generation, digest, built_at})   what is shown now
Nodes and edges carry born and died: shown are those with born <= edition < died.

\b
Who can reach one data source now, and in how many steps:
  remit cypher --param id='"DataSource:postgres/prod/sales"' '
    MATCH (t:Entity {id: $id})
    MATCH p = (i:Identity)-[:HAS_ACCOUNT|HAS_CREDENTIAL|MEMBER_OF|CAN_ACCESS|CONTAINS*1..6]->(t)
    WHERE all(r IN relationships(p) WHERE r.since <= timestamp() * 1000 < r.until)
    RETURN i.name AS who, min(length(p)) AS steps ORDER BY steps, who'
What each application cost in November, by currency:
  remit cypher "MATCH (u:Usage) MATCH (a:Application {n: u.application})
    WITH u, a, date('1970-01-01') + duration({days: u.day}) AS day
    WHERE date('2026-11-01') <= day < date('2026-12-01')
    RETURN a.name, u.currency, sum(u.cost_nano) / 1e9 AS cost ORDER BY cost DESC"

Refused: writes, LOAD CSV, procedures, functions of plugins, administration, several statements. Exit codes: 0 answered,
1 answered PARTIAL (cut at a limit, or asked while a publish went on), 2 refused or wrong, 3 the store failed.
"""


def cypher(
    text: Annotated[str, typer.Argument(help="The statement; - reads it from standard input.", show_default=False)],
    param: Annotated[
        list[str] | None, typer.Option("--param", help="NAME=JSON, what $NAME stands for; may be given again.")
    ] = None,
    limit: Annotated[
        int, typer.Option(help=f"So many rows at most, up to {MOST_ROWS}.", min=1, max=MOST_ROWS)
    ] = DEFAULT_ROWS,
    timeout: Annotated[
        float, typer.Option(help="Seconds after which the server ends the statement.")
    ] = DEFAULT_TIMEOUT_S,
    format: Annotated[str, typer.Option("--format", help="table, json or csv")] = "table",
) -> None:
    from api.cli.options import check_format
    from api.cli.question_record import recorded_question
    from api.context import StoreContext
    from api.settings import read_settings
    from api.statement import askable, read_parameters, shown
    from graph.stores.graph_store import QueryLimits

    check_format(format, FORMATS)
    parameters, limits = read_parameters(param or ()), QueryLimits(rows=limit, timeout_s=timeout)
    statement = sys.stdin.read() if text == "-" else text
    settings = read_settings()
    asked = {"text": statement, "parameters": parameters}
    with StoreContext(settings) as context, recorded_question(settings, "cypher", asked) as facts:
        table = askable(context.store).ask(statement, parameters, limits)
        facts["rows"] = len(table.rows)
    _print(shown(statement, parameters, limits, table), format)
    raise typer.Exit(1 if table.reasons else 0)


cypher.__doc__ = HELP


def _print(envelope: dict[str, Any], form: str) -> None:

    from api.cli.csv_rows import print_values
    from api.cli.grid import grid, print_styled

    answer = envelope["answer"]
    if form == "json":
        print_json(envelope)
        return
    if form == "csv":
        rows = [dict(zip(answer["columns"], row, strict=True)) for row in answer["rows"]]
        print_values({"query": "cypher", "answer": {"rows": rows}}, ",")
    else:
        grid(answer["columns"], [[_cell(value) for value in row] for row in answer["rows"]])
    completeness = envelope["completeness"]
    for reason in completeness["reasons"]:
        text = f"{completeness['status']}: {reason['detail']} ({reason['code']})"
        (print_error if form == "csv" else print_line)(text)
    if form == "table":
        snapshot = envelope["snapshot"]
        of = f", generation {snapshot['generation']}" if snapshot else ", nothing is projected"
        print_styled(f"{len(answer['rows'])} rows in {answer['duration_s']:.3f} s{of}", "dim")


def _cell(value: object) -> str:
    """One value as text."""
    import json

    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
