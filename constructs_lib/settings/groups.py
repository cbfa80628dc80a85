"""Groups of users, told to applications by the token's ``cognito:groups`` claim.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from constructs_lib.declarations import ResourcePart, Setting, declared, prop
from constructs_lib.declarations.references import POOL_LINK, KeyReference
from constructs_lib.resources.model import USER_POOL_GROUP
from constructs_lib.resources.values import Json


@declared
class Group(ResourcePart):
    """A group; its members live in the pool, not in the template."""

    TYPE: ClassVar[str] = USER_POOL_GROUP
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    name: Setting[str] = prop("GroupName")
    """The group's name. Default: CloudFormation makes one up; profiles take the key. Another name makes another
    group, without the members."""

    description: Setting[str] = prop("Description")
    """What the group is for. Default: none. Can be changed."""

    precedence: Setting[int] = prop("Precedence")
    """Which group's role a member of several gets: that of the lowest number. Default: none. Can be changed."""

    role_arn: Setting[str] = prop("RoleArn")
    """ARN of the role that members may assume through an identity pool. Default: none. Can be changed."""


@dataclass(frozen=True)
class GroupOf(KeyReference):
    """The name of a group of the same settings, by your key."""

    FIELD: ClassVar[str] = "groups"
    PREFIX: ClassVar[str] = "Group"
