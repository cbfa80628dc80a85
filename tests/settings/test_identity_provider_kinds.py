"""Kinds of identity provider: each sets only what makes it that kind, and secrets are only referred to."""

import re
from pathlib import Path
from typing import Any

import pytest

from constructs_lib import Deployment, check, profiles
from constructs_lib.settings import (
    Attribute,
    IdentityProvider,
    PrefixDomain,
    UserPoolSettings,
    Verbatim,
    amazon,
    apple,
    facebook,
    google,
    oidc,
    saml,
    secret,
)

KEY = "{{resolve:secretsmanager:shop/google:SecretString:client_secret}}"
CLIENT: Any = {"client_id": "id", "client_secret": KEY}
URL = "https://login.example/saml"
METADATA = """\
<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://login.example">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/>
</md:EntityDescriptor>"""


@pytest.mark.parametrize(
    ("made", "name", "kind", "details"),
    [
        (google(**CLIENT), "Google", "Google", {**CLIENT, "authorize_scopes": "openid email profile"}),
        (facebook(**CLIENT), "Facebook", "Facebook", {**CLIENT, "authorize_scopes": "public_profile,email"}),
        (
            facebook(**CLIENT, scopes=["email"], api_version="v17.0"),
            "Facebook",
            "Facebook",
            {**CLIENT, "authorize_scopes": "email", "api_version": "v17.0"},
        ),
        (amazon(**CLIENT), "LoginWithAmazon", "LoginWithAmazon", {**CLIENT, "authorize_scopes": "profile"}),
        (
            apple(client_id="id", team_id="team", key_id="key", private_key=KEY),
            "SignInWithApple",
            "SignInWithApple",
            {
                "client_id": "id",
                "team_id": "team",
                "key_id": "key",
                "private_key": KEY,
                "authorize_scopes": "email name",
            },
        ),
        (
            oidc("Company", issuer_url="https://login.example", **CLIENT),
            "Company",
            "OIDC",
            {
                **CLIENT,
                "authorize_scopes": "openid",
                "oidc_issuer": "https://login.example",
                "attributes_request_method": "GET",
            },
        ),
        (
            oidc(
                "Company",
                issuer_url="https://a.example",
                **CLIENT,
                scopes=["openid", "email"],
                attributes_request_method="POST",
                authorize_url="https://a.example/1",
                token_url="https://a.example/2",
                attributes_url="https://a.example/3",
                jwks_uri="https://a.example/4",
            ),
            "Company",
            "OIDC",
            {
                **CLIENT,
                "authorize_scopes": "openid email",
                "oidc_issuer": "https://a.example",
                "attributes_request_method": "POST",
                "authorize_url": "https://a.example/1",
                "token_url": "https://a.example/2",
                "attributes_url": "https://a.example/3",
                "jwks_uri": "https://a.example/4",
            },
        ),
        (saml("Company", metadata_url=URL), "Company", "SAML", {"MetadataURL": URL}),
        (
            saml(
                "Company",
                metadata_url=URL,
                request_signing_algorithm="rsa-sha256",
                encrypted_responses=True,
                idp_signout=True,
                idp_initiated=False,
            ),
            "Company",
            "SAML",
            {
                "MetadataURL": URL,
                "RequestSigningAlgorithm": "rsa-sha256",
                "EncryptedResponses": "true",
                "IDPSignout": "true",
                "IDPInit": "false",
            },
        ),
    ],
)
def test_each_kind_says_what_cognito_needs(made: Any, name: str, kind: Any, details: dict[str, str]) -> None:
    assert made == IdentityProvider(name, provider_type=kind, details=details)


def test_mapping_identifiers_and_other_fields_can_be_said_beside_the_kind() -> None:
    mapping = {"email": "mail", "custom:tier": "tier"}
    made = saml("Company", metadata_url=URL, attribute_mapping=mapping, identifiers=["shop.example"])
    assert made.attribute_mapping == mapping
    assert made.idp_identifiers == ("shop.example",)
    assert google(**CLIENT, attribute_mapping=mapping, deletion_policy="Retain").deletion_policy == "Retain"


@pytest.mark.parametrize(
    "make", [google, facebook, amazon, lambda **said: oidc("Company", issuer_url="https://login.example", **said)]
)
def test_a_client_that_nobody_can_read_raises_nothing(make: Any) -> None:
    provider = make(client_id="id", client_secret=secret("shop/idp", "client_secret"))
    settings = profiles.standard(
        attributes=[Attribute("tier", data_type="String")],
        prefix_domain=PrefixDomain("shop-accounts"),
        identity_providers={"provider": provider},
    )
    found = check(settings, Deployment(region="eu-central-1", account="111122223333"))
    assert [finding for finding in found if finding.path.startswith("identity_providers")] == []


