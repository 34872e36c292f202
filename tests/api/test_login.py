"""Signing in by the issuer and by a token: the session, its cookie, its end, and that only our own pages use it."""

from __future__ import annotations

import base64
import re
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pydantic import SecretStr

from api.access.sessions import MAX_PER_SUBJECT, Login, Sessions
from api.errors import Refusal
from api.http.auth import require_token
from api.http.login_pages import landing
from api.oidc.config import OidcConfig
from api.oidc.people import name_of
from api.settings import Settings
from graph.errors import InputError
from graph.moment import now
from tests.api.organisation import TOKEN, load, organisation
from tests.servers.chromium import Tab, open_tab
from tests.servers.issuer import AUDIENCE, CLIENT_ID, CLIENT_SECRET, Issuer

ROLES = {"remit-viewers": "viewer", "remit-admins": "admin"}
ASK = {"query": "{ status { generation } }"}
SESSION = "__Host-remit"
HTML = {"accept": "text/html"}
# One for all: a client of its own per request would read all certificates each time. It sends no Secure cookie by itself.
HTTP = httpx.Client(verify=False, trust_env=False)


@pytest.fixture(scope="module", autouse=True)
def connections() -> Iterator[None]:
    yield
    HTTP.close()


@pytest.fixture(scope="module")
def provider_server() -> Iterator[Issuer]:
    """An issuer under another name of this machine: for a browser it is another site."""
    server = Issuer("localhost", CLIENT_SECRET)
    yield server
    server.close()


@pytest.fixture
def issuer(provider_server: Issuer) -> Issuer:
    provider_server.denies, provider_server.nonce_of_tokens = False, None
    provider_server.person = {
        "sub": "00u1",
        "email": "ada@acme.example",
        "email_verified": True,
        "groups": list(ROLES)[:1],
    }
    return provider_server


@pytest.fixture
def stored_organisation(folder: Path) -> Settings:
    """The organisation in a file, which a restart finds again."""
    settings = Settings(store=f"sqlite:///{folder}/remit.db")
    load(settings, organisation(), folder)
    return settings


@pytest.fixture
def with_token(stored_organisation: Settings) -> Settings:
    return stored_organisation.model_copy(update={"token": SecretStr(TOKEN)})


@pytest.fixture
def with_issuer(stored_organisation: Settings, issuer: Issuer) -> Settings:
    change = {
        "oidc_issuer": issuer.url,
        "oidc_audience": AUDIENCE,
        "oidc_client_id": CLIENT_ID,
        "oidc_client_secret": SecretStr(CLIENT_SECRET),
        "oidc_roles": ROLES,
    }
    return stored_organisation.model_copy(update=change)


def cookie_of(answer: httpx.Response, name: str = SESSION) -> Any:
    """The cookie that an answer sets."""
    jar: SimpleCookie = SimpleCookie()
    for text in answer.headers.get_list("set-cookie"):
        jar.load(text)
    return jar[name]


def signed_in_by_token(address: str, token: str = TOKEN, **headers: str) -> httpx.Response:
    form = {"token": token, "next": "/"}
    return HTTP.post(f"{address}/login/token", data=form, headers={"origin": address, **headers})


def signed_in_by_issuer(address: str, issuer: Issuer) -> httpx.Response:
    """The answer to the callback, having followed the browser's way by hand."""
    issuer.redirect_uris.add(f"{address}/login/callback")
    first = HTTP.get(f"{address}/login", headers=HTML)
    assert first.status_code == 303, first.text
    second = HTTP.get(first.headers["location"])
    assert second.status_code == 302, second.text
    pending = cookie_of(first, f"{SESSION}-login")
    return HTTP.get(second.headers["location"], headers={"cookie": f"{pending.key}={pending.value}", **HTML})


def asked(address: str, session: str, method: str = "POST", path: str = "/graphql", **headers: str) -> httpx.Response:
    """A request as a page of ours sends it, unless headers say otherwise; an empty one is left out."""
    usual = {"origin": address, "sec-fetch-site": "same-origin", "cookie": f"{SESSION}={session}"}
    given = {name.replace("_", "-"): text for name, text in headers.items()}
    sent = {name: text for name, text in {**usual, **given}.items() if text}
    if method == "GET":
        sent.pop("origin", None)
        return HTTP.get(f"{address}{path}", headers=sent, params=ASK if path == "/graphql" else None)
    return HTTP.post(f"{address}{path}", headers=sent, json=ASK)


