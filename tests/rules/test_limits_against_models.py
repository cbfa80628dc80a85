"""Every limit against the two models that AWS publishes: CloudFormation's schemas and the API's own.

cfn-lint carries the schemas, botocore the API model; neither test asks the network. Where one of them says otherwise
than our row, the reason stands below: a new disagreement fails, and so does a reason that is no longer needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import regex  # type: ignore[import-untyped]
from botocore.loaders import Loader  # type: ignore[import-untyped]

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
    USER_POOL_MEMBERSHIP,
    USER_POOL_REGIONAL_CONFIGURATION,
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_USER,
)
from constructs_lib.rules.catalogue import limits_of
from constructs_lib.rules.limits.kinds import Flag, Kind, List, Map, Record, Text, Whole, Words
from docs.coverage import schema_of

Facts = dict[str, Any]
"""What a model says of one property: its ``type``, ``shortest``, ``longest``, ``words``, ``pattern`` …"""

Key = tuple[str, str, str]
"""A type of resource, a property, a fact."""

TYPES = (
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_MEMBERSHIP,
    USER_POOL_REGIONAL_CONFIGURATION,
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_USER,
    IDENTITY_POOL,
    IDENTITY_POOL_PRINCIPAL_TAG,
    IDENTITY_POOL_ROLE_ATTACHMENT,
    MANAGED_LOGIN_BRANDING,
    TERMS,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_RISK_CONFIGURATION,
    LOG_DELIVERY,
)

_LESS = "CloudFormation checks less than the API that it calls"
_ASKED_BY_THE_API = "CloudFormation passes it on as it is, and the API refuses it without"
_NAMED_BY_CLOUDFORMATION = "CloudFormation makes a name up where none is given"
_A_NUMBER = "both models take any text; the pages say a number"
_LONG_NUMBERS = "both models take 131,072 characters; no number within the range needs them"
_LINE_BREAK = "the API's dot leaves a line break out, perhaps unmeant: the invitation's own pattern takes one"
_TWO_VERSIONS = "both models take any number; the API's page names 1 and 2"
_TOKEN_EXCHANGE = "a newer API model has the two token exchanges"
_BOUNDS = [
    f"Schema[].{kind}AttributeConstraints.{bound}"
    for kind, bound in (
        ("String", "MinLength"),
        ("String", "MaxLength"),
        ("Number", "MinValue"),
        ("Number", "MaxValue"),
    )
]
_PLACE_OF_DOMAIN = "a name without spaces, slashes or colons, as the guide says; both models take any text"
_TRIGGERS = ("PreTokenGenerationConfig", "CustomEmailSender", "CustomSMSSender", "InboundFederation")

_OR_TEXT = "CloudFormation takes the object as JSON text too, and so does the row"
_MAPPINGS, _RULES = "RoleMappings{}", "RoleMappings{}.RulesConfiguration.Rules"
_LESS_OF_ROLES: dict[str, tuple[str, ...]] = {
    "IdentityPoolId": ("shortest", "longest", "pattern"),
    f"{_MAPPINGS}.Type": ("type",),
    f"{_MAPPINGS}.AmbiguousRoleResolution": ("type",),
    f"{_MAPPINGS}.IdentityProvider": ("shortest", "longest"),
    _RULES: ("fewest", "most"),
    f"{_RULES}[].Claim": ("shortest", "longest", "pattern"),
    f"{_RULES}[].MatchType": ("type",),
    f"{_RULES}[].Value": ("shortest", "longest"),
    f"{_RULES}[].RoleARN": ("shortest", "longest"),
}

_TAKEOVER, _EXCEPT = "AccountTakeoverRiskConfiguration", "RiskExceptionConfiguration"
_NOTIFY, _LOG = f"{_TAKEOVER}.NotifyConfiguration", "LogConfigurations[]"
_TEXT = ("shortest", "longest", "pattern")
_MAILS = [
    f"{_NOTIFY}.{mail}Email.{part}"
    for mail in ("Block", "Mfa", "NoAction")
    for part in ("Subject", "HtmlBody", "TextBody")
]
_LESS_OF_RISKS: dict[str, tuple[str, ...]] = {
    "UserPoolId": _TEXT,
    "ClientId": _TEXT,
    **{f"{_TAKEOVER}.Actions.{level}Action.EventAction": ("type",) for level in ("Low", "Medium", "High")},
    f"{_NOTIFY}.SourceArn": _TEXT,
    f"{_NOTIFY}.From": ("longest",),
    f"{_NOTIFY}.ReplyTo": ("longest",),
    **dict.fromkeys(_MAILS, _TEXT),
    "CompromisedCredentialsRiskConfiguration.Actions.EventAction": ("type",),
    "CompromisedCredentialsRiskConfiguration.EventFilter[]": ("type",),
    **{f"{_EXCEPT}.{kind}IPRangeList": ("most",) for kind in ("Blocked", "Skipped")},
    **{f"{_EXCEPT}.{kind}IPRangeList[]": ("longest",) for kind in ("Blocked", "Skipped")},
}
_LESS_OF_LOGS: dict[str, tuple[str, ...]] = {
    "UserPoolId": _TEXT,
    "LogConfigurations": ("most",),
    f"{_LOG}.EventSource": ("type",),
    f"{_LOG}.LogLevel": ("type",),
    f"{_LOG}.CloudWatchLogsConfiguration.LogGroupArn": _TEXT,
    f"{_LOG}.FirehoseConfiguration.StreamArn": _TEXT,
    f"{_LOG}.S3Configuration.BucketArn": _TEXT,
}

BOTH_SAY_OTHERWISE = {
    **{(USER_POOL, path, "pattern"): _A_NUMBER for path in _BOUNDS},
    **{(USER_POOL, path, "longest"): _LONG_NUMBERS for path in _BOUNDS},
    (USER_POOL, "WebAuthnRelyingPartyID", "pattern"): _PLACE_OF_DOMAIN,
    (USER_POOL_CLIENT, "ExplicitAuthFlows[]", "words"): _TOKEN_EXCHANGE,
    (USER_POOL_DOMAIN, "ManagedLoginVersion", "smallest"): _TWO_VERSIONS,
    (USER_POOL_DOMAIN, "ManagedLoginVersion", "largest"): _TWO_VERSIONS,
    (TERMS, "TermsName", "type"): "both models write the two words as a pattern",
    (USER_POOL_GROUP, "Precedence", "largest"): "neither says it, but the API takes an integer of 32 bits",
    (IDENTITY_POOL, "CognitoIdentityProviders", "most"): "a quota that AWS raises: more are a warning",
    (USER_POOL_IDENTITY_PROVIDER, "ProviderName", "shortest"): "the pattern of both takes no fewer than 3",
}

SCHEMA_SAYS_OTHERWISE = BOTH_SAY_OTHERWISE | {
    **{(USER_POOL_RISK_CONFIGURATION, path, fact): _LESS for path, facts in _LESS_OF_RISKS.items() for fact in facts},
    **{(LOG_DELIVERY, path, fact): _LESS for path, facts in _LESS_OF_LOGS.items() for fact in facts},
    (LOG_DELIVERY, _LOG, "required"): _ASKED_BY_THE_API,
    (MANAGED_LOGIN_BRANDING, "", "required"): _ASKED_BY_THE_API,
    (TERMS, "", "required"): _ASKED_BY_THE_API,
    **{
        (USER_POOL_UI_CUSTOMIZATION, path, fact): _LESS
        for path in ("UserPoolId", "ClientId")
        for fact in ("shortest", "longest", "pattern")
    },
    (USER_POOL_UI_CUSTOMIZATION, "CSS", "longest"): _LESS,
    (IDENTITY_POOL, "CognitoEvents", "type"): _OR_TEXT,
    (IDENTITY_POOL, "SupportedLoginProviders", "type"): _OR_TEXT,
    **{(IDENTITY_POOL_ROLE_ATTACHMENT, path, fact): _LESS for path, facts in _LESS_OF_ROLES.items() for fact in facts},
    **{(IDENTITY_POOL_PRINCIPAL_TAG, "IdentityPoolId", fact): _LESS for fact in ("shortest", "longest", "pattern")},
    **{(IDENTITY_POOL_PRINCIPAL_TAG, "IdentityProviderName", fact): _LESS for fact in ("shortest", "longest")},
    (IDENTITY_POOL_PRINCIPAL_TAG, "PrincipalTags", "type"): "an object: the schema has a list of one type",
    (USER_POOL, "UserPoolName", "pattern"): _LESS,
    (USER_POOL, "EmailAuthenticationMessage", "pattern"): _LESS,
    (USER_POOL, "EmailAuthenticationSubject", "pattern"): _LESS,
    (USER_POOL, "WebAuthnUserVerification", "type"): _LESS,
    (USER_POOL, "EnabledMfas[]", "type"): "the schema takes any text; CloudFormation's page names three words",
    (USER_POOL, "KeyConfiguration.KmsKeyArn", "pattern"): "the schema has not bound this one pattern to both ends",
    (USER_POOL, "WebAuthnRelyingPartyID", "longest"): "the API takes 127; that the schema takes 63 is a warning",
    (USER_POOL, "AccountRecoverySetting.RecoveryMechanisms[]", "required"): _ASKED_BY_THE_API,
    (USER_POOL, "UserPoolAddOns", "required"): _ASKED_BY_THE_API,
    (USER_POOL, "UsernameConfiguration", "required"): _ASKED_BY_THE_API,
    **{(USER_POOL, f"LambdaConfig.{trigger}", "required"): _ASKED_BY_THE_API for trigger in _TRIGGERS},
    (USER_POOL_CLIENT, "RefreshTokenRotation", "required"): _ASKED_BY_THE_API,
}

MODEL_SAYS_OTHERWISE = BOTH_SAY_OTHERWISE | {
    (USER_POOL_RISK_CONFIGURATION, "", "required"): "CloudFormation requires the app client: ALL stands for the pool",
    (LOG_DELIVERY, "", "required"): "CloudFormation takes a log delivery of nothing",
    (MANAGED_LOGIN_BRANDING, "Assets[].Bytes", "type"): "a blob, which is a text in Base64",
    (TERMS, "", "required"): "CloudFormation requires it",
    (USER_POOL_UI_CUSTOMIZATION, "", "required"): "CloudFormation requires it",
    (IDENTITY_POOL, "", "required"): _NAMED_BY_CLOUDFORMATION,
    (IDENTITY_POOL, "CognitoIdentityProviders[]", "required"): "CloudFormation requires it",
    (IDENTITY_POOL, "IdentityPoolTags", "type"): "CloudFormation lists tags, each with its key and its value",
    (IDENTITY_POOL_ROLE_ATTACHMENT, "", "required"): "CloudFormation takes mappings without roles",
    (IDENTITY_POOL_ROLE_ATTACHMENT, _RULES, "most"): "the API answers that 25 are exceeded, as its page says",
    (USER_POOL, "SmsVerificationMessage", "pattern"): _LINE_BREAK,
    (USER_POOL, "SmsAuthenticationMessage", "pattern"): _LINE_BREAK,
    (USER_POOL, "VerificationMessageTemplate.SmsMessage", "pattern"): _LINE_BREAK,
    (USER_POOL, "EmailAuthenticationSubject", "shortest"): "the length is CloudFormation's",
    (USER_POOL, "EmailAuthenticationSubject", "longest"): "the length is CloudFormation's",
    (USER_POOL, "UserAttributeUpdateSettings", "required"): "CloudFormation requires it",
    (USER_POOL_CLIENT, "", "required"): _NAMED_BY_CLOUDFORMATION,
    (USER_POOL_CLIENT, "RefreshTokenValidity", "smallest"): "the API takes 0 for 30 days, CloudFormation takes no 0",
    (
        USER_POOL_DOMAIN,
        "Domain",
        "pattern",
    ): "it is a prefix's; a domain of one's own has dots, and rules tell them apart",
    (USER_POOL_DOMAIN, "CustomDomainConfig", "required"): "the rule domain.certificate-missing says it",
    (USER_POOL_GROUP, "", "required"): _NAMED_BY_CLOUDFORMATION,
    (USER_POOL_USER, "", "required"): _NAMED_BY_CLOUDFORMATION,
}

WITHOUT_A_ROW = {
    (USER_POOL_UI_CUSTOMIZATION, "ImageFile"): "CloudFormation takes no logo",
    (USER_POOL_CLIENT, "ClientSecret"): "read-only in CloudFormation",
    (USER_POOL_USER, "TemporaryPassword"): "CloudFormation takes no password, and the rule user.password says so",
}
"""What the API takes and CloudFormation does not."""


@dataclass(frozen=True)
class Disagreement:
    """A fact that a model and our row tell differently."""

    resource: str
    path: str
    fact: str
    theirs: Any
    ours: Any

    @property
    def key(self) -> Key:
        return self.resource, self.path, self.fact


# The schemas of CloudFormation


def _schema(resource: str) -> dict[str, Any]:
    schema: dict[str, Any] = schema_of(resource)
    return schema


def _resolved(node: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in node:
        return _resolved(definitions[node["$ref"].rsplit("/", 1)[1]], definitions) | {
            key: value for key, value in node.items() if key != "$ref"
        }
    return node


def _schema_facts(resource: str) -> dict[str, Facts]:
    schema = _schema(resource)
    read_only = {pointer.removeprefix("/properties/") for pointer in schema.get("readOnlyProperties", ())}
    facts = dict(_walk_schema(schema, "", schema.get("definitions", {})))
    return {path: fact for path, fact in facts.items() if path not in read_only}


def _walk_schema(node: dict[str, Any], path: str, definitions: dict[str, Any]) -> Iterator[tuple[str, Facts]]:
    node = _resolved(node, definitions)
    names = {
        "minLength": "shortest",
        "maxLength": "longest",
        "minimum": "smallest",
        "maximum": "largest",
        "minItems": "fewest",
        "maxItems": "most",
    }
    facts: Facts = {ours: node[theirs] for theirs, ours in names.items() if theirs in node}
    facts["type"] = "words" if "enum" in node else "object" if "properties" in node else node.get("type", "object")
    if "enum" in node:
        facts["words"] = sorted(node["enum"])
    if "pattern" in node:
        facts["pattern"] = regex.compile(
            node["pattern"].removesuffix("$") + r"\Z" * node["pattern"].endswith("$")
        ).search
    if node.get("required"):
        facts["required"] = sorted(node["required"])
    yield path, facts
    for name, inner in node.get("properties", {}).items():
        yield from _walk_schema(inner, f"{path}.{name}".lstrip("."), definitions)
    if "items" in node:
        yield from _walk_schema(node["items"], f"{path}[]", definitions)
    for inner in node.get("patternProperties", {}).values():
        if "properties" in _resolved(inner, definitions):
            yield from _walk_schema(inner, f"{path}{{}}", definitions)


# The model of the API

_MFA = {
    "SmsMfaConfiguration.SmsAuthenticationMessage": "SmsAuthenticationMessage",
    "EmailMfaConfiguration.Message": "EmailAuthenticationMessage",
    "EmailMfaConfiguration.Subject": "EmailAuthenticationSubject",
    "WebAuthnConfiguration.RelyingPartyId": "WebAuthnRelyingPartyID",
    "WebAuthnConfiguration.UserVerification": "WebAuthnUserVerification",
    "WebAuthnConfiguration.FactorConfiguration": "WebAuthnFactorConfiguration",
}
"""CloudFormation's names for what SetUserPoolMfaConfig calls otherwise; nothing else of that call concerns a row."""

