"""Limits of ``AWS::WAFv2::WebACL``, as far as a user pool has to do with it.

From the CloudFormation schema (cfn-lint 1.58.0), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import WEB_ACL
from constructs_lib.rules.limits.kinds import List, Record, Text, Words, matching
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import CLOUDFORMATION

_acl = partial(Limit, source=CLOUDFORMATION + "aws-resource-wafv2-webacl.html")

_NAME = matching("letters, digits, - and _", r"[0-9A-Za-z_-]+")

LIMITS = Limits(
    WEB_ACL,
    [
        _acl(
            "web-acl.form",
            "",
            Record(("DefaultAction", "Scope", "VisibilityConfig")),
            "say where it stands, what happens to requests that no rule decides, and which metrics it has",
        ),
        _acl("web-acl.name", "Name", Text(1, 128, _NAME), "use at most 128 letters, digits, - and _"),
        _acl("web-acl.scope", "Scope", Words(("CLOUDFRONT", "REGIONAL")), "use REGIONAL before a user pool"),
        _acl("web-acl.default-action", "DefaultAction", Record(), "use an object with Allow or Block in it"),
        _acl("web-acl.rules", "Rules", List(), "write a list, also of a single rule"),
        _acl(
            "web-acl.visibility",
            "VisibilityConfig",
            Record(("CloudWatchMetricsEnabled", "MetricName", "SampledRequestsEnabled")),
            "give the metric a name, and say whether metrics and samples are kept",
        ),
    ],
)
