"""The people of Larkspur: one line each, and what happened to some of them in the window."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from examples.world.calendar import AUTUMN, NOW

DOMAIN = "larkspur.example"

# login | name | title | team | manager | hired | GitHub login | how much of Cursor, Claude, OpenAI (0 to 9)
_TABLE = """
mina.okafor       | Mina Okafor        | Chief Executive          | leadership     | -                 | 2017-03-01 | -            | 0 2 1
tomas.arrieta     | Tomás Arrieta      | Chief Technology Officer | leadership     | mina.okafor       | 2017-03-01 | tarrieta     | 2 4 0
priya.raghunathan | Priya Raghunathan  | Chief Financial Officer  | leadership     | mina.okafor       | 2019-05-13 | -            | 0 1 1
ingrid.solvang    | Ingrid Solvang     | Chief Operating Officer  | leadership     | mina.okafor       | 2018-09-03 | -            | 0 1 0
hana.whitlock     | Hana Whitlock      | Engineering Manager      | scheduling     | tomas.arrieta     | 2019-01-14 | hwhitlock    | 3 3 0
noor.haddad       | Noor Haddad        | Senior Engineer          | scheduling     | hana.whitlock     | 2022-02-07 | noorh        | 5 4 2
rafael.quintero   | Rafael Quintero    | Senior Engineer          | scheduling     | hana.whitlock     | 2021-06-21 | rquintero    | 6 5 0
mei.lindgren      | Mei Lindgren       | Engineer                 | scheduling     | hana.whitlock     | 2023-08-28 | mei-l        | 7 2 0
oskar.brandt      | Oskar Brandt       | Engineer                 | scheduling     | hana.whitlock     | 2024-04-15 | obrandt      | 4 0 1
zofia.kaminska    | Zofia Kamińska     | Engineer                 | scheduling     | hana.whitlock     | 2025-01-20 | zkaminska    | 5 3 0
teo.marchetti     | Teo Marchetti      | Intern                   | scheduling     | hana.whitlock     | 2026-06-01 | teomar       | 3 0 0
kwame.asante      | Kwame Asante       | Engineering Manager      | billing        | tomas.arrieta     | 2018-11-05 | kasante      | 2 3 0
dana.ito          | Dana Ito           | Staff Engineer           | billing        | kwame.asante      | 2018-06-04 | dito         | 6 4 0
lucia.ferrante    | Lucía Ferrante     | Senior Engineer          | billing        | kwame.asante      | 2020-10-12 | lferrante    | 5 3 0
pavel.novotny     | Pavel Novotný      | Contractor               | billing        | kwame.asante      | 2026-02-02 | pnovotny-ext | 5 0 0
sanjay.pillai     | Sanjay Pillai      | Engineer                 | billing        | kwame.asante      | 2023-03-06 | spillai      | 4 4 0
elif.aydin        | Elif Aydın         | Engineer                 | billing        | kwame.asante      | 2024-09-09 | elifaydin    | 6 0 1
grete.holm        | Grete Holm         | Engineering Manager      | records        | tomas.arrieta     | 2018-02-19 | gholm        | 2 4 0
marcus.oyelaran   | Marcus Oyelaran    | Senior Engineer          | records        | grete.holm        | 2020-01-13 | moyelaran    | 4 6 0
yuki.tanabe       | Yuki Tanabe        | Senior Engineer          | records        | grete.holm        | 2021-09-27 | ytanabe      | 5 5 0
amara.nwosu       | Amara Nwosu        | Engineer                 | records        | grete.holm        | 2022-11-14 | amaran       | 4 3 0
joao.bastos       | João Bastos        | Engineer                 | records        | grete.holm        | 2023-05-22 | jbastos      | 3 2 0
wren.calloway     | Wren Calloway      | Engineer                 | records        | grete.holm        | 2026-09-14 | wrencal      | 5 3 0
ines.moreau       | Inès Moreau        | Engineering Manager      | mobile         | tomas.arrieta     | 2020-03-02 | imoreau      | 2 2 0
dmitri.volkov     | Dmitri Volkov      | Senior Engineer          | mobile         | ines.moreau       | 2021-02-15 | dvolkov      | 6 2 0
chidi.eze         | Chidi Eze          | Engineer                 | mobile         | ines.moreau       | 2023-10-30 | chidieze     | 5 0 1
saoirse.byrne     | Saoirse Byrne      | Engineer                 | mobile         | ines.moreau       | 2024-02-12 | sbyrne       | 4 1 0
farah.azimi       | Farah Azimi        | Engineering Manager      | data-platform  | tomas.arrieta     | 2019-08-26 | fazimi       | 3 5 2
bram.dewit        | Bram de Wit        | Senior Engineer          | data-platform  | farah.azimi       | 2021-04-06 | bramdw       | 5 6 0
leilani.kealoha   | Leilani Kealoha    | Engineer                 | data-platform  | farah.azimi       | 2023-01-09 | leilanik     | 4 4 1
anders.nyqvist    | Anders Nyqvist     | Engineer                 | data-platform  | farah.azimi       | 2024-06-03 | anyqvist     | 3 3 0
soren.kjaer       | Søren Kjær         | Head of Insights         | insights       | tomas.arrieta     | 2019-11-18 | skjaer       | 2 6 4
maya.feldman      | Maya Feldman       | Data Scientist           | insights       | soren.kjaer       | 2021-08-09 | mfeldman     | 3 9 5
thabo.mokoena     | Thabo Mokoena      | Data Scientist           | insights       | soren.kjaer       | 2022-05-16 | tmokoena     | 2 5 6
viktor.halasz     | Viktor Halász      | Data Analyst             | insights       | soren.kjaer       | 2024-10-07 | vhalasz      | 1 4 3
yusuf.demir       | Yusuf Demir        | Head of Reliability      | reliability    | tomas.arrieta     | 2018-04-09 | ydemir       | 4 5 0
carmen.iglesias   | Carmen Iglesias    | Reliability Engineer     | reliability    | yusuf.demir       | 2021-11-29 | ciglesias    | 5 4 0
gideon.amsel      | Gideon Amsel       | Reliability Engineer     | reliability    | yusuf.demir       | 2023-02-20 | gamsel       | 3 3 0
nadia.rahal       | Nadia Rahal        | Reliability Engineer     | reliability    | yusuf.demir       | 2024-08-05 | nrahal       | 4 2 0
astrid.vang       | Astrid Vang        | Head of Security         | security       | tomas.arrieta     | 2020-06-15 | avang        | 1 3 0
callum.reyes      | Callum Reyes       | Security Engineer        | security       | astrid.vang       | 2022-09-19 | creyes       | 3 4 0
olivia.marchbanks | Olivia Marchbanks  | Head of Product          | product        | ingrid.solvang    | 2019-07-08 | -            | 1 3 1
jun.park          | Jun Park           | Product Manager          | product        | olivia.marchbanks | 2021-10-04 | -            | 1 2 1
rosalind.achebe   | Rosalind Achebe    | Product Designer         | product        | olivia.marchbanks | 2022-03-28 | rachebe      | 3 1 0
mateus.prado      | Mateus Prado       | Product Designer         | product        | olivia.marchbanks | 2024-01-22 | mprado       | 2 1 0
benedikt.roth     | Benedikt Roth      | Product Manager          | product        | olivia.marchbanks | 2020-08-17 | -            | 2 2 0
faye.donnelly     | Faye Donnelly      | Head of Clinic Success   | clinic-success | ingrid.solvang    | 2018-10-01 | -            | 0 2 1
hector.luna       | Héctor Luna        | Clinic Engineer          | clinic-success | faye.donnelly     | 2021-01-25 | hluna        | 1 3 0
siobhan.keane     | Siobhán Keane      | Success Manager          | clinic-success | faye.donnelly     | 2022-07-11 | -            | 0 1 1
abena.boateng     | Abena Boateng      | Success Manager          | clinic-success | faye.donnelly     | 2023-04-17 | -            | 0 2 0
pim.janssen       | Pim Janssen        | Success Manager          | clinic-success | faye.donnelly     | 2024-03-18 | -            | 0 1 0
tariq.mansoor     | Tariq Mansoor      | Success Manager          | clinic-success | faye.donnelly     | 2025-05-05 | -            | 0 0 1
beatriz.salgado   | Beatriz Salgado    | Head of Sales            | sales          | ingrid.solvang    | 2019-02-25 | -            | 0 1 1
imogen.blackwood  | Imogen Blackwood   | Sales Operations         | sales          | beatriz.salgado   | 2021-05-31 | -            | 1 4 2
conrad.hale       | Conrad Hale        | Account Executive        | sales          | beatriz.salgado   | 2022-12-05 | -            | 0 1 0
xiomara.duarte    | Xiomara Duarte     | Account Executive        | sales          | beatriz.salgado   | 2023-09-11 | -            | 0 1 0
leo.fontaine      | Léo Fontaine       | Account Executive        | sales          | beatriz.salgado   | 2025-02-10 | -            | 0 0 1
anouk.delacroix   | Anouk Delacroix    | Head of Finance          | finance        | priya.raghunathan | 2018-12-03 | -            | 0 2 0
ravi.subramanian  | Ravi Subramanian   | Financial Analyst        | finance        | anouk.delacroix   | 2022-06-20 | -            | 0 3 1
petra.zeman       | Petra Zeman        | Accountant               | finance        | anouk.delacroix   | 2023-11-06 | -            | 0 1 0
miriam.goldberg   | Miriam Goldberg    | Head of People           | people         | ingrid.solvang    | 2019-04-01 | -            | 0 1 0
desmond.okoro     | Desmond Okoro      | People Partner           | people         | miriam.goldberg   | 2022-08-22 | -            | 0 1 0
lotte.vermeer     | Lotte Vermeer      | Field Engineer           | field-labs     | tomas.arrieta     | 2020-02-10 | lvermeer     | 2 2 0
silas.penrose     | Silas Penrose      | Field Engineer           | field-labs     | tomas.arrieta     | 2021-03-15 | spenrose     | 3 0 0
"""

# team -> (name, department, cost centre)
TEAMS = {
    "billing": ("Billing", "Engineering", "CC-210"),
    "clinic-success": ("Clinic Success", "Clinic Success", "CC-310"),
    "data-platform": ("Data Platform", "Data", "CC-220"),
    "field-labs": ("Field Labs", "Engineering", "CC-215"),
    "finance": ("Finance", "Finance", "CC-410"),
    "insights": ("Insights", "Data", "CC-220"),
    "leadership": ("Leadership", "Executive", "CC-100"),
    "mobile": ("Mobile", "Engineering", "CC-210"),
    "people": ("People", "People", "CC-420"),
    "product": ("Product", "Product", "CC-240"),
    "records": ("Medical Records", "Engineering", "CC-210"),
    "reliability": ("Reliability", "Engineering", "CC-210"),
    "sales": ("Sales", "Sales", "CC-320"),
    "scheduling": ("Scheduling", "Engineering", "CC-210"),
    "security": ("Security", "Security", "CC-230"),
}

# What happened. `LEFT`: the last day at work. HR lists a leaver as departed, but stopped listing Dana altogether.
LEFT = {
    "silas.penrose": date(2026, 9, 11),
    "marcus.oyelaran": date(2026, 9, 30),
    "dana.ito": date(2026, 10, 14),
    "lotte.vermeer": date(2026, 10, 30),
    "pavel.novotny": date(2026, 11, 6),
}
DROPPED_BY_HR = "dana.ito"
# The directory keeps these as inactive; other leavers it deletes. Benedikt has not left: he is suspended.
DEACTIVATED = {"marcus.oyelaran": AUTUMN, "lotte.vermeer": NOW, "benedikt.roth": NOW}
MOVER, MOVED_TO, MOVED_ON = "noor.haddad", "insights", date(2026, 10, 5)
# The directory knows Amara by her married name; a person's decision says that she is the same.
MARRIED, MARRIED_LOGIN, MARRIED_NAME = "amara.nwosu", "amara.lindqvist", "Amara Lindqvist"


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the table."""

    login: str
    name: str
    title: str
    first_team: str
    first_manager: str | None
    hired: date
    github: str | None
    cursor: int
    claude: int
    openai: int

    @property
    def email(self) -> str:
        """Her address, as HR has it."""
        return f"{self.login}@{DOMAIN}"

    @property
    def hr_id(self) -> str:
        """Her node as HR describes it."""
        return f"Identity:hr/{self.login}"

    @property
    def left(self) -> date | None:
        """Her last day, if she left."""
        return LEFT.get(self.login)

    def team(self, day: date) -> str:
        """Her team on a day."""
        return MOVED_TO if self.login == MOVER and day >= MOVED_ON else self.first_team

    def manager(self, day: date) -> str | None:
        """The login of whom she reports to on a day."""
        return "soren.kjaer" if self.login == MOVER and day >= MOVED_ON else self.first_manager

    def works(self, day: date) -> bool:
        """Whether she works at Larkspur on a day."""
        return self.hired <= day and (self.left is None or day <= self.left)


def _read(line: str) -> Person:
    login, name, title, team, manager, hired, github, levels = (cell.strip() for cell in line.split("|"))
    cursor, claude, openai = map(int, levels.split())
    return Person(
        login=login,
        name=name,
        title=title,
        first_team=team,
        first_manager=None if manager == "-" else manager,
        hired=date.fromisoformat(hired),
        github=None if github == "-" else github,
        cursor=cursor,
        claude=claude,
        openai=openai,
    )


PEOPLE = [_read(line) for line in _TABLE.strip().splitlines()]
BY_LOGIN = {person.login: person for person in PEOPLE}


def staff(day: date) -> list[Person]:
    """Who works at Larkspur on the morning of a day."""
    return [person for person in PEOPLE if person.works(day)]


def key(prefix: str, word: str, length: int = 6) -> str:
    """An invented id that looks like a system's own and can be recognised: `user_dito_8f3a21`."""
    return f"{prefix}{word}_{hashlib.sha256(f'{prefix}{word}'.encode()).hexdigest()[:length]}"


def short(login: str) -> str:
    """`dana.ito` as `dito`."""
    first, _, last = login.partition(".")
    return first[0] + last
