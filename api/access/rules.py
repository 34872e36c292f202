"""Rules of access: which rights each route and each root field of the schema needs. What is not listed is refused."""

from __future__ import annotations

from dataclasses import dataclass

from api import explorer_page
from api.access.caller import ADMIN, ARCHITECT, ASK, DECIDE, LOAD, Caller
from queries import QUERIES


@dataclass(frozen=True, slots=True)
class Rule:
    """What a caller needs: one of `rights`, or none if it is empty. `is_open`: not even a token.

    `is_whole`: the answer is about the whole graph, so that nobody with a scope may have it. `must_be_recorded`: an answer
    that cannot be recorded in the audit is not given.
    """

    rights: frozenset[str] = frozenset()
    is_open: bool = False
    is_whole: bool = False
    must_be_recorded: bool = False

    def allows(self, caller: Caller) -> bool:
        """Whether the caller may."""
        if self.is_whole and caller.scope:
            return False
        return not self.rights or not self.rights.isdisjoint(caller.rights)

    def __str__(self) -> str:
        text = " or ".join(sorted(self.rights)) or ("nothing" if self.is_open else "a token")
        return f"{text}, without a scope" if self.is_whole else text


def needs(*rights: str, must_be_recorded: bool = False) -> Rule:
    """A rule that one of these rights is enough for."""
    return Rule(frozenset(rights), must_be_recorded=must_be_recorded)


def whole(*rights: str, must_be_recorded: bool = False) -> Rule:
    """A rule for what is answered from the whole graph: one of these rights, and no scope."""
    return Rule(frozenset(rights), is_whole=True, must_be_recorded=must_be_recorded)


# A page that holds no data: a browser cannot send a token with which it asks for it, only with what the page asks.
OPEN = Rule(is_open=True)
# Whoever has a token; nothing of the graph is in the answer.
ANY_CALLER = Rule()

ROUTE_RULES: dict[str, Rule] = {
    **dict.fromkeys(explorer_page.FILES, OPEN),
    # The page is as empty, but who opens it without a session is to be led to signing in.
    "/": ANY_CALLER,
    "/page.css": OPEN,
    "/signing-in.js": OPEN,
    "/login": OPEN,
    "/login/callback": OPEN,
    "/login/token": OPEN,
    "/logout": OPEN,
    "/signed-out": OPEN,
    "/session": ANY_CALLER,
    "/graphiql": OPEN,
    "/graphiql/graphiql.css": OPEN,
    "/graphiql/graphiql.js": OPEN,
    "/graphiql/LICENSES.txt": OPEN,
    "/livez": ANY_CALLER,
    "/readyz": ANY_CALLER,
    "/schema.graphql": ANY_CALLER,
    # How many nodes and edges there are, which questions are asked how often.
    "/metrics": whole(ASK, ADMIN),
    # Each root field has a rule of its own.
    "/graphql": needs(ASK, DECIDE, ARCHITECT),
    "/records": needs(LOAD),
    "/v1/traces": needs(LOAD),
}

# Questions whose answers say how to get at something.
PATHS = (
    "access-paths",
    "blast-radius",
    "exposure",
    "orphaned-paths",
    "what-if",
    "revocation",
    "changes",
    "choke-points",
    "offboarding",
    "least-privilege",
)

# The fields of other types are reached through these alone, and need what the root field needs.
FIELD_RULES: dict[str, Rule] = {
    **{name.replace("-", "_"): needs(ASK, must_be_recorded=name in PATHS) for name in QUERIES},
    "status": needs(ASK),
    "node": needs(ASK),
    "nodes": needs(ASK),
    "search": needs(ASK),
    "neighbours": needs(ASK),
    "cypher": whole(ARCHITECT, must_be_recorded=True),
    # What is decided changes everybody's answers.
    "decide": whole(DECIDE, must_be_recorded=True),
    "undo_decision": whole(DECIDE, must_be_recorded=True),
    "accept_run": whole(DECIDE, must_be_recorded=True),
}


# What may be posted without a token, from a page of this server alone.
OPEN_POSTS = ("/login/token", "/logout")


def route_rule(path: str) -> Rule:
    """The rule of an address; one that is no route is told to callers alone that it does not exist."""
    return ROUTE_RULES.get(path, ANY_CALLER)
