"""How a server knows who asks: its tokens, its issuer and the sessions of browsers, put together from the settings."""

from __future__ import annotations

from dataclasses import dataclass

from structlog.typing import FilteringBoundLogger

from api.access.audit_trail import AuditTrail
from api.access.authentication import Authentication, build_authentication
from api.access.browsers import TOKEN_METHOD, BrowserSessions
from api.access.caller import Caller
from api.access.sessions import Login, Sessions
from api.http.login import LoginRoutes
from api.oidc.config import OidcConfig, oidc_config
from api.oidc.login import CodeFlow
from api.oidc.people import METHOD, OidcTokens, caller_of
from api.oidc.provider import Provider
from api.oidc.verify import Verifier
from api.settings import Settings


@dataclass(frozen=True, slots=True)
class Identity:
    """What one server identifies callers by; for one event loop."""

    authentication: Authentication
    browsers: BrowserSessions
    login: LoginRoutes
    provider: Provider | None

    def close(self) -> None:
        """Close the file of the sessions, and stop asking the issuer."""
        self.browsers.close()
        if self.provider is not None:
            self.provider.close()


def build_identity(settings: Settings, log: FilteringBoundLogger, trail: AuditTrail) -> Identity:
    """The parts, unopened; raises InputError for settings that are not safe."""
    config = oidc_config(settings)
    provider = None if config is None else Provider(config, log)
    verifier = None if provider is None else Verifier(provider)
    signed = [] if config is None or verifier is None else [OidcTokens(config, verifier)]
    authentication = build_authentication(settings, *signed)

    def resolve(login: Login) -> Caller | None:
        if login.method == TOKEN_METHOD:
            return authentication.caller_of_digest(bytes.fromhex(login.subject))
        return caller_of(config, login.name, login.groups) if config is not None and login.method == METHOD else None

    def open_sessions() -> Sessions:
        return Sessions(settings.session_file(), settings.session_idle_minutes * 60, settings.session_hours * 3600)

    browsers = BrowserSessions(open_sessions, resolve)
    flow: tuple[OidcConfig, CodeFlow] | None = None
    if config is not None and config.client_id is not None and provider is not None and verifier is not None:
        flow = (config, CodeFlow(provider, verifier))
    login = LoginRoutes(authentication, browsers, settings.public_url, flow, trail)
    return Identity(authentication, browsers, login, provider)
