"""Recognition of saved IAM and S3 answers by their content, and of the bucket that one is about by its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
_DETAIL_LISTS = ("UserDetailList", "GroupDetailList", "RoleDetailList")
_PRINCIPAL_FIELDS = ("UserName", "RoleName", "GroupName")

# (kind of answer, its JSON object, its location in the file)
Answer = tuple[str, Mapping[str, object], str]


def recognize(document: Document) -> bool:
    """A saved answer of IAM or S3: users, groups, roles, policies, access keys, buckets, bucket policies and ACLs."""
    return document.format == "json" and next(answers_of(document), None) is not None


def answers_of(document: Document) -> Iterator[Answer]:
    """The answers in a file, in order, as (kind, object, location in the file); unknown content is skipped."""
    content = document.content
    if isinstance(content, list):
        for index, element in enumerate(content):
            if isinstance(element, Mapping):
                yield from _answers_in(element, document, f"[{index}]")
    elif isinstance(content, Mapping):
        yield from _answers_in(content, document, "")


def is_details(document: Document) -> bool:
    """Whether a file is a page of GetAccountAuthorizationDetails."""
    return isinstance(document.content, Mapping) and any(name in document.content for name in _DETAIL_LISTS)


def has_more(document: Document) -> bool:
    """Whether the answer says that another page follows."""
    content = document.content
    return isinstance(content, Mapping) and content.get("IsTruncated") in (True, "true")


def bucket_of(document: Document) -> str | None:
    """The bucket that a file below `aws/<account>/buckets/` is about."""
    parts = document.path.parts
    root = max((index for index, part in enumerate(parts[:-2]) if part == NAME), default=-1)
    inside = parts[root + 2 :] if root >= 0 else ()
    if len(inside) < 2 or inside[0] != "buckets":
        return None
    return inside[1] if len(inside) > 2 else document.path.stem


def _answers_in(body: Mapping[str, object], document: Document, location: str) -> Iterator[Answer]:
    kind = _kind_of(body, document)
    if kind is not None:
        yield kind, body, location
        return
    for name, (row_kind, required_field) in _LISTS.items():
        rows = body.get(name)
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, Mapping) and (required_field in row or name in _DETAIL_LISTS):
                yield row_kind, row, f"{location}.{name}[{index}]".lstrip(".")


def _kind_of(body: Mapping[str, object], document: Document) -> str | None:
    if isinstance(body.get("Group"), Mapping) and isinstance(body.get("Users"), list):
        return MEMBERS
    if any(name in body for name in _LISTS):
        return None
    if isinstance(body.get("Grants"), list) and "Owner" in body and bucket_of(document):
        return ACL
    policy = body.get("Policy")
    if isinstance(policy, str) and (bucket_of(document) or "Statement" in policy):
        return BUCKET_POLICY
    if not body and document.path.stem == "policy" and bucket_of(document):
        return BUCKET_POLICY  # S3 answers an error where there is none; an empty object says so in a file
    if "Statement" in body and ("Version" in body or "Id" in body) and _names_principals(body["Statement"]):
        return BUCKET_POLICY
    if "PolicyDocument" in body and "PolicyName" in body and any(name in body for name in _PRINCIPAL_FIELDS):
        return INLINE
    if body and all(
        _is_arn(arn) and isinstance(policies, Mapping) and all(map(_is_arn, policies)) for arn, policies in body.items()
    ):
        return STATEMENTS
    return _kind_of_row(body)


def _kind_of_row(body: Mapping[str, object]) -> str | None:
    """The kind of a row that stands without its envelope."""
    if "AccessKeyId" in body and "Status" in body:
        return KEY
    arn = body.get("Arn")
    if not isinstance(arn, str) or not _is_arn(arn) or ":iam:" not in arn:
        return None
    return USER if "UserName" in body else ROLE if "RoleName" in body else GROUP if "GroupName" in body else None


def _is_arn(text: object) -> bool:
    return isinstance(text, str) and text.startswith("arn:")


def _names_principals(statements: object) -> bool:
    items = statements if isinstance(statements, list) else [statements]
    return any(isinstance(item, Mapping) and ("Principal" in item or "NotPrincipal" in item) for item in items)
