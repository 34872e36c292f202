"""Claims of an AWS account: what its principals may do with buckets, their groups, the roles they may assume, their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.ontology import Permission
from loaders.claims.builder import Claims
from loaders.connectors.aws.buckets import AclGrant, Buckets
from loaders.connectors.aws.evaluate import (
    allowed_paths,
    assume_role_evidence,
    assume_role_statements,
    escalation_evidence,
    named_roles,
)
from loaders.connectors.aws.policy import Statement, aws_managed_policy
from loaders.connectors.aws.principals import EVERYBODY, SIGNED_IN, AccessKey, Principal, node_of, principal_node
from loaders.connectors.aws.wildcards import ANY

_ASSUME_ACTIONS = ("sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity")
_NO_RESOURCE = "arn:none"  # matches nothing
_BOUNDARY = "its permissions boundary is not applied"


@dataclass(slots=True)
class AccountAnswers:
    """What the answers of one account say. `missing` are policies that are attached and that no answer describes."""

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


def emit_claims(answers: AccountAnswers, claims: Claims, buckets: Buckets) -> None:
    """Add all claims of an account, and note in `answers.missing` the policies that nothing describes."""
    _attach_statements(answers, buckets.account, buckets.partition)
    for bucket in answers.listed_buckets or ():
        buckets.add(bucket)
    policies = {
        bucket: [_within_bucket(statement, bucket, buckets) for statement in statements]
        for bucket, statements in answers.bucket_policies.items()
    }
    holders = list(_holders(answers, [statement for statements in policies.values() for statement in statements]))
    claims.node(EVERYBODY, "everybody", members="public")
    claims.node(SIGNED_IN, "everybody who signs in with AWS", members="signed_in")
    claims.edge("MEMBER_OF", (SIGNED_IN, EVERYBODY), "everybody")
    for holder in holders:
        _emit_holder(holder, claims, buckets)
    _emit_group_memberships(answers, claims)
    _emit_role_memberships(holders, claims, buckets.partition)
    _emit_keys(answers, claims, buckets)
    for bucket, statements in policies.items():
        _emit_bucket_policy(bucket, statements, {holder.principal.node: holder for holder in holders}, claims, buckets)
    for bucket, grant in answers.acls:
        node = buckets.add(bucket)
        if grant.node is not None:
            claims.node(grant.node, grant.name)
            claims.edge("CAN_ACCESS", (grant.node, node), grant.evidence, grant.permission)
    buckets.emit(claims)


def _attach_statements(answers: AccountAnswers, account: str, partition: str) -> None:
    """Give every principal its own statements, however they came; one that only its policies name is made."""
    for arn, statements in answers.statements.items():
        if arn not in answers.principals:
            type_name = next((name for name in ("user", "group") if f":{name}/" in arn), "role")
            props = {} if type_name == "user" else {"type": "role" if type_name == "role" else "team"}
            answers.principals[arn] = Principal(arn, arn.rpartition("/")[2], type_name, props)
        answers.principals[arn].statements.extend(statements)
    for type_name, name, statements in answers.inline:
        owners = [owner for owner in answers.principals.values() if (owner.type, owner.name) == (type_name, name)]
        if not owners:
            arn = f"arn:{partition}:iam::{account}:{type_name}/{name}"
            owners = [answers.principals.setdefault(arn, Principal(arn, name, type_name, {}))]
        for owner in owners:
            owner.statements.extend(statements)
    for principal in answers.principals.values():
        for arn in principal.attached:
            document = answers.policies.get(arn, aws_managed_policy(arn))
            if document is None:
                answers.missing.add(arn)
            else:
                principal.statements.extend(document)


def _holders(answers: AccountAnswers, bucket_statements: list[Statement]) -> Iterator[_Holder]:
    groups = _groups_by_name(answers)
    for principal in answers.principals.values():
        denies = [statement for statement in principal.statements if statement.is_deny]
        for name in principal.groups:
            group_statements = groups[name].statements if name in groups else []
            denies += [statement for statement in group_statements if statement.is_deny]
        denies += [statement for statement in bucket_statements if statement.is_deny and _names(statement, principal)]
        yield _Holder(principal, principal.statements, denies)


def _groups_by_name(answers: AccountAnswers) -> dict[str, Principal]:
    return {principal.name: principal for principal in answers.principals.values() if principal.type == "group"}


def _names(statement: Statement, principal: Principal) -> bool:
    """Whether a Deny on a bucket names a principal, its account or everybody; a group is no principal there."""
    if principal.type == "group":
        return any(name == ANY for _, name in statement.principals)
    names = {ANY, principal.arn, principal.account, f"arn:{principal.partition}:iam::{principal.account}:root"}
    return any(type_name == "AWS" and name in names for type_name, name in statement.principals)


def _within_bucket(statement: Statement, bucket: str, buckets: Buckets) -> Statement:
    """A statement of a bucket's policy, limited to that bucket whatever else its wildcards could match."""
    bucket_arn = f"arn:{buckets.partition}:s3:::{bucket}"
    resources: list[str] = []
    for resource in statement.resources or (ANY,):
        path = resource.split(":", 5)[-1] if resource.count(":") >= 5 else ANY
        named_bucket = path.partition("/")[0]
        if set("*?") & set(named_bucket):
            resources += [bucket_arn, f"{bucket_arn}/*"]
        elif named_bucket == bucket:
            resources.append(resource)
    return replace(
        statement,
        resources=tuple(dict.fromkeys(resources)) or (_NO_RESOURCE,),
        policy=f"{statement.policy} of {bucket}",
        # A Deny with NotResource covers some of the bucket only, so it does not apply for certain.
        is_conditional=statement.is_conditional or (statement.is_deny and bool(statement.not_resources)),
    )


