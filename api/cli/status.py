"""`remit status`: what is loaded, how old it is, and how it went."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from api.terminal import print_error, print_json, print_line


def status(
    format: Annotated[str, typer.Option("--format", help="table or json")] = "table",
    runs: Annotated[int, typer.Option("--runs", min=0, help="How many of the newest runs to list.")] = 10,
) -> None:
    """Show the generation, every source with its age against its promise, its scopes and what is not whole, and runs."""
    from api.cli.demo_store import note_empty, settings_to_read
    from api.cli.options import check_format
    from api.cli.question_record import recorded_question
    from api.context import StoreContext, read_state
    from api.statement import store_advice

    check_format(format, ("table", "json"))
    settings = settings_to_read()
    with StoreContext(settings) as context, recorded_question(settings, "status", {}) as facts:
        state = read_state(context)
        facts.update(generation=state["generation"], rows=len(state["sources"]))
        note_empty(context)
        for sentence in store_advice(context.store):
            print_error(f"remit: {sentence}")
    if format == "json":
        print_json(state)
        return
    _show(state, runs)
    known = {source["source"] for source in state["sources"]}
    configured = [
        f"{name}:{instance}" for name, instances in sorted(settings.connectors.items()) for instance in instances
    ]
    never = [name for name in configured if name not in known]
    if never:
        print_line(f"configured and never read: {', '.join(never)}; `remit sync` reads them")


def _show(state: dict[str, Any], runs: int) -> None:
    from api.cli.grid import grid

    counts = state["counts"]
    built = f", built {state['built_at']}" if state["built_at"] else ""
    print_line(f"generation {state['generation']}{built}; {counts['usage']} usage rows, {counts['charges']} charges")
    for what in ("nodes", "edges"):
        print_line(f"{what}: " + (", ".join(f"{n} {kind}" for kind, n in counts[what].items()) or "none"))
    rows = [
        [row["source"], row["state"], row["last_run"], _age(row["age_s"]), _promise(row), _scopes(row), _why(row)]
        for row in state["sources"]
    ]
    grid(["source", "state", "last run", "age", "promised", "complete in", "why"], rows)
    if runs:
        newest = [
            [row["run"], row["source"], row["observed_at"], row["state"], _counts(row["counts"]), _why(row)]
            for row in state["runs"][:runs]
        ]
        grid(["run", "source", "observed", "state", "changes", "why"], newest, title="Newest runs")


def _why(row: dict[str, Any]) -> str:
    return "; ".join(f"{reason['code']}: {reason['detail']}" for reason in row["reasons"])


def _scopes(source: dict[str, Any]) -> str:
    return ", ".join(
        scope["scope"] + (f" {scope['from']} to {scope['to']}" if "from" in scope else "") for scope in source["scopes"]
    )


def _promise(source: dict[str, Any]) -> str:
    promised = source["promised_age_s"]
    if promised is None:
        return ""
    return f"LATE: {_age(promised)}" if source["age_s"] > promised else _age(promised)


def _counts(counts: dict[str, Any]) -> str:
    return ", ".join(
        f"{what} {sum(numbers.values())}"
        for what, numbers in counts.items()
        if isinstance(numbers, dict) and any(numbers.values())
    )


def _age(seconds: int) -> str:
    for size, unit in ((86_400, "d"), (3600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
