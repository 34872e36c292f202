"""`remit decide`: decisions of people, kept for good."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from typing import Annotated

import typer

from api.terminal import print_json, print_line

decide = typer.Typer(no_args_is_help=True, help="Decide: who is who, who owns what, what matters, what may be used.")

By = Annotated[str | None, typer.Option(help="Who decides; default: the user of this machine.")]
Why = Annotated[str | None, typer.Option(help="Why, for those who come after.")]


@decide.command()
def link(
    ids: Annotated[list[str], typer.Argument(help="Two or more identities and accounts, in any order.")],
    by: By = None,
    why: Why = None,
) -> None:
    """These belong to one person; it survives every sync.

    Identities become one node. An account becomes the person's. Accounts alone become the person's who has one of them.
    """
    _decide("link", ids, by, why)


@decide.command()
def unlink(
    ids: Annotated[list[str], typer.Argument(help="Two or more identities and accounts, in any order.")],
    by: By = None,
    why: Why = None,
) -> None:
    """These do not belong to one person, whatever addresses and sources say."""
    _decide("unlink", ids, by, why)


@decide.command()
def owner(
    principal: Annotated[
        str, typer.Argument(help="What somebody is to answer for: an account, a key, a group, any node.")
    ],
    owner: Annotated[str, typer.Argument(help="An identity or a group.")],
    by: By = None,
    why: Why = None,
) -> None:
    """OWNER answers for PRINCIPAL; the newest word counts.

    Nobody answers for another person: the owner of a departed person is a contact, and the person stays departed.
    """
    _decide("owner", [principal, owner], by, why)


@decide.command()
def sensitivity(data_source: str, value: str, by: By = None, why: Why = None) -> None:
    """DATA_SOURCE is public, internal, confidential, restricted or unknown."""
    _decide("sensitivity", [data_source], by, why, value.lower())


@decide.command()
def approval(node: str, value: str, by: By = None, why: Why = None) -> None:
    """NODE (an application or an MCP server) is approved, unreviewed or blocked: a label, not enforcement."""
    _decide("approval", [node], by, why, value.lower())


@decide.command()
def budget(
    dimension: Annotated[str, typer.Argument(help="Of what: team, department, identity, application, model, ...")],
    key: Annotated[str, typer.Argument(help="Whose: a key as cost-attribution prints it, a name or an id.")],
    amount: Annotated[str, typer.Argument(help="How much a month, such as 5000 or 5000.50.")],
    currency: Annotated[str, typer.Option(help="An ISO 4217 code.")] = "USD",
    month: Annotated[str | None, typer.Option(help="This month alone, such as 2026-12; default: every month.")] = None,
    by: By = None,
    why: Why = None,
) -> None:
    """KEY may cost AMOUNT a month; `remit query forecast` says whether it will cost more. The newest word counts."""
    from graph.budgets import EVERY_MONTH, Budget, budget_amount, check_budget_terms, write_budget
    from graph.errors import InputError
    from queries.cost_attribution.group import NODE_DIMENSIONS
    from queries.cost_series import check_budget_dimension

    name = dimension.strip().lower().replace("-", "_")
    check_budget_dimension(name)
    try:
        nano = budget_amount(amount.strip())
        terms = check_budget_terms(currency.strip().upper(), month or EVERY_MONTH)
    except ValueError as error:
        raise InputError(f"budget: {error}") from None
    decided = Budget(name, key.strip(), nano, *terms)
    # Those of nobody, such as ~unattributed, are no nodes.
    is_node = name in NODE_DIMENSIONS and not key.startswith("~")
    _decide("budget", [decided.key] if is_node else [], by, why, write_budget(decided, is_node=is_node))


@decide.command("accept-run")
def accept_run(source: str) -> None:
    """Accept what the newest held run of SOURCE would retire, at that run's moment."""
    from api.access.audit_trail import count_outcomes, recorded
    from api.cli.load import tell
    from api.context import StoreContext
    from api.settings import read_settings

    settings = read_settings()
    with recorded(settings, "accept-run", sources=[source]) as facts, StoreContext(settings) as context:
        outcome = context.store.accept_run(source)
        context.publish()
        facts.update(count_outcomes([outcome]))
    tell([outcome])


