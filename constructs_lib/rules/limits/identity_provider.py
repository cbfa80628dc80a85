"""Limits of ``AWS::Cognito::UserPoolIdentityProvider``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11. What is in
``ProviderDetails`` depends on the kind of provider and may be secret: rules judge it, key by key.
"""

import unicodedata
from functools import partial

from constructs_lib.resources.model import USER_POOL_IDENTITY_PROVIDER
from constructs_lib.rules.limits.characters import KEY
from constructs_lib.rules.limits.kinds import POOL_ID, PRINTABLE, Characters, List, Map, Record, Text, Words, matching
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_provider = partial(Limit, source=API + "API_CreateIdentityProvider.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpoolidentityprovider.html")


def _edge(text: str) -> bool:
    return not any(character == "_" or unicodedata.category(character)[0] == "Z" for character in text)


def _name(text: str) -> bool:
    # CloudFormation has been seen to refuse _ (https://github.com/aws/aws-cdk/issues/28667), though AWS's own example
    # for the CLI has a name with it.
    # AWS: [^_\p{Z}][\p{L}\p{M}\p{S}\p{N}\p{P}][^_\p{Z}]+, so that _ divides it from the user's own name.
    return len(text) > 2 and _edge(text[0] + text[2:]) and PRINTABLE.admit(text[1])


_NAME = Characters("without spaces, and _ nowhere but in the second place", _name)
_IDENTIFIER = matching("letters, digits, spaces and _+=.@-", r"[\w\s+=.@-]+")

LIMITS = Limits(
    USER_POOL_IDENTITY_PROVIDER,
    [
        _resource(
            "identity-provider.form",
            "",
            Record(("UserPoolId", "ProviderName", "ProviderType", "ProviderDetails")),
            "give the provider its pool, name, type and details",
        ),
        _resource("identity-provider.user-pool", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _provider(
            "identity-provider.name",
            "ProviderName",
            Text(3, 32, _NAME),
            "use letters, digits and -, such as Company-SSO",
        ),
        _provider(
            "identity-provider.type",
            "ProviderType",
            Words(("Facebook", "Google", "LoginWithAmazon", "SignInWithApple", "OIDC", "SAML")),
            "use OIDC or SAML for a provider that has no type of its own",
        ),
        _provider(
            "identity-provider.details", "ProviderDetails", Record(), "write what the provider needs as an object"
        ),
        _provider(
            "identity-provider.attribute-mapping",
            "AttributeMapping",
            Map(Text(1, 32), Text(0, 131_072)),
            "write the provider's claim, as a text, under each attribute of the pool",
        ),
        _resource(
            "identity-provider.attribute-characters",
            "AttributeMapping",
            Map(Text(characters=KEY)),
            "map to attributes with other names: CloudFormation's schema takes less than Cognito",
            severity="warning",
        ),
        _provider(
            "identity-provider.identifiers", "IdpIdentifiers", List(0, 50), "keep to 50 identifiers for each provider"
        ),
        _provider(
            "identity-provider.identifier",
            "IdpIdentifiers[]",
            Text(1, 40, _IDENTIFIER),
            "use a domain such as shop.example, or another short name",
        ),
    ],
)
