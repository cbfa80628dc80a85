"""What can be deployed to the local AWS and does nothing there: the one list that says so; pure, it talks to nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Recorded:
    """A resource type without an API in the emulator.

    `ref` is what Ref returns, written with the properties and `{new}`, a new id; `attribute` is the last part of it.
    """

    not_emulated: str
    required: tuple[str, ...]
    create_only: tuple[str, ...]
    ref: str
    attribute: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)

    def attributes(self, physical_id: str) -> dict[str, str]:
        """Give what Fn::GetAtt reads."""
        own = {self.attribute: physical_id.rpartition("|")[2]} if self.attribute else {}
        return {**self.constants, **own}


RECORDED: Mapping[str, Recorded] = {
    "AWS::Cognito::UserPoolRiskConfigurationAttachment": Recorded(
        "no risk is assessed",
        required=("UserPoolId", "ClientId"),
        create_only=("UserPoolId", "ClientId"),
        ref="UserPoolRiskConfigurationAttachment-{UserPoolId}-{ClientId}",
    ),
    "AWS::Cognito::LogDeliveryConfiguration": Recorded(
        "no log is delivered",
        required=("UserPoolId",),
        create_only=("UserPoolId",),
        ref="{UserPoolId}",
        attribute="Id",
    ),
    "AWS::Cognito::ManagedLoginBranding": Recorded(
        "no branding is shown",
        required=("UserPoolId",),
        create_only=("UserPoolId", "ClientId"),
        ref="{UserPoolId}|{new}",
        attribute="ManagedLoginBrandingId",
    ),
    "AWS::Cognito::Terms": Recorded(
        "no terms are shown",
        required=("UserPoolId", "TermsName", "TermsSource", "Enforcement", "Links"),
        create_only=("UserPoolId", "ClientId"),
        ref="{UserPoolId}|{new}",
        attribute="TermsId",
    ),
    "AWS::Cognito::UserPoolReplica": Recorded(
        "there is one Region, and no pool is copied to another",
        required=("UserPoolId", "RegionName"),
        create_only=("UserPoolId", "RegionName", "UserPoolTagsAtCreate"),
        ref="{UserPoolId}|{RegionName}",
    ),
    "AWS::Cognito::UserPoolRegionalConfigurationAttachment": Recorded(
        "there is one Region, and no pool has settings of its own in another",
        required=("UserPoolId",),
        create_only=("UserPoolId",),
        ref="{UserPoolId}",
    ),
    "AWS::WAFv2::LoggingConfiguration": Recorded(
        "no web ACL writes a log",
        required=("ResourceArn", "LogDestinationConfigs"),
        create_only=("ResourceArn",),
        ref="{ResourceArn}",
        constants={"ManagedByFirewallManager": "false"},
    ),
}

# What is read back through an API and still does nothing: whole types, and single properties after a dot.
_READ_BACK_ONLY: Mapping[str, str] = {
    "AWS::Cognito::UserPoolUICustomizationAttachment": "no page is shown in this style",
    "AWS::Cognito::IdentityPoolPrincipalTag": "no session is tagged",
    "AWS::Cognito::IdentityPoolRoleAttachment.RoleMappings": "no role is chosen by rule or by token",
    "AWS::WAFv2::WebACLAssociation": "no web ACL filters requests",
}

NOT_EMULATED: Mapping[str, str] = {
    **{resource_type: recorded.not_emulated for resource_type, recorded in RECORDED.items()},
    **_READ_BACK_ONLY,
}


def reason(resource_type: str, property_name: str) -> str | None:
    """Say what the local AWS does not do with a property that it takes, or nothing where it does it all."""
    return NOT_EMULATED.get(resource_type) or NOT_EMULATED.get(f"{resource_type}.{property_name}")
