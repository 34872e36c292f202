"""Ad-hoc Cypher as the command line and GraphQL share it: parameters as JSON, and the form of the answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import InputError
from graph.moment import write_moment
from graph.stores.graph_store import GraphStore, QueryLimits, QueryResult
from queries.base import Completeness, as_json

_DEEPEST = 100
_LONG = 2**63


def askable(store: object) -> GraphStore:
    """The store as one that can be asked in Cypher; raises InputError for one that cannot."""
    if not isinstance(store, GraphStore):
        raise InputError(
            "Cypher is for a Neo4j store: this one shows no graph to ask. Set REMIT_STORE=neo4j://user:password@host:7687 and "
            "load there (`remit copy FROM TO`), or use `remit query`, which answers on every store"
        )
    return store


def store_advice(store: object) -> Sequence[str]:
    """What should be set where a store runs that answers Cypher; empty for every other store."""
    return store.advice() if isinstance(store, GraphStore) else ()


def read_parameters(texts: Sequence[str]) -> dict[str, Any]:
    """`NAME=JSON` each; raises InputError for what is no JSON, twice the same name, or a value Cypher has no form for."""
    values: dict[str, Any] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise InputError(
                f"--param: {text!r} is not NAME=JSON; write --param id='\"Identity:hr/1001\"' or --param n=3"
            )
        if name.strip() in values:
            raise InputError(f"--param: {name.strip()} is given twice")
        try:
            values[name.strip()] = json.loads(value, parse_constant=_refuse_constant)
        except (ValueError, RecursionError) as error:
            raise InputError(f"--param: {name.strip()}: {value!r} is not JSON ({error}); texts need quotes") from None
    check_parameters(values)
    return values


def check_parameters(parameters: Mapping[str, Any]) -> None:
    """Raise InputError for values that Cypher has no form for: whole numbers beyond 63 bits, texts that are not Unicode."""
    waiting: list[tuple[str, Any, int]] = [(name, value, 0) for name, value in parameters.items()]
    for name in parameters:
        _check_text(str(name), name)
    while waiting:
        name, value, depth = waiting.pop()
        if depth > _DEEPEST:
            raise InputError(f"parameter {name}: nested beyond {_DEEPEST}").in_argument("parameters", name)
        if isinstance(value, str):
            _check_text(name, value)
        elif isinstance(value, int) and not -_LONG <= value < _LONG:
            raise InputError(f"parameter {name}: a whole number has at most 63 bits").in_argument("parameters", name)
        elif isinstance(value, list):
            waiting.extend((name, item, depth + 1) for item in value)
        elif isinstance(value, dict):
            for key, item in value.items():
                _check_text(name, key)
                waiting.append((name, item, depth + 1))


def shown(text: str, parameters: Mapping[str, Any], limits: QueryLimits, table: QueryResult) -> dict[str, Any]:
    """The answer as JSON has it, of the form that `remit query` has. `snapshot` is null where nothing is projected."""
    snapshot = None
    if table.generation is not None:
        built_at = None if table.built_at is None else write_moment(table.built_at)
        snapshot = {"generation": table.generation, "built_at": built_at, "digest": table.digest}
    return {
        "query": "cypher",
        "params": {"text": text, "parameters": dict(parameters), "limit": limits.rows, "timeout_s": limits.timeout_s},
        "snapshot": snapshot,
        "completeness": as_json(Completeness(table.reasons)),
        "freshness": [],
        "answer": {
            "columns": list(table.columns),
            "rows": [list(row) for row in table.rows],
            "duration_s": round(table.duration_s, 6),
            "text_sha256": table.text_sha256,
        },
    }


def _refuse_constant(text: str) -> Any:
    raise ValueError(f"{text} is no JSON number")


def _check_text(name: str, text: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise InputError(f"parameter {name}: half of a surrogate pair is no text").in_argument("parameters", name)
