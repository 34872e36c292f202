"""The answers that the README shows: what the command prints for the example, asked anew.

`python -m examples.answers` writes them between the two marks of the README; a test holds them to that.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
QUESTIONS = (
    "remit query ranking --limit 5 --as-of 2026-11-21T06:00:00Z",
    "remit query access-paths dana.ito@larkspur.example \\\n"
    "    DataSource:postgres/prod/larkspur/billing.cards --k 2 --as-of 2026-11-21T06:00:00Z",
    "remit query revocation --as-of 2026-11-21T06:00:00Z",
    "remit query anomalies --by team --from 2026-10-05 --to 2026-10-11 --as-of 2026-11-21T06:00:00Z",
    "remit query changes --from 2026-10-16T06:00:00Z --as-of 2026-11-21T06:00:00Z \\\n"
    "    --of teo.marchetti@larkspur.example",
)
MARKS = re.compile(r"(<!-- answers: begin[^\n]*\n)(.*?)(<!-- answers: end -->)", re.DOTALL)
_WIDTH = 112


def block() -> str:
    """The questions with their answers, as they stand in the README."""
    with tempfile.TemporaryDirectory() as folder:
        # Neither the settings of who runs this nor the width of their terminal may show.
        plain = {name: text for name, text in os.environ.items() if name != "COLUMNS" and not name.startswith("REMIT_")}
        store = plain | {"REMIT_STORE": f"sqlite:///{folder}/remit.db"}
        for export in sorted((ROOT / "examples" / "larkspur").iterdir()):
            _run(["load", str(export), "--observed-at", f"{export.name}T06:00:00Z"], store)
        words = [shlex.split(question.replace("\\\n", ""))[1:] for question in QUESTIONS]
        parts = [
            f"$ {question}\n{_shown(_run(arguments, store))}"
            for question, arguments in zip(QUESTIONS, words, strict=True)
        ]
    return "```\n" + "\n".join(parts) + "```\n"


def filled(text: str) -> str:
    """A README with the block between its marks."""
    return MARKS.sub(lambda match: match[1] + block() + match[3], text)


def _run(words: list[str], environment: dict[str, str]) -> str:
    """What the command prints; raises CalledProcessError unless it answers, be it PARTIAL (1, as a crash has it too)."""
    command = [Path(sys.executable).with_name("remit"), *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return done.stdout


def _shown(text: str) -> str:
    """Without the last line, which tells the generation, and with long sentences broken."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("as of ")]
    if not any("───" in line for line in lines):
        sentences = re.split(r" (?=\d+\. |note: )", " ".join(" ".join(lines).split()))
        lines = [line for sentence in sentences for line in textwrap.wrap(sentence, _WIDTH, subsequent_indent="   ")]
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    README.write_text(filled(README.read_text()))
