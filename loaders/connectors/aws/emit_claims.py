"""This file knows what the principals of an account hold: buckets, groups, roles they may become, keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.ontology import Permission
from loaders.claims.builder import Claims
from loaders.connectors.aws.buckets import AclGrant, Buckets
from loaders.connectors.aws.evaluate import allowed, assumes, assuming, escalates, named_roles
from loaders.connectors.aws.managed import known_document
from loaders.connectors.aws.policy import Statement
from loaders.connectors.aws.principals import EVERYBODY, SIGNED_IN, AccessKey, Principal, node_of, principal_node
from loaders.connectors.aws.wildcards import ANY

_TRUSTING = ("sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity")
_NOTHING = "arn:none"  # matches nothing
_BOUNDARY = "its permissions boundary is not applied"


@dataclass(slots=True)
class AccountAnswers:
    """What the answers of one account say. `missing` are policies that are attached and told of by nothing."""

    principals: dict[str, Principal] = field(default_factory=dict)
    policies: dict[str, list[Statement]] = field(default_factory=dict)
    statements: dict[str, list[Statement]] = field(default_factory=dict)
    inline: list[tuple[str, str, list[Statement]]] = field(default_factory=list)
    keys: list[AccessKey] = field(default_factory=list)
    listed_buckets: set[str] | None = None
    bucket_policies: dict[str, list[Statement]] = field(default_factory=dict)
    acls: list[tuple[str, AclGrant]] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Holder:
    """A principal with all statements that are its own, and every Deny that applies to it."""

    principal: Principal
    statements: list[Statement]
    denies: list[Statement]


def tell(given: AccountAnswers, claims: Claims, buckets: Buckets) -> None:
    """All claims of an account."""
    _collect(given, buckets.account, buckets.partition)
    for bucket in given.listed_buckets or ():
        buckets.add(bucket)
    policies = {name: [_on_bucket(one, name, buckets) for one in told] for name, told in given.bucket_policies.items()}
    on_buckets = [one for told in policies.values() for one in told]
    holders = list(_holders(given, on_buckets))
    claims.node(EVERYBODY, "everybody")
    claims.node(SIGNED_IN, "everybody who signs in with AWS")
    claims.edge("MEMBER_OF", (SIGNED_IN, EVERYBODY), "everybody")
    for holder in holders:
        _tell_holder(holder, claims, buckets)
    _tell_groups(given, claims)
    _tell_roles(holders, claims, buckets.partition)
    _tell_keys(given, claims, buckets)
    for name, told in policies.items():
        _tell_policy(name, told, {holder.principal.node: holder for holder in holders}, claims, buckets)
    for bucket, grant in given.acls:
        node = buckets.add(bucket)
        if grant.node is not None:
            claims.node(grant.node, grant.name)
            claims.edge("CAN_ACCESS", (grant.node, node), grant.evidence, grant.permission)
    buckets.tell(claims)


def _collect(given: AccountAnswers, account: str, partition: str) -> None:
    """Give every principal its own statements, however they came; those only named by their policies come to be."""
    for arn, statements in given.statements.items():
        if arn not in given.principals:
            sort = next((one for one in ("user", "group") if f":{one}/" in arn), "role")
            props = {} if sort == "user" else {"type": "role" if sort == "role" else "team"}
            given.principals[arn] = Principal(arn, arn.rpartition("/")[2], sort, props)
        given.principals[arn].statements.extend(statements)
    for sort, name, statements in given.inline:
        found = [one for one in given.principals.values() if (one.sort, one.name) == (sort, name)]
        if not found:
            arn = f"arn:{partition}:iam::{account}:{sort}/{name}"
            found = [given.principals.setdefault(arn, Principal(arn, name, sort, {}))]
        for one in found:
            one.statements.extend(statements)
    for one in given.principals.values():
        for arn in one.attached:
            document = given.policies.get(arn, known_document(arn))
            if document is None:
                given.missing.add(arn)
            else:
                one.statements.extend(document)


def _holders(given: AccountAnswers, on_buckets: list[Statement]) -> Iterator[_Holder]:
    groups = {one.name: one for one in given.principals.values() if one.sort == "group"}
    for one in given.principals.values():
        denies = [statement for statement in one.statements if statement.is_deny]
        for name in one.groups:
            denies += (
                [statement for statement in groups[name].statements if statement.is_deny] if name in groups else []
            )
        denies += [statement for statement in on_buckets if statement.is_deny and _names(statement, one)]
        yield _Holder(one, one.statements, denies)


def _names(statement: Statement, principal: Principal) -> bool:
    """Whether a Deny on a bucket names a principal, its account or everybody; a group is no principal there."""
    if principal.sort == "group":
        return any(name == ANY for _, name in statement.principals)
    mine = {ANY, principal.arn, principal.account, f"arn:{principal.partition}:iam::{principal.account}:root"}
    return any(sort == "AWS" and name in mine for sort, name in statement.principals)


def _on_bucket(statement: Statement, bucket: str, buckets: Buckets) -> Statement:
    """A statement of a bucket's policy, which speaks of that bucket alone whatever else its wildcards could match."""
    whole = f"arn:{buckets.partition}:s3:::{bucket}"
    told: list[str] = []
    for resource in statement.resources or (ANY,):
        path = resource.split(":", 5)[-1] if resource.count(":") >= 5 else ANY
        named = path.partition("/")[0]
        if set("*?") & set(named):
            told += [whole, f"{whole}/*"]
        elif named == bucket:
            told.append(resource)
    # A Deny of all but some of the bucket is not plain.
    is_conditional = statement.is_conditional or (statement.is_deny and bool(statement.not_resources))
    policy = f"{statement.policy} of {bucket}"
    return replace(
        statement, resources=tuple(dict.fromkeys(told)) or (_NOTHING,), policy=policy, is_conditional=is_conditional
    )


