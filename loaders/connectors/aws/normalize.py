"""Normalization of saved AWS answers: one run per account, from its files to its claims and what they prove complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.coverage import Coverage, covered_scopes
from loaders.claims.run import RunBuilder
from loaders.connectors.aws.buckets import Buckets, read_acl_grant
from loaders.connectors.aws.emit_claims import AccountAnswers, emit_claims
from loaders.connectors.aws.evaluate import is_unknown_action
from loaders.connectors.aws.policy import read_document, read_statements
from loaders.connectors.aws.principals import (
    Principal,
    read_key,
    read_policy,
    read_principal,
    read_statements_by_principal,
)
from loaders.connectors.aws.recognize import (
    ACL,
    BUCKET,
    BUCKET_POLICY,
    DETAILS,
    GROUP,
    INLINE,
    KEY,
    MEMBERS,
    NAME,
    POLICY,
    ROLE,
    STATEMENTS,
    USER,
    answers_of,
    bucket_of,
    has_more,
    is_details,
)
from loaders.saved.fields import FieldReader
from loaders.saved.location import documents_by_source

_PRINCIPAL_TYPES = {USER: "user", GROUP: "group", ROLE: "role"}
# Scopes, and the answers that must be there in full for them.
_REQUIRED_ANSWERS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("Account", "Group", "MEMBER_OF"): (DETAILS,),
    ("CAN_ACCESS", "DataSource", "CONTAINS"): (DETAILS, BUCKET, BUCKET_POLICY, ACL),
    ("Credential", "HAS_CREDENTIAL", "RUNS_AS"): (DETAILS, KEY),
}
_EXPECTED_ANSWERS = (DETAILS, BUCKET, BUCKET_POLICY, ACL, KEY)
_POLICIES_SHOWN = 5


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per account; lenient per entry unless `context.lenient` is False: then the first bad one raises RecordError."""
    for source, documents in documents_by_source(pages, context, NAME):
        account = _AwsAccount(RunBuilder(context, source, [document.display_path for document in documents]))
        for document in documents:
            account.read(document)
        yield account.finish()


