"""What several profiles put around a pool: logs, answers to risk, a web ACL."""

from collections.abc import Callable, Mapping
from typing import Any

from constructs_lib.profiles.known import parts, texts
from constructs_lib.profiles.opinion import Opinion
from constructs_lib.settings import (
    Email,
    LogConfiguration,
    LogDelivery,
    LogGroup,
    LogGroupOf,
    RiskConfiguration,
    RiskNotifications,
    UserPoolSettings,
    Verbatim,
    WebAcl,
    adaptive_authentication,
    message_errors,
    rate_limited_web_acl,
    user_activity,
)

MESSAGES, ACTIVITY, REQUESTS = "messages", "activity", "requests"
"""The keys of the log groups."""

_PACKS = ("HIPAA.Security", "NIST.800.53.R4", "NIST.800.53.R5", "PCI.DSS.321")
_PLAIN = "Cognito cannot write to a log group that a key encrypts; CloudWatch Logs encrypts it by itself"
_COSTS = "a log of every request costs more than the web ACL; metrics and samples are on"


def _in_every_pack(rule: str, reason: str) -> dict[str, str]:
    return {f"{pack}-{rule}": reason for pack in _PACKS}


LOGS_STAY_PLAIN = {**_in_every_pack("CloudWatchLogGroupEncrypted", _PLAIN), "CKV_AWS_158": _PLAIN}
"""The reason why scanners find the log groups without a key."""

NO_LOG_OF_REQUESTS = _in_every_pack("WAFv2LoggingEnabled", _COSTS)
"""The reason why scanners find the web ACL without a log."""


def protected(settings: UserPoolSettings) -> bool:
    """Tell whether threat protection watches the pool."""
    return settings.feature_plan == "PLUS" and settings.standard_threat_protection_mode in ("AUDIT", "ENFORCED")


def log_groups(settings: UserPoolSettings) -> dict[str, LogGroup]:
    """Make the log groups that the delivery of logs needs."""
    if settings.log_delivery is not None:
        return {}
    names = (MESSAGES, ACTIVITY) if protected(settings) else (MESSAGES,)
    return {name: LogGroup(retention_in_days=365) for name in names}


def _log_delivery(settings: UserPoolSettings) -> LogDelivery:
    """Export the errors of sending, and where threat protection is on, what users did."""
    logs: list[LogConfiguration] = [message_errors(LogGroupOf(MESSAGES))]
    if protected(settings):
        logs.append(user_activity(log_group=LogGroupOf(ACTIVITY)))
    return LogDelivery(configurations=logs)


LOGS = [
    Opinion(path="log_groups.+", value=log_groups, why="mails that never arrive, and attacks, are seen in logs alone"),
    Opinion(
        path="log_delivery", value=_log_delivery, why="mails that never arrive, and attacks, are seen in logs alone"
    ),
]


def _notifications(settings: UserPoolSettings) -> RiskNotifications | None:
    """Mail users by the SES identity that sends the pool's other mails."""
    email = settings.email
    if not isinstance(email, Email) or email.source_arn is None or email.from_address is None:
        return None
    return RiskNotifications(source_arn=email.source_arn, from_address=email.from_address)


def answers(**actions: Any) -> Callable[..., Mapping[str, RiskConfiguration] | None]:
    """Answer risk for the whole pool, where threat protection is on."""

    def risk(settings: UserPoolSettings) -> Mapping[str, RiskConfiguration] | None:
        """Answer by the level of risk, and refuse stolen passwords, where threat protection is on."""
        if not protected(settings):
            return None
        return {
            "pool": adaptive_authentication(
                notifications=_notifications(settings),
                compromised_credentials_events=("SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"),
                **actions,
            )
        }

    return risk


def web_acl_of(**more: Any) -> Opinion:
    """Put a web ACL before the pool."""

    def web_acl(settings: UserPoolSettings) -> WebAcl:
        """Limit what each address may ask, and refuse what AWS takes for attacks."""
        return rate_limited_web_acl(localhost=_on_a_developers_machine(settings), **more)

    return Opinion(
        path="web_acl",
        value=web_acl,
        unless="web_acl_association",
        why="Cognito itself limits no single address, and threat protection sees neither floods nor machines",
    )


def _on_a_developers_machine(settings: UserPoolSettings) -> bool:
    """Tell whether an application runs where it is written."""
    clients = parts(settings.app_clients).values()
    urls = (url.lower() for client in clients for url in texts(client.callback_urls))
    return any(url.partition("://")[2].startswith(("localhost", "127.", "[::1]")) for url in urls)


def requests_log_name(settings: UserPoolSettings) -> Verbatim:
    """Name the log group of the web ACL as AWS WAF wants it, once for each pool of the stack."""
    name = settings.name if isinstance(settings.name, str) else "user-pool"
    return Verbatim({"Fn::Sub": f"aws-waf-logs-${{AWS::StackName}}-{name}"})
