"""Rules about the role that text messages are sent by."""

from typing import Any

import pytest

from constructs_lib import Sms, SmsRole, UserPoolSettings
from constructs_lib.checking import check
from constructs_lib.resources.model import MANAGED_POLICY, ROLE, Resources
from constructs_lib.rules import Deployment, judge
from tests.rules.case import UNKNOWN, Case, pool

HERE = Deployment(region="eu-central-1", account="111122223333")
ROLE_ARN = "arn:aws:iam::111122223333:role/sms"
THE_ROLE = {"Fn::GetAtt": ["Role", "Arn"]}


def sms(role: Any = ROLE_ARN, pool_properties: dict[str, Any] | None = None, **properties: Any) -> Resources:
    return pool(SmsConfiguration={"SnsCallerArn": role, **properties}, **(pool_properties or {}))


def document(action: Any = "sns:Publish", **more: Any) -> dict[str, Any]:
    return {"Statement": [{"Effect": "Allow", "Action": action, "Resource": "*", **more}]}


def trust(service: Any = "cognito-idp.amazonaws.com", action: Any = "sts:AssumeRole", **more: Any) -> dict[str, Any]:
    return {"Statement": {"Effect": "Allow", "Principal": {"Service": service}, "Action": action, **more}}


def asking_for(external_id: Any) -> dict[str, Any]:
    return trust(Condition={"StringEquals": {"sts:ExternalId": external_id}})


def role(trusts: Any = None, permission: Any = None, **properties: Any) -> Resources:
    policies = [{"PolicyName": "sms", "PolicyDocument": document() if permission is None else permission}]
    properties = {"AssumeRolePolicyDocument": trusts or trust(), "Policies": policies, **properties}
    return {"Role": {"Type": ROLE, "Properties": properties}}


def policy(kind: str, **properties: Any) -> Resources:
    return {"Policy": {"Type": kind, "Properties": {"PolicyDocument": document(), **properties}}}


PHONE = "arn:aws:sms-voice:eu-central-1:111122223333:phone-number/phone-1"


def messaging(**properties: Any) -> Resources:
    return pool(SmsConfiguration={"EumsSms": {"CallerArn": THE_ROLE, **properties}})


def sending(resource: Any) -> dict[str, Any]:
    return document("sms-voice:SendTextMessage", Resource=resource)


MFA = {"MfaConfiguration": "ON", "EnabledMfas": ["SMS_MFA"]}

