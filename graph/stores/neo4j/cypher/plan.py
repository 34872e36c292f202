"""This file knows whether a plan only reads: every operator in it is one of those known to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.stores.graph_store import QueryRejected
from graph.stores.neo4j.cypher.allowlist import OPERATORS

READS = "r"

# How a refusal calls what operators do, by how their names begin; the first that fits.
_MEANINGS = {
    "LoadCSV": "reads files and addresses of the server's network",
    "ProcedureCall": "calls a procedure",
    "Transaction": "opens transactions of its own",
    "AdministrationCommand": "is administration",
    "Show": "is administration",
    "Terminate": "is administration",
}
_TYPES = {"w": "it writes", "rw": "it writes", "s": "it is administration or changes the schema"}


def check_plan(query_type: str | None, plan: Mapping[str, Any] | None) -> None:
    """Pass a statement whose type is "r" and whose plan holds known operators alone, of one database.

    Raises Refused that names the first operator in the way.
    """
    if plan is None:
        raise QueryRejected("the server gave no plan of this statement, so nobody can tell that it only reads")
    databases = set()
    for name in _operators(plan):
        operator, _, database = name.replace(" ", "").partition("@")
        databases.add(database)
        if operator not in OPERATORS:
            raise QueryRejected(_refusal(operator, query_type))
    if query_type != READS:
        said = _TYPES.get(str(query_type), f"the server calls it {query_type!r}")
        raise QueryRejected(f"this statement does more than read: {said}")
    if len(databases) != 1:
        raise QueryRejected("this statement reaches several databases")


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    waiting = [plan]
    while waiting:
        step = waiting.pop()
        yield str(step.get("operatorType"))
        waiting.extend(step.get("children", ()))


def _refusal(operator: str, query_type: str | None) -> str:
    meaning = next((told for begins, told in _MEANINGS.items() if operator.startswith(begins)), None)
    if meaning is None:
        meaning = "writes" if query_type in ("w", "rw") else "is not among what is known to only read"
    return f"this statement does more than read: its plan has {operator}, which {meaning}"
