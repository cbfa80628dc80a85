"""The facts of the API's models: of the requests that CloudFormation makes of a resource's properties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import regex  # type: ignore[import-untyped]
from botocore.loaders import Loader  # type: ignore[import-untyped]

from constructs_lib.resources.model import (
    IDENTITY_POOL,
    IDENTITY_POOL_PRINCIPAL_TAG,
    IDENTITY_POOL_ROLE_ATTACHMENT,
    LOG_DELIVERY,
    MANAGED_LOGIN_BRANDING,
    TERMS,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_MEMBERSHIP,
    USER_POOL_REGIONAL_CONFIGURATION,
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_USER,
)
from tests.rules.models.facts import AllFacts, Facts


@dataclass(frozen=True)
class Request:
    """One operation, and how its members are called in CloudFormation."""

    operation: str

    renamed: dict[str, str] = field(default_factory=dict)
    """CloudFormation's names of members that the API calls otherwise."""

    not_properties: tuple[str, ...] = ()
    """Members that no property says: what names the resource, and switches that CloudFormation works out."""

    first: bool = False
    """Whether this is the request that makes the resource: what it requires, CloudFormation must be told."""

    only: tuple[str, ...] | None = None
    """The members that concern the type, where others belong to another one."""


_ID = ("UserPoolId",)
_MFA = Request(
    "SetUserPoolMfaConfig",
    renamed={
        "SmsMfaConfiguration.SmsAuthenticationMessage": "SmsAuthenticationMessage",
        "SmsMfaConfiguration.SmsConfiguration": "SmsConfiguration",
        "EmailMfaConfiguration.Message": "EmailAuthenticationMessage",
        "EmailMfaConfiguration.Subject": "EmailAuthenticationSubject",
        "WebAuthnConfiguration.RelyingPartyId": "WebAuthnRelyingPartyID",
        "WebAuthnConfiguration.UserVerification": "WebAuthnUserVerification",
        "WebAuthnConfiguration.FactorConfiguration": "WebAuthnFactorConfiguration",
    },
    not_properties=(
        *_ID,
        "SmsMfaConfiguration",
        "EmailMfaConfiguration",
        "WebAuthnConfiguration",
        "SoftwareTokenMfaConfiguration",
        "SoftwareTokenMfaConfiguration.Enabled",
    ),
)
_POOL_NAME, _REPLICA_TAGS = {"PoolName": "UserPoolName"}, {"UserPoolTags": "UserPoolTagsAtCreate"}
_REGIONAL = ("UserPoolId", "EmailConfiguration", "SmsConfiguration", "LambdaConfig", "UserPoolTags")

