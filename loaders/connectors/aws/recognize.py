"""This file knows the saved answers of IAM and S3 by their content, and which bucket one is about by where it lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from loaders.base import Document

NAME = "aws"

USER, GROUP, ROLE, POLICY = "users", "groups", "roles", "managed policies"
KEY, BUCKET, MEMBERS, INLINE, STATEMENTS = "access keys", "buckets", "members", "inline policies", "policy statements"
BUCKET_POLICY, ACL, DETAILS = "bucket policies", "bucket ACLs", "account authorization details"

# The lists of an envelope, each with a field that all its rows have; keys of GetAccountAuthorizationDetails end in List.
_LISTS = {
    "UserDetailList": (USER, "Arn"),
    "GroupDetailList": (GROUP, "Arn"),
    "RoleDetailList": (ROLE, "Arn"),
    "Policies": (POLICY, "PolicyVersionList"),
    "Users": (USER, "Arn"),
    "Groups": (GROUP, "Arn"),
    "Roles": (ROLE, "Arn"),
    "AccessKeyMetadata": (KEY, "AccessKeyId"),
    "Buckets": (BUCKET, "Name"),
}
_DETAILS = ("UserDetailList", "GroupDetailList", "RoleDetailList")
_PRINCIPALS = ("UserName", "RoleName", "GroupName")


def recognize(document: Document) -> bool:
    """A saved answer of IAM or S3: users, groups, roles, policies, access keys, buckets, bucket policies and ACLs."""
    return document.format == "json" and next(answers_of(document), None) is not None


def answers_of(document: Document) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """The answers of a file as (what it is, its object, its place in the file), in order; what is none of ours is left out."""
    value = document.content
    if isinstance(value, list):
        for at, part in enumerate(value):
            if isinstance(part, Mapping):
                yield from _answers(part, document, f"[{at}]")
    elif isinstance(value, Mapping):
        yield from _answers(value, document, "")


def is_details(document: Document) -> bool:
    """Whether a file is a page of GetAccountAuthorizationDetails."""
    return isinstance(document.content, Mapping) and any(name in document.content for name in _DETAILS)


def has_more(document: Document) -> bool:
    """Whether the answer says that another page follows."""
    value = document.content
    return isinstance(value, Mapping) and value.get("IsTruncated") in (True, "true")


def bucket_of(document: Document) -> str | None:
    """The bucket that a file below `aws/<account>/buckets/` is about."""
    parts = document.path.parts
    at = max((at for at, part in enumerate(parts[:-2]) if part == NAME), default=-1)
    inside = parts[at + 2 :] if at >= 0 else ()
    if len(inside) < 2 or inside[0] != "buckets":
        return None
    return inside[1] if len(inside) > 2 else document.path.stem


def _answers(value: Mapping[str, Any], document: Document, place: str) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    kind = _kind(value, document)
    if kind is not None:
        yield kind, value, place
        return
    for name, (listed, field) in _LISTS.items():
        rows = value.get(name)
        for at, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, Mapping) and (field in row or name in _DETAILS):
                yield listed, row, f"{place}.{name}[{at}]".lstrip(".")


def _kind(value: Mapping[str, Any], document: Document) -> str | None:
    if isinstance(value.get("Group"), Mapping) and isinstance(value.get("Users"), list):
        return MEMBERS
    if any(name in value for name in _LISTS):
        return None
    if isinstance(value.get("Grants"), list) and "Owner" in value and bucket_of(document):
        return ACL
    if isinstance(value.get("Policy"), str) and (bucket_of(document) or "Statement" in value["Policy"]):
        return BUCKET_POLICY
    if not value and document.path.stem == "policy" and bucket_of(document):
        return BUCKET_POLICY  # S3 answers an error where there is none; an empty object says so in a file
    if "Statement" in value and ("Version" in value or "Id" in value) and _has_principals(value["Statement"]):
        return BUCKET_POLICY
    if "PolicyDocument" in value and "PolicyName" in value and any(name in value for name in _PRINCIPALS):
        return INLINE
    if value and all(
        _is_arn(name) and isinstance(told, Mapping) and all(map(_is_arn, told)) for name, told in value.items()
    ):
        return STATEMENTS
    return _row(value)


def _row(value: Mapping[str, Any]) -> str | None:
    """A row without its envelope."""
    if "AccessKeyId" in value and "Status" in value:
        return KEY
    if not _is_arn(value.get("Arn")) or ":iam:" not in value["Arn"]:
        return None
    return USER if "UserName" in value else ROLE if "RoleName" in value else GROUP if "GroupName" in value else None


def _is_arn(text: object) -> bool:
    return isinstance(text, str) and text.startswith("arn:")


def _has_principals(statements: object) -> bool:
    listed = statements if isinstance(statements, list) else [statements]
    return any(isinstance(one, Mapping) and ("Principal" in one or "NotPrincipal" in one) for one in listed)
