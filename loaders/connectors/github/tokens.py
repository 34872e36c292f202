"""This file knows the keys to an organisation's data that GitHub lists: fine-grained tokens, and authorised classic ones.

A token never may more than its owner. One for all repositories runs as its owner, capped by its permissions. One for a few may
access those alone, at the lesser of its permissions and what its owner may there; where nothing says what the owner may, its
permission is not known. One for none reaches nothing of the organisation's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.check import check_text
from graph.moment import write_moment
from graph.ontology import Permission
from loaders.claims.builder import Claims
from loaders.connectors.github.access import EffectiveAccess
from loaders.connectors.github.people import GithubUser, Repository, account_of, login_of, repository_of
from loaders.connectors.github.permissions import scope_cap, token_cap
from loaders.saved.fields import FieldReader

_LAST = 8


@dataclass(frozen=True, slots=True)
class OrganizationToken:
    """A fine-grained token, or a classic one or SSH key that was authorised for single sign-on.

    `reach` is all, subset or none; `cap` is the most that it allows, None: nothing, or not told (`is_told`).
    """

    id: str
    type: str
    owner: GithubUser
    name: str | None
    reach: str
    cap: Permission | None
    is_told: bool
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
    cap, is_told = token_cap(permissions)
    yield OrganizationToken(
        id=f"pat/{entry.required('id')}",
        type="fine_grained_pat",
        owner=GithubUser(login_of(owner), owner.text("id") or ""),
        name=entry.text("token_name"),
        reach=(entry.text("repository_selection") or "all").lower(),
        cap=cap,
        is_told=is_told,
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
        is_told=cap is not None,
        allows=tuple(sorted(scopes or ())),
        since=entry.moment("credential_authorized_at"),
        used=entry.moment("credential_accessed_at"),
        expires=entry.moment("authorized_credential_expires_at"),
        status="active",
        # Longer, it might be the token itself.
        hint=f"...{last}" if last is not None and len(last) <= _LAST and not is_key else None,
    )


def tell_tokens(claims: Claims, org: str, tokens: Iterable[OrganizationToken], chosen: Iterable[Repository]) -> None:
    """Tokens, who has them, and what they reach; everything else of the organisation was told before."""
    access = EffectiveAccess(claims)
    of_token: dict[str, set[str]] = {}
    for one in sorted(chosen):
        of_token.setdefault(f"pat/{one.owner}", set()).add(one.key)
        claims.node(repository_of(one.key), one.name, type="repository")
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
        account = tell_owner(claims, token.owner)
        claims.edge("HAS_CREDENTIAL", (account, credential), f"owner of a token for {org}", span=(token.since, None))
        if token.is_told and token.cap is None:
            continue
        if token.reach == "all":
            evidence = (
                f"a token for all repositories of {org}" if token.id.startswith("pat/") else f"authorised for {org}"
            )
            claims.edge("RUNS_AS", (credential, account), evidence, token.cap, (token.since, None))
        for key in sorted(of_token.get(token.id, ())) if token.reach == "subset" else ():
            repository = repository_of(key)
            mine = access.of(account).get(repository)
            least = min(token.cap, mine) if token.cap is not None and mine is not None else None
            claims.edge(
                "CAN_ACCESS", (credential, repository), "a token for chosen repositories", least, (token.since, None)
            )


def tell_owner(claims: Claims, person: GithubUser) -> str:
    """Whoever holds a seat or a token, whether or not a list of people names them."""
    account = account_of(person.login)
    return account if claims.has(account) else claims.node(account, person.login)


def tell_strangers(claims: Claims) -> None:
    """Whether somebody whom no list of people names is still there, nobody knows."""
    for account in claims.ids("Account"):
        claims.node(account, None, status="unknown")


def _allowed(permissions: FieldReader | None) -> Iterator[str]:
    for area in ("organization", "repository", "other"):
        told = None if permissions is None else permissions.child(area)
        for name in told.body if told is not None else ():
            check_text(name, area)
            yield f"{area}.{name}:{told.text(name) if told is not None else None}"


def _texts(entry: FieldReader, name: str) -> Iterator[str]:
    listed = {f"{name}[{at}]": raw for at, raw in enumerate(entry.items(name))}
    holder = FieldReader(listed, entry.location, entry.file, line=entry.line)
    yield from (text for at in listed if (text := holder.text(at)) is not None)


def _time(moment: int | None) -> str | None:
    return None if moment is None else write_moment(moment)
