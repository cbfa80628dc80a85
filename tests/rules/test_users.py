"""Rules about the users that a template makes."""

from typing import Any

import pytest

from constructs_lib.resources.model import USER_POOL_USER, Resources
from constructs_lib.rules import Deployment, judge
from tests.rules.case import UNKNOWN, Case, pool

HERE = Deployment(region="eu-central-1")
_CREATE = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html"
_ATTRIBUTES = "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html"
_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html"

BY_EMAIL = pool(UsernameAttributes=["email"])
BY_ALIAS = pool(AliasAttributes=["email", "preferred_username"])
PASSWORDLESS = {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}}
RECOVERED_BY_MAIL = {"AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1}]}}


def user(key: str = "User", /, **properties: Any) -> Resources:
    return {key: {"Type": USER_POOL_USER, "Properties": {"UserPoolId": {"Ref": "Pool"}, **properties}}}


def attributes(**values: Any) -> list[dict[str, Any]]:
    return [{"Name": name.replace("__", ":"), "Value": value} for name, value in values.items()]


def schema(name: str = "family_name", **properties: Any) -> dict[str, Any]:
    return {"Schema": [{"Name": name, "Required": True, **properties}]}


def kept(resources: Resources, policy: Any = "Retain") -> Resources:
    return {key: {**resource, "DeletionPolicy": policy} for key, resource in resources.items()}


CASES = [
    Case(
        rule="user.duplicate-name",
        fails=pool() | user(Username="anna") | user("Zweite", Username="anna"),
        says=f"""\
Zweite.Username: is the name of another user of the pool, got 'anna'
   allowed: a name that no other user of the pool has
   fix: use another name, or leave one of the two out
   [user.duplicate-name] {_CREATE}""",
        passes=pool() | user(Username="anna") | user("Zweite", Username="Anna"),
        silent=pool() | user(Username="anna") | user("Zweite", Username=UNKNOWN),
    ),
    Case(
        rule="user.name-no-address",
        fails=BY_EMAIL | user(Username="anna"),
        says="""\
User.Username: must be an e-mail address, as Pool.UsernameAttributes says, got 'anna'
   fix: use the address that the user signs in with
   [user.name-no-address] https://github.com/boto/boto3/issues/3836""",
        passes=BY_EMAIL | user(Username="anna@shop.example"),
        silent=pool(UsernameAttributes=[UNKNOWN]) | user(Username="anna"),
    ),
    Case(
        rule="user.name-needed",
        fails=BY_EMAIL | user(),
        says=f"""\
User.Username: should be given where people sign in by address (Pool.UsernameAttributes)
   allowed: an e-mail address
   fix: use the address that the user signs in with
   [user.name-needed] {_CREATE}""",
        passes=pool() | user(),
        silent=pool(UsernameAttributes=UNKNOWN) | user(),
    ),
    Case(
        rule="user.name-like-alias",
        fails=BY_ALIAS | user(Username="anna@shop.example"),
        says=f"""\
User.Username: cannot be an e-mail address where Pool.AliasAttributes has email, got 'anna@shop.example'
   allowed: a name of another form
   fix: use a name of another form, and give the address in User.UserAttributes as email
   [user.name-like-alias] {_ATTRIBUTES}""",
        passes=BY_ALIAS | user(Username="anna"),
        silent=BY_ALIAS | user(Username=UNKNOWN),
    ),
    Case(
        rule="user.password",
        fails=user(TemporaryPassword="geheim"),
        says="""\
User.TemporaryPassword: cannot be in a template
   allowed: nothing: Cognito makes up a temporary password and sends it in the invitation
   fix: leave it out; if it is in use anywhere, change it there
   [user.password] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooluser.html""",
        passes=user(Username="password"),
        silent={"User": {"Type": USER_POOL_USER, "Properties": UNKNOWN}},
    ),
    Case(
        rule="user.pool-of-another-region",
        fails=user(UserPoolId="us-east-1_AbCdEf"),
        says="""\
User.UserPoolId: must be a pool of eu-central-1, where the stack is, got 'us-east-1_AbCdEf'
   fix: make the user in a stack in us-east-1; replicas get it from there
   [user.pool-of-another-region] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html""",
        passes=user(UserPoolId="eu-central-1_AbCdEf"),
        silent=pool() | user(),
        where=HERE,
    ),
    Case(
        rule="user.deleted-before-pool",
        fails=kept(pool()) | user(),
        says="""\
User.DeletionPolicy: is left out, which means Delete, and the pool is kept
   allowed: Retain, as for the pool
   fix: say Retain, or acknowledge this where the user may go with the stack
   [user.deleted-before-pool] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html""",
        passes=kept(pool() | user()),
        silent=user(UserPoolId=UNKNOWN),
    ),
    Case(
        rule="user.attribute-unknown",
        fails=pool(Schema=[{"Name": "size"}]) | user(UserAttributes=attributes(email="a@b", custom__colour="blue")),
        says="""\
User.UserAttributes[1].Name: is no attribute of the pool, got 'custom:colour'
   allowed: standard attributes, and custom:<name> for each custom one in Pool.Schema
   fix: correct the name, or declare it in Pool.Schema; a custom attribute's name begins with custom:
   [user.attribute-unknown] https://github.com/aws-amplify/amplify-flutter/issues/509""",
        passes=pool(Schema=[{"Name": "size"}]) | user(UserAttributes=attributes(custom__size="9")),
        silent=pool(Schema=[UNKNOWN]) | user(UserAttributes=attributes(custom__size="9")),
    ),
    Case(
        rule="user.attribute-twice",
        fails=user(UserAttributes=[*attributes(name="Anna"), *attributes(name="Ada")]),
        says=f"""\
User.UserAttributes[1].Name: is given earlier too, got 'name'
   allowed: each name once
   fix: leave one of the two out
   [user.attribute-twice] {_CREATE}""",
        passes=user(UserAttributes=attributes(name="Anna", nickname="Ada")),
        silent=user(UserAttributes=[{"Name": UNKNOWN}, {"Name": UNKNOWN}]),
    ),
    Case(
        rule="user.attribute-of-cognito",
        fails=user(UserAttributes=attributes(sub="1")),
        says=f"""\
User.UserAttributes[0].Name: is for Cognito to give, got 'sub'
   allowed: any other attribute of the pool
   fix: leave it out
   [user.attribute-of-cognito] {_ATTRIBUTES}""",
        passes=user(UserAttributes=attributes(email_verified="true")),
        silent=user(UserAttributes=UNKNOWN),
    ),
    Case(
        rule="user.address-form",
        fails=user(UserAttributes=attributes(phone_number="+49 (30) 901820")),
        says=f"""\
User.UserAttributes[0].Value: must be a phone number such as +14325551212, got '+49 (30) 901820'
   fix: write it without spaces, brackets and dashes
   [user.address-form] {_ATTRIBUTES}""",
        passes=user(UserAttributes=attributes(phone_number="+4930901820")),
        silent=user(UserAttributes=attributes(phone_number=UNKNOWN)),
    ),
    Case(
        rule="user.verified-nothing",
        fails=pool() | user(UserAttributes=attributes(email_verified="true")),
        says=f"""\
User.UserAttributes[0].Name: needs email beside it, got 'email_verified'
   allowed: email_verified with email
   fix: give email too, or leave this out
   [user.verified-nothing] {_CREATE}""",
        passes=pool() | user(UserAttributes=attributes(email_verified="true", email="a@shop.example")),
        silent=pool() | user(UserAttributes=[*attributes(email_verified="true"), UNKNOWN]),
    ),
    Case(
        rule="user.address-unverified",
        fails=pool(**RECOVERED_BY_MAIL) | user(UserAttributes=attributes(email="a@shop.example")),
        says="""\
User.UserAttributes: leave email unverified, so that the user cannot reset a forgotten password
   allowed: email_verified as well
   fix: add email_verified with the value "true" if you know that the address is the user's
   [user.address-unverified] https://github.com/amazon-archives/amazon-cognito-identity-js/issues/678""",
        passes=pool(**RECOVERED_BY_MAIL)
        | user(UserAttributes=attributes(email="a@shop.example", email_verified="true")),
        silent=pool(AccountRecoverySetting=UNKNOWN) | user(UserAttributes=attributes(email="a@shop.example")),
    ),
    Case(
        rule="user.required-attribute-missing",
        fails=pool(**schema(Mutable=False)) | user(),
        says=f"""\
User.UserAttributes: should have family_name, which Pool.Schema requires and which can never be changed
   allowed: family_name among the attributes
   fix: add family_name
   [user.required-attribute-missing] {_GUIDE}""",
        passes=pool(**schema(Mutable=True)) | user(),
        silent=pool(**schema(Mutable=UNKNOWN)) | user(),
    ),
    Case(
        rule="user.resend-to-new",
        fails=user(MessageAction="RESEND"),
        says="""\
User.MessageAction: is for a user who exists already, got 'RESEND'
   allowed: nothing, or SUPPRESS
   fix: leave it out: a new user is invited anyway
   [user.resend-to-new] https://github.com/aws/aws-sdk-js/issues/1357""",
        passes=user(MessageAction="SUPPRESS"),
        silent=user(MessageAction=UNKNOWN),
    ),
    Case(
        rule="user.suppressed-password",
        fails=pool() | user(MessageAction="SUPPRESS"),
        says=f"""\
User.MessageAction: leaves nobody who knows the temporary password, got 'SUPPRESS'
   allowed: nothing, or SUPPRESS where an administrator sets a password afterwards
   fix: let the invitation be sent, or acknowledge this and set a password by AdminSetUserPassword
   [user.suppressed-password] {_CREATE}""",
        passes=pool(**PASSWORDLESS) | user(MessageAction="SUPPRESS"),
        silent=pool(Policies=UNKNOWN) | user(MessageAction="SUPPRESS"),
    ),
    Case(
        rule="user.invitation-without-address",
        fails=pool() | user(Username="anna", DesiredDeliveryMediums=["EMAIL"]),
        says=f"""\
User.DesiredDeliveryMediums[0]: needs email in User.UserAttributes, got 'EMAIL'
   allowed: EMAIL for a user with email
   fix: give email, or send the invitation in another way
   [user.invitation-without-address] {_CREATE}""",
        passes=pool() | user(DesiredDeliveryMediums=["EMAIL"], UserAttributes=attributes(email="a@shop.example")),
        silent=pool() | user(DesiredDeliveryMediums=["EMAIL"], UserAttributes=[UNKNOWN]),
    ),
    Case(
        rule="user.invitation-unsaid",
        fails=BY_EMAIL | user(Username="a@shop.example"),
        says=f"""\
User.DesiredDeliveryMediums: should be said: left out it is SMS, which does not reach a user without phone_number
   allowed: EMAIL for a user with email
   fix: say EMAIL, and give email
   [user.invitation-unsaid] {_CREATE}""",
        passes=BY_EMAIL | user(Username="a@shop.example", DesiredDeliveryMediums=["EMAIL"]),
        silent=BY_EMAIL | user(Username="a@shop.example", UserAttributes=UNKNOWN),
    ),
    Case(
        rule="user.invitation-without-sms",
        fails=pool() | user(DesiredDeliveryMediums=["EMAIL", "SMS"]),
        says="""\
User.DesiredDeliveryMediums[1]: needs Pool.SmsConfiguration, got 'SMS'
   allowed: EMAIL, or SMS with Pool.SmsConfiguration
   fix: say EMAIL
   [user.invitation-without-sms] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=pool(SmsConfiguration={"SnsRegion": "eu-central-1"}) | user(DesiredDeliveryMediums=["SMS"]),
        silent=pool() | user(DesiredDeliveryMediums=UNKNOWN),
    ),
    Case(
        rule="user.alias-unverified",
        fails=BY_ALIAS | user(Username="anna", UserAttributes=attributes(email="a@shop.example")),
        says="""\
User.UserAttributes[0].Value: is no way to sign in before it is verified, got 'a@shop.example'
   allowed: an address with email_verified beside it
   fix: add email_verified with the value "true" if you know that the address is the user's
   [user.alias-unverified] https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html""",
        passes=BY_ALIAS
        | user(Username="anna", UserAttributes=attributes(email="a@shop.example", email_verified="true")),
        silent=BY_ALIAS
        | user(Username="anna", UserAttributes=attributes(email="a@shop.example", email_verified=UNKNOWN)),
    ),
]


def found(rule: str, resources: Resources) -> bool:
    return any(finding.rule == rule for finding in judge(resources, HERE))


@pytest.mark.parametrize(
    ("case_sensitive", "same"), [(False, True), ("false", True), (True, False), (None, False), (UNKNOWN, False)]
)
def test_a_name_in_other_letters_is_the_same_where_the_pool_says_so(case_sensitive: Any, same: bool) -> None:
    users = user(Username="anna") | user("Zweite", Username="ANNA")
    pools = pool(UsernameConfiguration={"CaseSensitive": case_sensitive})
    assert found("user.duplicate-name", pools | users) is same


@pytest.mark.parametrize(
    ("kinds", "name", "refused"),
    [
        (["email", "phone_number"], "+4930901820", False),
        (["email", "phone_number"], "030901820", True),
        (["phone_number"], "a@shop.example", True),
        (["email"], "a b@shop.example", True),
        ([], "anna", False),
        (None, "anna", False),
    ],
)
def test_the_name_is_one_of_the_addresses_that_people_sign_in_with(kinds: Any, name: str, refused: bool) -> None:
    assert found("user.name-no-address", pool(UsernameAttributes=kinds) | user(Username=name)) is refused


def test_a_phone_number_is_no_name_beside_an_alias_of_its_form() -> None:
    resources = pool(AliasAttributes=["phone_number"]) | user(Username="+4930901820")
    assert found("user.name-like-alias", resources)
    assert not found("user.name-like-alias", pool(AliasAttributes=["preferred_username"]) | user(Username="a@b"))


@pytest.mark.parametrize(
    ("of_pool", "of_user", "warned"),
    [
        ("Retain", "Delete", True),
        ("RetainExceptOnCreate", None, True),
        ("Retain", "RetainExceptOnCreate", False),
        ("Delete", None, False),
        (None, None, False),
    ],
)
def test_a_user_goes_no_earlier_than_the_pool(of_pool: Any, of_user: Any, warned: bool) -> None:
    resources = kept(pool(), of_pool) | (kept(user(), of_user) if of_user else user())
    assert found("user.deleted-before-pool", resources) is warned


@pytest.mark.parametrize(
    ("name", "schema_of_pool", "refused"),
    [
        ("custom:size", {}, False),  # its schema may have been taken out of the template
        ("size", {}, True),
        ("size", {"Schema": [{"Name": "size"}]}, True),
        ("dev:size", {"Schema": [{"Name": "size"}]}, False),
        ("phone_number_verified", {}, False),
        ("identities", {}, False),  # another rule's to say
    ],
)
def test_an_attribute_is_one_of_the_pools(name: str, schema_of_pool: Any, refused: bool) -> None:
    resources = pool(**schema_of_pool) | user(UserAttributes=[{"Name": name, "Value": "9"}])
    assert found("user.attribute-unknown", resources) is refused


@pytest.mark.parametrize(
    ("properties", "given", "refused"),
    [
        (schema() | PASSWORDLESS, {}, True),  # who has no password is confirmed at once
        (schema() | PASSWORDLESS, {"UserAttributes": attributes(family_name="Lovelace")}, False),
        (schema("email", Mutable=False) | {"UsernameAttributes": ["email"]}, {"Username": "a@shop.example"}, False),
        (schema(), {}, False),
        (schema(Mutable=False, Required=False), {}, False),
    ],
)
def test_a_required_attribute_can_wait_only_for_who_has_a_password(properties: Any, given: Any, refused: bool) -> None:
    assert found("user.required-attribute-missing", pool(**properties) | user(**given)) is refused


@pytest.mark.parametrize(
    ("properties", "warned"),
    [
        ({"DesiredDeliveryMediums": ["SMS"], "MessageAction": "SUPPRESS"}, False),
        ({"DesiredDeliveryMediums": ["SMS"], "UserAttributes": attributes(phone_number="+4930901820")}, False),
        ({"DesiredDeliveryMediums": ["SMS"], "UserAttributes": attributes(phone_number="")}, True),
        ({"DesiredDeliveryMediums": ["EMAIL"], "Username": "a@shop.example"}, False),
        ({"DesiredDeliveryMediums": ["EMAIL"], "Username": UNKNOWN}, False),
        ({"DesiredDeliveryMediums": ["EMAIL"]}, True),
    ],
)
def test_an_invitation_needs_an_address(properties: Any, warned: bool) -> None:
    assert found("user.invitation-without-address", BY_EMAIL | user(**properties)) is warned


@pytest.mark.parametrize(
    ("properties", "warned"),
    [
        ({}, True),
        ({"MessageAction": "SUPPRESS"}, False),
        ({"UserAttributes": attributes(phone_number="+4930901820")}, False),
    ],
)
def test_an_invitation_of_which_nothing_is_said_goes_by_text_message(properties: Any, warned: bool) -> None:
    assert found("user.invitation-unsaid", pool() | user(**properties)) is warned
    assert not found("user.invitation-unsaid", pool(**PASSWORDLESS) | user(**properties))


def said_of(rule: str, resources: Resources) -> list[str]:
    return [finding.problem for finding in judge(resources, HERE) if finding.rule == rule]


def test_an_attribute_of_cognito_hides_none_that_is_unknown() -> None:
    unknown = pool() | user(UserAttributes=attributes(sub="1", email="a@shop.example", firstname="Anna"))
    assert len(said_of("user.attribute-unknown", unknown)) == 1


def test_all_addresses_that_a_password_could_be_reset_by_are_named() -> None:
    ways = [{"Name": "verified_email", "Priority": 1}, {"Name": "verified_phone_number", "Priority": 2}]
    given = attributes(email="anna@shop.example", phone_number="+4912345")
    both = pool(AccountRecoverySetting={"RecoveryMechanisms": ways}) | user(Username="anna", UserAttributes=given)
    (finding,) = [each for each in judge(both, HERE) if each.rule == "user.address-unverified"]
    assert finding.problem.startswith("leave email and phone_number unverified, so that")
    assert finding.allowed == "email_verified as well"
    assert finding.fix.startswith('add email_verified with the value "true"')


def test_an_address_that_no_password_is_reset_by_may_stay_unverified() -> None:
    given = attributes(phone_number="+4912345")
    assert said_of("user.address-unverified", pool(**RECOVERED_BY_MAIL) | user(UserAttributes=given)) == []
    assert said_of("user.address-unverified", pool(**RECOVERED_BY_MAIL) | user(Username="anna")) == []


@pytest.mark.parametrize("factor", ["EMAIL_OTP", "SMS_OTP"])
def test_either_code_is_a_way_in_without_a_password(factor: str) -> None:
    policies = {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", factor]}}}
    assert said_of("user.required-attribute-missing", pool(**schema(), **policies) | user()) == [
        "should have family_name, which Pool.Schema requires and which users without a password must have from the "
        "start"
    ]
    assert said_of("user.suppressed-password", pool(**policies) | user(MessageAction="SUPPRESS")) == []
    assert said_of("user.invitation-unsaid", pool(**policies) | user()) == []


def test_required_may_be_spelt_as_text() -> None:
    fixed = {"Schema": [{"Name": "family_name", "Required": "true", "Mutable": False}]}
    assert said_of("user.required-attribute-missing", pool(**fixed) | user()) == [
        "should have family_name, which Pool.Schema requires and which can never be changed"
    ]


def test_an_invitation_that_is_not_sent_needs_no_text_messages() -> None:
    rule = "user.invitation-without-sms"
    assert said_of(rule, pool() | user(DesiredDeliveryMediums=["SMS"], MessageAction="SUPPRESS")) == []
    assert len(said_of(rule, pool() | user(DesiredDeliveryMediums=["SMS"], MessageAction="RESEND"))) == 1


def test_every_form_that_a_name_may_have_is_told() -> None:
    both = pool(UsernameAttributes=["email", "phone_number"])
    (finding,) = [each for each in judge(both | user(Username="anna"), HERE) if each.rule == "user.name-no-address"]
    assert finding.allowed == "an e-mail address or a phone number such as +14325551212"
    (finding,) = [each for each in judge(both | user(), HERE) if each.rule == "user.name-needed"]
    assert finding.allowed == "an e-mail address or a phone number such as +14325551212"
    assert said_of("user.name-needed", both | user(Username="a@shop.example")) == []


def test_an_alias_is_told_without_an_example() -> None:
    assert said_of("user.name-like-alias", pool(AliasAttributes=["phone_number"]) | user(Username="+4912345")) == [
        "cannot be a phone number where Pool.AliasAttributes has phone_number"
    ]


@pytest.mark.parametrize(
    ("policy", "problem"),
    [("Delete", "is Delete, and the pool is kept"), (None, "is left out, which means Delete, and the pool is kept")],
)
def test_it_is_told_whether_somebody_said_delete(policy: str | None, problem: str) -> None:
    given = user() if policy is None else kept(user(), policy)
    assert said_of("user.deleted-before-pool", kept(pool()) | given) == [problem]