def test_the_page_leads_to_signing_in_and_is_no_json(served: Callable[[Settings], str], with_token: Settings) -> None:
    address = served(with_token)
    answer = HTTP.get(address, headers=HTML)
    assert (answer.status_code, answer.headers["content-type"]) == (401, "text/html; charset=utf-8")
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert 'content="0; url=/login?next=%2F"' in answer.text
    assert HTTP.get(address, headers={"accept": "application/json"}).json()["code"] == "UNAUTHORIZED"
    form = HTTP.get(f"{address}/login?next=/", headers=HTML, follow_redirects=True)
    assert form.url.path == "/login/token"
    assert "form-action 'self'" in form.headers["content-security-policy"]
    assert re.findall(r"form-action [^;]*", answer.headers["content-security-policy"]) == ["form-action 'none'"]
    # One script of our own, which keeps what the address asks for; without scripts the way is the same.
    script = '<script src="/signing-in.js"></script>'
    assert answer.text.index(script) < answer.text.index("http-equiv")
    for page in (answer.text.replace(script, ""), form.text):
        assert not re.search(r"//\w|<script|<style| on\w+=", page)


def test_a_token_gives_a_session(served: Callable[[Settings], str], with_token: Settings) -> None:
    address = served(with_token)
    answer = signed_in_by_token(address)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = cookie_of(answer)
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"].lower(), cookie["path"]) == (
        True,
        True,
        "strict",
        "/",
    )
    assert (cookie["domain"], cookie["max-age"]) == ("", "")
    assert asked(address, cookie.value).json()["data"] == {"status": {"generation": 2}}
    who = asked(address, cookie.value, "GET", "/session").json()
    assert (who["name"], who["rights"], who["session"]) == ("REMIT_TOKEN", ["ask"], True)
    # What the file holds opens nothing.
    file = Path(with_token.store.removeprefix("sqlite:///") + ".sessions")
    assert oct(file.stat().st_mode)[-3:] == "600"
    content = b"".join(path.read_bytes() for path in file.parent.glob("*.sessions*"))
    assert cookie.value.encode() not in content
    assert TOKEN.encode() not in content


def test_no_other_text_and_no_form_from_elsewhere_gives_one(
    served: Callable[[Settings], str], with_token: Settings
) -> None:
    address = served(with_token)
    for token in ("", "wrong", f"{TOKEN}x", "eyJhbGciOiJub25lIn0.e30.", "<script>alert(1)</script>", "é\0"):
        answer = signed_in_by_token(address, token)
        assert (answer.status_code, "set-cookie" in answer.headers) == (401, False)
        assert "not known here" in answer.text
        assert "<script" not in answer.text
    many = HTTP.post(f"{address}/login/token", data={f"field{n}": "x" for n in range(9)}, headers={"origin": address})
    assert (many.status_code, many.json()["code"]) == (422, "BAD_REQUEST")
    for origin in ("https://evil.example", "null", ""):
        answer = signed_in_by_token(address, origin=origin)
        assert (answer.status_code, answer.json()["code"]) == (403, "WRONG_ORIGIN")
    assert HTTP.post(f"{address}/login/token", data={"token": TOKEN}).status_code == 403


def test_signing_in_over_plain_http_from_afar_says_why_not(
    served: Callable[[Settings], str], with_token: Settings
) -> None:
    address = served(with_token.model_copy(update={"hosts": ("remit.acme.example",)}))
    headers = {"host": "remit.acme.example", "origin": "http://remit.acme.example"}
    answer = signed_in_by_token(address, **headers)
    assert (answer.status_code, "set-cookie" in answer.headers) == (400, False)
    assert "HTTPS" in answer.text
    assert signed_in_by_token(address, **{**headers, "origin": "https://remit.acme.example"}).status_code == 303


