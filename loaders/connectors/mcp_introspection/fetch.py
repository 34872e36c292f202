"""This file knows how one server's tools are fetched: attempt after attempt, each from the first page, to the proven end."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import FetchError
from loaders.base import Page
from loaders.connectors.mcp_introspection.config import Config
from loaders.connectors.mcp_introspection.session import ListingInterrupted, ToolListing, list_tools
from loaders.live.http import FetchContext
from loaders.live.pagination import list_end, reason_of

TOOLS = "tools/list"


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """The pages of tools of the server that the settings name. Calls no tool and starts nothing.

    Raises InputError where the SDK is not installed.
    """
    heard, failure = _heard(config, context)
    request = {"server": config.url, "asked": _asked(config)}
    for body in heard.pages:
        yield Page(TOOLS, {**body, "serverInfo": heard.server}, request)
    if failure is not None:
        yield Page(TOOLS, None, request, failure=reason_of(failure))
    else:
        yield list_end(TOOLS, **request)


def _heard(config: Config, context: FetchContext) -> tuple[ToolListing, FetchError | None]:
    """The whole list, or the longest that came with the reason why it is not whole."""
    longest, lost_s = ToolListing(), 0.0
    for attempt in range(1, context.retry_policy.max_attempts + 1):
        began_s = context.clock.now_s()
        try:
            return list_tools(config, context.retry_policy), None
        except ListingInterrupted as broken:
            failure = broken.failure
            longest = max(longest, broken.heard, key=lambda heard: len(heard.pages))
        wait_s = min(context.retry_policy.initial_wait_s * 2 ** (attempt - 1), context.retry_policy.max_wait_s)
        lost_s += context.clock.now_s() - began_s + wait_s
        if (
            not failure.retryable
            or attempt == context.retry_policy.max_attempts
            or lost_s > context.retry_policy.budget_s
        ):
            return longest, failure
        context.clock.sleep(wait_s)
    raise AssertionError("attempts is at least 1")


def _asked(config: Config) -> str:
    """With what the server was asked: it may list other tools to somebody else."""
    return f"with the token of instance {config.instance}" if config.token else "without a credential"
