"""App clients: flows, grants, scopes, URLs, tokens and attributes."""

from typing import Any

from constructs_lib.resources.model import Resources
from tests.failures.attributes import PLAIN
from tests.failures.resources import IN, of_pool, web
from tests.failures.row import Row, Told, change, failure, refused, unseen, warned
from tests.rules.case import client, pool

ROTATING = {"RefreshTokenRotation": {"Feature": "ENABLED"}}
PROJECT = {"ApplicationArn": "arn:aws:mobiletargeting:eu-central-1:111122223333:apps/abcdef"}
BY_ID = {"ApplicationId": "abcdef", "RoleArn": "arn:aws:iam::111122223333:role/events", "ExternalId": "shop"}
BALANCER = "https://app.shop.example/oauth2/idpresponse"
ORDERS = of_pool(
    "UserPoolResourceServer",
    "Orders",
    Identifier="orders",
    Name="orders",
    Scopes=[{"ScopeName": "read", "ScopeDescription": "Read orders"}],
)


def machine(*grants: str, **said: Any) -> Resources:
    """Make an app client for programs, and perhaps for people too."""
    scopes = {"AllowedOAuthScopes": ["orders/read"]}
    flows = {"AllowedOAuthFlows": ["client_credentials", *grants], "GenerateSecret": True}
    return pool() | ORDERS | web(**scopes | flows | ({} if grants else {"CallbackURLs": None}) | said)


def refresh(amount: Any, unit: str | None = None) -> Resources:
    units = {} if unit is None else {"TokenValidityUnits": {"RefreshToken": unit}}
    return client(RefreshTokenValidity=amount, **units)


PLAIN_HTTP = (
    "http://192.168.1.50:5001",
    "http://shop.example/in",
    "HTTP://shop.example/in",
    "http://localhost.shop.example",
    "http://127.0.0.2/in",
    "http://[::2]:3000/in",
    "http://[2001:db8::1]/in",
)
NOTHING: tuple[Any, ...] = (None, [])
ON_THE_WAY = ("http://localhost:3000/in", "http://127.0.0.1/in", "http://[::1]:3000/in", "shop://in", IN)

