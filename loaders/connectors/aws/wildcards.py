"""IAM wildcard patterns: what a pattern matches, and whether two patterns certainly contain or may overlap each other."""

from __future__ import annotations

import re
from functools import lru_cache

ANY = "*"

_VARIABLE = re.compile(r"\$\{[^}]*\}")


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern matches a plain text, case included."""
    return _compiled(pattern, False).fullmatch(text) is not None


def matches_action(pattern: str, action: str) -> bool:
    """Whether a pattern matches an action, whose case does not count."""
    return matches(pattern.lower(), action.lower())


def covers(pattern: str, other: str) -> bool:
    """Whether `pattern` certainly matches everything that `other` matches. False where that is not certain."""
    return _compiled(pattern, True).fullmatch(other) is not None


def overlaps(pattern: str, other: str) -> bool:
    """Whether some text is matched by both patterns. Quadratic in their lengths."""
    # row[j]: whether the rest of `pattern` and other[j:] can match the same text.
    row = [all(char == ANY for char in other[start:]) for start in range(len(other) + 1)]
    for left in reversed(pattern):
        above, row = row, [False] * (len(other) + 1)
        for column in range(len(other), -1, -1):
            right = other[column] if column < len(other) else ""
            if left == ANY:
                row[column] = above[column] or (column < len(other) and row[column + 1])
            if right == ANY:
                row[column] = row[column] or row[column + 1] or above[column]
            elif right and left != ANY and (left in ("?", right) or right == "?"):
                row[column] = above[column + 1]
    return row[0]


def without_variables(resource: str) -> tuple[str, bool]:
    """A resource with its policy variables replaced by `*`, and whether it had any."""
    pattern = _VARIABLE.sub(ANY, resource)
    return pattern, pattern != resource


def s3_path(resource: str, partition: str = "aws") -> str | None:
    """The S3 part of a resource pattern, as `bucket` or `bucket/key`; None for a pattern that cannot match S3."""
    if resource == ANY:
        return ANY
    parts = resource.split(":", 5)
    if len(parts) < 6:
        # A wildcard may span the colons: all of S3, or what cannot be told from it.
        return ANY if overlaps(resource, f"arn:{partition}:s3:::*") else None
    arn, partition_pattern, service, region, account, path = parts
    # The ARN of a bucket has neither region nor account.
    pairs = ((arn, "arn"), (partition_pattern, partition), (service, "s3"), (region, ""), (account, ""))
    return path if all(matches(pattern, text) for pattern, text in pairs) else None


def is_exact_s3(resource: str, partition: str = "aws") -> bool:
    """Whether `s3_path` of a resource is exact; only then may a Deny be applied."""
    return resource == ANY or resource.count(":") >= 5 or covers(resource, f"arn:{partition}:s3:::*")


@lru_cache(maxsize=4096)
def _compiled(pattern: str, is_strict: bool) -> re.Pattern[str]:
    # A `?` stands for one character, so never for the many of another pattern's `*`.
    single = "[^*]" if is_strict else "."
    parts = (
        ".*" if char == ANY else single if char == "?" else re.escape(char) for char in re.sub(r"\*+", ANY, pattern)
    )
    return re.compile("".join(parts), re.DOTALL)
