"""API tokens: shown once, kept as hashes for their owner alone, refused at once when revoked or expired."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from api.access.tokens import TokenFile
from api.settings import Settings
from graph.errors import InputError, StoreError
from graph.moment import DAY, now
from tests.api.command_line import Remit
from tests.api.organisation import lines, load, node, organisation

STATUS = {"query": "{ status { generation } }"}
RUN = {"record": "run", "source": "custom:one", "observed_at": "2026-11-21T09:00:00Z"}
NDJSON = {"content-type": "application/x-ndjson"}


@pytest.fixture
def embedded(folder: Path) -> Settings:
    """A store in a file that holds the organisation; no setting is a token."""
    settings = Settings(store=f"sqlite:///{folder}/remit.db")
    load(settings, organisation(), folder)
    return settings


def with_client(client: Callable[..., Any], settings: Settings, work: Callable[[httpx.AsyncClient], Any]) -> Any:
    async def go() -> Any:
        async with client(settings) as http:
            return await work(http)

    return anyio.run(go)


def bearer(text: str) -> dict[str, str]:
    return {"authorization": f"Bearer {text}"}


def test_a_running_server_knows_a_new_token_and_refuses_a_revoked_one_at_once(
    client: Callable[..., Any], embedded: Settings
) -> None:
    file = TokenFile(embedded.token_file().path)

    async def work(http: httpx.AsyncClient) -> None:
        text = file.create("ada@acme.example", ["ask"], [], now(), None)
        assert (await http.post("/graphql", json=STATUS, headers=bearer(text))).status_code == 200
        for wrong in (text[:-1], text + "0", "remit_" + "0" * 64, text.upper().replace("REMIT_", "remit_")):
            assert (await http.post("/graphql", json=STATUS, headers=bearer(wrong))).status_code == 401
        file.revoke("ada@acme.example", now())
        answer = await http.post("/graphql", json=STATUS, headers=bearer(text))
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert "is revoked" in answer.json()["detail"]
        # Revoked is less than none, which this machine may still ask with.
        assert (await http.post("/graphql", json=STATUS)).status_code == 200

    with_client(client, embedded, work)


def test_a_token_ends_when_it_expires(client: Callable[..., Any], embedded: Settings) -> None:
    begin = now() - 2 * DAY
    text = embedded.token_file().create("short", ["ask"], [], begin, begin + DAY)

    async def work(http: httpx.AsyncClient) -> None:
        answer = await http.post("/graphql", json=STATUS, headers=bearer(text))
        assert (answer.status_code, "is expired" in answer.json()["detail"]) == (401, True)

    with_client(client, embedded, work)
    assert [token.state(now()) for token in embedded.token_file().tokens()] == ["expired"]


def test_a_token_does_what_its_rights_say(client: Callable[..., Any], embedded: Settings) -> None:
    file = embedded.token_file()
    texts = {
        "ask": file.create("asker", ["ask"], [], now(), None),
        "load": file.create("loader", ["load"], ["custom:"], now(), None),
        "both": file.create("signer", ["decide", "load"], ["custom:one"], now(), None),
    }
    decision = {
        "record": "decision",
        "kind": "link",
        "ids": ["Identity:hr/3", "Identity:hr/4"],
        "by": "sam@acme.example",
        "at": "2026-11-21T09:00:00Z",
    }
    good = lines(RUN, node("Identity:custom/1", "New One"))

    async def work(http: httpx.AsyncClient) -> None:
        async def codes(name: str, text: str) -> tuple[int, int]:
            asked = await http.post("/graphql", json=STATUS, headers=bearer(texts[name]))
            loaded = await http.post("/records", content=text, headers=NDJSON | bearer(texts[name]))
            return asked.status_code, loaded.status_code

        assert await codes("ask", good) == (200, 403)
        assert await codes("load", good) == (403, 200)
        assert (await codes("load", lines(RUN, decision)))[1] == 403
        assert (await codes("load", lines({**RUN, "source": "hr:workday"})))[1] == 403
        assert (await codes("both", lines(decision)))[1] == 200
        # A caller who decides reaches /graphql, where nothing is theirs to ask yet.
        asked = await http.post("/graphql", json=STATUS, headers=bearer(texts["both"]))
        assert asked.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"

    with_client(client, embedded, work)
    from api.context import StoreContext

    with StoreContext(embedded) as context:
        assert [kept.by for kept in context.store.read().decisions] == ["signer"]


def test_what_is_kept_is_a_hash_for_its_owner_alone(folder: Path) -> None:
    file = Settings(store=f"sqlite:///{folder}/data/remit.db").token_file()
    text = file.create("ci", ["load"], ["otlp:default", "otlp:default"], now(), None)
    assert re.fullmatch(r"remit_[0-9a-f]{64}", text)
    assert text not in file.path.read_text()
    assert text[6:] not in file.path.read_text()
    assert file.path == folder / "data" / "remit.db.tokens"
    assert {stat.S_IMODE(path.stat().st_mode) for path in file.path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700
    assert file.tokens()[0].sources == ("otlp:default",)


@pytest.mark.parametrize(
    ("name", "rights", "sources", "said"),
    [
        ("two words", ["ask"], [], "no name of a token"),
        ("REMIT_TOKEN", ["ask"], [], "no name of a token"),
        ("anonymous", ["ask"], [], "no name of a token"),
        ("cli", ["ask"], [], "no name of a token"),
        ("x" * 65, ["ask"], [], "no name of a token"),
        ("ci", ["write"], [], "'write' is not a right. Rights are ask, load, decide, architect, admin"),
        ("ci", [], [], "a token needs a right"),
        ("ci", ["load"], [], "bound to sources"),
        ("ci", ["ask"], ["hr:"], "leave them out"),
        ("ci", ["load"], ["hr"], "no source and no prefix"),
        ("ci", ["load"], ["hr: x"], "no source and no prefix"),
        ("taken", ["ask"], [], "choose another name"),
    ],
)
def test_what_no_token_may_be_is_refused(
    name: str, rights: list[str], sources: list[str], said: str, folder: Path
) -> None:
    file = TokenFile(folder / "tokens")
    file.create("taken", ["ask"], [], now(), None)
    with pytest.raises(InputError, match=re.escape(said)):
        file.create(name, rights, sources, now(), None)
    assert [token.name for token in file.tokens()] == ["taken"]


def test_writers_do_not_lose_each_others_tokens(folder: Path) -> None:
    def make(number: int) -> str:
        return TokenFile(folder / "tokens").create(f"t{number}", ["ask"], [], now(), None)

    with ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(make, range(24)))
    file = TokenFile(folder / "tokens")
    assert {token.name for token in file.tokens()} == {f"t{number}" for number in range(24)}
    assert [token and token.name for token in map(file.find, texts)] == [f"t{number}" for number in range(24)]


def test_a_damaged_file_refuses_instead_of_forgetting(client: Callable[..., Any], embedded: Settings) -> None:
    file = embedded.token_file()
    text = file.create("ci", ["ask"], [], now(), None)
    file.path.write_text('[{"name": "ci"')
    with pytest.raises(StoreError, match="cannot be read"):
        embedded.token_file().tokens()

    async def work(http: httpx.AsyncClient) -> int:
        return (await http.post("/graphql", json=STATUS, headers=bearer(text))).status_code

    assert with_client(client, embedded, work) == 503


def test_the_command_line_makes_lists_and_revokes(folder: Path) -> None:
    remit = Remit(folder)
    made = remit.run("token", "create", "ci-loader", "--rights", "load,ask", "--sources", "hr:workday,custom:")
    assert (made.returncode, bool(re.fullmatch(r"remit_[0-9a-f]{64}\n", made.stdout))) == (0, True)
    assert "shown once; it expires " in made.stderr
    listed = json.loads(remit.run("token", "list", "--format", "json").stdout)["tokens"]
    assert [(row["name"], row["state"], row["rights"], row["sources"]) for row in listed] == [
        ("ci-loader", "active", ["ask", "load"], ["hr:workday", "custom:"])
    ]
    table = remit.run("token", "list").stdout
    assert "ci-loader" in table
    assert made.stdout.strip() not in table
    assert remit.run("token", "revoke", "ci-loader").stdout == "revoked ci-loader\n"
    assert "revoked" in remit.run("token", "list").stdout
    wrong = remit.run("token", "revoke", "ci")
    assert (wrong.returncode, "there is no token 'ci'. Tokens are ci-loader" in wrong.stderr) == (2, True)
    assert remit.run("token", "create", "x", "--rights", "ask", "--expires", "soon").returncode == 2
    assert remit.run("token", "list", settings={"REMIT_STORE": "memory:"}).returncode == 2
