"""Texts: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html.

Lengths and characters of single texts are limits; here is how texts belong together.
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, USER_POOL_DOMAIN
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.registry import API, CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_VERIFICATION = "VerificationMessageTemplate"
_OPTION = f"{_VERIFICATION}.DefaultEmailOption"
_BY_CODE, _BY_LINK = f"{_VERIFICATION}.EmailMessage", f"{_VERIFICATION}.EmailMessageByLink"
_INVITATION = "AdminCreateUserConfig.InviteMessageTemplate"

_TEXTS = GUIDE + "cognito-user-pool-settings-message-customizations.html"
_TEMPLATE_TYPE = API + "API_VerificationMessageTemplateType.html"

# Outdated property → the one that AWS uses in its place.
_TWINS = {
    "EmailVerificationMessage": _BY_CODE,
    "EmailVerificationSubject": f"{_VERIFICATION}.EmailSubject",
    "SmsVerificationMessage": f"{_VERIFICATION}.SmsMessage",
}

_MAILS = (
    _BY_CODE,
    f"{_VERIFICATION}.EmailSubject",
    _BY_LINK,
    f"{_VERIFICATION}.EmailSubjectByLink",
    "EmailVerificationMessage",
    "EmailVerificationSubject",
    "EmailAuthenticationMessage",
    "EmailAuthenticationSubject",
    f"{_INVITATION}.EmailMessage",
    f"{_INVITATION}.EmailSubject",
)
_TEXT_MESSAGES = (
    f"{_VERIFICATION}.SmsMessage",
    "SmsVerificationMessage",
    "SmsAuthenticationMessage",
    f"{_INVITATION}.SMSMessage",
)


def _known(pool: View, path: str) -> str | None:
    """Give a text that is known now; another one says nothing about its neighbours."""
    text = pool.get(path)
    return text if isinstance(text, str) and not is_unknown(text) else None


@rule(
    "messages.link-needs-domain",
    USER_POOL,
    severity="warning",
    why="the link leads to a page on the pool's domain; without one nobody can confirm a sign-up",
    evidence="developer guide",
    source=_TEXTS,
)
def link_needs_domain(pool: View) -> Iterator[Problem]:
    """Ask for the domain that links lead to, which may still be made elsewhere."""
    if pool.text(_OPTION) == "CONFIRM_WITH_LINK" and not pool.all_around(USER_POOL_DOMAIN):
        yield pool.problem(
            _OPTION,
            "needs a domain on the pool, which the link leads to",
            got="CONFIRM_WITH_LINK",
            allowed="CONFIRM_WITH_CODE, where there is no domain",
            fix="give the pool a prefix domain or a custom domain, or verify by code",
        )


@rule(
    "messages.link-text-empty",
    USER_POOL,
    why="{####} stands for a code; AWS answers 'The message is invalid' where a link belongs",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/6705",
)
def link_text_empty(pool: View) -> Iterator[Problem]:
    """Refuse a code where the link belongs: AWS's own pattern lets it pass as a link without text."""
    text = pool.text(_BY_LINK)
    if text is not None and "{####}" in text and not re.search(r"\{##.+?##\}", text, re.DOTALL):
        yield pool.problem(
            _BY_LINK,
            "must have a link, not a code, in it",
            got=text,
            allowed="a text with {##Verify your address##} or the like in it",
            fix="write {##the text of the link##} in place of {####}",
        )


@rule(
    "messages.link-text-unused",
    USER_POOL,
    severity="warning",
    why="by code is what Cognito does unless told otherwise",
    evidence="inferred",
    source=_TEMPLATE_TYPE,
)
def link_text_unused(pool: View) -> Iterator[Problem]:
    """Warn of texts for links where codes are sent."""
    if pool.text(_OPTION) == "CONFIRM_WITH_LINK":
        return
    for path in (_BY_LINK, f"{_VERIFICATION}.EmailSubjectByLink"):
        if pool.surely_has(path):
            yield pool.problem(
                path,
                f"is never sent unless {{{_OPTION}}} is CONFIRM_WITH_LINK",
                got=pool.get(path),
                allowed="nothing, where addresses are verified by code",
                fix=f"set {{{_OPTION}}} to CONFIRM_WITH_LINK, or leave the text out",
            )


@rule(
    "messages.link-without-text",
    USER_POOL,
    severity="warning",
    why="with links, the mail after sign-up has a text of its own; the one for codes serves all other mails",
    evidence="inferred",
    source=_TEMPLATE_TYPE,
)
def link_without_text(pool: View) -> Iterator[Problem]:
    """Warn of an own text that the mail after sign-up does not have."""
    if pool.text(_OPTION) == "CONFIRM_WITH_LINK" and pool.has(_BY_CODE) and not pool.has(_BY_LINK):
        yield pool.problem(
            _BY_LINK,
            f"is Cognito's own text after sign-up, not {{{_BY_CODE}}}",
            allowed="a text with {##Verify your address##} or the like in it",
            fix="say the text for the link in its place: AWS may refuse both",
        )


@rule(
    "messages.code-beside-link",
    USER_POOL,
    severity="warning",
    why="the API's page wants one of the two texts, and says that both are answered with an error",
    evidence="API model",
    source=API + "API_CreateUserPool.html",
)
def code_beside_link(pool: View) -> Iterator[Problem]:
    """Warn of the text for codes beside the one for links."""
    # Terraform modules that always say both are in wide use, and nobody has reported a refusal (2026-11): no error.
    if pool.text(_OPTION) == "CONFIRM_WITH_LINK" and pool.surely_has(_BY_CODE) and pool.surely_has(_BY_LINK):
        yield pool.problem(
            _BY_CODE,
            f"may be refused beside {{{_BY_LINK}}}",
            got=pool.get(_BY_CODE),
            allowed=f"nothing, where {{{_OPTION}}} is CONFIRM_WITH_LINK",
            fix="leave it out and let a custom message trigger write the mails with a code, or acknowledge this",
        )


