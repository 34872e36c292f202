"""Database logins in configurations: DSNs, connection strings and variables, and the accounts that a server then runs as.

A login names an account and no permission: what the account may do is known by the database's own connector. Of a login
to several hosts every host has the account.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, unquote

from loaders.base import Secret
from loaders.mcp.command_line import split_command
from loaders.mcp.connection_string import read_pairs
from loaders.mcp.reference import mask_references, variables_in
from loaders.mcp.secret import is_secret_value


@dataclass(frozen=True, slots=True)
class DatabaseLogin:
    """A login to a database. `instances` are its hosts with their ports; `accounts` the node id of the role at each.

    There is no account where the host or the role is a variable.
    """

    system: str
    role: str
    instances: tuple[str, ...]
    database: str
    password: Secret

    @property
    def account(self) -> str | None:
        """The account at the first host."""
        return next(iter(self.accounts), None)

    @property
    def accounts(self) -> tuple[str, ...]:
        if not self.role or _is_unknown(self.role) or is_secret_value(self.role):
            return ()
        return tuple(f"Account:{self.system}/{instance}/{self.role}" for instance in self.instances)

    @property
    def names(self) -> tuple[str, ...]:
        """The login at each host, as role@system/host:port and, where it is known, /database."""
        instances = self.instances if self.accounts else ()
        database = f"/{self.database}" if self.database else ""
        return tuple(f"{self.role}@{self.system}/{instance}{database}" for instance in instances)


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
_PORTS = dict(_SYSTEMS.values())
_DSN = re.compile(r"(?i)(?:jdbc:)?(?P<scheme>[a-z]+)(?P<driver>[+:][a-z0-9_]+)?://(?P<rest>\S.*)", re.DOTALL)
_ORACLE = re.compile(
    r"(?i)jdbc:oracle:(?:thin|oci):(?:(?P<user>[^/@\s]*)/(?P<password>[^@\s]*))?@(?://)?(?P<host>[^/@:\s]+)"
    r"(?::(?P<port>\d{1,5}))?(?:[:/](?P<database>[\w.$-]+))?"
)
_KEYWORDS = re.compile(r"(?i)\s*(?:host|hostaddr|user|dbname|port|password|service)\s*=")
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:@/?#,\s]*)(?::([0-9]{0,5}))?")
_QUERY = re.compile(r"(?:[\w.%-]+(?:=[^&]*)?(?:&|\Z))*")
# With spaces a text may as well be a sentence that begins with an address.
_SPACED_USERINFO = re.compile(r"[^\s:/@]+:[^/@]*")
_UNFILLED = re.compile(r"(?i).*(?:[<>{}]|\byour[\W_]).*", re.DOTALL)
_DATABASE = re.compile(r"[\w.$ -]{1,128}")

# Keys of ADO.NET, ODBC and JDBC connection strings, lower-cased and without spaces.
_HOST_KEYS = ("server", "datasource", "host", "hostname", "address", "addr", "networkaddress", "servername")
_ROLE_KEYS = ("userid", "uid", "user", "username")
_PASSWORD_KEYS = ("password", "pwd")
_DATABASE_KEYS = ("database", "initialcatalog", "databasename", "dbname", "db", "dbq", "service_name")
_FAILOVER_KEYS = ("failoverpartner", "failover_partner")
# What a driver's name says of its system.
_DRIVERS = (
    (re.compile(r"sql server|sqlserver|msodbcsql|freetds|sqlncli|sqloledb|msoledbsql|sql native"), "sqlserver"),
    (re.compile(r"postgres|psql|npgsql"), "postgres"),
    (re.compile(r"mysql|mariadb"), "mysql"),
    (re.compile(r"snowflake"), "snowflake"),
    (re.compile(r"redshift"), "redshift"),
    (re.compile(r"clickhouse"), "clickhouse"),
    (re.compile(r"oracle"), "oracle"),
)
_SYSTEM_OF_PORT = {str(port): system for system, port in _PORTS.items() if port}

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
        "sqlserver",
        (
            ("MSSQL_USER", "MSSQL_USERNAME"),
            ("MSSQL_PASSWORD",),
            ("MSSQL_HOST", "MSSQL_SERVER"),
            ("MSSQL_PORT",),
            ("MSSQL_DATABASE", "MSSQL_DB"),
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
    """The login in a text; None if it holds none.

    Read are a URL, a JDBC URL, libpq's `host=... user=...`, and what ADO.NET and ODBC write (`Server=...;User Id=...`).
    """
    masked = mask_references(text.strip())
    login = _parse(masked.text)
    if login is None or not masked.hidden:
        return login
    password = Secret(masked.restore(login.password))
    return replace(login, role=masked.restore(login.role), password=password)


def _parse(text: str) -> DatabaseLogin | None:
    match = _DSN.fullmatch(text)
    if match is not None:
        return _from_url(match)
    oracle = _ORACLE.fullmatch(text)
    if oracle is not None:
        address = [(oracle["host"], oracle["port"] or "")]
        return _login("oracle", oracle["user"] or "", oracle["password"] or "", address, oracle["database"] or "")
    pairs = read_pairs(text)
    return _from_pairs(pairs) if pairs else _from_keywords(text)


def logins_from_env(env: Mapping[str, str]) -> tuple[tuple[str, str, DatabaseLogin], ...]:
    """(variables, variable of the password, login) of each family of variables with a host and a role."""
    logins = []
    for system, names in _FAMILIES:
        chosen = [next((name for name in choices if env.get(name)), "") for choices in names]
        role, password, host, port, database = (env.get(name, "") for name in chosen)
        if role and host:
            login = _login(system, role, password, _paired(host, port), database)
            logins.append((f"{chosen[0]} and {chosen[2]}", chosen[1], login))
    return tuple(logins)


def _from_keywords(text: str) -> DatabaseLogin | None:
    """libpq's keywords; a comma separates several hosts, and their ports."""
    if not _KEYWORDS.match(text):
        return None
    pairs = dict(word.partition("=")[::2] for word in split_command(text) if "=" in word)
    if not {"host", "hostaddr"} & pairs.keys() or not {"user", "dbname", "password"} & pairs.keys():
        return None
    hosts = _paired(pairs.get("host") or pairs.get("hostaddr", ""), pairs.get("port", ""))
    return _login("postgres", pairs.get("user", ""), pairs.get("password", ""), hosts, pairs.get("dbname", ""))


