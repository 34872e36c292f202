"""IAM policy documents: statements read from an object or from URL-encoded text, and AWS's own common policies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from loaders.connectors.aws.wildcards import ANY, matches_action, without_variables
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.parsing import check_depth, read_body

_REMEDY = "Save the policy as IAM gives it"
_MAX_TEXT = 2_000
_AWS_MANAGED = "iam::aws:policy/"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a policy.

    It has `actions` or `not_actions`, `resources` or `not_resources`. `principals`, as (type, name), stand in policies of
    a resource. `variable_resources` are those resources that held a policy variable, with `*` in its place.
    """

    policy: str
    is_deny: bool
    actions: tuple[str, ...] = ()
    not_actions: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    not_resources: tuple[str, ...] = ()
    principals: tuple[tuple[str, str], ...] = ()
    not_principals: tuple[tuple[str, str], ...] = ()
    is_conditional: bool = False
    variable_resources: tuple[str, ...] = ()

    def applies_to(self, action: str) -> bool:
        """Whether the statement names an action."""
        if self.actions:
            return any(matches_action(pattern, action) for pattern in self.actions)
        return not any(matches_action(pattern, action) for pattern in self.not_actions)

    @property
    def has_variables(self) -> bool:
        return bool(self.variable_resources)

    @property
    def flags(self) -> tuple[str, ...]:
        """What is taken wider than it may be, for the evidence."""
        texts = (
            (self.is_conditional, "under a condition"),
            (bool(self.not_actions), "NotAction, taken as all else"),
            (bool(self.not_resources), "NotResource, taken as everything"),
            (bool(self.not_principals), "NotPrincipal, taken as everybody"),
            (self.has_variables, "a policy variable, taken as anything"),
        )
        return tuple(text for holds, text in texts if holds)


def _allow(name: str, *actions: str, but: tuple[str, ...] = ()) -> tuple[Statement, ...]:
    return (Statement(policy=name, is_deny=False, actions=actions, not_actions=but, resources=("*",)),)


_MANAGED_POLICIES = {
    "AdministratorAccess": _allow("AdministratorAccess", "*"),
    "PowerUserAccess": _allow("PowerUserAccess", but=("iam:*", "organizations:*", "account:*")),
    "IAMFullAccess": _allow("IAMFullAccess", "iam:*"),
    "ReadOnlyAccess": _allow("ReadOnlyAccess", "s3:Get*", "s3:List*", "s3:Describe*"),
    "AmazonS3FullAccess": _allow("AmazonS3FullAccess", "s3:*"),
    "AmazonS3ReadOnlyAccess": _allow("AmazonS3ReadOnlyAccess", "s3:Get*", "s3:List*", "s3:Describe*"),
}


def aws_managed_policy(arn: str) -> tuple[Statement, ...] | None:
    """The statements of an AWS managed policy as far as they concern S3 and IAM; None for one that is not listed here."""
    return _MANAGED_POLICIES.get(arn.rpartition("/")[2]) if _AWS_MANAGED in arn else None


def read_document(holder: FieldReader, name: str, policy: str, errors: ErrorCollector) -> Iterator[Statement]:
    """The statements of the policy document in the field `name`, none if it is absent; a bad one goes to `errors`."""
    document = holder.body.get(name)
    if isinstance(document, str):
        try:
            document = read_body((document if document.lstrip().startswith("{") else unquote(document)).encode())
            check_depth(document)
        except ValueError:
            holder.refuse(name, "this is not a policy document", _REMEDY)
    if document is None:
        return
    if not isinstance(document, Mapping):
        holder.refuse(name, "this is not a policy document", _REMEDY)
    location = f"{holder.location}.{name}".lstrip(".")
    yield from read_statements(FieldReader(document, location, holder.file), policy, errors)


def read_statements(document: FieldReader, policy: str, errors: ErrorCollector) -> Iterator[Statement]:
    """The statements of a document: a list of them, or a single one."""
    statements = document.body.get("Statement")
    items = statements if isinstance(statements, list) else [] if statements is None else [statements]
    wrapped = FieldReader({"Statement": items}, document.location, document.file)
    for entry in wrapped.valid_children("Statement", errors):
        yield from errors.collect(read_statement, entry, policy)


def read_statement(entry: FieldReader, policy: str) -> Statement:
    """One statement. Raises RecordError for an effect that is neither Allow nor Deny, and for missing parts."""
    effect = entry.required("Effect")
    if effect not in ("Allow", "Deny"):
        entry.refuse("Effect", "it is neither Allow nor Deny", _REMEDY)
    actions, not_actions = _texts(entry, "Action"), _texts(entry, "NotAction")
    if not actions and not not_actions:
        entry.refuse("Action", "it is missing", _REMEDY)
    resources, variable_resources = _resources(entry, "Resource")
    not_resources, variable_not_resources = _resources(entry, "NotResource")
    condition = entry.body.get("Condition")
    if condition is not None and not isinstance(condition, Mapping):
        entry.refuse("Condition", "it is not an object", _REMEDY)
    sid = entry.text("Sid")
    return Statement(
        policy=f"{policy} ({sid})" if sid else policy,
        is_deny=effect == "Deny",
        actions=actions,
        not_actions=not_actions,
        resources=resources,
        not_resources=not_resources,
        principals=_principals(entry, "Principal"),
        not_principals=_principals(entry, "NotPrincipal"),
        is_conditional=bool(condition),
        variable_resources=(*variable_resources, *variable_not_resources),
    )


def _texts(entry: FieldReader, name: str) -> tuple[str, ...]:
    """A text or a list of texts."""
    content = entry.body.get(name)
    items = content if isinstance(content, list) else [] if content is None else [content]
    texts = tuple(item for item in items if isinstance(item, str) and item and len(item) <= _MAX_TEXT)
    if len(texts) < len(items):
        entry.refuse(name, "it holds something that is not text", _REMEDY)
    return texts


def _resources(entry: FieldReader, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All resources of a field, and those of them that held a policy variable."""
    patterns = [without_variables(text) for text in _texts(entry, name)]
    return tuple(pattern for pattern, _ in patterns), tuple(pattern for pattern, varies in patterns if varies)


def _principals(entry: FieldReader, name: str) -> tuple[tuple[str, str], ...]:
    content = entry.body.get(name)
    if content is None:
        return ()
    if content == ANY:
        return (("AWS", ANY),)
    if not isinstance(content, Mapping):
        entry.refuse(name, "it is neither * nor an object", _REMEDY)
    by_type = FieldReader(content, f"{entry.location}.{name}", entry.file)
    return tuple((type_name, text) for type_name in content for text in _texts(by_type, type_name))