_REQUESTS = {
    USER_POOL: "CreateUserPoolRequest",
    USER_POOL_CLIENT: "CreateUserPoolClientRequest",
    USER_POOL_DOMAIN: "CreateUserPoolDomainRequest",
    USER_POOL_GROUP: "CreateGroupRequest",
    USER_POOL_IDENTITY_PROVIDER: "CreateIdentityProviderRequest",
    USER_POOL_MEMBERSHIP: "AdminAddUserToGroupRequest",
    USER_POOL_REGIONAL_CONFIGURATION: "UpdateUserPoolRequest",
    USER_POOL_REPLICA: "CreateUserPoolReplicaRequest",
    USER_POOL_RESOURCE_SERVER: "CreateResourceServerRequest",
    USER_POOL_UI_CUSTOMIZATION: "SetUICustomizationRequest",
    USER_POOL_USER: "AdminCreateUserRequest",
    MANAGED_LOGIN_BRANDING: "CreateManagedLoginBrandingRequest",
    TERMS: "CreateTermsRequest",
    IDENTITY_POOL: "CreateIdentityPoolInput",
    IDENTITY_POOL_PRINCIPAL_TAG: "SetPrincipalTagAttributeMapInput",
    IDENTITY_POOL_ROLE_ATTACHMENT: "SetIdentityPoolRolesInput",
    USER_POOL_RISK_CONFIGURATION: "SetRiskConfigurationRequest",
    LOG_DELIVERY: "SetLogDeliveryConfigurationRequest",
}


