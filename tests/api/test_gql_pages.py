"""A list read page by page is the list, and a cursor holds for one snapshot and question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from api.gql.page import Cursor, read_cursor
from api.settings import Settings
from graph.errors import InputError
from tests.api.organisation import BOB, lines, load, node

PAGE = """query($input: BlastRadiusInput!, $first: Int! = 50, $after: String) { blastRadius(input: $input) {
  ... on BlastRadius { total snapshot { asOf } reached(first: $first, after: $after) {
    totalCount nodes { id } edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } columns { id } }
  ... on UserError { __typename code message path } } }"""
ADA = {"start": ["ada@acme.example"]}


async def turn(http: httpx.AsyncClient, told: dict[str, Any], **more: Any) -> dict[str, Any]:
    answer = await http.post("/graphql", json={"query": PAGE, "variables": {"input": told, **more}})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["data"]["blastRadius"]
    return found


@pytest.mark.parametrize("first", [7, 50, 200])
def test_pages_add_up_to_the_list(first: int, client: Callable[..., Any], stored: Settings) -> None:
    async def go() -> None:
        async with client(stored) as http:
            read: list[str] = []
            after, moments, whole = None, set(), None
            while True:
                answer = await turn(http, ADA, first=first, after=after)
                reached = answer["reached"]
                assert reached["totalCount"] == answer["total"] == 304
                assert reached["pageInfo"]["hasPreviousPage"] is bool(read)
                assert [edge["node"] for edge in reached["edges"]] == reached["nodes"]
                assert reached["edges"][-1]["cursor"] == reached["pageInfo"]["endCursor"]
                read += [row["id"] for row in reached["nodes"]]
                # The moment was left out: the first page's holds for all that follow it.
                moments.add(answer["snapshot"]["asOf"])
                whole = answer["columns"]["id"]
                after = reached["pageInfo"]["endCursor"]
                if not reached["pageInfo"]["hasNextPage"]:
                    break
            assert read == whole
            assert len(moments) == 1
            beyond = await turn(http, ADA, after=after)
            assert beyond["reached"]["nodes"] == []

    anyio.run(go)


def test_a_cursor_of_another_snapshot_is_expired(client: Callable[..., Any], stored: Settings, folder: Path) -> None:
    async def go() -> None:
        async with client(stored) as http:
            after = (await turn(http, ADA, first=1))["reached"]["pageInfo"]["endCursor"]
            run = {"record": "run", "source": "test:one", "observed_at": "2026-11-20T09:00:00Z"}
            load(stored, lines(run, node("Identity:test/9", "New One")), folder)
            with anyio.fail_after(10):
                while "reached" in (answer := await turn(http, ADA, first=1, after=after)):
                    await anyio.sleep(0.1)
            assert (answer["code"], answer["path"]) == ("SNAPSHOT_EXPIRED", ["reached", "after"])

    anyio.run(go)


def test_a_cursor_serves_one_question_alone(client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> None:
        async with client(settings) as http:
            after = (await turn(http, ADA, first=1))["reached"]["pageInfo"]["endCursor"]
            for told in ({"start": [BOB]}, {**ADA, "maxHops": 2}, {**ADA, "asOf": "2026-11-20T08:00:00Z"}):
                answer = await turn(http, told, after=after)
                assert (answer["code"], answer["path"]) == ("BAD_INPUT", ["reached", "after"])

    anyio.run(go)


@pytest.mark.parametrize("after", ["", "x", "bm9wZQ", "é", "a" * 5000, "WzEsMl0", "W10="])
def test_what_never_was_a_cursor_is_bad_input(after: str, client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> None:
        async with client(settings) as http:
            answer = await turn(http, ADA, after=after)
            assert (answer["code"], answer["path"]) == ("BAD_INPUT", ["reached", "after"])

    anyio.run(go)


@pytest.mark.parametrize(("first", "code"), [(0, "BAD_INPUT"), (-1, "BAD_INPUT"), (201, "LIMIT_EXCEEDED")])
def test_a_page_has_from_1_to_200_rows(first: int, code: str, client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> None:
        async with client(settings) as http:
            answer = await turn(http, ADA, first=first)
            assert (answer["code"], answer["path"]) == (code, ["reached", "first"])
            # Neither a fragment nor an alias hides it.
            hidden = (
                '{ blastRadius(input: { start: ["Ada Byron"] }) { ...F ... on UserError { code path } } } fragment F on '
                f"BlastRadius {{ ... on BlastRadius {{ a: reached(first: {first}) {{ totalCount }} }} }}"
            )
            answer = await http.post("/graphql", json={"query": hidden})
            refused = answer.json()["data"]["blastRadius"]
            assert (refused["code"], refused["path"]) == (code, ["a", "first"])

    anyio.run(go)


def test_a_cursor_reads_back_as_it_was_written() -> None:
    cursor = Cursor("0123456789abcdef", 1_795_000_000_000_000, "0011223344556677", "reached", 41)
    assert read_cursor(cursor.write()) == cursor
    with pytest.raises(InputError):
        read_cursor(Cursor("", 0, "", "", -1).write())


def test_aliases_do_not_make_a_page_longer(client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> None:
        async with client(settings) as http:
            for lists, code in ((5, None), (6, "LIMIT_EXCEEDED")):
                many = " ".join(f"a{n}: reached(first: 200) {{ totalCount }}" for n in range(lists))
                query = f'{{ blastRadius(input: {{ start: ["Ada Byron"] }}) {{ ...on BlastRadius {{ {many} }} ...on UserError {{ code }} }} }}'
                answer = await http.post("/graphql", json={"query": query})
                assert answer.json()["data"]["blastRadius"].get("code") == code

    anyio.run(go)