@rule(
    "messages.user-name-in-verification",
    USER_POOL,
    severity="warning",
    why="verification messages know the code alone: {username} stays in them as it is written",
    evidence="developer guide",
    source=_TEXTS,
)
def user_name_in_verification(pool: View) -> Iterator[Problem]:
    """Warn of a placeholder that nobody fills in."""
    verification = [path for path in (*_MAILS, *_TEXT_MESSAGES) if path.startswith(_VERIFICATION) or path in _TWINS]
    for path in verification:
        text = _known(pool, path)
        if text is not None and "{username}" in text:
            yield pool.problem(
                path,
                "cannot have {username} filled in",
                got=text,
                allowed="the code or link, and your own words",
                fix="leave {username} out, or write the text in a custom message trigger",
            )


@rule(
    "messages.outdated-twin-differs",
    USER_POOL,
    severity="warning",
    why="AWS no longer uses the outdated property, and reads it back as the other one's value",
    evidence="API model",
    source=CLOUDFORMATION + "aws-resource-cognito-userpool.html",
)
def outdated_twin_differs(pool: View) -> Iterator[Problem]:
    """Warn of two texts for one message."""
    for outdated, current in _TWINS.items():
        old, new = _known(pool, outdated), _known(pool, current)
        if old is not None and new is not None and old != new:
            yield pool.problem(
                outdated,
                f"differs from {{{current}}}, which is the one that is sent",
                got=old,
                allowed="nothing, or the same text",
                fix=f"leave it out, and keep {{{current}}}",
            )


@rule(
    "messages.none-at-sign-up",
    USER_POOL,
    severity="warning",
    why="people who sign up are sent a code where an address of theirs is verified, and wait for ever where none is",
    evidence="developer guide",
    source=GUIDE + "signing-up-users-in-your-app.html",
)
def none_at_sign_up(pool: View) -> Iterator[Problem]:
    """Warn of words to people who sign up, which nobody is ever sent."""
    words = [path for path in (_BY_CODE, _BY_LINK, *_TWINS, "LambdaConfig.CustomMessage") if pool.surely_has(path)]
    if not words or pool.texts("AutoVerifiedAttributes") or pool.has("LambdaConfig.PreSignUp"):
        return
    if not pool.flag("AdminCreateUserConfig.AllowAdminCreateUserOnly"):
        yield pool.problem(
            words[0],
            "does not reach people who sign up, since {AutoVerifiedAttributes} names nothing",
            got=pool.get(words[0]),
            allowed="words that are sent, or users who are made by an administrator alone",
            fix="add email to {AutoVerifiedAttributes}, or confirm users in a pre sign-up trigger",
        )


@rule(
    "messages.written-by-trigger",
    USER_POOL,
    severity="warning",
    why="the function is asked for every message, so what stands in the settings may never be sent",
    evidence="developer guide",
    source=GUIDE + "user-pool-lambda-custom-message.html",
)
def written_by_trigger(pool: View) -> Iterator[Problem]:
    """Warn of texts that a function writes anyway."""
    for trigger, texts in (
        ("LambdaConfig.CustomMessage", (*_MAILS, *_TEXT_MESSAGES)),
        ("LambdaConfig.CustomEmailSender", _MAILS),
        ("LambdaConfig.CustomSMSSender", _TEXT_MESSAGES),
    ):
        said = [f"{{{path}}}" for path in texts if pool.surely_has(path)] if pool.surely_has(trigger) else []
        if said:
            yield pool.problem(
                trigger,
                f"writes its own texts in place of {', '.join(said)}",
                allowed="the function, or texts in the settings",
                fix="leave out the texts that the function writes, or acknowledge this where it writes only some",
            )


@rule(
    "messages.invitation-without-password",
    USER_POOL,
    why="users made by an administrator get their temporary password by this message alone",
    evidence="measured on AWS",
    source=API + "API_AdminCreateUserConfigType.html",
)
def invitation_without_password(pool: View) -> Iterator[Problem]:
    """Ask for the temporary password where passwords are the only way in."""
    # Where users may come in without a password, AWS lets the invitation do without one.
    factors = set(pool.texts("Policies.SignInPolicy.AllowedFirstAuthFactors") or ())
    for name in ("EmailMessage", "SMSMessage") if factors <= {"PASSWORD"} else ():
        text = _known(pool, f"{_INVITATION}.{name}")
        if text is not None and "{####}" not in text:
            yield pool.problem(
                f"{_INVITATION}.{name}",
                "needs {####}, where the temporary password goes",
                got=text,
                allowed="a text with {username} and {####} in it",
                fix="write {####} where the temporary password shall stand",
            )


@rule(
    "messages.invitation-without-user-name",
    USER_POOL,
    severity="warning",
    why="users made by an administrator learn their user name from this message alone",
    evidence="developer guide",
    source=_TEXTS,
)
def invitation_without_user_name(pool: View) -> Iterator[Problem]:
    """Warn of an invitation that does not tell the user name."""
    for name in ("EmailMessage", "SMSMessage"):
        text = _known(pool, f"{_INVITATION}.{name}")
        if text is not None and "{username}" not in text:
            yield pool.problem(
                f"{_INVITATION}.{name}",
                "does not tell the user name",
                got=text,
                allowed="a text with {username} and {####} in it",
                fix="write {username} where the user name shall stand",
            )
