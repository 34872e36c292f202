"""Whom OpenFGA's check admits, a walk reaches: at exactly that permission where the model is plain."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.check import check
from graph.claims import Edge
from graph.errors import InputError, RecordError
from graph.ontology import Permission
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.openfga import normalize, recognize
from loaders.connectors.openfga.dsl import parse_dsl, parse_modules
from loaders.connectors.openfga.grants import permission_of
from loaders.connectors.openfga.json_model import parse_json_model
from loaders.connectors.openfga.model import (
    AuthorizationModel,
    ComputedUserset,
    Difference,
    Direct,
    Intersection,
    TupleToUserset,
    TypeRestriction,
    Union,
)
from loaders.ingest import ingest
from loaders.saved.files import assign_connectors, load_runs, open_documents
from queries import blast_radius, exposure

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
GOLDEN = Path(__file__).parents[1] / "fixtures" / "openfga" / "golden"
NOW = 10**15


def compiled(path: Path) -> Snapshot:
    store = MemoryStore()
    drafts, _ = load_runs([path], Context(NOW))
    ingest(store, drafts)
    return snapshot_of(store, NOW)


def node(prefix: str, kind: str, thing: str) -> str:
    return f"{kind}:openfga/{prefix}/{thing}"


def reached(snapshot: Snapshot, account: str) -> dict[str, Permission]:
    """What the blast radius of an account says of data."""
    answer = blast_radius.run(snapshot, blast_radius.Params(start=(account,), as_of=NOW))
    return {row.id: Permission[row.permission] for row in answer.reached if row.kind == "DataSource" and row.permission}


def reaching(snapshot: Snapshot, target: str) -> dict[str, Permission]:
    """What the exposure of a data source says of accounts."""
    answer = exposure.run(snapshot, exposure.Params(target=target, as_of=NOW))
    return {row.id: Permission[row.permission] for row in answer.reached if row.kind == "Account" and row.permission}


# The checks that come with the stores. `triager` and `reader` both mean READ here, so that only the wider can be asked.
ASKED = ("reader", "writer", "admin", "can_read", "can_write", "can_change_owner")


@pytest.mark.parametrize(("name", "least"), [("docks", 7), ("drive", 8)])
def test_every_check_of_the_sample_is_the_blast_radius(name: str, least: int) -> None:
    snapshot = compiled(GOLDEN / name)
    checks = 0
    for test in yaml.safe_load((GOLDEN / name / "store.fga.yaml").read_text())["tests"]:
        for one in test.get("check", ()):
            found = reached(snapshot, node(name, "Account", one["user"])).get(
                node(name, "DataSource", one["object"]), 0
            )
            for relation, expected in one["assertions"].items():
                if relation in ASKED:
                    checks += 1
                    assert (found >= (permission_of(relation) or 9)) is expected, (one, relation)
    assert checks >= least


@pytest.mark.parametrize("name", ["docks", "drive"])
def test_every_list_of_the_sample_is_the_exposure_and_the_blast_radius(name: str) -> None:
    snapshot = compiled(GOLDEN / name)
    lists = 0
    for test in yaml.safe_load((GOLDEN / name / "store.fga.yaml").read_text())["tests"]:
        for one in test.get("list_users", ()):
            found = reaching(snapshot, node(name, "DataSource", one["object"]))
            for relation, expected in one["assertions"].items():
                wanted = permission_of(relation) or 9
                admitted = {account for account, permission in found.items() if permission >= wanted}
                assert admitted == {node(name, "Account", user) for user in expected["users"]}, relation
                lists += 1
        for one in test.get("list_objects", ()):
            found = reached(snapshot, node(name, "Account", one["user"]))
            for relation, expected in one["assertions"].items():
                wanted = permission_of(relation) or 9
                things = {
                    thing for thing, permission in found.items() if permission >= wanted and f"/{one['type']}:" in thing
                }
                assert things == {node(name, "DataSource", thing) for thing in expected}, relation
                lists += 1
    assert lists >= 3


# A plain evaluator of the published meaning, as the oracle: no closures worked out beforehand, sets grown to a fixpoint.

USERS, TEAMS, FOLDERS, DOCS = ("ana", "bela", "caro"), ("t1", "t2"), ("f1", "f2"), ("d1", "d2")
RELATIONS = ("can_list", "reader", "writer", "owner")
LEVEL = dict(zip(RELATIONS, Permission, strict=True))

Rule = tuple[Any, ...]
Fact = tuple[str, str, str]


def admitted(rules: dict[tuple[str, str], Rule], facts: Iterable[Fact]) -> set[Fact]:
    """All (user, relation, object) that a check admits."""
    facts = set(facts)
    objects = [f"team:{t}" for t in TEAMS] + [f"folder:{f}" for f in FOLDERS] + [f"doc:{d}" for d in DOCS]
    users = [f"user:{user}" for user in USERS]
    found: set[Fact] = set()
    while True:
        grown = {
            (user, relation, thing)
            for thing, user in product(objects, users)
            for (kind, relation), rule in rules.items()
            if thing.startswith(f"{kind}:") and holds(rule, user, relation, thing, (facts, found))
        }
        if grown == found:
            return found
        found = grown


def holds(rule: Rule, user: str, relation: str, thing: str, known: tuple[set[Fact], set[Fact]]) -> bool:
    facts, found = known
    if rule[0] == "direct":
        named = {who for who, name, of in facts if (name, of) == (relation, thing)}
        return bool({user, "user:*"} & named) or any(
            (user, who.partition("#")[2], who.partition("#")[0]) in found for who in named if "#" in who
        )
    if rule[0] == "computed":
        return (user, rule[1], thing) in found
    if rule[0] == "from":
        return any((user, rule[1], who) in found for who, name, of in facts if (name, of) == (rule[2], thing))
    parts = [holds(part, user, relation, thing, known) for part in rule[1]]
    if rule[0] == "or":
        return any(parts)
    return all(parts) if rule[0] == "and" else parts[0] and not parts[1]


def text_of(rule: Rule) -> str:
    if rule[0] == "direct":
        return "[user, user:*, team#member]"
    if rule[0] == "computed":
        return str(rule[1])
    if rule[0] == "from":
        return f"{rule[1]} from {rule[2]}"
    word = {"or": " or ", "and": " and ", "but": " but not "}[rule[0]]
    return "(" + word.join(map(text_of, rule[1])) + ")"


def rules_of(kind: str, operators: tuple[str, ...], others: st.SearchStrategy[str]) -> st.SearchStrategy[Rule]:
    leaf: st.SearchStrategy[Rule] = st.one_of(
        st.just(("direct",)),
        st.tuples(st.just("computed"), others),
        st.tuples(st.just("from"), st.sampled_from(RELATIONS), st.just("parent")),
    )
    if not operators:
        return leaf
    two = st.tuples(st.sampled_from(operators), st.lists(leaf, min_size=2, max_size=2))
    return st.one_of(leaf, two, st.tuples(st.just("or"), st.lists(st.one_of(leaf, two), min_size=2, max_size=3)))


@st.composite
def worlds(draw: st.DrawFn, operators: tuple[str, ...]) -> tuple[dict[tuple[str, str], Rule], list[Fact]]:
    """A model of folders and documents, and tuples of it. What is stronger is always among what is weaker, as a scale is."""
    rules: dict[tuple[str, str], Rule] = {("team", "member"): ("direct",)}
    for kind in ("folder", "doc"):
        for place, relation in enumerate(RELATIONS):
            # `but not` must not lead back to itself, which models may not: there it names a stronger relation.
            others = st.sampled_from(RELATIONS[place + 1 :] if "but" in operators and place < 3 else RELATIONS)
            if "but" in operators and place == 3:
                rules[kind, relation] = ("direct",)
                continue
            rule = draw(rules_of(kind, operators, others))
            stronger: list[Rule] = [("computed", RELATIONS[place + 1])] if place < 3 else []
            rules[kind, relation] = ("or", [rule, *stronger, ("direct",)])
    user = st.sampled_from([f"user:{u}" for u in (*USERS, "*")] + [f"team:{t}#member" for t in TEAMS])
    things = st.sampled_from([f"folder:{f}" for f in FOLDERS] + [f"doc:{d}" for d in DOCS])
    facts: list[Fact] = draw(st.lists(st.tuples(user, st.sampled_from(RELATIONS), things), max_size=8))
    facts += draw(
        st.lists(st.tuples(user, st.just("member"), st.sampled_from([f"team:{t}" for t in TEAMS])), max_size=5)
    )
    above = st.tuples(st.sampled_from([f"folder:{f}" for f in FOLDERS]), st.just("parent"), things)
    return rules, facts + draw(st.lists(above, max_size=4))


def snapshot_of_world(rules: dict[tuple[str, str], Rule], facts: list[Fact]) -> tuple[Snapshot, PendingRun]:
    lines = ["model", "  schema 1.1", "type user"]
    for kind in ("team", "folder", "doc"):
        lines += [f"type {kind}", "  relations"]
        lines += [f"    define {name}: {text_of(rule)}" for (of, name), rule in rules.items() if of == kind]
        lines += ["    define parent: [folder]"] if kind != "team" else []
    # Everybody is known, so that everybody can be asked about.
    known = [(f"user:{user}", "member", "team:known") for user in USERS]
    tuples = [{"user": who, "relation": name, "object": thing} for who, name, thing in [*facts, *known]]
    body = {"name": "w", "model": "\n".join(lines), "tuples": tuples}
    [draft] = normalize([Page("", body, document=Document(Path("w.yaml"), "w.yaml", "yaml", body))], Context(NOW))
    entries = draft.records = list(draft.records)
    for _, record in entries:
        check(record)
    assert draft.rejected == []
    store = MemoryStore()
    ingest(store, [draft])
    return snapshot_of(store, NOW), draft


def best(found: set[Fact], user: str, thing: str) -> Permission | None:
    levels = [
        LEVEL[relation] for who, relation, of in found if (who, of) == (f"user:{user}", thing) and relation in LEVEL
    ]
    return max(levels, default=None)


@laws
@given(worlds(("or",)))
def test_a_walk_reaches_exactly_whom_a_check_admits(world: tuple[dict[tuple[str, str], Rule], list[Fact]]) -> None:
    rules, facts = world
    found = admitted(rules, facts)
    snapshot, draft = snapshot_of_world(rules, facts)
    # A parent from which nothing is taken grants nothing, and is told.
    assert all("#parent: the name implies no permission" in reason.detail for reason in draft.reasons)
    for user in USERS:
        walked = reached(snapshot, node("w", "Account", f"user:{user}"))
        for kind, names in (("folder", FOLDERS), ("doc", DOCS)):
            for name in names:
                told = walked.get(node("w", "DataSource", f"{kind}:{name}"))
                assert told == best(found, user, f"{kind}:{name}"), (user, kind, name)


@laws
@given(worlds(("or", "and", "but")))
def test_a_walk_never_misses_whom_a_check_admits(world: tuple[dict[tuple[str, str], Rule], list[Fact]]) -> None:
    rules, facts = world
    found = admitted(rules, facts)
    snapshot, draft = snapshot_of_world(rules, facts)
    exact = True
    for user in USERS:
        walked = reached(snapshot, node("w", "Account", f"user:{user}"))
        for thing in [f"folder:{name}" for name in FOLDERS] + [f"doc:{name}" for name in DOCS]:
            told, wanted = walked.get(node("w", "DataSource", thing)), best(found, user, thing)
            assert (told or 0) >= (wanted or 0)
            exact &= told == wanted
    # Where it is more, the run says so.
    assert exact or "OVER_APPROXIMATED" in {reason.code for reason in draft.reasons}


# The language.


def test_the_language_is_read_as_it_is_meant() -> None:
    model = parse_dsl(
        "# head\nmodel\n  schema 1.1\ntype user\ntype team # a set\n  relations\n    define member: [user,\n      team#member]\n"
        "type doc\n  relations\n    define parent: [doc]\n    define blocked: [user]\n"
        "    define a: [user with late, user:*] or (b from parent and b)\n    define b: (blocked but not a) or a\n"
        "condition late(now: timestamp) {\n  now > timestamp('2026-01-01T00:00:00Z') && {'a': 1}.a == 1\n}\n"
    )
    doc = model.types["doc"]
    assert doc["a"].expression == Union((Direct(), Intersection((TupleToUserset("b", "parent"), ComputedUserset("b")))))
    assert doc["b"].expression == Union(
        (Difference(ComputedUserset("blocked"), ComputedUserset("a")), ComputedUserset("a"))
    )
    assert [(one.type, one.wildcard, one.condition) for one in doc["a"].restrictions] == [
        ("user", False, "late"),
        ("user", True, None),
    ]
    assert [(one.type, one.relation) for one in model.types["team"]["member"].restrictions] == [
        ("user", None),
        ("team", "member"),
    ]
    assert model.types["user"] == {}


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("model\n schema 1.0\ntype user", "of neither schema 1.1 nor 1.2", 2),
        ("type user", "`model` is expected", 1),
        ("model\n schema 1.1\ntype doc\n relations\n  define a: [user] or b and c", "need parentheses", 5),
        ("model\n schema 1.1\ntype doc\n relations\n  define a: b", "does not have", 0),
        ("model\n schema 1.1\ntype doc\n relations\n  define a: b from c", "does not have", 0),
        ("model\n schema 1.1\ntype doc\n relations\n  define a: [user]", "names a type", 0),
        ("model\n schema 1.1\ntype doc\n relations\n  define a: [doc", "ends unexpectedly", 5),
        ("model\n schema 1.1\ntype doc\ntype doc", "is defined twice", 4),
        ("model\n schema 1.1\ntype doc\n relations\n  define a: [doc]\n  define a: [doc]", "is defined twice", 6),
        ("model\n schema 1.1\ntype doc\n relations\n  define a: " + "(" * 5_000 + "a", "nested too deeply", 5),
        ("model\n schema 1.1\ntype d$c", "not part of the language", 3),
        ("", "ends unexpectedly", 1),
    ],
)
def test_what_is_no_model_is_refused_by_line(text: str, problem: str, line: int) -> None:
    with pytest.raises(RecordError, match=problem) as caught:
        parse_dsl(text)
    assert caught.value.line == line


WORDS = st.sampled_from(
    [
        "type",
        "user",
        "relations",
        "define",
        "a",
        "b",
        ":",
        "[",
        "]",
        "(",
        ")",
        ",",
        "or",
        "and",
        "but",
        "not",
        "from",
        "#",
        "*",
        "with",
        "\n",
        "condition",
        "{",
    ]
)


@laws
@given(st.lists(WORDS))
def test_no_text_crashes_the_reader(words: list[str]) -> None:
    with contextlib.suppress(RecordError):
        parse_dsl("model\nschema 1.1\n" + " ".join(words))


def tree_of(expression: Any) -> dict[str, Any]:
    """An expression as the API writes it."""
    if isinstance(expression, ComputedUserset):
        return {"computedUserset": {"object": "", "relation": expression.relation}}
    if isinstance(expression, TupleToUserset):
        asked = {"object": "", "relation": expression.relation}
        return {"tupleToUserset": {"tupleset": {"relation": expression.tupleset}, "computedUserset": asked}}
    if isinstance(expression, Union | Intersection):
        word = "union" if isinstance(expression, Union) else "intersection"
        return {word: {"child": [tree_of(part) for part in expression.parts]}}
    if isinstance(expression, Difference):
        return {"difference": {"base": tree_of(expression.base), "subtract": tree_of(expression.removed)}}
    return {"this": {}}


def definitions_of(model: AuthorizationModel) -> dict[str, Any]:
    """A model as the API writes it."""
    found = []
    for kind, relations in model.types.items():
        named = {
            name: {"directly_related_user_types": [allowed_of(one) for one in relation.restrictions]}
            for name, relation in relations.items()
        }
        trees = {name: tree_of(relation.expression) for name, relation in relations.items()}
        found.append({"type": kind, "relations": trees, "metadata": {"relations": named} if named else None})
    return {"schema_version": "1.1", "id": "01H", "type_definitions": found, "conditions": {}}


def allowed_of(one: TypeRestriction) -> dict[str, Any]:
    told: dict[str, Any] = {"type": one.type, "condition": one.condition or ""}
    if one.relation:
        told["relation"] = one.relation
    return told | ({"wildcard": {}} if one.wildcard else {})


@pytest.mark.parametrize("name", ["docks", "drive"])
def test_the_apis_json_of_a_model_is_the_same_model(name: str, tmp_path: Path) -> None:
    body = yaml.safe_load((GOLDEN / name / "store.fga.yaml").read_text())
    model = parse_dsl(body.get("model") or (GOLDEN / name / "model.fga").read_text())
    told = definitions_of(model)
    assert (
        parse_json_model(told, "m.json").types
        == parse_json_model({"authorization_model": told}, "m.json").types
        == model.types
    )
    (tmp_path / "model.json").write_text(json.dumps(told))
    (tmp_path / f"{name}.json").write_text(json.dumps({"tuples": [{"key": one} for one in body["tuples"]]}))
    [one], [other] = drafts_of(GOLDEN / name), drafts_of(tmp_path)
    assert [record for _, record in one.records] == [record for _, record in other.records]
    assert one.header == other.header


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"schema_version": "1.0"}, "schema_version"),
        ({"type_definitions": [{"type": 5}]}, "type_definitions[0].type"),
        ({"type_definitions": ["doc"]}, "type_definitions[0]"),
        ({"type_definitions": [{"type": "doc", "relations": {"a": {}}}]}, "type_definitions[0].relations.a"),
        ({"type_definitions": [{"type": "doc", "relations": {"a": {"union": {}}}}]}, "relations.a.union.child"),
        ({"type_definitions": [{"type": "doc", "relations": {"a": {"computedUserset": {"relation": "b"}}}}]}, "doc#a"),
    ],
)
def test_json_that_is_no_model_is_refused_by_field(change: dict[str, Any], place: str) -> None:
    with pytest.raises(RecordError) as caught:
        parse_json_model({"schema_version": "1.1", "type_definitions": [], **change}, "m.json")
    assert place in str(caught.value)


# Files.


def test_a_file_is_known_by_its_content() -> None:
    documents, _ = open_documents([GOLDEN])
    assert {document.path.name: recognize(document) for document in documents} == {
        "bare.json": True,
        "model.fga": True,
        "store.fga.yaml": True,
    }
    assert set(assign_connectors(documents)) == {"openfga"}
    for body in ({"tuples": []}, {"tuples": [1]}, [], [{"user": "a"}], {"model": "gpt"}, {"orgs": {}}, None, 5):
        assert not recognize(Document(Path("x.yaml"), "x.yaml", "yaml", body))


def write(folder: Path, model: str | None = None, **body: Any) -> Path:
    path = folder / "store.yaml"
    path.write_text(json.dumps(body))
    if model is not None:
        (folder / "model.fga").write_text(model)
    return path


TUPLE = {"user": "user:ana", "relation": "reader", "object": "doc:1"}
MODEL = "model\n  schema 1.1\ntype user\ntype doc\n  relations\n    define reader: [user]\n"


def drafts_of(*paths: Path, **context: Any) -> list[PendingRun]:
    found = []
    for draft in load_runs(list(paths), Context(NOW, **context))[0]:
        draft.records = list(draft.records)
        found.append(draft)
    return found


def test_the_model_may_stand_beside_be_named_or_be_missing(tmp_path: Path) -> None:
    write(tmp_path, MODEL, tuples=[TUPLE])
    [beside] = drafts_of(tmp_path)
    [named] = drafts_of(write(tmp_path, MODEL, tuples=[TUPLE], model_file="./model.fga"))
    assert beside.header.complete == named.header.complete == ("Group", "DataSource", "MEMBER_OF", "CAN_ACCESS")
    assert [record for _, record in beside.records] == [record for _, record in named.records]
    [missing] = drafts_of(write(tmp_path, tuples=[TUPLE]))
    assert (missing.header.complete, [reason.code for reason in missing.reasons]) == ((), ["NO_MODEL"])


def test_tuples_may_stand_in_files_of_their_own_and_are_told_once(tmp_path: Path) -> None:
    (tmp_path / "tuples.yaml").write_text(json.dumps([TUPLE]))
    write(tmp_path, MODEL, model_file="model.fga", tuple_file="./tuples.yaml", name="One & Only")
    [draft] = drafts_of(tmp_path)
    assert draft.header.source == "openfga:one-only"
    assert [record.kind for _, record in draft.records if hasattr(record, "kind")] == ["CAN_ACCESS"]


@pytest.mark.parametrize(
    "name", ["../outside.fga", "/etc/hostname", "missing.fga", "link.fga", "secret.txt", "folder.fga"]
)
def test_no_other_file_of_the_machine_is_read(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "folder.fga").mkdir(parents=True)
    for path in (tmp_path / "outside.fga", folder / "secret.txt"):
        path.write_text(MODEL)
    (folder / "link.fga").symlink_to(tmp_path / "outside.fga")
    [draft] = drafts_of(write(folder, tuples=[TUPLE], model_file=name))
    assert draft.failure is not None
    assert "not in the same folder" in draft.failure.detail
    assert (draft.records, draft.header.complete) == ([], ())
    with pytest.raises(RecordError, match="model_file"):
        drafts_of(folder / "store.yaml", lenient=False)


def test_a_model_that_cannot_be_read_fails_its_store_alone(tmp_path: Path) -> None:
    for name, model in (("good", MODEL), ("bad", "model\n  schema 1.1\ntype")):
        (tmp_path / name).mkdir()
        write(tmp_path / name, model, name=name, tuples=[TUPLE])
    store = MemoryStore()
    outcomes = ingest(store, load_runs([tmp_path], Context(NOW))[0])
    assert {outcome.source: outcome.state for outcome in outcomes} == {
        "openfga:good": "COMPLETE",
        "openfga:bad": "FAILED",
    }


def test_files_of_one_name_and_model_are_parts_of_one_store_and_two_models_are_refused(tmp_path: Path) -> None:
    others = [TUPLE, {**TUPLE, "user": "user:other"}]
    for name, tuples in (("a", [TUPLE]), ("b", others)):
        (tmp_path / name).mkdir()
        write(tmp_path / name, MODEL, name="Same", tuples=tuples)
    [run] = load_runs([tmp_path], Context(NOW))[0]
    (tmp_path / "whole").mkdir()
    write(tmp_path / "whole", MODEL, name="Same", tuples=others)
    [whole] = load_runs([tmp_path / "whole"], Context(NOW))[0]
    assert sorted(map(repr, run.records)) == sorted(map(repr, whole.records))
    assert (run.header, run.reasons) == (whole.header, whole.reasons)
    write(tmp_path / "b", f"{MODEL}    define writer: [user]\n", name="Same", tuples=[TUPLE])
    with pytest.raises(InputError, match=r"openfga:same is also the source of .*a/store.yaml"):
        drafts_of(tmp_path)


def test_a_model_alone_grants_nothing_and_retires_nothing(tmp_path: Path) -> None:
    (tmp_path / "model.fga").write_text(MODEL)
    for body in (None, {"tuples": [], "model_file": "model.fga"}, {"model": MODEL}):
        if body is not None:
            write(tmp_path, **body)
        [draft] = drafts_of(tmp_path)
        assert draft.failure is not None
        assert draft.failure.code == "NO_TUPLES"


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ("user:ana", "tuples[0]"),
        ({"user": 5, "relation": "reader", "object": "doc:1"}, "tuples[0].user"),
        ({"user": "ana", "relation": "reader", "object": "doc:1"}, "tuples[0].user"),
        ({"user": "user:ana#", "relation": "reader", "object": "doc:1"}, "tuples[0].user"),
        ({"user": "user:*", "relation": "reader", "object": "doc:1"}, "tuples[0].user"),
        ({"user": "doc:2", "relation": "reader", "object": "doc:1"}, "tuples[0].user"),
        ({"user": "user:ana", "relation": "writer", "object": "doc:1"}, "tuples[0].relation"),
        ({"user": "user:ana", "object": "doc:1"}, "tuples[0].relation"),
        ({"user": "user:ana", "relation": "reader", "object": "doc:*"}, "tuples[0].object"),
        ({"user": "user:ana", "relation": "reader", "object": "doc"}, "tuples[0].object"),
        ({**TUPLE, "condition": {"name": "late"}}, "tuples[0].user"),
        ({**TUPLE, "condition": "late"}, "tuples[0].condition"),
    ],
)
def test_a_tuple_that_is_none_is_refused_by_field_and_retires_nothing(raw: Any, field: str, tmp_path: Path) -> None:
    path = write(tmp_path, MODEL, tuples=[raw, TUPLE, {**TUPLE, "new": 1}])
    [draft] = drafts_of(path, tmp_path / "model.fga")
    assert [f"field {field!r}" in text for text in draft.rejected] == [True], draft.rejected
    store = MemoryStore()
    [outcome] = ingest(store, [draft])
    assert outcome.state == "PARTIAL"
    assert store.sources()[0].scopes == {}
    with pytest.raises(RecordError, match="field"):
        drafts_of(path, tmp_path / "model.fga", lenient=False)


def test_what_is_no_longer_told_is_retired_by_a_whole_list_alone(tmp_path: Path) -> None:
    store, other = MemoryStore(), {**TUPLE, "object": "doc:2"}
    for moment, body, retired in (
        (1, {"tuples": [TUPLE, other]}, 0),
        (2, {"tuples": [TUPLE], "continuation_token": "more"}, 0),
        (3, {"tuples": [TUPLE, "broken"]}, 0),
        (4, {"tuples": [TUPLE]}, 1),
    ):
        path = write(tmp_path, MODEL, **body)
        drafts, _ = load_runs([path, tmp_path / "model.fga"], Context(moment))
        [outcome] = ingest(store, drafts)
        assert (outcome.retired.get("CAN_ACCESS", 0), outcome.retired.get("DataSource", 0)) == (retired, retired)


def test_a_list_that_ends_where_the_command_line_stops_vouches_for_nothing(tmp_path: Path) -> None:
    many = [{**TUPLE, "object": f"doc:{number}"} for number in range(100)]
    for count, whole in ((99, True), (100, False)):
        [draft] = drafts_of(write(tmp_path, MODEL, tuples=many[:count], model_file="model.fga"))
        assert bool(draft.header.complete) is whole


def test_a_copy_of_the_folder_tells_the_same(tmp_path: Path) -> None:
    shutil.copytree(GOLDEN / "docks", tmp_path / "docks")
    [one], [other] = drafts_of(GOLDEN / "docks"), drafts_of(tmp_path / "docks" / "store.fga.yaml")
    assert [record for _, record in one.records] == [record for _, record in other.records]


OBJECT_SUBJECT = """model
  schema 1.1
