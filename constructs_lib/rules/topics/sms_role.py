"""The role that text messages are sent by: its account, trust, external id and permissions.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-sms-settings.html

Where the role is one of the template, its trust and its permissions are judged as JSON, and only where all that could
matter is known.
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from constructs_lib.resources.model import MANAGED_POLICY, ROLE, USER_POOL, target
from constructs_lib.resources.values import Json, is_list, is_unknown, same
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Problem, View

_GUIDE = GUIDE + "cognito-user-pool-settings-sms-settings.html"
_TYPE = API + "API_SmsConfigurationType.html"

_MESSAGING, _SEND = "SmsConfiguration.EumsSms", "sms-voice:SendTextMessage"
_ROLES = (
    ("SmsConfiguration.SnsCallerArn", "SmsConfiguration.ExternalId", "sns:Publish"),
    (f"{_MESSAGING}.CallerArn", f"{_MESSAGING}.ExternalId", _SEND),
)
"""Role, external id, and what the role must allow."""


@rule(
    "sms.role-account",
    USER_POOL,
    why="AWS answers 'Cross-account pass role is not allowed'",
    evidence="measured on AWS",
    source=_TYPE,
)
def role_account(pool: View) -> Iterator[Problem]:
    """Refuse a role of another account."""
    for path, _, _ in _ROLES:
        role = pool.get(path)
        parts = role.split(":") if isinstance(role, str) and not is_unknown(role) else []
        if len(parts) == 6 and parts[4] != pool.account:
            yield pool.problem(
                path,
                "must be a role of the pool's own account",
                got=role,
                allowed=f"a role of the account {pool.account}",
                fix="make the role in the account that the pool is deployed to",
            )


@rule(
    "sms.external-id-missing",
    USER_POOL,
    severity="warning",
    why="Cognito wants one where text messages are a second factor, and without one others may use the role",
    evidence="developer guide",
    source=_GUIDE,
)
def external_id_missing(pool: View) -> Iterator[Problem]:
    """Ask for the external id of a role that sends second factors."""
    factors = pool.texts("EnabledMfas")
    if pool.text("MfaConfiguration") not in ("ON", "OPTIONAL") or (factors is not None and "SMS_MFA" not in factors):
        return
    for role, external_id, _ in _ROLES:
        if pool.has(role) and not pool.has(external_id):
            yield pool.problem(
                external_id,
                "is needed where text messages are a second factor",
                allowed="the text that the role's trust policy asks for as sts:ExternalId",
                fix="choose a text, and say it here and in the role's trust policy",
            )


def _statements(document: Json) -> Iterator[dict[str, Json]]:
    """Walk the statements of a policy that allow something; a policy that is not wholly known says nothing."""
    if not isinstance(document, dict) or is_unknown(document):
        raise DoesNotApply
    statements = document.get("Statement")
    for statement in statements if is_list(statements) else [statements]:
        if not isinstance(statement, dict) or is_unknown(statement):
            raise DoesNotApply
        if statement.get("Effect") == "Allow":
            yield statement


def _texts(value: Json) -> list[str]:
    texts = list(value) if is_list(value) else [value]
    if not all(isinstance(text, str) and not is_unknown(text) for text in texts):
        raise DoesNotApply
    return texts


def _allows(statement: dict[str, Json], action: str) -> bool:
    if "Action" not in statement:  # NotAction: whoever writes that knows better
        raise DoesNotApply
    return any(fnmatchcase(action.lower(), pattern.lower()) for pattern in _texts(statement["Action"]))


def _trusts_cognito(statement: dict[str, Json]) -> bool:
    principal = statement.get("Principal")
    if not isinstance(principal, dict) or is_unknown(principal):
        raise DoesNotApply
    services = _texts(principal["Service"]) if "Service" in principal else []
    return _allows(statement, "sts:AssumeRole") and any(name.startswith("cognito-idp.") for name in services)


def _roles(pool: View) -> Iterator[tuple[str, str, str, View]]:
    """Walk the roles that are in the template."""
    for path, external_id, action in _ROLES:
        role = pool.neighbour(path)
        if role is not None and role.type == ROLE:
            yield path, external_id, action, role


@rule(
    "sms.role-trust",
    USER_POOL,
    why="AWS answers 'Role does not have a trust relationship allowing Cognito to assume the role'",
    evidence="reported",
    source=_GUIDE,
)
def role_trust(pool: View) -> Iterator[Problem]:
    """Refuse a role that Cognito may not assume."""
    for path, _, _, role in _roles(pool):
        if not any(_trusts_cognito(statement) for statement in _statements(role.get("AssumeRolePolicyDocument"))):
            yield pool.problem(
                path,
                f"needs a role that Cognito may assume, which {role.key} is not",
                allowed="a role whose trust policy allows sts:AssumeRole to cognito-idp.amazonaws.com",
                fix="let the service cognito-idp.amazonaws.com assume the role",
            )


def _asked_for(statement: dict[str, Json]) -> Json:
    """Give the external id that a statement asks for."""
    conditions = statement.get("Condition")
    equal = conditions.get("StringEquals") if isinstance(conditions, dict) else None
    return equal.get("sts:ExternalId") if isinstance(equal, dict) else None


def _admits(wanted: Json, said: Json) -> bool:
    """Tell whether an external id is the one asked for; none at all never is, whatever the other comes to."""
    if wanted is None or same(wanted, said):
        return True
    return said is not None and _texts(said)[0] in _texts(wanted)


@rule(
    "sms.external-id-differs",
    USER_POOL,
    why="Cognito shows its external id when it assumes the role, and the trust policy asks for another one",
    evidence="reported",
    source=_GUIDE,
)
def external_id_differs(pool: View) -> Iterator[Problem]:
    """Refuse an external id that the role does not know."""
    for _, path, _, role in _roles(pool):
        said = pool.get(path)
        statements = [one for one in _statements(role.get("AssumeRolePolicyDocument")) if _trusts_cognito(one)]
        wanted = [_asked_for(statement) for statement in statements]
        if wanted and not any(_admits(one, said) for one in wanted):
            yield pool.problem(
                path,
                f"must be what the trust policy of {role.key} asks for",
                got=said,
                allowed="the text of sts:ExternalId there",
                fix="say the same text here and in the role's trust policy",
            )


_ROLE_POLICY, _POLICY = "AWS::IAM::RolePolicy", "AWS::IAM::Policy"


def _permissions(role: View) -> Iterator[Json]:
    """Walk the policies that the template gives a role; one that is not in the template says nothing."""
    inline = role.known("Policies")
    for policy in inline if is_list(inline) else ():
        yield policy.get("PolicyDocument") if isinstance(policy, dict) else None
    for other in role.neighbours.views.values():
        if other.type in (_POLICY, MANAGED_POLICY) and _names(other.known("Roles"), role):
            yield other.get("PolicyDocument")
        if other.type == _ROLE_POLICY and _names([other.get("RoleName")], role):
            yield other.get("PolicyDocument")
    attached = role.known("ManagedPolicyArns")
    for arn in attached if is_list(attached) else ():
        policy = role.neighbours.views.get(target(arn) or "")
        yield policy.get("PolicyDocument") if policy is not None else None


def _names(roles: Json, role: View) -> bool:
    """Tell whether a policy is given to a role; a role's literal name could be this one's."""
    targets = [target(one) for one in roles] if is_list(roles) else []
    if None in targets:
        raise DoesNotApply
    return role.key in targets


@rule(
    "sms.role-permission",
    USER_POOL,
    why="AWS answers 'Role does not have permission to publish with SNS'",
    evidence="reported",
    source=API + "API_CreateUserPool.html",
)
def role_permission(pool: View) -> Iterator[Problem]:
    """Refuse a role that may not send."""
    for path, _, action, role in _roles(pool):
        allowed = (_allows(one, action) for document in _permissions(role) for one in _statements(document))
        if not any(allowed):
            yield pool.problem(
                path,
                f"needs a role that may send, and no policy allows {role.key} {action}",
                allowed=f"a role with a policy that allows {action}",
                fix=f"give the role a policy that allows {action}",
            )


@rule(
    "sms.origination-identity-form",
    USER_POOL,
    why="the identity is held against the role's policy as it is written; AWS answers "
    "InvalidSmsRoleAccessPolicyException where the two forms differ",
    evidence="API model",
    source=API + "API_EumsSmsConfigurationType.html",
)
def origination_identity_form(pool: View) -> Iterator[Problem]:
    """Refuse an identity that the role may send from, but not under this name."""
    path = f"{_MESSAGING}.OriginationIdentity"
    identity = pool.text(path)
    role = pool.neighbour(f"{_MESSAGING}.CallerArn") if identity is not None else None
    if role is None or role.type != ROLE:
        return
    allowed = [
        resource
        for document in _permissions(role)
        for statement in _statements(document)
        if _allows(statement, _SEND)
        for resource in _texts(statement.get("Resource"))
    ]
    if allowed and identity not in allowed and not any("*" in resource or "?" in resource for resource in allowed):
        yield pool.problem(
            path,
            f"is not named like this by the policy of {role.key}",
            got=identity,
            allowed=" or ".join(allowed),
            fix="write the same ARN here and in the role's policy",
        )
