"""Policy evaluation: what a principal's statements allow on S3 and in IAM after every Deny that certainly applies.

The tables give each S3 action its access level and the type of resource that it is asked of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.ontology import Permission
from loaders.connectors.aws.policy import Statement
from loaders.connectors.aws.wildcards import ANY, covers, is_exact_s3, matches, overlaps, s3_path

BUCKET, OBJECT, ACCOUNT = "bucket", "object", "account"

# Whoever may do one of these to every user, group, role or policy may grant themselves everything else.
ESCALATION_ACTIONS = (
    "iam:AddUserToGroup",
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreatePolicyVersion",
    "iam:PutGroupPolicy",
    "iam:PutRolePolicy",
    "iam:PutUserPolicy",
    "iam:SetDefaultPolicyVersion",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateLoginProfile",
)
# These escalate already where the principal may do them to itself alone.
SELF_ESCALATION_ACTIONS = frozenset(
    {
        "iam:AttachGroupPolicy",
        "iam:AttachRolePolicy",
        "iam:AttachUserPolicy",
        "iam:PutGroupPolicy",
        "iam:PutRolePolicy",
        "iam:PutUserPolicy",
    }
)
ASSUME_ROLE = "sts:AssumeRole"

_S3_ACTIONS = {
    (BUCKET, Permission.DISCOVER): """
        ListBucket ListBucketVersions ListBucketMultipartUploads GetBucketLocation GetBucketAcl GetBucketPolicy
        GetBucketPolicyStatus GetBucketVersioning GetBucketTagging GetBucketLogging GetBucketNotification GetBucketCORS
        GetBucketWebsite GetBucketRequestPayment GetBucketObjectLockConfiguration GetBucketOwnershipControls
        GetBucketPublicAccessBlock GetEncryptionConfiguration GetLifecycleConfiguration GetReplicationConfiguration
        GetInventoryConfiguration GetMetricsConfiguration GetAnalyticsConfiguration GetAccelerateConfiguration
        GetIntelligentTieringConfiguration""",
    (BUCKET, Permission.WRITE): """
        CreateBucket DeleteBucket DeleteBucketWebsite PutBucketVersioning PutBucketTagging PutBucketLogging
        PutBucketNotification PutBucketCORS PutBucketWebsite PutBucketRequestPayment PutBucketObjectLockConfiguration
        PutEncryptionConfiguration PutLifecycleConfiguration PutReplicationConfiguration PutInventoryConfiguration
        PutMetricsConfiguration PutAnalyticsConfiguration PutAccelerateConfiguration PutIntelligentTieringConfiguration""",
    (BUCKET, Permission.ADMIN): """
        PutBucketPolicy DeleteBucketPolicy PutBucketAcl PutBucketOwnershipControls PutBucketPublicAccessBlock""",
    (OBJECT, Permission.DISCOVER): """
        ListMultipartUploadParts GetObjectAcl GetObjectVersionAcl GetObjectTagging GetObjectVersionTagging
        GetObjectRetention GetObjectLegalHold GetObjectAttributes GetObjectVersionAttributes""",
    (
        OBJECT,
        Permission.READ,
    ): "GetObject GetObjectVersion GetObjectTorrent GetObjectVersionTorrent GetObjectVersionForReplication",
    (OBJECT, Permission.WRITE): """
        PutObject DeleteObject DeleteObjectVersion RestoreObject AbortMultipartUpload ReplicateObject ReplicateDelete
        ReplicateTags PutObjectTagging PutObjectVersionTagging DeleteObjectTagging DeleteObjectVersionTagging
        PutObjectRetention PutObjectLegalHold BypassGovernanceRetention""",
    (OBJECT, Permission.ADMIN): "PutObjectAcl PutObjectVersionAcl ObjectOwnerOverrideToBucketOwner",
    (ACCOUNT, Permission.DISCOVER): """
        ListAllMyBuckets ListAccessPoints ListJobs DescribeJob GetAccountPublicAccessBlock ListStorageLensConfigurations""",
    (ACCOUNT, Permission.WRITE): "CreateJob UpdateJobPriority UpdateJobStatus CreateAccessPoint DeleteAccessPoint",
    (ACCOUNT, Permission.ADMIN): "PutAccountPublicAccessBlock PutAccessPointPolicy DeleteAccessPointPolicy",
}

# By action: the type of its resource, and its access level.
ACTIONS: dict[str, tuple[str, Permission]] = {
    f"s3:{name}": (kind, level) for (kind, level), names in _S3_ACTIONS.items() for name in names.split()
}
_KNOWN_ACTIONS = {name.lower() for name in ACTIONS}

_UNMAPPED = "unmapped action, counted as WRITE"
_NARROWED = "a Deny that covers a part of it or has a condition is not applied"
# Whole classes of IAM resources: whoever may do something to all of one class may do it to any member they like.
_RESOURCE_CLASSES = ("user/*", "group/*", "role/*", "policy/*")
_ACTIONS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class AllowedPath:
    """What a statement allows on `path`, an S3 pattern such as `bucket` or `bucket/key`; `*` is the whole account."""

    path: str
    permission: Permission
    evidence: str


def allowed_paths(
    statements: Iterable[Statement], denies: Iterable[Statement], partition: str = "aws"
) -> Iterator[AllowedPath]:
    """What the Allow statements grant, each at the highest level left of it. `denies`: all that apply to the principal."""
    applied = _DenyStatements([statement for statement in denies if statement.is_deny], partition)
    for statement in statements:
        if statement.is_deny:
            continue
        actions = list(_actions_of(statement))
        for resource in statement.resources or (ANY,):
            path = s3_path(resource, partition)
            if path is not None and actions:
                yield from _allowed_on(statement, path, actions, applied)


def escalation_evidence(statements: Iterable[Statement], denies: Iterable[Statement], own_arn: str) -> str:
    """Why a principal may grant itself every right; empty if it may not."""
    applied = [statement for statement in denies if statement.is_deny]
    account = ":".join(own_arn.split(":")[:5])
    for statement in statements:
        if statement.is_deny:
            continue
        for action in ESCALATION_ACTIONS:
            if not statement.applies_to(action):
                continue
            own = [own_arn] if action in SELF_ESCALATION_ACTIONS else []
            for resource in statement.resources or (ANY,):
                # A resource that a variable limits to the principal itself is no class.
                is_limited = resource in statement.variable_resources
                classes = [] if is_limited else [f"{account}:{name}" for name in _RESOURCE_CLASSES]
                for target in (*classes, *own):
                    if covers(resource, target) and not any(_denies(deny, action, target) for deny in applied):
                        return _evidence(statement, [f"{action}, which gives the rest"], ())
    return ""


def assume_role_statements(statements: Iterable[Statement]) -> list[Statement]:
    """The statements that allow or deny sts:AssumeRole."""
    return [statement for statement in statements if statement.applies_to(ASSUME_ROLE)]


def assume_role_evidence(statements: Iterable[Statement], denies: Iterable[Statement], role_arn: str) -> str:
    """Why the holder of these statements, a result of `assume_role_statements`, may assume a role; empty if not."""
    for statement in statements:
        if statement.is_deny or not any(matches(resource, role_arn) for resource in statement.resources or (ANY,)):
            continue
        if any(deny.is_deny and _denies(deny, ASSUME_ROLE, role_arn) for deny in denies):
            return ""
        return _evidence(statement, [ASSUME_ROLE], ())
    return ""


def named_roles(statements: Iterable[Statement]) -> set[str]:
    """The ARNs of roles that statements allow to be assumed by name, without a wildcard."""
    return {
        resource
        for statement in statements
        if not statement.is_deny and statement.applies_to(ASSUME_ROLE)
        for resource in statement.resources
        if ":role/" in resource and not set("*?") & set(resource)
    }


@dataclass(frozen=True, slots=True)
class _DenyStatements:
    """The Deny statements that apply to a principal of a partition."""

    statements: list[Statement]
    partition: str

    def certainly_deny(self, action: str, pattern: str) -> bool:
        """Whether one of them denies an action on everything that `pattern` matches."""
        return any(
            self._certainly_covers(statement, pattern) for statement in self.statements if statement.applies_to(action)
        )

    def may_deny(self, action: str, pattern: str) -> bool:
        """Whether one of them may deny an action on a part of it."""
        for statement in self.statements:
            paths = (s3_path(resource, self.partition) for resource in statement.resources or (ANY,))
            if statement.applies_to(action) and any(path is not None and overlaps(path, pattern) for path in paths):
                return True
        return False

    def _certainly_covers(self, statement: Statement, pattern: str) -> bool:
        if statement.is_conditional or statement.has_variables:
            return False
        if statement.resources:
            exact = (resource for resource in statement.resources if is_exact_s3(resource, self.partition))
            paths = (s3_path(resource, self.partition) for resource in exact)
            return any(path is not None and covers(path, pattern) for path in paths)
        paths = (s3_path(resource, self.partition) for resource in statement.not_resources)
        return not any(path is not None and overlaps(path, pattern) for path in paths)


def _allowed_on(
    statement: Statement, path: str, actions: list[tuple[str, str, Permission]], denies: _DenyStatements
) -> Iterator[AllowedPath]:
    left: list[tuple[str, Permission]] = []
    is_narrowed = False
    for action, resource_type, level in actions:
        pattern = _pattern_for(path, resource_type)
        if pattern is not None and not denies.certainly_deny(action, pattern):
            is_narrowed |= denies.may_deny(action, pattern)
            left.append((action, level))
    if not left:
        return
    highest = max(level for _, level in left)
    names = list(dict.fromkeys(action for action, level in left if level == highest))
    unmapped = [_UNMAPPED] if any(is_unknown_action(action) for action in names) else []
    evidence = _evidence(statement, names, (*unmapped, *([_NARROWED] if is_narrowed else [])))
    yield AllowedPath(path, highest, evidence)


def _actions_of(statement: Statement) -> Iterator[tuple[str, str, Permission]]:
    """The S3 actions of a statement as (action, type of its resource, access level)."""
    for action, (resource_type, level) in ACTIONS.items():
        if statement.applies_to(action):
            yield action, resource_type, level
    for pattern in statement.actions:
        if is_unknown_action(pattern):
            yield pattern, BUCKET, Permission.WRITE
            yield pattern, OBJECT, Permission.WRITE


def is_unknown_action(pattern: str) -> bool:
    """Whether this is one S3 action, without a wildcard, that the tables do not have."""
    text = pattern.lower()
    return text.startswith("s3:") and not set("*?") & set(text) and text not in _KNOWN_ACTIONS


def _pattern_for(path: str, resource_type: str) -> str | None:
    """The part of a path that an action on this type of resource is asked of; None if nothing is."""
    if resource_type == ACCOUNT:
        return ANY if path == ANY else None
    if resource_type == BUCKET:
        return path if "/" not in path else None
    if path == ANY:
        return "*/*"
    # A wildcard may span the slash.
    return path if set("/*?") & set(path) else None


def _denies(statement: Statement, action: str, resource: str) -> bool:
    """Whether a Deny certainly applies to an action on everything that a resource matches."""
    if statement.is_conditional or statement.has_variables or not statement.applies_to(action):
        return False
    if statement.resources:
        return any(covers(pattern, resource) for pattern in statement.resources)
    return not any(overlaps(pattern, resource) for pattern in statement.not_resources)


def _evidence(statement: Statement, actions: list[str], remarks: Iterable[str]) -> str:
    names = sorted(actions)
    more = f" and {len(names) - _ACTIONS_SHOWN} more" if len(names) > _ACTIONS_SHOWN else ""
    return "; ".join([f"{statement.policy}: {', '.join(names[:_ACTIONS_SHOWN])}{more}", *statement.flags, *remarks])
