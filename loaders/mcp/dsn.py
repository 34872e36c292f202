"""Database logins in configurations: DSNs and variables, and the account that a server then runs as.

A DSN names an account and no permission: what the account may do is known by the database's own connector. The name of
the database is kept as text of the evidence only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote

from loaders.base import Secret
from loaders.mcp.command_line import split_command
from loaders.mcp.reference import variables_in
from loaders.mcp.secret import is_secret_value


@dataclass(frozen=True, slots=True)
class DatabaseLogin:
    """A login to a database. `account` is its node id, or None where the host or the role is a variable."""

    system: str
    account: str | None
    role: str
    instance: str
    database: str
    password: Secret


# scheme → (system of the ids, default port or none)
_SYSTEMS: Mapping[str, tuple[str, int | None]] = {
    "postgres": ("postgres", 5432),
    "postgresql": ("postgres", 5432),
    "mysql": ("mysql", 3306),
    "mariadb": ("mysql", 3306),
    "mongodb": ("mongodb", 27017),
    "snowflake": ("snowflake", None),
    "redshift": ("redshift", 5439),
    "mssql": ("sqlserver", 1433),
    "sqlserver": ("sqlserver", 1433),
    "clickhouse": ("clickhouse", 9000),
    "redis": ("redis", 6379),
    "rediss": ("redis", 6379),
    "oracle": ("oracle", 1521),
    "cockroachdb": ("cockroachdb", 26257),
}
_DSN = re.compile(r"(?i)(?:jdbc:)?(?P<scheme>[a-z]+)(?P<driver>\+[a-z0-9_]+)?://(?P<rest>\S+)")
_KEYWORDS = re.compile(r"(?i)\s*(?:host|hostaddr|user|dbname|port|password|service)\s*=")
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:@/?#,\s]*)(?::([0-9]{1,5}))?(?:,.*)?")

# Variables that clients of these systems read: role, password, host, port, database.
_FAMILIES: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("postgres", (("PGUSER",), ("PGPASSWORD",), ("PGHOST",), ("PGPORT",), ("PGDATABASE",))),
    (
        "postgres",
        (
            ("POSTGRES_USER", "POSTGRES_USERNAME"),
            ("POSTGRES_PASSWORD",),
            ("POSTGRES_HOST",),
            ("POSTGRES_PORT",),
            ("POSTGRES_DB", "POSTGRES_DATABASE"),
        ),
    ),
    (
        "mysql",
        (
            ("MYSQL_USER", "MYSQL_USERNAME"),
            ("MYSQL_PASSWORD", "MYSQL_PASS", "MYSQL_PWD"),
            ("MYSQL_HOST",),
            ("MYSQL_PORT",),
            ("MYSQL_DATABASE", "MYSQL_DB"),
        ),
    ),
    (
        "snowflake",
        (
            ("SNOWFLAKE_USER", "SNOWFLAKE_USERNAME"),
            ("SNOWFLAKE_PASSWORD",),
            ("SNOWFLAKE_ACCOUNT",),
            (),
            ("SNOWFLAKE_DATABASE",),
        ),
    ),
)


def parse_dsn(text: str) -> DatabaseLogin | None:
    """The login in a DSN: a URL, a JDBC URL or libpq's `host=... user=...`; None if the text is no DSN."""
    text = text.strip()
    match = _DSN.fullmatch(text)
    if match is not None:
        return _from_url(match)
    if not _KEYWORDS.match(text) or "=" not in text:
        return None
    pairs = dict(word.partition("=")[::2] for word in split_command(text) if "=" in word)
    if not {"host", "hostaddr"} & pairs.keys() or not {"user", "dbname", "password"} & pairs.keys():
        return None
    host = pairs.get("host") or pairs.get("hostaddr", "")
    port = pairs.get("port", "")
    return _login("postgres", pairs.get("user", ""), pairs.get("password", ""), (host, port), pairs.get("dbname", ""))


def logins_from_env(env: Mapping[str, str]) -> tuple[tuple[str, str, DatabaseLogin], ...]:
    """(variables, variable of the password, login) of each family of variables with a host and a role."""
    logins = []
    for system, names in _FAMILIES:
        chosen = [next((name for name in choices if env.get(name)), "") for choices in names]
        role, password, host, port, database = (env.get(name, "") for name in chosen)
        if role and host:
            login = _login(system, role, password, (host, port), database)
            logins.append((f"{chosen[0]} and {chosen[2]}", chosen[1], login))
    return tuple(logins)


def _from_url(match: re.Match[str]) -> DatabaseLogin | None:
    scheme = match["scheme"].lower()
    if scheme not in _SYSTEMS:
        return None
    system = _SYSTEMS[scheme][0]
    address, _, query_string = match["rest"].partition("?")
    query = dict(parse_qsl(query_string, keep_blank_values=True))
    # The last @ ends the userinfo: people leave / and @ of a password as they are.
    userinfo, _, address = address.rpartition("@")
    user, _, password = userinfo.partition(":")
    netloc, _, path = address.partition("/")
    role = unquote(user) or query.get("user", "") or query.get("username", "")
    secret = unquote(password) or query.get("password", "")
    host = _HOST.fullmatch(netloc or query.get("host", ""))
    if host is None:
        return DatabaseLogin(system, None, "", "", "", Secret(secret or match[0]))
    no_port = (match["driver"] or "").lower() == "+srv"
    port = host[2] or query.get("port", "")
    database = unquote(path.strip("/").split("/")[0])
    return _login(system, role, secret, (host[1], "-" if no_port else port), database)


def _login(system: str, role: str, password: str, address: tuple[str, str], database: str) -> DatabaseLogin:
    """`address` is host and port; the default port is added, so that it matches the alias `host:port` of a source."""
    host, port = address[0].split(",")[0].strip().lower(), address[1].split(",")[0].strip()
    default = next((is_known for name, is_known in _SYSTEMS.values() if name == system), None)
    written_port = "" if port == "-" else port or (str(default) if default else "")
    instance = f"{host}:{written_port}" if written_port else host
    is_known = (
        role
        and host
        and not variables_in(role)
        and not variables_in(instance)
        and not host.startswith("/")
        and not is_secret_value(role)
    )
    account = f"Account:{system}/{instance}/{role}" if is_known else None
    if variables_in(database) or not re.fullmatch(r"[\w.$ -]{1,128}", database):
        database = ""
    return DatabaseLogin(system, account, role, instance, database, Secret(password))
