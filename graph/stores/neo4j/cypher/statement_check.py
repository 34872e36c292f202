"""This file knows, from the text alone, which Cypher is refused: what a plan does not show, and what is not one statement.

A plan is not enough: within a list comprehension, `reduce` or CASE, what COLLECT { }, COUNT { } and EXISTS { } hold is no
operator of the plan but part of an expression, and it may be LOAD CSV, a procedure, or SHOW and TERMINATE. Nor does a plan
show which functions are called. So the text is taken apart here, by rules that are narrower than the server's: outside
quotes and comments only ASCII, no escapes that the server replaces before it reads, no control characters. What is left
cannot be read in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.stores.graph_store import QueryRejected, QueryTooExpensive
from graph.stores.neo4j.cypher.allowlist import BEFORE_PARENTHESIS, BEGINNINGS, FUNCTIONS

MOST_CHARACTERS = 50_000

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

# Words that begin a clause which a plan need not show, where a name follows, and what to say of it.
_CLAUSES = {
    "LOAD": "LOAD CSV reads files and addresses of the server's network",
    "CALL": "procedures are not called here, only CALL { } and CALL (x) { } are",
    "USE": "USE leaves the database of the projection",
    "SHOW": "SHOW is administration",
    "TERMINATE": "TERMINATE is administration",
}


@dataclass(frozen=True, slots=True)
class CypherToken:
    """One piece of a statement that means something. `kind`: text, name (in backticks), word, number or sign."""

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
    """Pass one statement that can be read in one way and that holds no clause or function but those known to only read.

    Linear in the text. Raises Refused with the reason, TooDear for a text that is too long. What it passes may still
    write: that the plan shows.
    """
    if len(text) > MOST_CHARACTERS:
        raise QueryTooExpensive(f"a statement has at most {MOST_CHARACTERS} characters", "text", MOST_CHARACTERS)
    tokens = _first_statement(list(read_tokens(text)))
    _check_beginning(tokens)
    for place, token in enumerate(tokens):
        if token.kind == "word":
            _check_clause(tokens, place)
        elif token.is_sign("(") and place:
            _check_function(tokens, place)


def read_tokens(text: str) -> Iterator[CypherToken]:
    """The pieces of a text in order, blanks and comments left out; raises Refused for what could be read in two ways."""
    if found := _CONTROL.search(text):
        raise QueryRejected(
            f"the text holds the control character U+{ord(found[0]):04X}; write blanks, tabs and line ends alone"
        )
    if "\\u" in text or "\\U" in text:
        raise QueryRejected(
            r"the text holds an escape such as \u0041, which the server replaces before it reads: write the character "
            "itself, or give the text as a parameter"
        )
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise QueryRejected(_unreadable(text, place))
        if found.lastgroup != "blank":
            yield CypherToken(str(found.lastgroup), found[0])
        place = found.end()


def _unreadable(text: str, place: int) -> str:
    character = text[place]
    line = text.count("\n", 0, place) + 1
    if character in "'\"`/":
        opened = "a comment" if character == "/" else f"a {character}"
        return f"line {line}: {opened} is opened and never closed"
    return (
        f"line {line}: {character!r} (U+{ord(character):04X}) stands outside quotes; put such names in backticks, and "
        "texts in quotes or parameters"
    )


def _first_statement(tokens: Sequence[CypherToken]) -> Sequence[CypherToken]:
    """Everything before a last semicolon."""
    ends = [place for place, token in enumerate(tokens) if token.is_sign(";")]
    if ends and ends[0] != len(tokens) - 1:
        raise QueryRejected("one statement at a time: something follows the semicolon")
    found = tokens[: ends[0]] if ends else tokens
    if not found:
        raise QueryRejected("there is no statement in this text")
    return found


def _check_beginning(tokens: Sequence[CypherToken]) -> None:
    """A statement begins with a clause that reads: no option before it can make another of what was explained."""
    first = tokens[0].text.upper()
    if first in _PREFIXES:
        raise QueryRejected(f"{first} is not taken before a statement: what was checked must be what is run")
    if first in _CLAUSES and first != "CALL":
        raise QueryRejected(f"{_CLAUSES[first]}; here statements only read the graph")
    if first not in BEGINNINGS:
        known = ", ".join(sorted(word for word in BEGINNINGS if word.isalpha()))
        raise QueryRejected(
            f"{tokens[0].text!r} does not begin a statement that only reads the graph; these do: {known}"
        )


def _check_clause(tokens: Sequence[CypherToken], place: int) -> None:
    """A word that begins a clause which a plan may hide, unless it stands where only a name can."""
    word = tokens[place].text.upper()
    if word in ("TRANSACTION", "TRANSACTIONS") and _is_batch(tokens, place):
        raise QueryRejected(
            "CALL { } IN TRANSACTIONS opens transactions of its own; here a statement has one, which is rolled back"
        )
    if word not in _CLAUSES or place + 1 == len(tokens) or not tokens[place + 1].is_name:
        return
    before = tokens[place - 1] if place else None
    if before is not None and (before.is_sign(":") or before.is_sign("$") or _is_property(tokens, place)):
        return
    if word == "LOAD" and tokens[place + 1].text.upper() != "CSV":
        return
    raise QueryRejected(f"{_CLAUSES[word]}; a variable of this name goes in backticks")


def _is_batch(tokens: Sequence[CypherToken], place: int) -> bool:
    """Whether this ends `} IN TRANSACTIONS` or `} IN 3 CONCURRENT TRANSACTIONS`, and is no variable of that name."""
    before = tokens[max(0, place - 2) : place]
    if before and before[-1].kind == "word" and before[-1].text.upper() == "CONCURRENT":
        return True
    return len(before) == 2 and before[0].is_sign("}") and before[1].text.upper() == "IN"


def _is_property(tokens: Sequence[CypherToken], place: int) -> bool:
    """Whether a token follows the dot after a name or a bracket; not after a number or a second dot."""
    if place < 2 or not tokens[place - 1].is_sign("."):
        return False
    owner = tokens[place - 2]
    return owner.is_name or owner.text in (")", "]", "}")


def _check_function(tokens: Sequence[CypherToken], place: int) -> None:
    """What stands before an opening parenthesis: a word of the language, a label of a hint, or a known function."""
    last = tokens[place - 1]
    if not last.is_name:
        return
    parts, at = [last.plain], place - 1
    while at >= 2 and tokens[at - 1].is_sign(".") and tokens[at - 2].is_name:
        at -= 2
        parts.append(tokens[at].plain)
    called = ".".join(reversed(parts))
    if last.kind == "word" and len(parts) == 1 and called.upper() in BEFORE_PARENTHESIS:
        return
    if called.lower() in FUNCTIONS or _is_hint(tokens, place):
        return
    raise QueryRejected(
        f"{called}() is not among the functions known to only compute; functions of plugins, and those that read files or "
        "other graphs, are not called here"
    )


def _is_hint(tokens: Sequence[CypherToken], place: int) -> bool:
    """Whether this is the label in `USING INDEX n:Label(property)` or `USING INDEX SEEK n:Label(property)`."""
    if place < 4 or not tokens[place - 2].is_sign(":") or not tokens[place - 3].is_name:
        return False
    words = [token.text.upper() for token in tokens[max(0, place - 7) : place - 3]]
    return words[-1] in ("INDEX", "SEEK") and "USING" in words
