"""What must hold of secrets in MCP configurations: which texts are, and what is kept of them."""

from __future__ import annotations

import pytest

from loaders.mcp.secret import (
    LITERAL,
    PLACEHOLDER,
    REFERENCE,
    classify,
    fingerprint,
    hint_of,
    is_secret_name,
    is_secret_value,
    may_be_secret,
    secret_type,
)


@pytest.mark.parametrize(
    ("text", "variable"),
    [
        ("${CRM_TOKEN}", "CRM_TOKEN"),
        ("Bearer ${CRM_TOKEN}", "CRM_TOKEN"),
        ("$CRM_TOKEN", "CRM_TOKEN"),
        ("${env:CRM_TOKEN}", "CRM_TOKEN"),
        ("${input:crm-key}", "input:crm-key"),
        ("{env:CRM_TOKEN}", "CRM_TOKEN"),
        ("%CRM_TOKEN%", "CRM_TOKEN"),
        ("${{ secrets.CRM_TOKEN }}", "CRM_TOKEN"),
        ("op://vault/crm/token", "op://vault/crm/token"),
        ("Basic ${NAME}:${WORD}", "WORD"),
        ("${CRM_TOKEN:-none}", "CRM_TOKEN"),
        ("${CRM_TOKEN:-}", "CRM_TOKEN"),
        ("${CRM_TOKEN:-YOUR_TOKEN}", "CRM_TOKEN"),
        ("${A:-${B}}", "A"),
    ],
)
def test_what_only_points_somewhere_is_no_leaked_secret(text: str, variable: str) -> None:
    meaning = classify(text)
    assert meaning is not None
    assert (meaning.kind, meaning.variable) == (REFERENCE, variable)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Bearer EXAMPLE-NOT-A-SECRET", "EXAMPLE-NOT-A-SECRET"),
        ("${CRM_TOKEN:-hunter2}", "hunter2"),
        ("${A:-${B:-hunter2}}", "hunter2"),
        ("pa$sword", "pa$sword"),
        ("$ecret-Word1", "$ecret-Word1"),
    ],
)
def test_a_literal_secret_is_found_without_what_surrounds_it(text: str, secret: str) -> None:
    meaning = classify(text)
    assert meaning is not None
    assert (meaning.kind, str(meaning.secret)) == (LITERAL, secret)
    assert secret not in repr(meaning)


@pytest.mark.parametrize(
    "text",
    [
        "YOUR_GITHUB_PAT",
        "<token>",
        "your-api-token",
        "<YOUR_PAT>",
        "xxx",
        "ghp_xxxxxxxx",
        "sk-...",
        "**REDACTED**",
        "**REDACTED_SECRET_AWS**",
        "changeme",
        "{{token}}",
        "insert-token-here",
        "GITHUB_TOKEN",
        "yourApiKey",
    ],
)
def test_a_placeholder_is_never_a_shared_secret(text: str) -> None:
    meaning = classify(f"Bearer {text}")
    assert meaning is not None
    assert meaning.kind == PLACEHOLDER


@pytest.mark.parametrize("text", ["", "  ", "none", "Bearer none", "false"])
def test_an_empty_or_switched_off_value_carries_nothing(text: str) -> None:
    assert classify(text) is None


def test_a_path_to_a_secret_is_not_the_secret() -> None:
    meaning = classify("/home/ada/.config/crm/key.json")
    assert meaning is not None
    assert meaning.kind == REFERENCE


@pytest.mark.parametrize(
    "name",
    [
        "GITHUB_TOKEN",
        "API_KEY",
        "apiKey",
        "X-Api-Key",
        "Authorization",
        "Cookie",
        "PGPASSWORD",
        "MYSQL_PWD",
        "GITHUB_PAT",
        "--client-secret",
        "BOX_KEY",
        "clientSecret",
        "SESSION_ID",
        "oauth2Bearer",
    ],
)
def test_names_that_carry_secrets_are_known(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "MAX_TOKENS",
        "KEY_PATH",
        "TOKEN_FILE",
        "PUBLIC_KEY",
        "GITHUB_OAUTH_CALLBACK_PORT",
        "tokenUrl",
        "CLIENT_ID",
        "Content-Type",
        "X-Team",
        "ROOT",
        "TOKENIZER",
        "AUTH_TYPE",
    ],
)
def test_names_that_only_sound_like_secrets_are_not(name: str) -> None:
    assert not is_secret_name(name)


def test_a_known_prefix_gives_a_secret_away_whatever_it_is_called() -> None:
    assert may_be_secret("PLAIN", "ghp_" + "A1b2" * 9)
    assert secret_type("ghp_" + "A1b2" * 9) == "GitHub token"
    assert not may_be_secret("PLAIN", "reports")
    assert not is_secret_value("123e4567-e89b-12d3-a456-426614174000")
    assert not may_be_secret("AUTH", "oauth")


def test_the_salt_keys_the_fingerprint() -> None:
    assert fingerprint("EXAMPLE", b"one") == fingerprint("EXAMPLE", b"one")
    assert fingerprint("EXAMPLE", b"one") != fingerprint("EXAMPLE", b"two")
    assert fingerprint("EXAMPLE", b"one") != fingerprint("EXAMPLF", b"one")


def test_only_a_long_secret_has_a_hint() -> None:
    assert hint_of("123456789012345") is None
    assert hint_of("1234567890123456") == "3456"
