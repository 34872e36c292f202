"""References to values that stand elsewhere: `${VAR}`, `$VAR`, `${input:x}`, `$(pass x)`, `op://`, `vault:x`.

Clients expand different forms. Here every form that any of them expands is a reference, because a text that points
somewhere is no secret. A bare `$name` or `%name%` must be in capitals: a password may begin with a dollar sign, and its
letters must not end up as the name of a variable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from loaders.mcp.reference_forms import EMBEDDED_FORMS, NAMELESS_FORMS, WHOLE_FORMS

_FORMS = re.compile("|".join(form.pattern for form in EMBEDDED_FORMS), re.VERBOSE)
_NAMED = tuple(form.name for form in EMBEDDED_FORMS if f"(?P<{form.name}>" in form.pattern)
# What is a reference only as the whole text: within another these are ordinary words.
_WHOLE = re.compile("|".join(form.pattern for form in WHOLE_FORMS), re.VERBOSE)
_NAMELESS = re.compile("|".join(form.pattern for form in NAMELESS_FORMS), re.VERBOSE | re.DOTALL)
# Texts in brackets that hide the delimiters of what is around them, as a reference does.
_BRACKETS = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{}%]*%\}|<%[^<>%]*%>|\[\[[^\[\]]*\]\]|<[A-Za-z][^<>@/]*>|ENC\[[^\[\]]*\]|ENC\([^()]*\)"
)
_MAX_NESTING = 8
# Private characters stand for an inner reference until the outer one is read.
_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_MASK = re.compile(r"\$\{_masked_(\d+)_\}")


@dataclass(frozen=True, slots=True)
class MaskedText:
    """A text whose references are plain variables, so that it can be split at its delimiters."""

    text: str
    hidden: tuple[str, ...]

    def restore(self, part: str) -> str:
        """A part of the text with its references as they were written."""
        if not self.hidden:
            return part
        return self._filled(_MASK.sub(lambda match: self._filled(self.hidden[int(match[1])]), part))

    def _filled(self, part: str) -> str:
        while _TOKEN.search(part):
            part = _TOKEN.sub(lambda match: self.hidden[int(match[1])], part)
        return part


def mask_references(text: str) -> MaskedText:
    """The text with each reference, and each text in template brackets, as one plain variable.

    What a reference holds (`${X:?see a/b@c}`, `$(pass show x)`) would pass for delimiters of a URL or a command line.
    """
    hidden: list[str] = []

    def hide(match: re.Match[str]) -> str:
        hidden.append(match[0])
        return f"{_OPEN}{len(hidden) - 1}{_CLOSE}"

    if _OPEN in text:
        return MaskedText(text, ())
    for _ in range(_MAX_NESTING):
        before = text
        text = _BRACKETS.sub(hide, _FORMS.sub(hide, text))
        if text == before:
            break
    return MaskedText(_TOKEN.sub(lambda match: f"${{_masked_{match[1]}_}}", text), tuple(hidden))


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
    if is_nameless(stripped) or _WHOLE.fullmatch(stripped):
        return True
    return bool(names) and (_FORMS.fullmatch(stripped) is not None or _is_nested(stripped))


def is_nameless(text: str) -> bool:
    """Whether a text is encrypted, or a command that prints the value: there is nothing that could name a variable."""
    return _NAMELESS.fullmatch(text.strip()) is not None


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
        return (_bare_name(next(name for name in whole.groups() if name)),), ""
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
    return _bare_name(next((match[form] for form in _NAMED if match[form]), ""))


def _bare_name(name: str) -> str:
    return name.removeprefix("env:").removeprefix("secrets.").removeprefix("env.")