def test_findings_name_a_detail_by_the_users_key() -> None:
    provider = google(client_id="id", client_secret="hush")
    found = check(profiles.standard(identity_providers={"google": provider}))
    literal = [finding.path for finding in found if finding.rule == "identity-provider.literal-secret"]
    assert literal == ['identity_providers["google"].details["client_secret"]']


@pytest.mark.parametrize(
    ("said", "reference"),
    [
        (("shop/google", "client_secret"), KEY),
        (("shop/google",), "{{resolve:secretsmanager:shop/google:SecretString}}"),
        (
            ("arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-AbCdEf", "key"),
            "{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-AbCdEf:SecretString:key}}",
        ),
        (
            ("${Token[TOKEN.1]}", "a_b"),
            "{{resolve:secretsmanager:${Token[TOKEN.1]}:SecretString:a_b}}",
        ),
    ],
)
def test_a_secret_is_a_reference_that_cloudformation_resolves(said: Any, reference: str) -> None:
    assert secret(*said) == reference


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (("",), "secret: must be the name or ARN of a secret, got ''"),
        (("shop google",), "secret: must be the name or ARN of a secret, got 'shop google'"),
        (("shop}}",), "secret: must be the name or ARN of a secret, got 'shop}}'"),
        (("shop", ""), "secret: field must be a key without spaces, colons and braces, got ''"),
        (("shop", "a:b"), "secret: field must be a key without spaces, colons and braces, got 'a:b'"),
    ],
)
def test_what_no_reference_can_name_is_refused(said: Any, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        secret(*said)


class Resolvable:
    """What CDK's ``SecretValue`` looks like from Python."""

    creation_stack = ("somewhere",)

    def resolve(self, context: Any, /) -> Any:
        raise AssertionError(context)


@pytest.mark.parametrize("value", [Resolvable(), {"Ref": "Parameter"}])
def test_a_secret_that_is_no_text_is_taken_as_it_is(value: Any) -> None:
    details: Any = google(client_id="id", client_secret=value).details
    assert details["client_secret"] == Verbatim(value)


@pytest.mark.parametrize("value", [None, 1, True, b"hush", ["hush"], {"hush": 1}, Path("hush")])
def test_what_is_no_secret_is_refused_and_not_shown(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^apple\.private_key: must be a text, a Verbatim or a SecretValue") as caught:
        apple(client_id="id", team_id="team", key_id="key", private_key=value)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("start", ["", "\ufeff", "\n  "])
def test_metadata_comes_from_a_file_as_it_is(tmp_path: Path, start: str) -> None:
    file = tmp_path / "metadata.xml"
    file.write_text(f"{start}{METADATA}\n", encoding="utf-8")
    assert saml("Company", metadata_file=file).details == {"MetadataFile": METADATA}
    assert saml("Company", metadata_file=str(file)).details == {"MetadataFile": METADATA}


def test_a_federation_of_providers_is_metadata_too(tmp_path: Path) -> None:
    inner = METADATA.partition("\n")[2]
    both = f'<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">{inner}</EntitiesDescriptor>'
    file = tmp_path / "metadata.xml"
    file.write_text(both, encoding="utf-8")
    assert saml("Company", metadata_file=file).details == {"MetadataFile": both}


def test_a_file_that_cannot_be_read_is_refused_by_its_name(tmp_path: Path) -> None:
    for path, problem in ((tmp_path / "missing.xml", "No such file or directory"), (tmp_path, "Is a directory")):
        with pytest.raises(ValueError, match=f"^saml_metadata_file: {re.escape(str(path))} cannot be read: {problem}$"):
            saml("Company", metadata_file=path)
    (tmp_path / "metadata.xml").write_bytes(METADATA.encode("utf-16"))
    with pytest.raises(ValueError, match=r"metadata\.xml is not text in UTF-8$"):
        saml("Company", metadata_file=tmp_path / "metadata.xml")


def test_a_file_that_is_no_metadata_is_told_with_everything_else_that_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "metadata.xml"
    file.write_text("<html/>", encoding="utf-8")
    company = saml("Company", metadata_file=file)
    settings = UserPoolSettings(name="a/b", identity_providers={"company": company})
    errors = {finding.rule: finding.path for finding in check(settings) if finding.severity == "error"}
    assert errors == {
        "pool.name": "name",
        "identity-provider.saml-metadata-document": 'identity_providers["company"].details["MetadataFile"]',
    }
