"""Rules about branding styles of managed login, and about the pages of either version."""

from typing import Any

import pytest

from constructs_lib.resources.model import (
    MANAGED_LOGIN_BRANDING,
    TERMS,
    USER_POOL_UI_CUSTOMIZATION,
    Resources,
    ref,
)
from tests.rules.case import UNKNOWN, Case, client, domain, pool

_API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/"
_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/"
_CLI = "https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/update-managed-login-branding.html"

HOSTED: dict[str, Any] = {"AllowedOAuthFlowsUserPoolClient": True, "AllowedOAuthFlows": ["code"]}


def style(name: str = "Style", *, condition: str | None = None, **properties: Any) -> Resources:
    said = {"UserPoolId": ref("Pool"), "ClientId": ref("Client")} | properties
    resource: dict[str, Any] = {"Type": MANAGED_LOGIN_BRANDING, "Properties": said}
    return {name: resource | ({"Condition": condition} if condition else {})}


def about(kind: str) -> Resources:
    return {"It": {"Type": kind, "Properties": {"UserPoolId": ref("Pool"), "ClientId": ref("Client")}}}


def not_shown(topic: str, kind: str, name: str, version: int, source: str) -> Case:
    return Case(
        rule=f"{topic}.not-shown",
        fails=pool() | about(kind) | domain(ManagedLoginVersion=3 - version),
        says=f"""\
It: is for {name}, which no domain of the pool serves
   allowed: a domain with ManagedLoginVersion {version}
   fix: set ManagedLoginVersion of the domain to {version}, or leave this out
   [{topic}.not-shown] {source}""",
        passes=pool() | about(kind) | domain(ManagedLoginVersion=version),
        silent=pool() | about(kind) | domain(ManagedLoginVersion=UNKNOWN),
    )


