"""Users, teams and keys that a proxy lists, and their claims.

A key is identified by the hash that LiteLLM itself uses. A key with a user runs as that user, who has it; one without is
the team's, if it has a team, and nobody's otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.claims import Edge, Node
from graph.moment import write_moment
from loaders.connectors.litellm.models import ALL, NONE, OF_TEAM, ModelNames
from loaders.connectors.litellm.servers import McpRights, read_rights, texts
from loaders.mcp.secret import hash_fingerprint, is_secret_value
from loaders.saved.fields import FieldReader

_HASH = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True, slots=True)
class ProxyUser:
    """One user of the proxy. `active` None: nothing says whether it was switched off."""

    id: str
    name: str | None
    email: str | None
    role: str | None
    subject: str | None
    active: bool | None
    created: int | None
    teams: tuple[str, ...]
    models: tuple[str, ...]
    rights: McpRights


@dataclass(frozen=True, slots=True)
class TeamMember:
    """One member of a team, by id or by address."""

    id: str | None
    email: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class ProxyTeam:
    """One team. `blocked`: no key of it is served."""

    id: str
    name: str | None
    blocked: bool
    members: tuple[TeamMember, ...]
    models: tuple[str, ...]
    rights: McpRights


@dataclass(frozen=True, slots=True)
class VirtualKey:
    """One virtual key, by its hash."""

    id: str
    name: str | None
    hint: str | None
    user: str | None
    team: str | None
    blocked: bool
    created: int | None
    used: int | None
    expires: int | None
    models: tuple[str, ...]
    rights: McpRights


def read_user(entry: FieldReader) -> ProxyUser:
    """One line of /user/list. Raises RecordError for a wrong type, and without an id."""
    return ProxyUser(
        id=entry.required("user_id"),
        name=entry.text("user_alias"),
        # Proxies that sign people in by address write it as the id and leave the address empty.
        email=entry.email("user_email") or entry.email("user_id"),
        role=entry.text("user_role"),
        subject=entry.text("sso_user_id"),
        active=_object(entry, "metadata").flag("scim_active"),
        created=entry.moment("created_at"),
        teams=_teams(entry),
        models=texts(entry, "models"),
        rights=read_rights(entry),
    )


def read_team(entry: FieldReader) -> ProxyTeam:
    """One line of /team/list."""
    # A team that never had a member has an empty object there.
    listed = entry.children("members_with_roles") if entry.body.get("members_with_roles") != {} else ()
    members = [TeamMember(child.text("user_id"), child.email("user_email"), child.text("role")) for child in listed]
    known = {member.id for member in members}
    # Older teams list ids alone.
    for name, role in (("admins", "admin"), ("members", "user")):
        for id in texts(entry, name):
            if id not in known:
                members.append(TeamMember(id, None, role))
                known.add(id)
    return ProxyTeam(
        id=entry.required("team_id"),
        name=entry.text("team_alias"),
        blocked=entry.flag("blocked") is True,
        members=tuple(members),
        models=texts(entry, "models"),
        rights=read_rights(entry),
    )


def read_key(entry: FieldReader) -> VirtualKey:
    """One line of /key/list. Raises RecordError for text that is not a hash: it might be the key."""
    id = key_hash(entry.text("token"))
    if id is None:
        entry.refuse("token", "it is not the hash of a key", "Ask for /key/list with return_full_object=true")
    alias = entry.text("key_alias")
    return VirtualKey(
        id=id,
        name=None if alias is None or is_secret_value(alias) else alias,
        hint=entry.hint("key_name") or entry.hint("key_alias"),
        user=entry.text("user_id"),
        team=entry.text("team_id"),
        blocked=entry.flag("blocked") is True,
        created=entry.moment("created_at"),
        used=entry.moment("last_active"),
        expires=entry.moment("expires"),
        models=texts(entry, "models"),
        rights=read_rights(entry),
    )


def key_hash(text: str | None) -> str | None:
    """The hash of a key; None for any other text, which might be the key itself."""
    lowered = (text or "").lower()
    return lowered if _HASH.match(lowered) else None


@dataclass(frozen=True, slots=True)
class ProxyIds:
    """The node ids of one proxy."""

    instance: str

    @property
    def application(self) -> str:
        return f"Application:litellm/{self.instance}"

    def account(self, user: str) -> str:
        return f"Account:litellm/{self.instance}/{user}"

    def credential(self, key: str) -> str:
        return f"Credential:litellm/{self.instance}/{key}"

    def group(self, team: str) -> str:
        return f"Group:litellm/{self.instance}/{team}"


def user_claims(user: ProxyUser, ids: ProxyIds) -> Iterator[Node | Edge]:
    """The account and its seat in the proxy."""
    account = ids.account(user.id)
    props = {
        "status": "suspended" if user.active is False else "active",
        "email": user.email,
        "subject": user.subject,
        "role": user.role,
        "created_at": _time(user.created),
    }
    yield Node(id=account, name=user.name or user.email, props=_present(props))
    evidence = f"listed by /user/list as {user.role or 'user'}"
    yield Edge(kind="ACCOUNT_IN", source=account, target=ids.application, since=user.created, evidence=evidence)


def team_claims(team: ProxyTeam, ids: ProxyIds, users: Mapping[str, str]) -> Iterator[Node | Edge]:
    """The team and its members; `users` are the listed ids by address."""
    group = ids.group(team.id)
    yield Node(id=group, name=team.name, props={"type": "team"} | ({"blocked": True} if team.blocked else {}))
    roles: dict[str, str] = {}
    for member in team.members:
        id = member.id or users.get(member.email or "") or (f"~{member.email}" if member.email else None)
        if id is not None:
            roles.setdefault(id, member.role or "user")
    for id, role in roles.items():
        yield _member(ids.account(id), group, f"listed by /team/list as {role}")


def user_memberships(user: ProxyUser, ids: ProxyIds, team_ends: set[tuple[str, str]]) -> Iterator[Edge]:
    """Memberships that a user names and no team lists, such as those of deleted teams."""
    for team in user.teams:
        ends = ids.account(user.id), ids.group(team)
        if ends not in team_ends:
            yield _member(*ends, "listed by /user/list")


def key_claims(key: VirtualKey, ids: ProxyIds, status: str, salt: bytes) -> Iterator[Node | Edge]:
    """The credential, who has it and as whom it acts, and its team.

    `salt` keys the fingerprint by which a configuration that holds the key itself is known to hold this one.
    """
    credential = ids.credential(key.id)
    props = {
        "type": "virtual_key",
        "status": status,
        "created_at": _time(key.created),
        "last_used_at": _time(key.used),
        "expires_at": _time(key.expires),
        "hint": key.hint,
        "hash_fingerprint": hash_fingerprint(key.id, salt),
    }
    yield Node(id=credential, name=key.name, props=_present(props))
    evidence = "listed by /key/list"
    if key.user is not None:
        account = ids.account(key.user)
        yield Edge(kind="HAS_CREDENTIAL", source=account, target=credential, since=key.created, evidence=evidence)
        yield Edge(kind="RUNS_AS", source=credential, target=account, since=key.created, evidence=evidence)
    if key.team is not None:
        yield Edge(
            kind="MEMBER_OF", source=credential, target=ids.group(key.team), since=key.created, evidence=evidence
        )


def usable_models(
    source: str, models: tuple[str, ...], ids: ProxyIds, model_names: ModelNames, *, of_team: bool = False
) -> Iterator[Edge]:
    """What a list of models lets its owner use. An empty list is all models of the proxy, of a team's key the team's."""
    named = models or ((OF_TEAM if of_team else ALL),)
    targets: dict[str, str] = {}
    for name in named:
        if name == ALL or name == "*":
            targets[ids.application] = "its list of models is empty or names all of the proxy"
        elif name not in (OF_TEAM, NONE):
            for resource in model_names.resources(name):
                targets.setdefault(resource, f"its list of models names {name}")
    for target in sorted(targets):
        yield Edge(kind="CAN_USE", source=source, target=target, evidence=targets[target])


def _teams(entry: FieldReader) -> tuple[str, ...]:
    """The ids of a user's teams; some versions list the teams themselves."""
    team_ids = [raw.get("team_id") if isinstance(raw, Mapping) else raw for raw in entry.items("teams")]
    return texts(FieldReader({"teams": team_ids}, entry.location, entry.file, entry.accepts_digits), "teams")


def _object(entry: FieldReader, name: str) -> FieldReader:
    """An object of free form inside an entry; an empty one for anything else."""
    raw = entry.body.get(name)
    return entry.child_or_empty(name) if isinstance(raw, Mapping) else FieldReader({}, entry.location, entry.file)


def _member(source: str, target: str, evidence: str) -> Edge:
    return Edge(kind="MEMBER_OF", source=source, target=target, evidence=evidence)


def _time(moment: int | None) -> str | None:
    return None if moment is None else write_moment(moment)


def _present(props: Mapping[str, str | None]) -> dict[str, str]:
    return {name: text for name, text in props.items() if text is not None}
