"""This file knows how a policy document is read: statements, one or many, as an object or as URL-encoded text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from loaders.connectors.aws.wildcards import ANY, matches_action, widened
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.parsing import check_depth, read_body

_REMEDY = "Save the policy as IAM gives it"
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. `actions` or `not_actions`, `resources` or `not_resources` are told; `principals` of a policy that
    lies on a resource, as (sort, name). `flags` say what was widened, for the evidence."""

    policy: str
    is_deny: bool
    actions: tuple[str, ...] = ()
    not_actions: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    not_resources: tuple[str, ...] = ()
    principals: tuple[tuple[str, str], ...] = ()
    not_principals: tuple[tuple[str, str], ...] = ()
    is_conditional: bool = False
    varied: tuple[str, ...] = ()  # those of the resources that hold a policy variable, as widened

    def asks(self, action: str) -> bool:
        """Whether it speaks of an action."""
        if self.actions:
            return any(matches_action(pattern, action) for pattern in self.actions)
        return not any(matches_action(pattern, action) for pattern in self.not_actions)

    @property
    def has_variables(self) -> bool:
        return bool(self.varied)

    @property
    def flags(self) -> tuple[str, ...]:
        """What in it is taken wider than it may be."""
        told = (
            (self.is_conditional, "under a condition"),
            (bool(self.not_actions), "NotAction, taken as all else"),
            (bool(self.not_resources), "NotResource, taken as everything"),
            (bool(self.not_principals), "NotPrincipal, taken as everybody"),
            (self.has_variables, "a policy variable, taken as anything"),
        )
        return tuple(text for holds, text in told if holds)


def read_document(holder: FieldReader, name: str, policy: str, errors: ErrorCollector) -> Iterator[Statement]:
    """The statements of a document in the field `name`; a bad one goes to `errors`. None if the field is absent."""
    raw = holder.body.get(name)
    if isinstance(raw, str):
        try:
            raw = read_body((raw if raw.lstrip().startswith("{") else unquote(raw)).encode())
            check_depth(raw)
        except ValueError:
            holder.refuse(name, "this is no policy document", _REMEDY)
    if raw is None:
        return
    if not isinstance(raw, Mapping):
        holder.refuse(name, "this is no policy document", _REMEDY)
    yield from read_statements(FieldReader(raw, f"{holder.location}.{name}".lstrip("."), holder.file), policy, errors)


def read_statements(document: FieldReader, policy: str, errors: ErrorCollector) -> Iterator[Statement]:
    """The statements of a document: a list of them, or a single one."""
    raw = document.body.get("Statement")
    listed = raw if isinstance(raw, list) else [] if raw is None else [raw]
    wrapped = FieldReader({"Statement": listed}, document.location, document.file)
    for entry in wrapped.valid_children("Statement", errors):
        yield from errors.collect(read_statement, entry, policy)


def read_statement(entry: FieldReader, policy: str) -> Statement:
    """One statement. Raises RecordError for an effect that is neither Allow nor Deny, and for missing parts."""
    effect = entry.required("Effect")
    if effect not in ("Allow", "Deny"):
        entry.refuse("Effect", "it is neither Allow nor Deny", _REMEDY)
    actions, not_actions = _texts(entry, "Action"), _texts(entry, "NotAction")
    if not actions and not not_actions:
        entry.refuse("Action", "it is missing", _REMEDY)
    resources, varied = _resources(entry, "Resource")
    not_resources, not_varied = _resources(entry, "NotResource")
    condition = entry.body.get("Condition")
    if condition is not None and not isinstance(condition, Mapping):
        entry.refuse("Condition", "it is no object", _REMEDY)
    sid = entry.text("Sid")
    return Statement(
        policy=f"{policy} ({sid})" if sid else policy,
        is_deny=effect == "Deny",
        actions=actions,
        not_actions=not_actions,
        resources=resources,
        not_resources=not_resources,
        principals=_principals(entry, "Principal"),
        not_principals=_principals(entry, "NotPrincipal"),
        is_conditional=bool(condition),
        varied=(*varied, *not_varied),
    )


def _texts(entry: FieldReader, name: str) -> tuple[str, ...]:
    """A text or a list of texts."""
    raw: Any = entry.body.get(name)
    listed = raw if isinstance(raw, list) else [] if raw is None else [raw]
    if any(not isinstance(one, str) or not one or len(one) > _MOST for one in listed):
        entry.refuse(name, "it holds what is no text", _REMEDY)
    return tuple(listed)


def _resources(entry: FieldReader, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    told = [widened(one) for one in _texts(entry, name)]
    return tuple(text for text, _ in told), tuple(text for text, vary in told if vary)


def _principals(entry: FieldReader, name: str) -> tuple[tuple[str, str], ...]:
    raw = entry.body.get(name)
    if raw is None:
        return ()
    if raw == ANY:
        return (("AWS", ANY),)
    if not isinstance(raw, Mapping):
        entry.refuse(name, "it is neither * nor an object", _REMEDY)
    inner = FieldReader(raw, f"{entry.location}.{name}", entry.file)
    return tuple((sort, one) for sort in raw for one in _texts(inner, sort))
