"""Reports of a run: JSON for machines, a table for people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from bench.measure import Measure, Result


def write_report(folder: Path, about: dict[str, Any], results: list[Result]) -> tuple[Path, Path]:
    """Write `<date>-<scale>.json` and `.md`; returns their paths. A run of some scenarios adds their names."""
    stem = f"{about['date'][:10]}-{about['scale']}" + "".join(f"-{name}" for name in about["only"])
    paths = folder / f"{stem}.json", folder / f"{stem}.md"
    folder.mkdir(parents=True, exist_ok=True)
    content = msgspec.json.encode({**about, "results": results})
    paths[0].write_bytes(msgspec.json.format(content, indent=1) + b"\n")
    paths[1].write_text(table(about, results))
    return paths


def table(about: dict[str, Any], results: list[Result]) -> str:
    """All results as Markdown."""
    hardware = ", ".join(f"{name} {value}" for name, value in about["hardware"].items())
    lines = [
        f"# Measured {about['date'][:10]}, scale {about['scale']}",
        "",
        f"Machine: {hardware}.",
        "Versions: " + ", ".join(f"{name} {value}" for name, value in about["versions"].items()) + ".",
        f"Seed {about['seed']}. Medians, with the least and the most of all runs; peers ran in the same run. "
        "A ratio is the median divided by that of the row it names.",
    ]
    for result in results:
        lines += ["", f"## {result.title}", ""]
        if result.skipped is not None:
            lines.append(f"Skipped: {result.skipped}")
            continue
        lines += ["| what | median | least | most | unit | runs | ratio |", "|---|---:|---:|---:|---|---:|---|"]
        lines += [_row(measure) for measure in result.measures]
        lines += [""] + [f"* {note}" for note in result.notes]
    return "\n".join(lines) + "\n"


def _row(measure: Measure) -> str:
    ratio = "" if measure.ratio is None else f"{measure.ratio:.2f} × {measure.beside}"
    numbers = " | ".join(_number(number) for number in (measure.median, measure.least, measure.most))
    return f"| {measure.what} | {numbers} | {measure.unit} | {measure.runs} | {ratio} |"


def _number(number: float) -> str:
    if abs(number) >= 1_000:
        return f"{number:,.0f}"
    return f"{number:.3g}"
