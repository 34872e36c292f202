"""A list read page by page is the list, and a cursor holds for one caller, snapshot and question."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from pydantic import SecretStr

from api.access.seal import Seal
from api.gql.page import Cursor, read_cursor
from api.settings import Settings
from graph.errors import InputError
from graph.moment import now
from tests.api.organisation import BOB, lines, load, node, organisation

PAGE = """query($input: BlastRadiusInput!, $first: Int! = 50, $after: String) { blastRadius(input: $input) {
  ... on BlastRadius { total snapshot { asOf } reached(first: $first, after: $after) {
    totalCount nodes { id } edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } columns { id } }
  ... on UserError { __typename code message path } } }"""
ADA = {"start": ["ada@acme.example"]}


@pytest.fixture
def embedded(folder: Path) -> Settings:
    settings = Settings(store=f"sqlite:///{folder}/remit.db")
    load(settings, organisation(), folder)
    return settings


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


CURSOR = Cursor("8899aabbccddeeff", "0123456789abcdef", 1_795_000_000_000_000, "0011223344556677", "reached", 41)


def test_a_cursor_reads_back_as_it_was_written() -> None:
    seal = Seal(b"k" * 64)
    assert read_cursor(CURSOR.write(seal), seal) == CURSOR
    for content in (b"[]", b'["", "", 0, "", "", -1]', b'["", "", 0, "", ""]', b"{"):
        with pytest.raises(InputError):
            read_cursor(seal.write(content), seal)


def test_a_cursor_is_of_one_key_and_cannot_be_changed() -> None:
    seal, text = Seal(b"k" * 64), CURSOR.write(Seal(b"k" * 64))
    with pytest.raises(InputError):
        read_cursor(text, Seal(b"l" * 64))
    changed = [text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :] for at in range(len(text))]
    for other in [*changed, text[:-1], text[1:], f"{text}A", f"{text}=", text + text, text.swapcase(), f" {text}"]:
        with pytest.raises(InputError):
            read_cursor(other, seal)


def test_a_cursor_says_nothing(client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> None:
        async with client(settings) as http:
            first = await turn(http, ADA, first=30)
            again = await turn(http, {**ADA, "asOf": first["snapshot"]["asOf"]}, first=30)
            cursors = [edge["cursor"] for edge in first["reached"]["edges"]]
            # Equal for equal places, so that clients may compare them.
            assert cursors == [edge["cursor"] for edge in again["reached"]["edges"]]
            assert len(set(cursors)) == 30
            for cursor in cursors:
                content = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
                assert not re.search(rb"[ -~]{20}", content), content
                for word in (b"reached", b"ada", b"acme", b"DataSource", b"2026"):
                    assert word not in content

    anyio.run(go)


def test_a_cursor_serves_the_caller_it_was_given_to(client: Callable[..., Any], embedded: Settings) -> None:
    file = embedded.token_file()
    tokens = {
        "ada": file.create("ada", ["ask"], [], now(), None),
        "bob": file.create("bob", ["ask"], [], now(), None),
        "scoped": file.create("scoped", ["ask"], [], now(), None, ["source:cursor:acme"]),
        "other": file.create("other", ["ask"], [], now(), None, ["source:cursor:acme"]),
    }
    question = {"start": ["Account:cursor/ada"]}

    async def go() -> None:
        async with client(embedded) as http:

            def sign_in(name: str | None) -> None:
                http.headers["authorization"] = f"Bearer {tokens[name]}" if name else ""
                if not name:
                    del http.headers["authorization"]

            cursors = {}
            for name in (None, *tokens):
                sign_in(name)
                answer = await turn(http, question, first=3)
                assert answer["total"] > 3, name
                cursors[name] = answer["reached"]["pageInfo"]["endCursor"]
            for name in (None, *tokens):
                sign_in(name)
                for maker, cursor in cursors.items():
                    answer = await turn(http, question, first=3, after=cursor)
                    if maker == name:
                        assert answer["reached"]["pageInfo"]["hasPreviousPage"]
                    else:
                        assert (answer["code"], answer["path"]) == ("BAD_INPUT", ["reached", "after"]), (name, maker)
                        assert "another caller" in answer["message"]
            # The same token, whose scope was changed since.
            sign_in("scoped")
            file.path.write_text(file.path.read_text().replace("source:cursor:acme", "group:Group:cursor/data", 1))
            answer = await turn(http, question, first=3, after=cursors["scoped"])
            assert "another scope" in answer.get("message", ""), answer

    anyio.run(go)


def test_a_cursor_serves_one_list_and_input(client: Callable[..., Any], settings: Settings) -> None:
    exposure = """query($after: String) { exposure(input: {target: "DataSource:postgres/prod/sales"}) {
      ... on Exposure { reached(first: 1, after: $after) { pageInfo { endCursor } } } ... on UserError { code path message } } }"""
    ranking = "query($after: String) { ranking { ... on Ranking { rows(after: $after) { totalCount } } ... on UserError { code path message } } }"

    async def go() -> None:
        async with client(settings) as http:
            after = (await turn(http, ADA, first=1))["reached"]["pageInfo"]["endCursor"]
            for document, field in ((exposure, "exposure"), (ranking, "ranking")):
                answer = await http.post("/graphql", json={"query": document, "variables": {"after": after}})
                refused = answer.json()["data"][field]
                assert (refused["code"], refused["path"][1]) == ("BAD_INPUT", "after")
                assert "another question" in refused["message"] or "not of `rows`" in refused["message"]
            for key, value in (
                ("basis", "OBSERVED"),
                ("kinds", ["DataSource"]),
                ("via", "Group"),
                ("minPermission", "WRITE"),
            ):
                refused = await turn(http, {**ADA, key: value}, after=after)
                assert (refused["code"], refused["path"]) == ("BAD_INPUT", ["reached", "after"]), key

    anyio.run(go)


def test_a_cursor_outlives_a_restart_and_serves_every_worker(client: Callable[..., Any], embedded: Settings) -> None:
    async def go() -> None:
        async with client(embedded) as http, client(Settings(store=embedded.store)) as other:
            read: list[str] = []
            answer = await turn(http, ADA, first=100)
            for worker in (other, http, other):
                read += [row["id"] for row in answer["reached"]["nodes"]]
                answer = await turn(worker, ADA, first=100, after=answer["reached"]["pageInfo"]["endCursor"])
            after = answer["reached"]["pageInfo"]["endCursor"]
        async with client(Settings(store=embedded.store)) as http:
            whole = (await turn(http, ADA, first=1))["columns"]["id"]
            assert read == whole[:300]
            assert (await turn(http, ADA, after=after))["reached"]["nodes"] == []
        # Another salt is another installation.
        async with client(Settings(store=embedded.store, salt=SecretStr("another-salt-of-a-test"))) as http:
            assert "no cursor of this server" in (await turn(http, ADA, after=after))["message"]

    anyio.run(go)


def test_aliases_do_not_make_a_page_longer(client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> None:
        async with client(settings) as http:
            for lists, code in ((5, None), (6, "LIMIT_EXCEEDED")):
                many = " ".join(f"a{n}: reached(first: 200) {{ totalCount }}" for n in range(lists))
                query = f'{{ blastRadius(input: {{ start: ["Ada Byron"] }}) {{ ...on BlastRadius {{ {many} }} ...on UserError {{ code }} }} }}'
                answer = await http.post("/graphql", json={"query": query})
                assert answer.json()["data"]["blastRadius"].get("code") == code

    anyio.run(go)
