"""This file knows how a usage row keeps the vendor's raw fields, and by what the report was grouped, as the records do."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


def usage_detail(raw: Mapping[str, Any], group_by: Sequence[str] | None) -> str:
    """The `detail` of a row. Without `group_by` (a saved answer) nobody knows what a null meant."""
    told: dict[str, Any] = {"raw": dict(raw)} if group_by is None else {"group_by": list(group_by), "raw": dict(raw)}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
