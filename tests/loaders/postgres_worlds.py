"""Small worlds of roles and grants, drawn at random as SQL, and what PostgreSQL itself says of them."""

from __future__ import annotations

import random
from typing import Any

from psycopg.sql import SQL, Composed, Identifier

DATABASE = 'sales "EU"/2026.x'
# What a name may look like; `{}` makes it one of its kind.
NAMES = (
    "r{}",
    "Rolle {}",
    "røle.{}",
    "a/b/{}",
    'say "{}"',
    "UPPER{}",
    "PUBLIC{}",
    "ключ-{}",
    "per%cent{}",
    " padded {} ",
)
WRITES = ("INSERT", "UPDATE", "DELETE", "TRUNCATE")
PRIVILEGES = ("SELECT", "SELECT", *WRITES, "REFERENCES", "TRIGGER")
COLUMNS = ("a", "b c", 'd"e.f')

# Who may sign in reaches what some role that he is a member of has: a privilege, and USAGE of the schema.
ORACLE = """
WITH r AS MATERIALIZED (SELECT oid, rolname, rolsuper, rolcanlogin FROM pg_roles),
t AS MATERIALIZED (
  SELECT c.oid, c.relnamespace, c.relowner, n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'),
held AS MATERIALIZED (
  SELECT r.oid AS role, t.oid AS relation, t.nspname, t.relname,
    CASE WHEN r.rolsuper OR pg_has_role(r.oid, t.relowner, 'USAGE') THEN 4
         WHEN has_table_privilege(r.oid, t.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
           OR has_any_column_privilege(r.oid, t.oid, 'INSERT, UPDATE') THEN 3
         WHEN has_table_privilege(r.oid, t.oid, 'SELECT') OR has_any_column_privilege(r.oid, t.oid, 'SELECT') THEN 2
    END AS level
  FROM r CROSS JOIN t WHERE has_schema_privilege(r.oid, t.relnamespace, 'USAGE'))
SELECT l.rolname::text, h.nspname::text, h.relname::text, max(h.level)
FROM r l JOIN held h ON pg_has_role(l.oid, h.role, 'MEMBER')
WHERE l.rolcanlogin AND h.level IS NOT NULL GROUP BY 1, 2, 3
"""


