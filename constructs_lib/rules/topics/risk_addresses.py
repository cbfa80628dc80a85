"""Addresses that threat protection always refuses, or never looks at.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html
"""

import re
from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network, ip_network

from constructs_lib.resources.model import USER_POOL_RISK_CONFIGURATION
from constructs_lib.rules.registry import API, rule
from constructs_lib.rules.view import Problem, View

_BLOCKED = "RiskExceptionConfiguration.BlockedIPRangeList"
_SKIPPED = "RiskExceptionConfiguration.SkippedIPRangeList"
_SOURCE = API + "API_RiskExceptionConfigurationType.html"


def _network(text: str) -> IPv4Network | IPv6Network | None:
    """Read CIDR notation; nobody has seen AWS mind bits beyond the prefix."""
    if not re.fullmatch(r"[^/]+/[0-9]{1,3}", text):
        return None
    try:
        return ip_network(text, strict=False)
    except ValueError:
        return None


def _ranges(risk: View, path: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, text in risk.each_text(path):
        yield (*path.split("."), index), text


@rule(
    "risk.address-range",
    USER_POOL_RISK_CONFIGURATION,
    why="AWS answers 'Incorrect CIDR format'",
    evidence="measured on AWS",
    source=_SOURCE,
)
def address_range(risk: View) -> Iterator[Problem]:
    """Refuse what is no range of addresses."""
    for path in (_BLOCKED, _SKIPPED):
        for place, text in _ranges(risk, path):
            if _network(text) is None:
                yield risk.problem(
                    place,
                    "must be a range of addresses in CIDR notation",
                    got=text,
                    allowed="192.0.2.0/24, 2001:db8::/32, or 192.0.2.7/32 for a single address",
                    fix="write the address, a slash, and how many leading bits count",
                )


@rule(
    "risk.range-in-both-lists",
    USER_POOL_RISK_CONFIGURATION,
    severity="warning",
    why="an address cannot be refused always and looked at never",
    evidence="inferred",
    source=_SOURCE,
)
def range_in_both_lists(risk: View) -> Iterator[Problem]:
    """Warn of ranges that are both refused and passed over."""
    blocked = {_network(text) for _, text in _ranges(risk, _BLOCKED)} - {None}
    for place, text in _ranges(risk, _SKIPPED) if blocked else ():
        if _network(text) in blocked:
            yield risk.problem(
                place,
                f"is in {{{_BLOCKED}}} too",
                got=text,
                allowed="a range in one of the two lists",
                fix="leave it out of one of the two",
            )


@rule(
    "risk.every-address",
    USER_POOL_RISK_CONFIGURATION,
    severity="warning",
    why="this range is the whole internet",
    evidence="inferred",
    source=_SOURCE,
)
def every_address(risk: View) -> Iterator[Problem]:
    """Warn of ranges that leave nobody out."""
    for path, says in ((_BLOCKED, "keeps everybody out"), (_SKIPPED, "takes everybody out of threat protection")):
        for place, text in _ranges(risk, path):
            network = _network(text)
            if network is not None and network.prefixlen == 0:
                yield risk.problem(
                    place,
                    says,
                    got=text,
                    allowed="ranges of some addresses",
                    fix="name the addresses that are meant, or leave it out",
                )
