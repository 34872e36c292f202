"""Access tokens of an organisation: fine-grained ones, and classic ones and SSH keys authorised for single sign-on.

A token never has more rights than its owner. One for all repositories runs as its owner, capped by its permissions. One for
chosen repositories accesses those alone, with the lower of its own and its owner's permission; where the owner's is unknown,
so is the token's. One for no repositories reaches nothing of the organisation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.check import check_text
from graph.moment import write_moment
from graph.ontology import Permission
from loaders.claims.builder import Claims
from loaders.connectors.github.people import GithubUser, Repository, account_of, login_of, repository_of
from loaders.github_permissions import scope_cap, token_cap
from loaders.saved.fields import FieldReader

_LAST = 8


@dataclass(frozen=True, slots=True)
class OrganizationToken:
    """A fine-grained token, or a classic one or SSH key that was authorised for single sign-on.

    `reach` is all, subset or none; `cap` is the highest permission that it allows; None: nothing if `has_cap`, else unknown.
    """

    id: str
    type: str
    owner: GithubUser
    name: str | None
    reach: str
    cap: Permission | None
    has_cap: bool
    allows: tuple[str, ...]
    since: int | None
    used: int | None
    expires: int | None
    status: str
    hint: str | None = None


def read_token(entry: FieldReader, request: Mapping[str, Any]) -> Iterator[OrganizationToken]:
    """A fine-grained token that may access the organisation."""
    owner = entry.child("owner")
    if owner is None:
        entry.refuse("owner", "it is missing")
    expired, permissions = entry.flag("token_expired"), entry.child("permissions")
    cap, has_cap = token_cap(permissions)
    yield OrganizationToken(
        id=f"pat/{entry.required('id')}",
        type="fine_grained_pat",
        owner=GithubUser(login_of(owner), owner.text("id") or ""),
        name=entry.text("token_name"),
        reach=(entry.text("repository_selection") or "all").lower(),
        cap=cap,
        has_cap=has_cap,
        allows=tuple(sorted(_allowed(permissions))),
        since=entry.moment("access_granted_at"),
        used=entry.moment("token_last_used_at"),
        expires=entry.moment("token_expires_at"),
        status={True: "expired", False: "active", None: "unknown"}[expired],
    )


def read_authorization(entry: FieldReader, request: Mapping[str, Any]) -> Iterator[OrganizationToken]:
    """A classic token or SSH key that its owner authorised for the organisation."""
    kind = (entry.text("credential_type") or "unknown").lower()
    is_key = "ssh" in kind
    scopes = None if entry.body.get("scopes") is None else list(_texts(entry, "scopes"))
    cap = scope_cap(scopes, is_key)
    last = entry.text("token_last_eight")
    yield OrganizationToken(
        id=f"sso/{entry.required('credential_id')}",
        type="ssh_key" if is_key else kind.replace(" ", "_"),
        owner=GithubUser(login_of(entry), ""),
        name=entry.text("authorized_credential_note") or entry.text("authorized_credential_title"),
        reach="all",
        cap=cap,
        has_cap=cap is not None,
        allows=tuple(sorted(scopes or ())),
        since=entry.moment("credential_authorized_at"),
        used=entry.moment("credential_accessed_at"),
        expires=entry.moment("authorized_credential_expires_at"),
        status="active",
        # Longer, it might be the token itself.
        hint=f"...{last}" if last is not None and len(last) <= _LAST and not is_key else None,
    )


def emit_tokens(claims: Claims, org: str, tokens: Iterable[OrganizationToken], chosen: Iterable[Repository]) -> None:
    """Add tokens, their owners and what they reach. The rest of the organisation has to be in `claims` before."""
    access = EffectiveAccess(claims)
    chosen_keys: dict[str, set[str]] = {}
    for repository in sorted(chosen):
        chosen_keys.setdefault(f"pat/{repository.owner}", set()).add(repository.key)
        claims.node(repository_of(repository.key), repository.name, type="repository")
    for token in sorted(tokens, key=repr):
        credential = claims.node(
            f"Credential:github/{org}/{token.id}",
            token.name,
            type=token.type,
            status=token.status,
            last_used_at=_time(token.used),
            expires_at=_time(token.expires),
            hint=token.hint,
            allows=list(token.allows) or None,
            repository_selection=token.reach if token.type == "fine_grained_pat" else None,
        )
        account = emit_owner(claims, token.owner)
        claims.edge("HAS_CREDENTIAL", (account, credential), f"owner of a token for {org}", span=(token.since, None))
        if token.has_cap and token.cap is None:
            continue
        if token.reach == "all":
            evidence = (
                f"a token for all repositories of {org}" if token.id.startswith("pat/") else f"authorised for {org}"
            )
            claims.edge("RUNS_AS", (credential, account), evidence, token.cap, (token.since, None))
        for key in sorted(chosen_keys.get(token.id, ())) if token.reach == "subset" else ():
            node = repository_of(key)
            own = access.of(account).get(node)
            least = min(token.cap, own) if token.cap is not None and own is not None else None
            claims.edge("CAN_ACCESS", (credential, node), "a token for chosen repositories", least, (token.since, None))


def emit_owner(claims: Claims, person: GithubUser) -> str:
    """Add whoever holds a seat or a token, whether or not a list of people names them; returns the account."""
    account = account_of(person.login)
    return account if claims.has(account) else claims.node(account, person.login)


def emit_strangers(claims: Claims) -> None:
    """Give accounts without a status `unknown`: no list says whether they still exist."""
    for account in claims.ids("Account"):
        claims.node(account, None, status="unknown")


class EffectiveAccess:
    """The highest permission of an account on a repository, its groups and their groups included."""

    def __init__(self, claims: Claims) -> None:
        self._groups: dict[str, set[str]] = defaultdict(set)
        self._grants: dict[str, dict[str, Permission | None]] = defaultdict(dict)
        self._known: dict[str, Mapping[str, Permission | None]] = {}
        for member, group, _ in claims.edges("MEMBER_OF"):
            self._groups[member].add(group)
        for holder, repository, permission in claims.edges("CAN_ACCESS"):
            _raise_to(self._grants[holder], repository, permission)

    def of(self, account: str) -> Mapping[str, Permission | None]:
        """Permissions by repository; None: an unknown one."""
        if account not in self._known:
            reached, waiting = {account}, [account]
            while waiting:
                for group in self._groups.get(waiting.pop(), ()):
                    if group not in reached:
                        reached.add(group)
                        waiting.append(group)
            permissions: dict[str, Permission | None] = {}
            for holder in reached:
                for repository, permission in self._grants.get(holder, {}).items():
                    _raise_to(permissions, repository, permission)
            self._known[account] = permissions
        return self._known[account]


def _raise_to(known: dict[str, Permission | None], repository: str, permission: Permission | None) -> None:
    """Keep the higher permission; an unknown one is lower than any known one."""
    before = known.get(repository)
    known[repository] = max(before, permission) if before and permission else before or permission


def _allowed(permissions: FieldReader | None) -> Iterator[str]:
    for area in ("organization", "repository", "other"):
        area_permissions = None if permissions is None else permissions.child(area)
        for name in area_permissions.body if area_permissions is not None else ():
            check_text(name, area)
            yield f"{area}.{name}:{area_permissions.text(name) if area_permissions is not None else None}"


def _texts(entry: FieldReader, name: str) -> Iterator[str]:
    items = {f"{name}[{location}]": raw for location, raw in enumerate(entry.items(name))}
    reader = FieldReader(items, entry.location, entry.file, line=entry.line)
    yield from (text for location in items if (text := reader.text(location)) is not None)


def _time(moment: int | None) -> str | None:
    return None if moment is None else write_moment(moment)
