"""This file knows the data of an account: its buckets, the parts of them that policies name, and what contains what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from graph.ontology import Permission
from loaders.claims.builder import Claims
from loaders.connectors.aws.principals import EVERYBODY, SIGNED_IN
from loaders.connectors.aws.wildcards import ANY, covers, meets
from loaders.saved.fields import FieldReader

_WILD = set("*?")
_GROUPS = {"AllUsers": EVERYBODY, "AuthenticatedUsers": SIGNED_IN}
# A bucket's READ lists its objects; each object's own ACL is in no answer.
_ACL = {
    "FULL_CONTROL": (Permission.ADMIN, ""),
    "WRITE": (Permission.WRITE, ""),
    "WRITE_ACP": (Permission.ADMIN, ""),
    "READ": (Permission.READ, "lists the objects, whose own ACLs are not told"),
    "READ_ACP": (Permission.DISCOVER, ""),
}


@dataclass(slots=True)
class Buckets:
    """Buckets by name, and patterns that statements name. `listed` is None until a list of all came."""

    account: str
    partition: str
    listed: set[str] | None = None
    _known: dict[str, dict[str, Any]] = field(default_factory=dict)
    _prefixes: set[str] = field(default_factory=set)
    _patterns: set[str] = field(default_factory=set)

    def add(self, bucket: str, **props: Any) -> str:
        """The node of a bucket."""
        self._known.setdefault(bucket, {}).update(props)
        return f"DataSource:aws/arn:{self.partition}:s3:::{bucket}"

    @property
    def whole(self) -> str:
        """The node of all that the account holds."""
        return f"DataSource:aws/{self.account}"

    def target(self, path: str) -> str:
        """The node that a right on a path is told of: the account, a bucket, a part of one, or a pattern of buckets."""
        if covers(path, "*/*") or path == ANY:
            return self.whole
        bucket, slash, key = path.partition("/")
        if _WILD & set(bucket):
            self._patterns.add(path)
            return self._pattern(path)
        node = self.add(bucket)
        if not slash or covers(key, ANY):
            return node
        self._prefixes.add(path)
        return f"DataSource:aws/arn:{self.partition}:s3:::{path}"

    def tell(self, claims: Claims) -> None:
        """Every node, and what contains it."""
        claims.node(self.whole, f"S3 of account {self.account}", type="account")
        for bucket in sorted(self._known):
            node = claims.node(self.add(bucket), bucket, type="bucket", **self._known[bucket])
            # A bucket of somebody else's is not in this account, and without a list nobody knows.
            if self.listed is None or bucket in self.listed:
                claims.edge("CONTAINS", (self.whole, node), "bucket in it")
        for prefix in sorted(self._prefixes):
            bucket = prefix.partition("/")[0]
            node = claims.node(self.target(prefix), prefix, type="objects")
            claims.edge("CONTAINS", (self.add(bucket), node), "part of the bucket")
            for other in self._prefixes - {prefix}:
                if other.partition("/")[0] == bucket and covers(other, prefix):
                    claims.edge("CONTAINS", (self.target(other), node), "part of it")
        for pattern in sorted(self._patterns):
            node = claims.node(self._pattern(pattern), pattern, type="buckets")
            claims.edge("CONTAINS", (self.whole, node), "some of its buckets")
            for bucket in sorted(self._known):
                if meets(pattern, bucket) or meets(pattern, f"{bucket}/*"):
                    claims.edge("CONTAINS", (node, self.add(bucket)), "a bucket of that name")

    def _pattern(self, path: str) -> str:
        # Of the account, as another account's buckets of such names are others.
        return f"DataSource:aws/{self.account}/arn:{self.partition}:s3:::{path}"


@dataclass(frozen=True, slots=True)
class AclGrant:
    """One grant of a bucket's ACL; `node` None for the owner, who has all anyway."""

    node: str | None
    name: str
    permission: Permission
    evidence: str


def read_grant(entry: FieldReader, owner: str | None) -> AclGrant:
    """One grant of a bucket's ACL. Raises RecordError for a permission that there is not."""
    word, grantee = entry.required("Permission"), entry.child_or_empty("Grantee")
    if word not in _ACL:
        entry.refuse("Permission", "this is no permission of an ACL")
    permission, remark = _ACL[word]
    evidence = f"ACL: {word}; {remark}" if remark else f"ACL: {word}"
    uri, address, canonical = grantee.text("URI"), grantee.text("EmailAddress"), grantee.text("ID")
    if uri:
        name = uri.rpartition("/")[2]
        return AclGrant(_GROUPS.get(name, f"Group:aws/{name}"), name, permission, evidence)
    if address:
        return AclGrant(f"Account:aws/email/{address.lower()}", address.lower(), permission, evidence)
    if not canonical:
        entry.refuse("Grantee", "nothing says who it is")
    node = None if canonical == owner else f"Group:aws/canonical/{canonical}"
    return AclGrant(node, grantee.text("DisplayName") or f"canonical user {canonical[:8]}...", permission, evidence)
