"""Whom a role of an identity pool trusts: users of that very pool, guests or those who have signed in.

https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
"""

from dataclasses import dataclass

from constructs_lib.declarations.references import ROOT, Sibling
from constructs_lib.resources.values import Json, is_list


@dataclass(frozen=True)
class WebIdentityTrust:
    """Trust in users of the identity pool that a role is made for, and in nobody else.

    In China and GovCloud the service has names of its own: write the policy there.
    """

    guests: bool = False
    """Whether they are guests, who have not signed in. Default: they have signed in."""

    session_tags: bool = False
    """Whether claims may become tags of their session, as `PrincipalTags` wants it. Default: they may not."""

    def __post_init__(self) -> None:
        for name, value in self.__dict__.items():
            if type(value) is not bool:
                raise TypeError(f"WebIdentityTrust.{name}: must be True or False, got {type(value).__name__} {value!r}")

    def json(self) -> Json:
        """Give the trust policy, as `aws_cognito_identitypool.IdentityPool` writes it."""
        action = "sts:AssumeRoleWithWebIdentity"
        amr = "unauthenticated" if self.guests else "authenticated"
        statement = {
            "Action": [action, "sts:TagSession"] if self.session_tags else action,
            "Condition": {
                "StringEquals": {"cognito-identity.amazonaws.com:aud": {"Ref": ROOT}},
                "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": amr},
            },
            "Effect": "Allow",
            "Principal": {"Federated": "cognito-identity.amazonaws.com"},
        }
        return {"Statement": [statement], "Version": "2012-10-17"}

    @classmethod
    def read(cls, json: Json) -> "WebIdentityTrust | None":
        """Give the trust that may be written like this: one in the identity pool that the role is read with."""
        match json:
            case {
                "Statement": [
                    {
                        "Action": action,
                        "Condition": {
                            "StringEquals": {"cognito-identity.amazonaws.com:aud": {"Ref": Sibling(fragment=pool)}},
                            "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": amr},
                        },
                    }
                ]
            } if pool == ROOT:
                return cls(guests=amr == "unauthenticated", session_tags=is_list(action))
        return None
