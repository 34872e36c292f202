"""The access graph of a large organisation: seeded, heavy-tailed, the same in every run.

People have accounts in many systems, accounts are in nested groups, groups and accounts are granted data, MCP servers
act with somebody's credential, data lies in trees. A few groups are huge and most are small; a few grants are wide.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graph.ontology import EDGE_CODES, NODE_NAMES

I8 = npt.NDArray[np.int64]

SCALES = {"small": 20_000, "medium": 200_000, "full": 1_000_000}
EDGES_PER_NODE, USAGE_PER_NODE, SEED = 5.6, 5, 20260901
USAGE_DAYS = (20_605, 20_694)  # 2026-06-01 to 2026-08-29, both inclusive

# Shares of all nodes; DataSource takes the rest.
_SHARES = {
    "Identity": 0.06,
    "Group": 0.06,
    "Account": 0.15,
    "Credential": 0.09,
    "Application": 0.003,
    "Model": 0.0003,
    "McpServer": 0.04,
    "McpTool": 0.10,
}
_PERMISSIONS = ((0, 0.02), (1, 0.05), (2, 0.60), (3, 0.25), (4, 0.08))


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes are numbered kind by kind: those of kind k are [first[k], first[k + 1]), k as in NODE_NAMES.

    Edges are columns in no order that helps a store: kind by kind, shuffled within. `parent` per node is the container
    of a data source or -1. `owner` is the identity behind an account or -1. Usage is columns too; cost in nano-USD.
    """

    first: I8
    tail: I8
    kind: I8
    head: I8
    permission: I8
    parent: I8
    owner: I8
    principal: I8
    model: I8
    day: I8
    requests: I8
    tokens: I8
    cost: I8

    @property
    def count(self) -> int:
        return int(self.first[-1])

    def nodes(self, kind: str) -> I8:
        """All nodes of a kind."""
        code = NODE_NAMES.index(kind)
        return np.arange(self.first[code], self.first[code + 1])

    def save(self, path: Path) -> None:
        np.savez(path, **{name: getattr(self, name) for name in self.__slots__})

    @classmethod
    def load(cls, path: Path) -> Graph:
        with np.load(path) as arrays:
            return cls(**{name: arrays[name] for name in cls.__slots__})


def generate(scale: str, seed: int = SEED) -> Graph:
    """The graph of a scale: 1M nodes, 5.6M edges and 5M usage rows where it is `full`. A minute at most."""
    count = SCALES[scale]
    return _Builder(count, np.random.default_rng(seed)).build()


