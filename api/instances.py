"""Settings of connector instances, read from `remit.toml` and the environment into each connector's Config."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from graph.errors import InputError
from graph.ontology import COUNTS
from loaders.connectors import CONNECTORS
from loaders.live.config import read_config
from loaders.models.prices import PRICING_CONNECTORS

# The setting that answers obey and no connector reads.
COUNTS_FIELD = "counts"

# connector → instance → field → value
Tables = dict[str, dict[str, dict[str, Any]]]


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
        spelled = next((name for name in known if name.lower().replace("-", "_") == instance), instance)
        known.setdefault(spelled, {})[field] = text
    return merged


def counts_settings(tables: Tables) -> dict[str, str]:
    """When the priced usage of each instance (`litellm:acme`) is in the ledger, where a setting says so.

    Raises InputError for a connector that prices nothing, where it would have no effect, and for another word.
    """
    counts = {}
    for connector, instances in sorted(tables.items()):
        for instance, fields in sorted(instances.items()):
            if COUNTS_FIELD not in fields:
                continue
            label, word = f"setting {COUNTS_FIELD} of {connector}, instance {instance}", fields[COUNTS_FIELD]
            if connector not in PRICING_CONNECTORS:
                raise InputError(
                    f"{label}: {connector} prices nothing, so it has no effect. Leave it out: it is for "
                    f"{', '.join(PRICING_CONNECTORS)}"
                )
            if word not in COUNTS:
                raise InputError(f"{label}: it must be one of {', '.join(COUNTS)}")
            counts[f"{connector}:{instance}"] = word
    return counts


def build_config(connector: str, instance: str, values: Mapping[str, object]) -> Any:
    """One instance's Config; raises InputError for an unknown, a missing and a wrong setting."""
    return read_config(config_type(connector), connector, instance, values)


def config_type(connector: str) -> Any:
    """The connector's Config class; raises InputError for one that reads no live system."""
    if connector not in CONNECTORS:
        raise InputError(f"there is no connector {connector!r}. Connectors are {', '.join(CONNECTORS)}")
    config_class = getattr(import_module(CONNECTORS[connector]), "Config", None)
    if config_class is None:
        raise InputError(f"connector {connector} reads files only; it has no settings")
    return config_class
