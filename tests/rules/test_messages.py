"""Rules about the texts that Cognito sends."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, domain, pool

FUNCTION = "arn:aws:lambda:eu-central-1:111122223333:function:messages"


def verification(option: Any = None, **texts: Any) -> Resources:
    return pool(VerificationMessageTemplate={"DefaultEmailOption": option, **texts})


def invitation(**texts: Any) -> dict[str, Any]:
    return {"AdminCreateUserConfig": {"InviteMessageTemplate": texts}}


CASES = [
    Case(
        rule="messages.link-needs-domain",
        fails=verification("CONFIRM_WITH_LINK"),
        says="""\
Pool.VerificationMessageTemplate.DefaultEmailOption: needs a domain on the pool, which the link leads to, got \
'CONFIRM_WITH_LINK'
   allowed: CONFIRM_WITH_CODE, where there is no domain
   fix: give the pool a prefix domain or a custom domain, or verify by code
   [messages.link-needs-domain] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html""",
        passes=verification("CONFIRM_WITH_LINK") | domain(Domain="shop"),
        silent=verification(UNKNOWN),
    ),
    Case(
        rule="messages.link-text-empty",
        fails=verification("CONFIRM_WITH_LINK", EmailMessageByLink="Click {####}"),
        says="""\
Pool.VerificationMessageTemplate.EmailMessageByLink: must have a link, not a code, in it, got 'Click {####}'
   allowed: a text with {##Verify your address##} or the like in it
   fix: write {##the text of the link##} in place of {####}
   [messages.link-text-empty] https://github.com/aws/aws-cdk/issues/6705""",
        passes=verification("CONFIRM_WITH_LINK", EmailMessageByLink="Click {##here##}"),
        silent=verification("CONFIRM_WITH_LINK", EmailMessageByLink=UNKNOWN),
    ),
    Case(
        rule="messages.link-text-unused",
        fails=verification("CONFIRM_WITH_CODE", EmailMessageByLink="Click {##here##}"),
        says="""\
Pool.VerificationMessageTemplate.EmailMessageByLink: is never sent unless \
Pool.VerificationMessageTemplate.DefaultEmailOption is CONFIRM_WITH_LINK, got 'Click {##here##}'
   allowed: nothing, where addresses are verified by code
   fix: set Pool.VerificationMessageTemplate.DefaultEmailOption to CONFIRM_WITH_LINK, or leave the text out
   [messages.link-text-unused] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerificationMessageTemplateType.html""",
        passes=verification("CONFIRM_WITH_LINK", EmailMessageByLink="Click {##here##}"),
        silent=verification(UNKNOWN, EmailMessageByLink="Click {##here##}"),
    ),
    Case(
        rule="messages.link-without-text",
        fails=verification("CONFIRM_WITH_LINK", EmailMessage="Your code is {####}"),
        says="""\
Pool.VerificationMessageTemplate.EmailMessageByLink: is Cognito's own text after sign-up, not \
Pool.VerificationMessageTemplate.EmailMessage
   allowed: a text with {##Verify your address##} or the like in it
   fix: say the text for the link in its place: AWS may refuse both
   [messages.link-without-text] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerificationMessageTemplateType.html""",
        passes=verification(
            "CONFIRM_WITH_LINK", EmailMessage="Your code is {####}", EmailMessageByLink="Click {##here##}"
        ),
        silent=verification(UNKNOWN, EmailMessage="Your code is {####}"),
    ),
    Case(
        rule="messages.user-name-in-verification",
        fails=verification(EmailMessage="Hello {username}, your code is {####}"),
        says="""\
Pool.VerificationMessageTemplate.EmailMessage: cannot have {username} filled in, got 'Hello {username}, your code \
is {####}'
   allowed: the code or link, and your own words
   fix: leave {username} out, or write the text in a custom message trigger
   [messages.user-name-in-verification] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html""",
        passes=verification(EmailMessage="Hello, your code is {####}"),
        silent=verification(EmailMessage={"Fn::Sub": "Hello {username}, your code is {####}"}),
    ),
    Case(
        rule="messages.outdated-twin-differs",
        fails=pool(SmsVerificationMessage="Code {####}", VerificationMessageTemplate={"SmsMessage": "{####}, please"}),
        says="""\
Pool.SmsVerificationMessage: differs from Pool.VerificationMessageTemplate.SmsMessage, which is the one that is \
sent, got 'Code {####}'
   allowed: nothing, or the same text
   fix: leave it out, and keep Pool.VerificationMessageTemplate.SmsMessage
   [messages.outdated-twin-differs] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html""",
        passes=pool(SmsVerificationMessage="Code {####}", VerificationMessageTemplate={"SmsMessage": "Code {####}"}),
        silent=pool(SmsVerificationMessage="Code {####}", VerificationMessageTemplate={"SmsMessage": UNKNOWN}),
    ),
    Case(
        rule="messages.written-by-trigger",
        fails=pool(LambdaConfig={"CustomMessage": FUNCTION}, SmsAuthenticationMessage="Code {####}"),
        says="""\
Pool.LambdaConfig.CustomMessage: writes its own texts in place of Pool.SmsAuthenticationMessage
   allowed: the function, or texts in the settings
   fix: leave out the texts that the function writes, or acknowledge this where it writes only some
   [messages.written-by-trigger] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html""",
        passes=pool(
            LambdaConfig={"CustomMessage": FUNCTION},
            VerificationMessageTemplate={"DefaultEmailOption": "CONFIRM_WITH_CODE"},
        ),
        silent=pool(LambdaConfig=UNKNOWN, SmsAuthenticationMessage="Code {####}"),
    ),
    Case(
        rule="messages.invitation-without-password",
        fails=pool(**invitation(EmailMessage="Hello {username}")),
        says="""\
Pool.AdminCreateUserConfig.InviteMessageTemplate.EmailMessage: needs {####}, where the temporary password goes, got \
'Hello {username}'
   allowed: a text with {username} and {####} in it
   fix: write {####} where the temporary password shall stand
   [messages.invitation-without-password] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUserConfigType.html""",
        passes=pool(**invitation(EmailMessage="Hello {username}, {####}")),
        silent=pool(
            Policies={"SignInPolicy": {"AllowedFirstAuthFactors": UNKNOWN}},
            **invitation(EmailMessage="Hello {username}"),
        ),
    ),
    Case(
        rule="messages.invitation-without-user-name",
        fails=pool(**invitation(SMSMessage="Your password is {####}")),
        says="""\
Pool.AdminCreateUserConfig.InviteMessageTemplate.SMSMessage: does not tell the user name, got 'Your password is \
{####}'
   allowed: a text with {username} and {####} in it
   fix: write {username} where the user name shall stand
   [messages.invitation-without-user-name] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html""",
        passes=pool(**invitation(SMSMessage="{username}: {####}")),
        silent=pool(**invitation(SMSMessage=UNKNOWN)),
    ),
    Case(
        rule="messages.code-beside-link",
        fails=verification(
            "CONFIRM_WITH_LINK", EmailMessage="Your code is {####}", EmailMessageByLink="Click {##here##}"
        ),
        says="""\
Pool.VerificationMessageTemplate.EmailMessage: may be refused beside \
Pool.VerificationMessageTemplate.EmailMessageByLink, got 'Your code is {####}'
   allowed: nothing, where Pool.VerificationMessageTemplate.DefaultEmailOption is CONFIRM_WITH_LINK
   fix: leave it out and let a custom message trigger write the mails with a code, or acknowledge this
   [messages.code-beside-link] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html""",
        passes=verification("CONFIRM_WITH_LINK", EmailMessageByLink="Click {##here##}"),
        silent=verification(UNKNOWN, EmailMessage="Your code is {####}", EmailMessageByLink="Click {##here##}"),
    ),
    Case(
        rule="messages.none-at-sign-up",
        fails=pool(VerificationMessageTemplate={"EmailMessage": "Your code is {####}"}),
        says="""\
Pool.VerificationMessageTemplate.EmailMessage: does not reach people who sign up, since Pool.AutoVerifiedAttributes \
names nothing, got 'Your code is {####}'
   allowed: words that are sent, or users who are made by an administrator alone
   fix: add email to Pool.AutoVerifiedAttributes, or confirm users in a pre sign-up trigger
   [messages.none-at-sign-up] \
https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html""",
        passes=pool(
            AutoVerifiedAttributes=["email"], VerificationMessageTemplate={"EmailMessage": "Your code is {####}"}
        ),
        silent=pool(
            AutoVerifiedAttributes=UNKNOWN, VerificationMessageTemplate={"EmailMessage": "Your code is {####}"}
        ),
    ),
]


