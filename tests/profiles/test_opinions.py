"""Profiles fill what is unsaid, and nothing else."""

from datetime import timedelta
from typing import Any

import pytest

from constructs_lib import (
    OMIT,
    AppClient,
    CustomDomain,
    EndUserMessaging,
    Group,
    PasswordPolicy,
    PrefixDomain,
    Sms,
    SmsRole,
    Terms,
    User,
    UserPoolSettings,
    Verbatim,
    profiles,
    rate_limited_web_acl,
    single_page_app,
)
from constructs_lib.profiles import Opinion, Profile
from constructs_lib.profiles.opinion import KEY

EVERYTHING: dict[str, Any] = {
    "app_clients": {"web": single_page_app(callback_urls=["https://shop.example/in"])},
    "groups": {"admins": Group()},
    "prefix_domain": PrefixDomain("shop"),
    "custom_domain": CustomDomain("auth.shop.example"),
    "sms": Sms(end_user_messaging=EndUserMessaging()),
    "terms": {"terms": Terms("terms-of-use", links={"cognito:default": "https://shop.example/terms"})},
    "users": {"anna": User("anna@shop.example")},
    "web_acl": rate_limited_web_acl(),
}
PROFILES = profiles.USER_POOL_PROFILES


def _look(settings: Any, path: str) -> Any:
    for step in path.split("."):
        settings = next(iter(settings.values())) if step == "*" else getattr(settings, step)
    return settings


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_every_opinion_has_a_reason_and_is_said_once(profile: Profile[..., Any]) -> None:
    assert all(opinion.why for opinion in profile.opinions)
    assert len({opinion.path for opinion in profile.opinions}) == len(profile.opinions)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_filling_twice_changes_nothing(profile: Profile[..., Any]) -> None:
    filled = profile(**EVERYTHING)
    assert profile.fill(filled) == filled


def _plain(profile: Profile[..., Any]) -> list[Opinion]:
    return [opinion for opinion in profile.opinions if not callable(opinion.value) and opinion.value is not KEY]


_WITHOUT_ROTATION = (profiles.workforce, profiles.machine_to_machine)  # their one flow excludes it


@pytest.mark.parametrize(
    ("profile", "opinion"),
    [
        (profile, opinion)
        for profile in PROFILES
        for opinion in _plain(profile)
        if "rotation" not in opinion.path or profile not in _WITHOUT_ROTATION
    ],
)
def test_each_opinion_is_followed(profile: Profile[..., Any], opinion: Opinion) -> None:
    unless = {field for field in opinion.unless.split() if "." not in field}
    said = {name: value for name, value in EVERYTHING.items() if name not in unless | {opinion.path}}
    if opinion.path.startswith("sms.sns"):
        said["sms"] = Sms()
    assert _look(profile(**said), opinion.path) == opinion.value


def test_what_is_said_stays() -> None:
    settings = profiles.standard(mfa="OPTIONAL", password_policy=PasswordPolicy(min_length=20))
    assert settings.mfa == "OPTIONAL"
    assert isinstance(settings.password_policy, PasswordPolicy)
    assert settings.password_policy.min_length == 20
    assert settings.password_policy.password_history_size == 24


def test_what_is_left_out_on_purpose_stays_out() -> None:
    settings = profiles.standard(username_attributes=OMIT, password_policy=OMIT)
    assert settings.username_attributes is OMIT
    properties = settings.resource()["Properties"]
    assert "UsernameAttributes" not in properties
    assert "Policies" not in properties


def test_what_is_known_only_at_deploy_stays() -> None:
    unknown = Verbatim({"Ref": "Parameter"})
    settings = profiles.standard(mfa=unknown, password_policy=unknown)
    assert (settings.mfa, settings.password_policy) == (unknown, unknown)


def test_aliases_leave_no_room_for_username_attributes() -> None:
    assert profiles.standard(alias_attributes=["email"]).username_attributes is None


@pytest.mark.parametrize(
    ("said", "verified", "recovery"),
    [
        ({}, ("email",), ("verified_email",)),
        ({"username_attributes": ["phone_number"]}, ("phone_number",), ("verified_phone_number",)),
        ({"alias_attributes": ["preferred_username"]}, ("email",), ("verified_email",)),
        ({"alias_attributes": ["phone_number", "email"]}, ("email", "phone_number"), ("verified_email",)),
        ({"auto_verified_attributes": OMIT}, OMIT, ("admin_only",)),
    ],
)
def test_addresses_that_people_sign_in_with_are_verified(said: Any, verified: Any, recovery: Any) -> None:
    settings = profiles.standard(**said)
    assert settings.auto_verified_attributes == verified
    assert settings.keep_original == (None if verified is OMIT else verified)
    assert settings.account_recovery == recovery


def test_no_factors_where_there_is_no_second_one() -> None:
    assert profiles.standard(mfa="OFF").mfa_factors is None


def test_text_messages_get_a_role() -> None:
    assert profiles.standard(sms=Sms()).sms_role == SmsRole()
    assert profiles.standard().sms_role is None


@pytest.mark.parametrize(
    "sms",
    [
        Sms(caller_arn="arn:aws:iam::111122223333:role/sms"),
        Sms(end_user_messaging=EndUserMessaging(caller_arn="arn:aws:iam::111122223333:role/sms")),
    ],
)
def test_text_messages_that_have_a_role_get_no_other(sms: Sms) -> None:
    assert profiles.standard(sms=sms).sms_role is None


def test_names_are_the_users_keys() -> None:
    settings = profiles.standard(**EVERYTHING)
    assert settings.groups is not None
    assert settings.app_clients is not None
    assert (settings.groups["admins"].name, settings.app_clients["web"].name) == ("admins", "web")


def test_a_client_with_the_refresh_flow_does_not_rotate() -> None:
    client = AppClient(auth_flows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"])
    settings = profiles.standard(app_clients={"web": client})
    assert settings.app_clients is not None
    assert settings.app_clients["web"].refresh_token_rotation is None


def test_a_client_without_hosted_pages_gets_no_scopes() -> None:
    settings = profiles.standard(app_clients={"web": AppClient(access_token_validity=timedelta(minutes=5))})
    assert settings.app_clients is not None
    assert settings.app_clients["web"].oauth_scopes is None
    assert settings.app_clients["web"].access_token_validity == timedelta(minutes=5)


def test_consumers_without_plus_get_no_threat_protection() -> None:
    settings = profiles.consumer(feature_plan="ESSENTIALS")
    assert settings.standard_threat_protection_mode is None
    assert profiles.consumer().standard_threat_protection_mode == "ENFORCED"


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_a_disposable_pool_is_disposable_in_every_way(profile: Profile[..., Any]) -> None:
    settings = profile(disposable=True)
    kept = (settings.deletion_policy, settings.update_replace_policy, settings.deletion_protection)
    assert kept == ("Delete", "Delete", False)


def test_a_disposable_pool_cannot_be_protected_too() -> None:
    with pytest.raises(ValueError, match=r"^UserPoolSettings\.deletion_protection: disposable=True says False"):
        UserPoolSettings(disposable=True, deletion_protection=True)