class World:
    """The SQL of one world, drawn from a seed: `make` sets it up in the database, `drop` takes all of it away again."""

    def __init__(self, seed: int, version: int) -> None:
        self._dice, self._version, self._seed = random.Random(seed), version, seed
        self.make: list[Composed] = []
        self.roles = [self._name(number) for number in range(self._dice.randint(3, 8))]
        self.schemas = [self._name(100 + number) for number in range(self._dice.randint(1, 3))]
        self.tables: list[tuple[str, str, str]] = []
        self._draw_roles()
        self._draw_schemas()
        for number in range(self._dice.randint(2, 6)):
            self._draw_table(self._name(200 + number))
        for _ in range(self._dice.randint(3, 16)):
            self._draw_grant()

    @property
    def drop(self) -> list[Composed]:
        """What takes the world away."""
        found = [SQL("ALTER DATABASE {} OWNER TO CURRENT_USER").format(Identifier(DATABASE))]
        found += [SQL("DROP SCHEMA {} CASCADE").format(Identifier(schema)) for schema in self.schemas]
        for schema, name, kind in reversed(self.tables):
            if schema == "public":
                found.append(SQL("DROP {} IF EXISTS {} CASCADE").format(SQL(kind), Identifier(schema, name)))
        everybody = SQL(", ").join(map(Identifier, self.roles))
        found += [SQL("DROP OWNED BY {}").format(everybody), SQL("DROP ROLE {}").format(everybody)]
        return found

    def _say(self, text: str, *names: str | tuple[str, ...]) -> None:
        parts = [Identifier(*name) if isinstance(name, tuple) else Identifier(name) for name in names]
        self.make.append(SQL(text).format(*parts))  # type: ignore[arg-type]

    def _name(self, number: int) -> str:
        return self._dice.choice(NAMES).format(f"{self._seed}_{number}")

    def _chance(self, share: float) -> bool:
        return self._dice.random() < share

    def _draw_roles(self) -> None:
        for role in self.roles:
            words = ["LOGIN" if self._chance(0.55) else "NOLOGIN", "NOINHERIT" if self._chance(0.25) else "INHERIT"]
            words += ["SUPERUSER"] if self._chance(0.06) else []
            self._say(f"CREATE ROLE {{}} {' '.join(words)}", role)
        for at, role in enumerate(self.roles):
            for member in self.roles[at + 1 :]:
                if self._chance(0.28):
                    self._say(f"GRANT {{}} TO {{}} {self._member_options()}", role, member)
        predefined = ["pg_monitor", *(["pg_read_all_data", "pg_write_all_data"] if self._version >= 140_000 else [])]
        for role in predefined:
            if self._chance(0.12):
                self._say(f"GRANT {role} TO {{}}", self._dice.choice(self.roles))
        if self._chance(0.5):
            self._say("ALTER DATABASE {} OWNER TO {}", DATABASE, self._dice.choice(self.roles))

    def _member_options(self) -> str:
        if self._version < 160_000:
            return "WITH ADMIN OPTION" if self._chance(0.1) else ""
        told = [f"{name} {self._dice.choice(('TRUE', 'FALSE'))}" for name in ("INHERIT", "SET") if self._chance(0.4)]
        return "WITH " + ", ".join(told) if told else ""

    def _draw_schemas(self) -> None:
        word = "REVOKE ALL ON SCHEMA public FROM" if self._chance(0.5) else "GRANT USAGE ON SCHEMA public TO"
        self._say(f"{word} PUBLIC")
        for schema in self.schemas:
            if self._chance(0.5):
                owner = self._dice.choice(self.roles)
                self._say("CREATE SCHEMA {} AUTHORIZATION {}", schema, owner)
                if self._chance(0.2):
                    self._say("REVOKE ALL ON SCHEMA {} FROM {}", schema, owner)
            else:
                self._say("CREATE SCHEMA {}", schema)
            for role in self.roles:
                if self._chance(0.25):
                    privilege = self._dice.choice(("USAGE", "USAGE", "CREATE", "ALL"))
                    self._say(f"GRANT {privilege} ON SCHEMA {{}} TO {{}}", schema, role)
            if self._chance(0.3):
                self._say("GRANT USAGE ON SCHEMA {} TO PUBLIC", schema)
            if self._version >= 140_000 and self._chance(0.15):
                self._say("GRANT USAGE ON SCHEMA {} TO pg_database_owner", schema)

    def _draw_table(self, name: str) -> None:
        place = (self._dice.choice([*self.schemas, "public"]), name)
        kind = self._dice.choice(
            ("TABLE", "TABLE", "TABLE", "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE", "PARTITIONED")
        )
        columns = SQL(", ").join(SQL("{} int").format(Identifier(column)) for column in COLUMNS)
        shown = SQL(", ").join(SQL("1 AS {}").format(Identifier(column)) for column in COLUMNS)
        if kind.endswith("VIEW"):
            self.make.append(SQL("CREATE {} {} AS SELECT {}").format(SQL(kind), Identifier(*place), shown))
        elif kind == "FOREIGN TABLE":
            self.make.append(SQL("CREATE FOREIGN TABLE {} ({}) SERVER elsewhere").format(Identifier(*place), columns))
        elif kind == "PARTITIONED":
            part = (place[0], f"{name}p")
            self.make.append(SQL("CREATE TABLE {} ({}) PARTITION BY LIST (a)").format(Identifier(*place), columns))
            self._say("CREATE TABLE {} PARTITION OF {} DEFAULT", part, place)
            self.tables.append((*part, "TABLE"))
            kind = "TABLE"
        else:
            self.make.append(SQL("CREATE TABLE {} ({})").format(Identifier(*place), columns))
        self.tables.append((*place, kind))
        if self._chance(0.5):
            owner = self._dice.choice(self.roles)
            self._say(f"ALTER {kind} {{}} OWNER TO {{}}", place, owner)
            if self._chance(0.2):
                self._say("REVOKE ALL ON {} FROM {}", place, owner)
        elif self._chance(0.2):
            # Nobody at all is left on its list.
            self._say("REVOKE ALL ON {} FROM CURRENT_USER", place)

    def _draw_grant(self) -> None:
        schema, name, kind = self._dice.choice(self.tables)
        place, privilege = (schema, name), self._dice.choice(PRIVILEGES)
        grantees = [Identifier(self._dice.choice(self.roles)) for _ in range(5)]
        special = [SQL("PUBLIC"), *([SQL("pg_database_owner"), SQL("pg_monitor")] if self._version >= 140_000 else [])]
        grantee = self._dice.choice([*grantees, *special])
        told = SQL(privilege)  # type: ignore[arg-type]
        if kind == "TABLE" and privilege in ("SELECT", "INSERT", "UPDATE", "REFERENCES") and self._chance(0.35):
            told = SQL("{} ({})").format(told, Identifier(self._dice.choice(COLUMNS)))
        tail = SQL(" WITH GRANT OPTION" if isinstance(grantee, Identifier) and self._chance(0.25) else "")
        grant = SQL("GRANT {} ON {} TO {}{}").format(told, Identifier(*place), grantee, tail)
        self.make.append(grant)
        if tail.as_string() and self._chance(0.5):
            # Who may grant grants; perhaps he cannot get at the table, and then nothing happens.
            again = SQL("GRANT {} ON {} TO {}").format(
                told, Identifier(*place), Identifier(self._dice.choice(self.roles))
            )
            attempt = "DO $do$ BEGIN SET LOCAL ROLE {}; {}; EXCEPTION WHEN OTHERS THEN NULL; END $do$"
            self.make += [SQL(attempt).format(grantee, again), SQL("RESET ROLE").format()]
        if self._chance(0.15):
            self.make.append(SQL("REVOKE {} ON {} FROM {} CASCADE").format(told, Identifier(*place), grantee))


def told_by_server(connection: Any) -> dict[str, dict[tuple[str, str], int]]:
    """Of each role that may log in, the level (READ 2, WRITE 3, ADMIN 4) of every (schema, table) that it reaches."""
    found: dict[str, dict[tuple[str, str], int]] = {}
    for role, schema, table, level in connection.execute(ORACLE).fetchall():
        found.setdefault(role, {})[schema, table] = level
    return found
