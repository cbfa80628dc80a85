"""A web page and an app with Amplify on one pool."""

from tests.cdk.synth import properties_of
from tests.stacks.templates import CLIENT, DOMAIN, front_end

PAGE = ["http://localhost:5173/"]


def test_the_app_client_keeps_no_secret_and_comes_back_to_the_page() -> None:
    client = properties_of(front_end(), CLIENT)
    assert client["GenerateSecret"] is False
    assert (client["CallbackURLs"], client["LogoutURLs"], client["AllowedOAuthFlows"]) == (PAGE, PAGE, ["code"])


def test_the_app_signs_in_without_sending_passwords() -> None:
    assert "ALLOW_USER_SRP_AUTH" in properties_of(front_end(), CLIENT)["ExplicitAuthFlows"]


def test_the_hosted_pages_are_on_the_prefix_domain() -> None:
    assert properties_of(front_end(), DOMAIN)["Domain"] == "library-members"


def test_what_front_ends_read_is_an_output_and_parameters() -> None:
    assert len(front_end().find_outputs("*", {"Description": "What web reads"})) == 1
    found = front_end().find_resources("AWS::SSM::Parameter").values()
    assert sorted(each["Properties"]["Name"].rpartition("/")[2] for each in found) == [
        "amplify",
        "app-client-id",
        "oidc",
        "user-pool-id",
    ]
