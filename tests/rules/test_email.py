"""Rules about who sends mails."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment, judge
from tests.rules.case import UNKNOWN, Case, pool

FRANKFURT = Deployment(region="eu-central-1", account="111122223333")
IDENTITY = "arn:aws:ses:eu-central-1:111122223333:identity/shop.example"


def ses(source_arn: Any = IDENTITY, **properties: Any) -> Resources:
    return pool(EmailConfiguration={"EmailSendingAccount": "DEVELOPER", "SourceArn": source_arn, **properties})


def cognito(**properties: Any) -> Resources:
    return pool(EmailConfiguration={"EmailSendingAccount": "COGNITO_DEFAULT", **properties})


def identity(region: str = "eu-central-1", account: str = "111122223333", name: str = "shop.example") -> str:
    return f"arn:aws:ses:{region}:{account}:identity/{name}"


def sub(region: str = "${AWS::Region}", account: str = "${AWS::AccountId}", name: str = "shop.example") -> Any:
    return {"Fn::Sub": f"arn:${{AWS::Partition}}:ses:{region}:{account}:identity/{name}"}


def join(*pieces: Any) -> Any:
    return {"Fn::Join": ["", list(pieces)]}


CASES = [
    Case(
        rule="email.identity-required",
        fails=pool(EmailConfiguration={"EmailSendingAccount": "DEVELOPER"}),
        says="""\
Pool.EmailConfiguration.SourceArn: is needed where Pool.EmailConfiguration.EmailSendingAccount is DEVELOPER
   allowed: ARN of a verified SES identity
   fix: name the verified domain or address, or set Pool.EmailConfiguration.EmailSendingAccount to COGNITO_DEFAULT
   [email.identity-required] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html""",
        passes=ses(),
        silent=pool(EmailConfiguration={"EmailSendingAccount": UNKNOWN}),
    ),
    Case(
        rule="email.identity-arn",
        fails=ses("arn:aws:ses:eu-central-1:111122223333:configuration-set/shop"),
        says="""\
Pool.EmailConfiguration.SourceArn: must be the ARN of an SES identity, got \
'arn:aws:ses:eu-central-1:111122223333:configuration-set/shop'
   allowed: arn:aws:ses:<region>:<account>:identity/<domain or address>
   fix: give the ARN that the SES console shows for the verified domain or address
   [email.identity-arn] https://github.com/aws/aws-cdk/issues/25115""",
        passes=ses(),
        silent=ses(UNKNOWN),
    ),
    Case(
        rule="email.identity-region",
        fails=ses(identity("eu-west-2")),
        says="""\
Pool.EmailConfiguration.SourceArn: cannot be in eu-west-2 for a pool in eu-central-1, got \
'arn:aws:ses:eu-west-2:111122223333:identity/shop.example'
   allowed: an identity in eu-central-1 or us-east-1 or us-west-2 or eu-west-1
   fix: verify the identity in eu-central-1 and name that one
   [email.identity-region] https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html""",
        passes=ses(identity("eu-west-1")),
        silent=ses(identity("${Region}")),
        where=FRANKFURT,
    ),
    Case(
        rule="email.identity-region-unconfirmed",
        fails=ses(identity("eu-west-1")),
        says="""\
Pool.EmailConfiguration.SourceArn: is in eu-west-1, which may not serve a pool in eu-north-1, got \
'arn:aws:ses:eu-west-1:111122223333:identity/shop.example'
   allowed: an identity in eu-north-1
   fix: verify the identity in eu-north-1 and name that one, or try it in a pool for tests
   [email.identity-region-unconfirmed] https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html""",
        passes=ses(identity("eu-north-1")),
        silent=ses(UNKNOWN),
        where=Deployment(region="eu-north-1"),
    ),
    Case(
        rule="email.identity-account",
        fails=ses(identity(account="444455556666")),
        says="""\
Pool.EmailConfiguration.SourceArn: is in another account than the pool's (111122223333), got \
'arn:aws:ses:eu-central-1:444455556666:identity/shop.example'
   allowed: an identity in the pool's account
   fix: verify the identity in the pool's account, or give it a sending authorization policy for Cognito
   [email.identity-account] https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html""",
        passes=ses(),
        silent=ses(sub(account="${Account}")),
        where=FRANKFURT,
    ),
    Case(
        rule="email.cognito-sender-with-identity",
        fails=cognito(SourceArn=IDENTITY),
        says="""\
Pool.EmailConfiguration.SourceArn: needs a sending authorization policy for email.cognito-idp.amazonaws.com where \
Cognito sends, got 'arn:aws:ses:eu-central-1:111122223333:identity/shop.example'
   allowed: an identity with such a policy, or Pool.EmailConfiguration.EmailSendingAccount DEVELOPER
   fix: set Pool.EmailConfiguration.EmailSendingAccount to DEVELOPER, or give the identity the policy
   [email.cognito-sender-with-identity] https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html""",
        passes=ses(),
        silent=pool(EmailConfiguration={"EmailSendingAccount": UNKNOWN, "SourceArn": IDENTITY}),
    ),
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
        silent=ses(sub(name="${Domain}"), From="no-reply@other-shop.example"),
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
        passes=ses(identity(name="no-reply@shop.example")),
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
    ("where", "region", "said"),
    [
        ("eu-central-1", "us-east-1", set()),
        ("us-east-1", "us-east-2", {"email.identity-region"}),
        ("eu-north-1", "eu-central-1", {"email.identity-region"}),
        ("ca-west-1", "ca-central-1", set()),
        ("ca-west-1", "us-west-1", {"email.identity-region-unconfirmed"}),
        ("ca-west-1", "ca-west-1", {"email.identity-region-unconfirmed"}),
        ("ca-west-1", "eu-central-1", {"email.identity-region"}),
        ("xx-new-1", "xx-new-1", set()),
        ("xx-new-1", "us-east-1", {"email.identity-region-unconfirmed"}),
        ("us-gov-west-1", "us-gov-west-1", set()),
        ("eu-central-1", "*", set()),
    ],
)
def test_an_identity_serves_the_regions_that_the_guide_lists(where: str, region: str, said: set[str]) -> None:
    found = rules_of(ses(identity(region)), Deployment(region=where))
    assert {rule for rule in found if rule.startswith("email.identity-region")} == said


