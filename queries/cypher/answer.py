"""This file knows how a question is put to Neo4j instead of a snapshot, and the one JSON object that answers it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from graph.errors import InputError, StoreError
from graph.moment import midnight, write_moment
from graph.reason import Reason
from graph.snapshot import SourceFreshness
from queries import QUERIES
from queries.base import Completeness, as_json, freshness_warnings
from queries.cypher import CYPHER_QUERIES
from queries.cypher.projection import Cypher, ProjectedAnswer, Projection, PublishedEdition

ENGINE = "neo4j"
# How often a question is asked again because the graph was published anew meanwhile.
_TRIES = 5


@dataclass(frozen=True, slots=True)
class ProjectedStore:
    """The database that is asked, and what its claims say of themselves: their generation, how fresh sources are."""

    cypher: Cypher
    generation: int
    freshness: tuple[SourceFreshness, ...] = ()


def answer_from_neo4j(name: str, params: Any, store: ProjectedStore, limit: int | None = None) -> dict[str, Any]:
    """The envelope of an answer, `engine` beside; what Neo4j does not tell is null.

    Raises InputError for what only a snapshot answers, StoreError where nothing is published.
    """
    if name not in CYPHER_QUERIES:
        raise InputError(f"{name} is answered by a snapshot alone; Neo4j answers {', '.join(CYPHER_QUERIES)}")
    edition, found = _answered(name, params, Projection(store.cypher))
    answer, cut = _shortened(import_module(QUERIES[name]).Answer, found.answer, limit)
    completeness = Completeness((*_behind(edition, store), *found.reasons, *cut))
    return {
        "query": name,
        "params": as_json(params),
        "engine": ENGINE,
        "snapshot": {
            "generation": edition.generation,
            "as_of": write_moment(params.as_of),
            "built_at": write_moment(edition.built_at),
            "digest": edition.digest,
        },
        "completeness": as_json(completeness),
        "freshness": as_json(_notes(params, store)),
        "answer": answer,
    }


def _answered(name: str, params: Any, ground: Projection) -> tuple[PublishedEdition, ProjectedAnswer]:
    """The answer of one edition: what a later one does not show is deleted while we read."""
    module, _, function = CYPHER_QUERIES[name].partition(":")
    answer = getattr(import_module(module), function)
    for _ in range(_TRIES):
        edition = ground.edition()
        found = answer(ground, params)
        if ground.edition().number == edition.number:
            return edition, found
    raise StoreError(f"the graph was published anew {_TRIES} times while it was asked; ask again when loading is done")


def _behind(edition: PublishedEdition, store: ProjectedStore) -> list[Reason]:
    if edition.generation == store.generation:
        return []
    told = f"Neo4j shows generation {edition.generation}, the claims are at {store.generation}"
    return [Reason("BEHIND", f"{told}; `remit load` or `remit sync` publishes them")]


def _notes(params: Any, store: ProjectedStore) -> Any:
    first = getattr(params, "first_day", None)
    as_of = params.as_of if first is None else min(params.as_of, midnight(first))
    return freshness_warnings(store, as_of, params.as_of)


def _shortened(shape: type, answer: Mapping[str, Any], limit: int | None) -> tuple[dict[str, Any], list[Reason]]:
    """The answer with each of its lists cut to `limit` rows, and what that cut."""
    shown, cut = dict(answer), []
    names = [item.name for item in dataclasses.fields(shape) if item.metadata.get("rows")]
    for name in names if limit is not None else ():
        rows: Sequence[Any] = shown[name] or ()
        if len(rows) > (limit or 0):
            shown[name] = rows[:limit]
            cut.append(Reason("ROWS", f"{name}: the first {limit} of {len(rows)}"))
    return shown, cut
