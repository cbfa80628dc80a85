"""A pool that is there breaks no rule: what AWS has taken, and prints, is never an error; and settings can say it."""

from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest

from constructs_lib.readers.described.pools import read_described
from constructs_lib.rendering import read, render
from constructs_lib.rules import judge
from tests.readers import descriptions as aws

AROUND = {name: document for name, document in aws.EVERYTHING.items() if name not in ("pool.json", "mfa.json")}
ALL_ATTRIBUTES = [item["Name"] for item in aws.STANDARD if item["Name"] not in ("sub", "identities")]
VERIFIED = ("email_verified", "phone_number_verified")

OLD = aws.user_pool(
    Policies={
        "PasswordPolicy": {
            "MinimumLength": 6,
            "RequireUppercase": False,
            "RequireLowercase": False,
            "RequireNumbers": False,
            "RequireSymbols": False,
        }
    },
    LambdaConfig={"PreTokenGeneration": aws.function("token"), "PreSignUp": aws.function("sign-up")},
    SchemaAttributes=aws.with_attributes(aws.text("phone_number", Required=True), aws.text("email", Required=True)),
    AutoVerifiedAttributes=["phone_number"],
    AliasAttributes=["phone_number", "email"],
    SmsVerificationMessage=aws.CODE,
    EmailVerificationMessage=aws.CODE,
    EmailVerificationSubject="Your verification code",
    VerificationMessageTemplate={"DefaultEmailOption": "CONFIRM_WITH_CODE"},
    SmsAuthenticationMessage="Your authentication code is {####}. ",
    MfaConfiguration="ON",
    EmailConfiguration={},
    SmsConfiguration={"SnsCallerArn": aws.role("service-role/people-SMS-Role"), "ExternalId": "people"},
    AdminCreateUserConfig={
        "AllowAdminCreateUserOnly": False,
        "UnusedAccountValidityDays": 90,
        "InviteMessageTemplate": {
            "SMSMessage": "Your username is {username} and temporary password is {####}. ",
            "EmailMessage": "Your username is {username} and temporary password is {####}. ",
            "EmailSubject": "Your temporary password",
        },
    },
)
del OLD["UserPool"]["UserPoolTier"]
BY_LINK = aws.user_pool(
    UserPoolTier="LITE",
    UsernameAttributes=["email"],
    AutoVerifiedAttributes=["email"],
    UsernameConfiguration={"CaseSensitive": True},
    EmailVerificationMessage="Code {####}",
    EmailVerificationSubject="Code",
    VerificationMessageTemplate={
        "EmailMessage": "Code {####}",
        "EmailSubject": "Code",
        "EmailMessageByLink": "{##Verify##}",
        "EmailSubjectByLink": "Verify",
        "DefaultEmailOption": "CONFIRM_WITH_LINK",
    },
    LambdaConfig={
        "PreTokenGeneration": aws.function("token"),
        "PreTokenGenerationConfig": {"LambdaVersion": "V1_0", "LambdaArn": aws.function("token")},
    },
    UserPoolAddOns={"AdvancedSecurityMode": "OFF"},
    AccountRecoverySetting={"RecoveryMechanisms": [{"Priority": 1, "Name": "admin_only"}]},
    IssuerConfiguration={"Type": "ORIGINAL"},
    KeyConfiguration={"KeyType": "AWS_OWNED_KEY"},
)
PASSWORDLESS = aws.user_pool(
    Policies={
        "PasswordPolicy": {"MinimumLength": 8, "PasswordHistorySize": 0, "TemporaryPasswordValidityDays": 7},
        "SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]},
    },
    EmailConfiguration={"SourceArn": aws.arn("ses", "identity/shop.example"), "EmailSendingAccount": "DEVELOPER"},
    UsernameAttributes=["email", "phone_number"],
    AutoVerifiedAttributes=["email"],
    UsernameConfiguration={"CaseSensitive": False},
)
CLASSIC_DOMAIN = {"DomainDescription": aws.PREFIX_DOMAIN["DomainDescription"] | {"ManagedLoginVersion": 1}}
AUTHENTICATOR = aws.user_pool(MfaConfiguration="ON", UserPoolTier="PLUS")
PASSKEYS = aws.user_pool(
    MfaConfiguration="ON",
    Policies={
        "PasswordPolicy": {"MinimumLength": 8, "TemporaryPasswordValidityDays": 7},
        "SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]},
    },
)
POOLS: dict[str, dict[str, Any]] = {
    "plain": {"pool.json": aws.user_pool(), "mfa.json": {"MfaConfiguration": "OFF"}},
    "everything": {"pool.json": aws.FULL_POOL, "mfa.json": aws.FULL_MFA},
    "old": {
        "pool.json": OLD,
        "mfa.json": {
            "MfaConfiguration": "ON",
            "SmsMfaConfiguration": {"SmsConfiguration": OLD["UserPool"]["SmsConfiguration"]},
            "SoftwareTokenMfaConfiguration": {"Enabled": False},
        },
    },
    "by link": {"pool.json": BY_LINK},
    "passwordless": {
        "pool.json": PASSWORDLESS,
        "mfa.json": {
            "MfaConfiguration": "OFF",
            "WebAuthnConfiguration": {"RelyingPartyId": "login.shop.example", "UserVerification": "preferred"},
        },
    },
    "authenticator app": {
        "pool.json": AUTHENTICATOR,
        "mfa.json": {"MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": {"Enabled": True}},
    },
    "second factors not described": {"pool.json": AUTHENTICATOR},
    "passkeys not described": {"pool.json": PASSKEYS},
    "passkeys": {
        "pool.json": PASSKEYS,
        "mfa.json": {
            "MfaConfiguration": "ON",
            "SoftwareTokenMfaConfiguration": {"Enabled": True},
            "WebAuthnConfiguration": {
                "RelyingPartyId": "login.shop.example",
                "UserVerification": "required",
                "FactorConfiguration": "MULTI_FACTOR_WITH_USER_VERIFICATION",
            },
        },
    },
}
CLIENTS: dict[str, dict[str, Any]] = {
    "plain": aws.user_pool_client(),
    "of the console": aws.user_pool_client(
        ReadAttributes=ALL_ATTRIBUTES,
        WriteAttributes=[name for name in ALL_ATTRIBUTES if name not in VERIFIED],
        ExplicitAuthFlows=["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
        SupportedIdentityProviders=["COGNITO"],
        CallbackURLs=["https://d84l1y8p4kdic.cloudfront.net"],
        AllowedOAuthFlows=["code"],
        AllowedOAuthScopes=["email", "openid", "phone"],
        AllowedOAuthFlowsUserPoolClient=True,
        AccessTokenValidity=60,
        IdTokenValidity=60,
        RefreshTokenValidity=5,
        TokenValidityUnits={"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "days"},
        PreventUserExistenceErrors="ENABLED",
    ),
    "old": aws.user_pool_client(
        ExplicitAuthFlows=["ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH"], EnableTokenRevocation=False
    ),
    "machine": aws.user_pool_client(
        ClientSecret="x",
        AllowedOAuthFlows=["client_credentials"],
        AllowedOAuthScopes=["orders/read"],
        AllowedOAuthFlowsUserPoolClient=True,
        ExplicitAuthFlows=["ALLOW_REFRESH_TOKEN_AUTH"],
    ),
    "switched off": aws.user_pool_client(
        SupportedIdentityProviders=["COGNITO"],
        CallbackURLs=["https://shop.example"],
        LogoutURLs=["https://shop.example"],
        AllowedOAuthFlows=["code"],
        AllowedOAuthScopes=["openid"],
    ),
    "implicit": aws.user_pool_client(
        SupportedIdentityProviders=["COGNITO"],
        CallbackURLs=["http://localhost:3000", "shop://in"],
        AllowedOAuthFlows=["implicit", "code"],
        AllowedOAuthScopes=["openid", "aws.cognito.signin.user.admin"],
        AllowedOAuthFlowsUserPoolClient=True,
    ),
    "long sessions": aws.user_pool_client(
        RefreshTokenValidity=3650,
        AccessTokenValidity=1,
        IdTokenValidity=1,
        TokenValidityUnits={"AccessToken": "days", "IdToken": "days", "RefreshToken": "days"},
    ),
}


def _errors(documents: Mapping[str, Any]) -> list[str]:
    [source] = read_described(documents)
    return [str(finding) for finding in judge(source.resources, source.deployment) if finding.severity == "error"]


@pytest.mark.parametrize(("pool", "client"), list(product(POOLS, CLIENTS)))
def test_a_pool_that_is_there_is_no_error(pool: str, client: str) -> None:
    assert _errors({**POOLS[pool], "client.json": CLIENTS[client]}) == []
    assert _errors({**POOLS[pool], "client.json": CLIENTS[client], "domain.json": CLASSIC_DOMAIN}) == []


@pytest.mark.parametrize("left_out", [None, *AROUND])
def test_everything_around_a_pool_is_no_error_whatever_has_not_been_described(left_out: str | None) -> None:
    assert _errors({name: document for name, document in aws.EVERYTHING.items() if name != left_out}) == []


@pytest.mark.parametrize("name", AROUND)
def test_what_is_described_alone_is_no_error(name: str) -> None:
    assert _errors({name: AROUND[name]}) == []
    assert _errors({name: AROUND[name], "pool.json": aws.FULL_POOL, "mfa.json": aws.FULL_MFA}) == []


def test_an_identity_pool_that_is_there_is_no_error() -> None:
    documents = {"pool.json": aws.IDENTITY_POOL, "roles.json": aws.ROLES, "tags.json": aws.PRINCIPAL_TAGS}
    assert _errors(documents) == []
    for name, document in documents.items():
        assert _errors({name: document}) == []


def test_no_client_waits_for_a_provider_that_is_there() -> None:
    [source] = read_described(aws.EVERYTHING)
    rules = {finding.rule for finding in judge(source.resources, source.deployment)}
    assert not {rule for rule in rules if "awaited" in rule or ("missing" in rule and rule.startswith("app-client"))}


@pytest.mark.parametrize("pool", POOLS)
def test_settings_say_a_described_pool(pool: str) -> None:
    [source] = read_described({**AROUND, **POOLS[pool]})
    reading = read(source.resources)
    assert reading.rest == {}
    assert reading.logical_ids == {"Resource": "Pool"}
    assert render(reading.settings, reading.logical_ids) == source.resources


def test_settings_need_no_order_of_their_own_for_what_is_described() -> None:
    [source] = read_described(aws.EVERYTHING)
    client = read(source.resources).settings.app_clients["web"]  # type: ignore[index]
    assert client.supported_identity_providers == ("COGNITO", "Google", "Company")
    assert client.extra_attributes is None
