"""Normalization of exported Snowflake views: one run per account, with the grants that count and what is complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.ontology import Permission
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.coverage import Coverage, covered_scopes
from loaders.claims.run import RunBuilder
from loaders.connectors.snowflake.grants import PrivilegeGrant, kind_of, read_grants, read_member
from loaders.connectors.snowflake.identifiers import SnowflakeIds, split_name
from loaders.connectors.snowflake.objects import DataObjects, is_shared, read_object
from loaders.connectors.snowflake.privileges import (
    ACCOUNT_ADMIN_ROLES,
    ACCOUNT_LEVEL_KINDS,
    DATABASE,
    ROLES,
    SCHEMA,
    UNMAPPED,
    UNMAPPED_KIND,
    permission_of,
)
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
from loaders.saved.location import documents_by_source

# SHOW lists no more than this, and does not say so.
SHOW_LIMIT = 10_000
_EXPECTED_VIEWS = (USERS, ROLES_VIEW, GRANTS, MEMBERS, DATABASES, SCHEMATA, TABLES)
_DORMANT_SHOWN = 20
# Scopes, and the views that must be there in full for them.
_REQUIRED_VIEWS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("Account", "Credential", "HAS_CREDENTIAL", "RUNS_AS"): (USERS,),
    ("Group",): (ROLES_VIEW, GRANTS),
    ("MEMBER_OF",): (USERS, ROLES_VIEW, GRANTS, MEMBERS),
    ("CAN_ACCESS",): (USERS, ROLES_VIEW, GRANTS, MEMBERS),
    ("DataSource", "CONTAINS"): (GRANTS, DATABASES, SCHEMATA, TABLES),
}
_TOKEN_SCOPES = ("Credential", "HAS_CREDENTIAL", "RUNS_AS", "MEMBER_OF")


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per account, and one of its own for its access tokens, so that neither retires claims of the other.

    Lenient per row unless `context.lenient` is False: then the first bad one raises RecordError.
    """
    for source, documents in documents_by_source(pages, context, NAME):
        origins = [document.display_path for document in documents]
        account = _SnowflakeAccount(
            RunBuilder(context, source, origins), RunBuilder(context, f"{source}/tokens", list(origins))
        )
        # What ROLES lists tells how other views name a database role.
        for document in sorted(documents, key=lambda document: view_of(document) != ROLES_VIEW):
            account.read(document)
        yield from account.runs()


@dataclass(slots=True)
class _ViewCoverage:
    """What came of one view. `subjects`: the roles with an answer of their own. `is_truncated`: SHOW's limit was reached."""

    subjects: set[str] | None = None
    is_truncated: bool = False


@dataclass(slots=True)
class _AccountRows:
    """The live and past grants, users, tokens and roles of an account. `roles`: names by node id."""

    grants: list[PrivilegeGrant] = field(default_factory=list)
    users: dict[str, SnowflakeUser] = field(default_factory=dict)
    tokens: list[AccessToken] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    unknown_kinds: Counter[str] = field(default_factory=Counter)
    # Privileges and kinds of object that no table has, which count as WRITE.
    unmapped: Counter[str] = field(default_factory=Counter)


