"""What threat protection does about risks: stolen passwords, taken-over accounts, addresses known good or bad.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
"""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, Literal

from constructs_lib.declarations import Given, Many, Part, ResourcePart, Setting, declared, named, prop
from constructs_lib.declarations.codecs import Plain
from constructs_lib.declarations.references import POOL_LINK, Referring
from constructs_lib.resources.model import USER_POOL_RISK_CONFIGURATION
from constructs_lib.resources.values import Json
from constructs_lib.settings.app_client import ClientIdOf


@declared
class TakeoverAction(Part):
    """What happens at a sign-in of some level of risk."""

    event_action: Given[Literal["BLOCK", "MFA_IF_CONFIGURED", "MFA_REQUIRED", "NO_ACTION"]] = field(
        metadata=named("EventAction"), kw_only=False
    )
    """Refuse it, ask for a second factor of those who have one, or of everybody (who has none is then refused), or
    let it pass."""

    notify: Given[bool] = field(metadata=named("Notify"))
    """Whether the user is mailed about it; needs ``notifications``."""


@declared
class NotificationEmail(Part):
    """A mail about a risk."""

    subject: Given[str] = field(metadata=named("Subject"))
    """Its subject."""

    html_body: Setting[str] = prop("HtmlBody")
    """Its text in HTML. Default: none."""

    text_body: Setting[str] = prop("TextBody")
    """Its text without formatting. Default: none."""


@declared
class RiskNotifications(Part):
    """Who mails users about risks, and what."""

    source_arn: Given[str] = field(metadata=named("SourceArn"))
    """ARN of the SES identity that sends, in a Region that Cognito may send from."""

    from_address: Setting[str] = prop("From")
    """The sender's address, of that identity. Default: the identity."""

    reply_to: Setting[str] = prop("ReplyTo")
    """Where answers go. Default: to the sender."""

    block_email: Setting[NotificationEmail] = prop("BlockEmail")
    """Mail about a refused sign-in. Default: Cognito's own text."""

    mfa_email: Setting[NotificationEmail] = prop("MfaEmail")
    """Mail about a sign-in that was asked for a second factor. Default: Cognito's own text."""

    no_action_email: Setting[NotificationEmail] = prop("NoActionEmail")
    """Mail about a sign-in that was let pass. Default: Cognito's own text."""


@declared
class AccountTakeoverRisk(Part):
    """Adaptive authentication: what happens at each level of risk. A level that is left unsaid does nothing."""

    low_action: Setting[TakeoverAction] = prop("Actions.LowAction")
    """At low risk. Default: nothing."""

    medium_action: Setting[TakeoverAction] = prop("Actions.MediumAction")
    """At medium risk. Default: nothing."""

    high_action: Setting[TakeoverAction] = prop("Actions.HighAction")
    """At high risk. Default: nothing."""

    notifications: Setting[RiskNotifications] = prop("NotifyConfiguration")
    """Mails about it. Default: none."""


@declared
class RiskConfiguration(ResourcePart):
    """What threat protection does, for the pool or one app client (`adaptive_authentication`); needs the Plus plan."""

    TYPE: ClassVar[str] = USER_POOL_RISK_CONFIGURATION
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    client_id: Given[str | ClientIdOf] = field(
        metadata=named("ClientId", codec=Referring(Plain(str, "a text"), ClientIdOf)), kw_only=False
    )
    """``ALL`` for the pool, ``ClientIdOf("<key>")`` for an app client of the same settings, or an id. Another one
    replaces the configuration."""

    account_takeover_risk: Setting[AccountTakeoverRisk] = prop("AccountTakeoverRiskConfiguration")
    """Sign-ins that look like somebody else's. Default: nothing is done. Can be changed."""

    compromised_credentials_action: Setting[Literal["BLOCK", "NO_ACTION"]] = prop(
        "CompromisedCredentialsRiskConfiguration.Actions.EventAction"
    )
    """What happens to passwords that are known to be stolen; Cognito sees them only where the password itself is sent
    (not with SRP). Default: nothing. Can be changed."""

    compromised_credentials_events: Setting[Many[Literal["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"]]] = prop(
        "CompromisedCredentialsRiskConfiguration.EventFilter"
    )
    """When passwords are looked up. Default: at all three. Can be changed."""

    blocked_ip_ranges: Setting[Many[str]] = prop("RiskExceptionConfiguration.BlockedIPRangeList")
    """Addresses in CIDR notation that are always refused. Default: none. Can be changed."""

    skipped_ip_ranges: Setting[Many[str]] = prop("RiskExceptionConfiguration.SkippedIPRangeList")
    """Addresses in CIDR notation that are never looked at. Default: none. Can be changed."""
