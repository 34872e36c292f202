"""Settings of live connectors: types with their constraints, one check for all, and reading them from text.

A connector declares a frozen `Config` dataclass. Its fields are the settings, typed with the names below, and its
`__post_init__` calls `check_settings`. `read_config` builds one from what `remit.toml` and the environment hold.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Protocol, TypeVar, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

import msgspec

from graph.errors import InputError
from graph.loopback import is_loopback
from graph.ontology import COUNTS
from loaders.base import Secret

# Settings that were renamed: the old name, and the field that holds it.
RENAMED = {"promised_age_s": "max_age_s"}
_YES_NO = {"yes": "true", "no": "false"}


class LiveConfig(Protocol):
    """What every Config has: the name of the instance, and how old its source may become, in seconds."""

    @property
    def instance(self) -> str: ...

    @property
    def max_age_s(self) -> int: ...


C = TypeVar("C", bound=LiveConfig)


@dataclass(frozen=True, slots=True)
class Check:
    """A constraint on a setting that is text: `passes` is False for a wrong one, `problem` says what is expected."""

    passes: Callable[[str], bool]
    problem: str


def _is_plain(text: str) -> bool:
    return bool(text.strip()) and text.isprintable() and text.isascii()


def is_safe_url(text: str) -> bool:
    """Whether a secret may be sent to an address: https, or http to this machine alone, without user and password."""
    # The key travels with every request: in the clear it may only go to this machine.
    try:
        url = urlsplit(text)
        host = url.hostname or ""
        usable = url.port != 0 and not url.username and not url.password and bool(host)
    except ValueError:
        return False
    return usable and (url.scheme == "https" or (url.scheme == "http" and is_loopback(host)))


PLAIN = Check(_is_plain, "it must be plain ASCII text, and not empty")
PositiveInt = Annotated[int, msgspec.Meta(ge=1)]
NonNegativeInt = Annotated[int, msgspec.Meta(ge=0)]
RequiredText = Annotated[str, PLAIN]
RequiredSecret = Annotated[Secret, PLAIN]
OptionalSecret = Annotated[Secret, Check(lambda text: not text or _is_plain(text), "it must be plain ASCII text")]
CountsRule = Annotated[str, Check(COUNTS.__contains__, f"it must be one of {', '.join(COUNTS)}")]
Url = Annotated[
    str, Check(is_safe_url, "it must be an https address without user and password (http only on this machine)")
]


def setting(description: str) -> dict[str, str]:
    """Metadata of a field of Config: what the setting does, for the docs."""
    return {"meaning": description}


def check_settings(config: LiveConfig, connector: str) -> None:
    """Check every field of a Config against its type. Raises InputError that names the setting and never its value."""
    if not config.instance or "\0" in config.instance or "/" in config.instance:
        raise InputError(f"setting instance of {connector}: give it a name without a slash, such as acme")
    for name, hint in get_type_hints(type(config), include_extras=True).items():
        _check(getattr(config, name), hint, f"setting {name} of {connector}, instance {config.instance}")


def read_config(config: type[C], connector: str, instance: str, values: Mapping[str, object]) -> C:
    """One instance's Config from text or values of TOML.

    Raises InputError for an unknown, a missing and a wrong setting; what it holds is not repeated.
    """
    label = f"of {connector}, instance {instance}"
    fields = {field.name: field for field in dataclasses.fields(config)}  # type: ignore[arg-type]
    hints = get_type_hints(config, include_extras=True)
    given: dict[str, object] = {}
    for name, value in values.items():
        field = RENAMED.get(name, name)
        if field not in fields or field == "instance":
            known = ", ".join(known for known in fields if known != "instance")
            raise InputError(f"setting {name} {label}: there is no such setting. Settings are {known}")
        given[field] = _from_text(value, hints[field])
        _check(given[field], hints[field], f"setting {name} {label}", is_text=True)
    given["instance"] = instance
    missing = sorted(
        field.name
        for field in fields.values()
        if field.name not in given
        and field.default is dataclasses.MISSING
        and field.default_factory is dataclasses.MISSING
    )
    if missing:
        variable = f"REMIT_{connector}__{instance}__{missing[0]}".upper().replace("-", "_")
        raise InputError(f"setting {missing[0]} {label}: it is missing. Set {variable}")
    return msgspec.convert(given, config, strict=False, dec_hook=_to_secret)


def _check(value: object, hint: object, label: str, *, is_text: bool = False) -> None:
    """Raise InputError unless a value fits its type; `is_text`: numbers and flags may be text."""
    try:
        msgspec.convert(value, hint, strict=not is_text, dec_hook=_to_secret)
    except msgspec.ValidationError:
        # The error of msgspec may repeat the value, which may be a secret in the wrong field.
        raise InputError(f"{label}: {_expected(hint)}") from None
    for check in _constraints(hint):
        if isinstance(check, Check) and not check.passes(str(value)):
            raise InputError(f"{label}: {check.problem}")


def _constraints(hint: object) -> tuple[object, ...]:
    return tuple(getattr(hint, "__metadata__", ()))


def _expected(hint: object) -> str:
    least = next((meta.ge for meta in _constraints(hint) if isinstance(meta, msgspec.Meta)), None)
    plain = _plain_type(hint)
    names = {bool: "true or false", int: "a whole number", float: "a number", str: "text", Secret: "text"}
    return f"it must be {names.get(plain, 'a list of text')}" + (f" from {least}" if least is not None else "")


def _plain_type(hint: object) -> Any:
    """The type of a setting without its constraints: bool, int, float, str, Secret or tuple."""
    plain = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return get_origin(plain) or plain


def _from_text(value: object, hint: object) -> object:
    """The text of a variable as msgspec reads it: yes and no are flags, commas separate a list."""
    if not isinstance(value, str):
        return value
    plain = _plain_type(hint)
    if plain is bool:
        return _YES_NO.get(value.strip().lower(), value.strip().lower())
    if plain in (int, float):
        return value.strip().replace("_", "")
    if plain is tuple:
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _to_secret(kind: type, value: object) -> object:
    if kind is Secret and isinstance(value, str):
        return Secret(value)
    raise TypeError("not a text")
