"""`remit load`: files and folders in, runs and a new snapshot out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import numpy as np
import typer

from api.terminal import print_error, print_line
from graph.reason import COMPLETE
from graph.snapshot import Snapshot
from graph.stores.base import Outcome
from loaders.base import PendingRun

ObservedAt = Annotated[
    str | None,
    typer.Option("--observed-at", help="When the files were true (ISO 8601); default: now, or what they say."),
]
MaxAge = Annotated[
    str | None,
    typer.Option(
        "--max-age",
        help="How old these sources may become before answers call them stale, such as 7d; default: after three runs, "
        "three times their usual interval.",
    ),
]


def load(
    paths: Annotated[
        list[Path], typer.Argument(help="Files and folders; formats are known by content.", show_default=False)
    ],
    connector: Annotated[str | None, typer.Option(help="Read all files with this connector.")] = None,
    source: Annotated[str | None, typer.Option(help="Name the source, as system:instance.")] = None,
    owner: Annotated[
        str | None, typer.Option(help="Whose configuration files these are: an email or a node id.")
    ] = None,
    observed_at: ObservedAt = None,
    max_age: MaxAge = None,
    strict: Annotated[
        bool | None,
        typer.Option(
            "--strict/--lenient", help="Refuse the command for one bad entry, or leave bad entries out and say so."
        ),
    ] = None,
    if_newer: Annotated[
        bool, typer.Option("--if-newer", help="Leave out runs that are older than what their source already told.")
    ] = False,
) -> None:
    """Load files: our own records, exports, policies, bills, configurations and saved answers of every known system.

    docs/connectors.md lists the formats; --connector NAME reads all files as one of them.
    All runs of one command are checked before any is written. Exit codes: 0 published, 1 published but PARTIAL or HELD, or
    without a file of a known name that cannot be read, 2 refused and nothing written, 3 the store failed.
    """
    from api.access.audit_trail import count_outcomes, recorded
    from api.cli.options import moment
    from api.cli.progress import loading
    from api.context import StoreContext
    from api.settings import read_settings
    from graph.moment import now
    from loaders.base import Context
    from loaders.ingest import ingest
    from loaders.saved.files import load_runs
    from queries.unresolved import Params, run, unresolved_lines

    settings = read_settings()
    observed, lenient = moment(observed_at, "--observed-at") or now(), None if strict is None else not strict
    load_context = Context(observed, source, owner, lenient, settings.fingerprint_salt, settings.span_journal())
    drafts, skipped = load_runs(paths, load_context, connector)
    with recorded(settings, "load") as facts, StoreContext(settings) as context, loading() as progress:
        runs = _promising(drafts, max_age)
        before = run(context.snapshot(), Params(as_of=now())) if context.store.generation() else None
        outcomes = ingest(context.store, runs, strict_foreign=strict, progress=progress, if_newer=if_newer, clock=now())
        facts.update(count_outcomes(outcomes))
        context.publish()
        snapshot = context.snapshot()
        unresolved = run(snapshot, Params(as_of=now()))
    for other in skipped:
        print_error(f"{'UNREADABLE' if other.is_ours else 'skipped '} {other}")
    tell(outcomes)
    for line in (*_owner_lines(snapshot, owner), *unresolved_lines(unresolved, before)):
        print_line(line)
    is_whole = all(outcome.state == COMPLETE for outcome in outcomes) and not any(file.is_ours for file in skipped)
    raise typer.Exit(0 if is_whole else 1)


def _owner_lines(snapshot: Snapshot, owner: str | None) -> list[str]:
    """What to say of an owner whom no source describes: a mistyped address would make a person of its own."""
    from graph.address import canonical_address
    from graph.moment import now
    from queries.nearest import nearest_nodes

    if not owner or not owner.strip():
        return []
    text = owner.strip()
    node = snapshot.index_of(text if ":" in text else f"Identity:email/{canonical_address(text)}")
    people = np.flatnonzero(snapshot.nodes.of("Identity") & snapshot.nodes.known)
    if node < 0 or snapshot.nodes.known[node] or not len(people):
        return []
    nearest = [other for other in nearest_nodes(snapshot, text) if other != node and other in people]
    near = [(snapshot.prop(other, "emails", now()) or [snapshot.ids[other]])[0] for other in nearest]
    guess = f"; did you mean {' or '.join(near)}?" if near else "."
    return [
        f"note: no directory lists the owner {text}{guess} It is kept as {snapshot.ids[node]}. If the address is right, "
        "load the directory that lists it; if not, load the file again with the right one and remove the source above "
        "with `remit source remove SOURCE`"
    ]


def _promising(runs: Iterable[PendingRun], max_age: str | None) -> Iterator[PendingRun]:
    """The runs; their sources promise how old they may become. An export restored says so itself."""
    from loaders.live.schedule import read_every

    max_age_s = None if max_age is None else read_every(max_age)
    for run in runs:
        if max_age_s is not None and run.header.source and not run.header.restore:
            run.header = msgspec.structs.replace(run.header, max_age_s=max_age_s)
        yield run


def _waiting(kind: str, count: int) -> str:
    if kind == "usage_days":
        return "usage of 1 day" if count == 1 else f"usage of {count} days"
    return f"{count} {kind}"


def tell(outcomes: Sequence[Outcome]) -> None:
    """One line for each run, and below it what a person must know."""
    for outcome in outcomes:
        counts = [
            f"+{sum(outcome.added.values())}" if outcome.added else "",
            f"-{sum(outcome.retired.values())}" if outcome.retired else "",
        ]
        changed = " ".join(filter(None, counts)) or "no change"
        print_line(f"{outcome.state:<9}{outcome.source}  {changed}  generation {outcome.generation}")
        for reason in outcome.reasons:
            print_line(f"         {reason.code}: {reason.detail}")
        for note in outcome.notes:
            print_line(f"         {note}")
        if outcome.held:
            waiting = ", ".join(_waiting(kind, count) for kind, count in sorted(outcome.held.items()))
            print_line(
                f"         HELD: {waiting} would be retired; `remit decide accept-run {outcome.source}` takes it"
            )
        if outcome.rounded:
            print_line(f"         {outcome.rounded} amounts were finer than a nano-unit and were rounded")
