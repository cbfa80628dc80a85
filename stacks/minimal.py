"""The smallest useful pool: the standard profile and one application."""

from aws_cdk import Stack
from constructs import Construct

from constructs_lib import profiles, single_page_app
from constructs_lib.cdk import CognitoUserPool
from stacks.outputs import add_outputs


class MinimalStack(Stack):
    """People whom administrators have created sign in to a web page."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        web = single_page_app(callback_urls=["http://localhost:3000/signed-in"])
        settings = profiles.standard(app_clients={"web": web})
        add_outputs(self, CognitoUserPool(self, "Users", settings=settings, acknowledge=ACKNOWLEDGED))


ACKNOWLEDGED = {
    "email.daily-limit": "an example: 50 mails a day are plenty",
    "app-client.no-domain": "the page signs people in by the API, without hosted pages",
}