CASES = [
    Case(
        rule="branding.settings-with-cognito-values",
        fails=style(Settings={}, UseCognitoProvidedValues="true"),
        says=f"""\
Style.Settings: cannot be given while Style.UseCognitoProvidedValues is true
   allowed: settings, or Style.UseCognitoProvidedValues true, not both
   fix: leave out Style.UseCognitoProvidedValues, or the settings
   [branding.settings-with-cognito-values] {_API}API_CreateManagedLoginBranding.html""",
        passes=style(Settings={}, UseCognitoProvidedValues=False),
        silent=style(Settings={}, UseCognitoProvidedValues=UNKNOWN),
    ),
    Case(
        rule="branding.empty",
        fails=style(),
        says="""\
Style.Settings: must be given, or Style.UseCognitoProvidedValues must
   allowed: settings, an empty object too, or Style.UseCognitoProvidedValues true
   fix: set Style.UseCognitoProvidedValues to true for Cognito's own style, or give settings
   [branding.empty] https://github.com/floci-io/floci/pull/2869""",
        passes=style(Settings={}),
        silent=style(UseCognitoProvidedValues=UNKNOWN),
    ),
    Case(
        rule="branding.assets-with-cognito-values",
        fails=style(Assets=[UNKNOWN], UseCognitoProvidedValues=True),
        says=f"""\
Style.Assets: should be left out while Style.UseCognitoProvidedValues is true
   allowed: images beside settings
   fix: give settings (an empty object will do) instead of Style.UseCognitoProvidedValues
   [branding.assets-with-cognito-values] {_API}API_CreateManagedLoginBranding.html""",
        passes=style(Assets=[], UseCognitoProvidedValues=True),
        silent=style(Assets=UNKNOWN, UseCognitoProvidedValues=True),
    ),
    Case(
        rule="branding.second-style",
        fails=pool() | client() | style() | style("Twin"),
        says=f"""\
Twin.ClientId: has another style already, got {{'Ref': 'Client'}}
   allowed: one style for each app client
   fix: leave one of the two styles out
   [branding.second-style] {_API}API_CreateManagedLoginBranding.html""",
        passes=pool() | client() | style() | style("Twin", ClientId=ref("Web")),
        silent=pool() | client() | style() | style("Twin", ClientId=UNKNOWN),
    ),
    Case(
        rule="branding.too-many",
        fails=pool() | {key: value for number in range(21) for key, value in style(f"S{number:02}").items()},
        says=f"""\
S20: is one style too many for the pool
   allowed: 20 styles
   fix: use one app client for several applications, or make another pool
   [branding.too-many] {_GUIDE}quotas.html""",
        passes=pool() | {key: value for number in range(20) for key, value in style(f"S{number:02}").items()},
        silent=pool()
        | {key: value for number in range(20) for key, value in style(f"S{number:02}").items()}
        | style("S20", UserPoolId=UNKNOWN),
    ),
    Case(
        rule="branding.lite-plan",
        fails=pool(UserPoolTier="LITE") | style(),
        says=f"""\
Style: needs the Essentials plan, and Pool.UserPoolTier is LITE
   allowed: a branding style where Pool.UserPoolTier is ESSENTIALS or PLUS
   fix: set Pool.UserPoolTier to ESSENTIALS, or leave this out
   [branding.lite-plan] {_GUIDE}feature-plans-features-essentials.html""",
        passes=pool(UserPoolTier="ESSENTIALS") | style(),
        silent=pool(UserPoolTier=UNKNOWN) | style(),
    ),
    Case(
        rule="branding.missing-for-app-client",
        fails=pool() | client(**HOSTED) | domain(ManagedLoginVersion=2) | style(ClientId="another"),
        says="""\
Client: has no branding style, and the pool's domain serves managed login
   allowed: a branding style for each app client that signs people in on the hosted pages
   fix: add a branding style for it; UseCognitoProvidedValues true takes Cognito's own
   [branding.missing-for-app-client] https://github.com/minorun365/html-share/issues/3""",
        passes=pool() | client(**HOSTED) | domain(ManagedLoginVersion=2) | style(),
        silent=pool() | client(**HOSTED) | domain(ManagedLoginVersion=2) | style(ClientId=UNKNOWN),
    ),
    not_shown("branding", MANAGED_LOGIN_BRANDING, "managed login", 2, _GUIDE + "managed-login-branding.html"),
    not_shown("terms", TERMS, "managed login", 2, _GUIDE + "cognito-user-pools-managed-login.html"),
    not_shown(
        "ui-customization", USER_POOL_UI_CUSTOMIZATION, "the classic pages", 1, _API + "API_SetUICustomization.html"
    ),
    Case(
        rule="branding.color",
        fails=style(Settings={"components": {"form": {"lightMode": {"borderColor": "#fff", "x": "#fff"}}}}),
        says=f"""\
Style.Settings.components.form.lightMode.borderColor: should be a colour as the branding editor writes it, got '#fff'
   allowed: eight hexadecimal digits without #, the last two for opacity, such as 0a5f38ff
   fix: write red, green, blue and opacity in two digits each, or let managed_login_settings do it
   [branding.color] {_CLI}""",
        passes=style(Settings={"components": {"pageBackground": {"lightMode": {"color": "FFFFFFff"}}}}),
        silent=style(Settings={"components": {"pageBackground": {"lightMode": {"color": UNKNOWN}}}}),
    ),
    Case(
        rule="branding.reserved-setting",
        fails=style(Settings={"categories": {"form": {"languageSelector": {"enabled": True}}}}),
        says=f"""\
Style.Settings.categories.form.languageSelector.enabled: does nothing yet: Cognito keeps it for later, got True
   allowed: False, as exports say it, or nothing
   fix: leave it out
   [branding.reserved-setting] {_API}API_CreateManagedLoginBranding.html""",
        passes=style(
            Settings={"categories": {"form": {"languageSelector": {"enabled": False}, "sessionTimerDisplay": "NONE"}}}
        ),
        silent=style(Settings={"categories": {"form": {"languageSelector": {"enabled": UNKNOWN}}}}),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


def test_styles_of_different_conditions_may_exclude_each_other() -> None:
    template = pool() | client() | style() | style("Twin", condition="Staging")
    assert BY_RULE["branding.second-style"].messages(template) == []


@pytest.mark.parametrize("said", [{}, HOSTED | {"AllowedOAuthFlows": ["client_credentials"]}])
def test_an_app_client_without_hosted_pages_needs_no_style(said: dict[str, Any]) -> None:
    template = pool() | client(**said) | domain(ManagedLoginVersion=2) | style(ClientId="another")
    assert BY_RULE["branding.missing-for-app-client"].messages(template) == []


@pytest.mark.parametrize(("version", "count"), [(2, 1), (1, 0), (None, 0)])
def test_a_style_is_missed_on_managed_login_alone(version: int | None, count: int) -> None:
    said = {} if version is None else {"ManagedLoginVersion": version}
    template = pool() | client(**HOSTED) | domain(**said) | style(ClientId="another")
    assert len(BY_RULE["branding.missing-for-app-client"].messages(template)) == count


def test_where_no_app_client_has_a_style_the_domain_says_so_once() -> None:
    template = pool() | client(**HOSTED) | domain(ManagedLoginVersion=2)
    assert BY_RULE["branding.missing-for-app-client"].messages(template) == []


def test_a_domain_that_says_no_version_serves_the_classic_pages() -> None:
    template = pool() | about(MANAGED_LOGIN_BRANDING) | domain()
    assert len(BY_RULE["branding.not-shown"].messages(template)) == 1
    assert BY_RULE["ui-customization.not-shown"].messages(pool() | about(USER_POOL_UI_CUSTOMIZATION) | domain()) == []


def test_a_style_may_have_its_domain_elsewhere() -> None:
    assert BY_RULE["branding.not-shown"].messages(pool() | about(MANAGED_LOGIN_BRANDING)) == []


@pytest.mark.parametrize(("number", "count"), [(20, 0), (21, 1), (23, 3)])
def test_each_style_after_the_twentieth_is_one_too_many(number: int, count: int) -> None:
    template = pool() | {key: value for each in range(number) for key, value in style(f"S{each:02}").items()}
    assert len(BY_RULE["branding.too-many"].messages(template)) == count


def test_a_style_of_an_app_client_of_this_template_is_no_other_app_clients() -> None:
    template = (
        pool()
        | client(**HOSTED)
        | {"Other": client()["Client"]}
        | domain(ManagedLoginVersion=2)
        | style(ClientId={"Fn::GetAtt": ["Other", "ClientId"]})
    )
    assert len(BY_RULE["branding.missing-for-app-client"].messages(template)) == 1


@pytest.mark.parametrize(
    ("form", "off", "place"),
    [
        ({"instructions": {"enabled": True}}, {"instructions": {"enabled": False}}, "instructions.enabled"),
        ({"sessionTimerDisplay": "TEXT"}, {"sessionTimerDisplay": "NONE"}, "sessionTimerDisplay"),
    ],
)
def test_what_does_nothing_yet_may_be_off(form: dict[str, Any], off: dict[str, Any], place: str) -> None:
    rule = BY_RULE["branding.reserved-setting"]
    (message,) = rule.messages(style(Settings={"categories": {"form": form}}))
    assert message.startswith(f"Style.Settings.categories.form.{place}: does nothing yet")
    assert rule.messages(style(Settings={"categories": {"form": off}})) == []
