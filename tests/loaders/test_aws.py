"""What IAM and S3 answers give: which buckets, through which policies, groups, roles and keys."""

from __future__ import annotations

import fnmatch
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import RecordError
from graph.ontology import Permission
from graph.stores.memory import MemoryStore
from loaders.connectors import aws
from loaders.connectors.aws.evaluate import ACTIONS
from loaders.connectors.aws.wildcards import covers, overlaps
from loaders.saved.files import assign_connectors, open_documents
from tests.loaders.source_files import NOW, access, drafts, edges, load, loaded, nodes, reach

A = "aws/111122223333/{}.json".format
IAM = "arn:aws:iam::111122223333:"
USER, ROLE = f"Account:aws/{IAM}user/ada", f"Group:aws/{IAM}role/job"
WHOLE = "DataSource:aws/111122223333"


def s3(path: str) -> str:
    return f"arn:aws:s3:::{path}"


def node(path: str) -> str:
    return f"DataSource:aws/{s3(path)}"


def allow(actions: Any, resources: Any, **more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": actions, "Resource": resources, **more}


def deny(actions: Any, resources: Any, **more: Any) -> dict[str, Any]:
    return {**allow(actions, resources, **more), "Effect": "Deny"}


def user(*statements: Any, **more: Any) -> dict[str, Any]:
    policies = [{"PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17", "Statement": list(statements)}}]
    return {"UserName": "ada", "Arn": f"{IAM}user/ada", "UserId": "AIDA", "UserPolicyList": policies, **more}


def role(*trusted: Any, name: str = "job", **more: Any) -> dict[str, Any]:
    told = {"Version": "2012-10-17", "Statement": list(trusted)}
    return {"RoleName": name, "Arn": f"{IAM}role/{name}", "AssumeRolePolicyDocument": told, **more}


def details(*users: Any, roles: Any = (), groups: Any = (), policies: Any = (), **more: Any) -> dict[str, Any]:
    told = {"UserDetailList": list(users), "RoleDetailList": list(roles), "GroupDetailList": list(groups)}
    return {A("details"): {**told, "Policies": list(policies), "IsTruncated": False, **more}}


BUCKETS = {A("buckets"): {"Buckets": [{"Name": "alpha"}, {"Name": "beta"}], "Owner": {"ID": "o"}}}


def given_to(*statements: Any) -> set[tuple[str, str]]:
    """What statements of a user's own policy give, as (target, permission)."""
    [draft] = drafts(aws, details(user(*statements)))
    return {(target, level) for source, target, level in access(draft) if source == USER}


@pytest.mark.parametrize(
    ("action", "resource", "target", "level"),
    [
        ("s3:ListBucket", s3("alpha"), node("alpha"), "DISCOVER"),
        ("s3:GetBucketLocation", s3("alpha"), node("alpha"), "DISCOVER"),
        ("s3:GetObject", s3("alpha/*"), node("alpha"), "READ"),
        ("S3:getobject", s3("alpha/*"), node("alpha"), "READ"),
        ("s3:PutObject", s3("alpha/*"), node("alpha"), "WRITE"),
        ("s3:PutObjectTagging", s3("alpha/*"), node("alpha"), "WRITE"),
        ("s3:PutBucketPolicy", s3("alpha"), node("alpha"), "ADMIN"),
        ("s3:*", s3("alpha"), node("alpha"), "ADMIN"),
        ("s3:Get*", s3("alpha/in/*"), node("alpha/in/*"), "READ"),
        ("s3:GetObject", s3("alpha/one.csv"), node("alpha/one.csv"), "READ"),
        ("s3:GetObject", s3("al*/*"), f"{WHOLE}/{s3('al*/*')}", "READ"),
        ("s3:GetObject", "*", WHOLE, "READ"),
        ("s3:GetObject", s3("*"), WHOLE, "READ"),
        ("s3:GetObject", s3("*/*"), WHOLE, "READ"),
        ("s3:GetObject", "arn:aws:s3:*", WHOLE, "READ"),
        ("s3:GetObject", "arn:*:s3:::alpha/*", node("alpha"), "READ"),
        ("*", "*", WHOLE, "ADMIN"),
        ("s3:GetObjectVortex", s3("alpha/*"), node("alpha"), "WRITE"),
    ],
)
def test_an_action_has_its_level_and_a_resource_its_node(action: str, resource: str, target: str, level: str) -> None:
    assert given_to(allow(action, resource)) == {(target, level)}


