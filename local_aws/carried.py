"""Is everything live that the template says? Property by property, compared with what `describe_*` says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from local_aws.deployed import Resource
from local_aws.results import DIFFERS, FAILED, RECORDED, WORKS, Result

PROBE = "live_as_in_the_template"

# What MiniStack 1.5.33 takes and forgets, with the reason. An entry that is no longer true fails the comparison.
FORGOTTEN: Mapping[tuple[str, str], str] = {
    ("AWS::Cognito::UserPool", "EmailAuthenticationMessage"): "it has no API for mailed sign-in codes",
    ("AWS::Cognito::UserPool", "EmailAuthenticationSubject"): "it has no API for mailed sign-in codes",
    ("AWS::Cognito::UserPool", "IssuerConfiguration"): "it has one kind of issuer",
    ("AWS::Cognito::UserPool", "KeyConfiguration"): "it has no keys of the customer's",
    ("AWS::Cognito::UserPool", "WebAuthnFactorConfiguration"): "it has no passkeys",
    ("AWS::Cognito::UserPool", "WebAuthnRelyingPartyID"): "it has no passkeys",
    ("AWS::Cognito::UserPool", "WebAuthnUserVerification"): "it has no passkeys",
    ("AWS::Cognito::UserPoolClient", "RefreshTokenRotation"): "it rotates no refresh tokens",
    ("AWS::Cognito::UserPoolDomain", "Routing"): "it has one Region",
}
# Second factors that its API reports no state of: what came with the template cannot be read back.
_FACTORS_WITHOUT_STATE = {"SMS_MFA", "EMAIL_OTP"}


@dataclass(frozen=True)
class Compared:
    """One property of one resource."""

    resource: str
    property: str
    verdict: str
    note: str = ""


def compare(resource: Resource, live: Mapping[str, Any]) -> list[Compared]:
    """Compare each property that the template sets; what AWS adds as a default is not the template's claim."""
    where = f"{resource.stack}/{resource.logical_id}"
    return [
        _compared(where, resource.type, path, wanted, live)
        for name, value in resource.properties.items()
        for path, wanted in _paths(resource.type, name, value)
    ]


def _paths(resource_type: str, path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Walk down to the single settings: `Policies.PasswordPolicy.MinimumLength`."""
    whole = path == "UserPoolTags" or (resource_type, path) in FORGOTTEN
    unresolved = isinstance(value, Mapping) and any(name == "Ref" or name.startswith("Fn::") for name in value)
    if isinstance(value, Mapping) and value and not whole and not unresolved:
        for name, inner in value.items():
            yield from _paths(resource_type, f"{path}.{name}", inner)
    else:
        yield path, value


def _compared(where: str, resource_type: str, path: str, wanted: Any, live: Mapping[str, Any]) -> Compared:
    found = _at(live, path)
    carried = found is not None and contains(found, wanted)
    reason = FORGOTTEN.get((resource_type, path))
    if reason and carried:
        return Compared(where, path, FAILED, "is live now: take it out of carried.FORGOTTEN")
    if reason:
        return Compared(where, path, DIFFERS, f"takes it and forgets it, {reason}")
    if carried:
        return Compared(where, path, WORKS)
    if path == "EnabledMfas" and (missing := set(wanted) - set(found or ())) <= _FACTORS_WITHOUT_STATE:
        return Compared(where, path, RECORDED, f"{', '.join(sorted(missing))}: there is no state to read back")
    return Compared(where, path, FAILED, f"the template says {wanted!r}, live is {found!r}")


def _at(live: Any, path: str) -> Any:
    for name in path.split("."):
        live = live.get(name) if isinstance(live, Mapping) else None
    return live


def contains(found: Any, wanted: Any) -> bool:
    """Whether everything wanted is there; numbers and booleans may have been said as text, as CloudFormation allows."""
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(
            name in found and contains(found[name], value) for name, value in wanted.items()
        )
    if isinstance(wanted, Sequence) and not isinstance(wanted, str):
        if not isinstance(found, Sequence) or isinstance(found, str):
            return False
        if all(isinstance(each, Mapping) for each in wanted):
            return all(any(contains(there, each) for there in found) for each in wanted)
        return sorted(map(_plain, found)) == sorted(map(_plain, wanted))
    return _plain(found) == _plain(wanted)


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def results(compared: Sequence[Compared]) -> list[Result]:
    """Count what is as the template says, and tell everything else one by one."""
    same = [each for each in compared if each.verdict == WORKS]
    others = [each for each in compared if each.verdict != WORKS]
    where = len({each.resource for each in compared})
    claim = f"{len(same)} of {len(compared)} properties of {where} resources are live exactly as the templates say."
    first = Result(PROBE, claim, WORKS if same else FAILED, "" if same else "nothing was compared")
    return [first, *(Result(PROBE, f"{each.resource} {each.property}", each.verdict, each.note) for each in others)]


def live_state(cognito: Any, resource: Resource) -> Mapping[str, Any] | None:
    """Read what the local AWS says of a resource, under the template's names; None for a type that is not compared."""
    reader = _READERS.get(resource.type)
    return reader(cognito, resource) if reader else None


def _user_pool(cognito: Any, resource: Resource) -> Mapping[str, Any]:
    pool = cognito.describe_user_pool(UserPoolId=resource.physical_id)["UserPool"]
    factors = cognito.get_user_pool_mfa_config(UserPoolId=resource.physical_id)
    enabled = [name for name, key in _FACTOR_STATE.items() if factors.get(key, {}).get("Enabled", key in factors)]
    prefixed = pool["SchemaAttributes"]
    # The template names a custom attribute without the prefix that the API gives it.
    schema = [{**each, "Name": each["Name"].removeprefix("custom:")} for each in prefixed]
    return {**pool, "UserPoolName": pool["Name"], "EnabledMfas": enabled, "Schema": schema}


_FACTOR_STATE = {
    "SOFTWARE_TOKEN_MFA": "SoftwareTokenMfaConfiguration",
    "SMS_MFA": "SmsMfaConfiguration",
    "EMAIL_OTP": "EmailMfaConfiguration",
}


def _client(cognito: Any, resource: Resource) -> Mapping[str, Any]:
    pool_id = resource.properties["UserPoolId"]
    found = cognito.describe_user_pool_client(UserPoolId=pool_id, ClientId=resource.physical_id)["UserPoolClient"]
    return {**found, "GenerateSecret": "ClientSecret" in found}


def _domain(cognito: Any, resource: Resource) -> Mapping[str, Any]:
    described: Mapping[str, Any] = cognito.describe_user_pool_domain(Domain=resource.properties["Domain"])
    found: Mapping[str, Any] = described["DomainDescription"]
    return found


def _group(cognito: Any, resource: Resource) -> Mapping[str, Any]:
    pool_id = resource.properties["UserPoolId"]
    found: Mapping[str, Any] = cognito.get_group(UserPoolId=pool_id, GroupName=resource.physical_id)["Group"]
    return found


_READERS = {
    "AWS::Cognito::UserPool": _user_pool,
    "AWS::Cognito::UserPoolClient": _client,
    "AWS::Cognito::UserPoolDomain": _domain,
    "AWS::Cognito::UserPoolGroup": _group,
}