type user
type organization
  relations
    define member: [user]
type application
  relations
    define organization: [organization]{extra}
type component
  relations
    define reader: [application]
    define can_view: reader
"""
OBJECT_TUPLES = [
    {"user": "user:anne", "relation": "member", "object": "organization:acme"},
    {"user": "organization:acme", "relation": "organization", "object": "application:1"},
    {"user": "application:1", "relation": "reader", "object": "component:payment"},
]


@pytest.mark.parametrize(
    ("extra", "unmapped"),
    [
        ("\n    define can_edit: member from organization", []),
        ("", ["application#organization", "organization#member"]),
        # Followed by a relation that permits nothing and that nothing names, the path feeds no rule either.
        ("\n    define peer: member from organization", ["application#organization"]),
    ],
)
def test_an_object_may_be_a_subject_and_what_feeds_no_rule_is_told(
    extra: str, unmapped: list[str], tmp_path: Path
) -> None:
    write(tmp_path, OBJECT_SUBJECT.format(extra=extra), name="min", tuples=OBJECT_TUPLES)
    [draft] = drafts_of(tmp_path)
    reads = {
        (edge.source, edge.target, edge.permission) for _, edge in draft.records if edge_kind(edge) == "CAN_ACCESS"
    }
    assert ("Account:openfga/min/application:1", "DataSource:openfga/min/component:payment", Permission.READ) in reads
    assert (len(reads) == 2) == (not unmapped)
    details = [reason.detail for reason in draft.reasons if reason.code == "UNMAPPED_RELATION"]
    assert [name in detail for name, detail in zip(unmapped, details, strict=True)] == [True] * len(unmapped)


def test_a_tuple_whose_subject_leads_nowhere_is_told(tmp_path: Path) -> None:
    model = """model
  schema 1.1
