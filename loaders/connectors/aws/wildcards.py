"""This file knows the wildcards of IAM: what a pattern matches, and whether two plainly contain or may meet each other."""

from __future__ import annotations

import re
from functools import lru_cache

ANY = "*"

_VARIABLE = re.compile(r"\$\{[^}]*\}")


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern matches a plain text, letter for letter."""
    return _compiled(pattern, False).fullmatch(text) is not None


def matches_action(pattern: str, action: str) -> bool:
    """Whether a pattern matches an action, whose case does not count."""
    return matches(pattern.lower(), action.lower())


def covers(pattern: str, other: str) -> bool:
    """Whether plainly everything that `other` matches is matched by `pattern`. False where that is not plain."""
    return _compiled(pattern, True).fullmatch(other) is not None


def meets(one: str, other: str) -> bool:
    """Whether some text is matched by both. Quadratic in their lengths."""
    # row[j]: whether what is left of `one` and other[j:] can match the same text.
    row = [all(char == ANY for char in other[at:]) for at in range(len(other) + 1)]
    for left in reversed(one):
        above, row = row, [False] * (len(other) + 1)
        for at in range(len(other), -1, -1):
            right = other[at] if at < len(other) else ""
            if left == ANY:
                row[at] = above[at] or (at < len(other) and row[at + 1])
            if right == ANY:
                row[at] = row[at] or row[at + 1] or above[at]
            elif right and left != ANY and (left in ("?", right) or right == "?"):
                row[at] = above[at + 1]
    return row[0]


def widened(text: str) -> tuple[str, bool]:
    """A resource with its policy variables as wildcards, and whether it had any."""
    told = _VARIABLE.sub(ANY, text)
    return told, told != text


def s3_path(resource: str, partition: str = "aws") -> str | None:
    """What a resource matches of S3 in a partition, as `bucket` or `bucket/key`; None for what plainly is not S3's."""
    if resource == ANY:
        return ANY
    parts = resource.split(":", 5)
    if len(parts) < 6:
        # A wildcard may span the colons: all of S3, or what cannot be told from it.
        return ANY if meets(resource, f"arn:{partition}:s3:::*") else None
    arn, named, service, region, account, path = parts
    # Buckets have neither region nor account in their names.
    told = ((arn, "arn"), (named, partition), (service, "s3"), (region, ""), (account, ""))
    return path if all(matches(pattern, text) for pattern, text in told) else None


def is_plain_s3(resource: str, partition: str = "aws") -> bool:
    """Whether `s3_path` of it is exact: a Deny counts only then."""
    return resource == ANY or resource.count(":") >= 5 or covers(resource, f"arn:{partition}:s3:::*")


@lru_cache(maxsize=4096)
def _compiled(pattern: str, is_strict: bool) -> re.Pattern[str]:
    # A `?` stands for one character, so never for the many of another pattern's `*`.
    single = "[^*]" if is_strict else "."
    parts = (
        ".*" if char == ANY else single if char == "?" else re.escape(char) for char in re.sub(r"\*+", ANY, pattern)
    )
    return re.compile("".join(parts), re.DOTALL)
