"""Identity providers, and what they say of their users."""

from typing import Any

from constructs_lib.resources.model import Resources, ref
from tests.failures.attributes import custom, schema, standard
from tests.failures.resources import web, with_attributes
from tests.failures.row import Row, change, failure, refused, warned
from tests.rules.case import pool
from tests.rules.providers import OIDC, REFERENCE, provider

FACEBOOK = {"client_id": "id", "client_secret": REFERENCE, "authorize_scopes": "public_profile,email"}
APPLE = {"client_id": "id", "team_id": "team", "key_id": "key", "private_key": REFERENCE, "authorize_scopes": "email"}
AMAZON = {"client_id": "id", "client_secret": REFERENCE, "authorize_scopes": "profile"}
DETAILS: dict[str, dict[str, Any]] = {"Facebook": FACEBOOK, "SignInWithApple": APPLE, "LoginWithAmazon": AMAZON}


def of(kind: str, without: str = "", **said: Any) -> Resources:
    return provider(kind, without=without, details=DETAILS.get(kind, {}) | said.pop("details", {}), **said)


def signing_in(*names: Any) -> Resources:
    return web(SupportedIdentityProviders=["COGNITO", *names])


def filling(*attributes: dict[str, Any], kind: str = "OIDC", **mapping: str) -> Resources:
    return schema(*attributes) | of(
        kind, AttributeMapping={name.replace("__", ":"): value for name, value in mapping.items()}
    )


OTHER = {key: value for key, value in OIDC.items() if key != "oidc_issuer"}
SAML_STARTS = of("SAML", details={"IDPInit": "true"})

