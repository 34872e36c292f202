"""Connection strings: `Key=Value;Key=Value` as ADO.NET, ODBC and cloud services write them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PAIR = re.compile(
    r"""\s*(?P<key>[A-Za-z][A-Za-z0-9 _.-]{0,63}?)\s*=\s*
        (?: \{(?P<braced>(?:[^}]|\}\})*)\} | "(?P<double>(?:[^"]|"")*)" | '(?P<single>(?:[^']|'')*)' | (?P<plain>[^;]*?) )
        \s*(?:;|\Z)""",
    re.VERBOSE,
)


def read_pairs(text: str) -> Mapping[str, str]:
    """The values of a connection string by key, lower-cased and without spaces; empty if the text is none.

    A text is one if it is made of pairs to its end and has a `;`. A value may be quoted, or stand in braces as ODBC
    does it. Of a key that comes twice the last value counts.
    """
    if ";" not in text or "=" not in text:
        return {}
    pairs: dict[str, str] = {}
    index, end = 0, len(text.rstrip("; \t\r\n"))
    while index < end:
        match = _PAIR.match(text, index)
        if match is None:
            return {}
        pairs[re.sub(r"\s", "", match["key"]).lower()] = _value(match)
        index = match.end()
    return pairs


def _value(match: re.Match[str]) -> str:
    if match["braced"] is not None:
        return match["braced"].replace("}}", "}")
    if match["double"] is not None:
        return match["double"].replace('""', '"')
    if match["single"] is not None:
        return match["single"].replace("''", "'")
    return match["plain"].strip()
