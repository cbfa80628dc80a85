"""What a front end needs to know, as a stack output and as parameters, taken from what is rendered in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import jsii
from aws_cdk import Acknowledgment, CfnOutput, CfnResource, IResolveContext, IStringProducer, Lazy, Stack, Validations
from constructs import Construct

from constructs_lib.cdk.fragment import token_text
from constructs_lib.cdk.laid_over import met_everywhere, rendered
from constructs_lib.checking import refuse_errors
from constructs_lib.front_ends.amplify import amplify_outputs
from constructs_lib.front_ends.oidc import oidc_settings
from constructs_lib.front_ends.outputs import MARK
from constructs_lib.front_ends.refusals import RULES, findings
from constructs_lib.front_ends.rendered import Rendered
from constructs_lib.rendering.names import POOL
from constructs_lib.rendering.paths import Words
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    USER_POOL,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
)
from constructs_lib.resources.values import Json, is_intrinsic, is_list, is_token
from constructs_lib.rules.finding import in_order

if TYPE_CHECKING:
    from constructs_lib.cdk.existing_user_pool import ExistingCognitoUserPool
    from constructs_lib.cdk.family import Family
    from constructs_lib.cdk.identity_pool import CognitoIdentityPool
    from constructs_lib.cdk.user_pool import CognitoUserPool

_AROUND = (USER_POOL, USER_POOL_DOMAIN, USER_POOL_GROUP, USER_POOL_IDENTITY_PROVIDER)


class FrontEnd(Construct):
    """What the front end of an app client reads: settings for the Amplify libraries and for OpenID Connect.

    A stack output holds both, and ``userpool front-end OUTPUTS.json`` makes ``amplify_outputs.json`` and ``oidc.json``
    of it after ``cdk deploy --outputs-file OUTPUTS.json``. They say what is rendered in the end: settings, what is set
    on the L1s, what their ``add_property_override`` lays over them, and what aspects do. There is never a secret in
    them, and everybody may read them. What only the deploy tells, such as a policy by ``Fn::If``, is left out.

    Args:
        scope: The construct around it, in the pool's stack.
        construct_id: Its id.
        users: The pool. Of an `ExistingCognitoUserPool` nothing is known but its id, and what is added to it.
        app_client: Your key of the app client; one without a secret.
        identities: The identity pool whose AWS credentials the users get. Default: none.
        domain: Host of the hosted pages, such as ``login.shop.example``, if they are made elsewhere. Default: your own
            domain, else the prefix domain of ``users``, else none.
        parameters: Where parameters of SSM are made, such as ``/shop/web``: ``…/amplify`` and ``…/oidc`` with the JSON,
            at most 4,096 characters each, ``…/user-pool-id`` and ``…/app-client-id``. Default: none. Another path
            replaces them.
        acknowledge: Warnings that are known and wanted, by id, each with its reason: ``front-end.no-logout-url``,
            ``front-end.no-openid``, ``front-end.no-credentials``. Default: none.

    Raises:
        InvalidSettingsError: The client keeps a secret, or nobody signs in with it; told before anything is made.
        ValueError: There is no such app client or warning, this is another stack than the pool's, or what is handed in
            is no domain or no path; all of it at once.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        users: CognitoUserPool | ExistingCognitoUserPool,
        app_client: str,
        *,
        identities: CognitoIdentityPool | None = None,
        domain: str | None = None,
        parameters: str | None = None,
        acknowledge: Mapping[str, str] | None = None,
    ) -> None:
        clients = users._names("app_clients")
        wrong = list(_wrong(scope, users, clients, app_client, domain, parameters, acknowledge or {}))
        if wrong:
            raise ValueError("\n".join(wrong))
        self._users, self._client, self._identities, self._domain = users, clients[app_client], identities, domain
        said = self._said()
        words = Words(users.settings)
        warnings = refuse_errors(in_order([finding.in_words(words) for finding in findings(said)]))
        super().__init__(scope, construct_id)
        for resource in self._l1s():
            met_everywhere(resource)
        for warning in warnings:
            Validations.of(self).add_warning(warning.rule, str(warning))
        for rule, reason in (acknowledge or {}).items():
            Validations.of(self).acknowledge(Acknowledgment(id=rule, reason=reason))
        self.amplify_outputs = self._later(amplify_outputs)
        """The text of ``amplify_outputs.json``; it has tokens in it."""
        self.oidc = None if oidc_settings(said) is None else self._later(oidc_settings)
        """The text of ``oidc.json``, if there are hosted pages to sign in at; it has tokens in it."""
        self.output = CfnOutput(self, "Output", value=self._later(self._both), description=f"What {app_client} reads")
        """The stack output of both."""
        if parameters is not None:
            self._make_parameters(parameters.rstrip("/"), users.app_clients[app_client].user_pool_client_id)

    def _l1s(self) -> Iterator[CfnResource]:
        yield from (self._users._resources[name] for name in self._around())
        if self._identities is not None:
            yield self._identities.cfn_identity_pool

    def _around(self) -> Iterator[str]:
        yield self._client
        yield from (name for name, resource in self._users._rendered.items() if resource["Type"] in _AROUND)

    def _both(self, now: Rendered) -> Json:
        return {MARK: self.node.path, "amplify": amplify_outputs(now), "oidc": oidc_settings(now)}

    def _later(self, form: Callable[[Rendered], Json]) -> str:
        return Lazy.uncached_string(_Later(self, form))

    def _said(self) -> Rendered:
        """Give what the settings say, which is what can be refused in their words."""
        resources = dict(self._users._rendered)
        if self._identities is not None:
            resources[IDENTITY_POOL] = self._identities._rendered[POOL]
        client_id = self._users._resources[self._client].ref
        return Rendered(resources=resources, client=self._client, region="", client_id=client_id, pages=self._domain)

    def _now(self) -> Rendered:
        """Give what is rendered by now."""
        users, identities = self._users, self._identities
        client = users._stack.resolve(users._resources[self._client].logical_id)
        return Rendered(
            resources=dict(map(_named, self._l1s())),
            client=client,
            region=users._stack.resolve(users._stack.region),
            client_id={"Ref": client},
            identity_pool_id=None if identities is None else identities.identity_pool_id,
            pages=self._domain,
        )

    def _make_parameters(self, path: str, client_id: str) -> None:
        from aws_cdk.aws_ssm import StringParameter

        values = {
            "amplify": self.amplify_outputs,
            "oidc": self.oidc,
            "user-pool-id": self._users.user_pool.user_pool_id,
            "app-client-id": client_id,
        }
        for name, value in values.items():
            if value is not None:
                StringParameter(self, f"Parameter-{name}", parameter_name=f"{path}/{name}", string_value=value)


