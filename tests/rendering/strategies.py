"""Settings and resource sets of every kind, worked out from the declarations: a new field is tried without a word."""

import copy
import dataclasses
import string
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from constructs_lib.declarations.codecs import (
    Document,
    Keyed,
    Listed,
    PartOf,
    Plain,
    Single,
    Spread,
    Switch,
    TextNumber,
)
from constructs_lib.declarations.fields import Field, fields_of
from constructs_lib.declarations.part import Part
from constructs_lib.declarations.references import KeyReference, Referring, SameKey
from constructs_lib.declarations.resource_part import ResourcePart
from constructs_lib.declarations.verbatim import Verbatim
from constructs_lib.rendering import render
from constructs_lib.rendering.names import POOL, around, children_of, fragment_id
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import is_intrinsic
from constructs_lib.settings import IdentityPoolSettings, TokenValidity, UserPoolSettings
from constructs_lib.settings.recovery import Ranking
from constructs_lib.settings.token_validity import Validity

fast = hypothesis_settings(deadline=None, max_examples=30)
"""How many examples a test run takes: a few seconds in all."""

TOKEN_TEXT = "${Token[TOKEN.12]}"
TOKEN_NUMBER = -1.8881545897087503e289
TOKEN_LIST = ["#{Token[TOKEN.34]}"]

words = st.text(string.ascii_letters + string.digits + "-_.", min_size=1, max_size=6)
texts = st.sampled_from([TOKEN_TEXT, "", "8", "true", "ENABLED", "é"]) | st.text(max_size=4)
intrinsics = st.sampled_from(
    [
        {"Ref": "Parameter"},
        {"Ref": "AWS::NoValue"},
        {"Fn::GetAtt": ["Other", "Arn"]},
        {"Fn::Sub": "a${AWS::Region}"},
        {"Fn::If": ["Production", {"MinimumLength": 12}, {"Ref": "AWS::NoValue"}]},
        {"Fn::If": ["Production", "ON", "OFF"]},
        {"Fn::Transform": {"Name": "AWS::Include"}, "Beside": 1},
    ]
).map(copy.deepcopy)
leaves = st.none() | st.booleans() | st.integers(-2, 99) | st.sampled_from([1.0, 0.5, TOKEN_NUMBER]) | texts
json_values = st.recursive(
    leaves | intrinsics,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words | st.just("Name"), inner, max_size=2),
    max_leaves=4,
)


# Settings in normal form: no field is OMIT, no value is verbatim that has a plain spelling, no part says nothing.


def _verbatim(codec: Single) -> st.SearchStrategy[Any]:
    """Make the values that the field's type has no spelling for."""

    def odd(json: Any) -> bool:
        # What has an object of its own leaves the unknown in it to the extras; only no object at all stays verbatim.
        return type(codec.read(json)) is Verbatim and not (isinstance(codec, PartOf) and _object(json))

    return (intrinsics | json_values).filter(odd).map(Verbatim)


def _object(json: Any) -> bool:
    return isinstance(json, dict) and not is_intrinsic(json)


def _plain(codec: Single | Spread) -> st.SearchStrategy[Any]:
    """Make the typed values of a codec."""
    match codec:
        case Ranking():
            return st.lists(texts | _elements(codec.item), max_size=3).map(codec.check)
        case Referring():
            reference: Any = codec.reference
            said = [st.booleans() if field.type is bool else words for field in dataclasses.fields(reference)]
            return _plain(codec.plain) | st.builds(reference, *said)
        case Document():
            return st.dictionaries(words, json_values, max_size=2)
        case Listed():
            return st.lists(_elements(codec.item), max_size=3)
        case Keyed():
            return st.dictionaries(words, _elements(codec.item), max_size=3)
        case PartOf():
            return parts(codec.part)
        case Validity():
            kept = st.builds(TokenValidity, amount=st.none() | any_value(_INT), unit=st.none() | texts)
            return st.timedeltas(timedelta(0), timedelta(3650)).map(_whole) | kept.filter(_says_something)
        case TextNumber():
            return st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.just(TOKEN_NUMBER)
        case Switch():
            return st.booleans()
        case Plain():
            return {str: texts, int: st.integers() | st.just(TOKEN_NUMBER), bool: st.booleans()}[codec.kind]
    raise NotImplementedError(f"make a strategy for {type(codec).__name__}")


def _elements(codec: Single) -> st.SearchStrategy[Any]:
    """Make elements, among them objects with an unknown property: in a list, the whole of such an object is kept."""
    if isinstance(codec, PartOf) and not issubclass(codec.part, ResourcePart):
        return any_value(codec) | st.just(Verbatim({"Name": "a", "Unknown": 1}))
    return _plain(codec) if isinstance(codec, PartOf) else any_value(codec)


