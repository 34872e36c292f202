"""Cells that a spreadsheet must not take for formulas."""

from __future__ import annotations

import re

# A formula may begin with full-width signs, and behind blanks and invisible characters, which spreadsheets trim.
_FORMULA = re.compile(
    r"[\s\x00-\x20\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3000\u3164\ufeff\uffa0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]"
)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text, or read it into another cell."""
    return _FORMULA.match(text) is not None
