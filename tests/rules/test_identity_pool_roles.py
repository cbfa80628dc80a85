"""Rules about the roles that identity pools give, and about the trust of these roles."""

from typing import Any

import pytest

from constructs_lib import (
    IdentityPoolSettings,
    IdentityRole,
    RoleAttachment,
    RoleMapping,
    RoleOf,
    RoleRule,
    authenticated_role,
    check,
    guest_role,
)
from constructs_lib.resources.model import Resources, ref
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case
from tests.rules.identities import ARN, POOL, attachment, identities, mapping, role, user_pool

_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/"
_API = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/"
_RESOURCE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-cognito-identitypoolroleattachment.html"
)
_TRUSTED = "a role that trusts cognito-identity.amazonaws.com for users of this identity pool"
RULES = {"Rules": [{"Claim": "custom:team", "MatchType": "Equals", "Value": "red", "RoleARN": ARN}]}
AUTHENTICATED = identities() | attachment(Roles={"authenticated": ARN})
MAPPED = mapping("team", Type="Rules", RulesConfiguration=RULES)
GUESTS: dict[str, Any] = {"AllowUnauthenticatedIdentities": True}

CASES = [
    Case(
        rule="role-attachment.second",
        fails=identities() | attachment("A") | attachment("B"),
        says="""\
B.IdentityPoolId: is that of A too, and an identity pool has one attachment, got {'Ref': 'Identities'}
   allowed: one attachment for each identity pool
   fix: put the roles and mappings of both into A
   [role-attachment.second] https://github.com/aws/aws-cdk/issues/27411""",
        passes=identities() | attachment("A") | attachment("B", IdentityPoolId=ref("Others")),
        silent=attachment("A", IdentityPoolId=UNKNOWN) | attachment("B"),
    ),
    Case(
        rule="role-attachment.authenticated-missing",
        fails=user_pool() | attachment(Roles={"unauthenticated": ARN}),
        says=f"""\
Attachment.Roles: has no role for users who have signed in, got {{'unauthenticated': {ARN}}}
   allowed: a role for authenticated
   fix: give authenticated a role that trusts the identity pool
   [role-attachment.authenticated-missing] {_API}API_GetCredentialsForIdentity.html""",
        passes=user_pool() | attachment(Roles={"authenticated": UNKNOWN}),
        silent=user_pool() | attachment(Roles=UNKNOWN),
    ),
    Case(
        rule="role-attachment.guest-role-missing",
        fails=identities(**GUESTS) | attachment(Roles={"authenticated": ARN}),
        says=f"""\
Attachment.Roles: has no role for guests, whom Identities.AllowUnauthenticatedIdentities lets in, \
got {{'authenticated': {ARN}}}
   allowed: a role for unauthenticated
   fix: give unauthenticated a role, or turn Identities.AllowUnauthenticatedIdentities off
   [role-attachment.guest-role-missing] {_API}API_GetCredentialsForIdentity.html""",
        passes=identities(**GUESTS) | attachment(Roles={"unauthenticated": UNKNOWN}),
        silent=identities(AllowUnauthenticatedIdentities=UNKNOWN) | attachment(Roles={}),
    ),
    Case(
        rule="role-attachment.guest-role-unused",
        fails=identities() | attachment(Roles={"unauthenticated": ARN}),
        says=f"""\
Attachment.Roles.unauthenticated: is for guests, whom Identities.AllowUnauthenticatedIdentities does not let in, \
got {ARN}
   allowed: nothing
   fix: leave it out, or turn Identities.AllowUnauthenticatedIdentities on
   [role-attachment.guest-role-unused] {_GUIDE}identity-pools-security-best-practices.html""",
        passes=identities(**GUESTS) | attachment(Roles={"unauthenticated": ARN}),
        silent=attachment(IdentityPoolId=UNKNOWN, Roles={"unauthenticated": ARN}),
    ),
    Case(
        rule="role-attachment.ambiguous-missing",
        fails=mapping("team", AmbiguousRoleResolution=None),
        says=f"""\
Attachment.RoleMappings.team.AmbiguousRoleResolution: must be said
   allowed: AuthenticatedRole or Deny
   fix: say Deny, or AuthenticatedRole for the role of all who have signed in
   [role-attachment.ambiguous-missing] {_RESOURCE}""",
        passes=mapping("team"),
        silent=mapping("team", Type=UNKNOWN, AmbiguousRoleResolution=None),
    ),
    Case(
        rule="role-attachment.rules-missing",
        fails=mapping("team", Type="Rules"),
        says=f"""\
Attachment.RoleMappings.team.RulesConfiguration.Rules: must be given where the type is Rules
   allowed: 1 to 25 rules
   fix: add rules, or use the type Token
   [role-attachment.rules-missing] {_RESOURCE}""",
        passes=mapping("team", Type="Rules", RulesConfiguration=RULES),
        silent=mapping("team", Type=UNKNOWN),
    ),
    Case(
        rule="role-attachment.rules-with-token",
        fails=mapping("team", RulesConfiguration=UNKNOWN),
        says=f"""\
Attachment.RoleMappings.team.RulesConfiguration.Rules: cannot be given where the type is Token, got {UNKNOWN}
   allowed: nothing
   fix: leave the rules out, or use the type Rules
   [role-attachment.rules-with-token] {_RESOURCE}""",
        passes=mapping("team"),
        silent=mapping("team", Type=UNKNOWN, RulesConfiguration=RULES),
    ),
    Case(
        rule="role-attachment.mapping-provider",
        fails=identities() | mapping("team"),
        says=f"""\
Attachment.RoleMappings.team: must name its provider, got 'team'
   allowed: <provider name>:<client id> of a user pool, or the host or ARN of another provider
   fix: write the provider's name without https://, as the key or beside a key of your own
   [role-attachment.mapping-provider] {_RESOURCE}""",
        passes=mapping(),
        silent=mapping("team", IdentityProvider=UNKNOWN),
    ),
    Case(
        rule="role-attachment.mapping-client",
        fails=mapping("team", IdentityProvider=POOL),
        says=f"""\
Attachment.RoleMappings.team.IdentityProvider: should name the app client after the user pool, got '{POOL}'
   allowed: <provider name>:<client id>
   fix: add : and the id of the app client
   [role-attachment.mapping-client] {_GUIDE}role-based-access-control.html""",
        passes=mapping("team", IdentityProvider=f"{POOL}:web"),
        silent=mapping("team", IdentityProvider=UNKNOWN),
    ),
    Case(
        rule="role-attachment.provider-missing",
        fails=user_pool() | mapping(f"{POOL}:phone"),
        says=f"""\
Attachment.RoleMappings.{POOL}:phone: is no provider of the identity pool, got '{POOL}:phone'
   allowed: {POOL}:web
   fix: add the provider to the identity pool, or correct its name
   [role-attachment.provider-missing] {_RESOURCE}""",
        passes=user_pool() | mapping(),
        silent=user_pool(ClientId=UNKNOWN) | mapping(f"{POOL}:phone"),
    ),
    Case(
        rule="role-attachment.token-without-user-pool",
        fails=mapping("accounts.google.com"),
        says=f"""\
Attachment.RoleMappings.accounts.google.com.Type: finds no role in tokens of accounts.google.com, got 'Token'
   allowed: Rules, or Token for a user pool
   fix: use rules
   [role-attachment.token-without-user-pool] {_GUIDE}role-based-access-control.html""",
        passes=mapping("accounts.google.com", Type="Rules", RulesConfiguration=RULES),
        silent=mapping("google", IdentityProvider=UNKNOWN),
    ),
    Case(
        rule="role-attachment.role-trust",
        fails=AUTHENTICATED | role(amr="unauthenticated"),
        says=f"""\
Attachment.Roles.authenticated: needs a role for users who have signed in, which Role is not, got {ARN}
   allowed: {_TRUSTED}
   fix: say authenticated in the condition cognito-identity.amazonaws.com:amr of the role
   [role-attachment.role-trust] {_GUIDE}role-trust-and-permissions.html""",
        passes=AUTHENTICATED | role(),
        silent=AUTHENTICATED | role(amr=UNKNOWN),
    ),
    Case(
        rule="role-attachment.mapped-role-trust",
        fails=identities() | MAPPED | role(principal="accounts.google.com"),
        says=f"""\
Attachment.RoleMappings.team.RulesConfiguration.Rules[0].RoleARN: needs a role that trusts identity pools, which Role \
does not, got {ARN}
   allowed: {_TRUSTED}
   fix: allow sts:AssumeRoleWithWebIdentity to cognito-identity.amazonaws.com in the role's trust policy
   [role-attachment.mapped-role-trust] {_GUIDE}role-trust-and-permissions.html""",
        passes=identities() | MAPPED | role(),
        silent=identities() | MAPPED | role(principal=UNKNOWN),
    ),
    Case(
        rule="role-attachment.role-condition",
        fails=AUTHENTICATED | role(aud=None, amr=None),
        says=f"""\
Attachment.Roles.authenticated: needs a role that trusts identity pools on a condition, and Role has none, got {ARN}
   allowed: {_TRUSTED}
   fix: add the conditions cognito-identity.amazonaws.com:aud and :amr to the role's trust policy
   [role-attachment.role-condition] \
https://github.com/aws-amplify/amplify-cli/issues/13689""",
        passes=AUTHENTICATED | role(),
        silent=AUTHENTICATED | role(aud=None, amr=None, principal=UNKNOWN),
    ),
    Case(
        rule="role-attachment.role-open",
        fails=AUTHENTICATED | role(aud=None),
        says=f"""\
Attachment.Roles.authenticated: should be a role that trusts this identity pool alone, and Role trusts every one, \
got {ARN}
   allowed: {_TRUSTED}
   fix: add the condition StringEquals cognito-identity.amazonaws.com:aud with the identity pool's id
   [role-attachment.role-open] {_GUIDE}identity-pools-security-best-practices.html""",
        passes=AUTHENTICATED | role(),
        silent=AUTHENTICATED | role(aud=UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


def problem(rule: str, template: Resources) -> str | None:
    found = BY_RULE[rule].messages(template)
    assert len(found) < 2
    return found[0].partition(", got")[0].partition("needs a role ")[2] if found else None


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"principal": "accounts.google.com"}, "that trusts identity pools, which Role does not"),
        ({"action": "sts:AssumeRole"}, "that trusts identity pools, which Role does not"),
        ({"aud": ref("Others")}, "that trusts this identity pool, and Role trusts another"),
        ({"aud": "eu-central-1:0"}, None),  # it may be this one's, noted after the first deployment
        ({"aud": [ref("Others"), ref("Identities")]}, None),
        ({"amr": "graph.facebook.com"}, None),
        ({"amr": "*authenticated"}, None),
        ({"amr": None}, None),
        ({"action": ["sts:TagSession", "sts:AssumeRoleWith*"]}, None),
    ],
)
def test_a_role_is_judged_by_all_that_its_trust_says(given: dict[str, Any], wrong: str | None) -> None:
    template = AUTHENTICATED | identities("Others") | role(**given)
    assert problem("role-attachment.role-trust", template) == wrong


