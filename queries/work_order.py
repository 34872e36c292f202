"""Work order: the steps of a change as sentences, in the order in which to do them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.ontology import EDGE_CODES, EDGE_KINDS, split_id
from queries.actions import Actions
from queries.proposal import GONE, RENEWED, ProposedStep
from queries.reach_difference import ReachComparison, WitnessUse
from queries.vocabulary import NodeId

# In what order to work: what is new first, so that nobody waits; keys before the accounts that they outlive; people last.
_PHASES = {"Credential": 1, "Account": 2, "Identity": 5}
_ON_EDGES, _ON_OTHERS = 3, 4


@dataclass(frozen=True, slots=True)
class WorkStep:
    """One thing to do; the steps stand in the order in which to do them."""

    system: str
    """The system in which to do it."""
    action: str
    """What to do, as a sentence."""
    used_by: int
    """How many principals are seen working over what goes."""
    source: NodeId
    """The node, or the node that the edge begins at."""
    target: NodeId | None
    """The node that the edge ends at; null where it is about a node."""
    command: str | None
    """The command or statement that does it, where its system has one."""


def work_order(comparison: ReachComparison, steps: Iterable[ProposedStep], work: WitnessUse) -> tuple[WorkStep, ...]:
    """The steps as sentences: by phase, those that nobody works over first."""
    rows = []
    for step in steps:
        phase = 0 if step.is_new else _ON_EDGES if step.edge else _PHASES.get(step.node.partition(":")[0], _ON_OTHERS)
        rows.append((phase, _work_step(comparison, step, work)))
    rows.sort(key=lambda row: (row[0], row[1].used_by, row[1].system, row[1].source, row[1].target or ""))
    return tuple(row for _, row in rows)


def _work_step(comparison: ReachComparison, step: ProposedStep, work: WitnessUse) -> WorkStep:
    before, after = comparison.before, comparison.after
    # What is new is in the edited snapshot alone, what ends is in the other.
    actions, then = Actions(before, comparison.moment), Actions(after, comparison.moment)
    if step.edge is None:
        node = before.index_of(step.node)
        users = len(work.nodes.get(node, ()))
        if step.word in (GONE, "departed"):
            name = actions.called(node)
            action = f"remove {name}" if step.word == GONE else f"record that {name} has left"
            return WorkStep(split_id(step.node)[1], action, users, step.node, None, None)
        do = actions.renew(node) if step.word == RENEWED else actions.disable(node)
        return WorkStep(do.system, do.text, users, step.node, None, do.command)
    source, kind, target = step.edge
    system = split_id(source if kind == "RUNS_AS" else target)[1]
    if step.is_new:
        names = [then.called(after.index_of(end), system) for end in (source, target)]
        permission = f" ({step.permission.name})" if step.permission else ""
        action = f"arrange that {names[0]} {EDGE_KINDS[kind].reads} {names[1]}{permission}"
        return WorkStep(system, action, 0, source, target, None)
    ends = before.index_of(source), before.index_of(target)
    users = len(work.edges.get((ends[0], EDGE_CODES[kind], ends[1]), ()))
    if not EDGE_KINDS[kind].revocable:
        names = [actions.called(end, system) for end in ends]
        action = f"see to it that {names[0]} {EDGE_KINDS[kind].reads} {names[1]} no longer"
        return WorkStep(system, action, users, source, target, None)
    do = actions.end(ends[0], kind, ends[1])
    return WorkStep(do.system, do.text, users, source, target, do.command)
