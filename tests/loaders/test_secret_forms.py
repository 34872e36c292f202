"""What must hold of the forms of secrets: every vendor's keys are known anywhere in a text, and ordinary names stay."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from graph.check import check
from graph.errors import RecordError
from loaders.base import Context
from loaders.mcp.random_text import is_random
from loaders.mcp.secret import fingerprint, is_secret_value
from loaders.mcp.secret_forms import MARKED_FORMS, SECRET_FORMS
from loaders.mcp.secret_mask import DIGITS, MASK, SecretMask, known_secrets
from loaders.mcp.server_url import canonical_url, secrets_in_url
from loaders.saved.files import load_runs
from tests.loaders.secret_samples import CAPABILITIES, TEMPLATES, samples

ROOT = Path(__file__).parents[2]
SALT = b"salt of a test"
UUID = "123e4567-e89b-12d3-a456-426614174000"


@pytest.mark.parametrize("seed", range(5))
def test_every_known_form_is_a_secret_alone_and_within_a_text(seed: int) -> None:
    mask = SecretMask(SALT)
    for secret in samples(TEMPLATES, seed):
        assert is_secret_value(secret), secret
        for text in (secret, f"use {secret} here", f"oci:ghcr.io/{secret}", f"x={secret};y", f"({secret})"):
            assert list(known_secrets(text)), text
            masked = mask.text(text)
            assert not any(part in masked for part in (secret[:12], secret[-8:])), text
            assert mask.text(masked) == masked


def test_every_row_of_the_data_has_a_sample() -> None:
    all_samples = [secret for seed in range(3) for secret in samples(TEMPLATES, seed)]
    rows = [pattern for pattern, _ in SECRET_FORMS] + [pattern for _, pattern, _ in MARKED_FORMS]
    unseen = [row for row in rows if not any(re.match(row, secret) for secret in all_samples)]
    assert len(unseen) < len(rows) // 3, unseen


def test_equal_secrets_have_equal_masks_and_others_do_not() -> None:
    one, other = samples(["ghp_{m36}", "ghp_{m36}"], 7)
    mask = SecretMask(SALT)
    assert mask.text(one) == MASK + fingerprint(one, SALT)[:DIGITS]
    assert mask.text(f"a {one} b").split()[1] == mask.text(one) != mask.text(other)
    assert SecretMask(b"another").text(one) != mask.text(one)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("template", ["{u}", "{m22}", "{m24}", "{m25}", "{h24}", "{h32}", "{m32}"])
def test_a_capability_in_an_address_is_masked_and_stays_apart(template: str, seed: int) -> None:
    mask = SecretMask(SALT)
    one, other = samples([template, template], seed)
    masked = [mask.text(canonical_url(f"https://mcp.acme.example/s/{secret}/mcp")) for secret in (one, one, other)]
    assert one not in masked[0]
    assert masked[0] == masked[1]
    assert ("path", one) in secrets_in_url(f"https://mcp.acme.example/s/{one}/mcp")
    is_key = is_secret_value(one)
    assert (masked[0] == masked[2]) == is_key
    assert mask.text(masked[0]) == masked[0]
    assert one.lower() not in mask.text(canonical_url(f"https://{one}.mcp.example/mcp"))


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("https://hooks.slack.com/services/T012AB3CD/B0123ABCD/aB3dE5fG7hI9jK1l", "https://hooks.slack.com/services/***"),
        ("https://discord.com/api/webhooks/123456789/aB3dE5fG7hI9-jK1l", "https://discord.com/api/webhooks/123456789/***"),
        ("https://maker.ifttt.com/trigger/door/with/key/abcdefgh", "https://maker.ifttt.com/trigger/door/with/key/***"),
        ("https://acme.webhook.office.com/webhookb2/ab@cd/IncomingWebhook/ef/gh", "https://acme.webhook.office.com/webhookb2/***"),
        ("postgres://app:hunter2@db.acme.example/sales", "postgres://app:***"),
        ("https://mcp.acme.example/mcp?page=2&api_key=abcdef", "https://mcp.acme.example/mcp?page=2&api_key=***"),
    ],
)  # fmt: skip
def test_an_address_whose_path_is_the_capability_is_masked_whole(address: str, masked: str) -> None:
    text = SecretMask(SALT).text(f"see {address}")
    assert text.startswith(f"see {masked}")
    assert not re.search(r"aB3dE5|abcdefgh|ab@cd|hunter2|abcdef", text.removeprefix("see"))


NAMES = f"""
GitHubEnterpriseServer2024 kubernetes-mcp-server-v1-27-3 gpt-4o-mini-2024-07-18 Claude-3-5-Sonnet-20241022
Meta-Llama-3-8B-Instruct-v2 npm:@modelcontextprotocol/server-filesystem npm:@modelcontextprotocol/server-sequential-thinking
awslabs.aws-documentation-mcp-server acme-prod-eu-west-1-20261120 claude-sonnet-4-5-20250929 OAuth2AuthorizationServerMetadata
my-GitHub-Enterprise-MCP2 postgresql_production_readonly MicrosoftGraphAPIv2Beta1Client text-embedding-3-large-v2
acmeprod2024eastus2cluster1 MSSQLServerOnPremises2019CU12 GITHUB_PERSONAL_ACCESS_TOKEN AZURE_OPENAI_API_KEY_GPT4O_EASTUS2
aks-nodepool1-12345678-vmss000000 pypi:sk-learn-mcp-server npm:sk-learn-extra-mcp-tools key-value-store-for-everybody
live_streaming_server_of_acme test_double_of_the_warehouse secret_manager_of_the_company pat-on-the-back-for-everybody
https://github.com/acme/web/commit/0123456789abcdef0123456789abcdef01234567
https://login.microsoftonline.com/{UUID}/oauth2/v2.0/token https://management.azure.com/subscriptions/{UUID}/resourceGroups/data
https://mcp.acme.example/tenants/{UUID}/mcp https://adb-1234567890123456.7.azuredatabricks.net/sql/1.0/warehouses/0123456789abcdef
https://mcp.acme.example/docs/getting-started-with-the-model-context-protocol/2026
DataSource:azure/{UUID}/storage Identity:entra/{UUID} Account:cursor/user_01ABCDEFGHJKMNPQRSTVWXYZ12
arn:aws:iam::123456789012:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport Credential:aws/AKIAIOSFODNN7EXAMPLE
${{GITHUB_TOKEN:-none}} op://vault/github-personal/credential sk-ant-api03-R2D...igAA sk-...a1B2 ghp_xxxxxxxxxxxxxxxxxxxxxxxx
sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
""".split()


@pytest.mark.parametrize("name", NAMES)
def test_an_ordinary_name_stays_readable(name: str) -> None:
    assert SecretMask(SALT).text(name) == name


@pytest.mark.parametrize("name", [name for name in NAMES if re.fullmatch(r"[\w.-]+", name)])
def test_an_ordinary_name_of_a_server_is_not_random(name: str) -> None:
    assert not is_random(name)
    assert SecretMask(SALT).name(name) == name


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


@pytest.mark.parametrize(
    "path",
    [
        "examples/larkspur/2026-11-21/homes",
        "examples/larkspur/2026-11-21/repos",
        "examples/larkspur/2026-11-21/mcp-catalogue.jsonl",
        "examples/larkspur/2026-11-21/mcp-gateway.jsonl",
        "tests/fixtures/mcp/tree",
    ],
)
def test_the_example_and_the_fixtures_stay_readable(path: str) -> None:
    runs, _ = load_runs([ROOT / path], Context(0, salt=SALT))
    records = [msgspec.to_builtins(record) for run in runs for _, record in run.records]
    texts = [text for record in records for text in _texts(record)]
    assert len(texts) > 10
    assert [text for text in texts if MASK in text] == []


def test_capabilities_are_found_and_names_are_not() -> None:
    is_found = [is_random(secret) for seed in range(200) for secret in samples(CAPABILITIES, seed)]
    assert sum(is_found) > 0.98 * len(is_found)


def _load(path: Path) -> None:
    runs, _ = load_runs([path], Context(0, salt=SALT))
    for pending in runs:
        for line, record in pending.records:
            try:
                check(record)
            except RecordError as error:
                raise error.at(file=pending.origin, line=line) from None


@pytest.mark.parametrize("field", ["id", "kind"])
def test_what_refuses_a_record_does_not_repeat_its_key(field: str, tmp_path: Path) -> None:
    (key,) = samples(["sbp_{h40}"], 3)
    path = tmp_path / "own.jsonl"
    run = {"record": "run", "source": "own:acme", "observed_at": "2026-11-20T06:00:00Z"}
    node = {"record": "node", "id": key, "name": "x"}
    edge = {"record": "edge", "kind": key, "source": "Identity:a/b", "target": "McpServer:a/b"}
    path.write_text("\n".join(json.dumps(line) for line in (run, node if field == "id" else edge)))
    with pytest.raises(RecordError) as caught:
        _load(path)
    assert key[:12] not in str(caught.value)
    assert path.name in str(caught.value)
