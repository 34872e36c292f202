"""References to values that stand elsewhere: `${VAR}`, `$VAR`, `${input:x}`, `$(pass x)`, `op://`, `vault:x`.

Clients expand different forms. Here every form that any of them expands is a reference, because a text that points
somewhere is no secret. A bare `$name` or `%name%` must be in capitals: a password may begin with a dollar sign, and its
letters must not end up as the name of a variable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_FORMS = re.compile(
    r"""\$\{\{\s*(?P<action>[A-Za-z_][\w.]*)\s*\}\}                          # ${{ secrets.X }}
      | \$\{(?P<braced>(?:[a-z]+:)?[A-Za-z_][\w./-]*)                        # ${X} ${env:X}
        (?: :[-=](?P<default>[^{}$]*) | :?[?+][^{}]*)?\}                      # ${X:-default} ${X:?message}
      | \{(?P<opencode>(?:env|file)[:.][^{}\s]+)\}                           # {env:X} {env.X}
      | \$\((?P<command>[^()]+(?:\([^()]*\)[^()]*)*)\)                        # $(gh auth token)
      | `(?P<ticks>[a-z][\w./-]*\ [^`]+)`
      | \$(?P<prefixed>(?:input|env|secret|secrets|vars?):[A-Za-z_][\w.-]*)  # $input:X, PowerShell's $env:X
      | [\#%]\{(?P<hash>[A-Za-z_][\w.-]*)\}                                 # #{X} %{X}
      | (?<![A-Za-z0-9_])__(?P<dunder>[A-Z][A-Z0-9_]*?)__(?![A-Za-z0-9_])    # __X__
      | \$(?P<bare>[A-Z_][A-Z0-9_]*)(?![A-Za-z0-9_])
      | %(?P<percent>[A-Z_][A-Z0-9_]*)%
      | (?P<vault>op://[^\s"']+)
    """,
    re.VERBOSE,
)
_NAMED = (
    "action",
    "braced",
    "opencode",
    "command",
    "ticks",
    "prefixed",
    "hash",
    "dunder",
    "bare",
    "percent",
    "vault",
)
# What is a reference only as the whole text: within another these are ordinary words.
_WHOLE = re.compile(
    r"""(?: (?:process\.env|import\.meta\.env|os\.environ|environ|env|ENV)
            (?: [./:](?P<env>[A-Za-z_]\w*) | \[["'](?P<item>[A-Za-z_]\w*)["']\] )
        | os\.getenv\(["'](?P<getenv>[A-Za-z_]\w*)["']\)
        | !(?:secret|vault|env|env_var|ENV)\s+(?P<tagged>[\w./-]+)
        | (?P<manager>(?:ref\+)?(?:keychain|keyring|vault|hashivault|secrets?|secret-?ref|secret-?s?manager|secrets-manager
            |aws-?sm|ssm|gcp-?sm|gsm|akv|azure-?key-?vault|key-?vault|doppler|infisical|bitwarden|bws|lastpass|lpass
            |1password|onepassword|gopass|sops|cyberark|conjur)(?:\+\w+)?:(?://)?[^\s:][^\s]*)
        | (?P<resource>arn:aws[\w-]*:(?:secretsmanager|ssm):\S+ | projects/[^/\s]+/secrets/[^/\s]+(?:/versions/\w+)?
            | @Microsoft\.KeyVault\(.+\)) )
    """,
    re.VERBOSE,
)
_MAX_NESTING = 8


def variables_in(text: str) -> tuple[str, ...]:
    """The variables that a text refers to, innermost first."""
    return _walk(text)[0]


def without_references(text: str) -> str:
    """A text with each reference replaced by its default, or removed."""
    return _walk(text)[1]


def is_reference(text: str) -> bool:
    """Whether a text is exactly one reference, with or without a default."""
    names, _ = _walk(text)
    stripped = text.strip()
    if _WHOLE.fullmatch(stripped):
        return True
    return bool(names) and (_FORMS.fullmatch(stripped) is not None or _is_nested(stripped))


def resolve(text: str, variables: Mapping[str, str]) -> str:
    """The text with the references replaced whose variable is in `variables`; nothing else is looked up."""

    def fill(match: re.Match[str]) -> str:
        return variables.get(_name(match), match[0])

    return _FORMS.sub(fill, text)


def fill_defaults(text: str, keep: Callable[[str], bool]) -> str:
    """The text with each `${VAR:-default}` replaced by its default; a variable for which `keep` is true stays, without it."""

    def fill(match: re.Match[str]) -> str:
        if match["default"] is None:
            return match[0]
        return f"${{{match['braced']}}}" if keep(_name(match)) else match["default"]

    for _ in range(_MAX_NESTING):
        text, before = _FORMS.sub(fill, text), text
        if text == before:
            break
    return text


def defaults_of(text: str) -> tuple[tuple[str, str], ...]:
    """(variable, default) of every reference in a text that has a default."""
    return tuple((_name(match), match["default"]) for match in _FORMS.finditer(text) if match["default"])


def _walk(text: str) -> tuple[tuple[str, ...], str]:
    whole = _WHOLE.fullmatch(text.strip())
    if whole is not None:
        return (next(name for name in whole.groups() if name),), ""
    names: list[str] = []

    def drop(match: re.Match[str]) -> str:
        names.append(_name(match))
        return match["default"] or ""

    for _ in range(_MAX_NESTING):
        rest = _FORMS.sub(drop, text)
        if rest == text:
            break
        text = rest
    return tuple(names), text


def _is_nested(text: str) -> bool:
    return text.startswith("${") and text.endswith("}") and text.count("${") > 1 and text.count("${") == text.count("}")


def _name(match: re.Match[str]) -> str:
    if command := match["command"] or match["ticks"]:
        # A command is no name: two of one program give two secrets.
        return f"$({command})"
    name = next(match[form] for form in _NAMED if match[form])
    return name.removeprefix("env:").removeprefix("secrets.").removeprefix("env.")
