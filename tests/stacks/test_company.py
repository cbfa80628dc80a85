"""A company's own people."""

from aws_cdk.assertions import Match

from tests.stacks.templates import DOMAIN, POOL, company


def test_people_sign_in_by_email_address_or_phone_number() -> None:
    sign_in = {"UsernameAttributes": ["email", "phone_number"], "AliasAttributes": Match.absent()}
    company().has_resource_properties(POOL, sign_in)


def test_a_phone_number_is_required_since_the_second_factor_may_need_it() -> None:
    phone = {"Name": "phone_number", "Required": True, "Mutable": True}
    company().has_resource_properties(POOL, {"Schema": [phone]})


def test_only_administrators_create_users() -> None:
    company().has_resource_properties(POOL, {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True}})


def test_everybody_has_a_second_factor() -> None:
    mfa = {"MfaConfiguration": "ON", "EnabledMfas": ["SOFTWARE_TOKEN_MFA", "SMS_MFA"]}
    company().has_resource_properties(POOL, mfa)


def test_a_link_verifies_addresses_and_a_code_serves_all_other_mails() -> None:
    messages = {
        "DefaultEmailOption": "CONFIRM_WITH_LINK",
        "EmailMessageByLink": "Please {##verify your address##} to begin.",
        "EmailMessage": "Your code is {####}",
    }
    company().has_resource_properties(POOL, {"VerificationMessageTemplate": messages})


def test_the_link_has_a_domain_to_lead_to() -> None:
    company().has_resource_properties(DOMAIN, {"Domain": "company-people"})


def test_mail_comes_from_cognito() -> None:
    company().has_resource_properties(POOL, {"EmailConfiguration": Match.absent()})
