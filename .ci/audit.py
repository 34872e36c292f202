"""Audit of the locked packages by pip-audit, which calls a package that it could not look up "no known vulnerability".

Exit codes: 0 every package was looked up and none is known to be vulnerable; 1 some are; 3 some or all could not be looked up.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parents[1] / "requirements.lock"


def verdict(report: Mapping[str, Any] | None, locked: int) -> tuple[int, list[str]]:
    """The exit code and what to say of pip-audit's report; None: it wrote none. `locked`: how many packages there are."""
    rows = report.get("dependencies", []) if report is not None else []
    looked_up = [row for row in rows if "skip_reason" not in row]
    lines = [
        f"{row['name']} {row['version']}: {entry['id']}, fixed in {', '.join(entry['fix_versions']) or 'no version'}"
        for row in looked_up
        for entry in row.get("vulns", [])
    ]
    if not looked_up:
        return 3, ["no index answered: nothing was audited"]
    if len(looked_up) < locked:
        known = {row["name"] for row in looked_up}
        missing = sorted({row["name"] for row in rows} - known)
        lines.append(f"{locked - len(looked_up)} of {locked} packages were not audited: {', '.join(missing)}")
        return 1 if len(lines) > 1 else 3, lines
    return (1, lines) if lines else (0, [f"{locked} packages audited: none is known to be vulnerable"])


def main() -> int:
    """Run pip-audit on requirements.lock."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "report.json")
        words = ["-m", "pip_audit", "-r", str(LOCK), "--disable-pip", "--progress-spinner", "off", "-f", "json"]
        done = subprocess.run([sys.executable, *words, "-o", str(out)], capture_output=True, text=True, check=False)
        try:
            report = json.loads(out.read_text())
        except (OSError, ValueError):
            report = None
            print(done.stderr.strip().rpartition("\n")[2], file=sys.stderr)
    code, lines = verdict(report, LOCK.read_text().count("=="))
    print("\n".join(lines))
    return code


if __name__ == "__main__":
    sys.exit(main())
