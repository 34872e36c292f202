"""How a LiteLLM proxy's API behaves as documented, on a real socket, with a small company behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.loaders.directory_api import KEY, DirectoryApi, Reply

DAYS = ("2026-11-15", "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19")
PATHS = ("/user/list", "/team/list", "/key/list", "/v1/mcp/server", "/model/info", "/spend/logs/v2")


def hashed(name: str) -> str:
    """The hash by which the proxy calls a key."""
    return hashlib.sha256(name.encode()).hexdigest()


@dataclass
class LiteLlm(DirectoryApi):
    """One proxy. `most`: rows per page of logs that it allows; `cap`: where it stops counting them."""

    teams: list[dict[str, Any]] = field(default_factory=list)
    keys: list[dict[str, Any]] = field(default_factory=list)
    servers: list[dict[str, Any]] = field(default_factory=list)
    models: list[dict[str, Any]] = field(default_factory=list)
    logs: list[dict[str, Any]] = field(default_factory=list)
    daily: list[dict[str, Any]] = field(default_factory=list)
    most: int = 1000
    cap: int = 10_000
    auth_header: tuple[str, str] = ("Authorization", f"Bearer {KEY}")

    def answer(self, path: str, asked: Mapping[str, str]) -> Reply:
        if path == "/user/list":
            return Reply(self._page(asked, "users", self.users, "page_size", ("total", "page")))
        if path == "/key/list":
            assert asked["return_full_object"] == "true"
            return Reply(self._page(asked, "keys", self.keys, "size", ("total_count", "current_page")))
        if path == "/spend/logs/v2":
            return self._logs(asked)
        if path == "/user/daily/activity":
            found = [one for one in self.daily if asked["start_date"] <= one["date"] <= asked["end_date"]]
            page, following = self.page_of(found, (int(asked["page"]) - 1) * self.size)
            return Reply(
                {
                    "results": page,
                    "metadata": {"page": int(asked["page"]), "total_pages": 9, "has_more": following is not None},
                }
            )
        bare = {"/team/list": self.teams, "/v1/mcp/server": self.servers, "/model/info": {"data": self.models}}
        return Reply(bare[path])

    def _page(
        self, asked: Mapping[str, str], name: str, found: list[Any], size_name: str, names: tuple[str, str]
    ) -> dict[str, Any]:
        assert int(asked[size_name]) <= 100
        number = int(asked["page"])
        page, _ = self.page_of(found, (number - 1) * self.size)
        pages = -(-len(found) // self.size)
        return {name: page, names[0]: len(found), names[1]: number, "page_size": self.size, "total_pages": pages}

    def _logs(self, asked: Mapping[str, str]) -> Reply:
        size, number = int(asked["page_size"]), int(asked["page"])
        if size > self.most:
            return Reply({"detail": [{"msg": f"Input should be less than or equal to {self.most}"}]}, 422)
        first, last = (datetime.strptime(asked[name], "%Y-%m-%d %H:%M:%S") for name in ("start_date", "end_date"))
        found = [row for row in self.logs if first <= _time(row) <= last]
        found.sort(key=_time)
        total = min(len(found), self.cap)
        return Reply(
            {
                "data": found[(number - 1) * size : number * size],
                "total": total,
                "page": number,
                "page_size": size,
                "total_pages": -(-total // size),
                "total_is_capped": len(found) > self.cap,
            }
        )


def _time(row: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(row["startTime"].removesuffix("Z"))


def row(id: str, day: str, spend: float, **more: Any) -> dict[str, Any]:
    """One row of the logs: 1,000 tokens in, of them 300 from the cache and 200 written to it, and 50 out."""
    usage = {
        "prompt_tokens": 1000,
        "completion_tokens": 50,
        "cache_read_input_tokens": 300,
        "cache_creation_input_tokens": 200,
        "prompt_tokens_details": {"cached_tokens": 300, "cache_creation_tokens": 200},
    }
    told = {
        "request_id": id,
        "call_type": "acompletion",
        "api_key": hashed("ci"),
        "spend": spend,
        "prompt_tokens": 1000,
        "completion_tokens": 50,
        "total_tokens": 1050,
        "startTime": f"{day}T09:30:00.250000Z",
        "model": "claude-opus-5",
        "model_group": "smart",
        "custom_llm_provider": "anthropic",
        "user": "u-ada",
        "team_id": "t-core",
        "metadata": {"usage_object": usage, "user_api_key_alias": "ci"},
        "cache_hit": "False",
        "messages": {"secret": "what somebody asked"},
        "response": {"secret": "what was answered"},
        "status": "success",
    }
    return told | more


def company() -> LiteLlm:
    """Ada and Bo in a team, a key of Ada's, one of the team and one of nobody's, two MCP servers; five days of usage."""
    api = LiteLlm(
        users=[
            {
                "user_id": f"u-{who}",
                "user_email": f"{who}@acme.example",
                "user_role": "internal_user",
                "teams": ["t-core"],
            }
            for who in ("ada", "bo", "cy")
        ],
        teams=[
            {
                "team_id": "t-core",
                "team_alias": "Core",
                "members_with_roles": [{"user_id": f"u-{who}", "role": "user"} for who in ("ada", "bo")],
                "models": ["smart"],
                "blocked": False,
            },
            {"team_id": "t-lab", "team_alias": "Lab", "members_with_roles": [], "models": [], "blocked": False},
        ],
        keys=[
            {"token": hashed("ci"), "key_name": "sk-...aB3d", "key_alias": "ci", "user_id": "u-ada", "models": []},
            {"token": hashed("bot"), "key_name": "sk-...Xy9z", "team_id": "t-core", "models": ["smart"]},
            {"token": hashed("old"), "key_name": "sk-...0000", "models": ["cheap"], "blocked": True},
        ],
        servers=[
            {
                "server_id": "s1",
                "server_name": "github",
                "url": "https://mcp.acme.example/github/",
                "transport": "http",
            },
            {"server_id": "s2", "server_name": "local", "transport": "stdio", "env": {"TOKEN": "not-to-be-kept"}},
        ],
        models=[
            {"model_name": "smart", "litellm_params": {"model": "anthropic/claude-opus-5"}},
            {"model_name": "cheap", "litellm_params": {"model": "gpt-5-mini", "custom_llm_provider": "openai"}},
        ],
    )
    for place, day in enumerate(DAYS):
        api.logs += [
            row(f"{day}-a", day, 0.25 + place),
            row(f"{day}-b", day, 0.125, api_key=hashed("bot"), user=None),
            row(f"{day}-c", day, 0.0, cache_hit="True"),
            row(f"{day}-m", day, 0.5, prompt_tokens=0, completion_tokens=0, mcp_namespaced_tool_name="github/open_pr")
            | {"metadata": {}, "model": "", "custom_llm_provider": ""},
        ]
    return api
