"""The schema of a pool, and which attributes its app clients may write."""

from typing import Any

from constructs_lib.resources.model import Resources
from tests.failures.resources import SMS
from tests.failures.row import Row, change, failure, refused, warned
from tests.rules.case import client, pool


def schema(*attributes: dict[str, Any]) -> Resources:
    return pool(Schema=list(attributes))


def custom(name: str = "team", kind: str = "String", **said: Any) -> dict[str, Any]:
    return {"Name": name, "AttributeDataType": kind} | said


def standard(name: str = "email", **said: Any) -> dict[str, Any]:
    return {"Name": name} | said


def lengths(**bounds: Any) -> Resources:
    return schema(custom(StringAttributeConstraints=bounds))


def kept(*names: str, verified: tuple[str, ...] = ()) -> Resources:
    settings = {"AttributesRequireVerificationBeforeUpdate": list(names)}
    return pool(AutoVerifiedAttributes=list(verified), UserAttributeUpdateSettings=settings, SmsConfiguration=SMS)


PLAIN = schema(custom())
MUST_HAVE_EMAIL = schema(standard("email", Required=True, Mutable=True))

ROWS: list[Row] = [
    failure(
        "F022",
        "a required custom attribute",
        *[
            refused(
                "attributes.custom-required", schema(custom(kind=kind, Required=required)), schema(custom(kind=kind))
            )
            for kind, required in (("String", True), ("Number", True), ("Boolean", "true"), ("DateTime", True))
        ],
        refused(
            "attributes.custom-required",
            schema(custom("e-mail", Required=True)),
            schema(standard("email", Required=True)),
        ),
        refused(
            "attributes.custom-required",
            schema(custom("Email", Required=True)),
            schema(standard("email", Required=True)),
        ),
    ),
    failure(
        "F023",
        "an app client that may not write what it writes at sign-up",
        refused(
            "app-client.required-attribute-not-writable",
            MUST_HAVE_EMAIL | client(WriteAttributes=["name"]),
            MUST_HAVE_EMAIL | client(WriteAttributes=["name", "email"]),
        ),
        warned(
            "app-client.attribute-undeclared",
            PLAIN | client(WriteAttributes=["team"]),
            PLAIN | client(WriteAttributes=["custom:team"]),
        ),
    ),
    failure(
        "F025",
        "a change of an address shall wait for a verification that never comes",
        refused("sign-in.keep-original-not-verified", kept("email"), kept("email", verified=("email",))),
        refused(
            "sign-in.keep-original-not-verified",
            kept("email", "phone_number", verified=("email",)),
            kept("email", "phone_number", verified=("email", "phone_number")),
        ),
        refused(
            "sign-in.keep-original-not-verified",
            kept("phone_number", verified=("email",)),
            kept("phone_number", verified=("phone_number",)),
        ),
    ),
    failure(
        "F026",
        "a mistyped address replaces the one that people sign in with",
        *[
            warned(
                "sign-in.address-not-kept",
                pool(AutoVerifiedAttributes=[name], SmsConfiguration=SMS, **{way: [name]}),
                pool(
                    AutoVerifiedAttributes=[name],
                    SmsConfiguration=SMS,
                    UserAttributeUpdateSettings={"AttributesRequireVerificationBeforeUpdate": [name]},
                    **{way: [name]},
                ),
            )
            for name in ("email", "phone_number")
            for way in ("UsernameAttributes", "AliasAttributes")
        ],
    ),
    failure(
        "F028",
        "whether an address is verified, declared as an attribute",
        refused("attributes.name", schema(standard("phone_number_verified")), schema(standard("phone_number"))),
        warned("attributes.kept-by-cognito", schema(standard("email_verified")), schema(standard("email"))),
        warned("attributes.kept-by-cognito", schema(custom("email_verified", "Boolean")), schema(standard("email"))),
        warned(
            "attributes.kept-by-cognito",
            schema(custom("phone_number_verified", "Boolean")),
            schema(standard("phone_number")),
        ),
    ),
    failure(
        "F029",
        "the name of a custom attribute that is none",
        *[
            refused("attributes.name", schema(custom(name)), schema(custom("a" * 20)))
            for name in ("a" * 21, "", "two words", "tab\tbed")
        ],
        warned("attributes.prefix-written-out", schema(custom("custom:team")), PLAIN),
        warned("attributes.prefix-written-out", schema(custom("dev:team")), PLAIN),
    ),
    failure(
        "F031",
        "a standard attribute of another type, or for administrators alone",
        refused("attributes.standard-type", schema(custom("email", "Number")), schema(custom("email", "String"))),
        refused("attributes.standard-type", schema(custom("birthdate", "DateTime")), schema(standard("birthdate"))),
        refused(
            "attributes.standard-type", schema(custom("updated_at", "String")), schema(custom("updated_at", "Number"))
        ),
        refused(
            "attributes.standard-developer-only",
            schema(standard("name", DeveloperOnlyAttribute=True)),
            schema(standard("name", DeveloperOnlyAttribute=False)),
        ),
    ),
    failure(
        "F032",
        "bounds of an attribute that nothing fits into",
        refused("attributes.max-length", lengths(MaxLength="4096"), lengths(MaxLength="2048")),
        refused("attributes.max-length", lengths(MaxLength=2049), lengths(MaxLength=2048)),
        refused("attributes.min-length", lengths(MinLength="-1"), lengths(MinLength="0")),
        refused("attributes.min-length", lengths(MinLength="2049"), lengths(MinLength="1")),
        refused(
            "attributes.length-bounds-order",
            lengths(MinLength="9", MaxLength="8"),
            lengths(MinLength="8", MaxLength="8"),
        ),
        refused(
            "attributes.length-bounds-order",
            lengths(MinLength="10", MaxLength="9"),
            lengths(MinLength="9", MaxLength="10"),
        ),
        refused(
            "attributes.value-bounds-order",
            schema(custom(kind="Number", NumberAttributeConstraints={"MinValue": "2", "MaxValue": "1"})),
            schema(custom(kind="Number", NumberAttributeConstraints={"MinValue": "1", "MaxValue": "2"})),
        ),
    ),
    change("F034", "an attribute is declared anew whose name is in use since it was taken out of the template"),
    failure(
        "F035",
        "a schema copied from the description of a pool",
        *[
            warned("attributes.kept-by-cognito", schema(custom(name), standard("email")), schema(standard("email")))
            for name in ("sub", "identities", "email_verified")
        ],
        refused(
            "attributes.name", schema(standard("email"), custom("phone_number_verified")), schema(standard("email"))
        ),
    ),
    failure(
        "F037",
        "more attributes are said than the pool gets",
        refused(
            "attributes.count",
            schema(*[custom(f"a{number}") for number in range(51)]),
            schema(*[custom(f"a{number}") for number in range(50)]),
        ),
        refused(
            "attributes.declared-twice", schema(custom("a"), custom("b"), custom("a")), schema(custom("a"), custom("b"))
        ),
        warned("attributes.names-differ-in-case", schema(custom("Team"), custom("team")), PLAIN),
        warned("attributes.names-differ-in-case", schema(custom("Email")), schema(standard("email"))),
    ),
    failure(
        "F038",
        "an attribute declared twice",
        refused("attributes.declared-twice", schema(custom(), custom()), PLAIN),
        refused("attributes.declared-twice", schema(custom(), custom(kind="Number")), PLAIN),
        refused("attributes.declared-twice", schema(standard(), standard()), schema(standard())),
        warned("attributes.names-differ-in-case", schema(custom("team"), custom("TEAM")), PLAIN),
    ),
]
