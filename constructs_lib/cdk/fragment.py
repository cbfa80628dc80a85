"""Rendered resources → typed L1s, by including them as a CloudFormation fragment.

What a fragment cannot hold is put in place around it: intrinsics that name resources outside, and CDK objects.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from typing import Any

from aws_cdk import CfnResource, Intrinsic, SecretValue, Token
from aws_cdk.cloudformation_include import CfnInclude
from constructs import Construct

from constructs_lib.cdk.laid_over import noting
from constructs_lib.resources.model import USER_POOL_IDENTITY_PROVIDER, Resources
from constructs_lib.resources.values import Json, is_foreign, is_intrinsic, is_list
from constructs_lib.rules.catalogue import limits_of
from constructs_lib.rules.limits.kinds import Text, Words

_INCLUDE = "Default"  # CDK leaves a construct of this name out of logical ids: the pool gets the id that the L2's has

# CDK refuses a secret in any property unless it is unwrapped; elsewhere its refusal stands.
_FOR_SECRETS = ((USER_POOL_IDENTITY_PROVIDER, "ProviderDetails"),)


class Fragment:
    """Resources that were added to a construct."""

    def __init__(self, scope: Construct, resources: Resources, *, names_paths: bool) -> None:
        self.names = tuple(resources)
        overrides: list[tuple[str, str, Any]] = []
        outside: list[tuple[str, str, Json]] = []
        paths = scope.node.path if names_paths else None
        template: Resources = {}
        for name, resource in resources.items():
            settled = {key: value for key, value in resource.items() if not _leads_outside(key, value, resources)}
            outside += [(name, key, resource[key]) for key in resource.keys() - settled.keys()]
            settled["Properties"] = _settle(resource.get("Properties", {}), (), name, resources, overrides)
            if paths is not None:
                path = f"{paths}/{_INCLUDE}/{name}"
                settled["Metadata"] = {**settled.get("Metadata", {}), "aws:cdk:path": path}
            template[name] = settled
        self._included = _include(scope, {"Resources": template})
        self._handed_out: dict[str, CfnResource] = {}
        for name, place, value in overrides:
            self[name].add_property_override(place, value)
        for name, attribute, value in outside:
            self[name].add_override(attribute, self._by_logical_ids(value))

    def _by_logical_ids(self, names: Json) -> Json:
        """Give the logical ids of what a resource waits for; what is not in the fragment goes by its own."""
        if is_list(names):
            return [self._by_logical_ids(name) for name in names]
        return self[names].logical_id if names in self.names else names

    def __getitem__(self, name: str) -> CfnResource:
        """Give a resource's L1; asked for only when somebody wants it, since each costs a round trip to Node."""
        if name not in self._handed_out:
            self._handed_out[name] = noting(self._included.get_resource(name))
        return self._handed_out[name]


def _leads_outside(attribute: str, value: Json, resources: Resources) -> bool:
    """Tell whether an attribute names a condition, or something to wait for, that the fragment does not have."""
    if attribute == "DependsOn":
        return not all(name in resources for name in (value if is_list(value) else [value]))
    return attribute == "Condition"


def _include(scope: Construct, template: Json) -> CfnInclude:
    # A secret unwrapped as plain text would lie in the file: it is readable by its owner alone, and gone at once.
    handle, path = tempfile.mkstemp(suffix=".json")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(template))
        return CfnInclude(scope, _INCLUDE, template_file=path, preserve_logical_ids=False)
    finally:
        os.unlink(path)


def token_text(value: Json) -> str:
    """Give the text that stands for an intrinsic function or an object of CDK's."""
    return Token.as_string(value if is_foreign(value) else Intrinsic(value))


def _settle(value: Json, path: tuple[str | int, ...], name: str, resources: Resources, overrides: Any) -> Json:
    """Copy a value, with what the fragment cannot hold taken out of it."""
    if isinstance(value, SecretValue) and (resources[name]["Type"], *path[:1]) in _FOR_SECRETS:
        return value.unsafe_unwrap()
    if is_foreign(value) or (is_intrinsic(value) and not _inside(value, resources)):
        if _is_text(resources[name]["Type"], path):
            return token_text(value)
        overrides.append((name, ".".join(str(step).replace(".", "\\.") for step in path), value))
        return {} if path and isinstance(path[-1], int) else None
    if isinstance(value, dict):
        settled = ((key, _settle(item, (*path, key), name, resources, overrides)) for key, item in value.items())
        return {key: item for key, item in settled if item is not None}
    if is_list(value):
        return [_settle(item, (*path, index), name, resources, overrides) for index, item in enumerate(value)]
    return value


def _inside(intrinsic: Json, resources: Resources) -> bool:
    return all(name in resources or name.startswith("AWS::") for name in _names(intrinsic))


def _names(value: Json) -> Iterator[str]:
    """Walk the names of resources, parameters, conditions and mappings that an intrinsic needs."""
    if is_list(value):
        for item in value:
            yield from _names(item)
    if not isinstance(value, dict):
        return
    for key, argument in value.items():
        if key == "Ref":
            yield str(argument)
        elif key == "Fn::GetAtt":
            yield argument.partition(".")[0] if isinstance(argument, str) else str(argument[0])
        elif key in ("Fn::If", "Fn::FindInMap", "Fn::Transform", "Condition"):
            yield str(argument)
        elif key == "Fn::Sub":
            yield from _substituted(argument)
        yield from _names(argument)


def _substituted(argument: Json) -> Iterator[str]:
    text, given = (argument[0], argument[1]) if is_list(argument) else (argument, {})
    for piece in str(text).split("${")[1:]:
        name = piece.partition("}")[0].partition(".")[0]
        if not name.startswith("!") and name not in given:
            yield name


def _is_text(resource_type: str, path: tuple[str | int, ...]) -> bool:
    limits = limits_of(resource_type)
    return limits is None or any(isinstance(kind, (Text, Words)) for kind in limits.kinds_at(path))
