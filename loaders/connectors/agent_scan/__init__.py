"""What agent-scan (formerly mcp-scan) found on somebody's machine with `--json`: servers in clients' configurations, and their tools.

A server has the node that its configuration itself would give it, so that both sightings are one. Whose it is: `--owner`, a
folder `homes/<email>/` around the file, else the account of the machine's user in whose home the configuration lies. Each path that was scanned
is a run of its own. A server that did not start is known without its tools; the run is then PARTIAL. Of issues and labels the
codes are kept. Redaction markers are no secrets: they join nothing. Skills are left out: they are no servers.
"""

from loaders.connectors.agent_scan.normalize import normalize, recognize

__all__ = ["normalize", "recognize"]
