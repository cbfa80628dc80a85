"""The profile of identity pools fills what is unsaid, and nothing else; what it renders is pinned in tests/cdk."""

from typing import Any

import pytest

from constructs_lib import (
    OMIT,
    IdentityPoolSettings,
    IdentityRole,
    PrincipalTags,
    RoleAttachment,
    RoleOf,
    UserPoolProvider,
    Verbatim,
    authenticated_role,
    check,
    guest_role,
    profiles,
)

PROVIDER = UserPoolProvider(
    client_id="web", provider_name="cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI"
)
ROLE = "arn:aws:iam::111122223333:role/users"
USERS = RoleAttachment(roles={"authenticated": RoleOf("authenticated")})
make = profiles.identity_pool


def test_nothing_said_is_safe() -> None:
    assert make() == IdentityPoolSettings(
        allow_unauthenticated_identities=False,
        allow_classic_flow=False,
        roles={"authenticated": authenticated_role()},
        role_attachment=USERS,
    )


def test_with_a_user_pool_no_rule_has_anything_to_say() -> None:
    assert check(make(user_pools=[PROVIDER])) == []


def test_tokens_are_checked_unless_said_otherwise() -> None:
    unchecked = UserPoolProvider(client_id="a", provider_name="b", server_side_token_check=False)
    unknown = Verbatim({"Fn::If": ["Production", {}, {}]})
    settings = make(user_pools=[PROVIDER, unchecked, unknown])
    assert isinstance(settings.user_pools, tuple)
    assert [getattr(pool, "server_side_token_check", None) for pool in settings.user_pools] == [True, False, None]


def test_guests_who_are_let_in_have_a_role() -> None:
    settings = make(allow_unauthenticated_identities=True)
    assert settings.roles == {"authenticated": authenticated_role(), "unauthenticated": guest_role()}
    assert settings.role_attachment == RoleAttachment(
        roles={"authenticated": RoleOf("authenticated"), "unauthenticated": RoleOf("unauthenticated")}
    )


def test_tags_need_a_role_whose_sessions_may_have_them() -> None:
    tags = {"web": PrincipalTags("cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a", tags={"team": "sub"})}
    assert make(principal_tags=tags).roles == {"authenticated": authenticated_role(session_tags=True)}


@pytest.mark.parametrize(
    ("said", "roles", "attachment"),
    [
        ({"roles": {"authenticated": IdentityRole()}}, {"authenticated": IdentityRole()}, USERS),
        ({"roles": {"staff": IdentityRole()}}, {"staff": IdentityRole()}, None),
        (
            {"role_attachment": RoleAttachment(roles={"authenticated": ROLE})},
            None,
            RoleAttachment(roles={"authenticated": ROLE}),
        ),
        (
            {"role_attachment": RoleAttachment(role_mappings={})},
            {"authenticated": authenticated_role()},
            RoleAttachment(role_mappings={}, roles={"authenticated": RoleOf("authenticated")}),
        ),
        ({"role_attachment": OMIT}, None, OMIT),
    ],
)
def test_what_is_said_of_roles_stays(said: dict[str, Any], roles: Any, attachment: Any) -> None:
    settings = make(**said)
    assert settings.roles == roles
    assert settings.role_attachment == attachment
    assert make.fill(settings) == settings


def test_every_opinion_has_a_reason_and_is_said_once() -> None:
    assert all(opinion.why for opinion in make.opinions)
    assert len({opinion.path for opinion in make.opinions}) == len(make.opinions)
