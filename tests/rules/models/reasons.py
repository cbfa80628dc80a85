"""Why a limit of ours is not what a model of AWS's says: by resource type, path and fact."""

from constructs_lib.resources.model import (
    IDENTITY_POOL,
    IDENTITY_POOL_PRINCIPAL_TAG,
    IDENTITY_POOL_ROLE_ATTACHMENT,
    LOG_DELIVERY,
    MANAGED_LOGIN_BRANDING,
    TERMS,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_USER,
)

Reasons = dict[tuple[str, str, str], str]

_ASKED_BY_THE_API = "CloudFormation passes it on as it is, and the API refuses it without"
_ASKED_BY_CLOUDFORMATION = "CloudFormation requires it"
_NAMED_BY_CLOUDFORMATION = "CloudFormation makes a name up where none is given"
_A_NUMBER = "both models take any text; the pages say a number"
_LONG_NUMBERS = "both models take 131,072 characters; no number within the range needs them"
_LINE_BREAK = "the API's dot leaves a line break out, perhaps unmeant: the invitation's own pattern takes one"
_TOKEN_EXCHANGE = "a newer API model has the two token exchanges"
_TWO_VERSIONS = "both models take any number; the API's page names 1 and 2"
_OR_TEXT = "CloudFormation takes the object as JSON text too, and so does the row"
_OF_THE_KEYS = "the keys that are allowed say it already"
_WARNED_OF = "the API takes more; that the schema does not is a warning"
_BOUNDS = [
    f"Schema[].{kind}AttributeConstraints.{bound}"
    for kind, bound in (
        ("String", "MinLength"),
        ("String", "MaxLength"),
        ("Number", "MinValue"),
        ("Number", "MaxValue"),
    )
]

_BOTH: Reasons = {
    **{(USER_POOL, path, "longest"): _LONG_NUMBERS for path in _BOUNDS},
    (USER_POOL_CLIENT, "ExplicitAuthFlows[]", "words"): _TOKEN_EXCHANGE,
    (USER_POOL_IDENTITY_PROVIDER, "ProviderName", "shortest"): "the pattern of both takes no fewer than 3",
    (TERMS, "Links", "most"): _OF_THE_KEYS,
}

SCHEMA_SAYS_OTHERWISE: Reasons = _BOTH | {
    (IDENTITY_POOL, "CognitoEvents", "type"): _OR_TEXT,
    (IDENTITY_POOL, "SupportedLoginProviders", "type"): _OR_TEXT,
    (IDENTITY_POOL_PRINCIPAL_TAG, "PrincipalTags", "type"): "an object: the schema has a list of one type",
    (IDENTITY_POOL_ROLE_ATTACHMENT, "RoleMappings{key}", "pattern"): "the schema's dot leaves a line break out",
    (IDENTITY_POOL_ROLE_ATTACHMENT, "Roles{key}", "pattern"): "the API takes two words alone",
    (MANAGED_LOGIN_BRANDING, "", "required"): _ASKED_BY_THE_API,
    (TERMS, "", "required"): _ASKED_BY_THE_API,
    (USER_POOL, "KeyConfiguration.KmsKeyArn", "pattern"): "the schema has not bound this one pattern to both ends",
    (USER_POOL, "WebAuthnRelyingPartyID", "longest"): _WARNED_OF,
    (USER_POOL_IDENTITY_PROVIDER, "AttributeMapping{key}", "pattern"): _WARNED_OF,
    (USER_POOL_USER, "ClientMetadata{key}", "pattern"): _WARNED_OF,
}

