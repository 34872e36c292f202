"""What spans add up to is a function of their set: not of their order, of who sent them together, or how often.

The oracle looks at every pair of spans and says the rules of `loaders/connectors/otlp/counting.py` again, in plain Python.
It climbs from a span to the root wherever something above matters, and knows nothing of journals.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from spans import DAY_NS, NOON_NS, NOW_S, attributes, span

from loaders.connectors.otlp.export import JSON, TraceExportRequest, count_exports
from loaders.connectors.otlp.journal import Journal

Totals = Counter[tuple[Any, ...]]


class Told(NamedTuple):
    """A span before it is written as OTLP."""

    trace: int
    id: int
    parent: int | None
    sort: str  # chat, embed, client, execute, server, http, agent
    day: int
    tokens: int
    tool: str
    call: str | None
    person: str | None
    service: str
    server: str | None

    @property
    def key(self) -> tuple[int, int]:
        return self.trace, self.id


ids = st.integers(1, 7)
spans_told = st.builds(
    Told,
    trace=st.integers(1, 2),
    id=ids,
    parent=st.none() | ids,
    sort=st.sampled_from(("chat", "chat", "embed", "client", "execute", "server", "http", "http", "agent")),
    day=st.integers(0, 1),
    tokens=st.integers(0, 3),
    tool=st.sampled_from(("query", "fetch")),
    call=st.none() | st.sampled_from(("call_1", "call_2")),
    person=st.none() | st.sampled_from(("ada@acme.example", "user-7")),
    service=st.sampled_from(("agent", "helper")),
    server=st.none() | st.sampled_from(("github", "files")),
)
# A set of spans with ids of their own, and an order in which they come: some twice, in exports of any size.
sets = st.lists(spans_told, max_size=12, unique_by=lambda one: one.key)


@st.composite
def deliveries(draw: st.DrawFn) -> tuple[list[Told], list[list[Told]], list[bool]]:
    told = draw(sets)
    again = draw(st.lists(st.sampled_from(told), max_size=5)) if told else []
    order = draw(st.permutations([*told, *again]))
    cuts = draw(st.lists(st.integers(0, len(order)), max_size=4).map(sorted))
    exports = [order[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(order)], strict=True)]
    return told, exports, draw(st.lists(st.booleans(), min_size=len(exports), max_size=len(exports)))


def as_export(told: list[Told]) -> TraceExportRequest:
    """The spans of each service below a resource of its own."""
    parts = []
    for one in told:
        what: dict[str, Any] = {"gen_ai.operation.name": "invoke_agent"} if one.sort == "agent" else {}
        if one.sort == "http":
            what = {"http.request.method": "POST"}
        elif one.sort in ("chat", "embed"):
            what = {"gen_ai.operation.name": "chat" if one.sort == "chat" else "embeddings", "gen_ai.system": "openai"}
            what |= {"gen_ai.request.model": "m", "gen_ai.usage.input_tokens": one.tokens}
            what |= {"gen_ai.response.id": one.call} if one.call else {}
        elif one.sort != "agent":
            what = {"gen_ai.tool.name": one.tool}
            what |= {"gen_ai.operation.name": "execute_tool"} if one.sort == "execute" else {}
            what |= {"mcp.method.name": "tools/call"} if one.sort != "execute" else {}
            what |= {"gen_ai.tool.call.id": one.call} if one.call else {}
            what |= {"mcp.server.name": one.server} if one.server else {}
        what |= {"user.id": one.person} if one.person else {}
        kind = "server" if one.sort == "server" else "client"
        made = span(one.id, what, trace=one.trace, parent=one.parent, kind=kind, start_ns=NOON_NS - one.day * DAY_NS)
        resource = {"attributes": attributes({"service.name": one.service})}
        parts.append({"resource": resource, "scopeSpans": [{"spans": [made]}]})
    return TraceExportRequest(JSON, False, json.dumps({"resourceSpans": parts}).encode())


def above(one: Told, told: list[Told]) -> list[Told]:
    """The spans above, nearest first, as far as the trace is known; parents may go in circles."""
    climbed: list[Told] = []
    while True:
        last = climbed[-1] if climbed else one
        up = next((up for up in told if up.trace == one.trace and up.id == last.parent and up.id != last.id), None)
        if up is None or up in climbed:
            return climbed
        climbed.append(up)


def caller(one: Told, told: list[Told]) -> Told | None:
    """The nearest span above that is no link; a span is not its own."""
    nearest = next((up for up in above(one, told) if up.sort != "http"), None)
    return None if nearest == one else nearest


def person_above(one: Told, told: list[Told]) -> str:
    nearest = next((up for up in above(one, told) if up.person), None)
    return "" if nearest is None or nearest == one else principal(nearest)


def oracle(told: list[Told]) -> Totals:
    """(day, who, application, server, what) → requests, and the same with "tokens" → tokens."""
    totals: Totals = Counter()
    for one in told:
        called = [down for down in told if down != one and caller(down, told) == one]
        if one.sort in ("chat", "embed"):
            same = [
                mate
                for mate in told
                if mate == one or (one.call and (mate.trace, mate.sort, mate.call) == (one.trace, one.sort, one.call))
            ]
            repeated = {
                mate.key: [
                    down for down in told if down != mate and down.sort == one.sort and caller(down, told) == mate
                ]
                for mate in same
            }
            inner = [mate for mate in same if not repeated[mate.key]]
            whole = [mate for mate in same if mate.tokens and not any(down.tokens for down in repeated[mate.key])]
            slot = inference_slot(one, same, told)
            totals[slot] += bool(inner) and one == min(inner, key=lambda mate: (not mate.tokens, mate.key))
            if whole and one == min(whole, key=lambda mate: (bool(repeated[mate.key]), mate.key)):
                totals[(*slot, "tokens")] += one.tokens
        elif one.sort in ROLES and is_counted(one, caller(one, told), called, told):
            totals[merged(one, caller(one, told), called, told)] += 1
    return +totals


def inference_slot(one: Told, same: list[Told], told: list[Told]) -> tuple[Any, ...]:
    first = caller(one, told)
    outer = [first] if first and first.sort == one.sort else []
    with_tokens = [min(mates, key=lambda mate: mate.key) for mates in halves(same) if mates]
    mates = [one, *(mate for mate in with_tokens if mate != one)]
    people = [principal(mate) for mate in mates if mate.person] + [person_above(mate, told) for mate in mates]
    everyone = [*outer, *mates]
    who = next((name for name in [*people, *(principal(mate) for mate in everyone)] if name), "")
    return one.day, who, next((name for mate in everyone if (name := application(mate))), ""), "", "Model:openai/m"


def halves(same: list[Told]) -> tuple[list[Told], list[Told]]:
    """The spans of a call with tokens, and those without."""
    return [mate for mate in same if mate.tokens], [mate for mate in same if not mate.tokens]


ROLES = ("client", "execute", "server")


def mates_of(one: Told, told: list[Told]) -> list[Told]:
    mates = [
        mate for mate in told if one.call and (mate.trace, mate.call) == (one.trace, one.call) and mate.sort in ROLES
    ]
    return sorted(mates, key=lambda mate: (ROLES.index(mate.sort), mate.key))


def is_counted(one: Told, parent: Told | None, children: list[Told], told: list[Told]) -> bool:
    mates = mates_of(one, told)
    if mates and mates[0] != one:
        return False
    if one.sort == "execute":
        inside = parent is not None and parent.sort in ("client", "server") and parent.tool == one.tool
        return not inside and all(down.sort != "client" for down in children)
    return one.sort == "client" or parent is None or parent.sort not in ("client", "execute")


def merged(one: Told, parent: Told | None, children: list[Told], told: list[Told]) -> tuple[Any, ...]:
    mates = mates_of(one, told)
    members = [
        next(mate for mate in mates if mate.sort == sort) for sort in ROLES if any(m.sort == sort for m in mates)
    ]
    if one.sort != "server":
        members += sorted((down for down in children if down.sort == "server"), key=lambda down: down.key)[:1]
    members += [parent] if parent and one.sort == "client" and parent.sort == "execute" else []
    others = sorted({*members} - {one}, key=lambda other: (ROLES.index(other.sort), other.key))
    everyone = [one, *others]
    people = [principal(other) for other in everyone if other.person]
    people += [name for other in everyone if (name := person_above(other, told))]
    agents = [principal(other) for other in everyone if principal(other)]
    applications = [application(other) for other in everyone if application(other)]
    named = [other for sort in ("client", "server", "execute") for other in everyone if other.sort == sort]
    servers = [
        server for other in named if (server := other.server or (other.service if other.sort == "server" else ""))
    ]
    first = [[*people, *agents, ""][0], [*applications, ""][0], [*servers, ""][0]]
    return one.day, *first, one.tool


def principal(one: Told) -> str:
    if one.person:
        return f"Account:otlp/default/{one.person}"
    return "" if one.sort == "server" else f"Application:otlp/default/{one.service}"


def application(one: Told) -> str:
    return "" if one.sort == "server" else f"Application:otlp/default/{one.service}"


def totals_of(journal: Journal) -> Totals:
    today, totals = NOON_NS // DAY_NS, Counter[tuple[Any, ...]]()
    for row in journal.changed().totals:
        slot = (
            today - row.usage_key.day,
            row.usage_key.who,
            row.usage_key.application,
            row.usage_key.server,
            row.usage_key.name,
        )
        assert row.requests >= 0
        assert min(row.tokens) >= 0
        totals[slot] += row.requests
        totals[(*slot, "tokens")] += sum(row.tokens[:4])
    return +totals


@settings(max_examples=600, deadline=None)
@given(deliveries())
def test_totals_are_those_of_the_set_of_spans(delivery: tuple[list[Told], list[list[Told]], list[bool]]) -> None:
    told, exports, settles = delivery
    journal = Journal()
    counted = 0
    for export, settle in zip(exports, settles, strict=True):
        taken = count_exports(journal, "default", [as_export(export)], NOW_S)[0]
        assert not taken.refused
        assert taken.accepted + taken.duplicates + taken.others == len(export)
        counted += taken.accepted
        if settle:
            journal.settle(None)
    journal.settle(None)
    assert counted == sum(one.sort not in ("http", "agent") for one in told)
    assert totals_of(journal) == oracle(told)
    journal.close()


@settings(max_examples=60, deadline=None)
@given(sets, st.integers(1, 4))
def test_exports_taken_in_one_transaction_count_as_one_by_one(told: list[Told], size: int) -> None:
    one, other = Journal(), Journal()
    exports = [as_export(told[begin : begin + size]) for begin in range(0, len(told), size)]
    together = count_exports(one, "default", exports, NOW_S)
    apart = [count_exports(other, "default", [export], NOW_S)[0] for export in exports]
    for journal in (one, other):
        journal.settle(None)
    assert together == apart
    assert totals_of(one) == totals_of(other)
    one.close()
    other.close()


@settings(max_examples=200, deadline=None)
@given(deliveries())
def test_spans_of_files_count_as_pushed_ones(delivery: tuple[list[Told], list[list[Told]], list[bool]]) -> None:
    """Some exports are pushed, others come in files of a load each."""
    told, exports, are_files = delivery
    journal = Journal()
    for export, is_file in zip(exports, are_files, strict=True):
        files = Journal() if is_file else journal
        count_exports(files, "default", [as_export(export)], NOW_S)
        if is_file:
            files.settle(None)
            assert not journal.absorb(files, NOW_S)
            files.close()
    journal.settle(None)
    assert totals_of(journal) == oracle(told)
    journal.close()
