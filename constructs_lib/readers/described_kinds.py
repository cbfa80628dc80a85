"""What the answer about a resource says by other means than a property of the same form, by the resource's type."""

from collections.abc import Callable, Mapping

from constructs_lib.readers.described_attributes import declared, is_known
from constructs_lib.readers.described_draft import Draft, inside
from constructs_lib.readers.described_providers import FOUND_OUT, NEVER_PRINTED, SECRETS
from constructs_lib.readers.source import Place, UnreadableError
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    MANAGED_LOGIN_BRANDING,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_IDENTITY_PROVIDER,
)
from constructs_lib.resources.values import Json, is_list, same

_TWINS = {
    "EmailVerificationMessage": "EmailMessage",
    "EmailVerificationSubject": "EmailSubject",
    "SmsVerificationMessage": "SmsMessage",
}
"""The outdated properties, printed beside those of ``VerificationMessageTemplate`` that say the same."""


def _user_pool(pool: Draft) -> None:
    _schema(pool)
    _without_tags_of_aws(pool, "UserPoolTags")
    template = _object(pool.properties.get("VerificationMessageTemplate"))
    for outdated, name in _TWINS.items():
        if outdated in pool.properties and same(pool.properties[outdated], template.get(name)):
            del pool.properties[outdated]
    _without(pool, "LambdaConfig", "PreTokenGeneration", _names_its_function_twice)
    _without(pool, "AdminCreateUserConfig", "UnusedAccountValidityDays", _has_a_password_policy)


def _schema(pool: Draft) -> None:
    """Keep what was declared, in order."""
    described = pool.properties.pop("Schema", None)
    place = pool.places.pop(("Schema",), pool.at)
    if described is None:
        return
    if not is_list(described):
        pool.put("Schema", described, place)
        return
    schema: list[Json] = []
    for index, attribute in enumerate(described):
        entry = declared(attribute) if is_known(attribute) else None
        if entry is not None:
            pool.places["Schema", len(schema)] = inside(place, index)
            schema.append(entry)
        elif not is_known(attribute):
            pool.left_out.append(inside(place, index))
    if schema:
        pool.put("Schema", schema, place)


def _without_tags_of_aws(pool: Draft, name: str) -> None:
    """Leave out tags such as the name of the stack that has made a pool: nobody else may set them.

    https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
    """
    tags = pool.properties.pop(name, None)
    own = {key: value for key, value in tags.items() if not key.startswith("aws:")} if isinstance(tags, dict) else tags
    if own:
        pool.properties[name] = own


def _names_its_function_twice(pool: Draft) -> bool:
    functions = _object(pool.properties.get("LambdaConfig"))
    config = _object(functions.get("PreTokenGenerationConfig"))
    return same(config.get("LambdaArn"), functions.get("PreTokenGeneration"))


def _has_a_password_policy(pool: Draft) -> bool:
    policies = _object(pool.properties.get("Policies"))
    return "TemporaryPasswordValidityDays" in _object(policies.get("PasswordPolicy"))


def _without(draft: Draft, name: str, member: str, superseded: Callable[[Draft], bool]) -> None:
    """Leave out a member that is printed beside the one that has taken its place."""
    said = draft.properties.get(name)
    if isinstance(said, dict) and member in said and superseded(draft):
        del said[member]
        if not said:
            del draft.properties[name]


def _app_client(client: Draft) -> None:
    client.put("GenerateSecret", "ClientSecret" in client.said, inside(client.at, "ClientSecret"))


def _identity_provider(provider: Draft) -> None:
    """Leave out what Cognito has found out, and ask for secrets."""
    details, kind = provider.properties.get("ProviderDetails"), provider.properties.get("ProviderType")
    if not isinstance(details, dict) or not isinstance(kind, str):
        return
    found_out = FOUND_OUT.get(kind, frozenset())
    kept = {name: value for name, value in details.items() if name not in found_out}
    provider.properties["ProviderDetails"] = kept
    for name in SECRETS:
        if name in kept or NEVER_PRINTED.get(kind) == name:
            provider.ask("".join(word.capitalize() for word in name.split("_")), "ProviderDetails", name)