def _from_pairs(pairs: Mapping[str, str]) -> DatabaseLogin | None:
    """`Server=db,1433;Database=sales;User Id=app;Password=...`, whatever names its driver gives to the keys."""
    host = _first(pairs, _HOST_KEYS)
    role, password = _first(pairs, _ROLE_KEYS), _first(pairs, _PASSWORD_KEYS)
    if not host or not (role or password):
        return None
    port = pairs.get("port", "")
    system = _system_of_pairs(pairs, port)
    if system == "sqlserver":
        hosts = [_sql_server_host(host, port), *(_sql_server_host(h, "") for h in [_first(pairs, _FAILOVER_KEYS)] if h)]
        # Azure takes the name of the server behind the role's.
        name, _, server = role.partition("@")
        role = name if server and hosts[0][0].lower().startswith(f"{server.lower()}.") else role
    elif system == "oracle":
        match = re.fullmatch(r"(?://)?([^/:\s]+)(?::(\d{1,5}))?(?:/([\w.$-]+))?", host)
        hosts = [(match[1], match[2] or port)] if match else []
        pairs = {**pairs, "database": match[3] or ""} if match else pairs
    elif system == "snowflake":
        hosts = [(re.sub(r"(?i)\.snowflakecomputing\.com$", "", host), "")]
    else:
        hosts = _paired(host, port)
    return _login(system, role, password, hosts, _first(pairs, _DATABASE_KEYS))


def _system_of_pairs(pairs: Mapping[str, str], port: str) -> str:
    """The system that a connection string is for: by its driver, its port, or the keys that only its clients know."""
    driver = f"{pairs.get('driver', '')} {pairs.get('provider', '')}".lower()
    for pattern, system in _DRIVERS:
        if pattern.search(driver):
            return system
    host = _first(pairs, _HOST_KEYS)
    last_port = port or (host.rpartition(":")[2] if ":" in host else "")
    if last_port in _SYSTEM_OF_PORT:
        return _SYSTEM_OF_PORT[last_port]
    if "account" in pairs or ".snowflakecomputing.com" in host.lower():
        return "snowflake"
    if "host" in pairs:  # Npgsql's word
        return "postgres"
    if "/" in host and "datasource" in pairs:
        return "oracle"
    return "sqlserver"