def test_only_our_own_pages_use_a_session(served: Callable[[Settings], str], with_token: Settings) -> None:
    address = served(with_token)
    session = cookie_of(signed_in_by_token(address)).value
    assert asked(address, session, "GET").status_code == 200
    for method, headers, status in [
        ("POST", {"origin": ""}, 403),
        ("POST", {"origin": "https://evil.example"}, 403),
        ("POST", {"origin": "null"}, 403),
        ("POST", {"sec_fetch_site": "same-site"}, 403),
        ("POST", {"sec_fetch_site": ""}, 200),
        ("POST", {"content_type": "text/plain"}, 415),
        ("POST", {"content_type": "application/x-www-form-urlencoded"}, 415),
        ("GET", {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate"}, 403),
        ("GET", {"sec_fetch_site": "same-site"}, 403),
        ("GET", {"sec_fetch_site": "none"}, 403),
        ("GET", {"sec_fetch_site": ""}, 403),
    ]:
        answer = asked(address, session, method, **headers)
        assert answer.status_code == status, (method, headers, answer.text)
    # Who carries a token is no browser that somebody else makes ask.
    bearer = {"authorization": f"Bearer {TOKEN}"}
    assert asked(address, session, "GET", sec_fetch_site="none", **bearer).status_code == 200


def test_a_session_never_helps_a_page_of_another_origin(
    served: Callable[[Settings], str], with_token: Settings
) -> None:
    portal = "https://portal.acme.example"
    address = served(with_token.model_copy(update={"origins": (portal,)}))
    session = cookie_of(signed_in_by_token(address)).value
    answer = asked(address, session, origin=portal, sec_fetch_site="cross-site")
    assert answer.status_code == 401
    assert "access-control-allow-credentials" not in answer.headers


def test_signing_out_ends_the_session(served: Callable[[Settings], str], with_token: Settings) -> None:
    address = served(with_token)
    session, other = (cookie_of(signed_in_by_token(address)).value for _ in range(2))
    assert asked(address, session, path="/logout", origin="https://evil.example").status_code == 403
    assert asked(address, session).status_code == 200
    # Signing in again in the same browser ends what was there: nobody goes on with an id that somebody planted.
    again = cookie_of(signed_in_by_token(address, cookie=f"{SESSION}={other}")).value
    assert [asked(address, text).status_code for text in (other, again)] == [401, 200]
    answer = asked(address, session, path="/logout")
    assert (answer.status_code, cookie_of(answer)["max-age"]) == (200, "0")
    assert [asked(address, text).status_code for text in (session, again)] == [401, 200]


def test_a_session_outlives_the_server_and_not_its_token(
    served: Callable[[Settings], str], with_token: Settings
) -> None:
    session = cookie_of(signed_in_by_token(served(with_token))).value
    assert asked(served(with_token), session).status_code == 200
    changed = with_token.model_copy(update={"token": SecretStr(f"{TOKEN}-changed")})
    assert asked(served(changed), session).status_code == 401


def test_a_token_that_is_revoked_ends_its_session(served: Callable[[Settings], str], with_token: Settings) -> None:
    tokens = with_token.token_file()
    text = tokens.create("ada@acme.example", ["ask"], [], now(), None)
    address = served(with_token)
    session = cookie_of(signed_in_by_token(address, text)).value
    assert asked(address, session, "GET", "/session").json()["name"] == "ada@acme.example"
    tokens.revoke("ada@acme.example", now())
    assert asked(address, session).status_code == 401
    assert signed_in_by_token(address, text).status_code == 401


def test_the_issuer_s_people_sign_in(served: Callable[[Settings], str], with_issuer: Settings, issuer: Issuer) -> None:
    address = served(with_issuer)
    answer = signed_in_by_issuer(address, issuer)
    # A page of our own leads on: after a redirect the browser would not send the new cookie.
    assert answer.status_code == 200
    assert 'content="0; url=/"' in answer.text
    session = cookie_of(answer)
    assert (session["secure"], session["httponly"], session["samesite"].lower()) == (True, True, "strict")
    assert cookie_of(answer, f"{SESSION}-login")["max-age"] == "0"
    who = asked(address, session.value, "GET", "/session").json()
    assert (who["name"], who["method"], who["rights"]) == ("ada@acme.example", "oidc", ["ask"])
    assert asked(address, session.value).json()["data"] == {"status": {"generation": 2}}
    # A role that was taken away is gone at once.
    fewer = with_issuer.model_copy(update={"oidc_roles": {"remit-admins": "admin"}})
    assert asked(served(fewer), session.value).status_code == 401
    assert asked(served(with_issuer), session.value).status_code == 200


def test_bearer_tokens_of_the_issuer_ask_too(
    served: Callable[[Settings], str], with_issuer: Settings, issuer: Issuer
) -> None:
    address = served(with_issuer)

    def ask(token: str) -> httpx.Response:
        return HTTP.post(f"{address}/graphql", json=ASK, headers={"authorization": f"Bearer {token}"})

    assert ask(issuer.token()).status_code == 200
    assert ask(issuer.token(exp=1)).status_code == 401
    assert "another audience" in ask(issuer.token(aud=CLIENT_ID)).text
    nobody = ask(issuer.token(groups=["remit-gardeners"]))
    assert nobody.status_code == 403
    assert nobody.json()["errors"][0]["extensions"]["code"] == "NO_ROLE"
    assert "oidc_roles" in nobody.text
    assert HTTP.post(f"{address}/graphql", json=ASK).status_code == 401


def test_a_group_may_see_a_part_alone(served: Callable[[Settings], str], with_issuer: Settings, issuer: Issuer) -> None:
    """By the issuer as by an API token; who is in a group without a scope too sees everything."""
    scope = ("group:Group:cursor/data",)
    roles = {**ROLES, "research": "viewer"}
    address = served(with_issuer.model_copy(update={"oidc_roles": roles, "oidc_group_scopes": {"research": scope}}))
    api_token = with_issuer.token_file().create("part", ["ask"], [], now(), None, scope)
    ask = {"query": "{ ranking { ... on Ranking { rows { nodes { id total } } } ... on UserError { message } } }"}

    def rows(bearer: str) -> Any:
        answer = HTTP.post(f"{address}/graphql", json=ask, headers={"authorization": f"Bearer {bearer}"}).json()
        return answer["data"]["ranking"]["rows"]["nodes"]

    part, whole = rows(api_token), rows(issuer.token(groups=["remit-viewers"]))
    assert 0 < len(part) < len(whole)
    assert rows(issuer.token(groups=["research", "remit-gardeners"])) == part
    assert rows(issuer.token(groups=["research", "remit-viewers"])) == whole
    issuer.person["groups"] = ["research"]
    session = cookie_of(signed_in_by_issuer(address, issuer)).value
    answer = HTTP.post(
        f"{address}/graphql", json=ask, headers={"origin": address, "cookie": f"{SESSION}={session}"}
    ).json()
    assert answer["data"]["ranking"]["rows"]["nodes"] == part


def test_who_has_no_role_gets_no_session_and_nobody_another_s_name(
    served: Callable[[Settings], str], with_issuer: Settings, issuer: Issuer
) -> None:
    address = served(with_issuer)
    issuer.person |= {"groups": ["<b>gardeners</b>"]}
    answer = signed_in_by_issuer(address, issuer)
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    assert "ada@acme.example is known, but none of their groups has a role here" in answer.text
    # An address that nobody verified could be anybody's.
    issuer.person |= {"email": "root@acme.example", "email_verified": False, "groups": ["remit-admins"]}
    session = cookie_of(signed_in_by_issuer(address, issuer)).value
    who = asked(address, session, "GET", "/session").json()
    assert (who["name"], who["rights"]) == ("00u1", ["admin", "architect", "ask", "decide", "load"])
    # An ID token that answers another login, and a person who does not consent.
    issuer.nonce_of_tokens = "replayed"
    assert signed_in_by_issuer(address, issuer).status_code == 401
    issuer.nonce_of_tokens, issuer.denies = None, True
    answer = signed_in_by_issuer(address, issuer)
    assert (answer.status_code, "access_denied" in answer.text) == (400, True)


def test_where_the_issuer_sends_people_back_to(
    served: Callable[[Settings], str], with_issuer: Settings, issuer: Issuer
) -> None:
    """To the public address and nowhere else: never in the clear to another machine, whatever the Host."""
    behind = with_issuer.model_copy(update={"hosts": ("remit.acme.example",)})
    host = {"host": "remit.acme.example"}
    answer = HTTP.get(f"{served(behind)}/login", headers=host)
    assert (answer.status_code, "REMIT_PUBLIC_URL" in answer.text) == (400, True)
    public = "https://remit.acme.example"
    address = served(with_issuer.model_copy(update={"public_url": public}))
    sent = parse_qs(urlsplit(HTTP.get(f"{address}/login", headers=host).headers["location"]).query)
    assert sent["redirect_uri"] == [f"{public}/login/callback"]
    # The session is for that origin, scheme included.
    headers = {"host": "remit.acme.example", "content-type": "application/x-www-form-urlencoded"}
    for origin, status in [("http://remit.acme.example", 403), (public, 401)]:
        answer = HTTP.post(f"{address}/login/token", content="token=x", headers={**headers, "origin": origin})
        assert answer.status_code == status


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"oidc_audience": None}, "REMIT_OIDC_AUDIENCE is missing"),
        ({}, "needs REMIT_PUBLIC_URL"),
        ({"oidc_client_id": None}, ""),
        ({"public_url": "https://remit.acme.example"}, ""),
    ],
)
def test_a_server_that_others_reach_starts_with_safe_settings_alone(
    change: dict[str, Any], problem: str, folder: Path
) -> None:
    given = {"oidc_issuer": "https://login.acme.example", "oidc_audience": AUDIENCE, "oidc_client_id": CLIENT_ID}
    settings = Settings(**{**given, "oidc_roles": ROLES, **change})
    if not problem:
        require_token(settings, "0.0.0.0")
        return
    with pytest.raises(InputError, match=problem):
        require_token(settings, "0.0.0.0")


