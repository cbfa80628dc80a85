"""Rules about resource servers and their scopes."""

from typing import Any

from constructs_lib.resources.model import USER_POOL_RESOURCE_SERVER, Resources
from tests.rules.case import UNKNOWN, Case, domain, pool

_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html"


def server(name: str = "Server", **properties: Any) -> Resources:
    said = {"UserPoolId": {"Ref": "Pool"}, "Identifier": "orders", "Name": "Orders"} | properties
    return {name: {"Type": USER_POOL_RESOURCE_SERVER, "Properties": said}}


def scopes(*names: Any) -> list[dict[str, Any]]:
    return [{"ScopeName": name, "ScopeDescription": "Orders"} for name in names]


def many(count: int, **properties: Any) -> Resources:
    names = [f"{number:02}" for number in range(count)]
    return {
        key: one
        for name in names
        for key, one in server(f"Server{name}", Identifier=f"api{name}", **properties).items()
    }


CASES = [
    Case(
        rule="resource-server.duplicate-identifier",
        fails=pool() | server() | server("Third"),
        says="""\
Third.Identifier: is that of another resource server of the pool, got 'orders'
   allowed: an identifier that no other resource server of the pool has
   fix: use another identifier, or put the scopes of both into one resource server
   [resource-server.duplicate-identifier] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolresourceserver.html""",
        passes=pool() | server() | server("Second", Identifier="Orders"),
        silent=pool() | server() | server("Second", Identifier=UNKNOWN),
    ),
    Case(
        rule="resource-server.duplicate-scope",
        fails=server(Scopes=scopes("read", UNKNOWN, "read")),
        says=f"""\
Server.Scopes[2].ScopeName: is the name of an earlier scope too, got 'read'
   allowed: each name once
   fix: leave one of the two out
   [resource-server.duplicate-scope] {_GUIDE}""",
        passes=server(Scopes=scopes("read", "Read")),
        silent=server(Scopes=scopes("read", UNKNOWN)),
    ),
    Case(
        rule="resource-server.scope-too-long",
        fails=server(Identifier="o" * 200, Scopes=scopes("r" * 56)),
        says=f"""\
Server.Scopes[0].ScopeName: is longer, with its identifier and / in front, than an app client may say, got '{"r" * 56}'
   allowed: 55 characters after Server.Identifier and /
   fix: shorten it, or Server.Identifier
   [resource-server.scope-too-long] {_GUIDE}""",
        passes=server(Identifier="o" * 200, Scopes=scopes("r" * 55)),
        silent=server(Identifier=UNKNOWN, Scopes=scopes("r" * 256)),
    ),
    Case(
        rule="resource-server.no-domain",
        fails=pool() | server(),
        says=f"""\
Server.Scopes: needs a domain of the pool, and there is none here
   allowed: scopes of a pool with a domain
   fix: add a prefix domain or a custom domain to the pool
   [resource-server.no-domain] {_GUIDE}""",
        passes=pool() | server() | domain(Domain="shop"),
        silent=server(UserPoolId=UNKNOWN),
    ),
    Case(
        rule="resource-server.quota",
        fails=many(27),
        says="""\
Server25.Identifier: is one more than the 25 resource servers that a pool may have, got 'api25'
   allowed: 25 resource servers, or what AWS has raised the quota to
   fix: put scopes together into fewer resource servers, or have the quota raised and acknowledge this
   [resource-server.quota] https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html""",
        passes=many(25),
        silent=many(27, UserPoolId={"Fn::ImportValue": "pool"}),
    ),
]
