"""What Google Cloud's policies give: to whom, on which resources below, and through which service accounts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import RecordError
from graph.ontology import Permission
from graph.stores.memory import MemoryStore
from loaders.base import Context, Page
from loaders.connectors import gcp
from loaders.connectors.gcp.resources import read_resource
from loaders.connectors.gcp.roles import rights_of
from loaders.saved.files import assign_connectors, open_documents
from tests.loaders.source_files import NOW, access, drafts, edges, load, loaded, nodes, reach

G = "gcp/harbor/{}.json".format
P = "//cloudresourcemanager.googleapis.com/projects/prod"
DATASET = "//bigquery.googleapis.com/projects/prod/datasets/d"
BUCKET = "//storage.googleapis.com/docs"
DATA, DOCS = "DataSource:gcp/projects/prod/datasets/d", "DataSource:gcp/buckets/docs"
ROBOT = "robot@prod.iam.gserviceaccount.com"


def found(resource: str, *bindings: tuple[str, str], **more: Any) -> dict[str, Any]:
    told = [{"role": role, "members": [member]} for role, member in bindings]
    project = {} if "cloudresourcemanager" in resource else {"project": "projects/prod"}
    return {"resource": resource, "policy": {"bindings": told}, **project, **more}


RESOURCES = [found(P), found(DATASET), found(BUCKET)]


def reached(rows: list[dict[str, Any]], who: str, **more: Any) -> dict[str, str]:
    """What a member reaches of the dataset and the bucket."""
    whole = reach(loaded(drafts(gcp, {G("found"): [*RESOURCES, *rows], **more})), who)
    return {node: level for node, level in whole.items() if node in (DATA, DOCS)}


ADA = "Account:gcp/ada@x.example"


@pytest.mark.parametrize(
    ("role", "data", "docs"),
    [
        ("roles/owner", "ADMIN", "ADMIN"),
        ("roles/editor", "WRITE", "WRITE"),
        ("roles/viewer", "READ", "READ"),
        ("roles/bigquery.dataViewer", "READ", None),
        ("roles/bigquery.dataEditor", "WRITE", None),
        ("roles/bigquery.dataOwner", "ADMIN", None),
        ("roles/bigquery.metadataViewer", "DISCOVER", None),
        ("roles/bigquery.jobUser", "DISCOVER", None),
        ("roles/storage.objectViewer", None, "READ"),
        ("roles/storage.objectCreator", None, "WRITE"),
        ("roles/storage.objectAdmin", None, "ADMIN"),
        ("roles/storage.admin", None, "ADMIN"),
        ("roles/compute.admin", None, None),
        ("roles/resourcemanager.projectIamAdmin", "ADMIN", "ADMIN"),
        ("projects/prod/roles/anything", "WRITE", "WRITE"),
    ],
)
def test_a_role_on_a_project_reaches_what_its_service_has_there(role: str, data: str | None, docs: str | None) -> None:
    expected = {node: level for node, level in ((DATA, data), (DOCS, docs)) if level}
    assert reached([found(P, (role, "user:ada@x.example"))], ADA) == expected


@pytest.mark.parametrize(
    ("role", "flag"),
    [
        ("roles/compute.osLogin", "unmapped role"),
        ("roles/cloudsql.client", "unmapped role"),
        ("projects/prod/roles/x", "unmapped custom role"),
        ("roles/viewer", ""),
    ],
)
def test_what_nobody_here_knows_counts_as_write_and_says_so(role: str, flag: str) -> None:
    [draft] = drafts(gcp, {G("found"): [found(P, (role, "user:ada@x.example"))]})
    [edge] = edges(draft, "CAN_ACCESS")
    assert ("unmapped" in (edge.evidence or "")) == bool(flag)
    assert flag in (edge.evidence or "")
    assert edge.permission == (Permission.WRITE if flag else Permission.READ)
    reasons = [reason.detail for reason in draft.reasons if reason.code == "UNMAPPED_ROLE"]
    assert [role in reason and "1 member" in reason for reason in reasons] == ([True] if flag else [])


@pytest.mark.parametrize(
    ("role", "level", "service"),
    [
        ("roles/cloudsql.admin", "ADMIN", "cloudsql"),
        ("roles/pubsub.owner", "ADMIN", "pubsub"),
        ("roles/compute.instanceAdmin.v1", "ADMIN", "compute"),
        ("roles/bigquery.connectionAdmin", "ADMIN", "bigquery"),
        ("roles/logging.viewer", "READ", "logging"),
        ("roles/logging.privateLogViewer", "READ", "logging"),
        ("roles/artifactregistry.reader", "READ", "artifactregistry"),
        ("roles/artifactregistry.writer", "WRITE", "artifactregistry"),
        ("roles/datastore.user", "WRITE", "datastore"),
        ("roles/cloudsql.superadmins", "WRITE", "cloudsql"),
        ("roles/secretmanager.secretAccessor", "READ", "secretmanager"),
        # What the table says goes before the last word.
        ("roles/bigquery.metadataViewer", "DISCOVER", "bigquery"),
        ("roles/storage.bucketViewer", "DISCOVER", "storage"),
    ],
)
def test_a_role_without_a_table_means_what_its_last_word_says(role: str, level: str, service: str) -> None:
    assert [(right.permission.name, right.service) for right in rights_of(role, None)] == [(level, service)]


def test_the_yaml_that_gcloud_prints_is_read_like_json(tmp_path: Path) -> None:
    folder = tmp_path / "gcp" / "harbor" / "projects" / "prod"
    folder.mkdir(parents=True)
    policy = "bindings:\n- members:\n  - user:ada@x.example\n  role: roles/viewer\netag: BwX=\nversion: 1\n"
    (folder / "policy.yaml").write_text(policy)
    rows = [
        f"---\nassetType: t\nresource: {DATASET}\nproject: projects/prod\npolicy:\n  bindings:\n"
        f"  - members:\n    - {member}\n    role: roles/bigquery.dataViewer\n"
        for member in ("user:bo@x.example", "user:cy@x.example")
    ]
    (tmp_path / "gcp" / "harbor" / "found.yaml").write_text("".join(rows))
    documents, skipped = open_documents([tmp_path])
    assert (list(assign_connectors(documents)), skipped) == (["gcp"], [])
    [draft] = gcp.normalize([Page("", document.content, document=document) for document in documents], Context(NOW))
    assert access(draft) >= {(ADA, "DataSource:gcp/projects/prod", "READ")}
    assert {source for source, target, _ in access(draft) if target == DATA} == {
        "Account:gcp/bo@x.example",
        "Account:gcp/cy@x.example",
    }


def test_deny_policies_are_told_as_not_applied() -> None:
    rule = {"denyRule": {"deniedPrincipals": ["principalSet://goog/public:all"], "deniedPermissions": ["x.y/z.get"]}}
    deny = {
        "name": "policies/cloudresourcemanager.googleapis.com%2Fprojects%2F1/denypolicies/no",
        "rules": [rule, rule],
    }
    for body in ({"policies": [deny]}, [deny], deny):
        [draft] = drafts(gcp, {G("found"): RESOURCES, G("deny"): body})
        [reason] = [reason for reason in draft.reasons if reason.code == "OVER_APPROXIMATED"]
        assert "2 deny rules" in reason.detail


def test_a_custom_role_whose_permissions_are_given_permits_these() -> None:
    role = {
        "name": "projects/prod/roles/x",
        "includedPermissions": ["storage.objects.get", "bigquery.datasets.setIamPolicy"],
    }
    rows = [found(P, ("projects/prod/roles/x", "user:ada@x.example"))]
    assert reached(rows, ADA, **{G("roles"): {"roles": [role]}}) == {DATA: "ADMIN", DOCS: "READ"}
    assert [one.permission.name for one in rights_of("projects/p/roles/y", ["storage.objects.list"])] == ["DISCOVER"]


@pytest.mark.parametrize(
    ("member", "who", "gets"),
    [
        ("user:Ada@X.example", ADA, True),
        ("domain:x.example", ADA, True),
        ("domain:y.example", ADA, False),
        ("allUsers", ADA, True),
        ("allAuthenticatedUsers", ADA, True),
        ("allUsers", f"Account:gcp/{ROBOT}", True),
        ("allUsers", "Account:gcp/principal://iam.googleapis.com/pools/p/subject/ci", True),
        ("allAuthenticatedUsers", "Account:gcp/principal://iam.googleapis.com/pools/p/subject/ci", True),
        ("deleted:user:ada@x.example?uid=1", ADA, False),
        ("group:team@x.example", "Group:gcp/team@x.example", True),
        ("principalSet://iam.googleapis.com/pools/p/*", "Group:gcp/principalSet://iam.googleapis.com/pools/p/*", True),
        ("projectOwner:prod", ADA, False),
        ("serviceAccount:" + ROBOT, f"Account:gcp/{ROBOT}", True),
        ("robots:all", "Group:gcp/robots:all", True),
    ],
)
def test_every_sort_of_member_has_what_it_stands_for(member: str, who: str, gets: bool) -> None:
    others = [
        ("roles/browser", "user:ada@x.example"),
        ("roles/browser", f"serviceAccount:{ROBOT}"),
        ("roles/browser", "principal://iam.googleapis.com/pools/p/subject/ci"),
    ]
    rows = [found("//storage.googleapis.com/other", *others), found(BUCKET, ("roles/storage.objectViewer", member))]
    assert reached(rows, who) == ({DOCS: "READ"} if gets else {})


def test_a_deleted_member_stays_visible_and_has_nothing() -> None:
    [draft] = drafts(gcp, {G("found"): [found(P, ("roles/owner", "deleted:user:gone@x.example?uid=12"))]})
    node = nodes(draft)["Account:gcp/deleted:user:gone@x.example?uid=12"]
    assert (node.props["status"], node.props["bindings"]) == ("deleted", ["roles/owner on projects/prod"])
    assert access(draft) == set()


def test_the_convenience_groups_of_a_project_hold_who_has_its_basic_role_there() -> None:
    dataset = {
        "datasetReference": {"projectId": "prod", "datasetId": "d"},
        "access": [
            {"role": "WRITER", "specialGroup": "projectReaders"},
            {"role": "OWNER", "specialGroup": "projectOwners"},
        ],
    }
    rows = [found(P, ("roles/viewer", "user:ada@x.example"))]
    assert reached(rows, ADA, **{G("d"): dataset}) == {DATA: "WRITE", DOCS: "READ"}


@pytest.mark.parametrize(
    ("entry", "who", "level"),
    [
        ({"role": "READER", "userByEmail": "Ada@x.example"}, ADA, "READ"),
        ({"role": "WRITER", "userByEmail": ROBOT}, f"Account:gcp/{ROBOT}", "WRITE"),
        ({"role": "OWNER", "groupByEmail": "t@x.example"}, "Group:gcp/t@x.example", "ADMIN"),
        ({"role": "READER", "domain": "x.example"}, "Group:gcp/domain:x.example", "READ"),
        ({"role": "READER", "specialGroup": "allAuthenticatedUsers"}, "Group:gcp/allAuthenticatedUsers", "READ"),
        ({"role": "roles/bigquery.dataEditor", "iamMember": "user:ada@x.example"}, ADA, "WRITE"),
    ],
)
def test_the_access_of_a_dataset_is_read(entry: dict[str, Any], who: str, level: str) -> None:
    dataset = {"datasetReference": {"projectId": "prod", "datasetId": "d"}, "access": [entry]}
    [draft] = drafts(gcp, {G("d"): {"datasets": [dataset]}})
    assert access(draft) == {(who, DATA, level)}


def test_a_condition_is_kept_named_and_ends_only_what_a_time_ends() -> None:
    def binding(expression: str, title: str | None) -> dict[str, Any]:
        condition = {"title": title, "expression": expression}
        return {"role": "roles/storage.objectViewer", "members": ["user:ada@x.example"], "condition": condition}

    told = [
        binding("request.time < timestamp('2026-03-01T00:00:00Z')", "spring"),
        binding("request.time < timestamp('2026-03-01T00:00:00Z') || true", None),
    ]
    [draft] = drafts(gcp, {G("found"): [{"resource": BUCKET, "policy": {"bindings": told}}]})
    [edge] = edges(draft, "CAN_ACCESS")
    # One telling is open, and so is what both say.
    assert edge.until is None
    assert "'spring'" in (edge.evidence or "")
    assert "'untitled'" in (edge.evidence or "")
    [draft] = drafts(gcp, {G("found"): [{"resource": BUCKET, "policy": {"bindings": told[:1]}}]})
    assert edges(draft, "CAN_ACCESS")[0].until == 1_772_323_200_000_000


def test_who_may_act_as_a_service_account_has_its_rights() -> None:
    on_robot = f"//iam.googleapis.com/projects/prod/serviceAccounts/{ROBOT}"
    for place in (on_robot, P):
        rows = [
            found(DATASET, ("roles/bigquery.dataEditor", f"serviceAccount:{ROBOT}")),
            found(place, ("roles/iam.serviceAccountTokenCreator", "group:t@x.example")),
        ]
        assert reached(rows, "Group:gcp/t@x.example") == {DATA: "WRITE"}
        assert reached(rows, f"Account:gcp/{ROBOT}") == {DATA: "WRITE"}
    elsewhere = found(
        "//cloudresourcemanager.googleapis.com/projects/other", ("roles/iam.serviceAccountUser", "group:t@x.example")
    )
    assert reached([rows[0], elsewhere], "Group:gcp/t@x.example") == {}


def test_keys_of_a_disabled_account_open_nothing_and_managed_keys_are_nobodys() -> None:
    account = {"name": f"projects/prod/serviceAccounts/{ROBOT}", "email": ROBOT, "projectId": "prod"}
    key = {"name": f"projects/prod/serviceAccounts/{ROBOT}/keys/0123456789ab", "privateKeyData": "c2VjcmV0"}
    managed = {"name": f"projects/prod/serviceAccounts/{ROBOT}/keys/ba9876543210", "keyType": "SYSTEM_MANAGED"}
    node = f"Credential:gcp/{ROBOT}/0123456789ab"
    for disabled, status in ((True, "revoked"), (False, "active"), (None, "active")):
        files = {G("accounts"): {"accounts": [{**account, "disabled": disabled}]}, G("keys"): {"keys": [key, managed]}}
        [draft] = drafts(gcp, files)
        keys = {one: found for one, found in nodes(draft).items() if one.startswith("Credential:")}
        assert {one: found.props["status"] for one, found in keys.items()} == {node: status}
        assert "c2VjcmV0" not in repr(draft.records)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("//storage.googleapis.com/docs", "buckets/docs"),
        ("//storage.googleapis.com/buckets/docs", "buckets/docs"),
        ("//storage.googleapis.com/projects/_/buckets/docs", "buckets/docs"),
        ("projects/p/datasets/d", "projects/p/datasets/d"),
        ("//cloudresourcemanager.googleapis.com/folders/1", "folders/1"),
        ("//pubsub.googleapis.com/projects/p/topics/t", "projects/p/topics/t"),
        ("nonsense", None),
        ("projects//x", None),
    ],
)
def test_one_resource_has_one_name(name: str, path: str | None) -> None:
    resource = read_resource(name)
    assert (resource.path if resource else None) == path


def test_effective_policies_tell_what_a_resource_lies_in() -> None:
    policy = {"bindings": [{"role": "roles/storage.admin", "members": ["user:ada@x.example"]}]}
    above = {"attached_resource": "//cloudresourcemanager.googleapis.com/folders/1", "policy": policy}
    answer = {
        "policy_results": [{"full_resource_name": P, "policies": [{"attached_resource": P, "policy": {}}, above]}]
    }
    assert reached([], ADA, **{G("effective"): answer}) == {DOCS: "ADMIN"}


def test_effective_policies_asked_for_in_a_project_lie_in_it() -> None:
    bucket = {"full_resource_name": BUCKET, "policies": []}
    rows = {G("effective"): {"project_id": "prod", "policy_results": [bucket]}}
    [draft] = drafts(gcp, {G("found"): [found(P, ("roles/storage.objectViewer", "user:ada@x.example"))], **rows})
    assert reach(loaded([draft]), ADA)[DOCS] == "READ"


def test_a_bare_policy_is_of_the_resource_it_lies_at() -> None:
    policy = {"etag": "x", "bindings": [{"role": "roles/viewer", "members": ["user:ada@x.example"]}]}
    for path in ("projects/prod/policy", "projects/prod", "projects/prod/iam-policy"):
        assert reached([], ADA, **{G(path): policy}) == {DATA: "READ", DOCS: "READ"}
    [draft] = drafts(gcp, {G("policy"): policy})
    assert "nothing says which resource this policy is of" in draft.rejected[0]
    assert drafts(gcp, {G("buckets/docs"): {"etag": "x"}})[0].rejected == []


def test_a_project_is_one_whether_by_number_or_by_id() -> None:
    numbered = [
        {**found(BUCKET), "project": "projects/17"},
        {**found(P, ("roles/viewer", "user:ada@x.example")), "project": "projects/17"},
    ]
    [draft] = drafts(gcp, {G("found"): numbered})
    assert "DataSource:gcp/projects/17" not in nodes(draft)
    assert reach(loaded([draft]), ADA)[DOCS] == "READ"


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"resource": "nonsense", "policy": {"bindings": []}}, "resource"),
        ({"resource": P, "policy": {"bindings": {"role": "x"}}}, "policy.bindings"),
        ({"resource": P, "policy": {"bindings": ["x"]}}, "policy.bindings[0]"),
        ({"resource": P, "policy": {"bindings": [{"members": ["user:a@x.example"]}]}}, "policy.bindings[0].role"),
        ({"resource": P, "policy": {"bindings": [{"role": "r", "members": [7.5]}]}}, "members"),
        ({"resource": P, "policy": {"bindings": [{"role": "r", "members": "user:a"}]}}, "members"),
        ({"resource": P, "policy": {"bindings": [{"role": "r", "members": [], "condition": 1}]}}, "condition"),
        ({"resource": P, "policy": {}, "folders": "folders/1"}, "folders"),
    ],
)
def test_a_bad_entry_is_refused_by_its_field_and_harms_no_other(row: dict[str, Any], field: str) -> None:
    rows = [found(DATASET, ("roles/bigquery.dataViewer", "user:ada@x.example")), row]
    [draft] = drafts(gcp, {G("found"): rows})
    assert len(draft.rejected) == 1
    assert field in draft.rejected[0]
    assert draft.complete == ()
    assert (ADA, DATA, "READ") in access(draft)
    with pytest.raises(RecordError):
        drafts(gcp, {G("found"): rows}, lenient=False)


def test_only_whole_answers_prove_anything() -> None:
    [draft] = drafts(gcp, {G("found"): {"results": RESOURCES}})
    assert draft.header.complete == ("CAN_ACCESS",)
    [draft] = drafts(gcp, {G("found"): {"results": RESOURCES, "nextPageToken": "t"}})
    assert draft.header.complete == ()
    assert any("not all pages" in reason.detail for reason in draft.reasons)
    pages = {G("found.1"): {"results": RESOURCES[:1], "nextPageToken": "t"}, G("found.2"): {"results": RESOURCES[1:]}}
    [draft] = drafts(gcp, pages)
    assert draft.header.complete == ("CAN_ACCESS",)
    del pages[G("found.1")]
    [draft] = drafts(gcp, pages)
    assert draft.header.complete == ()


def test_what_a_complete_answer_no_longer_lists_is_retired_and_only_by_a_complete_one() -> None:
    def answer(names: list[str], **more: Any) -> dict[str, Any]:
        rows = [found(P, *(("roles/viewer", f"user:{one}@x.example") for one in names))]
        return {G("found"): {"results": rows, **more}, G("accounts"): {"accounts": [ACCOUNT]}}

    store = MemoryStore()
    load(store, drafts(gcp, answer(["ada", "bo"])))
    [outcome] = load(store, drafts(gcp, answer(["ada"], nextPageToken="t"), observed_at=NOW + 1))
    assert outcome.retired == {}
    [outcome] = load(store, drafts(gcp, answer(["ada"]), observed_at=NOW + 2))
    assert outcome.retired == {"Account": 1, "CAN_ACCESS": 1}


ACCOUNT = {"name": f"projects/prod/serviceAccounts/{ROBOT}", "email": ROBOT, "projectId": "prod"}


def test_no_other_connector_takes_its_files() -> None:
    fixtures = Path(__file__).parents[1] / "fixtures"
    documents, skipped = open_documents([fixtures / "gcp" / "golden"])
    assert (set(assign_connectors(documents)), skipped) == ({"gcp"}, [])
    for other in ("google", "okta", "entra", "jumpcloud", "openai", "snowflake", "scim"):
        assert not any(map(gcp.recognize, open_documents([fixtures / other])[0])), other


# --- the law: a member reaches exactly what the roles on a resource and on all that it lies in give


CONTAINERS = ["organizations/1", "folders/1", "folders/2", "projects/p1", "projects/p2"]
LEAVES = {"buckets/b1": "storage", "projects/p1/datasets/d": "bigquery", "projects/p2/datasets/d": "bigquery"}
ABOVE = {
    "folders/1": ["organizations/1"],
    "folders/2": ["folders/1", "organizations/1"],
    "projects/p1": ["folders/1", "organizations/1"],
    "projects/p2": ["folders/2", "folders/1", "organizations/1"],
    "buckets/b1": ["projects/p2", "folders/2", "folders/1", "organizations/1"],
    "projects/p1/datasets/d": ["projects/p1", "folders/1", "organizations/1"],
    "projects/p2/datasets/d": ["projects/p2", "folders/2", "folders/1", "organizations/1"],
}
GIVES = {  # role: service, level
    "roles/owner": ("", 4),
    "roles/viewer": ("", 2),
    "roles/storage.objectCreator": ("storage", 3),
    "roles/storage.objectViewer": ("storage", 2),
    "roles/bigquery.dataOwner": ("bigquery", 4),
    "roles/bigquery.metadataViewer": ("bigquery", 1),
    "roles/iam.serviceAccountTokenCreator": ("iam", 0),
}
ROBOTS = {"r1@p1.iam.gserviceaccount.com": "projects/p1", "r2@p2.iam.gserviceaccount.com": "projects/p2"}
MEMBERS = [
    "user:ada@x.example",
    "user:bo@y.example",
    "domain:x.example",
    "allUsers",
    *(f"serviceAccount:{one}" for one in ROBOTS),
]
NAMES = {"buckets/b1": "//storage.googleapis.com/b1"} | {
    path: f"//bigquery.googleapis.com/{path}" for path in LEAVES if "datasets" in path
}

bindings = st.sets(
    st.tuples(st.sampled_from([*CONTAINERS, *LEAVES]), st.sampled_from(sorted(GIVES)), st.sampled_from(MEMBERS)),
    max_size=8,
)


def brute_force(told: set[tuple[str, str, str]], who: str) -> dict[str, int]:
    """All that a member is: itself, its domain, everybody, and every service account that any of these may act as."""
    me = {who, "allUsers"} | ({"domain:x.example"} if who.endswith("@x.example") else set())
    while True:
        acts = {(place) for place, role, member in told if member in me and GIVES[role][0] == "iam"}
        more = me | {
            f"serviceAccount:{robot}" for robot, project in ROBOTS.items() if {project, *ABOVE[project]} & acts
        }
        if more == me:
            break
        me = more
    reached: dict[str, int] = {}
    for leaf, service in LEAVES.items():
        for place, role, member in told:
            wanted, level = GIVES[role]
            if member in me and place in {leaf, *ABOVE[leaf]} and wanted in ("", service):
                reached[leaf] = max(reached.get(leaf, 0), level)
    return reached


@settings(deadline=None, max_examples=60)
@given(bindings)
def test_reach_is_exactly_what_the_policies_on_the_way_give(told: set[tuple[str, str, str]]) -> None:
    rows = []
    for place in [*CONTAINERS, *LEAVES]:
        above = ABOVE.get(place, [])
        rows.append(
            {
                "resource": NAMES.get(place, f"//cloudresourcemanager.googleapis.com/{place}"),
                "organization": "organizations/1",
                "folders": [one for one in above if one.startswith("folders/")],
                "project": next((one for one in above if one.startswith("projects/")), None),
                "policy": {
                    "bindings": [{"role": role, "members": [one]} for at, role, one in sorted(told) if at == place]
                },
            }
        )
    snapshot = loaded(
        drafts(
            gcp,
            {
                G("found"): rows,
                G("accounts"): {
                    "accounts": [
                        {"name": f"{project}/serviceAccounts/{robot}", "email": robot}
                        for robot, project in ROBOTS.items()
                    ]
                },
            },
        )
    )
    for who in ("user:ada@x.example", "user:bo@y.example", *(f"serviceAccount:{one}" for one in ROBOTS)):
        node = f"Account:gcp/{who.partition(':')[2]}"
        if node not in set(snapshot.ids):
            continue
        found = {one.removeprefix("DataSource:gcp/"): Permission[level] for one, level in reach(snapshot, node).items()}
        assert {one: level for one, level in found.items() if one in LEAVES} == brute_force(told, who)


def test_a_right_to_act_as_accounts_that_nobody_names_is_told() -> None:
    acting = found(P, ("roles/iam.serviceAccountKeyAdmin", "user:cy@x.example"))
    [draft] = drafts(gcp, {G("found"): [acting]})
    [reason] = [reason.detail for reason in draft.reasons if reason.code == "ACTS_AS_UNKNOWN"]
    assert "roles/iam.serviceAccountKeyAdmin on projects/prod lets 1 member act as its service accounts" in reason
    robot = "serviceAccount:etl@prod.iam.gserviceaccount.com"
    named = found(P, ("roles/iam.serviceAccountKeyAdmin", "user:cy@x.example"), ("roles/viewer", robot))
    [draft] = drafts(gcp, {G("found"): [named]})
    assert "ACTS_AS_UNKNOWN" not in {reason.code for reason in draft.reasons}
