"""Limits of ``AWS::Cognito::UserPoolResourceServer``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import USER_POOL_RESOURCE_SERVER
from constructs_lib.rules.limits.kinds import NAME, POOL_ID, List, Record, Text, matching
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_server = partial(Limit, source=API + "API_CreateResourceServer.html")
_scope = partial(Limit, source=API + "API_ResourceServerScopeType.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpoolresourceserver.html")

_TOKEN = matching(
    "letters, digits and signs without spaces, quotation marks and backslashes", r"[\x21\x23-\x5B\x5D-\x7E]+"
)
_SCOPE = matching(
    "letters, digits and signs without spaces, slashes, quotation marks and backslashes",
    r"[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+",
)

LIMITS = Limits(
    USER_POOL_RESOURCE_SERVER,
    [
        _resource(
            "resource-server.form",
            "",
            Record(("UserPoolId", "Identifier", "Name")),
            "give the resource server its pool, identifier and name",
        ),
        _resource("resource-server.user-pool", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _server(
            "resource-server.identifier",
            "Identifier",
            Text(1, 256, _TOKEN),
            "use a short word such as orders, or the URL of the API",
        ),
        _server(
            "resource-server.name", "Name", Text(1, 256, NAME), "use at most 256 letters, digits, spaces and _+=,.@-"
        ),
        _server(
            "resource-server.scopes", "Scopes", List(0, 100), "keep to 100 scopes; more need another resource server"
        ),
        _scope(
            "resource-server.scope",
            "Scopes[]",
            Record(("ScopeName", "ScopeDescription")),
            "give each scope its name and its description",
        ),
        _scope(
            "resource-server.scope-name",
            "Scopes[].ScopeName",
            Text(1, 256, _SCOPE),
            "use a short word such as orders.read; the resource server's identifier and / come in front by themselves",
        ),
        _scope(
            "resource-server.scope-description",
            "Scopes[].ScopeDescription",
            Text(1, 256),
            "say in a few words what the scope allows",
        ),
    ],
)
