"""Settings: from REMIT_* variables first, then from `remit.toml` in the working folder."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import tomllib
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from api.access.caller import EVERY_SOURCE
from api.access.tokens import TokenFile
from api.instances import COUNTS_FIELD, Tables, build_config, counts_settings, merge_variables
from api.policy_settings import BudgetSetting, PriceSetting, check_budgets, check_prices
from graph.errors import InputError, StoreError
from graph.private_files import make_private_folder
from graph.snapshot import Policy
from loaders.base import SpanFile
from loaders.connectors import CONNECTORS
from loaders.live.config import is_safe_url

FILE = "remit.toml"
PREFIX = "REMIT_"
DEFAULT_STORE = "sqlite:///.remit/remit.db"
# What `make demo` fills, so that it never mixes with an organisation of one's own.
DEMO_STORE = "sqlite:///.remit/demo.db"
MIN_SECRET_LENGTH = 16
# Where OCSF events go, if not to a file.
OCSF_TO_OUTPUT = "stdout"
# Those of the tests.
_OTHER_VARIABLES = frozenset({f"{PREFIX}REQUIRE_ALL", f"{PREFIX}WRITE_GOLDEN", f"{PREFIX}NEO"})

# As browsers write an origin: in lower case, the port only where it is not the scheme's own.
_ORIGIN = re.compile(
    r"(?!http://.*:80\Z)(?!https://.*:443\Z)https?://(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::[1-9]\d{0,4})?"
)

Texts = Annotated[tuple[str, ...], NoDecode]


class Settings(BaseSettings):
    """What a person can set; frozen. `connectors` is {connector: {instance: {field: text}}}.

    `hosts` are the names by which clients may call a server, beside those of this machine; `origins` the other origins whose
    pages may ask it, exactly as browsers write them. `token` lets ask what has an
    answer ready, `architect_token` also Cypher of one's own, `load_token` load records and spans of `load_sources` (see
    api.access). `audit` is the audit log, `audit_mb` the size at which a file of it is closed (0: never), `audit_files` how many closed ones are kept (0: all), `audit_ocsf` where its lines go as OCSF events, a file or "stdout". Spans, pushed or saved, are of the source
    `otlp:<otlp_instance>`; their ids are remembered for `otlp_days` after the last of a day, in a journal of at most `otlp_journal_mb`. `rate_limit`: requests of one
    caller per minute, 0 for no limit. `documents`: a manifest or folder of trusted documents; `documents_mode` says whether
    others are answered, answered and logged, or refused (see api.gql.documents). `question_seconds`: how long one answer may take a server.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    store: str = DEFAULT_STORE
    snapshots: Path | None = None
    token: SecretStr | None = None
    load_token: SecretStr | None = None
    load_sources: Texts = (EVERY_SOURCE,)
    architect_token: SecretStr | None = None
    salt: SecretStr | None = None
    public_url: str | None = None
    oidc_issuer: str | None = None
    oidc_audience: str | None = None
    oidc_client_id: str | None = None
    oidc_client_secret: SecretStr | None = None
    oidc_scopes: Texts = ("openid", "profile", "email")
    oidc_groups_claim: str = "groups"
    oidc_name_claim: str | None = None
    oidc_roles: dict[str, str] = Field(default_factory=dict)
    oidc_group_scopes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    session_idle_minutes: int = Field(default=60, ge=1, le=24 * 60)
    session_hours: int = Field(default=12, ge=1, le=24 * 30)
    audit: Path | None = None
    audit_mb: int = Field(default=256, ge=0)
    audit_files: int = Field(default=0, ge=0)
    audit_ocsf: str | None = None
    hosts: Texts = ()
    origins: Texts = ()
    authoritative: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    preferred: Texts = ()
    budgets: tuple[BudgetSetting, ...] = ()
    prices: tuple[PriceSetting, ...] = ()
    otlp_instance: str = Field(default="default", pattern=r"^[A-Za-z0-9._-]{1,64}$")
    otlp_days: int = Field(default=14, ge=1, le=3650)
    otlp_journal_mb: int = Field(default=16 * 1024, ge=1, le=2**30)
    sync_every: str | None = None
    rate_limit: int | None = Field(default=None, ge=0)
    documents: Path | None = None
    documents_mode: Literal["any", "log", "only"] = "any"
    documents_free_architects: bool = False
    question_seconds: float = Field(default=60.0, gt=0, le=86_400, allow_inf_nan=False)
    connectors: dict[str, dict[str, dict[str, Any]]] = Field(default_factory=dict, repr=False)

    @field_validator("hosts", "origins", "preferred", "load_sources", "oidc_scopes", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Variables hold lists as `a,b`."""
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("origins")
    @classmethod
    def _exact(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        """A wildcard would let every page ask with the token, or the address, of whoever looks at it."""
        for origin in origins:
            if not _ORIGIN.fullmatch(origin):
                raise ValueError(
                    f"{origin!r} is not an origin: scheme, host and port as browsers send them, such as "
                    "https://portal.acme.example or http://localhost:5173, without a path and without wildcards"
                )
        return origins

    @field_validator("public_url")
    @classmethod
    def _origin_alone(cls, url: str | None) -> str | None:
        """The origin of a URL, as browsers send it; what is secret goes to it."""
        origin = (url or "").removesuffix("/")
        if url is not None and not (_ORIGIN.fullmatch(origin) and is_safe_url(origin)):
            raise ValueError(
                "it is not the address of this server as browsers send it, such as https://remit.acme.example, without a "
                "path (http only on this machine)"
            )
        return origin or None

    @field_validator("token", "load_token", "architect_token")
    @classmethod
    def _usable(cls, token: SecretStr | None) -> SecretStr | None:
        text = token.get_secret_value() if token else "x"
        if not text.isascii() or not text.isprintable() or " " in text:
            raise ValueError("a token is printable ASCII without spaces")
        return token

    @field_validator("token", "load_token", "architect_token", "salt")
    @classmethod
    def _long(cls, secret: SecretStr | None) -> SecretStr | None:
        """What can be guessed protects nothing: a fingerprint under a short salt tells its secret, too."""
        if secret is not None and len(secret.get_secret_value()) < MIN_SECRET_LENGTH:
            raise ValueError(
                f"it is shorter than {MIN_SECRET_LENGTH} characters, so it can be guessed; make one with openssl rand -hex 32"
            )
        return secret

    @field_validator("load_token", "architect_token")
    @classmethod
    def _another(cls, token: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        """One token for two sets of rights would give everybody the greater one."""
        for name in ("token", "load_token"):
            if token is not None and name != info.field_name and token == info.data.get(name):
                raise ValueError(f"it must not be the same as {PREFIX}{name.upper()}")
        return token

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, _Tables(settings_cls)

    def embedded_file(self) -> Path | None:
        """The file of the embedded store; None for every other store."""
        if not self.store.startswith("sqlite:"):
            return None
        return embedded_path(self.store)

    def snapshot_folder(self) -> Path | None:
        """Where snapshots lie; None for a store in memory, whose snapshots are there too."""
        if self.store.startswith("memory:"):
            return None
        if self.snapshots is not None:
            return self.snapshots
        file = self.embedded_file()
        return Path(".remit/snapshots") if file is None else file.with_name(f"{file.name}.snapshots")

    def span_file(self) -> Path | None:
        """The journal of spans; None for a store in memory, whose journal is there too."""
        if self.store.startswith("memory:"):
            return None
        file = self.embedded_file()
        return Path(".remit/spans") if file is None else file.with_name(f"{file.name}.spans")

    def token_file(self) -> TokenFile:
        """The API tokens of this installation; raises InputError for a store in memory, which nobody else can reach."""
        if self.store.startswith("memory:"):
            raise InputError("a store in memory has no API tokens: it ends with its process. Set REMIT_STORE")
        file = self.embedded_file()
        return TokenFile(Path(".remit/tokens") if file is None else file.with_name(f"{file.name}.tokens"))

    def audit_file(self) -> Path | None:
        """The audit log: as set, else beside the store; None for a store in memory."""
        if self.audit is not None or self.store.startswith("memory:"):
            return self.audit
        file = self.embedded_file()
        return Path(".remit/audit") if file is None else file.with_name(f"{file.name}.audit")

    def span_journal(self) -> SpanFile | None:
        """The journal that saved spans are counted in; None for a store in memory: nothing is pushed to it from elsewhere."""
        path = self.span_file()
        return (
            None if path is None else SpanFile(path, self.otlp_instance, self.otlp_days, self.otlp_journal_mb * 2**20)
        )

    def session_file(self) -> Path | None:
        """Where sessions of browsers are kept; None for a store in memory, whose sessions are there too."""
        if self.store.startswith("memory:"):
            return None
        file = self.embedded_file()
        return Path(".remit/sessions") if file is None else file.with_name(f"{file.name}.sessions")

    def policy(self) -> Policy:
        """Which sources go before others, when priced usage is in the ledger, budgets, own prices; raises InputError for a wrong setting."""
        counts = counts_settings(self.connectors)
        budgets = tuple(setting.budget() for setting in self.budgets)
        prices = tuple(setting.price() for setting in self.prices)
        return Policy(dict(self.authoritative), self.preferred, counts, budgets, prices)

    @field_validator("budgets")
    @classmethod
    def _once(cls, budgets: tuple[BudgetSetting, ...]) -> tuple[BudgetSetting, ...]:
        check_budgets(budgets)
        return budgets

    @field_validator("prices")
    @classmethod
    def _apart(cls, prices: tuple[PriceSetting, ...]) -> tuple[PriceSetting, ...]:
        check_prices(prices)
        return prices

    def configs(self, connector: str) -> dict[str, Any]:
        """The connector's Config per instance; raises InputError for an unknown field, a missing one, or a wrong type."""
        tables = self.connectors.get(connector, {})
        # An instance with `counts` alone is not read live: the setting is for answers about its files.
        live = {instance: fields for instance, fields in sorted(tables.items()) if set(fields) != {COUNTS_FIELD}}
        return {instance: build_config(connector, instance, fields) for instance, fields in live.items()}

    @cached_property
    def fingerprint_salt(self) -> bytes:
        """What keys the fingerprints of secrets: as set, else made once and kept beside the store, for its owner alone.

        Raises StoreError where it cannot be kept.
        """
        if self.salt is not None:
            return self.salt.get_secret_value().encode()
        if self.store.startswith("memory:"):
            return secrets.token_bytes(32)
        file = self.embedded_file()
        kept = Path(".remit/salt") if file is None else file.with_name(f"{file.name}.salt")
        try:
            return _kept_salt(kept)
        except OSError as error:
            raise StoreError(f"{kept}: the salt of fingerprints cannot be kept: {error.strerror}") from None


def embedded_path(address: str) -> Path:
    """The file of the address of an embedded store, sqlite:///PATH."""
    return Path(address.removeprefix("sqlite://").removeprefix("/"))


def read_settings() -> Settings:
    """The settings of this process; raises InputError that names what is wrong."""
    try:
        return Settings()
    except SettingsError as error:
        name = next((name for name in Settings.model_fields if f'"{name}"' in str(error)), "")
        variable = f"{PREFIX}{name.upper()}"
        # `from None`: what json raises holds the text.
        raise InputError(
            f'setting {name} ({variable}): it must be a JSON object, such as {{"name": "value"}}'
        ) from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            known = ", ".join([*Settings.model_fields, *CONNECTORS])
            raise InputError(f"{FILE}: there is no setting {name!r}. Settings are {known}") from None
        problem = first["msg"].removeprefix("Value error, ")
        raise InputError(f"setting {name} ({PREFIX}{name.upper()} or {FILE}): {problem}") from None


def otlp_endpoint() -> str | None:
    """Where our own spans are sent, by OpenTelemetry's variables; None where nobody says, or they are switched off."""
    if os.environ.get("OTEL_SDK_DISABLED", "").lower() == "true" or os.environ.get("OTEL_TRACES_EXPORTER") == "none":
        return None
    names = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
    return next(filter(None, map(os.environ.get, names)), None)


def unknown_variables() -> list[str]:
    """Variables of the environment that look like settings and are none, sorted."""
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} - {f"{PREFIX}CONNECTORS"}
    names = (name for name in os.environ if name.startswith(PREFIX) and "__" not in name)
    return sorted(name for name in names if name.upper() not in known | _OTHER_VARIABLES)


