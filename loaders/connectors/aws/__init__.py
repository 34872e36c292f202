"""AWS: users, groups, roles, access keys of an account, and who may do what to its S3 buckets, from saved IAM answers.

Files lie at `aws/<account>/...`. What is read: GetAccountAuthorizationDetails; the lists of users, groups, roles, access keys
and buckets; single inline policies; a mapping of principals to their policies' statements; bucket policies and ACLs, in
`buckets/<bucket>/policy.json` (`{}` where there is none) and `buckets/<bucket>/acl.json`. Policy documents may be objects or
URL-encoded text. A role is a Group of whoever may assume it.

Actions count as AWS levels them: List DISCOVER, Read READ, Write and Tagging WRITE, Permissions management ADMIN; reading a
bucket's configuration is DISCOVER, and an `s3` action that no table here knows is WRITE, `unmapped` in the evidence. A Deny
wins where, without a condition, it certainly covers the same action and resource of the same principal; a Deny of a user's
group or of the bucket's policy counts for the user's own policies. Approximated, each time to the wider side, and flagged:
NotAction and NotResource stand for all else; a Condition counts as if it held; a policy variable stands for anything; a
Deny that covers only a part, or bears a condition, is not applied; a wildcard in a bucket's name reaches every known bucket
that it may match, all of it; permissions boundaries, session and service control policies, public access blocks and a
user's Deny of what their group allows are not applied; whoever may rewrite the account's policies administers all of it.
Not covered: data of other services than S3.
"""

from loaders.connectors.aws.normalize import normalize
from loaders.connectors.aws.recognize import recognize

__all__ = ["normalize", "recognize"]
