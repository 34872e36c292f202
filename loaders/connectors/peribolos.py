"""Peribolos: GitHub organisations, their teams and repository permissions, written as YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.claims import Edge, Node, Record, RunHeader
from graph.errors import InputError, RecordError
from graph.ontology import Permission
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun

COMPLETE = ("Account", "Group", "DataSource", "MEMBER_OF", "CAN_ACCESS")

_ORG_KEYS = frozenset({"admins", "members", "teams", "repos", "default_repository_permission", "billing_email"})
_PERMISSIONS: dict[str, Permission | None] = {
    "none": None,
    "read": Permission.READ,
    "triage": Permission.READ,
    "write": Permission.WRITE,
    "maintain": Permission.WRITE,
    "admin": Permission.ADMIN,
}
# YAML scalars are read as text; where a list or mapping belongs, these mean that there is none.
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


def recognize(document: Document) -> bool:
    """A mapping `orgs` whose organisations look like Peribolos."""
    orgs = document.content.get("orgs") if isinstance(document.content, dict) else None
    if not isinstance(orgs, dict):
        return False
    return not orgs or any(isinstance(org, dict) and not _ORG_KEYS.isdisjoint(org) for org in orgs.values())


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per organisation, complete unless an entry is refused; lenient per entry unless `context.lenient` is False.

    Raises RecordError for a file without organisations; InputError for two different entries of one organisation, and one
    `context.source` for several.
    """
    orgs: dict[str, tuple[str, Any, str]] = {}
    for page in pages:
        file = page.document.display_path if page.document else page.endpoint
        organizations = page.body.get("orgs") if isinstance(page.body, dict) else None
        if not isinstance(organizations, dict) or not organizations:
            raise RecordError("the file names no organisation (no record at all)", file=file, field="orgs")
        for name, org in organizations.items():
            first = orgs.setdefault(name.lower(), (name, org, file))
            if first[1] != org:
                raise InputError(
                    f"{file}: the organisation {name} has another entry in {first[2]}. "
                    "Load the two one by one, each with its --observed-at"
                )
    if context.source and len(orgs) > 1:
        raise InputError(
            f"--source {context.source} names one source, but there are several organisations: " + ", ".join(orgs)
        )
    for key, (name, org, file) in orgs.items():
        yield _run_of(key, name, org, file, context)


def _run_of(key: str, name: str, org: object, file: str, context: Context) -> PendingRun:
    header = RunHeader(source=context.source or f"github:{key}", observed_at=context.observed_at, complete=COMPLETE)
    claims = _OrganizationClaims(key, file, is_strict=context.lenient is False)
    claims.add_organization(name, org)
    reasons = []
    if claims.refused:
        reasons.append(
            Reason("INCOMPLETE", f"{len(claims.refused)} entries of {name} were refused: nothing is retired")
        )
    entries = [(0, record) for record in claims.records()]
    return PendingRun(header, entries, file, rejected=claims.refused, reasons=reasons, lenient=not claims.is_strict)


