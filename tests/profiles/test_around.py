"""Opinions about what others make: styles for app clients, attributes they may see, logs, keys, answers to risk."""

from collections.abc import Callable
from typing import Any

import pytest

from constructs_lib import (
    OMIT,
    AppClient,
    Attribute,
    ClientIdOf,
    CustomDomain,
    EncryptionKey,
    ExistingUserPool,
    KmsKeyOf,
    LogDelivery,
    LogGroup,
    LogGroupOf,
    ManagedLoginBranding,
    PrefixDomain,
    ProviderOf,
    UserPoolSettings,
    Verbatim,
    WebAclArn,
    WebAclAssociation,
    google,
    log_bucket,
    log_stream,
    machine_to_machine,
    message_errors,
    profiles,
    rate_limited_web_acl,
    ses_email,
    single_page_app,
    standard_attribute,
    string_attribute,
)
from constructs_lib.declarations.fields import fields_of
from constructs_lib.settings import LogBucketPolicy, LogStreamRole

WEB = single_page_app(callback_urls=["https://shop.example/in"])
GOOGLE = google(
    client_id="1", client_secret="{{resolve:secretsmanager:g}}", attribute_mapping={"username": "sub", "name": "name"}
)


def _client(settings: Any, key: str = "web") -> AppClient:
    client: AppClient = settings.app_clients[key]
    return client


def test_every_app_client_with_hosted_pages_gets_a_style() -> None:
    settings = profiles.standard(prefix_domain=PrefixDomain("shop"), app_clients={"web": WEB, "api": AppClient()})
    style = ManagedLoginBranding(client_id=ClientIdOf("web"), use_cognito_provided_values=True)
    assert settings.managed_login_branding == {"web": style}


def test_a_style_of_your_own_belongs_to_the_app_client_of_its_key() -> None:
    settings = profiles.standard(
        prefix_domain=PrefixDomain("shop"),
        app_clients={"web": WEB, "shop": WEB},
        managed_login_branding={"web": ManagedLoginBranding(settings={})},
    )
    styles = settings.managed_login_branding or {}
    assert styles["web"] == ManagedLoginBranding(client_id=ClientIdOf("web"), settings={})
    assert styles["shop"].use_cognito_provided_values is True


def test_a_style_under_another_key_counts_too() -> None:
    mine = ManagedLoginBranding(client_id=ClientIdOf("web"), settings={})
    settings = profiles.standard(
        prefix_domain=PrefixDomain("shop"), app_clients={"web": WEB}, managed_login_branding={"blue": mine}
    )
    assert settings.managed_login_branding == {"blue": mine}


@pytest.mark.parametrize(
    "said",
    [
        {"prefix_domain": PrefixDomain("shop", managed_login_version=1)},
        {"prefix_domain": PrefixDomain("shop"), "feature_plan": "LITE"},
        {},
    ],
    ids=["classic pages", "the Lite plan", "no pages"],
)
def test_there_are_no_styles_without_managed_login(said: Any) -> None:
    assert profiles.standard(app_clients={"web": WEB}, **said).managed_login_branding is None


def test_either_domain_shows_managed_login() -> None:
    settings = profiles.standard(custom_domain=CustomDomain("auth.shop.example"), app_clients={"web": WEB})
    assert set(settings.managed_login_branding or {}) == {"web"}


def test_applications_see_what_the_pool_speaks_of_and_write_what_they_must() -> None:
    client = _client(
        profiles.standard(
            attributes=[
                standard_attribute("given_name", required=True),
                standard_attribute("email", required=True),
                string_attribute("role"),
                Attribute("secret", data_type="String", developer_only=True),
            ],
            identity_providers={"google": GOOGLE},
            app_clients={"web": WEB},
        )
    )
    assert client.read_attributes == ("custom:role", "email", "email_verified", "given_name", "name")
    assert client.write_attributes == ("email", "given_name", "name")


def test_what_is_verified_is_never_written() -> None:
    told = google(client_id="1", client_secret="{{resolve:x}}", attribute_mapping={"email_verified": "email_verified"})
    client = _client(profiles.standard(identity_providers={"google": told}, app_clients={"web": WEB}))
    assert client.write_attributes == ("email",)


@pytest.mark.parametrize(
    "settings",
    [
        profiles.standard(attributes=Verbatim({"Ref": "Schema"}), app_clients={"web": WEB}),
        profiles.standard(attributes=[Verbatim({"Ref": "Attribute"})], app_clients={"web": WEB}),
        profiles.machine_to_machine(app_clients={"web": machine_to_machine(scopes=["orders/read"])}),
        profiles.standard.fill(ExistingUserPool(user_pool_id="eu-central-1_AbC", app_clients={"web": WEB})),
    ],
    ids=["unknown attributes", "an unknown attribute", "a machine", "a pool of elsewhere"],
)
def test_where_attributes_are_not_known_nothing_is_said_of_them(settings: Any) -> None:
    client = _client(settings)
    assert (client.read_attributes, client.write_attributes) == (None, None)


def test_everything_may_be_seen_if_you_say_so() -> None:
    web = single_page_app(callback_urls=["https://shop.example/in"], read_attributes=OMIT, write_attributes=OMIT)
    client = _client(profiles.standard(app_clients={"web": web}))
    assert (client.read_attributes, client.write_attributes) == (OMIT, OMIT)


