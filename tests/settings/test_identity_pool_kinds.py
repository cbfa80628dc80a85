"""The usual roles and providers of identity pools, and the trust of these roles both ways."""

import copy
from typing import Any

import pytest

from constructs_lib.rendering import read_identity_pool, render
from constructs_lib.resources.values import same
from constructs_lib.settings import (
    IdentityPoolSettings,
    IdentityRole,
    RoleAttachment,
    RoleOf,
    UserPoolProvider,
    Verbatim,
    WebIdentityTrust,
    authenticated_role,
    guest_role,
    user_pool_provider,
)
from tests.rendering.strategies import TOKEN_TEXT

ASSUME, TAG = "sts:AssumeRoleWithWebIdentity", "sts:TagSession"


def _settings(role: IdentityRole) -> IdentityPoolSettings:
    attachment = RoleAttachment(roles={"authenticated": RoleOf("users")})
    return IdentityPoolSettings(role_attachment=attachment, roles={"users": role})


def _trust_of(role: IdentityRole, ids: dict[str, str] | None = None) -> Any:
    return render(_settings(role), ids)["IdentityRoleusers"]["Properties"]["AssumeRolePolicyDocument"]


@pytest.mark.parametrize(
    ("role", "amr", "action"),
    [
        (authenticated_role(), "authenticated", ASSUME),
        (authenticated_role(session_tags=True), "authenticated", [ASSUME, TAG]),
        (guest_role(), "unauthenticated", ASSUME),
    ],
)
def test_a_role_trusts_its_identity_pool_for_those_whom_it_is_for(role: IdentityRole, amr: str, action: Any) -> None:
    statement = {
        "Action": action,
        "Condition": {
            "StringEquals": {"cognito-identity.amazonaws.com:aud": {"Ref": "Resource"}},
            "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": amr},
        },
        "Effect": "Allow",
        "Principal": {"Federated": "cognito-identity.amazonaws.com"},
    }
    assert _trust_of(role) == {"Statement": [statement], "Version": "2012-10-17"}


def test_the_trust_follows_an_identity_pool_that_has_another_logical_id() -> None:
    (statement,) = _trust_of(authenticated_role(), {"Resource": "Pool"})["Statement"]
    assert statement["Condition"]["StringEquals"] == {"cognito-identity.amazonaws.com:aud": {"Ref": "Pool"}}


@pytest.mark.parametrize("guests", [False, True])
@pytest.mark.parametrize("session_tags", [False, True])
@pytest.mark.parametrize("ids", [{}, {"Resource": "Pool"}])
def test_the_trust_is_read_back(guests: bool, session_tags: bool, ids: dict[str, str]) -> None:
    settings = _settings(IdentityRole(trust=WebIdentityTrust(guests=guests, session_tags=session_tags)))
    reading = read_identity_pool(render(settings, ids))
    assert (reading.settings, reading.logical_ids, reading.rest) == (settings, ids, {})


def _other_audience(trust: Any) -> None:
    trust["Statement"][0]["Condition"]["StringEquals"]["cognito-identity.amazonaws.com:aud"] = {"Ref": "Resource"}


def _other_users(trust: Any) -> None:
    trust["Statement"][0]["Condition"]["ForAnyValue:StringLike"] = {
        "cognito-identity.amazonaws.com:amr": "graph.facebook.com"
    }


def _more_statements(trust: Any) -> None:
    trust["Statement"].append({"Effect": "Deny"})


def _an_id_of_its_own(trust: Any) -> None:
    trust["Id"] = "own"


def _a_longer_list(trust: Any) -> None:
    trust["Statement"][0]["Action"] = [ASSUME]


@pytest.mark.parametrize("bend", [_other_audience, _other_users, _more_statements, _an_id_of_its_own, _a_longer_list])
def test_any_other_trust_stays_the_document_that_it_is(bend: Any) -> None:
    resources = copy.deepcopy(render(_settings(authenticated_role()), {"Resource": "Pool"}))
    bend(resources["IdentityRoleusers"]["Properties"]["AssumeRolePolicyDocument"])
    reading = read_identity_pool(resources)
    assert reading.settings.roles is not None
    assert isinstance(reading.settings.roles["users"].trust, dict)
    assert same(render(reading.settings, reading.logical_ids) | reading.rest, resources)


def test_any_field_can_be_said_beside_the_kind() -> None:
    assert authenticated_role(role_name="users").role_name == "users"
    assert guest_role(max_session_duration=3600).max_session_duration == 3600


@pytest.mark.parametrize("kind", [authenticated_role, guest_role])
def test_the_trust_is_what_makes_the_kind(kind: Any) -> None:
    with pytest.raises(TypeError):
        kind(trust={"Statement": []})


def test_a_trust_of_a_wrong_type_is_refused() -> None:
    wrong: Any = "yes"
    with pytest.raises(TypeError, match=r"^WebIdentityTrust\.guests: must be True or False, got str 'yes'$"):
        WebIdentityTrust(guests=wrong)
    with pytest.raises(TypeError, match=r"^IdentityRole\.trust: must be an object, .* or WebIdentityTrust, got str"):
        IdentityRole(trust=wrong)


HOST = ["cognito-idp.", {"Ref": "AWS::Region"}, ".", {"Ref": "AWS::URLSuffix"}, "/"]


@pytest.mark.parametrize(
    ("pool_id", "name"),
    [
        ("eu-central-1_AbC", "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbC"),
        ("cn-north-1_AbC", "cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC"),
        (TOKEN_TEXT, Verbatim({"Fn::Join": ["", [*HOST, TOKEN_TEXT]]})),
        (Verbatim({"Ref": "PoolId"}), Verbatim({"Fn::Join": ["", [*HOST, {"Ref": "PoolId"}]]})),
    ],
)
def test_a_user_pool_is_named_by_its_host_and_its_id(pool_id: Any, name: Any) -> None:
    assert user_pool_provider(pool_id, "web") == UserPoolProvider(
        client_id="web", provider_name=name, server_side_token_check=True
    )


def test_the_check_of_tokens_can_be_left_out() -> None:
    assert user_pool_provider("eu-central-1_AbC", "web", server_side_token_check=False).server_side_token_check is False


@pytest.mark.parametrize("wrong", ["eu-central-1", "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbC"])
def test_what_is_no_id_of_a_user_pool_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"^user_pool_provider: must be the id of a user pool, got '"):
        user_pool_provider(wrong, "web")
