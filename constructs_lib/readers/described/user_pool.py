"""What the answers about a user pool say by other means than a property of the same form."""

from collections.abc import Mapping

from constructs_lib.readers.described.attributes import declared, is_known
from constructs_lib.readers.described.draft import Draft, inside
from constructs_lib.readers.source import Place, UnreadableError
from constructs_lib.resources.values import Json, Path, is_list, same

_UNUSED = ("AdminCreateUserConfig", "UnusedAccountValidityDays")
_SUPERSEDED: Mapping[Path, Path] = {
    ("EmailVerificationMessage",): ("VerificationMessageTemplate", "EmailMessage"),
    ("EmailVerificationSubject",): ("VerificationMessageTemplate", "EmailSubject"),
    ("SmsVerificationMessage",): ("VerificationMessageTemplate", "SmsMessage"),
    ("LambdaConfig", "PreTokenGeneration"): ("LambdaConfig", "PreTokenGenerationConfig", "LambdaArn"),
    _UNUSED: ("Policies", "PasswordPolicy", "TemporaryPasswordValidityDays"),
}
"""What is printed once more under the name that it had before."""

_FACTORS = {
    "SOFTWARE_TOKEN_MFA": "SoftwareTokenMfaConfiguration",
    "SMS_MFA": "SmsMfaConfiguration",
    "EMAIL_OTP": "EmailMfaConfiguration",
}
_PASSKEYS = {
    "WebAuthnRelyingPartyID": "RelyingPartyId",
    "WebAuthnUserVerification": "UserVerification",
    "WebAuthnFactorConfiguration": "FactorConfiguration",
}
_OF_MFA: Mapping[str, Path] = {
    "MfaConfiguration": ("MfaConfiguration",),
    "SmsAuthenticationMessage": ("SmsMfaConfiguration", "SmsAuthenticationMessage"),
    "SmsConfiguration": ("SmsMfaConfiguration", "SmsConfiguration"),
    "EmailAuthenticationMessage": ("EmailMfaConfiguration", "Message"),
    "EmailAuthenticationSubject": ("EmailMfaConfiguration", "Subject"),
    **{name: ("WebAuthnConfiguration", member) for name, member in _PASSKEYS.items()},
}
"""Where get-user-pool-mfa-config prints the pool's properties; the first three are in describe-user-pool too."""


def user_pool(pool: Draft) -> None:
    """Keep what was declared, and say once what is printed twice."""
    _schema(pool)
    for old, new in _SUPERSEDED.items():
        found, successor = _at(pool.properties, old), _at(pool.properties, new)
        # AWS refuses both numbers of days, even where they are equal.
        if same(found, successor) or (old == _UNUSED and successor is not None):
            _remove(pool.properties, old)


def _schema(pool: Draft) -> None:
    described, place = pool.properties.get("Schema"), inside(pool.at, "SchemaAttributes")
    if not is_list(described):
        return
    schema: list[Json] = []
    for index, attribute in enumerate(described):
        if not is_known(attribute):
            pool.left_out.append(inside(place, index))
        elif entry := declared(attribute):
            pool.places["Schema", len(schema)] = inside(place, index)
            schema.append(entry)
    pool.properties["Schema"] = schema
    if not schema:
        del pool.properties["Schema"]


def with_mfa(pool: Draft, said: Mapping[str, Json], at: Place) -> None:
    """Add what get-user-pool-mfa-config says of a pool."""
    mode, other = pool.properties.get("MfaConfiguration"), said.get("MfaConfiguration")
    if mode is not None and other is not None and not same(mode, other):
        raise UnreadableError(f"{pool.at.file} and {at.file}: contradict each other in MfaConfiguration of {pool.pool}")
    for name, path in _OF_MFA.items():
        if name not in pool.properties:
            pool.put(name, _at(said, path), inside(at, *path))
    known = {*_OF_MFA.values(), ("SoftwareTokenMfaConfiguration", "Enabled")}
    for member, inner in said.items():
        names = inner if isinstance(inner, dict) else ()
        pool.left_out += [inside(at, member, name) for name in names if (member, name) not in known]
    factors = {factor: member for factor, member in _FACTORS.items() if _is_on(factor, said.get(member))}
    pool.places["EnabledMfas",] = at
    if factors and _has_factors(pool):
        pool.put("EnabledMfas", list(factors), at)
        pool.places |= {("EnabledMfas", index): inside(at, it) for index, it in enumerate(factors.values())}


def without_mfa(pool: Draft) -> None:
    """Ask for what describe-user-pool does not print of the factors that it names."""
    first_factors = _at(pool.properties, ("Policies", "SignInPolicy", "AllowedFirstAuthFactors"))
    if _has_factors(pool):
        pool.ask("EnabledMfas", "EnabledMfas")
    if is_list(first_factors) and "WEB_AUTHN" in first_factors:
        for name in _PASSKEYS:
            pool.ask(name, name)


def _has_factors(pool: Draft) -> bool:
    """Tell whether the pool may name factors: AWS refuses them where they are off."""
    return pool.properties.get("MfaConfiguration") in ("ON", "OPTIONAL")


def _is_on(factor: str, said: Json) -> bool:
    """Tell whether a factor is on: the app says so, text messages have a sender, and e-mail is printed at all."""
    if not isinstance(said, dict):
        return False
    return factor == "EMAIL_OTP" or said.get("Enabled") is True or "SmsConfiguration" in said


def _at(json: Json, path: Path) -> Json:
    for step in path:
        json = json.get(step) if isinstance(json, dict) else None
    return json


def _remove(properties: Json, path: Path) -> None:
    """Leave out a property, and the object that held nothing else."""
    name, *inner = path
    if inner and isinstance(properties.get(name), dict):
        _remove(properties[name], tuple(inner))
    if not inner or properties.get(name) == {}:
        properties.pop(name, None)