@pytest.mark.parametrize(
    ("action", "resource"),
    [
        ("s3:GetObject", s3("alpha")),  # objects are below the bucket
        ("s3:ListBucket", s3("alpha/*")),  # the bucket is not one of its objects
        ("s3:GetObject", "arn:aws:dynamodb:eu-west-1:111122223333:table/t"),
        ("s3:GetObject", "arn:aws-cn:s3:::alpha/*"),  # another partition's
        ("ec2:*", "*"),
    ],
)
def test_what_reaches_no_bucket_gives_nothing(action: str, resource: str) -> None:
    assert given_to(allow(action, resource)) == set()


GETS = allow(["s3:GetObject"], [s3("alpha/*")])


@pytest.mark.parametrize(
    ("refusal", "is_refused"),
    [
        (deny("s3:GetObject", s3("alpha/*")), True),
        (deny("s3:*", "*"), True),
        (deny("*", [s3("alpha"), s3("alpha/*")]), True),
        (deny("s3:Get*", s3("al*")), True),
        ({"Effect": "Deny", "NotAction": "s3:PutObject", "Resource": "*"}, True),
        ({"Effect": "Deny", "Action": "s3:*", "NotResource": s3("beta/*")}, True),
        (deny("s3:PutObject", s3("alpha/*")), False),
        (deny("s3:GetObject", s3("alpha/secret/*")), False),
        (deny("s3:GetObject", s3("alpha/?")), False),
        (deny("s3:*", "*", Condition={"Bool": {"aws:SecureTransport": "false"}}), False),
        (deny("s3:*", s3("alpha/${aws:username}/*")), False),
        ({"Effect": "Deny", "Action": "s3:*", "NotResource": s3("alpha/open/*")}, False),
        (deny("s3:*", "arn:aws:iam:*"), False),
        (deny("s3:*", "arn:aws-cn:s3:::alpha/*"), False),
    ],
)
def test_a_deny_wins_where_it_plainly_covers_and_only_there(refusal: dict[str, Any], is_refused: bool) -> None:
    assert given_to(GETS, refusal) == (set() if is_refused else {(node("alpha"), "READ")})


@pytest.mark.parametrize(
    ("statement", "flag"),
    [
        ({"Effect": "Allow", "NotAction": "iam:*", "Resource": s3("alpha/*")}, "NotAction"),
        ({"Effect": "Allow", "Action": "s3:GetObject", "NotResource": s3("alpha/*")}, "NotResource"),
        (allow("s3:GetObject", s3("alpha/*"), Condition={"IpAddress": {}}), "under a condition"),
        (allow("s3:GetObject", s3("alpha/${aws:username}/*")), "policy variable"),
        (allow("s3:GetObjectVortex", s3("alpha/*")), "unmapped action"),
    ],
)
def test_whatever_is_taken_wider_is_flagged(statement: dict[str, Any], flag: str) -> None:
    [draft] = drafts(aws, details(user(statement)))
    assert [flag in (edge.evidence or "") for edge in edges(draft, "CAN_ACCESS")] == [True]
    assert "condition" not in (edges(drafts(aws, details(user(GETS)))[0], "CAN_ACCESS")[0].evidence or "")


def test_a_deny_that_is_not_applied_is_flagged() -> None:
    for refusal, is_flagged in ((deny("s3:GetObject", s3("alpha/in/*")), True), (deny("s3:*", s3("beta/*")), False)):
        [draft] = drafts(aws, details(user(GETS, refusal)))
        [edge] = edges(draft, "CAN_ACCESS")
        assert ("a Deny that covers a part of it" in (edge.evidence or "")) == is_flagged


