"""The launcher: finds the four packages of Remit beside this file, whatever else is called `api` or `graph`, and runs the CLI.

Import names such as `api` are common, and a folder in PYTHONPATH comes before everything that is installed. The packages
are therefore imported from where this file lies as soon as it is imported; processes that are spawned import it first too.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path

PACKAGES = ("graph", "loaders", "queries", "api")


def import_own_packages() -> None:
    """Import each package that is not imported yet from the folder of this file; raises ImportError if one is not there."""
    folder = str(Path(__file__).resolve().parent)
    for name in PACKAGES:
        if name in sys.modules:
            continue
        spec = PathFinder.find_spec(name, [folder])
        if spec is None or spec.loader is None:
            raise ImportError(f"Remit is not installed completely: {folder} has no package {name!r}")
        sys.modules[name] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])


import_own_packages()


def main() -> None:
    """Run the command line."""
    from api.cli.main import main as run

    run()


if __name__ == "__main__":
    main()
