"""This file knows how the views of one Snowflake account become a run: who, what, which grants count, what is proven."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.ontology import Permission
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.coverage import Coverage
from loaders.claims.run import claims_run
from loaders.connectors.snowflake.grants import PrivilegeGrant, kind_of, read_grants, read_member
from loaders.connectors.snowflake.identifiers import SnowflakeIds, split_name
from loaders.connectors.snowflake.objects import DataObjects, is_shared, read_object
from loaders.connectors.snowflake.privileges import ADMIN_ROLES, DATABASE, NO_SCHEMA, ROLES, SCHEMA, permission
from loaders.connectors.snowflake.recognize import (
    DATABASES,
    GRANTS,
    MEMBERS,
    NAME,
    SCHEMATA,
    TABLES,
    TOKENS,
    USERS,
    ViewRow,
    read_rows,
    subjects_of,
    view_of,
)
from loaders.connectors.snowflake.recognize import ROLES as ROLES_VIEW
from loaders.connectors.snowflake.role_hierarchy import RoleHierarchy
from loaders.connectors.snowflake.users import AccessToken, SnowflakeUser, read_token, read_user
from loaders.saved.fields import ErrorCollector
from loaders.saved.location import saved_call

# SHOW lists no more than this, and does not say so.
SHOW_LIMIT = 10_000
_NEEDED = (USERS, ROLES_VIEW, GRANTS, MEMBERS, DATABASES, SCHEMATA, TABLES)
_DORMANT_SHOWN = 20
_PROVEN = {
    ("Account", "Credential", "HAS_CREDENTIAL", "RUNS_AS"): (USERS,),
    ("Group",): (ROLES_VIEW, GRANTS),
    ("MEMBER_OF",): (USERS, ROLES_VIEW, GRANTS, MEMBERS),
    ("CAN_ACCESS",): (USERS, ROLES_VIEW, GRANTS, MEMBERS),
    ("DataSource", "CONTAINS"): (GRANTS, DATABASES, SCHEMATA, TABLES),
}
_OF_TOKENS = ("Credential", "HAS_CREDENTIAL", "RUNS_AS", "MEMBER_OF")


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per account, and one of its own for its access tokens, so that neither retires what the other told.

    Lenient per row unless `context.lenient` is False: then the first bad one raises RecordError.
    """
    accounts: dict[str, list[Document]] = {}
    for page in pages:
        if page.document is not None:
            instance = saved_call(page.document, NAME).instance
            accounts.setdefault(context.source or f"{NAME}:{instance}", []).append(page.document)
    for source in sorted(accounts):
        run = _SnowflakeAccount(source, context)
        for document in sorted(accounts[source], key=lambda one: one.display_path):
            run.take(document)
        yield from run.drafts()


@dataclass(slots=True)
class _ViewCoverage:
    """What came of one view."""

    rows: int = 0
    subjects: set[str] | None = None
    is_cut: bool = False


@dataclass(slots=True)
class _Held:
    """The live and past grants, and who holds which role now."""

    grants: list[PrivilegeGrant] = field(default_factory=list)
    users: dict[str, SnowflakeUser] = field(default_factory=dict)
    tokens: list[AccessToken] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)  # by id of those of the account: their names
    unknown: Counter[str] = field(default_factory=Counter)


