"""What AWS says of a pool, as resources: every call, whole."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructs_lib.readers.described.pools import Described, is_described, read_described
from constructs_lib.readers.source import Place, UnreadableError
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import Resources
from tests.readers import descriptions as aws

POOL = {"Ref": "Pool"}
OTHER_ID = f"{aws.REGION}_ZzZzZzZzZ"


def read(documents: Mapping[str, Any]) -> Described:
    """Read the documents of one pool."""
    [found] = read_described(documents)
    return found


def resources(*documents: Mapping[str, Any]) -> Resources:
    """Read documents, whatever their files are called."""
    return read({f"{number}.json": document for number, document in enumerate(documents)}).resources


def properties(*documents: Mapping[str, Any], of: str = "Pool") -> Any:
    """Read documents and give the properties of one resource."""
    return resources(*documents)[of]["Properties"]


def refused(documents: Mapping[str, Any]) -> str:
    """Give the sentence with which documents are refused."""
    with pytest.raises(UnreadableError) as caught:
        list(read_described(documents))
    return str(caught.value)


PLAIN_POOL = {
    "UserPoolName": "people",
    "Policies": aws.user_pool()["UserPool"]["Policies"],
    "DeletionProtection": "ACTIVE",
    "VerificationMessageTemplate": {"DefaultEmailOption": "CONFIRM_WITH_CODE"},
    "MfaConfiguration": "OFF",
    "EmailConfiguration": {"EmailSendingAccount": "COGNITO_DEFAULT"},
    "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True},
    "UserPoolTier": "ESSENTIALS",
}
PLAIN_CLIENT = {
    "UserPoolId": POOL,
    "ClientName": "web",
    "RefreshTokenValidity": 30,
    "EnableTokenRevocation": True,
    "EnablePropagateAdditionalUserContextData": False,
    "AllowedOAuthFlowsUserPoolClient": False,
    "AuthSessionValidity": 3,
    "GenerateSecret": False,
}


# The pool


def test_a_plain_pool_says_what_is_no_default_and_nothing_that_only_aws_fills_in() -> None:
    found = read({"pool.json": aws.user_pool()})
    assert found.resources == {
        "Pool": {"Type": "AWS::Cognito::UserPool", "Properties": PLAIN_POOL, "DeletionPolicy": "Retain"}
    }
    assert found.deployment == Deployment(region="eu-central-1", account="123456789012")
    assert found.identifiers == {"Pool": {"UserPoolId": aws.POOL_ID}}
    assert (found.parameters, found.left_out, found.when) == ({}, (), "")


def test_a_pool_with_everything() -> None:
    said = aws.FULL_POOL["UserPool"]
    same = (
        *("Policies", "DeletionProtection", "AutoVerifiedAttributes", "UsernameAttributes", "KeyConfiguration"),
        *("VerificationMessageTemplate", "SmsAuthenticationMessage", "UserAttributeUpdateSettings", "MfaConfiguration"),
        *("DeviceConfiguration", "EmailConfiguration", "SmsConfiguration", "UserPoolTags", "UserPoolAddOns"),
        *("UsernameConfiguration", "AccountRecoverySetting", "UserPoolTier", "IssuerConfiguration"),
    )
    assert properties(aws.FULL_POOL, aws.FULL_MFA) == {
        **{name: said[name] for name in same},
        "UserPoolName": "people",
        "LambdaConfig": aws.LAMBDA,
        "AdminCreateUserConfig": {
            "AllowAdminCreateUserOnly": False,
            "InviteMessageTemplate": said["AdminCreateUserConfig"]["InviteMessageTemplate"],
        },
        "Schema": [
            {
                "Name": "email",
                "AttributeDataType": "String",
                "Mutable": True,
                "Required": True,
                "StringAttributeConstraints": {"MinLength": "0", "MaxLength": "2048"},
            },
            {
                "Name": "birthdate",
                "AttributeDataType": "String",
                "Mutable": True,
                "Required": False,
                "StringAttributeConstraints": {"MinLength": "0", "MaxLength": "30"},
            },
            {
                "Name": "tenant",
                "AttributeDataType": "String",
                "Mutable": False,
                "Required": False,
                "StringAttributeConstraints": {"MinLength": "1", "MaxLength": "36"},
            },
            {
                "Name": "age",
                "AttributeDataType": "Number",
                "Mutable": True,
                "Required": False,
                "NumberAttributeConstraints": {"MinValue": "0", "MaxValue": "150"},
            },
            {"Name": "note", "AttributeDataType": "String", "Mutable": True, "Required": False},
            {
                "Name": "internal",
                "AttributeDataType": "Boolean",
                "Mutable": True,
                "Required": False,
                "DeveloperOnlyAttribute": True,
            },
        ],
        "EnabledMfas": ["SOFTWARE_TOKEN_MFA", "SMS_MFA", "EMAIL_OTP"],
        "EmailAuthenticationMessage": "Sign in with {####}",
        "EmailAuthenticationSubject": "Sign in",
        "WebAuthnRelyingPartyID": "login.shop.example",
        "WebAuthnUserVerification": "required",
        "WebAuthnFactorConfiguration": "SINGLE_FACTOR",
    }


def test_a_pool_of_long_ago_keeps_its_old_properties_and_gets_no_new_ones() -> None:
    old = {
        "UserPool": {
            "Id": aws.POOL_ID,
            "Name": "people",
            "Policies": {"PasswordPolicy": {"MinimumLength": 6, "RequireUppercase": False}},
            "LambdaConfig": {"PreTokenGeneration": aws.function("token")},
            **aws.DATES,
            "SchemaAttributes": aws.with_attributes(aws.text("phone_number", Required=True)),
            "AliasAttributes": ["phone_number"],
            "SmsVerificationMessage": aws.CODE,
            "EmailVerificationMessage": aws.CODE,
            "EmailVerificationSubject": "Your verification code",
            "MfaConfiguration": "OFF",
            "EstimatedNumberOfUsers": 7,
            "EmailConfiguration": {},
            "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": False, "UnusedAccountValidityDays": 90},
            "Arn": aws.POOL_ARN,
        }
    }
    assert properties(old) == {
        "UserPoolName": "people",
        "Policies": {"PasswordPolicy": {"MinimumLength": 6, "RequireUppercase": False}},
        "LambdaConfig": {"PreTokenGeneration": aws.function("token")},
        "Schema": [
            {
                "Name": "phone_number",
                "AttributeDataType": "String",
                "Mutable": True,
                "Required": True,
                "StringAttributeConstraints": {"MinLength": "0", "MaxLength": "2048"},
            }
        ],
        "AliasAttributes": ["phone_number"],
        "SmsVerificationMessage": aws.CODE,
        "EmailVerificationMessage": aws.CODE,
        "EmailVerificationSubject": "Your verification code",
        "MfaConfiguration": "OFF",
        "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": False, "UnusedAccountValidityDays": 90},
    }


def test_an_outdated_twin_stays_where_it_says_something_else() -> None:
    pool = aws.user_pool(
        SmsVerificationMessage=aws.CODE,
        EmailVerificationMessage="An older text {####}",
        VerificationMessageTemplate={"SmsMessage": aws.CODE, "EmailMessage": "A text {####}"},
    )
    assert properties(pool) == PLAIN_POOL | {
        "EmailVerificationMessage": "An older text {####}",
        "VerificationMessageTemplate": {"SmsMessage": aws.CODE, "EmailMessage": "A text {####}"},
    }


def test_two_different_functions_before_a_token_both_stay() -> None:
    functions = {
        "PreTokenGeneration": aws.function("one"),
        "PreTokenGenerationConfig": {"LambdaVersion": "V1_0", "LambdaArn": aws.function("other")},
    }
    assert properties(aws.user_pool(LambdaConfig=functions))["LambdaConfig"] == functions


@pytest.mark.parametrize(
    "changed",
    [
        {"Required": True},
        {"Mutable": False},
        {"StringAttributeConstraints": {"MinLength": "0", "MaxLength": "100"}},
    ],
    ids=str,
)
def test_a_standard_attribute_is_declared_where_it_differs_in_anything(changed: dict[str, Any]) -> None:
    pool = aws.user_pool(SchemaAttributes=aws.with_attributes(aws.text("given_name") | changed))
    entry = {key: value for key, value in aws.text("given_name").items() if key != "DeveloperOnlyAttribute"}
    assert properties(pool)["Schema"] == [entry | changed]


def test_what_is_empty_says_nothing() -> None:
    empty: dict[str, Any] = {
        "AliasAttributes": [],
        "SmsVerificationMessage": "",
        "UserPoolAddOns": {},
        "SmsConfiguration": None,
    }
    assert properties(aws.user_pool(**empty)) == PLAIN_POOL


def test_a_prefix_domain_has_no_empty_certificate() -> None:
    said = aws.PREFIX_DOMAIN["DomainDescription"] | {"CustomDomainConfig": {}}
    assert resources({"DomainDescription": said}) == resources(aws.PREFIX_DOMAIN)


def test_a_tag_without_a_value_stays() -> None:
    assert properties(aws.user_pool(UserPoolTags={"mark": ""}))["UserPoolTags"] == {"mark": ""}


def test_the_tags_of_the_stack_that_made_a_pool_are_not_its_own() -> None:
    of_stack = {"aws:cloudformation:stack-name": "people", "aws:cloudformation:logical-id": "Pool"}
    assert properties(aws.user_pool(UserPoolTags=of_stack)) == PLAIN_POOL
    assert properties(aws.user_pool(UserPoolTags=of_stack | {"team": "a"})) == PLAIN_POOL | {
        "UserPoolTags": {"team": "a"}
    }
    tagged = aws.IDENTITY_POOL | {"IdentityPoolTags": of_stack | {"team": "a"}}
    found = read({"pool.json": tagged})
    assert found.resources["IdentityPool"]["Properties"]["IdentityPoolTags"] == [{"Key": "team", "Value": "a"}]
    assert found.place("IdentityPool", ("IdentityPoolTags", 0, "Key")) == Place(
        "pool.json", ("IdentityPoolTags", "team")
    )


# Second factors


MFA_ON = aws.user_pool(MfaConfiguration="ON")


def test_second_factors_that_nobody_has_described_are_a_parameter() -> None:
    found = read({"pool.json": MFA_ON})
    assert found.resources["Pool"]["Properties"]["EnabledMfas"] == {"Ref": "PoolEnabledMfas"}
    assert found.parameters == {"PoolEnabledMfas": ("Pool", ("EnabledMfas",))}


def test_how_passkeys_are_taken_is_a_parameter_where_nobody_has_described_it() -> None:
    policies = {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}
    assert read({"pool.json": aws.user_pool(Policies=policies)}).parameters == {
        "PoolWebAuthnRelyingPartyID": ("Pool", ("WebAuthnRelyingPartyID",)),
        "PoolWebAuthnUserVerification": ("Pool", ("WebAuthnUserVerification",)),
        "PoolWebAuthnFactorConfiguration": ("Pool", ("WebAuthnFactorConfiguration",)),
    }
    described = {"pool.json": aws.user_pool(Policies=policies), "mfa.json": {"MfaConfiguration": "OFF"}}
    assert read(described).parameters == {}


@pytest.mark.parametrize(
    ("said", "factors"),
    [
        ({"SoftwareTokenMfaConfiguration": {"Enabled": True}}, ["SOFTWARE_TOKEN_MFA"]),
        ({"SoftwareTokenMfaConfiguration": {"Enabled": False}, "EmailMfaConfiguration": {}}, ["EMAIL_OTP"]),
        ({"SmsMfaConfiguration": {"SmsConfiguration": aws.SMS}}, ["SMS_MFA"]),
        ({"SmsMfaConfiguration": {"SmsAuthenticationMessage": aws.CODE}}, None),
    ],
)
def test_a_factor_is_on_where_its_configuration_says_so(said: dict[str, Any], factors: list[str] | None) -> None:
    assert properties(MFA_ON, {"MfaConfiguration": "ON", **said}).get("EnabledMfas") == factors


def test_a_pool_that_has_turned_second_factors_off_names_none() -> None:
    said = {"MfaConfiguration": "OFF", "SoftwareTokenMfaConfiguration": {"Enabled": True}}
    assert properties(aws.user_pool(), said) == PLAIN_POOL


def test_what_only_the_second_answer_says_is_taken_from_it() -> None:
    pool = {"UserPool": {"Id": aws.POOL_ID}}
    sms = {"SmsConfiguration": aws.SMS | {"Newer": 1}, "SmsAuthenticationMessage": aws.CODE}
    found = read({"mfa.json": {"MfaConfiguration": "ON", "SmsMfaConfiguration": sms}, "pool.json": pool})
    assert found.resources["Pool"]["Properties"] == {
        "MfaConfiguration": "ON",
        "SmsConfiguration": aws.SMS,
        "SmsAuthenticationMessage": aws.CODE,
        "EnabledMfas": ["SMS_MFA"],
    }
    assert found.place("Pool", ("SmsConfiguration", "SnsRegion")) == Place(
        "mfa.json", ("SmsMfaConfiguration", "SmsConfiguration", "SnsRegion")
    )
    assert found.left_out == (Place("mfa.json", ("SmsMfaConfiguration", "SmsConfiguration", "Newer")),)


def _mfa_of(documents: Mapping[str, Any]) -> dict[str, Any]:
    return {
        source.identifiers["Pool"]["UserPoolId"]: source.resources["Pool"]["Properties"]["WebAuthnRelyingPartyID"]
        for source in read_described(documents)
    }


def test_second_factors_belong_to_the_pool_of_their_document_or_folder() -> None:
    other = aws.user_pool(Id=OTHER_ID)
    mine, others = ({"MfaConfiguration": "OFF", "WebAuthnConfiguration": {"RelyingPartyId": of}} for of in "ab")
    expected = {aws.POOL_ID: "a", OTHER_ID: "b"}
    assert _mfa_of({"a.json": aws.user_pool() | mine, "b.json": other | others}) == expected
    folders = {"a/pool.json": aws.user_pool(), "b/pool.json": other, "a/mfa.json": mine, "b/mfa.json": others}
    assert _mfa_of(folders) == expected


@pytest.mark.parametrize("pools", [{}, {"a.json": aws.user_pool(), "b.json": aws.user_pool(Id=OTHER_ID)}])
def test_second_factors_that_may_be_any_pools_are_refused(pools: dict[str, Any]) -> None:
    assert refused({**pools, "mfa.json": {"MfaConfiguration": "OFF"}}) == (
        "mfa.json: does not say of which user pool it is: put it into the folder of that pool's describe-user-pool "
        "output, or both into one object"
    )


# Around the pool


def test_an_app_client_without_a_secret() -> None:
    assert resources(aws.user_pool(), aws.user_pool_client())["AppClientweb"] == {
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": PLAIN_CLIENT,
    }


def test_an_app_client_with_everything_waits_for_what_it_names_and_keeps_its_secret() -> None:
    found = read(
        {"1.json": aws.user_pool(), "2.json": aws.FULL_CLIENT, "3.json": aws.GOOGLE, "4.json": aws.RESOURCE_SERVER}
    )
    said = aws.FULL_CLIENT["UserPoolClient"]
    told = ("ClientId", "ClientSecret", *aws.DATES)
    assert found.resources["AppClientweb"] == {
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": {
            **{name: value for name, value in said.items() if name not in told},
            "UserPoolId": POOL,
            "GenerateSecret": True,
        },
        "DependsOn": ["IdentityProviderGoogle", "ResourceServerorders"],
    }
    assert found.identifiers["AppClientweb"] == {"UserPoolId": aws.POOL_ID, "ClientId": aws.CLIENT_ID}
    assert found.place("AppClientweb", ("GenerateSecret",)) == Place("2.json", ("UserPoolClient", "ClientSecret"))


def test_no_secret_ever_leaves_its_document() -> None:
    found = read(aws.EVERYTHING)
    assert "the-secret-of" in str(aws.EVERYTHING)
    assert "the-secret-of" not in str((found.resources, found.identifiers, found.parameters, found.left_out))


def test_without_its_pool_a_client_names_it_by_its_id() -> None:
    found = read({"web.json": aws.user_pool_client()})
    assert found.resources == {
        "AppClientweb": {
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": PLAIN_CLIENT | {"UserPoolId": aws.POOL_ID},
        }
    }
    assert found.deployment == Deployment(region="eu-central-1")


def test_a_prefix_domain_and_a_domain_of_ones_own() -> None:
    found = read({"1.json": aws.PREFIX_DOMAIN, "2.json": aws.CUSTOM_DOMAIN})
    said = aws.CUSTOM_DOMAIN["DomainDescription"]
    assert found.resources == {
        "Domain": {
            "Type": "AWS::Cognito::UserPoolDomain",
            "Properties": {"UserPoolId": aws.POOL_ID, "Domain": "people-shop", "ManagedLoginVersion": 2},
        },
        "CustomDomain": {
            "Type": "AWS::Cognito::UserPoolDomain",
            "Properties": {
                "UserPoolId": aws.POOL_ID,
                "Domain": "login.shop.example",
                "ManagedLoginVersion": 2,
                "CustomDomainConfig": said["CustomDomainConfig"],
                "Routing": said["Routing"],
            },
        },
    }
    assert found.identifiers["Domain"] == {"UserPoolId": aws.POOL_ID, "Domain": "people-shop"}


def test_groups_without_those_that_cognito_makes_for_identity_providers() -> None:
    found = read({"1.json": aws.GROUPS, "2.json": aws.GROUP})
    assert found.resources == {
        "Groupadmins": {
            "Type": "AWS::Cognito::UserPoolGroup",
            "Properties": {
                "UserPoolId": aws.POOL_ID,
                "GroupName": "admins",
                "Description": "Can do everything",
                "Precedence": 0,
            },
        },
        "GroupshopStaff": {
            "Type": "AWS::Cognito::UserPoolGroup",
            "Properties": {
                "UserPoolId": aws.POOL_ID,
                "GroupName": "shop-staff",
                "RoleArn": aws.role("staff"),
                "Precedence": 10,
            },
        },
    }
    assert found.identifiers["Groupadmins"] == {"UserPoolId": aws.POOL_ID, "GroupName": "admins"}


@pytest.mark.parametrize(
    ("document", "details", "parameters"),
    [
        (aws.GOOGLE, ("authorize_scopes", "client_id"), {"client_secret": "IdentityProviderGoogleClientSecret"}),
        (
            aws.APPLE,
            ("authorize_scopes", "client_id", "key_id", "team_id"),
            {"private_key": "IdentityProviderSignInWithApplePrivateKey"},
        ),
        (
            aws.FACEBOOK,
            ("api_version", "authorize_scopes", "client_id"),
            {"client_secret": "IdentityProviderFacebookClientSecret"},
        ),
        (
            aws.AMAZON,
            ("authorize_scopes", "client_id"),
            {"client_secret": "IdentityProviderLoginWithAmazonClientSecret"},
        ),
        (
            aws.COMPANY,
            (
                *("attributes_request_method", "attributes_url", "authorize_scopes", "authorize_url"),
                *("client_id", "jwks_uri", "oidc_issuer", "token_url"),
            ),
            {"client_secret": "IdentityProviderCompanyClientSecret"},
        ),
        (
            aws.PARTNER,
            ("IDPInit", "IDPSignout", "EncryptedResponses", "MetadataURL", "RequestSigningAlgorithm"),
            {},
        ),
    ],
    ids=lambda value: value["IdentityProvider"]["ProviderName"] if "IdentityProvider" in value else "",
)
def test_an_identity_provider_says_what_it_was_given(
    document: dict[str, Any], details: tuple[str, ...], parameters: dict[str, str]
) -> None:
    said = document["IdentityProvider"]
    found = read({"provider.json": document})
    [(name, resource)] = found.resources.items()
    assert name == f"IdentityProvider{said['ProviderName']}"
    assert resource == {
        "Type": "AWS::Cognito::UserPoolIdentityProvider",
        "Properties": {
            **{key: value for key, value in said.items() if key not in aws.DATES},
            "ProviderDetails": {
                **{detail: said["ProviderDetails"][detail] for detail in details},
                **{detail: {"Ref": parameter} for detail, parameter in parameters.items()},
            },
        },
    }
    assert found.parameters == {
        parameter: (name, ("ProviderDetails", detail)) for detail, parameter in parameters.items()
    }
    assert found.identifiers == {name: {"UserPoolId": aws.POOL_ID, "ProviderName": said["ProviderName"]}}


def test_a_secret_of_a_provider_of_no_known_type_stays_in_its_document() -> None:
    found = properties(aws.provider("New", "NewType", {"client_secret": "x", "new": "y"}), of="IdentityProviderNew")
    assert found["ProviderDetails"] == {"client_secret": {"Ref": "IdentityProviderNewClientSecret"}, "new": "y"}
    no_type = {"UserPoolId": aws.POOL_ID, "ProviderName": "New", "ProviderDetails": {"private_key": "x"}}
    found = properties({"IdentityProvider": no_type}, of="IdentityProviderNew")
    assert found["ProviderDetails"] == {"private_key": {"Ref": "IdentityProviderNewPrivateKey"}}


def test_resource_servers() -> None:
    found = read({"1.json": aws.RESOURCE_SERVERS, "2.json": aws.RESOURCE_SERVER})
    assert found.resources == {
        "ResourceServerorders": {"Type": "AWS::Cognito::UserPoolResourceServer", "Properties": aws.ORDERS},
        "ResourceServerhttpsApiShopExample": {
            "Type": "AWS::Cognito::UserPoolResourceServer",
            "Properties": {"UserPoolId": aws.POOL_ID, "Identifier": "https://api.shop.example", "Name": "API"},
        },
    }
    assert found.identifiers["ResourceServerorders"] == {"UserPoolId": aws.POOL_ID, "Identifier": "orders"}


def test_a_style_sheet_waits_for_the_domain_and_its_image_is_left_out() -> None:
    found = read({"1.json": aws.user_pool_client(), "2.json": aws.UI_CUSTOMIZATION, "3.json": aws.PREFIX_DOMAIN})
    assert found.resources["UICustomizationweb"] == {
        "Type": "AWS::Cognito::UserPoolUICustomizationAttachment",
        "Properties": {
            "UserPoolId": aws.POOL_ID,
            "ClientId": {"Ref": "AppClientweb"},
            "CSS": ".banner-customizable { background-color: navy; }",
        },
        "DependsOn": ["Domain"],
    }
    assert found.identifiers["UICustomizationweb"] == {"UserPoolId": aws.POOL_ID, "ClientId": aws.CLIENT_ID}
    assert found.left_out == (Place("2.json", ("UICustomization", "ImageUrl")),)


def test_a_style_sheet_of_all_app_clients() -> None:
    style = {"UserPoolId": aws.POOL_ID, "CSS": "a"}
    assert resources({"UICustomization": style}) == {
        "UICustomizationALL": {
            "Type": "AWS::Cognito::UserPoolUICustomizationAttachment",
            "Properties": style | {"ClientId": "ALL"},
        }
    }


def test_an_image_alone_makes_no_style_sheet_and_is_left_out() -> None:
    style = {"UserPoolId": aws.POOL_ID, "ClientId": "ALL", "ImageUrl": "https://image.example"}
    found = read({"pool.json": aws.user_pool() | {"UICustomization": style}})
    assert set(found.resources) == {"Pool"}
    assert found.left_out == (Place("pool.json", ("UICustomization", "ImageUrl")),)


_BRANDING = {
    name: aws.BRANDING["ManagedLoginBranding"][name] for name in ("UseCognitoProvidedValues", "Settings", "Assets")
}


def test_a_branding_style_is_that_of_the_app_client_in_the_same_document() -> None:
    found = read({"web.json": aws.user_pool_client() | aws.BRANDING})
    assert found.resources["ManagedLoginBrandingweb"] == {
        "Type": "AWS::Cognito::ManagedLoginBranding",
        "Properties": {"UserPoolId": aws.POOL_ID, "ClientId": {"Ref": "AppClientweb"}, **_BRANDING},
    }
    assert found.identifiers["ManagedLoginBrandingweb"] == {
        "UserPoolId": aws.POOL_ID,
        "ManagedLoginBrandingId": "11111111-2222-3333-4444-555555555555",
    }


def test_a_branding_style_of_an_unknown_app_client_has_a_parameter_for_it() -> None:
    found = read({"web.json": aws.user_pool_client(), "branding.json": aws.BRANDING})
    assert found.resources["ManagedLoginBranding"]["Properties"] == {
        "UserPoolId": aws.POOL_ID,
        "ClientId": {"Ref": "ManagedLoginBrandingClientId"},
        **_BRANDING,
    }
    assert found.parameters == {"ManagedLoginBrandingClientId": ("ManagedLoginBranding", ("ClientId",))}


def test_a_branding_style_with_empty_settings_keeps_them() -> None:
    style = {"ManagedLoginBrandingId": "1", "UserPoolId": aws.POOL_ID, "Settings": {}}
    found = properties(aws.user_pool_client() | {"ManagedLoginBranding": style}, of="ManagedLoginBrandingweb")
    assert found == {"UserPoolId": aws.POOL_ID, "ClientId": {"Ref": "AppClientweb"}, "Settings": {}}


def test_the_risk_configuration_of_a_pool_and_of_an_app_client() -> None:
    of_client = {"UserPoolId": aws.POOL_ID, "ClientId": aws.CLIENT_ID, "RiskExceptionConfiguration": {"A": 1}}
    of_client["RiskExceptionConfiguration"] = {"SkippedIPRangeList": ["192.0.2.1/32"]}
    found = read({"1.json": aws.user_pool_client(), "2.json": aws.RISK, "3.json": {"RiskConfiguration": of_client}})
    said = aws.RISK["RiskConfiguration"]
    assert found.resources["RiskConfigurationALL"] == {
        "Type": "AWS::Cognito::UserPoolRiskConfigurationAttachment",
        "Properties": {
            "UserPoolId": aws.POOL_ID,
            "ClientId": "ALL",
            "AccountTakeoverRiskConfiguration": said["AccountTakeoverRiskConfiguration"],
            "CompromisedCredentialsRiskConfiguration": said["CompromisedCredentialsRiskConfiguration"],
            "RiskExceptionConfiguration": {"BlockedIPRangeList": ["192.0.2.0/24"]},
        },
    }
    assert found.resources["RiskConfigurationweb"]["Properties"] == of_client | {"ClientId": {"Ref": "AppClientweb"}}
    assert found.identifiers["RiskConfigurationALL"] == {"UserPoolId": aws.POOL_ID, "ClientId": "ALL"}


def test_the_logs_that_a_pool_exports() -> None:
    found = read({"logs.json": aws.LOGS})
    assert found.resources == {
        "LogDelivery": {
            "Type": "AWS::Cognito::LogDeliveryConfiguration",
            "Properties": aws.LOGS["LogDeliveryConfiguration"],
        }
    }
    assert found.identifiers == {"LogDelivery": {"Id": aws.POOL_ID}}


def test_terms_are_those_of_an_app_client() -> None:
    found = read({"1.json": aws.user_pool_client(), "2.json": aws.TERMS})
    assert found.resources["TermstermsOfUseWeb"] == {
        "Type": "AWS::Cognito::Terms",
        "Properties": {
            "UserPoolId": aws.POOL_ID,
            "ClientId": {"Ref": "AppClientweb"},
            "TermsName": "terms-of-use",
            "TermsSource": "LINK",
            "Enforcement": "NONE",
            "Links": {"cognito:default": "https://shop.example/terms"},
        },
    }
    assert found.identifiers["TermstermsOfUseWeb"] == {
        "UserPoolId": aws.POOL_ID,
        "TermsId": "11111111-2222-3333-4444-555555555555",
    }


def test_the_replica_that_is_not_the_pool_itself() -> None:
    found = read({"replicas.json": aws.REPLICAS})
    assert found.resources == {
        "ReplicaeuWest1": {
            "Type": "AWS::Cognito::UserPoolReplica",
            "Properties": {"UserPoolId": aws.POOL_ID, "RegionName": "eu-west-1"},
        }
    }
    assert found.identifiers == {"ReplicaeuWest1": {"UserPoolId": aws.POOL_ID, "RegionName": "eu-west-1"}}


@pytest.mark.parametrize(
    "nothing",
    [
        {"DomainDescription": {}},
        {"UICustomization": {}},
        {"Groups": []},
        {"RiskConfiguration": {"UserPoolId": aws.POOL_ID}},
        {"LogDeliveryConfiguration": {"UserPoolId": aws.POOL_ID, "LogConfigurations": []}},
        {
            "UserPoolClients": [{"ClientId": aws.CLIENT_ID, "UserPoolId": aws.POOL_ID, "ClientName": "web"}],
            "NextToken": "1",
        },
        {"Terms": [{"TermsId": "1", "TermsName": "terms-of-use", "Enforcement": "NONE"}]},
        {"UserPoolReplicas": aws.REPLICAS["UserPoolReplicas"][:1]},
        {"IdentityPoolId": aws.IDENTITY_POOL_ID},
    ],
    ids=lambda value: next(iter(value)),
)
def test_an_answer_that_there_is_nothing_makes_nothing(nothing: dict[str, Any]) -> None:
    assert is_described(nothing)
    assert list(read_described({"nothing.json": nothing})) == []
    found = read({"pool.json": aws.user_pool(), "nothing.json": nothing})
    assert (set(found.resources), found.left_out) == ({"Pool"}, ())


# Identity pools


def test_an_identity_pool_with_everything() -> None:
    found = read({"1.json": aws.IDENTITY_POOL, "2.json": aws.ROLES, "3.json": aws.PRINCIPAL_TAGS})
    tags = "PrincipalTagscognitoIdpEuCentral1AmazonawsComEuCentral1AbCdEfGhI"
    assert found.resources == {
        "IdentityPool": {
            "Type": "AWS::Cognito::IdentityPool",
            "Properties": {
                **{name: value for name, value in aws.IDENTITY_POOL.items() if name != "IdentityPoolId"},
                "IdentityPoolTags": [{"Key": "team", "Value": "identity"}, {"Key": "empty", "Value": ""}],
            },
        },
        "RoleAttachment": {
            "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
            "Properties": aws.ROLES | {"IdentityPoolId": {"Ref": "IdentityPool"}},
        },
        tags: {
            "Type": "AWS::Cognito::IdentityPoolPrincipalTag",
            "Properties": aws.PRINCIPAL_TAGS | {"IdentityPoolId": {"Ref": "IdentityPool"}},
        },
    }
    assert found.identifiers == {
        "IdentityPool": {"Id": aws.IDENTITY_POOL_ID},
        "RoleAttachment": {"Id": aws.IDENTITY_POOL_ID},
        tags: {"IdentityPoolId": aws.IDENTITY_POOL_ID, "IdentityProviderName": aws.USER_POOL_PROVIDER},
    }
    assert found.deployment == Deployment(region="eu-central-1")
    assert found.place("IdentityPool", ("IdentityPoolTags", 1, "Value")) == Place(
        "1.json", ("IdentityPoolTags", "empty")
    )


def test_each_pool_is_a_source_of_its_own() -> None:
    documents = {"1.json": aws.IDENTITY_POOL, "2.json": aws.user_pool(Id=OTHER_ID), "3.json": aws.user_pool()}
    assert [source.identifiers for source in read_described(documents)] == [
        {"IdentityPool": {"Id": aws.IDENTITY_POOL_ID}},
        {"Pool": {"UserPoolId": aws.POOL_ID}},
        {"Pool": {"UserPoolId": OTHER_ID}},
    ]


# Files


def test_one_object_may_hold_what_several_calls_print() -> None:
    merged = aws.FULL_POOL | aws.FULL_MFA | aws.FULL_CLIENT | aws.BRANDING | aws.GOOGLE | aws.RESOURCE_SERVERS
    merged |= aws.GROUPS | aws.RISK | aws.LOGS | {"ResponseMetadata": {"HTTPStatusCode": 200}}
    apart = {
        "pool.json": aws.FULL_POOL,
        "mfa.json": aws.FULL_MFA | {"ResponseMetadata": {}},
        "web.json": aws.FULL_CLIENT | aws.BRANDING,
        "google.json": aws.GOOGLE,
        "servers.json": aws.RESOURCE_SERVERS,
        "groups.json": aws.GROUPS,
        "risk.json": aws.RISK,
        "logs.json": aws.LOGS,
    }
    assert read({"all.json": merged}).resources == read(apart).resources
    assert read({"all.json": merged}).left_out == ()


def test_names_do_not_depend_on_files() -> None:
    twins = [aws.user_pool_client(ClientId=f"client{number}") for number in range(3)]
    odd = aws.user_pool_client(ClientId="client9", ClientName="web2")
    nameless = aws.user_pool_client(ClientId="client8", ClientName="日本")
    documents = [aws.user_pool(), *twins, odd, nameless]
    names = {
        name: identifier["ClientId"]
        for name, identifier in read(dict(zip("abcdef", documents, strict=True))).identifiers.items()
        if name != "Pool"
    }
    assert names == {
        "AppClient": "client8",
        "AppClientweb": "client0",
        "AppClientweb2": "client1",
        "AppClientweb3": "client2",
        "AppClientweb22": "client9",
    }
    turned = read(dict(zip("fedcba", documents, strict=True)))
    assert {name: it["ClientId"] for name, it in turned.identifiers.items() if name != "Pool"} == names


def test_a_parameter_never_has_the_name_of_a_resource() -> None:
    other = aws.provider("GoogleClientSecret", "OIDC", {"client_secret": "x"})
    found = read({"1.json": aws.GOOGLE, "2.json": other})
    assert found.parameters == {
        "IdentityProviderGoogleClientSecret2": ("IdentityProviderGoogle", ("ProviderDetails", "client_secret")),
        "IdentityProviderGoogleClientSecretClientSecret": (
            "IdentityProviderGoogleClientSecret",
            ("ProviderDetails", "client_secret"),
        ),
    }


@pytest.mark.parametrize(
    ("resource", "path", "place"),
    [
        ("Pool", (), Place("pool.json", ("UserPool",))),
        ("Pool", ("UserPoolName",), Place("pool.json", ("UserPool", "Name"))),
        (
            "Pool",
            ("Policies", "PasswordPolicy", "MinimumLength"),
            Place("pool.json", ("UserPool", "Policies", "PasswordPolicy", "MinimumLength")),
        ),
        ("Pool", ("Schema", 0, "Required"), Place("pool.json", ("UserPool", "SchemaAttributes", 10, "Required"))),
        ("Pool", ("Schema", 2), Place("pool.json", ("UserPool", "SchemaAttributes", 21))),
        ("Pool", ("Schema", 2, "Absent"), Place("pool.json", ("UserPool", "SchemaAttributes", 21))),
        ("Pool", ("Schema",), Place("pool.json", ("UserPool", "SchemaAttributes"))),
        ("Pool", ("EnabledMfas",), Place("mfa.json", ())),
        ("Pool", ("EnabledMfas", 2), Place("mfa.json", ("EmailMfaConfiguration",))),
        ("Pool", ("EmailAuthenticationSubject",), Place("mfa.json", ("EmailMfaConfiguration", "Subject"))),
        ("Pool", ("SmsConfiguration", "EumsSms", "Region"), Place("pool.json", ("UserPool", "SmsConfiguration"))),
        ("Pool", ("DeletionPolicy",), Place("pool.json", ("UserPool",))),
        ("Groupadmins", ("Precedence",), Place("groups.json", ("Groups", 2, "Precedence"))),
        ("AppClientweb", ("UserPoolId", "Ref"), Place("web.json", ("UserPoolClient", "UserPoolId"))),
        ("RiskConfigurationALL", ("ClientId",), Place("risk.json", ("RiskConfiguration",))),
        (
            "IdentityProviderSignInWithApple",
            ("ProviderDetails", "private_key"),
            Place("apple.json", ("IdentityProvider", "ProviderDetails")),
        ),
    ],
)
def test_every_property_has_its_place(resource: str, path: tuple[str | int, ...], place: Place) -> None:
    assert read(aws.EVERYTHING).place(resource, path) == place


def test_what_is_newer_than_this_is_left_out_and_told() -> None:
    pool = aws.user_pool(
        DcrConfiguration={"Mode": "OPEN"},
        Policies={
            "PasswordPolicy": {"MinimumLength": 12, "TemporaryPasswordValidityDays": 7, "Rotation": 90},
            "Newer": {},
        },
        SchemaAttributes=aws.with_attributes(aws.text("shoe_size")),
        AccountRecoverySetting={"RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1, "Newer": 1}]},
    )
    mfa = {"MfaConfiguration": "OFF", "WebAuthnConfiguration": {"Newer": 1}, "NewerMfaConfiguration": {}}
    found = read({"pool.json": pool | {"Newer": {}}, "mfa.json": mfa})
    assert found.resources["Pool"]["Properties"] == PLAIN_POOL | {
        "Policies": {"PasswordPolicy": {"MinimumLength": 12, "TemporaryPasswordValidityDays": 7}},
        "AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1}]},
    }
    assert set(found.left_out) == {
        Place("pool.json", ("UserPool", "DcrConfiguration")),
        Place("pool.json", ("UserPool", "Policies", "PasswordPolicy", "Rotation")),
        Place("pool.json", ("UserPool", "Policies", "Newer")),
        Place("pool.json", ("UserPool", "SchemaAttributes", 21)),
        Place("pool.json", ("UserPool", "AccountRecoverySetting", "RecoveryMechanisms", 0, "Newer")),
        Place("pool.json", ("Newer",)),
        Place("mfa.json", ("WebAuthnConfiguration", "Newer")),
        Place("mfa.json", ("NewerMfaConfiguration",)),
    }


def test_a_list_that_goes_on_elsewhere_is_told() -> None:
    assert read({"groups.json": aws.GROUPS | {"NextToken": "1"}}).left_out == (Place("groups.json", ("NextToken",)),)


# What cannot be read


@pytest.mark.parametrize(
    ("documents", "sentence"),
    [
        (
            {"1.json": aws.user_pool(), "2.json": aws.user_pool(Name="others", UserPoolTier="LITE")},
            f"1.json and 2.json: contradict each other in UserPoolName, UserPoolTier of the UserPool {aws.POOL_ID}",
        ),
        (
            {"1.json": aws.user_pool_client(), "2.json": aws.user_pool_client(ClientSecret="x")},
            f"1.json and 2.json: contradict each other in GenerateSecret of the UserPoolClient {aws.CLIENT_ID}",
        ),
        (
            {"1.json": {"Groups": [aws.ADMINS, aws.ADMINS | {"Precedence": 1}]}},
            "1.json: contradicts itself in Precedence of the UserPoolGroup admins",
        ),
        (
            {"1.json": aws.user_pool(), "2.json": {"MfaConfiguration": "ON"}},
            f"1.json and 2.json: contradict each other in MfaConfiguration of {aws.POOL_ID}",
        ),
        (
            {
                "0.json": aws.user_pool(),
                "1.json": {"MfaConfiguration": "OFF"},
                "2.json": {"MfaConfiguration": "OFF", "EmailMfaConfiguration": {}},
            },
            f"1.json and 2.json: contradict each other in EmailMfaConfiguration of the UserPool {aws.POOL_ID}",
        ),
        ({"1.json": {"UserPool": {"Name": "people"}}}, "1.json: UserPool needs a text as its Id"),
        ({"1.json": {"UserPool": [1]}}, "1.json: UserPool must be an object"),
        ({"1.json": {"Groups": {}}}, "1.json: Groups must be a list"),
        ({"1.json": {"Groups": [1]}}, "1.json: Groups must be a list of objects"),
        (
            {"1.json": {"IdentityPoolId": "x:1", "IdentityProviderName": 1}},
            "1.json: the answer needs a text as its IdentityProviderName",
        ),
        ({"1.json": {"Resources": {}}}, "1.json: is not what a call that describes a pool prints"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(documents: dict[str, Any], sentence: str) -> None:
    assert refused(documents) == sentence


def test_the_same_pool_described_twice_is_one_pool() -> None:
    later = aws.user_pool(EstimatedNumberOfUsers=9999, LastModifiedDate="2026-10-01T00:00:00Z")
    assert resources(aws.user_pool(), later) == resources(aws.user_pool())


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        "UserPool",
        {},
        {"Resources": {"Pool": {"Type": "AWS::Cognito::UserPool"}}},
        {"UserPool": "people"},
        {"Users": [{"Username": "ada"}]},
    ],
)
def test_what_no_call_prints_is_not_described(document: Any) -> None:
    assert not is_described(document)


@pytest.mark.parametrize("document", [answer for _, _, answer in aws.ANSWERS])
def test_what_a_call_prints_is_described(document: Any) -> None:
    assert is_described(document)


_NAMES = st.sampled_from(
    sorted(
        {name for _, _, answer in aws.ANSWERS for name in answer}
        | {name for _, _, answer in aws.ANSWERS for held in answer.values() if isinstance(held, dict) for name in held}
        | {"UserPoolClients", "NextToken", "Ref"}
    )
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([aws.POOL_ID, "ALL", "ON"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES | st.text(), inner, max_size=6),
    max_leaves=30,
)


@settings(max_examples=300)
@given(st.dictionaries(st.text(), _JSON, max_size=3))
def test_any_json_is_read_or_refused_in_one_sentence(documents: dict[str, Any]) -> None:
    with suppress(UnreadableError):
        for source in read_described(documents):
            for name in source.resources:
                assert source.place(name, ("Schema", 0, "Name")).file in documents


_PATHS = [
    (number, path)
    for number, (_, _, answer) in enumerate(aws.ANSWERS)
    for path in [(name,) for name in answer]
    + [(name, inner) for name, held in answer.items() if isinstance(held, dict) for inner in held]
]


@settings(max_examples=300)
@given(st.sampled_from(_PATHS), _JSON)
def test_any_json_in_the_place_of_a_member_is_read_or_refused(place: tuple[int, tuple[str, ...]], json: Any) -> None:
    number, path = place
    document: Any = dict(aws.ANSWERS[number][2])
    if len(path) == 1:
        document[path[0]] = json
    else:
        document[path[0]] = document[path[0]] | {path[1]: json}
    with suppress(UnreadableError):
        assert all(source.resources for source in read_described({"pool.json": aws.user_pool(), "some.json": document}))
