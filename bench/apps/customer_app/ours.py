"""Customer apps from settings."""

from aws_cdk import Stack

from bench.apps.customer_app import IN_A_STACK
from bench.apps.customer_app.settings import customers, identities
from bench.apps.stacks import synth
from constructs_lib.cdk import CognitoIdentityPool, CognitoUserPool


def add(stack: Stack, number: int) -> None:
    """Make what one customer app has of Cognito."""
    users = CognitoUserPool(stack, f"Users{number}", settings=customers(number))
    CognitoIdentityPool(stack, f"Identities{number}", settings=identities(number), user_pools={"web": (users, "web")})


synth(add, in_a_stack=IN_A_STACK)