class _AwsAccount:
    """The answers of one account, read file by file into one run."""

    def __init__(self, run: RunBuilder) -> None:
        self._run, self._errors = run, run.errors
        self._answers = AccountAnswers()
        self._details_continue: list[bool] = []  # of each page of the details: whether another one follows
        self._kinds: set[str] = set()
        self._truncated: set[str] = set()
        self._users_with_keys: set[str] = set()  # names of users whose access keys are listed
        self._buckets_with: dict[str, set[str]] = {BUCKET_POLICY: set(), ACL: set()}

    def read(self, document: Document) -> None:
        """Read the answers of a file."""
        if is_details(document):
            self._details_continue.append(has_more(document))
        for kind, body, location in answers_of(document):
            self._kinds.add(kind)
            if has_more(document) and not is_details(document):
                self._truncated.add(kind)
            entry = FieldReader(body, location, document.display_path)
            self._errors.collect(self._read_answer, kind, entry, document)

    def finish(self) -> PendingRun:
        """The run of everything that was read."""
        principals = self._answers.principals.values()
        partition = next((principal.partition for principal in principals), "aws")
        claims, buckets = Claims(), Buckets(self._account_number(), partition, self._answers.listed_buckets)
        emit_claims(self._answers, claims, buckets)
        reasons, complete = list(self._reasons()), self._complete()
        unknown = Counter(
            action
            for principal in principals
            for statement in principal.statements
            if not statement.is_deny
            for action in statement.actions
            if is_unknown_action(action)
        )
        if unknown:
            actions = ", ".join(f"{action} ({count})" for action, count in sorted(unknown.items())[:_POLICIES_SHOWN])
            more = f" and {len(unknown) - _POLICIES_SHOWN} more" if len(unknown) > _POLICIES_SHOWN else ""
            reasons.append(Reason("UNMAPPED_PRIVILEGE", f"unknown actions count as WRITE: {actions}{more}"))
        missing = sorted(self._answers.missing)
        if missing:
            more = f" and {len(missing) - _POLICIES_SHOWN} more" if len(missing) > _POLICIES_SHOWN else ""
            policies = ", ".join(missing[:_POLICIES_SHOWN]) + more
            reasons.append(Reason("MISSING_POLICIES", f"attached, but no answer says what they allow: {policies}"))
            complete = tuple(scope for scope in complete if scope != "CAN_ACCESS")
        return self._run.finish_claims(claims, Coverage(complete, reasons))

    def _account_number(self) -> str:
        """The instance if it is a number, else the account that most principals are of, else the instance."""
        instance = self._run.source.partition(":")[2]
        counts = Counter(principal.account for principal in self._answers.principals.values() if principal.account)
        if (instance.isdigit() and len(instance) == 12) or not counts:
            return instance
        return max(sorted(counts), key=lambda account: counts[account])

    def _read_answer(self, kind: str, entry: FieldReader, document: Document) -> None:
        answers = self._answers
        if kind in _PRINCIPAL_TYPES:
            self._add(read_principal(entry, _PRINCIPAL_TYPES[kind], self._errors))
        elif kind == POLICY:
            arn, statements = read_policy(entry, self._errors)
            answers.policies[arn] = statements
        elif kind == KEY:
            key = read_key(entry)
            answers.keys.append(key)
            self._users_with_keys.add(key.user)
        elif kind == BUCKET:
            answers.listed_buckets = (answers.listed_buckets or set()) | {entry.required("Name")}
        elif kind == STATEMENTS:
            for arn, statements in read_statements_by_principal(entry, self._errors):
                answers.statements.setdefault(arn, []).extend(statements)
        elif kind == INLINE:
            prefix = next(prefix for prefix in ("User", "Group", "Role") if f"{prefix}Name" in entry.body)
            statements = list(read_document(entry, "PolicyDocument", entry.required("PolicyName"), self._errors))
            answers.inline.append((prefix.lower(), entry.required(f"{prefix}Name"), statements))
        elif kind == MEMBERS:
            group = read_principal(entry.child_or_empty("Group"), "group", self._errors)
            self._add(group)
            for row in entry.valid_children("Users", self._errors):
                for user in self._errors.collect(read_principal, row, "user", self._errors):
                    user.groups.append(group.name)
                    self._add(user)
        elif kind == ACL:
            self._read_acl(entry, bucket_of(document) or "")
        else:
            self._read_bucket_policy(entry, bucket_of(document))

    def _read_acl(self, entry: FieldReader, bucket: str) -> None:
        self._buckets_with[ACL].add(bucket)
        owner = entry.child_or_empty("Owner").text("ID")
        for row in entry.valid_children("Grants", self._errors):
            for grant in self._errors.collect(read_acl_grant, row, owner):
                self._answers.acls.append((bucket, grant))

    def _read_bucket_policy(self, entry: FieldReader, bucket: str | None) -> None:
        if "Policy" in entry.body:
            statements = list(read_document(entry, "Policy", "bucket policy", self._errors))
        else:
            statements = list(read_statements(entry, "bucket policy", self._errors))
        names = (
            resource.split(":", 5)[-1].partition("/")[0] for statement in statements for resource in statement.resources
        )
        bucket = bucket or next((name for name in names if name and not set("*?") & set(name)), None)
        if bucket is None:
            remedy = f"Save it as {NAME}/ACCOUNT/buckets/BUCKET/policy.json"
            entry.refuse("Policy", "nothing says which bucket it is of", remedy)
        self._buckets_with[BUCKET_POLICY].add(bucket)
        self._answers.bucket_policies.setdefault(bucket, []).extend(statements)

    def _add(self, principal: Principal) -> None:
        known = self._answers.principals.setdefault(principal.arn, principal)
        if known is not principal:
            known.merge(principal)

    def _shortfall(self, kind: str) -> str:
        """Why the answers of a kind are not all there; empty if they are."""
        if kind == DETAILS and self._details_continue.count(False) != 1:
            return "there are several last pages" if self._details_continue.count(False) else "the last page is missing"
        if kind in self._truncated:
            return "not all pages are there"
        if kind in self._buckets_with:
            return _unanswered((self._answers.listed_buckets or set()) - self._buckets_with[kind], "buckets")
        if kind == KEY:
            users = {principal.name for principal in self._answers.principals.values() if principal.type == "user"}
            return _unanswered(users - self._users_with_keys, "users")
        return ""

    def _present(self) -> set[str]:
        return self._kinds | ({DETAILS} if self._details_continue else set())

    def _complete(self) -> tuple[str, ...]:
        return covered_scopes(_REQUIRED_ANSWERS, {kind for kind in self._present() if not self._shortfall(kind)})

    def _reasons(self) -> Iterator[Reason]:
        missing = [kind for kind in _EXPECTED_ANSWERS if kind not in self._present()]
        if missing:
            yield Reason("MISSING_ANSWERS", "not among the files: " + ", ".join(missing))
        for kind in sorted(self._present()):
            if shortfall := self._shortfall(kind):
                yield Reason("INCOMPLETE", f"{kind}: {shortfall}")


def _unanswered(names: set[str], what: str) -> str:
    return f"there is no answer for {len(names)} {what}, such as {min(names)}" if names else ""
