"""BloodHound OpenGraph: graphs that its collectors write, and Remit's own exports, which read back unchanged.

One file name is one source. Foreign kinds are mapped by a table, without their namespace: `User`, `AZUser`, `Okta_User` are
an Identity, `GH_User` and users of other systems an Account, teams and roles a Group, keys and tokens a Credential,
repositories, databases, buckets and vaults a DataSource; `MemberOf`, `HasRole`, `Contains`, `HasAccount`, `CanRead`,
`WriteRepoContents`, `Owns` and the like are edges of Remit. Kinds without a counterpart (Computer, `DCSync`, `GenericAll` on
a user) are listed with their number and make the run PARTIAL. Only a whole export of Remit covers what it lists.
"""

from loaders.connectors.opengraph.normalize import normalize, recognize

__all__ = ["normalize", "recognize"]
