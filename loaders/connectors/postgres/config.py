"""Settings of a PostgreSQL server, and the addresses by which other systems name it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import ip_address

from graph.errors import InputError
from loaders.base import Secret
from loaders.live.config import PositiveInt, RequiredText, check_settings, setting

DEFAULT_PORT = 5432
# Modes that enforce TLS; `require` does not verify the certificate.
_TLS = ("require", "verify-ca", "verify-full")
_NO_TLS = ("disable", "allow", "prefer")
_ALIAS = re.compile(r"(?:\[[0-9a-f:.]+\]|[^\s:/\[\]]+)(?::[0-9]{1,5})?")
_LONGEST_S = 86_400


@dataclass(frozen=True, slots=True)
class Config:
    """One PostgreSQL server. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    host: RequiredText = field(metadata=setting("its name or address, or the folder of its socket"))
    user: str = field(metadata=setting("a role that may log in to every database that is to be read; it needs no more"))
    password: Secret = field(default=Secret(""), metadata=setting("its password; empty where the server asks for none"))
    port: PositiveInt = field(default=DEFAULT_PORT, metadata=setting("its port"))
    sslmode: str = field(
        default="verify-full",
        metadata=setting("as libpq has it; weaker than `require` only for a server on this machine"),
    )
    sslrootcert: str = field(
        default="",
        metadata=setting("a file of the authority that signed its certificate; empty: those of the public web"),
    )
    database: str = field(default="postgres", metadata=setting("the database to sign in to first"))
    databases: tuple[str, ...] = field(
        default=(), metadata=setting("the databases to read; none named: all but template0")
    )
    aliases: tuple[str, ...] = field(
        default=(), metadata=setting("other addresses `host:port` of this server, as connection strings name it")
    )
    connect_timeout_s: PositiveInt = field(default=15, metadata=setting("how long a connection may take"))
    statement_timeout_s: PositiveInt = field(default=120, metadata=setting("how long a query of a catalogue may take"))
    page_rows: PositiveInt = field(default=5_000, metadata=setting("rows per page"))
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "postgres")
        for name in ("user", "database"):
            if not getattr(self, name) or "\0" in getattr(self, name):
                raise self.wrong(name, "it is empty, or not plain text")
        if self.instance.startswith("~"):
            raise self.wrong("instance", "it must not begin with ~")
        if self.port > 65_535:
            raise self.wrong("port", "it must be at most 65535")
        for name in ("connect_timeout_s", "statement_timeout_s"):
            if getattr(self, name) > _LONGEST_S:
                raise self.wrong(name, f"it must be at most {_LONGEST_S}")
        if "," in self.host:
            raise self.wrong("host", "one server only; each has an instance of its own")
        if self.sslmode not in (*_TLS, *_NO_TLS):
            raise self.wrong("sslmode", "use one of " + ", ".join((*_TLS, *_NO_TLS)))
        if self.sslmode in _NO_TLS and not self.is_here:
            # The password travels with the connection: in the clear it may only go to this machine.
            raise self.wrong("sslmode", f"a server elsewhere needs one of {', '.join(_TLS)}")
        if "\0" in self.password or any("\0" in name for name in (*self.databases, self.sslrootcert)):
            raise self.wrong("password, databases, sslrootcert", "none may hold a NUL character")
        for alias in self.aliases:
            if not _ALIAS.fullmatch(alias.lower()):
                raise self.wrong("aliases", "write each as host:port")

    @property
    def is_here(self) -> bool:
        """Whether the server is on this machine."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host.startswith("/") or self.host.lower() == "localhost"

    def addresses(self) -> tuple[str, ...]:
        """Every `host:port` by which connection strings elsewhere may mean this server, sorted.

        An address of this machine means another server on every machine, so only `aliases` may name it.
        """
        own = () if self.is_here else (f"[{self.host}]" if ":" in self.host else self.host,)
        addresses = [f"{host}:{self.port}" for host in own]
        addresses += [
            alias if re.search(r":[0-9]{1,5}\Z", alias) else f"{alias}:{DEFAULT_PORT}" for alias in self.aliases
        ]
        return tuple(sorted({address.lower() for address in addresses} - {self.instance}))

    def wrong(self, name: str, problem: str) -> InputError:
        """An error that names the setting."""
        return InputError(f"setting {name} of postgres, instance {self.instance}: {problem}")
