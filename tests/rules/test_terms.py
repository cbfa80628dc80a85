"""Rules about links to the terms of use and the privacy policy."""

from typing import Any

from constructs_lib.resources.model import TERMS, Resources, ref
from tests.rules.case import UNKNOWN, Case, client, pool

_API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateTerms.html"
_CLOUDFORMATION = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-terms.html"
)

DEFAULT = {"cognito:default": "https://shop.example/terms"}


def terms(name: str = "Terms", document: Any = "terms-of-use", **properties: Any) -> Resources:
    said = {"UserPoolId": ref("Pool"), "ClientId": ref("Client"), "TermsName": document} | properties
    return {name: {"Type": TERMS, "Properties": said}}


def policy(**properties: Any) -> Resources:
    return terms("Policy", "privacy-policy", **properties)


def many(count: int, **properties: Any) -> Resources:
    return {key: value for number in range(count) for key, value in terms(f"T{number:02}", **properties).items()}


CASES = [
    Case(
        rule="terms.second-of-its-kind",
        fails=pool() | client() | terms() | terms("Twin"),
        says=f"""\
Twin.TermsName: is there for this app client already, got 'terms-of-use'
   allowed: each document once for an app client
   fix: put the links of both into one
   [terms.second-of-its-kind] {_API}""",
        passes=pool() | client() | terms() | policy() | terms("Twin", ClientId="another"),
        silent=pool() | client() | terms() | terms("Twin", UNKNOWN) | terms("Web", ClientId=UNKNOWN),
    ),
    Case(
        rule="terms.other-document-missing",
        fails=pool() | client() | terms(),
        says=f"""\
Terms.TermsName: is not shown without privacy-policy, which is not there for this app client, got 'terms-of-use'
   allowed: both documents for an app client
   fix: add privacy-policy for the same app client
   [terms.other-document-missing] {_API}""",
        passes=pool() | client() | terms() | policy(),
        silent=pool() | client() | terms() | policy(ClientId=UNKNOWN),
    ),
    Case(
        rule="terms.no-links",
        fails=terms(Links={}),
        says=f"""\
Terms.Links: must have a link in it, got {{}}
   allowed: a URL for cognito:default, and more for languages of their own
   fix: give a URL for cognito:default
   [terms.no-links] {_API}""",
        passes=terms(Links=DEFAULT),
        silent=terms(Links=UNKNOWN),
    ),
    Case(
        rule="terms.no-default-link",
        fails=terms(Links={"cognito:german": UNKNOWN}),
        says=f"""\
Terms.Links: has no link for cognito:default, got {{'cognito:german': {{'Ref': 'Parameter'}}}}
   allowed: a URL for cognito:default, and more for languages of their own
   fix: give a URL for cognito:default
   [terms.no-default-link] {_API}""",
        passes=terms(Links={"cognito:default": UNKNOWN}),
        silent=terms(Links={"cognito:german": "https://shop.example/agb", "${Token[TOKEN.1]}": "x"}),
    ),
    Case(
        rule="terms.dutch",
        fails=terms(Links=DEFAULT | {"cognito:dutch": "https://shop.example/nl"}),
        says=f"""\
Terms.Links.cognito:dutch: may be refused by CloudFormation, got 'https://shop.example/nl'
   allowed: the languages of CloudFormation's own list
   fix: leave it out where CloudFormation refuses it; cognito:default stands in
   [terms.dutch] {_CLOUDFORMATION}""",
        passes=terms(Links=DEFAULT | {"cognito:german": "https://shop.example/agb"}),
        silent=terms(Links=UNKNOWN),
    ),
    Case(
        rule="terms.not-a-url",
        fails=terms(Links=DEFAULT | {"cognito:german": "/agb"}),
        says=f"""\
Terms.Links.cognito:german: should be the URL of a page, got '/agb'
   allowed: https:// and the rest of the URL
   fix: give the whole URL, with https:// in front
   [terms.not-a-url] {_API}""",
        passes=terms(Links=DEFAULT),
        silent=terms(Links={"cognito:default": UNKNOWN}),
    ),
    Case(
        rule="terms.too-many",
        fails=pool() | many(41),
        says="""\
T40: is one document too many for the pool
   allowed: 40 documents
   fix: use one app client for several applications, or make another pool
   [terms.too-many] https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html""",
        passes=pool() | many(40),
        silent=pool() | many(40) | terms("T40", UserPoolId=UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


def test_each_app_client_needs_both_documents_for_itself() -> None:
    template = pool() | client() | {"Web": client()["Client"]} | terms() | policy(ClientId=ref("Web"))
    messages = BY_RULE["terms.other-document-missing"].messages(template)
    assert [message.partition(":")[0] for message in messages] == ["Policy.TermsName", "Terms.TermsName"]


def test_a_document_of_another_kind_is_left_to_its_limit() -> None:
    template = pool() | client() | terms(document="cookies")
    assert BY_RULE["terms.other-document-missing"].messages(template) == []