class _SnowflakeAccount:
    """One run in the making."""

    def __init__(self, source: str, context: Context) -> None:
        self._source, self._context = source, context
        self._names = SnowflakeIds(source.partition(":")[2])
        strict = context.lenient is False
        self._errors, self._token_refusals = ErrorCollector(strict), ErrorCollector(strict)
        self._claims, self._objects = Claims(), DataObjects(self._names)
        self._hierarchy, self._held = RoleHierarchy(), _Held()
        self._given: dict[str, _ViewCoverage] = {}
        self._origins: list[str] = []

    def take(self, document: Document) -> None:
        """Read a file's rows."""
        view = view_of(document) or ""
        self._origins.append(document.display_path)
        given = self._given.setdefault(view, _ViewCoverage())
        subjects = subjects_of(document)
        if subjects is not None:
            given.subjects = (given.subjects or set()) | subjects
        errors = self._token_refusals if view == TOKENS else self._errors
        rows = list(read_rows(document, errors))
        for row in rows:
            errors.collect(self._read, view, row)
        given.rows += len(rows)
        is_shown = (
            subjects is None and not any(rows[-1].has(name) for name in ("DELETED_ON", "DELETED")) if rows else False
        )
        given.is_cut |= is_shown and len(rows) == SHOW_LIMIT

    def drafts(self) -> Iterator[PendingRun]:
        """The runs. Grants are placed last: which count depends on every other row."""
        if self._given.keys() - {TOKENS}:
            yield self._draft()
        if TOKENS in self._given:
            claims = Claims()
            for token in self._held.tokens:
                user = self._held.users.get(token.user)
                token.tell(claims, user is not None and user.is_barred)
            source, cut = f"{self._source}/tokens", list(self._shortfalls((TOKENS,)))
            proof = Coverage(() if cut else _OF_TOKENS, cut)
            yield claims_run(claims, self._context, source, self._origins, self._token_refusals, proof)

    def _draft(self) -> PendingRun:
        for user in self._held.users.values():
            user.tell(self._claims)
        everyone = self._names.role("PUBLIC")
        if everyone in self._held.roles:
            self._tell_public(everyone)
        for role, name in self._held.roles.items():
            if name in ADMIN_ROLES:
                ends = (role, self._objects.account(self._claims))
                self._claims.edge("CAN_ACCESS", ends, ADMIN_ROLES[name], Permission.ADMIN)
        opened = any(grant.on.kind == DATABASE for grant in self._held.grants)
        dormant: dict[str, list[str]] = {}
        for grant in self._held.grants:
            if not self._place(grant, opened):
                dormant.setdefault(grant.holder, []).append(grant.told)
        for holder, told in dormant.items():
            shown = sorted(set(told))
            more = [f"and {len(shown) - _DORMANT_SHOWN} more"] if len(shown) > _DORMANT_SHOWN else []
            sort = "role" if holder.startswith("Group:") else None
            self._claims.node(holder, type=sort, dormant_grants=[*shown[:_DORMANT_SHOWN], *more])
        self._objects.tell(self._claims)
        proof = Coverage(self._complete(), list(self._reasons(opened)))
        return claims_run(self._claims, self._context, self._source, self._origins, self._errors, proof)

    def _read(self, view: str, row: ViewRow) -> None:
        if view == USERS:
            user = read_user(row, self._names, self._context.observed_at)
            self._held.users[user.id] = user.joined(self._held.users.get(user.id))
        elif view == TOKENS:
            self._held.tokens.append(read_token(row, self._names))
        elif view == ROLES_VIEW:
            self._read_role(row)
        elif view == MEMBERS:
            holder, role, is_user = read_member(row, self._names)
            self._member(
                holder, role, is_user, _granted("role", row), (row.moment("CREATED_ON"), row.moment("DELETED_ON"))
            )
        elif view == GRANTS:
            self._read_grants(row)
        else:
            path, kind = read_object(view, row)
            if view == DATABASES and is_shared(row):
                self._objects.share(path[0])
            self._objects.add(path, kind, until=row.moment("DELETED") or row.moment("DELETED_ON"))

    def _read_role(self, row: ViewRow) -> None:
        name, sort, database = row.required("NAME"), row.text("ROLE_TYPE"), row.text("ROLE_DATABASE_NAME")
        until = row.moment("DELETED_ON")
        if sort in (None, "ROLE"):
            role = self._names.role(name)
            if until is None:
                self._held.roles[role] = name
        elif sort == "DATABASE_ROLE" and database:
            role = self._names.database_role(database, name)
            name = f"{database}.{name}"
        else:
            role = self._names.grantee((sort or "").replace("_", " "), name)
        self._claims.node(role, name, until=until, type="role")

    def _member(
        self, holder: str, role: str, is_user: bool, evidence: str, span: tuple[int | None, int | None]
    ) -> None:
        self._claims.edge("MEMBER_OF", (holder, role), evidence, span=span)
        self._known_role(role)
        if not is_user:
            self._known_role(holder)
        if span[1] is None:
            self._hierarchy.inherit(holder, role, is_user=is_user)

    def _read_grants(self, row: ViewRow) -> None:
        found = list(read_grants(row, self._names))
        kind = kind_of(row)
        if not found and kind in NO_SCHEMA | ROLES:
            return
        if not found:
            self._held.unknown[kind] += 1
        for grant in found:
            self._known_role(grant.holder)
            if grant.on.kind in ROLES:
                # Only USAGE inherits: whoever owns a role may grant it, and does not hold it.
                if grant.privilege == "USAGE":
                    role = self._names.role if grant.on.kind == "ROLE" else self._names.database_role
                    is_user = grant.holder.startswith("Account:")
                    self._member(grant.holder, role(*grant.on.path), is_user, grant.told, grant.span)
                continue
            self._held.grants.append(grant)
            if grant.on.kind in (DATABASE, SCHEMA) and grant.until is None:
                self._hierarchy.open(grant.holder, self._objects.id_of(grant.on))

    def _known_role(self, node: str) -> None:
        """A role that is named but perhaps not listed."""
        if not node.startswith("Group:"):
            return
        parts = split_name(node.removeprefix(self._names.role("")))
        if len(parts) == 1 and self._names.role(parts[0]) == node:
            self._held.roles.setdefault(node, parts[0])

    def _tell_public(self, everyone: str) -> None:
        for user in self._held.users.values():
            if user.until is None:
                self._member(user.id, everyone, True, "PUBLIC is held by every user", (None, None))
        for role in sorted(self._held.roles.keys() - {everyone}):
            self._member(role, everyone, False, "PUBLIC is held by every role", (None, None))

    def _place(self, grant: PrivilegeGrant, opened: bool) -> bool:
        """Tell of a grant wherever it counts. False if it counts for nobody."""
        level, remark = permission(grant.on.kind, grant.privilege, grant.with_option)
        if level is None and grant.privilege == "USAGE" and self._objects.is_shared(grant.on):
            level, remark = Permission.READ, "on a database that another account shares: it opens all of it"
        self._objects.seen(grant.on, grant.until)
        if level is None:
            return True
        told = f"{grant.told}; {remark}" if remark else grant.told
        target, needs = self._objects.id_of(grant.on), self._objects.needs(grant.on)
        if grant.until is not None:
            self._claims.edge("CAN_ACCESS", (grant.holder, target), told, level, grant.span)
            return True
        if not opened:
            told += "; USAGE on its database is in none of the files" if needs else ""
            self._claims.edge("CAN_ACCESS", (grant.holder, target), told, level, grant.span)
            return True
        places = self._hierarchy.places(grant.holder, needs)
        for place in places:
            through = (
                "" if place == grant.holder else f"; to {_shown(grant.holder)}, which alone may not use its database"
            )
            self._claims.edge("CAN_ACCESS", (place, target), told + through, level, grant.span)
        return bool(places)

    def _complete(self) -> tuple[str, ...]:
        whole = {view for view, given in self._given.items() if not self._shortfall(view, given)}
        return tuple(scope for scopes, views in _PROVEN.items() if whole.issuperset(views) for scope in scopes)

    def _shortfall(self, view: str, given: _ViewCoverage) -> str:
        if given.is_cut:
            return f"{view}: {SHOW_LIMIT} rows are as many as SHOW lists, so there may be more"
        if given.subjects is not None:
            missing = {name for name in self._held.roles.values() if name != "PUBLIC"} - given.subjects
            if missing:
                return f"{view}: there is no answer for {len(missing)} roles, such as {min(missing)}"
        return ""

    def _shortfalls(self, views: Iterable[str]) -> Iterator[Reason]:
        for view in views:
            if view in self._given and (short := self._shortfall(view, self._given[view])):
                yield Reason("INCOMPLETE", short)

    def _reasons(self, opened: bool) -> Iterator[Reason]:
        missing = [view for view in _NEEDED if view not in self._given]
        if missing:
            yield Reason("MISSING_VIEWS", "not among the files: " + ", ".join(missing))
        yield from self._shortfalls(_NEEDED)
        if self._held.grants and not opened:
            yield Reason(
                "INCOMPLETE", "no file tells of privileges on databases: every grant counts as if it had USAGE"
            )
        if self._held.unknown:
            listed = ", ".join(f"{kind} ({count})" for kind, count in sorted(self._held.unknown.items()))
            yield Reason("UNMAPPED", f"grants on kinds of object that may or may not hold data are left out: {listed}")


def _granted(what: str, row: ViewRow) -> str:
    by = row.text("GRANTED_BY")
    return f"{what} granted by {by}" if by else f"{what} granted"


def _shown(node: str) -> str:
    return node.rpartition("/")[2]
