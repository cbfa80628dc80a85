"""Second factors: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html."""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, USER_POOL_DOMAIN
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.recovery import everybody_has
from constructs_lib.rules.view import Problem, View

_PAGE = GUIDE + "user-pool-settings-mfa.html"
_SENDER = "EmailConfiguration.EmailSendingAccount"
_RISKS = "AWS::Cognito::UserPoolRiskConfigurationAttachment"
_LEVELS = ("Low", "Medium", "High")
_ADDRESSES = {"SMS_MFA": "phone_number", "EMAIL_OTP": "email"}
_MESSAGES = {
    "SmsAuthenticationMessage": "SMS_OTP",
    "EmailAuthenticationMessage": "EMAIL_OTP",
    "EmailAuthenticationSubject": "EMAIL_OTP",
}


def is_active(pool: View) -> bool:
    """Tell whether second factors are turned on."""
    return pool.text("MfaConfiguration") in ("ON", "OPTIONAL")


def factors_of(pool: View) -> set[str]:
    """Give the second factors; where none is named, an SMS configuration makes text messages one."""
    named = pool.texts("EnabledMfas")
    return set(named or (("SMS_MFA",) if pool.has("SmsConfiguration") else ()))


def places(pool: View, factor: str) -> Iterator[tuple[str | int, ...]]:
    """Walk the places where a second factor is named for certain."""
    return (("EnabledMfas", index) for index, name in pool.each_text("EnabledMfas") if name == factor)


@rule(
    "mfa.factor-required",
    USER_POOL,
    why="without a factor of its own Cognito takes text messages, and refuses a pool that cannot send any",
    evidence="measured on AWS",
    source=_PAGE,
)
def factor_required(pool: View) -> Iterator[Problem]:
    """Refuse a second factor that is none."""
    if not is_active(pool) or pool.known("EnabledMfas") or pool.has("SmsConfiguration"):
        return
    # Whether passkeys that count as two factors are enough is not known.
    if pool.text("WebAuthnFactorConfiguration") != "MULTI_FACTOR_WITH_USER_VERIFICATION":
        yield pool.problem(
            "MfaConfiguration",
            "needs a factor in {EnabledMfas}, or {SmsConfiguration}",
            got=pool.text("MfaConfiguration"),
            allowed="OFF, or ON and OPTIONAL with a factor",
            fix="add SOFTWARE_TOKEN_MFA to {EnabledMfas}",
        )


@rule(
    "mfa.factors-while-off",
    USER_POOL,
    why="AWS refuses to turn second factors off and to set them up at once",
    evidence="measured on AWS",
    source=API + "API_SetUserPoolMfaConfig.html",
)
def factors_while_off(pool: View) -> Iterator[Problem]:
    """Refuse second factors of a pool that has turned them off."""
    named = [name for _, name in pool.each_text("EnabledMfas")]
    if named and pool.text("MfaConfiguration") == "OFF":
        yield pool.problem(
            "EnabledMfas",
            "cannot name a factor while {MfaConfiguration} is OFF",
            got=named,
            allowed="nothing",
            fix="leave it out, or set {MfaConfiguration} to ON or OPTIONAL",
        )


@rule(
    "mfa.factors-without-mfa",
    USER_POOL,
    severity="warning",
    why="second factors are off unless they are turned on",
    evidence="inferred",
    source=API + "API_CreateUserPool.html",
)
def factors_without_mfa(pool: View) -> Iterator[Problem]:
    """Warn of second factors that nobody has turned on."""
    named = [name for _, name in pool.each_text("EnabledMfas")]
    if named and not pool.has("MfaConfiguration"):
        yield pool.problem(
            "MfaConfiguration",
            "is left out and so is OFF, yet {EnabledMfas} names factors",
            allowed="ON or OPTIONAL",
            fix="say ON or OPTIONAL, or leave {EnabledMfas} out",
        )


@rule(
    "mfa.text-messages-need-sms",
    USER_POOL,
    why="a pool without an SMS configuration cannot send anybody a code, and AWS refuses it",
    evidence="API model",
    source=API + "API_CreateUserPool.html",
)
def text_messages_need_sms(pool: View) -> Iterator[Problem]:
    """Refuse text messages without a sender."""
    if is_active(pool) and not pool.has("SmsConfiguration"):
        for place in places(pool, "SMS_MFA"):
            yield pool.problem(
                place,
                "needs {SmsConfiguration}",
                got="SMS_MFA",
                allowed="SOFTWARE_TOKEN_MFA, or SMS_MFA with {SmsConfiguration}",
                fix="use SOFTWARE_TOKEN_MFA, or give {SmsConfiguration}",
            )


@rule(
    "mfa.mail-needs-ses",
    USER_POOL,
    why="AWS refuses e-mail as a second factor while Cognito's own sender is used",
    evidence="measured on AWS",
    source=GUIDE + "user-pool-settings-mfa-sms-email-message.html",
)
def mail_needs_ses(pool: View) -> Iterator[Problem]:
    """Refuse e-mail as a factor without a sender of one's own."""
    if is_active(pool) and pool.text(_SENDER) in (None, "COGNITO_DEFAULT"):
        for place in places(pool, "EMAIL_OTP"):
            yield pool.problem(
                place,
                f"needs {{{_SENDER}}} DEVELOPER",
                got="EMAIL_OTP",
                allowed="SOFTWARE_TOKEN_MFA, or EMAIL_OTP with mail by Amazon SES",
                fix="use SOFTWARE_TOKEN_MFA, or send mail by Amazon SES",
            )


