"""This file knows what IAM says of a user, group, role or access key, and the nodes that principals become."""

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
    """A user, group or role with the policies that are its own. `attached` are ARNs, `groups` names."""

    arn: str
    name: str
    sort: str
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

    def join(self, other: Principal) -> None:
        """What another answer says of the same."""
        self.props = {**other.props, **{name: told for name, told in self.props.items() if told is not None}}
        self.statements += [one for one in other.statements if one not in self.statements]
        self.trust += [one for one in other.trust if one not in self.trust]
        self.attached += [one for one in other.attached if one not in self.attached]
        self.groups += [one for one in other.groups if one not in self.groups]


def account_of(arn: str) -> str:
    """The account in an ARN; empty if it has none."""
    parts = arn.split(":")
    return parts[4] if len(parts) > 5 else ""


def node_of(arn: str) -> str:
    """The node of an IAM ARN: a user is an Account, whatever else a Group. A session is its role."""
    found = _ARN.match(arn)
    if found and found["rest"].startswith("assumed-role/"):
        partition, role = arn.split(":")[1], found["rest"].split("/")[1]
        return f"Group:aws/arn:{partition}:iam::{found['account']}:role/{role}"
    if found and found["service"] == "iam" and found["rest"].startswith("user/"):
        return f"Account:aws/{arn}"
    return f"Group:aws/{arn}"


def principal_node(sort: str, name: str, partition: str = "aws") -> tuple[str, str, str | None]:
    """The node of a principal that a policy names, how it is called, and the type of its group."""
    if name == "*":
        return EVERYBODY, "everybody", None
    if sort == "AWS":
        # An account is named by its number, or by its root.
        arn = f"arn:{partition}:iam::{name}:root" if _ACCOUNT.match(name) else name
        kind = "organization" if arn.endswith(":root") else "role" if ":role/" in arn else None
        return node_of(arn), arn, kind
    if sort == "CanonicalUser":
        return f"Group:aws/canonical/{name}", f"canonical user {name[:8]}...", "organization"
    return f"Group:aws/{sort.lower()}/{name}", name, None


def read_principal(entry: FieldReader, sort: str, errors: ErrorCollector) -> Principal:
    """A user, group or role of a list or of GetAccountAuthorizationDetails."""
    field_name = {"user": "UserName", "group": "GroupName", "role": "RoleName"}[sort]
    prefix = sort.capitalize()
    name, arn = entry.required(field_name), entry.required("Arn")
    if not _ARN.match(arn):
        entry.refuse("Arn", "this is no ARN of IAM")
    made, seen = entry.moment("CreateDate"), entry.moment("PasswordLastUsed")
    boundary = entry.child("PermissionsBoundary")
    props: dict[str, Any] = {
        "created_at": None if made is None else write_moment(made),
        "last_active_at": None if seen is None else write_moment(seen),
        "email": entry.email(field_name) if sort == "user" else None,
        "permissions_boundary": None if boundary is None else boundary.text("PermissionsBoundaryArn"),
    }
    if sort != "user":
        props = {"type": "role" if sort == "role" else "team", "permissions_boundary": props["permissions_boundary"]}
    found = Principal(arn, name, sort, props)
    for inline in entry.valid_children(f"{prefix}PolicyList", errors):
        for title in errors.collect(inline.required, "PolicyName"):
            for told in errors.collect(_document, inline, "PolicyDocument", title, errors):
                found.statements.extend(told)
    for attached in entry.valid_children("AttachedManagedPolicies", errors):
        found.attached.extend(errors.collect(attached.required, "PolicyArn"))
    listed = {str(at): one for at, one in enumerate(entry.items("GroupList"))}
    groups = FieldReader(listed, f"{entry.location}.GroupList", entry.file)
    found.groups.extend(groups.required(at) for at in listed)
    found.trust.extend(_document(entry, "AssumeRolePolicyDocument", "trust policy", errors))
    return found


def read_policy(entry: FieldReader, errors: ErrorCollector) -> tuple[str, list[Statement]]:
    """A managed policy: its ARN and the statements of its default version."""
    arn = entry.required("Arn")
    versions = list(entry.children("PolicyVersionList"))
    chosen = [one for one in versions if one.flag("IsDefaultVersion")] or versions[:1]
    name = entry.text("PolicyName") or arn.rpartition("/")[2]
    return arn, [told for one in chosen for told in _document(one, "Document", name, errors)]


@dataclass(frozen=True, slots=True)
class AccessKey:
    """An access key; `user` is the name of who holds it."""

    id: str
    user: str
    props: dict[str, Any]


def read_key(entry: FieldReader) -> AccessKey:
    """An access key. Its id is no secret; the secret that the answer which made it holds is not read."""
    id = entry.required("AccessKeyId")
    made, used = entry.moment("CreateDate"), entry.moment("LastUsedDate")
    props = {
        "type": "access_key",
        "status": _KEY_STATUS.get(entry.text("Status") or "", "unknown"),
        "created_at": None if made is None else write_moment(made),
        "last_used_at": None if used is None else write_moment(used),
        "hint": f"{id[:4]}...{id[-4:]}" if len(id) > 12 else None,
    }
    return AccessKey(id, entry.required("UserName"), props)


def read_mapping(body: FieldReader, errors: ErrorCollector) -> Iterator[tuple[str, list[Statement]]]:
    """A mapping of principals to their policies, and of these to their statements."""
    for arn in body.body:
        for policies in errors.collect(body.child_or_empty, arn):
            told: list[Statement] = []
            for policy in policies.body:
                wrapped = FieldReader({"Statement": policies.body[policy]}, policies.location, policies.file)
                document = FieldReader({"document": wrapped.body}, policies.location, policies.file)
                for found in errors.collect(_document, document, "document", policy.rpartition("/")[2], errors):
                    told.extend(found)
            yield arn, told


def _document(holder: FieldReader, name: str, policy: str, errors: ErrorCollector) -> list[Statement]:
    return list(read_document(holder, name, policy, errors))