class _Builder:
    """Draws one kind of edge after the other; `edges` maps a kind to its (tail, head) columns."""

    def __init__(self, count: int, rng: np.random.Generator) -> None:
        self.count, self.rng = count, rng
        sizes = {kind: max(12, round(share * count)) for kind, share in _SHARES.items()}
        sizes["DataSource"] = count - sum(sizes.values())
        self.first = np.cumsum([0, *(sizes[kind] for kind in NODE_NAMES)])
        self.of = {kind: np.arange(self.first[i], self.first[i + 1]) for i, kind in enumerate(NODE_NAMES)}
        self.edges: dict[str, list[tuple[I8, I8]]] = {kind: [] for kind in EDGE_CODES}
        self.parent = np.full(count, -1, dtype=np.int64)
        self.owner = np.full(count, -1, dtype=np.int64)
        # Most accounts are people's, the rest are database roles and bots; the same for groups and credentials.
        self.people, self.robots = self._split("Account", 0.85)
        self.teams, self.roles = self._split("Group", 0.80)
        self.keys, self.secrets = self._split("Credential", 0.70)
        self.remote, self.local = self._split("McpServer", 0.05)

    def build(self) -> Graph:
        self._persons()
        self._servers()
        self._data()
        self._grants()
        columns = []
        for kind, code in EDGE_CODES.items():
            if self.edges[kind]:
                tail = np.concatenate([pair[0] for pair in self.edges[kind]])
                head = np.concatenate([pair[1] for pair in self.edges[kind]])
                key = self.rng.permutation(np.unique(tail * self.count + head))
                columns.append(np.stack((key // self.count, np.full(len(key), code), key % self.count)))
        tail, kind_codes, head = np.concatenate(columns, axis=1)
        codes, chances = zip(*_PERMISSIONS, strict=True)
        permission = self.rng.choice(codes, size=len(tail), p=chances)
        permission[kind_codes != EDGE_CODES["CAN_ACCESS"]] = 0
        usage = self._usage(round(self.count * USAGE_PER_NODE))
        return Graph(self.first, tail, kind_codes, head, permission, self.parent, self.owner, *usage)

    def _split(self, kind: str, share: float) -> tuple[I8, I8]:
        nodes = self.of[kind]
        cut = max(1, round(len(nodes) * share))
        return nodes[:cut], nodes[cut:]

    def _any(self, nodes: I8, count: int, heavy: float = 0.0) -> I8:
        """Draw nodes; the n-th most popular is n ** -heavy as likely as the first."""
        return self._urn(nodes, heavy)(count)

    def _urn(self, nodes: I8, heavy: float) -> Callable[[int], I8]:
        """Draws from nodes again and again with the same popularity, which has nothing to do with their numbers."""
        if not heavy:
            return lambda count: self.rng.choice(nodes, count)
        weights = np.cumsum(np.arange(1, len(nodes) + 1, dtype=np.float64) ** -heavy)
        shuffled = self.rng.permutation(nodes)

        def draw(count: int) -> I8:
            places = np.searchsorted(weights, self.rng.random(count) * weights[-1])
            drawn: I8 = shuffled[np.minimum(places, len(nodes) - 1)]
            return drawn

        return draw

    def _some(self, nodes: I8, share: float) -> I8:
        chosen: I8 = nodes[self.rng.random(len(nodes)) < share]
        return chosen

    def _add(self, kind: str, tail: I8, head: I8) -> None:
        self.edges[kind].append((tail, head))

    def _add_pairs(self, kind: str, tails: tuple[I8, float], heads: tuple[I8, float], count: int) -> None:
        """Exactly `count` different pairs; each side is (nodes, heaviness of its tail)."""
        keys = np.zeros(0, dtype=np.int64)
        tail, head = self._urn(*tails), self._urn(*heads)
        while len(keys) < count:
            more = round((count - len(keys)) * 1.2) + 16
            keys = np.unique(np.r_[keys, tail(more) * self.count + head(more)])
        keys = self.rng.permutation(keys)[:count]
        self._add(kind, keys // self.count, keys % self.count)

    def _persons(self) -> None:
        humans, machines = self._split("Identity", 0.96)
        holder = np.r_[self.rng.permutation(humans), self._any(humans, len(self.people))][: len(self.people)]
        self.owner[self.people] = holder
        self._add("HAS_ACCOUNT", holder, self.people)
        run = self._some(self.robots, 0.4)
        self.owner[run] = self._any(machines, len(run))
        self._add("HAS_ACCOUNT", self.owner[run], run)
        self._add("ACCOUNT_IN", self.of["Account"], self._any(self.of["Application"], len(self.of["Account"]), 0.9))
        bosses = humans[: max(1, len(humans) // 9)]
        self._add("REPORTS_TO", humans[1:], self._any(bosses, len(humans) - 1, 0.2))
        held = self._any(self.people, len(self.keys), 0.3)
        self._add("HAS_CREDENTIAL", held, self.keys)
        self._add("RUNS_AS", self.keys, held)
        self._add("RUNS_AS", self.secrets, self._any(self.robots, len(self.secrets), 0.6))
        for groups in (self.teams, self.roles):
            # A parent has a smaller number than its child: nesting is a forest, a few levels deep.
            child = self._some(groups[1:], 0.3)
            above = groups[0] + ((child - groups[0]) * self.rng.random(len(child)) ** 2).astype(np.int64)
            self._add("MEMBER_OF", child, above)

    def _servers(self) -> None:
        humans, machines = self._split("Identity", 0.96)
        user = self._any(humans, len(self.local), 0.4)
        self._add("CONNECTS_TO", user, self.local)
        with_secret = self._some(self.local, 0.5)
        self._add("RUNS_AS", with_secret, self._any(self.secrets, len(with_secret)))
        serving = self._some(self.remote, 0.5)
        self._add("RUNS_AS", serving, self._any(self.secrets, len(serving)))
        agents = self._some(machines, 0.5)
        self._add("HAS_CREDENTIAL", agents, self._any(self.secrets, len(agents)))
        apps = self._some(self.of["Application"], 0.05)
        self._add("RUNS_AS", apps, self._any(self.robots, len(apps)))
        tools = self.of["McpTool"]
        self._add("EXPOSES", self._any(self.of["McpServer"], len(tools), 0.6), tools)
        self._add_pairs("CONNECTS_TO", (humans, 0.3), (self.remote, 0.9), round(0.04 * self.count))
        self._add_pairs("CONNECTS_TO", (self.teams, 0.0), (self.remote, 0.9), round(0.003 * self.count))

    def _data(self) -> None:
        sources = self.of["DataSource"]
        cuts = (round(len(sources) * 0.012), round(len(sources) * 0.10), round(len(sources) * 0.22))
        # Databases and drives; schemas and folders; repositories and the like, which stand alone; tables and files.
        roots, inner, _, leaves = np.split(sources, cuts)
        self.parent[inner], self.parent[leaves] = self._any(roots, len(inner), 0.5), self._any(inner, len(leaves), 0.5)
        below = np.r_[inner, leaves]
        self._add("CONTAINS", self.parent[below], below)
        self._add_pairs("ANSWERS_FOR", (self.teams, 0.5), (np.r_[roots, inner], 0.0), round(0.03 * self.count))

    def _grants(self) -> None:
        self._add_pairs("MEMBER_OF", (self.people, 0.3), (self.teams, 0.7), round(1.2 * self.count))
        self._add_pairs("MEMBER_OF", (self.robots, 0.3), (self.roles, 0.5), round(0.05 * self.count))
        for nodes, uses, share in (
            (self.people, "Model", 0.35),
            (self.teams, "Model", 0.10),
            (self.people, "Application", 0.20),
            (self.teams, "Application", 0.02),
        ):
            self._add_pairs("CAN_USE", (nodes, 0.2), (self.of[uses], 0.5), round(share * self.count))
        sources = self.of["DataSource"]
        roots, inner, leaves = np.split(sources, (round(len(sources) * 0.012), round(len(sources) * 0.10)))
        done = sum(len(pair[0]) for pairs in self.edges.values() for pair in pairs)
        left = round(self.count * EDGES_PER_NODE) - done
        agents = np.r_[self.of["McpServer"], self.of["McpTool"], self.of["Application"], self.secrets]
        who = ((self.teams, 0.6, 0.15), (self.robots, 0.5, 0.14), (self.roles, 0.5, 0.06), (agents, 0.3, 0.07))
        parts = [(nodes, heavy, round(left * share)) for nodes, heavy, share in who]
        parts.append((self.people, 0.3, left - sum(part for _, _, part in parts)))
        for nodes, heavy, part in parts:
            wide, middle = round(part * 0.002), round(part * 0.03)
            self._add_pairs("CAN_ACCESS", (nodes, heavy), (roots, 0.3), wide)
            self._add_pairs("CAN_ACCESS", (nodes, heavy), (inner, 0.3), middle)
            self._add_pairs("CAN_ACCESS", (nodes, heavy), (leaves, 0.3), part - wide - middle)

    def _usage(self, rows: int) -> tuple[I8, ...]:
        """Rows of (account or key, model, day), all different."""
        spenders = np.r_[self._some(self.people, 0.7), self._some(self.keys, 0.3)]
        days, models = USAGE_DAYS[1] - USAGE_DAYS[0] + 1, len(self.of["Model"])
        keys = np.zeros(0, dtype=np.int64)
        # Everyone has a handful of models, mostly the popular ones.
        habits = self._any(self.of["Model"], 4 * self.count, 1.1).reshape(self.count, 4) - self.of["Model"][0]
        spender = self._urn(spenders, 0.4)
        while len(keys) < rows:
            more = round((rows - len(keys)) * 1.3) + 16
            who = spender(more)
            what = habits[who, self.rng.integers(0, 4, more)]
            keys = np.unique(np.r_[keys, (who * models + what) * days + self.rng.integers(0, days, more)])
        keys = self.rng.permutation(keys)[:rows]
        requests = 1 + self.rng.geometric(0.05, rows)
        tokens = np.zeros((rows, 7), dtype=np.int64)
        for column, mean in ((0, 900), (1, 4_000), (4, 700), (5, 500)):
            tokens[:, column] = self.rng.exponential(mean, rows).astype(np.int64) * requests
        cost = tokens @ np.array([3_000, 300, 3_750, 6_000, 3_750, 15_000, 0])
        who, model = keys // days // models, self.of["Model"][0] + keys // days % models
        return who, model, USAGE_DAYS[0] + keys % days, requests, tokens, cost
