"""Rules about who sends mails."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment, judge
from tests.rules.case import UNKNOWN, Case, pool

FRANKFURT = Deployment(region="eu-central-1", account="111122223333")
IDENTITY = "arn:aws:ses:eu-central-1:111122223333:identity/shop.example"
SOME_DOMAIN = {"Fn::Sub": "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${Domain}"}


def ses(source_arn: Any = IDENTITY, **properties: Any) -> Resources:
    return pool(EmailConfiguration={"EmailSendingAccount": "DEVELOPER", "SourceArn": source_arn, **properties})


def cognito(**properties: Any) -> Resources:
    return pool(EmailConfiguration={"EmailSendingAccount": "COGNITO_DEFAULT", **properties})


def identity(name: str) -> str:
    return f"arn:aws:ses:eu-central-1:111122223333:identity/{name}"


CASES = [
    Case(
        rule="email.from-syntax",
        fails=ses(From="no-reply.shop.example"),
        says="""\
Pool.EmailConfiguration.From: must be an e-mail address, or a name and an address, got 'no-reply.shop.example'
   allowed: no-reply@shop.example or Shop <no-reply@shop.example>
   fix: write it in one of these two forms
   [email.from-syntax] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html""",
        passes=ses(From="no-reply@shop.example"),
        silent=ses(From=UNKNOWN),
    ),
    Case(
        rule="email.from-ascii",
        fails=ses(From="Shop <café@shop.example>"),
        says="""\
Pool.EmailConfiguration.From: must have an address of ASCII characters alone, got 'Shop <café@shop.example>'
   allowed: an address such as no-reply@xn--bcher-kva.example
   fix: write the domain in Punycode (xn--...), and plain letters before the @
   [email.from-ascii] https://github.com/aws/aws-cdk/issues/8473""",
        passes=ses(From="Shop <cafe@shop.example>"),
        silent=ses(From=UNKNOWN),
    ),
    Case(
        rule="email.from-name",
        fails=ses(From="Shop, Inc. <no-reply@shop.example>"),
        says="""\
Pool.EmailConfiguration.From: has a name with characters that may be refused, got 'Shop, Inc. <no-reply@shop.example>'
   allowed: a name of plain letters, digits and spaces, or one in quotation marks: "Shop, Inc." <...>
   fix: put the name in quotation marks, or encode it (=?UTF-8?Q?...?=)
   [email.from-name] https://github.com/aws/aws-cdk/issues/18903""",
        passes=ses(From='"Shop, Inc." <no-reply@shop.example>'),
        silent=ses(From=UNKNOWN),
    ),
    Case(
        rule="email.from-outside-identity",
        fails=ses(From="no-reply@other-shop.example"),
        says="""\
Pool.EmailConfiguration.From: is not covered by the SES identity shop.example, got 'no-reply@other-shop.example'
   allowed: an address at shop.example or a subdomain of it
   fix: send from there, or name the identity of this address in Pool.EmailConfiguration.SourceArn
   [email.from-outside-identity] https://github.com/aws/aws-cdk/issues/19787""",
        passes=ses(From="no-reply@mail.shop.example"),
        silent=ses(SOME_DOMAIN, From="no-reply@other-shop.example"),
    ),
    Case(
        rule="email.from-unsaid",
        fails=ses(),
        says="""\
Pool.EmailConfiguration.From: is needed where the SES identity is a domain
   allowed: an address at shop.example, with or without a name
   fix: set it, for example to no-reply@shop.example
   [email.from-unsaid] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html""",
        passes=ses(identity("no-reply@shop.example")),
        silent=ses(UNKNOWN),
    ),
    Case(
        rule="email.configuration-set-without-ses",
        fails=cognito(ConfigurationSet="shop"),
        says="""\
Pool.EmailConfiguration.ConfigurationSet: is used only where Pool.EmailConfiguration.EmailSendingAccount is \
DEVELOPER, got 'shop'
   allowed: nothing, where Cognito sends
   fix: set Pool.EmailConfiguration.EmailSendingAccount to DEVELOPER, or leave the configuration set out
   [email.configuration-set-without-ses] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html""",
        passes=ses(ConfigurationSet="shop"),
        silent=pool(EmailConfiguration={"EmailSendingAccount": UNKNOWN, "ConfigurationSet": "shop"}),
    ),
    Case(
        rule="email.daily-limit",
        fails=pool(AutoVerifiedAttributes=["email"]),
        says="""\
Pool.EmailConfiguration: lets Cognito send: 50 mails a day for the whole account
   allowed: SES in your account, for more than trying out
   fix: verify a domain in Amazon SES and set Pool.EmailConfiguration.EmailSendingAccount to DEVELOPER, or \
acknowledge this
   [email.daily-limit] https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html""",
        passes=ses() | {"Other": {"Type": "AWS::Cognito::UserPool"}},
        silent=pool(AutoVerifiedAttributes=["email"], EmailConfiguration={"EmailSendingAccount": UNKNOWN}),
    ),
]


