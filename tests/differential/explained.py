"""Why an engine finds what no error of ours says: each class of difference once.

A class is a rule of theirs at a property, in some examples or where we warn; ``*`` stands for anything. A class that
nobody needs any more fails a test: a false alarm that is mended, or a new rule of ours, takes its line away.
"""

import re
from typing import NamedTuple

from tests.differential.comparison import Difference


class Class(NamedTuple):
    """A class of difference."""

    rule: str
    where: str
    reason: str

    example: str = "*"
    """The examples that it is only in."""

    warns: str = ""
    """The rule of ours that says the same, as a warning."""

    def holds(self, found: Difference) -> bool:
        """Tell whether a difference is of this class."""
        return (
            found.rule == self.rule
            and _fits(self.where, found.where)
            and _fits(self.example, found.example)
            and (not self.warns or self.warns in found.warned)
        )


def _fits(pattern: str, text: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), text, re.DOTALL) is not None


GENERATED = "settings *"
"""The examples that Hypothesis makes: other ones from Python to Python, so that not each of them needs the reason."""

_TOGETHER = "examples share a pool and a template, so that two may be one and the same resource"
_UNKNOWN = "what an example leaves unknown is a parameter of type String, wherever it stands"
_LEFT_OUT = "an example refers to a resource that it leaves out"
_NULL = "an example writes null for nothing"
_WITHOUT = "an example is in a Region that lacks the type"
_SPELT = "CloudFormation takes the text for the number or the boolean, and so do we"
_ANY_ARN = "the API takes any ARN; that one is of another service is a warning"
_ELSEWHERE = "it may be made outside of the template"
_SENDER = "UserPool.EmailConfiguration.SourceArn"
_ANY_REGION = "the developer guide writes * for the Region, and the schema's pattern refuses it: a warning"
_NEW = "AWS adds properties, so that one unknown here is a warning"
_MAPPED = "UserPoolIdentityProvider.AttributeMapping.*"
_PASSKEYS = "the API takes 127 characters; that CloudFormation's schema takes 63 is a warning"
_MAP_KEYS = "the API takes more characters; that CloudFormation's schema does not is a warning"
_NO_COGNITO = "no matter of Cognito's: of the resource beside it only what Cognito needs is judged"