@pytest.mark.parametrize("form", [lambda one: one, json.dumps, lambda one: quote(json.dumps(one))])
@pytest.mark.parametrize("is_list", [True, False])
def test_a_document_may_be_an_object_or_text_and_hold_one_statement_or_many(form: Any, is_list: bool) -> None:
    document = form({"Version": "2012-10-17", "Statement": [GETS] if is_list else GETS})
    policies = [{"PolicyName": "p", "PolicyDocument": document}]
    [draft] = drafts(aws, details(user(UserPolicyList=policies)))
    assert access(draft) == {(USER, node("alpha"), "READ")}


def test_managed_policies_count_by_their_default_version_and_those_nobody_tells_are_named() -> None:
    def version(default: bool, *statements: Any) -> dict[str, Any]:
        return {"IsDefaultVersion": default, "Document": {"Statement": list(statements)}}

    policy = {
        "PolicyName": "m",
        "Arn": f"{IAM}policy/m",
        "PolicyVersionList": [version(False, allow("*", "*")), version(True, GETS)],
    }
    attached = [{"PolicyArn": f"{IAM}policy/m"}, {"PolicyArn": "arn:aws:iam::aws:policy/Odd"}]
    [draft] = drafts(aws, details(user(AttachedManagedPolicies=attached), policies=[policy]))
    assert access(draft) == {(USER, node("alpha"), "READ")}
    assert any(reason.code == "MISSING_POLICIES" and "policy/Odd" in reason.detail for reason in draft.reasons)
    known = [{"PolicyArn": f"arn:aws:iam::aws:policy/{name}"} for name in ("AmazonS3ReadOnlyAccess",)]
    [draft] = drafts(aws, details(user(AttachedManagedPolicies=known)))
    assert access(draft) == {(USER, WHOLE, "READ")}


def test_groups_give_what_they_hold_and_their_deny_counts_for_their_users() -> None:
    def group(*statements: Any) -> dict[str, Any]:
        return {
            "GroupName": "g",
            "Arn": f"{IAM}group/g",
            "GroupPolicyList": [{"PolicyName": "p", "PolicyDocument": {"Statement": list(statements)}}],
        }

    snapshot = loaded(drafts(aws, details(user(GroupList=["g"]), groups=[group(GETS)])))
    assert reach(snapshot, USER) == {node("alpha"): "READ"}
    [draft] = drafts(aws, details(user(GETS, GroupList=["g"]), groups=[group(deny("s3:*", "*"))]))
    assert access(draft) == set()


TRUSTS = {"Effect": "Allow", "Action": "sts:AssumeRole"}


@pytest.mark.parametrize(
    ("principal", "member", "named"),
    [
        ({"AWS": f"{IAM}user/ada"}, USER, True),
        ({"AWS": [f"{IAM}user/ada"]}, USER, True),
        ({"AWS": f"{IAM}role/other"}, f"Group:aws/{IAM}role/other", True),
        ({"AWS": "arn:aws:sts::111122223333:assumed-role/other/session"}, f"Group:aws/{IAM}role/other", True),
        ({"AWS": "444455556666"}, "Group:aws/arn:aws:iam::444455556666:root", True),
        ({"AWS": "arn:aws:iam::444455556666:root"}, "Group:aws/arn:aws:iam::444455556666:root", True),
        ({"Service": "ec2.amazonaws.com"}, "Group:aws/service/ec2.amazonaws.com", True),
        ({"Federated": f"{IAM}saml-provider/idp"}, f"Group:aws/federated/{IAM}saml-provider/idp", True),
        ("*", "Group:aws/*", True),
        ({"AWS": f"{IAM}user/bo"}, USER, False),
    ],
)
def test_who_is_trusted_may_become_the_role(principal: Any, member: str, named: bool) -> None:
    [draft] = drafts(aws, details(user(), roles=[role({**TRUSTS, "Principal": principal})]))
    assert ((member, ROLE) in {(edge.source, edge.target) for edge in edges(draft, "MEMBER_OF")}) == named


