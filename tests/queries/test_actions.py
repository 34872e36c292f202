"""Actions: what a step says in the words of its system, and commands that no name can break out of."""

from __future__ import annotations

import shlex

import pytest

from graph.claims import Decision, Edge, Node
from graph.snapshot import Snapshot
from queries.actions import Actions
from queries.commands import RENEW, SystemNode, command
from tests.oracles.world import Run, World, frozen, only

T = 50 * 86_400_000_000


def acts(*edges: Edge) -> tuple[Snapshot, Actions]:
    snapshot = frozen(only(*edges))
    return snapshot, Actions(snapshot, T)


def ended(edge: Edge) -> tuple[str, str, str | None]:
    snapshot, actions = acts(edge)
    action = actions.end(snapshot.index_of(edge.source), edge.kind, snapshot.index_of(edge.target))
    return action.system, action.text, action.command


@pytest.mark.parametrize(
    ("source", "kind", "target", "evidence", "system", "text", "line"),
    [
        (
            "Account:github/ada", "MEMBER_OF", "Group:github/acme/data", None, "github",
            "remove the account ada from the team acme/data",
            "gh api -X DELETE orgs/acme/teams/data/memberships/ada",
        ),
        (
            "Group:github/acme/data", "CAN_ACCESS", "DataSource:github/acme/web", None, "github",
            "remove the team acme/data from the repository acme/web",
            "gh api -X DELETE orgs/acme/teams/data/repos/acme/web",
        ),
        (
            "Account:aws/arn:aws:iam::1:user/staff/ada", "MEMBER_OF", "Group:aws/arn:aws:iam::1:group/ops", None, "aws",
            "remove the IAM user or role arn:aws:iam::1:user/staff/ada from the IAM group arn:aws:iam::1:group/ops",
            "aws iam remove-user-from-group --group-name ops --user-name ada",
        ),
        (
            "Account:postgres/prod/ada", "CAN_ACCESS", "DataSource:postgres/prod/db/s.t", "SELECT", "postgres",
            "revoke all rights of the role prod/ada on prod/db/s.t", 'REVOKE ALL ON TABLE "s"."t" FROM "ada";',
        ),
        (
            "Account:postgres/prod/ada", "CAN_ACCESS", "DataSource:postgres/prod/db", "superuser", "postgres",
            "take the rights of a superuser from the role prod/ada, which reach prod/db", 'ALTER ROLE "ada" NOSUPERUSER;',
        ),
        (
            "Account:postgres/prod/ada", "CAN_ACCESS", "DataSource:postgres/prod/db/s.t", "owner", "postgres",
            "give prod/db/s.t another owner than the role prod/ada", None,
        ),
        (
            "Identity:okta/00u1", "MEMBER_OF", "Group:okta/00g1", None, "okta",
            "remove 00u1 from the group 00g1", "DELETE /api/v1/groups/00g1/users/00u1",
        ),
        (
            "Account:x/a", "CAN_USE", "Model:m/one", None, "m", "take the use of one from the account a", None,
        ),
    ],
)  # fmt: skip
def test_each_system_has_its_words_and_its_command(
    source: str, kind: str, target: str, evidence: str | None, system: str, text: str, line: str | None
) -> None:
    assert ended(Edge(kind=kind, source=source, target=target, evidence=evidence)) == (system, text, line)


def test_keys_and_accounts_are_switched_off_where_they_are() -> None:
    user, key = "Account:aws/arn:aws:iam::1:user/ada", "Credential:aws/AKIA1"
    snapshot, actions = acts(Edge(kind="HAS_CREDENTIAL", source=user, target=key))
    lines = {node: actions.disable(snapshot.index_of(node)).command for node in (user, key)}
    assert lines == {
        user: "aws iam delete-login-profile --user-name ada",
        key: "aws iam update-access-key --user-name ada --access-key-id AKIA1 --status Inactive",
    }
    for system, account, line in (
        ("cursor", "user_1", 'POST https://api.cursor.com/teams/remove-member {"userId": "user_1"}'),
        ("cursor", "sa_1", None),
        ("postgres", "prod/ada", 'ALTER ROLE "ada" NOLOGIN;'),
        ("openai", "user-1", "DELETE https://api.openai.com/v1/organization/users/user-1"),
    ):
        assert command(system, "Account", SystemNode("Account", account), SystemNode("Account", account)) == line


