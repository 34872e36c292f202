"""`remit copy`: everything from one store into another, proved equal at the end."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.terminal import print_line
from graph.stores.copy import EQUAL, SourceCopy


def copy(
    origin: Annotated[str, typer.Argument(metavar="FROM", help="The store to copy.", show_default=False)],
    target: Annotated[str, typer.Argument(metavar="TO", help="The store that gets it.", show_default=False)],
) -> None:
    """Copy everything one store holds into another, and prove that both are equal.

        \b
        remit copy sqlite:///.remit/remit.db neo4j://neo4j:PASSWORD@db.example:7687/neo4j
        remit copy neo4j://neo4j:PASSWORD@db.example:7687/neo4j sqlite:///backup.db
        remit copy "$REMIT_STORE" sqlite:////mnt/backup/remit.db

    FROM and TO are addresses as in REMIT_STORE. What FROM holds when the command begins is copied: every source with its
    ended claims, its aliases and checkpoint, its state, and what waits of a held run; and the decisions. The history of runs
    and the snapshots stay behind: TO begins its own.

    Every source arrives whole or not at all. Killed in the middle, the same command goes on where it stopped; run again
    later, it brings over the sources that changed since, as long as nobody else wrote them in TO. Nothing is written if TO
    holds a source or a decision that FROM does not, or a source with other content.

    At the end both are compiled, and every source and the digests compared. The password is kept out of all that is
    printed; the list of processes shows it, so keep it in a variable and copy from a machine of your own.

    Exit codes: 0 copied, or equal already; 2 refused; 3 a store or a lease failed, or TO does not hold what was copied.
    """
    from api.access.audit_trail import recorded
    from api.cli.progress import loading
    from api.context import StoreContext
    from api.exports.copy import copy_store, require_two, settings_of, shown, snapshots_of
    from api.settings import read_settings

    settings = read_settings()
    begin, end = settings_of(settings, origin), settings_of(settings, target)
    require_two(begin, end)
    with recorded(end, "copy") as facts, StoreContext(begin) as left, StoreContext(end) as right:
        with loading() as progress:
            proof = copy_store(left, right, progress)
        facts.update(
            sources=[source_copy.source for source_copy in proof.copy.sources], generation=proof.copy.generation
        )
        folder = snapshots_of(settings, end)
        if folder is not None:
            right.publish()
    for source_copy in proof.copy.sources:
        _tell(source_copy)
    decisions = f"{proof.copy.decisions} decisions, {proof.copy.new_decisions} of them new"
    done = "copied" if proof.copy.changed else "equal already"
    print_line(f"{done}: generation {proof.copy.generation}, {len(proof.copy.sources)} sources, {decisions}")
    for address in (origin, target):
        print_line(f"digest {proof.digest}  {shown(address)}")
    _print_folder(folder, end.snapshot_folder())


def _tell(source_copy: SourceCopy) -> None:
    counts = ", ".join(f"{count:,} {what}" for what, count in source_copy.counts.items() if count) or "no claims"
    print_line(
        f"{source_copy.how:<9}{source_copy.source}  {counts}"
        + ("  (was there already)" if source_copy.how == EQUAL else "")
    )
    if source_copy.lost_held:
        print_line("         HELD: what its held run would retire is not told by FROM; load that run into TO again")


def _print_folder(folder: Path | None, wanted: Path | None) -> None:
    if folder is not None:
        print_line(f"published in {folder}")
    elif wanted is not None:
        print_line(f"not published: {wanted} is the folder of another store; set REMIT_STORE and ask, and it will be")
