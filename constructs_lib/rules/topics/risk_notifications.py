"""Mails to users about risks.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.model import USER_POOL_DOMAIN, USER_POOL_RISK_CONFIGURATION
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.email_identity import out_of_reach
from constructs_lib.rules.view import DoesNotApply, Problem, View

_TAKEOVER = "AccountTakeoverRiskConfiguration"
_NOTIFY = f"{_TAKEOVER}.NotifyConfiguration"
_IDENTITY = f"{_NOTIFY}.SourceArn"
_MAILS = tuple(
    f"{_NOTIFY}.{mail}Email.{part}"
    for mail in ("Block", "Mfa", "NoAction")
    for part in ("Subject", "HtmlBody", "TextBody")
)
_PLACEHOLDER = re.compile(r"\{([a-z]+(?:-[a-z]+)*)\}")
_LINKS = ("one-click-link-valid", "one-click-link-invalid")
_PLACEHOLDERS = (
    *("username", "ip-address", "city", "country", "login-time", "device-name", "event-id", "feedback-token"),
    *_LINKS,
)
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
    if risk.surely_has(_NOTIFY) and not any(risk.flag(place) for place in _SAID):
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
    yield from out_of_reach(risk, _IDENTITY)


def _placeholders(risk: View) -> Iterator[tuple[str, list[str]]]:
    """Walk the known texts of mails, each with the placeholders in it."""
    for place in _MAILS:
        with suppress(DoesNotApply):  # one text says nothing about the next
            yield place, _PLACEHOLDER.findall(risk.text(place) or "")


@rule(
    "risk.mail-placeholder",
    USER_POOL_RISK_CONFIGURATION,
    severity="warning",
    why="Cognito puts its own words in place of those it knows; users would read the others as they are",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pool-settings-message-customizations.html",
)
def mail_placeholder(risk: View) -> Iterator[Problem]:
    """Warn of placeholders that nothing is put in place of."""
    for place, found in _placeholders(risk):
        for name in sorted(set(found) - set(_PLACEHOLDERS)):
            yield risk.problem(
                place,
                f"has the placeholder {name}, which Cognito does not know",
                allowed=", ".join(_PLACEHOLDERS),
                fix="use one of these, in braces, or leave it out",
            )


@rule(
    "risk.mail-link-without-domain",
    USER_POOL_RISK_CONFIGURATION,
    severity="warning",
    why="the links by which users say whether it was they lead to the pool's domain",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pool-settings-message-customizations.html",
)
def mail_link_without_domain(risk: View) -> Iterator[Problem]:
    """Warn of links that lead nowhere."""
    for place, found in _placeholders(risk):
        links = [name for name in _LINKS if name in found]
        if links and not risk.pool.all_around(USER_POOL_DOMAIN):
            yield risk.problem(
                place,
                f"has {links[0]}, which needs a domain of the pool, and there is none here",
                allowed="these links where the pool has a domain",
                fix="add a prefix domain or a custom domain to the pool, or leave the link out",
            )
