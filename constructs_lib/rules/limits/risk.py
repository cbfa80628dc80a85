"""Limits of ``AWS::Cognito::UserPoolRiskConfigurationAttachment``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from collections.abc import Iterator
from functools import partial

from constructs_lib.resources.model import USER_POOL_RISK_CONFIGURATION
from constructs_lib.rules.limits.kinds import (
    ARN,
    POOL_ID,
    PRINTABLE_OR_SPACE,
    Flag,
    List,
    Record,
    Text,
    Words,
    matching,
)
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpoolriskconfigurationattachment.html")
_takeover = partial(Limit, source=API + "API_AccountTakeoverRiskConfigurationType.html")
_action = partial(Limit, source=API + "API_AccountTakeoverActionType.html")
_notify = partial(Limit, source=API + "API_NotifyConfigurationType.html")
_mail = partial(Limit, source=API + "API_NotifyEmailType.html")
_stolen = partial(Limit, source=API + "API_CompromisedCredentialsRiskConfigurationType.html")
_except = partial(Limit, source=API + "API_RiskExceptionConfigurationType.html")

_TAKEOVER = "AccountTakeoverRiskConfiguration"
_NOTIFY = f"{_TAKEOVER}.NotifyConfiguration"
_STOLEN = "CompromisedCredentialsRiskConfiguration"
_EXCEPT = "RiskExceptionConfiguration"

_RECORD = (Record(), "write the properties as an object, name by name")
_CLIENT_ID = matching("ALL, or letters, digits, _ and +", r"[\w+]+")
_RANGES = (List(0, 200, unique=True), "join neighbouring ranges, or put the rest into an IP set of a web ACL")


def _actions() -> Iterator[Limit]:
    for level in ("Low", "Medium", "High"):
        action, path = f"risk.{level.lower()}-action", f"{_TAKEOVER}.Actions.{level}Action"
        yield _action(action, path, Record(("EventAction", "Notify")), "say what happens, and whether users are mailed")
        yield _action(
            f"{action}-event",
            f"{path}.EventAction",
            Words(("BLOCK", "MFA_IF_CONFIGURED", "MFA_REQUIRED", "NO_ACTION")),
            "use NO_ACTION, MFA_IF_CONFIGURED, MFA_REQUIRED or BLOCK",
        )
        yield _action(f"{action}-notify", f"{path}.Notify", Flag(), "use true or false")


def _mails() -> Iterator[Limit]:
    for name in ("Block", "Mfa", "NoAction"):
        mail, path = f"risk.{name.lower()}-email", f"{_NOTIFY}.{name}Email"
        body = (Text(6, 20000, PRINTABLE_OR_SPACE), "use 6 to 20,000 characters")
        yield _mail(mail, path, Record(("Subject",)), "give the mail a subject")
        yield _mail(
            f"{mail}-subject", f"{path}.Subject", Text(1, 140, PRINTABLE_OR_SPACE), "use at most 140 characters"
        )
        yield _mail(f"{mail}-html", f"{path}.HtmlBody", *body)
        yield _mail(f"{mail}-text", f"{path}.TextBody", *body)


LIMITS = Limits(
    USER_POOL_RISK_CONFIGURATION,
    [
        _resource(
            "risk.form",
            "",
            Record(("UserPoolId", "ClientId")),
            "say which user pool, and which app client; ALL stands for the pool",
        ),
        _resource("risk.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _resource("risk.client-id", "ClientId", Text(1, 128, _CLIENT_ID), "use ALL, or refer to the app client"),
        _takeover("risk.takeover", _TAKEOVER, Record(("Actions",)), "say what happens at the levels of risk"),
        _takeover("risk.takeover-actions", f"{_TAKEOVER}.Actions", *_RECORD),
        *_actions(),
        _notify("risk.notifications", _NOTIFY, Record(("SourceArn",)), "name the SES identity that sends"),
        _notify("risk.identity", f"{_NOTIFY}.SourceArn", Text(20, 2048, ARN), "use the ARN of an SES identity"),
        _notify("risk.from", f"{_NOTIFY}.From", Text(0, 131072), "use an address of the SES identity"),
        _notify("risk.reply-to", f"{_NOTIFY}.ReplyTo", Text(0, 131072), "use the address that answers go to"),
        *_mails(),
        _stolen("risk.compromised", _STOLEN, Record(("Actions",)), "say what happens to stolen passwords"),
        _stolen("risk.compromised-actions", f"{_STOLEN}.Actions", Record(("EventAction",)), "use BLOCK or NO_ACTION"),
        _stolen(
            "risk.compromised-action",
            f"{_STOLEN}.Actions.EventAction",
            Words(("BLOCK", "NO_ACTION")),
            "use BLOCK or NO_ACTION",
        ),
        _stolen("risk.compromised-events", f"{_STOLEN}.EventFilter", List(unique=True), "list each event once"),
        _stolen(
            "risk.compromised-event",
            f"{_STOLEN}.EventFilter[]",
            Words(("SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP")),
            "use SIGN_IN, PASSWORD_CHANGE or SIGN_UP",
        ),
        _except("risk.exceptions", _EXCEPT, *_RECORD),
        _except("risk.blocked-ranges", f"{_EXCEPT}.BlockedIPRangeList", *_RANGES),
        _except("risk.blocked-range", f"{_EXCEPT}.BlockedIPRangeList[]", Text(0, 131072), "use CIDR notation"),
        _except("risk.skipped-ranges", f"{_EXCEPT}.SkippedIPRangeList", *_RANGES),
        _except("risk.skipped-range", f"{_EXCEPT}.SkippedIPRangeList[]", Text(0, 131072), "use CIDR notation"),
    ],
)
