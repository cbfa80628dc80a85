"""Who sends text messages, and from where.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL
from constructs_lib.rules.facts.regions import SNS, WITHOUT_END_USER_MESSAGING
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_SMS = "SmsConfiguration"
_MESSAGING = f"{_SMS}.EumsSms"
_SNS_ROLE = f"{_SMS}.SnsCallerArn"
_REGION = f"{_SMS}.SnsRegion"

_GUIDE = GUIDE + "user-pool-sms-settings.html"
_TYPE = API + "API_SmsConfigurationType.html"


@rule(
    "sms.costs-money",
    USER_POOL,
    severity="warning",
    why="every message is billed, robots make pools send them, and a pool cannot lose its SMS configuration again",
    evidence="developer guide",
    source=_GUIDE,
)
def costs_money(pool: View) -> Iterator[Problem]:
    """Tell what text messages mean before they are set up."""
    if pool.known(_SMS) is not None:
        yield pool.problem(
            _SMS,
            "makes the pool send text messages: each costs money, a new account reaches ten verified numbers only, "
            "and it can be changed later but never removed",
            allowed="nothing, where authenticator apps, passkeys or e-mail will do",
            fix="leave it out if you can, or acknowledge this",
        )


@rule(
    "sms.one-sender",
    USER_POOL,
    why="messages go through Amazon SNS or through AWS End User Messaging, each by a role of its own",
    evidence="API model",
    source=_TYPE,
)
def one_sender(pool: View) -> Iterator[Problem]:
    """Ask for one sender, not both and not none."""
    if pool.known(_SMS) is None:
        return
    if pool.surely_has(_SNS_ROLE) and pool.surely_has(_MESSAGING):
        yield pool.problem(
            _MESSAGING,
            f"cannot be given beside {{{_SNS_ROLE}}}",
            allowed="one of the two",
            fix="keep the one that shall send",
        )
    elif not pool.has(_SNS_ROLE) and not pool.has(_MESSAGING):
        yield pool.problem(
            _SNS_ROLE,
            "is needed to send text messages",
            allowed=f"ARN of a role that Cognito may assume, or {{{_MESSAGING}}}",
            fix="name a role that may publish to Amazon SNS, or have one made",
        )


@rule(
    "sms.sns-region",
    USER_POOL,
    why="Cognito reaches SNS only in certain Regions; AWS answers 'Invalid snsRegion'",
    evidence="measured on AWS",
    source=_GUIDE,
)
def sns_region(pool: View) -> Iterator[Problem]:
    """Refuse a Region whose SNS the pool cannot reach."""
    region = pool.text(_REGION)
    if region is not None and region not in SNS.get(pool.region, (region,)):
        yield pool.problem(
            _REGION,
            f"cannot serve a pool in {pool.region}",
            got=region,
            allowed=" or ".join(SNS[pool.region]),
            fix=f"use {SNS[pool.region][0]}",
        )


@rule(
    "sms.sns-region-unconfirmed",
    USER_POOL,
    severity="warning",
    why="the guide lists no other Region of SNS for the pool's",
    evidence="developer guide",
    source=_GUIDE,
)
def sns_region_unconfirmed(pool: View) -> Iterator[Problem]:
    """Warn of another Region where nobody knows whether it will do."""
    region = pool.text(_REGION)
    if region is not None and pool.region not in SNS and region != pool.region:
        yield pool.problem(
            _REGION,
            f"may not serve a pool in {pool.region}",
            got=region,
            allowed=pool.region,
            fix=f"use {pool.region}, or try it in a pool for tests",
        )


@rule(
    "sms.sns-region-unsaid",
    USER_POOL,
    severity="warning",
    why="in some Regions Cognito sends from another one unless told otherwise: other prices, other sender ids",
    evidence="developer guide",
    source=_GUIDE,
)
def sns_region_unsaid(pool: View) -> Iterator[Problem]:
    """Ask to say the Region where it may be another one than expected."""
    if not pool.surely_has(_SNS_ROLE) or pool.has(_REGION):
        return
    regions = SNS.get(pool.region, ())
    if regions not in ((), (pool.region,)):
        yield pool.problem(
            _REGION,
            f"is for Cognito to choose: a pool in {pool.region} may send from {regions[-1]}",
            allowed=" or ".join(regions),
            fix=f"say {regions[0]}, or the Region where your numbers are",
        )


@rule(
    "sms.end-user-messaging-region",
    USER_POOL,
    why="Cognito uses AWS End User Messaging in the pool's own Region alone",
    evidence="API model",
    source=API + "API_EumsSmsConfigurationType.html",
)
def end_user_messaging_region(pool: View) -> Iterator[Problem]:
    """Refuse another Region than the pool's."""
    region = pool.text(f"{_MESSAGING}.Region")
    if region is not None and region != pool.region:
        yield pool.problem(
            f"{_MESSAGING}.Region",
            "must be the pool's own Region",
            got=region,
            allowed=f"nothing, or {pool.region}",
            fix="leave it out",
        )


@rule(
    "sms.end-user-messaging-unavailable",
    USER_POOL,
    severity="warning",
    why="the guide leaves these Regions out of those with AWS End User Messaging, unless AWS has added it since",
    evidence="developer guide",
    source=_GUIDE,
)
def end_user_messaging_unavailable(pool: View) -> Iterator[Problem]:
    """Warn of a sender that may not exist in the pool's Region."""
    if pool.surely_has(_MESSAGING) and pool.region in WITHOUT_END_USER_MESSAGING:
        yield pool.problem(
            _MESSAGING,
            f"may not exist for pools in {pool.region}",
            allowed="nothing: Amazon SNS sends there",
            fix=f"send by Amazon SNS: {{{_SNS_ROLE}}}",
        )
