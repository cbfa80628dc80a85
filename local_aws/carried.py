"""Is everything live that the template says? Property by property, compared with what the API says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from local_aws import not_emulated
from local_aws.deployed import Resource
from local_aws.live import Client, live_state
from local_aws.results import DIFFERS, FAILED, RECORDED, WORKS, Result

PROBE = "live_as_in_the_template"

# What MiniStack 1.5.33 takes and forgets, with the reason. An entry that is no longer true fails the comparison.
FORGOTTEN: Mapping[tuple[str, str], str] = {
    ("AWS::Cognito::IdentityPool", "CognitoEvents"): "it has no Cognito Sync",
    ("AWS::Cognito::IdentityPool", "CognitoStreams"): "it has no Cognito Sync",
    ("AWS::Cognito::IdentityPool", "PushSync"): "it has no Cognito Sync",
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
# How a user is created and told of it; no API says it again afterwards.
_ONCE = {"ClientMetadata", "DesiredDeliveryMediums", "ForceAliasCreation", "MessageAction", "ValidationData"}
# Properties that are one setting, whatever the names in them.
_WHOLE = {
    *("AttributeMapping", "IdentityPoolTags", "PrincipalTags", "ProviderDetails", "RoleMappings", "Roles"),
    *("SupportedLoginProviders", "UserPoolTags"),
}


@dataclass(frozen=True)
class Compared:
    """One property of one resource."""

    resource: str
    property: str
    verdict: str
    note: str = ""


def compared(client: Client, resources: Iterable[Resource]) -> list[Compared]:
    """Compare every resource whose type can be read back, and tell of those that are recorded only."""
    found = []
    for resource in resources:
        if resource.type in not_emulated.RECORDED:
            found += recorded(resource)
        elif (live := live_state(client, resource)) is not None:
            found += compare(resource, live)
    return found


def recorded(resource: Resource) -> list[Compared]:
    """Tell of each property that the stack has it, and what the local AWS does not do with it."""
    where = f"{resource.stack}/{resource.logical_id}"
    reason = not_emulated.RECORDED[resource.type].not_emulated
    return [Compared(where, name, RECORDED, reason) for name in resource.properties]


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
    whole = path in _WHOLE or (resource_type, path) in FORGOTTEN
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
        idle = not_emulated.reason(resource_type, path.partition(".")[0])
        return Compared(where, path, RECORDED, idle) if idle else Compared(where, path, WORKS)
    if resource_type == "AWS::Cognito::UserPoolUser" and path.partition(".")[0] in _ONCE:
        return Compared(where, path, RECORDED, "says how the user is created: there is no state to read back")
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


def results(found: Sequence[Compared]) -> list[Result]:
    """Count what is as the template says, and tell everything else, once for all that a resource has in common."""
    same = [each for each in found if each.verdict == WORKS]
    others = [each for each in found if each.verdict != WORKS]
    resources = len({each.resource for each in found})
    claim = f"{len(same)} of {len(found)} properties of {resources} resources are live exactly as the templates say."
    first = Result(PROBE, claim, WORKS if same else FAILED, "" if same else "nothing was compared")
    told: dict[tuple[str, str, str], list[str]] = {}
    for each in others:
        told.setdefault((each.resource, each.verdict, each.note), []).append(each.property)
    return [
        first,
        *(
            Result(PROBE, f"{where} {', '.join(names)}", verdict, note)
            for (where, verdict, note), names in told.items()
        ),
    ]
