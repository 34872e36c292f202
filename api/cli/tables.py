"""Answers as tables on a terminal: the numbers first, then the rows, with the names that people use."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from api.cli.cells import Json, NameOf, is_some, labelled, money, named
from api.cli.changes_table import print_changes
from api.cli.cost_tables import print_anomalies, print_costs, print_forecast
from api.cli.grant_tables import print_choke_points, print_least_privilege, print_what_if
from api.cli.grid import grid, print_headline, print_styled
from api.terminal import print_line


def print_table(envelope: Json, name_of: NameOf) -> None:
    """An answer for people: the numbers first, then its rows, then what is not whole or not fresh."""
    if envelope["query"] not in _TABLES:
        print_fields(envelope)
        return
    _TABLES[envelope["query"]](envelope["answer"], envelope["params"], name_of)
    for reason in envelope["completeness"]["reasons"]:
        print_line(f"{envelope['completeness']['status']}: {reason['detail']} ({reason['code']})")
    for reason in envelope["completeness"]["notes"]:
        print_line(f"note: {reason['detail']} ({reason['code']})")
    notes: dict[str, list[str]] = {}
    for note in envelope["freshness"]:
        notes.setdefault(", ".join(note["notes"]), []).append(note["source"])
    for codes, sources in notes.items():
        more = f" and {len(sources) - 3} more" if len(sources) > 3 else ""
        print_line(f"note: {codes}: {', '.join(sources[:3])}{more}")
    snapshot = envelope["snapshot"]
    print_styled(
        f"as of {snapshot['as_of']}, generation {snapshot['generation']}, digest {snapshot['digest'][:12]}", "dim"
    )


def print_fields(document: Json) -> None:
    """An answer for people, field by field: of a question without a table of its own, and of what Neo4j tells."""
    for name, value in document["answer"].items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            head = [key for key in value[0] if any(row[key] is not None for row in value)]
            grid(head, [[_plain(row[key]) for key in head] for row in value], name)
        elif value is not None:
            print_line(f"{name}: {_plain(value)}")
    for reason in document["completeness"]["reasons"]:
        print_line(f"{document['completeness']['status']}: {reason['detail']} ({reason['code']})")
    for reason in document["completeness"]["notes"]:
        print_line(f"note: {reason['detail']} ({reason['code']})")
    snapshot = document["snapshot"]
    engine = f", from {document['engine']}" if "engine" in document else f", digest {snapshot['digest'][:12]}"
    print_styled(f"as of {snapshot['as_of']}, generation {snapshot['generation']}{engine}", "dim")


def _plain(value: object) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        if set(value) == {"amount", "currency"}:
            return f"{value['amount']} {value['currency']}"
        return ", ".join(f"{key} {_plain(inner)}" for key, inner in value.items() if inner)
    if isinstance(value, list):
        return ", ".join(_plain(inner) for inner in value)
    return "" if value is None else str(value)


def _counts(title: str, counts: Json) -> str:
    return f"{title}: " + (", ".join(f"{n} {name}" for name, n in counts.items()) or "none")


def _way(edges: Sequence[Json], name_of: NameOf) -> str:
    """A witness on one line, by names; the whole proof is in the JSON."""
    steps = [edges[0]["source"], *(edge["target"] for edge in edges)] if edges else []
    return " > ".join(name_of(step) for step in steps)


def _reach(answer: Json, params: Json, name_of: NameOf) -> None:
    ids = [answer["target"]] if "target" in answer else answer["start"]
    who = ", ".join(named(node, name_of) for node in ids)
    print_headline(
        who,
        f" {'is reached by' if 'target' in answer else 'reaches'} {answer['total']} nodes"
        + (f" via {params['via']}" if params.get("via") else ""),
    )
    print_line(_counts("by kind", answer["by_kind"]))
    if "start" in answer:
        print_line(_counts("data sources by sensitivity", answer["by_sensitivity"]))
        print_line(
            f"{answer['share_of_data_sources']:.1%} of all data sources, score {answer['score']:,.1f}, "
            f"spent {money(answer['spend'])} in {params['window_days']} days"
        )
    rows = [
        [
            row["permission"] or "", row["sensitivity"] or "", row["kind"], _row_name(row, name_of), row["hops"],
            row["exercised"], row["last_used"] or "", _way(row["witness"], name_of),
        ]
        for row in answer["reached"]
        if "target" in answer or row["permission"] or not answer["by_permission"]
    ]  # fmt: skip
    grid(["permission", "sensitivity", "kind", "name", "hops", "used", "last used", "how"], rows)


def _ranking(answer: Json, params: Json, name_of: NameOf) -> None:
    rows = [
        [row["name"], row["id"], f"{row['score']:,.1f}", row["data_sources"], row["total"], money(row["spend"])]
        for row in answer["rows"]
    ]
    grid(["name", "id", "score", "data sources", "total", "spend"], rows)


def _paths(answer: Json, params: Json, name_of: NameOf) -> None:
    ends = [named(answer[end], name_of) for end in ("from", "to")]
    through = f" via {params['via']}" if params.get("via") else ""
    print_line(f"{answer['total']} ways from {ends[0]} to {ends[1]}{through}")
    for number, path in enumerate(answer["paths"], 1):
        print_line(
            f"{number}. {path['sentence']} [{path['permission'] or 'reached'}, {path['hops']} hops]",
        )


def _orphans(answer: Json, params: Json, name_of: NameOf) -> None:
    rows = []
    for root in answer["roots"]:
        since = next((reason["since"][:10] for reason in root["reasons"] if reason["since"]), "")
        rows.append(
            [
                root["name"], root["id"].partition(":")[0], _why(root), since, _held(root["folded"], name_of), root["routes"],
                money(root["spend_since"]) if root["spend_since"] and float(root["spend_since"]["amount"]) else "",
                _next_owner(root["next_owner"]),
            ]
        )  # fmt: skip
    grid(
        ["who", "kind", "why", "since", "holds", "routes", "spend", "next owner"],
        rows,
        f"{answer['total_roots']} roots that nobody answers for",
    )
    lines = [
        [
            name_of(path["root"]),
            path["root"].partition(":")[0],
            path["permission"] or "uses",
            path["hops"],
            _target(path, name_of),
            path["last_used"] or "never seen",
            _way(path["witness"], name_of),
        ]
        for path in answer["paths"]
    ]
    grid(
        ["who", "kind", "permission", "hops", "what", "last used", "how"],
        lines,
        f"{answer['total_paths']} live routes from them",
    )
    if answer["total_roots"]:
        print_line("`remit query revocation` says which revocations close them at the least harm")
    if answer["unknown"]:
        lines = [[name_of(row["id"]), row["id"].partition(":")[0], row["id"], row["why"]] for row in answer["unknown"]]
        grid(["who", "kind", "id", "why"], lines, "not known, not counted")


def _next_owner(proposals: Sequence[Json]) -> str:
    """The first proposal; the others, and what speaks for them, are in the JSON."""
    return str(proposals[0]["name"]) if proposals else ""


def _held(ids: Sequence[str], name_of: NameOf) -> str:
    """The accounts and keys that a leaver left behind, by name."""
    more = f" and {len(ids) - 4} more" if len(ids) > 5 else ""
    return ", ".join(name_of(node) for node in ids[: 4 if more else 5]) + more


def _why(root: Json) -> str:
    words = [reason["code"] for reason in root["reasons"]] or [root["state"]]
    return ", ".join(words) + (" (shadow)" if root["shadow"] else "")


def _target(path: Json, name_of: NameOf) -> str:
    inside = f" and {path['below']} inside" if path["below"] else ""
    return labelled(path["target"], name_of) + inside


def _row_name(row: Json, name_of: NameOf) -> str:
    return labelled(row["id"], name_of) if row["kind"] == "DataSource" else str(row["name"])


def _inventory(answer: Json, params: Json, name_of: NameOf) -> None:
    print_line(f"{answer['total']} nodes of {', '.join(params['kinds'])}")
    several = len(params["kinds"]) > 1
    money_of = {name: any(is_some(row[name]) for row in answer["rows"]) for name in ("cost", "estimate", "included")}
    amounts = [name for name, is_some in money_of.items() if is_some]
    rows = [
        [
            *([row["kind"]] if several else []), row["name"], row["id"].partition(":")[2], row["status"] or "",
            row["approval"] or "", ", ".join(name_of(owner) for owner in row["owners"]), row["owner_state"],
            "shadow" if row["shadow"] else "", row["last_used"] or "never seen",
            *(money(row[name]) if row[name] else "" for name in amounts), row["principals"], row["data_sources"],
        ]
        for row in answer["rows"]
    ]  # fmt: skip
    head = [
        "name",
        "id",
        "status",
        "approval",
        "owner",
        "owner state",
        "shadow",
        "last used",
        *amounts,
        "principals",
        "data sources",
    ]
    head = [*(["kind"] if several else []), *head]
    # What no row has says nothing, and leaves room to what they have.
    kept = [at for at, name in enumerate(head) if name not in _OPTIONAL or any(row[at] for row in rows)]
    grid([head[at] for at in kept], [[row[at] for at in kept] for row in rows])
    if answer["connections"]:
        lines = [
            [
                row["principal_name"], row["principal_kind"], row["server_name"], row["approval"],
                ", ".join(name_of(secret) for secret in row["secrets"]), row["last_used"] or "never seen",
            ]
            for row in answer["connections"]
        ]  # fmt: skip
        grid(["who", "kind", "server", "approval", "secrets", "last used"], lines, f"{len(lines)} MCP connections")


def _unresolved(answer: Json, params: Json, name_of: NameOf) -> None:
    rows = [
        [row["kind"], row["name"], row["id"], row["why"], ", ".join(row["candidates"]), row["command"]]
        for row in answer["rows"]
    ]
    grid(["kind", "name", "id", "why", "candidates", "command"], rows, f"{answer['total']} unresolved")


def _revocation(answer: Json, params: Json, name_of: NameOf) -> None:
    """The sheet of what to do, then who would lose what."""
    proof = (
        "searched again without them: nothing is reached"
        if answer["proven"]
        else "NOT PROVEN: a target is still reached"
    )
    print_line(
        f"{len(answer['steps'])} revocations cut {len(answer['roots'])} roots off {len(answer['targets'])} data sources; "
        f"cost {answer['cost']}; {proof}"
    )
    rows = [
        [str(number), step["system"], step["action"], str(step["cost"]), step["command"] or ""]
        for number, step in enumerate(answer["steps"], 1)
    ]
    if rows:
        grid(["", "system", "do", "cost", "command"], rows)
    if not answer["collateral"]:
        print_line("nobody active loses anything")
        return
    lost = [
        [row["name"], row["id"], str(len(row["loses"])), ", ".join(named(node, name_of) for node in row["loses"])]
        for row in answer["collateral"]
    ]
    grid(["who loses", "id", "data", "which"], lost)


def _offboarding(answer: Json, params: Json, name_of: NameOf) -> None:
    """The steps, then what stays reachable after them."""
    print_headline(
        named(answer["person"], name_of),
        f": {len(answer['items'])} steps, {money(answer['spend_30d'])} in 30 days, {answer['data_sources']} data sources now",
    )
    rows = [
        [
            str(number), item["system"], item["action"], "yes" if item["only_theirs"] else "",
            ", ".join(map(name_of, item["breaks"])), ", ".join(map(name_of, item["next_owner"][:1])),
            money(item["spend_30d"]) if is_some(item["spend_30d"]) else "", item["data_sources_left"],
            "  ".join((item["command"] or "").split("\n")),
        ]
        for number, item in enumerate(answer["items"], 1)
    ]  # fmt: skip
    grid(["", "system", "do", "only theirs", "who is hit", "next owner", "spend", "data left", "command"], rows)
    lines = [
        [row["permission"] or "", row["kind"], _row_name(row, name_of), row["hops"], _way(row["witness"], name_of)]
        for row in answer["left_after"]
    ]
    if lines:
        grid(["permission", "kind", "name", "hops", "how"], lines, "what stays reachable when all is done")
    else:
        print_line("nothing stays reachable when all is done")


_OPTIONAL = ("status", "approval", "shadow", "owner")


_TABLES: dict[str, Callable[[Json, Json, NameOf], None]] = {
    "blast-radius": _reach,
    "exposure": _reach,
    "ranking": _ranking,
    "access-paths": _paths,
    "orphaned-paths": _orphans,
    "cost-attribution": print_costs,
    "inventory": _inventory,
    "unresolved": _unresolved,
    "revocation": _revocation,
    "what-if": print_what_if,
    "offboarding": _offboarding,
    "forecast": print_forecast,
    "anomalies": print_anomalies,
    "choke-points": print_choke_points,
    "least-privilege": print_least_privilege,
    "changes": print_changes,
}
