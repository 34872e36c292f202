"""Answers about grants as tables on a terminal: what most access runs through, what nobody needs, and what a change of them would do."""

from __future__ import annotations

from api.cli.cells import Json, NameOf, money, named
from api.cli.grid import grid
from api.terminal import print_line
from graph.ontology import EDGE_KINDS

# There is a choke point at nearly every end: on a terminal the first ones are enough.
_MOST_POINTS = 50


def print_choke_points(answer: Json, params: Json, name_of: NameOf) -> None:
    """What there is to carry, then what carries most of it."""
    print_line(
        f"{answer['principals']:,} principals reach {answer['targets']:,} targets, score {answer['score']:,.1f}; "
        f"{len(answer['rows']):,} nodes and edges carry some of it alone"
    )
    rows = [
        [
            _kind(row["node"]) if row["edge"] is None else row["edge"]["kind"],
            name_of(row["node"]) if row["edge"] is None else edge_text(row["edge"], name_of),
            f"{row['principals']:,}", f"{row['targets']:,}", f"{row['score']:,.1f}",
            f"{row['score'] / answer['score']:.1%}" if answer["score"] else "",
        ]
        for row in answer["rows"][:_MOST_POINTS]
    ]  # fmt: skip
    grid(["kind", "what", "principals", "targets", "score", "of all"], rows)
    if len(answer["rows"]) > _MOST_POINTS:
        print_line(f"and {len(answer['rows']) - _MOST_POINTS:,} that carry less: see --format json")


def print_least_privilege(answer: Json, params: Json, name_of: NameOf) -> None:
    """Granted against used, then the grants that can go, by principal."""
    rows = [
        [
            row["name"], row["principal"], f"{row['granted']:,}", f"{row['used']:,}", f"{row['unknown']:,}",
            f"{row['granted'] - row['used'] - row['unknown']:,}", len(row["remove"]), f"{row['score_saved']:,.1f}",
        ]
        for row in answer["rows"][:_MOST_POINTS]
    ]  # fmt: skip
    grid(["name", "id", "granted", "used", "unknown", "unused", "to remove", "score saved"], rows)
    if len(answer["rows"]) > _MOST_POINTS:
        print_line(f"and {len(answer['rows']) - _MOST_POINTS:,} that could give up less: see --format json")
    lines = [
        [row["name"] if at == 0 else "", edge_text(edge, name_of), _loses(row, name_of) if at == 0 else ""]
        for row in answer["rows"][:_MOST_POINTS]
        for at, edge in enumerate(row["remove"])
    ]
    if lines:
        grid(["name", "remove", "loses, all of it unused"], lines, "grants that nobody needs")
    unproven = [row["principal"] for row in answer["rows"] if not row["proven"]]
    if unproven:
        print_line(f"NOT PROVEN: something that is used or unknown would be lost: {', '.join(unproven)}")
    elif lines:
        print_line("searched again without them: all that is used or unknown is reached as before")


def _loses(row: Json, name_of: NameOf) -> str:
    more = f" and {len(row['loses']) - 4} more" if len(row["loses"]) > 5 else ""
    return ", ".join(name_of(node) for node in row["loses"][: 4 if more else 5]) + more


def edge_text(edge: Json, name_of: NameOf) -> str:
    """An edge as people read it: source, what it says, target."""
    return f"{name_of(edge['source'])} {EDGE_KINDS[edge['kind']].reads} {name_of(edge['target'])}"


def _kind(node: str) -> str:
    return node.partition(":")[0]


def print_what_if(answer: Json, params: Json, name_of: NameOf) -> None:
    """What would change in numbers, then who loses and gains what, then what to do in order."""
    before, after, use = answer["before"], answer["after"], answer["lost_by_use"]
    print_line(
        f"taken away: {len(answer['removed'])}, added: {len(answer['added'])}. Access lost: {answer['total_lost']} "
        f"({use['used']} used, {use['indirect']} used by others, {use['unknown']} of unknown use, {use['unused']} unused). "
        f"Access gained: {answer['total_gained']}"
    )
    paths = answer["orphaned_paths"]
    print_line(
        f"score {before['score']:,.1f} > {after['score']:,.1f}; orphaned paths {before['orphaned_paths']} > "
        f"{after['orphaned_paths']} ({len(paths['closed'])} closed, {len(paths['opened'])} opened); spend stops per month: "
        f"{money(answer['spend_stops_per_month'])} of {money(before['spend_per_month'])}"
    )
    for rows, verb, other in ((answer["lost"], "loses", "left"), (answer["gained"], "gains", "had")):
        cells = [
            [
                named(row["id"], name_of),
                row["permission"] or "",
                named(row["target"], name_of),
                row[other] or "",
                row["used"],
            ]
            for row in rows
        ]
        if cells:
            grid([f"who {verb}", "permission", "what", other, "used"], cells)
    for name, title in (("closed", "orphaned path that closes"), ("opened", "orphaned path that opens")):
        cells = [
            [named(row["root"], name_of), row["permission"] or "", named(row["target"], name_of)] for row in paths[name]
        ]
        if cells:
            grid([title, "permission", "to"], cells)
    steps = [
        [
            str(number),
            step["system"],
            step["action"],
            str(step["used_by"]),
            "  ".join((step["command"] or "").split("\n")),
        ]
        for number, step in enumerate(answer["order"], 1)
    ]
    if steps:
        grid(["", "system", "do", "used by", "command"], steps)
