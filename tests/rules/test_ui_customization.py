"""Rules about the looks of the classic hosted pages."""

from typing import Any

import pytest

from constructs_lib.resources.model import USER_POOL_UI_CUSTOMIZATION, Resources, ref
from tests.rules.case import UNKNOWN, Case, client, domain, pool

_PAGE = "https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html"
_API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUICustomization.html"
_RESOURCE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-cognito-userpooluicustomizationattachment.html"
)
_ISSUE = "https://github.com/aws/aws-cdk/issues/6953"
_CLASSES = (
    "background-customizable, banner-customizable, errorMessage-customizable, idpButton-customizable, "
    "idpDescription-customizable, inputField-customizable, label-customizable, legalText-customizable, "
    "logo-customizable, passwordCheck-notValid-customizable, passwordCheck-valid-customizable, "
    "redirect-customizable, socialButton-customizable, submitButton-customizable, textDescription-customizable"
)

AFTER = {"DependsOn": ["Domain"]}
CUSTOM: dict[str, Any] = {"Domain": "auth.shop.example", "CustomDomainConfig": {"CertificateArn": UNKNOWN}}


def looks(name: str = "Looks", *, beside: dict[str, Any] | None = None, **properties: Any) -> Resources:
    said = {"UserPoolId": ref("Pool"), "ClientId": "ALL"} | properties
    return {name: {"Type": USER_POOL_UI_CUSTOMIZATION, "Properties": said} | (beside or {})}


