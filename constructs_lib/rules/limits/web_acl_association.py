"""Limits of ``AWS::WAFv2::WebACLAssociation``, as far as a user pool has to do with it.

From the CloudFormation schema (cfn-lint 1.58.0), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import WEB_ACL_ASSOCIATION
from constructs_lib.rules.limits.kinds import Record, Text
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import CLOUDFORMATION

_association = partial(Limit, source=CLOUDFORMATION + "aws-resource-wafv2-webaclassociation.html")

LIMITS = Limits(
    WEB_ACL_ASSOCIATION,
    [
        _association(
            "web-acl-association.form",
            "",
            Record(("ResourceArn", "WebACLArn")),
            "say what is protected, and by which web ACL",
        ),
        _association("web-acl-association.web-acl", "WebACLArn", Text(20, 2048), "use the ARN of a web ACL of AWS WAF"),
    ],
)
