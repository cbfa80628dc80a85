"""Whether two assemblies say the same, however they spell it.

Logical ids say nothing: a resource is what it says, and a reference is what the resource at its other end says. The
spellings that count as the same are those of the functions of this module, and no others. What is not compared is
``DependsOn``, for the L2s let a resource wait for whole constructs.
"""

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

Shapes = Counter[str]
"""What each resource says, and how many say it."""

_POOL, _ROLE, _POLICY = "AWS::Cognito::UserPool", "AWS::IAM::Role", "AWS::IAM::Policy"
_WHO = re.compile("#[0-9a-f]{8}")


def shape_of(assembly: Path) -> Shapes:
    """Give what the resources of an assembly's templates say, in one spelling."""
    templates = (json.loads(path.read_text(encoding="utf-8")) for path in assembly.glob("*.template.json"))
    return Counter(shape for template in templates for shape in _Template(template["Resources"]).shapes())


def difference(left: Shapes, right: Shapes) -> str:
    """Show what one says and the other does not; empty where they say the same."""
    if left == right:
        return ""
    # Who refers to a resource that differs differs too: such are shown only where nothing else differs.
    apart = [_apart(left, right), _apart(_without_whom(left), _without_whom(right))]
    return apart[1] or apart[0]


def _apart(left: Shapes, right: Shapes) -> str:
    return "\n".join([*(f"- {shape}" for shape in left - right), *(f"+ {shape}" for shape in right - left)])


def _without_whom(shapes: Shapes) -> Shapes:
    return Counter(_WHO.sub("", shape) for shape in shapes.elements())


class _Template:
    """The resources of one template."""

    def __init__(self, resources: dict[str, Any]) -> None:
        self._resources = resources
        self._known: dict[str, str] = {}

    def shapes(self) -> list[str]:
        return [self._shape(name) for name, resource in self._resources.items() if resource["Type"] != _POLICY]

    def _shape(self, name: str) -> str:
        if name not in self._known:
            resource = self._resources[name]
            properties = _without_defaults(resource["Type"], self._settled(resource.get("Properties", {})))
            if resource["Type"] == _ROLE:
                properties = self._with_policies(name, properties)
            fate = (resource.get("DeletionPolicy"), resource.get("UpdateReplacePolicy"))
            self._known[name] = json.dumps([resource["Type"], *fate, properties], sort_keys=True)
        return self._known[name]

    def _with_policies(self, name: str, properties: dict[str, Any]) -> dict[str, Any]:
        """Take a role's own policies and those that an L2 writes beside it for one thing; their names say nothing."""
        beside = (each["Properties"] for each in self._resources.values() if each["Type"] == _POLICY)
        mine = (self._settled(each["PolicyDocument"]) for each in beside if {"Ref": name} in each["Roles"])
        documents = [*(policy["PolicyDocument"] for policy in properties.get("Policies", ())), *mine]
        return {**properties, "Policies": sorted(documents, key=json.dumps)}

    def _settled(self, value: Any) -> Any:
        match value:
            case str():
                return value.replace("::}}", "}}")  # CDK names a secret's version by two empty texts
            case list():
                return [self._settled(item) for item in value]
            case {"Ref": name}:
                return self._reference(name)
            case {"Fn::GetAtt": [name, attribute]}:
                return self._reference(f"{name}.{attribute}")
            case {"Fn::Sub": str(text)}:
                return re.sub(r"\$\{([\w:.]+)\}", lambda match: self._reference(match[1]), text)
            case {"Fn::Join": ["", pieces]}:
                return "".join(str(self._settled(piece)) for piece in pieces)
            case dict():
                return {key: self._settled(item) for key, item in value.items()}
        return value

    def _reference(self, to: str) -> str:
        """Name a resource by what it says; the name of a pool as a provider is a text that has the pool's id in it."""
        name, _, attribute = to.partition(".")
        if name not in self._resources:
            return f"${{{to}}}"  # a pseudo parameter
        kind = self._resources[name]["Type"]
        if kind == _POOL and attribute == "ProviderName":
            return f"cognito-idp.${{AWS::Region}}.${{AWS::URLSuffix}}/{self._reference(name)}"
        who = hashlib.sha256(self._shape(name).encode()).hexdigest()[:8]
        return f"${{{kind}#{who}{'.' if attribute else ''}{attribute}}}"


def _without_defaults(kind: str, properties: dict[str, Any]) -> dict[str, Any]:
    """Leave out what means the same as nothing, or is said twice."""
    kept = dict(properties)
    if kind == _POOL:  # the L2 says these in VerificationMessageTemplate too
        for outdated in ("EmailVerificationMessage", "EmailVerificationSubject", "SmsVerificationMessage"):
            kept.pop(outdated, None)
    if kind.startswith("AWS::IAM::"):  # and these because CloudFormation would say them, or for people
        kept = {key: value for key, value in kept.items() if key != "Description" and (key, value) != ("Path", "/")}
    return kept