REQUESTS: dict[str, tuple[Request, ...]] = {
    USER_POOL: (
        Request("CreateUserPool", renamed=_POOL_NAME),  # CloudFormation makes a name up
        Request("UpdateUserPool", renamed=_POOL_NAME, not_properties=_ID),
        _MFA,
    ),
    USER_POOL_CLIENT: (
        Request("CreateUserPoolClient", first=True, not_properties=("ClientSecret",)),  # read-only in CloudFormation
        Request("UpdateUserPoolClient", not_properties=("ClientId",)),
    ),
    USER_POOL_DOMAIN: (Request("CreateUserPoolDomain", first=True), Request("UpdateUserPoolDomain")),
    USER_POOL_GROUP: (Request("CreateGroup", first=True), Request("UpdateGroup")),
    USER_POOL_IDENTITY_PROVIDER: (Request("CreateIdentityProvider", first=True), Request("UpdateIdentityProvider")),
    USER_POOL_MEMBERSHIP: (Request("AdminAddUserToGroup", first=True),),
    USER_POOL_REGIONAL_CONFIGURATION: (
        Request("UpdateUserPool", first=True, only=_REGIONAL),
        Request("UpdateUserPoolReplica", only=("Status",)),
    ),
    USER_POOL_REPLICA: (
        Request("CreateUserPoolReplica", first=True, renamed=_REPLICA_TAGS),
        # The status is CloudFormation's property of the regional configuration.
        Request("UpdateUserPoolReplica", not_properties=("Status",)),
    ),
    USER_POOL_RESOURCE_SERVER: (Request("CreateResourceServer", first=True), Request("UpdateResourceServer")),
    USER_POOL_RISK_CONFIGURATION: (Request("SetRiskConfiguration", first=True),),
    # CloudFormation takes no logo.
    USER_POOL_UI_CUSTOMIZATION: (Request("SetUICustomization", first=True, not_properties=("ImageFile",)),),
    # CloudFormation takes no password, and the rule user.password says so.
    USER_POOL_USER: (Request("AdminCreateUser", first=True, not_properties=("TemporaryPassword",)),),
    LOG_DELIVERY: (Request("SetLogDeliveryConfiguration", first=True),),
    MANAGED_LOGIN_BRANDING: (
        Request("CreateManagedLoginBranding", first=True),
        Request("UpdateManagedLoginBranding", not_properties=("ManagedLoginBrandingId",)),
    ),
    TERMS: (Request("CreateTerms", first=True), Request("UpdateTerms", not_properties=("TermsId",))),
    IDENTITY_POOL: (
        Request("CreateIdentityPool", first=True),
        Request("UpdateIdentityPool", not_properties=("IdentityPoolId",)),
    ),
    IDENTITY_POOL_PRINCIPAL_TAG: (Request("SetPrincipalTagAttributeMap", first=True),),
    IDENTITY_POOL_ROLE_ATTACHMENT: (Request("SetIdentityPoolRoles", first=True),),
}


def api_facts(request: Request) -> AllFacts:
    """Give what a request says of the members that properties say, under CloudFormation's names."""
    model = next(model for model in map(_model, _SERVICES) if request.operation in model["operations"])
    shape = model["operations"][request.operation]["input"]["shape"]
    facts = dict(_walk(model["shapes"], shape, ""))
    if not request.first:
        facts[""].pop("required", None)
    return {
        _renamed(path, request): fact
        for path, fact in facts.items()
        if path not in request.not_properties
        and (not path or request.only is None or re.split(r"[.\[{]", path)[0] in request.only)
    }


_SERVICES = ("cognito-idp", "cognito-identity")


@cache
def _model(service: str) -> Any:
    return Loader().load_service_model(service, "service-2")


def _renamed(path: str, request: Request) -> str:
    for theirs, ours in request.renamed.items():
        if path == theirs or path.startswith((f"{theirs}.", f"{theirs}{{", f"{theirs}[")):
            return ours + path.removeprefix(theirs)
    return path


_NAMES = {
    "string": {"min": "shortest", "max": "longest"},
    "integer": {"min": "smallest", "max": "largest"},
    "list": {"min": "fewest", "max": "most"},
    "map": {"min": "fewest", "max": "most"},
}
_TYPES = {"structure": "object", "map": "object", "list": "array"}


def _walk(shapes: dict[str, Any], name: str, path: str) -> Iterator[tuple[str, Facts]]:
    shape = shapes[name]
    yield path, _facts(shape)
    for member, inner in shape.get("members", {}).items():
        yield from _walk(shapes, inner["shape"], f"{path}.{member}".lstrip("."))
    if shape["type"] == "list":
        yield from _walk(shapes, shape["member"]["shape"], f"{path}[]")
    if shape["type"] == "map":
        yield from _walk(shapes, shape["key"]["shape"], f"{path}{{key}}")
        yield from _walk(shapes, shape["value"]["shape"], f"{path}{{}}")


def _facts(shape: dict[str, Any]) -> Facts:
    kind = shape["type"]
    facts: Facts = {ours: shape[theirs] for theirs, ours in _NAMES.get(kind, {}).items() if theirs in shape}
    facts["type"] = "words" if "enum" in shape else _TYPES.get(kind, kind)
    if "enum" in shape:
        facts["words"] = sorted(shape["enum"])
    if "pattern" in shape:
        facts["pattern"] = regex.compile(shape["pattern"]).fullmatch
    if shape.get("required"):
        facts["required"] = sorted(shape["required"])
    return facts