def test_a_person_is_removed_by_the_id_that_the_system_knows() -> None:
    people = ("Identity:hr/1", "Identity:okta/00u1")
    world = only(
        *(Node(id=person) for person in people), Edge(kind="MEMBER_OF", source=people[1], target="Group:okta/g")
    )
    decided = Decision(kind="link", ids=people, by="a", at=T)
    snapshot = frozen(World((*(Run(run.header, run.records) for run in world.runs),), (decided,)))
    assert snapshot.ids[snapshot.index_of(people[1])] == people[0]
    action = Actions(snapshot, T).end(snapshot.index_of(people[0]), "MEMBER_OF", snapshot.index_of("Group:okta/g"))
    assert action.command == "DELETE /api/v1/groups/g/users/00u1"
    assert Actions(snapshot, T).disable(snapshot.index_of(people[0]), people[1]).command == (
        "POST /api/v1/users/00u1/lifecycle/deactivate"
    )


WICKED = 'x\'; rm -rf /; "$(id)" `id` ../a?b#c&d %2e --all'


def test_no_name_breaks_out_of_its_command() -> None:
    shell = command("github", "MEMBER_OF", SystemNode("Account", WICKED), SystemNode("Group", "acme/data team"))
    assert shell is not None
    words = shlex.split(shell)
    assert words[:4] == ["gh", "api", "-X", "DELETE"]
    assert len(words) == 5
    assert words[4].startswith("orgs/acme/teams/data-team/memberships/")
    assert words[4].count("/") == 5
    assert not set("?#&; \n'\"`$") & set(words[4])
    for system in ("aws", "gcp", "entra"):
        ids = {"aws": f"arn:aws:iam::1:user/{WICKED}", "gcp": f"{WICKED}.gserviceaccount.com", "entra": WICKED}
        kind = "Identity" if system == "entra" else "Account"
        line = command(system, kind, SystemNode(kind, ids[system]), SystemNode(kind, ids[system]))
        assert line is not None
        # One word of the shell holds the whole name, or its last part.
        assert sum("rm -rf" in word for word in shlex.split(line)) <= 1
        assert not any(word in ("rm", ";", "id") for word in shlex.split(line))
    sql = command("postgres", RENEW, SystemNode("Account", f"prod/{WICKED}"), SystemNode("Account", f"prod/{WICKED}"))
    assert sql == '\\password "' + WICKED.replace('"', '""') + '"'


@pytest.mark.parametrize(
    ("member", "kind", "role", "line"),
    [
        ("lk1/ADA", "Account", "lk1/ANALYST", 'REVOKE ROLE "ANALYST" FROM USER "ADA";'),
        ("lk1/LOADER", "Group", "lk1/ANALYST", 'REVOKE ROLE "ANALYST" FROM ROLE "LOADER";'),
        ("lk1/LOADER", "Group", "lk1/HARBOR.PEEK", 'REVOKE DATABASE ROLE "HARBOR"."PEEK" FROM ROLE "LOADER";'),
        ("lk1/HARBOR.ALL", "Group", "lk1/HARBOR.PEEK", 'REVOKE DATABASE ROLE "HARBOR"."PEEK" FROM DATABASE ROLE "HARBOR"."ALL";'),
        ("lk1/ADA", "Account", "lk1/HARBOR.PEEK", None),
        ("lk1/ADA", "Account", "lk1/application/SHIP", None),
        ('lk1/"a.b"', "Account", "lk1/ANALYST", None),
        ("lk1/ADA", "Account", 'lk1/"x/y"', None),
    ],
)  # fmt: skip
def test_a_role_of_snowflake_is_revoked_as_what_it_is(member: str, kind: str, role: str, line: str | None) -> None:
    assert command("snowflake", "MEMBER_OF", SystemNode(kind, member), SystemNode("Group", role)) == line


@pytest.mark.parametrize("team", ["r&d", "data  team", "-x", "équipe", WICKED])
def test_a_team_whose_address_does_not_follow_from_its_name_gets_no_command(team: str) -> None:
    member, group = SystemNode("Account", "ada"), SystemNode("Group", f"acme/{team}")
    assert command("github", "MEMBER_OF", member, group) is None
    assert command("github", "CAN_ACCESS", group, SystemNode("DataSource", "acme/web")) is None


@pytest.mark.parametrize("key", ["prod/a\n\\! id", "prod/--help", "-x/ada", "prod/a\u202eb"])
def test_a_name_that_ends_the_line_or_reads_as_an_option_gets_no_command(key: str) -> None:
    assert command("postgres", "Account", SystemNode("Account", key), SystemNode("Account", key)) is None
    assert (
        command("postgres", "Account", SystemNode("Account", "prod/ada"), SystemNode("Account", "prod/ada")) is not None
    )
