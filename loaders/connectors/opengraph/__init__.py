"""BloodHound OpenGraph: graphs that its collectors write, and Remit's own exports, which read back unchanged.

One file name is one source. Foreign kinds are mapped by a table, without their namespace: `User`, `AZUser`, `Okta_User` are
an Identity, `GH_User` and users of other systems an Account, teams and roles a Group, keys and tokens a Credential,
repositories, databases, buckets and vaults a DataSource; `MemberOf`, `HasRole`, `Contains`, `HasAccount`, `CanRead`,
`HasBaseRole`, `WriteRepoContents`, `Owns` and the like are edges of Remit; so is every other edge that an extension's schema
loaded with it, or the edge itself, calls traversable. A token's expiry, permissions and choice of repositories count as in
the github connector; whoever may write a repository may run its workflows, with its secrets and as what they assume. Kinds without a counterpart (Computer, `DCSync`, `GenericAll` on a user) are listed with their number
and make the run PARTIAL, first those that lie on routes of principals to data, with how many. Settings, parts of a repository
(branches, rules, variables, workflows) and edges that a collector documents as mere structure are noted: they hold and convey
nothing. Only a whole export of Remit covers what it lists.
"""

from loaders.connectors.opengraph.normalize import normalize, recognize

__all__ = ["normalize", "recognize"]
