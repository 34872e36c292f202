"""What GitHub's answers mean: the ontology that Peribolos has, tokens within their owner's rights, and every dollar once.

The golden answers, by hand. Premium requests of 18 November: 60 of 100 requests of GPT-5 are paid at 0.04 = 2.40 (40 were
included), 12.5 of Claude at 0.04 = 0.50, none of Raptor's 10 = 0; AI credits: 100.5 at 0.01 = 1.005. The usage bill tells the
same 2.90 of premium requests again, which do not count, 0.20 of the 17th, of which no report is here, which do, a tenth of a
seat at 19 = 1.90, and minutes of Actions, which are no AI. In all 2.40 + 0.50 + 1.005 + 0.20 = 4.105 of usage and 1.90 of seats.
Ada asked 10 times on the 18th: 6 of GPT-5, 3 of Claude, 1 of a model that is not told. The row of Bo's 3 and that of his 1 add
up to 4; Ada's row comes in both files and counts once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.check import check, check_props
from graph.claims import Charge, Edge, Node, Record, Usage
from graph.errors import RecordError
from graph.moment import read_day, read_moment, write_day
from graph.ontology import Permission
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import github, peribolos
from loaders.connectors.github import bills as bill
from loaders.connectors.github import usage_report as report
from loaders.connectors.github.models import model_of
from loaders.connectors.github.recognize import PREMIUM, call_of
from loaders.github_permissions import read_grant, scope_cap, token_cap
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.files import assign_connectors, load_runs, open_documents
from loaders.saved.parsing import read_json

FIXTURES = Path(__file__).parents[1] / "fixtures"
GOLDEN = FIXTURES / "github" / "golden"
MORNING = read_moment("2026-11-20T06:00:00Z")
ORG = "harbor"


def document(path: str, value: Any) -> Document:
    return Document(Path(path), path, "json", read_json(json.dumps(value, default=float)))


def drafts(documents: Iterable[Document], **terms: Any) -> list[PendingRun]:
    pages = [Page("", one.content, document=one) for one in documents]
    return list(github.normalize(pages, Context(MORNING, **terms)))


def records(found: PendingRun) -> list[Record]:
    told = [record for _, record in found.records]
    for record in told:
        check(record)
        if isinstance(record, Node):
            check_props(record.id.partition(":")[0], record.props)
    return told


def golden(**terms: Any) -> PendingRun:
    found, _ = load_runs([GOLDEN], Context(MORNING, **terms))
    return next(iter(found))


def saved(tmp_path: Path, files: dict[str, str | bytes], **terms: Any) -> list[PendingRun]:
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found, _ = load_runs([tmp_path], Context(MORNING, **terms))
    return list(found)


def test_money_and_tokens_are_github_s_own_totals() -> None:
    told = records(golden())
    usage = [row for row in told if isinstance(row, Usage)]
    assert sum(row.cost_nano or 0 for row in usage) == 4_105_000_000
    assert sum(charge.cost_nano for charge in told if isinstance(charge, Charge)) == 1_900_000_000
    assert {row.principal for row in usage if row.cost_nano is not None} == {None}
    files = sorted(GOLDEN.rglob("users-1-day*"))
    rows = [json.loads(line) for path in files if path.suffix == ".ndjson" for line in path.read_text().splitlines()]
    different = [json.loads(text) for text in sorted({json.dumps(row, sort_keys=True) for row in rows})]
    used = [row["totals_by_cli"]["token_usage"] for row in different if "totals_by_cli" in row]
    assert sum(row.tokens[0] for row in usage) == sum(one["prompt_tokens_sum"] for one in used) == 3800
    assert sum(row.tokens[5] for row in usage) == sum(one["output_tokens_sum"] for one in used) == 5000
    asked = sum(row["user_initiated_interaction_count"] for row in different) + 2
    calls = sum(one["interaction_count"] for row in different for one in row["totals_by_mcp"])
    assert sum(row.requests for row in usage) == asked + calls + 2


def test_saved_answers_prove_nothing_and_say_what_is_not_known() -> None:
    found = golden()
    list(found.records)
    assert (found.header.source, found.header.complete, found.complete) == ("github:harbor", (), ())
    assert (found.header.usage, found.checkpoint) == (None, None)
    assert [reason.code for reason in found.reasons] == ["SEATS_WITHOUT_ACCOUNT"]


@given(st.permutations(sorted(path for path in GOLDEN.rglob("*.*") if path.is_file())))
def test_no_order_of_files_changes_anything(order: list[Path]) -> None:
    documents, _ = open_documents(order)
    assert [record for _, record in drafts(documents)[0].records] == [record for _, record in golden().records]


# Recognizing


def test_no_other_connector_s_file_is_taken_for_github_s() -> None:
    others = sorted(path for path in FIXTURES.iterdir() if path.is_dir() and path.name != "github")
    documents, _ = open_documents(others)
    assert len(documents) > 20
    assert [one.display_path for one in documents if github.recognize(one)] == []


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"login": "acme", "default_repository_permission": "read"}, "organization"),
        ({"total_seats": 0, "seats": []}, "copilot/billing/seats"),
        ([{"full_name": "acme/x", "owner": {"login": "acme"}}], "repos"),
        ([{"repository_selection": "all", "token_expired": False, "owner": {}}], "personal-access-tokens"),
        ([{"login": "a", "credential_id": 1, "credential_type": "SSH key"}], "credential-authorizations"),
        ([{"day": "2026-11-01", "user_id": 1}], "copilot/metrics/reports/users-1-day"),
        ({"day_totals": [{"day": "2026-11-01", "user_login": "a"}]}, "copilot/metrics/reports/users-1-day"),
        ({"usageItems": [{"date": "2026-11-01"}]}, "billing/usage"),
        ({"usageItems": [{"model": "GPT-5", "unitType": "requests"}]}, "billing/premium_request/usage"),
        ({"usageItems": [{"model": "GPT-5", "unitType": "ai-credits"}]}, "billing/ai_credit/usage"),
    ],
)
def test_an_answer_is_known_by_its_content(value: Any, name: str) -> None:
    found = call_of(document("anywhere.json", value))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "value",
    [
        [],
        {},
        "text",
        None,
        [1],
        {"orgs": {"acme": {"members": ["a"]}}},
        {"usageItems": [{"sku": "actions_linux"}]},  # a summary repeats the other bills
        {"download_links": ["https://x"], "report_day": "2026-11-01"},
        [{"day_totals": [{"day": "2026-11-01", "daily_active_users": 2}]}],  # of everybody, not of users
        [{"user_id": 1, "day": "2026-11-01", "slug": "eng"}],  # who is in which team
    ],
)
def test_what_says_nothing_of_the_organisation_is_left_alone(value: Any) -> None:
    assert not github.recognize(document("anywhere.json", value))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("github/acme/orgs/acme/members.json", "members"),
        ("github/acme/orgs/acme/members-2.json", "members"),
        ("github/acme/orgs/acme/members-admin.json", "members"),
        ("github/github/orgs/github/members.json", "members"),
        ("github/a/github/acme/orgs/acme/teams/data/members.3.json", "members of teams"),
        ("github/acme/repos/acme/dot.js/collaborators.json", "collaborators"),
        ("github/acme/orgs/acme/outside_collaborators.json", "outside_collaborators"),
        ("acme/orgs/acme/members.json", None),
        ("github/acme/members.json", None),
    ],
)
def test_a_bare_list_is_known_by_the_path_of_its_call(path: str, name: str | None) -> None:
    found = call_of(document(path, [{"login": "a", "id": 1}]))
    assert (found.name if found else None) in (name, "admins" if path.endswith("admin.json") else name)
    assert found is None or found.instance == ("github" if "github/github" in path else "acme")


def test_an_answer_that_names_no_organisation_is_of_the_only_one_there(tmp_path: Path) -> None:
    seats = {"total_seats": 1, "seats": [{"assignee": {"login": "ada", "id": 1}}]}
    organization = {"login": "Acme", "default_repository_permission": "none"}
    files: dict[str, str | bytes] = {"seats.json": json.dumps(seats), "org.json": json.dumps(organization)}
    assert [found.header.source for found in saved(tmp_path, files)] == ["github:acme"]
    files["other.json"] = json.dumps(organization | {"login": "other"})
    assert sorted(found.header.source for found in saved(tmp_path, files)) == [
        "github:acme",
        "github:default",
        "github:other",
    ]
    assert [found.header.source for found in saved(tmp_path, files, source="github:mine")] == ["github:mine"]


def test_a_line_of_a_report_that_cannot_be_read_is_refused_alone(tmp_path: Path) -> None:
    row = {"day": "2026-11-18", "user_id": 7, "user_login": "Ada", "user_initiated_interaction_count": 3}
    text = json.dumps(row) + "\nnot json\n" + json.dumps(row | {"user_id": "8", "user_login": None}) + "\n"
    found = saved(tmp_path, {"report.ndjson": "\ufeff" + text})[0]
    usage = [record for record in records(found) if isinstance(record, Usage)]
    assert [(row.principal, row.requests) for row in usage] == [("Account:github/ada", 3), (None, 3)]
    assert len(found.rejected) == 1
    assert "report.ndjson:2: " in found.rejected[0]
    with pytest.raises(RecordError):
        records(saved(tmp_path, {}, lenient=False)[0])


# The ontology of Peribolos

LOGINS = ("ada", "Bo", "cy", "dee", "eve")
REPOSITORIES = ("lake", "Web", "hall")
ROLES = ("read", "triage", "write", "maintain", "admin")


@st.composite
def organizations(draw: st.DrawFn) -> dict[str, Any]:
    """An organisation as both tell it: teams nest, and nobody is in a team and in one below it, which REST cannot tell."""
    admins = draw(st.sets(st.sampled_from(LOGINS), max_size=2))
    teams: dict[str, Any] = {}
    free = list(LOGINS)
    for place in range(draw(st.integers(0, 3))):
        count = draw(st.integers(0, len(free)))
        mine, free = free[:count], free[count:]
        repositories = draw(st.dictionaries(st.sampled_from(REPOSITORIES), st.sampled_from(ROLES), max_size=3))
        parent = draw(st.sampled_from([*teams, ""])) if teams else ""
        teams[f"Team {place}"] = {"members": mine, "repos": repositories, "parent": parent}
    default = draw(st.sampled_from(("none", "read", "write", "admin")))
    return {"admins": sorted(admins), "default": default, "teams": teams}


def as_peribolos(told: dict[str, Any]) -> dict[str, Any]:
    def nested(parent: str) -> dict[str, Any]:
        return {
            name: {"members": team["members"], "repos": team["repos"], "teams": nested(name)}
            for name, team in told["teams"].items()
            if team["parent"] == parent
        }

    members = [login for login in LOGINS if login not in told["admins"]]
    repos = {name: {"private": True} for name in REPOSITORIES}
    org = {"admins": told["admins"], "members": members, "repos": repos, "teams": nested("")}
    return {"orgs": {ORG: {**org, "default_repository_permission": told["default"]}}}


def as_pages(told: dict[str, Any]) -> list[Document]:
    def person(login: str) -> dict[str, Any]:
        return {"login": login, "id": LOGINS.index(login)}

    def repository(name: str, **more: Any) -> dict[str, Any]:
        return {"name": name, "full_name": f"{ORG}/{name}", "owner": {"login": ORG}, "private": True} | more

    def slug(name: str) -> str:
        return name.lower().replace(" ", "-")

    def everybody(name: str) -> list[str]:
        below = [one for one, team in told["teams"].items() if team["parent"] == name]
        return [*told["teams"][name]["members"], *(login for one in below for login in everybody(one))]

    root = f"github/{ORG}/orgs/{ORG}"
    teams = [
        {"name": name, "slug": slug(name), "parent": {"name": team["parent"]} if team["parent"] else None}
        for name, team in told["teams"].items()
    ]
    found = {
        f"github/{ORG}/orgs/{ORG}.json": {"login": ORG, "default_repository_permission": told["default"]},
        f"{root}/members.json": [person(login) for login in LOGINS],
        f"{root}/members-admin.json": [person(login) for login in told["admins"]],
        f"{root}/teams.json": teams,
        f"{root}/repos.json": [repository(name) for name in REPOSITORIES],
    }
    for name, team in told["teams"].items():
        found[f"{root}/teams/{slug(name)}/members.json"] = [person(login) for login in everybody(name)]
        found[f"{root}/teams/{slug(name)}/repos.json"] = [
            repository(one, role_name=role) for one, role in team["repos"].items()
        ]
    return [document(path, value) for path, value in found.items()]


@given(organizations())
def test_the_api_and_peribolos_tell_the_same_organisation_alike(told: dict[str, Any]) -> None:
    page = document("org.yaml", as_peribolos(told))
    context = Context(MORNING)
    other = next(iter(peribolos.normalize([Page("", page.content, document=page)], context)))
    mine = drafts(as_pages(told))[0]
    assert mine.header.source == other.header.source

    def shown(found: PendingRun) -> tuple[set[Any], dict[str, Any]]:
        told = records(found)
        edges = {(one.kind, one.source, one.target, one.permission) for one in told if isinstance(one, Edge)}
        nodes = {one.id: (one.name, dict(one.props)) for one in told if isinstance(one, Node)}
        return edges, nodes

    assert shown(mine) == shown(other)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"role_name": "read"}, ("read", Permission.READ)),
        ({"role_name": "triage"}, ("triage", Permission.READ)),
        ({"role_name": "maintain", "permissions": {"admin": True}}, ("maintain", Permission.WRITE)),
        ({"role_name": "Admin"}, ("admin", Permission.ADMIN)),
        ({"role_name": "none", "permissions": {"pull": True}}, None),
        ({"role_name": "captain", "permissions": {"pull": True, "push": True}}, ("captain", Permission.WRITE)),
        ({"role_name": "captain"}, ("captain", None)),
        ({"permissions": {"pull": True, "triage": True, "push": False, "admin": False}}, ("triage", Permission.READ)),
        ({"permissions": {"pull": True, "push": True, "maintain": True, "admin": True}}, ("admin", Permission.ADMIN)),
        ({"permissions": {"pull": False, "push": False}}, None),
        ({"permission": "push"}, ("push", Permission.WRITE)),
        ({"permission": "none"}, None),
        ({}, ("unknown", None)),
    ],
)
def test_of_cumulative_rights_the_highest_counts_and_a_known_role_before_them(told: Any, expected: Any) -> None:
    assert read_grant(FieldReader(told, "", "x")) == expected


@pytest.mark.parametrize(
    ("repository", "cap"),
    [
        ({"metadata": "read"}, Permission.DISCOVER),
        ({"metadata": "read", "contents": "read"}, Permission.READ),
        ({"issues": "write"}, Permission.READ),
        ({"contents": "write"}, Permission.WRITE),
        ({"contents": "read", "workflows": "write"}, Permission.WRITE),
        ({"contents": "read", "administration": "write"}, Permission.ADMIN),
        ({"contents": "own"}, Permission.WRITE),
        ({"contents": "none"}, None),
        ({}, None),
    ],
)
def test_a_token_allows_what_its_permissions_allow(repository: dict[str, str], cap: Permission | None) -> None:
    assert token_cap(FieldReader({"repository": repository}, "", "x")) == (cap, True)


def test_permissions_that_are_not_told_are_not_known() -> None:
    assert token_cap(None) == (None, False)
    assert token_cap(FieldReader({"organization": {}}, "", "x")) == (None, True)


@pytest.mark.parametrize(
    ("scopes", "is_key", "cap"),
    [
        (["repo"], False, Permission.ADMIN),
        (["admin:org"], False, Permission.ADMIN),
        (["public_repo", "gist"], False, Permission.WRITE),
        (["security_events"], False, Permission.READ),
        (["read:user"], False, Permission.DISCOVER),
        ([], False, Permission.DISCOVER),
        (None, False, None),
        (None, True, Permission.WRITE),
    ],
)
def test_a_classic_token_allows_what_its_scopes_allow(scopes: Any, is_key: bool, cap: Permission | None) -> None:
    assert scope_cap(scopes, is_key) == cap


def test_a_token_for_chosen_repositories_never_may_more_than_its_owner() -> None:
    pat = {"id": 5, "owner": {"login": "ada"}, "repository_selection": "subset", "token_expired": False}
    pat |= {"permissions": {"repository": {"contents": "write"}}}
    chosen = [{"full_name": f"{ORG}/{name}"} for name in ("lake", "hall", "far")]
    rights = {"lake": "read", "hall": "admin"}
    found = drafts(
        [
            document(f"github/{ORG}/orgs/{ORG}/personal-access-tokens.json", [pat]),
            document(f"github/{ORG}/orgs/{ORG}/personal-access-tokens/5/repositories.json", chosen),
            *(
                document(f"github/{ORG}/repos/{ORG}/{name}/collaborators.json", [{"login": "Ada", "role_name": role}])
                for name, role in rights.items()
            ),
        ]
    )[0]
    edges = [one for one in records(found) if isinstance(one, Edge) and one.source.startswith("Credential:")]
    assert {(one.kind, one.target.rpartition("/")[2], one.permission) for one in edges} == {
        ("CAN_ACCESS", "lake", Permission.READ),
        ("CAN_ACCESS", "hall", Permission.WRITE),
        ("CAN_ACCESS", "far", None),
    }


def test_a_key_that_is_told_whole_is_not_kept() -> None:
    secret = "ghp_" + "a1B2" * 9
    told = {"login": "ada", "credential_id": 1, "credential_type": "personal access token", "token_last_eight": secret}
    assert secret not in repr(drafts([document("sso.json", [told])])[0])


def test_a_seat_is_one_per_person_and_nobody_s_is_said() -> None:
    def seat(login: str | None, since: str, id: int = 1) -> dict[str, Any]:
        return {"created_at": since, "assignee": None if login is None else {"login": login, "id": id}}

    seats = [
        seat("ada", "2026-02-01T00:00:00Z"),
        seat("Ada", "2026-01-01T00:00:00Z"),
        seat(None, "2026-01-01T00:00:00Z"),
    ]
    # The documentation's own example has two logins of one id: neither may get lost.
    seats += [seat("octo", "2026-03-01T00:00:00Z", 5), seat("cat", "2026-03-01T00:00:00Z", 5)]
    found = drafts([document("seats.json", {"total_seats": 5, "seats": seats})])[0]
    told = records(found)
    edges = [(one.kind, one.source, one.since) for one in told if isinstance(one, Edge)]
    first, later = read_moment("2026-01-01T00:00:00Z"), read_moment("2026-03-01T00:00:00Z")
    assert sorted(edges) == [
        ("ACCOUNT_IN", f"Account:github/{login}", since)
        for login, since in (("ada", first), ("cat", later), ("octo", later))
    ]
    props = next(one.props for one in told if isinstance(one, Node) and one.id.startswith("Application:"))
    assert (props["seats"], props["seats_without_account"]) == (5, 1)
    assert [reason.code for reason in found.reasons] == ["SEATS_WITHOUT_ACCOUNT"]


# Use

COUNTS = st.integers(0, 50)
MODELS = ("gpt-5", "claude-sonnet-4.5", "unknown")


@st.composite
def user_days(draw: st.DrawFn) -> dict[str, Any]:
    models = draw(st.lists(st.tuples(st.sampled_from(MODELS), COUNTS), max_size=3))
    more = draw(COUNTS)
    return {
        "day": "2026-11-18",
        "user_id": draw(st.integers(1, 3)),
        "user_login": "ada",
        "organization_id": draw(st.sampled_from(("1", "2"))),
        "user_initiated_interaction_count": sum(count for _, count in models) + more,
        "totals_by_model_feature": [{"model": name, "user_initiated_interaction_count": n} for name, n in models],
        "totals_by_mcp": [{"mcp": "github", "interaction_count": draw(COUNTS)}],
        "totals_by_cli": {"request_count": draw(COUNTS), "token_usage": {"prompt_tokens_sum": draw(COUNTS)}},
        "ai_credits_used": draw(st.decimals(0, 9, places=2)),
    }


def rows_of(found: list[dict[str, Any]]) -> list[Usage]:
    errors = ErrorCollector(strict=True)
    days = [report.read_user_day(FieldReader(row, "", "x", accepts_digits=True), errors) for row in found]
    return [row for day in report.merged(days) for row in report.usage_of(day, ORG, {})]


@given(st.lists(user_days(), max_size=6, unique_by=repr), st.randoms())
def test_files_in_any_order_and_repeated_count_each_row_once(found: list[dict[str, Any]], order: Any) -> None:
    shuffled = [*found, *found]
    order.shuffle(shuffled)
    rows = rows_of(shuffled)
    assert sorted(rows, key=repr) == sorted(rows_of(found), key=repr)
    servers = [row for row in rows if row.resource.startswith("McpServer:")]
    asked = sum(row["user_initiated_interaction_count"] + row["totals_by_cli"]["request_count"] for row in found)
    assert sum(row.requests for row in rows) - sum(row.requests for row in servers) == asked
    assert sum(row.requests for row in servers) == sum(row["totals_by_mcp"][0]["interaction_count"] for row in found)
    tokens = sum(row["totals_by_cli"]["token_usage"]["prompt_tokens_sum"] for row in found)
    assert sum(row.tokens[0] for row in rows) == tokens
    credits = [json.loads(row.detail or "{}")["raw"].get("ai_credits_used", "0") for row in rows]
    assert sum(map(Decimal, credits)) == sum(row["ai_credits_used"] for row in found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("GPT-5", "Model:openai/gpt-5"),
        ("Auto: GPT-5", "Model:openai/gpt-5"),
        ("auto:  Claude Sonnet 4.5", "Model:anthropic/claude-sonnet-4.5"),
        ("Gemini 2.5 Pro", "Model:google/gemini-2.5-pro"),
        ("Grok Code Fast 1", "Model:xai/grok-code-fast-1"),
        ("o4-mini", "Model:openai/o4-mini"),
        ("Raptor mini", "Model:github/raptor-mini"),
        ("Auto", "Model:github/auto"),
        ("unknown", "Model:github/~unnamed"),
        ("", "Model:github/~unnamed"),
        (None, "Model:github/~unnamed"),
    ],
)
def test_a_model_is_its_maker_s_whatever_its_name_is_written_like(name: str | None, expected: str) -> None:
    assert model_of(name) == expected


# Money

AMOUNTS = st.decimals(min_value=-5, max_value=50, places=4)


def line(net: Decimal, model: str = "GPT-5", **more: Any) -> dict[str, Any]:
    return {"product": "Copilot", "sku": "Copilot Premium Request", "model": model, "netAmount": net} | more


def bill_page(lines: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    period = {"year": 2026, "month": 11, "day": 18}
    return {"timePeriod": period, "organization": ORG, "usageItems": lines} | more


BILLED = st.lists(st.tuples(AMOUNTS, st.sampled_from(("GPT-5", "Raptor mini"))), max_size=5)


@given(BILLED, st.dictionaries(st.sampled_from(("ada", "bo")), BILLED))
def test_persons_parts_and_the_rest_are_the_day_s_dollars_to_the_last(
    total: list[tuple[Decimal, str]], persons: dict[str, list[tuple[Decimal, str]]]
) -> None:
    """Whatever persons are said to have spent, even more than there is, the day's total is what was billed."""

    def lines(told: list[tuple[Decimal, str]]) -> list[bill.BillLine]:
        page = FieldReader(bill_page([line(net, model) for net, model in told]), "", "x")
        return list(bill.read_bill(PREMIUM, page, bill.period_of(page), ErrorCollector(strict=True)))

    of_users = {user: lines(told) for user, told in persons.items()}
    rows = list(bill.parts_of(lines(total), of_users, ORG))
    assert sum(row.cost_nano or 0 for row in rows) == int(sum(net for net, _ in total) * 10**9)
    for user, told in persons.items():
        mine = sum(row.cost_nano or 0 for row in rows if row.principal == f"Account:github/{user}")
        assert mine == int(sum(net for net, _ in told) * 10**9)