def _tell_holder(holder: _Holder, claims: Claims, buckets: Buckets) -> None:
    one = holder.principal
    node = claims.node(one.node, one.name, **one.props)
    more = f"; {_BOUNDARY}" if one.props.get("permissions_boundary") else ""
    for found in allowed(holder.statements, holder.denies, one.partition):
        ends = (node, buckets.target(found.path))
        claims.edge("CAN_ACCESS", ends, found.evidence + more, found.permission)
    if why := escalates(holder.statements, holder.denies, one.arn):
        claims.edge("CAN_ACCESS", (node, buckets.whole), why + more, Permission.ADMIN)
    if one.sort != "group":
        claims.edge("MEMBER_OF", (node, SIGNED_IN), "everybody who signs in with AWS")


def _tell_groups(given: AccountAnswers, claims: Claims) -> None:
    groups = {one.name: one for one in given.principals.values() if one.sort == "group"}
    for one in given.principals.values():
        refuses = any(statement.is_deny for statement in one.statements)
        for name in one.groups:
            arn = groups[name].arn if name in groups else ":".join(one.arn.split(":")[:5]) + f":group/{name}"
            more = "; a Deny of its own is not applied to what the group allows" if refuses else ""
            claims.edge("MEMBER_OF", (one.node, node_of(arn)), f"in the group {name}{more}")


def _tell_roles(holders: list[_Holder], claims: Claims, partition: str) -> None:
    """Who may become which role: whom it trusts, and of a trusted account of ours those whose policies let them."""
    able = [(one, assuming(one.statements), assuming(one.denies)) for one in holders]
    able = [found for found in able if found[1]]
    roles = {one.principal.arn: one.principal for one in holders if one.principal.sort == "role"}
    for role in roles.values():
        for statement, (sort, name) in _trusted(role):
            node, shown, kind = principal_node(sort, name, partition)
            if node != role.node:
                claims.node(node, shown, type=kind)
                told = "; ".join([f"trusted by the role as {sort} {name}", *statement.flags])
                claims.edge("MEMBER_OF", (node, role.node), told)
            if name not in (role.account, f"arn:{role.partition}:iam::{role.account}:root"):
                continue
            for holder, statements, denies in able:
                if holder.principal.account == role.account and holder.principal is not role:
                    why = assumes(statements, denies, role.arn)
                    if why:
                        told = "; ".join([why, "the role trusts its account", *statement.flags])
                        claims.edge("MEMBER_OF", (holder.principal.node, role.node), told)
    for holder, statements, _ in able:
        for arn in named_roles(statements) - roles.keys():
            node = claims.node(node_of(arn), arn, type="role")
            claims.edge(
                "MEMBER_OF", (holder.principal.node, node), "may become it if it trusts this account; not told here"
            )


def _trusted(role: Principal) -> Iterator[tuple[Statement, tuple[str, str]]]:
    """Whom a role lets become it, statement by statement, less whom a plain Deny names for every way of becoming it."""
    refusing = [one for one in role.trust if one.is_deny and not one.is_conditional]
    for one in role.trust:
        if one.is_deny:
            continue
        for principal in one.principals or ((("AWS", ANY),) if one.not_principals else ()):
            naming = _against(refusing, principal)
            ways = [way for way in _TRUSTING if one.asks(way)]
            if any(not any(refusal.asks(way) for refusal in naming) for way in ways):
                yield one, principal


def _tell_keys(given: AccountAnswers, claims: Claims, buckets: Buckets) -> None:
    users = {one.name: one for one in given.principals.values() if one.sort == "user"}
    for key in given.keys:
        arn = (
            users[key.user].arn
            if key.user in users
            else f"arn:{buckets.partition}:iam::{buckets.account}:user/{key.user}"
        )
        node = claims.node(f"Credential:aws/{key.id}", f"access key of {key.user}", **key.props)
        claims.edge("HAS_CREDENTIAL", (node_of(arn), node), "access key of the user")
        claims.edge("RUNS_AS", (node, node_of(arn)), "access key of the user")


def _tell_policy(
    bucket: str, statements: list[Statement], holders: dict[str, _Holder], claims: Claims, buckets: Buckets
) -> None:
    """What a bucket's policy gives to whom it names."""
    buckets.add(bucket)
    for statement in statements:
        if statement.is_deny:
            continue
        for sort, name in statement.principals or ((("AWS", ANY),) if statement.not_principals else ()):
            node, shown, kind = principal_node(sort, name, buckets.partition)
            holder = holders.get(node)
            denies: Iterable[Statement] = holder.denies if holder else _against(statements, (sort, name))
            for found in allowed([statement], denies, buckets.partition):
                claims.node(node, shown, type=kind)
                claims.edge("CAN_ACCESS", (node, buckets.target(found.path)), found.evidence, found.permission)


def _against(statements: list[Statement], principal: tuple[str, str]) -> list[Statement]:
    """The Deny statements of a policy that name a principal of it, or everybody."""
    return [one for one in statements if one.is_deny and {principal, ("AWS", ANY)} & set(one.principals)]
