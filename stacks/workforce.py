"""A company's own people, who sign in to the intranet with the account that the company already gave them."""

from pathlib import Path

from aws_cdk import Stack
from constructs import Construct

from constructs_lib import Group, PrefixDomain, UserPoolSettings, load_balancer, oidc, profiles, saml, secret
from constructs_lib.cdk import CognitoUserPool
from stacks.outputs import add_outputs

METADATA = Path(__file__).parent / "assets" / "company-saml-metadata.xml"


class WorkforceStack(Stack):
    """Employees come from the company's provider by SAML, people of a partner from theirs by OpenID Connect."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        self.users = CognitoUserPool(self, "Employees", settings=employees(), acknowledge=ACKNOWLEDGED)
        """Whom the load balancer asks: its `AuthenticateCognitoAction` takes pool, app client and domain from here."""
        add_outputs(self, self.users)


ACKNOWLEDGED = {"email.daily-limit": "passwords are the providers' affair: the pool hardly ever sends a mail"}


def employees() -> UserPoolSettings:
    """Say who vouches for whom; the intranet's load balancer lets nobody pass who has not signed in."""
    return profiles.workforce(
        name="company-workforce",
        prefix_domain=PrefixDomain("company-workforce"),
        identity_providers={
            "company": saml(
                "Company",
                metadata_file=METADATA,
                attribute_mapping={"email": "mail", "name": "displayName"},
                identifiers=["company.example"],
            ),
            "partner": oidc(
                "Partner",
                issuer_url="https://login.partner.example",
                # The partner's server does not tell them by itself; usually the issuer is enough.
                authorize_url="https://login.partner.example/authorize",
                token_url="https://login.partner.example/token",
                attributes_url="https://login.partner.example/userinfo",
                jwks_uri="https://login.partner.example/keys",
                client_id="company-intranet",
                client_secret=secret("company/partner-login"),
                scopes=["openid", "email", "profile"],
                attribute_mapping={"email": "email", "email_verified": "email_verified", "name": "name"},
                identifiers=["partner.example"],
            ),
        },
        groups={
            "engineering": Group(description="May deploy", precedence=1),
            "staff": Group(description="May read the intranet", precedence=10),
        },
        app_clients={"web": load_balancer(hosts=["intranet.company.example"])},
    )