def test_the_same_bill_saved_twice_counts_once_and_another_one_is_said() -> None:
    pages = [document(f"{name}.json", bill_page([line(Decimal(2), unitType="requests")])) for name in "ab"]
    found = drafts(pages)[0]
    assert [row.cost_nano for row in records(found) if isinstance(row, Usage)] == [2 * 10**9]
    assert found.reasons == []
    pages.append(document("c.json", bill_page([line(Decimal(3), unitType="requests")])))
    found = drafts(pages)[0]
    assert [row.cost_nano for row in records(found) if isinstance(row, Usage)] == [2 * 10**9]
    assert [reason.code for reason in found.reasons] == ["CONTRADICTION"]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ({"year": 2026, "month": 2}, "2026-02-01", "2026-02-28"),
        ({"year": 2025}, "2025-01-01", "2025-12-31"),
    ],
)
def test_a_bill_of_a_month_or_a_year_is_a_charge_for_all_of_it(period: Any, first: str, last: str) -> None:
    body = bill_page([line(Decimal("0.07"))], timePeriod=period)
    told = records(drafts([document("bill.json", body)])[0])
    assert [row for row in told if isinstance(row, Usage)] == []
    charge = next(one for one in told if isinstance(one, Charge))
    assert (write_day(charge.first_day), write_day(charge.last_day)) == (first, last)
    assert (charge.category, charge.cost_nano) == ("usage", 70_000_000)


