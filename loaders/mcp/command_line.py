"""This file knows which package a command line runs: `npx -y @scope/name@1.2.0`, `uvx name`, `docker run image:tag`.

Nothing is executed and the disk is not touched: a command line is words, and the words of known launchers are read as
those launchers read them. What no launcher explains has no package.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.mcp.package_name import PackageVersion, npm_name, oci_name, pypi_name

_NESTED_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Launch:
    """A command line understood: `package` (npm:..., pypi:..., oci:...) at `version`, and the words it is handed."""

    package: str | None
    version: str | None
    rest: tuple[str, ...] = field(repr=False)
    program: str


_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=.*", re.DOTALL)
_SHELLS = frozenset({"sh", "bash", "zsh", "dash", "ksh", "fish"})
_FORWARDERS = frozenset({"op", "doppler", "infisical", "dotenv", "dotenvx", "mise", "direnv", "with-env", "varlock"})
_PLAIN_WRAPPERS = frozenset({"sudo", "wsl", "nohup", "exec", "command", "time"})
_NPM_VALUES = frozenset(
    [
        "-p",
        "--package",
        "--registry",
        "--cache",
        "-c",
        "--call",
        "-w",
        "--workspace",
        "--prefix",
        "--userconfig",
        "--node-options",
    ]
)
_PYPI_VALUES = frozenset(
    [
        "--from",
        "--with",
        "--with-editable",
        "--with-requirements",
        "-p",
        "--python",
        "--index",
        "--index-url",
        "-i",
        "--extra-index-url",
        "--default-index",
        "--find-links",
        "-f",
        "--refresh-package",
        "--env-file",
        "--directory",
        "--project",
        "--config-file",
        "--cache-dir",
        "-w",
        "--spec",
        "--suffix",
        "--pip-args",
        "--backend",
        "--fetch-python",
    ]
)
_DOCKER_FLAGS = frozenset(
    [
        "-i",
        "-t",
        "-d",
        "-P",
        "-q",
        "--rm",
        "--init",
        "--privileged",
        "--interactive",
        "--tty",
        "--detach",
        "--read-only",
        "--publish-all",
        "--no-healthcheck",
        "--sig-proxy",
        "--oom-kill-disable",
        "--quiet",
        "--disable-content-trust",
        "--help",
        "--replace",
    ]
)
_DOCKER_SHORT_FLAGS = re.compile(r"-[itdPq]+")
_MODULE = re.compile(r".*node_modules[/\\](@[\w.-]+[/\\][\w.-]+|[\w.-]+)", re.ASCII)


def split_command(line: str) -> tuple[str, ...]:
    """A whole command line as words, respecting quotes; as one word where the quotes do not match."""
    try:
        return tuple(shlex.split(line)) or (line,)
    except ValueError:
        return (line,)


def program_name(word: str) -> str:
    """The name of a program without its folder and ending: `C:\\\\Program Files\\\\nodejs\\\\npx.cmd` is npx."""
    name = re.split(r"[/\\]", word.strip())[-1].lower()
    return re.sub(r"\.(?:exe|cmd|ps1|bat)$", "", name)


def parse_command(words: Sequence[str]) -> Launch:
    """What a command line starts."""
    for _ in range(_NESTED_AT_MOST):
        inner = _unwrapped(words)
        if inner is None:
            break
        words = inner
    if not words:
        return Launch(None, None, (), "")
    program, rest = program_name(words[0]), list(words[1:])
    if program in ("docker", "podman", "nerdctl"):
        return _container(program, rest)
    reader = _LAUNCHERS.get(program)
    if reader is not None:
        verbs, values, read = reader
        if verbs:
            rest = _after_verbs(rest, verbs)
            if not rest:
                return Launch(None, None, tuple(words[1:]), program)
        return _package(program, rest, values, read)
    if program in ("node", "deno"):
        return _script(program, rest)
    return Launch(None, None, tuple(rest), program)


def _unwrapped(words: Sequence[str]) -> Sequence[str] | None:
    if not words:
        return None
    program, rest = program_name(words[0]), words[1:]
    if program == "cmd":
        place = next((i for i, word in enumerate(rest) if word.lower() in ("/c", "/k")), None)
        return None if place is None else split_command(rest[-1]) if place + 2 == len(rest) else rest[place + 1 :]
    if program in _SHELLS:
        place = next((i for i, word in enumerate(rest) if re.fullmatch(r"-[a-z]*c", word)), None)
        return None if place is None or place + 1 >= len(rest) else split_command(rest[place + 1])
    if program in _FORWARDERS:
        return rest[list(rest).index("--") + 1 :] if "--" in rest else None
    wrapped = program == "env" or program in _PLAIN_WRAPPERS
    if not wrapped and not _ASSIGNMENT.fullmatch(words[0]):
        return None
    at = 1
    while wrapped and at < len(words) and words[at].startswith("-"):
        at += 1
    while at < len(words) and _ASSIGNMENT.fullmatch(words[at]):
        at += 1
    return words[at:]


def _after_verbs(rest: list[str], verbs: tuple[tuple[str, ...], ...]) -> list[str]:
    for verb in verbs:
        if tuple(rest[: len(verb)]) == verb:
            return rest[len(verb) :]
    return []


def _package(program: str, rest: list[str], values: frozenset[str], read: str) -> Launch:
    """Options first, then the package (unless an option named it), then what it is handed."""
    named: str | None = None
    at = 0
    while at < len(rest) and rest[at].startswith("-"):
        option, equals, joined = rest[at].partition("=")
        if option in values and not equals:
            joined = rest[at + 1] if at + 1 < len(rest) else ""
            at += 1
        if option in ("--package", "--from", "--spec") or (option == "-p" and read == "npm"):
            named = named or joined
        at += 1
        if option == "--":
            break
    if at < len(rest):
        named = named or rest[at]
    found = (npm_name(named) if read == "npm" else pypi_name(named)) if named else None
    package, version = found or (None, None)
    return Launch(package, version, tuple(rest[at + 1 :]), program)


def _script(program: str, rest: list[str]) -> Launch:
    at = next((i for i, word in enumerate(rest) if not word.startswith("-") and word != "run"), len(rest))
    script = rest[at] if at < len(rest) else ""
    module = _MODULE.match(script)
    found: PackageVersion = None
    if module is not None:
        found = f"npm:{module[1].replace(chr(92), '/').lower()}", None
    elif script.startswith("npm:"):
        found = npm_name(script)
    package, version = found or (None, None)
    return Launch(package, version, tuple(rest[at + 1 :]), program)


def _container(program: str, rest: list[str]) -> Launch:
    while rest and rest[0] in ("container", "--context", "-H", "--host", "-c"):
        rest = rest[1:] if rest[0] == "container" else rest[2:]
    if not rest or rest[0] != "run":
        return Launch(None, None, tuple(rest), program)
    at = 1
    while at < len(rest) and rest[at].startswith("-"):
        word = rest[at]
        alone = word in _DOCKER_FLAGS or "=" in word or _DOCKER_SHORT_FLAGS.fullmatch(word) is not None
        attached = not word.startswith("--") and len(word) > 2
        at += 1 if alone or attached else 2
    if at >= len(rest):
        return Launch(None, None, tuple(rest), program)
    package, version = oci_name(rest[at]) or (None, None)
    return Launch(package, version, tuple(rest[at + 1 :]), program)


# program → (verbs one of which must come first, options with a value, whose names its packages have)
_LAUNCHERS: Mapping[str, tuple[tuple[tuple[str, ...], ...], frozenset[str], str]] = {
    "npx": ((), _NPM_VALUES, "npm"),
    "bunx": ((), _NPM_VALUES, "npm"),
    "pnpx": ((), _NPM_VALUES, "npm"),
    "npm": ((("exec",), ("x",)), _NPM_VALUES, "npm"),
    "pnpm": ((("dlx",), ("exec",)), _NPM_VALUES, "npm"),
    "yarn": ((("dlx",),), _NPM_VALUES, "npm"),
    "bun": ((("x",),), _NPM_VALUES, "npm"),
    "uvx": ((), _PYPI_VALUES, "pypi"),
    "uv": ((("tool", "run"), ("x",)), _PYPI_VALUES, "pypi"),
    "pipx": ((("run",),), _PYPI_VALUES, "pypi"),
}