@rule(
    "mfa.mail-alone",
    USER_POOL,
    severity="warning",
    why="CloudFormation has failed to create pools whose only second factor is e-mail",
    evidence="reported",
    source="https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2221",
)
def mail_alone(pool: View) -> Iterator[Problem]:
    """Warn of a pool that may be refused when it is made."""
    if is_active(pool) and pool.texts("EnabledMfas") == ("EMAIL_OTP",) and not pool.has("SmsConfiguration"):
        yield pool.problem(
            "EnabledMfas",
            "may be refused when the pool is made, with e-mail as the only factor",
            got=["EMAIL_OTP"],
            allowed="EMAIL_OTP with another factor",
            fix="add SOFTWARE_TOKEN_MFA",
        )


@rule(
    "mfa.text-messages-come-along",
    USER_POOL,
    severity="warning",
    why="an SMS configuration makes text messages a second factor, whatever else is named",
    evidence="developer guide",
    source=_PAGE,
)
def text_messages_come_along(pool: View) -> Iterator[Problem]:
    """Warn of a second factor that nobody has asked for."""
    if is_active(pool) and pool.surely_has("SmsConfiguration"):
        named = pool.texts("EnabledMfas")
        if named and "SMS_MFA" not in named:
            yield pool.problem(
                "SmsConfiguration",
                "makes text messages a second factor too, although {EnabledMfas} does not name them",
                allowed="nothing, or SMS_MFA in {EnabledMfas}",
                fix="leave it out of a new pool, where it can never be removed, or count on text messages",
            )


@rule(
    "mfa.address-not-collected",
    USER_POOL,
    severity="warning",
    why="a user without the address that the code is sent to cannot sign in",
    evidence="developer guide",
    source=_PAGE,
)
def address_not_collected(pool: View) -> Iterator[Problem]:
    """Warn of second factors that some users cannot have."""
    if pool.text("MfaConfiguration") != "ON":
        return
    factors = factors_of(pool)
    wanted = sorted(_ADDRESSES[factor] for factor in factors if factor in _ADDRESSES)
    if factors and factors <= _ADDRESSES.keys() and not everybody_has(pool, wanted):
        yield pool.problem(
            "EnabledMfas",
            f"needs {' or '.join(wanted)}, which users may not have",
            got=sorted(factors),
            allowed="SOFTWARE_TOKEN_MFA, or an address that {UsernameAttributes} names or {Schema} requires",
            fix=f"add SOFTWARE_TOKEN_MFA, or ask everybody for {' or '.join(wanted)} when they sign up",
        )


@rule(
    "mfa.risk-asks-for-a-factor",
    USER_POOL,
    severity="warning",
    why="threat protection asks for a second factor by risk only where users may choose to have one",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pool-settings-adaptive-authentication.html",
)
def risk_asks_for_a_factor(pool: View) -> Iterator[Problem]:
    """Warn of risks answered by a second factor that is not optional."""
    mfa = pool.text("MfaConfiguration")
    if mfa == "OPTIONAL":
        return
    actions = "AccountTakeoverRiskConfiguration.Actions"
    answers = [risk.get(f"{actions}.{level}Action.EventAction") for risk in pool.around(_RISKS) for level in _LEVELS]
    if any(answer in ("MFA_IF_CONFIGURED", "MFA_REQUIRED") for answer in answers if isinstance(answer, str)):
        yield pool.problem(
            "MfaConfiguration",
            "should be OPTIONAL, since a risk configuration answers risks by a second factor",
            got=mfa,
            allowed="OPTIONAL",
            fix="say OPTIONAL, or answer risks by BLOCK or NO_ACTION",
        )


@rule(
    "mfa.optional-is-not-offered",
    USER_POOL,
    severity="warning",
    why="managed login asks for an optional second factor, but never offers to set one up",
    evidence="developer guide",
    source=_PAGE,
)
def optional_is_not_offered(pool: View) -> Iterator[Problem]:
    """Warn that nobody will have a second factor unless the app offers one."""
    if pool.text("MfaConfiguration") == "OPTIONAL" and pool.around(USER_POOL_DOMAIN):
        yield pool.problem(
            "MfaConfiguration",
            "is never offered by the pool's sign-in pages",
            got="OPTIONAL",
            allowed="ON, or OPTIONAL and a page of your own to set a factor up",
            fix="say ON, or let users set up a factor in your app",
        )


@rule(
    "mfa.message-never-sent",
    USER_POOL,
    severity="warning",
    why="without second factors or one-time codes nobody is sent such a message",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pool-settings-message-customizations.html",
)
def message_never_sent(pool: View) -> Iterator[Problem]:
    """Warn of a text that nobody will read."""
    if pool.text("MfaConfiguration") not in (None, "OFF"):
        return
    first_factors = pool.texts("Policies.SignInPolicy.AllowedFirstAuthFactors") or ()
    for name, factor in _MESSAGES.items():
        if pool.surely_has(name) and factor not in first_factors:
            yield pool.problem(
                name,
                "is never sent while {MfaConfiguration} is OFF",
                allowed="nothing",
                fix="leave it out, or set {MfaConfiguration} to ON or OPTIONAL",
            )
