"""Who sends a pool's text messages, and the role that lets Cognito do it.

Text messages cost money each, a new account starts in a sandbox that reaches only ten verified numbers, and a pool
that has an SMS configuration can never be without one again.
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html
"""

from constructs_lib.declarations import Part, Setting, declared, prop


@declared
class EndUserMessaging(Part):
    """AWS End User Messaging in place of Amazon SNS. Can be changed."""

    caller_arn: Setting[str] = prop("CallerArn")
    """ARN of the role that Cognito assumes; it needs ``sms-voice:SendTextMessage``. AWS wants one. Default: the role
    made by ``sms_role``, if any."""

    external_id: Setting[str] = prop("ExternalId")
    """External id that the role's trust policy asks for; text messages as a factor need one. Default: none."""

    region: Setting[str] = prop("Region")
    """Region that sends; it must be the pool's. Default: the pool's."""

    origination_identity: Setting[str] = prop("OriginationIdentity")
    """Phone number, sender id or pool of phone numbers that messages come from. Given as an ARN, the role made by
    ``sms_role`` may send from that one alone. Default: one of the account's."""

    configuration_set_name: Setting[str] = prop("ConfigurationSetName")
    """Configuration set for events and protection, by name or ARN. Default: none."""

    in_entity_id: Setting[str] = prop("InEntityId")
    """Principal entity id, for messages to India. Default: none."""

    in_template_id: Setting[str] = prop("InTemplateId")
    """Template id, for messages to India. Default: none."""


@declared
class Sms(Part):
    """The sender of a pool's text messages. Can be changed, never removed."""

    caller_arn: Setting[str] = prop("SnsCallerArn")
    """ARN of the role that Cognito assumes to publish to SNS. Default: the role made by ``sms_role``, if any."""

    external_id: Setting[str] = prop("ExternalId")
    """External id that the role's trust policy asks for; text messages as a factor need one. Default: none."""

    sns_region: Setting[str] = prop("SnsRegion")
    """Region whose SNS sends. Default: Cognito's choice, which in some Regions is another one by force."""

    end_user_messaging: Setting[EndUserMessaging] = prop("EumsSms")
    """Send through AWS End User Messaging instead of SNS, as AWS wants in Regions without SNS. Default: SNS."""


@declared
class SmsRole(Part):
    """A role made for Cognito's text messages.

    Its own managed policy allows publishing to phone numbers by SNS and nothing else, or, where ``end_user_messaging``
    is said, sending by AWS End User Messaging from its origination identity (from any of the account's in the Region
    where that is not given as an ARN). Only pools of this account and Region can use the role.
    """

    role_name: Setting[str] = prop("RoleName")
    """The role's name. Default: CloudFormation makes one up."""

    path: Setting[str] = prop("Path")
    """The role's path. Default: ``/``."""

    permissions_boundary: Setting[str] = prop("PermissionsBoundary")
    """ARN of the policy that bounds the role. Default: none."""
