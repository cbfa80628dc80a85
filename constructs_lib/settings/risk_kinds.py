"""The usual answers of threat protection to risks, and the mails about them.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html
"""

from typing import Any, Literal

from constructs_lib.settings.app_client import ClientIdOf
from constructs_lib.settings.email import identity_arn
from constructs_lib.settings.risk import (
    AccountTakeoverRisk,
    NotificationEmail,
    RiskConfiguration,
    RiskNotifications,
    TakeoverAction,
)

Action = Literal["BLOCK", "MFA_IF_CONFIGURED", "MFA_REQUIRED", "NO_ACTION"]


def adaptive_authentication(
    *,
    low: Action = "NO_ACTION",
    medium: Action = "MFA_IF_CONFIGURED",
    high: Action = "BLOCK",
    compromised_credentials: Literal["BLOCK", "NO_ACTION"] = "BLOCK",
    notifications: RiskNotifications | None = None,
    client_id: str | ClientIdOf = "ALL",
    **more: Any,
) -> RiskConfiguration:
    """Answer risks of a sign-in by their level, and refuse passwords that are known to be stolen.

    It works where threat protection is ENFORCED, which needs the Plus plan; a second factor is asked for by risk where
    the pool's MFA is OPTIONAL.

    Args:
        low: What happens at low risk. Default: nothing, for a new phone is a low risk.
        medium: What happens at medium risk. Default: whoever has a second factor is asked for it; nobody is kept out.
        high: What happens at high risk. Default: the sign-in is refused.
        compromised_credentials: What happens to stolen passwords. Default: they are refused, and the user must take
            a new one.
        notifications: Who mails users about every level at which something happens. Default: nobody.
        client_id: The app client that it is for, or ``ALL``. Default: the pool.
        more: Any other field of `RiskConfiguration`.

    """

    def answer(action: Action) -> TakeoverAction:
        return TakeoverAction(action, notify=notifications is not None and action != "NO_ACTION")

    said: dict[str, Any] = {
        "account_takeover_risk": AccountTakeoverRisk(
            low_action=answer(low),
            medium_action=answer(medium),
            high_action=answer(high),
            notifications=notifications,
        ),
        "compromised_credentials_action": compromised_credentials,
    }
    return RiskConfiguration(client_id, **said | more)


def ses_notifications(
    *,
    from_address: str,
    identity: str,
    identity_region: str | None = None,
    identity_account: str | None = None,
    reply_to: str | None = None,
    block_email: NotificationEmail | None = None,
    mfa_email: NotificationEmail | None = None,
    no_action_email: NotificationEmail | None = None,
) -> RiskNotifications:
    """Mail users about risks through Amazon SES, from an address of yours.

    Args:
        from_address: The sender: ``no-reply@shop.example`` or ``Shop <no-reply@shop.example>``.
        identity: The verified SES identity: a domain, an address, or the identity's whole ARN.
        identity_region: The identity's Region. Default: the pool's, which not every Region of Cognito may use.
        identity_account: The identity's account, which must let Cognito send by a sending authorization policy.
            Default: the pool's account.
        reply_to: Where answers go. Default: to the sender.
        block_email: The mail about a refused sign-in. Default: Cognito's own text.
        mfa_email: The mail about a sign-in that was asked for a second factor. Default: Cognito's own text.
        no_action_email: The mail about a sign-in that was let pass. Default: Cognito's own text.

    """
    return RiskNotifications(
        source_arn=identity_arn(identity, identity_region, identity_account),
        from_address=from_address,
        reply_to=reply_to,
        block_email=block_email,
        mfa_email=mfa_email,
        no_action_email=no_action_email,
    )
