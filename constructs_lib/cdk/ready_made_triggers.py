"""Ready-made triggers: what pools are so often given a function for. Each is a file of `constructs_lib.functions`.

Two that serve the same trigger do not go together: Cognito calls one function for each trigger.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from constructs_lib.cdk.family import SMALL_LETTERS
from constructs_lib.cdk.trigger_function import TriggerFunction, of_field
from constructs_lib.cdk.trigger_problems import problem
from constructs_lib.rules.finding import Finding
from constructs_lib.rules.registry import GUIDE
from constructs_lib.settings import Attribute, GroupOf, IdentityProvider, ProviderOf, UserPoolSettings

_FUNCTIONS = Path(__file__).parent.parent / "functions"
_REQUIREMENTS = _FUNCTIONS / "triggers.txt"

_DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")
_CLAIMS = GUIDE + "user-pool-lambda-pre-token-generation.html"
_LINKING = GUIDE + "cognito-user-pools-identity-federation-consolidate-users.html"


def allowed_email_domains(*domains: str) -> TriggerFunction:
    """Let only people with an address of certain domains sign up: ``triggers={"pre_sign_up": …}``.

    It is asked at sign-up, by people themselves and through identity providers, and proves nothing until the address is
    verified. An administrator may create anybody. Nobody is asked again when an address changes, so what must be held
    to the domains looks at the address in the token, and at ``email_verified``.

    Args:
        domains: Domains in small letters, such as ``shop.example``; those beneath them are others.
    """

    def check(path: str, _: UserPoolSettings) -> Iterator[Finding]:
        for domain in domains or ("",):
            if not _DOMAIN.fullmatch(domain):
                yield problem(
                    "triggers.email-domain",
                    path,
                    "no address has such a domain",
                    got=domain,
                    allowed="domains in small letters, such as shop.example",
                    fix="name what stands behind the @ of the addresses",
                )

    return TriggerFunction(
        _FUNCTIONS / "allowed_email_domains.py",
        requirements=_REQUIREMENTS,
        environment={"DOMAINS": json.dumps(sorted(domains))},
        only_for=("pre_sign_up",),
        check=check,
    )


def link_by_verified_email(*providers: str) -> TriggerFunction:
    """Link a first sign-in through an identity provider to the user with the same address: ``{"pre_sign_up": …}``.

    Whoever is linked gets the other's account. So name only providers that you trust to verify addresses: one that lets
    people claim any address gives them any account. It links where the provider says ``email_verified`` and exactly one
    user of the pool has the address, verified too; else the person becomes a user of their own. From then on every
    sign-in through the provider writes its mapped attributes over the user's. Reported of Cognito: the sign-in in which
    somebody is linked ends in ``Already found an entry for username``, and the next one works.
    https://github.com/aws-amplify/amplify-flutter/issues/1716

    Args:
        providers: Your keys in ``identity_providers``; each maps ``email`` and ``email_verified``.
    """

    def check(path: str, settings: UserPoolSettings) -> Iterator[Finding]:
        if not providers:
            yield problem(
                "triggers.no-provider",
                path,
                "links nobody, as no provider is trusted",
                allowed="at least one key of identity_providers",
                fix="name the providers that you trust, or leave the function out",
                source=_LINKING,
            )
        for key in providers:
            provider = of_field(settings, "identity_providers").get(key)
            if provider is not None:
                yield from _never_verifies(path, key, provider)
                yield from _forgets_capitals(path, key, provider, settings)

    return TriggerFunction(
        _FUNCTIONS / "link_by_verified_email.py",
        requirements=_REQUIREMENTS,
        environment={"PROVIDERS": [ProviderOf(key) for key in providers]},
        grants=("link_users",),
        only_for=("pre_sign_up",),
        check=check,
    )


def _never_verifies(path: str, key: str, provider: IdentityProvider) -> Iterator[Finding]:
    mapped = provider.attribute_mapping
    missing = [
        name
        for name in ("email", "email_verified")
        if mapped is None or (isinstance(mapped, Mapping) and name not in mapped)
    ]
    if missing:
        yield problem(
            "triggers.provider-without-verified-email",
            path,
            f"links nobody of identity_providers[{key!r}], which does not map {' and '.join(missing)}",
            allowed="providers whose attribute_mapping has email and email_verified",
            fix="map what the provider says of the address, or leave the provider out",
            source=_LINKING,
        )


_SUBJECTS_WITH_CAPITALS = ("LoginWithAmazon", "OIDC", "SAML")


def _forgets_capitals(path: str, key: str, provider: IdentityProvider, settings: UserPoolSettings) -> Iterator[Finding]:
    if provider.provider_type in _SUBJECTS_WITH_CAPITALS and settings.sign_in_case_sensitive is not True:
        yield problem(
            SMALL_LETTERS,
            path,
            f"may link somebody else of identity_providers[{key!r}], or nobody: the pool ignores case, and functions "
            "get the subject in small letters, while Cognito tells subjects apart by case",
            allowed="providers whose users have no capital letter in their subject",
            fix="look at a subject of the provider's, and acknowledge this where it has none",
            severity="warning",
            source=GUIDE + "user-pool-case-sensitivity.html",
        )


_RESERVED = frozenset(
    (
        *("acr", "amr", "aud", "at_hash", "auth_time", "azp", "client_id", "exp", "iat", "identities", "iss", "jti"),
        *("nbf", "nonce", "origin_jti", "scope", "sub", "token_use", "username"),
    )
)


def claims_in_tokens(attributes: Mapping[str, str] | None = None, *, groups: str | None = None) -> TriggerFunction:
    """Put attributes and groups into ID and access tokens: ``triggers={"pre_token_generation_config": …}``.

    It takes version 2 of the event, which needs the Essentials plan. Groups are in every token already, as
    ``cognito:groups``; ``groups`` gives them another name besides. Whoever gets an access token can read its claims.

    Args:
        attributes: Claims and the attribute that each is taken from, such as ``{"tenant": "custom:tenant"}``. A user
            without it has no such claim. Default: none.
        groups: The claim with the names of the user's groups, a list. Default: none.
    """
    wanted = dict(attributes or {})

    def check(path: str, settings: UserPoolSettings) -> Iterator[Finding]:
        yield from _no_claims(path, {*wanted, *([groups] if groups else [])})
        yield from _unknown_attributes(path, wanted, settings)

    said = {"CLAIMS": json.dumps(wanted, sort_keys=True)}
    return TriggerFunction(
        _FUNCTIONS / "claims_in_tokens.py",
        requirements=_REQUIREMENTS,
        environment={**said, "GROUPS": groups} if groups else said,
        event_version="V2_0",
        only_for=("pre_token_generation_config",),
        check=check,
    )


def _no_claims(path: str, claims: set[str]) -> Iterator[Finding]:
    if not claims:
        yield problem(
            "triggers.no-claims",
            path,
            "adds nothing to tokens",
            allowed="at least one attribute, or groups",
            fix="say which claims you want, or leave the function out",
            source=_CLAIMS,
        )
    for claim in sorted(claims):
        if claim in _RESERVED or claim.startswith(("cognito:", "dev:")):
            yield problem(
                "triggers.reserved-claim",
                path,
                "Cognito lets nobody set this claim",
                got=claim,
                allowed="claims of your own",
                fix="choose another name",
                source=_CLAIMS,
            )


def _unknown_attributes(path: str, wanted: Mapping[str, str], settings: UserPoolSettings) -> Iterator[Finding]:
    known = _custom_attributes(settings)
    for name in wanted.values():
        if known is not None and name.startswith("custom:") and name not in known:
            yield problem(
                "triggers.unknown-attribute",
                path,
                "takes a claim from an attribute that no user has",
                got=name,
                allowed=", ".join(sorted(known)) or "standard attributes, as attributes has none of your own",
                fix="add it to attributes, or leave the claim out",
                source=_CLAIMS,
            )


def _custom_attributes(settings: UserPoolSettings) -> set[str] | None:
    """Name the pool's custom attributes; nothing where the settings do not tell them all."""
    said = settings.attributes
    if said is None:
        return set()
    if not isinstance(said, (list, tuple)) or not all(
        isinstance(one, Attribute) and isinstance(one.name, str) for one in said
    ):
        return None
    return {f"custom:{str(one.name).removeprefix('custom:')}" for one in said if isinstance(one, Attribute)}


def default_group(key: str) -> TriggerFunction:
    """Put everybody who signs up into a group: ``triggers={"post_confirmation": …}``.

    It is called when somebody confirms a sign-up, and at the first sign-in through an identity provider; not for whom
    an administrator creates.
    https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html

    Args:
        key: Your key in ``groups``; the group has a name that the settings tell.
    """
    return TriggerFunction(
        _FUNCTIONS / "default_group.py",
        requirements=_REQUIREMENTS,
        environment={"GROUP": GroupOf(key)},
        grants=("add_users_to_groups",),
        only_for=("post_confirmation",),
    )
