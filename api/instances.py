"""This file knows how the settings of connector instances derive from each connector's Config."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from graph.errors import InputError
from loaders.base import Secret
from loaders.connectors import CONNECTORS

# connector → instance → field → what was told
Tables = dict[str, dict[str, dict[str, Any]]]

_FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def merge_variables(tables: Tables, variables: Mapping[str, str], prefix: str) -> Tables:
    """The tables of `remit.toml` with `REMIT_<CONNECTOR>__<INSTANCE>__<FIELD>` laid over them.

    An instance of a variable is the one of the table that is spelled alike but for case and hyphens.
    Raises InputError for an unknown connector, and for a table that is not made of instances.
    """
    merged: Tables = {}
    for connector, instances in tables.items():
        if not isinstance(instances, dict) or not all(isinstance(fields, dict) for fields in instances.values()):
            raise InputError(f"remit.toml: write [{connector}.INSTANCE] with the fields of that instance below")
        merged[connector] = {instance: dict(fields) for instance, fields in instances.items()}
    for name, text in sorted(variables.items()):
        connector, mark, rest = name.removeprefix(prefix).lower().partition("__")
        instance, second, field = rest.partition("__")
        if not mark or not second:
            continue
        if connector not in CONNECTORS or not instance or not field:
            raise InputError(
                f"{name}: write {prefix}<CONNECTOR>__<INSTANCE>__<FIELD>; connectors are {', '.join(CONNECTORS)}"
            )
        known = merged.setdefault(connector, {})
        spelled = next((one for one in known if one.lower().replace("-", "_") == instance), instance)
        known.setdefault(spelled, {})[field] = text
    return merged


def build_config(connector: str, instance: str, told: Mapping[str, Any]) -> Any:
    """One instance's Config; raises InputError for an unknown or missing field and for a wrong type."""
    config = config_type(connector)
    hints = typing.get_type_hints(config)
    fields = {field.name: field for field in dataclasses.fields(config)}
    place = f"of {connector}, instance {instance}"
    unknown = sorted(told.keys() - fields.keys() | ({"instance"} & told.keys()))
    if unknown:
        known = ", ".join(name for name in fields if name != "instance")
        raise InputError(f"setting {unknown[0]} {place}: there is no such setting. Settings are {known}")
    given = {name: _read(text, hints[name], f"setting {name} {place}") for name, text in told.items()}
    if "instance" in fields:
        given["instance"] = instance
    required = {
        name
        for name, field in fields.items()
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    missing = sorted(required - given.keys())
    if missing:
        variable = f"REMIT_{connector}__{instance}__{missing[0]}".upper().replace("-", "_")
        raise InputError(f"setting {missing[0]} {place}: it is missing. Set {variable}")
    return config(**given)


def config_type(connector: str) -> Any:
    """The connector's Config class; raises InputError for one that reads no live system."""
    if connector not in CONNECTORS:
        raise InputError(f"there is no connector {connector!r}. Connectors are {', '.join(CONNECTORS)}")
    found = getattr(import_module(CONNECTORS[connector]), "Config", None)
    if found is None:
        raise InputError(f"connector {connector} reads files only; it has no settings")
    return found


def _read(told: Any, hint: Any, place: str) -> Any:
    """What was told, as the field's type: text, Secret, whole, fraction, flag, path, or several texts."""
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    wanted = next(option for option in options if option is not type(None))
    origin = typing.get_origin(wanted) or wanted
    try:
        if origin is bool:
            return told if isinstance(told, bool) else _FLAGS[str(told).strip().lower()]
        if origin in (int, float) and not isinstance(told, bool):
            return origin(told)
        if origin in (str, Secret, Path) and isinstance(told, str):
            return origin(told)
        if origin in (tuple, list, frozenset):
            parts = [part.strip() for part in told.split(",")] if isinstance(told, str) else told
            return origin(str(part) for part in parts if part)
    except (ValueError, KeyError, TypeError):
        pass
    # The text itself may be a secret in the wrong field: it is not repeated.
    raise InputError(f"{place}: it is not a {getattr(origin, '__name__', origin)}")
