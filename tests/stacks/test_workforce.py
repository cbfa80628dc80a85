"""Single sign-on of a company's own people."""

from aws_cdk import App
from aws_cdk.assertions import Match
from aws_cdk.aws_elasticloadbalancingv2 import ListenerAction
from aws_cdk.aws_elasticloadbalancingv2_actions import AuthenticateCognitoAction

from stacks.workforce import METADATA, WorkforceStack
from tests.stacks.templates import CLIENT, DOMAIN, GROUP, POOL, workforce

PROVIDER = "AWS::Cognito::UserPoolIdentityProvider"
COMPANY, PARTNER = "EmployeesIdentityProvidercompany884132AD", "EmployeesIdentityProviderpartner44658DA8"
EMPLOYEES, WEB, PAGES = "Employees9A65DB51", "EmployeesAppClientwebB8FE2C42", "EmployeesDomainDF8B6956"


def test_the_company_vouches_for_its_people_by_saml() -> None:
    company = {
        "UserPoolId": {"Ref": EMPLOYEES},
        "ProviderName": "Company",
        "ProviderType": "SAML",
        "ProviderDetails": {"MetadataFile": METADATA.read_text(encoding="utf-8").strip()},
        "AttributeMapping": {"email": "mail", "name": "displayName"},
        "IdpIdentifiers": ["company.example"],
    }
    assert workforce().to_json()["Resources"][COMPANY] == {"Type": PROVIDER, "Properties": company}


def test_the_partner_vouches_for_theirs_by_openid_connect_and_the_template_holds_no_secret() -> None:
    partner = {
        "UserPoolId": {"Ref": EMPLOYEES},
        "ProviderName": "Partner",
        "ProviderType": "OIDC",
        "ProviderDetails": {
            "client_id": "company-intranet",
            "client_secret": "{{resolve:secretsmanager:company/partner-login:SecretString}}",
            "authorize_scopes": "openid email profile",
            "attributes_request_method": "GET",
            "oidc_issuer": "https://login.partner.example",
            "authorize_url": "https://login.partner.example/authorize",
            "token_url": "https://login.partner.example/token",
            "attributes_url": "https://login.partner.example/userinfo",
            "jwks_uri": "https://login.partner.example/keys",
        },
        "AttributeMapping": {"email": "email", "email_verified": "email_verified", "name": "name"},
        "IdpIdentifiers": ["partner.example"],
    }
    assert workforce().to_json()["Resources"][PARTNER] == {"Type": PROVIDER, "Properties": partner}


def test_the_load_balancer_takes_people_from_the_two_providers_alone() -> None:
    client = {
        "SupportedIdentityProviders": [{"Ref": COMPANY}, {"Ref": PARTNER}],
        "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"],
    }
    workforce().has_resource_properties(CLIENT, client)


def test_the_load_balancer_has_a_secret_and_is_called_back_where_load_balancers_are() -> None:
    client = {
        "GenerateSecret": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": ["openid"],
        "CallbackURLs": ["https://intranet.company.example/oauth2/idpresponse"],
        "RefreshTokenRotation": Match.absent(),
    }
    workforce().has_resource_properties(CLIENT, client)


def test_a_listener_takes_pool_client_and_domain_as_they_are() -> None:
    stack = WorkforceStack(App(), "Workforce")
    users = stack.users
    assert users.domain is not None
    action = AuthenticateCognitoAction(
        user_pool=users.user_pool,
        user_pool_client=users.app_clients["web"],
        user_pool_domain=users.domain,
        next=ListenerAction.fixed_response(200),
    )
    first, _ = stack.resolve(action.render_actions())
    asked = first["authenticateCognitoConfig"]
    assert asked["userPoolArn"]["Fn::Join"][1][-2:] == [":userpool/", {"Ref": EMPLOYEES}]
    assert (asked["userPoolClientId"], asked["userPoolDomain"]) == ({"Ref": WEB}, {"Ref": PAGES})


def test_there_are_groups_and_pages_at_a_prefix() -> None:
    for name, precedence in (("engineering", 1), ("staff", 10)):
        workforce().has_resource_properties(GROUP, {"GroupName": name, "Precedence": precedence})
    workforce().has_resource_properties(DOMAIN, {"Domain": "company-workforce", "ManagedLoginVersion": 2})


def test_nobody_signs_up_and_mails_that_fail_are_logged() -> None:
    workforce().has_resource_properties(POOL, {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True}})
    logs = {"LogConfigurations": [Match.object_like({"EventSource": "userNotification", "LogLevel": "ERROR"})]}
    workforce().has_resource_properties("AWS::Cognito::LogDeliveryConfiguration", logs)
