"""BloodHound OpenGraph: graphs that its collectors write, and our own exports, which come back as they were.

One file name is one source. Kinds of others are read by a table, without their namespace: `User`, `AZUser`, `Okta_User` are an
Identity, `GH_User` and users of other systems an Account, teams and roles a Group, keys and tokens a Credential, repositories,
databases, buckets and vaults a DataSource; `MemberOf`, `HasRole`, `Contains`, `HasAccount`, `CanRead`, `WriteRepoContents`,
`Owns` and the like are our edges. What has no counterpart (Computer, `DCSync`, `GenericAll` on a user) is listed with its number
and makes the run PARTIAL. Only a whole export of ours vouches for what it lists.
"""

from loaders.connectors.opengraph.normalize import normalize
from loaders.connectors.opengraph.parse import recognize

__all__ = ["normalize", "recognize"]
