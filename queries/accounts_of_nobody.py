"""Accounts that reach data and that no identity reaches: what a ranking of people leaves out, as a reason or a note."""

from __future__ import annotations

from collections import Counter

import numpy as np

from graph.ontology import split_id
from graph.reason import Reason
from graph.snapshot import Snapshot, View

_MOST_SYSTEMS = 5


def accounts_of_nobody(snapshot: Snapshot, view: View) -> tuple[list[Reason], list[Reason]]:
    """(gaps, notes) of a ranking of identities at the view's moment; two walks over the graph.

    A gap where no identity reaches any data although accounts do: nobody knows yet whose they are. Else a note.
    """
    nodes, lowest = snapshot.nodes, min(view.levels)
    data = np.flatnonzero(nodes.of("DataSource"))
    identities = np.flatnonzero(nodes.of("Identity"))
    reaching = np.zeros(snapshot.count, dtype=bool)
    # The second vertex of a closed account reaches what only the holder of its key does, not the account.
    leading = view.traverser(reverse=True).bfs(data.tolist(), lowest).nodes
    reaching[leading[leading < snapshot.count]] = True
    known = np.zeros(snapshot.count, dtype=bool)
    known[view.node_of[view.traverser().bfs(identities.tolist(), lowest).nodes]] = True
    accounts = np.flatnonzero(nodes.of("Account") & reaching & ~known)
    if not len(accounts):
        return [], []
    systems = Counter(split_id(snapshot.ids[node])[1] for node in accounts.tolist())
    ranked = sorted(systems.items(), key=lambda item: (-item[1], item[0]))
    words = [f"{count} of {system}" for system, count in ranked[:_MOST_SYSTEMS]]
    words += ["others"] if len(ranked) > _MOST_SYSTEMS else []
    verb = "account reaches data and belongs" if len(accounts) == 1 else "accounts reach data and belong"
    reason = Reason(
        "ACCOUNTS_OF_NOBODY",
        f"{len(accounts)} {verb} to nobody known ({', '.join(words)}): no row counts what they reach. Load the directory that "
        "lists their addresses or subjects, or join them with `remit decide link`",
    )
    is_gap = not reaching[identities].any()
    return ([reason], []) if is_gap else ([], [reason])
