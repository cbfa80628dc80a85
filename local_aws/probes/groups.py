"""Groups, and what a token says of them."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from local_aws.people import customer, web_client
from local_aws.probe import shows
from local_aws.tokens import verified
from local_aws.world import World


@shows
def group_in_the_token(world: World) -> None:
    """A member of `administrators` has the group in both tokens, so that an API can let in administrators only."""
    client, person, other = web_client(world), customer(world), customer(world)
    world.cognito.admin_add_user_to_group(
        UserPoolId=client.pool_id, Username=person.username, GroupName="administrators"
    )
    tokens = client.sign_in(person.username, person.password)
    for use, name in (("id", "IdToken"), ("access", "AccessToken")):
        assert verified(client, tokens[name], use)["cognito:groups"] == ["administrators"]
    assert "cognito:groups" not in verified(client, client.sign_in(other.username, other.password)["IdToken"], "id")


@shows
def groups_of_the_pool(world: World) -> None:
    """The pool has the groups `administrators`, which comes first, and `customers`."""
    found = world.cognito.list_groups(UserPoolId=world.article.outputs["UserPoolId"])["Groups"]
    groups = {each["GroupName"]: each for each in found}
    assert set(groups) == {"administrators", "customers"}
    assert groups["administrators"]["Precedence"] == 0
