"""Bearer tokens of an issuer: forged ones are refused in bounded work, and nobody but the issuer is asked for keys."""

from __future__ import annotations

import base64
import gzip
import hashlib
import hmac
import io
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import anyio
import pytest
from joserfc import jwk, jwt

from api.errors import Refusal
from api.http.audit import open_log
from api.oidc.config import OidcConfig, oidc_config
from api.oidc.endpoints import MAX_BYTES
from api.oidc.provider import FRESH_S, RETRY_S, STALE_S, Provider
from api.oidc.verify import LEEWAY_S, MAX_TOKEN_BYTES, Verifier
from api.settings import Settings
from graph.errors import InputError
from tests.servers.issuer import AUDIENCE, Issuer

DISCOVERY, KEYS = "/.well-known/openid-configuration", "/keys"
NOW = int(time.time())


@pytest.fixture(scope="module")
def provider_server() -> Iterator[Issuer]:
    server = Issuer()
    yield server
    server.close()


@pytest.fixture
def issuer(provider_server: Issuer) -> Issuer:
    """The issuer, as new: up, with a key of its own, nothing counted."""
    provider_server.down, provider_server.spoilt = False, {}
    provider_server.rotate()
    provider_server.requests.clear()
    return provider_server


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Issuer]:
    """A listener that nobody configured."""
    server = Issuer()
    yield server
    server.close()
    assert server.requests.total() == 0


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def provider_of(issuer: Issuer, clock: Callable[[], float] = time.monotonic) -> Provider:
    config = OidcConfig(issuer.url, AUDIENCE, {"remit-viewers": "viewer"}, client_id="remit-web")
    return Provider(config, open_log(io.StringIO()), clock)


def outcome(work: Callable[[], Awaitable[Any]]) -> tuple[int, Any]:
    """200 and what comes of it, or the status and the words of a refusal."""

    async def go() -> tuple[int, Any]:
        try:
            return 200, await work()
        except Refusal as refusal:
            return refusal.status, refusal.detail

    return anyio.run(go)


def verified(issuer: Issuer, token: str) -> tuple[int, Any]:
    return outcome(lambda: Verifier(provider_of(issuer)).access_claims(token))


