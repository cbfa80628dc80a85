"""A pool's replica in another Region, and what is different about it there.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html
"""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, Literal

from constructs_lib.declarations import Given, ResourcePart, Setting, declared, named, prop
from constructs_lib.declarations.references import POOL_LINK
from constructs_lib.resources.model import USER_POOL_REGIONAL_CONFIGURATION, USER_POOL_REPLICA
from constructs_lib.resources.values import Json
from constructs_lib.settings.email import Email
from constructs_lib.settings.lambda_triggers import LambdaTriggers
from constructs_lib.settings.sms import Sms


@declared
class Replica(ResourcePart):
    """The replica of the pool, of which there is at most one; it costs extra.

    It needs the Essentials plan, a multi-Region key of your own that the replica's Region has too, and the issuer
    ``UPDATED``. Making or deleting one may take 36 hours, and another value in any field does both. It begins
    ``INACTIVE``; `RegionalConfiguration` in a stack of that Region says the rest. Users with an authenticator app
    cannot sign in there, and nobody can sign up or change anything.
    """

    TYPE: ClassVar[str] = USER_POOL_REPLICA
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    region: Given[str] = field(metadata=named("RegionName"), kw_only=False)
    """The replica's Region."""

    tags: Setting[Mapping[str, Given[str]]] = prop("UserPoolTagsAtCreate")
    """Tags of the replica, when it is made. Default: none."""


@declared
class RegionalConfiguration(ResourcePart):
    """What is different about the pool in the stack's own Region; for `ExistingUserPool` in a replica's Region."""

    TYPE: ClassVar[str] = USER_POOL_REGIONAL_CONFIGURATION
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    email: Setting[Email] = prop("EmailConfiguration")
    """Who sends mails there: an identity that Cognito reaches from there. Default: Cognito's choice. Can be changed."""

    sms: Setting[Sms] = prop("SmsConfiguration")
    """Who sends text messages there. Default: Cognito's choice. Can be changed."""

    lambda_triggers: Setting[LambdaTriggers] = prop("LambdaConfig")
    """Functions of that Region that Cognito calls there. Default: none. Can be changed."""

    status: Setting[Literal["ACTIVE", "INACTIVE"]] = prop("Status")
    """Whether users may sign in there. Default: a new replica is ``INACTIVE``. Can be changed."""

    tags: Setting[Mapping[str, Given[str]]] = prop("UserPoolTags")
    """Tags of the pool there. Default: none. Can be changed."""