EXPLAINED = (
    # How the examples are made.
    Class("E3019", "*", _TOGETHER),
    Class("E1020", "*", _UNKNOWN),
    Class("W9003", "*", f"{_SPELT}; and {_UNKNOWN}"),
    Class("E1010", "*", _LEFT_OUT),
    Class("F1020", "*", _LEFT_OUT),
    Class("E3005", "UserPoolUICustomizationAttachment", _LEFT_OUT),
    Class("E3030", "UserPool.VerificationMessageTemplate.DefaultEmailOption", _NULL, "messages.user-name-*"),
    Class("E3006", "UserPool", _WITHOUT),
    Class("F3006", "UserPool", _WITHOUT),
    Class("E3006", "UserPoolRegionalConfigurationAttachment", _WITHOUT, "regional-configuration.*-unavailable, *"),
    Class("F3006", "UserPoolRegionalConfigurationAttachment", _WITHOUT, "regional-configuration.*-unavailable, *"),
    # Schemas.
    Class("E1157", "UserPool.KeyConfiguration.KmsKeyArn", _ANY_ARN, warns="encryption.not-a-key"),
    Class("E1159", "UserPoolDomain.CustomDomainConfig.CertificateArn", _ANY_ARN, warns="domain.not-a-certificate"),
    Class("E1160", "UserPool.LambdaConfig.*", _ANY_ARN, warns="triggers.not-a-function"),
    Class(
        "E1160",
        "UserPoolRegionalConfigurationAttachment.LambdaConfig.*",
        _ANY_ARN,
        warns="regional-configuration.triggers-not-a-function",
    ),
    Class("E1156", "IdentityPool.*", "Cognito Sync is closed to whoever is new to it", warns="identity-pool.sync"),
    Class("E3033", "UserPool.WebAuthnRelyingPartyID", _PASSKEYS, warns="passkeys.relying-party-length"),
    Class("F3033", "UserPool.WebAuthnRelyingPartyID", _PASSKEYS, warns="passkeys.relying-party-length"),
    Class("E3002", _MAPPED, _MAP_KEYS, warns="identity-provider.attribute-characters"),
    Class("F3002", _MAPPED, _MAP_KEYS, warns="identity-provider.attribute-characters"),
    Class("E3002", "UserPoolUser.ClientMetadata.*", _MAP_KEYS, warns="user.client-metadata-characters"),
    Class("F3002", "UserPoolUser.ClientMetadata.*", _MAP_KEYS, warns="user.client-metadata-characters"),
    Class(
        "E3030",
        "UserPoolClient.ExplicitAuthFlows[]",
        "a newer API model has the two token exchanges; that these schemas do not is a warning",
        warns="app-client.token-exchange",
    ),
    Class(
        "W3030",
        "UserPoolClient.ExplicitAuthFlows[]",
        "a newer API model has the two token exchanges; that these schemas do not is a warning",
        warns="app-client.token-exchange",
    ),
    Class("E3031", _SENDER, _ANY_REGION, warns="email.identity-of-any-region"),
    Class("F3031", _SENDER, _ANY_REGION, warns="email.identity-of-any-region"),
    Class("E3002", "*.Zzz", _NEW, "*.property-unknown, *"),
    Class("F3002", "*.Zzz", _NEW, "*.property-unknown, *"),
    # What becomes of data.
    Class("W3011", "UserPool", "no property of a pool replaces it, so that UpdateReplacePolicy is never asked"),
    Class("W3011", "UserPoolDomain", "whoever keeps a domain says so on purpose", "domain.kept-without-pool, *"),
    Class("W3011", "UserPoolUser", "a user lives in the pool's data", "user.deleted-before-pool, *"),
    Class("W3011", "Key", "encryption.key-goes-first asks for what the key of a kept pool needs", "encryption.key-*"),
    # cdk-preflight.
    Class(
        "pf-cognito-alias-username-exclusive",
        "UserPool.UsernameAttributes",
        "an empty list says nothing",
        "sign-in.aliases-beside-username-attributes, passing",
    ),
    Class(
        "pf-cognito-client-credentials-secret",
        "UserPoolClient.GenerateSecret",
        "while OAuth is off nobody has recorded a refusal: we warn of the grant (app-client.oauth-off)",
        "app-client.grant, inside*",
    ),
    Class(
        "pf-cognito-email-cognito-default-with-sourcearn",
        "UserPool.EmailConfiguration.SourceArn",
        "AWS documents it with a sending authorization of SES",
        warns="email.cognito-sender-with-identity",
    ),
    Class(
        "pf-cognito-email-sourcearn-region",
        "UserPool.EmailConfiguration.SourceArn",
        "false alarm: AWS documents the Region's own identities in most Regions",
    ),
    Class(
        "pf-cognito-invite-sms-message-placeholder",
        "UserPool.AdminCreateUserConfig.InviteMessageTemplate.SMSMessage",
        "it does not tell which of code and user name was missing when AWS refused",
        warns="messages.invitation-without-user-name",
    ),
    Class(
        "pf-cognito-mfa-email-otp-requires-developer",
        "UserPool.EnabledMfas",
        "while second factors are off nobody has recorded a refusal: we warn that they are (mfa.factors-without-mfa)",
        "mfa.factor, inside*",
    ),
    Class(
        "pf-cognito-mfa-sms-config",
        "UserPool.MfaConfiguration",
        "false alarm: passkeys are a second factor too",
        "first-factors.*, passing",
    ),
    Class(
        "pf-cognito-oauth-scopes-unknown",
        "UserPoolClient.AllowedOAuthScopes[]",
        _ELSEWHERE,
        warns="app-client.scope-without-server",
    ),
    Class(
        "pf-cognito-role-mappings-key-format",
        "IdentityPoolRoleAttachment.RoleMappings.*",
        "nobody knows yet whether the mapping names its provider itself",
        GENERATED,
    ),
    Class(
        "pf-cognito-supported-identity-providers-exists",
        "UserPoolClient.SupportedIdentityProviders[]",
        _ELSEWHERE,
        warns="app-client.identity-provider-missing",
    ),
    Class(
        "pf-cognito-ui-customization-requires-domain",
        "UserPoolUICustomizationAttachment.UserPoolId",
        _ELSEWHERE,
        warns="ui-customization.no-domain",
    ),
    Class(
        "pf-cognito-schema-custom-required",
        "UserPool.Schema[].Required",
        "an example names no attribute",
        "attributes.required, inside*",
    ),
    Class(
        "pf-cognito-schema-standard-attr-datatype",
        "UserPool.Schema[].AttributeDataType",
        "false alarm where no type is said at all, as CDK's own UserPool renders it",
        warns="attributes.standard-declared",
    ),
    Class(
        "pf-cognito-web-authn-relying-party-format",
        "UserPool.WebAuthnRelyingPartyID",
        "a name without a dot is a domain too: localhost, for one",
        "passkeys.relying-party*",
    ),
    Class("pf-kms-key-spec-usage", "Key.KeyUsage", _NO_COGNITO),
    Class("F3017", "LogGroup.KmsKeyId", _NO_COGNITO),
    Class("pf-wafv2-logging-destination", "LoggingConfiguration.*", _NO_COGNITO),
)
