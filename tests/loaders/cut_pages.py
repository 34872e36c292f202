"""Saved exports cut into pages, as each format has them, and for every format without pages the reason why it has none."""

from __future__ import annotations

import copy
import csv
import gzip
import io
import json
import random
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

# A page already.
_NUMBERED = re.compile(r"(?:page|[._-])\d\Z")

# Cuts what lies in a folder, and says how many files it cut.
Cut = Callable[[Path, random.Random], int]


# What page n of m says of itself.
Numbers = Callable[[int, int], Mapping[str, Any]]


class Envelope(NamedTuple):
    """An object around one or more lists.

    `lists` are the paths of its lists; `more` says that another page follows, and `last`, that none does.
    """

    lists: tuple[tuple[str, ...], ...]
    more: Mapping[str, Any] = {}
    last: Mapping[str, Any] = {}


def _page(path: Path, number: int, suffix: str) -> Path:
    return path.with_name(suffix.format(stem=path.name.partition(path.suffix)[0], number=number) + path.suffix)


def _cut_lines(
    folder: Path,
    rng: random.Random,
    *,
    pattern: str,
    header: int = 0,
    name: str = "{stem}.{number}",
    cuts_pages: bool = False,
) -> int:
    """Cut tables and files of lines in two; each part of a table repeats its header."""
    cut_files = 0
    for path in sorted(folder.rglob(pattern)):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines(keepends=True)
        head, rows = lines[:header], lines[header:]
        has_wide_cells = header and len(list(csv.reader(io.StringIO(text)))) != len(lines)
        if (
            len(rows) < 2
            or has_wide_cells
            or (_NUMBERED.search(path.stem) and not cuts_pages)
            or (not header and rows[0].startswith("["))
        ):
            continue
        at = rng.randrange(1, len(rows))
        for number, part in enumerate((rows[:at], rows[at:]), 1):
            _page(path, number, name).write_text("".join([*head, *part]), encoding="utf-8")
        path.unlink()
        cut_files += 1
    return cut_files


def _cut_gzip(folder: Path, rng: random.Random) -> int:
    """Cut compressed logs in two files, as they are rotated."""
    paths = sorted(folder.rglob("*.json.gz"))
    for path in paths:
        lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
        at = rng.randrange(1, len(lines))
        for number, part in enumerate((lines[:at], lines[at:]), 1):
            path.with_name(f"{path.name.partition('.')[0]}{number}.json.gz").write_bytes(gzip.compress(b"".join(part)))
        path.unlink()
    return len(paths)


def _cut_lists(folder: Path, rng: random.Random, *, pattern: str = "*.json", name: str = "{stem}.{number}") -> int:
    """Cut bare lists in two."""
    cut_files = 0
    for path in sorted(folder.rglob(pattern)):
        try:
            body = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue  # lines
        if not isinstance(body, list) or len(body) < 2 or not isinstance(body[0], dict) or _NUMBERED.search(path.stem):
            continue
        at = rng.randrange(1, len(body))
        for number, part in enumerate((body[:at], body[at:]), 1):
            _page(path, number, name).write_text(json.dumps(part), encoding="utf-8")
        path.unlink()
        cut_files += 1
    return cut_files


def _cut_envelopes(
    folder: Path, rng: random.Random, *envelopes: Envelope, name: str = "{stem}.{number}", cuts_pages: bool = False
) -> int:
    """Cut the lists of envelopes in two; `cuts_pages`: also of files that are pages already, by their name."""
    cut_files = 0
    for path in sorted(folder.rglob("*.json")):
        try:
            text = path.read_text(encoding="utf-8")
            body = json.loads(text)
        except ValueError:
            continue  # lines
        fitting = [each for each in envelopes if any(_at(body, keys) is not None for keys in each.lists)]
        if not fitting or (_NUMBERED.search(path.stem) and not cuts_pages):
            continue
        envelope = fitting[0]
        if max(len(_at(body, keys) or ()) for keys in envelope.lists) < 2:
            continue
        share = rng.random()
        for number in (1, 2):
            page = json.loads(text)
            for keys in envelope.lists:
                rows = _at(page, keys)
                if rows is not None:
                    at = min(max(1, int(share * len(rows))), len(rows) - 1) if len(rows) > 1 else len(rows)
                    _at(page, keys[:-1])[keys[-1]] = rows[:at] if number == 1 else rows[at:]
            if isinstance(page, dict):
                _merge(page, envelope.more if number == 1 else envelope.last)
            _page(path, number, name).write_text(json.dumps(page), encoding="utf-8")
        path.unlink()
        cut_files += 1
    return cut_files


