"""Larkspur's GitHub organisation: its Peribolos file, and the addresses that its single sign-on confirms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from examples.world.calendar import NOW, SUMMER, observed
from examples.world.people import PEOPLE
from examples.world.records import Row, node, run

ORG = "larkspur"

# repository -> (what it is, sensitivity)
REPOS = {
    "billing-core": ("Invoices, dunning, the ledger", "confidential"),
    "card-vault": ("Tokenises payment cards", "restricted"),
    "clinic-records": ("Medical records of animals and their visits", "confidential"),
    "data-pipelines": ("From the product into the warehouse", "internal"),
    "design-system": ("Components and tokens", "internal"),
    "device-firmware": ("The collar and the scale", "confidential"),
    "docs": ("Handbook for clinics", "public"),
    "field-recordings": ("Labelled audio of coughs and barks", "confidential"),
    "infra": ("Terraform of everything", "restricted"),
    "insights-notebooks": ("Analyses, some with extracts in them", "confidential"),
    "mobile-app": ("The vet's pocket", "internal"),
    "prescriptions": ("Controlled drugs, signed by a vet", "restricted"),
    "runbooks": ("What to do at three in the morning", "internal"),
    "scheduler-api": ("Appointments", "internal"),
    "scheduler-web": ("The calendar that clinics see", "internal"),
    "secrets-config": ("Encrypted configuration", "restricted"),
    "support-copilot": ("Answers clinics' questions with a model", "internal"),
    "website": ("larkspur.example", "public"),
}

_ADMINS = ("tarrieta", "ydemir")
_BOTS = ("larkspur-ci-bot", "larkspur-fieldbot", "moonjar-dev")
# GitHub never heard that Marcus and Pavel left; Dana, Silas and Lotte were removed with their single sign-on.
_STAYED = ("moyelaran", "pnovotny-ext")


def repo_id(repo: str) -> str:
    """The data source of a repository."""
    return f"DataSource:github/{ORG}/{repo}"


def logins(day: date) -> list[str]:
    """Members of the organisation on a day, robots and outsiders included."""
    people = [p.github for p in PEOPLE if p.github and p.hired <= day and (p.works(day) or p.github in _STAYED)]
    return sorted([*people, *_BOTS])


def sso(day: date) -> Iterator[Row]:
    """What single sign-on vouches for: whose login is whose address. Robots sign in with a key and have none."""
    yield run(f"github-sso:{ORG}", observed(day), ("Account",))
    known = set(logins(day))
    for person in PEOPLE:
        if person.github in known:
            yield node(f"Account:github/{person.github}", person.name, email=person.email, managed="yes")
    yield node("Account:github/moonjar-dev", "moonjar-dev", email="kit@moonjar.example", managed="no")


def peribolos(day: date) -> str:
    """The organisation as its administrators keep it in Git."""
    known = logins(day)
    out = [
        "# Who may do what in github.com/larkspur. Change it by pull request; Peribolos applies it every hour.",
        "orgs:",
        f"  {ORG}:",
        "    name: Larkspur",
        "    description: Practice software for nine hundred veterinary clinics.",
        "    billing_email: finance@larkspur.example",
        "    default_repository_permission: none",
        "    members_can_create_repositories: false",
        "    admins:",
        *(f"    - {login}" for login in _ADMINS),
        "    members:",
        *(f"    - {login}" for login in known if login not in _ADMINS),
        "    repos:",
    ]
    for repo, (description, _) in REPOS.items():
        out += [f"      {repo}:", f'        description: "{description}"', "        has_wiki: false"]
    out.append("    teams:")
    for team in _teams(day):
        out += _team_lines(team, day, set(known), 6)
    return "\n".join(out) + "\n"


# name, description, maintainers, members (a team of HR or logins), repositories, child teams
_Team = tuple[str, str, tuple[str, ...], tuple[str, ...], dict[str, str], tuple["_Team", ...]]


def _teams(day: date) -> tuple[_Team, ...]:
    intern = ("teomar",) if day > SUMMER else ()
    on_call: _Team = (
        "On-Call",
        "Whoever carries the pager, and who shadows them",
        ("ciglesias",),
        ("gamsel", "nrahal", "rquintero", "ytanabe", "bramdw", *intern),
        {"runbooks": "write", "infra": "triage"},
        (),
    )
    squads: tuple[_Team, ...] = (
        ("Billing", "Money", ("kasante",), ("@billing",), {"billing-core": "maintain", "card-vault": "write"}, ()),
        ("Mobile", "Phones", ("imoreau",), ("@mobile",), {"mobile-app": "maintain", "device-firmware": "read"}, ()),
        (
            "Records",
            "Medical records",
            ("gholm",),
            ("@records",),
            {"clinic-records": "maintain", "prescriptions": "write"},
            (),
        ),
        (
            "Scheduling",
            "Appointments",
            ("hwhitlock",),
            ("@scheduling",),
            {"scheduler-api": "maintain", "scheduler-web": "maintain"},
            (),
        ),
    )
    data: tuple[_Team, ...] = (
        ("Data Platform", "Pipelines", ("fazimi",), ("@data-platform",), {"data-pipelines": "admin"}, ()),
        (
            "Insights",
            "Analysts",
            ("skjaer",),
            ("@insights",),
            {"insights-notebooks": "maintain", "support-copilot": "write"},
            (),
        ),
    )
    return (
        (
            "Engineering",
            "Everyone who ships",
            ("tarrieta",),
            (),
            {"docs": "write", "design-system": "write", "runbooks": "read", "website": "write"},
            squads,
        ),
        ("Data", "Everyone who counts", ("skjaer",), (), {"docs": "write", "insights-notebooks": "read"}, data),
        (
            "Reliability",
            "Keeps it up",
            ("ydemir",),
            ("@reliability",),
            {"infra": "admin", "runbooks": "admin", "secrets-config": "maintain"},
            (on_call,),
        ),
        (
            "Security",
            "Keeps it shut",
            ("avang",),
            ("@security",),
            {"card-vault": "admin", "infra": "read", "secrets-config": "admin"},
            (),
        ),
        ("Design", "Pixels", (), ("rachebe", "mprado"), {"design-system": "maintain", "website": "write"}, ()),
        ("Clinic Tools", "Fixes at clinics", (), ("hluna",), {"docs": "write", "support-copilot": "write"}, ()),
        (
            "Field Labs",
            "Recordings from clinics",
            (),
            ("@field-labs", "larkspur-fieldbot"),
            {"field-recordings": "write", "device-firmware": "write"},
            (),
        ),
        (
            "Robots",
            "Continuous integration",
            (),
            ("larkspur-ci-bot",),
            {repo: "write" for repo in REPOS if repo not in ("card-vault", "prescriptions", "secrets-config")},
            (),
        ),
        ("Partners", "Outside hands", (), ("moonjar-dev",), {"website": "write", "mobile-app": "triage"}, ()),
    )


def _team_lines(team: _Team, day: date, known: set[str], indent: int) -> list[str]:
    name, description, maintainers, members, repos, children = team
    pad = " " * indent
    out = [f"{pad}{name}:", f"{pad}  description: {description}", f"{pad}  privacy: closed"]
    listed = sorted({login for member in members for login in _logins_of(member, day)} & known - set(maintainers))
    for title, people in (("maintainers", maintainers), ("members", listed)):
        if people:
            out += [f"{pad}  {title}:", *(f"{pad}  - {login}" for login in people)]
    if repos:
        out += [f"{pad}  repos:", *(f"{pad}    {repo}: {permission}" for repo, permission in sorted(repos.items()))]
    if children:
        out.append(f"{pad}  teams:")
        for child in children:
            out += _team_lines(child, day, known, indent + 4)
    return out


def _logins_of(member: str, day: date) -> list[str]:
    if not member.startswith("@"):
        return [member]
    return [p.github for p in PEOPLE if p.github and p.team(min(day, NOW)) == member[1:]]