def _model_facts(resource: str) -> dict[str, Facts]:
    service = "cognito-identity" if resource.startswith(IDENTITY_POOL) else "cognito-idp"
    shapes = Loader().load_service_model(service, "service-2")["shapes"]
    facts = dict(_walk_model(shapes, _REQUESTS[resource], ""))
    if resource == USER_POOL:
        facts["UserPoolName"] = facts.pop("PoolName")
        facts[""] = {"type": "object"}
        mfa = dict(_walk_model(shapes, "SetUserPoolMfaConfigRequest", ""))
        facts |= {ours: mfa[theirs] for theirs, ours in _MFA.items()}
    if resource == USER_POOL_REPLICA:
        facts["UserPoolTagsAtCreate"] = facts.pop("UserPoolTags")
    if resource == USER_POOL_REGIONAL_CONFIGURATION:  # which CloudFormation puts together from two calls
        kept = ("", "UserPoolId", "EmailConfiguration", "SmsConfiguration", "LambdaConfig", "UserPoolTags")
        facts = {path: fact for path, fact in facts.items() if path.split(".")[0] in kept}
        facts |= {"Status": dict(_walk_model(shapes, "UpdateUserPoolReplicaRequest", ""))["Status"]}
    return facts


def _walk_model(shapes: dict[str, Any], name: str, path: str) -> Iterator[tuple[str, Facts]]:
    shape = shapes[name]
    kind = shape["type"]
    names = {
        "string": {"min": "shortest", "max": "longest"},
        "integer": {"min": "smallest", "max": "largest"},
        "list": {"min": "fewest", "max": "most"},
    }.get(kind, {})
    facts: Facts = {ours: shape[theirs] for theirs, ours in names.items() if theirs in shape}
    types = {"structure": "object", "map": "object", "list": "array"}
    facts["type"] = "words" if "enum" in shape else types.get(kind, kind)
    if "enum" in shape:
        facts["words"] = sorted(shape["enum"])
    if "pattern" in shape:
        facts["pattern"] = regex.compile(shape["pattern"]).fullmatch
    if shape.get("required"):
        facts["required"] = sorted(shape["required"])
    yield path, facts
    for member, inner in shape.get("members", {}).items():
        yield from _walk_model(shapes, inner["shape"], f"{path}.{member}".lstrip("."))
    if kind == "list":
        yield from _walk_model(shapes, shape["member"]["shape"], f"{path}[]")
    if kind == "map" and shapes[shape["value"]["shape"]]["type"] == "structure":
        yield from _walk_model(shapes, shape["value"]["shape"], f"{path}{{}}")