API_SAYS_OTHERWISE: Reasons = _BOTH | {
    (IDENTITY_POOL, "", "required"): _NAMED_BY_CLOUDFORMATION,
    (IDENTITY_POOL, "IdentityPoolTags", "type"): "CloudFormation lists tags, each with its key and its value",
    (IDENTITY_POOL_ROLE_ATTACHMENT, "", "required"): "CloudFormation takes mappings without roles",
    (IDENTITY_POOL_ROLE_ATTACHMENT, "RoleMappings{}.RulesConfiguration.Rules", "most"): (
        "the API answers that 25 are exceeded, as its page says"
    ),
    (IDENTITY_POOL_ROLE_ATTACHMENT, "Roles", "most"): _OF_THE_KEYS,
    (IDENTITY_POOL_ROLE_ATTACHMENT, "Roles{key}", "shortest"): _OF_THE_KEYS,
    (IDENTITY_POOL_ROLE_ATTACHMENT, "Roles{key}", "longest"): _OF_THE_KEYS,
    (LOG_DELIVERY, "", "required"): "CloudFormation takes a log delivery of nothing",
    (MANAGED_LOGIN_BRANDING, "Assets[].Bytes", "type"): "a blob, which is a text in Base64",
    (TERMS, "", "required"): _ASKED_BY_CLOUDFORMATION,
    **{
        (USER_POOL, f"{message}", "pattern"): _LINE_BREAK
        for message in ("SmsVerificationMessage", "SmsAuthenticationMessage", "VerificationMessageTemplate.SmsMessage")
    },
    (USER_POOL_CLIENT, "", "required"): _NAMED_BY_CLOUDFORMATION,
    (USER_POOL_CLIENT, "RefreshTokenValidity", "smallest"): "the API takes 0 for 30 days, CloudFormation takes no 0",
    (USER_POOL_DOMAIN, "Domain", "pattern"): (
        "it is a prefix's; a domain of one's own has dots, and rules tell them apart"
    ),
    (USER_POOL_DOMAIN, "CustomDomainConfig", "required"): "the rule domain.certificate-missing says it",
    (USER_POOL_GROUP, "", "required"): _NAMED_BY_CLOUDFORMATION,
    (USER_POOL_IDENTITY_PROVIDER, "ProviderName", "pattern"): "what makes a provider takes less than what updates it",
    (USER_POOL_RISK_CONFIGURATION, "", "required"): "CloudFormation requires the app client: ALL stands for the pool",
    (USER_POOL_UI_CUSTOMIZATION, "", "required"): _ASKED_BY_CLOUDFORMATION,
    (USER_POOL_USER, "", "required"): _NAMED_BY_CLOUDFORMATION,
}

IN_NEITHER: Reasons = {
    **{(USER_POOL, path, "pattern"): _A_NUMBER for path in _BOUNDS},
    (USER_POOL, "EnabledMfas[]", "words"): "CloudFormation's page names three words",
    (USER_POOL, "WebAuthnRelyingPartyID", "pattern"): "a name without spaces, slashes or colons, as the guide says",
    (USER_POOL_DOMAIN, "ManagedLoginVersion", "smallest"): _TWO_VERSIONS,
    (USER_POOL_DOMAIN, "ManagedLoginVersion", "largest"): _TWO_VERSIONS,
    (USER_POOL_GROUP, "Precedence", "largest"): "the API takes an integer of 32 bits",
    **{
        (IDENTITY_POOL_ROLE_ATTACHMENT, "RoleMappings{}.IdentityProvider", fact): "the key in the API's mappings"
        for fact in ("shortest", "longest")
    },
    (TERMS, "TermsName", "words"): "both models write the two words as a pattern",
}

_LISTED = "CloudFormation lists tags, each with its key and its value"
_SECRET = "a limit would show what may be secret; rules judge what each kind of provider needs, key by key"

WITHOUT_A_ROW: dict[tuple[str, str], str] = {
    **{(IDENTITY_POOL, f"IdentityPoolTags{part}"): _LISTED for part in ("{key}", "{}")},
    **{(USER_POOL_IDENTITY_PROVIDER, f"ProviderDetails{part}"): _SECRET for part in ("{key}", "{}")},
}
