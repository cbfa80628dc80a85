"""The resource set: logical id → resource, as in the ``Resources`` of a CloudFormation template."""

from collections.abc import Iterator
from typing import Any

from constructs_lib.resources.values import Json

Resource = dict[str, Json]
"""One resource: ``Type``, ``Properties`` and the other attributes, as CloudFormation writes them."""
Resources = dict[str, Resource]

USER_POOL = "AWS::Cognito::UserPool"
USER_POOL_CLIENT = "AWS::Cognito::UserPoolClient"
USER_POOL_DOMAIN = "AWS::Cognito::UserPoolDomain"
USER_POOL_GROUP = "AWS::Cognito::UserPoolGroup"
USER_POOL_IDENTITY_PROVIDER = "AWS::Cognito::UserPoolIdentityProvider"
USER_POOL_MEMBERSHIP = "AWS::Cognito::UserPoolUserToGroupAttachment"
USER_POOL_REGIONAL_CONFIGURATION = "AWS::Cognito::UserPoolRegionalConfigurationAttachment"
USER_POOL_REPLICA = "AWS::Cognito::UserPoolReplica"
USER_POOL_RESOURCE_SERVER = "AWS::Cognito::UserPoolResourceServer"
USER_POOL_RISK_CONFIGURATION = "AWS::Cognito::UserPoolRiskConfigurationAttachment"
USER_POOL_UI_CUSTOMIZATION = "AWS::Cognito::UserPoolUICustomizationAttachment"
USER_POOL_USER = "AWS::Cognito::UserPoolUser"
LOG_DELIVERY = "AWS::Cognito::LogDeliveryConfiguration"
MANAGED_LOGIN_BRANDING = "AWS::Cognito::ManagedLoginBranding"
TERMS = "AWS::Cognito::Terms"
IDENTITY_POOL = "AWS::Cognito::IdentityPool"
IDENTITY_POOL_PRINCIPAL_TAG = "AWS::Cognito::IdentityPoolPrincipalTag"
IDENTITY_POOL_ROLE_ATTACHMENT = "AWS::Cognito::IdentityPoolRoleAttachment"

# What Cognito's resources need beside them.
BUCKET = "AWS::S3::Bucket"
BUCKET_POLICY = "AWS::S3::BucketPolicy"
CUSTOM_RESOURCE = "Custom::AWS"
DELIVERY_STREAM = "AWS::KinesisFirehose::DeliveryStream"
KMS_KEY = "AWS::KMS::Key"
LOG_GROUP = "AWS::Logs::LogGroup"
LOG_RESOURCE_POLICY = "AWS::Logs::ResourcePolicy"
MANAGED_POLICY = "AWS::IAM::ManagedPolicy"
POLICY = "AWS::IAM::Policy"
ROLE = "AWS::IAM::Role"
ROLE_POLICY = "AWS::IAM::RolePolicy"
WEB_ACL = "AWS::WAFv2::WebACL"
WEB_ACL_ASSOCIATION = "AWS::WAFv2::WebACLAssociation"
WEB_ACL_LOGGING = "AWS::WAFv2::LoggingConfiguration"

LINKS = ("UserPoolId", "IdentityPoolId", "ResourceArn")
"""The properties by which a resource says whose it is."""


def ref(logical_id: str) -> Json:
    """Refer to a resource of the set."""
    return {"Ref": logical_id}


def get_att(logical_id: str, attribute: str) -> Json:
    """Refer to an attribute of a resource of the set."""
    return {"Fn::GetAtt": [logical_id, attribute]}


def target(value: Json) -> str | None:
    """Name the resource that a ``Ref`` or ``Fn::GetAtt`` points at; ``None`` for everything else."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    if isinstance(value.get("Ref"), str):
        return str(value["Ref"])
    match value.get("Fn::GetAtt"):
        case [str(name), *_]:
            return name
        case str(text):
            return text.partition(".")[0]
    return None


def properties(resource: Any) -> dict[str, Json]:
    """Give a resource's properties, whatever junk stands in their place."""
    found = resource.get("Properties") if isinstance(resource, dict) else None
    return found if isinstance(found, dict) else {}


def of_type(resources: Any, type_name: str) -> Iterator[tuple[str, Resource]]:
    """Walk the resources of one type; what is no resource at all is passed over."""
    for key, resource in resources.items() if isinstance(resources, dict) else ():
        if isinstance(resource, dict) and resource.get("Type") == type_name:
            yield key, resource
