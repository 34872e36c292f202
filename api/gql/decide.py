"""The mutations: what people decide, each recorded in the audit, signed by its caller and done once however often it is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Annotated, Any, Union

import anyio.to_thread
import strawberry

from api.access.audit_trail import count_outcomes
from api.context import StoreContext
from api.decision_note import decision_note
from api.gql.derive import build_type, describe, map_field
from api.gql.errors import AmbiguousNode, BadInput, Forbidden, NotFound, PublicError, error_type
from api.gql.meaning import INPUT, with_meanings
from api.gql.page import Info
from api.gql.rights import guarded
from api.gql.scalars import Moment
from api.http.lifespan import Session
from graph.check import check
from graph.claims import Decision
from graph.decisions import decision_key, decisions_in_force
from graph.errors import InputError, RecordError, StoreError
from graph.moment import now
from graph.snapshot import Snapshot
from graph.stores.base import Outcome
from queries.subject import find_instance, find_node
from queries.vocabulary import Long as LongCount

# Budgets have amounts and months of their own and are decided on the command line.
KINDS = ("link", "unlink", "owner", "sensitivity", "approval", "alias")
_REFUSALS = (NotFound, AmbiguousNode, BadInput, Forbidden)
_KEY = "The client's own name for this decision, new for each: sent again with it, nothing is decided twice."


@strawberry.input(description="What is decided.")
class DecideInput:
    kind: str = strawberry.field(description=f"One of {', '.join(KINDS)}.")
    ids: list[strawberry.ID] = strawberry.field(
        description="Of link and unlink two or more identities and accounts; of owner the node, then who answers for it; of "
        "alias the address and the instance that it is, as data sources; else the node. Ids, addresses or unique names."
    )
    key: str = strawberry.field(description=_KEY)
    value: str | None = strawberry.field(default=None, description="Of sensitivity and approval: which.")
    why: str | None = strawberry.field(default=None, description="Why, for those who come after.")


@strawberry.input(description="Which decision is taken back.")
class UndoInput:
    decision: str = strawberry.field(description="The key of the decision, as `decide` answered it.")
    key: str = strawberry.field(description=_KEY)
    why: str | None = strawberry.field(default=None, description="Why, for those who come after.")


@strawberry.input(description="Which held run is accepted.")
class AcceptRunInput:
    source: str = strawberry.field(description="The source, as system:instance.")
    key: str = strawberry.field(description=_KEY)


@with_meanings
@strawberry.type(description="A decision as it is kept.")
class Decided:
    decision: str
    """Its key, by which it can be taken back."""
    kind: str
    """What sort of decision it is."""
    ids: list[strawberry.ID]
    """The nodes that it is about."""
    value: str | None
    """What was decided of them, where the kind does not say it all."""
    by: str
    """Who decided."""
    at: Moment
    """When."""
    why: str | None
    """Why, as given."""
    note: str | None
    """What it does not do although somebody might expect it."""
    generation: int
    """The generation whose answers know it."""


@with_meanings
@strawberry.type(description="What a held run did once it was accepted.")
class AcceptedRun:
    outcome: strawberry.Private[Outcome]
    source: str
    """The source, as system:instance."""
    run: int
    """The number of the run."""
    state: str
    """How it ended now."""
    generation: int
    """The generation whose answers know it."""
    retired = map_field(
        "retired", dict[str, LongCount], lambda root: root.outcome, "How many claims of each kind ended."
    )


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise InputError(f"{kind!r} is not decided here; use one of {', '.join(KINDS)}").in_argument("kind")


def node_ids(snapshot: Snapshot, kind: str, texts: list[strawberry.ID]) -> tuple[str, ...]:
    """The ids of the nodes that texts mean; of an alias the address as it is written and the instance, which must be known."""
    if kind == "alias" and len(texts) == 2:
        known = find_instance(snapshot, texts[1].removeprefix("DataSource:"))
        return (f"DataSource:{texts[0].removeprefix('DataSource:').lower()}", f"DataSource:{known}")
    return tuple(snapshot.ids[find_node(snapshot, text, "ids", at)] for at, text in enumerate(texts))


def _store_decision(context: StoreContext, decision: Decision) -> Decision:
    """Keep a decision, unless the newest one about the same says the same already: that one is returned."""
    same = [
        other
        for other in decisions_in_force(context.store.read().decisions)
        if (other.kind, other.ids) == (decision.kind, decision.ids)
    ]
    newest = max(same, key=lambda other: other.at, default=None)
    if newest is not None and (newest.value, newest.by, newest.why) == (decision.value, decision.by, decision.why):
        return newest
    context.store.decide(decision)
    context.publish()
    return decision


def _decide(session: Session, asked: DecideInput, facts: dict[str, Any]) -> Decided:
    _check_kind(asked.kind)
    with session.server.holder.opened() as context:
        ids = node_ids(context.snapshot(), asked.kind, asked.ids)
        value = asked.value.lower() if asked.value else None
        decision = Decision(
            kind=asked.kind, ids=ids, by=session.caller.name, at=now(), why=asked.why or None, value=value
        )
        try:
            check(decision)
        except RecordError as error:
            raise InputError(str(error)).in_argument(error.field or "ids") from None
        kept = _store_decision(context, decision)
        snapshot = context.snapshot()
        note = decision_note(snapshot, kept.kind, kept.ids) if kept.kind != "alias" else ""
    return _answered(session, kept, note, snapshot.generation, facts)


def _undo(session: Session, asked: UndoInput, facts: dict[str, Any]) -> Decided:
    with session.server.holder.opened() as context:
        decisions = decisions_in_force(context.store.read().decisions)
        undone = next((decision for decision in decisions if decision_key(decision) == asked.decision), None)
        if undone is None:
            raise InputError(f"no decision in force has the key {asked.decision!r}").in_argument("decision")
        decision = Decision(
            kind="undo",
            ids=undone.ids,
            by=session.caller.name,
            at=max(now(), undone.at),
            why=asked.why or None,
            value=asked.decision,
        )
        check(decision)
        context.store.decide(decision)
        context.publish()
        generation = context.snapshot().generation
    return _answered(session, decision, "", generation, facts)


def _answered(session: Session, kept: Decision, note: str, generation: int, facts: dict[str, Any]) -> Decided:
    redact = session.server.trail.redact
    facts.update(decision=kept.kind, nodes=redact(kept.ids), decision_key=decision_key(kept), generation=generation)
    if kept.value is not None:
        facts["value"] = redact(kept.value)
    return Decided(
        decision=decision_key(kept),
        kind=kept.kind,
        ids=[strawberry.ID(node) for node in kept.ids],
        value=kept.value,
        by=kept.by,
        at=Moment(kept.at),
        why=kept.why,
        note=note or None,
        generation=generation,
    )


def _accept(session: Session, asked: AcceptRunInput, facts: dict[str, Any]) -> AcceptedRun:
    facts["sources"] = [asked.source]
    with session.server.holder.opened() as context:
        try:
            outcome = context.store.accept_run(asked.source)
        except InputError as error:
            raise error.in_argument("source") from None
        context.publish()
        generation = context.snapshot().generation
    facts.update(count_outcomes([outcome]), generation=generation)
    return AcceptedRun(
        outcome=outcome, source=asked.source, run=outcome.run, state=outcome.state, generation=generation
    )


async def _change(info: Info, name: str, asked: Any, work: Callable[[Session, Any, dict[str, Any]], Any]) -> Any:
    """Make a change on the server's own loop, recorded and one at a time; what was wrong with it is an answer."""
    session = info.context
    given = tuple(repr(getattr(asked, item.name)) for item in fields(asked))

    async def at_home() -> Any:
        server = session.server
        async with server.recorded_change(name, session.caller, session.client, session.request_id) as facts:
            done = await anyio.to_thread.run_sync(
                lambda: server.changes.once(session.caller.name, asked.key, given, lambda: work(session, asked, facts)),
                limiter=server.writes,
            )
        await server.refresh()
        return done

    try:
        return await session.server.operations.at_home(at_home)
    except InputError as error:
        return error_type(error.in_argument("input", *error.argument), session.pinned.snapshot.generation)
    except StoreError as error:
        raise PublicError(str(error), extensions={"code": "STORE_FAILED"}) from None


