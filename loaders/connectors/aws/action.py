"""This file knows the actions of S3: what each does to data, and whether it is asked of a bucket, an object or the account."""

from __future__ import annotations

from graph.ontology import Permission

BUCKET, OBJECT, ACCOUNT = "bucket", "object", "account"

# Whoever may do one of these to policies in general may give themselves the rest.
ESCALATING = (
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
# These do so already to whom they name: themselves.
OF_ONESELF = frozenset(
    {
        "iam:AttachGroupPolicy",
        "iam:AttachRolePolicy",
        "iam:AttachUserPolicy",
        "iam:PutGroupPolicy",
        "iam:PutRolePolicy",
        "iam:PutUserPolicy",
    }
)
ASSUME = "sts:AssumeRole"

_TOLD = {
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

# By action: what it is asked of, and what it does.
ACTIONS: dict[str, tuple[str, Permission]] = {
    f"s3:{name}": (kind, level) for (kind, level), names in _TOLD.items() for name in names.split()
}
_KNOWN = {name.lower() for name in ACTIONS}


def unknown(pattern: str) -> bool:
    """Whether this is one whole action of S3 that the table does not have."""
    text = pattern.lower()
    return text.startswith("s3:") and not set("*?") & set(text) and text not in _KNOWN
