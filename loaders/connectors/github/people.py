"""Members, teams and repositories of a GitHub organisation and who may do what, in the nodes that Peribolos has too.

A team is known by its lower-cased name, as Peribolos knows it. GitHub lists the members of a child team under its parent as
well: these are left out, since the child team is a member of its parent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.ontology import Permission
from loaders.claims.builder import Claims
from loaders.github_permissions import NONE, WORDS, read_grant
from loaders.saved.fields import FieldReader

_LABELS = ("archived", "disabled", "private")
_WIDE = "internal"


@dataclass(frozen=True, slots=True, order=True)
class GithubUser:
    """Somebody whom a list names; `owner`: the team or repository whose list it is."""

    login: str
    id: str
    owner: str = ""
    role: str = ""
    word: str = ""
    permission: int = 0


@dataclass(frozen=True, slots=True, order=True)
class GithubTeam:
    """A team; `parent` is the key of another one, or empty."""

    key: str
    name: str
    slug: str
    parent: str


@dataclass(frozen=True, slots=True, order=True)
class Repository:
    """A repository; `team`, `word` and `permission` where it is the list of a team's or a token's."""

    key: str
    name: str
    tags: tuple[str, ...] = ()
    owner: str = ""
    word: str = ""
    permission: int = 0


@dataclass(frozen=True, slots=True)
class OrganizationEntry:
    """The organisation; `default` is what its members may do in every repository, None where the answer does not say."""

    login: str
    name: str | None
    id: str | None
    default: str | None


def read_organization(entry: FieldReader, request: Mapping[str, Any]) -> Iterator[OrganizationEntry]:
    """The answer of /orgs/ORG. Raises RecordError for a default permission that is none."""
    default = (entry.text("default_repository_permission") or "").lower() or None
    if default is not None and default not in WORDS:
        entry.refuse("default_repository_permission", "this is not a permission", "Use one of " + ", ".join(WORDS))
    yield OrganizationEntry(entry.required("login"), entry.text("name"), entry.text("id"), default)


def read_person(entry: FieldReader, request: Mapping[str, Any]) -> Iterator[GithubUser]:
    """Somebody of a list of people."""
    role = entry.text("role") or ("admin" if request.get("role") == "admin" else "")
    yield GithubUser(login_of(entry), entry.text("id") or "", request.get("team", ""), role)


def read_collaborator(entry: FieldReader, request: Mapping[str, Any]) -> Iterator[GithubUser]:
    """Somebody who was given a role in a repository directly; nobody if it is no role."""
    grant = read_grant(entry)
    if grant is not None:
        yield GithubUser(
            login_of(entry), entry.text("id") or "", request["repository"].lower(), "", grant[0], grant[1] or 0
        )


def read_team(entry: FieldReader, request: Mapping[str, Any]) -> Iterator[GithubTeam]:
    """A team of the organisation."""
    parent, slug = entry.child("parent"), entry.required("slug")
    name = entry.text("name") or slug
    above = "" if parent is None else parent.text("name") or parent.text("slug") or ""
    yield GithubTeam(name.lower(), name, slug.lower(), above.lower())


def read_repository(entry: FieldReader, request: Mapping[str, Any]) -> Iterator[Repository]:
    """A repository of the organisation, of a team or of a token; a repository in which a team has no right is skipped."""
    owner, _, name = entry.required("full_name").partition("/")
    if not owner or not name or "/" in name:
        entry.refuse("full_name", "this is not OWNER/NAME")
    # An archived repository stays readable to all who could read it: a label, not an end of access.
    tags = [word for word in _LABELS if entry.flag(word)]
    tags += [_WIDE] if entry.text("visibility") == _WIDE else []
    key, display_name = f"{owner}/{name}".lower(), f"{owner.lower()}/{name}"
    if "team" not in request:
        yield Repository(key, display_name, tuple(sorted(tags)), request.get("token", ""))
        return
    grant = read_grant(entry)
    if grant is not None:
        yield Repository(key, display_name, tuple(sorted(tags)), request["team"], grant[0], grant[1] or 0)


def login_of(entry: FieldReader) -> str:
    """A login as GitHub writes it."""
    login = entry.required("login")
    if "/" in login or any(char.isspace() for char in login):
        entry.refuse("login", "this is not a login")
    return login


def account_of(login: str) -> str:
    """The node of a login: GitHub compares logins without case."""
    return f"Account:github/{login.lower()}"


def repository_of(key: str) -> str:
    """The node of OWNER/NAME."""
    return f"DataSource:github/{key}"


def emit_account(claims: Claims, person: GithubUser, **props: Any) -> str:
    """Add somebody whom GitHub lists as active; returns the account."""
    return claims.node(account_of(person.login), person.login, status="active", **props)


def emit_people(
    claims: Claims,
    org: str,
    members: Iterable[GithubUser],
    admins: Iterable[GithubUser],
    outside: Iterable[GithubUser],
    knows_admins: bool,
) -> None:
    """Members of the organisation, its admins among them, and collaborators from outside.

    Where the admins are unknown, anybody may be one, so their role is left out.
    """
    group = f"Group:github/{org}"
    listed = {person.login.lower(): person for person in sorted([*members, *admins])}
    owners = {person.login.lower() for person in [*members, *admins] if person.role == "admin"}
    for login, person in sorted(listed.items()):
        role = "admin" if login in owners else "member" if knows_admins else person.role or None
        account = emit_account(claims, person, role=role)
        claims.edge("MEMBER_OF", (account, group), f"{role or 'member'} of {org}")
    for person in sorted(outside):
        emit_account(claims, person, role="outside collaborator")


def emit_teams(claims: Claims, org: str, teams: Iterable[GithubTeam], people: Iterable[GithubUser]) -> dict[str, str]:
    """Teams, their parents and members; the keys of the teams by slug."""
    keys: dict[str, str] = {}
    parents: dict[str, str] = {}
    for team in sorted(teams):
        group = claims.node(team_of(org, team.key), team.name, type="team")
        keys.setdefault(team.slug, team.key)
        if team.parent:
            parents.setdefault(team.key, team.parent)
            claims.edge("MEMBER_OF", (group, team_of(org, team.parent)), f"team {team.name} is a child team")
    listed: dict[str, dict[str, GithubUser]] = defaultdict(dict)
    for person in sorted(people):
        slug = person.owner.lower()
        listed[keys.get(slug, slug)].setdefault(person.login.lower(), person)
    below = _below(parents)
    for key, persons in sorted(listed.items()):
        repeated = {login for child in below.get(key, ()) for login in listed.get(child, ())}
        for login, person in sorted(persons.items()):
            account = emit_account(claims, person)
            if login not in repeated:
                claims.edge("MEMBER_OF", (account, team_of(org, key)), f"member of team {key}")
    return keys


def emit_repositories(claims: Claims, repositories: Iterable[Repository]) -> None:
    """Repositories as the organisation lists them."""
    for repository in sorted(repositories):
        tags = list(repository.tags) or None
        claims.node(repository_of(repository.key), repository.name, type="repository", tags=tags)


def emit_grants(
    claims: Claims, org: str, of_teams: Iterable[Repository], direct: Iterable[GithubUser], keys: Mapping[str, str]
) -> None:
    """What teams and single people may do in repositories."""
    for repository in sorted(of_teams):
        emit_repositories(claims, [repository])
        key = keys.get(repository.owner.lower(), repository.owner.lower())
        ends = (team_of(org, key), repository_of(repository.key))
        claims.edge("CAN_ACCESS", ends, f"team {key}: {repository.word}", _permission(repository.permission))
    for person in sorted(direct):
        claims.node(repository_of(person.owner), person.owner, type="repository")
        ends = (emit_account(claims, person), repository_of(person.owner))
        claims.edge("CAN_ACCESS", ends, f"collaborator: {person.word}", _permission(person.permission))


def emit_default(
    claims: Claims, org: str, default: str | None, admins: Iterable[GithubUser], internal: set[str]
) -> None:
    """What the default permission and being an admin give, in every repository of the organisation that is known.

    Whoever is in the enterprise may read an internal repository, whatever the default is.
    """
    permission = WORDS[default or NONE]
    group = f"Group:github/{org}"
    owners = sorted({person.login.lower() for person in admins})
    for repository in claims.ids("DataSource"):
        if not repository.startswith(f"DataSource:github/{org}/"):
            continue
        if permission is not None:
            claims.edge("CAN_ACCESS", (group, repository), f"default of {org}: {default}", permission)
        elif repository in internal:
            claims.edge("CAN_ACCESS", (group, repository), "internal repository", Permission.READ)
        for login in owners:
            claims.edge("CAN_ACCESS", (account_of(login), repository), f"admin of {org}", Permission.ADMIN)


def internal_repositories(repositories: Iterable[Repository]) -> set[str]:
    """The nodes of the internal repositories among these."""
    return {repository_of(repository.key) for repository in repositories if _WIDE in repository.tags}


def team_of(org: str, key: str) -> str:
    """The node of a team."""
    return f"Group:github/{org}/{key}"


def _permission(code: int) -> Permission | None:
    return Permission(code) if code else None


def _below(parents: Mapping[str, str]) -> dict[str, set[str]]:
    """By team, every team below it."""
    below: dict[str, set[str]] = defaultdict(set)
    for child in parents:
        above, seen = parents.get(child), {child}
        while above is not None and above not in seen:
            below[above].add(child)
            seen.add(above)
            above = parents.get(above)
    return below
