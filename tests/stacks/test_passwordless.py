"""A club's members."""

from aws_cdk.assertions import Match

from tests.stacks.templates import CLIENT, DOMAIN, POOL, passwordless


def test_members_begin_with_a_passkey_a_code_by_mail_or_the_password_that_cognito_insists_on() -> None:
    factors = {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN", "EMAIL_OTP"]}}}
    passwordless().has_resource_properties(POOL, factors)


def test_no_second_factor_is_asked_for_since_aws_refuses_it_beside_codes() -> None:
    passwordless().has_resource_properties(POOL, {"MfaConfiguration": "OFF", "EnabledMfas": Match.absent()})


def test_passkeys_belong_to_the_clubs_own_domain() -> None:
    passkeys = {"WebAuthnRelyingPartyID": "login.club.example", "WebAuthnUserVerification": "required"}
    passwordless().has_resource_properties(POOL, passkeys)
    passwordless().has_resource_properties(DOMAIN, {"Domain": "login.club.example", "ManagedLoginVersion": 2})


def test_members_sign_themselves_up() -> None:
    passwordless().has_resource_properties(POOL, {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": False}})


def test_codes_come_from_the_clubs_own_address() -> None:
    sender = {"EmailSendingAccount": "DEVELOPER", "From": "The Club <no-reply@club.example>"}
    passwordless().has_resource_properties(POOL, {"EmailConfiguration": sender})


def test_the_application_lets_people_choose_and_a_mail_has_time_to_arrive() -> None:
    flows = {"ExplicitAuthFlows": ["ALLOW_USER_AUTH"], "AuthSessionValidity": 5}
    passwordless().has_resource_properties(CLIENT, flows)


def test_a_web_acl_keeps_machines_from_asking_for_codes() -> None:
    rate = Match.object_like({"Name": "RateLimit", "Action": {"Block": {}}})
    passwordless().has_resource_properties("AWS::WAFv2::WebACL", {"Rules": Match.array_with([rate])})
    passwordless().resource_count_is("AWS::WAFv2::WebACLAssociation", 1)