def part(content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def test_a_token_of_the_issuer_is_accepted(issuer: Issuer) -> None:
    status, claims = verified(issuer, issuer.token())
    assert (status, claims["sub"], claims["groups"]) == (200, "00u1", ["remit-viewers"])
    assert issuer.requests == {DISCOVERY: 1, KEYS: 1}


@pytest.mark.parametrize("kind", ["JWT", "at+jwt", "application/at+jwt"])
def test_kinds_of_bearer_tokens(kind: str, issuer: Issuer) -> None:
    assert verified(issuer, issuer.token({"typ": kind}))[0] == 200


def test_rsa_keys_sign_too(issuer: Issuer) -> None:
    key = jwk.RSAKey.generate_key(2048, {"kid": "r1"})
    issuer.keys.append(key)
    for algorithm in ("RS256", "PS384"):
        assert verified(issuer, issuer.token({"alg": algorithm}, key))[0] == 200


CLAIMS: list[tuple[dict[str, Any], str]] = [
    ({"exp": NOW - LEEWAY_S - 60}, "expired"),
    ({"exp": None}, "needs the claims"),
    ({"exp": "tomorrow"}, "malformed"),
    ({"exp": True}, "malformed"),
    ({"nbf": NOW + 3600}, "not valid yet"),
    ({"iat": NOW + 3600}, "not valid yet"),
    ({"aud": "another-api"}, "another audience"),
    ({"aud": ["another-api", "remit-ap"]}, "another audience"),
    ({"aud": None}, "needs the claims"),
    ({"aud": {"remit-api": 1}}, "another audience"),
    ({"iss": "https://evil.example"}, "another issuer"),
    ({"iss": None}, "needs the claims"),
    ({"sub": None}, "needs the claims"),
    ({"cnf": {"jkt": "x"}}, "bound to a key"),
    ({"sub": 5}, "malformed"),
]
# Without moments: processes that run tests at once collect them at different seconds, and must agree on their names.
CLAIM_IDS = [f"{next(iter(claims))}-{number}" for number, (claims, _) in enumerate(CLAIMS)]


@pytest.mark.parametrize(("claims", "problem"), CLAIMS, ids=CLAIM_IDS)
def test_claims_that_are_refused(claims: dict[str, Any], problem: str, issuer: Issuer) -> None:
    status, detail = verified(issuer, issuer.token(**claims))
    assert (status, problem in detail) == (401, True), detail


def test_clocks_may_differ_a_little(issuer: Issuer) -> None:
    near = LEEWAY_S // 2
    now = int(time.time())
    assert verified(issuer, issuer.token(exp=now - near, nbf=now + near, iat=now + near))[0] == 200


def forged(issuer: Issuer, elsewhere: Issuer, name: str) -> str:
    """A token as an attacker makes one who knows all that is public."""
    own, claims = jwk.ECKey.generate_key("P-256", {"kid": "evil"}), issuer.claims()
    public = issuer.keys[0].as_dict(private=False)
    body = f"{part({'alg': 'none', 'typ': 'JWT'})}.{part(claims)}"
    signed = {
        "jku": {"jku": f"{elsewhere.url}/keys"},
        "jku of a key that is known": {"jku": f"{elsewhere.url}/keys", "kid": public["kid"]},
        "x5u": {"x5u": f"{elsewhere.url}/certificates"},
        "x5c": {"x5c": ["MIIB"]},
        "embedded jwk": {"jwk": own.as_dict(private=False)},
        "embedded jwk under a known id": {"jwk": own.as_dict(private=False), "kid": public["kid"]},
        "own key under a known id": {"kid": public["kid"]},
        "own key under its own id": {},
        "kid that is a path": {"kid": "../../../../dev/null"},
        "kid that is an address": {"kid": f"{elsewhere.url}/keys"},
        "crit": {"crit": ["x"], "x": 1, "kid": public["kid"]},
        "another kind": {"typ": "logout+jwt", "kid": public["kid"]},
    }
    if name in signed:
        header = {"alg": "ES256", "kid": "evil", "typ": "JWT", **signed[name]}
        head = f"{part(header)}.{part(claims)}"
        return f"{head}.{jwt.encode({'alg': 'ES256'}, claims, own).rpartition('.')[2]}"
    texts = {
        "none": f"{body}.",
        "none with a signature": f"{body}.AAAA",
        "None": f"{part({'alg': 'None'})}.{part(claims)}.AAAA",
        "no alg": f"{part({'kid': public['kid']})}.{part(claims)}.AAAA",
        "alg is a list": f"{part({'alg': ['ES256']})}.{part(claims)}.AAAA",
        "kid is a list": f"{part({'alg': 'ES256', 'kid': [1]})}.{part(claims)}.AAAA",
        "header is a list": f"{part([1])}.{part(claims)}.AAAA",
        "nested header": f"{base64.urlsafe_b64encode(b'[' * 700).decode().rstrip('=')}.{part(claims)}.AAAA",
        "no base64": f"eyJ!.{part(claims)}.AAAA",
        "RS256 with a key of another kind": f"{part({'alg': 'RS256', 'kid': public['kid']})}.{part(claims)}.AAAA",
        "no signature": issuer.token().rpartition(".")[0] + ".",
        "five parts": "eyJhbGciOiJkaXIifQ.a.b.c.d",
        "empty": "",
        "huge": issuer.token(padding="x" * MAX_TOKEN_BYTES),
        "very huge": "eyJ." + "A" * 10**6 + ".A",
        "dots": "eyJ" + "." * 10**5,
    }
    if name in texts:
        return texts[name]
    if name == "changed claims":
        head, _, signature = issuer.token().split(".")
        return f"{head}.{part(issuer.claims(sub='root'))}.{signature}"
    head = f"{part({'alg': 'HS256', 'kid': public['kid']})}.{part(claims)}"
    secret = issuer.keys[0].as_pem(private=False) if name == "HS256 with the PEM" else json.dumps(public).encode()
    signature = hmac.new(secret, head.encode(), hashlib.sha256).digest()
    return f"{head}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


FORGED = [
    "none",
    "none with a signature",
    "None",
    "no alg",
    "alg is a list",
    "kid is a list",
    "header is a list",
    "nested header",
    "no base64",
    "RS256 with a key of another kind",
    "HS256 with the PEM",
    "HS256 with the JWK",
    "changed claims",
    "no signature",
    "five parts",
    "empty",
    "huge",
    "very huge",
    "dots",
    "jku",
    "jku of a key that is known",
    "x5u",
    "x5c",
    "embedded jwk",
    "embedded jwk under a known id",
    "own key under a known id",
    "own key under its own id",
    "kid that is a path",
    "kid that is an address",
    "crit",
    "another kind",
]


@pytest.mark.parametrize("name", FORGED)
def test_forged_tokens_are_refused(name: str, issuer: Issuer, elsewhere: Issuer) -> None:
    token = forged(issuer, elsewhere, name)
    began_s = time.process_time()
    status, detail = verified(issuer, token)
    assert status == 401, detail
    assert time.process_time() - began_s < 2
    # At most the first reading and one more for an id that it does not have; never another address.
    assert set(issuer.requests) <= {DISCOVERY, KEYS}
    assert max(issuer.requests.values(), default=0) <= 2


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ({"jku": "https://login.acme.example/keys"}, "names keys"),
        ({"x5u": "https://login.acme.example/keys"}, "names keys"),
        ({"x5c": ["MIIB"]}, "names keys"),
        ({"jwk": {"kty": "oct"}}, "names keys"),
        ({"typ": "logout+jwt"}, "another kind"),
        ({"typ": "dpop+jwt"}, "another kind"),
    ],
)
def test_even_the_issuer_s_signature_carries_none_of_these(
    header: dict[str, Any], problem: str, issuer: Issuer
) -> None:
    status, detail = verified(issuer, issuer.token(header))
    assert (status, problem in detail) == (401, True), detail
    assert issuer.requests == {}


