"""The CLI's JSON and GraphQL say the same of every scenario."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from strawberry.utils.str_converters import to_camel_case

from api.context import StoreContext
from api.settings import Settings
from graph.moment import read_day, read_moment
from graph.snapshot import Snapshot
from queries import QUERIES
from queries.base import envelope
from tests.api.agreement import SCHEMA, Client, ask, assert_same, everything
from tests.test_scenarios import SCENARIOS, loaded

AS_OF = "2026-11-20T08:00:00Z"
WINDOW = ("2026-08-01", "2026-11-30")


def is_person(node: str) -> bool:
    return node.startswith("Identity:")


def asked(snapshot: Snapshot) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every question about a scenario: of each node that may stand there, as Params and as an input."""
    ids = list(snapshot.ids)
    ends = [node for node in ids if node.startswith("DataSource:")]
    starts = [node for node in ids if node.split(":")[0] in ("Identity", "Account", "Credential", "McpServer")]
    days = {"first_day": read_day(WINDOW[0]), "last_day": read_day(WINDOW[1])}
    span = {"from": WINDOW[0], "to": WINDOW[1]}
    return [
        *(("blast-radius", {"start": (node,)}, {"start": [node]}) for node in starts),
        *(("exposure", {"target": node}, {"target": node}) for node in ends),
        *(
            ("access-paths", {"origin": start, "target": end}, {"from": start, "to": end})
            for start in starts[:4]
            for end in ends[:4]
        ),
        ("ranking", {}, {}),
        ("orphaned-paths", {}, {}),
        *(
            ("cost-attribution", {"by": by, **days}, {"by": list(by), **span})
            for by in (("identity",), ("team", "model"), ("account", "mcp_server", "month"))
        ),
        *(
            ("cost-attribution", {"by": by, **days, **compare}, {"by": list(by), **span, **compare})
            for by, compare in ((("team",), {"compare": "2026-10"}), (("model",), {"compare": "2026-11"}))
        ),
        ("unresolved", {}, {}),
        ("revocation", {}, {}),
        *(("offboarding", {"person": node}, {"person": node}) for node in [*filter(is_person, ids)][:3]),
        ("forecast", {"by": ("identity", "model")}, {"by": ["identity", "model"]}),
        ("anomalies", {"by": ("team",), **days}, {"by": ["team"], **span}),
        ("least-privilege", {}, {}),
        *(("least-privilege", {"principal": node}, {"principal": node}) for node in starts[:3]),
        ("choke-points", {"kinds": ("Identity", "Account")}, {"kinds": ["Identity", "Account"]}),
        *(("what-if", {"remove": (node,)}, {"remove": [node]}) for node in (*starts[:2], *ends[:1])),
        *(
            ("changes", {"start": read_moment(WINDOW[0]), **more}, {"from": f"{WINDOW[0]}T00:00:00Z", **more})
            for more in ({}, *({"of": node} for node in (*starts[:2], *ends[:1])))
        ),
        *(
            ("inventory", {"kinds": kinds, **where}, {"kinds": list(kinds), **given})
            for kinds, where, given in (
                (("Account", "McpServer"), {"sort": "cost"}, {"sort": "cost"}),
                (
                    ("Credential",),
                    {"where": {"status": ("active", "unknown")}},
                    {"where": [{"property": "status", "values": ["active", "unknown"]}]},
                ),
            )
        ),
    ]


@pytest.mark.parametrize("name", SCENARIOS)
def test_both_faces_agree_on_every_scenario(name: str, client: Client, folder: Path) -> None:
    settings = Settings(store=f"memory:{folder}")
    with StoreContext(settings) as context:
        loaded(context.store, name, folder)
        snapshot = context.snapshot()
    questions = asked(snapshot)
    assert {question for question, _, _ in questions} == set(QUERIES)
    for question, told, given in questions:
        module = import_module(QUERIES[question])
        params = module.Params(**told, as_of=read_moment(AS_OF))
        shown = envelope(question, params, snapshot, module.run(snapshot, params))
        root = to_camel_case(question.replace("-", "_"))
        field = SCHEMA.query_type.fields[root]
        document = f"query($input: {field.args['input'].type}) {{ {root}(input: $input) {everything(field.type)} }}"
        found = ask(client, settings, document, input=given | {"asOf": AS_OF})[root]
        assert_same(shown["answer"], found, f"{name} {question} {given}")
        assert_same(shown["completeness"], found["completeness"])
        assert_same(shown["freshness"], found["freshness"])
        assert (found["snapshot"]["digest"], found["snapshot"]["asOf"]) == (snapshot.digest, AS_OF)
