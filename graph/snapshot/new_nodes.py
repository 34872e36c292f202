"""New nodes: whether an id that no node has yet would be a node of its own if a source named it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.address import email_address
from graph.check import check_id
from graph.errors import InputError
from graph.model_names import one_node_per_model
from graph.ontology import NODE_CODES, split_id
from graph.snapshot.canonical_ids import ADDRESS
from graph.snapshot.group_addresses import DIRECTORY_OF
from graph.snapshot.instance_aliases import renamed_id
from graph.snapshot.tables import Tables


def check_new_id(tables: Tables, info: Mapping[str, Any], node_id: str) -> None:
    """Raise InputError for an id that is none, and for one that would mean another node or be attached to one."""
    kind = check_id(node_id, "id")
    system, key = split_id(node_id)[1:]
    other = renamed_id(node_id, info.get("aliases", {}))
    if other == node_id and kind == "Model":
        other = _model(tables, node_id)
    if other != node_id:
        raise InputError(f"{node_id} is another name of {other}. Give that one")
    reason = None
    if (kind == "Account" and (key.startswith("~") or "@" in key)) or node_id.startswith(ADDRESS):
        reason = "whose it is follows from its address"
    elif kind == "Group" and system in DIRECTORY_OF and email_address(key) is not None:
        reason = "which group it is follows from its address"
    elif kind == "Application" and _has_value(tables, "external_id", key):
        reason = "an application has this external id"
    if reason is not None:
        raise InputError(f"no node has the id {node_id} yet, and {reason}. Load it instead")


def _model(tables: Tables, node_id: str) -> str:
    """What a model is called among those that are there."""
    kinds = tables.nodes.kind
    models = [tables.ids[node] for node in (kinds == NODE_CODES["Model"]).nonzero()[0].tolist()]
    renamed = one_node_per_model([*models, node_id])
    return renamed.get(node_id) or next((model for model in models if renamed.get(model) == node_id), node_id)


def _has_value(tables: Tables, name: str, value: str) -> bool:
    timeline = tables.properties.get(name)
    return timeline is not None and bool((timeline.code == tables.value_code(value)).any())
