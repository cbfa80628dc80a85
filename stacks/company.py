"""A company's own people: administrators create them, a link verifies their address, and everybody has two factors."""

from aws_cdk import Stack
from constructs import Construct

from constructs_lib import (
    Group,
    PrefixDomain,
    Sms,
    UserPoolSettings,
    VerificationMessages,
    profiles,
    single_page_app,
    standard_attribute,
)
from constructs_lib.cdk import CognitoUserPool
from stacks.outputs import add_outputs


class CompanyStack(Stack):
    """Employees sign in with their e-mail address or phone number."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        add_outputs(self, CognitoUserPool(self, "People", settings=people(), acknowledge=ACKNOWLEDGED))


ACKNOWLEDGED = {
    "attributes.standard-declared": "employees have a company phone; this pool is new",
    "email.daily-limit": "an example: 50 mails a day are plenty",
    "messages.code-beside-link": "a code serves all mails but the first; nobody has seen AWS refuse both",
    "recovery.address-not-collected": "administrators enter everybody's e-mail address",
    "sms.costs-money": "the company pays",
}


def people() -> UserPoolSettings:
    """Say how employees sign in."""
    return profiles.standard(
        name="company-people",
        username_attributes=["email", "phone_number"],
        attributes=[standard_attribute("phone_number", required=True, mutable=True)],
        mfa_factors=["SOFTWARE_TOKEN_MFA", "SMS_MFA"],
        sms=Sms(),
        verification=VerificationMessages(
            default_email_option="CONFIRM_WITH_LINK",
            email_subject_by_link="Verify your address",
            email_message_by_link="Please {##verify your address##} to begin.",
            email_message="Your code is {####}",
        ),
        prefix_domain=PrefixDomain("company-people"),
        groups={"staff": Group(precedence=1)},
        app_clients={"web": single_page_app(callback_urls=["https://intranet.company.example/signed-in"])},
    )
