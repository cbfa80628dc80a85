"""Limits of ``AWS::Cognito::UserPoolUser``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import USER_POOL_USER
from constructs_lib.rules.limits.characters import KEY
from constructs_lib.rules.limits.kinds import POOL_ID, PRINTABLE, Characters, Flag, List, Map, Record, Text, Words
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_user = partial(Limit, source=API + "API_AdminCreateUser.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpooluser.html")
_attribute = partial(Limit, source=API + "API_AttributeType.html")

_LIST = (List(), "write a list, also of a single element")
_TEXT = Text(0, 131_072)


def _attribute_name(text: str) -> bool:
    return PRINTABLE.admit("".join(character for character in text if character not in "\t\n\r "))


_NAME = Characters("letters, digits, symbols, punctuation and spaces", _attribute_name)

LIMITS = Limits(
    USER_POOL_USER,
    [
        _resource("user.form", "", Record(("UserPoolId",)), "say which user pool the user belongs to"),
        _user("user.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _user(
            "user.name",
            "Username",
            Text(1, 128, PRINTABLE),
            "use the address that the user signs in with, or a short name without spaces",
        ),
        *(
            limit
            for word, property_name, what in (
                ("attribute", "UserAttributes", "of the user"),
                ("validation-data", "ValidationData", "for the pre sign-up function"),
            )
            for limit in (
                _user(f"user.{word}-form", property_name, *_LIST),
                _attribute(f"user.{word}", f"{property_name}[]", Record(("Name",)), f"name each attribute {what}"),
                _attribute(
                    f"user.{word}-name",
                    f"{property_name}[].Name",
                    Text(1, 32, _NAME),
                    "use a standard attribute, or custom: and the name of one of your own",
                ),
                _attribute(
                    f"user.{word}-value",
                    f"{property_name}[].Value",
                    Text(0, 2048),
                    "shorten it to 2,048 characters; keep what is longer in a database of your own",
                ),
            )
        ),
        _user("user.delivery-form", "DesiredDeliveryMediums", *_LIST),
        _user(
            "user.delivery-medium",
            "DesiredDeliveryMediums[]",
            Words(("SMS", "EMAIL")),
            "use EMAIL, or SMS where the pool sends text messages",
        ),
        _user("user.force-alias-creation", "ForceAliasCreation", Flag(), "use true or false"),
        _user(
            "user.message-action",
            "MessageAction",
            Words(("RESEND", "SUPPRESS")),
            "use SUPPRESS for no invitation, or leave it out",
        ),
        _user("user.client-metadata", "ClientMetadata", Map(_TEXT, _TEXT), "write texts by names of yours"),
        _resource(
            "user.client-metadata-characters",
            "ClientMetadata",
            Map(Text(characters=KEY)),
            "use other names: CloudFormation's schema takes less than Cognito",
            severity="warning",
        ),
    ],
)