def test_an_account_that_is_trusted_means_those_whose_policies_let_them() -> None:
    trusting = role({**TRUSTS, "Principal": {"AWS": f"{IAM}root"}})
    for statement, may in (
        (allow("sts:AssumeRole", f"{IAM}role/job"), True),
        (allow("sts:*", "*"), True),
        (allow("sts:AssumeRole", f"{IAM}role/j*"), True),
        (allow("sts:AssumeRole", f"{IAM}role/other"), False),
        (allow("s3:*", "*"), False),
    ):
        [draft] = drafts(aws, details(user(statement), roles=[trusting]))
        pairs = {(edge.source, edge.target) for edge in edges(draft, "MEMBER_OF")}
        assert ((USER, ROLE) in pairs) == may, statement
    refused = user(allow("sts:*", "*"), deny("sts:AssumeRole", f"{IAM}role/job"))
    assert (USER, ROLE) not in {
        (one.source, one.target) for one in edges(drafts(aws, details(refused, roles=[trusting]))[0], "MEMBER_OF")
    }


def test_a_deny_in_a_trust_policy_takes_only_what_it_covers() -> None:
    statements = [{**TRUSTS, "Principal": "*"}, {**TRUSTS, "Effect": "Deny", "Principal": {"AWS": "444455556666"}}]
    [draft] = drafts(aws, details(roles=[role(*statements)]))
    assert ("Group:aws/*", ROLE) in {(edge.source, edge.target) for edge in edges(draft, "MEMBER_OF")}
    saml = [
        {**TRUSTS, "Action": ["sts:AssumeRole"], "Principal": "*"},
        {**TRUSTS, "Action": "sts:AssumeRoleWithSAML", "Effect": "Deny", "Principal": "*"},
    ]
    [draft] = drafts(aws, details(roles=[role(*saml)]))
    assert ("Group:aws/*", ROLE) in {(edge.source, edge.target) for edge in edges(draft, "MEMBER_OF")}
    [draft] = drafts(
        aws, details(roles=[role({**TRUSTS, "Principal": "*"}, {**TRUSTS, "Effect": "Deny", "Principal": "*"})])
    )
    assert ("Group:aws/*", ROLE) not in {(edge.source, edge.target) for edge in edges(draft, "MEMBER_OF")}


@pytest.mark.parametrize(
    ("statement", "rules"),
    [
        (allow("iam:*", "*"), True),
        (allow("iam:CreateAccessKey", f"{IAM}user/*"), True),
        (allow("iam:PutUserPolicy", f"{IAM}user/ada"), True),
        (allow("iam:CreateAccessKey", f"{IAM}user/ada"), False),
        (allow("iam:CreateAccessKey", f"{IAM}user/${{aws:username}}"), False),
        (allow("iam:Get*", "*"), False),
        (allow("iam:PutUserPolicy", f"{IAM}user/bo"), False),
    ],
)
def test_who_may_rewrite_policies_administers_the_account(statement: dict[str, Any], rules: bool) -> None:
    assert given_to(statement) == ({(WHOLE, "ADMIN")} if rules else set())
    assert given_to(statement, deny("iam:*", "*")) == set()


def bucket_policy(*statements: Any) -> dict[str, Any]:
    return {A("buckets/alpha/policy"): {"Policy": json.dumps({"Version": "2012-10-17", "Statement": list(statements)})}}


def test_a_buckets_policy_gives_to_whom_it_names_on_that_bucket_alone() -> None:
    told = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Principal": {"AWS": "444455556666"}}
    [draft] = drafts(aws, {**BUCKETS, **bucket_policy(told)})
    assert access(draft) == {("Group:aws/arn:aws:iam::444455556666:root", node("alpha"), "READ")}
    everybody = {**told, "Principal": "*", "Resource": s3("alpha/open/*")}
    snapshot = loaded(drafts(aws, {**BUCKETS, **bucket_policy(everybody), **details(user())}))
    assert reach(snapshot, USER) == {node("alpha/open/*"): "READ"}


def test_a_buckets_deny_counts_for_whom_it_names_on_that_bucket_alone() -> None:
    refusal = {"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Principal": {"AWS": f"{IAM}user/ada"}}
    both = allow("s3:GetObject", [s3("alpha/*"), s3("beta/*")])
    [draft] = drafts(aws, {**bucket_policy(refusal), **details(user(both))})
    assert access(draft) == {(USER, node("beta"), "READ")}
    other = {**refusal, "Principal": {"AWS": f"{IAM}user/bo"}}
    [draft] = drafts(aws, {**bucket_policy(other), **details(user(both))})
    assert len(access(draft)) == 2
    partly = {"Effect": "Deny", "Action": "s3:*", "NotResource": s3("alpha/open/*"), "Principal": "*"}
    [draft] = drafts(aws, {**bucket_policy(partly), **details(user(both))})
    assert len(access(draft)) == 2


