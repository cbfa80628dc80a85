"""A pool of an account → what AWS says of it, as the calls of the AWS command line would print it. Nothing is written.

What may not be asked, or what this boto3 cannot ask yet, is told and left out.
"""

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from constructs_lib.readers.described.pools import read_described
from constructs_lib.readers.documents.document import read_document
from constructs_lib.readers.files import Files
from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.values import Json

_THERE_IS_NONE = ("ResourceNotFoundException", "UserPoolAddOnNotEnabledException")
_NO_SUCH_POOL = ("ResourceNotFoundException", "InvalidParameterException")


@dataclass
class Fetched:
    """What AWS has said, by the names of the calls, and what could not be asked."""

    answers: dict[str, Json] = field(default_factory=dict)
    untold: list[str] = field(default_factory=list)

    def files(self) -> Files:
        """Read the answers as if each were in a file."""
        texts = {name: json.dumps(answer, default=_printed).encode() for name, answer in self.answers.items()}
        files = Files(documents={name: read_document(text, name) for name, text in texts.items()})
        files.sources += read_described({name: document.value for name, document in files.documents.items()})
        return files


def _printed(value: object) -> str:
    """Print what JSON has no word for: images, and dates."""
    return base64.b64encode(value).decode() if isinstance(value, bytes) else str(value)


def fetch(pool_id: str, region: str | None, profile: str | None) -> Fetched:
    """Ask AWS for a user pool or identity pool and what lives in it.

    Args:
        pool_id: The pool's id.
        region: Its Region. Default: the one that its id begins with.
        profile: Whose credentials to ask with. Default: those that the AWS command line would take.

    Raises:
        UnreadableError: There is no boto3, nobody may ask, or there is no such pool.
    """
    try:
        import boto3  # type: ignore[import-untyped]
        from botocore.exceptions import BotoCoreError  # type: ignore[import-untyped]
    except ImportError:
        raise UnreadableError("--pool-id needs boto3: pip install 'constructs-lib[aws]'") from None
    of_users = "_" in pool_id
    where = region or pool_id.partition("_" if of_users else ":")[0]
    try:
        session = boto3.Session(profile_name=profile, region_name=where)
        asking = Asking(session.client("cognito-idp" if of_users else "cognito-identity"), pool_id)
        return asking.for_user_pool() if of_users else asking.for_identity_pool()
    except BotoCoreError as error:
        raise UnreadableError(f"{pool_id}: AWS cannot be asked: {' '.join(str(error).split())}") from None


class Asking:
    """One pool, asked for by a boto3 client."""

    def __init__(self, client: Any, pool_id: str) -> None:
        self._client, self._pool_id, self._fetched = client, pool_id, Fetched()
        self._of = {"UserPoolId": pool_id}

    def for_user_pool(self) -> Fetched:
        """Ask for a user pool and all that lives in it.

        Raises:
            UnreadableError: The pool itself may not be asked for, or there is none.
        """
        pool = self._surely("describe_user_pool", **self._of)["UserPool"]
        self._surely("get_user_pool_mfa_config", **self._of)
        for domain in filter(None, (pool.get("Domain"), pool.get("CustomDomain"))):
            self._keep("describe_user_pool_domain", domain, Domain=domain)
        for client in self._listed("list_user_pool_clients", "UserPoolClients", MaxResults=60):
            self._ask_for_client(client["ClientId"])
        for provider in self._listed("list_identity_providers", "Providers", MaxResults=60):
            name = provider["ProviderName"]
            self._keep("describe_identity_provider", name, **self._of, ProviderName=name)
        for call, member in {"list_groups": "Groups", "list_user_pool_replicas": "UserPoolReplicas"}.items():
            self._fetched.answers[call] = {member: [*self._listed(call, member)]}
        servers = self._listed("list_resource_servers", "ResourceServers", MaxResults=50)
        self._fetched.answers["list_resource_servers"] = {"ResourceServers": [*servers]}
        for terms in self._listed("list_terms", "Terms"):
            self._keep("describe_terms", terms["TermsId"], **self._of, TermsId=terms["TermsId"])
        for call in ("get_ui_customization", "describe_risk_configuration", "get_log_delivery_configuration"):
            self._keep(call, "", **self._of)
        return self._fetched

    def _ask_for_client(self, client_id: str) -> None:
        of_client = {**self._of, "ClientId": client_id}
        self._keep("describe_user_pool_client", client_id, **of_client)
        style = (self._ask("describe_managed_login_branding_by_client", **of_client) or {}).get("ManagedLoginBranding")
        if style:  # AWS does not print whose it is
            self._fetched.answers[f"describe_managed_login_branding {client_id}"] = {
                "ManagedLoginBranding": {**style, "ClientId": client_id}
            }
        for call, member in {
            "get_ui_customization": "UICustomization",
            "describe_risk_configuration": "RiskConfiguration",
        }.items():
            said = (self._ask(call, **of_client) or {}).get(member) or {}
            if said.get("ClientId") == client_id:  # else it is what all clients have
                self._fetched.answers[f"{call} {client_id}"] = {member: {**self._of, **said}}

    def for_identity_pool(self) -> Fetched:
        """Ask for an identity pool, its roles and its principal tags.

        Raises:
            UnreadableError: The pool itself may not be asked for, or there is none.
        """
        of_pool = {"IdentityPoolId": self._pool_id}
        pool = self._surely("describe_identity_pool", **of_pool)
        self._keep("get_identity_pool_roles", "", **of_pool)
        for provider in pool.get("CognitoIdentityProviders", ()):
            name = provider["ProviderName"]
            self._keep("get_principal_tag_attribute_map", name, **of_pool, IdentityProviderName=name)
        return self._fetched

    def _surely(self, call: str, **arguments: str) -> Mapping[str, Any]:
        """Ask for what nothing goes without."""
        from botocore.exceptions import ClientError

        try:
            answer: dict[str, Any] = _without_metadata(getattr(self._client, call)(**arguments))
        except ClientError as error:
            code = error.response["Error"]["Code"]
            why = "there is no such pool" if code in _NO_SUCH_POOL else f"may not be asked for ({call}: {code})"
            raise UnreadableError(f"{self._pool_id}: {why}, in {self._client.meta.region_name}") from None
        self._fetched.answers[call] = answer
        return answer

    def _keep(self, call: str, of: str, **arguments: str) -> None:
        answer = self._ask(call, **arguments)
        if answer:
            self._fetched.answers[f"{call} {of}".rstrip()] = answer

    def _listed(self, call: str, member: str, **arguments: int) -> Iterator[Any]:
        """Walk a list, page by page."""
        following: dict[str, str] = {}
        while True:
            page = self._ask(call, **self._of, **arguments, **following) or {}
            yield from page.get(member, ())
            if not page.get("NextToken"):
                return
            following = {"NextToken": page["NextToken"]}

    def _ask(self, call: str, **arguments: Any) -> dict[str, Any] | None:
        """Ask for what may not be there; tell where nobody may ask."""
        from botocore.exceptions import ClientError

        try:
            return _without_metadata(getattr(self._client, call)(**arguments))
        except AttributeError:
            self._tell(f"{call}: this boto3 does not know it")
        except ClientError as error:
            if error.response["Error"]["Code"] not in _THERE_IS_NONE:
                self._tell(f"{call}: {error.response['Error']['Code']}")
        return None

    def _tell(self, told: str) -> None:
        if told not in self._fetched.untold:
            self._fetched.untold.append(told)


def _without_metadata(answer: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}
