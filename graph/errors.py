"""Errors that Remit raises on purpose.

RemitError
├── InputError            invalid input: exit code 2, nothing written
│   ├── RecordError       one record or one line of a file; carries file, line, field, remedy
│   ├── ConflictError     two records of one run contradict each other
│   ├── ObservationTooOld a run that was observed before the last one of its source
│   ├── UnknownName       a node id, email or name that matches no node
│   └── AmbiguousName     a name that matches several nodes; carries the candidates
└── SystemFailure         a system or the store failed: exit code 3
    ├── LeaseHeld         another writer works on the same source
    ├── StoreError        the store cannot be opened, read or written
    ├── SnapshotError     no usable snapshot
    └── FetchError        a live system did not answer as documented
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self


class RemitError(Exception):
    """Root of all errors that are raised on purpose; its text is meant for a person."""


class InputError(RemitError):
    """Invalid input; nothing was changed.

    `argument`: which parameter of a question is at fault, and where in it: its name in Params, the key of a map, the
    position in a list, as far as they apply.
    """

    argument: tuple[str | int, ...] = ()

    def in_argument(self, *argument: str | int) -> Self:
        """The same error, with the argument at fault."""
        self.argument = argument
        return self


class RecordError(InputError):
    """An invalid record or line: where (file, line, field), what is wrong, and what to do."""

    def __init__(self, problem: str, *, file: str = "", line: int = 0, field: str = "", remedy: str = "") -> None:
        self.problem, self.file, self.line, self.field, self.remedy = problem, file, line, field, remedy
        super().__init__(problem)

    def at(self, *, file: str = "", line: int = 0) -> RecordError:
        """The same error, with file and line filled in where they are missing."""
        return RecordError(
            self.problem, file=self.file or file, line=self.line or line, field=self.field, remedy=self.remedy
        )

    def __str__(self) -> str:
        location = ":".join(part for part in (self.file, str(self.line) if self.line else "") if part)
        text = f"{location}: " if location else ""
        text += f"field {self.field!r}: " if self.field else ""
        text += self.problem
        return f"{text}. {self.remedy}" if self.remedy else text


class ConflictError(RecordError):
    """Two records of one run contradict each other."""


class ObservationTooOld(InputError):
    """A run was observed before the last one of its source."""


class UnknownName(InputError):
    """No node has this id, email or name; carries the ids of those whose names are nearest."""

    def __init__(self, name: str, hint: str = "", suggestions: Sequence[str] = ()) -> None:
        self.name, self.suggestions = name, tuple(suggestions)
        near = f"; did you mean {' or '.join(self.suggestions)}?" if suggestions else ""
        super().__init__(f"no node matches {name!r}{near or ('. ' + hint if hint else '')}")


class AmbiguousName(InputError):
    """Several nodes have this name."""

    def __init__(self, name: str, candidates: Sequence[str]) -> None:
        self.name, self.candidates = name, tuple(candidates)
        listed = ", ".join(self.candidates[:10]) + (", ..." if len(self.candidates) > 10 else "")
        super().__init__(f"{name!r} is ambiguous: {listed}. Give one of these ids")


class SystemFailure(RemitError):
    """A system or the store failed; trying again later may help."""


class LeaseHeld(SystemFailure):
    """Another writer works on the same source."""


class StoreError(SystemFailure):
    """The store cannot be opened, read or written."""


class SnapshotError(SystemFailure):
    """There is no usable snapshot."""


class FetchError(SystemFailure):
    """A live system did not answer as documented.

    `retryable` is False where a person must act (401, 403, a wrong address). `status`: of the HTTP response, if any.
    """

    def __init__(self, problem: str, *, retryable: bool = True, status: int | None = None) -> None:
        self.retryable, self.status = retryable, status
        super().__init__(problem)