@pytest.mark.parametrize(
    ("word", "level"),
    [("FULL_CONTROL", "ADMIN"), ("WRITE", "WRITE"), ("WRITE_ACP", "ADMIN"), ("READ", "READ"), ("READ_ACP", "DISCOVER")],
)
def test_an_acl_gives_to_everybody_and_to_strangers_what_it_says(word: str, level: str) -> None:
    groups = "http://acs.amazonaws.com/groups/global/"
    grantees = [
        ({"Type": "Group", "URI": f"{groups}AllUsers"}, "Group:aws/*"),
        ({"Type": "Group", "URI": f"{groups}AuthenticatedUsers"}, "Group:aws/AuthenticatedUsers"),
        ({"Type": "CanonicalUser", "ID": "abc"}, "Group:aws/canonical/abc"),
        ({"Type": "AmazonCustomerByEmail", "EmailAddress": "X@y.example"}, "Account:aws/email/x@y.example"),
        ({"Type": "CanonicalUser", "ID": "o"}, None),
    ]
    for grantee, source in grantees:
        answer = {"Owner": {"ID": "o"}, "Grants": [{"Grantee": grantee, "Permission": word}]}
        [draft] = drafts(aws, {A("buckets/alpha/acl"): answer})
        assert access(draft) == ({(source, node("alpha"), level)} if source else set())


def test_keys_run_as_their_user_and_no_secret_is_kept() -> None:
    rows = [
        {"UserName": "ada", "AccessKeyId": "AKIAEXAMPLEEXAMPLE01", "Status": "Active", "SecretAccessKey": "hush-hush"},
        {
            "UserName": "ada",
            "AccessKeyId": "AKIAEXAMPLEEXAMPLE02",
            "Status": "Inactive",
            "LastUsedDate": "2026-01-01T00:00:00Z",
        },
        {"UserName": "ada", "AccessKeyId": "AKIAEXAMPLEEXAMPLE03", "Status": "Sleepy"},
    ]
    found = drafts(aws, {A("keys"): {"AccessKeyMetadata": rows}, **details(user(GETS))})
    status = {one: told.props["status"] for one, told in nodes(found[0]).items() if one.startswith("Credential:")}
    assert sorted(status.values()) == ["active", "revoked", "unknown"]
    assert "hush-hush" not in repr(found[0].records)
    snapshot = loaded(found)
    assert reach(snapshot, "Credential:aws/AKIAEXAMPLEEXAMPLE01") == {node("alpha"): "READ"}
    assert reach(snapshot, "Credential:aws/AKIAEXAMPLEEXAMPLE02") == {}


@pytest.mark.parametrize(
    ("one", "field"),
    [
        ({"UserName": "bo"}, "Arn"),
        ({"UserName": "bo", "Arn": "bo"}, "Arn"),
        ({"UserName": ["bo"], "Arn": f"{IAM}user/bo"}, "UserName"),
        (user({"Effect": "Perhaps", "Action": "s3:*", "Resource": "*"}), "Effect"),
        (user({"Effect": "Allow", "Resource": "*"}), "Action"),
        (user(allow(["s3:*", 7], "*")), "Action"),
        (user(allow("s3:*", {"a": 1})), "Resource"),
        (user(allow("s3:*", "*", Condition="often")), "Condition"),
        (user("Allow"), "Statement[0]"),
        ({**user(), "UserPolicyList": [{"PolicyName": "p", "PolicyDocument": "%7Bnot json"}]}, "PolicyDocument"),
        ({**user(), "CreateDate": "once"}, "CreateDate"),
    ],
)
def test_a_bad_entry_is_refused_by_its_field_and_harms_no_other(one: dict[str, Any], field: str) -> None:
    good = {**user(GETS), "UserName": "cy", "Arn": f"{IAM}user/cy"}
    [draft] = drafts(aws, details(good, one))
    assert len(draft.rejected) == 1
    assert field in draft.rejected[0]
    assert draft.complete == ()
    assert (f"Account:aws/{IAM}user/cy", node("alpha"), "READ") in access(draft)
    with pytest.raises(RecordError):
        drafts(aws, details(good, one), lenient=False)