def _at(body: Any, keys: Sequence[str]) -> Any:
    for key in keys:
        body = body.get(key) if isinstance(body, dict) else None
    return body


def _merge(page: dict[str, Any], more: Mapping[str, Any]) -> None:
    for key, content in more.items():
        if isinstance(content, dict):
            _merge(page.setdefault(key, {}), content)
        else:
            page[key] = content


def _all_of(*cuts: Cut) -> Cut:
    return lambda folder, rng: sum(cut(folder, rng) for cut in cuts)


def _cut_again(
    folder: Path, rng: random.Random, *, pattern: str, name: str, envelope: Envelope, numbers: Numbers = lambda n, m: {}
) -> int:
    """Each page of a list as one or two pages, numbered in order; `numbers`: what page n of m says."""
    paths = sorted(folder.rglob(pattern))
    pages = []
    for path in paths:
        body = json.loads(path.read_text(encoding="utf-8"))
        rows = _at(body, envelope.lists[0])
        cuts = [0, rng.randrange(1, len(rows)), len(rows)] if len(rows) > 1 else [0, len(rows)]
        pages += [(copy.deepcopy(body), rows[first:end]) for first, end in pairwise(cuts)]
        path.unlink()
    for number, (page, rows) in enumerate(pages, 1):
        *outer, last = envelope.lists[0]
        _at(page, outer)[last] = rows
        _merge(page, envelope.more if number < len(pages) else envelope.last)
        _merge(page, numbers(number, len(pages)))
        (paths[0].parent / name.format(number=number)).write_text(json.dumps(page), encoding="utf-8")
    return len(pages) - len(paths)


def _cut_peribolos(folder: Path, rng: random.Random) -> int:
    """Each organisation in a file of its own."""
    paths = sorted(folder.rglob("*.yaml"))
    for path in paths:
        # Logins that look like numbers stay text.
        organizations = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["orgs"]
        for number, (name, organization) in enumerate(organizations.items()):
            text = yaml.safe_dump({"orgs": {name: organization}}, default_style='"')
            path.with_name(f"{rng.randrange(9)}-{number}.yaml").write_text(text, encoding="utf-8")
        path.unlink()
    return len(paths)


def _cut_records(folder: Path, rng: random.Random) -> int:
    """Each run in a file of its own; what stands before the first one stays with it."""
    paths = sorted(folder.rglob("*.jsonl"))
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        starts = [at for at, line in enumerate(lines) if '"record":"run"' in line]
        for number, (first, end) in enumerate(pairwise([0, *starts[1:], len(lines)]), 1):
            path.with_name(f"run-{number}.jsonl").write_text("".join(lines[first:end]), encoding="utf-8")
        path.unlink()
    return len(paths)


def _cut_openfga(folder: Path, rng: random.Random) -> int:
    """The tuples of a store in two files, each with its name and model."""
    cut_files = 0
    for path in sorted(folder.rglob("*.fga.yaml")):
        store = yaml.safe_load(path.read_text(encoding="utf-8"))
        if len(store.get("tuples", ())) < 2:
            continue
        at = rng.randrange(1, len(store["tuples"]))
        for number, tuples in enumerate((store["tuples"][:at], store["tuples"][at:])):
            text = yaml.safe_dump({**store, "tuples": tuples})
            path.with_name(f"part-{number}.fga.yaml").write_text(text, encoding="utf-8")
        path.unlink()
        cut_files += 1
    return cut_files


_DIRECTORY_PAGE = "{stem}-page-{number}"
_DATA = Envelope((("data",),), {"has_more": True}, {"has_more": False})
_NEXT_TOKEN = {"nextPageToken": "EXAMPLE-NEXT"}

