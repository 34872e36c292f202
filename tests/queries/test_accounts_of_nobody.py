"""A ranking of people says how many accounts it leaves out because nobody knows whose they are."""

from __future__ import annotations

from graph.claims import Edge, Node, Record
from graph.ontology import Permission
from queries import ranking
from tests.oracles.world import OBSERVED, frozen, only

ADA = Node(id="Identity:hr/1", props={"status": "active", "emails": ["ada@acme.example"]})
REPOSITORY = "DataSource:github/acme/data"
LOGINS = ("adab", "bo", "cy")


def grant(account: str) -> Edge:
    return Edge(kind="CAN_ACCESS", source=account, target=REPOSITORY, permission=Permission.READ)


GRANTS = [grant(f"Account:github/{login}") for login in LOGINS]


def ranked(*records: Record, kinds: tuple[str, ...] = ("Identity",)) -> tuple[str, list[tuple[str, str]]]:
    answer = ranking.run(frozen(only(*records)), ranking.Params(as_of=OBSERVED, kinds=kinds))
    everything = (*answer.completeness.reasons, *answer.completeness.notes)
    reasons = [(reason.code, reason.detail.partition(":")[0]) for reason in everything]
    return answer.completeness.status.value, reasons


def test_a_ranking_in_which_no_login_is_anybodys_is_partial_and_says_so() -> None:
    text = "3 accounts reach data and belong to nobody known (3 of github)"
    assert ranked(ADA, *GRANTS) == ("PARTIAL", [("ACCOUNTS_OF_NOBODY", text)])
    assert ranked(ADA, *GRANTS, kinds=("Account",)) == ("COMPLETE", [])


def test_logins_beside_those_that_are_somebodys_are_a_note() -> None:
    held = Edge(kind="HAS_ACCOUNT", source=ADA.id, target="Account:github/adab")
    text = "3 accounts reach data and belong to nobody known (2 of github, 1 of x)"
    assert ranked(ADA, held, *GRANTS, grant("Account:x/a")) == ("COMPLETE", [("ACCOUNTS_OF_NOBODY", text)])
    one = "1 account reaches data and belongs to nobody known (1 of github)"
    assert ranked(ADA, held, *GRANTS[:2]) == ("COMPLETE", [("ACCOUNTS_OF_NOBODY", one)])


def test_a_login_that_a_person_acts_as_through_something_else_is_counted_in_their_row() -> None:
    server = "McpServer:mcp/ada/x"
    edges = [
        Edge(kind="CONNECTS_TO", source=ADA.id, target=server),
        Edge(kind="RUNS_AS", source=server, target="Account:github/adab"),
    ]
    assert ranked(ADA, *edges, GRANTS[0]) == ("COMPLETE", [])
    assert ranked(ADA, Node(id="Account:github/idle")) == ("COMPLETE", [])
