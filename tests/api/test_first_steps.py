"""A newcomer's first steps: the commands of the README, one by one, on a small organisation in an empty folder."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.api.command_line import ROOT, Remit

ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
LISTED = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
PEOPLE = {"2001": ("ada", "Ada Okafor", True), "2002": ("ben", "Ben Li", True), "2003": ("eva", "Eva Novak", False)}
TEAM_OF = {"ada": "payments", "ben": "payments", "eva": "platform"}
PASSWORD = "EXAMPLE-NOT-A-SECRET-1"


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content))


def _csv(head: str, *rows: str) -> str:
    return "\n".join((head, *rows)) + "\n"


def _directory(folder: Path) -> None:
    users = [
        {
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
            "id": number,
            "userName": f"{login}@acme.example",
            "displayName": name,
            "active": active,
            "emails": [{"value": f"{login}@acme.example", "primary": True}],
            "meta": {"resourceType": "User", "created": "2025-02-01T09:00:00Z"},
            ENTERPRISE: {"department": TEAM_OF[login].title()},
        }
        for number, (login, name, active) in PEOPLE.items()
    ]
    groups = [
        {
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
            "id": "g-payments",
            "displayName": "Payments",
            "members": [{"value": "2001"}, {"value": "2002"}],
        }
    ]
    for name, resources in (("users", users), ("groups", groups)):
        page = {"schemas": [LISTED], "totalResults": len(resources), "startIndex": 1, "itemsPerPage": 50}
        _write(folder / f"directory/{name}.json", page | {"Resources": resources})


def _grants(folder: Path) -> None:
    _write(
        folder / "github/org.yaml",
        "orgs:\n  acme:\n    admins: [adaokafor]\n    members: [benli]\n    default_repository_permission: read\n"
        "    repos:\n      payments-api: {private: true}\n",
    )
    database = folder / "postgres/prod/payments"
    roles = ("rolname,rolcanlogin,rolsuper,rolinherit", "postgres,t,t,t", "payments_app,t,f,t", "eva,t,f,t")
    _write(database / "roles.csv", _csv(*roles))
    _write(database / "role_members.csv", _csv("role,member,admin_option"))
    _write(database / "databases.csv", _csv("datname,owner,datallowconn", "payments,postgres,t"))
    _write(
        database / "schema_acl.csv", _csv("schema,owner,grantee,to_public,privilege_type", "public,postgres,,t,USAGE")
    )
    tables = "schema,name,relkind,owner,grantee,to_public,privilege_type,is_grantable"
    _write(database / "relation_acl.csv", _csv(tables, 'public,cards,r,postgres,payments_app,f,"INSERT,SELECT",f'))
    _write(database / "column_acl.csv", _csv("schema,name,column,grantee,to_public,privilege_type,is_grantable"))
    dsn = f"postgresql://payments_app:{PASSWORD}@db.acme.example:5432/payments"
    local = {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-postgres", dsn]}
    _write(folder / "homes/ada@acme.example/mcp.json", {"mcpServers": {"payments-db": local}})
    remote = {"url": "https://llm.acme.example/mcp", "headers": {"Authorization": "Bearer sk-EXAMPLE-NOT-A-SECRET-eva"}}
    _write(folder / "homes/eva@acme.example/mcp.json", {"mcpServers": {"gateway": remote}})


def _money(folder: Path) -> None:
    hashes = {login: hashlib.sha256(login.encode()).hexdigest() for login in TEAM_OF}
    keys = [
        {
            "token": hashes[login],
            "key_name": f"sk-...{login}",
            "key_alias": f"{login}-key",
            "user_id": f"{login}@acme.example",
            "team_id": team,
            "blocked": None,
            "created_at": "2026-02-01T00:00:00Z",
        }
        for login, team in TEAM_OF.items()
    ]
    _write(folder / "litellm/acme/key/list.json", {"keys": keys, "total_count": 3, "current_page": 1, "total_pages": 1})
    users = [{"user_id": f"{login}@acme.example", "user_role": "internal_user", "teams": []} for login in TEAM_OF]
    paged = {"total": 3, "page": 1, "page_size": 25, "total_pages": 1}
    _write(folder / "litellm/acme/user/list.json", {"users": users} | paged)
    teams = [{"team_id": team, "team_alias": team.title(), "blocked": False} for team in sorted(set(TEAM_OF.values()))]
    _write(folder / "litellm/acme/team/list.json", teams)
    logs = [
        {
            "request_id": f"{login}-{day}",
            "call_type": "acompletion",
            "api_key": hashes[login],
            "spend": spend,
            "prompt_tokens": 1000,
            "completion_tokens": 500,
            "startTime": f"2026-11-{day:02}T10:00:00Z",
            "endTime": f"2026-11-{day:02}T10:00:05Z",
            "model": "claude-sonnet-4-5",
            "custom_llm_provider": "anthropic",
            "user": f"{login}@acme.example",
            "team_id": TEAM_OF[login],
            "status": "success",
        }
        for day in range(1, 31)
        for login, spend in (("ada", 0.5), ("ben", 0.25), ("eva", 0.1))
    ]
    _write(folder / "litellm/acme/spend/logs.json", logs)
    bill = {
        "BilledCost": "12.40", "EffectiveCost": "12.40", "ListCost": "12.40", "ContractedCost": "12.40",
        "BillingAccountId": "111122223333", "BillingAccountName": "Acme", "BillingCurrency": "USD",
        "BillingPeriodStart": "2026-11-01T00:00:00Z", "BillingPeriodEnd": "2026-12-01T00:00:00Z",
        "ChargePeriodStart": "2026-11-01T00:00:00Z", "ChargePeriodEnd": "2026-12-01T00:00:00Z",
        "ChargeCategory": "Usage", "ChargeDescription": "Claude Sonnet tokens", "ConsumedQuantity": "1000",
        "ConsumedUnit": "Tokens", "InvoiceIssuerName": "Amazon Web Services", "ProviderName": "AWS",
        "PublisherName": "Amazon Web Services", "ServiceCategory": "AI and Machine Learning",
        "ServiceName": "Amazon Bedrock", "SkuId": "SKU1", "SubAccountId": "acme-ai", "SubAccountName": "acme-ai",
        "Tags": "",
    }  # fmt: skip
    text = io.StringIO()
    writer = csv.DictWriter(text, list(bill))
    writer.writeheader()
    writer.writerow(bill)
    _write(folder / "bills/focus-2026-11.csv", text.getvalue())


def readme_commands() -> list[list[str]]:
    """What the README says under "Your own data", in order."""
    section = (ROOT / "README.md").read_text().partition("## Your own data")[2].partition("\n## ")[0]
    return [shlex.split(line)[1:] for line in section.splitlines() if line.startswith(".venv/bin/remit ")]


@pytest.fixture
def newcomer(tmp_path: Path) -> Remit:
    for write in (_directory, _grants, _money):
        write(tmp_path)
    return Remit(tmp_path)


def test_the_readme_leads_from_an_empty_folder_to_three_answers(newcomer: Remit) -> None:
    printed: dict[str, str] = {}
    named = set[str]()
    for words in readme_commands():
        result = newcomer.run(*words)
        assert result.returncode in (0, 1), (words, result.stderr)
        line = " ".join(words)
        printed[line] = result.stdout
        # What settles a loose end was printed before it is typed.
        if words[0] == "source":
            assert f"remit {line}" in named
        named |= {text.strip() for text in result.stdout.splitlines()} | set(
            re.findall(r"`(remit [^`]+)`", result.stdout)
        )
    load, alias, _, database, cards, spend, left, keys = printed.values()
    assert "skipped" not in load
    assert "1 login joins it" in alias
    assert "1 other (1 Identity) reaches parts of it and not the whole" in database
    assert "remit query exposure DataSource:postgres/prod/payments/public.cards --via McpServer" in database
    assert re.search(r"WRITE +Identity +Ada Okafor ", cards)
    assert "Ben Li" not in cards
    assert re.search(r"^Payments +22\.50 USD ", spend, re.MULTILINE)
    assert re.search(r"^Platform +3\.00 USD ", spend, re.MULTILINE)
    assert re.search(r"^Eva Novak +Identity +SUSPENDED_OWNER .*eva-key", left, re.MULTILINE)
    assert re.search(r"^eva-key .* active .*Eva Novak", keys, re.MULTILINE)
    assert "ada-key" not in keys


def test_an_unowned_file_says_so_and_is_its_owners_once_that_is_known(newcomer: Remit) -> None:
    folder = newcomer.folder
    newcomer.run("load", "directory")
    (folder / "laptop").mkdir()
    (folder / "homes/eva@acme.example/mcp.json").rename(folder / "laptop/mcp.json")
    unowned = newcomer.run("load", "laptop/mcp.json")
    assert "load it with --owner EMAIL" in unowned.stdout
    mistyped = newcomer.run("load", "laptop/mcp.json", "--owner", "evaa@acme.example")
    assert "no directory lists the owner evaa@acme.example; did you mean eva@acme.example" in mistyped.stdout
    assert "mcp:unowned" not in newcomer.run("source", "list").stdout
    newcomer.run("source", "remove", "mcp:evaa@acme.example/other/mcp.json")
    right = newcomer.run("load", "laptop/mcp.json", "--owner", "eva@acme.example")
    assert "note: no directory" not in right.stdout
    (one,) = newcomer.ask("inventory", "--kinds", "McpServer")["answer"]["connections"]
    assert one["principal"] == "Identity:scim/default/2003"


def test_a_load_repeats_no_loose_end(newcomer: Remit) -> None:
    first = newcomer.run("load", "github").stdout
    assert "unresolved account_without_person: adaokafor" in first
    second = newcomer.run("load", "directory").stdout
    # The directory brings a candidate, which is news.
    assert "perhaps Identity:scim/default/2001" in second
    third = newcomer.run("load", "bills").stdout
    assert "unresolved account" not in third
    assert "none of them new" in third


def test_a_table_of_postgres_that_lacks_a_column_says_which(newcomer: Remit) -> None:
    roles = newcomer.folder / "postgres/prod/payments/roles.csv"
    roles.write_text(roles.read_text().replace("rolcanlogin", "may_login"))
    result = newcomer.run("load", "postgres")
    assert "rolcanlogin" in result.stdout + result.stderr
    assert "docs/postgres-export.sql" in result.stdout + result.stderr
    tables = newcomer.folder / "postgres/prod/payments/relation_acl.csv"
    tables.write_text(tables.read_text().replace(",owner,", ",keeper,"))
    assert "relation_acl of payments has neither a column owner" in newcomer.run("load", "postgres").stdout


def test_an_account_whose_id_is_an_address_has_that_address(newcomer: Remit) -> None:
    (newcomer.folder / "litellm/acme/user/list.json").unlink()
    newcomer.run("load", "directory", "litellm")
    words = ("--by", "identity", "--from", "2026-11-01", "--to", "2026-11-30")
    rows = newcomer.ask("cost-attribution", *words)["answer"]["rows"]
    assert [row["key"]["identity"][-4:] for row in rows] == ["2001", "2002", "2003"]
