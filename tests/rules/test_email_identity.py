"""Rules about the SES identity that mails are sent from."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment, judge
from constructs_lib.rules.facts.regions import SES, SES_PERHAPS
from tests.rules.case import UNKNOWN, Case, pool

FRANKFURT = Deployment(region="eu-central-1", account="111122223333")
IDENTITY = "arn:aws:ses:eu-central-1:111122223333:identity/shop.example"


def ses(source_arn: Any = IDENTITY, **properties: Any) -> Resources:
    return pool(EmailConfiguration={"EmailSendingAccount": "DEVELOPER", "SourceArn": source_arn, **properties})


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
        fails=pool(EmailConfiguration={"EmailSendingAccount": "COGNITO_DEFAULT", "SourceArn": IDENTITY}),
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
        rule="email.identity-of-any-region",
        fails=pool(EmailConfiguration={"SourceArn": identity("*"), "From": "no-reply@shop.example"}),
        says="""\
Pool.EmailConfiguration.SourceArn: may be refused, with * for its Region, got \
'arn:aws:ses:*:111122223333:identity/shop.example'
   allowed: an ARN with a Region
   fix: name the identity's Region, and set Pool.EmailConfiguration.EmailSendingAccount to DEVELOPER where your own \
SES shall send
   [email.identity-of-any-region] https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html""",
        passes=ses(),
        silent=ses(UNKNOWN),
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


def test_a_region_that_the_guide_writes_as_a_star_is_doubtful_and_not_refused() -> None:
    findings = judge(ses(identity("*")), Deployment(region="ap-east-1", account="111122223333"))
    assert [finding.rule for finding in findings if finding.property[:2] == ("EmailConfiguration", "SourceArn")] == [
        "email.identity-of-any-region"
    ]


@pytest.mark.parametrize(("where", "more"), [(region, perhaps) for region, perhaps in SES_PERHAPS.items()])
def test_where_more_regions_may_serve_the_guide_lists_one(where: str, more: tuple[str, ...]) -> None:
    assert set(SES[where]) <= set(more)
    assert len(SES[where]) == 1 or SES[where] == more