CASES = [
    Case(
        rule="ui-customization.no-domain",
        fails=pool() | looks(),
        says=f"""\
Looks: needs a domain of the pool, and there is none here
   allowed: a customization of a pool with a domain
   fix: add a prefix domain or a custom domain to the pool
   [ui-customization.no-domain] {_PAGE}""",
        passes=pool() | looks() | domain(),
        silent=looks(UserPoolId=UNKNOWN),
    ),
    Case(
        rule="ui-customization.made-before-domain",
        fails=pool() | looks(beside={"DependsOn": "Elsewhere"}) | domain(),
        says=f"""\
Looks: does not wait for the pool's domain
   allowed: DependsOn with the domain's logical id
   fix: say DependsOn; settings do so by themselves unless extra_attributes says otherwise
   [ui-customization.made-before-domain] {_ISSUE}""",
        passes=pool() | looks(beside=AFTER) | domain(),
        silent=looks(UserPoolId=UNKNOWN) | domain(),
    ),
    Case(
        rule="ui-customization.domain-not-active",
        fails=pool() | looks() | domain(**CUSTOM),
        says=f"""\
Looks: may be refused until the custom domain is active
   allowed: a customization of a pool with a prefix domain, or with a domain that is active already
   fix: add the customization in a later deployment than the domain
   [ui-customization.domain-not-active] {_ISSUE}""",
        passes=pool() | looks() | domain(**CUSTOM) | {"Prefix": domain(Domain="shop")["Domain"]},
        silent=pool() | looks() | domain(CustomDomainConfig=UNKNOWN),
    ),
    Case(
        rule="ui-customization.second",
        fails=pool() | looks() | looks("Twin"),
        says=f"""\
Twin.ClientId: has another customization already, got 'ALL'
   allowed: one customization for each app client, and one for ALL
   fix: put both style sheets into one
   [ui-customization.second] {_RESOURCE}""",
        passes=pool() | looks() | looks("Twin", ClientId=ref("Client")),
        silent=pool() | looks() | looks("Twin", ClientId=UNKNOWN),
    ),
    Case(
        rule="ui-customization.css-class",
        fails=looks(CSS=".banner-customizable { color: red } .banner { margin: 0 } .banner { padding: 0 }"),
        says=f"""\
Looks.CSS: must not style banner, got '.banner'
   allowed: classes {_CLASSES}
   fix: use one of Cognito's classes, or leave the block out
   [ui-customization.css-class] {_PAGE}""",
        passes=looks(
            CSS="/* body { } */ .submitButton-customizable:hover, .inputField-customizable:focus { color: #0a5 }"
        ),
        silent=looks(CSS=UNKNOWN),
    ),
    Case(
        rule="ui-customization.css-selector",
        fails=looks(CSS=".banner-customizable { color: red } body { margin: 0 } body { padding: 0 }"),
        says=f"""\
Looks.CSS: styles what has none of Cognito's classes, and may be refused, got 'body'
   allowed: classes {_CLASSES}
   fix: use one of Cognito's classes, or leave the block out
   [ui-customization.css-selector] {_PAGE}""",
        passes=looks(CSS="body .banner-customizable { color: red }"),
        silent=looks(CSS=UNKNOWN),
    ),
    Case(
        rule="ui-customization.css-at-rule",
        fails=looks(CSS="@media (max-width: 9em) { .banner-customizable { color: red } } @MEDIA print { }"),
        says=f"""\
Looks.CSS: must not have @media in it, got '@media'
   allowed: blocks of Cognito's classes
   fix: write the blocks without it
   [ui-customization.css-at-rule] {_PAGE}""",
        passes=looks(CSS="/* @media */ .banner-customizable { color: red }"),
        silent=looks(CSS=UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    "beside",
    [
        {"DependsOn": "Domain"},
        {"DependsOn": ["Client"]},
        {"Properties": {"UserPoolId": ref("Pool"), "CSS": {"Fn::Sub": "/* ${Domain} */"}}},
        {"Properties": {"UserPoolId": ref("Pool"), "CSS": {"Fn::Sub": ["${a}", {"a": {"Fn::GetAtt": "Domain.x"}}]}}},
    ],
)
def test_a_customization_waits_for_whatever_it_needs(beside: dict[str, Any]) -> None:
    waiting = {"Client": client(ClientName=ref("Domain"))["Client"]}
    assert (
        BY_RULE["ui-customization.made-before-domain"].messages(pool() | domain() | waiting | looks(beside=beside))
        == []
    )


def test_resources_that_wait_for_each_other_are_followed_once() -> None:
    circle = looks(beside={"DependsOn": ["A"]}) | {
        "A": {"Type": "X", "DependsOn": ["B"]},
        "B": {"Type": "X", "DependsOn": "A"},
    }
    assert len(BY_RULE["ui-customization.made-before-domain"].messages(pool() | domain() | circle)) == 1


@pytest.mark.parametrize(
    ("css", "named"),
    [
        (".logo { width: 1px }", ["logo"]),
        (".label-customizable, .x { color: red }", ["x"]),
        (".label-customizable{color:red}#a{color:red}", []),
        (".label-customizable { color: red }", []),
        ("@import 'x.css'; .label-customizable { color: red }", []),
        ("@page { margin: 0 }", []),
        ("color: red", []),
        ("", []),
    ],
)
def test_each_selector_is_held_against_the_classes(css: str, named: list[str]) -> None:
    messages = BY_RULE["ui-customization.css-class"].messages(looks(CSS=css))
    assert [message.partition("must not style ")[2].partition(",")[0] for message in messages] == named


@pytest.mark.parametrize(
    ("css", "named"),
    [
        ("/* .logo */ .x/* a */.y { color: red }", ["x"]),
        (".a, .b { color: red } .a { color: blue }", ["a", "b"]),
        ("@media print { .a { color: red } }", ["a"]),
        ("a { color: red } .c { color: red }", ["c"]),
    ],
)
def test_comments_and_repetitions_say_nothing(css: str, named: list[str]) -> None:
    messages = BY_RULE["ui-customization.css-class"].messages(looks(CSS=css))
    assert [message.partition("must not style ")[2].partition(",")[0] for message in messages] == named


@pytest.mark.parametrize(
    ("css", "selectors"),
    [
        ("/* red */ a { color: red }", ["a"]),
        ("/* a, b */ { color: red }", []),
        ("a, b { color: red }", ["a", "b"]),
        ("@media print { color: red }", []),
        ("a@ { color: red }", ["a@"]),
        (None, []),
    ],
)
def test_a_selector_without_a_class_is_shown_as_it_is(css: str | None, selectors: list[str]) -> None:
    said: dict[str, Any] = {} if css is None else {"CSS": css}
    messages = BY_RULE["ui-customization.css-selector"].messages(looks(**said))
    assert [message.partition("got '")[2].partition("'")[0] for message in messages] == selectors


def test_an_at_rule_in_a_comment_is_none() -> None:
    rule = BY_RULE["ui-customization.css-at-rule"]
    assert rule.messages(looks(CSS="/* @media */ .label-customizable { color: red }")) == []
    (message,) = rule.messages(looks(CSS="/* a */@MEDIA print { }"))
    assert message.startswith("Looks.CSS: must not have @media in it")