@pytest.mark.parametrize("url", ["http://remit.acme.example", "https://remit.acme.example/x", "remit", "https://", ""])
def test_a_public_address_is_an_origin(url: str) -> None:
    with pytest.raises(ValueError, match="it is not the address of this server"):
        Settings(public_url=url)


@pytest.mark.parametrize("name", ["REMIT_TOKEN", "anonymous", "cli", "a\x1b[31m", " ", "x" * 321, 5, None])
def test_a_name_is_nobody_else_s(name: object) -> None:
    config = OidcConfig("https://login.acme.example", AUDIENCE, ROLES, name_claim="preferred_username")
    assert name_of(config, {"sub": "00u1", "preferred_username": "ada"}) == "ada"
    with pytest.raises(Refusal, match="is no name"):
        name_of(config, {"sub": "00u1", "preferred_username": name})


def test_an_answer_that_was_not_asked_for_signs_nobody_in(
    served: Callable[[Settings], str], with_issuer: Settings, issuer: Issuer
) -> None:
    address = served(with_issuer)
    issuer.redirect_uris.add(f"{address}/login/callback")
    first = HTTP.get(f"{address}/login")
    sent = parse_qs(urlsplit(first.headers["location"]).query)
    assert (sent["code_challenge_method"], sent["redirect_uri"]) == (["S256"], [f"{address}/login/callback"])
    back = HTTP.get(first.headers["location"]).headers["location"]
    own, other = cookie_of(first, f"{SESSION}-login"), cookie_of(HTTP.get(f"{address}/login"), f"{SESSION}-login")
    for url, value in [
        (back, ""),
        (back, "e30="),
        # Deeper than a parser goes.
        (back, base64.urlsafe_b64encode(b'{"x":' + b"[" * 5000 + b"]" * 5000 + b"}").decode()),
        (back, other.value),
        (back.replace("state=", "state=x"), own.value),
        (back.replace("iss=http", "iss=https"), own.value),
        (re.sub(r"code=\w+", "code=guessed", back), own.value),
        (re.sub(r"code=\w+&", "", back), own.value),
    ]:
        answer = HTTP.get(url, headers={"cookie": f"{own.key}={value}"} if value else {})
        assert (answer.status_code, "set-cookie" in answer.headers) == (400, False), (url, answer.text)
        assert "You are not signed in" in answer.text
    assert HTTP.get(back, headers={"cookie": f"{own.key}={own.value}"}).status_code == 200
    # A code counts once.
    assert HTTP.get(back, headers={"cookie": f"{own.key}={own.value}"}).status_code == 400


