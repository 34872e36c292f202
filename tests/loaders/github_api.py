"""How GitHub's API behaves as documented, on a real socket: one organisation with Copilot, and its bills."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.loaders.directory_api import KEY, DirectoryApi, Reply

ORG = "Acme"
REPORTS = "/orgs/Acme/copilot/metrics/reports/users-1-day"
BILLS = "/organizations/Acme/settings/billing"
PREMIUM, CREDITS, USAGE = f"{BILLS}/premium_request/usage", f"{BILLS}/ai_credit/usage", f"{BILLS}/usage"


@dataclass
class GitHub(DirectoryApi):
    """One organisation. `lists` by path are cut into pages, the next one in the header Link; of others `objects` are told.

    `reports` are the files of a day's report, `bills` the lines of a day by path, those of one person by (path, day, login).
    `absent` are paths that answer 404, 204 for reports; `forbidden` answer 403.
    """

    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    objects: dict[str, dict[str, Any]] = field(default_factory=dict)
    reports: dict[str, list[bytes]] = field(default_factory=dict)
    bills: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    persons: dict[tuple[str, str, str], list[dict[str, Any]]] = field(default_factory=dict)
    forbidden: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    # What the time period of a bill says, if not what it was asked for.
    period: dict[str, int] = field(default_factory=dict)

    def answer(self, path: str, asked: Mapping[str, str]) -> Reply:
        if path in self.forbidden:
            return Reply({"message": "Resource not accessible by personal access token"}, 403)
        if path in self.absent:
            return Reply({"message": "Not Found"}, 404)
        if path.startswith("/signed/"):
            day, shard = path.removeprefix("/signed/").split("/")
            assert asked["sig"] == "s3cr3t"
            return Reply(self.reports[day][int(shard)])
        if path == REPORTS:
            return self._report(asked["day"])
        if path in (PREMIUM, CREDITS, USAGE):
            return self._bill(path, asked)
        if path in self.objects:
            return Reply(self.objects[path])
        found = self.lists[path]
        if path == "/orgs/Acme/members" and asked.get("role") == "admin":
            found = [one for one in found if one["login"] == "root"]
        page, following = self.page_of(found, int(asked.get("page", 0)))
        headers = {}
        if following is not None:
            headers["Link"] = f'<{self.link(path, {**asked, "page": following})}>; rel="next"'
        return Reply({"total_seats": len(found), "seats": page} if path.endswith("/seats") else page, headers=headers)

    def _report(self, day: str) -> Reply:
        if day not in self.reports:
            return Reply(b"", 204)
        links = [f"{self.base_url}/signed/{day}/{shard}?sig=s3cr3t" for shard in range(len(self.reports[day]))]
        return Reply({"download_links": links, "report_day": day})

    def _bill(self, path: str, asked: Mapping[str, str]) -> Reply:
        day = f"{asked['year']}-{int(asked['month']):02d}-{int(asked['day']):02d}"
        lines = self.bills.get((path, day), [])
        if "user" in asked:
            lines = self.persons.get((path, day, asked["user"]), [])
        if path == USAGE:
            return Reply({"usageItems": lines})
        told = {name: int(asked[name]) for name in ("year", "month", "day")} | self.period
        whose = {"user": asked["user"]} if "user" in asked else {}
        return Reply({"timePeriod": told, "organization": ORG, **whose, "usageItems": lines})


def person(login: str, id: int) -> dict[str, Any]:
    return {"login": login, "id": id, "type": "User"}


def rights(highest: str) -> dict[str, bool]:
    """What GitHub tells of a role: everything up to it."""
    names = ["pull", "triage", "push", "maintain", "admin"]
    return {name: names.index(name) <= names.index(highest) for name in names}


def repository(name: str, **more: Any) -> dict[str, Any]:
    owner = {"login": ORG, "id": 1, "type": "Organization"}
    return {"id": 1, "name": name, "full_name": f"{ORG}/{name}", "owner": owner, "private": True, **more}


def bill_line(net: float, gross: float | None = None, **more: Any) -> dict[str, Any]:
    whole = net if gross is None else gross
    return {
        "product": "Copilot",
        "sku": "Copilot Premium Request",
        "model": "GPT-5",
        "unitType": "requests",
        "pricePerUnit": 0.04,
        "grossQuantity": whole / 0.04,
        "grossAmount": whole,
        "discountQuantity": 0,
        "discountAmount": whole - net,
        "netQuantity": net / 0.04,
        "netAmount": net,
    } | more


def user_day(day: str, who: dict[str, Any], **more: Any) -> dict[str, Any]:
    known = {"day": day, "organization_id": "1", "user_id": who["id"], "user_login": who["login"]}
    return known | {"user_initiated_interaction_count": 0, "totals_by_model_feature": [], "totals_by_mcp": []} | more


def ndjson(*rows: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def acme(days: list[str]) -> GitHub:
    """Three members, one an admin, an outsider, two teams, three repositories, two tokens, two seats; use on every day."""
    ada, bo, root, finn = person("Ada", 7), person("bo", 8), person("root", 9), person("finn", 20)
    data, night = {"id": 1, "name": "Data", "slug": "data", "parent": None}, {"id": 2, "name": "Night", "slug": "night"}
    lake, web, hall = repository("lake"), repository("web", visibility="internal"), repository("hall", archived=True)
    api = GitHub(auth_header=("Authorization", f"Bearer {KEY}"), bare=("/signed/",))
    api.objects["/orgs/Acme"] = {"login": ORG, "id": 1, "name": "Acme", "default_repository_permission": "read"}
    api.lists = {
        "/orgs/Acme/members": [ada, bo, root],
        "/orgs/Acme/outside_collaborators": [finn],
        "/orgs/Acme/teams": [data, night | {"parent": data}],
        "/orgs/Acme/teams/data/members": [ada, bo],
        "/orgs/Acme/teams/night/members": [bo],
        "/orgs/Acme/teams/data/repos": [lake | {"permissions": rights("push"), "role_name": "write"}],
        "/orgs/Acme/teams/night/repos": [web | {"permissions": rights("maintain"), "role_name": "maintain"}],
        "/orgs/Acme/repos": [lake, web, hall],
        "/repos/Acme/lake/collaborators": [finn | {"permissions": rights("pull"), "role_name": "read"}],
        "/repos/Acme/web/collaborators": [ada | {"permissions": rights("admin"), "role_name": "admin"}],
        "/repos/Acme/hall/collaborators": [],
        "/orgs/Acme/personal-access-tokens": [
            _token(101, ada, "all", {"contents": "read"}),
            _token(102, bo, "subset", {"contents": "write"}),
        ],
        "/orgs/Acme/personal-access-tokens/102/repositories": [lake, hall],
        "/orgs/Acme/copilot/billing/seats": [
            {"created_at": "2026-01-15T10:30:00Z", "assignee": ada, "plan_type": "business"},
            {"created_at": "2026-01-16T10:30:00Z", "assignee": bo, "plan_type": "business"},
        ],
    }
    api.absent = {"/orgs/Acme/credential-authorizations"}
    for place, day in enumerate(days):
        model = {"model": "gpt-5", "feature": "agent_edit", "user_initiated_interaction_count": 4}
        cli = {"request_count": 2, "token_usage": {"prompt_tokens_sum": 100 + place, "output_tokens_sum": 7}}
        one = user_day(day, ada, user_initiated_interaction_count=4, totals_by_model_feature=[model], totals_by_cli=cli)
        two = user_day(day, bo, totals_by_mcp=[{"mcp": "github", "interaction_count": 3}])
        api.reports[day] = [ndjson(one), ndjson(two)]
        api.bills[PREMIUM, day] = [bill_line(1.25 + place), bill_line(0.5, model="Claude Sonnet 4.5")]
        api.bills[CREDITS, day] = [bill_line(0.25, sku="Copilot AI Credits", unitType="ai-credits")]
        seats = {"sku": "Copilot Business", "unitType": "user-months", "quantity": 0.1}
        api.bills[USAGE, day] = [
            {"date": f"{day}T00:00:00Z", "product": "Copilot", **seats, "netAmount": 1.9},
            bill_line(1.75 + place, date=f"{day}T00:00:00Z"),
            {"date": f"{day}T00:00:00Z", "product": "Actions", "sku": "Actions Linux", "netAmount": 9},
        ]
    return api


def _token(id: int, owner: dict[str, Any], selection: str, allowed: dict[str, str]) -> dict[str, Any]:
    return {
        "id": id,
        "owner": owner,
        "repository_selection": selection,
        "permissions": {"repository": {"metadata": "read"} | allowed},
        "access_granted_at": "2026-09-01T08:00:00Z",
        "token_expired": False,
        "token_expires_at": "2027-01-01T00:00:00Z",
        "token_last_used_at": "2026-11-01T00:00:00Z",
        "token_name": f"token {id}",
    }
