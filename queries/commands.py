"""Commands by system: how access is ended in GitHub, AWS, PostgreSQL and others, as one line to run or one request to send.

`METHOD URL BODY` is a request to the system's own API, with a token that may administer it. What a system has no exact
command for has none here: its console does it. Every name is quoted for where it stands, since names come from outside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from shlex import quote
from urllib.parse import quote as url_quote

# A new secret for what others use too, and what ends the rights of a superuser; every other action is named by the kind of the edge or of the node that it ends.
RENEW, NO_SUPERUSER = "RENEW", "NO_SUPERUSER"


@dataclass(frozen=True, slots=True)
class SystemNode:
    """A node as its system knows it: the kind of its id, and the key behind the system."""

    kind: str
    key: str

    def parts(self, count: int) -> list[str] | None:
        """The parts of the key between slashes, if there are so many."""
        parts = self.key.split("/", count - 1)
        return parts if len(parts) == count and all(parts) else None


# Words of letters and digits with one mark between them.
_PLAIN_TEAM = re.compile(r"[a-z0-9]+(?:[ _-][a-z0-9]+)*")

Command = Callable[[SystemNode, SystemNode], str | None]


def command(system: str, action: str, subject: SystemNode, target: SystemNode) -> str | None:
    """The command that ends an edge (`action` is its kind) or a node (its kind), if its system has one.

    Of an edge `subject` and `target` are its ends; of a key its holder and the key; of any other node twice the node.
    """
    made = _COMMANDS.get((system, action))
    if made is None or not all(map(_is_plain, (subject.key, target.key))):
        return None
    return made(subject, target)


def _is_plain(key: str) -> bool:
    """Whether no part of a key is taken for an option, or ends the line: psql runs what stands on the next one."""
    return key.isprintable() and not any(part.startswith("-") for part in key.split("/"))


def _path(*parts: str) -> str:
    return "/".join(url_quote(part, safe="") for part in parts)


def _gh(*parts: str) -> str:
    return f"gh api -X DELETE {quote(_path(*parts))}"


def _team_slug(team: str) -> str | None:
    """A team's name as addresses of GitHub have it; None where that does not follow from the name."""
    return team.replace(" ", "-") if _PLAIN_TEAM.fullmatch(team) else None


def _github_member(member: SystemNode, group: SystemNode) -> str | None:
    if member.kind != "Account":
        return None
    if "/" not in group.key:
        return _gh("orgs", group.key, "members", member.key)
    organization, team = group.key.split("/", 1)
    slug = _team_slug(team)
    return None if slug is None else _gh("orgs", organization, "teams", slug, "memberships", member.key)


def _github_access(holder: SystemNode, repository: SystemNode) -> str | None:
    names = repository.parts(2)
    if names is None or holder.kind not in ("Account", "Group"):
        return None
    if holder.kind == "Account":
        return _gh("repos", *names, "collaborators", holder.key)
    team = holder.parts(2)
    slug = None if team is None else _team_slug(team[1])
    return None if team is None or slug is None else _gh("orgs", team[0], "teams", slug, "repos", *names)


def _aws_name(subject: SystemNode, sort: str) -> str | None:
    """The name of a user, group or role, which is the last part of its ARN."""
    _, separator, name = subject.key.partition(f":{sort}/")
    return name.rpartition("/")[2] or None if separator else None


def _aws_member(member: SystemNode, group: SystemNode) -> str | None:
    user, name = _aws_name(member, "user"), _aws_name(group, "group")
    if user is None or name is None:
        return None
    return f"aws iam remove-user-from-group --group-name {quote(name)} --user-name {quote(user)}"


def _aws_key(holder: SystemNode, key: SystemNode) -> str | None:
    user = _aws_name(holder, "user")
    if user is None:
        return None
    return f"aws iam update-access-key --user-name {quote(user)} --access-key-id {quote(key.key)} --status Inactive"


