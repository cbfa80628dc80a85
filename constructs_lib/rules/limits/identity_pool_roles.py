"""Limits of ``AWS::Cognito::IdentityPoolRoleAttachment``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import IDENTITY_POOL_ROLE_ATTACHMENT
from constructs_lib.rules.limits.identity_pool import IDENTITY_API
from constructs_lib.rules.limits.kinds import PRINTABLE, List, Map, Record, Text, Words, matching
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import CLOUDFORMATION

_roles = partial(Limit, source=IDENTITY_API + "API_SetIdentityPoolRoles.html")
_mapping = partial(Limit, source=IDENTITY_API + "API_RoleMapping.html")
_rules = partial(Limit, source=IDENTITY_API + "API_RulesConfigurationType.html")
_rule = partial(Limit, source=IDENTITY_API + "API_MappingRule.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-identitypoolroleattachment.html")

IDENTITY_POOL_ID = matching(
    "such as eu-central-1:1cf667a2-49a6-454b-9e45-231990000000",
    r"[\w-]+:[0-9a-f-]+",
    noun="the id of an identity pool",
)
_WHO = matching("", r"(un)?authenticated", noun="authenticated or unauthenticated")

LIMITS = Limits(
    IDENTITY_POOL_ROLE_ATTACHMENT,
    [
        _resource("role-attachment.form", "", Record(("IdentityPoolId",)), "say which identity pool gives the roles"),
        _roles(
            "role-attachment.identity-pool",
            "IdentityPoolId",
            Text(1, 55, IDENTITY_POOL_ID),
            "refer to the identity pool",
        ),
        _roles(
            "role-attachment.roles",
            "Roles",
            Map(Text(characters=_WHO), Text(20, 2048)),
            "give the ARN of a role to authenticated, unauthenticated or both; other roles go into role mappings",
        ),
        _roles(
            "role-attachment.mappings",
            "RoleMappings",
            Map(Text(1, 128), most=10),
            "map the roles of 10 providers at most; the others get the role of all who are signed in",
        ),
        _mapping(
            "role-attachment.mapping",
            "RoleMappings{}",
            Record(("Type",)),
            "say how the role is found: Token or Rules",
        ),
        _mapping(
            "role-attachment.mapping-type",
            "RoleMappings{}.Type",
            Words(("Token", "Rules")),
            "use Token for the role of the user's group, Rules for rules about claims",
        ),
        _mapping(
            "role-attachment.mapping-ambiguous",
            "RoleMappings{}.AmbiguousRoleResolution",
            Words(("AuthenticatedRole", "Deny")),
            "use Deny, or AuthenticatedRole for the role of all who are signed in",
        ),
        _roles(
            "role-attachment.mapping-identity-provider",
            "RoleMappings{}.IdentityProvider",
            Text(1, 128),
            "use <provider name>:<client id> of a user pool, or the host of another provider",
        ),
        _rules(
            "role-attachment.mapping-rules",
            "RoleMappings{}.RulesConfiguration",
            Record(("Rules",)),
            "list the rules in Rules",
        ),
        _rules(
            "role-attachment.rules",
            "RoleMappings{}.RulesConfiguration.Rules",
            List(1, 25),
            "keep to 25 rules; the first that matches decides",
        ),
        _rule(
            "role-attachment.rule",
            "RoleMappings{}.RulesConfiguration.Rules[]",
            Record(("Claim", "MatchType", "Value", "RoleARN")),
            "give each rule its claim, how it is compared, with what, and the role",
        ),
        _rule(
            "role-attachment.rule-claim",
            "RoleMappings{}.RulesConfiguration.Rules[].Claim",
            Text(1, 64, PRINTABLE),
            "use the name of a claim, such as cognito:groups",
        ),
        _rule(
            "role-attachment.rule-match",
            "RoleMappings{}.RulesConfiguration.Rules[].MatchType",
            Words(("Equals", "Contains", "StartsWith", "NotEqual")),
            "use Equals, Contains, StartsWith or NotEqual",
        ),
        _rule(
            "role-attachment.rule-value",
            "RoleMappings{}.RulesConfiguration.Rules[].Value",
            Text(1, 128),
            "compare with a text of at most 128 characters",
        ),
        _rule(
            "role-attachment.rule-role",
            "RoleMappings{}.RulesConfiguration.Rules[].RoleARN",
            Text(20, 2048),
            "use the ARN of a role",
        ),
    ],
)
