"""Parser of YAML: from events, without recursion, scalars as text, bounded when aliases expand."""

from __future__ import annotations

from typing import Any, NoReturn

import yaml

from graph.errors import RecordError

MAX_DEPTH = 100
MAX_EXPANSION = 10 * 2**20

_MERGE = "<<"
# Tags by which a value is named that stands elsewhere: without them its name would pass for the value.
_REFERENCES = frozenset({"!secret", "!vault", "!env", "!env_var", "!ENV"})


def read_yaml(text: str) -> Any:
    """The one document of a YAML text: dict, list, text, or None for what is left empty or is `~`.

    A stream whose every document begins with `---`, as gcloud writes a list, is the list of its documents. Scalars stay
    text; tags are ignored, but for those of references, which stay before the text. Raises RecordError for syntax, a key twice, nesting beyond MAX_DEPTH, aliases that expand
    beyond MAX_EXPANSION characters, and for more than one document otherwise.
    """
    tree = _Tree()
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            tree.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        column = f" at column {mark.column + 1}" if mark else ""
        # The problem is one of libyaml's own constant texts; nothing of the file is in it.
        raise RecordError(
            f"this is not valid YAML: {error.problem}{column}",
            line=mark.line + 1 if mark else 0,
            remedy="Mend the line",
        ) from None
    except yaml.YAMLError:
        raise RecordError("the file holds characters that YAML does not allow", remedy="Remove them") from None
    return tree.roots if len(tree.roots) > 1 else tree.root


class _Open:
    """A mapping or list that is still being read; `size` counts characters with aliases expanded."""

    __slots__ = ("anchor", "has_merge", "height", "key", "size", "value")

    def __init__(self, value: dict[str, Any] | list[Any], anchor: str | None) -> None:
        self.value, self.anchor = value, anchor
        self.size, self.height = 1, 1
        self.key: str | None = None
        self.has_merge = False


class _Tree:
    """Builds values from events, with its own stack."""

    def __init__(self) -> None:
        self.roots: list[Any] = []
        self.is_stream = True  # every document so far begins with `---`
        self.expanded = 0
        self.stack: list[_Open] = []
        # anchor → value, size, height; None while what it names is still open.
        self.anchors: dict[str, tuple[Any, int, int] | None] = {}
        self.line = 0

    @property
    def root(self) -> Any:
        """The only document."""
        return self.roots[0] if self.roots else None

    def take(self, event: yaml.Event) -> None:
        self.line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.ScalarEvent):
            # `null` stays text, as it may be a login; nothing and `~` cannot be meant as text.
            empty = not event.style and event.value in ("", "~")
            text = f"{event.tag} {event.value}" if event.tag in _REFERENCES else event.value
            self._place(None if empty else text, event.anchor, len(text) + 1, 0)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, event.anchor)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], event.anchor)
        elif isinstance(event, yaml.CollectionEndEvent):
            done = self.stack.pop()
            value = self._merged(done.value) if done.has_merge and isinstance(done.value, dict) else done.value
            self._place(value, done.anchor, done.size, done.height)
        elif isinstance(event, yaml.AliasEvent):
            self._expand(event.anchor or "")
        elif isinstance(event, yaml.DocumentStartEvent):
            self.is_stream &= event.explicit is True
            if self.roots and not self.is_stream:
                self._refuse("the file holds several YAML documents", "Put each into a file of its own")
            self.roots.append(None)
            self.anchors.clear()

    def _open(self, value: dict[str, Any] | list[Any], anchor: str | None) -> None:
        if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None:
            self._refuse("a key must be text", "Write the key as plain text")
        if len(self.stack) >= MAX_DEPTH:
            self._refuse_depth()
        if anchor is not None:
            self.anchors[anchor] = None
        self.stack.append(_Open(value, anchor))

    def _expand(self, anchor: str) -> None:
        if anchor not in self.anchors:
            self._refuse("an alias names nothing that came before", "Define the anchor first")
        named = self.anchors[anchor]
        if named is None:
            self._refuse("an alias stands inside what it names", "Remove the alias")
        value, size, height = named
        self.expanded += size
        if self.expanded > MAX_EXPANSION:
            self._refuse("the aliases expand beyond 10 MB", "Write out what is meant")
        if len(self.stack) + height > MAX_DEPTH:
            self._refuse_depth()
        self._place(value, None, size, height)

    def _place(self, value: object, anchor: str | None, size: int, height: int) -> None:
        if anchor is not None:
            self.anchors[anchor] = (value, size, height)
        if not self.stack:
            self.roots[-1] = value
            return
        parent = self.stack[-1]
        parent.size += size
        parent.height = max(parent.height, height + 1)
        if isinstance(parent.value, list):
            parent.value.append(value)
        elif parent.key is None:
            if value is not None and not isinstance(value, str):
                self._refuse("a key must be text", "Write the key as plain text")
            parent.key = value or ""
            if parent.key in parent.value:
                self._refuse("a key stands twice in one mapping", "Keep one of the two")
        else:
            parent.has_merge |= parent.key == _MERGE and isinstance(value, dict | list)
            parent.value[parent.key], parent.key = value, None

    def _merged(self, value: dict[str, Any]) -> dict[str, Any]:
        """The mapping with what `<<` names put under its own keys; of several the first counts."""
        named = value.pop(_MERGE)
        merged: dict[str, Any] = {}
        for part in reversed(named if isinstance(named, list) else [named]):
            if not isinstance(part, dict):
                self._refuse("`<<` takes a mapping or a list of mappings", "Write out what is meant")
            merged.update(part)
        return {**merged, **value}

    def _refuse_depth(self) -> NoReturn:
        self._refuse(f"the file nests deeper than {MAX_DEPTH} levels", "No known format does; check the file")

    def _refuse(self, problem: str, remedy: str) -> NoReturn:
        raise RecordError(problem, line=self.line, remedy=remedy)
