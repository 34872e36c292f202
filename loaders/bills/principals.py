"""This file knows whom a line of a bill names: keys, users, principals of clouds, and tags that name somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

_ADDRESS = re.compile(r"[^@\s/:]+@[^@\s/:]+\.[^@\s/:]+\Z")
_ARN = re.compile(r"arn:(?P<partition>aws[a-z-]*):(?P<service>iam|sts)::(?P<account>[0-9]*):(?P<what>.+)\Z")
_TAG_BYTES = 200
# The last word of a tag's key: clouds write their own words before it (`iamPrincipal/team`, `user:team`).
_TAIL = re.compile(r"[^/:]+\Z")
_USER, _AGENT, _TEAM = ("user", "user_id", "userid", "user_email", "email"), ("agent", "agent_id"), ("team",)


def account_id(system: str, user: str) -> str:
    """A user's account; named by an address alone it is resolved when the graph is compiled."""
    return f"Account:{system}/~{user.lower()}" if _ADDRESS.match(user) else f"Account:{system}/{user}"


def agent_account_id(system: str, agent: str) -> str:
    """The account that an agent's name stands for."""
    return f"Account:{system}/agent/{agent}"


def arn_principal_id(arn: str) -> str:
    """The node of an AWS principal: users and roles are accounts, by their ARN.

    A session of a role that bears a person's address, as single sign-on names it, is that person's account; any other is its
    role's: sessions come and go.
    """
    match = _ARN.match(arn)
    if match is None:
        return account_id("aws", arn)
    kind, _, name = match["what"].partition("/")
    if kind != "assumed-role":
        return f"Account:aws/{arn}"
    role, _, session = name.partition("/")
    if _ADDRESS.match(session):
        return account_id("aws", session)
    return f"Account:aws/arn:{match['partition']}:iam::{match['account']}:role/{role}"


class Tags:
    """The tags of a line, from JSON text, a mapping, or a list of pairs; by the last word of their keys, lower-cased."""

    def __init__(self, raw: Any) -> None:
        self._told: dict[str, str] = {}
        for key, told in self.pairs(raw):
            word = _TAIL.search(key)
            if word is not None and isinstance(told, str) and told.strip():
                self._told.setdefault(word[0].strip().lower(), told.strip()[:_TAG_BYTES])

    @property
    def user(self) -> str | None:
        return self.first(*_USER)

    @property
    def agent(self) -> str | None:
        return self.first(*_AGENT)

    @property
    def team(self) -> str | None:
        return self.first(*_TEAM)

    def first(self, *names: str) -> str | None:
        """What the first of these keys says."""
        return next((self._told[name] for name in names if name in self._told), None)

    @staticmethod
    def pairs(raw: Any) -> Iterator[tuple[str, Any]]:
        """Keys and what they say, as they are written."""
        if isinstance(raw, str) and raw.strip().startswith(("{", "[")):
            try:
                raw = msgspec.json.decode(raw)
            except (msgspec.DecodeError, RecursionError):
                return
        if isinstance(raw, Mapping):
            yield from ((str(key), told) for key, told in raw.items())
        elif isinstance(raw, list):
            for pair in raw:
                if isinstance(pair, Mapping) and isinstance(pair.get("key"), str):
                    yield pair["key"], pair.get("value")
