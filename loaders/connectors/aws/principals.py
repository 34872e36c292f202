"""IAM users, groups, roles and access keys as their answers describe them, and the nodes that principals become."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.moment import write_moment
from loaders.connectors.aws.policy import Statement, read_document
from loaders.saved.fields import ErrorCollector, FieldReader

EVERYBODY = "Group:aws/*"
SIGNED_IN = "Group:aws/AuthenticatedUsers"

_ARN = re.compile(r"arn:[^:]+:(?P<service>iam|sts)::(?P<account>[^:]*):(?P<rest>.+)\Z")
_ACCOUNT = re.compile(r"[0-9]{12}\Z")
_KEY_STATUS = {"Active": "active", "Inactive": "revoked"}


@dataclass(slots=True)
class Principal:
    """A user, group or role (`type`) with its own policies. `attached` are ARNs of policies, `groups` are names."""

    arn: str
    name: str
    type: str
    props: dict[str, Any]
    statements: list[Statement] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    trust: list[Statement] = field(default_factory=list)

    @property
    def node(self) -> str:
        return node_of(self.arn)

    @property
    def account(self) -> str:
        return account_of(self.arn)

    @property
    def partition(self) -> str:
        return self.arn.split(":")[1]

    def merge(self, other: Principal) -> None:
        """Add what another answer says about the same principal."""
        own_props = {name: prop for name, prop in self.props.items() if prop is not None}
        self.props = {**other.props, **own_props}
        self.statements += [statement for statement in other.statements if statement not in self.statements]
        self.trust += [statement for statement in other.trust if statement not in self.trust]
        self.attached += [arn for arn in other.attached if arn not in self.attached]
        self.groups += [name for name in other.groups if name not in self.groups]


def account_of(arn: str) -> str:
    """The account in an ARN; empty if it has none."""
    parts = arn.split(":")
    return parts[4] if len(parts) > 5 else ""


def node_of(arn: str) -> str:
    """The node id of an IAM ARN: a user is an Account, anything else a Group. A session is its role."""
    match = _ARN.match(arn)
    if match and match["rest"].startswith("assumed-role/"):
        partition, role = arn.split(":")[1], match["rest"].split("/")[1]
        return f"Group:aws/arn:{partition}:iam::{match['account']}:role/{role}"
    if match and match["service"] == "iam" and match["rest"].startswith("user/"):
        return f"Account:aws/{arn}"
    return f"Group:aws/{arn}"


def principal_node(type_name: str, name: str, partition: str = "aws") -> tuple[str, str, str | None]:
    """The node id, the display name and the group type of a principal that a policy names."""
    if name == "*":
        return EVERYBODY, "everybody", None
    if type_name == "AWS":
        # An account is named by its number, or by its root.
        arn = f"arn:{partition}:iam::{name}:root" if _ACCOUNT.match(name) else name
        group_type = "organization" if arn.endswith(":root") else "role" if ":role/" in arn else None
        return node_of(arn), arn, group_type
    if type_name == "CanonicalUser":
        return f"Group:aws/canonical/{name}", f"canonical user {name[:8]}...", "organization"
    return f"Group:aws/{type_name.lower()}/{name}", name, None


def read_principal(entry: FieldReader, type_name: str, errors: ErrorCollector) -> Principal:
    """A user, group or role of a list or of GetAccountAuthorizationDetails."""
    name_field = {"user": "UserName", "group": "GroupName", "role": "RoleName"}[type_name]
    prefix = type_name.capitalize()
    name, arn = entry.required(name_field), entry.required("Arn")
    if not _ARN.match(arn):
        entry.refuse("Arn", "this is not an ARN of IAM")
    principal = Principal(arn, name, type_name, _props_of(entry, type_name, name_field))
    for inline in entry.valid_children(f"{prefix}PolicyList", errors):
        for title in errors.collect(inline.required, "PolicyName"):
            for statements in errors.collect(_document, inline, "PolicyDocument", title, errors):
                principal.statements.extend(statements)
    for attached in entry.valid_children("AttachedManagedPolicies", errors):
        principal.attached.extend(errors.collect(attached.required, "PolicyArn"))
    group_names = {str(index): name for index, name in enumerate(entry.items("GroupList"))}
    groups = FieldReader(group_names, f"{entry.location}.GroupList", entry.file)
    principal.groups.extend(groups.required(index) for index in group_names)
    principal.trust.extend(_document(entry, "AssumeRolePolicyDocument", "trust policy", errors))
    return principal


def _props_of(entry: FieldReader, type_name: str, name_field: str) -> dict[str, Any]:
    created_at, last_active_at = entry.moment("CreateDate"), entry.moment("PasswordLastUsed")
    boundary = entry.child("PermissionsBoundary")
    boundary_arn = None if boundary is None else boundary.text("PermissionsBoundaryArn")
    if type_name != "user":
        return {"type": "role" if type_name == "role" else "team", "permissions_boundary": boundary_arn}
    return {
        "created_at": None if created_at is None else write_moment(created_at),
        "last_active_at": None if last_active_at is None else write_moment(last_active_at),
        "email": entry.email(name_field),
        "permissions_boundary": boundary_arn,
    }


def read_policy(entry: FieldReader, errors: ErrorCollector) -> tuple[str, list[Statement]]:
    """A managed policy: its ARN and the statements of its default version."""
    arn = entry.required("Arn")
    versions = list(entry.children("PolicyVersionList"))
    defaults = [version for version in versions if version.flag("IsDefaultVersion")] or versions[:1]
    name = entry.text("PolicyName") or arn.rpartition("/")[2]
    return arn, [statement for version in defaults for statement in _document(version, "Document", name, errors)]


@dataclass(frozen=True, slots=True)
class AccessKey:
    """An access key; `user` is the name of its holder."""

    id: str
    user: str
    props: dict[str, Any]


def read_key(entry: FieldReader) -> AccessKey:
    """An access key. Its id is no secret; the secret itself, which the answer of CreateAccessKey holds, is not read."""
    id = entry.required("AccessKeyId")
    created_at, last_used_at = entry.moment("CreateDate"), entry.moment("LastUsedDate")
    props = {
        "type": "access_key",
        "status": _KEY_STATUS.get(entry.text("Status") or "", "unknown"),
        "created_at": None if created_at is None else write_moment(created_at),
        "last_used_at": None if last_used_at is None else write_moment(last_used_at),
        "hint": f"{id[:4]}...{id[-4:]}" if len(id) > 12 else None,
    }
    return AccessKey(id, entry.required("UserName"), props)


def read_statements_by_principal(body: FieldReader, errors: ErrorCollector) -> Iterator[tuple[str, list[Statement]]]:
    """A mapping of principals to their policies, and of these to their statements, as (ARN, statements)."""
    for arn in body.body:
        for policies in errors.collect(body.child_or_empty, arn):
            principal_statements: list[Statement] = []
            for policy in policies.body:
                wrapped = {"document": {"Statement": policies.body[policy]}}
                document = FieldReader(wrapped, policies.location, policies.file)
                name = policy.rpartition("/")[2]
                for statements in errors.collect(_document, document, "document", name, errors):
                    principal_statements.extend(statements)
            yield arn, principal_statements


def _document(holder: FieldReader, name: str, policy: str, errors: ErrorCollector) -> list[Statement]:
    return list(read_document(holder, name, policy, errors))