def found(rule: str, resources: Resources) -> list[tuple[str | int, ...]]:
    return [finding.property for finding in judge(resources) if finding.rule == rule]


@pytest.mark.parametrize("text", ["{####} or {##here##}", "{##verify\nyour address##}", "{##a##}"])
def test_a_link_may_have_any_text(text: str) -> None:
    assert not found("messages.link-text-empty", verification("CONFIRM_WITH_LINK", EmailMessageByLink=text))


def test_texts_for_links_are_not_sent_by_default() -> None:
    texts = pool(VerificationMessageTemplate={"EmailMessageByLink": "{##here##}", "EmailSubjectByLink": "Welcome"})
    assert found("messages.link-text-unused", texts) == [
        ("VerificationMessageTemplate", "EmailMessageByLink"),
        ("VerificationMessageTemplate", "EmailSubjectByLink"),
    ]


def test_an_unknown_text_says_nothing_about_its_neighbours() -> None:
    resources = verification(EmailMessage=UNKNOWN, SmsMessage="{username} {####}")
    assert found("messages.user-name-in-verification", resources) == [("VerificationMessageTemplate", "SmsMessage")]
    texts = invitation(EmailMessage="${Token[TOKEN.7]}", SMSMessage="Welcome aboard")
    assert found("messages.invitation-without-password", pool(**texts)) == [
        ("AdminCreateUserConfig", "InviteMessageTemplate", "SMSMessage")
    ]


