"""Command lines: which package one runs, such as `npx -y @scope/name@1.2.0`, `uvx name`, `docker run image:tag`.

Nothing is executed and the disk is not read: a command line is words, and the words of known launchers are parsed as
those launchers parse them. A command line of any other program has no package.
"""

from __future__ import annotations

import base64
import binascii
import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.mcp.package_name import PackageVersion, npm_name, oci_name, pypi_name
from loaders.mcp.reference import mask_references

_MAX_NESTING = 6


@dataclass(frozen=True, slots=True)
class Launch:
    """A parsed command line: `package` (npm:..., pypi:..., oci:...) at `version`, and the arguments it gets."""

    package: str | None
    version: str | None
    rest: tuple[str, ...] = field(repr=False)
    program: str


_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=.*", re.DOTALL)
_SHELLS = frozenset({"sh", "bash", "zsh", "dash", "ksh", "fish"})
_POWERSHELLS = frozenset({"powershell", "pwsh"})
# Options of PowerShell without a value; the others have one.
_POWERSHELL_FLAGS = ("noprofile", "noexit", "nologo", "noninteractive", "sta", "mta", "interactive", "login")
_SEPARATORS = frozenset({"&&", "||", ";", "|"})
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
    """A command line as words, respecting quotes; as one word where the quotes do not match."""
    masked = mask_references(line)
    try:
        words = tuple(masked.restore(word) for word in shlex.split(masked.text))
    except ValueError:
        return (line,)
    return words or (line,)


def _split_powershell(line: str) -> tuple[str, ...]:
    """A command line as PowerShell's words: a backslash is part of a path."""
    lexer = shlex.shlex(line, posix=True)
    lexer.whitespace_split, lexer.escape, lexer.commenters = True, "", ""
    try:
        return tuple(lexer) or (line,)
    except ValueError:
        return (line,)


def program_name(word: str) -> str:
    """The name of a program without folder and suffix: `C:\\\\Program Files\\\\nodejs\\\\npx.cmd` is npx."""
    name = re.split(r"[/\\]", word.strip())[-1].lower()
    return re.sub(r"\.(?:exe|cmd|ps1|bat)$", "", name)


def parse_command(words: Sequence[str]) -> Launch:
    """The launch that a command line describes."""
    for _ in range(_MAX_NESTING):
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
        flag_index = next((i for i, word in enumerate(rest) if word.lower() in ("/c", "/k")), None)
        if flag_index is None:
            return None
        is_one_word = flag_index + 2 == len(rest)
        return _launching(split_command(rest[-1]) if is_one_word else rest[flag_index + 1 :])
    if program in _POWERSHELLS:
        return _from_powershell(rest)
    if program in _SHELLS:
        flag_index = next((i for i, word in enumerate(rest) if re.fullmatch(r"-[a-z]*c", word)), None)
        if flag_index is None or flag_index + 1 >= len(rest):
            return None
        return _launching(split_command(rest[flag_index + 1]))
    if program in _FORWARDERS:
        return rest[list(rest).index("--") + 1 :] if "--" in rest else None
    wrapped = program == "env" or program in _PLAIN_WRAPPERS
    if not wrapped and not _ASSIGNMENT.fullmatch(words[0]):
        return None
    index = 1
    while wrapped and index < len(words) and words[index].startswith("-"):
        index += 1
    while index < len(words) and _ASSIGNMENT.fullmatch(words[index]):
        index += 1
    return words[index:]


def _from_powershell(rest: Sequence[str]) -> Sequence[str] | None:
    """What `-Command`, or an encoded one, runs; every option may be shortened to what is not ambiguous."""
    index = 0
    while index < len(rest):
        option = rest[index].lower().lstrip("-/")
        if not rest[index].startswith(("-", "/")) or (option and "command".startswith(option)):
            words = rest[index + (1 if rest[index].startswith(("-", "/")) else 0) :]
            return _launching(_split_powershell(words[0]) if len(words) == 1 else words) if words else None
        if option == "ec" or (len(option) > 0 and "encodedcommand".startswith(option)):
            return _launching(_split_powershell(_decoded(rest[index + 1]))) if index + 1 < len(rest) else None
        if "file".startswith(option):
            return rest[index + 1 :] or None
        index += 1 if any(flag.startswith(option) for flag in _POWERSHELL_FLAGS) else 2
    return None


