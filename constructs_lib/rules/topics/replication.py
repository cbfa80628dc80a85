"""Replicas in other Regions, and what a pool must be to have one.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import KMS_KEY, USER_POOL_DOMAIN, USER_POOL_REPLICA
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.view import Problem, View

_GUIDE = GUIDE + "user-pool-multi-region.html"
_KEY = "KeyConfiguration.KmsKeyArn"
_FAILOVER = "Routing.Failover.SecondaryRegion"


@rule(
    "replica.key-missing",
    USER_POOL_REPLICA,
    why="before a pool can have a replica it must have a multi-Region key of yours",
    evidence="developer guide",
    source=_GUIDE,
)
def key_missing(replica: View) -> Iterator[Problem]:
    """Refuse the replica of a pool without a key of one's own."""
    if not replica.pool.has(_KEY) or replica.pool.text("KeyConfiguration.KeyType") == "AWS_OWNED_KEY":
        yield replica.problem(
            "RegionName",
            f"needs a multi-Region key of yours in {{pool.{_KEY}}}",
            got=replica.get("RegionName"),
            allowed=f"a replica where {{pool.{_KEY}}} is a multi-Region key that the replica's Region has too",
            fix="give the pool such a key, and make its replica in the other Region first",
        )


@rule(
    "replica.key-of-one-region",
    USER_POOL_REPLICA,
    why="the key must be in every Region that the pool is in, and a key of one Region never becomes one of several",
    evidence="developer guide",
    source=_GUIDE,
)
def key_of_one_region(replica: View) -> Iterator[Problem]:
    """Refuse the replica of a pool whose key is in one Region alone."""
    key = replica.pool.neighbour(_KEY)
    if key is not None and key.type == KMS_KEY:
        single = not key.flag("MultiRegion")
    else:
        single = re.search(r":key/(?!mrk-)[0-9a-f-]+$", replica.pool.text(_KEY) or "") is not None
    if single:
        yield replica.problem(
            "RegionName",
            f"needs a multi-Region key, and {{pool.{_KEY}}} is none",
            got=replica.get("RegionName"),
            allowed="a key with MultiRegion true, whose id begins with mrk-",
            fix="make another key, with MultiRegion true",
        )


@rule(
    "replica.issuer",
    USER_POOL_REPLICA,
    severity="warning",
    why="tokens must have one issuer wherever they come from; the guide's pages differ on whether AWS insists",
    evidence="developer guide",
    source=_GUIDE,
)
def issuer(replica: View) -> Iterator[Problem]:
    """Ask for the issuer that is the same in every Region."""
    said = replica.pool.text("IssuerConfiguration.Type")
    if said != "UPDATED":
        yield replica.problem(
            "RegionName",
            "needs {pool.IssuerConfiguration.Type} UPDATED",
            got=replica.get("RegionName"),
            allowed="a replica of a pool whose issuer is that of no Region",
            fix="set {pool.IssuerConfiguration.Type} to UPDATED once all who verify tokens know the new issuer",
        )


@rule(
    "replica.same-region",
    USER_POOL_REPLICA,
    severity="warning",
    why="a replica is in another Region than its pool",
    evidence="inferred",
    source=_GUIDE,
)
def same_region(replica: View) -> Iterator[Problem]:
    """Warn of a replica beside its pool."""
    region = replica.text("RegionName")
    if region is not None and region == replica.region:
        yield replica.problem(
            "RegionName",
            "is the pool's own Region",
            got=region,
            allowed=f"any Region with Cognito but {region}",
            fix="name the Region that shall take over",
        )


@rule(
    "replica.second",
    USER_POOL_REPLICA,
    severity="warning",
    why="the guide speaks of one replica, in one more Region",
    evidence="developer guide",
    source=_GUIDE,
)
def second(replica: View) -> Iterator[Problem]:
    """Warn of a second replica."""
    if replica.twin() is not None:
        yield replica.problem(
            "RegionName",
            "is a second replica of the pool, which AWS may refuse",
            got=replica.get("RegionName"),
            allowed="one replica",
            fix="keep one of them",
        )


@rule(
    "replica.authenticator-apps",
    USER_POOL_REPLICA,
    severity="warning",
    why="replicas know no authenticator apps: whoever has one cannot sign in until the pool's own Region is back",
    evidence="developer guide",
    source=_GUIDE,
)
def authenticator_apps(replica: View) -> Iterator[Problem]:
    """Warn of users whom the replica does not let in."""
    factors = replica.pool.texts("EnabledMfas") or ()
    if "SOFTWARE_TOKEN_MFA" in factors and replica.pool.text("MfaConfiguration") in ("ON", "OPTIONAL"):
        yield replica.problem(
            "RegionName",
            "lets nobody in who has an authenticator app ({pool.EnabledMfas})",
            got=replica.get("RegionName"),
            allowed="a replica of a pool with other factors",
            fix="let users have a passkey or codes by e-mail as well, or acknowledge this",
        )


@rule(
    "replica.failover-elsewhere",
    USER_POOL_REPLICA,
    severity="warning",
    why="the domain falls back to a Region where the pool is not",
    evidence="inferred",
    source=_GUIDE,
)
def failover_elsewhere(replica: View) -> Iterator[Problem]:
    """Warn of a domain that falls back to another Region than the replica's."""
    region = replica.text("RegionName")
    for domain in replica.neighbours.around(replica.pool_key, USER_POOL_DOMAIN):
        secondary = domain.text(_FAILOVER)
        if secondary is not None and region is not None and secondary != region:
            yield replica.problem(
                "RegionName",
                f"is not where the domain {domain.key} falls back to, which is {secondary}",
                got=region,
                allowed=secondary,
                fix="name the same Region in both places",
            )
