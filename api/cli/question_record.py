"""Records of questions asked on the command line, in the audit of the store that they were asked of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from api.settings import Settings
from api.terminal import print_error
from api.tracing import span
from graph.errors import InputError


@contextmanager
def recorded_question(settings: Settings, name: str, asked: object) -> Iterator[dict[str, Any]]:
    """Record a question when the block ends, whatever came of it; the block fills in generation, digest and rows.

    Print the answer behind the block. `name`: that of the question, such as blast-radius; `asked`: its parameters, whose
    texts are hashed. Raises AuditError where an answer that says how to get at something cannot be recorded; for others
    standard error says so.
    """
    from api.access.audit_log import AuditError
    from api.access.audit_trail import AuditWriter, command_line_caller
    from api.access.rules import FIELD_RULES

    facts: dict[str, Any] = {}
    outcome = "failed"
    try:
        with span("question", {"remit.question": name}):
            yield facts
        outcome = "answered"
    except InputError as error:
        outcome = type(error).__name__
        raise
    finally:
        field = name.replace("-", "_")
        words = field.split("_")
        try:
            writer = AuditWriter(settings)
            if writer.log is not None:
                event = {
                    "kind": "question",
                    "name": words[0] + "".join(word.title() for word in words[1:]),
                    "outcome": outcome,
                    **command_line_caller(),
                    **facts,
                    "asked": writer.redactor.redact(asked),
                }
                writer.write([event])
        except AuditError as error:
            if FIELD_RULES[field].must_be_recorded:
                raise
            print_error(f"remit: {error}")


def count_rows(answer: dict[str, Any]) -> int:
    """How many rows the lists of an answer in JSON hold."""
    return sum(len(part) for part in answer.values() if isinstance(part, list))