def _aws_account(account: SystemNode, _: SystemNode) -> str | None:
    user = _aws_name(account, "user")
    return None if user is None else f"aws iam delete-login-profile --user-name {quote(user)}"


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _role(subject: SystemNode) -> str | None:
    parts = subject.parts(2)
    return None if parts is None else _identifier(parts[1])


def _postgres_member(member: SystemNode, group: SystemNode) -> str | None:
    role, of = _role(member), _role(group)
    return None if role is None or of is None else f"REVOKE {of} FROM {role};"


def _postgres_access(holder: SystemNode, data: SystemNode) -> str | None:
    role, parts = _role(holder), data.key.split("/")
    if role is None or len(parts) not in (2, 3):
        return None
    if len(parts) == 2:
        return f"REVOKE ALL ON DATABASE {_identifier(parts[1])} FROM {role};"
    names = parts[2].split(".")
    # With more points nobody knows where the schema ends.
    if len(names) != 2:
        return None
    return f"REVOKE ALL ON TABLE {_identifier(names[0])}.{_identifier(names[1])} FROM {role};"


def _postgres_account(account: SystemNode, _: SystemNode) -> str | None:
    role = _role(account)
    return None if role is None else f"ALTER ROLE {role} NOLOGIN;"


def _postgres_superuser(holder: SystemNode, _: SystemNode) -> str | None:
    role = _role(holder)
    return None if role is None else f"ALTER ROLE {role} NOSUPERUSER;"


def _postgres_password(account: SystemNode, _: SystemNode) -> str | None:
    role = _role(account)
    return None if role is None else f"\\password {role}"


def _snowflake_names(subject: SystemNode) -> list[str]:
    """The name behind the account, or a database and its role; empty for other grantees and for names in quotes."""
    parts = subject.parts(2)
    if parts is None or set('/"') & set(parts[1]):
        return []
    names = parts[1].split(".")
    return [_identifier(name) for name in names] if len(names) <= 2 and all(names) else []


def _snowflake_member(member: SystemNode, group: SystemNode) -> str | None:
    roles = {1: "ROLE", 2: "DATABASE ROLE"}
    of, to = _snowflake_names(group), _snowflake_names(member)
    # A role of a database is given to roles alone.
    if not of or not to or (member.kind == "Account" and len(of) + len(to) != 2):
        return None
    sort = "USER" if member.kind == "Account" else roles[len(to)]
    return f"REVOKE {roles[len(of)]} {'.'.join(of)} FROM {sort} {'.'.join(to)};"


def _snowflake_account(account: SystemNode, _: SystemNode) -> str | None:
    names = _snowflake_names(account)
    return f"ALTER USER {names[0]} SET DISABLED = TRUE;" if len(names) == 1 else None


def _gcp_account(account: SystemNode, _: SystemNode) -> str | None:
    if not account.key.endswith(".gserviceaccount.com"):
        return None
    return f"gcloud iam service-accounts disable {quote(account.key)}"


def _gcp_key(_: SystemNode, key: SystemNode) -> str | None:
    parts = key.parts(2)
    if parts is None:
        return None
    return f"gcloud iam service-accounts keys disable {quote(parts[1])} --iam-account={quote(parts[0])}"


def _entra_member(member: SystemNode, group: SystemNode) -> str:
    ids = quote(group.key.rpartition("/")[2]), quote(member.key.rpartition("/")[2])
    return f"az ad group member remove --group {ids[0]} --member-id {ids[1]}"


def _entra_person(person: SystemNode, _: SystemNode) -> str:
    return f"az ad user update --id {quote(person.key.rpartition('/')[2])} --account-enabled false"


def _request(method: str, url: str, body: Mapping[str, object] | None = None) -> str:
    return f"{method} {url}" + ("" if body is None else f" {json.dumps(body)}")


