"""The company's SAML provider, as far as the demonstration needs it: its page, which posts an assertion back.

It signs nothing: the emulator looks at no signature, and the probe says so.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Mapping
from urllib.parse import parse_qs, urlencode
from xml.etree import ElementTree

import urllib3

from local_aws.hosted_page import Visit

_ASSERTION = "{urn:oasis:names:tc:SAML:2.0:assertion}"
_PROTOCOL = "{urn:oasis:names:tc:SAML:2.0:protocol}"


def sent_to_provider(visit: Visit, provider: str) -> tuple[str, Mapping[str, str]]:
    """Choose a provider on the pool's page, and give the page that the browser is sent to and what it asks there."""
    answer = visit.open(identity_provider=provider)
    assert answer.status == 302, f"no redirect to the provider: {answer.status} {answer.data.decode()[:300]}"
    page, _, query = answer.headers["Location"].partition("?")
    return page, {name: value for name, [value] in parse_qs(query).items()}


def saml_request(asked: Mapping[str, str]) -> ElementTree.Element:
    """Unpack what the pool asks of the provider."""
    return ElementTree.fromstring(zlib.decompress(base64.b64decode(asked["SAMLRequest"]), wbits=-15))


def vouch(
    visit: Visit, asked: Mapping[str, str], name_id: str, attributes: Mapping[str, str]
) -> urllib3.BaseHTTPResponse:
    """Post the assertion that this is somebody whom the provider knows, as the provider's page has the browser do."""
    response = ElementTree.Element(f"{_PROTOCOL}Response", Version="2.0")
    assertion = ElementTree.SubElement(response, f"{_ASSERTION}Assertion", Version="2.0")
    subject = ElementTree.SubElement(assertion, f"{_ASSERTION}Subject")
    ElementTree.SubElement(subject, f"{_ASSERTION}NameID").text = name_id
    statement = ElementTree.SubElement(assertion, f"{_ASSERTION}AttributeStatement")
    for name, value in attributes.items():
        attribute = ElementTree.SubElement(statement, f"{_ASSERTION}Attribute", Name=name)
        ElementTree.SubElement(attribute, f"{_ASSERTION}AttributeValue").text = value
    form = {
        "SAMLResponse": base64.b64encode(ElementTree.tostring(response)).decode(),
        "RelayState": asked["RelayState"],
    }
    world = visit.client.world
    return world.http.request(
        "POST",
        f"{world.aws.endpoint}/saml2/idpresponse",
        body=urlencode(form),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        redirect=False,
    )
