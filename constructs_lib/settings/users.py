"""The first users of a pool, and their groups. Passwords never stand in a template: Cognito sends an invitation.

CloudFormation changes nothing about a user that it made: an edit makes a new one, and then deletes the old one. A user
name is there only once, so that AWS refuses the edit of a user whose name stays the same; change what is said of such a
user in Cognito, or give another key and name.
https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from constructs_lib.declarations import Given, Many, Part, ResourcePart, Setting, declared, named, prop
from constructs_lib.declarations.codecs import Plain
from constructs_lib.declarations.references import POOL_LINK, KeyReference, Referring
from constructs_lib.resources.model import USER_POOL_MEMBERSHIP, USER_POOL_USER
from constructs_lib.resources.values import Json
from constructs_lib.settings.groups import Group, GroupOf


@declared
class UserAttribute(Part):
    """One attribute of a user, or one thing told to a pre sign-up function."""

    name: Setting[str] = prop("Name")
    """The attribute, custom ones with ``custom:``. Default: none; AWS wants one."""

    value: Setting[str] = prop("Value")
    """Its value, as text; ``"true"`` for ``email_verified`` of an address that you know to be the user's. Default:
    empty."""


@declared
class User(ResourcePart):
    """A user whom an administrator makes; another value in any field makes another user.

    Leaving the stack deletes the account, unless `deletion_policy` says ``Retain``.
    """

    TYPE: ClassVar[str] = USER_POOL_USER
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    username: Setting[str] = field(default=None, metadata=named("Username"), kw_only=False)
    """The user name; in a pool where people sign in by e-mail address or phone number, that, and Cognito makes an
    attribute of it. Default: CloudFormation makes one up, which is no address."""

    attributes: Setting[Many[UserAttribute]] = prop("UserAttributes")
    """Attributes, those among them that the pool requires and that can never be changed, or all that it requires where
    users may have no password. Default: none."""

    desired_delivery_mediums: Setting[Many[Literal["EMAIL", "SMS"]]] = prop("DesiredDeliveryMediums")
    """How the invitation goes out, with the temporary password in it. Default: Cognito takes ``SMS``."""

    force_alias_creation: Setting[bool] = prop("ForceAliasCreation")
    """Whether an e-mail address or phone number that is another user's alias moves to this one. Default: False."""

    message_action: Setting[Literal["RESEND", "SUPPRESS"]] = prop("MessageAction")
    """``SUPPRESS`` sends no invitation, and nobody learns the password; ``RESEND`` is refused for a new user. Default:
    it is sent."""

    client_metadata: Setting[Mapping[str, Given[str]]] = prop("ClientMetadata")
    """What the pre sign-up function is told besides. Default: nothing."""

    validation_data: Setting[Many[UserAttribute]] = prop("ValidationData")
    """What the pre sign-up function is given to decide by; not kept. Default: nothing."""


@dataclass(frozen=True)
class UserOf(KeyReference):
    """The name of a user of the same settings, by your key."""

    FIELD: ClassVar[str] = "users"
    PREFIX: ClassVar[str] = "User"


@declared
class GroupMembership(ResourcePart):
    """A user's place in a group; another user or group makes another membership."""

    TYPE: ClassVar[str] = USER_POOL_MEMBERSHIP
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    username: Given[str | UserOf] = field(
        metadata=named("Username", codec=Referring(Plain(str, "a text"), UserOf)), kw_only=False
    )
    """The user: ``UserOf("<key>")`` for one of the same settings, or the name of one who is there already."""

    group_name: Given[str | GroupOf] = field(
        metadata=named("GroupName", codec=Referring(Plain(str, "a text"), GroupOf))
    )
    """The group: ``GroupOf("<key>")`` for one of the same settings, or the name of one that is there already."""

    def needs(self, family: Mapping[str, ResourcePart]) -> Sequence[str]:
        """Need the user and the group that are named by texts."""
        return [
            name
            for name, part in family.items()
            if (isinstance(part, User) and part.username is not None and part.username == self.username)
            or (isinstance(part, Group) and part.name is not None and part.name == self.group_name)
        ]