def _okta_member(member: SystemNode, group: SystemNode) -> str:
    ids = [subject.key.rpartition("/")[2] for subject in (group, member)]
    return _request("DELETE", f"/api/v1/groups/{_path(ids[0])}/users/{_path(ids[1])}")


def _okta_person(person: SystemNode, _: SystemNode) -> str:
    return _request("POST", f"/api/v1/users/{_path(person.key.rpartition('/')[2])}/lifecycle/deactivate")


def _scim_person(person: SystemNode, _: SystemNode) -> str:
    patch = {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [{"op": "replace", "value": {"active": False}}],
    }
    return _request("PATCH", f"/Users/{_path(person.key.rpartition('/')[2])}", patch)


def _cursor_account(account: SystemNode, _: SystemNode) -> str | None:
    # A service account is no member of the team.
    if not account.key.startswith("user_"):
        return None
    return _request("POST", "https://api.cursor.com/teams/remove-member", {"userId": account.key})


def _anthropic(*parts: str) -> str:
    return f"https://api.anthropic.com/v1/organizations/{_path(*parts)}"


def _anthropic_key(_: SystemNode, key: SystemNode) -> str:
    return _request("POST", _anthropic("api_keys", key.key), {"status": "inactive"})


def _anthropic_account(account: SystemNode, _: SystemNode) -> str | None:
    return _request("DELETE", _anthropic("users", account.key)) if account.key.startswith("user_") else None


def _anthropic_member(member: SystemNode, group: SystemNode) -> str | None:
    if not (member.key.startswith("user_") and group.key.startswith("wrkspc_")):
        return None
    return _request("DELETE", _anthropic("workspaces", group.key, "members", member.key))


def _openai(*parts: str) -> str:
    return f"https://api.openai.com/v1/organization/{_path(*parts)}"


def _openai_account(account: SystemNode, _: SystemNode) -> str | None:
    is_person = account.key.startswith("user") and not account.key.startswith("user/")
    return _request("DELETE", _openai("users", account.key)) if is_person else None


def _openai_member(member: SystemNode, group: SystemNode) -> str | None:
    if not group.key.startswith("proj_"):
        return None
    sort = (
        "service_accounts" if member.key.startswith("svc") else "api_keys" if member.kind == "Credential" else "users"
    )
    return _request("DELETE", _openai("projects", group.key, sort, member.key))


def _litellm_key(_: SystemNode, key: SystemNode) -> str:
    return _request("POST", "/key/block", {"key": key.key.rpartition("/")[2]})


_COMMANDS: dict[tuple[str, str], Command] = {
    ("anthropic", "MEMBER_OF"): _anthropic_member,
    ("anthropic", "Account"): _anthropic_account,
    ("anthropic", "Credential"): _anthropic_key,
    ("aws", "MEMBER_OF"): _aws_member,
    ("aws", "Account"): _aws_account,
    ("aws", "Credential"): _aws_key,
    ("cursor", "Account"): _cursor_account,
    ("entra", "MEMBER_OF"): _entra_member,
    ("entra", "Identity"): _entra_person,
    ("gcp", "Account"): _gcp_account,
    ("gcp", "Credential"): _gcp_key,
    ("github", "MEMBER_OF"): _github_member,
    ("github", "CAN_ACCESS"): _github_access,
    ("litellm", "Credential"): _litellm_key,
    ("okta", "MEMBER_OF"): _okta_member,
    ("okta", "Identity"): _okta_person,
    ("openai", "MEMBER_OF"): _openai_member,
    ("openai", "Account"): _openai_account,
    ("postgres", "MEMBER_OF"): _postgres_member,
    ("postgres", "CAN_ACCESS"): _postgres_access,
    ("postgres", "Account"): _postgres_account,
    ("postgres", NO_SUPERUSER): _postgres_superuser,
    ("postgres", RENEW): _postgres_password,
    ("scim", "Identity"): _scim_person,
    ("snowflake", "MEMBER_OF"): _snowflake_member,
    ("snowflake", "Account"): _snowflake_account,
}
