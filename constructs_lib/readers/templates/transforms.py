"""What AWS's own transforms make of a template before anything in it is resolved.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-cognito.html
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from constructs_lib.readers.templates.functions import is_known, text
from constructs_lib.resources.model import USER_POOL, get_att, of_type, properties
from constructs_lib.resources.values import Json, Path, is_intrinsic, is_list

LOOPS, SERVERLESS = "AWS::LanguageExtensions", "AWS::Serverless-2016-10-31"

_LOOP = "Fn::ForEach::"
_NAME = re.compile(r"([$&])\{([A-Za-z0-9]+)\}")


def transforms_of(template: Mapping[str, Json]) -> list[Json]:
    """Give the transforms that a template declares."""
    said = template.get("Transform")
    return list(said) if is_list(said) else [said]


@dataclass(frozen=True)
class Loops:
    """The expansion of ``Fn::ForEach``."""

    collection: Callable[[Json], Json]
    """What a collection comes to."""

    origins: dict[Path, Path]
    """Where what was made from a loop stands in the template."""

    def expand(self, json: Json, made: Path, written: Path, bound: Mapping[str, str]) -> Json:
        """Give a value with every loop in it expanded, and itself where there is none."""
        if isinstance(json, dict):
            value = _named(json, bound)
            return self._object(json, made, written, bound) if value is None else value
        if is_list(json):
            found = [self.expand(item, (*made, at), (*written, at), bound) for at, item in enumerate(json)]
            return json if all(one is other for one, other in zip(found, json, strict=True)) else found
        return _filled(json, bound) if bound and isinstance(json, str) else json

    def _object(self, json: dict[str, Json], made: Path, written: Path, bound: Mapping[str, str]) -> Json:
        found: dict[str, Json] = {}
        for key, item in json.items():
            loop = self._loop(key, item, bound)
            if loop is None:
                name = _filled(key, bound)
                here, there = (*made, name), (*written, key)
                found[name] = self.expand(item, here, there, bound)
                if here != there:
                    self.origins[here] = there
            else:
                for values in loop:
                    body = self.expand(item[2], made, (*written, key, 2), {**bound, **values})
                    found |= {name: value for name, value in body.items() if name not in found}
        unchanged = found.keys() == json.keys() and all(found[key] is item for key, item in json.items())
        return json if unchanged else found

    def _loop(self, key: Json, item: Json, bound: Mapping[str, str]) -> list[dict[str, str]] | None:
        """Give what the name of a loop stands for in each of its rounds; ``None`` where nobody knows, or it is none."""
        match item:
            case [str(name), collection, dict()] if isinstance(key, str) and key.startswith(_LOOP):
                found = self.collection(self.expand(collection, (), (), bound))
                if is_list(found) and is_known(found) and not any(isinstance(one, (dict, list)) for one in found):
                    return [{name: text(one)} for one in found if one is not None]
        return None


def _named(json: dict[str, Json], bound: Mapping[str, str]) -> str | None:
    """Give the value of a loop's name where it is referred to."""
    name = json.get("Ref") if len(json) == 1 else None
    return bound.get(name) if isinstance(name, str) else None


def _filled(said: str, bound: Mapping[str, str]) -> str:
    """Put values in the place of names; behind ``&``, only what a logical id may have of them."""

    def fill(match: "re.Match[str]") -> str:
        value = bound.get(match[2])
        if value is None:
            return match[0]
        return value if match[1] == "$" else re.sub("[^A-Za-z0-9]", "", value)

    return _NAME.sub(fill, said) if bound and "{" in said else said


def with_triggers(resources: dict[str, Json], origins: dict[Path, Path]) -> dict[str, Json]:
    """Give pools the triggers that serverless functions declare as events; what AWS refuses is left out."""
    found = dict(resources)
    for pool, trigger, function, event in _triggers(resources):
        said = properties(found[pool])
        triggers = said.get("LambdaConfig", {})
        if not isinstance(triggers, dict) or is_intrinsic(triggers) or trigger in triggers:
            continue
        triggers = {**triggers, trigger: get_att(function, "Arn")}
        found[pool] = {**found[pool], "Properties": {**said, "LambdaConfig": triggers}}
        place = ("Resources", function, "Properties", "Events", event)
        origins[("Resources", pool, "Properties", "LambdaConfig", trigger)] = origin(place, origins)
    return found


def _triggers(resources: dict[str, Json]) -> Iterator[tuple[str, str, str, str]]:
    """Walk the triggers that functions declare: the pool, the trigger, the function and the name of the event."""
    pools = dict(of_type(resources, USER_POOL))
    for function, resource in of_type(resources, "AWS::Serverless::Function"):
        events = properties(resource).get("Events")
        for event, said in events.items() if isinstance(events, dict) else ():
            match said:
                case {"Type": "Cognito", "Properties": {"UserPool": {"Ref": str(pool)}, "Trigger": trigger}}:
                    names = trigger if is_list(trigger) else [trigger]
                    yield from ((pool, one, function, event) for one in names if isinstance(one, str) and pool in pools)


def origin(place: Path, origins: Mapping[Path, Path]) -> Path:
    """Say where in the template something stands that a transform has made."""
    for length in range(len(place), 0, -1) if origins else ():
        if place[:length] in origins:
            return origins[place[:length]] + place[length:]
    return place
