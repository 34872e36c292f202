"""Laws of the connectors of data sources: no entry harms another whatever it holds, and no order of files matters."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.check import check, check_props
from graph.claims import Node
from graph.errors import InputError
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import aws, gcp, snowflake
from loaders.saved.fields import ErrorCollector
from loaders.saved.files import open_documents
from loaders.saved.tables import rows_of
from tests.loaders.source_files import NOW

FIXTURES = Path(__file__).parents[1] / "fixtures"
MODULES = {"aws": aws, "gcp": gcp, "snowflake": snowflake}


def as_json(document: Document) -> Document:
    """A table as the list of its rows, which can hold anything."""
    if document.format != "csv":
        return document
    rows = [dict(row.body) for row in rows_of(document, ErrorCollector(strict=True))]
    return replace(document, format="json", content=rows)


SAVED = {name: [as_json(one) for one in open_documents([FIXTURES / name / "golden"])[0]] for name in MODULES}

JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.decimals(-9, 9, places=1)
    | st.sampled_from(["", "x", "*", "arn:aws:s3:::x", "a@b.example", "2026-01-01", "\ud800", "\0", "{", "é" * 400]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "role", "Effect"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def drafts(connector: ModuleType, documents: list[Document], **said: Any) -> list[PendingRun]:
    pages = [Page("", document.content, document=document) for document in documents]
    return list(connector.normalize(pages, Context(NOW, **said)))


def told(found: list[PendingRun]) -> list[Any]:
    for draft in found:
        for _, record in draft.records:
            check(record)
            if isinstance(record, Node):
                check_props(record.id.partition(":")[0], record.props)
    return [(draft.header, draft.rejected, draft.reasons, [record for _, record in draft.records]) for draft in found]


def holders(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place inside a value that can be put something else: its holder and key."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from holders(value[key])


@pytest.mark.parametrize("name", MODULES)
@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_whatever_a_field_holds_nothing_but_a_refusal_comes_of_it(name: str, data: st.DataObject) -> None:
    connector = MODULES[name]
    at = data.draw(st.integers(0, len(SAVED[name]) - 1))
    value = copy.deepcopy(SAVED[name][at].content)
    places = list(holders(value))
    holder, key = places[data.draw(st.integers(0, len(places) - 1))]
    holder[key] = data.draw(JUNK)
    changed = [replace(one, content=value) if here == at else one for here, one in enumerate(SAVED[name])]
    known = [one for one in changed if connector.recognize(one)]
    assert len(known) >= len(changed) - 1
    whole = told(drafts(connector, known))
    # What was refused withdraws all that the run would have vouched for.
    assert all(not header.complete for header, refused, _, _ in whole if refused)
    # Strict, the first refusal ends the command; without any nothing changes.
    if any(refused for _, refused, _, _ in whole):
        with pytest.raises(InputError):
            drafts(connector, known, lenient=False)
    else:
        assert told(drafts(connector, known, lenient=False)) == whole


@pytest.mark.parametrize("name", MODULES)
def test_a_field_that_is_missing_is_survived(name: str) -> None:
    for at, document in enumerate(SAVED[name]):
        for number in range(len(list(holders(document.content)))):
            value = copy.deepcopy(document.content)
            holder, key = list(holders(value))[number]
            if not isinstance(holder, dict):
                continue
            del holder[key]
            changed = [replace(one, content=value) if here == at else one for here, one in enumerate(SAVED[name])]
            told(drafts(MODULES[name], [one for one in changed if MODULES[name].recognize(one)]))


@pytest.mark.parametrize("name", MODULES)
def test_a_field_that_nobody_knows_is_ignored(name: str) -> None:
    before = told(drafts(MODULES[name], SAVED[name]))
    changed = []
    for document in SAVED[name]:
        value = copy.deepcopy(document.content)
        for holder, key in list(holders(value)):
            inner = holder[key]
            # Of a mapping whose keys are data a new key is data.
            if isinstance(inner, dict) and inner and key not in ("labels", "Principal", "Condition"):
                inner["aFieldOfTomorrow"] = {"x": [Decimal("1.5"), None, "y"]}
        changed.append(replace(document, content=value))
    assert told(drafts(MODULES[name], changed)) == before


@pytest.mark.parametrize("name", MODULES)
def test_the_order_of_files_does_not_matter(name: str) -> None:
    before = told(drafts(MODULES[name], SAVED[name]))
    for seed in range(5):
        documents = SAVED[name][:]
        random.Random(seed).shuffle(documents)
        assert told(drafts(MODULES[name], documents)) == before


@pytest.mark.parametrize("name", MODULES)
def test_recognition_never_raises(name: str) -> None:
    odd: list[Any] = [
        None,
        7,
        "x",
        [],
        {},
        [[]],
        [None],
        {"Users": None},
        {"bindings": 7},
        {"x": []},
        json.loads("[[[[]]]]"),
    ]
    for value in odd:
        for form in ("json", "yaml", "toml", "jsonl", "csv"):
            document = Document(Path(name, "a", "b.json"), "b.json", form, value, b"\xff\xfe,")
            assert MODULES[name].recognize(document) in (True, False)
