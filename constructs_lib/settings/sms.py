"""Who sends a pool's text messages, and the role that lets Cognito do it.

Text messages cost money each, a new account starts in a sandbox that reaches only ten verified numbers, and a pool
that has an SMS configuration can never be without one again.
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-sms-settings.html
"""

from dataclasses import dataclass, field

from constructs_lib.declarations import Given, Part, Setting, named, prop


@dataclass(frozen=True, kw_only=True, repr=False)
class EndUserMessaging(Part):
    """AWS End User Messaging in place of Amazon SNS."""

    caller_arn: Given[str] = field(metadata=named("CallerArn"))
    """ARN of the role that Cognito assumes; it needs ``sms-voice:SendTextMessage``."""

    external_id: Setting[str] = prop("ExternalId")
    """External id that the role's trust policy asks for. Default: none."""

    region: Setting[str] = prop("Region")
    """Region that sends; it must be the pool's. Default: the pool's."""

    origination_identity: Setting[str] = prop("OriginationIdentity")
    """Phone number, sender id or pool that messages come from. Default: one of the account's."""

    configuration_set_name: Setting[str] = prop("ConfigurationSetName")
    """Configuration set for events. Default: none."""

    in_entity_id: Setting[str] = prop("InEntityId")
    """Principal entity id, for messages to India. Default: none."""

    in_template_id: Setting[str] = prop("InTemplateId")
    """Template id, for messages to India. Default: none."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Sms(Part):
    """The sender of a pool's text messages. Can be changed, never removed."""

    caller_arn: Setting[str] = prop("SnsCallerArn")
    """ARN of the role that Cognito assumes to publish to SNS. Default: the role made by ``sms_role``, if any."""

    external_id: Setting[str] = prop("ExternalId")
    """External id that the role's trust policy asks for; text messages as a factor need one. Default: none."""

    sns_region: Setting[str] = prop("SnsRegion")
    """Region whose SNS sends. Default: Cognito's choice, which in some Regions is another one by force."""

    end_user_messaging: Setting[EndUserMessaging] = prop("EumsSms")
    """Send through AWS End User Messaging instead of SNS. Default: SNS."""


@dataclass(frozen=True, kw_only=True, repr=False)
class SmsRole(Part):
    """A role made for Cognito's text messages.

    Its own managed policy allows publishing to phone numbers and nothing else; only pools of this account and Region
    can use it.
    """

    role_name: Setting[str] = prop("RoleName")
    """The role's name. Default: CloudFormation makes one up."""

    path: Setting[str] = prop("Path")
    """The role's path. Default: ``/``."""

    permissions_boundary: Setting[str] = prop("PermissionsBoundary")
    """ARN of the policy that bounds the role. Default: none."""
