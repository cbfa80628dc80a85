"""Limits of ``AWS::Cognito::UserPoolDomain``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11. A prefix and a
domain of one's own stand in one property: which characters either may have is a rule's to say.
"""

from functools import partial

from constructs_lib.resources.model import USER_POOL_DOMAIN
from constructs_lib.rules.limits.kinds import ARN, POOL_ID, Record, Text, Whole, Words
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_domain = partial(Limit, source=API + "API_CreateUserPoolDomain.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpooldomain.html")
_custom = partial(Limit, source=API + "API_CustomDomainConfigType.html")
_failover = partial(Limit, source=API + "API_FailoverType.html")

_RECORD = (Record(), "write the properties as an object, name by name")

LIMITS = Limits(
    USER_POOL_DOMAIN,
    [
        _resource("domain.form", "", Record(("UserPoolId", "Domain")), "say which user pool, and which domain"),
        _domain("domain.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _domain("domain.length", "Domain", Text(1, 63), "use a shorter prefix, or a shorter domain of your own"),
        _domain(
            "domain.managed-login-version",
            "ManagedLoginVersion",
            Whole(1, 2),
            "use 2 for managed login, 1 for the classic pages",
        ),
        _custom("domain.custom-form", "CustomDomainConfig", *_RECORD),
        _custom(
            "domain.certificate",
            "CustomDomainConfig.CertificateArn",
            Text(20, 2048, ARN),
            "use the ARN of a certificate of AWS Certificate Manager in us-east-1",
        ),
        _custom(
            "domain.security-policy",
            "CustomDomainConfig.SecurityPolicy",
            Words(("TLS_V1", "TLS_V1_2_2021", "TLS_V1_3_2025")),
            "use TLS_V1_2_2021, or TLS_V1_3_2025 where every client knows TLS 1.3",
        ),
        _failover("domain.routing", "Routing", *_RECORD),
        _failover(
            "domain.failover",
            "Routing.Failover",
            Record(("SecondaryRegion", "PrimaryRoute53HealthCheckId")),
            "give the Region to fall back to and the health check that decides",
        ),
        _failover(
            "domain.failover-region",
            "Routing.Failover.SecondaryRegion",
            Text(5, 32),
            "use the code of a Region, such as eu-west-1",
        ),
        _failover(
            "domain.failover-health-check",
            "Routing.Failover.PrimaryRoute53HealthCheckId",
            Text(0, 64),
            "use the id of a health check of Route 53",
        ),
    ],
)