def _branding(branding: Draft) -> None:
    """Ask for the app client, which the answer does not name."""
    if "ClientId" not in branding.properties:
        branding.ask("ClientId", "ClientId")


def _identity_pool(pool: Draft) -> None:
    """Write the tags as a list."""
    _without_tags_of_aws(pool, "IdentityPoolTags")
    tags = pool.properties.get("IdentityPoolTags")
    if isinstance(tags, dict):
        pool.properties["IdentityPoolTags"] = [{"Key": key, "Value": value} for key, value in tags.items()]
        for index, key in enumerate(tags):
            place = inside(pool.at, "IdentityPoolTags", key)
            pool.places |= {("IdentityPoolTags", index): place, ("IdentityPoolTags", index, "Value"): place}


OF_TYPE: Mapping[str, Callable[[Draft], None]] = {
    USER_POOL: _user_pool,
    USER_POOL_CLIENT: _app_client,
    USER_POOL_IDENTITY_PROVIDER: _identity_provider,
    MANAGED_LOGIN_BRANDING: _branding,
    IDENTITY_POOL: _identity_pool,
}


_FACTORS = {
    "SOFTWARE_TOKEN_MFA": "SoftwareTokenMfaConfiguration",
    "SMS_MFA": "SmsMfaConfiguration",
    "EMAIL_OTP": "EmailMfaConfiguration",
}
_MFA_PROPERTIES = {
    "MfaConfiguration": ("MfaConfiguration",),
    "SmsAuthenticationMessage": ("SmsMfaConfiguration", "SmsAuthenticationMessage"),
    "SmsConfiguration": ("SmsMfaConfiguration", "SmsConfiguration"),
    "EmailAuthenticationMessage": ("EmailMfaConfiguration", "Message"),
    "EmailAuthenticationSubject": ("EmailMfaConfiguration", "Subject"),
    "WebAuthnRelyingPartyID": ("WebAuthnConfiguration", "RelyingPartyId"),
    "WebAuthnUserVerification": ("WebAuthnConfiguration", "UserVerification"),
    "WebAuthnFactorConfiguration": ("WebAuthnConfiguration", "FactorConfiguration"),
}
"""Where get-user-pool-mfa-config prints the pool's properties; the first three are in describe-user-pool too."""


def with_mfa(pool: Draft, said: Mapping[str, Json], at: Place) -> None:
    """Add what get-user-pool-mfa-config says of a pool."""
    for name, path in _MFA_PROPERTIES.items():
        value: Json = said
        for step in path:
            value = _object(value).get(step)
        if value is None:
            continue
        if name in pool.properties and name == "MfaConfiguration" and not same(pool.properties[name], value):
            raise UnreadableError(
                f"{at.file}: {name} is {value!r} here and {pool.properties[name]!r} in {pool.at.file}: "
                "describe the pool again"
            )
        if name not in pool.properties:
            pool.put(name, value, inside(at, *path))
    if _has_factors(pool):
        factors = [(factor, member) for factor, member in _FACTORS.items() if _is_on(factor, said.get(member))]
        if factors:
            pool.put("EnabledMfas", [factor for factor, _ in factors], at)
            pool.places |= {("EnabledMfas", index): inside(at, member) for index, (_, member) in enumerate(factors)}


def without_mfa(pool: Draft) -> None:
    """Ask for the second factors, which describe-user-pool does not print."""
    if _has_factors(pool):
        pool.ask("EnabledMfas", "EnabledMfas")


def _has_factors(pool: Draft) -> bool:
    """AWS refuses to name factors of a pool that has turned them off."""
    return pool.properties.get("MfaConfiguration") in ("ON", "OPTIONAL")


def _is_on(factor: str, said: Json) -> bool:
    """Tell whether a factor is on: the app says so, text messages have a sender, and e-mail is printed at all."""
    if factor == "EMAIL_OTP":
        return isinstance(said, dict)
    return _object(said).get("Enabled") is True or "SmsConfiguration" in _object(said)


def _object(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, dict) else {}
