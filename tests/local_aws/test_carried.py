"""Template against live, property by property."""

from collections.abc import Mapping
from typing import Any

from local_aws import carried
from local_aws.carried import Compared, compare, contains, results
from local_aws.deployed import Resource
from local_aws.results import DIFFERS, FAILED, RECORDED, WORKS, Result


def pool(**properties: Any) -> Resource:
    return Resource("Shop", "Users", "AWS::Cognito::UserPool", "us-east-1_x", properties)


def one(resource: Resource, live: Mapping[str, Any]) -> Compared:
    [compared] = compare(resource, live)
    return compared


def test_the_same_value_works_and_is_named_by_its_whole_path() -> None:
    live = {"Policies": {"PasswordPolicy": {"MinimumLength": 12, "RequireNumbers": True}}}
    assert one(pool(Policies={"PasswordPolicy": {"MinimumLength": 12}}), live) == Compared(
        "Shop/Users", "Policies.PasswordPolicy.MinimumLength", WORKS
    )


def test_another_value_fails_and_both_are_told() -> None:
    compared = one(pool(MfaConfiguration="ON"), {"MfaConfiguration": "OFF"})
    assert compared == Compared("Shop/Users", "MfaConfiguration", FAILED, "the template says 'ON', live is 'OFF'")


def test_a_property_that_is_not_live_fails() -> None:
    compared = one(pool(DeletionProtection="ACTIVE"), {})
    assert (compared.verdict, compared.note) == (FAILED, "the template says 'ACTIVE', live is None")


def test_a_property_that_the_emulator_forgets_is_told_with_the_reason() -> None:
    compared = one(pool(WebAuthnRelyingPartyID="shop.example"), {})
    assert (compared.verdict, compared.note) == (DIFFERS, "takes it and forgets it, it has no passkeys")


def test_an_entry_about_a_forgotten_property_that_is_live_after_all_fails() -> None:
    compared = one(pool(WebAuthnRelyingPartyID="shop.example"), {"WebAuthnRelyingPartyID": "shop.example"})
    assert compared.verdict == FAILED


def test_text_messages_as_a_factor_have_no_state() -> None:
    compared = one(pool(EnabledMfas=["SOFTWARE_TOKEN_MFA", "SMS_MFA"]), {"EnabledMfas": ["SOFTWARE_TOKEN_MFA"]})
    assert (compared.verdict, compared.note) == (RECORDED, "SMS_MFA: there is no state to read back")


def test_an_authenticator_app_that_is_not_live_fails() -> None:
    assert one(pool(EnabledMfas=["SOFTWARE_TOKEN_MFA"]), {"EnabledMfas": []}).verdict == FAILED


def test_tags_are_one_property_whatever_their_names() -> None:
    assert one(pool(UserPoolTags={"a.b": "c"}), {"UserPoolTags": {"a.b": "c", "other": "d"}}).verdict == WORKS


def test_a_reference_that_is_not_known_from_here_is_one_value_and_fails() -> None:
    compared = one(pool(UserPoolName={"Fn::ImportValue": "name"}), {"UserPoolName": "shop"})
    assert (compared.property, compared.verdict) == ("UserPoolName", FAILED)


def test_numbers_and_booleans_may_be_said_as_text() -> None:
    assert contains({"MaxLength": "100", "Mutable": True}, {"MaxLength": 100, "Mutable": "true"})


def test_lists_of_values_need_no_order_and_allow_no_more() -> None:
    assert contains(["email", "phone_number"], ["phone_number", "email"])
    assert not contains(["email", "phone_number"], ["email"])


def test_lists_of_objects_are_found_among_others() -> None:
    live = [{"Name": "sub", "Required": True}, {"Name": "email", "Required": True, "Mutable": True}]
    assert contains(live, [{"Name": "email", "Required": True}])
    assert not contains(live, [{"Name": "email", "Required": False}])


def test_what_is_the_same_is_counted_and_the_rest_is_told() -> None:
    compared = [Compared("a", "x", WORKS), Compared("a", "y", WORKS), Compared("b", "z", FAILED, "why")]
    name = "live_as_in_the_template"
    assert results(compared) == [
        Result(name, "2 of 3 properties of 2 resources are live exactly as the templates say.", WORKS),
        Result(name, "b z", FAILED, "why"),
    ]


def test_what_a_resource_has_in_common_is_told_once() -> None:
    compared = [Compared("a", "x", RECORDED, "why"), Compared("a", "y", RECORDED, "why"), Compared("b", "x", WORKS)]
    [first, told] = results(compared)
    assert (first.verdict, told.claim, told.note) == (WORKS, "a x, y", "why")


def test_a_recorded_type_is_told_property_by_property_and_never_asked_for() -> None:
    def nobody(service: str) -> Any:
        raise AssertionError(f"{service} was asked")

    branding = Resource("Shop", "Brand", "AWS::Cognito::ManagedLoginBranding", "p|b", {"UserPoolId": "p", "Assets": []})
    assert carried.compared(nobody, [branding]) == [
        Compared("Shop/Brand", "UserPoolId", RECORDED, "no branding is shown"),
        Compared("Shop/Brand", "Assets", RECORDED, "no branding is shown"),
    ]


def test_what_is_live_and_does_nothing_is_recorded_and_what_is_not_live_fails() -> None:
    arns = {"WebACLArn": "arn:wall"}
    in_front = Resource("Shop", "InFront", "AWS::WAFv2::WebACLAssociation", "id", arns)
    assert one(in_front, arns).verdict == RECORDED
    assert one(in_front, {}).verdict == FAILED


def test_one_property_of_a_type_may_do_nothing() -> None:
    said = {"Roles": {"authenticated": "arn:role"}, "RoleMappings": {"a.b": {"Type": "Token"}}}
    roles = Resource("Shop", "Roles", "AWS::Cognito::IdentityPoolRoleAttachment", "id", said)
    assert {each.property: each.verdict for each in compare(roles, said)} == {"Roles": WORKS, "RoleMappings": RECORDED}


def test_how_a_user_is_created_has_no_state() -> None:
    user = Resource("Shop", "Ada", "AWS::Cognito::UserPoolUser", "ada", {"MessageAction": "SUPPRESS"})
    assert one(user, {"Username": "ada"}).verdict == RECORDED


def test_a_type_that_cannot_be_read_is_left_out() -> None:
    assert carried.compared(lambda _: None, [Resource("Shop", "Key", "AWS::KMS::Key", "id", {"Enabled": True})]) == []


def test_nothing_compared_is_a_failure() -> None:
    [result] = results([])
    assert (result.verdict, result.note) == (FAILED, "nothing was compared")
