"""Google Cloud: who may do what to organisations, folders, projects, BigQuery datasets and buckets, from saved IAM policies.

Files lie at `gcp/<name>/...`, one folder per scope that was exported. What is read, bare, in a list, or in the API's own
envelope: rows of `gcloud asset search-all-iam-policies`, effective policies, assets with their `iamPolicy`, datasets with
`access`, tables, buckets, projects, folders, roles with their permissions, service accounts, their keys, and Cloud Identity
memberships in a file called `members-GROUP.json`. An answer of getIamPolicy does not say what it is of: it lies at the
path of its resource, as in `gcp/acme/projects/harbor-prod/policy.json` or `gcp/acme/buckets/harbor-docs.json`. JSON and
the YAML that gcloud prints are read alike.

Rights go down from organisation to folder to project to resource; a role of one service (`roles/bigquery.dataViewer`) on a
container reaches that service's resources in it alone, through a node of its own. Whoever may act as a service account is
in a Group of its name, and that Group has its rights. A role that no table here knows means what its last word says:
`roles/*.admin` and `*.owner` ADMIN, `*.editor` and `*.writer` WRITE, `*.viewer` and `*.reader` READ. Approximated, each time
to the wider side: a custom role whose permissions are not given, and any other role, count as WRITE, the evidence says
`unmapped` and the run's reasons name them; a conditional binding counts as if its condition held, which the evidence names,
and ends only where the condition is nothing but a time; deny policies are counted in the run's reasons and, like principal
access boundaries and row policies, not applied. Not told: what editors do through
the service accounts of what they deploy, ACLs of buckets and objects, and what an authorised view shows to its readers,
which a property of the dataset lists.
"""

from loaders.connectors.gcp.normalize import normalize
from loaders.connectors.gcp.recognize import recognize

__all__ = ["normalize", "recognize"]