# How the files of each connector are cut.
PAGED: Mapping[str, Cut] = {
    "records": _cut_records,
    "grants": partial(_cut_lines, pattern="rights-*.csv", header=1, name="{stem}-{number}", cuts_pages=True),
    "scim": lambda folder, rng: _cut_envelopes(folder, rng, Envelope((("Resources",),))),
    "okta": partial(_cut_lists, name=_DIRECTORY_PAGE),
    "entra": lambda folder, rng: _cut_envelopes(
        folder,
        rng,
        Envelope((("value",),), {"@odata.nextLink": "https://graph.microsoft.com/v1.0/next"}),
        name=_DIRECTORY_PAGE,
        cuts_pages=True,
    ),
    "google": lambda folder, rng: _cut_envelopes(
        folder,
        rng,
        *(Envelope(((name,),), _NEXT_TOKEN) for name in ("users", "groups", "members")),
        name=_DIRECTORY_PAGE,
        cuts_pages=True,
    ),
    "jumpcloud": _all_of(
        partial(_cut_lists, name=_DIRECTORY_PAGE),
        lambda folder, rng: _cut_envelopes(folder, rng, Envelope((("results",),)), name=_DIRECTORY_PAGE),
    ),
    "peribolos": _cut_peribolos,
    "github": _all_of(_cut_lists, partial(_cut_lines, pattern="*.ndjson")),
    "cursor": partial(
        _cut_again,
        pattern="events_*.json",
        name="events_{number}.json",
        envelope=Envelope((("usageEvents",),)),
        numbers=lambda number, last: {
            "pagination": {"numPages": last, "currentPage": number, "hasNextPage": number < last}
        },
    ),
    "openai": lambda folder, rng: _cut_envelopes(folder, rng, _DATA),
    "anthropic": lambda folder, rng: _cut_envelopes(folder, rng, _DATA),
    "litellm": lambda folder, rng: _cut_envelopes(
        folder, rng, Envelope((("keys",),)), Envelope((("users",),)), Envelope((("teams",),)), Envelope((("results",),))
    ),
    "mcp_introspection": _all_of(
        _cut_lists,
        partial(
            _cut_again,
            pattern="crm.page1.json",
            name="crm.tools-{number}.json",
            envelope=Envelope((("result", "tools"),), {"result": {"nextCursor": "EXAMPLE-NEXT"}}),
        ),
    ),
    "mcp_registry": lambda folder, rng: _cut_envelopes(
        folder, rng, Envelope((("servers",),), {"metadata": {"nextCursor": "EXAMPLE-NEXT"}}), cuts_pages=True
    ),
    "postgres": _all_of(partial(_cut_lines, pattern="*.csv", header=1), _cut_lists),
    "snowflake": _all_of(partial(_cut_lines, pattern="*.csv", header=1), _cut_lists),
    "databricks": lambda folder, rng: _cut_envelopes(
        folder,
        rng,
        *(
            Envelope(((name,),), {"next_page_token": "EXAMPLE-NEXT"})
            for name in ("catalogs", "schemas", "tables", "privilege_assignments")
        ),
    ),
    "gcp": _all_of(
        _cut_lists,
        lambda folder, rng: _cut_envelopes(
            folder,
            rng,
            *(
                Envelope(((name,),), _NEXT_TOKEN)
                for name in ("projects", "folders", "accounts", "keys", "roles", "datasets", "items")
            ),
        ),
    ),
    "aws": lambda folder, rng: _cut_envelopes(
        folder,
        rng,
        Envelope(
            (("UserDetailList",), ("GroupDetailList",), ("RoleDetailList",), ("Policies",)),
            {"IsTruncated": True, "Marker": "EXAMPLE-NEXT"},
        ),
        *(
            Envelope(((name,),), {"IsTruncated": True, "Marker": "EXAMPLE-NEXT"})
            for name in ("AccessKeyMetadata", "Buckets")
        ),
    ),
    "focus": _all_of(partial(_cut_lines, pattern="*.csv", header=1), _cut_lists),
    "aws_cur": partial(_cut_lines, pattern="*.csv", header=1, name="{stem}-0000{number}", cuts_pages=True),
    "azure_cost": partial(
        _cut_again,
        pattern="daily.*.json",
        name="daily.{number}.json",
        envelope=Envelope(
            (("properties", "rows"),),
            {"properties": {"nextLink": "https://management.azure.com/next"}},
            {"properties": {"nextLink": None}},
        ),
    ),
    "gcp_billing": _all_of(
        partial(
            _cut_again,
            pattern="query.*.json",
            name="query.{number}.json",
            envelope=Envelope((("rows",),), {"pageToken": "EXAMPLE-NEXT"}, {"pageToken": None}),
        ),
        partial(_cut_lines, pattern="export-*.json", name="{stem}{number}", cuts_pages=True),
    ),
    "bedrock_logs": _cut_gzip,
    "otlp": _all_of(
        partial(_cut_lines, pattern="*.jsonl"),
        lambda folder, rng: _cut_envelopes(folder, rng, Envelope((("resourceSpans",),))),
    ),
    "openfga": _cut_openfga,
    "opengraph": lambda folder, rng: _cut_envelopes(folder, rng, Envelope((("graph", "nodes"), ("graph", "edges")))),
}

# The formats of which a file is always whole, and why.
WHOLE: Mapping[str, str] = {
    "mcp": "a client reads one configuration file; another file is another configuration, a source of its own",
    "agent_scan": "a scan writes one file of one machine; another file is another machine",
    "mcp_scanner": "a scan writes one file of one target; another file is another scan, a source of its own",
}
