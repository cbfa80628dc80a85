"""The SES identity that mails are sent from: its ARN, Region and account.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL
from constructs_lib.rules.arns import Arn, arn_at
from constructs_lib.rules.facts.regions import SES, SES_PERHAPS
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Problem, View

IDENTITY = "EmailConfiguration.SourceArn"
_SENDER = "EmailConfiguration.EmailSendingAccount"

_EMAIL = GUIDE + "user-pool-email.html"
_TYPE = API + "API_EmailConfigurationType.html"
_ISSUES = "https://github.com/aws/aws-cdk/issues/"


def name_of(identity: Arn) -> str:
    """Give the domain or address of an identity."""
    if identity.resource is None or not identity.resource.startswith("identity/"):
        raise DoesNotApply
    return identity.resource.removeprefix("identity/").lower()


def out_of_reach(view: View, path: str) -> Iterator[Problem]:
    """Refuse an SES identity in a Region that the pool cannot reach."""
    identity = arn_at(view, path)
    region = identity.region if identity is not None and identity.service == "ses" else None
    if region is not None and region not in SES_PERHAPS.get(view.region, (region,)):
        yield view.problem(
            path,
            f"cannot be in {region} for a pool in {view.region}",
            got=view.get(path),
            allowed=f"an identity in {' or '.join(SES[view.region])}",
            fix=f"verify the identity in {SES[view.region][0]} and name that one",
        )


@rule(
    "email.identity-required",
    USER_POOL,
    why="Cognito cannot know from which of your addresses SES shall send",
    evidence="measured on AWS",
    source=_TYPE,
)
def identity_required(pool: View) -> Iterator[Problem]:
    """Ask for the identity that SES sends from."""
    if pool.text(_SENDER) == "DEVELOPER" and not pool.has(IDENTITY):
        yield pool.problem(
            IDENTITY,
            f"is needed where {{{_SENDER}}} is DEVELOPER",
            allowed="ARN of a verified SES identity",
            fix=f"name the verified domain or address, or set {{{_SENDER}}} to COGNITO_DEFAULT",
        )


@rule(
    "email.identity-arn",
    USER_POOL,
    why="AWS answers 'Email arn does not belong to your account' to any other ARN",
    evidence="reported",
    source=_ISSUES + "25115",
)
def identity_arn(pool: View) -> Iterator[Problem]:
    """Refuse the ARN of something that is no SES identity."""
    identity = arn_at(pool, IDENTITY)
    if identity is None:
        return
    other_service = identity.service not in (None, "ses")
    other_resource = identity.resource is not None and not re.fullmatch("identity/.+", identity.resource)
    if other_service or other_resource:
        yield pool.problem(
            IDENTITY,
            "must be the ARN of an SES identity",
            got=pool.get(IDENTITY),
            allowed="arn:aws:ses:<region>:<account>:identity/<domain or address>",
            fix="give the ARN that the SES console shows for the verified domain or address",
        )


@rule(
    "email.identity-region",
    USER_POOL,
    why="AWS answers 'Provided SourceArn must be in one of the following SES regions'",
    evidence="measured on AWS",
    source=_EMAIL,
)
def identity_region(pool: View) -> Iterator[Problem]:
    """Refuse an identity in a Region that the pool cannot reach."""
    yield from out_of_reach(pool, IDENTITY)


@rule(
    "email.identity-region-unconfirmed",
    USER_POOL,
    severity="warning",
    why="the guide does not list this Region of SES for the pool's, though AWS may take it",
    evidence="developer guide",
    source=_EMAIL,
)
def identity_region_unconfirmed(pool: View) -> Iterator[Problem]:
    """Warn of an identity in a Region that may or may not work."""
    identity = arn_at(pool, IDENTITY) if pool.text(_SENDER) == "DEVELOPER" else None
    region = identity.region if identity is not None else None
    listed = SES.get(pool.region, (pool.region,))
    if region is not None and region not in listed and region in SES_PERHAPS.get(pool.region, (region,)):
        yield pool.problem(
            IDENTITY,
            f"is in {region}, which may not serve a pool in {pool.region}",
            got=pool.get(IDENTITY),
            allowed=f"an identity in {listed[0]}",  # the list is longer only where it is all there is
            fix=f"verify the identity in {listed[0]} and name that one, or try it in a pool for tests",
        )


@rule(
    "email.identity-account",
    USER_POOL,
    severity="warning",
    why="the guide wants the identity in the pool's account; another one must at least let Cognito send",
    evidence="developer guide",
    source=_EMAIL,
)
def identity_account(pool: View) -> Iterator[Problem]:
    """Warn of an identity in another account."""
    identity = arn_at(pool, IDENTITY)
    account = identity.account if identity is not None else None
    if account is not None and account != pool.account:
        yield pool.problem(
            IDENTITY,
            f"is in another account than the pool's ({pool.account})",
            got=pool.get(IDENTITY),
            allowed="an identity in the pool's account",
            fix="verify the identity in the pool's account, or give it a sending authorization policy for Cognito",
        )


@rule(
    "email.cognito-sender-with-identity",
    USER_POOL,
    severity="warning",
    why="without a sending authorization policy on the identity AWS answers 'Cognito is not allowed to use your email "
    "identity'",
    evidence="measured on AWS",
    source=_EMAIL,
)
def cognito_sender_with_identity(pool: View) -> Iterator[Problem]:
    """Warn where Cognito's own sender shall use an identity of yours."""
    if pool.surely_has(IDENTITY) and pool.text(_SENDER) in (None, "COGNITO_DEFAULT"):
        yield pool.problem(
            IDENTITY,
            "needs a sending authorization policy for email.cognito-idp.amazonaws.com where Cognito sends",
            got=pool.get(IDENTITY),
            allowed=f"an identity with such a policy, or {{{_SENDER}}} DEVELOPER",
            fix=f"set {{{_SENDER}}} to DEVELOPER, or give the identity the policy",
        )


@rule(
    "email.identity-of-any-region",
    USER_POOL,
    severity="warning",
    why="the guide writes * for the Region where Cognito's own sender is elsewhere; the pattern of the API and of "
    "CloudFormation has no * in it",
    evidence="developer guide",
    source=_EMAIL,
)
def identity_of_any_region(pool: View) -> Iterator[Problem]:
    """Warn of the Region that the guide and the API disagree about."""
    arn = pool.text(IDENTITY)
    if arn is not None and arn.split(":")[3:4] == ["*"]:
        yield pool.problem(
            IDENTITY,
            "may be refused, with * for its Region",
            got=arn,
            allowed="an ARN with a Region",
            fix=f"name the identity's Region, and set {{{_SENDER}}} to DEVELOPER where your own SES shall send",
        )
