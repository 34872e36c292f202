"""The command line: its commands, and the exit codes of errors.

Exit codes of `query`: 0 answered, 1 answered PARTIAL, 2 bad input, 3 a system or the store failed. Of `load` and `sync`:
0 published, 1 published but PARTIAL or HELD, 2 refused and nothing written, 3 store, lease or system.
"""

from __future__ import annotations

import contextlib
import difflib
import os
import sys
import traceback
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from api.terminal import print_error
from graph.errors import InputError, RemitError
from graph.private_files import is_open_to_others

# Command → where it is defined: a function, or a group of commands of its own.
COMMANDS = {
    "load": "api.cli.load:load",
    "sync": "api.cli.sync:sync",
    "serve": "api.cli.serve:serve",
    "query": "api.cli.query:query",
    "find": "api.cli.find:find",
    "status": "api.cli.status:status",
    "decide": "api.cli.decide:decide",
    "source": "api.cli.source:source",
    "token": "api.cli.token:token",
    "audit": "api.cli.audit:audit",
    "export": "api.cli.export:export",
    "copy": "api.cli.copy:copy",
    "cypher": "api.cli.cypher:cypher",
    "config": "api.cli.show:config",
    "schema": "api.cli.show:schema",
    "docs": "api.cli.show:docs",
    "version": "api.cli.show:version",
}


class Commands(TyperGroup):
    """The commands of COMMANDS; a command's module is imported when it is run, or listed by `--help`."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        entry = getattr(import_module(module), attribute)
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        if isinstance(entry, typer.Typer):
            single.add_typer(entry, name=cmd_name)
            return typer.main.get_group(single).commands[cmd_name]
        single.command(name=cmd_name)(entry)
        return typer.main.get_command(single)


app = typer.Typer(
    cls=Commands,
    name="remit",
    help="Who can reach which data through AI tools, who answers for it, and what it costs.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(is_asked: bool) -> None:
    if is_asked:
        from api.cli.show import version

        version()
        raise typer.Exit


@app.callback()
def _remit(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version.")
    ] = False,
) -> None:
    from api.settings import Settings, read_settings, unknown_variables
    from api.tracing import start_tracing

    start_tracing()
    for name in unknown_variables():
        known = [f"REMIT_{field.upper()}" for field in Settings.model_fields if field != "connectors"]
        nearest = difflib.get_close_matches(name, known, 1)
        hint = f"; did you mean {nearest[0]}?" if nearest else f". Settings are {', '.join(known)}"
        print_error(f"remit: {name} is no setting and has no effect{hint}")
    # What is wrong with the settings is said by the command that needs them.
    with contextlib.suppress(RemitError):
        file = read_settings().embedded_file()
        if file is not None and is_open_to_others(file):
            print_error(f"remit: other users of this machine may read {file}; chmod 600 keeps it yours")


def _print_usage(error: TyperException) -> None:
    """What is wrong with the words of a command: how it is used, then the problem, which quotes them."""
    context = getattr(error, "ctx", None)
    if context is not None:
        for line in context.get_usage().splitlines():
            print_error(line)
        if context.command.get_help_option(context) is not None:
            print_error(f"Try '{context.command_path} {context.help_option_names[0]}' for help.")
        print_error("")
    print_error(f"Error: {error.format_message()}")


def main() -> None:
    """Run the command line; what went wrong goes to standard error in one line, never as a traceback."""
    try:
        code = app(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except TyperException as error:
        _print_usage(error)
        sys.exit(error.exit_code)
    except RemitError as error:
        print_error(f"remit: {error}")
        sys.exit(2 if isinstance(error, InputError) else 3)
    except BrokenPipeError:
        # Whoever read us has read enough; Python must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception:
        # A mistake of ours: 1 would say PARTIAL.
        for line in traceback.format_exc().splitlines():
            print_error(line)
        sys.exit(3)
    except KeyboardInterrupt:
        print_error("remit: interrupted; nothing of an unfinished run was kept")
        sys.exit(130)


if __name__ == "__main__":
    main()