def test_without_a_known_region_no_identity_is_wrong() -> None:
    assert not {rule for rule in rules_of(ses(identity("eu-west-2")), Deployment()) if "identity" in rule}


CDK_ARN = join(
    "arn:", {"Ref": "AWS::Partition"}, ":ses:eu-west-2:", {"Ref": "AWS::AccountId"}, ":identity/shop.example"
)


@pytest.mark.parametrize(
    "arn",
    [
        sub("eu-west-2"),
        CDK_ARN,
        "arn:aws:ses:eu-west-2:${Token[AWS.AccountId.4]}:identity/shop.example",
        join("arn:aws:ses:eu-west-2:", {"Fn::ImportValue": "account"}, ":identity/shop.example"),
    ],
)
def test_an_arn_is_judged_by_its_known_parts(arn: Any) -> None:
    found = rules_of(ses(arn, From="no-reply@other.example"))
    assert {"email.identity-region", "email.from-outside-identity"} <= found
    assert "email.identity-account" not in found


@pytest.mark.parametrize(
    "arn",
    [
        sub(),
        sub("${Region}"),
        join("arn:", {"Ref": "AWS::Partition"}, ":ses:", {"Ref": "AWS::Region"}, ":111122223333:identity/shop.example"),
        {"Fn::Sub": ["arn:aws:ses:${Region}:111122223333:identity/shop.example", {"Region": "eu-west-2"}]},
        {"Fn::Join": [":", ["arn", "aws", "ses"]]},
        "${Token[TOKEN.12]}",
        "{{resolve:ssm:/shop/identity}}",
        "no ARN at all",
    ],
)
def test_an_arn_of_which_nothing_is_certainly_wrong_is_left_alone(arn: Any) -> None:
    assert not {rule for rule in rules_of(ses(arn, From="a@shop.example")) if "identity" in rule or "from" in rule}


@pytest.mark.parametrize("arn", [identity(name=""), "arn:aws:sns:eu-central-1:111122223333:identity/shop.example"])
def test_an_identity_is_one_of_ses_and_has_a_name(arn: str) -> None:
    assert "email.identity-arn" in rules_of(ses(arn))


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
    ],
)
def test_an_identity_covers_its_subdomains_or_its_one_address(name: str, sender: str, covered: bool) -> None:
    assert ("email.from-outside-identity" not in rules_of(ses(identity(name=name), From=sender))) is covered


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