def _result(name: str, answer: Any) -> Any:
    # A union made at run time: no type checker reads it.
    return Annotated[
        Union[(answer, *_REFUSALS)],
        strawberry.union(name, description="What came of it, or why nothing did."),
    ]


async def resolve_decide(info: Info, input: Annotated[DecideInput, strawberry.argument(description=INPUT)]) -> Any:
    """Decide who is who, who answers for what, how sensitive or approved something is; it survives every sync."""
    return await _change(info, "decide", input, _decide)


async def resolve_undo(info: Info, input: Annotated[UndoInput, strawberry.argument(description=INPUT)]) -> Any:
    """Take a decision back: what was before it holds again. The decision and its undoing stay on record."""
    return await _change(info, "decide", input, _undo)


async def resolve_accept_run(
    info: Info, input: Annotated[AcceptRunInput, strawberry.argument(description=INPUT)]
) -> Any:
    """Accept what the newest held run of a source would retire, at that run's moment."""
    return await _change(info, "accept-run", input, _accept)


def mutation_type() -> Any:
    """The root of the mutations."""
    made = {
        name: strawberry.field(resolver=resolver, graphql_type=_result(result, answer), description=describe(resolver))
        for name, resolver, result, answer in (
            ("decide", resolve_decide, "DecideResult", Decided),
            ("undo_decision", resolve_undo, "UndoDecisionResult", Decided),
            ("accept_run", resolve_accept_run, "AcceptRunResult", AcceptedRun),
        )
    }
    meaning = (
        "What people decide. Each is done once for a key of the client, signed by the caller and recorded in the audit."
    )
    return build_type("Mutation", meaning, guarded(made))