@jsii.implements(IStringProducer)
class _Later:
    """A text that is written when the template is, each time anew."""

    def __init__(self, front_end: FrontEnd, form: Callable[[Rendered], Json]) -> None:
        self._front_end, self._form = front_end, form

    def produce(self, context: IResolveContext) -> str:
        """Write what is rendered by now."""
        return Stack.of(context.scope).to_json_string(_spliced(self._form(self._front_end._now())))


def _wrong(
    scope: Construct,
    users: Family,
    clients: Mapping[str, str],
    app_client: str,
    domain: str | None,
    parameters: str | None,
    acknowledge: Mapping[str, str],
) -> Iterator[str]:
    """Walk what is wrong with what is handed in besides settings."""
    if app_client not in clients:
        there = f"there are {', '.join(clients)}" if clients else "there are none"
        yield f"app_client: there is no app client {app_client}; {there}"
    if Stack.of(scope).node.path != users._stack.node.path:
        yield f"scope: must be in the pool's stack, {users._stack.node.path}, since its template has what is told"
    if domain is not None and "/" in domain:
        yield f"domain: must be a host such as login.shop.example, got {domain!r}"
    if parameters is not None and not is_token(parameters) and not parameters.startswith("/"):
        yield f"parameters: must begin with a slash, as SSM wants it, got {parameters!r}"
    unknown = sorted(acknowledge.keys() - RULES.keys())
    if unknown:
        yield f"acknowledge: there is no {', '.join(unknown)}; there are {', '.join(RULES)}"


def _named(resource: CfnResource) -> tuple[str, dict[str, Json]]:
    return Stack.of(resource).resolve(resource.logical_id), rendered(resource)


def _spliced(value: Json) -> Json:
    """Put tokens where CloudFormation fills in a text; drop what is not there."""
    if is_intrinsic(value):
        return token_text(value)
    if isinstance(value, dict):
        return {key: _spliced(item) for key, item in value.items() if item is not None}
    return [_spliced(item) for item in value] if is_list(value) else value
