"""What can never be changed, and what is lost with a pool that is replaced."""

from tests.failures.resources import with_attributes
from tests.failures.row import Row, change, failure, warned
from tests.failures.sign_in import CASE_SENSITIVITY
from tests.rules.case import pool

KEPT = with_attributes(pool(DeletionProtection="ACTIVE"), "Pool", DeletionPolicy="Retain")
UNPROTECTED = [
    warned("lifecycle.users-unprotected", resources, KEPT)
    for resources in (
        pool(),
        pool(DeletionProtection="INACTIVE"),
        with_attributes(pool(), "Pool", UpdateReplacePolicy="Retain"),
    )
]
DECLARED = pool(Schema=[{"Name": "email", "Required": True, "Mutable": True}])


def written_over(service: str, action: str, *, joined: bool = False) -> dict[str, object]:
    """Make a custom resource of CDK's that calls AWS about the pool."""
    begin, end = f'{{"service":"{service}","action":"{action}","parameters":{{"UserPoolId":"', '","LambdaConfig":{}}}'
    call = {"Fn::Join": ["", [begin, {"Ref": "Pool"}, end]]} if joined else f"{begin}eu-central-1_AbCdEfGhI{end}"
    return {"Type": "Custom::AWS", "Properties": {"ServiceToken": "arn", "Create": call, "Update": call}}


ROWS: list[Row] = [
    change("F001", "an attribute of the schema is changed, renamed or removed"),
    change(
        "F002",
        "a standard attribute is added, removed or required later",
        warned(
            "attributes.standard-declared", DECLARED, pool(Schema=[{"Name": "team", "AttributeDataType": "String"}])
        ),
    ),
    change("F004", "case sensitivity is said, taken back or turned round later", *CASE_SENSITIVITY),
    failure("F005", "user names differ by capitals, because nobody said otherwise", *CASE_SENSITIVITY),
    change("F007", "a tool replaces the pool for a change of its schema", *UNPROTECTED),
    change("F008", "an upgrade of a tool replaces the pool", *UNPROTECTED),
    change("F010", "a change set shows an update that never works"),
    change("F011", "an upgrade of a tool requires an attribute no longer, or again"),
    failure(
        "F013",
        "a pool that is protected, and shall be deleted with its stack",
        *[
            warned("lifecycle.protected-but-deleted", resources, KEPT)
            for resources in (
                pool(DeletionProtection="ACTIVE"),
                with_attributes(pool(DeletionProtection="ACTIVE"), "Pool", DeletionPolicy="Delete"),
            )
        ],
    ),
    failure(
        "F014",
        "a custom resource calls UpdateUserPool, which takes back what it does not say",
        *[
            warned(
                "custom-resource.rewrites-user-pool",
                pool() | {"Rewrite": written_over(service, action, joined=joined)},
                pool() | {"Rewrite": written_over(service, "describeUserPool", joined=joined)},
            )
            for service, action, joined in (
                ("CognitoIdentityServiceProvider", "updateUserPool", True),
                ("CognitoIdentityServiceProvider", "updateUserPool", False),
                ("@aws-sdk/client-cognito-identity-provider", "UpdateUserPoolCommand", True),
                ("cognito-identity-provider", "UpdateUserPool", True),
            )
        ],
    ),
    change("F016", "people shall sign in with something else than before"),
]
