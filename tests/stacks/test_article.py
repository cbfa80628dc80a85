"""Everything that the article sets, claim by claim."""

import pytest
from aws_cdk import App
from aws_cdk.assertions import Match, Template

from stacks.article import ArticleStack
from tests.stacks.templates import CLIENT, DOMAIN, GROUP, POOL, article


def test_people_sign_in_by_user_name_verified_email_phone_or_preferred_user_name() -> None:
    sign_in = {"AliasAttributes": ["email", "phone_number", "preferred_username"], "UsernameAttributes": Match.absent()}
    article().has_resource_properties(POOL, sign_in)


def test_an_email_address_is_required_at_sign_up() -> None:
    email = {"Name": "email", "Required": True, "Mutable": True, "AttributeDataType": Match.absent()}
    article().has_resource_properties(POOL, {"Schema": Match.array_with([email])})


@pytest.mark.parametrize(
    "attribute",
    [
        {"Name": "company", "AttributeDataType": "String", "StringAttributeConstraints": {"MaxLength": "80"}},
        {
            "Name": "seats",
            "AttributeDataType": "Number",
            "NumberAttributeConstraints": {"MinValue": "1", "MaxValue": "500"},
        },
        {"Name": "newsletter", "AttributeDataType": "Boolean"},
        {"Name": "joined", "AttributeDataType": "DateTime", "Mutable": False},
    ],
    ids=lambda attribute: attribute["AttributeDataType"],
)
def test_there_is_a_custom_attribute_of_each_type(attribute: dict[str, object]) -> None:
    article().has_resource_properties(POOL, {"Schema": Match.array_with([Match.object_like(attribute)])})


def test_passwords_have_twelve_characters_of_all_classes() -> None:
    policy = {
        "MinimumLength": 12,
        "RequireLowercase": True,
        "RequireUppercase": True,
        "RequireNumbers": True,
        "RequireSymbols": True,
    }
    article().has_resource_properties(POOL, {"Policies": {"PasswordPolicy": policy}})


def test_temporary_passwords_expire_after_three_days() -> None:
    policy = {"TemporaryPasswordValidityDays": 3}
    users = {"UnusedAccountValidityDays": Match.absent()}
    expiry = {"Policies": {"PasswordPolicy": policy}, "AdminCreateUserConfig": users}
    article().has_resource_properties(POOL, expiry)


def test_people_sign_themselves_up() -> None:
    article().has_resource_properties(POOL, {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": False}})


def test_people_may_opt_in_to_either_second_factor() -> None:
    mfa = {"MfaConfiguration": "OPTIONAL", "EnabledMfas": ["SOFTWARE_TOKEN_MFA", "SMS_MFA"]}
    article().has_resource_properties(POOL, mfa)


def test_email_addresses_and_phone_numbers_are_verified() -> None:
    article().has_resource_properties(POOL, {"AutoVerifiedAttributes": ["email", "phone_number"]})


def test_verification_is_by_code_in_own_words() -> None:
    messages = {
        "DefaultEmailOption": "CONFIRM_WITH_CODE",
        "EmailMessage": "Your code is {####}. It is good for 24 hours.",
        "EmailMessageByLink": Match.absent(),
    }
    article().has_resource_properties(POOL, {"VerificationMessageTemplate": messages})


@pytest.mark.parametrize("message", ["EmailMessage", "SMSMessage"])
def test_invitations_have_both_placeholders(message: str) -> None:
    text = {message: "Hello {username}, your temporary password is {####}"}
    article().has_resource_properties(POOL, {"AdminCreateUserConfig": {"InviteMessageTemplate": text}})


def test_mail_comes_from_an_own_address_through_ses() -> None:
    sender = {
        "EmailSendingAccount": "DEVELOPER",
        "From": "The Shop <no-reply@shop.example>",
        "ReplyToEmailAddress": "help@shop.example",
        "SourceArn": {
            "Fn::Sub": "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/shop.example",
        },
    }
    article().has_resource_properties(POOL, {"EmailConfiguration": sender})


def test_the_role_for_text_messages_serves_this_accounts_pools_alone() -> None:
    condition = {
        "StringEquals": {
            "aws:SourceAccount": {"Ref": "AWS::AccountId"},
            "sts:ExternalId": {"Fn::Sub": "${AWS::StackName}-user-pool"},
        },
        "ArnLike": {"aws:SourceArn": Match.any_value()},
    }
    trust = {"Principal": {"Service": "cognito-idp.amazonaws.com"}, "Condition": condition}
    statements = {"AssumeRolePolicyDocument": {"Statement": [Match.object_like(trust)]}, "Policies": Match.absent()}
    article().has_resource_properties("AWS::IAM::Role", statements)


def test_the_role_is_ready_before_the_pool() -> None:
    (policy,) = article().find_resources("AWS::IAM::ManagedPolicy")
    article().has_resource(POOL, {"DependsOn": [policy]})


def test_hosted_pages_are_on_a_prefix_domain_and_every_application_has_a_style() -> None:
    pages = {"Domain": "shop-customers", "ManagedLoginVersion": 2, "CustomDomainConfig": Match.absent()}
    article().has_resource_properties(DOMAIN, pages)
    article().resource_count_is("AWS::Cognito::ManagedLoginBranding", 3)


@pytest.mark.parametrize(("name", "precedence"), [("administrators", 0), ("customers", 10)])
def test_there_are_groups(name: str, precedence: int) -> None:
    article().has_resource_properties(GROUP, {"GroupName": name, "Precedence": precedence})


@pytest.mark.parametrize(("name", "secret"), [("web", False), ("server", True), ("phone", False)])
def test_only_the_server_has_a_secret(name: str, secret: bool) -> None:
    article().has_resource_properties(CLIENT, {"ClientName": name, "GenerateSecret": secret})


def test_nobody_learns_who_has_an_account() -> None:
    article().all_resources_properties(CLIENT, {"PreventUserExistenceErrors": "ENABLED"})


def test_a_longer_password_changes_one_property() -> None:
    longer = Template.from_stack(ArticleStack(App(), "Article", min_length=30)).to_json()
    (pool,) = (resource for resource in longer["Resources"].values() if resource["Type"] == POOL)
    pool["Properties"]["Policies"]["PasswordPolicy"]["MinimumLength"] = 12
    assert longer == article().to_json()