@pytest.mark.parametrize(
    ("factors", "needed"),
    [(["PASSWORD"], True), (["PASSWORD", "EMAIL_OTP"], False), (["PASSWORD", "WEB_AUTHN"], False)],
)
def test_an_invitation_does_without_a_password_where_users_may(factors: list[str], needed: bool) -> None:
    policies = {"SignInPolicy": {"AllowedFirstAuthFactors": factors}}
    resources = pool(Policies=policies, **invitation(EmailMessage="Hello {username}"))
    assert bool(found("messages.invitation-without-password", resources)) is needed


@pytest.mark.parametrize(
    ("trigger", "text", "written"),
    [
        ("CustomMessage", "EmailMessage", True),
        ("CustomMessage", "SmsMessage", True),
        ("CustomEmailSender", "EmailMessage", True),
        ("CustomEmailSender", "SmsMessage", False),
        ("CustomSMSSender", "EmailMessage", False),
        ("CustomSMSSender", "SmsMessage", True),
    ],
)
def test_a_sender_writes_its_own_kind_of_message(trigger: str, text: str, written: bool) -> None:
    function = FUNCTION if trigger == "CustomMessage" else {"LambdaArn": FUNCTION, "LambdaVersion": "V1_0"}
    resources = pool(LambdaConfig={trigger: function}, VerificationMessageTemplate={text: "{####}"})
    assert bool(found("messages.written-by-trigger", resources)) is written


@pytest.mark.parametrize(
    "more",
    [
        {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True}},
        {"LambdaConfig": {"PreSignUp": "arn:aws:lambda:eu-central-1:111122223333:function:shop"}},
    ],
)
def test_where_nobody_signs_up_or_a_function_confirms_nobody_waits_for_a_message(more: Any) -> None:
    resources = pool(EmailVerificationMessage="Your code is {####}", **more)
    assert [one.rule for one in judge(resources) if one.rule == "messages.none-at-sign-up"] == []


