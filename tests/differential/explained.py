"""Why an engine finds what no error of ours says: each class of difference once.

A class is a rule of theirs at a property: ``*`` stands for anything. What nobody needs any more fails a test, so that a
false alarm which is mended, or a rule of ours that is new, takes its line away.
"""

import re
from typing import NamedTuple


class Class(NamedTuple):
    """A class of difference."""

    rule: str
    where: str
    reason: str

    def holds(self, rule: str, where: str) -> bool:
        """Tell whether a difference is of this class."""
        return rule == self.rule and re.fullmatch(re.escape(self.where).replace(r"\*", ".*"), where) is not None


_TOGETHER = "examples share a pool and a template, so that two may be one and the same resource"
_UNKNOWN = "what an example leaves unknown is a parameter of type String, wherever it stands"
_LEFT_OUT = "an example refers to a resource that it leaves out"
_SPELT = "CloudFormation takes the text for the number or the boolean, and so do we"
_ANY_ARN = "the API takes any ARN; that one is of another service is a warning"
_KEPT = "neither says what becomes of data: no property of a pool replaces it, so UpdateReplacePolicy is never asked"
_ELSEWHERE = "it may be made outside of the template: we warn"
_SES = "false alarm: AWS documents the Region's own identities in most Regions, and three Regions for the oldest"
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
    Class("E3030", "UserPool.VerificationMessageTemplate.DefaultEmailOption", "an example writes null for nothing"),
    Class("E3006", "UserPoolRegionalConfigurationAttachment", "an example is in a Region that lacks the type"),
    Class("F3006", "UserPoolRegionalConfigurationAttachment", "an example is in a Region that lacks the type"),
    # Schemas.
    Class("E1157", "UserPool.KeyConfiguration.KmsKeyArn", _ANY_ARN),
    Class("E1159", "UserPoolDomain.CustomDomainConfig.CertificateArn", _ANY_ARN),
    Class("E1160", "UserPool.LambdaConfig.*", _ANY_ARN),
    Class("E1160", "UserPoolRegionalConfigurationAttachment.LambdaConfig.*", _ANY_ARN),
    Class("E1156", "IdentityPool.*", "Cognito Sync, of which we warn as a whole"),
    Class("E3033", "UserPool.WebAuthnRelyingPartyID", _PASSKEYS),
    Class("F3033", "UserPool.WebAuthnRelyingPartyID", _PASSKEYS),
    Class("E3002", "UserPoolIdentityProvider.AttributeMapping.*", _MAP_KEYS),
    Class("F3002", "UserPoolIdentityProvider.AttributeMapping.*", _MAP_KEYS),
    Class("E3002", "UserPoolUser.ClientMetadata.*", _MAP_KEYS),
    Class("F3002", "UserPoolUser.ClientMetadata.*", _MAP_KEYS),
    # What becomes of data.
    Class("W3011", "UserPool", _KEPT),
    Class("W3011", "UserPoolUser", "a user who is deleted last is an example of its own; users are no data of theirs"),
    Class("W3011", "Key", "the rule encryption.key-goes-first asks for the policy that the key of a kept pool needs"),
    # cdk-preflight.
    Class("pf-cognito-alias-username-exclusive", "UserPool.UsernameAttributes", "an empty list says nothing"),
    Class(
        "pf-cognito-client-credentials-secret",
        "UserPoolClient.GenerateSecret",
        "while OAuth is off nobody has recorded a refusal: we warn that the grant has no effect",
    ),
    Class(
        "pf-cognito-email-cognito-default-with-sourcearn",
        "UserPool.EmailConfiguration.SourceArn",
        "AWS documents it with a sending authorization of SES: we warn",
    ),
    Class("pf-cognito-email-sourcearn-region", "UserPool.EmailConfiguration.SourceArn", _SES),
    Class(
        "pf-cognito-invite-sms-message-placeholder",
        "UserPool.AdminCreateUserConfig.InviteMessageTemplate.SMSMessage",
        "a refusal is recorded without the code; without the user name we warn",
    ),
    Class(
        "pf-cognito-mfa-email-otp-requires-developer",
        "UserPool.EnabledMfas",
        "while second factors are off nobody has recorded a refusal: we warn that they are",
    ),
    Class("pf-cognito-mfa-sms-config", "UserPool.MfaConfiguration", "false alarm: passkeys are a second factor too"),
    Class("pf-cognito-oauth-scopes-unknown", "UserPoolClient.AllowedOAuthScopes[]", _ELSEWHERE),
    Class("pf-cognito-supported-identity-providers-exists", "UserPoolClient.SupportedIdentityProviders[]", _ELSEWHERE),
    Class("pf-cognito-ui-customization-requires-domain", "UserPoolUICustomizationAttachment.UserPoolId", _ELSEWHERE),
    Class("pf-cognito-schema-custom-required", "UserPool.Schema[].Required", "an example names no attribute"),
    Class(
        "pf-cognito-schema-standard-attr-datatype",
        "UserPool.Schema[].AttributeDataType",
        "false alarm where no type is said at all, as CDK's own UserPool renders it",
    ),
    Class(
        "pf-cognito-web-authn-relying-party-format",
        "UserPool.WebAuthnRelyingPartyID",
        "a name without a dot is a domain too: localhost, for one",
    ),
    Class("pf-kms-key-spec-usage", "Key.KeyUsage", _NO_COGNITO),
    Class("F3017", "LogGroup.KmsKeyId", _NO_COGNITO),
    Class("pf-wafv2-logging-destination", "LoggingConfiguration.*", _NO_COGNITO),
)
