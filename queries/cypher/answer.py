"""Answers from Neo4j instead of a snapshot: one question, one JSON object."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from graph.errors import InputError, StoreError
from graph.moment import midnight, write_moment
from graph.reason import Reason
from graph.snapshot import SourceFreshness
from queries import QUERIES
from queries.base import (
    AnyAnswer,
    AnyParams,
    Completeness,
    FreshnessWarning,
    as_json,
    freshness_warnings,
    rows_gap,
)
from queries.cypher import CYPHER_QUERIES
from queries.cypher.projection import Cypher, ProjectedAnswer, ProjectedGraph, PublishedEdition
from queries.usage.coverage import SourceCoverage

ENGINE = "neo4j"
# How often a question runs again because the graph was published anew meanwhile.
_TRIES = 5


@dataclass(frozen=True, slots=True)
class ProjectedStore:
    """A database with a projection, the generation of its claims, how fresh their sources are and what days they cover."""

    cypher: Cypher
    generation: int
    freshness: tuple[SourceFreshness, ...] = ()
    coverage: tuple[SourceCoverage, ...] = ()


def answer_from_neo4j(name: str, params: AnyParams, store: ProjectedStore, limit: int | None = None) -> dict[str, Any]:
    """The envelope of an answer, with `engine`; what Neo4j does not say is null.

    Raises InputError for what only a snapshot answers, StoreError where nothing is published.
    """
    if name not in CYPHER_QUERIES:
        raise InputError(f"{name} is answered by a snapshot alone; Neo4j answers {', '.join(CYPHER_QUERIES)}")
    edition, projected = _answer_of_one_edition(name, params, ProjectedGraph(store.cypher, store.coverage))
    answer, gaps = _limited(import_module(QUERIES[name]).Answer, projected.answer, limit)
    completeness = Completeness((*_behind(edition, store), *projected.reasons, *gaps), projected.notes)
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
        "freshness": as_json(_freshness(params, store)),
        "answer": answer,
    }


def _answer_of_one_edition(
    name: str, params: AnyParams, projection: ProjectedGraph
) -> tuple[PublishedEdition, ProjectedAnswer]:
    """The answer of one edition: what a later one does not show is deleted while we read."""
    module, _, function = CYPHER_QUERIES[name].partition(":")
    answer: Callable[[ProjectedGraph, AnyParams], ProjectedAnswer] = getattr(import_module(module), function)
    for _ in range(_TRIES):
        edition = projection.edition()
        projected = answer(projection, params)
        if projection.edition().number == edition.number:
            return edition, projected
    raise StoreError(
        f"the graph was published anew {_TRIES} times while the question ran; ask again when loading is done"
    )


def _behind(edition: PublishedEdition, store: ProjectedStore) -> list[Reason]:
    if edition.generation == store.generation:
        return []
    state = f"Neo4j shows generation {edition.generation}, the claims are at {store.generation}"
    return [Reason("BEHIND", f"{state}; `remit load` or `remit sync` publishes them")]


def _freshness(params: AnyParams, store: ProjectedStore) -> tuple[FreshnessWarning, ...]:
    first_day = getattr(params, "first_day", None)
    as_of = params.as_of if first_day is None else min(params.as_of, midnight(first_day))
    return freshness_warnings(store, as_of, params.as_of)


def _limited(
    holder: type[AnyAnswer], answer: Mapping[str, Any], limit: int | None
) -> tuple[dict[str, Any], list[Reason]]:
    """The answer with each of its lists cut to `limit` rows, and why rows are missing."""
    cut, gaps = dict(answer), []
    names = [item.name for item in dataclasses.fields(holder) if item.metadata.get("rows")]
    for name in names if limit is not None else ():
        rows: Sequence[Any] = cut[name] or ()
        if len(rows) > (limit or 0):
            cut[name] = rows[:limit]
            gaps.append(rows_gap(name, limit or 0, len(rows)))
    return cut, gaps