def rules_of(resources: Resources, where: Deployment = FRANKFURT) -> set[str]:
    return {finding.rule for finding in judge(resources, where)}


@pytest.mark.parametrize(
    "sender",
    [
        "no-reply@shop.example",
        "Shop <no-reply@shop.example>",
        '"Shop @ home" <no-reply@shop.example>',
        "=?UTF-8?Q?B=C3=BCcher?= <no-reply@shop.example>",
        "<no-reply@shop.example>",
        "no-reply+eu@eu.shop.example",
        "No-Reply@Shop.Example",
        "",
    ],
)
def test_senders_that_reach_people_are_left_alone(sender: str) -> None:
    assert not {rule for rule in rules_of(ses(From=sender)) if rule.startswith("email.from")}


@pytest.mark.parametrize("sender", ["Shop", "Shop <no-reply>", "a b@shop.example", "<no-reply@shop.example> Shop", "@"])
def test_senders_that_are_no_address(sender: str) -> None:
    assert "email.from-syntax" in rules_of(ses(From=sender))


def test_a_sender_beyond_ascii() -> None:
    assert "email.from-ascii" in rules_of(ses(From="no-reply@bücher.example"))
    assert "email.from-name" in rules_of(ses(From="Bücher <no-reply@shop.example>"))


@pytest.mark.parametrize(
    ("name", "sender", "covered"),
    [
        ("shop.example", "a@notshop.example", False),
        ("eu.shop.example", "a@shop.example", False),
        ("a@shop.example", "a@shop.example", True),
        ("a@shop.example", "Shop <A+news@shop.example>", True),
        ("a+news@shop.example", "a+news@shop.example", True),
        ("a@shop.example", "b@shop.example", False),
        ("shop.example", "a@shop.example", True),
        ("shop.example", "a@eu.shop.example", True),
    ],
)
def test_an_identity_covers_its_subdomains_or_its_one_address(name: str, sender: str, covered: bool) -> None:
    assert ("email.from-outside-identity" not in rules_of(ses(identity(name), From=sender))) is covered


@pytest.mark.parametrize(
    "properties",
    [
        {"UsernameAttributes": ["email"]},
        {"AliasAttributes": ["phone_number", "email"]},
        {"UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]}},
        {"AccountRecoverySetting": {"RecoveryMechanisms": [UNKNOWN, {"Name": "verified_email", "Priority": 1}]}},
        {"AutoVerifiedAttributes": ["email"], "EmailConfiguration": {"ReplyToEmailAddress": "help@shop.example"}},
    ],
)
def test_a_pool_that_sends_mails_by_cognito_is_told_of_the_limit(properties: dict[str, Any]) -> None:
    assert "email.daily-limit" in rules_of(pool(**properties))


@pytest.mark.parametrize(
    "properties",
    [
        {},
        {"UsernameAttributes": ["phone_number"]},
        {"AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "admin_only", "Priority": 1}]}},
        {"AutoVerifiedAttributes": ["email"], "LambdaConfig": {"CustomEmailSender": {"LambdaVersion": "V1_0"}}},
    ],
)
def test_a_pool_that_sends_no_mails_by_cognito_is_not(properties: dict[str, Any]) -> None:
    assert "email.daily-limit" not in rules_of(pool(**properties))


def test_what_an_identity_allows_is_its_domain_or_its_one_address() -> None:
    def allowed(name: str) -> list[str]:
        findings = judge(ses(identity(name), From="b@other.example"), FRANKFURT)
        return [finding.allowed for finding in findings if finding.rule == "email.from-outside-identity"]

    assert allowed("a@shop.example") == ["a@shop.example"]
    assert allowed("shop.example") == ["an address at shop.example or a subdomain of it"]


def test_cognito_sends_also_where_somebody_says_so() -> None:
    said = {"EmailConfiguration": {"EmailSendingAccount": "COGNITO_DEFAULT"}}
    assert "email.daily-limit" in rules_of(pool(UsernameAttributes=["email"], **said))