def _emit_holder(holder: _Holder, claims: Claims, buckets: Buckets) -> None:
    principal = holder.principal
    node = claims.node(principal.node, principal.name, **principal.props)
    remark = f"; {_BOUNDARY}" if principal.props.get("permissions_boundary") else ""
    for allowed in allowed_paths(holder.statements, holder.denies, principal.partition):
        ends = (node, buckets.target_of(allowed.path))
        claims.edge("CAN_ACCESS", ends, allowed.evidence + remark, allowed.permission)
    if evidence := escalation_evidence(holder.statements, holder.denies, principal.arn):
        claims.edge("CAN_ACCESS", (node, buckets.account_node), evidence + remark, Permission.ADMIN)
    if principal.type != "group":
        claims.edge("MEMBER_OF", (node, SIGNED_IN), "everybody who signs in with AWS")


def _emit_group_memberships(answers: AccountAnswers, claims: Claims) -> None:
    groups = _groups_by_name(answers)
    for principal in answers.principals.values():
        has_deny = any(statement.is_deny for statement in principal.statements)
        remark = "; a Deny of its own is not applied to what the group allows" if has_deny else ""
        for name in principal.groups:
            arn = groups[name].arn if name in groups else ":".join(principal.arn.split(":")[:5]) + f":group/{name}"
            claims.edge("MEMBER_OF", (principal.node, node_of(arn)), f"in the group {name}{remark}")


def _emit_role_memberships(holders: list[_Holder], claims: Claims, partition: str) -> None:
    """Who may assume which role: whom it trusts, and, of an account it trusts, those whose policies allow it."""
    candidates = [
        (holder.principal, assume_role_statements(holder.statements), assume_role_statements(holder.denies))
        for holder in holders
    ]
    candidates = [candidate for candidate in candidates if candidate[1]]
    roles = {holder.principal.arn: holder.principal for holder in holders if holder.principal.type == "role"}
    for role in roles.values():
        for statement, (type_name, name) in _trusted_principals(role):
            node, display_name, group_type = principal_node(type_name, name, partition)
            if node != role.node:
                claims.node(node, display_name, type=group_type)
                evidence = "; ".join([f"trusted by the role as {type_name} {name}", *statement.flags])
                claims.edge("MEMBER_OF", (node, role.node), evidence)
            if name not in (role.account, f"arn:{role.partition}:iam::{role.account}:root"):
                continue
            for principal, statements, denies in candidates:
                if principal.account != role.account or principal is role:
                    continue
                if permitted := assume_role_evidence(statements, denies, role.arn):
                    evidence = "; ".join([permitted, "the role trusts its account", *statement.flags])
                    claims.edge("MEMBER_OF", (principal.node, role.node), evidence)
    for principal, statements, _ in candidates:
        for arn in named_roles(statements) - roles.keys():
            node = claims.node(node_of(arn), arn, type="role")
            evidence = "may become it if it trusts this account; not told here"
            claims.edge("MEMBER_OF", (principal.node, node), evidence)


def _trusted_principals(role: Principal) -> Iterator[tuple[Statement, tuple[str, str]]]:
    """Whom a role trusts, statement by statement, less whom a certain Deny names for every way of assuming it."""
    denies = [statement for statement in role.trust if statement.is_deny and not statement.is_conditional]
    for statement in role.trust:
        if statement.is_deny:
            continue
        for principal in statement.principals or ((("AWS", ANY),) if statement.not_principals else ()):
            naming = _denies_naming(denies, principal)
            actions = [action for action in _ASSUME_ACTIONS if statement.applies_to(action)]
            if any(not any(deny.applies_to(action) for deny in naming) for action in actions):
                yield statement, principal


def _emit_keys(answers: AccountAnswers, claims: Claims, buckets: Buckets) -> None:
    arns = {principal.name: principal.arn for principal in answers.principals.values() if principal.type == "user"}
    for key in answers.keys:
        user = node_of(arns.get(key.user) or f"arn:{buckets.partition}:iam::{buckets.account}:user/{key.user}")
        node = claims.node(f"Credential:aws/{key.id}", f"access key of {key.user}", **key.props)
        claims.edge("HAS_CREDENTIAL", (user, node), "access key of the user")
        claims.edge("RUNS_AS", (node, user), "access key of the user")


def _emit_bucket_policy(
    bucket: str, statements: list[Statement], holders: dict[str, _Holder], claims: Claims, buckets: Buckets
) -> None:
    """What a bucket's policy grants to the principals that it names."""
    buckets.add(bucket)
    for statement in statements:
        if statement.is_deny:
            continue
        for type_name, name in statement.principals or ((("AWS", ANY),) if statement.not_principals else ()):
            node, display_name, group_type = principal_node(type_name, name, buckets.partition)
            holder = holders.get(node)
            denies: Iterable[Statement] = holder.denies if holder else _denies_naming(statements, (type_name, name))
            for allowed in allowed_paths([statement], denies, buckets.partition):
                claims.node(node, display_name, type=group_type)
                ends = (node, buckets.target_of(allowed.path))
                claims.edge("CAN_ACCESS", ends, allowed.evidence, allowed.permission)


def _denies_naming(statements: list[Statement], principal: tuple[str, str]) -> list[Statement]:
    """The Deny statements of a policy that name a principal of it, or everybody."""
    names = {principal, ("AWS", ANY)}
    return [statement for statement in statements if statement.is_deny and names & set(statement.principals)]
