"""Rules about claims that become tags of the session."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources, ref
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case
from tests.rules.identities import ARN, POOL, attachment, identities, mapping, role, tags, user_pool

_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/using-afac-with-cognito-identity-pools.html"
TEAM = {"team": "custom:team"}
ROLES = identities() | attachment(Roles={"authenticated": ARN})
RULES = {"Rules": [{"Claim": "custom:team", "MatchType": "Equals", "Value": "red", "RoleARN": ARN}]}
MAPPED = mapping("team", Type="Rules", RulesConfiguration=RULES)
TAGGING = ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]

CASES = [
    Case(
        rule="principal-tags.no-tag-session",
        fails=ROLES | tags(PrincipalTags=TEAM) | role(),
        says="""\
Tags.PrincipalTags: needs roles whose sessions may have tags, and that of Role may not, got {'team': 'custom:team'}
   allowed: roles whose trust policy allows sts:TagSession to cognito-identity.amazonaws.com
   fix: allow sts:TagSession beside sts:AssumeRoleWithWebIdentity in the trust policy of Role
   [principal-tags.no-tag-session] https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html""",
        passes=ROLES | tags(PrincipalTags=TEAM) | role(action=TAGGING),
        silent=ROLES | tags(PrincipalTags=TEAM) | role(action=UNKNOWN),
    ),
    Case(
        rule="principal-tags.mapped-no-tag-session",
        fails=identities() | MAPPED | tags(UseDefaults=True) | role(),
        says="""\
Tags.UseDefaults: needs roles whose sessions may have tags, and that of Role may not, got True
   allowed: roles whose trust policy allows sts:TagSession to cognito-identity.amazonaws.com
   fix: allow sts:TagSession beside sts:AssumeRoleWithWebIdentity in the trust policy of Role
   [principal-tags.mapped-no-tag-session] https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html""",
        passes=identities() | MAPPED | tags(UseDefaults=True) | role(action=TAGGING),
        silent=identities() | MAPPED | tags(UseDefaults=UNKNOWN) | role(),
    ),
    Case(
        rule="principal-tags.defaults-and-tags",
        fails=tags(UseDefaults=True, PrincipalTags=TEAM),
        says=f"""\
Tags.UseDefaults: stands beside Tags.PrincipalTags: it is one or the other, got True
   allowed: false, or no Tags.PrincipalTags
   fix: leave one of the two out
   [principal-tags.defaults-and-tags] {_GUIDE}""",
        passes=tags(UseDefaults=False, PrincipalTags=TEAM),
        silent=tags(UseDefaults=UNKNOWN, PrincipalTags=TEAM),
    ),
    Case(
        rule="principal-tags.nothing",
        fails=tags(),
        says=f"""\
Tags.PrincipalTags: has no tag in it, and Tags.UseDefaults is off
   allowed: a claim for each tag, or Tags.UseDefaults
   fix: say which claim each tag takes
   [principal-tags.nothing] {_GUIDE}""",
        passes=tags(UseDefaults="true"),
        silent=tags(PrincipalTags=UNKNOWN),
    ),
    Case(
        rule="principal-tags.same-provider",
        fails=tags("A") | tags("B"),
        says=f"""\
B.IdentityProviderName: has tags already, got '{POOL}'
   allowed: each provider once
   fix: put the tags of both together
   [principal-tags.same-provider] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypoolprincipaltag.html""",
        passes=tags("A") | tags("B", IdentityPoolId=ref("Others")),
        silent=tags("A") | tags("B", IdentityProviderName=UNKNOWN),
    ),
    Case(
        rule="principal-tags.provider-missing",
        fails=user_pool() | tags(IdentityProviderName="accounts.google.com"),
        says=f"""\
Tags.IdentityProviderName: is no provider of the identity pool, got 'accounts.google.com'
   allowed: {POOL}
   fix: add the provider to the identity pool, or correct its name
   [principal-tags.provider-missing] {_GUIDE}""",
        passes=user_pool() | tags(),
        silent=user_pool(ProviderName=UNKNOWN) | tags(),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"UseDefaults": True}, True),
        ({"UseDefaults": False}, False),
        ({"PrincipalTags": {}}, False),
        ({"PrincipalTags": TEAM, "IdentityPoolId": ref("Others")}, False),
    ],
)
def test_only_tags_that_are_given_need_the_permission(said: dict[str, Any], wrong: bool) -> None:
    messages = BY_RULE["principal-tags.no-tag-session"].messages(ROLES | identities("Others") | tags(**said) | role())
    assert bool(messages) is wrong


def test_guests_have_no_claims() -> None:
    template = identities(AllowUnauthenticatedIdentities=True) | attachment(Roles={"unauthenticated": ARN})
    template |= tags(PrincipalTags=TEAM) | role(amr="unauthenticated")
    assert BY_RULE["principal-tags.no-tag-session"].messages(template) == []


def test_a_second_statement_may_allow_it() -> None:
    template = ROLES | tags(PrincipalTags=TEAM) | role()
    statements = template["Role"]["Properties"]["AssumeRolePolicyDocument"]["Statement"]
    statements += role(action="sts:TagSession")["Role"]["Properties"]["AssumeRolePolicyDocument"]["Statement"]
    assert BY_RULE["principal-tags.no-tag-session"].messages(template) == []


def test_the_providers_that_there_are_are_named() -> None:
    def allowed(template: Resources) -> list[str]:
        findings = judge(template | tags(IdentityProviderName=f"{POOL}x"))
        return [each.allowed for each in findings if each.rule == "principal-tags.provider-missing"]

    assert allowed(identities(SupportedLoginProviders={"b.example": "2", "a.example": "1"})) == ["a.example, b.example"]
    assert allowed(identities()) == ["nothing: the identity pool has none"]


def test_a_provider_that_anybody_may_name_is_not_missed() -> None:
    template = identities() | tags(IdentityProviderName="login.example")
    assert BY_RULE["principal-tags.provider-missing"].messages(template) == []
