"""Fetch of one server's tools: each attempt starts at the first page, until a list is complete."""

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

    Raises InputError if the SDK is not installed.
    """
    listing, failure = _list_with_retries(config, context)
    request = {"server": config.url, "credential": _credential_words(config)}
    for body in listing.pages:
        yield Page(TOOLS, {**body, "serverInfo": listing.server}, request)
    if failure is not None:
        yield Page(TOOLS, None, request, failure=reason_of(failure))
    else:
        yield list_end(TOOLS, **request)


def _list_with_retries(config: Config, context: FetchContext) -> tuple[ToolListing, FetchError | None]:
    """The complete list, or the longest partial one with the error that ended it."""
    longest, lost_s = ToolListing(), 0.0
    for attempt in range(1, context.retry_policy.max_attempts + 1):
        began_s = context.clock.now_s()
        try:
            return list_tools(config, context.retry_policy), None
        except ListingInterrupted as interrupted:
            failure = interrupted.failure
            longest = max(longest, interrupted.listing, key=lambda listing: len(listing.pages))
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


def _credential_words(config: Config) -> str:
    """With which credential the server was asked: it may list other tools to another caller."""
    return f"with the token of instance {config.instance}" if config.token else "without a credential"