def test_employees_sign_in_with_the_companys_provider_alone() -> None:
    client = _client(profiles.workforce(identity_providers={"google": GOOGLE}, app_clients={"web": WEB}))
    assert client.supported_identity_providers == (ProviderOf("google"),)
    assert client.auth_flows == ("ALLOW_REFRESH_TOKEN_AUTH",)
    assert _client(profiles.workforce(app_clients={"web": WEB})).supported_identity_providers == ("COGNITO",)


def test_customers_without_plus_have_no_answers_to_risk_and_one_log() -> None:
    settings = profiles.consumer(feature_plan="ESSENTIALS")
    assert settings.risk_configurations is None
    assert set(settings.log_groups or {}) == {"messages"}
    assert settings.log_delivery == LogDelivery(configurations=[message_errors(LogGroupOf("messages"))])
    assert set(profiles.consumer().log_groups or {}) == {"messages", "activity"}


def test_users_are_mailed_about_risks_by_who_sends_the_pools_mails() -> None:
    email = ses_email(from_address="no-reply@shop.example", identity="shop.example")
    risk = (profiles.consumer(email=email).risk_configurations or {})["pool"].account_takeover_risk
    assert risk.notifications.from_address == "no-reply@shop.example"  # type: ignore[union-attr]
    silent = (profiles.consumer().risk_configurations or {})["pool"].account_takeover_risk
    assert silent.notifications is None  # type: ignore[union-attr]


def test_a_key_of_your_own_takes_the_place_of_the_one_that_is_made() -> None:
    mine = EncryptionKey(key_type="CUSTOMER_MANAGED_KEY", kms_key_arn="arn:aws:kms:eu-central-1:111122223333:key/1")
    settings = profiles.high_security(encryption_key=mine)
    assert (settings.encryption_key, settings.kms_keys) == (mine, None)
    made = profiles.high_security()
    assert made.encryption_key == EncryptionKey(key_type="CUSTOMER_MANAGED_KEY", kms_key_arn=KmsKeyOf("pool"))


@pytest.mark.parametrize(("disposable", "policy"), [(True, "Delete"), (None, "Retain")])
def test_what_a_pool_needs_to_live_is_kept_as_long_as_the_pool(disposable: bool | None, policy: str) -> None:
    settings = profiles.high_security(disposable=disposable)
    kept = [*(settings.kms_keys or {}).values(), *(settings.log_groups or {}).values()]
    assert len(kept) == 4
    assert {(part.deletion_policy, part.update_replace_policy) for part in kept} == {(policy, policy)}


def test_a_log_group_that_says_how_long_it_stays_stays_so_long() -> None:
    settings = profiles.standard(log_groups={"notes": LogGroup(deletion_policy="Delete")})
    assert (settings.log_groups or {})["notes"].deletion_policy == "Delete"


def test_a_web_acl_that_is_made_stands_before_the_pool() -> None:
    association = WebAclAssociation(WebAclArn())
    assert profiles.standard(web_acl=rate_limited_web_acl()).web_acl_association == association
    assert profiles.standard().web_acl_association is None
    yours = WebAclAssociation("arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/yours/1")
    assert profiles.consumer(web_acl_association=yours).web_acl is None


def test_buckets_and_streams_get_what_they_need() -> None:
    settings = profiles.standard(
        log_buckets={"activity": log_bucket(), "mine": log_bucket()},
        log_streams={"activity": log_stream("activity")},
        log_bucket_policies={"mine": LogBucketPolicy(deletion_policy="Retain")},
    )
    assert settings.log_bucket_policies == {
        "activity": LogBucketPolicy(),
        "mine": LogBucketPolicy(deletion_policy="Retain"),
    }
    assert settings.log_stream_roles == {"activity": LogStreamRole()}


def test_an_existing_pool_is_filled_around_and_not_itself() -> None:
    more = profiles.standard.fill(ExistingUserPool(user_pool_id="eu-central-1_AbC", app_clients={"web": WEB}))
    assert _client(more).prevent_user_existence_errors is True
    assert more.written() == {"UserPoolId": "eu-central-1_AbC"}


def test_passkeys_belong_to_the_pools_own_domain() -> None:
    settings = profiles.passwordless(custom_domain=CustomDomain("auth.shop.example"))
    assert settings.passkey_relying_party_id == "auth.shop.example"
    unknown = profiles.passwordless(custom_domain=CustomDomain(Verbatim({"Ref": "Domain"})))
    assert unknown.passkey_relying_party_id is None


def test_a_web_acl_before_a_developers_machine_lets_it_redirect() -> None:
    web = single_page_app(callback_urls=["http://localhost:3000/in"])
    assert profiles.consumer(app_clients={"web": web}).web_acl == rate_limited_web_acl(localhost=True)
    assert profiles.consumer(app_clients={"web": WEB}).web_acl == rate_limited_web_acl()
    assert isinstance(profiles.consumer(web_acl=OMIT), UserPoolSettings)


@pytest.mark.parametrize("name", sorted(field.name for field in fields_of(UserPoolSettings)))
@pytest.mark.parametrize("profile", profiles.USER_POOL_PROFILES, ids=lambda profile: profile.name)
def test_anything_can_be_left_out_on_purpose(profile: Callable[..., UserPoolSettings], name: str) -> None:
    assert getattr(profile(**{name: OMIT}), name) is OMIT
