"""Whether tokens of a pool can be accepted by somebody, judged on what its settings come to."""

from collections.abc import Iterator, Sequence

from constructs_lib.rendering.names import POOL, children_of, fragment_id
from constructs_lib.rendering.paths import Words
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import USER_POOL, Resources
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.accepting import ISSUER, ORIGINAL_ISSUER, TOKENS, load_balancer
from constructs_lib.rules.finding import Finding
from constructs_lib.rules.judge import asked
from constructs_lib.rules.neighbours import Neighbours
from constructs_lib.rules.registry import GUIDE, Rule
from constructs_lib.rules.topics.app_client_oauth import STANDARD_SCOPES
from constructs_lib.rules.topics.app_client_scopes import scopes_of
from constructs_lib.rules.view import DoesNotApply, View
from constructs_lib.settings import ExistingUserPool, ScopeOf, UserPoolSettings

_CLIENTS = GUIDE + "user-pool-settings-client-apps.html"
_SCOPES = GUIDE + "cognito-user-pools-define-resource-servers.html"
_DOMAINS = GUIDE + "cognito-user-pools-assign-domain.html"


class Acceptance:
    """What is known of a pool to those who accept its tokens; everything that it gives are findings.

    Args:
        settings: The pool's, or those of what is added to an existing pool.
        resources: What they were rendered to.
    """

    def __init__(self, settings: UserPoolSettings | ExistingUserPool, resources: Resources) -> None:
        self._words = Words(settings)
        self._neighbours = Neighbours(resources, Deployment())
        self._views = self._neighbours.views
        self._clients = self._keyed(settings, "app_clients")
        self._servers = self._keyed(settings, "resource_servers")

    def _keyed(self, settings: UserPoolSettings | ExistingUserPool, name: str) -> dict[str, View]:
        named = ((field, key) for field, key, _ in children_of(settings) if field.name == name)
        return {key or "": self._views[fragment_id(field, key)] for field, key in named}

    def _judged(self, view: View | None, *rules: Rule) -> Iterator[Finding]:
        if view is not None:
            yield from (finding.in_words(self._words) for finding in asked(view, rules))

    def known_issuer(self) -> Iterator[Finding]:
        """Want an issuer that is known now."""
        return self._judged(self._views.get(POOL), ISSUER)

    def original_issuer(self, issuer_type: str | None = None) -> Iterator[Finding]:
        """Want the issuer that everybody accepts; an existing pool has the one that it is said to have."""
        said = {"Type": USER_POOL, "Properties": {"IssuerConfiguration": {"Type": issuer_type}}}
        pool = self._views.get(POOL) or View(POOL, said, self._neighbours)
        return (finding.in_words(lambda *_: "issuer_type") for finding in asked(pool, [ORIGINAL_ISSUER]))

    def app_clients(self, keys: Sequence[object]) -> Iterator[Finding]:
        """Want some app clients that tokens come from; what is no key is a client from elsewhere."""
        if isinstance(keys, str):
            yield _refused(
                "authorizer.clients-form",
                "app_clients",
                "must be a list",
                got=keys,
                allowed="a list of keys",
                fix=f"write [{keys!r}]",
                source=_CLIENTS,
            )
            return
        if not keys:
            yield _refused(
                "authorizer.no-client",
                "app_clients",
                "there is none, so no token would be accepted",
                allowed="keys of app_clients of the settings, and app clients of CDK's",
                fix="add an app client to the settings, or hand in one that is made elsewhere",
                source=_CLIENTS,
            )
        for index, key in enumerate(keys):
            if isinstance(key, str):
                yield from self._app_client(f"app_clients[{index}]", key, TOKENS)

    def load_balancer(self, key: str, scope: str, has_domain: bool) -> Iterator[Finding]:
        """Want an app client that a load balancer can sign people in by, and a domain to do it at."""
        yield from self._app_client("app_client", key, *load_balancer(scope))
        if "openid" not in scope.split():
            yield _refused(
                "load-balancer.openid",
                "scope",
                "must have openid, since a load balancer wants an ID token",
                got=scope,
                allowed="scopes separated by spaces, openid among them",
                fix="add openid",
                source=load_balancer("")[0].source,
            )
        if not has_domain:
            yield _refused(
                "load-balancer.domain",
                "domain",
                "there is none, and people sign in at the pool's domain",
                allowed="prefix_domain or custom_domain in the settings, or a domain that is handed in",
                fix="add one to the settings, or hand in the one that is made elsewhere",
                source=_DOMAINS,
            )

    def _app_client(self, path: str, key: str, *rules: Rule) -> Iterator[Finding]:
        if key in self._clients:
            yield from self._judged(self._clients[key], *rules)
            return
        yield _refused(
            "authorizer.client-unknown",
            path,
            "is no app client of the settings",
            got=key,
            allowed=", ".join(self._clients) or "none: the settings have no app clients",
            fix="use the key of one",
            source=_CLIENTS,
        )

    def scopes(self, scopes: Sequence[str | ScopeOf]) -> Iterator[Finding]:
        """Want scopes that tokens can have; those of an existing pool's own resource servers are not known here."""
        for index, scope in enumerate(scopes):
            if not self._is_there(scope):
                yield _refused(
                    "authorizer.scope-unknown",
                    f"authorization_scopes[{index}]",
                    "is of no resource server of the settings",
                    got=f"{scope.key}/{scope.scope}" if isinstance(scope, ScopeOf) else scope,
                    allowed=", ".join([*STANDARD_SCOPES, *self._custom_scopes()]),
                    fix="add it to resource_servers, or give CDK the text if its resource server is made elsewhere",
                    source=_SCOPES,
                )

    def _is_there(self, scope: str | ScopeOf) -> bool:
        if isinstance(scope, ScopeOf):
            return scope.key in self._servers and _has(self._servers[scope.key], scope.scope)
        if scope in STANDARD_SCOPES or is_unknown(scope):
            return True
        identifier, _, name = scope.rpartition("/")
        servers = [server for server in self._servers.values() if _may_be(server, identifier)]
        elsewhere = POOL not in self._views and bool(identifier)
        return any(_has(server, name) for server in servers) if servers else elsewhere

    def _custom_scopes(self) -> Iterator[str]:
        for server in self._servers.values():
            try:
                yield from (f"{server.text('Identifier')}/{name}" for name in scopes_of(server))
            except DoesNotApply:
                continue


def _has(server: View, name: str) -> bool:
    """Tell whether a resource server has a scope, or may have it."""
    try:
        return name in scopes_of(server)
    except DoesNotApply:
        return True


def _may_be(server: View, identifier: str) -> bool:
    try:
        return bool(identifier) and server.text("Identifier") == identifier
    except DoesNotApply:
        return bool(identifier)


def _refused(
    rule: str, path: str, problem: str, *, got: str | None = None, allowed: str, fix: str, source: str
) -> Finding:
    return Finding(
        rule=rule,
        severity="error",
        resource=POOL,
        property=(),
        path=path,
        problem=problem,
        got=got,
        allowed=allowed,
        fix=fix,
        source=source,
    )
