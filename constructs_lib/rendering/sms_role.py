"""The IAM role for a pool's text messages, as resources, and back.

The trust names the account and its pools in this Region, so that nobody else's pool can use the role; the pool waits
for the policy, since Cognito tries the role out the moment the pool is made. What sends, Amazon SNS or AWS End User
Messaging, decides what the role may do and where the pool names it.
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from constructs_lib.declarations import OMIT
from constructs_lib.declarations.references import unmarked
from constructs_lib.rendering.names import SMS_ROLE, SMS_ROLE_POLICY, LogicalIds
from constructs_lib.resources.model import MANAGED_POLICY, ROLE, Resources, get_att, properties, ref, target
from constructs_lib.resources.values import Json, is_intrinsic, is_list, is_unknown, same, thaw
from constructs_lib.settings import Sms, SmsRole, UserPoolSettings

_POOLS = {"Fn::Sub": "arn:${AWS::Partition}:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/*"}
# Text messages go to phone numbers, which have no ARN: everything but the ARN of a topic is how SNS says "those".
_TOPICS = {"Fn::Sub": "arn:${AWS::Partition}:sns:*:*:*"}
_MESSAGING = "arn:${AWS::Partition}:sms-voice:${AWS::Region}:${AWS::AccountId}:"


@dataclass(frozen=True)
class RenderedRole:
    """The role's resources, and what the pool needs of them."""

    resources: Resources = field(default_factory=dict)
    links: dict[str, Json] = field(default_factory=dict)
    depends_on: tuple[str, ...] = ()


def render(settings: UserPoolSettings, ids: LogicalIds) -> RenderedRole:
    """Render the role, kept and deleted as the pool is; nothing where none is wanted."""
    role, sms = settings.sms_role, settings.sms
    if role is None or role is OMIT:
        return RenderedRole()
    written = sms.written() if isinstance(sms, Sms) else {}
    messaging = _messaging(written)
    arn = get_att(ids[SMS_ROLE], "Arn")
    policies = {
        name: policy
        for name, policy in (
            ("DeletionPolicy", settings.deletion_policy),
            ("UpdateReplacePolicy", settings.update_replace_policy),
        )
        if isinstance(policy, str)
    }
    return RenderedRole(
        {
            ids[SMS_ROLE]: {
                "Type": ROLE,
                **policies,
                "Properties": {
                    "AssumeRolePolicyDocument": _trust((written if messaging is None else messaging).get("ExternalId")),
                    **role.written(),
                },
            },
            ids[SMS_ROLE_POLICY]: {
                "Type": MANAGED_POLICY,
                **policies,
                "Properties": _permission(ids[SMS_ROLE], messaging),
            },
        },
        {"SmsConfiguration": {"SnsCallerArn": arn} if messaging is None else {"EumsSms": {"CallerArn": arn}}},
        (ids[SMS_ROLE_POLICY],),
    )


def read(pool: str, resources: Resources) -> tuple[UserPoolSettings, dict[str, str]] | None:
    """Read a pool whose role is just what would be rendered, with the logical ids of the role's resources."""
    settled = thaw(resources[pool])
    sms, dependencies = properties(settled).get("SmsConfiguration"), settled.get("DependsOn")
    role = _taken_out(sms) if isinstance(sms, dict) and not is_intrinsic(sms) else None
    if role not in resources or not is_list(dependencies) or not isinstance(next(iter(dependencies), None), str):
        return None
    if not sms:
        del settled["Properties"]["SmsConfiguration"]
    if not settled["Properties"]:
        del settled["Properties"]
    policy, *others = dependencies
    settled["DependsOn"] = others
    if not others:
        del settled["DependsOn"]
    said, left = SmsRole.read_values(properties(resources[role]))
    if left.keys() != {"AssumeRolePolicyDocument"}:
        return None
    names = {SMS_ROLE: role, SMS_ROLE_POLICY: policy}
    settings = replace(UserPoolSettings.from_resource(settled), sms_role=SmsRole(**said))
    rendered = render(settings, LogicalIds(names))
    proof = {pool: settings.resource(rendered.depends_on, **rendered.links), **rendered.resources}
    return (settings, names) if same(proof, {key: unmarked(resources.get(key)) for key in proof}) else None


def _messaging(sms: dict[str, Json]) -> dict[str, Json] | None:
    """Give what is said of AWS End User Messaging; nothing where SNS sends."""
    messaging = sms.get("EumsSms")
    return messaging if isinstance(messaging, dict) and not is_intrinsic(messaging) else None


def _taken_out(sms: dict[str, Json]) -> str | None:
    """Take the role out of the sender of text messages, and name it."""
    messaging = _messaging(sms)
    return target(sms.pop("SnsCallerArn", None) if messaging is None else messaging.pop("CallerArn", None))


def _trust(external_id: Json) -> Json:
    conditions: dict[str, Any] = {
        "StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}},
        "ArnLike": {"aws:SourceArn": _POOLS},
    }
    if external_id is not None:
        conditions["StringEquals"]["sts:ExternalId"] = external_id
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "cognito-idp.amazonaws.com"},
        "Action": "sts:AssumeRole",
        "Condition": conditions,
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


def _permission(role: str, messaging: dict[str, Json] | None) -> Json:
    statement: dict[str, Json] = {"Effect": "Allow", "Action": "sns:Publish", "NotResource": _TOPICS}
    if messaging is not None:
        statement = {"Effect": "Allow", "Action": "sms-voice:SendTextMessage", "Resource": _senders(messaging)}
    return {"PolicyDocument": {"Version": "2012-10-17", "Statement": [statement]}, "Roles": [ref(role)]}


def _senders(messaging: dict[str, Json]) -> list[Json]:
    """Name what messages may be sent by: what is said as an ARN, else all that is the account's in the Region.

    AWS compares the identity as it is written, so that only one written as an ARN can stand in a policy.
    """
    identity, events = messaging.get("OriginationIdentity"), messaging.get("ConfigurationSetName")
    if not _is_arn(identity):
        return [{"Fn::Sub": f"{_MESSAGING}*"}]
    if events is None or _is_arn(events):
        return [identity] if events is None else [identity, events]
    known = isinstance(events, str) and not is_unknown(events) and re.fullmatch(r"[\w/-]+", events) is not None
    return [identity, {"Fn::Sub": f"{_MESSAGING}configuration-set/{events if known else '*'}"}]


def _is_arn(value: Json) -> bool:
    """Tell whether a value surely comes to an ARN."""
    match value:
        case {"Fn::Sub": str(text)} | {"Fn::Sub": [str(text), _]} | {"Fn::Join": ["", [str(text), *_]]} | str(text):
            return text.startswith("arn:")
        case {"Fn::GetAtt": [str(), "Arn"]}:
            return True
        case {"Fn::GetAtt": str(text)}:
            return text.endswith(".Arn")
    return False