def test_keys_of_other_uses_and_weak_ones_sign_nothing(issuer: Issuer) -> None:
    encrypts = jwk.ECKey.generate_key("P-256", {"kid": "e1", "use": "enc"})
    shared = jwk.OctKey.generate_key(256, {"kid": "h1"})
    issuer.keys += [encrypts, shared]
    status, _ = verified(
        issuer, issuer.token({"kid": "e1"}, jwk.ECKey.import_key(encrypts.as_dict(private=True, use="sig")))
    )
    assert status == 401
    assert verified(issuer, issuer.token({"alg": "HS256"}, shared))[0] == 401


def test_a_flood_of_unknown_ids_makes_a_bounded_number_of_requests(issuer: Issuer) -> None:
    clock = Clock()
    verifier = Verifier(provider_of(issuer, clock))
    foreign = jwk.ECKey.generate_key("P-256")

    async def attempt(number: int) -> None:
        with pytest.raises(Refusal) as raised:
            await verifier.access_claims(issuer.token({"kid": f"unknown-{number}"}, foreign))
        assert raised.value.status == 401

    async def go() -> None:
        await verifier.access_claims(issuer.token())
        for second in range(5):
            clock.now_s += RETRY_S / 5
            async with anyio.create_task_group() as group:
                for number in range(100):
                    group.start_soon(attempt, second * 100 + number)
            # Who has a good token is served meanwhile.
            await verifier.access_claims(issuer.token())

    anyio.run(go)
    assert issuer.requests == {DISCOVERY: 2, KEYS: 2}


def test_a_new_key_is_taken_up_at_once_and_an_old_one_ends(issuer: Issuer) -> None:
    clock = Clock()
    verifier = Verifier(provider_of(issuer, clock))
    old = issuer.keys[0]

    async def go() -> None:
        await verifier.access_claims(issuer.token())
        issuer.rotate()
        clock.now_s += RETRY_S + 1
        await verifier.access_claims(issuer.token())
        with pytest.raises(Refusal, match="no such key"):
            await verifier.access_claims(issuer.token(key=old))

    anyio.run(go)


def test_keys_are_read_again_when_they_are_old(issuer: Issuer) -> None:
    clock = Clock()
    verifier = Verifier(provider_of(issuer, clock))

    async def go() -> None:
        for _ in range(3):
            await verifier.access_claims(issuer.token())
        assert issuer.requests[KEYS] == 1
        clock.now_s += FRESH_S + 1
        await verifier.access_claims(issuer.token())
        with anyio.fail_after(10):
            while issuer.requests[KEYS] < 2:
                await anyio.sleep(0.01)

    anyio.run(go)


def test_an_issuer_that_is_down_is_borne_for_a_while(issuer: Issuer) -> None:
    clock = Clock()
    verifier = Verifier(provider_of(issuer, clock))

    async def go() -> None:
        token = issuer.token()
        await verifier.access_claims(token)
        issuer.down = True
        clock.now_s += STALE_S - 1
        await verifier.access_claims(token)
        clock.now_s += RETRY_S + 1
        with pytest.raises(Refusal) as raised:
            await verifier.access_claims(token)
        assert (raised.value.status, raised.value.code) == (503, "ISSUER_UNAVAILABLE")
        assert raised.value.headers == {"retry-after": str(RETRY_S)}
        issuer.down = False
        clock.now_s += RETRY_S + 1
        await verifier.access_claims(token)

    anyio.run(go)


def test_without_any_answer_yet_nobody_is_accepted(issuer: Issuer) -> None:
    issuer.down = True
    assert verified(issuer, issuer.token())[0] == 503