def any_value(codec: Single | Spread) -> st.SearchStrategy[Any]:
    """Make values of a codec, plain ones and verbatim ones."""
    return _plain(codec) if isinstance(codec, Spread) else _plain(codec) | _verbatim(codec)


_INT = Plain(int, "a whole number")


def _whole(time: timedelta) -> timedelta:
    return timedelta(days=time.days, seconds=time.seconds)


def _says_something(value: TokenValidity) -> bool:
    return value != TokenValidity()


def _value(field: Field) -> st.SearchStrategy[Any]:
    return _plain(field.codec) if field.kind == "children" else any_value(field.codec)


@st.composite
def parts(draw: st.DrawFn, part: Any) -> Any:
    """Make a part with a few of its fields said."""
    fields = fields_of(part)
    optional = [field for field in fields if not field.required]
    chosen = draw(st.lists(st.sampled_from(optional), max_size=5, unique=True)) if optional else []
    values = {field.name: draw(_value(field)) for field in fields if field.required or field in chosen}
    if issubclass(part, ResourcePart):
        values = draw(_extras(values, part))
    sender = values.get("sms")
    ways = (sender, getattr(sender, "end_user_messaging", None))
    if any(getattr(way, "caller_arn", None) is not None for way in ways):
        values.pop("sms_role", None)  # one role or the other
    return part(**{name: value for name, value in values.items() if not _empty_children(part, name, value)})


def _empty_children(part: Any, name: str, value: Any) -> bool:
    return value == {} and any(field.name == name and field.kind == "children" for field in fields_of(part))


@st.composite
def _extras(draw: st.DrawFn, values: dict[str, Any], part: Any) -> dict[str, Any]:
    """Add properties and attributes that no field knows: beside the fields, in the objects around them, in parts."""
    if draw(st.booleans()):
        return values
    extras: dict[str, Any] = draw(st.dictionaries(words.map("Unknown{}".format), json_values, max_size=2))
    for field in fields_of(part):
        value = values.get(field.name)
        said_part = isinstance(field.codec, PartOf) and isinstance(value, field.codec.part)
        holder = field.path if said_part else field.path[:-1]
        if field.kind == "property" and holder and draw(st.integers(0, 9)) == 0:
            _put(extras, holder, draw(json_values))
    attributes = {"Metadata": {"a": draw(json_values)}, "Condition": "Production", "DependsOn": ["Other"]}
    chosen = draw(st.lists(st.sampled_from(sorted(attributes)), unique=True))
    return values | {"extra_properties": extras, "extra_attributes": {name: attributes[name] for name in chosen}}


def _put(target: dict[str, Any], path: tuple[str, ...], json: Any) -> None:
    for step in path:
        target = target.setdefault(step, {})
    target["Unknown"] = json


def pools() -> st.SearchStrategy[UserPoolSettings]:
    """Make the settings of a pool in normal form, with what lives around it."""
    return parts(UserPoolSettings).map(settled).filter(_in_normal_form)


def identity_pools() -> st.SearchStrategy[IdentityPoolSettings]:
    """Make the settings of an identity pool in normal form, with what lives around it."""
    return parts(IdentityPoolSettings).map(settled)


def settled(settings: Any) -> Any:
    """Let every reference name what is there, and leave out what belongs to a pool by a reference that nobody makes."""
    before = None
    while settings != before:
        before = settings
        settings = _repaired(settings, settings)
        wanted = {type(reference).PREFIX + reference.key for reference in _references(settings)}
        kind: Any = type(settings)
        for field in around(kind):
            settings = _without_strangers(settings, field, wanted)
    return settings


def _without_strangers(settings: Any, field: Field, wanted: set[str]) -> Any:
    value = getattr(settings, field.name)
    if not value:
        return settings
    if not field.keyed:
        known = field.part.LINKS or field.path[0] in wanted
        return settings if known else dataclasses.replace(settings, **{field.name: None})
    if not field.part.LINKS:
        value = {key: item for key, item in value.items() if field.path[0] + key in wanted}
    for mark in _same_keys(field.part.LINKS):
        value = {key: item for key, item in value.items() if key in (getattr(settings, mark.field) or {})}
    return dataclasses.replace(settings, **{field.name: value or None})


def _same_keys(json: Any) -> Iterator[SameKey]:
    if isinstance(json, SameKey):
        yield json
    for item in json.values() if isinstance(json, dict) else json if isinstance(json, list) else ():
        yield from _same_keys(item)


def _repaired(value: Any, settings: Any) -> Any:
    """Give every reference a key that is there; where there is none, a text takes its place."""
    if isinstance(value, KeyReference):
        there = getattr(settings, value.FIELD, None)
        if isinstance(there, dict) and there:
            return value if value.key in there else dataclasses.replace(value, key=min(there))
        return dataclasses.replace(value, key="") if there else "text"
    if isinstance(value, Part):
        changes = {field.name: _repaired(getattr(value, field.name), settings) for field in fields_of(type(value))}
        return dataclasses.replace(value, **{name: new for name, new in changes.items() if new is not None})
    if isinstance(value, dict):
        return {key: _repaired(item, settings) for key, item in value.items()}
    return tuple(_repaired(item, settings) for item in value) if isinstance(value, tuple) else value