# Our rows


def _our_kinds(resource: str) -> dict[str, Kind]:
    table = limits_of(resource)
    assert table is not None
    rows = sorted(table.rows, key=lambda limit: limit.severity, reverse=True)
    return {limit.path: limit.kind for limit in rows}  # an error overrides a warning


def _our_facts(kind: Kind) -> Facts:
    match kind:
        case Flag():
            return {"type": "boolean"}
        case Words(words):
            return {"type": "words", "words": sorted(words)}
        case Whole(smallest, largest):
            return {"type": "integer", "smallest": smallest, "largest": largest}
        case List(fewest, most):
            return {"type": "array", "fewest": fewest or None, "most": most}
        case Record(required):
            return {"type": "object", "required": sorted(required) or None}
        case Map():
            return {"type": "object"}
        case Text(shortest, longest):
            return {"type": "string", "shortest": shortest or None, "longest": longest, "pattern": _pattern(kind)}
    raise AssertionError(kind)


def _beyond_the_schema(resource: str) -> Iterator[tuple[str, str]]:
    """Walk our facts about a type whose schema says the names and types of its properties, and hardly more."""
    for path, kind in _our_kinds(resource).items():
        facts = _our_facts(kind)
        if facts["type"] == "words":
            yield path, "type"
        elif path and not path.endswith("EumsSms"):
            said = kind.characters if isinstance(kind, Text) else None
            facts["pattern"] = said and said.name + said.noun
            yield from ((path, fact) for fact in ("shortest", "longest", "pattern", "required") if facts.get(fact))


