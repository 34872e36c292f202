"""The other data: office suite, CRM, tickets, buckets, and how all data is classified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from examples.systems import github
from examples.world.calendar import NOW, observed
from examples.world.people import BY_LOGIN, DOMAIN, LEFT, PEOPLE, Person
from examples.world.records import Row, edge, node, run

SCOPES = ("Account", "Group", "DataSource", "MEMBER_OF", "CAN_ACCESS")

# data source -> (name, type, sensitivity)
SUITE = {
    "crm/larkspur": ("CRM", "crm", "confidential"),
    "drive/larkspur/board": ("Board papers", "folder", "restricted"),
    "drive/larkspur/finance": ("Finance", "folder", "confidential"),
    "drive/larkspur/payroll": ("Payroll", "folder", "restricted"),
    "tickets/larkspur": ("Clinics' tickets", "helpdesk", "confidential"),
    "wiki/larkspur": ("Wiki", "wiki", "internal"),
    "wiki/larkspur-people": ("Wiki: People", "space", "confidential"),
}
BUCKETS = {
    "s3/larkspur-backups": ("larkspur-backups", "bucket", "restricted"),
    "s3/larkspur-field-recordings": ("larkspur-field-recordings", "bucket", "confidential"),
    "s3/larkspur-media": ("larkspur-media", "bucket", "internal"),
}
# group of the suite -> (teams in it, or None for everybody; single people), data source -> permission
_GROUPS: dict[str, tuple[tuple[str, ...] | None, tuple[str, ...], dict[str, str]]] = {
    "everyone": (None, (), {"wiki/larkspur": "WRITE"}),
    "board": (("leadership",), ("anouk.delacroix",), {"drive/larkspur/board": "WRITE"}),
    "finance": (("finance",), ("imogen.blackwood",), {"drive/larkspur/finance": "WRITE", "crm/larkspur": "READ"}),
    "payroll": (("people",), ("petra.zeman",), {"drive/larkspur/payroll": "WRITE", "wiki/larkspur-people": "WRITE"}),
    "sales": (("sales",), (), {"crm/larkspur": "WRITE"}),
    "clinic-success": (("clinic-success",), ("jun.park",), {"tickets/larkspur": "WRITE", "crm/larkspur": "READ"}),
    "suite-admins": ((), ("carmen.iglesias",), dict.fromkeys(SUITE, "ADMIN")),
}
IMOGENS_GRANT = "Credential:suite/oauth_drive-anything_imogen.blackwood"
IMOGENS_SERVER = f"McpServer:mcp/imogen.blackwood@{DOMAIN}/npm:@brambleworks/drive-anything"


def suite_account(login: str) -> str:
    """Someone's account in the office suite."""
    return f"Account:suite/{login}@{DOMAIN}"


def group_id(group: str) -> str:
    """A group of the office suite."""
    return f"Group:suite/{group}@{DOMAIN}"


def export(day: date) -> Iterator[Row]:
    """Three runs: the suite, the cloud, and the classification of all data."""
    yield from _suite(day)
    yield from _cloud(day)
    yield from _classification(day)


def _suite(day: date) -> Iterator[Row]:
    yield run("suite:larkspur", observed(day), (*SCOPES, "Credential", "HAS_CREDENTIAL", "RUNS_AS"))
    for data, (name, kind, _) in SUITE.items():
        yield node(f"DataSource:{data}", name, type=kind)
    present = [person for person in PEOPLE if person.hired <= day]
    for person in present:
        status = "active" if person.works(day) else "suspended"
        yield node(suite_account(person.login), person.name, status=status, managed="yes", email=person.email)
    for group, (teams, people, grants) in _GROUPS.items():
        yield node(group_id(group), group, type="directory_group")
        for person in present:
            if person.works(day) and _is_in(person, teams, people, day):
                yield edge("MEMBER_OF", suite_account(person.login), group_id(group))
        for data, permission in grants.items():
            yield edge(
                "CAN_ACCESS", group_id(group), f"DataSource:{data}", permission, evidence=f"shared with {group}@"
            )
    if day == NOW:
        yield from _oauth_grants()


def _is_in(person: Person, teams: tuple[str, ...] | None, people: tuple[str, ...], day: date) -> bool:
    return teams is None or person.team(day) in teams or person.login in people


def _oauth_grants() -> Iterator[Row]:
    """Imogen let a program that nobody approved act as her in the whole drive."""
    yield node(
        IMOGENS_GRANT,
        "drive-anything acting as Imogen Blackwood",
        type="oauth_grant",
        status="active",
        created_at="2026-10-27T14:12:09Z",
        last_used_at="2026-11-19T16:40:51Z",
        hint="client drive-anything, scope drive",
    )
    owner = suite_account("imogen.blackwood")
    yield edge("HAS_CREDENTIAL", owner, IMOGENS_GRANT, since="2026-10-27", evidence="consent screen")
    yield edge("RUNS_AS", IMOGENS_GRANT, owner, since="2026-10-27", evidence="scope drive: all files she can open")
    evidence = "client drive-anything, started on her laptop"
    yield edge("RUNS_AS", IMOGENS_SERVER, IMOGENS_GRANT, since="2026-10-27", evidence=evidence)


def _cloud(day: date) -> Iterator[Row]:
    yield run("aws:larkspur", observed(day), SCOPES)
    for data, (name, kind, _) in BUCKETS.items():
        yield node(f"DataSource:{data}", name, type=kind)
    for group, permission in (("administrators", "ADMIN"), ("developers", "WRITE")):
        yield node(f"Group:aws/larkspur/{group}", group, type="role")
        for data in BUCKETS if group == "administrators" else ("s3/larkspur-media",):
            yield edge("CAN_ACCESS", f"Group:aws/larkspur/{group}", f"DataSource:{data}", permission)
    for login, group in (("yusuf.demir", "administrators"), ("carmen.iglesias", "administrators")):
        yield from _cloud_user(login, group)
    for login in ("bram.dewit", "dmitri.volkov", "hector.luna", "lotte.vermeer", "rafael.quintero", "rosalind.achebe"):
        if not (login in LEFT and LEFT[login] < day):
            yield from _cloud_user(login, "developers")
    for robot, name, data, permission in (
        ("backup-operator", "backup-operator", "s3/larkspur-backups", "WRITE"),
        ("field-uploader", "field-uploader", "s3/larkspur-field-recordings", "WRITE"),
    ):
        yield node(f"Account:aws/larkspur/{robot}", name, status="active", managed="unknown")
        yield edge("CAN_ACCESS", f"Account:aws/larkspur/{robot}", f"DataSource:{data}", permission)


def _cloud_user(login: str, group: str) -> Iterator[Row]:
    account = f"Account:aws/larkspur/{login}"
    yield node(account, BY_LOGIN[login].name, status="active", managed="yes", email=BY_LOGIN[login].email)
    yield edge("MEMBER_OF", account, f"Group:aws/larkspur/{group}")


def _classification(day: date) -> Iterator[Row]:
    """The register of data that Security keeps: it names what the other systems describe."""
    yield run("register:data", observed(day))
    for repo, (description, sensitivity) in github.REPOS.items():
        yield node(github.repo_id(repo), repo, type="repository", sensitivity=sensitivity, description=description)
    for data, (_, _, sensitivity) in {**SUITE, **BUCKETS}.items():
        yield node(f"DataSource:{data}", sensitivity=sensitivity)
