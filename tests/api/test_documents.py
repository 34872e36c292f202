"""Trusted documents: a server that answers the operations of its list alone, whatever way another one comes in."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from graphql import get_introspection_query
from pydantic import SecretStr

from api.explorer_page import DOCUMENTS
from api.gql.documents import read_documents
from api.settings import Settings
from graph.errors import InputError

MODERN = "application/graphql-response+json"
GENERATION = "query Generation { status { generation } }"
FIND = "query Find($text: String!) { search(input: { text: $text }) { ... on Search { total } } }"
UNLISTED = "{ status { builtAt } }"
ARCHITECT = "a-token-of-an-architect"
# What the page at `/` asks: by their hashes, as the build lists them.
PAGE_DOCUMENTS: dict[str, str] = json.loads(DOCUMENTS.read_text())
PAGE_STATUS = next(text for text in PAGE_DOCUMENTS.values() if text.startswith("query Status "))


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def manifest(folder: Path, content: Any, name: str = "documents.json") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


@pytest.fixture
def only(guarded: Settings, folder: Path) -> Settings:
    """A server with tokens that answers two documents alone."""
    path = manifest(folder, {digest(GENERATION): GENERATION, "find-v1": FIND})
    more = {"documents": path, "documents_mode": "only", "architect_token": SecretStr(ARCHITECT)}
    return guarded.model_copy(update=more)


async def post(http: httpx.AsyncClient, accept: str = MODERN, **body: Any) -> httpx.Response:
    return await http.post("/graphql", json=body, headers={"accept": accept})


def code_of(answer: httpx.Response) -> str | None:
    errors = answer.json().get("errors")
    return errors[0]["extensions"]["code"] if errors else None


def persisted(document_id: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": document_id}}


def test_a_listed_document_is_asked_by_each_way_of_naming_it(client: Callable[..., Any], only: Settings) -> None:
    named = [
        {"documentId": f"sha256:{digest(GENERATION)}"},
        {"documentId": digest(GENERATION)},
        {"id": digest(GENERATION)},
        {"extensions": persisted(digest(GENERATION))},
        {"query": GENERATION},
        {"query": f"\n{GENERATION}\n"},
        {"query": GENERATION, "extensions": persisted(digest(GENERATION))},
        {"query": PAGE_STATUS},
        {"documentId": f"sha256:{digest(PAGE_STATUS)}"},
    ]

    async def go() -> None:
        async with client(only) as http:
            for body in named:
                for accept in (MODERN, "application/json"):
                    answer = await post(http, accept, **body)
                    assert answer.status_code == 200, (body, answer.text)
                    assert answer.json()["data"]["status"]["generation"] >= 1
                parameters = {name: json.dumps(part) if name == "extensions" else part for name, part in body.items()}
                answer = await http.get("/graphql", params=parameters)
                assert answer.json()["data"]["status"]["generation"] >= 1
            answer = await post(http, documentId="find-v1", operationName="Find", variables={"text": "Ada Byron"})
            assert answer.json()["data"]["search"]["total"] >= 1

    anyio.run(go)


def test_what_is_not_listed_is_refused_by_every_way_in(
    client: Callable[..., Any], only: Settings, log: io.StringIO
) -> None:
    texts = [
        UNLISTED,
        get_introspection_query(),
        "{ __typename }",
        GENERATION.replace("generation", "generation builtAt"),
        f"{GENERATION} query Other {{ status {{ builtAt }} }}",
        f"# {GENERATION}",
        "{ not GraphQL",
    ]

    async def go() -> None:
        async with client(only) as http:
            for text in texts:
                bodies = [{"query": text}, {"query": text, "extensions": persisted(digest(text))}]
                for body in (*bodies, {"query": text, "documentId": f"sha256:{digest(text)}"}):
                    answer = await post(http, **body)
                    assert (answer.status_code, code_of(answer)) == (403, "DOCUMENT_NOT_LISTED"), (body, answer.text)
                    assert "data" not in answer.json()
                    assert answer.headers["content-type"].startswith(MODERN)
                    answer = await post(http, "application/json", **body)
                    assert (answer.status_code, code_of(answer)) == (200, "DOCUMENT_NOT_LISTED")
                answer = await http.get("/graphql", params={"query": text})
                assert (answer.status_code, code_of(answer)) == (403, "DOCUMENT_NOT_LISTED")
            for document_id in (digest(UNLISTED), f"sha256:{digest(UNLISTED)}", "find-v2", "sha256:find-v1"):
                for body in ({"documentId": document_id}, {"id": document_id}, {"extensions": persisted(document_id)}):
                    assert code_of(await post(http, **body)) == "DOCUMENT_NOT_LISTED"
            # Nobody registers a document: what was sent with its hash is as unknown as before.
            assert code_of(await post(http, extensions=persisted(digest(UNLISTED)))) == "DOCUMENT_NOT_LISTED"
            batch = await http.post("/graphql", json=[{"query": UNLISTED}])
            assert (batch.status_code, code_of(batch)) == (422, "BAD_REQUEST")
            metrics = (await http.get("/metrics")).text
            assert 'remit_documents_total{outcome="refused"}' in metrics

    anyio.run(go)
    refused = [line for line in map(json.loads, log.getvalue().splitlines()) if line.get("document") == "refused"]
    assert len(refused) > 40
    assert "builtAt" not in log.getvalue()


def test_a_request_that_names_two_documents_is_refused(client: Callable[..., Any], only: Settings) -> None:
    bodies: list[dict[str, Any]] = [
        {"query": UNLISTED, "documentId": f"sha256:{digest(GENERATION)}"},
        {"query": UNLISTED, "documentId": "find-v1"},
        {"documentId": "find-v1", "id": digest(GENERATION)},
        {"documentId": "find-v1", "extensions": persisted(digest(GENERATION))},
        {"documentId": 1},
        {"documentId": ""},
        {"id": "x" * 257},
        {"extensions": {"persistedQuery": "x"}},
        {"extensions": {"persistedQuery": {"version": 1}}},
        {"query": "", "documentId": "find-v1"},
    ]

    async def go() -> None:
        async with client(only) as http:
            for body in bodies:
                answer = await post(http, **body)
                assert (answer.status_code, code_of(answer)) == (422, "BAD_REQUEST"), (body, answer.text)

    anyio.run(go)


def test_architects_are_free_where_the_setting_says_so(client: Callable[..., Any], only: Settings) -> None:
    async def go() -> None:
        for frees, status in ((False, 403), (True, 200)):
            settings = only.model_copy(update={"documents_free_architects": frees})
            async with client(settings) as http:
                assert (await post(http, query=UNLISTED)).status_code == 403
                http.headers["authorization"] = f"Bearer {ARCHITECT}"
                assert (await post(http, query=UNLISTED)).status_code == status
                assert (await post(http, documentId="find-v2")).status_code == 403

    anyio.run(go)


def test_the_schema_is_for_architects_where_others_ask_listed_documents(
    client: Callable[..., Any], only: Settings
) -> None:
    async def go() -> None:
        for mode, statuses in (("only", [403, 200]), ("log", [200, 200])):
            async with client(only.model_copy(update={"documents_mode": mode})) as http:
                architect = {"authorization": f"Bearer {ARCHITECT}"}
                answers = [await http.get("/schema.graphql", headers=headers) for headers in ({}, architect)]
            assert [answer.status_code for answer in answers] == statuses
            assert ["type Query {" in answer.text for answer in answers] == [status == 200 for status in statuses]
        assert answers[0].text == answers[1].text

    anyio.run(go)


def test_other_modes_answer_and_log_counts(client: Callable[..., Any], only: Settings, log: io.StringIO) -> None:
    async def go() -> None:
        for mode in ("any", "log"):
            async with client(only.model_copy(update={"documents_mode": mode})) as http:
                assert (await post(http, query=UNLISTED)).status_code == 200
                assert (await post(http, documentId="find-v1", variables={"text": "x"})).status_code == 200
                unknown = await post(http, extensions=persisted(digest(UNLISTED)))
                assert (unknown.status_code, code_of(unknown)) == (404, "PERSISTED_QUERY_NOT_FOUND")
                sent = await post(http, query=UNLISTED, extensions=persisted(digest(UNLISTED)))
                assert sent.status_code == 200
                wrong = await post(http, query=UNLISTED, documentId=f"sha256:{digest(FIND + ' ')}")
                assert (wrong.status_code, code_of(wrong)) == (422, "BAD_REQUEST")
        async with client(only.model_copy(update={"documents_mode": "any", "documents": None})) as http:
            unknown = await post(http, extensions=persisted(digest(UNLISTED)))
            assert (unknown.status_code, code_of(unknown)) == (404, "PERSISTED_QUERY_NOT_SUPPORTED")

    anyio.run(go)
    outcomes = [line["document"] for line in map(json.loads, log.getvalue().splitlines()) if "document" in line]
    assert outcomes == ["unlisted", "listed", "unlisted"]


def test_a_refusal_is_in_the_audit(client: Callable[..., Any], only: Settings, folder: Path) -> None:
    path = folder / "audit"

    async def go() -> None:
        async with client(only.model_copy(update={"audit": path})) as http:
            await post(http, query=UNLISTED)
            await post(http, documentId="find-v2")

    anyio.run(go)
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert [(line["kind"], line["name"], line["outcome"]) for line in lines] == [
        ("refusal", "document", "DOCUMENT_NOT_LISTED")
    ] * 2
    assert lines[0]["asked"] != lines[1]["asked"]
    assert "status" not in path.read_text()


SHAPES: list[tuple[str, Any]] = [
    ("codegen.json", {digest(GENERATION): GENERATION, "abc": FIND}),
    (
        "apollo.json",
        {
            "format": "apollo-persisted-query-manifest",
            "version": 1,
            "operations": [
                {"id": "abc", "name": "Find", "type": "query", "body": FIND},
                {"id": digest(GENERATION), "name": "Generation", "type": "query", "body": GENERATION},
            ],
        },
    ),
    ("swift.json", {"abc": {"name": "Find", "source": FIND}, "d": {"name": "Generation", "source": GENERATION}}),
]


@pytest.mark.parametrize(("name", "content"), SHAPES, ids=[name for name, _ in SHAPES])
def test_manifests_of_the_known_tools_are_read(name: str, content: Any, folder: Path) -> None:
    path = manifest(folder, content, name)
    listed = read_documents(Settings(documents=path, documents_mode="only"))
    assert listed.by_id["abc"] == FIND
    assert listed.by_id[digest(GENERATION)] == GENERATION


def test_a_folder_holds_manifests_and_operations(folder: Path) -> None:
    manifest(folder, {"abc": FIND}, "documents/web/persisted-documents.json")
    manifest(folder, f"{GENERATION}\n", "documents/cli/generation.graphql")
    manifest(folder, "no document", "documents/README.md")
    listed = read_documents(Settings(documents=folder / "documents"))
    assert listed.by_id["abc"] == FIND
    # The text as it stands in the file, and as clients send it.
    assert digest(GENERATION) in listed.by_id
    assert digest(f"{GENERATION}\n") in listed.by_id


NO_LISTS: list[tuple[str, Any, str]] = [
    ("empty.json", {}, "there are no documents"),
    ("list.json", [GENERATION], "no manifest"),
    ("null.json", {"abc": None}, "no manifest"),
    ("bodies.json", {"operations": [{"id": "abc"}]}, "no manifest"),
    ("operations.json", {"operations": ["abc"]}, "no manifest"),
    ("cut.json", '{"abc":', "neither a manifest"),
    ("wrong.json", {"abc": "{ status {"}, "cannot be asked"),
    ("deep.json", {"abc": "{ a " * 900}, "cannot be asked"),
    ("long.json", {"abc": "{ " + "a " * 2000 + "}"}, "cannot be asked"),
    ("ids.json", {"x" * 257: GENERATION}, "at most 256 characters"),
    ("clash.json", {digest(GENERATION): FIND, "abc": GENERATION}, "two documents"),
]


@pytest.mark.parametrize(("name", "content", "words"), NO_LISTS, ids=[name for name, *_ in NO_LISTS])
def test_a_list_that_is_none_keeps_the_server_from_starting(name: str, content: Any, words: str, folder: Path) -> None:
    path = manifest(folder, content, name)
    with pytest.raises(InputError, match=words) as caught:
        read_documents(Settings(documents=path, documents_mode="only"))
    assert name in str(caught.value)


def test_a_mode_without_a_list_keeps_the_server_from_starting(folder: Path) -> None:
    with pytest.raises(InputError, match="REMIT_DOCUMENTS"):
        read_documents(Settings(documents_mode="only"))
    with pytest.raises(InputError, match="cannot be read"):
        read_documents(Settings(documents=folder / "missing.json"))


def test_a_manifest_cannot_list_a_document_by_the_hash_of_another(folder: Path, guarded: Settings) -> None:
    path = manifest(folder, {digest(UNLISTED): GENERATION})
    listed = read_documents(guarded.model_copy(update={"documents": path, "documents_mode": "only"}))
    assert UNLISTED not in listed.texts
    assert GENERATION in listed.texts


def test_the_page_asks_what_is_listed(folder: Path, guarded: Settings) -> None:
    """Also where a list gives the id of one of its documents to another."""
    path = manifest(folder, {digest(PAGE_STATUS): GENERATION})
    listed = read_documents(guarded.model_copy(update={"documents": path, "documents_mode": "only"}))
    assert {text.strip() for text in PAGE_DOCUMENTS.values()} < listed.texts
    assert {digest(text) for text in PAGE_DOCUMENTS.values()} == PAGE_DOCUMENTS.keys()
