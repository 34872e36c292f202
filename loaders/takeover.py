"""Takeover of sources that had another name in earlier versions: their claims go on under the new one.

The claims are restored under the new name in a run of their own, with their intervals, and the old source goes. Of
several old names of one source (one file, loaded by several paths) the one observed last is taken over; what the others
still claim ends at the moment of the new run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import islice

import msgspec
import numpy as np

from graph.claims import Edge, Node, Record, RunHeader, Tombstone
from graph.errors import ObservationTooOld
from graph.moment import NEVER, write_moment
from graph.reason import HELD
from graph.snapshot.instance_aliases import renamed_id
from graph.stores.base import Claims, Outcome, SourceState, Store
from graph.stores.records import Restores
from loaders.base import PendingRun

_BATCH = 10_000


def former_sources(pending: PendingRun, states: Sequence[SourceState]) -> list[str]:
    """The sources of a store that may be this run's under an old name; cheap where there is none."""
    former, new = pending.former, pending.header.source
    if former is None:
        return []
    return [state.source for state in states if state.source != new and former.pattern.fullmatch(state.source)]


def take_over(store: Store, runs: Sequence[PendingRun]) -> list[Outcome]:
    """Give the sources of these runs what their former names claimed; the outcome of each such run.

    Reads the whole store, once, if any run may have had another name.
    """
    candidates = {run.header.source: former_sources(run, store.sources()) for run in runs}
    if not any(candidates.values()):
        return []
    claims = store.read(with_events=True)
    restores, evidence = Restores(claims), _evidence(claims, {name for names in candidates.values() for name in names})
    number_of = {state.source: number for number, state in enumerate(claims.sources)}
    names_of, taken = dict[str, list[str]](), set[str]()
    for run in runs:
        former = run.former
        names = [
            name
            for name in candidates[run.header.source]
            if name not in taken and former is not None and former.fits(name, evidence[name])
        ]
        for name in names:
            _refuse_older(run, claims.sources[number_of[name]])
        taken.update(names)
        # The newest last; it goes on.
        names_of[run.header.source] = sorted(
            names, key=lambda name: (claims.sources[number_of[name]].last_observed, name)
        )
    outcomes = []
    for run in runs:
        names = names_of[run.header.source]
        if names and run.header.source not in number_of:
            outcomes.append(_restore(store, restores, number_of[names.pop()], run))
        outcomes += [_end(store, claims, number_of[name], run.header) for name in names]
    return outcomes


def _refuse_older(run: PendingRun, old: SourceState) -> None:
    if old.last_observed > run.header.observed_at:
        observed = write_moment(old.last_observed)
        raise ObservationTooOld(f"{run.header.source} was observed at {observed}, as {old.source}: this run is older")


def _restore(store: Store, restores: Restores, number: int, pending: PendingRun) -> Outcome:
    """Restore the claims of a source under a new name, and remove it.

    Where its name is in its ids, these are renamed, and the old spelling goes on as an alias: other sources and
    people's decisions name it.
    """
    old, new = restores.claims.sources[number].source, pending.header.source
    header = msgspec.structs.replace(restores.header(number), source=new)
    renamed: dict[str, str] = {}
    if pending.former is not None and pending.former.is_in_ids:
        renamed = {old.replace(":", "/", 1): new.replace(":", "/", 1)}
        header = msgspec.structs.replace(header, aliases={**header.aliases, **renamed})
    run = store.begin(header, f"what {old} claimed")
    try:
        records, first = (_with_ids(record, renamed) for record in restores.records(number)), 1
        while batch := list(islice(records, _BATCH)):
            # The line of a restored record tells versions of one claim apart.
            store.write(run, batch, range(first, first + len(batch)))
            first += len(batch)
        outcome = store.finish(run)
    except BaseException:
        store.abandon(run)
        raise
    store.remove_source(old)
    return replace(outcome, notes=(f"{old} goes on under this name",))


def _with_ids(record: Record, renamed: Mapping[str, str]) -> Record:
    """A record whose ids are under the new name. Only sources of people and groups have their name in their ids."""
    if not renamed:
        return record
    if isinstance(record, Node):
        return msgspec.structs.replace(record, id=renamed_id(record.id, renamed))
    if isinstance(record, Edge):
        ends = renamed_id(record.source, renamed), renamed_id(record.target, renamed)
        return msgspec.structs.replace(record, source=ends[0], target=ends[1])
    return record


def _end(store: Store, claims: Claims, number: int, header: RunHeader) -> Outcome:
    """End what a source still claims, in a run without anything at the moment of the run that replaces it.

    A source that covers nothing reports what it claims as gone: no scope of its own would retire that.
    """
    state = claims.sources[number]
    moment = max(header.observed_at, state.last_observed)
    run = store.begin(RunHeader(source=state.source, observed_at=moment, complete=tuple(state.scopes)), header.source)
    try:
        if not state.scopes:
            tombstones = iter(_open_ids(claims, number))
            while batch := [Tombstone(id=node_id) for node_id in islice(tombstones, _BATCH)]:
                store.write(run, batch, [0] * len(batch))
        outcome = store.finish(run)
    except BaseException:
        store.abandon(run)
        raise
    if outcome.state == HELD:
        outcome = store.accept_run(state.source)
    return replace(outcome, notes=(f"its file is {header.source} now: what this source still claimed has ended",))


def _open_ids(claims: Claims, number: int) -> list[str]:
    """The ids of the nodes that a source claims, and of the ends of its edges, that nothing has ended; sorted."""
    nodes, edges = claims.nodes, claims.edges
    is_node = (np.asarray(nodes.claimed_by) == number) & (np.asarray(nodes.retired) == NEVER)
    is_edge = (np.asarray(edges.claimed_by) == number) & (np.asarray(edges.retired) == NEVER)
    ends = (np.asarray(nodes.node)[is_node], np.asarray(edges.source)[is_edge], np.asarray(edges.target)[is_edge])
    return sorted(claims.ids[node] for node in np.unique(np.concatenate(ends)).tolist())


def _evidence(claims: Claims, names: Collection[str]) -> Mapping[str, set[str]]:
    """The distinct texts of evidence of the edges of each of these sources."""
    texts: dict[str, set[str]] = defaultdict(set)
    numbers = [number for number, state in enumerate(claims.sources) if state.source in names]
    edges = claims.edges
    rows = np.flatnonzero(np.isin(edges.claimed_by, numbers) & (edges.evidence >= 0))
    for number, text in np.unique(np.stack((edges.claimed_by[rows], edges.evidence[rows]), axis=1), axis=0).tolist():
        texts[claims.sources[number].source].add(claims.texts[text])
    return texts
