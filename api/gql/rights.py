"""The right that a root field needs, checked before its resolver."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

from strawberry.extensions import FieldExtension
from strawberry.types.field import StrawberryField
from strawberry.types.union import StrawberryUnion

from api.access.rules import FIELD_RULES, Rule
from api.gql.errors import Forbidden, PublicError, UserError
from api.gql.page import Info, root_key
from api.http.lifespan import FieldRecord
from graph.errors import StoreError

_HINTS = {
    "architect, without a scope": "Cypher of one's own is for the architect: set REMIT_ARCHITECT_TOKEN, serve anew, and ask with that token. "
    "Without any token a server on this machine takes whoever asks for its architect"
}


class RequireRight(FieldExtension):
    """Answers FORBIDDEN for a caller whom the rule of the field does not allow: as data where the field has a union for it."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule

    async def resolve_async(
        self, next_: Callable[..., Awaitable[Any]], source: Any, info: Info, **arguments: Any
    ) -> Any:
        session = info.context
        record = self._record(info, arguments)
        session.records[root_key(info)] = record
        if self._rule.allows(session.caller):
            result = await next_(source, info, **arguments)
            record.outcome = str(getattr(result, "code", "")) if isinstance(result, UserError) else "answered"
            if isinstance(result, list):
                record.rows = sum(row is not None for row in result)
            record.rows += getattr(result, "row_count", 0)
            return result
        record.outcome = "FORBIDDEN"
        session.server.metrics.fields.labels(info.field_name, "FORBIDDEN").inc()
        session.facts.setdefault("questions", []).append(f"{info.field_name} FORBIDDEN")
        message = _HINTS.get(str(self._rule)) or (
            f"`{info.field_name}` needs the right {self._rule}, which {session.caller.name} does not have"
        )
        if isinstance(info.return_type, StrawberryUnion):
            return Forbidden(message=message, code="FORBIDDEN")
        raise PublicError(message, extensions={"code": "FORBIDDEN"})

    def _record(self, info: Info, arguments: Mapping[str, object]) -> FieldRecord:
        asked: dict[str, object] = {}
        # Where no key can be kept nothing can be recorded either, and the router says so.
        with suppress(StoreError):
            redactor = info.context.server.trail.writer.redactor
            asked = {name: redactor.redact(part) for name, part in arguments.items() if part is not None}
        return FieldRecord(info.field_name, asked.get("input", asked), must_be_recorded=self._rule.must_be_recorded)


def guarded(fields: Mapping[str, StrawberryField]) -> dict[str, StrawberryField]:
    """Root fields that check their rule first. A field without one does not come to be: KeyError."""
    for name, field in fields.items():
        field.extensions.append(RequireRight(FIELD_RULES[name]))
    return dict(fields)
