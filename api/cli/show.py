"""`remit config`, `schema`, `docs` and `version`: the settings in force, the record format, the generated pages, what is installed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from api.terminal import print_json, print_line


def config() -> None:
    """Show the settings in force, secrets masked, and where snapshots lie."""
    from api.settings import read_settings
    from graph.budgets import write_budget

    settings = read_settings()
    print_line(f"store = {re.sub(r'(?<=:)[^:@/]+(?=@)', '***', settings.store)}")
    print_line(f"snapshots = {settings.snapshot_folder() or 'in memory'}")
    print_line(f"token = {'set' if settings.token else 'not set'}")
    print_line(f"load_token = {'set' if settings.load_token else 'not set'}")
    print_line(f"load_sources = {', '.join(settings.load_sources) or 'none'}")
    print_line(f"audit = {settings.audit_file() or 'none: the store is in memory'}")
    print_line(f"audit_ocsf = {settings.audit_ocsf or 'not set'}")
    print_line(f"architect_token = {'set' if settings.architect_token else 'not set'}")
    print_line(f"preferred = {', '.join(settings.preferred) or 'none'}")
    print_line(f"sync_every = {settings.sync_every or 'never'}")
    for key, sources in sorted(settings.authoritative.items()):
        print_line(f"authoritative {key} = {', '.join(sources)}")
    for setting in settings.budgets:
        budget = setting.budget()
        print_line(f"budget {budget.by}={budget.key}: {write_budget(budget, is_node=True)}")
    for connector, instances in sorted(settings.connectors.items()):
        for config in settings.configs(connector).values():
            print_line(f"{connector}: {config!r}")
        if not instances:
            print_line(f"{connector}: no instance")


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
