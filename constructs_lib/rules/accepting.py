"""What must hold of a pool and its app clients for whoever accepts their tokens.

These rules are asked when something is made that accepts tokens, since no template of a pool tells by whom it is used.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from constructs_lib.resources.model import USER_POOL, USER_POOL_CLIENT
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.registry import API, GUIDE, Check, Rule
from constructs_lib.rules.topics.app_client_oauth import grants
from constructs_lib.rules.topics.authorizers import UPDATED_ISSUER, UPDATED_ISSUER_SOURCE, updated_issuer_problem
from constructs_lib.rules.view import Problem, View

_LOAD_BALANCER = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"
_ENDPOINT = "/oauth2/idpresponse"


def _no_tokens(client: View) -> Iterator[Problem]:
    """Refuse an app client that renews sessions and begins none."""
    if client.texts("ExplicitAuthFlows") == ("ALLOW_REFRESH_TOKEN_AUTH",) and not grants(client):
        yield client.problem(
            "ExplicitAuthFlows",
            "lets nobody sign in, so there are no tokens of this app client to accept",
            got=client.get("ExplicitAuthFlows"),
            allowed="a flow that signs people in, or a grant in {AllowedOAuthFlows}",
            fix="add one, or leave this app client out",
        )


def _issuer_unknown(pool: View) -> Iterator[Problem]:
    """Refuse an issuer that nobody knows before deploy: it is part of a host name."""
    if is_unknown(pool.get("IssuerConfiguration.Type")):
        yield pool.problem(
            "IssuerConfiguration.Type",
            "must be known to name the issuer of tokens",
            got=pool.get("IssuerConfiguration.Type"),
            allowed="ORIGINAL and UPDATED",
            fix="say one of them",
        )


def _updated_issuer(pool: View) -> Iterator[Problem]:
    """Warn of tokens with the updated issuer where Cognito's guide says that they are not accepted."""
    if pool.text("IssuerConfiguration.Type") == "UPDATED":
        yield updated_issuer_problem(pool)


def _load_balancer_secret(client: View) -> Iterator[Problem]:
    """Refuse an app client without a secret."""
    if not client.flag("GenerateSecret"):
        yield client.problem(
            "GenerateSecret",
            "must be true for a load balancer",
            got=client.get("GenerateSecret"),
            allowed="true",
            fix="make the app client by load_balancer(hosts=[…]); a deployed one that gets a secret is another one",
        )


def _load_balancer_grant(client: View) -> Iterator[Problem]:
    """Refuse an app client without the authorization code grant."""
    if "code" not in grants(client):
        yield client.problem(
            "AllowedOAuthFlows",
            "must have code for a load balancer",
            got=client.get("AllowedOAuthFlows"),
            allowed="code among them, with {AllowedOAuthFlowsUserPoolClient} true",
            fix="make the app client by load_balancer(hosts=[…])",
        )


def _load_balancer_callback(client: View) -> Iterator[Problem]:
    """Refuse an app client that sends nobody back to a load balancer."""
    urls = client.texts("CallbackURLs") or ()
    if not any(url.endswith(_ENDPOINT) for url in urls):
        yield client.problem(
            "CallbackURLs",
            "must have the address at which a load balancer takes users back",
            got=client.get("CallbackURLs"),
            allowed=f"https://<host in lower-case letters>{_ENDPOINT} among them",
            fix="add it for each name of the load balancer",
        )


def _load_balancer_scopes(client: View, asked: Sequence[str]) -> Iterator[Problem]:
    """Refuse scopes that the app client may not ask for."""
    allowed = client.texts("AllowedOAuthScopes") or ()
    missing = [scope for scope in asked if scope not in allowed]
    if missing:
        yield client.problem(
            "AllowedOAuthScopes",
            f"must have {' and '.join(missing)}, for which the load balancer asks",
            got=client.get("AllowedOAuthScopes"),
            allowed=" ".join(asked),
            fix="add what is missing, or have the load balancer ask for less",
        )


TOKENS = Rule(
    id="authorizer.no-tokens",
    resource=USER_POOL_CLIENT,
    severity="error",
    why="no token of this app client will ever come",
    evidence="developer guide",
    source=GUIDE + "amazon-cognito-user-pools-authentication-flow-methods.html",
    check=_no_tokens,
)

ISSUER = Rule(
    id="authorizer.issuer-unknown",
    resource=USER_POOL,
    severity="error",
    why="the two issuers have hosts of their own",
    evidence="API model",
    source=API + "API_IssuerConfigurationType.html",
    check=_issuer_unknown,
)

ORIGINAL_ISSUER = Rule(
    id=UPDATED_ISSUER,
    resource=USER_POOL,
    severity="warning",
    why="these may refuse every token of the pool",
    evidence="developer guide",
    source=UPDATED_ISSUER_SOURCE,
    check=_updated_issuer,
)


def load_balancer(asked: str) -> tuple[Rule, ...]:
    """Give the rules of an app client that a load balancer asks for some scopes by."""
    return (
        _of_load_balancer(
            "load-balancer.secret",
            "Elastic Load Balancing refuses the listener: 'The user pool client must have a client secret'",
            _load_balancer_secret,
        ),
        _of_load_balancer(
            "load-balancer.grant", "load balancers sign users in by the authorization code grant", _load_balancer_grant
        ),
        _of_load_balancer(
            "load-balancer.callback",
            "the sign-in page sends nobody to an address that the app client does not have",
            _load_balancer_callback,
        ),
        _of_load_balancer(
            "load-balancer.scope",
            "the sign-in page refuses scopes that the app client does not have",
            partial(_load_balancer_scopes, asked=asked.split()),
        ),
    )


def _of_load_balancer(rule_id: str, why: str, check: Check) -> Rule:
    return Rule(
        id=rule_id,
        resource=USER_POOL_CLIENT,
        severity="error",
        why=why,
        evidence="developer guide",
        source=_LOAD_BALANCER,
        check=check,
    )


ALL = (TOKENS, ISSUER, ORIGINAL_ISSUER, *load_balancer("openid"))
"""Each of them."""
