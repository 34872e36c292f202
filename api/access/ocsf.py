"""Audit lines as OCSF events of the class API Activity (6003), which SIEMs read."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from graph.moment import read_moment

SCHEMA_VERSION = "1.6.0"
_CLASS, _CATEGORY = 6003, 6
_CREATE, _READ, _UPDATE, _DELETE, _OTHER = 1, 2, 3, 4, 99
_ACTIVITIES = {"question": _READ, "change": _UPDATE, "token create": _CREATE, "token revoke": _DELETE}
_ACTIVITIES |= {"source remove": _DELETE, "audit": _OTHER}
_SUCCESS, _FAILURE = 1, 2
_INFORMATIONAL, _LOW = 1, 2
_SUCCESSES = ("answered", "begun", "done")
# What the class has attributes for; the rest of a line goes to `unmapped`.
_MAPPED = ("seq", "at", "kind", "name", "outcome", "caller", "method", "client", "request_id")


def write_ocsf(record: Mapping[str, Any]) -> dict[str, Any]:
    """The OCSF event of one line of the audit log, without its MAC."""
    name, kind = str(record.get("name", "")), str(record.get("kind", ""))
    activity = _ACTIVITIES.get(name, _ACTIVITIES.get(kind, _OTHER))
    succeeded = record.get("outcome") in _SUCCESSES
    event: dict[str, Any] = {
        "class_uid": _CLASS,
        "category_uid": _CATEGORY,
        "activity_id": activity,
        "type_uid": _CLASS * 100 + activity,
        "time": read_moment(str(record["at"])) // 1000,
        "severity_id": _INFORMATIONAL if succeeded else _LOW,
        "status_id": _SUCCESS if succeeded else _FAILURE,
        "status_detail": str(record.get("outcome", "")),
        "metadata": {
            "version": SCHEMA_VERSION,
            "uid": str(record["seq"]),
            "product": {"name": "Remit", "vendor_name": "Remit", "version": version("remit")},
        },
        "actor": {"user": {"name": str(record.get("caller", "")), "type": str(record.get("method", ""))}},
        "api": {"operation": name, "service": {"name": "remit"}},
        "src_endpoint": {"ip": record["client"]} if record.get("client") else {"name": "localhost"},
        "unmapped": {name: part for name, part in record.items() if name not in _MAPPED},
    }
    if record.get("request_id"):
        event["api"]["request"] = {"uid": record["request_id"]}
    return event