class _SnowflakeAccount:
    """The rows of one account, read file by file into a run, and into another one for its tokens."""

    def __init__(self, run: RunBuilder, token_run: RunBuilder) -> None:
        self._run, self._token_run, self._observed_at = run, token_run, run.context.observed_at
        self._ids = SnowflakeIds(run.source.partition(":")[2])
        self._claims, self._objects = Claims(), DataObjects(self._ids)
        self._hierarchy, self._rows = RoleHierarchy(), _AccountRows()
        self._views: dict[str, _ViewCoverage] = {}

    def read(self, document: Document) -> None:
        """Read a file's rows."""
        view = view_of(document) or ""
        coverage = self._views.setdefault(view, _ViewCoverage())
        subjects = subjects_of(document)
        if subjects is not None:
            coverage.subjects = (coverage.subjects or set()) | subjects
        errors = (self._token_run if view == TOKENS else self._run).errors
        rows = list(read_rows(document, errors))
        for row in rows:
            errors.collect(self._read_row, view, row)
        is_shown = (
            subjects is None and not any(rows[-1].has(name) for name in ("DELETED_ON", "DELETED")) if rows else False
        )
        coverage.is_truncated |= is_shown and len(rows) == SHOW_LIMIT

    def runs(self) -> Iterator[PendingRun]:
        """The runs. Grants come last: which of them count depends on every other row."""
        if self._views.keys() - {TOKENS}:
            yield self._account_run()
        if TOKENS in self._views:
            claims = Claims()
            for token in self._rows.tokens:
                user = self._rows.users.get(token.user)
                token.emit(claims, user is not None and user.is_barred)
            shortfalls = list(self._shortfalls((TOKENS,)))
            coverage = Coverage(() if shortfalls else _TOKEN_SCOPES, shortfalls)
            yield self._token_run.finish_claims(claims, coverage)

    def _account_run(self) -> PendingRun:
        for user in self._rows.users.values():
            user.emit(self._claims)
        everyone = self._ids.role("PUBLIC")
        if everyone in self._rows.roles:
            self._emit_public(everyone)
        for role, name in self._rows.roles.items():
            if name in ACCOUNT_ADMIN_ROLES:
                ends = (role, self._objects.account(self._claims))
                self._claims.edge("CAN_ACCESS", ends, ACCOUNT_ADMIN_ROLES[name], Permission.ADMIN)
        has_usage = any(grant.securable.kind == DATABASE for grant in self._rows.grants)
        dormant: dict[str, list[str]] = {}
        for grant in self._rows.grants:
            if not self._emit_grant(grant, has_usage):
                dormant.setdefault(grant.holder, []).append(grant.evidence)
        for holder, grants in dormant.items():
            texts = sorted(set(grants))
            more = [f"and {len(texts) - _DORMANT_SHOWN} more"] if len(texts) > _DORMANT_SHOWN else []
            node_type = "role" if holder.startswith("Group:") else None
            self._claims.node(holder, type=node_type, dormant_grants=[*texts[:_DORMANT_SHOWN], *more])
        self._objects.emit(self._claims)
        coverage = Coverage(self._complete(), list(self._reasons(has_usage)))
        return self._run.finish_claims(self._claims, coverage)

    def _read_row(self, view: str, row: ViewRow) -> None:
        if view == USERS:
            user = read_user(row, self._ids, self._observed_at)
            self._rows.users[user.id] = user.merged_with(self._rows.users.get(user.id))
        elif view == TOKENS:
            self._rows.tokens.append(read_token(row, self._ids))
        elif view == ROLES_VIEW:
            self._read_role(row)
        elif view == MEMBERS:
            holder, role, is_user = read_member(row, self._ids)
            self._add_membership(
                holder, role, is_user, _granted("role", row), (row.moment("CREATED_ON"), row.moment("DELETED_ON"))
            )
        elif view == GRANTS:
            self._read_grants(row)
        else:
            path, kind = read_object(view, row)
            if view == DATABASES and is_shared(row):
                self._objects.mark_shared(path[0])
            self._objects.add(path, kind, until=row.moment("DELETED") or row.moment("DELETED_ON"))

    def _read_role(self, row: ViewRow) -> None:
        name, role_type, database = row.required("NAME"), row.text("ROLE_TYPE"), row.text("ROLE_DATABASE_NAME")
        until = row.moment("DELETED_ON")
        if role_type in (None, "ROLE"):
            role = self._ids.role(name)
            if until is None:
                self._rows.roles[role] = name
        elif role_type == "DATABASE_ROLE" and database:
            role = self._ids.database_role(database, name)
            self._ids.listed_database_roles.add(role)
            name = f"{database}.{name}"
        else:
            role = self._ids.other_grantee((role_type or "").replace("_", " "), name)
        self._claims.node(role, name, until=until, type="role")

    def _add_membership(
        self, holder: str, role: str, is_user: bool, evidence: str, span: tuple[int | None, int | None]
    ) -> None:
        self._claims.edge("MEMBER_OF", (holder, role), evidence, span=span)
        self._add_role(role)
        if not is_user:
            self._add_role(holder)
        if span[1] is None:
            self._hierarchy.inherit(holder, role, is_user=is_user)

    def _read_grants(self, row: ViewRow) -> None:
        grants = list(read_grants(row, self._ids))
        kind = kind_of(row)
        if not grants and kind in ACCOUNT_LEVEL_KINDS | ROLES:
            return
        if not grants:
            self._rows.unknown_kinds[kind] += 1
        for grant in grants:
            self._add_role(grant.holder)
            if grant.securable.kind in ROLES:
                # Only USAGE inherits: whoever owns a role may grant it, and does not hold it.
                if grant.privilege == "USAGE":
                    is_user = grant.holder.startswith("Account:")
                    self._add_membership(grant.holder, self._role_of(grant), is_user, grant.evidence, grant.span)
                continue
            self._rows.grants.append(grant)
            if grant.securable.kind in (DATABASE, SCHEMA) and grant.until is None:
                self._hierarchy.allow_usage(grant.holder, self._objects.id_of(grant.securable))

    def _role_of(self, grant: PrivilegeGrant) -> str:
        """The role that a grant is on."""
        if grant.securable.kind == "ROLE":
            return self._ids.role(*grant.securable.path)
        database, name = grant.securable.path
        return self._ids.database_role_named(database, name) or self._ids.database_role(database, name)

    def _add_role(self, node: str) -> None:
        """Note a role that a row names, whether or not a view lists it."""
        if not node.startswith("Group:"):
            return
        parts = split_name(node.removeprefix(self._ids.role("")))
        if len(parts) == 1 and self._ids.role(parts[0]) == node:
            self._rows.roles.setdefault(node, parts[0])

    def _emit_public(self, everyone: str) -> None:
        for user in self._rows.users.values():
            if user.until is None:
                self._add_membership(user.id, everyone, True, "PUBLIC is held by every user", (None, None))
        for role in sorted(self._rows.roles.keys() - {everyone}):
            self._add_membership(role, everyone, False, "PUBLIC is held by every role", (None, None))

    def _emit_grant(self, grant: PrivilegeGrant, has_usage: bool) -> bool:
        """Add the access of a grant wherever it counts; False if it counts for nobody.

        `has_usage`: privileges on databases are among the files; without them every grant counts.
        """
        securable = grant.securable
        level, remark = permission_of(securable.kind, grant.privilege, grant.with_option)
        if level is None and grant.privilege == "USAGE" and self._objects.is_shared(securable):
            level, remark = Permission.READ, "on a database that another account shares: it opens all of it"
        self._objects.add_named(securable, grant.until)
        if level is None:
            return True
        if remark in (UNMAPPED, UNMAPPED_KIND):
            self._rows.unmapped[f"{grant.privilege} on {securable.kind}"] += 1
        evidence = f"{grant.evidence}; {remark}" if remark else grant.evidence
        target, containers = self._objects.id_of(securable), self._objects.containers_of(securable)
        if grant.until is not None:
            self._claims.edge("CAN_ACCESS", (grant.holder, target), evidence, level, grant.span)
            return True
        if not has_usage:
            evidence += "; USAGE on its database is in none of the files" if containers else ""
            self._claims.edge("CAN_ACCESS", (grant.holder, target), evidence, level, grant.span)
            return True
        holders = self._hierarchy.effective_holders(grant.holder, containers)
        for holder in holders:
            grantee = grant.holder.rpartition("/")[2]
            through = "" if holder == grant.holder else f"; to {grantee}, which alone may not use its database"
            self._claims.edge("CAN_ACCESS", (holder, target), evidence + through, level, grant.span)
        return bool(holders)

    def _complete(self) -> tuple[str, ...]:
        complete = {view for view, coverage in self._views.items() if not self._shortfall(view, coverage)}
        return covered_scopes(_REQUIRED_VIEWS, complete)

    def _shortfall(self, view: str, coverage: _ViewCoverage) -> str:
        """Why a view is not all there; empty if it is."""
        if coverage.is_truncated:
            return f"{view}: {SHOW_LIMIT} rows are as many as SHOW lists, so there may be more"
        if coverage.subjects is not None:
            missing = {name for name in self._rows.roles.values() if name != "PUBLIC"} - coverage.subjects
            if missing:
                return f"{view}: there is no answer for {len(missing)} roles, such as {min(missing)}"
        return ""

    def _shortfalls(self, views: Iterable[str]) -> Iterator[Reason]:
        for view in views:
            if view in self._views and (shortfall := self._shortfall(view, self._views[view])):
                yield Reason("INCOMPLETE", shortfall)

    def _reasons(self, has_usage: bool) -> Iterator[Reason]:
        missing = [view for view in _EXPECTED_VIEWS if view not in self._views]
        if missing:
            yield Reason("MISSING_VIEWS", "not among the files: " + ", ".join(missing))
        yield from self._shortfalls(_EXPECTED_VIEWS)
        if self._rows.grants and not has_usage:
            yield Reason(
                "INCOMPLETE", "no file tells of privileges on databases: every grant counts as if it had USAGE"
            )
        if self._rows.unknown_kinds:
            listed = ", ".join(f"{kind} ({count})" for kind, count in sorted(self._rows.unknown_kinds.items()))
            yield Reason("UNMAPPED", f"grants on kinds of object that may or may not hold data are left out: {listed}")
        if self._rows.unmapped:
            listed = ", ".join(f"{name} ({count})" for name, count in sorted(self._rows.unmapped.items()))
            yield Reason("UNMAPPED_PRIVILEGE", f"unknown privileges or kinds of object count as WRITE: {listed}")


def _granted(what: str, row: ViewRow) -> str:
    by = row.text("GRANTED_BY")
    return f"{what} granted by {by}" if by else f"{what} granted"