class _Tables(PydanticBaseSettingsSource):
    """`remit.toml`, and the settings of connector instances wherever they stand."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        table = _read_file(Path(FILE))
        instances: Tables = {name: table.pop(name) for name in list(table) if name in CONNECTORS}
        variables = {name: text for name, text in os.environ.items() if name.startswith(PREFIX)}
        return table | {"connectors": merge_variables(instances, variables, PREFIX)}


# Where prometheus_client keeps the numbers of several processes. It looks when it is imported, so they are to be spawned.
_METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"


def metrics_folder() -> str | None:
    """The folder in which the processes of one server keep their numbers; None where each keeps its own."""
    return os.environ.get(_METRICS_FOLDER)


def set_metrics_folder(folder: str | None) -> None:
    """Set that folder for processes that are spawned from now on, or take it back."""
    os.environ.pop(_METRICS_FOLDER, None)
    if folder is not None:
        os.environ[_METRICS_FOLDER] = folder


def _read_file(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is not TOML: {error}") from None


def _kept_salt(path: Path) -> bytes:
    make_private_folder(path.parent)
    scratch = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    try:
        if not path.exists():
            number = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "w") as file:
                file.write(secrets.token_hex(32))
                file.flush()
                os.fsync(file.fileno())
            # Unlike a rename, a link never replaces what another process kept meanwhile.
            with contextlib.suppress(FileExistsError):
                os.link(scratch, path)
        return path.read_bytes()
    finally:
        scratch.unlink(missing_ok=True)
