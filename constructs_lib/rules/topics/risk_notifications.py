"""Mails to users about risks.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_RISK_CONFIGURATION
from constructs_lib.rules.arns import arn_at
from constructs_lib.rules.facts.regions import SES, SES_PERHAPS
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_TAKEOVER = "AccountTakeoverRiskConfiguration"
_NOTIFY = f"{_TAKEOVER}.NotifyConfiguration"
_IDENTITY = f"{_NOTIFY}.SourceArn"
_SAID = tuple(f"{_TAKEOVER}.Actions.{level}Action.Notify" for level in ("Low", "Medium", "High"))
_SOURCE = API + "API_AccountTakeoverRiskConfigurationType.html"


@rule(
    "risk.notifications-missing",
    USER_POOL_RISK_CONFIGURATION,
    severity="warning",
    why="Cognito mails by the method and texts of NotifyConfiguration",
    evidence="inferred",
    source=_SOURCE,
)
def notifications_missing(risk: View) -> Iterator[Problem]:
    """Warn of mails that nobody sends."""
    if risk.has(_NOTIFY):
        return
    for place in _SAID:
        if risk.flag(place):
            yield risk.problem(
                place,
                f"needs {{{_NOTIFY}}}",
                got=risk.get(place),
                allowed=f"false, or {{{_NOTIFY}}} with an SES identity",
                fix=f"give {{{_NOTIFY}}}, or set this to false",
            )


@rule(
    "risk.notifications-unused",
    USER_POOL_RISK_CONFIGURATION,
    severity="warning",
    why="users are mailed about the levels of risk that say so",
    evidence="inferred",
    source=_SOURCE,
)
def notifications_unused(risk: View) -> Iterator[Problem]:
    """Warn of a sender that has nothing to send."""
    if risk.has(_NOTIFY) and not any(risk.flag(place) for place in _SAID):
        yield risk.problem(
            _NOTIFY,
            "is not used: no level of risk notifies",
            allowed="a sender where a level of risk has Notify true",
            fix="set Notify to true where users shall be mailed, or leave this out",
        )


@rule(
    "risk.identity-region",
    USER_POOL_RISK_CONFIGURATION,
    why="AWS answers 'Provided SourceArn must be in one of the following SES regions'",
    evidence="measured on AWS",
    source=GUIDE + "user-pool-email.html",
)
def identity_region(risk: View) -> Iterator[Problem]:
    """Refuse an identity in a Region that the pool cannot reach."""
    identity = arn_at(risk, _IDENTITY)
    region = identity.region if identity is not None and identity.service == "ses" else None
    if region is not None and region not in SES_PERHAPS.get(risk.region, (region,)):
        yield risk.problem(
            _IDENTITY,
            f"cannot be in {region} for a pool in {risk.region}",
            got=risk.get(_IDENTITY),
            allowed=f"an identity in {' or '.join(SES[risk.region])}",
            fix=f"verify the identity in {SES[risk.region][0]} and name that one",
        )
