"""`remit config`, `schema` and `docs`: the settings in force, the record format, the generated pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated

import typer


def config() -> None:
    """Show the settings in force, secrets masked, and where snapshots lie."""
    from api.settings import read_settings

    settings = read_settings()
    print(f"store = {re.sub(r'(?<=:)[^:@/]+(?=@)', '***', settings.store)}")
    print(f"snapshots = {settings.snapshot_folder() or 'in memory'}")
    print(f"token = {'set' if settings.token else 'not set'}")
    print(f"load_token = {'set' if settings.load_token else 'not set'}")
    print(f"load_sources = {', '.join(settings.load_sources) or 'none'}")
    print(f"architect_token = {'set' if settings.architect_token else 'not set'}")
    print(f"preferred = {', '.join(settings.preferred) or 'none'}")
    print(f"sync_every = {settings.sync_every or 'never'}")
    for key, sources in sorted(settings.authoritative.items()):
        print(f"authoritative {key} = {', '.join(sources)}")
    for connector, instances in sorted(settings.connectors.items()):
        for config in settings.configs(connector).values():
            print(f"{connector}: {config!r}")
        if not instances:
            print(f"{connector}: no instance")


def schema() -> None:
    """Print the JSON Schema of the record format, one line of a records file."""
    from graph.ontology.describe import record_schema

    print(json.dumps(record_schema(), indent=2))


def docs(out: Annotated[Path, typer.Argument(help="The folder to write to.")] = Path("docs")) -> None:
    """Write the generated pages: ontology, connectors, queries."""
    from api.cli.docs import write_docs

    for path in write_docs(out):
        print(path)
