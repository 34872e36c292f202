"""This file knows how the answers of one AWS account become a run: which there are, whose they are, what they prove."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.coverage import Coverage
from loaders.claims.run import claims_run
from loaders.connectors.aws.buckets import Buckets, read_grant
from loaders.connectors.aws.emit_claims import AccountAnswers, tell
from loaders.connectors.aws.policy import Statement, read_document, read_statements
from loaders.connectors.aws.principals import (
    AccessKey,
    Principal,
    read_key,
    read_mapping,
    read_policy,
    read_principal,
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
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.location import saved_call

_SORTS = {USER: "user", GROUP: "group", ROLE: "role"}
_PROVEN = {
    ("Account", "Group", "MEMBER_OF"): (DETAILS,),
    ("CAN_ACCESS", "DataSource", "CONTAINS"): (DETAILS, BUCKET, BUCKET_POLICY, ACL),
    ("Credential", "HAS_CREDENTIAL", "RUNS_AS"): (DETAILS, KEY),
}
_NEEDED = (DETAILS, BUCKET, BUCKET_POLICY, ACL, KEY)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per account; lenient per entry unless `context.lenient` is False: then the first bad one raises RecordError."""
    accounts: dict[str, list[Document]] = {}
    for page in pages:
        if page.document is not None:
            instance = saved_call(page.document, NAME).instance
            accounts.setdefault(context.source or f"{NAME}:{instance}", []).append(page.document)
    for source in sorted(accounts):
        run = _AwsAccount(source, context)
        for document in sorted(accounts[source], key=lambda one: one.display_path):
            run.take(document)
        yield run.draft()


