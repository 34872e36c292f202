"""`remit config`, `schema`, `docs` and `version`: the settings in force, the record format, the generated pages, what is installed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated

import typer
from pydantic import SecretStr

from api.terminal import print_json, print_line

# Settings of which each entry has a line.
_WITH_LINES_OF_THEIR_OWN = ("authoritative", "budgets", "prices", "connectors")


def config() -> None:
    """Show the settings in force, secrets masked, and where snapshots lie."""
    from api.settings import read_settings
    from graph.budgets import write_budget

    settings = read_settings()
    in_force = {
        "store": re.sub(r"(?<=:)[^:@/]+(?=@)", "***", settings.store),
        "snapshots": settings.snapshot_folder() or "in memory",
        "audit": settings.audit_file() or "none: the store is in memory",
    }
    for name in type(settings).model_fields:
        if name not in _WITH_LINES_OF_THEIR_OWN:
            print_line(f"{name} = {in_force.get(name) or _write_setting(getattr(settings, name))}")
    for key, sources in sorted(settings.authoritative.items()):
        print_line(f"authoritative {key} = {', '.join(sources)}")
    for setting in settings.budgets:
        budget = setting.budget()
        print_line(f"budget {budget.by}={budget.key}: {write_budget(budget, is_node=True)}")
    for price in settings.prices:
        print_line(f"price {price.model_dump_json(exclude_none=True, by_alias=True)}")
    for connector, instances in sorted(settings.connectors.items()):
        for config in settings.configs(connector).values():
            print_line(f"{connector}: {config!r}")
        if not instances:
            print_line(f"{connector}: no instance")


def _write_setting(setting: object) -> str:
    """A setting as a person reads it; of a secret only whether there is one."""
    if setting is None:
        return "not set"
    if isinstance(setting, SecretStr):
        return "set"
    if isinstance(setting, tuple):
        return ", ".join(map(str, setting)) or "none"
    if isinstance(setting, dict):
        return json.dumps(setting, ensure_ascii=False) if setting else "none"
    return str(setting).lower() if isinstance(setting, bool) else str(setting)


def schema() -> None:
    """Print the JSON Schema of the record format, one line of a records file."""
    from graph.ontology.describe import record_schema

    print_json(record_schema())


def docs(out: Annotated[Path, typer.Argument(help="The folder to write to.")] = Path("docs")) -> None:
    """Write the generated pages: ontology, connectors, queries."""
    from api.cli.docs import write_docs

    for path in write_docs(out):
        print_line(str(path))


def version() -> None:
    """Print the version."""
    from importlib import metadata

    print_line(f"remit {metadata.version('remit')}")
