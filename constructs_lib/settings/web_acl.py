"""A web ACL of AWS WAF before the pool: it counts, limits and refuses requests to the hosted pages and the API.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal

from constructs_lib.declarations import Given, Many, ResourcePart, Setting, declared, named, prop
from constructs_lib.declarations.codecs import Document, Listed, Plain
from constructs_lib.declarations.references import ROOT, KeyReference, Referring, Sibling
from constructs_lib.resources.model import WEB_ACL, WEB_ACL_ASSOCIATION, WEB_ACL_LOGGING
from constructs_lib.resources.values import FragmentName, Json
from constructs_lib.settings.log_storage import LogBucketOf, LogStreamOf
from constructs_lib.settings.logs import LogGroupOf

_DESTINATION: Final = Referring(Referring(Referring(Plain(str, "a text"), LogGroupOf), LogBucketOf), LogStreamOf)


@declared
class WebAcl(ResourcePart):
    """A web ACL; `rate_limited_web_acl` makes one that suits a user pool."""

    TYPE: ClassVar[str] = WEB_ACL

    name: Setting[str] = prop("Name")
    """Its name. Default: CloudFormation makes one up. Another name makes another web ACL."""

    description: Setting[str] = prop("Description")
    """What it is for. Default: none. Can be changed."""

    scope: Setting[Literal["REGIONAL", "CLOUDFRONT"]] = prop("Scope")
    """Where it stands; before user pools ``REGIONAL`` ones alone. Default: none; AWS wants one."""

    default_action: Setting[Mapping[str, Json]] = prop("DefaultAction", codec=Document())
    """What happens to a request that no rule decides: ``{"Allow": {}}`` or ``{"Block": {}}``. Can be changed."""

    rules: Setting[Many[Mapping[str, Json]]] = prop("Rules", codec=Listed(Document()))
    """The rules, as CloudFormation writes them. Default: none. Can be changed."""

    visibility: Setting[Mapping[str, Json]] = prop("VisibilityConfig", codec=Document())
    """Metrics and samples, as CloudFormation writes them. Can be changed."""


@dataclass(frozen=True)
class WebAclArn(KeyReference):
    """The ARN of the web ACL of the same settings."""

    FIELD: ClassVar[str] = "web_acl"
    PREFIX: ClassVar[str] = "WebAcl"

    key: str = ""
    """Empty: there is one web ACL."""

    def json(self) -> Json:
        return self.arn()

    @classmethod
    def read(cls, json: Json) -> "WebAclArn | None":
        match json:
            case {"Fn::GetAtt": [Sibling(fragment=cls.PREFIX), "Arn"]}:
                return cls()
        return None


@declared
class WebAclAssociation(ResourcePart):
    """The web ACL that stands before the pool: one, of the pool's Region."""

    TYPE: ClassVar[str] = WEB_ACL_ASSOCIATION
    LINKS: ClassVar[Mapping[str, Json]] = {"ResourceArn": {"Fn::GetAtt": [ROOT, "Arn"]}}

    web_acl_arn: Given[str | WebAclArn] = field(
        metadata=named("WebACLArn", codec=Referring(Plain(str, "a text"), WebAclArn)), kw_only=False
    )
    """ARN of your web ACL, or ``WebAclArn()`` for that of the same settings. Another one replaces the association."""


@declared
class WebAclLogging(ResourcePart):
    """Where the web ACL of the same settings writes what it did with each request."""

    TYPE: ClassVar[str] = WEB_ACL_LOGGING
    LINKS: ClassVar[Mapping[str, Json]] = {
        "ResourceArn": {"Fn::GetAtt": [FragmentName("WebAcl", "", "web_acl"), "Arn"]}
    }

    destinations: Given[Many[str | LogGroupOf | LogBucketOf | LogStreamOf]] = field(
        metadata=named("LogDestinationConfigs", codec=Listed(_DESTINATION)), kw_only=False
    )
    """One ARN of a log group, bucket or stream, or ``LogGroupOf("<key>")``, `LogBucketOf`, `LogStreamOf`; its name
    begins with ``aws-waf-logs-``. Can be changed."""

    redacted_fields: Setting[Many[Mapping[str, Json]]] = prop("RedactedFields", codec=Listed(Document()))
    """Parts of requests that are left out, as CloudFormation writes them. Default: none. Can be changed."""