def test_a_role_for_guests_is_for_guests() -> None:
    template = identities(**GUESTS) | attachment(Roles={"unauthenticated": ARN})
    assert problem("role-attachment.role-trust", template | role(amr="unauthenticated")) is None
    assert problem("role-attachment.role-trust", template | role()) == "for guests, which Role is not"


def test_an_identity_pool_that_is_elsewhere_is_known_by_its_id() -> None:
    template = attachment(IdentityPoolId="eu-central-1:0", Roles={"authenticated": ARN})
    assert problem("role-attachment.role-trust", template | role(aud="eu-central-1:0")) is None
    wrong = "that trusts this identity pool, and Role trusts another"
    assert problem("role-attachment.role-trust", template | role(aud="eu-central-1:1")) == wrong


def test_roles_of_rules_must_be_for_users_who_have_signed_in() -> None:
    template = identities() | MAPPED | role(amr="unauthenticated")
    wrong = "for users who have signed in, which Role is not"
    assert problem("role-attachment.mapped-role-trust", template) == wrong
    assert problem("role-attachment.role-trust", template) is None


def test_guests_may_assume_a_role_that_does_not_say_for_whom_it_is() -> None:
    (message,) = BY_RULE["role-attachment.role-open"].messages(AUTHENTICATED | role(amr=None))
    assert "guests may assume Role too" in message


