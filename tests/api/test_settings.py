"""Where settings come from, which wins, and that what is wrong is named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.settings import Settings, read_settings
from graph.budgets import Budget
from graph.errors import InputError
from graph.moment import read_day
from graph.prices import OwnPrice
from loaders.base import Secret
from loaders.connectors.cursor import Config
from loaders.live.config import read_config
from tests.api.command_line import Remit

SECRETS = ("REMIT_TOKEN", "REMIT_LOAD_TOKEN", "REMIT_ARCHITECT_TOKEN", "REMIT_SALT")


def test_without_any_setting_there_are_defaults(folder: Path) -> None:
    settings = read_settings()
    assert settings.store == "sqlite:///.remit/remit.db"
    assert settings.snapshot_folder() == Path(".remit/remit.db.snapshots")
    assert (settings.token, settings.hosts, settings.policy().preferred) == (None, (), ())


def test_variables_go_before_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("remit.toml").write_text(
        'store = "memory:file"\nhosts = ["a.example"]\npreferred = ["anthropic:acme"]\n'
        '[authoritative]\n"Identity.status" = ["hr:workday"]\n'
    )
    assert read_settings().store == "memory:file"
    monkeypatch.setenv("REMIT_STORE", "memory:variable")
    monkeypatch.setenv("REMIT_HOSTS", "b.example, c.example")
    monkeypatch.setenv("REMIT_TOKEN", "")
    settings = read_settings()
    assert (settings.store, settings.hosts, settings.token) == ("memory:variable", ("b.example", "c.example"), None)
    assert settings.policy().authoritative == {"Identity.status": ("hr:workday",)}
    assert settings.policy().preferred == ("anthropic:acme",)


def test_budgets_stand_in_the_file_and_belong_to_the_policy(folder: Path) -> None:
    Path("remit.toml").write_text(
        '[[budgets]]\nby = "team"\nkey = "Payments"\namount = "4000.50"\n'
        '[[budgets]]\nby = "model"\nkey = "gpt-5"\namount = 7\ncurrency = "EUR"\nmonth = "2026-12"\n'
    )
    assert read_settings().policy().budgets == (
        Budget("team", "Payments", 4_000_500_000_000, "USD"),
        Budget("model", "gpt-5", 7_000_000_000, "EUR", "2026-12"),
    )


def test_prices_stand_in_the_file_and_belong_to_the_policy(folder: Path) -> None:
    Path("remit.toml").write_text(
        '[[prices]]\nmodel = "Model:acme/big"\nto = 2026-10-31\ninput = "2.50"\noutput = 10\n'
        '[[prices]]\nmodel = "acme/big"\nfrom = "2026-11-01"\ncurrency = "EUR"\nrequests = 1\n'
    )
    assert read_settings().policy().prices == (
        OwnPrice("acme/big", "USD", {"input": 2_500_000_000, "output": 10_000_000_000}, None, read_day("2026-10-31")),
        OwnPrice("acme/big", "EUR", {"requests": 1_000_000_000}, read_day("2026-11-01")),
    )


def test_instances_derive_from_the_connector_s_config(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("remit.toml").write_text(
        '[cursor.acme-eu]\napi_key = "from the file"\npage_size = 10\n[cursor.other]\napi_key = "k"\n'
    )
    monkeypatch.setenv("REMIT_CURSOR__ACME_EU__API_KEY", "from a variable")
    monkeypatch.setenv("REMIT_CURSOR__THIRD__API_KEY", "k3")
    monkeypatch.setenv("REMIT_CURSOR__THIRD__LOOKBACK_DAYS", "7")
    configs = read_settings().configs("cursor")
    assert configs == {
        "acme-eu": Config("acme-eu", Secret("from a variable"), page_size=10),
        "other": Config("other", Secret("k")),
        "third": Config("third", Secret("k3"), lookback_days=7),
    }
    assert read_settings().configs("records") == {}


@pytest.mark.parametrize(
    ("file", "variables", "named"),
    [
        ("store = ", {}, "remit.toml is not TOML"),
        ("stoer = 'x'", {}, "'stoer'"),
        ("store = 5", {}, "setting store"),
        ("cursor = 5", {}, "cursor.INSTANCE"),
        ("[authoritative]\nx = 5", {}, "authoritative"),
        ("[[budgets]]\nby = 'day'\nkey = 'x'\namount = 5", {}, "'day' is no dimension of budgets"),
        ("[[budgets]]\nby = 'team'\nkey = 'x'\namount = -5", {}, "budgets.0.amount"),
        ("[[budgets]]\nby = 'team'\nkey = 'x'\namount = 5\ncurrency = 'usd'", {}, "'usd' is not an ISO 4217"),
        ("[[budgets]]\nby = 'team'\nkey = 'x'\namount = 5\nmonth = '2026'", {}, "'2026' is not a month"),
        ("[[prices]]\nmodel = 'acme/x'\ninput = -1", {}, "prices.0.input"),
        ("[[prices]]\nmodel = 'x'\ninput = 1", {}, "'x' is no model"),
        ("[[prices]]\nmodel = 'acme/x'", {}, "there is no price in it"),
        ("[[prices]]\nmodel = 'acme/x'\ninput = 1\nfrom = 'May'", {}, "prices.0.from"),
        ("[[prices]]\nmodel = 'acme/x'\ninput = 1\nfrom = 2026-12-02\nto = 2026-12-01", {}, "Swap them"),
        (
            "[[budgets]]\nby = 'team'\nkey = 'x'\namount = 1\n" * 2,
            {},
            "budgets.0 and budgets.1 are both of the team 'x'",
        ),
        ("[[prices]]\nmodel = 'acme/x'\ninput = 1\n" * 2, {}, "prices.0 and prices.1 both hold for acme/x"),
        ("", {"REMIT_TOKEN": "two words of a person"}, "a token is printable ASCII"),
        *(("", {name: "sekret-of-a-test"[1:]}, "openssl rand") for name in SECRETS),
        ("", dict.fromkeys(SECRETS[:2], "the-sekret-of-both"), "must not be the same as REMIT_TOKEN"),
        ("", dict.fromkeys(SECRETS[1:3], "the-sekret-of-both"), "must not be the same as REMIT_LOAD_TOKEN"),
        ("", {"REMIT_OIDC_ROLES": '{"sekret":'}, "REMIT_OIDC_ROLES"),
        ("", {"REMIT_AUTHORITATIVE": "sekret"}, "REMIT_AUTHORITATIVE"),
        ("", {"REMIT_OIDC_ROLES": '["sekret"]'}, "oidc_roles"),
        ("", {"REMIT_CURSR__ACME__API_KEY": "x"}, "REMIT_CURSR__ACME__API_KEY"),
        ("", {"REMIT_CURSOR__ACME__API_KY": "sekret"}, "api_ky of cursor"),
        ("", {"REMIT_CURSOR__ACME__PAGE_SIZE": "1"}, "REMIT_CURSOR__ACME__API_KEY"),
        ("", {"REMIT_CURSOR__ACME__API_KEY": "x", "REMIT_CURSOR__ACME__PAGE_SIZE": "sekret"}, "page_size"),
        ("", {"REMIT_CURSOR__ACME__API_KEY": "x", "REMIT_CURSOR__ACME__INSTANCE": "sekret"}, "instance of cursor"),
        ("", {"REMIT_RECORDS__ACME__X": "sekret"}, "reads files only"),
    ],
)
def test_what_is_wrong_is_named_and_not_shown(
    file: str, variables: dict[str, str], named: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("remit.toml").write_text(file)
    for name, text in variables.items():
        monkeypatch.setenv(name, text)

    def read() -> None:
        settings = read_settings()
        for connector in settings.connectors:
            settings.configs(connector)

    with pytest.raises(InputError) as raised:
        read()
    assert named in str(raised.value)
    assert "sekret" not in str(raised.value)


def test_nothing_secret_is_printed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name, f"sekret-of-{name}")
    monkeypatch.setenv("REMIT_CURSOR__ACME__API_KEY", "sekret")
    monkeypatch.setenv("REMIT_OIDC_CLIENT_SECRET", "sekret")
    settings = read_settings()
    assert "sekret" not in f"{settings!r} {settings} {settings.configs('cursor')!r}"


def test_config_shows_every_setting_in_force_and_no_secret(folder: Path) -> None:
    (folder / "remit.toml").write_text(
        'oidc_audience = "remit-api"\nhosts = ["a.example"]\n[oidc_roles]\n"team" = "viewer"\n'
        '[[prices]]\nmodel = "acme/big"\ninput = "2.50"\n[authoritative]\n"Identity.status" = ["hr:workday"]\n'
    )
    secrets = {name: f"sekret-of-{name}" for name in (*SECRETS, "REMIT_OIDC_CLIENT_SECRET")}
    others = {
        "REMIT_STORE": "neo4j://neo4j:sekret@h:7687/x",
        "REMIT_AUDIT_MB": "7",
        "REMIT_CURSOR__ACME__API_KEY": "sekret",
    }
    shown = Remit(folder).run("config", settings=secrets | others).stdout
    assert "sekret" not in shown
    lines = dict(line.partition(" = ")[::2] for line in shown.splitlines() if " = " in line)
    of_their_own = {"authoritative", "budgets", "prices", "connectors"}
    assert lines.keys() == Settings.model_fields.keys() - of_their_own | {"authoritative Identity.status"}
    assert {name: lines[name] for name in ("hosts", "audit_mb", "oidc_audience", "oidc_roles", "token", "origins", "public_url")} == {
        "hosts": "a.example", "audit_mb": "7", "oidc_audience": "remit-api", "oidc_roles": '{"team": "viewer"}',
        "token": "set", "origins": "none", "public_url": "not set",
    }  # fmt: skip
    assert 'price {"model":"acme/big"' in shown
    assert "cursor: " in shown


def test_the_salt_is_made_once_for_its_owner_alone(folder: Path) -> None:
    store = f"sqlite:///{folder}/data/remit.db"
    first = Settings(store=store).fingerprint_salt
    assert len(first) == 64
    assert Settings(store=store).fingerprint_salt == first
    kept = folder / "data" / "remit.db.salt"
    assert oct(kept.stat().st_mode)[-3:] == "600"
    assert os.listdir(folder / "data") == ["remit.db.salt"]
    assert Settings(store=f"sqlite:///{folder}/other.db").fingerprint_salt != first
    memory = Settings(store="memory:")
    assert memory.fingerprint_salt == memory.fingerprint_salt


def test_settings_need_neither_a_server_nor_a_schema() -> None:
    code = "import sys, api.context, api.settings; print([m for m in ('fastapi', 'strawberry', 'starlette', 'uvicorn') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_setting_is_accepted_under_its_old_name() -> None:
    config = read_config(Config, "cursor", "acme", {"api_key": "EXAMPLE", "promised_age_s": "7"})
    assert config.max_age_s == 7


@pytest.mark.parametrize("name", ["a/b", "", "a\0b"])
def test_an_instance_name_is_the_same_for_every_connector(name: str) -> None:
    with pytest.raises(InputError, match="setting instance of cursor"):
        read_config(Config, "cursor", name, {"api_key": "EXAMPLE"})


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"api_key": "klé"}, "setting api_key of cursor, instance acme: it must be plain ASCII text"),
        ({"lookback_days": "soon"}, "setting lookback_days of cursor, instance acme: it must be a whole number from 1"),
        ({"models": "klé"}, "setting models of cursor, instance acme: it must be true or false"),
        ({"base_url": "http://klé.example"}, "setting base_url of cursor, instance acme: it must be an https address"),
    ],
)
def test_a_wrong_setting_is_named_and_not_repeated(values: dict[str, str], problem: str) -> None:
    with pytest.raises(InputError, match=problem) as error:
        read_config(Config, "cursor", "acme", {"api_key": "EXAMPLE", **values})
    assert not any(value in str(error.value) for value in values.values())