type user
type team
  relations
    define member: [user]
type folder
  relations
    define viewer: [user]
type doc
  relations
    define parent: [folder, team]
    define viewer: [user] or viewer from parent
"""
    tuples = [
        {"user": "folder:f", "relation": "parent", "object": "doc:d"},
        {"user": "team:t", "relation": "parent", "object": "doc:d"},
    ]
    write(tmp_path, model, name="min", tuples=tuples)
    [draft] = drafts_of(tmp_path)
    [reason] = draft.reasons
    assert reason.code == "UNMAPPED_RELATION"
    assert "doc#parent: no rule of the model leads on from a team; its tuples (1)" in reason.detail


CORE_MODULE = "# shared\nmodule core\n\ntype user\ntype team\n  relations\n    define member: [user]\n"
DOCS_MODULE = "module docs\n\nextend type team\n  relations\n    define lead: [user]\n\ntype doc\n  relations\n    define viewer: [team#member, user:*]\n    define editor: [team#lead]\n"
WHOLE_MODEL = "model\n  schema 1.2\n\ntype user\n\ntype team # module: core\n  relations\n    define member: [user]\n    define lead: [user] # extended by: module: docs\n\ntype doc\n  relations\n    define viewer: [team#member, user:*]\n    define editor: [team#lead]\n"
MODULE_TUPLES = [
    {"user": "user:ann", "relation": "member", "object": "team:t"},
    {"user": "user:bo", "relation": "lead", "object": "team:t"},
    {"user": "team:t#member", "relation": "viewer", "object": "doc:d"},
    {"user": "team:t#lead", "relation": "editor", "object": "doc:d"},
    {"user": "user:*", "relation": "viewer", "object": "doc:open"},
]


@pytest.mark.parametrize("form", ["whole", "inline", "manifest", "folder"])
def test_a_modular_model_is_one_model_however_it_is_saved(form: str, tmp_path: Path) -> None:
    body: dict[str, Any] = {"name": "mod", "tuples": MODULE_TUPLES}
    if form == "whole":
        body["model_file"] = "model.fga"
        (tmp_path / "model.fga").write_text(WHOLE_MODEL)
    elif form == "inline":
        body["model"] = WHOLE_MODEL
    else:
        (tmp_path / "parts").mkdir()
        (tmp_path / "parts" / "core.fga").write_text(CORE_MODULE)
        (tmp_path / "docs.fga").write_text(DOCS_MODULE)
    if form == "manifest":
        body["model_file"] = "fga.mod"
        (tmp_path / "fga.mod").write_text("schema: '1.2'\ncontents:\n  - parts/core.fga\n  - docs.fga\n")
    (tmp_path / "store.fga.yaml").write_text(json.dumps(body))
    paths = [tmp_path / "store.fga.yaml"] if form in ("inline", "manifest") else [tmp_path]
    drafts = drafts_of(*paths)
    assert [(draft.header.source, draft.failure, draft.reasons) for draft in drafts] == [("openfga:mod", None, [])]
    grants = {
        (edge.source, edge.target, edge.permission) for _, edge in drafts[0].records if edge_kind(edge) == "CAN_ACCESS"
    }
    doc = "DataSource:openfga/mod/doc:{}".format
    assert grants == {
        ("Group:openfga/mod/team:t#member", doc("d"), Permission.READ),
        ("Group:openfga/mod/team:t#lead", doc("d"), Permission.WRITE),
        ("Group:openfga/mod/user:*", doc("open"), Permission.READ),
    }


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        (["module a\ntype t\n", "module b\ntype t\n"], "defined in two modules"),
        (["module a\nextend type t\n relations\n  define x: [t]\n"], "no type to extend"),
        (["module a\ntype t\n relations\n  define x: [t]\nextend type t\n relations\n  define x: [t]\n"], "again"),
        (["module a\ntype t\n relations\n  define x: [u]\n"], "names a type"),
        (["module a\ntype t$"], "a.fga:2"),
        (["model\n schema 1.2\ntype t\n"], "`module` is expected"),
    ],
)
def test_modules_that_make_no_model_are_refused(texts: list[str], problem: str) -> None:
    files = [(f"{name}.fga", text) for name, text in zip("ab", texts, strict=False)]
    with pytest.raises(RecordError, match=problem):
        parse_modules(files)


def edge_kind(record: object) -> str | None:
    return record.kind if isinstance(record, Edge) else None