ROWS: list[Row] = [
    failure(
        "F110",
        "people sign in on hosted pages, and are sent nowhere",
        *[
            refused("app-client.callback-urls-needed", web(AllowedOAuthFlows=grants, CallbackURLs=urls), web())
            for grants in (["code"], ["implicit"], ["code", "implicit"])
            for urls in NOTHING
        ],
    ),
    failure(
        "F112",
        "plain http to what is not the developer's own machine",
        *[
            refused("app-client.url-https", web(CallbackURLs=[IN, url]), web(CallbackURLs=[IN, good]))
            for url, good in zip(PLAIN_HTTP, ON_THE_WAY * 2, strict=False)
        ],
        *[
            refused("app-client.url-https", web(LogoutURLs=[url]), web(LogoutURLs=[good]))
            for url, good in zip(PLAIN_HTTP, ON_THE_WAY * 2, strict=False)
        ],
        refused("app-client.url-fragment", web(CallbackURLs=[f"{IN}#home"]), web()),
        refused("app-client.url-absolute", web(CallbackURLs=["/in"]), web()),
        refused("app-client.url-absolute", web(CallbackURLs=["shop.example/in"]), web()),
    ),
    unseen(
        "F113",
        "the application sends users back to another URL than is registered, by a slash or a port",
        "what the application asks for stands in its code",
        Told("constructs_lib/settings/app_client.py", "to the letter: a slash at the end is another URL"),
        warned("app-client.url-wildcard", web(CallbackURLs=["https://*.shop.example/in"]), web()),
        warned("app-client.url-wildcard", web(LogoutURLs=["https://shop.example/*"]), web()),
    ),
    failure(
        "F115",
        "one app client for people and for programs",
        *[
            refused("app-client.client-credentials-alone", machine(*grants), machine())
            for grants in (("code",), ("implicit",), ("code", "implicit"))
        ],
        refused("app-client.client-credentials-need-secret", machine(GenerateSecret=False), machine()),
    ),
    failure(
        "F116",
        "a scope that is none",
        *[
            refused("app-client.scope-unknown", web(AllowedOAuthScopes=["openid", scope]), web())
            for scope in ("Cognito", "read", "OpenID", "offline_access")
        ],
        refused("app-client.scope-not-on-server", machine(AllowedOAuthScopes=["orders/write"]), machine()),
        refused(
            "app-client.scope", web(AllowedOAuthScopes=["openid email"]), web(AllowedOAuthScopes=["openid", "email"])
        ),
    ),
    failure(
        "F118",
        "tokens that live longer, or shorter, than Cognito lets them",
        refused("app-client.token-lifetime", refresh(36500), refresh(3650)),
        refused("app-client.token-lifetime", refresh("36500", "days"), refresh(3650, "days")),
        refused("app-client.token-lifetime", refresh(87601, "hours"), refresh(87600, "hours")),
        refused("app-client.token-lifetime", refresh(59, "minutes"), refresh(60, "minutes")),
        refused("app-client.token-lifetime", client(AccessTokenValidity=25), client(AccessTokenValidity=24)),
        refused(
            "app-client.token-lifetime",
            client(IdTokenValidity=299, TokenValidityUnits={"IdToken": "seconds"}),
            client(IdTokenValidity=300, TokenValidityUnits={"IdToken": "seconds"}),
        ),
    ),
    failure(
        "F119",
        "an app client may write what the pool does not have",
        *[
            warned(
                "app-client.attribute-undeclared",
                PLAIN | client(WriteAttributes=["email", name]),
                PLAIN | client(WriteAttributes=["email", "custom:team"]),
            )
            for name in ("custom:role", "team", "Team", "custom:Team")
        ],
        refused(
            "app-client.read-attribute-unknown",
            PLAIN | client(ReadAttributes=["custom:role"]),
            PLAIN | client(ReadAttributes=["custom:team"]),
        ),
    ),
    failure(
        "F121",
        "users may change their own role, because nobody says what they may write",
        warned("app-client.all-attributes-writable", PLAIN | client(), PLAIN | client(WriteAttributes=["email"])),
    ),
    failure(
        "F122",
        "refresh tokens rotate, and the old way to renew them is open",
        refused(
            "app-client.rotation-with-refresh-flow",
            client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], **ROTATING),
            client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"], **ROTATING),
        ),
        warned(
            "app-client.rotation-with-default-flows",
            client(**ROTATING),
            client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"], **ROTATING),
        ),
    ),
    failure(
        "F124",
        "a secret for an application that runs on the user's device",
        *[
            warned(
                "app-client.secret-on-device",
                web(GenerateSecret=True, **said),
                web(GenerateSecret=False, **said),
            )
            for said in (
                {"CallbackURLs": ["shop://in"]},
                {"CallbackURLs": ["com.example.shop:/in", "com.example.shop:/again"]},
                {"AllowedOAuthFlows": ["implicit"]},
            )
        ],
    ),
    change("F125", "a secret is given to an app client later, or taken away: another app client with another id"),
    failure(
        "F127",
        "a name that is too long, or has other characters",
        refused("app-client.name", client(ClientName="a" * 129), client(ClientName="a" * 128)),
        refused("app-client.name", client(ClientName="shop/web"), client(ClientName="shop web")),
        refused("app-client.name", client(ClientName=""), client()),
    ),
    failure(
        "F128",
        "nobody can renew a session",
        *[
            warned(
                "app-client.no-renewal",
                client(ExplicitAuthFlows=[flow]),
                client(ExplicitAuthFlows=[flow, "ALLOW_REFRESH_TOKEN_AUTH"]),
            )
            for flow in ("ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_AUTH")
        ],
    ),
    change("F130", "another secret for an app client: CloudFormation makes another app client"),
    failure(
        "F131",
        "a load balancer whose app client has no secret",
        *[
            warned(
                "app-client.load-balancer-secret",
                web(CallbackURLs=[BALANCER], **said),
                web(CallbackURLs=[BALANCER], GenerateSecret=True),
            )
            for said in ({}, {"GenerateSecret": False})
        ],
    ),
    failure(
        "F133",
        "several URLs in one text",
        refused("app-client.callback-url", web(CallbackURLs=[",".join([IN] * 60)]), web(CallbackURLs=[IN])),
        refused("app-client.callback-url", web(CallbackURLs=[f"{IN}, {IN}"]), web(CallbackURLs=[IN])),
        refused("app-client.logout-url", web(LogoutURLs=["https://shop.example/" + "a" * 1004]), web(LogoutURLs=[IN])),
        warned("app-client.urls-in-one-text", web(CallbackURLs=[f"{IN},{IN}2"]), web(CallbackURLs=[IN, f"{IN}2"])),
        warned("app-client.urls-in-one-text", web(LogoutURLs=[f"{IN},shop://out"]), web(LogoutURLs=[IN, "shop://out"])),
    ),
    failure(
        "F134",
        "the URL that is taken by default is none of those that may be taken",
        *[
            refused("app-client.default-not-a-callback-url", web(DefaultRedirectURI=url), web(DefaultRedirectURI=IN))
            for url in ("https://other.example/in", f"{IN}/", IN.upper())
        ],
    ),
    failure(
        "F136",
        "an app client may say who a user is",
        *[
            refused(
                "app-client.attribute-not-writable",
                client(WriteAttributes=["email", name]),
                client(WriteAttributes=["email"]),
            )
            for name in ("sub", "email_verified", "phone_number_verified")
        ],
    ),
    failure(
        "F137",
        "a Pinpoint project that is named by halves, or twice",
        *[
            refused(
                "app-client.analytics-project",
                client(AnalyticsConfiguration=said),
                client(AnalyticsConfiguration=repaired),
            )
            for said, repaired in (
                ({"ApplicationId": "abcdef"}, BY_ID),
                ({"ApplicationId": "abcdef", "RoleArn": BY_ID["RoleArn"]}, BY_ID),
                (PROJECT | BY_ID, PROJECT),
                ({"UserDataShared": True}, PROJECT),
            )
        ],
    ),
    failure(
        "F139",
        "more URLs than an app client can have",
        *[
            refused(rule, web(**{name: [f"{IN}{number}" for number in range(101)]}), web(**{name: [IN] * 100}))
            for rule, name in (("app-client.callback-urls", "CallbackURLs"), ("app-client.logout-urls", "LogoutURLs"))
        ],
    ),
    failure(
        "F140",
        "the user's address is passed on without a secret",
        *[
            refused(
                "app-client.context-data-needs-secret",
                client(EnablePropagateAdditionalUserContextData=True, **said),
                client(EnablePropagateAdditionalUserContextData=True, GenerateSecret=True),
            )
            for said in ({}, {"GenerateSecret": False})
        ],
    ),
    failure(
        "F142",
        "OAuth without grants or scopes, or the other way round",
        *[
            refused("app-client.oauth-incomplete", web(**{name: none}), web())
            for name in ("AllowedOAuthFlows", "AllowedOAuthScopes")
            for none in NOTHING
        ],
        warned("app-client.oauth-off", web(AllowedOAuthFlowsUserPoolClient=False), web()),
        warned("app-client.oauth-off", web(AllowedOAuthFlowsUserPoolClient=None), web()),
    ),
    failure(
        "F143",
        "old and new names of flows in one list",
        *[
            refused(
                "app-client.flow-names-mixed",
                client(ExplicitAuthFlows=[old, "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
                client(ExplicitAuthFlows=repaired),
            )
            for old, repaired in (
                ("ADMIN_NO_SRP_AUTH", ["ADMIN_NO_SRP_AUTH"]),
                ("USER_PASSWORD_AUTH", ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
                ("CUSTOM_AUTH_FLOW_ONLY", ["CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"]),
            )
        ],
    ),
]
