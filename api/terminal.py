"""Terminal output: the one place through which text reaches a terminal.

Names come from people and vendors. A line break in one could forge a row of a table or a line that says COMPLETE, an
escape sequence could erase what was printed, a bidirectional mark could show an id backwards. Such characters are shown as
escapes (`\\n`, `\\x1b`, `\\u202e`) and never obeyed. JSON keeps every character, the dangerous ones as JSON's own escapes.
"""

from __future__ import annotations

import json
import re
import sys

# Printable to Python, and nothing or a blank on a screen.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7e]")


def visible(text: str) -> str:
    """The text on one line, with control, bidirectional, zero-width and blank characters as escapes."""
    if text.isprintable() and (text.isascii() or _BLANKS.isdisjoint(text)):
        return text
    return "".join(character if is_visible(character) else _escaped(character) for character in text)


def is_visible(character: str) -> bool:
    """Whether a character shows itself and changes nothing around it."""
    return character.isprintable() and character not in _BLANKS


def print_line(text: str = "") -> None:
    """Print one line to standard output."""
    print(visible(text))


def print_error(text: str) -> None:
    """Print one line to standard error."""
    print(visible(text), file=sys.stderr, flush=True)


def print_json(document: object, indent: int | None = 2) -> None:
    """Print a document as JSON, indented or on one line."""
    print(json_text(document, indent), flush=True)


def print_page(text: str) -> None:
    """Print a page of HTML, in which every text is escaped already, line breaks and all."""
    print(text, end="", flush=True)


def json_text(document: object, indent: int | None = 2) -> str:
    """A document as JSON, which gives whoever parses it every character as it was.

    Outside of its strings JSON is ASCII, so what is escaped stands in strings.
    """
    text = json.dumps(document, indent=indent, ensure_ascii=False)
    return _OUTSIDE_ASCII.sub(lambda match: match[0] if is_visible(match[0]) else json.dumps(match[0])[1:-1], text)


def _escaped(character: str) -> str:
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