def test_what_an_issuer_must_not_answer(issuer: Issuer, elsewhere: Issuer) -> None:
    good = {"issuer": issuer.url, "jwks_uri": f"{issuer.url}/keys"}
    documents = [
        {**good, "issuer": "https://evil.example"},
        {**good, "issuer": f"{issuer.url}/"},
        # It leads to this machine, but is no loopback address.
        {**good, "jwks_uri": f"{elsewhere.url}/keys".replace("127.0.0.1", "0.0.0.0")},
        {**good, "jwks_uri": "http://keys.acme.example/keys"},
        {**good, "jwks_uri": "file:///etc/passwd"},
        {**good, "jwks_uri": 5},
        {**good, "jwks_uri": "https://["},
        [good],
    ]
    answers = [(DISCOVERY, (200, {}, json.dumps(document).encode())) for document in documents]
    keys: list[dict[str, Any]] = [
        {"keys": []},
        {"keys": "all"},
        {"keys": [{"kty": "RSA", "kid": "r", "n": "AQAB", "e": "AQAB"}, {"kty": "EC"}, 5, {"kty": "EC", "crv": 5}]},
        {"keys": [jwk.OctKey.generate_key(256).as_dict()]},
    ]
    answers += [(KEYS, (200, {}, json.dumps(listed).encode())) for listed in keys]
    answers += [
        (path, answer)
        for path in (DISCOVERY, KEYS)
        for answer in (
            (302, {"location": f"{elsewhere.url}/keys"}, b""),
            (200, {}, b"<html>"),
            (200, {}, b"[" * 100_000),
            (200, {}, b" " * (MAX_BYTES + 1)),
            (200, {"content-encoding": "gzip"}, gzip.compress(b" " * 10**7)),
        )
    ]
    for path, answer in answers:
        issuer.spoilt = {path: answer}
        assert verified(issuer, issuer.token())[0] == 503, (path, answer)
    issuer.spoilt = {}
    assert verified(issuer, issuer.token())[0] == 200


def test_id_tokens_and_bearer_tokens_are_not_each_other(issuer: Issuer) -> None:
    verifier = Verifier(provider_of(issuer))
    login = issuer.token(aud="remit-web", nonce="n1")
    assert verified(issuer, login)[0] == 401
    assert outcome(lambda: verifier.id_claims(login, "n1"))[0] == 200
    for token in (
        issuer.token(aud="remit-web", nonce="n2"),
        issuer.token(aud="remit-web"),
        issuer.token(nonce="n1"),
        issuer.token({"typ": "at+jwt"}, aud="remit-web", nonce="n1"),
        issuer.token(aud=["remit-web", "other"], nonce="n1"),
        issuer.token(aud=["remit-web", "other"], azp="other", nonce="n1"),
    ):
        assert outcome(lambda token=token: Verifier(provider_of(issuer)).id_claims(token, "n1"))[0] == 401


GOOD = {
    "oidc_issuer": "https://login.acme.example/realms/acme",
    "oidc_audience": "remit-api",
    "oidc_roles": {"remit-viewers": "viewer"},
}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"oidc_audience": None}, "REMIT_OIDC_AUDIENCE is missing"),
        ({"oidc_audience": ""}, "REMIT_OIDC_AUDIENCE is missing"),
        ({"oidc_issuer": None}, "set REMIT_OIDC_ISSUER"),
        ({"oidc_issuer": "http://login.acme.example"}, "https"),
        ({"oidc_issuer": "http://127.0.0.1.evil.example"}, "https"),
        ({"oidc_issuer": "https://user:word@login.acme.example"}, "https"),
        ({"oidc_issuer": "https://login.acme.example/?a=b"}, "https"),
        ({"oidc_issuer": "login.acme.example"}, "https"),
        ({"oidc_roles": {}}, "oidc_roles is missing"),
        ({"oidc_roles": {"g": "root"}}, "'root'"),
        ({"oidc_group_scopes": {"other": ("department:Research",)}}, "'other' needs a role"),
        ({"oidc_group_scopes": {"remit-viewers": ()}}, "at least one scope"),
        ({"oidc_group_scopes": {"remit-viewers": ("Research",)}}, "'Research' is no scope"),
        (
            {"oidc_roles": {"g": "investigator"}, "oidc_group_scopes": {"g": ("department:Research",)}},
            "sees or changes the whole graph",
        ),
        ({"oidc_client_secret": "EXAMPLE-of-a-secret"}, "REMIT_OIDC_CLIENT_ID"),
    ],
)
def test_what_is_not_safe_refuses_to_start(change: dict[str, Any], problem: str, folder: Any) -> None:
    assert oidc_config(Settings(**GOOD)) is not None
    with pytest.raises(InputError, match=problem):
        oidc_config(Settings(**{**GOOD, **change}))
