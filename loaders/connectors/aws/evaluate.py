"""This file knows what a principal's statements allow on S3 and in IAM, after every Deny that plainly applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.ontology import Permission
from loaders.connectors.aws.action import ACCOUNT, ACTIONS, ASSUME, BUCKET, ESCALATING, OBJECT, OF_ONESELF, unknown
from loaders.connectors.aws.policy import Statement
from loaders.connectors.aws.wildcards import ANY, covers, is_plain_s3, matches, meets, s3_path

_UNMAPPED = "unmapped action, counted as WRITE"
_NARROWED = "a Deny that covers a part of it or has a condition is not applied"
# Whole classes of what IAM holds: whoever may do something to all of one may do it to whom they please.
_CLASSES = ("user/*", "group/*", "role/*", "policy/*")
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class AllowedPath:
    """What a statement allows on `path`, a pattern of S3 as `bucket` or `bucket/key`; `*` is all of the account."""

    path: str
    permission: Permission
    evidence: str


def allowed(
    statements: Iterable[Statement], denies: Iterable[Statement], partition: str = "aws"
) -> Iterator[AllowedPath]:
    """What the Allow statements give, each by the most that is left of it. `denies` are all that apply to the principal."""
    refusing = [one for one in denies if one.is_deny]
    for statement in statements:
        if statement.is_deny:
            continue
        wanted = list(_actions(statement))
        for resource in statement.resources or (ANY,):
            path = s3_path(resource, partition)
            if path is not None and wanted:
                yield from _on_path(statement, path, wanted, _DenyStatements(refusing, partition))


def escalates(statements: Iterable[Statement], denies: Iterable[Statement], own: str) -> str:
    """Why a principal may give itself every right; empty if it may not. `own` is its ARN."""
    refusing = [one for one in denies if one.is_deny]
    account = ":".join(own.split(":")[:5])
    for statement in statements:
        if statement.is_deny:
            continue
        for action in ESCALATING:
            if not statement.asks(action):
                continue
            mine = [own] if action in OF_ONESELF else []
            for resource in statement.resources or (ANY,):
                # What a variable limits to oneself is no class.
                classes = [] if resource in statement.varied else [f"{account}:{name}" for name in _CLASSES]
                for target in (*classes, *mine):
                    if covers(resource, target) and not any(_denies(one, action, target) for one in refusing):
                        return _evidence(statement, [f"{action}, which gives the rest"], ())
    return ""


def assuming(statements: Iterable[Statement]) -> list[Statement]:
    """The statements that speak of becoming a role, allowing or denying it."""
    return [one for one in statements if one.asks(ASSUME)]


def assumes(statements: Iterable[Statement], denies: Iterable[Statement], role: str) -> str:
    """Why these statements, out of `assuming`, let their holder become a role, given by its ARN; empty if they do not."""
    for statement in statements:
        if statement.is_deny or not any(matches(resource, role) for resource in statement.resources or (ANY,)):
            continue
        if any(one.is_deny and _denies(one, ASSUME, role) for one in denies):
            return ""
        return _evidence(statement, [ASSUME], ())
    return ""


def named_roles(statements: Iterable[Statement]) -> set[str]:
    """The roles that statements name one by one for whoever may become them."""
    return {
        resource
        for statement in statements
        if not statement.is_deny and statement.asks(ASSUME)
        for resource in statement.resources
        if ":role/" in resource and not set("*?") & set(resource)
    }


@dataclass(frozen=True, slots=True)
class _DenyStatements:
    """The Deny statements that apply to a principal of a partition."""

    statements: list[Statement]
    partition: str

    def plainly(self, action: str, part: str) -> bool:
        """Whether one of them certainly refuses an action on all that `part` matches."""
        return any(self._is_plain(one, part) for one in self.statements if one.asks(action))

    def perhaps(self, action: str, part: str) -> bool:
        """Whether one of them may refuse an action on some of it."""
        for one in self.statements:
            paths = (s3_path(resource, self.partition) for resource in one.resources or (ANY,))
            if one.asks(action) and any(path is not None and meets(path, part) for path in paths):
                return True
        return False

    def _is_plain(self, one: Statement, part: str) -> bool:
        if one.is_conditional or one.has_variables:
            return False
        if one.resources:
            plain = (resource for resource in one.resources if is_plain_s3(resource, self.partition))
            paths = (s3_path(resource, self.partition) for resource in plain)
            return any(path is not None and covers(path, part) for path in paths)
        paths = (s3_path(resource, self.partition) for resource in one.not_resources)
        return not any(path is not None and meets(path, part) for path in paths)


def _on_path(
    statement: Statement, path: str, wanted: list[tuple[str, str, Permission]], refusing: _DenyStatements
) -> Iterator[AllowedPath]:
    left: list[tuple[str, Permission]] = []
    narrowed = False
    for action, kind, level in wanted:
        part = _part(path, kind)
        if part is not None and not refusing.plainly(action, part):
            narrowed |= refusing.perhaps(action, part)
            left.append((action, level))
    if not left:
        return
    most = max(level for _, level in left)
    names = list(dict.fromkeys(action for action, level in left if level == most))
    unmapped = [_UNMAPPED] if any(unknown(action) for action in names) else []
    yield AllowedPath(path, most, _evidence(statement, names, (*unmapped, *([_NARROWED] if narrowed else []))))


def _actions(statement: Statement) -> Iterator[tuple[str, str, Permission]]:
    """The actions of S3 that a statement speaks of, what each is asked of, and what it does."""
    for action, (kind, level) in ACTIONS.items():
        if statement.asks(action):
            yield action, kind, level
    for pattern in statement.actions:
        if unknown(pattern):
            yield pattern, BUCKET, Permission.WRITE
            yield pattern, OBJECT, Permission.WRITE


def _part(path: str, kind: str) -> str | None:
    """What of a path an action of this kind is asked of; None if nothing."""
    if kind == ACCOUNT:
        return ANY if path == ANY else None
    if kind == BUCKET:
        return path if "/" not in path else None
    if path == ANY:
        return "*/*"
    # A wildcard may span the slash.
    return path if set("/*?") & set(path) else None


def _denies(statement: Statement, action: str, resource: str) -> bool:
    """Whether a Deny plainly applies to an action on whatever a resource matches."""
    if statement.is_conditional or statement.has_variables or not statement.asks(action):
        return False
    if statement.resources:
        return any(covers(one, resource) for one in statement.resources)
    return not any(meets(one, resource) for one in statement.not_resources)


def _evidence(statement: Statement, names: list[str], more: Iterable[str]) -> str:
    shown = sorted(names)
    told = ", ".join(shown[:_SHOWN]) + (f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else "")
    return "; ".join([f"{statement.policy}: {told}", *statement.flags, *more])
