"""Laws of every directory's pages: no entry harms another, whatever it holds, and no order of pages matters."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.check import check
from graph.claims import Node
from graph.moment import read_moment
from loaders.base import Context, Document, Page, PendingRun
from loaders.saved.files import open_documents
from tests.loaders.directory_cases import CASES, Case

FIXTURES = Path(__file__).parents[1] / "fixtures"
NOW = read_moment("2026-11-20T06:00:00Z")
NAMES = [case.name for case in CASES if case.name != "scim"]
MODULES = {case.name: case.module for case in CASES}
SAVED = {
    name: [
        Page("", document.content, document=document)
        for document in open_documents(sorted((FIXTURES / name).glob("*.json")))[0]
    ]
    for name in NAMES
}

JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "x", "a@b.example", "2026-01-01", "\ud800", "\0", "User", "ACTIVE", "é" * 400]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "value"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def drafts(name: str, pages: list[Page], **context: Any) -> list[PendingRun]:
    return list(MODULES[name].normalize(pages, Context(NOW, source=f"{name}:harbor", **context)))


def ids(draft: PendingRun) -> set[str]:
    for _, record in draft.records:
        check(record)
    return {record.id for _, record in draft.records if isinstance(record, Node)}


def entries(body: Any) -> Iterator[dict[str, Any]]:
    """The entries of a page and the objects in them."""
    parts = body.values() if isinstance(body, dict) else body if isinstance(body, list) else ()
    for part in parts:
        if isinstance(part, dict):
            yield part
        yield from entries(part)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None)
@given(data=st.data())
def test_whatever_an_entry_holds_the_others_load(name: str, data: st.DataObject) -> None:
    [whole] = drafts(name, SAVED[name])
    before = ids(whole)
    place = data.draw(st.integers(0, len(SAVED[name]) - 1))
    body = copy.deepcopy(SAVED[name][place].body)
    entry = data.draw(st.sampled_from([one for one in entries(body) if one]))
    field = data.draw(st.sampled_from(sorted(entry)))
    entry[field] = data.draw(JUNK)
    document = SAVED[name][place].document
    assert document is not None
    pages = [*SAVED[name]]
    pages[place] = Page("", body, document=Document(document.path, document.display_path, "json", body))
    MODULES[name].recognize(pages[place].document)  # never raises
    [draft] = drafts(name, pages)
    # One entry is lost at most, an account that rests on it, and, of a group, the customer that all of its users tell.
    assert len(before - ids(draft)) <= 2 + (field == "kind") * len(before)
    if draft.rejected:
        assert all("field " in refused for refused in draft.rejected)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_files_changes_nothing(name: str) -> None:
    def told(pages: list[Page]) -> set[str]:
        [draft] = drafts(name, pages)
        return {repr(record) for _, record in draft.records}

    whole = told(SAVED[name])
    for seed in range(6):
        shuffled = [*SAVED[name]]
        random.Random(seed).shuffle(shuffled)
        assert told(shuffled) == whole


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("content", [None, [], {}, [1], [[]], "x", 7, {"value": []}, {"value": [1]}, {"results": [{}]}])
def test_what_is_none_of_theirs_is_not_recognized(case: Case, content: Any) -> None:
    assert not case.module.recognize(Document(Path("x.json"), "x.json", "json", content))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_members_that_does_not_say_whose_is_refused_and_the_others_load(name: str) -> None:
    pages = [
        page
        if page.document is None or not page.document.path.name.startswith("members")
        else Page("", page.body, document=Document(Path("people.json"), "people.json", "json", page.body))
        for page in SAVED[name]
    ]
    [draft] = drafts(name, pages)
    if name == "okta":  # its members look like users
        assert draft.rejected == []
    else:
        assert any("people.json" in refused and "members-GROUP.json" in refused for refused in draft.rejected)
    assert "MEMBER_OF" not in (draft.complete or ())


@pytest.mark.parametrize("name", NAMES)
def test_the_directory_of_a_saved_page_is_its_folder_in_the_systems(name: str) -> None:
    body = SAVED[name][0].body
    for path, instance in ((f"{name}/acme/users.json", "acme"), ("exports/users.json", "default")):
        page = Page("", body, document=Document(Path(path), path, "json", body))
        [draft] = MODULES[name].normalize([page], Context(NOW))
        assert draft.header.source == f"{name}:{instance}"