class _AwsAccount:
    """One run in the making."""

    def __init__(self, source: str, context: Context) -> None:
        self._source, self._context = source, context
        self._errors = ErrorCollector(strict=context.lenient is False)
        self._given = AccountAnswers()
        self._more: list[bool] = []  # of the pages of GetAccountAuthorizationDetails: whether another follows
        self._kinds: set[str] = set()
        self._cut: set[str] = set()
        self._asked: set[str] = set()  # users whose access keys are told, by name
        self._buckets: dict[str, set[str]] = {BUCKET_POLICY: set(), ACL: set()}
        self._origins: list[str] = []

    def take(self, document: Document) -> None:
        """Read the answers of a file."""
        self._origins.append(document.display_path)
        if is_details(document):
            self._more.append(has_more(document))
        for kind, body, place in answers_of(document):
            self._kinds.add(kind)
            if has_more(document) and not is_details(document):
                self._cut.add(kind)
            self._errors.collect(self._read, kind, FieldReader(body, place, document.display_path), document)

    def draft(self) -> PendingRun:
        """The run."""
        principals = self._given.principals
        partition = next((one.partition for one in principals.values()), "aws")
        counts = Counter(one.account for one in principals.values() if one.account)
        instance = self._source.partition(":")[2]
        is_number = instance.isdigit() and len(instance) == 12
        account = instance if is_number or not counts else max(sorted(counts), key=lambda one: counts[one])
        claims, buckets = Claims(), Buckets(account, partition, self._given.listed_buckets)
        tell(self._given, claims, buckets)
        missing = sorted(self._given.missing)
        reasons = list(self._reasons())
        if missing:
            shown = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
            reasons.append(Reason("MISSING_POLICIES", f"attached, but no answer says what they allow: {shown}"))
        complete = self._complete() if not missing else tuple(one for one in self._complete() if one != "CAN_ACCESS")
        proof = Coverage(complete, reasons)
        return claims_run(claims, self._context, self._source, self._origins, self._errors, proof)

    def _read(self, kind: str, entry: FieldReader, document: Document) -> None:
        given = self._given
        if kind in _SORTS:
            self._add(read_principal(entry, _SORTS[kind], self._errors))
        elif kind == POLICY:
            arn, statements = read_policy(entry, self._errors)
            given.policies[arn] = statements
        elif kind == KEY:
            self._add_key(read_key(entry))
        elif kind == BUCKET:
            given.listed_buckets = (given.listed_buckets or set()) | {entry.required("Name")}
        elif kind == STATEMENTS:
            for arn, found in read_mapping(entry, self._errors):
                given.statements.setdefault(arn, []).extend(found)
        elif kind == INLINE:
            sort = next(sort for sort in ("User", "Group", "Role") if f"{sort}Name" in entry.body)
            statements = list(read_document(entry, "PolicyDocument", entry.required("PolicyName"), self._errors))
            given.inline.append((sort.lower(), entry.required(f"{sort}Name"), statements))
        elif kind == MEMBERS:
            group = read_principal(entry.child_or_empty("Group"), "group", self._errors)
            self._add(group)
            for row in entry.valid_children("Users", self._errors):
                for user in self._errors.collect(read_principal, row, "user", self._errors):
                    user.groups.append(group.name)
                    self._add(user)
        else:
            self._read_bucket(kind, entry, document)

    def _read_bucket(self, kind: str, entry: FieldReader, document: Document) -> None:
        bucket = bucket_of(document)
        if kind == ACL:
            self._buckets[kind].add(bucket or "")
            owner = entry.child_or_empty("Owner").text("ID")
            for row in entry.valid_children("Grants", self._errors):
                for grant in self._errors.collect(read_grant, row, owner):
                    self._given.acls.append((bucket or "", grant))
            return
        found: list[Statement]
        if "Policy" in entry.body:
            found = list(read_document(entry, "Policy", "bucket policy", self._errors))
        else:
            found = list(read_statements(entry, "bucket policy", self._errors))
        paths = (resource.split(":", 5)[-1].partition("/")[0] for one in found for resource in one.resources)
        bucket = bucket or next((one for one in paths if one and not set("*?") & set(one)), None)
        if bucket is None:
            entry.refuse(
                "Policy", "nothing says of which bucket", f"Save it as {NAME}/ACCOUNT/buckets/BUCKET/policy.json"
            )
        self._buckets[kind].add(bucket)
        self._given.bucket_policies.setdefault(bucket, []).extend(found)

    def _add(self, found: Principal) -> None:
        known = self._given.principals.get(found.arn)
        if known is None:
            self._given.principals[found.arn] = found
        else:
            known.join(found)

    def _add_key(self, key: AccessKey) -> None:
        self._given.keys.append(key)
        self._asked.add(key.user)

    def _shortfall(self, kind: str) -> str:
        if kind == DETAILS and self._more.count(False) != 1:
            return "the last page is missing" if not self._more.count(False) else "there are several last pages"
        if kind in self._cut:
            return "not all pages are there"
        if kind in self._buckets:
            return _lacking((self._given.listed_buckets or set()) - self._buckets[kind], "buckets")
        if kind == KEY:
            users = {one.name for one in self._given.principals.values() if one.sort == "user"}
            return _lacking(users - self._asked, "users")
        return ""

    def _there(self) -> set[str]:
        return self._kinds | ({DETAILS} if self._more else set())

    def _complete(self) -> tuple[str, ...]:
        whole = {kind for kind in self._there() if not self._shortfall(kind)}
        return tuple(scope for scopes, kinds in _PROVEN.items() if whole.issuperset(kinds) for scope in scopes)

    def _reasons(self) -> Iterator[Reason]:
        missing = [kind for kind in _NEEDED if kind not in self._there()]
        if missing:
            yield Reason("MISSING_ANSWERS", "not among the files: " + ", ".join(missing))
        for kind in sorted(self._there()):
            if short := self._shortfall(kind):
                yield Reason("INCOMPLETE", f"{kind}: {short}")


def _lacking(names: set[str], what: str) -> str:
    return f"there is no answer for {len(names)} {what}, such as {min(names)}" if names else ""