def test_only_whole_answers_prove_anything() -> None:
    assert drafts(aws, details(user()))[0].header.complete == ("Account", "Group", "MEMBER_OF")
    [cut] = drafts(aws, details(user(), IsTruncated=True, Marker="m"))
    assert (cut.header.complete, any("last page" in one.detail for one in cut.reasons)) == ((), True)
    first = {A("details.1"): {"UserDetailList": [user()], "IsTruncated": True, "Marker": "m"}}
    assert "Account" in drafts(aws, {**first, **details(roles=[role()])})[0].header.complete
    whole = {**details(user()), **BUCKETS, **bucket_policy(), A("buckets/alpha/acl"): NO_GRANTS}
    assert "CAN_ACCESS" not in drafts(aws, whole)[0].header.complete
    whole |= {A("buckets/beta/policy"): {}}
    assert "CAN_ACCESS" not in drafts(aws, whole)[0].header.complete
    whole |= {A("buckets/beta/acl"): NO_GRANTS}
    assert "CAN_ACCESS" in drafts(aws, whole)[0].header.complete


NO_GRANTS: dict[str, Any] = {"Owner": {"ID": "o"}, "Grants": []}


def test_what_a_complete_answer_no_longer_lists_is_retired_and_only_by_a_complete_one() -> None:
    def answer(*names: str, **more: Any) -> dict[str, Any]:
        return details(*({"UserName": one, "Arn": f"{IAM}user/{one}", "GroupList": ["g"]} for one in names), **more)

    store = MemoryStore()
    load(store, drafts(aws, answer("ada", "bo")))
    [outcome] = load(store, drafts(aws, answer("ada", IsTruncated=True, Marker="m"), observed_at=NOW + 1))
    assert outcome.retired == {}
    [outcome] = load(store, drafts(aws, answer("ada"), observed_at=NOW + 2))
    assert outcome.retired == {"Account": 1, "MEMBER_OF": 2}


def test_no_other_connector_takes_its_files() -> None:
    fixtures = Path(__file__).parents[1] / "fixtures"
    documents, skipped = open_documents([fixtures / "aws" / "golden"])
    assert (set(assign_connectors(documents)), skipped) == ({"aws"}, [])
    for other in ("google", "okta", "entra", "jumpcloud", "openai", "gcp", "snowflake", "scim"):
        assert not any(map(aws.recognize, open_documents([fixtures / other])[0])), other


# --- wildcards


texts = st.text("ab*?", max_size=6)
plain = [""] + [a + b + c for a in ["", "a", "b"] for b in ["", "a", "b"] for c in ["a", "b"]]


def matched(pattern: str) -> set[str]:
    found = re.compile("".join(".*" if char == "*" else "." if char == "?" else char for char in pattern))
    return {text for text in plain if found.fullmatch(text)}


@given(texts, texts)
def test_what_a_pattern_covers_it_matches_and_what_both_match_overlaps(one: str, other: str) -> None:
    if covers(one, other):
        assert matched(other) <= matched(one)
    if matched(one) & matched(other):
        assert overlaps(one, other)
    if "*" not in other and "?" not in other:
        assert overlaps(one, other) == covers(one, other) == (other in matched(one) or fnmatch.fnmatchcase(other, one))


# --- the law: whatever IAM would allow, the snapshot reaches, and what nothing widened it reaches no more


BUCKET_NAMES, KEYS = ["alpha", "alphabet", "beta"], ["a", "in/a", "in/b", "out/a"]
PLACES = [*BUCKET_NAMES, *(f"{bucket}/{one}" for bucket in BUCKET_NAMES for one in KEYS)]
ASKED = ["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:PutObjectAcl", "s3:DeleteBucket", "s3:PutBucketPolicy"]

