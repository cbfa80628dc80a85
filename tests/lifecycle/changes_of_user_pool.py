"""Changes of a user pool: before, after, and all that is told."""

from string import ascii_lowercase

from constructs_lib.resources.model import USER_POOL
from tests.lifecycle.told import Case

MANY = [{"Name": f"tenant{letter}", "AttributeDataType": "String", "Mutable": True} for letter in ascii_lowercase]
"""More than AWS adds at a time, in the order of their names."""

CASES = [
    Case(
        USER_POOL,
        {"UsernameAttributes": ["email"]},
        {"UsernameAttributes": ["phone_number"]},
        (
            "refused: UsernameAttributes: ['email'] → ['phone_number']\n"
            "what people sign in with is fixed when a pool is made: AWS refuses the update; the users stay, "
            "and the deploy fails: take it back, or move them to a new pool\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html"
        ),
    ),
    Case(
        USER_POOL,
        {},
        {"AliasAttributes": ["email"]},
        (
            "refused: AliasAttributes: None → ['email']\n"
            "what people sign in with is fixed when a pool is made: AWS refuses the update; the users stay, "
            "and the deploy fails: take it back, or move them to a new pool\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html"
        ),
    ),
    Case(
        USER_POOL,
        {},
        {"UsernameConfiguration": {"CaseSensitive": True}},
        (
            "refused: UsernameConfiguration.CaseSensitive: None → True\n"
            "whether capitals tell user names apart is fixed when a pool is made, even where it was left "
            "open: AWS refuses the update; the users stay, and the deploy fails: take it back, or move them "
            "to a new pool\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html"
        ),
    ),
    Case(
        USER_POOL,
        {"Schema": []},
        {"Schema": [{"Name": "email", "Required": True}]},
        (
            "refused: Schema[email]: None → {'Name': 'email', 'Required': True}\n"
            "a standard attribute can be declared only when a pool is made: AWS refuses the update; the "
            "users stay, and the deploy fails: take it back, or move them to a new pool\n"
            "https://github.com/aws/aws-cdk/issues/8585"
        ),
    ),
    Case(
        USER_POOL,
        {},
        {"Schema": MANY},
        "\n".join(
            f"in place: Schema[{one['Name']}]: None → {one}\n"
            "the attribute is added, if all of them are: AWS adds 25 attributes at a time, and whether CloudFormation "
            "asks twice is not documented; deploy 25 first\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AddCustomAttributes.html"
            for one in MANY
        ),
    ),
    Case(
        USER_POOL,
        {"Schema": []},
        {"Schema": [{"Name": "tenant", "AttributeDataType": "String", "Mutable": True}]},
        (
            "in place: Schema[tenant]: None → {'Name': 'tenant', 'AttributeDataType': 'String', 'Mutable': "
            "True}\n"
            "the attribute is added, and nobody has a value for it yet; it can never be changed or removed "
            "again\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AddCustomAttributes.html"
        ),
    ),
    Case(
        USER_POOL,
        {"Schema": [{"Name": "tenant", "AttributeDataType": "String", "Mutable": True}]},
        {"Schema": []},
        (
            "refused: Schema[tenant]: {'Name': 'tenant', 'AttributeDataType': 'String', 'Mutable': True} → "
            "None\n"
            "an attribute can never be removed: AWS refuses the update; the users stay, and the deploy "
            "fails: take it back, or move them to a new pool\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html"
        ),
    ),
    Case(
        USER_POOL,
        {"Schema": [{"Name": "tenant", "AttributeDataType": "String", "Mutable": True}]},
        {"Schema": [{"Name": "tenant", "AttributeDataType": "String", "Mutable": False}]},
        (
            "refused: Schema[tenant]: {'Name': 'tenant', 'AttributeDataType': 'String', 'Mutable': True} → "
            "{'Name': 'tenant', 'AttributeDataType': 'String', 'Mutable': False}\n"
            "an attribute can never be changed: AWS refuses the update; the users stay, and the deploy "
            "fails: take it back, or move them to a new pool\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html"
        ),
    ),
    Case(
        USER_POOL,
        {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}},
        {},
        (
            "none: Policies.SignInPolicy.AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] → None\n"
            "left out, so that the pool keeps the ways of signing in that it has\n"
            "https://github.com/aws/aws-cdk/issues/32369"
        ),
    ),
    Case(
        USER_POOL,
        {},
        {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD"]}}},
        (
            "none: Policies.SignInPolicy.AllowedFirstAuthFactors: None → ['PASSWORD']\n"
            "says what a pool has where nothing is said\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html"
        ),
    ),
    Case(
        USER_POOL,
        {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}},
        {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD"]}}},
        (
            "loses: Policies.SignInPolicy.AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] → ['PASSWORD']\n"
            "nobody can sign in with a passkey any more; users who have nothing else are locked out\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html"
        ),
    ),
    Case(
        USER_POOL,
        {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}},
        {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD"]}}},
        (
            "loses: Policies.SignInPolicy.AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] → ['PASSWORD']\n"
            "nobody can sign in by EMAIL_OTP any more; users who have nothing else are locked out\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html"
        ),
    ),
    Case(
        USER_POOL,
        {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD"]}}},
        {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}},
        (
            "in place: Policies.SignInPolicy.AllowedFirstAuthFactors: ['PASSWORD'] → ['PASSWORD', "
            "'WEB_AUTHN']\n"
            "users can sign in in more ways; passwords, passkeys and sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html"
        ),
    ),
    Case(
        USER_POOL,
        {"Policies": {"PasswordPolicy": {"MinimumLength": 8}}},
        {"Policies": {"PasswordPolicy": {"MinimumLength": 15}}},
        (
            "in place: Policies.PasswordPolicy.MinimumLength: 8 → 15\n"
            "holds for the next password that somebody chooses; users and sessions stay\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html"
        ),
    ),
    Case(
        USER_POOL,
        {
            "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}},
            "WebAuthnRelyingPartyID": "a.example",
        },
        {
            "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}},
            "WebAuthnRelyingPartyID": "b.example",
        },
        (
            "loses: WebAuthnRelyingPartyID: a.example → b.example\n"
            "a passkey belongs to the relying party that it was made for: all of them stop working, and "
            "users must sign in in another way and register anew\n"
            "https://www.w3.org/TR/webauthn-3/#relying-party-identifier"
        ),
    ),
    Case(
        USER_POOL,
        {},
        {"WebAuthnRelyingPartyID": "b.example"},
        (
            "in place: WebAuthnRelyingPartyID: None → b.example\n"
            "nobody has a passkey yet; from the first one on it cannot be changed without losing them\n"
            "https://www.w3.org/TR/webauthn-3/#relying-party-identifier"
        ),
    ),
    Case(
        USER_POOL,
        {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}},
        {
            "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}},
            "WebAuthnUserVerification": "required",
        },
        (
            "loses: WebAuthnUserVerification: None → required\n"
            "passkeys of devices that cannot tell who holds them stop working; users must sign in in another"
            " way\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html"
        ),
    ),
    Case(
        USER_POOL,
        {
            "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}},
            "MfaConfiguration": "ON",
            "WebAuthnFactorConfiguration": "MULTI_FACTOR_WITH_USER_VERIFICATION",
        },
        {
            "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}},
            "MfaConfiguration": "ON",
        },
        (
            "loses: WebAuthnFactorConfiguration: MULTI_FACTOR_WITH_USER_VERIFICATION → None\n"
            "a passkey no longer counts as a second factor: users who have no other must set one up, or are "
            "locked out\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html"
        ),
    ),
    Case(
        USER_POOL,
        {"EnabledMfas": ["SMS_MFA", "SOFTWARE_TOKEN_MFA"]},
        {"EnabledMfas": ["SOFTWARE_TOKEN_MFA"]},
        (
            "loses: EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] → ['SOFTWARE_TOKEN_MFA']\n"
            "users lose SMS_MFA as a second factor: what they have enrolled for it counts for nothing, and "
            "who has no other is locked out where one is asked for\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"
        ),
    ),
    Case(
        USER_POOL,
        {"EnabledMfas": ["SMS_MFA"]},
        {"EnabledMfas": ["SMS_MFA", "SOFTWARE_TOKEN_MFA"]},
        (
            "in place: EnabledMfas: ['SMS_MFA'] → ['SMS_MFA', 'SOFTWARE_TOKEN_MFA']\n"
            "users can enrol one more second factor; what they have stays\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"
        ),
    ),
    Case(
        USER_POOL,
        {"MfaConfiguration": "OPTIONAL"},
        {},
        (
            "loses: MfaConfiguration: OPTIONAL → None\n"
            "nobody is asked for a second factor any more: what users have enrolled protects nobody\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"
        ),
    ),
    Case(
        USER_POOL,
        {"MfaConfiguration": "OPTIONAL"},
        {"MfaConfiguration": "ON"},
        (
            "in place: MfaConfiguration: OPTIONAL → ON\n"
            "users without a second factor must set one up before they can sign in again; sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"
        ),
    ),
    Case(
        USER_POOL,
        {"MfaConfiguration": "ON"},
        {"MfaConfiguration": "OPTIONAL"},
        (
            "in place: MfaConfiguration: ON → OPTIONAL\n"
            "only users who have enrolled a second factor are asked for it; enrolments and sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"
        ),
    ),
    Case(
        USER_POOL,
        {"SmsConfiguration": {"SnsCallerArn": "arn"}},
        {},
        (
            "in place: SmsConfiguration: {'SnsCallerArn': 'arn'} → None\n"
            "text messages cannot be switched off again once a pool sends them: whether AWS keeps them or "
            "refuses the update is not documented, so change what they are used for, and leave this\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html"
        ),
    ),
    Case(
        USER_POOL,
        {"DeviceConfiguration": {"ChallengeRequiredOnNewDevice": True}},
        {},
        (
            "in place: DeviceConfiguration: {'ChallengeRequiredOnNewDevice': True} → None\n"
            "devices are remembered no more: users are asked for their second factor on each of them again\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html"
        ),
    ),
    Case(
        USER_POOL,
        {},
        {"UserPoolTier": "LITE"},
        (
            "loses: UserPoolTier: None → LITE\n"
            "LITE has no passkeys, one-time codes, choice of factors or managed login: users who sign in by "
            "them are locked out, and AWS refuses the update while any is in use\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html"
        ),
    ),
    Case(
        USER_POOL,
        {"UserPoolTier": "PLUS"},
        {},
        (
            "in place: UserPoolTier: PLUS → None\n"
            "threat protection ends, and AWS refuses the update while it is in use; users, tokens and "
            "sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html"
        ),
    ),
    Case(
        USER_POOL,
        {},
        {"UserPoolTier": "PLUS"},
        (
            "in place: UserPoolTier: None → PLUS\n"
            "costs more; users, tokens and sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html"
        ),
    ),
    Case(
        USER_POOL,
        {"DeletionProtection": "ACTIVE"},
        {},
        (
            "in place: DeletionProtection: ACTIVE → None\n"
            "nothing is lost yet, but from now on whatever deletes the pool deletes its users\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html"
        ),
    ),
    Case(
        USER_POOL,
        {"LambdaConfig": {"UserMigration": "arn"}},
        {},
        (
            "loses: LambdaConfig.UserMigration: arn → None\n"
            "users who have not been moved from the old directory yet cannot sign in any more\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html"
        ),
    ),
    Case(
        USER_POOL,
        {"LambdaConfig": {"DefineAuthChallenge": "arn"}},
        {},
        (
            "loses: LambdaConfig.DefineAuthChallenge: arn → None\n"
            "custom authentication ends: users who sign in by it are locked out\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html"
        ),
    ),
    Case(
        USER_POOL,
        {"LambdaConfig": {"CreateAuthChallenge": "arn"}},
        {},
        (
            "loses: LambdaConfig.CreateAuthChallenge: arn → None\n"
            "custom authentication ends: users who sign in by it are locked out\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html"
        ),
    ),
    Case(
        USER_POOL,
        {"LambdaConfig": {"VerifyAuthChallengeResponse": "arn"}},
        {},
        (
            "loses: LambdaConfig.VerifyAuthChallengeResponse: arn → None\n"
            "custom authentication ends: users who sign in by it are locked out\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html"
        ),
    ),
    Case(
        USER_POOL,
        {},
        {"IssuerConfiguration": {"Type": "UPDATED"}},
        (
            "loses: IssuerConfiguration.Type: None → UPDATED\n"
            "new tokens name another issuer: whoever compares it, such as an authorizer, refuses them until "
            "it is told\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html"
        ),
    ),
    Case(
        USER_POOL,
        {},
        {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True}},
        (
            "in place: AdminCreateUserConfig.AllowAdminCreateUserOnly: None → True\n"
            "nobody can sign up any more; users who are there stay\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUserConfigType.html"
        ),
    ),
    Case(
        USER_POOL,
        {
            "AccountRecoverySetting": {
                "RecoveryMechanisms": [
                    {"Name": "verified_email", "Priority": 1},
                    {"Name": "verified_phone_number", "Priority": 2},
                ]
            }
        },
        {"AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1}]}},
        (
            "in place: AccountRecoverySetting.RecoveryMechanisms[verified_phone_number]: {'Name': "
            "'verified_phone_number', 'Priority': 2} → None\n"
            "users who have only this cannot reset a forgotten password themselves; sessions stay\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountRecoverySettingType.html"
        ),
    ),
    Case(
        USER_POOL,
        {},
        {"AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "admin_only", "Priority": 1}]}},
        (
            "in place: AccountRecoverySetting.RecoveryMechanisms[admin_only]: None → {'Name': 'admin_only', "
            "'Priority': 1}\n"
            "nobody can reset a forgotten password without an administrator any more; sessions stay\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountRecoverySettingType.html"
        ),
    ),
    Case(
        USER_POOL,
        {"AutoVerifiedAttributes": ["email", "phone_number"]},
        {"AutoVerifiedAttributes": ["email"]},
        (
            "in place: AutoVerifiedAttributes: ['email', 'phone_number'] → ['email']\n"
            "sign-up verifies phone_number no more: new users cannot sign in or recover their password by "
            "it; what is verified stays so\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html"
        ),
    ),
    Case(
        USER_POOL,
        {"UserPoolName": "shop"},
        {"UserPoolName": "store"},
        (
            "in place: UserPoolName: shop → store\n"
            "the pool is renamed and keeps its id; users, tokens and sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html"
        ),
    ),
    Case(
        USER_POOL,
        {"LambdaConfig": {"PreSignUp": "arn"}},
        {},
        (
            "in place: LambdaConfig.PreSignUp: arn → None\n"
            "is changed in place: users, tokens and sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
]