@pytest.mark.parametrize(
    ("told", "nano"),
    [
        ({"netAmount": "0.5"}, 500_000_000),
        ({"grossAmount": 4, "discountAmount": 1}, 3_000_000_000),
        ({"grossAmount": 4}, 4_000_000_000),
        ({"netAmount": Decimal("0.0000000004")}, 0),
        ({}, None),
    ],
)
def test_what_is_paid_is_the_net_amount_else_gross_less_discount(told: dict[str, Any], nano: int | None) -> None:
    lines = bill.read_bill(PREMIUM, FieldReader(bill_page([told]), "", "x"), (1, 1), ErrorCollector(strict=True))
    assert [one.nano for one in lines] == [nano]


# Robustness

ENTRIES = sorted(path for path in GOLDEN.rglob("*.json") if path.stat().st_size > 9)
WRONG: tuple[Any, ...] = (None, True, -1, Decimal("0.5"), "", "\ud800", "x" * 700, [], {}, [[]], {"a": 1}, "NaN")


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where each field of a document is."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return (
        [path, *(place for key, one in inner for place in places(one, (*path, key)))]
        if path
        else [place for key, one in inner for place in places(one, (key,))]
    )


@given(st.data())
def test_whatever_a_field_holds_nothing_crashes_and_the_field_is_named(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(ENTRIES))
    value = read_json(path.read_text())
    place = data.draw(st.sampled_from(places(value)))
    holder = value
    for key in place[:-1]:
        holder = holder[key]
    drop = data.draw(st.booleans())
    if drop and isinstance(holder, dict):
        del holder[place[-1]]
    else:
        holder[place[-1]] = data.draw(st.sampled_from(WRONG))
    shown = str(path.relative_to(GOLDEN))
    for found in drafts([Document(Path(shown), shown, "json", value)]):
        records(found)
        assert all(shown in text for text in found.rejected)
        assert not drop or all("missing" in text or "field" in text for text in found.rejected)


def test_a_wrong_type_is_refused_with_the_field_s_name_and_the_rest_is_told() -> None:
    members = [{"login": 5.5, "id": 1}, {"login": "bo", "id": 2, "unheard_of": {}}]
    path = f"github/{ORG}/orgs/{ORG}/members.json"
    found = drafts([document(path, members)])[0]
    assert "Account:github/bo" in {one.id for one in records(found) if isinstance(one, Node)}
    assert len(found.rejected) == 1
    assert "'[0].login'" in found.rejected[0]
    with pytest.raises(RecordError, match="login"):
        drafts([document(path, members)], lenient=False)


def test_every_saved_file_is_github_s_and_of_the_organisation() -> None:
    documents, skipped = open_documents([GOLDEN])
    assert set(assign_connectors(documents)) == {"github"}
    assert skipped == []
    assert {call.instance for one in documents if (call := call_of(one))} == {ORG}
    assert read_day("2026-11-18") in {row.day for row in records(golden()) if isinstance(row, Usage)}