def _sql_server_host(text: str, port: str) -> tuple[str, str]:
    """`tcp:db.acme.example,1433` as host and port."""
    host, _, written_port = re.sub(r"(?i)^(?:tcp|np|lpc|admin):", "", text.strip()).partition(",")
    return host.strip(), written_port.strip() or port


def _first(pairs: Mapping[str, str], keys: Sequence[str]) -> str:
    return next((pairs[key] for key in keys if pairs.get(key)), "")


def _from_url(match: re.Match[str]) -> DatabaseLogin | None:
    scheme = match["scheme"].lower()
    if scheme not in _SYSTEMS:
        return None
    system = _SYSTEMS[scheme][0]
    rest, query = match["rest"], dict[str, str]()
    if ";" in rest and system in ("sqlserver", "snowflake"):
        # JDBC: sqlserver://db:1433;databaseName=sales;user=app
        rest, _, properties = rest.partition(";")
        query = dict(read_pairs(f"{properties};"))
    address, query_string = _split_query(rest)
    # The last @ ends the userinfo: people leave / and @ of a password as they are.
    userinfo, _, address = address.rpartition("@")
    has_space = re.search(r"\s", userinfo) is not None
    if re.search(r"\s", address + query_string) or (has_space and not _SPACED_USERINFO.fullmatch(userinfo)):
        return None
    query |= {name.lower(): text for name, text in parse_qsl(query_string, keep_blank_values=True)}
    user, _, password = userinfo.partition(":")
    netloc, _, path = address.partition("/")
    role = unquote(user) or _first(query, _ROLE_KEYS)
    secret = unquote(password) or _first(query, _PASSWORD_KEYS)
    written = (netloc or query.get("host", "")).split(",")
    hosts = [_HOST.fullmatch(host.strip()) for host in written]
    if any(host is None for host in hosts):
        return DatabaseLogin(system, "", (), "", Secret(secret or match[0]))
    has_port = (match["driver"] or "").lower() != "+srv"
    port = query.get("port", "")
    pairs = [(host[1], host[2] or port if has_port else "-") for host in hosts if host is not None]
    database = unquote(path.strip("/").split("/")[0]) or _first(query, _DATABASE_KEYS)
    return _login(system, role, secret, pairs, database)


def _split_query(rest: str) -> tuple[str, str]:
    """What is before the query of a URL, and the query. A ? of a password begins none: behind it comes the host."""
    for mark in re.finditer(r"\?", rest):
        head, tail = rest[: mark.start()], rest[mark.end() :]
        host_is_before = "@" in head or "/" in head or _HOST.fullmatch(head) is not None
        if _QUERY.fullmatch(tail) and (host_is_before or "@" not in tail):
            return head, tail
    return rest, ""


def _paired(hosts: str, ports: str) -> list[tuple[str, str]]:
    """(host, port) of hosts that a comma separates, each with its own port, the one at its place, or the only one."""
    names, numbers = hosts.split(","), ports.split(",")
    pairs = []
    for index, name in enumerate(names):
        match = _HOST.fullmatch(name.strip())
        shared = numbers[index] if index < len(numbers) else numbers[0] if len(numbers) == 1 else ""
        pairs.append((match[1], match[2] or shared) if match else (name, shared))
    return pairs


def _login(system: str, role: str, password: str, hosts: Sequence[tuple[str, str]], database: str) -> DatabaseLogin:
    """`hosts` are (host, port); the default port is added, so that it matches the alias `host:port` of a source.

    The port "-" is none.
    """
    instances = [_instance(system, host, port) for host, port in hosts]
    if _is_unknown(database) or not _DATABASE.fullmatch(database):
        database = ""
    known = tuple(dict.fromkeys(instance for instance in instances if instance))
    return DatabaseLogin(system, role, known, database, Secret(password))


def _instance(system: str, host: str, port: str) -> str:
    """host:port as ids have it; empty for a variable or the path of a socket."""
    host, port = host.strip().lower(), port.strip()
    # Nobody but the server knows the port of an instance that has a name.
    default = "" if "\\" in host else str(_PORTS.get(system) or "")
    written_port = "" if port == "-" else port or default
    instance = f"{host}:{written_port}" if written_port else host
    is_known = host and not _is_unknown(instance) and "/" not in host
    return instance if is_known else ""


def _is_unknown(text: str) -> bool:
    """Whether a role, host or database is a variable, or a template that nobody filled in."""
    return bool(variables_in(text)) or _UNFILLED.fullmatch(text) is not None