@decide.command("list")
def list_decisions(
    everything: Annotated[
        bool, typer.Option("--all", help="Also those that were undone, and what undid them.")
    ] = False,
    kind: Annotated[
        str | None, typer.Option(help="link, unlink, owner, sensitivity, approval, alias or budget.")
    ] = None,
    output: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """The decisions in force, oldest first, each with the key that `remit decide undo` takes."""
    from api.cli.grid import grid
    from api.context import StoreContext
    from api.settings import read_settings
    from graph.decisions import decision_key, decisions_in_force
    from graph.errors import InputError
    from graph.moment import write_moment
    from graph.ontology import DECISION_KINDS

    kind = kind and kind.lower()
    if kind is not None and kind not in DECISION_KINDS:
        raise InputError(f"{kind!r} is not a kind of decision; use one of {', '.join(DECISION_KINDS)}")
    if output not in ("table", "json"):
        raise InputError(f"`--format` must be table or json, not {output!r}")
    with StoreContext(read_settings()) as context:
        decisions = context.store.read().decisions
    in_force = {decision_key(decision) for decision in decisions_in_force(decisions)}
    rows = [
        {
            "key": decision_key(decision),
            "kind": decision.kind,
            "ids": list(decision.ids),
            "value": decision.value,
            "by": decision.by,
            "at": write_moment(decision.at),
            "why": decision.why,
            "in_force": decision_key(decision) in in_force,
        }
        for decision in sorted(decisions, key=lambda decision: (decision.at, decision.kind, decision.ids))
        if (everything or decision_key(decision) in in_force) and kind in (None, decision.kind)
    ]
    if output == "json":
        print_json({"decisions": rows})
    elif rows:
        head = ["key", "kind", "ids", "value", "by", "at", "why", *(["in force"] if everything else [])]
        grid(head, [[_cell(row[name.replace(" ", "_")]) for name in head] for row in rows])
    else:
        print_line("nothing was decided" if not decisions else "no such decision is in force; --all lists those undone")


@decide.command()
def undo(
    key: Annotated[
        str, typer.Argument(help="As `remit decide list` prints it; its beginning is enough if it is unique.")
    ],
    by: By = None,
    why: Why = None,
) -> None:
    """Take a decision back: what was before it holds again. The decision and its undoing stay on record."""
    from api.access.audit_trail import recorded
    from api.context import StoreContext
    from api.settings import read_settings
    from graph.claims import Decision
    from graph.decisions import decision_key, decisions_in_force
    from graph.errors import InputError
    from graph.moment import now

    settings = read_settings()
    with recorded(settings, "decide", decision="undo") as facts, StoreContext(settings) as context:
        decisions = decisions_in_force(context.store.read().decisions)
        chosen = [decision for decision in decisions if key and decision_key(decision).startswith(key.lower())]
        if len(chosen) != 1:
            problem = f"{len(chosen)} decisions in force begin with" if chosen else "no decision in force has the key"
            raise InputError(f"{problem} {key!r}; `remit decide list` prints the keys")
        undone = chosen[0]
        facts.update(nodes=undone.ids, decision_key=decision_key(undone))
        context.store.decide(
            Decision(
                kind="undo",
                ids=undone.ids,
                by=by or getpass.getuser(),
                at=max(now(), undone.at),
                why=why,
                value=decision_key(undone),
            )
        )
        context.publish()
    print_line(f"undone: {_sentence(undone.kind, undone.ids, undone.value)}")


def _cell(value: object) -> str:
    """A cell of the list: ids one behind the other, flags as words, nothing as nothing."""
    if isinstance(value, list):
        return " ".join(value)
    return {True: "yes", False: "no", None: ""}.get(value, str(value)) if isinstance(value, bool | None) else str(value)


def _sentence(kind: str, ids: Sequence[str], value: str | None) -> str:
    return " ".join([kind, *ids, *([value] if value else [])])


def _decide(kind: str, names: list[str], by: str | None, why: str | None, value: str | None = None) -> None:
    """Store a decision about nodes that exist, by any of their ids, addresses or unique names, and say what it does."""
    from api.access.audit_trail import recorded
    from api.cli.demo_store import note_empty
    from api.context import StoreContext
    from api.decision_note import decision_note
    from api.settings import read_settings
    from graph.check import check
    from graph.claims import Decision
    from graph.decisions import decision_key
    from graph.moment import now
    from queries.subject import find_node

    settings = read_settings()
    with recorded(settings, "decide", decision=kind) as facts, StoreContext(settings) as context:
        snapshot = context.snapshot()
        note_empty(context)
        ids = [name if snapshot.index_of(name) >= 0 else snapshot.ids[find_node(snapshot, name)] for name in names]
        decision = Decision(kind=kind, ids=tuple(ids), by=by or getpass.getuser(), at=now(), why=why, value=value)
        check(decision)
        facts.update(nodes=ids, value=value, decision_key=decision_key(decision))
        context.store.decide(decision)
        context.publish()
        note = decision_note(context.snapshot(), kind, ids)
    print_line(f"decided: {_sentence(kind, ids, value)} (key {decision_key(decision)})")
    if note:
        print_line(note)
