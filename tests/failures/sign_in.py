"""What people sign in with."""

from typing import Any

from constructs_lib.resources.model import Resources
from tests.failures.resources import SMS, of_pool
from tests.failures.row import Row, failure, refused, warned
from tests.rules.case import pool

CASE_SENSITIVITY = [
    warned("sign-in.case-sensitivity-unsaid", pool(), pool(UsernameConfiguration={"CaseSensitive": False})),
    warned(
        "sign-in.case-sensitivity-unsaid",
        pool(UsernameAttributes=["email"]),
        pool(UsernameAttributes=["email"], UsernameConfiguration={"CaseSensitive": True}),
    ),
    warned(
        "sign-in.case-sensitivity-form",
        pool(UsernameConfiguration={}),
        pool(UsernameConfiguration={"CaseSensitive": False}),
    ),
]


def people(**said: Any) -> Resources:
    return pool(SmsConfiguration=SMS, **said)


def user(name: str, **attributes: str) -> Resources:
    listed = [{"Name": key, "Value": value} for key, value in attributes.items()]
    medium = "SMS" if name.startswith("+") else "EMAIL"
    return of_pool("UserPoolUser", Username=name, UserAttributes=listed, DesiredDeliveryMediums=[medium])


def recovering(kind: str) -> dict[str, Any]:
    return {"AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": f"verified_{kind}", "Priority": 1}]}}


BY_MAIL, BY_PHONE = people(UsernameAttributes=["email"]), people(UsernameAttributes=["phone_number"])
EITHER = people(UsernameAttributes=["email", "phone_number"])
BY_NAME = people(AliasAttributes=["email", "phone_number"], AutoVerifiedAttributes=["email", "phone_number"])
ANNA, PHONE = "anna@shop.example", "+4930123456"
VERIFIED = user(ANNA, email=ANNA, email_verified="true")

ROWS: list[Row] = [
    failure(
        "F017",
        "people sign in by address, and a user is made who has a plain name",
        refused("user.name-no-address", BY_MAIL | user("admin", email=ANNA), BY_MAIL | VERIFIED),
        refused("user.name-no-address", BY_PHONE | user("admin"), BY_PHONE | user(PHONE)),
        refused("user.name-no-address", EITHER | user("admin"), EITHER | user(PHONE)),
        warned("user.name-needed", BY_MAIL | of_pool("UserPoolUser"), BY_MAIL | VERIFIED),
    ),
    failure(
        "F019",
        "an alias that nobody verifies",
        *[
            warned(
                "sign-in.alias-not-verified",
                pool(AliasAttributes=aliases, AutoVerifiedAttributes=verified),
                pool(AliasAttributes=["preferred_username"]),
            )
            for aliases, verified in (
                (["email"], []),
                (["phone_number"], ["email"]),
                (["preferred_username", "email"], []),
            )
        ],
    ),
    failure(
        "F020",
        "a user is made whose address counts as unverified",
        *[
            warned(
                "user.alias-unverified",
                BY_NAME | user("anna", email=ANNA, **said),
                BY_NAME | user("anna", email=ANNA, email_verified="true"),
            )
            for said in ({}, {"email_verified": "false"})
        ],
        warned(
            "user.alias-unverified",
            BY_NAME | user("anna", email=ANNA, email_verified="true", phone_number=PHONE),
            BY_NAME | user("anna", email=ANNA, email_verified="true"),
        ),
        warned("user.alias-unverified", EITHER | user(PHONE, phone_number=PHONE, email=ANNA), EITHER | user(PHONE)),
        warned(
            "user.address-unverified",
            people(UsernameAttributes=["email"], **recovering("email")) | user(ANNA, email=ANNA),
            people(UsernameAttributes=["email"], **recovering("email")) | VERIFIED,
        ),
        warned(
            "user.address-unverified",
            people(UsernameAttributes=["phone_number"], **recovering("phone_number")) | user(PHONE),
            people(UsernameAttributes=["phone_number"], **recovering("phone_number"))
            | user(PHONE, phone_number=PHONE, phone_number_verified="true"),
        ),
    ),
]