@pytest.mark.parametrize("path", ["//evil.example", "https://evil.example", "/\\evil.example", "/login", "", "/x"])
def test_nobody_chooses_where_one_lands(path: str) -> None:
    assert landing(path) == "/"
    assert landing("/graphiql") == "/graphiql"


class Clock:
    """Seconds that pass when a test says so."""

    now_s = 10_000.0

    def __call__(self) -> float:
        return self.now_s


def test_sessions_end_when_unused_and_at_the_latest(tmp_path: Path) -> None:
    clock, ada = Clock(), Login("oidc", "00u1", "ada", ("remit-viewers",))
    sessions = Sessions(tmp_path / "sessions", idle_s=3600, absolute_s=3 * 3600, clock=clock)
    used, unused = sessions.begin(ada), sessions.begin(ada)
    for _ in range(4):
        clock.now_s += 2700
        assert sessions.use(used) == ada
    assert sessions.use(unused) is None
    clock.now_s += 1
    assert sessions.use(used) is None
    sessions.begin(ada)
    sessions.close()
    with sqlite3.connect(tmp_path / "sessions") as file:
        assert file.execute("SELECT count(*) FROM session").fetchone() == (1,)


def test_nobody_has_sessions_without_end(tmp_path: Path) -> None:
    clock, ada = Clock(), Login("token", "00", "ada")
    sessions = Sessions(None, idle_s=3600, absolute_s=3600, clock=clock)
    other = sessions.begin(Login("token", "01", "bo"))
    ids = []
    for _ in range(MAX_PER_SUBJECT + 2):
        clock.now_s += 1
        ids.append(sessions.begin(ada))
    assert [sessions.use(session_id) is None for session_id in ids] == [True, True] + [False] * MAX_PER_SUBJECT
    assert sessions.use(other) is not None
    sessions.close()