ROWS: list[Row] = [
    failure(
        "F170",
        "an app client names a provider that is not there yet, or never",
        *[
            warned(
                "app-client.identity-provider-not-awaited",
                pool() | of(kind) | signing_in(name),
                pool() | of(kind) | signing_in(ref("Provider")),
            )
            for kind, name in (("Google", "Google"), ("SAML", "Company-SAML"), ("SignInWithApple", "SignInWithApple"))
        ],
        warned(
            "app-client.identity-provider-not-awaited",
            pool() | of("Google") | signing_in("Google"),
            pool() | of("Google") | with_attributes(signing_in("Google"), "Client", DependsOn=["Provider"]),
        ),
        *[
            warned(
                "app-client.identity-provider-missing",
                pool() | of("Google") | signing_in(name),
                pool() | of("Google") | signing_in(ref("Provider")),
            )
            for name in ("google", "Facebook", "Company")
        ],
    ),
    failure(
        "F172",
        "a provider fills an attribute that can never change",
        refused(
            "identity-provider.mapped-attribute-immutable",
            filling(standard("email", Mutable=False), email="email"),
            filling(standard("email", Mutable=True), email="email"),
        ),
        refused(
            "identity-provider.mapped-attribute-immutable",
            filling(custom("team", Mutable="false"), custom__team="team"),
            filling(custom("team", Mutable="true"), custom__team="team"),
        ),
        refused(
            "identity-provider.mapped-attribute-immutable",
            filling(standard("name", Mutable=False), kind="SAML", name="urn:oid:2.5.4.3"),
            filling(standard("name", Mutable=False), kind="SAML", email="urn:oid:2.5.4.3"),
        ),
    ),
    change(
        "F173",
        "an attribute that a provider fills is made mutable later",
        refused(
            "identity-provider.mapped-attribute-immutable",
            filling(standard("email", Mutable=False), email="email"),
            filling(standard("email", Mutable=True), email="email"),
        ),
    ),
    failure(
        "F175",
        "a provider without the details that its kind needs",
        refused("identity-provider.saml-metadata-required", of("SAML", "MetadataURL"), of("SAML")),
        refused(
            "identity-provider.saml-metadata-required",
            of("SAML", "MetadataURL", details={"oidc_issuer": "x"}),
            of("SAML"),
        ),
        refused("identity-provider.saml-metadata-exclusive", of("SAML", details={"MetadataFile": "<a/>"}), of("SAML")),
        *[
            refused("identity-provider.detail-required", of(kind, detail), of(kind))
            for kind, detail in (
                ("Google", "client_id"),
                ("Google", "client_secret"),
                ("Facebook", "client_secret"),
                ("LoginWithAmazon", "client_id"),
                ("SignInWithApple", "team_id"),
                ("SignInWithApple", "key_id"),
                ("OIDC", "client_id"),
            )
        ],
    ),
    failure(
        "F176",
        "the name of a provider with other characters, or too short or long",
        *[
            refused("identity-provider.name", of(kind, ProviderName=name), of(kind, ProviderName="My-idp"))
            for kind in ("OIDC", "SAML")
            for name in ("_idp", "my idp", "my_idp", "ab", "a" * 33)
        ],
    ),
    failure(
        "F178",
        "sign-in begins at a SAML provider, of an app client with other providers",
        warned(
            "app-client.idp-initiated-saml",
            pool() | SAML_STARTS | with_attributes(signing_in("Company-SAML"), "Client", DependsOn="Provider"),
            pool() | SAML_STARTS | web(SupportedIdentityProviders=[ref("Provider")]),
        ),
        warned(
            "app-client.idp-initiated-saml",
            pool()
            | SAML_STARTS
            | provider("Google", "Google")
            | web(SupportedIdentityProviders=["Company-SAML", "Google"]),
            pool() | SAML_STARTS | provider("Google", "Google") | web(SupportedIdentityProviders=["Company-SAML"]),
        ),
    ),
    failure(
        "F179",
        "Apple's key as a text, or as a reference that AWS does not resolve there",
        warned(
            "identity-provider.literal-secret",
            of("SignInWithApple", details={"private_key": "MIGT"}),
            of("SignInWithApple"),
        ),
        refused(
            "identity-provider.secure-parameter",
            of("SignInWithApple", details={"private_key": "{{resolve:ssm-secure:apple:1}}"}),
            of("SignInWithApple"),
        ),
        warned("identity-provider.literal-secret", of("Google", details={"client_secret": "secret"}), of("Google")),
    ),
    failure(
        "F181",
        "users of a provider lack what the pool requires",
        *[
            warned(
                "identity-provider.required-attribute-not-mapped",
                filling(standard("email", Required=True), standard("name", Required=True), kind=kind, email="email"),
                filling(
                    standard("email", Required=True),
                    standard("name", Required=True),
                    kind=kind,
                    email="email",
                    name="name",
                ),
            )
            for kind in ("Facebook", "SignInWithApple", "OIDC", "SAML", "Google")
        ],
    ),
    failure(
        "F182",
        "a provider fills an attribute that the pool does not have",
        warned(
            "identity-provider.mapped-attribute-unknown",
            filling(custom("team"), kind="SAML", username="xxid"),
            filling(custom("team"), kind="SAML", custom__team="xxid"),
        ),
        warned(
            "identity-provider.mapped-attribute-unknown",
            filling(custom("team"), custom__role="role"),
            filling(custom("team"), custom__team="role"),
        ),
        warned(
            "identity-provider.mapped-attribute-unknown",
            filling(custom("team"), team="team"),
            filling(custom("team"), custom__team="team"),
        ),
        warned(
            "identity-provider.mapped-attribute-unknown",
            filling(custom("team"), username="sub", xxid="xxid"),
            filling(custom("team"), username="sub"),
        ),
    ),
    failure(
        "F184",
        "a social provider under another name",
        *[
            refused("identity-provider.social-name", of(kind, ProviderName=name), of(kind))
            for kind, name in (
                ("Google", "my-google"),
                ("Google", "google"),
                ("Facebook", "Meta"),
                ("SignInWithApple", "Apple"),
                ("LoginWithAmazon", "Amazon"),
            )
        ],
    ),
]
