"""Resource servers, groups, identity pools, risk, logs and web ACLs."""

from typing import Any

from constructs_lib.resources.model import LOG_GROUP, WEB_ACL, WEB_ACL_ASSOCIATION, Resources, get_att, ref
from tests.failures.app_clients import machine
from tests.failures.resources import ACCOUNT, HERE, IDENTITY, of_pool, with_attributes
from tests.failures.row import Row, Told, change, failure, refused, unseen, warned
from tests.rules.case import group, pool
from tests.rules.identities import ARN, attachment, identities, mapping, role, user_pool

LOG = f"arn:aws:logs:eu-central-1:{ACCOUNT}:log-group:pool"
MESSAGES = {
    "EventSource": "userNotification",
    "LogLevel": "ERROR",
    "CloudWatchLogsConfiguration": {"LogGroupArn": LOG},
}
ACTIVITY = {"EventSource": "userAuthEvents", "LogLevel": "INFO", "CloudWatchLogsConfiguration": {"LogGroupArn": LOG}}
GUARDED = pool(UserPoolTier="PLUS", UserPoolAddOns={"AdvancedSecurityMode": "ENFORCED"})


def server(*scopes: str, identifier: str = "orders") -> Resources:
    listed = [{"ScopeName": name, "ScopeDescription": "May do"} for name in scopes]
    return of_pool("UserPoolResourceServer", Identifier=identifier, Name="orders", Scopes=listed)


def with_roles(**said: Any) -> Resources:
    return user_pool() | attachment(Roles={"authenticated": ARN}) | role(**said)


def risk(*, notify: bool = True, **said: Any) -> Resources:
    actions = {"HighAction": {"EventAction": "BLOCK", "Notify": notify}}
    takeover = {"AccountTakeoverRiskConfiguration": {"Actions": actions} | said.pop("takeover", {})}
    return GUARDED | of_pool("UserPoolRiskConfigurationAttachment", **{"ClientId": "ALL"} | takeover | said)


def logs(*configurations: dict[str, Any], tier: str = "PLUS") -> Resources:
    add_ons = {"UserPoolAddOns": {"AdvancedSecurityMode": "AUDIT"}} if tier == "PLUS" else {}
    delivery = of_pool("LogDeliveryConfiguration", LogConfigurations=list(configurations))
    return pool(UserPoolTier=tier, **add_ons) | delivery


def in_group(arn: str) -> dict[str, Any]:
    return MESSAGES | {"CloudWatchLogsConfiguration": {"LogGroupArn": arn}}


def association(arn: Any) -> Resources:
    properties = {"ResourceArn": get_att("Pool", "Arn"), "WebACLArn": arn}
    return pool() | {"Before": {"Type": WEB_ACL_ASSOCIATION, "Properties": properties}}


def acl(scope: str) -> Resources:
    visible = {"CloudWatchMetricsEnabled": True, "MetricName": "shop", "SampledRequestsEnabled": True}
    properties = {"Scope": scope, "DefaultAction": {"Allow": {}}, "VisibilityConfig": visible}
    return {"Acl": {"Type": WEB_ACL, "Properties": properties}}


SES_NOTIFIES = {"NotifyConfiguration": {"SourceArn": IDENTITY, "From": "no-reply@shop.example"}}
REGIONAL = f"arn:aws:wafv2:eu-central-1:{ACCOUNT}:regional/webacl/shop/1"
GLOBAL = f"arn:aws:wafv2:us-east-1:{ACCOUNT}:global/webacl/shop/1"

