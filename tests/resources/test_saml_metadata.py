"""What is wrong with SAML metadata; nothing outside of the document is ever read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructs_lib.resources.saml_metadata import doubtful, unreadable
from tests.rendering.strategies import fast

METADATA = """<?xml version="1.0"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://login.example">
  <md:IDPSSODescriptor/>
</md:EntityDescriptor>"""
DOCTYPE = "has a DOCTYPE, which SAML metadata has not and nobody should trust"


def test_metadata_of_one_provider_or_of_several_is_right() -> None:
    inner = METADATA.partition("\n")[2]
    several = f'<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">{inner}</EntitiesDescriptor>'
    for text in (METADATA, several):
        assert (unreadable(text), doubtful(text)) == (None, None)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "is not XML: no element found: line 1, column 0"),
        ("login.example", "is not XML: syntax error: line 1, column 0"),
        (METADATA[:-5], "is not XML: unclosed token: line 4, column 0"),
        ("<html/>", "is no SAML metadata: its root is no EntityDescriptor"),
        ("<EntityDescriptor/>", "is no SAML metadata: its root is no EntityDescriptor"),
        (
            '<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"/>',
            "is no SAML metadata: its root is no EntityDescriptor",
        ),
    ],
)
def test_what_nobody_can_read(text: str, fault: str) -> None:
    assert (unreadable(text), doubtful(text)) == (fault, None)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (
            METADATA.replace("IDPSSO", "SPSSO"),
            "is not the metadata of an identity provider: it has no IDPSSODescriptor",
        ),
        (METADATA.replace("?>", "?><!DOCTYPE a>"), DOCTYPE),
        ('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>', DOCTYPE),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', DOCTYPE),
    ],
)
def test_what_can_hardly_be_meant(text: str, doubt: str) -> None:
    assert (unreadable(text), doubtful(text)) == (None, doubt)


@fast
@given(st.text() | st.text("<>/&;!?ab\ud800 "))
def test_no_text_is_too_much(text: str) -> None:
    assert unreadable(text) is None or doubtful(text) is None