def _pattern(kind: Text) -> Any:
    return Text(characters=kind.characters, holding=kind.holding).admits


SCHEMA_SAYS_OTHERWISE |= {
    (resource, path, fact): _LESS
    for resource in (USER_POOL_USER, USER_POOL_MEMBERSHIP, USER_POOL_REGIONAL_CONFIGURATION)
    for path, fact in _beyond_the_schema(resource)
}


SEEDS = (
    "a",
    "0",
    "Shop customers",
    "ff00",
    "openid",
    "shop/read",
    "a@b",
    "no-reply@shop.example",
    "auth.shop.example",
    "https://shop.example/signed-in?x=1#y",
    "eu-central-1_AbCd12",
    "arn:aws:iam::123456789012:role/path/name",
    "arn:aws:kms:eu-central-1:123456789012:alias/key",
    "arn:aws:lambda:eu-central-1:123456789012:function:name:alias",
    "arn:aws:ses:eu-central-1:123456789012:identity/shop.example",
    "arn:aws:s3:::bucket",
    "Your code is {####}",
    "Your name is {username}, your code {####}",
    "Press {##here##}",
    "{####}",
)
_PIECES = ("a", "Z", "7", "ä", "日", "👍", "€", " ", "\t", "\n", "\u00a0", "\u2003", "\u2028", "\x00", "\u200b")
ALPHABET = (*_PIECES, *"+=,.@-_/:#{}[]()<>!?*'\"\\|~^%&$;`")