CASES = [
    Case(
        rule="sms.role-account",
        fails=sms("arn:aws:iam::444455556666:role/sms"),
        says="""\
Pool.SmsConfiguration.SnsCallerArn: must be a role of the pool's own account, got 'arn:aws:iam::444455556666:role/sms'
   allowed: a role of the account 111122223333
   fix: make the role in the account that the pool is deployed to
   [sms.role-account] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SmsConfigurationType.html""",
        passes=sms(),
        silent=sms(UNKNOWN),
        where=HERE,
    ),
    Case(
        rule="sms.external-id-missing",
        fails=sms(pool_properties=MFA),
        says="""\
Pool.SmsConfiguration.ExternalId: is needed where text messages are a second factor
   allowed: the text that the role's trust policy asks for as sts:ExternalId
   fix: choose a text, and say it here and in the role's trust policy
   [sms.external-id-missing] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=sms(pool_properties=MFA, ExternalId="shop"),
        silent=sms(pool_properties=MFA | {"EnabledMfas": UNKNOWN}),
    ),
    Case(
        rule="sms.role-trust",
        fails=sms(THE_ROLE) | role(trust("lambda.amazonaws.com")),
        says="""\
Pool.SmsConfiguration.SnsCallerArn: needs a role that Cognito may assume, which Role is not
   allowed: a role whose trust policy allows sts:AssumeRole to cognito-idp.amazonaws.com
   fix: let the service cognito-idp.amazonaws.com assume the role
   [sms.role-trust] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=sms(THE_ROLE) | role(),
        silent=sms(THE_ROLE) | role(trust(UNKNOWN)),
    ),
    Case(
        rule="sms.external-id-differs",
        fails=sms(THE_ROLE, ExternalId="shop") | role(asking_for("stop")),
        says="""\
Pool.SmsConfiguration.ExternalId: must be what the trust policy of Role asks for, got 'shop'
   allowed: the text of sts:ExternalId there
   fix: say the same text here and in the role's trust policy
   [sms.external-id-differs] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=sms(THE_ROLE, ExternalId="shop") | role(asking_for("shop")),
        silent=sms(THE_ROLE, ExternalId="shop") | role(asking_for(UNKNOWN)),
    ),
    Case(
        rule="sms.role-permission",
        fails=sms(THE_ROLE) | role(permission=document("sns:Subscribe")),
        says="""\
Pool.SmsConfiguration.SnsCallerArn: needs a role that may send, and no policy allows Role sns:Publish
   allowed: a role with a policy that allows sns:Publish
   fix: give the role a policy that allows sns:Publish
   [sms.role-permission] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html""",
        passes=sms(THE_ROLE) | role(permission=document("sns:P*")),
        silent=sms(THE_ROLE) | role(permission=document(UNKNOWN)),
    ),
    Case(
        rule="sms.origination-identity-form",
        fails=messaging(OriginationIdentity="+12065550100") | role(permission=sending(PHONE)),
        says=f"""\
Pool.SmsConfiguration.EumsSms.OriginationIdentity: is not what the policy of Role lets it send from, got '+12065550100'
   allowed: {PHONE}
   fix: write the same ARN here and in the role's policy
   [sms.origination-identity-form] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EumsSmsConfigurationType.html""",
        passes=messaging(OriginationIdentity=PHONE) | role(permission=sending(PHONE)),
        silent=messaging(OriginationIdentity="+12065550100") | role(permission=sending(UNKNOWN)),
    ),
    Case(
        rule="sms.external-id-form",
        fails=sms(ExternalId="the shop"),
        says="""\
Pool.SmsConfiguration.ExternalId: should be an external id that AWS STS takes, got 'the shop'
   allowed: 2 to 1,224 letters, digits and signs of =,.@:/-_+
   fix: choose a shorter or plainer text, and say it here and in the role's trust policy
   [sms.external-id-form] https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html""",
        passes=sms(ExternalId="s" * 1224),
        silent=sms(ExternalId=UNKNOWN),
    ),
    Case(
        rule="sms.role-open",
        fails=sms(THE_ROLE) | role(trust()),
        says="""\
Pool.SmsConfiguration.SnsCallerArn: is a role that Cognito may assume for every account (Role)
   allowed: a role with aws:SourceAccount and aws:SourceArn, or sts:ExternalId, in its trust policy
   fix: add conditions on aws:SourceAccount and aws:SourceArn (userpool/*) to the trust policy
   [sms.role-open] https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=sms(THE_ROLE) | role(trust(Condition={"StringEquals": {"aws:SourceAccount": UNKNOWN}})),
        silent=sms(THE_ROLE) | role(trust(UNKNOWN)),
    ),
    Case(
        rule="sms.permission-not-awaited",
        fails=sms(THE_ROLE) | role(Policies=[]) | policy("AWS::IAM::Policy", Roles=[{"Ref": "Role"}]),
        says="""\
Pool.SmsConfiguration.SnsCallerArn: needs Policy, which may not be there yet when the pool is made
   allowed: a role whose policies are in it, or a pool with DependsOn on the policy
   fix: say DependsOn Policy of the pool, or put the policy into the role
   [sms.permission-not-awaited] https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html""",
        passes=sms(THE_ROLE) | role(),
        silent=sms(THE_ROLE) | role(Policies=[]) | policy("AWS::IAM::Policy", Roles=UNKNOWN),
    ),
]


def found(rule: str, resources: Resources) -> list[tuple[str | int, ...]]:
    return [finding.property for finding in judge(resources, HERE) if finding.rule == rule]


@pytest.mark.parametrize(
    ("properties", "asked"),
    [
        ({"MfaConfiguration": "OPTIONAL"}, True),  # without factors, text messages are the one there is
        ({"MfaConfiguration": "OFF"}, False),
        ({"MfaConfiguration": "ON", "EnabledMfas": ["SOFTWARE_TOKEN_MFA"]}, False),
    ],
)
def test_an_external_id_is_asked_for_where_text_messages_are_a_factor(properties: Any, asked: bool) -> None:
    assert bool(found("sms.external-id-missing", sms(pool_properties=properties))) is asked


@pytest.mark.parametrize(
    ("trusts", "refused"),
    [
        (trust(["lambda.amazonaws.com", "cognito-idp.amazonaws.com"]), False),
        (trust(action=["sts:TagSession", "sts:AssumeRole"]), False),
        (trust(action="sts:AssumeRoleWithWebIdentity"), True),
        (trust(Effect="Deny"), True),
        ({"Statement": [trust("ec2.amazonaws.com")["Statement"], trust()["Statement"]]}, False),
        ({"Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}}, True),
        ({"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}}, False),
        ({"Statement": {"Effect": "Allow", "Principal": {"Service": "x"}, "NotAction": "iam:*"}}, False),
        ({"Statement": [UNKNOWN]}, False),
        (UNKNOWN, False),
    ],
)
def test_a_trust_is_refused_only_where_it_is_certain(trusts: Any, refused: bool) -> None:
    assert bool(found("sms.role-trust", sms(THE_ROLE) | role(trusts))) is refused


STACK = {"Fn::Sub": "${AWS::StackName}-user-pool"}


@pytest.mark.parametrize(
    ("said", "asked", "refused"),
    [
        (None, "shop", True),
        (None, STACK, True),
        (STACK, STACK, False),
        (STACK, "shop", False),
        ("shop", ["stop", "shop"], False),
        ("shop", ["stop"], True),
    ],
)
def test_an_external_id_is_the_one_that_is_asked_for(said: Any, asked: Any, refused: bool) -> None:
    resources = sms(THE_ROLE, ExternalId=said) | role(asking_for(asked))
    assert bool(found("sms.external-id-differs", resources)) is refused


def test_an_external_id_that_nobody_asks_for_does_no_harm() -> None:
    assert found("sms.external-id-differs", sms(THE_ROLE, ExternalId="shop") | role()) == []


NO_INLINE = role(Policies=None)


@pytest.mark.parametrize(
    ("resources", "refused"),
    [
        (NO_INLINE, True),
        (NO_INLINE | policy(MANAGED_POLICY, Roles=[{"Ref": "Role"}]), False),
        (NO_INLINE | policy("AWS::IAM::Policy", Roles=[{"Ref": "Other"}]), True),
        (NO_INLINE | policy("AWS::IAM::Policy", Roles=["a-role-by-its-name"]), False),
        (NO_INLINE | policy("AWS::IAM::RolePolicy", RoleName={"Ref": "Role"}), False),
        (role(Policies=None, ManagedPolicyArns=["arn:aws:iam::aws:policy/AmazonSNSFullAccess"]), False),
        (role(Policies=None, ManagedPolicyArns=[{"Ref": "Policy"}]) | policy(MANAGED_POLICY), False),
        (role(Policies=UNKNOWN), False),
        (role(permission=document("*")), False),
        (role(permission=document("SNS:publish")), False),
    ],
)
def test_a_permission_may_come_from_anywhere_in_the_template(resources: Resources, refused: bool) -> None:
    assert bool(found("sms.role-permission", sms(THE_ROLE) | resources)) is refused


def test_end_user_messaging_needs_a_permission_of_its_own() -> None:
    resources = pool(SmsConfiguration={"EumsSms": {"CallerArn": THE_ROLE}})
    assert found("sms.role-permission", resources | role()) == [("SmsConfiguration", "EumsSms", "CallerArn")]
    assert found("sms.role-permission", resources | role(permission=document("sms-voice:SendTextMessage"))) == []


@pytest.mark.parametrize(
    ("identity", "permission", "refused"),
    [
        ("Shop", sending([PHONE, f"{PHONE}2"]), True),
        (f"{PHONE}2", sending([PHONE, f"{PHONE}2"]), False),
        ("Shop", sending("*"), False),  # nobody knows what AWS compares with a pattern
        ("Shop", document("sns:Publish", Resource=PHONE), False),  # another rule says that it may not send at all
        ({"Ref": "Phone"}, sending(PHONE), False),
        (None, sending(PHONE), False),
    ],
)
def test_an_identity_is_named_as_the_policy_names_it(identity: Any, permission: Any, refused: bool) -> None:
    resources = messaging(OriginationIdentity=identity) | role(permission=permission)
    assert bool(found("sms.origination-identity-form", resources)) is refused


def test_the_role_that_settings_make_is_a_good_one() -> None:
    settings = UserPoolSettings(sms=Sms(external_id="shop", sns_region="eu-west-1"), sms_role=SmsRole())
    assert [finding.rule for finding in check(settings, HERE) if finding.rule.startswith("sms.")] == ["sms.costs-money"]


def test_a_pool_may_wait_for_the_policy_of_its_role() -> None:
    case = next(case for case in CASES if case.rule == "sms.permission-not-awaited")
    template = {**case.fails, "Pool": {**case.fails["Pool"], "DependsOn": "Policy"}}
    assert case.messages(template) == []


@pytest.mark.parametrize(("external_id", "fits"), [("s", False), ("s" * 1225, False), ("shop-1_a=,.@:/+", True)])
def test_an_external_id_is_what_sts_takes(external_id: str, fits: bool) -> None:
    case = next(case for case in CASES if case.rule == "sms.external-id-form")
    assert (case.messages(sms(ExternalId=external_id)) == []) is fits
