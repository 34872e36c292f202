"""How long the explorer takes in a real Chromium with software rendering: `python -m bench.explorer [NODES ...]`.

From Enter in the search to a drawn blast radius, and of that what the answers took; a server of its own, an organisation of
one person in teams with data. Prints one line for each number of nodes, the median of five.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from api.settings import Settings
from tests.api.organisation import edge, lines, load, node
from tests.servers.chromium import Tab, open_tab
from tests.servers.uvicorn_server import serving

ROUNDS = 5
SETS = 10
START = "Identity:wide/1"
DRAWN = '(document.querySelectorAll("svg.picture [data-node]").length > 1 || document.querySelector("canvas"))'
# From the key to the first frame after the picture is there; what the answers took is from the first request to the last.
MEASURE = f"""new Promise((done) => {{
  const began = performance.now();
  performance.clearResourceTimings();
  const look = () => {DRAWN} ? requestAnimationFrame(() => setTimeout(() => {{
    const asked = performance.getEntriesByType("resource").filter(({{ name }}) => name.endsWith("/graphql"));
    const answered = Math.max(...asked.map((entry) => entry.responseEnd)) - Math.min(...asked.map((entry) => entry.startTime));
    const layouts = performance.getEntriesByName("remit:layout").filter(({{ startTime }}) => startTime >= began);
    done([performance.now() - began, answered, asked.length, layouts.reduce((sum, each) => sum + each.duration, 0)]);
  }})) : requestAnimationFrame(look);
  location.hash = "#/blast-radius?start={START}";
  look();
}})"""


def organisation(nodes: int) -> str:
    """One person who reaches so many teams and data sources, of which nothing folds."""
    teams = [f"Group:wide/{team:03}" for team in range(max(1, nodes // (SETS + 1)))]
    sets = [(team, f"DataSource:wide/{team.rpartition('/')[2]}-{number}") for team in teams for number in range(SETS)]
    kinds = ["Identity", "Group", "DataSource", "MEMBER_OF", "CAN_ACCESS"]
    return lines(
        {"record": "run", "source": "wide:one", "observed_at": "2026-11-20T06:00:00Z", "complete": kinds},
        node(START, "Wilma Wide", type="human", status="active", emails=["wilma@acme.example"]),
        *(node(team, team.rpartition("/")[2]) for team in teams),
        *(node(target, target.rpartition("/")[2]) for _, target in sets),
        *(edge(START, "MEMBER_OF", team) for team in teams),
        *(edge(team, "CAN_ACCESS", target, permission="READ") for team, target in sets),
    )


def measure(tab: Tab, address: str) -> list[float]:
    tab.send("Page.navigate", url="about:blank")
    tab.send("Page.navigate", url=f"{address}/#/search")
    tab.until("document.querySelector('main h1') && document.querySelector('#state')?.innerText.includes('digest')")
    tab.until("!document.querySelector('[aria-busy=true]')")
    measured: list[float] = tab.evaluate(MEASURE)
    return measured


def main() -> None:
    for nodes in [int(argument) for argument in sys.argv[1:]] or [500, 2000]:
        with tempfile.TemporaryDirectory(prefix="remit-") as folder:
            settings = Settings(store=f"sqlite:///{folder}/remit.db")
            load(settings, organisation(nodes), Path(folder))
            with serving(settings) as address, open_tab() as tab:
                tab.send(
                    "Emulation.setDeviceMetricsOverride", width=1440, height=1000, deviceScaleFactor=1, mobile=False
                )
                rounds = [measure(tab, address) for _ in range(ROUNDS)]
        drawn, answered, requests, layout = (statistics.median(column) for column in zip(*rounds, strict=True))
        print(
            f"{nodes} nodes: drawn {drawn:.0f} ms after Enter; {requests:.0f} requests answered in {answered:.0f} ms; layout {layout:.0f} ms"
        )


if __name__ == "__main__":
    main()
