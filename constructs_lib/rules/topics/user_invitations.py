"""How a new user learns of the account, and of the temporary password.

https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_USER
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.first_factors import places
from constructs_lib.rules.topics.users import has_address
from constructs_lib.rules.view import Problem, View

_ACTION, _MEDIUMS = "MessageAction", "DesiredDeliveryMediums"
_SENT_TO = {"EMAIL": "email", "SMS": "phone_number"}

_CREATE = API + "API_AdminCreateUser.html"


@rule(
    "user.resend-to-new",
    USER_POOL_USER,
    why="an invitation can be sent again to a user who exists alone; AWS answers 'User does not exist'",
    evidence="reported",
    source="https://github.com/aws/aws-sdk-js/issues/1357",
)
def resend_to_new(user: View) -> Iterator[Problem]:
    """Refuse to invite again who was never invited."""
    if user.text(_ACTION) == "RESEND":
        yield user.problem(
            _ACTION,
            "is for a user who exists already",
            got="RESEND",
            allowed="nothing, or SUPPRESS",
            fix="leave it out: a new user is invited anyway",
        )


@rule(
    "user.suppressed-password",
    USER_POOL_USER,
    severity="warning",
    why="Cognito makes up a temporary password and tells it in the invitation alone",
    evidence="inferred",
    source=_CREATE,
)
def suppressed_password(user: View) -> Iterator[Problem]:
    """Warn of a user whose password nobody learns."""
    if user.text(_ACTION) == "SUPPRESS" and not any(places(user.pool, "EMAIL_OTP", "SMS_OTP")):
        yield user.problem(
            _ACTION,
            "leaves nobody who knows the temporary password",
            got="SUPPRESS",
            allowed="nothing, or SUPPRESS where an administrator sets a password afterwards",
            fix="let the invitation be sent, or acknowledge this and set a password by AdminSetUserPassword",
        )


@rule(
    "user.invitation-without-address",
    USER_POOL_USER,
    why="an invitation must go somewhere; AWS answers 'No email provided but desired delivery medium was Email'",
    evidence="API model",
    source=_CREATE,
)
def invitation_without_address(user: View) -> Iterator[Problem]:
    """Refuse to send an invitation to an address that is not given."""
    if user.text(_ACTION) == "SUPPRESS":
        return
    for index, medium in user.each_text(_MEDIUMS):
        kind = _SENT_TO.get(medium)
        if kind is not None and not has_address(user, kind):
            yield user.problem(
                (_MEDIUMS, index),
                f"needs {kind} in {{UserAttributes}}",
                got=medium,
                allowed=f"{medium} for a user with {kind}",
                fix=f"give {kind}, or send the invitation in another way",
            )


@rule(
    "user.invitation-unsaid",
    USER_POOL_USER,
    severity="warning",
    why="where nothing is said, invitations go out by text message, and the temporary password with them",
    evidence="API model",
    source=_CREATE,
)
def invitation_unsaid(user: View) -> Iterator[Problem]:
    """Warn of an invitation that reaches nobody."""
    if user.has(_MEDIUMS) or user.text(_ACTION) is not None or has_address(user, "phone_number"):
        return
    if not any(places(user.pool, "EMAIL_OTP", "SMS_OTP")):
        yield user.problem(
            _MEDIUMS,
            "should be said: left out it is SMS, which does not reach a user without phone_number",
            allowed="EMAIL for a user with email",
            fix="say EMAIL, and give email",
        )


@rule(
    "user.invitation-without-sms",
    USER_POOL_USER,
    severity="warning",
    why="a pool without an SMS configuration sends no text messages",
    evidence="inferred",
    source=GUIDE + "user-pool-sms-settings.html",
)
def invitation_without_sms(user: View) -> Iterator[Problem]:
    """Warn of an invitation that cannot be sent."""
    if user.text(_ACTION) == "SUPPRESS":
        return
    for index, medium in user.each_text(_MEDIUMS):
        if medium == "SMS" and not user.pool.has("SmsConfiguration"):
            yield user.problem(
                (_MEDIUMS, index),
                "needs {pool.SmsConfiguration}",
                got="SMS",
                allowed="EMAIL, or SMS with {pool.SmsConfiguration}",
                fix="say EMAIL",
            )
