"""Results of agent-scan (formerly mcp-scan) with `--json`: servers in the configurations of clients on a machine, and their tools.

A server has the node that its configuration itself would give it, so that both are one. Its owner is `--owner`, a
folder `homes/<email>/` around the file, else the account of the machine's user in whose home the configuration lies. Each
scanned path is a run of its own. A server that did not start is known without its tools; the run is then PARTIAL. Of
issues and labels the codes are kept. Redaction markers are not secrets: they join nothing. Skills are left out: they are
not servers.
"""

from loaders.connectors.agent_scan.normalize import normalize, recognize

__all__ = ["normalize", "recognize"]
