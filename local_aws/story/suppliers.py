"""A pool that no app has made: by the API, as consoles do, and as the AWS command line describes it."""

from __future__ import annotations

import json
from pathlib import Path

from local_aws.people import GOOD_PASSWORD, AppClient, Person, as_list, somebody
from local_aws.world import World


def made_by_hand(world: World) -> tuple[AppClient, Person]:
    """Make the pool with an app client, a group and somebody in it."""
    cognito, person = world.cognito, somebody("supplier")
    pool_id = cognito.create_user_pool(
        PoolName="suppliers",
        AutoVerifiedAttributes=["email"],
        UsernameConfiguration={"CaseSensitive": False},
        Schema=[
            {"Name": "email", "Required": True, "Mutable": True},
            {"Name": "warehouse", "AttributeDataType": "String", "StringAttributeConstraints": {"MaxLength": "20"}},
        ],
        Policies={"PasswordPolicy": {"MinimumLength": 12, "RequireNumbers": True}},
    )["UserPool"]["Id"]
    client = cognito.create_user_pool_client(
        UserPoolId=pool_id,
        ClientName="web",
        GenerateSecret=True,
        ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    )["UserPoolClient"]
    cognito.create_group(UserPoolId=pool_id, GroupName="readers", Description="May read", Precedence=0)
    cognito.admin_create_user(
        UserPoolId=pool_id,
        Username=person.username,
        UserAttributes=as_list({"email": person.email}),
        MessageAction="SUPPRESS",
    )
    cognito.admin_set_user_password(
        UserPoolId=pool_id, Username=person.username, Password=GOOD_PASSWORD, Permanent=True
    )
    return AppClient(world, pool_id, client["ClientId"], client["ClientSecret"]), person


def describe(client: AppClient, folder: Path) -> None:
    """Write what `aws cognito-idp …` prints of the pool into files of a folder."""
    cognito, pool = client.world.cognito, {"UserPoolId": client.pool_id}
    answers = {
        "describe-user-pool": cognito.describe_user_pool(**pool),
        "get-user-pool-mfa-config": cognito.get_user_pool_mfa_config(**pool),
        "describe-user-pool-client": cognito.describe_user_pool_client(**pool, ClientId=client.client_id),
        "list-groups": cognito.list_groups(**pool),
    }
    folder.mkdir()
    for name, answer in answers.items():
        del answer["ResponseMetadata"]
        (folder / f"{name}.json").write_text(json.dumps(answer, default=str, indent=4), encoding="utf-8")