def at(path: str, text: Any) -> dict[str, Any]:
    """Put a text into its place."""
    first, *inner = path.split(".")
    return {first: at(".".join(inner), text) if inner else text}


MAILS = [
    "VerificationMessageTemplate.EmailMessage",
    "VerificationMessageTemplate.EmailSubject",
    "VerificationMessageTemplate.EmailMessageByLink",
    "VerificationMessageTemplate.EmailSubjectByLink",
    "EmailVerificationMessage",
    "EmailVerificationSubject",
    "EmailAuthenticationMessage",
    "EmailAuthenticationSubject",
    "AdminCreateUserConfig.InviteMessageTemplate.EmailMessage",
    "AdminCreateUserConfig.InviteMessageTemplate.EmailSubject",
]
TEXT_MESSAGES = [
    "VerificationMessageTemplate.SmsMessage",
    "SmsVerificationMessage",
    "SmsAuthenticationMessage",
    "AdminCreateUserConfig.InviteMessageTemplate.SMSMessage",
]


@pytest.mark.parametrize("path", MAILS + TEXT_MESSAGES)
def test_a_function_writes_each_of_the_texts_of_its_kind(path: str) -> None:
    kind, other = ("CustomEmailSender", "CustomSMSSender")[:: 1 if path in MAILS else -1]
    said = at(path, "Hello")
    sender = {"LambdaArn": FUNCTION, "LambdaVersion": "V1_0"}
    assert len(found("messages.written-by-trigger", pool(LambdaConfig={kind: sender}, **said))) == 1
    assert len(found("messages.written-by-trigger", pool(LambdaConfig={"CustomMessage": FUNCTION}, **said))) == 1
    assert found("messages.written-by-trigger", pool(LambdaConfig={other: sender}, **said)) == []


@pytest.mark.parametrize("path", MAILS + TEXT_MESSAGES)
def test_the_user_name_is_known_to_invitations_and_codes_for_signing_in(path: str) -> None:
    expected = [tuple(path.split("."))] if "Verification" in path else []
    assert found("messages.user-name-in-verification", pool(**at(path, "Hello {username}"))) == expected


@pytest.mark.parametrize(
    ("outdated", "current"),
    [
        ("EmailVerificationMessage", "EmailMessage"),
        ("EmailVerificationSubject", "EmailSubject"),
        ("SmsVerificationMessage", "SmsMessage"),
    ],
)
def test_each_outdated_text_has_its_twin(outdated: str, current: str) -> None:
    def twins(old: str, new: str) -> list[tuple[str | int, ...]]:
        texts: dict[str, Any] = {outdated: old, "VerificationMessageTemplate": {current: new}}
        return found("messages.outdated-twin-differs", pool(**texts))

    assert twins("{####}", "Your code is {####}") == [(outdated,)]
    assert twins("{####}", "{####}") == []


def test_all_texts_that_a_function_writes_are_named() -> None:
    texts = {"EmailVerificationMessage": "{####}", "EmailAuthenticationMessage": "{####}"}
    findings = judge(pool(LambdaConfig={"CustomMessage": FUNCTION}, **texts))
    assert [each.problem for each in findings if each.rule == "messages.written-by-trigger"] == [
        "writes its own texts in place of Pool.EmailVerificationMessage, Pool.EmailAuthenticationMessage"
    ]


@pytest.mark.parametrize("text", ["EmailMessage", "SMSMessage"])
def test_either_invitation_tells_user_name_and_password(text: str) -> None:
    place = [("AdminCreateUserConfig", "InviteMessageTemplate", text)]
    assert found("messages.invitation-without-user-name", pool(**invitation(**{text: "{####}"}))) == place
    assert found("messages.invitation-without-password", pool(**invitation(**{text: "{username}"}))) == place
