"""This file knows what a person sets to read a Microsoft Entra tenant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.errors import InputError
from loaders.base import Secret
from loaders.live.config import check_settings, meaning

_TENANT = re.compile(r"[A-Za-z0-9.-]+\Z")


@dataclass(frozen=True, slots=True)
class Config:
    """One Entra tenant, read by an app registration with the application permissions User.Read.All, GroupMember.Read.All and,
    for applications, Application.Read.All. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    tenant: str = field(metadata=meaning("the tenant's id or one of its domains"))
    client_id: str = field(metadata=meaning("the application (client) id of the registration that reads"))
    client_secret: Secret = field(metadata=meaning("a secret of that registration"))
    base_url: str = field(
        default="https://graph.microsoft.com/v1.0", metadata=meaning("where Microsoft Graph answers; https")
    )
    login_url: str = field(
        default="https://login.microsoftonline.com", metadata=meaning("where tokens are given out; https")
    )
    applications: bool = field(
        default=True,
        metadata=meaning("whether service principals and who is assigned to them are read"),
    )
    full_every_h: int = field(
        default=4, metadata=meaning("hours after which everything is read again; a run before that reads changes alone")
    )
    max_pages: int = field(default=100_000, metadata=meaning("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: int = field(default=600, metadata=meaning("how many requests a minute it may be asked"))
    promised_age_s: int = field(default=86_400, metadata=meaning("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        needed = ("tenant", "client_id", "client_secret")
        check_settings(self, "entra", needed=needed, addresses=("base_url", "login_url"))
        if not _TENANT.match(self.tenant):
            raise InputError(f"setting tenant of entra, instance {self.instance}: it is no id and no domain")
