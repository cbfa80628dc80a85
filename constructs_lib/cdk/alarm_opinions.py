"""When a user pool needs somebody's attention, as data: `UserPoolAlarms` makes alarms of it.

The figures are opinions, to be changed by whoever knows a pool's traffic; AWS recommends none.
"""

from collections.abc import Mapping
from dataclasses import dataclass

MIN_ATTEMPTS = 20
"""How many sign-ins within five minutes it takes before their rate says anything."""


@dataclass(frozen=True)
class AlarmOpinion:
    """When to raise an alarm, and why."""

    metric: str
    threshold: float
    why: str
    """The alarm's description."""

    breaching: int = 2
    """In how many periods of five minutes it must be so…"""

    periods: int = 3
    """…out of how many."""

    below: bool = False
    """Whether it is raised below the threshold. Default: at the threshold and above."""


OPINIONS: Mapping[str, AlarmOpinion] = {
    "SignInThrottled": AlarmOpinion(
        "SignInThrottles",
        1,
        "Cognito turns sign-ins away: the account is at a quota, which all its pools in the Region share",
    ),
    "SignUpThrottled": AlarmOpinion(
        "SignUpThrottles", 1, "Cognito turns sign-ups away: many people at once, or a machine that makes accounts"
    ),
    "UserCreationThrottled": AlarmOpinion(
        "SignUpThrottles", 1, "Cognito turns away the making of users by administrators: an import is too fast"
    ),
    "TokenRefreshThrottled": AlarmOpinion(
        "TokenRefreshThrottles",
        1,
        "Cognito turns refreshes away, so that people are signed out: applications refresh too often, or all at once",
    ),
    "FederationThrottled": AlarmOpinion(
        "FederationThrottles", 1, "Cognito turns sign-ins through the identity provider away: the account is at a quota"
    ),
    # Challenges may count as sign-ins without tokens, so that with MFA a third succeeds where all is well.
    "SignInSuccessLow": AlarmOpinion(
        "SignInSuccesses",
        0.1,
        "Hardly any sign-in succeeds: the application is broken, or somebody tries passwords",
        breaching=3,
        below=True,
    ),
    "AccountTakeover": AlarmOpinion(
        "AccountTakeoverRisk",
        5,
        "Sign-ins look like somebody else's: one may be a traveller, several are an attack",
        breaching=1,
        periods=1,
    ),
    "CompromisedCredentials": AlarmOpinion(
        "CompromisedCredentialRisk",
        10,
        "Leaked passwords are tried: one may be its owner's, many are an attack",
        breaching=1,
        periods=1,
    ),
}
"""The alarms by name."""