def test_one_statement_that_lets_the_users_in_is_enough() -> None:
    template = AUTHENTICATED | role(principal="accounts.google.com")
    statements = template["Role"]["Properties"]["AssumeRolePolicyDocument"]["Statement"]
    statements += role()["Role"]["Properties"]["AssumeRolePolicyDocument"]["Statement"]
    assert problem("role-attachment.role-trust", template) is None


@pytest.mark.parametrize("key", ["accounts.google.com", f"{POOL}:web", "login.shop.example"])
def test_a_provider_may_be_the_key(key: str) -> None:
    assert BY_RULE["role-attachment.mapping-provider"].messages(mapping(key)) == []


@pytest.mark.parametrize(
    ("key", "developers", "refused"),
    [
        ("arn:aws:iam::111122223333:saml-provider/company", None, False),
        ("team", "team", False),
        ("team", "other", True),
        ("team", UNKNOWN, False),
    ],
)
def test_a_provider_may_have_any_name_that_its_kind_has(key: str, developers: Any, refused: bool) -> None:
    template = identities(DeveloperProviderName=developers) | mapping(key)
    assert bool(BY_RULE["role-attachment.mapping-provider"].messages(template)) is refused


def test_a_provider_has_no_scheme() -> None:
    assert len(BY_RULE["role-attachment.mapping-provider"].messages(mapping(f"https://{POOL}"))) == 1


