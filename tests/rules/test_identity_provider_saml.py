"""Rules about SAML providers."""

from typing import Any

import pytest

from tests.rules.case import UNKNOWN, Case
from tests.rules.providers import API, GUIDE, provider

_API = f"{API}API_CreateIdentityProvider.html"
_GUIDE = f"{GUIDE}cognito-user-pools-saml-idp-things-to-know.html"
_SIGNING = f"{GUIDE}cognito-user-pools-SAML-signing-encryption.html"
_DOCUMENT = '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"><IDPSSODescriptor/></EntityDescriptor>'


def saml(**details: Any) -> Any:
    return provider("SAML", ProviderDetails=details)


CASES = [
    Case(
        rule="identity-provider.saml-metadata-required",
        fails=saml(IDPSignout="true"),
        says=f"""\
Provider.ProviderDetails: needs MetadataURL or MetadataFile
   allowed: MetadataURL, which Cognito reads again every few hours, or MetadataFile, the document itself
   fix: give the URL of the provider's SAML metadata, or its file
   [identity-provider.saml-metadata-required] {_API}""",
        passes=saml(MetadataFile=UNKNOWN),
        silent=provider("SAML", ProviderDetails=UNKNOWN),
    ),
    Case(
        rule="identity-provider.saml-metadata-exclusive",
        fails=saml(MetadataURL="${Token[TOKEN.1]}", MetadataFile=_DOCUMENT),
        says=f"""\
Provider.ProviderDetails.MetadataFile: cannot be given beside MetadataURL
   allowed: one of the two
   fix: keep MetadataURL, since Cognito then follows the provider's new certificates by itself
   [identity-provider.saml-metadata-exclusive] {_API}""",
        passes=saml(MetadataURL={"Ref": "AWS::NoValue"}, MetadataFile=_DOCUMENT),
        silent=saml(
            MetadataURL={"Fn::If": ["A", "https://a.example", {"Ref": "AWS::NoValue"}]}, MetadataFile=_DOCUMENT
        ),
    ),
    Case(
        rule="identity-provider.saml-metadata-port",
        fails=saml(MetadataURL="https://login.example:8443/saml"),
        says=f"""\
Provider.ProviderDetails.MetadataURL: must be on port 443 or 80, got 'https://login.example:8443/saml'
   allowed: https://… on port 443, or http://… on port 80
   fix: publish the metadata on port 443, or give its file
   [identity-provider.saml-metadata-port] {_GUIDE}""",
        passes=saml(MetadataURL="https://login.example:443/saml"),
        silent=saml(MetadataURL=UNKNOWN),
    ),
    Case(
        rule="identity-provider.saml-metadata-https",
        fails=saml(MetadataURL="http://login.example/saml"),
        says=f"""\
Provider.ProviderDetails.MetadataURL: should begin with https://, got 'http://login.example/saml'
   allowed: https://…
   fix: use the URL with https://, or give the metadata's file
   [identity-provider.saml-metadata-https] {_GUIDE}""",
        passes=saml(MetadataURL="https://login.example/saml"),
        silent=saml(MetadataURL=UNKNOWN),
    ),
    Case(
        rule="identity-provider.saml-metadata-document",
        fails=saml(MetadataFile="metadata.xml"),
        says="""\
Provider.ProviderDetails.MetadataFile: is not XML: syntax error: line 1, column 0, got 'metadata.xml'
   allowed: the text of the provider's SAML metadata, an EntityDescriptor
   fix: download the provider's metadata and name that file, as saml(…, metadata_file=…), or give its URL
   [identity-provider.saml-metadata-document] https://github.com/ory/mocksaml/issues/103""",
        passes=saml(MetadataFile=_DOCUMENT),
        silent=saml(MetadataFile=UNKNOWN),
    ),
    Case(
        rule="identity-provider.saml-metadata-doubtful",
        fails=saml(MetadataFile=_DOCUMENT.replace("IDPSSO", "SPSSO")),
        says=f"""\
Provider.ProviderDetails.MetadataFile: is not the metadata of an identity provider: it has no IDPSSODescriptor, got \
{_DOCUMENT.replace("IDPSSO", "SPSSO")!r}
   allowed: an EntityDescriptor with an IDPSSODescriptor, without a DOCTYPE
   fix: download the metadata of the identity provider, not that of the application
   [identity-provider.saml-metadata-doubtful] {_API}""",
        passes=saml(MetadataFile=_DOCUMENT),
        silent=saml(MetadataFile=UNKNOWN),
    ),
    Case(
        rule="identity-provider.saml-signing-algorithm",
        fails=saml(RequestSigningAlgorithm="RSA_SHA256"),
        says=f"""\
Provider.ProviderDetails.RequestSigningAlgorithm: should be rsa-sha256, got 'RSA_SHA256'
   allowed: rsa-sha256, or nothing for requests without a signature
   fix: use rsa-sha256, spelt like this
   [identity-provider.saml-signing-algorithm] {_SIGNING}""",
        passes=saml(RequestSigningAlgorithm="rsa-sha256"),
        silent=saml(RequestSigningAlgorithm=UNKNOWN),
    ),
    Case(
        rule="identity-provider.saml-switch",
        fails=saml(IDPInit=UNKNOWN, EncryptedResponses="yes"),
        says=f"""\
Provider.ProviderDetails.EncryptedResponses: should be true or false, got 'yes'
   fix: write true or false; left out it is false
   [identity-provider.saml-switch] {_SIGNING}""",
        passes=saml(IDPInit=True, IDPSignout="false", EncryptedResponses="true"),
        silent=saml(EncryptedResponses=UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=BY_RULE)
def test_other_kinds_are_left_alone(case: Case) -> None:
    (resource,) = case.fails.values()
    details = resource["Properties"]["ProviderDetails"]
    assert case.messages(provider("Google", ProviderDetails=details)) == []


@pytest.mark.parametrize("name", ["IDPInit", "IDPSignout", "EncryptedResponses"])
def test_every_switch_is_on_or_off(name: str) -> None:
    rule = BY_RULE["identity-provider.saml-switch"]
    (message,) = rule.messages(provider("SAML", details={name: "yes"}))
    assert message.startswith(f"Provider.ProviderDetails.{name}: should be true or false, got 'yes'")
    assert rule.messages(provider("SAML", details={name: "True"})) == []