def _decoded(text: str) -> str:
    """An encoded command; empty if it is none."""
    try:
        return base64.b64decode(text, validate=True).decode("utf-16-le")
    except (ValueError, binascii.Error):
        return ""


def _launching(words: Sequence[str]) -> Sequence[str]:
    """Of several commands in one line the first that starts a package, else the last one."""
    commands: list[list[str]] = [[]]
    for word in words:
        if word in _SEPARATORS:
            commands.append([])
        elif word.endswith(";") and len(word) > 1:
            commands[-1].append(word[:-1])
            commands.append([])
        elif word != "&" or commands[-1]:  # PowerShell calls with a leading &
            commands[-1].append(word)
    commands = [command for command in commands if command]
    if len(commands) < 2:
        return commands[0] if commands else words
    return next((command for command in commands if parse_command(command).package is not None), commands[-1])


def _after_verbs(rest: list[str], verbs: tuple[tuple[str, ...], ...]) -> list[str]:
    for verb in verbs:
        if tuple(rest[: len(verb)]) == verb:
            return rest[len(verb) :]
    return []


def _package(program: str, rest: list[str], values: frozenset[str], read: str) -> Launch:
    """Options first, then the package (unless an option named it), then what it is handed."""
    named: str | None = None
    called: str | None = None
    index = 0
    while index < len(rest) and rest[index].startswith("-"):
        option, equals, joined = rest[index].partition("=")
        if option in values and not equals:
            joined = rest[index + 1] if index + 1 < len(rest) else ""
            index += 1
        if option in ("--package", "--from", "--spec") or (option == "-p" and read == "npm"):
            named = named or joined
        if option in ("-c", "--call") and read == "npm":
            called = joined
        index += 1
        if option == "--":
            break
    if called and named is None:
        return _called(program, called)
    if index < len(rest):
        named = named or rest[index]
    package_version = (npm_name(named) if read == "npm" else pypi_name(named)) if named else None
    package, version = package_version or (None, None)
    return Launch(package, version, tuple(rest[index + 1 :]), program)


def _called(program: str, line: str) -> Launch:
    """What `npx -c "..."` runs: another launcher, or the program of a package."""
    words = _launching(split_command(line))
    launch = parse_command(words)
    if launch.package is not None or not words[0].startswith("@"):
        return launch
    package, version = npm_name(words[0]) or (None, None)
    return Launch(package, version, tuple(words[1:]), program)


def _script(program: str, rest: list[str]) -> Launch:
    index = next((i for i, word in enumerate(rest) if not word.startswith("-") and word != "run"), len(rest))
    script = rest[index] if index < len(rest) else ""
    module = _MODULE.match(script)
    package_version: PackageVersion = None
    if module is not None:
        package_version = f"npm:{module[1].replace(chr(92), '/').lower()}", None
    elif script.startswith("npm:"):
        package_version = npm_name(script)
    package, version = package_version or (None, None)
    return Launch(package, version, tuple(rest[index + 1 :]), program)


def _container(program: str, rest: list[str]) -> Launch:
    while rest and rest[0] in ("container", "--context", "-H", "--host", "-c"):
        rest = rest[1:] if rest[0] == "container" else rest[2:]
    if not rest or rest[0] != "run":
        return Launch(None, None, tuple(rest), program)
    index = 1
    while index < len(rest) and rest[index].startswith("-"):
        word = rest[index]
        is_flag = word in _DOCKER_FLAGS or "=" in word or _DOCKER_SHORT_FLAGS.fullmatch(word) is not None
        has_value = not word.startswith("--") and len(word) > 2
        index += 1 if is_flag or has_value else 2
    if index >= len(rest):
        return Launch(None, None, tuple(rest), program)
    package, version = oci_name(rest[index]) or (None, None)
    return Launch(package, version, tuple(rest[index + 1 :]), program)


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