def _paths(settings: IdentityPoolSettings, severity: str) -> list[str]:
    return [finding.path for finding in check(settings) if finding.severity == severity]


def test_findings_are_told_in_words_of_the_settings() -> None:
    rules = [RoleRule(claim="custom:team", match_type="Equals", value="red", role_arn=RoleOf("red"))]
    mappings = {"web": RoleMapping(mapping_type="Rules", rules=rules)}
    settings = IdentityPoolSettings(
        allow_unauthenticated_identities=False,
        role_attachment=RoleAttachment(roles={"authenticated": RoleOf("all")}, role_mappings=mappings),
        roles={"all": guest_role(), "red": IdentityRole(trust={"Statement": []})},
    )
    assert 'role_attachment.role_mappings["web"].rules[0].role_arn' in _paths(settings, "warning")
    assert 'role_attachment.roles["authenticated"]' in _paths(settings, "warning")
    assert _paths(settings, "error") == [
        'role_attachment.role_mappings["web"]',
        'role_attachment.role_mappings["web"].ambiguous_role_resolution',
    ]


def test_the_roles_that_the_factories_make_are_right() -> None:
    settings = IdentityPoolSettings(
        allow_unauthenticated_identities=True,
        role_attachment=RoleAttachment(roles={"authenticated": RoleOf("all"), "unauthenticated": RoleOf("guests")}),
        roles={"all": authenticated_role(), "guests": guest_role()},
    )
    assert [finding.rule for finding in check(settings)] == ["identity-pool.guests"]


def test_what_a_trust_lacks_is_said_with_what_to_do() -> None:
    def said(rule: str, template: Resources) -> tuple[str, str]:
        (finding,) = [each for each in judge(template) if each.rule == rule]
        return finding.problem, finding.fix

    others = AUTHENTICATED | identities("Others") | role(aud=ref("Others"))
    assert said("role-attachment.role-trust", others) == (
        "needs a role that trusts this identity pool, and Role trusts another",
        "name this identity pool in the condition cognito-identity.amazonaws.com:aud of the role",
    )
    guests = identities(**GUESTS) | attachment(Roles={"unauthenticated": ARN}) | role()
    assert said("role-attachment.role-trust", guests) == (
        "needs a role for guests, which Role is not",
        "say unauthenticated in the condition cognito-identity.amazonaws.com:amr of the role",
    )
    assert said("role-attachment.role-open", AUTHENTICATED | role(amr=None)) == (
        "should be a role for users who have signed in, and guests may assume Role too",
        "add the condition ForAnyValue:StringLike cognito-identity.amazonaws.com:amr with authenticated",
    )


def test_a_provider_that_is_no_user_pools_hides_none_that_is_missing() -> None:
    def allowed(providers: Resources) -> list[str]:
        template = mapping("login.example:web")
        maps = template["Attachment"]["Properties"]["RoleMappings"]
        maps[f"{POOL}x:web"] = maps["login.example:web"]
        return [
            each.allowed
            for each in judge(providers | template)
            if each.rule == "role-attachment.provider-missing" and each.property[1] == f"{POOL}x:web"
        ]

    some = identities(SupportedLoginProviders={"b.example": "2", "a.example": "1"})
    assert allowed(some) == ["a.example, b.example"]
    assert allowed(identities()) == ["nothing: the identity pool has none"]
