"""Values built from the events of a YAML parser.

``!Sub x`` is ``{"Fn::Sub": "x"}``, like every tag of that form. CloudFormation itself takes neither aliases nor ``<<``;
``aws cloudformation package`` and SAM resolve them before it sees them, and so they are resolved here. An aliased value
is one object in many places: it costs nothing in memory, but counts in each of them.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
https://github.com/aws/aws-cli/pull/3827
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from constructs_lib.readers.documents.bounds import (
    MAX_DEPTH,
    MAX_VALUES,
    TOO_DEEP,
    TOO_MANY,
    LineAndColumn,
    at,
    shown,
    told_twice,
)
from constructs_lib.readers.documents.yaml_scalars import NULLS, Scalar, resolve, tagged
from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.values import Json

_CORE = "tag:yaml.org,2002:"
_TEXT = (None, "!", f"{_CORE}str")
_WITHOUT_PREFIX = ("Ref", "Condition")

_Container = SequenceStartEvent | MappingStartEvent
_Node = ScalarEvent | _Container


class _Anchored(NamedTuple):
    """A value that aliases stand for: how many values are in it, and how many levels deep they go."""

    value: Json
    values: int
    levels: int


class Values:
    """Builds values from the events of a parser, and notes where the members of each object and list begin."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.places: dict[int, dict[str | int, LineAndColumn]] = {}
        self.anchors: dict[str, _Anchored | None] = {}
        self.count = self.deepest = 0

    def build(self, event: _Node | AliasEvent, level: int) -> Json:
        """Build the value that begins with an event, at a level of nesting."""
        self._holds(1)
        if isinstance(event, AliasEvent):
            return self._aliased(event, level)
        return self._anchored(event, event.anchor, level) if event.anchor else self._built(event, level)

    def _built(self, event: _Node, level: int) -> Json:
        name = event.tag[1:] if event.tag and event.tag.startswith("!") else ""
        if name:
            return self._function(event, name, level)
        return _scalar(event) if isinstance(event, ScalarEvent) else self._container(event, level)

    def _container(self, event: _Container, level: int) -> Json:
        self._reaches(level)
        kind, build = ("map", self._mapping) if isinstance(event, MappingStartEvent) else ("seq", self._sequence)
        if event.tag and event.tag[0] != "!" and event.tag != _CORE + kind:
            raise UnreadableError(
                f"CloudFormation does not take the tag {shown(event.tag.removeprefix(_CORE))} {_at(event)}"
            )
        return build(level)

    def _sequence(self, level: int) -> list[Json]:
        made: list[Json] = []
        places = self._places(made)
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            places[len(made)] = start_of(event)
            made.append(self.build(event, level + 1))
        return made

    def _mapping(self, level: int) -> dict[str, Json]:
        made: dict[str, Json] = {}
        merged: list[dict[str, Json]] = []
        places = self._places(made)
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            if _is_merge(event):
                merged += _objects(self.build(next(self.events), level), event)
                continue
            key = self._key(event)
            if key in made:
                raise UnreadableError(told_twice(key, places[key], start_of(event)))
            places[key] = start_of(event)
            made[key] = self.build(next(self.events), level + 1)
        for source in merged:
            places.update((key, place) for key, place in self.places[id(source)].items() if key not in made)
            made.update((key, item) for key, item in source.items() if key not in made)
        return made

    def _key(self, event: Event) -> str:
        """Give a key as it is written: CloudFormation's keys are texts, also where they look like numbers."""
        if isinstance(event, ScalarEvent) and event.tag in _TEXT and not (event.implicit[0] and event.value in NULLS):
            if event.anchor:
                self.anchors[event.anchor] = _Anchored(event.value, 0, 0)
            return event.value
        key = self._aliased(event, 1) if isinstance(event, AliasEvent) else None
        if not isinstance(key, str):
            raise UnreadableError(f"the key {_at(event)} is no text")
        return key

    def _function(self, event: _Node, name: str, level: int) -> dict[str, Json]:
        """Build what a tag stands for; what is tagged is text, like the attribute of ``!GetAtt pool.Arn``."""
        self._reaches(level)
        self._holds(1)
        if not isinstance(event, ScalarEvent):
            argument = self._container(event, level + 1)
        elif name == "GetAtt":
            argument = event.value.split(".", 1)
            self._places(argument)
        else:
            argument = event.value
        made = {name if name in _WITHOUT_PREFIX else f"Fn::{name}": argument}
        self._places(made).update(dict.fromkeys(made, start_of(event)))
        return made

    def _anchored(self, event: _Node, anchor: str, level: int) -> Json:
        self.anchors[anchor] = None
        values, deepest, self.deepest = self.count, self.deepest, level - 1
        made = self._built(event, level)
        self.anchors[anchor] = _Anchored(made, self.count - values, self.deepest - level + 1)
        self.deepest = max(deepest, self.deepest)
        return made

    def _aliased(self, event: AliasEvent, level: int) -> Json:
        name = event.anchor or ""
        if name not in self.anchors:
            raise UnreadableError(f"the alias {shown(name)} {_at(event)} stands for nothing before it")
        anchored = self.anchors[name]
        if anchored is None:
            raise UnreadableError(f"the alias {shown(name)} {_at(event)} is inside of what it stands for")
        self._holds(anchored.values)
        self._reaches(level - 1 + anchored.levels)
        return anchored.value

    def _places(self, made: Json) -> dict[str | int, LineAndColumn]:
        places = self.places[id(made)] = {}
        return places

    def _holds(self, more: int) -> None:
        self.count += more
        if self.count > MAX_VALUES:
            raise UnreadableError(TOO_MANY)

    def _reaches(self, level: int) -> None:
        self.deepest = max(self.deepest, level)
        if level > MAX_DEPTH:
            raise UnreadableError(TOO_DEEP)


def _scalar(event: ScalarEvent) -> Scalar:
    try:
        if event.tag is None or event.tag == "!":
            return resolve(event.value) if event.implicit[0] else event.value
        return tagged(event.tag.removeprefix(_CORE), event.value)
    except UnreadableError as error:
        raise UnreadableError(f"{error} {_at(event)}") from None


def _is_merge(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and event.value == "<<" and event.implicit[0]


def _objects(value: Json, event: Event) -> list[dict[str, Json]]:
    """Give the objects whose members ``<<`` adds: one, or those of a list, of which the first wins."""
    objects = value if isinstance(value, list) else [value]
    if not all(isinstance(each, dict) for each in objects):
        raise UnreadableError(f"<< {_at(event)} takes an object or a list of objects")
    return objects


def start_of(event: Event) -> LineAndColumn:
    """Give where what an event begins stands in the text."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _at(event: Event) -> str:
    return at(start_of(event))