def test_threads_and_processes_share_sessions(tmp_path: Path) -> None:
    """Two handles on one file, as two workers have, and many threads of each."""
    handles = [Sessions(tmp_path / "sessions", idle_s=3600, absolute_s=3600) for _ in range(2)]

    def live(number: int) -> bool:
        own, other = handles[number % 2], handles[(number + 1) % 2]
        login = Login("oidc", f"person-{number}", "ada")
        session_id = own.begin(login)
        was_there = other.use(session_id) == login
        other.end(session_id)
        return was_there and own.use(session_id) is None

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(live, range(48)))
    for handle in handles:
        handle.close()


def cookies_in(tab: Tab, address: str) -> dict[str, dict[str, Any]]:
    return {cookie["name"]: cookie for cookie in tab.send("Network.getCookies", urls=[f"{address}/"])["cookies"]}


def assert_the_page_answers(tab: Tab, address: str) -> None:
    """The page is there, has asked for the status by the session, and shows whose it is."""
    tab.until(f'location.href === "{address}/"')
    tab.until('document.getElementById("state")?.textContent.includes("Generation 2")')
    tab.until('document.getElementById("session")')


def sign_out(tab: Tab) -> None:
    tab.evaluate('document.getElementById("sign-out").click()')
    tab.until('location.pathname === "/signed-out"')


