"""Check of a statement's text: refuses what a plan does not show, and what is not exactly one statement.

A plan is not enough: within a list comprehension, `reduce` or CASE, the content of COLLECT { }, COUNT { } and EXISTS { }
is no operator of the plan but part of an expression, and it may be LOAD CSV, a procedure, or SHOW and TERMINATE. Nor does
a plan show which functions are called. So the text is tokenised here, by rules that are stricter than the server's:
outside quotes and comments only ASCII, no escapes that the server replaces before it parses, no control characters. What
remains cannot be parsed in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.stores.graph_store import QueryRejected, QueryTooExpensive
from graph.stores.neo4j.cypher.allowlist import BEFORE_PARENTHESIS, BEGINNINGS, FUNCTIONS

MAX_CHARACTERS = 50_000
# Numbers of a `range` that becomes no rows: Neo4j cannot be stopped within one expression.
MAX_STEPS = 1_000_000

_TOKEN = re.compile(
    r"""
    (?P<blank>[ \t\r\n]+ | //[^\r\n]* | /\*.*?\*/)
    | (?P<text>'(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*")
    | (?P<name>`(?:[^`]|``)*`)
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<number>[0-9]+)
    | (?P<sign>(?!/\*)[!#-&(-/:-@\[-^{-~])
    """,
    re.DOTALL | re.VERBOSE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_PREFIXES = ("EXPLAIN", "PROFILE", "CYPHER")

# Words that begin a clause which a plan need not show, if a name follows, and the reason for refusing it.
_CLAUSES = {
    "LOAD": "LOAD CSV reads files and addresses of the server's network",
    "CALL": "procedures cannot be called, only CALL { } and CALL (x) { }",
    "USE": "USE leaves the database of the projection",
    "SHOW": "SHOW is administration",
    "TERMINATE": "TERMINATE is administration",
}


@dataclass(frozen=True, slots=True)
class CypherToken:
    """One token of a statement. `kind`: text, name (in backticks), word, number or sign."""

    kind: str
    text: str

    def is_sign(self, sign: str) -> bool:
        """Whether this is one character of punctuation."""
        return self.kind == "sign" and self.text == sign

    @property
    def is_name(self) -> bool:
        """Whether this can name something: a word, or whatever stands in backticks."""
        return self.kind in ("word", "name")

    @property
    def plain(self) -> str:
        """The name without its backticks."""
        return self.text[1:-1].replace("``", "`") if self.kind == "name" else self.text


def check_text(text: str) -> None:
    """Accept one unambiguous statement whose clauses and functions are known to only read.

    Linear in the text. Raises QueryRejected with the reason, QueryTooExpensive for a text that is too long. An accepted
    statement may still write: the plan shows that.
    """
    if len(text) > MAX_CHARACTERS:
        raise QueryTooExpensive(f"a statement has at most {MAX_CHARACTERS} characters", "text", MAX_CHARACTERS)
    tokens = _first_statement(list(read_tokens(text)))
    _check_beginning(tokens)
    for index, token in enumerate(tokens):
        if token.kind == "word":
            _check_clause(tokens, index)
        elif token.is_sign("(") and index:
            _check_function(tokens, index)


def check_ranges(text: str, parameters: Mapping[str, object]) -> None:
    """Refuse a `range` within an expression whose bounds say that it is longer than MAX_STEPS.

    Bounds count as far as they are whole numbers or parameters: others are known to the server alone. After UNWIND any
    length will do, as the server looks at its limits between rows. Raises QueryTooExpensive.
    """
    tokens = _first_statement(list(read_tokens(text)))
    for index, token in enumerate(tokens):
        if not token.is_name or token.plain.upper() != "RANGE" or not tokens[index + 1 : index + 2]:
            continue
        if not tokens[index + 1].is_sign("(") or (index and tokens[index - 1].text.upper() == "UNWIND"):
            continue
        numbers = _whole_numbers(tokens[index + 2 :], parameters)
        if (
            len(numbers) >= 2
            and abs(numbers[1] - numbers[0]) // (abs(numbers[2]) or 1 if numbers[2:] else 1) > MAX_STEPS
        ):
            raise QueryTooExpensive(
                f"a `range` within an expression has at most {MAX_STEPS:,} numbers, as Neo4j cannot be stopped there; "
                "make rows of it: UNWIND range(...) AS x",
                "range",
                MAX_STEPS,
            )


def _whole_numbers(tokens: Sequence[CypherToken], parameters: Mapping[str, object]) -> list[int]:
    """The arguments of a call from after its parenthesis on; empty if one is neither a whole number nor a parameter."""
    numbers: list[int] = []
    sign, digits = 1, None
    for index, token in enumerate(tokens):
        if token.is_sign("-") and digits is None:
            sign = -sign
        elif token.kind == "number" and digits is None:
            digits = int(token.text.replace("_", ""))
        elif token.is_name and digits is None and index and tokens[index - 1].is_sign("$"):
            given = parameters.get(token.plain)
            if not isinstance(given, int):
                return []
            digits = given
        elif token.is_sign(",") or token.is_sign(")"):
            if digits is None:
                return []
            numbers.append(sign * digits)
            if token.is_sign(")"):
                return numbers
            sign, digits = 1, None
        elif not token.is_sign("$"):
            return []
    return []


def read_tokens(text: str) -> Iterator[CypherToken]:
    """The tokens of a text without blanks and comments; raises QueryRejected for what could be parsed in two ways."""
    if control := _CONTROL.search(text):
        raise QueryRejected(
            f"the text holds the control character U+{ord(control[0]):04X}; use only blanks, tabs and line ends"
        )
    if "\\u" in text or "\\U" in text:
        raise QueryRejected(
            r"the text holds an escape such as \u0041, which the server replaces before it parses: write the character "
            "itself, or give the text as a parameter"
        )
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise QueryRejected(_unreadable(text, position))
        if match.lastgroup != "blank":
            yield CypherToken(str(match.lastgroup), match[0])
        position = match.end()


def _unreadable(text: str, index: int) -> str:
    character = text[index]
    line = text.count("\n", 0, index) + 1
    if character in "'\"`/":
        opened = "a comment" if character == "/" else f"a {character}"
        return f"line {line}: {opened} is opened but never closed"
    return (
        f"line {line}: {character!r} (U+{ord(character):04X}) is outside quotes; put such names in backticks, and "
        "texts in quotes or parameters"
    )


def _first_statement(tokens: Sequence[CypherToken]) -> Sequence[CypherToken]:
    """Everything before a last semicolon."""
    ends = [index for index, token in enumerate(tokens) if token.is_sign(";")]
    if ends and ends[0] != len(tokens) - 1:
        raise QueryRejected("only one statement is allowed, but something follows the semicolon")
    statement = tokens[: ends[0]] if ends else tokens
    if not statement:
        raise QueryRejected("the text has no statement")
    return statement


def _check_beginning(tokens: Sequence[CypherToken]) -> None:
    """Check that a statement begins with a clause that reads: an option before it could change what was explained."""
    first = tokens[0].text.upper()
    if first in _PREFIXES:
        raise QueryRejected(f"{first} is not allowed before a statement: what was checked must be what is run")
    if first in _CLAUSES and first != "CALL":
        raise QueryRejected(f"{_CLAUSES[first]}; statements may only read the graph")
    if first not in BEGINNINGS:
        known = ", ".join(sorted(word for word in BEGINNINGS if word.isalpha()))
        raise QueryRejected(
            f"{tokens[0].text!r} does not begin a statement that only reads the graph; these do: {known}"
        )


def _check_clause(tokens: Sequence[CypherToken], index: int) -> None:
    """Refuse a word that begins a clause which a plan may hide, unless only a name can be at its position."""
    word = tokens[index].text.upper()
    if word in ("TRANSACTION", "TRANSACTIONS") and _is_batch(tokens, index):
        raise QueryRejected(
            "CALL { } IN TRANSACTIONS opens its own transactions; a statement runs in one, which is rolled back"
        )
    if word not in _CLAUSES or index + 1 == len(tokens) or not tokens[index + 1].is_name:
        return
    before = tokens[index - 1] if index else None
    if before is not None and (before.is_sign(":") or before.is_sign("$") or _is_property(tokens, index)):
        return
    if word == "LOAD" and tokens[index + 1].text.upper() != "CSV":
        return
    raise QueryRejected(f"{_CLAUSES[word]}; a variable of this name goes in backticks")


def _is_batch(tokens: Sequence[CypherToken], index: int) -> bool:
    """Whether this ends `} IN TRANSACTIONS` or `} IN 3 CONCURRENT TRANSACTIONS`, and is not a variable of that name."""
    before = tokens[max(0, index - 2) : index]
    if before and before[-1].kind == "word" and before[-1].text.upper() == "CONCURRENT":
        return True
    return len(before) == 2 and before[0].is_sign("}") and before[1].text.upper() == "IN"


def _is_property(tokens: Sequence[CypherToken], index: int) -> bool:
    """Whether a token follows the dot after a name or a bracket; not after a number or a second dot."""
    if index < 2 or not tokens[index - 1].is_sign("."):
        return False
    owner = tokens[index - 2]
    return owner.is_name or owner.text in (")", "]", "}")


def _check_function(tokens: Sequence[CypherToken], index: int) -> None:
    """Check the token before a parenthesis: a keyword, a label of a hint, or a known function."""
    last = tokens[index - 1]
    if not last.is_name:
        return
    parts, at = [last.plain], index - 1
    while at >= 2 and tokens[at - 1].is_sign(".") and tokens[at - 2].is_name:
        at -= 2
        parts.append(tokens[at].plain)
    called = ".".join(reversed(parts))
    if last.kind == "word" and len(parts) == 1 and called.upper() in BEFORE_PARENTHESIS:
        return
    if called.lower() in FUNCTIONS or _is_hint(tokens, index):
        return
    raise QueryRejected(
        f"{called}() is not a function known to only compute; functions of plugins, and those that read files or other "
        "graphs, cannot be called"
    )


def _is_hint(tokens: Sequence[CypherToken], index: int) -> bool:
    """Whether this is the label in `USING INDEX n:Label(property)` or `USING INDEX SEEK n:Label(property)`."""
    if index < 4 or not tokens[index - 2].is_sign(":") or not tokens[index - 3].is_name:
        return False
    words = [token.text.upper() for token in tokens[max(0, index - 7) : index - 3]]
    return words[-1] in ("INDEX", "SEEK") and "USING" in words
