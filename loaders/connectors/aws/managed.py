"""This file knows what the commonest policies that AWS itself manages say, where no answer gives their documents."""

from __future__ import annotations

from loaders.connectors.aws.policy import Statement

_PREFIX = "iam::aws:policy/"


def _allow(name: str, *actions: str, but: tuple[str, ...] = ()) -> tuple[Statement, ...]:
    return (Statement(policy=name, is_deny=False, actions=actions, not_actions=but, resources=("*",)),)


_DOCUMENTS = {
    "AdministratorAccess": _allow("AdministratorAccess", "*"),
    "PowerUserAccess": _allow("PowerUserAccess", but=("iam:*", "organizations:*", "account:*")),
    "IAMFullAccess": _allow("IAMFullAccess", "iam:*"),
    "ReadOnlyAccess": _allow("ReadOnlyAccess", "s3:Get*", "s3:List*", "s3:Describe*"),
    "AmazonS3FullAccess": _allow("AmazonS3FullAccess", "s3:*"),
    "AmazonS3ReadOnlyAccess": _allow("AmazonS3ReadOnlyAccess", "s3:Get*", "s3:List*", "s3:Describe*"),
}


def known_document(arn: str) -> tuple[Statement, ...] | None:
    """The statements of a managed policy as far as they concern S3 and IAM; None for one that is not known here."""
    return _DOCUMENTS.get(arn.rpartition("/")[2]) if _PREFIX in arn else None
