"""Who sends a pool's mails: Cognito itself, or Amazon SES with an address of yours.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
"""

from typing import Literal

from constructs_lib.declarations import Given, Part, Setting, Verbatim, declared, prop
from constructs_lib.resources.values import is_token


@declared
class Email(Part):
    """The sender of a pool's mails; `cognito_email` and `ses_email` make the two kinds. Can be changed at any time."""

    sending_account: Setting[Literal["COGNITO_DEFAULT", "DEVELOPER"]] = prop("EmailSendingAccount")
    """Whether Cognito sends (50 mails a day for the whole account) or SES in your account. Default: Cognito."""

    source_arn: Setting[str] = prop("SourceArn")
    """ARN of the verified SES identity that mails come from. Default: Cognito's own address."""

    from_address: Setting[str] = prop("From")
    """The sender: ``no-reply@shop.example`` or ``Shop <no-reply@shop.example>``. Default: the identity's address,
    else ``no-reply@verificationemail.com``."""

    reply_to: Setting[str] = prop("ReplyToEmailAddress")
    """Where answers go. Default: to the sender."""

    configuration_set: Setting[str] = prop("ConfigurationSet")
    """SES configuration set, for events and IP pools. Default: none."""


def cognito_email(*, reply_to: str | None = None) -> Email:
    """Let Cognito send: nothing to set up, 50 mails a day for the whole account, for development."""
    return Email(sending_account="COGNITO_DEFAULT", reply_to=reply_to)


def ses_email(
    *,
    from_address: str,
    identity: str,
    identity_region: str | None = None,
    identity_account: str | None = None,
    reply_to: str | None = None,
    configuration_set: str | None = None,
) -> Email:
    """Send through Amazon SES from an address of yours.

    Args:
        from_address: The sender: ``no-reply@shop.example`` or ``Shop <no-reply@shop.example>``.
        identity: The verified SES identity: a domain, an address, or the identity's whole ARN.
        identity_region: The identity's Region. Default: the pool's, which not every Region of Cognito may use.
        identity_account: The identity's account, which must let Cognito send by a sending authorization policy.
            Default: the pool's account.
        reply_to: Where answers go. Default: to the sender.
        configuration_set: SES configuration set. Default: none.

    """
    return Email(
        sending_account="DEVELOPER",
        source_arn=identity_arn(identity, identity_region, identity_account),
        from_address=from_address,
        reply_to=reply_to,
        configuration_set=configuration_set,
    )


def identity_arn(identity: str, region: str | None, account: str | None) -> Given[str]:
    """Give the ARN of an SES identity: a domain, an address, or a whole ARN already."""
    if identity.startswith("arn:") or is_token(identity):
        return identity
    region, account = region or "${AWS::Region}", account or "${AWS::AccountId}"
    return Verbatim({"Fn::Sub": f"arn:${{AWS::Partition}}:ses:{region}:{account}:identity/{identity}"})
