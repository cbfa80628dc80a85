"""The role that text messages are sent by: its account, trust, external id and permissions.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html

Where the role is one of the template, its trust and its permissions are judged as JSON, and only where all that could
matter is known.
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import ROLE, USER_POOL
from constructs_lib.resources.values import Json, is_unknown, same
from constructs_lib.rules.policies import Statement, granted, permissions, texts, trusting_user_pools
from constructs_lib.rules.references import made_before
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_GUIDE = GUIDE + "user-pool-sms-settings.html"
_TYPE = API + "API_SmsConfigurationType.html"

_MESSAGING, _SEND = "SmsConfiguration.EumsSms", "sms-voice:SendTextMessage"
_ROLES = (
    ("SmsConfiguration.SnsCallerArn", "SmsConfiguration.ExternalId", "sns:Publish"),
    (f"{_MESSAGING}.CallerArn", f"{_MESSAGING}.ExternalId", _SEND),
)
"""Role, external id, and what the role must allow."""
_EXTERNAL_ID = re.compile(r"[A-Za-z0-9_+=,.@:/-]{2,1224}")


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


@rule(
    "sms.external-id-form",
    USER_POOL,
    severity="warning",
    why="Cognito hands the external id to AWS STS when it assumes the role, and STS takes no other",
    evidence="API model",
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
)
def external_id_form(pool: View) -> Iterator[Problem]:
    """Warn of an external id that no role can be assumed with."""
    for _, path, _ in _ROLES:
        external_id = pool.text(path)
        if external_id is not None and not _EXTERNAL_ID.fullmatch(external_id):
            yield pool.problem(
                path,
                "should be an external id that AWS STS takes",
                got=external_id,
                allowed="2 to 1,224 letters, digits and signs of =,.@:/-_+",
                fix="choose a shorter or plainer text, and say it here and in the role's trust policy",
            )


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
        if not any(trusting_user_pools(role)):
            yield pool.problem(
                path,
                f"needs a role that Cognito may assume, which {role.key} is not",
                allowed="a role whose trust policy allows sts:AssumeRole to cognito-idp.amazonaws.com",
                fix="let the service cognito-idp.amazonaws.com assume the role",
            )


def _asked_for(statement: Statement) -> Json:
    """Give the external id that a statement asks for."""
    conditions = statement.get("Condition")
    equal = conditions.get("StringEquals") if isinstance(conditions, dict) else None
    return equal.get("sts:ExternalId") if isinstance(equal, dict) else None


def _admits(wanted: Json, said: Json) -> bool:
    """Tell whether an external id is the one asked for; none at all never is, whatever the other comes to."""
    if wanted is None or same(wanted, said):
        return True
    return said is not None and texts(said)[0] in texts(wanted)


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
        wanted = [_asked_for(statement) for statement in trusting_user_pools(role)]
        if wanted and not any(_admits(one, said) for one in wanted):
            yield pool.problem(
                path,
                f"must be what the trust policy of {role.key} asks for",
                got=said,
                allowed="the text of sts:ExternalId there",
                fix="say the same text here and in the role's trust policy",
            )


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
        if not any(permissions(role, action)):
            yield pool.problem(
                path,
                f"needs a role that may send, and no policy allows {role.key} {action}",
                allowed=f"a role with a policy that allows {action}",
                fix=f"give the role a policy that allows {action}",
            )


@rule(
    "sms.role-open",
    USER_POOL,
    severity="warning",
    why="the guide wants the trust policy to name your account and pools, so that no other pool sends at your cost",
    evidence="developer guide",
    source=_GUIDE,
)
def role_open(pool: View) -> Iterator[Problem]:
    """Warn of a role that Cognito may assume whoever asks it to."""
    for path, _, _, role in _roles(pool):
        if any(not statement.get("Condition") for statement in trusting_user_pools(role)):
            yield pool.problem(
                path,
                f"is a role that Cognito may assume for every account ({role.key})",
                allowed="a role with aws:SourceAccount and aws:SourceArn, or sts:ExternalId, in its trust policy",
                fix="add conditions on aws:SourceAccount and aws:SourceArn (userpool/*) to the trust policy",
            )


@rule(
    "sms.permission-not-awaited",
    USER_POOL,
    severity="warning",
    why="Cognito tries the role when the pool is made, and CloudFormation may not have made the role's policy yet",
    evidence="inferred",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html",
)
def permission_not_awaited(pool: View) -> Iterator[Problem]:
    """Warn of a policy of the role's that the pool does not wait for."""
    for path, _, action, role in _roles(pool):
        holders = [holder for holder, _ in granted(role, action)]
        first = made_before(pool) if holders else set()
        if holders and not any(holder is None or holder.key in first for holder in holders):
            policy = next(holder.key for holder in holders if holder is not None)
            yield pool.problem(
                path,
                f"needs {policy}, which may not be there yet when the pool is made",
                allowed="a role whose policies are in it, or a pool with DependsOn on the policy",
                fix=f"say DependsOn {policy} of the pool, or put the policy into the role",
            )


@rule(
    "sms.origination-identity-form",
    USER_POOL,
    severity="warning",
    why="the identity is held against the role's policy as it is written: where the two forms differ, messages fail "
    "with InvalidSmsRoleAccessPolicyException",
    evidence="API model",
    source=API + "API_EumsSmsConfigurationType.html",
)
def origination_identity_form(pool: View) -> Iterator[Problem]:
    """Warn of an identity that the role may send from, but not under this name."""
    path = f"{_MESSAGING}.OriginationIdentity"
    identity = pool.text(path)
    role = pool.neighbour(f"{_MESSAGING}.CallerArn") if identity is not None else None
    if role is None or role.type != ROLE:
        return
    allowed = [resource for statement in permissions(role, _SEND) for resource in texts(statement.get("Resource"))]
    if allowed and identity not in allowed and not any("*" in resource or "?" in resource for resource in allowed):
        yield pool.problem(
            path,
            f"is not what the policy of {role.key} lets it send from",
            got=identity,
            allowed=" or ".join(allowed),
            fix="write the same ARN here and in the role's policy",
        )