class _OrganizationClaims:
    """Claims of one organisation's entry, in its order; of several claims about one thing the first counts."""

    def __init__(self, org: str, file: str, is_strict: bool) -> None:
        self.org, self.file, self.is_strict = org, file, is_strict
        self.group = f"Group:github/{org}"
        self.refused: list[str] = []
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str, str, Permission | None], Edge] = {}
        self._teams: set[str] = set()

    def records(self) -> Iterator[Record]:
        yield from self._nodes.values()
        yield from self._edges.values()

    def add_organization(self, name: str, org: object) -> None:
        path = f"orgs.{name}"
        if not isinstance(org, dict):
            self._refuse(path, "an organisation must be a mapping")
            org = {}
        self._node(self.group, _text(org.get("name")) or name, type="organization")
        admins = list(self._logins(org, "admins", path))
        for location, login in admins:
            self._edge("MEMBER_OF", self._account(location, login, "admin"), self.group, f"admin of {name}")
        for location, login in self._logins(org, "members", path):
            self._edge("MEMBER_OF", self._account(location, login, "member"), self.group, f"member of {name}")
        for repo, settings in self._mapping(org, "repos", path).items():
            self._repository(f"{path}.repos.{repo}", repo, settings if isinstance(settings, dict) else {})
        self._add_teams(org, path)
        # Last, as the default and the admins cover every repository that the file names anywhere.
        word = org.get("default_repository_permission")
        default = "read" if _is_empty(word) else _text(word)
        permission = self._permission(f"{path}.default_repository_permission", default)
        for repository in [node.id for node in self._nodes.values() if node.id.startswith("DataSource:")]:
            if permission is not None:
                self._edge("CAN_ACCESS", self.group, repository, f"default of {name}: {default}", permission)
            for _, login in admins:
                account = f"Account:github/{login.lower()}"
                self._edge("CAN_ACCESS", account, repository, f"admin of {name}", Permission.ADMIN)

    def _add_teams(self, org: dict[str, Any], path: str) -> None:
        # A stack rather than recursion: teams may nest as deep as the file allows.
        waiting = [(path, org, "")]
        while waiting:
            above, holder, parent = waiting.pop()
            for name, team in self._mapping(holder, "teams", above).items():
                location = f"{above}.teams.{name}"
                group = self._add_team(location, name, team, parent)
                if group and isinstance(team, dict):
                    waiting.append((location, team, group))

    def _add_team(self, location: str, name: str, team: object, parent: str) -> str:
        """Add a team and return the id of its group; empty if the entry is refused, and then nothing of it is added."""
        if not name.strip() or not (isinstance(team, dict) or _is_empty(team)):
            self._refuse(location, "a team must be a mapping with a name")
            return ""
        group = f"{self.group}/{name.lower()}"
        if group in self._teams:
            self._refuse(location, "the team is twice in this organisation")
            return ""
        self._teams.add(group)
        team = team if isinstance(team, dict) else {}
        self._node(group, name, type="team")
        if parent:
            self._edge("MEMBER_OF", group, parent, f"team {name} is a child team")
        for role, field in (("maintainer", "maintainers"), ("member", "members")):
            for field_location, login in self._logins(team, field, location):
                self._edge("MEMBER_OF", self._account(field_location, login), group, f"{role} of team {name}")
        for repo, word in self._mapping(team, "repos", location).items():
            field_location = f"{location}.repos.{repo}"
            repository = self._repository(field_location, repo, {})
            permission = self._permission(field_location, word)
            if repository and permission is not None:
                self._edge("CAN_ACCESS", group, repository, f"team {name}: {word}", permission)
        return group

    def _account(self, location: str, login: str, role: str | None = None) -> str:
        account = f"Account:github/{login.lower()}"
        self._node(account, login, status="active", **({"role": role} if role else {}))
        return account

    def _repository(self, location: str, repo: str, settings: dict[str, Any]) -> str:
        if not repo.strip():
            self._refuse(location, "a repository must have a name")
            return ""
        # An archived repository stays readable to all who could read it: a label, not an end of access.
        tags = sorted(word for word in ("archived", "private") if _text(settings.get(word)).lower() == "true")
        repository = f"DataSource:github/{self.org}/{repo.lower()}"
        self._node(repository, f"{self.org}/{repo}", type="repository", **({"tags": tags} if tags else {}))
        return repository

    def _permission(self, location: str, word: object) -> Permission | None:
        """The permission; None for `none`, and for an unknown word, which is refused."""
        word = _text(word)
        if word not in _PERMISSIONS:
            self._refuse(location, "this is not a permission", "Use one of " + ", ".join(_PERMISSIONS))
            return None
        return _PERMISSIONS[word]

    def _logins(self, holder: dict[str, Any], field: str, path: str) -> Iterator[tuple[str, str]]:
        logins = holder.get(field)
        if _is_empty(logins):
            return
        if not isinstance(logins, list):
            self._refuse(f"{path}.{field}", "this must be a list of logins")
            return
        for index, login in enumerate(logins):
            location = f"{path}.{field}[{index}]"
            text = _text(login)
            if text and not any(char.isspace() or char == "/" for char in text):
                yield location, text
            else:
                self._refuse(location, "this is not a login")

    def _mapping(self, holder: dict[str, Any], field: str, path: str) -> dict[str, Any]:
        content = holder.get(field)
        if isinstance(content, dict):
            return content
        if not _is_empty(content):
            self._refuse(f"{path}.{field}", "this must be a mapping")
        return {}

    def _node(self, node_id: str, name: str, **props: Any) -> None:
        self._nodes.setdefault(node_id, Node(id=node_id, name=name, props=dict(sorted(props.items()))))

    def _edge(self, kind: str, source: str, target: str, evidence: str, permission: Permission | None = None) -> None:
        key = (kind, source, target, permission)
        self._edges.setdefault(
            key, Edge(kind=kind, source=source, target=target, permission=permission, evidence=evidence)
        )

    def _refuse(self, location: str, problem: str, remedy: str = "Mend the entry") -> None:
        error = RecordError(problem, file=self.file, field=location, remedy=remedy)
        if self.is_strict:
            raise error
        self.refused.append(str(error))


def _is_empty(content: object) -> bool:
    return content is None or (isinstance(content, str) and content in _EMPTY)


def _text(content: object) -> str:
    """A scalar as text (a JSON file may hold numbers and flags); empty for anything else."""
    if isinstance(content, bool):
        return "true" if content else "false"
    return str(content).strip() if isinstance(content, str | int) else ""