def test_a_browser_signs_in_by_a_token(served: Callable[[Settings], str], with_token: Settings) -> None:
    address = served(with_token)
    with open_tab() as tab:
        tab.send("Page.navigate", url=f"{address}/#/sources?asOf=2026-11-21T06:00:00Z")
        # The page puts the cursor there itself.
        tab.until('document.activeElement?.id === "token"')
        tab.send("Input.insertText", text=TOKEN)
        tab.evaluate('document.querySelector("button").click()')
        # What somebody was sent a link to is what they see, signed in.
        tab.until(
            'location.hash === "#/sources?asOf=2026-11-21T06:00:00Z" && document.querySelector("main h1")?.innerText === "Sources"'
        )
        tab.send("Page.navigate", url="about:blank")
        tab.send("Page.navigate", url=f"{address}/")
        assert_the_page_answers(tab, address)
        cookie = cookies_in(tab, address)[SESSION]
        assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, True, "Strict", "/")
        assert tab.evaluate("document.cookie") == ""
        # Another server process on the same store: as after a restart, only what is on disk is known. Cookies know no port.
        restarted = served(with_token)
        tab.send("Page.navigate", url=f"{restarted}/")
        assert_the_page_answers(tab, restarted)
        # GraphiQL asks by the session too.
        tab.send("Page.navigate", url=f"{address}/graphiql")
        tab.until('document.querySelector(".graphiql-query-editor .CodeMirror")')
        tab.evaluate("""document.querySelector('button[aria-label="Show Documentation Explorer"]').click()""")
        tab.until("""document.querySelector(".graphiql-doc-explorer")?.innerText.includes("Query")""")
        assert tab.evaluate('document.querySelector(".remit-token")') is None
        tab.send("Page.navigate", url=f"{address}/")
        assert_the_page_answers(tab, address)
        sign_out(tab)
        assert cookies_in(tab, address) == {}
        # Without one it leads to signing in, and from there back.
        tab.send("Page.navigate", url=f"{address}/graphiql")
        tab.until('document.querySelector(".remit-token a")')
        tab.evaluate('document.querySelector(".remit-token a").click()')
        tab.until('document.querySelector("#token")')
        assert tab.evaluate('document.querySelector("[name=next]").value') == "/graphiql"
        assert [
            event["entry"]["text"] for event in tab.of("Log.entryAdded") if "401" not in event["entry"]["text"]
        ] == []
        assert tab.of("Runtime.exceptionThrown") == []


def test_a_browser_signs_in_by_the_issuer(
    served: Callable[[Settings], str], with_issuer: Settings, issuer: Issuer
) -> None:
    address = served(with_issuer)
    issuer.redirect_uris.add(f"{address}/login/callback")
    with open_tab() as tab:
        tab.send("Page.navigate", url=f"{address}/")
        assert_the_page_answers(tab, address)
        assert tab.evaluate('document.getElementById("who").textContent') == "Signed in as ada@acme.example."
        cookies = cookies_in(tab, address)
        assert list(cookies) == [SESSION]
        assert (cookies[SESSION]["secure"], cookies[SESSION]["httpOnly"]) == (True, True)
        assert (cookies[SESSION]["sameSite"], cookies[SESSION]["domain"]) == ("Strict", "127.0.0.1")
        # A link on another site: the first request comes without the cookie, and the page is there all the same.
        issued = issuer.requests["/token"]
        tab.send("Page.navigate", url=f"{issuer.url}/nowhere")
        tab.until('document.body?.innerText.includes("not_found")')
        tab.evaluate(f'location.href = "{address}/"')
        assert_the_page_answers(tab, address)
        assert issuer.requests["/token"] == issued
        # What another site makes the browser send comes without the session, and is refused besides.
        for path in ("logout", "login/token", "graphql"):
            tab.send("Page.navigate", url=f"{issuer.url}/nowhere")
            tab.until('document.body?.innerText.includes("not_found")')
            form = f"""(() => {{ const form = document.createElement("form"); form.method = "post";
                form.action = "{address}/{path}"; document.body.append(form); form.submit(); }})()"""
            tab.evaluate(form)
            tab.until('document.body?.innerText.includes("WRONG_ORIGIN")')
        tab.send("Page.navigate", url=f"{issuer.url}/nowhere")
        tab.until('document.body?.innerText.includes("not_found")')
        ask = f"{address}/graphql?query={{__typename}}"
        assert tab.evaluate(f"fetch('{ask}', {{credentials: 'include'}}).catch(() => 'refused')") == "refused"
        tab.send("Page.navigate", url=f"{address}/")
        assert_the_page_answers(tab, address)
        sign_out(tab)
        assert cookies_in(tab, address) == {}
