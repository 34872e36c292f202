"""What semantics section 6 says, row by row in plain Python on the records: slow, and easy to check."""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import msgspec

from graph.claims import Charge, Edge, Usage

DAY = 86_400_000_000
AMOUNTS = ("cost", "estimate", "included")
ENDLESS = 2**63 - 1


@dataclass
class World:
    """Everything that is told, by source. `departments`: per identity (from moment, value), ascending.

    `addresses`: the people whom a tag may name.
    """

    edges: list[Edge] = field(default_factory=list)
    teams: set[str] = field(default_factory=set)
    departments: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    usage: list[tuple[str, Usage]] = field(default_factory=list)
    charges: list[tuple[str, Charge]] = field(default_factory=list)
    preferred: tuple[str, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Asked:
    by: Sequence[str]
    first: int
    last: int
    owners: str = "EVEN"
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    currency: str = "USD"
    rates: Mapping[str, Fraction] = field(default_factory=dict)


def share(amount: int, weights: Sequence[int]) -> list[int]:
    """Largest remainder, ties to the first."""
    quotas = [Fraction(amount * weight, sum(weights)) for weight in weights]
    parts = [quota.__floor__() for quota in quotas]
    order = sorted(range(len(weights)), key=lambda i: (parts[i] - quotas[i], i))
    for i in order[: amount - sum(parts)]:
        parts[i] += 1
    return parts


def system_of(node: str) -> str:
    return node.partition(":")[2].partition("/")[0]


def provider_of(resource: str) -> str | None:
    return system_of(resource) if resource.startswith("Model:") else None


class Oracle:
    def __init__(self, world: World, asked: Asked) -> None:
        self.world, self.asked = world, asked
        self.needed = set(asked.by) | set(asked.filters)
        self.costed = [(s, u) for s, u in world.usage if u.cost_nano is not None]
        kept = [(s, u) for s, u in world.usage if not self.is_told_again(s, u)]
        # By the row that counts, whose usage is attributed: the principal that it names itself.
        self.kept = [(s, msgspec.structs.replace(u, principal=self.attributed(u))) for s, u in kept]
        self.named = {id(new): old.principal for (_, new), (_, old) in zip(self.kept, kept, strict=True)}

    # Who and what, on a day.

    def on(self, edge: Edge, day: int) -> tuple[int, int]:
        return max(edge.since or -ENDLESS, day * DAY), min(edge.until or ENDLESS, (day + 1) * DAY)

    def ends(self, kind: str, node: str, day: int, *, forward: bool, other: str) -> list[tuple[str, int, int]]:
        found = []
        for edge in self.world.edges:
            mine, theirs = (edge.source, edge.target) if forward else (edge.target, edge.source)
            since, until = self.on(edge, day)
            if edge.kind == kind and mine == node and since < until and theirs.startswith(other + ":"):
                found.append((theirs, since, until))
        return found

    def tags(self, row: Usage) -> dict[str, str]:
        tags: dict[str, str] = json.loads(row.detail)["raw"] if row.detail else {}
        return tags

    def attributed(self, row: Usage) -> str | None:
        """The principal, else, also of a key that no edge ever gave to anybody, the known owner that a tag names."""
        is_key = row.principal is not None and row.principal.startswith("Credential:")
        kinds = ("HAS_CREDENTIAL", "RUNS_AS", "ANSWERS_FOR")
        owned = any(edge.kind in kinds and row.principal in (edge.source, edge.target) for edge in self.world.edges)
        owner = self.world.addresses.get(self.tags(row).get("owner", ""))
        return owner if owner and (row.principal is None or (is_key and not owned)) else row.principal

    def owners(self, principal: str | None, day: int) -> list[str]:
        if principal is None:
            return []
        if principal.startswith("Identity:"):
            return [principal]
        found = {who for who, _, _ in self.ends("HAS_ACCOUNT", principal, day, forward=False, other="Identity")}
        found |= {who for who, _, _ in self.ends("HAS_CREDENTIAL", principal, day, forward=False, other="Identity")}
        for account, since, until in self.ends("HAS_CREDENTIAL", principal, day, forward=False, other="Account"):
            for who, a, b in self.ends("HAS_ACCOUNT", account, day, forward=False, other="Identity"):
                if max(a, since) < min(b, until):
                    found.add(who)
        if not found and principal.startswith("Credential:"):
            for account, since, until in self.ends("RUNS_AS", principal, day, forward=True, other="Account"):
                for who, a, b in self.ends("HAS_ACCOUNT", account, day, forward=False, other="Identity"):
                    if max(a, since) < min(b, until):
                        found.add(who)
        if not found:
            found = {who for who, _, _ in self.ends("ANSWERS_FOR", principal, day, forward=False, other="Identity")}
        return sorted(found)

    def answering_groups(self, principal: str | None, day: int) -> list[str]:
        """The groups that answer for a principal that no person holds or answers for."""
        if principal is None or self.owners(principal, day):
            return []
        return sorted({g for g, _, _ in self.ends("ANSWERS_FOR", principal, day, forward=False, other="Group")})

    def accounts(self, principal: str | None, day: int) -> list[str]:
        if principal is None:
            return []
        if principal.startswith("Account:"):
            return [principal]
        return sorted({a for a, _, _ in self.ends("HAS_CREDENTIAL", principal, day, forward=False, other="Account")})

    def teams(self, who: str, day: int) -> list[str]:
        groups = {group for group, _, _ in self.ends("MEMBER_OF", who, day, forward=True, other="Group")}
        return sorted(groups & self.world.teams)

    def holder(self, principal: str, day: int) -> str:
        accounts = self.accounts(principal, day)
        return accounts[0] if len(accounts) == 1 else principal

    # Which rows.

    def is_told_again(self, source: str, row: Usage) -> bool:
        if row.cost_nano is None or row.application is None:
            return False
        amount = self.amount(source, row)
        sources = {
            other
            for other, u in self.costed
            if (u.application, u.day) == (row.application, row.day) and self.amount(other, u) == amount
        }
        return source != self.best(sources)

    def amount(self, source: str, row: Usage) -> str | None:
        """Which of the three amounts a row is; None without a cost."""
        if row.cost_nano is None:
            return None
        if not row.chargeable:
            return "included"
        word = self.world.counts.get(source, "auto") if row.basis == "priced" else "always"
        if word == "auto":
            return "estimate" if self.is_billed_elsewhere(source, row) else "cost"
        return "cost" if word == "always" else "estimate"

    def is_billed_elsewhere(self, source: str, row: Usage) -> bool:
        """Whether another source bills usage, or charges for it, of the row's provider or application on its day."""
        provider = provider_of(row.resource)
        for other, bill in self.costed:
            if other != source and bill.basis == "billed" and bill.day == row.day:
                if row.application is not None and bill.application == row.application:
                    return True
                if provider is not None and provider_of(bill.resource) == provider:
                    return True
        return any(
            other != source
            and charge.category == "usage"
            and charge.first_day <= row.day <= charge.last_day
            and (charge.application == row.application or system_of(charge.application) == provider)
            for other, charge in self.world.charges
        )

    def best(self, sources: set[str]) -> str:
        return min(sources, key=lambda s: (0, self.world.preferred.index(s)) if s in self.world.preferred else (1, s))

    def worth(self, nano: int, currency: str | None) -> int | None:
        if currency == self.asked.currency:
            return nano
        return round(nano * self.asked.rates[currency]) if currency in self.asked.rates else None

    def rows(self, amount: str | None = "cost") -> list[tuple[Usage, int]]:
        """The rows of the window that are this amount, with it; None: those with tokens alone."""
        found = []
        for source, row in self.kept:
            cost = 0 if row.cost_nano is None else self.worth(row.cost_nano, row.currency)
            if row.cost_nano is None and not any(row.tokens):
                continue
            inside = self.asked.first <= row.day <= self.asked.last
            if cost is not None and inside and self.amount(source, row) == amount:
                found.append((row, cost))
        return found

    # Splits.

    def parts(self, row: Usage, cost: int) -> Iterator[tuple[dict[str, str], list[int]]]:
        """(what is known of the part, its cost, requests and tokens)."""
        parts = [({"row": ""}, [cost, row.requests, *row.tokens])]
        if self.needed & {"identity", "team", "department", "cost_center"}:
            parts = self.split(parts, lambda part: self.owner_leaves(row, part))
        if "team" in self.needed:
            parts = self.split(parts, lambda part: self.team_leaves(row, part))
        if self.needed & {"mcp_server", "data_source"}:
            parts = self.split(parts, lambda part: self.server_leaves(row, part))
        if "data_source" in self.needed:
            parts = self.split(parts, lambda part: self.data_leaves(row, part))
        for part, measures in parts:
            basis = "mixed" if "cut" in part and row.basis == "billed" else str(row.basis)
            yield {name: self.key(name, row, part) for name in self.needed} | {"": basis}, measures

    def split(
        self,
        parts: list[tuple[dict[str, str], list[int]]],
        leaves: Callable[[dict[str, str]], list[tuple[dict[str, str], int]]],
    ) -> list[tuple[dict[str, str], list[int]]]:
        found = []
        for part, measures in parts:
            several = leaves(part)
            shares = [share(measure, [weight for _, weight in several]) for measure in measures]
            for i, (more, _) in enumerate(several):
                cut = {"cut": "yes"} if len(several) > 1 else {}
                found.append(({**part, **more, **cut}, [column[i] for column in shares]))
        return found

    def owner_leaves(self, row: Usage, part: dict[str, str]) -> list[tuple[dict[str, str], int]]:
        owners = self.owners(row.principal, row.day) or ["~unattributed"]
        if self.answering_groups(row.principal, row.day):
            owners = ["~shared"]
        if len(owners) > 1 and self.asked.owners == "NONE":
            owners = ["~shared"]
        return [({"identity": owner}, 1) for owner in owners]

    def team_leaves(self, row: Usage, part: dict[str, str]) -> list[tuple[dict[str, str], int]]:
        teams = self.teams(part["identity"], row.day) or self.answering_groups(row.principal, row.day)
        if not teams:
            teams = sorted({t for a in self.accounts(row.principal, row.day) for t in self.teams(a, row.day)})
        if not teams and row.principal is not None:
            teams = self.teams(row.principal, row.day)
        nobody = part["identity"] if part["identity"].startswith("~") else "~unattributed"
        if not teams and nobody == "~unattributed" and "team" in self.tags(row):
            nobody = f"Group:tag/team/{self.tags(row)['team'].lower()}"
        return [({"team": team}, 1) for team in teams or [nobody]]

    def server_of(self, node: str, day: int, holder: str | None) -> str:
        if node.startswith("McpServer:"):
            return node
        exposers = sorted({s for s, _, _ in self.ends("EXPOSES", node, day, forward=False, other="McpServer")})
        near = set()
        for who in [holder, *self.owners(holder, day)] if holder else []:
            near |= {s for s, _, _ in self.ends("CONNECTS_TO", who, day, forward=True, other="McpServer")}
        return next(iter([s for s in exposers if s in near] or exposers), "~unknown")

    def server_leaves(self, row: Usage, part: dict[str, str]) -> list[tuple[dict[str, str], int]]:
        mcp = ("McpServer:", "McpTool:")
        holder = None if row.principal is None else self.holder(row.principal, row.day)
        if row.resource.startswith(mcp):
            return [({"mcp_server": self.server_of(row.resource, row.day, holder)}, 1)]
        if row.principal is not None and row.principal.startswith(mcp):
            return [({"mcp_server": self.server_of(row.principal, row.day, None)}, 1)]
        if not row.resource.startswith("Model:"):
            return [({"mcp_server": "~no_mcp_use"}, 1)]
        if row.principal is None:
            return [({"mcp_server": "~unattributed"}, 1)]
        calls: dict[str, int] = defaultdict(int)
        asked = 0
        for _, other in self.kept:
            if other.principal is None or other.day != row.day or self.holder(other.principal, row.day) != holder:
                continue
            if other.resource.startswith("Model:"):
                asked += other.requests
            if other.resource.startswith(mcp):
                calls[self.server_of(other.resource, row.day, holder)] += other.requests
        calls = {server: often for server, often in calls.items() if often}
        rest = max(asked, sum(calls.values())) - sum(calls.values())
        if rest or not calls:
            calls["~no_mcp_use"] = rest or 1
        return [({"mcp_server": server}, calls[server]) for server in sorted(calls)]

    def data_leaves(self, row: Usage, part: dict[str, str]) -> list[tuple[dict[str, str], int]]:
        if row.resource.startswith("DataSource:"):
            return [({"data_source": row.resource}, 1)]
        server = part["mcp_server"]
        if server.startswith("~"):
            return [({"data_source": server}, 1)]
        often: dict[str, int] = defaultdict(int)
        for _, other in self.kept:
            acting = other.principal is not None and other.principal.startswith(("McpServer:", "McpTool:"))
            if acting and other.day == row.day and other.resource.startswith("DataSource:") and other.requests:
                assert other.principal is not None
                if self.server_of(other.principal, row.day, None) == server:
                    often[other.resource] += other.requests
        return [({"data_source": d}, often[d]) for d in sorted(often)] or [({"data_source": "~unknown"}, 1)]

    def key(self, name: str, row: Usage, part: dict[str, str]) -> str:
        if name in part:
            return part[name]
        if name == "department":
            return self.department(part["identity"], row.day)
        if name == "cost_center":
            known = part["identity"] if part["identity"].startswith("~") else "~unattributed"
            return self.tags(row).get("cost_center", known) if known == "~unattributed" else known
        if name == "account":
            accounts = self.accounts(row.principal, row.day)
            return accounts[0] if len(accounts) == 1 else "~shared" if accounts else "~unattributed"
        columns = {
            "credential": (self.named.get(id(row), row.principal), "Credential:"),
            "application": (row.application, "Application:"),
            "workspace": (row.workspace, "Group:"),
            "model": (row.resource, "Model:"),
            "provider": (row.resource, "Model:"),
        }
        if name in columns:
            node, kind = columns[name]
            known = node is not None and node.startswith(kind)
            text = str(node) if known else "~unattributed"
            return text.removeprefix("Model:").partition("/")[0] if name == "provider" else text
        date = datetime.date(1970, 1, 1) + datetime.timedelta(days=row.day)
        return date.strftime({"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m"}[name])

    def department(self, who: str, day: int) -> str:
        if who.startswith("~"):
            return who
        told = [value for moment, value in self.world.departments.get(who, []) if moment < (day + 1) * DAY]
        return told[-1] if told else "~unattributed"

    # The answer.

    def table(self) -> dict[tuple[str, ...], tuple[list[int], str]]:
        """Per key its three amounts, requests and tokens, and the basis of the first amount that it has."""
        sums: dict[tuple[str, ...], list[int]] = {}
        bases: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for amount in (*AMOUNTS, None):
            for row, cost in self.rows(amount):
                for keys, (nano, *used) in self.parts(row, cost):
                    if all(keys[name] in wanted for name, wanted in self.asked.filters.items()):
                        key = tuple(keys[name] for name in self.asked.by)
                        measures = [nano if name == amount else 0 for name in AMOUNTS] + used
                        before = sums.get(key, [0] * len(measures))
                        sums[key] = [a + b for a, b in zip(before, measures, strict=True)]
                        if amount:
                            bases[key][amount].add(keys[""])
        return {key: (sums[key], self.basis([bases[key][amount] for amount in AMOUNTS])) for key in sums}

    def basis(self, kinds: Sequence[set[str]]) -> str:
        first = next((several for several in kinds if several), None)
        return "unpriced" if first is None else next(iter(first)) if len(first) == 1 else "mixed"

    def total(self, amount: str) -> int:
        """The sum of one amount before it is split, but for what filters choose."""
        return sum(
            measures[0]
            for row, cost in self.rows(amount)
            for keys, measures in self.parts(row, cost)
            if all(keys[name] in wanted for name, wanted in self.asked.filters.items())
        )

    def buckets(self) -> dict[str, int]:
        """Day by day: every charge in daily steps of its floors, every day's variance in those of its period."""
        sums: dict[str, int] = {}
        charged: dict[tuple[str, int], int] = defaultdict(int)
        spans: dict[str, list[set[int]]] = defaultdict(list)
        for source, charge in self.world.charges:
            worth = self.worth(charge.cost_nano, charge.currency)
            days = range(charge.first_day, charge.last_day + 1)
            mine = {day for day in days if source == self.charger(charge, day)}
            if worth is None or not mine:
                continue
            for day in mine:
                amount = step(worth, day - charge.first_day, len(days))
                if charge.category == "usage":
                    charged[charge.application, day] += amount
                elif self.counts(charge.application, day):
                    sums[charge.category] = sums.get(charge.category, 0) + amount
            if charge.category == "usage":
                spans[charge.application].extend(runs(mine))
        for application, several in spans.items():
            for period in joined(several):
                used = sum(
                    cost
                    for row, cost in Oracle(self.world, everything(self.asked)).rows()
                    if row.application == application and row.day in period
                )
                amount = sum(charged[application, day] for day in period) - used
                for place, day in enumerate(sorted(period)):
                    if self.counts(application, day):
                        sums["variance"] = sums.get("variance", 0) + step(amount, place, len(period))
        return sums

    def charger(self, charge: Charge, day: int) -> str:
        return self.best(
            {
                source
                for source, other in self.world.charges
                if (other.application, other.category) == (charge.application, charge.category)
                and other.first_day <= day <= other.last_day
            }
        )

    def counts(self, application: str, day: int) -> bool:
        row = Usage(resource="Model:a/b", application=application, day=day)
        wanted = {name: keys for name, keys in self.asked.filters.items() if name in CHARGE_DIMENSIONS}
        inside = self.asked.first <= day <= self.asked.last
        return inside and all(self.key(name, row, {}) in keys for name, keys in wanted.items())


CHARGE_DIMENSIONS = ("application", "day", "week", "month")


def step(amount: int, place: int, count: int) -> int:
    """What falls on the day at `place` (from 0) of `count` days, if the first k hold floor(amount * k / count)."""
    return amount * (place + 1) // count - amount * place // count


def runs(days: set[int]) -> list[set[int]]:
    found: list[set[int]] = []
    for day in sorted(days):
        if day - 1 in days:
            found[-1].add(day)
        else:
            found.append({day})
    return found


def joined(spans: list[set[int]]) -> list[set[int]]:
    found: list[set[int]] = []
    for span in sorted(spans, key=min):
        if found and found[-1] & span:
            found[-1] |= span
        else:
            found.append(set(span))
    return found


def everything(asked: Asked) -> Asked:
    return Asked((), -(10**6), 10**6, currency=asked.currency, rates=asked.rates)
