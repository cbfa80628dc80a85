"""The attributes that every pool has without declaring them.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
"""

STANDARD_TYPES = dict.fromkeys(
    (
        "address",
        "birthdate",
        "email",
        "family_name",
        "gender",
        "given_name",
        "locale",
        "middle_name",
        "name",
        "nickname",
        "phone_number",
        "picture",
        "preferred_username",
        "profile",
        "website",
        "zoneinfo",
    ),
    "String",
) | {"updated_at": "Number"}
"""The standard attributes of OpenID Connect, with their types."""

KEPT_BY_COGNITO = ("sub", "email_verified", "phone_number_verified", "identities")
"""What Cognito fills itself, and nobody declares."""