def _references(value: Any) -> Iterator[KeyReference]:
    if isinstance(value, KeyReference):
        yield value
    elif isinstance(value, Part):
        for field in fields_of(type(value)):
            yield from _references(getattr(value, field.name))
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ():
        yield from _references(item)


def _in_normal_form(settings: UserPoolSettings) -> bool:
    prefix = settings.prefix_domain
    if prefix and ("." in str(prefix.written()["Domain"]) or "CustomDomainConfig" in (prefix.extra_properties or {})):
        return False  # the name of a domain of one's own
    if settings.sms_role is None:
        return True
    # Nobody needs a role for a sender that has one; and a sender that says nothing is one with the role alone.
    sms = settings.sms
    return sms is None or (not isinstance(sms, Verbatim) and sms.caller_arn is None and sms.written() != {})


# Resources: those of settings, then torn at anywhere.

junk: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 1, 0, 1.0, "8", "true", "", [], {}, [None], [[{}]], {"Unknown": 1}, {"": {}}, {"Name": 5}]
).map(copy.deepcopy)


def _spots(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [spot for key, item in items for spot in ((*path, key), *_spots(item, (*path, key)))]


def _holder(node: Any, path: tuple[Any, ...]) -> Any:
    for step in path[:-1]:
        node = node[step]
    return node


@st.composite
def _torn(draw: st.DrawFn, resource: dict[str, Any]) -> dict[str, Any]:
    """Replace, remove, wrap and add anywhere in a resource but at its type."""
    for _ in range(draw(st.integers(0, 4))):
        spots = [spot for spot in _spots(resource) if spot != ("Type",)]
        if not spots:
            break
        spot = draw(st.sampled_from(spots))
        holder, key = _holder(resource, spot), spot[-1]
        match draw(st.integers(0, 4)):
            case 0:
                holder[key] = draw(junk | json_values)
            case 1:
                holder[key] = draw(intrinsics)
            case 2:
                holder[key] = {"Fn::If": ["Production", holder[key], {"Ref": "AWS::NoValue"}]}
            case 3:
                del holder[key]
            case _:
                inside = holder[key] if isinstance(holder[key], dict) else holder
                if isinstance(inside, dict) and inside is not resource:
                    inside[draw(st.sampled_from(["Unknown", "Name", "Ref", "Fn::If", "MinimumLength"]))] = draw(
                        json_values
                    )
    return resource


_ALIKE = "web AppClientweb AppClient AppClientAppClient web2 Group Groupweb Domain CustomDomain SmsRole SmsRolePolicy"
_ALIKE += " IdentityRoleweb RoleAttachment PrincipalTags"
_IDS = st.sampled_from([*_ALIKE.split(), "Resource", "Pool", "PoolD3F588B8", "2", ""])
"""Logical ids that are easily taken for one another."""


@st.composite
def resource_sets(draw: st.DrawFn, root: Any = UserPoolSettings) -> tuple[Resources, str]:
    """Make a template's resources, hardly any of them as they should be, and name a pool among them."""
    link = "IdentityPoolId" if root is IdentityPoolSettings else "UserPoolId"
    resources: Resources = {}
    pool = ""
    for _ in range(draw(st.integers(1, 2))):
        settings = draw(parts(root))
        names = [
            POOL,
            "SmsRole",
            "SmsRolePolicy",
            *(fragment_id(field, key) for field, key, _ in children_of(settings)),
        ]
        ids = {name: draw(_IDS | words) for name in names if draw(st.booleans())}
        rendered = copy.deepcopy(render(settings, ids))
        resources |= {key: draw(_torn(resource)) for key, resource in rendered.items()}
        pool = ids.get(POOL, POOL)
    kinds = [root.TYPE, *(field.part.TYPE for field in around(root))]
    for kind in kinds:
        if draw(st.integers(0, 3)) == 0:
            owner = draw(st.sampled_from([{"Ref": pool}, {"Ref": "Elsewhere"}, "pool_id"]))
            more = draw(st.dictionaries(words | st.just("Domain"), json_values, max_size=2))
            resources[draw(_IDS | words)] = {"Type": kind, "Properties": {link: owner, **more}}
    for name in ("Missing", "Empty", "Junk"):
        if draw(st.integers(0, 4)) == 0:
            properties: Any = {"Missing": {}, "Empty": {"Properties": {}}, "Junk": {"Properties": draw(json_values)}}[
                name
            ]
            resources[name] = {"Type": draw(st.sampled_from(kinds[:2])), **properties}
    resources[pool] = resources.get(pool, {}) | {"Type": root.TYPE}
    return resources, pool
