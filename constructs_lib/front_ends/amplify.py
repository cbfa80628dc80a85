"""`amplify_outputs.json`, which the Amplify libraries read: its part about sign-in.

The schema: https://github.com/aws-amplify/amplify-backend, packages/client-config/src/client-config-schema. A fact that
only the deploy tells is left out, and so is one of a pool that is made elsewhere: the schema asks for three alone.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from constructs_lib.front_ends.rendered import Rendered, told
from constructs_lib.resources.model import USER_POOL_GROUP, USER_POOL_IDENTITY_PROVIDER
from constructs_lib.resources.standard_attributes import STANDARD_TYPES
from constructs_lib.resources.values import Json, is_unknown
from constructs_lib.rules.view import DoesNotApply, View

VERSION = "1.4"
"""The schema's version: every 6.x of the library reads it, and sign-in has not changed since."""

_MFA = {"OFF": "NONE", "OPTIONAL": "OPTIONAL", "ON": "REQUIRED"}
_FACTORS = {"SMS_MFA": "SMS", "SOFTWARE_TOKEN_MFA": "TOTP", "EMAIL_OTP": "EMAIL"}
_PROVIDERS = {
    "Google": "GOOGLE",
    "Facebook": "FACEBOOK",
    "LoginWithAmazon": "LOGIN_WITH_AMAZON",
    "SignInWithApple": "SIGN_IN_WITH_APPLE",
}
_CLASSES = ("numbers", "lowercase", "uppercase", "symbols")
_ADDRESSES = ("email", "phone_number")


def amplify_outputs(rendered: Rendered) -> Json:
    """Say all that is rendered and that the schema has a word for."""
    said = {
        "aws_region": rendered.region,
        "user_pool_id": rendered.app_client.get("UserPoolId"),
        "user_pool_client_id": rendered.client_id,
        "identity_pool_id": rendered.identity_pool_id,
        **{name: told(partial(fact, rendered)) for name, fact in _FACTS.items()},
    }
    return {"version": VERSION, "auth": {name: value for name, value in said.items() if value is not None}}


def _password_policy(rendered: Rendered) -> Json:
    pool = _pool(rendered)
    if_unsaid = not pool.has("Policies.PasswordPolicy")  # without any policy Cognito wants all four
    least = pool.number("Policies.PasswordPolicy.MinimumLength")
    classes = {name: pool.flag(f"Policies.PasswordPolicy.Require{name.capitalize()}") for name in _CLASSES}
    return {
        "min_length": 8 if least is None else int(least),
        **{f"require_{name}": if_unsaid if value is None else value for name, value in classes.items()},
    }


def _required_attributes(rendered: Rendered) -> Json:
    required = (each.text("Name") for each in _pool(rendered).all_objects("Schema") if each.flag("Required"))
    return [name for name in required if name in STANDARD_TYPES]


def _username_attributes(rendered: Rendered) -> Json:
    pool = _pool(rendered)
    aliases = [name for name in pool.texts("AliasAttributes") or () if name in _ADDRESSES]
    return list(pool.texts("UsernameAttributes") or ("username", *aliases))


def _verification_types(rendered: Rendered) -> Json:
    return list(_pool(rendered).texts("AutoVerifiedAttributes") or ())


def _mfa_configuration(rendered: Rendered) -> Json:
    return _MFA.get(_pool(rendered).text("MfaConfiguration") or "OFF")


def _mfa_methods(rendered: Rendered) -> Json:
    if _mfa_configuration(rendered) == "NONE":
        return []
    return [_FACTORS[name] for name in _pool(rendered).texts("EnabledMfas") or () if name in _FACTORS]


def _passwordless(rendered: Rendered) -> Json:
    """Say which first factors there are besides the password, to a client that lets users choose."""
    factors = _pool(rendered).texts("Policies.SignInPolicy.AllowedFirstAuthFactors")
    if not factors or "ALLOW_USER_AUTH" not in (rendered.app_client.texts("ExplicitAuthFlows") or ()):
        return None
    passkeys = {"web_authn": _passkeys(rendered)} if "WEB_AUTHN" in factors else {}
    return {"email_otp_enabled": "EMAIL_OTP" in factors, "sms_otp_enabled": "SMS_OTP" in factors, **passkeys}


def _passkeys(rendered: Rendered) -> Json:
    pool = _pool(rendered)
    relying_party = pool.get("WebAuthnRelyingPartyID") or rendered.host
    if relying_party is None:
        raise DoesNotApply
    return {
        "relying_party_id": relying_party,
        "user_verification": pool.text("WebAuthnUserVerification") or "preferred",
    }


def _oauth(rendered: Rendered) -> Json:
    """Say where the hosted pages are; nothing without a place to come back to from both ways, as the schema wants."""
    callbacks, logouts = rendered.listed("CallbackURLs"), rendered.listed("LogoutURLs")
    browser = [name for grant, name in (("code", "code"), ("implicit", "token")) if grant in rendered.flows]
    if not (browser and callbacks and logouts and rendered.host is not None):
        return None
    return {
        "identity_providers": list(dict.fromkeys(_providers(rendered))),
        "domain": rendered.host,
        "scopes": list(rendered.listed("AllowedOAuthScopes")),
        "redirect_sign_in_uri": list(callbacks),
        "redirect_sign_out_uri": list(logouts),
        "response_type": browser[0],
    }


def _providers(rendered: Rendered) -> Iterator[str]:
    """Walk the providers that the schema knows by name; others are chosen by their own names."""
    types = {view.key: view.get("ProviderType") for view in rendered.all_of(USER_POOL_IDENTITY_PROVIDER)}
    named = {view.get("ProviderName"): types[view.key] for view in rendered.all_of(USER_POOL_IDENTITY_PROVIDER)}
    for provider in rendered.listed("SupportedIdentityProviders"):
        kind = types.get(provider["Ref"]) if isinstance(provider, dict) and "Ref" in provider else named.get(provider)
        if kind in _PROVIDERS:
            yield _PROVIDERS[kind]


def _groups(rendered: Rendered) -> Json:
    found = {view.text("GroupName"): told(partial(view.number, "Precedence")) for view in _named(rendered)}
    ordered = sorted(found.items(), key=lambda one: (one[1] is None, one[1] or 0))
    return [{name: {} if precedence is None else {"precedence": int(precedence)}} for name, precedence in ordered]


def _named(rendered: Rendered) -> Iterator[View]:
    groups = rendered.all_of(USER_POOL_GROUP)
    return (view for view in groups if view.has("GroupName") and not is_unknown(view.get("GroupName")))


def _guests(rendered: Rendered) -> Json:
    pool = rendered.identity_pool
    return None if pool is None else pool.flag("AllowUnauthenticatedIdentities")


def _pool(rendered: Rendered) -> View:
    if rendered.pool is None:
        raise DoesNotApply
    return rendered.pool


_FACTS: Mapping[str, Callable[[Rendered], Json]] = {
    "unauthenticated_identities_enabled": _guests,
    "username_attributes": _username_attributes,
    "standard_required_attributes": _required_attributes,
    "user_verification_types": _verification_types,
    "password_policy": _password_policy,
    "mfa_configuration": _mfa_configuration,
    "mfa_methods": _mfa_methods,
    "passwordless": _passwordless,
    "oauth": _oauth,
    "groups": _groups,
}
