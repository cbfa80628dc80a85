"""What applications need to know of a pool, as stack outputs."""

from aws_cdk import CfnOutput, Stack

from constructs_lib.cdk import CognitoUserPool, ExistingCognitoUserPool


def add_outputs(stack: Stack, users: CognitoUserPool | ExistingCognitoUserPool) -> None:
    """Put out the ids of a pool and its app clients."""
    CfnOutput(stack, "UserPoolId", value=users.user_pool.user_pool_id)
    for key, client in users.app_clients.items():
        CfnOutput(stack, f"{key.capitalize()}ClientId", value=client.user_pool_client_id)
    if users.domain is not None:
        CfnOutput(stack, "Domain", value=users.domain.domain_name)