def _samples() -> list[str]:
    """Vary every seed by every character, at its beginning, in its middle and at its end."""
    return sorted(
        {
            seed[:at] + character + seed[at:]
            for seed in SEEDS
            for character in ALPHABET
            for at in (0, len(seed) // 2, len(seed))
        }
        | set(SEEDS)
    )


SAMPLES = _samples()


def _disagreements(resource: str, theirs: dict[str, Facts]) -> Iterator[Disagreement]:
    kinds = _our_kinds(resource)
    for path, facts in theirs.items():
        if path not in kinds:
            continue
        ours = _our_facts(kinds[path])
        if facts["type"] != ours["type"]:
            yield Disagreement(resource, path, "type", facts["type"], ours["type"])
            continue
        for fact in sorted(facts.keys() | ours.keys()):
            left, right = facts.get(fact), ours.get(fact)
            if fact in ("shortest", "fewest"):  # at least 0 says nothing
                left, right = left or None, right or None
            if fact == "pattern":
                accepts = left or (lambda _: True)
                judged = right or (lambda _: True)
                left = [text for text in SAMPLES if accepts(text) and not judged(text)]
                right = [text for text in SAMPLES if judged(text) and not accepts(text)]
                if left or right:
                    yield Disagreement(resource, path, fact, left, right)
            elif left != right:
                yield Disagreement(resource, path, fact, left, right)


@pytest.mark.parametrize("resource", TYPES)
def test_every_property_of_the_schema_has_a_row(resource: str) -> None:
    assert sorted(_schema_facts(resource).keys() - _our_kinds(resource).keys() - {""}) == []


@pytest.mark.parametrize("resource", TYPES)
def test_no_row_is_about_a_property_that_the_schema_does_not_have(resource: str) -> None:
    assert sorted(_our_kinds(resource).keys() - _schema_facts(resource).keys()) == []


@pytest.mark.parametrize("resource", TYPES)
def test_every_property_of_the_api_has_a_row(resource: str) -> None:
    missing = _model_facts(resource).keys() - _our_kinds(resource).keys() - {""}
    assert missing == {path for known, path in WITHOUT_A_ROW if known == resource}


@pytest.mark.parametrize("resource", TYPES)
def test_rows_and_schema_agree_but_for_a_reason(resource: str) -> None:
    found = {one.key: one for one in _disagreements(resource, _schema_facts(resource))}
    assert _unexplained(resource, found, SCHEMA_SAYS_OTHERWISE) == ([], [])


@pytest.mark.parametrize("resource", TYPES)
def test_rows_and_api_agree_but_for_a_reason(resource: str) -> None:
    found = {one.key: one for one in _disagreements(resource, _model_facts(resource))}
    assert _unexplained(resource, found, MODEL_SAYS_OTHERWISE) == ([], [])


def _unexplained(
    resource: str, found: dict[Key, Disagreement], reasons: dict[Key, str]
) -> tuple[list[Disagreement], list[Key]]:
    explained = {key for key in reasons if key[0] == resource}
    return [found[key] for key in sorted(found.keys() - explained)], sorted(explained - found.keys())
