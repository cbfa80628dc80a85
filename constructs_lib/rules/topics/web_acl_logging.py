"""Where a web ACL writes what it did with each request.

https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import BUCKET, DELIVERY_STREAM, LOG_GROUP, WEB_ACL_LOGGING
from constructs_lib.resources.values import Json, is_list, is_unknown
from constructs_lib.rules.arns import arn_of
from constructs_lib.rules.references import referred
from constructs_lib.rules.registry import rule
from constructs_lib.rules.view import DoesNotApply, Problem, View

_DESTINATIONS = "LogDestinationConfigs"
_PREFIX = "aws-waf-logs-"
_SOURCE = "https://docs.aws.amazon.com/waf/latest/APIReference/API_LoggingConfiguration.html"
_NAMED_BY = {LOG_GROUP: "LogGroupName", BUCKET: "BucketName", DELIVERY_STREAM: "DeliveryStreamName"}


def _destinations(logging: View) -> Iterator[tuple[int, Json]]:
    said = logging.known(_DESTINATIONS)
    yield from enumerate(said if is_list(said) else ())


@rule(
    "web-acl-logging.destination-name",
    WEB_ACL_LOGGING,
    why='AWS WAF writes to places of that name alone; to others it answers "The ARN isn\'t valid"',
    evidence="reported",
    source=_SOURCE,
)
def destination_name(logging: View) -> Iterator[Problem]:
    """Refuse a place of another name."""
    for index, value in _destinations(logging):
        name = _name_of(logging, value)
        if name is not None and not name.startswith(_PREFIX):
            yield logging.problem(
                (_DESTINATIONS, index),
                f"must name a log group, bucket or stream whose name begins with {_PREFIX}",
                got=value,
                allowed=f"a name such as {_PREFIX}shop",
                fix=f"rename it to {_PREFIX}{name.rpartition('/')[2]}",
            )


def _name_of(logging: View, value: Json) -> str | None:
    """Give the name of a place: as its ARN says it, or the place itself where it is here."""
    place = referred(logging, value)
    if place is not None:
        name = place.source.get(_NAMED_BY.get(place.type, ""))
        return None if is_unknown(name) or not isinstance(name, str) else name
    try:
        arn = arn_of(logging, value)
    except DoesNotApply:
        return None
    if arn.resource is None:
        return None
    return arn.resource.removeprefix("log-group:").removeprefix("deliverystream/")


@rule(
    "web-acl-logging.destination-unnamed",
    WEB_ACL_LOGGING,
    severity="warning",
    why="the name that CloudFormation makes up begins with the stack's",
    evidence="inferred",
    source=_SOURCE,
)
def destination_unnamed(logging: View) -> Iterator[Problem]:
    """Warn of a place whose name is left to CloudFormation."""
    for index, value in _destinations(logging):
        place = referred(logging, value)
        if place is not None and place.type in _NAMED_BY and not place.has(_NAMED_BY[place.type]):
            yield logging.problem(
                (_DESTINATIONS, index),
                f"needs a name that begins with {_PREFIX}, and {place.key} has none",
                allowed=f"a log group, bucket or stream with a name such as {_PREFIX}shop",
                fix=f"give {place.key} a name that begins with {_PREFIX}",
            )
