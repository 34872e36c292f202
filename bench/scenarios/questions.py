"""Latency of every question about what to do. Each answer is checked by plain means before the question is timed again."""

from __future__ import annotations

from bench.measure import Measure, Result, say, seconds
from bench.questions import Question, money_questions, reach_questions
from bench.world import World
from graph.deadline import DeadlineExceeded, deadline

TITLE = "What to do, what would happen, where it ends"
# What takes longer than the first is repeated once, than the second is stopped.
_LONG_S, _MOST_S, _RUNS = 10.0, 180.0, 3


def run(world: World) -> Result:
    """Seconds per question; the first time it also makes what the snapshot keeps for the questions after it."""
    snapshot = world.snapshot()
    measures, notes = (
        [],
        [f"{snapshot.count:,} nodes, {len(snapshot.edges):,} edges, {len(snapshot.usage):,} usage rows."],
    )
    for question in (*reach_questions(snapshot), *money_questions(snapshot)):
        say(question.name)
        rows, note = _measured(question)
        measures += rows
        notes.append(f"{question.name}: {note}")
    return Result("questions", TITLE, tuple(measures), tuple(notes))


def _measured(question: Question) -> tuple[list[Measure], str]:
    """The rows of a question and a sentence about its answer, which is let go of before the question is asked again."""
    answers: list[object] = []
    try:
        with deadline(_MOST_S):
            first = seconds(lambda: answers.append(question.ask()))
    except DeadlineExceeded:
        return [Measure.of(f"{question.name}, stopped without an answer", "s", [_MOST_S])], "not answered."
    note = question.check(answers.pop())
    again = seconds(question.ask, 1 if first[0] > _LONG_S else _RUNS)
    name = question.name
    return [Measure.of(f"{name}, the first time", "s", first), Measure.of(f"{name}, again", "s", again)], note
