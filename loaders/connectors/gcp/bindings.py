"""IAM bindings, read from policies and from the access of a dataset, with what their conditions mean."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.moment import read_moment
from loaders.connectors.gcp.principals import is_service_account, special_group_member
from loaders.connectors.gcp.resources import Resource
from loaders.saved.fields import ErrorCollector, FieldReader

_UNTIL = re.compile(r"""request\.time\s*<=?\s*timestamp\(\s*["']([^"']+)["']\s*\)\Z""")
_DATASET_ROLES = {
    "READER": "roles/bigquery.dataViewer",
    "WRITER": "roles/bigquery.dataEditor",
    "OWNER": "roles/bigquery.dataOwner",
}
# Entries of a dataset's access that authorise no member.
_AUTHORIZED = ("view", "routine", "dataset")


@dataclass(frozen=True, slots=True)
class Binding:
    """A role on a resource for one member; `remark` names its condition, `until` is the moment when that ends it."""

    resource: Resource
    role: str
    member: str
    remark: str = ""
    until: int | None = None


def read_bindings(policy: FieldReader, resource: Resource, errors: ErrorCollector) -> Iterator[Binding]:
    """The bindings of a policy, member by member; a bad one goes to `errors`."""
    for entry in policy.valid_children("bindings", errors):
        for bindings in errors.collect(_read_binding, entry, resource):
            yield from bindings


def read_access(dataset: FieldReader, resource: Resource, errors: ErrorCollector) -> Iterator[Binding]:
    """The entries of a dataset's `access`; authorised views, routines and datasets are no members."""
    for entry in dataset.valid_children("access", errors):
        for bindings in errors.collect(_read_access, entry, resource):
            yield from bindings


def authorized_views(dataset: FieldReader, errors: ErrorCollector) -> list[str]:
    """The views, routines and datasets that may show part of this dataset to their readers."""
    names = []
    for entry in dataset.valid_children("access", errors):
        for field_name in _AUTHORIZED:
            for reference in errors.collect(entry.child, field_name):
                if reference is not None:
                    body = reference.body.get("dataset") if field_name == "dataset" else reference.body
                    parts = body.values() if isinstance(body, Mapping) else ()
                    names.append(f"{field_name} " + ".".join(part for part in parts if isinstance(part, str)))
    return sorted(names)


def _read_binding(entry: FieldReader, resource: Resource) -> list[Binding]:
    role = entry.required("role")
    remark, until = _condition(entry.child("condition"))
    members = {str(index): member for index, member in enumerate(entry.items("members"))}
    reader = FieldReader(members, f"{entry.location}.members", entry.file)
    return [Binding(resource, role, reader.required(index), remark, until) for index in members]


def _read_access(entry: FieldReader, resource: Resource) -> list[Binding]:
    role = entry.text("role")
    user, group = entry.text("userByEmail"), entry.text("groupByEmail")
    domain, special_group = entry.text("domain"), entry.text("specialGroup")
    member = entry.text("iamMember")
    if user:
        member = f"{'serviceAccount' if is_service_account(user.lower()) else 'user'}:{user}"
    elif group:
        member = f"group:{group}"
    elif domain:
        member = f"domain:{domain}"
    elif special_group:
        member = special_group_member(special_group, resource.path.split("/")[1])
    if member is None:
        if not any(name in entry.body for name in _AUTHORIZED):
            entry.refuse("role", "nothing says who has it")
        return []
    if role is None:
        entry.refuse("role", "it is missing")
    remark, until = _condition(entry.child("condition"))
    return [Binding(resource, _DATASET_ROLES.get(role, role), member, remark, until)]


def _condition(condition: FieldReader | None) -> tuple[str, int | None]:
    """The remark for the evidence, and the end if the condition is nothing but a time."""
    if condition is None:
        return "", None
    title, expression = condition.text("title"), condition.body.get("expression")
    match = _UNTIL.match(expression.strip()) if isinstance(expression, str) else None
    until = None
    if match:
        with contextlib.suppress(ValueError):
            until = read_moment(match[1])
    return f"on the condition '{title or 'untitled'}'", until
