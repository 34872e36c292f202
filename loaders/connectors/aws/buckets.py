"""S3 data of an account: its buckets, the parts of them that policies name, bucket ACLs, and what contains what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from graph.address import canonical_address
from graph.ontology import Permission
from loaders.claims.builder import Claims
from loaders.connectors.aws.principals import EVERYBODY, SIGNED_IN
from loaders.connectors.aws.wildcards import ANY, covers, overlaps
from loaders.saved.fields import FieldReader

_WILDCARDS = set("*?")
_ACL_GROUPS = {"AllUsers": EVERYBODY, "AuthenticatedUsers": SIGNED_IN}
# READ on a bucket lists its objects; the ACL of each object is in no answer.
_ACL_PERMISSIONS = {
    "FULL_CONTROL": (Permission.ADMIN, ""),
    "WRITE": (Permission.WRITE, ""),
    "WRITE_ACP": (Permission.ADMIN, ""),
    "READ": (Permission.READ, "lists the objects, whose own ACLs are not told"),
    "READ_ACP": (Permission.DISCOVER, ""),
}


@dataclass(slots=True)
class Buckets:
    """Buckets by name, and the patterns that statements name. `listed` is None until a list of all buckets came."""

    account: str
    partition: str
    listed: set[str] | None = None
    _props: dict[str, dict[str, Any]] = field(default_factory=dict)
    _prefixes: set[str] = field(default_factory=set)
    _patterns: set[str] = field(default_factory=set)

    def add(self, bucket: str, **props: Any) -> str:
        """Note a bucket; returns its node id."""
        self._props.setdefault(bucket, {}).update(props)
        return f"DataSource:aws/arn:{self.partition}:s3:::{bucket}"

    @property
    def account_node(self) -> str:
        """The node id of everything that the account holds."""
        return f"DataSource:aws/{self.account}"

    def target_of(self, path: str) -> str:
        """The node that a right on a path leads to: the account, a bucket, a part of one, or a pattern of buckets."""
        if covers(path, "*/*") or path == ANY:
            return self.account_node
        bucket, slash, key = path.partition("/")
        if _WILDCARDS & set(bucket):
            self._patterns.add(path)
            return self._pattern_node(path)
        node = self.add(bucket)
        if not slash or covers(key, ANY):
            return node
        self._prefixes.add(path)
        return f"DataSource:aws/arn:{self.partition}:s3:::{path}"

    def emit(self, claims: Claims) -> None:
        """Add every node, and what contains it, to the claims."""
        claims.node(self.account_node, f"S3 of account {self.account}", type="account")
        for bucket in sorted(self._props):
            node = claims.node(self.add(bucket), bucket, type="bucket", **self._props[bucket])
            # A bucket of another account is not in this one, and without a list nobody knows.
            if self.listed is None or bucket in self.listed:
                claims.edge("CONTAINS", (self.account_node, node), "bucket in it")
        for prefix in sorted(self._prefixes):
            bucket = prefix.partition("/")[0]
            node = claims.node(self.target_of(prefix), prefix, type="objects")
            claims.edge("CONTAINS", (self.add(bucket), node), "part of the bucket")
            for other in self._prefixes - {prefix}:
                if other.partition("/")[0] == bucket and covers(other, prefix):
                    claims.edge("CONTAINS", (self.target_of(other), node), "part of it")
        for pattern in sorted(self._patterns):
            node = claims.node(self._pattern_node(pattern), pattern, type="buckets")
            claims.edge("CONTAINS", (self.account_node, node), "some of its buckets")
            for bucket in sorted(self._props):
                if overlaps(pattern, bucket) or overlaps(pattern, f"{bucket}/*"):
                    claims.edge("CONTAINS", (node, self.add(bucket)), "a bucket of that name")

    def _pattern_node(self, path: str) -> str:
        # The id holds the account, since buckets of such names in another account are others.
        return f"DataSource:aws/{self.account}/arn:{self.partition}:s3:::{path}"


@dataclass(frozen=True, slots=True)
class AclGrant:
    """One grant of a bucket's ACL; `node` is None for the owner, who has every right anyway."""

    node: str | None
    name: str
    permission: Permission
    evidence: str


def read_acl_grant(entry: FieldReader, owner: str | None) -> AclGrant:
    """One grant of a bucket's ACL. Raises RecordError for an unknown permission and a grantee without a name."""
    word, grantee = entry.required("Permission"), entry.child_or_empty("Grantee")
    if word not in _ACL_PERMISSIONS:
        entry.refuse("Permission", "this is not a permission of an ACL")
    permission, remark = _ACL_PERMISSIONS[word]
    evidence = f"ACL: {word}; {remark}" if remark else f"ACL: {word}"
    uri, email, canonical = grantee.text("URI"), grantee.text("EmailAddress"), grantee.text("ID")
    if uri:
        name = uri.rpartition("/")[2]
        return AclGrant(_ACL_GROUPS.get(name, f"Group:aws/{name}"), name, permission, evidence)
    if email:
        address = canonical_address(email)
        return AclGrant(f"Account:aws/email/{address}", address, permission, evidence)
    if not canonical:
        entry.refuse("Grantee", "nothing says who it is")
    node = None if canonical == owner else f"Group:aws/canonical/{canonical}"
    return AclGrant(node, grantee.text("DisplayName") or f"canonical user {canonical[:8]}...", permission, evidence)