patterns = st.sampled_from(
    [
        "*",
        s3("*"),
        s3("alpha"),
        s3("alpha/*"),
        s3("alpha*"),
        s3("alpha/in/*"),
        s3("alpha/in/a"),
        s3("beta/*"),
        s3("*/in/*"),
        s3("b?ta/*"),
    ]
)
actions = st.sampled_from(["*", "s3:*", "s3:Get*", "s3:Put*", "s3:*Object", *ASKED])
statements = st.fixed_dictionaries(
    {
        "Effect": st.sampled_from(["Allow", "Allow", "Deny"]),
        "Sid": st.just("S"),
    }
).flatmap(
    lambda base: st.tuples(
        st.just(base),
        st.sampled_from(["Action", "Action", "NotAction"]),
        st.lists(actions, min_size=1, max_size=2),
        st.sampled_from(["Resource", "Resource", "NotResource"]),
        st.lists(patterns, min_size=1, max_size=2),
        st.sampled_from([None, None, {"Bool": {"x": "y"}}]),
    )
)


def written(told: tuple[Any, ...]) -> dict[str, Any]:
    base, action, names, resource, paths, condition = told
    return {**base, action: names, resource: paths, **({"Condition": condition} if condition else {})}


def speaks(statement: dict[str, Any], action: str, place: str) -> bool:
    def any_of(name: str, text: str) -> bool:
        return any(fnmatch.fnmatchcase(text.lower(), pattern.lower()) for pattern in statement[name])

    on_action = any_of("Action", action) if "Action" in statement else not any_of("NotAction", action)
    on_place = any_of("Resource", s3(place)) if "Resource" in statement else not any_of("NotResource", s3(place))
    return on_action and on_place


def iam(told: list[dict[str, Any]], action: str, place: str) -> bool:
    """An action on a bucket or an object, by the letter; a condition may hold of an Allow, and not of a Deny."""
    if (ACTIONS[action][0] == "object") != ("/" in place):
        return False
    found = [one for one in told if speaks(one, action, place)]
    denied = any(one["Effect"] == "Deny" and "Condition" not in one for one in found)
    return not denied and any(one["Effect"] == "Allow" for one in found)


def level_at(reached: dict[str, str], place: str) -> int:
    """The most that is reached of a place: at its bucket, or at a part of the bucket that it is in."""
    found = 0
    for one, level in reached.items():
        path = one.partition(":::")[2]
        if one.startswith(f"DataSource:aws/{s3('')}") and (
            path == place.partition("/")[0] or fnmatch.fnmatchcase(place, path)
        ):
            found = max(found, Permission[level])
    return found


@settings(deadline=None, max_examples=120)
@given(st.lists(statements.map(written), min_size=1, max_size=4), st.lists(statements.map(written), max_size=2))
def test_no_access_that_iam_would_allow_is_missed(mine: list[dict[str, Any]], groups: list[dict[str, Any]]) -> None:
    group = {
        "GroupName": "g",
        "Arn": f"{IAM}group/g",
        "GroupPolicyList": [{"PolicyName": "p", "PolicyDocument": {"Statement": groups}}],
    }
    buckets = {A("buckets"): {"Buckets": [{"Name": name} for name in BUCKET_NAMES]}}
    found = drafts(aws, {**details(user(*mine, GroupList=["g"]), groups=[group]), **buckets})
    reached = reach(loaded(found), USER)
    for place in PLACES:
        for action in ASKED:
            if iam([*mine, *groups], action, place):
                assert level_at(reached, place) >= ACTIONS[action][1], (action, place)


@settings(deadline=None, max_examples=120)
@given(st.lists(statements.map(written), min_size=1, max_size=4))
def test_what_is_not_flagged_iam_would_allow(mine: list[dict[str, Any]]) -> None:
    [draft] = drafts(aws, details(user(*mine)))
    for edge in edges(draft, "CAN_ACCESS"):
        told = edge.evidence or ""
        if edge.source != USER or any(
            flag in told for flag in ("taken as", "condition", "not applied", "gives the rest")
        ):
            continue
        path = edge.target.partition(":::")[2] if ":::" in edge.target else "*"
        inside = [one for one in PLACES if one.partition("/")[0] == path or fnmatch.fnmatchcase(one, path)]
        levels = [ACTIONS[action][1] for one in inside for action in ACTIONS if iam(mine, action, one)]
        assert max(levels, default=0) >= (edge.permission or 0), (edge, mine)