ROWS: list[Row] = [
    failure(
        "F185",
        "an app client is made before the resource server of its scopes",
        warned("app-client.scope-not-awaited", machine(), with_attributes(machine(), "Client", DependsOn="Orders")),
        warned(
            "app-client.scope-not-awaited",
            machine(),
            machine(AllowedOAuthScopes=[{"Fn::Join": ["", [ref("Orders"), "/read"]]}]),
        ),
        warned(
            "app-client.scope-without-server",
            machine(AllowedOAuthScopes=["invoices/read"]),
            with_attributes(machine(), "Client", DependsOn="Orders"),
        ),
        refused("app-client.scope-not-on-server", machine(AllowedOAuthScopes=["orders/write"]), machine()),
    ),
    failure(
        "F187",
        "names of scopes and their servers with other characters, or too many of them",
        *[
            refused("resource-server.identifier", server("read", identifier=name), server("read"))
            for name in ("my api", 'my"api', "my\\api", "", "a" * 257)
        ],
        *[
            refused("resource-server.scope-name", server(name), server("read"))
            for name in ("read users", 'read"', "users/read", "re\\ad", "")
        ],
        refused(
            "resource-server.scopes",
            server(*[f"scope{number}" for number in range(101)]),
            server(*[f"scope{number}" for number in range(100)]),
        ),
    ),
    change(
        "F188",
        "a group is made anew whose name differs by capitals alone",
        warned(
            "group.name-differs-in-case",
            pool() | group(GroupName="Viewers") | group("Old", GroupName="VIEWERS"),
            pool() | group(GroupName="Viewers") | group("Old", GroupName="Editors"),
        ),
        refused(
            "group.duplicate-name",
            pool() | group(GroupName="Viewers") | group("Old", GroupName="Viewers"),
            pool() | group(GroupName="Viewers") | group("Old", GroupName="Editors"),
        ),
    ),
    failure(
        "F190",
        "a group with an empty name, or with spaces",
        *[
            refused("group.name", group(GroupName=name), group(GroupName="viewers"))
            for name in ("", "shop viewers", "a" * 129, "viewers\n")
        ],
    ),
    failure(
        "F191",
        "a precedence that is out of range",
        *[
            refused("group.precedence", group(Precedence=number), group(Precedence=good))
            for number, good in ((-1, 0), ("-1", "0"), (2**31, 2**31 - 1), (1.5, 1))
        ],
    ),
    failure(
        "F193",
        "a role that the identity pool cannot give to users",
        warned("role-attachment.role-trust", with_roles(action="sts:AssumeRole"), with_roles()),
        warned("role-attachment.role-trust", with_roles(amr="unauthenticated"), with_roles()),
        warned("role-attachment.role-trust", with_roles(principal="accounts.google.com"), with_roles()),
        warned("role-attachment.role-open", with_roles(amr=None), with_roles()),
        refused("role-attachment.role-condition", with_roles(aud=None, amr=None), with_roles()),
    ),
    failure(
        "F194",
        "the name of an identity pool",
        *[
            refused("identity-pool.name", identities(IdentityPoolName=name), identities(IdentityPoolName=good))
            for name, good in (
                ("shop/customers", "shop-customers"),
                ("shop:customers", "shop customers"),
                ("a" * 129, "a" * 128),
                ("", "shop_+=,.@-"),
            )
        ],
    ),
    unseen(
        "F196",
        "the key of a role mapping is a token, which CDK does not take",
        "CDK refuses the key before there is a template",
        Told("constructs_lib/settings/identity_pool.py", "where the mapping's key is a name of your own"),
        refused(
            "role-attachment.mapping-provider",
            identities() | mapping("users"),
            identities() | mapping("users", IdentityProvider={"Fn::Sub": "${Pool.ProviderName}:web"}),
        ),
    ),
    failure(
        "F197",
        "two role attachments for one identity pool",
        refused(
            "role-attachment.second",
            with_roles() | attachment("Second", Roles={"authenticated": ARN}),
            with_roles(),
        ),
    ),
    failure(
        "F199",
        "a risk configuration that does not say for which app client",
        refused("risk.form", risk(ClientId=None), risk(ClientId="ALL")),
        refused("risk.client-id", risk(ClientId=""), risk(ClientId="ALL")),
    ),
    failure(
        "F200",
        "users shall be told, and nobody says from where",
        warned("risk.notifications-missing", risk(), risk(takeover=SES_NOTIFIES)),
        refused(
            "risk.notifications",
            risk(takeover={"NotifyConfiguration": {"From": "no-reply@shop.example"}}),
            risk(takeover=SES_NOTIFIES),
        ),
        warned("risk.notifications-unused", risk(notify=False, takeover=SES_NOTIFIES), risk(notify=False)),
    ),
    failure(
        "F202",
        "what users did is written down in a plan without threat protection",
        *[refused("log-delivery.plan", logs(ACTIVITY, tier=tier), logs(ACTIVITY)) for tier in ("LITE", "ESSENTIALS")],
        refused("log-delivery.plan", logs(MESSAGES, ACTIVITY, tier="LITE"), logs(MESSAGES, tier="LITE")),
    ),
    failure(
        "F203",
        "a level that the source of events does not have",
        refused("log-delivery.level-of-source", logs(ACTIVITY | {"LogLevel": "ERROR"}), logs(ACTIVITY)),
        refused("log-delivery.level-of-source", logs(MESSAGES | {"LogLevel": "INFO"}), logs(MESSAGES)),
        refused("log-delivery.level", logs(MESSAGES | {"LogLevel": "WARNING"}), logs(MESSAGES)),
    ),
    failure(
        "F205",
        "one source of events twice, or a log group of another Region",
        refused("log-delivery.duplicate-source", logs(MESSAGES, MESSAGES), logs(MESSAGES)),
        refused("log-delivery.duplicate-source", logs(ACTIVITY, MESSAGES, ACTIVITY), logs(ACTIVITY, MESSAGES)),
        refused(
            "log-delivery.log-group-region",
            logs(in_group(LOG.replace("eu-central-1", "us-east-1"))),
            logs(in_group(LOG)),
            HERE,
        ),
        refused(
            "log-delivery.log-group-wildcard",
            logs(in_group(get_att("Log", "Arn"))) | {"Log": {"Type": LOG_GROUP, "Properties": {}}},
            logs(in_group(LOG)),
        ),
    ),
    failure(
        "F206",
        "a web ACL for distributions, before a pool",
        refused("web-acl-association.arn", association(GLOBAL), association(REGIONAL)),
        refused(
            "web-acl-association.region",
            association(REGIONAL.replace("eu-central-1", "eu-west-1")),
            association(REGIONAL),
            HERE,
        ),
        refused(
            "web-acl.not-regional",
            acl("CLOUDFRONT") | association(get_att("Acl", "Arn")),
            acl("REGIONAL") | association(get_att("Acl", "Arn")),
        ),
    ),
    failure(
        "F208",
        "the name of a pool",
        *[
            refused("pool.name", pool(UserPoolName=name), pool(UserPoolName=good))
            for name, good in (
                ("shop/customers", "shop-customers"),
                ("shop:customers", "shop customers"),
                ("kunden-größe!", "kunden"),
                ("a" * 129, "a" * 128),
                ("", "shop"),
            )
        ],
    ),
    change("F209", "the id of a pool or an app client is exported, and another stack uses it"),
    unseen(
        "F211",
        "a pool that is there already cannot be imported",
        "a template does not say that it is for an import",
        Told(
            "docs/guide.md",
            "adds app clients, domains, groups, providers, resource servers and the rest to a pool of another stack",
        ),
    ),
    change("F212", "a pool that was made in the console is not what a library makes by default"),
]
