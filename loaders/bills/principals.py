"""Principals that a line of a bill names: users, agents, AWS ARNs, and tags such as `user`, `agent` and `team`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from graph.address import email_address
from graph.tags import TAG_FIELDS, TEAM
from loaders.claims.tags import last_word, plain_key, tag_field, tag_text

_ARN = re.compile(r"arn:(?P<partition>aws[a-z-]*):(?P<service>iam|sts)::(?P<account>[0-9]*):(?P<resource>.+)\Z")
_UNREADABLE = "(not JSON)"
_USER, _AGENT = ("user", "user_id", "userid", "user_email", "email"), ("agent", "agent_id")
# Keys that say who or where: not counted as unused.
_PRINCIPALS = frozenset(map(plain_key, (*_USER, *_AGENT, "workspace", "project")))


def account_id(system: str, user: str) -> str:
    """The node id of a user's account; one named by an email address alone is resolved when the graph is compiled."""
    address = email_address(user)
    return f"Account:{system}/~{address}" if address else f"Account:{system}/{user}"


def agent_account_id(system: str, agent: str) -> str:
    """The node id of the account that an agent's name stands for."""
    return f"Account:{system}/agent/{agent}"


def arn_principal_id(arn: str) -> str:
    """The node id of an AWS principal: users and roles are accounts, by their ARN.

    A role session named after a person's email address, as single sign-on does, is that person's account. Any other session
    is its role's account, as sessions are short-lived.
    """
    match = _ARN.match(arn)
    if match is None:
        return account_id("aws", arn)
    kind, _, name = match["resource"].partition("/")
    if kind != "assumed-role":
        return f"Account:aws/{arn}"
    role, _, session = name.partition("/")
    if email_address(session):
        return account_id("aws", session)
    return f"Account:aws/arn:{match['partition']}:iam::{match['account']}:role/{role}"


class Tags:
    """The tags of a line, from JSON text, a mapping or a list of pairs; keys as `tag_field` and `plain_key` compare them."""

    def __init__(self, raw: object) -> None:
        self._values: dict[str, str] = {}
        self._fields: dict[str, str] = {}
        self.keys: tuple[str, ...] = ()
        self.unused: tuple[str, ...] = ()
        for key, value in self.pairs(raw):
            text, field = tag_text(value), tag_field(key)
            if text is None:
                continue
            self.keys += (key,)
            if field is not None:
                self._fields.setdefault(field, text)
            self._values.setdefault(last_word(key), text)
            if field is None and plain_key(key) not in _PRINCIPALS:
                self.unused += (key,)
        if isinstance(raw, str) and raw.strip(" {}[]") and not any(True for _ in self.pairs(raw)):
            self.keys = self.unused = (_UNREADABLE,)

    @property
    def user(self) -> str | None:
        return self.first(*_USER)

    @property
    def agent(self) -> str | None:
        return self.first(*_AGENT)

    @property
    def team(self) -> str | None:
        return self._fields.get(TEAM)

    def first(self, *names: str) -> str | None:
        """The value of the first of these keys that is there."""
        return next((self._values[name] for name in names if name in self._values), None)

    def account(self, system: str) -> str | None:
        """The node id of the account that the tag `user`, else `agent`, names; None without either."""
        if self.user:
            return account_id(system, self.user)
        return agent_account_id(system, self.agent) if self.agent else None

    def names(self) -> dict[str, str | None]:
        """The user, agent, team, owner and cost centre, as a usage row keeps them in its detail."""
        fields = {name: self._fields.get(name) for name in TAG_FIELDS}
        return {"user": self.user, "agent": self.agent, **fields}

    @staticmethod
    def pairs(raw: object) -> Iterator[tuple[str, Any]]:
        """Keys and values, as they are written."""
        if isinstance(raw, str) and raw.strip().startswith(("{", "[")):
            try:
                raw = msgspec.json.decode(raw)
            except (msgspec.DecodeError, RecursionError):
                return
        if isinstance(raw, Mapping):
            yield from ((str(key), value) for key, value in raw.items())
        elif isinstance(raw, list):
            for pair in raw:
                if isinstance(pair, Mapping) and isinstance(pair.get("key"), str):
                    yield pair["key"], pair.get("value")
