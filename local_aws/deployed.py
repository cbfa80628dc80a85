"""What is deployed: the stacks' outputs, templates and resources, as the local AWS tells them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from local_aws import environment
from local_aws.dynamic_references import filled_in
from local_aws.server import LocalAws

Template = Mapping[str, Any]


@dataclass(frozen=True)
class Resource:
    """One resource of a deployed stack; its properties have their references resolved as far as they can be."""

    stack: str
    logical_id: str
    type: str
    physical_id: str
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class Stack:
    """One deployed stack."""

    name: str
    template: Template
    outputs: Mapping[str, str]
    resources: Mapping[str, Resource]

    def the(self, resource_type: str) -> Resource:
        """Find the one resource of this type."""
        found = [each for each in self.resources.values() if each.type == resource_type]
        assert len(found) == 1, f"stack {self.name} has {len(found)} resources of type {resource_type}, not one"
        return found[0]

    def has(self, resource_type: str) -> bool:
        """Whether there is a resource of this type."""
        return any(each.type == resource_type for each in self.resources.values())

    @property
    def pool(self) -> Resource:
        return self.the("AWS::Cognito::UserPool")


def describe_stack(aws: LocalAws, name: str) -> Stack:
    """Read a stack back from the local AWS: the template that it deployed, not the one in the cloud assembly."""
    cloudformation = aws.client("cloudformation")
    described = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
    body = cloudformation.get_template(StackName=name, TemplateStage="Original")["TemplateBody"]
    template: Template = json.loads(body) if isinstance(body, str) else body
    listed = cloudformation.describe_stack_resources(StackName=name)["StackResources"]
    physical = {each["LogicalResourceId"]: each["PhysicalResourceId"] for each in listed}
    known = {**physical, **_exports(cloudformation), "AWS::StackName": name, "AWS::StackId": described["StackId"]}
    types = {logical_id: resource["Type"] for logical_id, resource in template["Resources"].items()}

    @cache
    def secret(secret_id: str) -> str:
        return str(aws.client("secretsmanager").get_secret_value(SecretId=secret_id)["SecretString"])

    return Stack(
        name,
        template,
        {each["OutputKey"]: each["OutputValue"] for each in described.get("Outputs", [])},
        {
            logical_id: Resource(
                name,
                logical_id,
                resource["Type"],
                physical[logical_id],
                filled_in(resolved(resource.get("Properties", {}), known, types), secret),
            )
            for logical_id, resource in template["Resources"].items()
            if logical_id in physical
        },
    )


def _exports(cloudformation: Any) -> dict[str, str]:
    """Read what stacks hand to each other, under names that no logical id can have."""
    exports = cloudformation.list_exports()["Exports"]
    return {f"{_IMPORT} {each['Name']}": each["Value"] for each in exports}


_IMPORT = "Fn::ImportValue"


def resolved(value: Any, physical: Mapping[str, str], types: Mapping[str, str]) -> Any:
    """Put in the place of each reference what it stands for; what cannot be known from here stays as it is."""
    if isinstance(value, list):
        return [resolved(each, physical, types) for each in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        [(function, argument)] = value.items()
        if function == "Ref":
            return _PSEUDO_PARAMETERS.get(argument, physical.get(argument, value))
        if function == "Fn::GetAtt":
            logical_id, attribute = argument.split(".", 1) if isinstance(argument, str) else argument
            return _attribute(types.get(logical_id, ""), attribute, physical.get(logical_id, "")) or value
        if function == "Fn::Join":
            parts = resolved(argument[1], physical, types)
            return argument[0].join(parts) if all(isinstance(part, str) for part in parts) else value
        if function == "Fn::Split":
            text = resolved(argument[1], physical, types)
            return text.split(argument[0]) if isinstance(text, str) else value
        if function == "Fn::Select":
            choices, number = resolved(argument[1], physical, types), int(argument[0])
            return choices[number] if isinstance(choices, list) and number < len(choices) else value
        if function == _IMPORT:
            return physical.get(f"{_IMPORT} {resolved(argument, physical, types)}", value)
        if function == "Fn::Sub" and isinstance(argument, str):
            return _substituted(argument, physical, types) or value
    return {key: resolved(each, physical, types) for key, each in value.items()}


def _substituted(text: str, physical: Mapping[str, str], types: Mapping[str, str]) -> str | None:
    known = True

    def reference(match: re.Match[str]) -> str:
        nonlocal known
        function = "Fn::GetAtt" if "." in match[1] else "Ref"
        found = resolved({function: match[1]}, physical, types)
        known = known and isinstance(found, str)
        return str(found)

    substituted = re.sub(r"\$\{([^!}][^}]*)\}", reference, text)
    return substituted.replace("${!", "${") if known else None


_PSEUDO_PARAMETERS = {
    "AWS::AccountId": environment.ACCOUNT,
    "AWS::Region": environment.REGION,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
}


def _attribute(resource_type: str, attribute: str, physical_id: str) -> str | None:
    pattern = ATTRIBUTES.get((resource_type, attribute)) if physical_id else None
    parts = physical_id.split("|")
    return pattern.format(*parts, id=physical_id, last=parts[-1], **_HERE) if pattern else None


_HERE = {"account": environment.ACCOUNT, "region": environment.REGION}
# Attributes that follow from what Ref returns, of the types that stand around a user pool.
ATTRIBUTES: Mapping[tuple[str, str], str] = {
    ("AWS::Cognito::IdentityPool", "Id"): "{id}",
    ("AWS::Cognito::LogDeliveryConfiguration", "Id"): "{id}",
    ("AWS::Cognito::ManagedLoginBranding", "ManagedLoginBrandingId"): "{last}",
    ("AWS::Cognito::Terms", "TermsId"): "{last}",
    ("AWS::Cognito::UserPool", "Arn"): "arn:aws:cognito-idp:{region}:{account}:userpool/{id}",
    ("AWS::Cognito::UserPool", "ProviderName"): "cognito-idp.{region}.amazonaws.com/{id}",
    ("AWS::Cognito::UserPool", "ProviderURL"): "https://cognito-idp.{region}.amazonaws.com/{id}",
    ("AWS::Cognito::UserPool", "UserPoolId"): "{id}",
    ("AWS::Cognito::UserPoolClient", "ClientId"): "{id}",
    ("AWS::IAM::Role", "Arn"): "arn:aws:iam::{account}:role/{id}",
    ("AWS::KMS::Key", "Arn"): "arn:aws:kms:{region}:{account}:key/{id}",
    ("AWS::KinesisFirehose::DeliveryStream", "Arn"): "arn:aws:firehose:{region}:{account}:deliverystream/{id}",
    ("AWS::Lambda::Function", "Arn"): "arn:aws:lambda:{region}:{account}:function:{id}",
    ("AWS::Logs::LogGroup", "Arn"): "arn:aws:logs:{region}:{account}:log-group:{id}:*",
    ("AWS::S3::Bucket", "Arn"): "arn:aws:s3:::{id}",
    ("AWS::WAFv2::WebACL", "Arn"): "arn:aws:wafv2:{region}:{account}:regional/webacl/{0}/{1}",
}
