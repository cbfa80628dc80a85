"""The first administrator of a pool, whom the template makes."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import json
import re

from local_aws.people import BETTER_PASSWORD, app_client, refused
from local_aws.probe import shows
from local_aws.tokens import verified
from local_aws.world import World


def _temporary_password(world: World, address: str) -> str:
    """Read the password where its owner reads it: in the invitation, the placeholders of which it fills."""
    template = world.high_security.pool.properties["AdminCreateUserConfig"]["InviteMessageTemplate"]
    [mail] = world.mails_to(address)
    before, after = template["EmailMessage"].replace("{username}", address).split("{####}")
    found = re.fullmatch(f"{re.escape(before)}(.+){re.escape(after)}", mail.text)
    assert found, f"the mail says {mail.text!r}"
    assert mail.subject == template["EmailSubject"]
    return found[1]


@shows
def first_administrator_invited(world: World) -> None:
    """The first administrator comes with the stack, in the group and invited; no password is in the template."""
    stack = world.high_security
    address = stack.the("AWS::Cognito::UserPoolUser").properties["Username"]
    asked = {"UserPoolId": stack.outputs["UserPoolId"], "Username": address}
    groups = world.cognito.admin_list_groups_for_user(**asked)["Groups"]
    assert [each["GroupName"] for each in groups] == ["administrators"]
    assert _temporary_password(world, address) not in json.dumps(stack.template)


@shows
def first_administrator_sets_a_password(world: World) -> None:
    """The password of the invitation leads to a new one and no further; then the token has the group."""
    client = app_client(world, world.high_security, "PaymentsClientId")
    address = world.high_security.the("AWS::Cognito::UserPoolUser").properties["Username"]
    temporary = _temporary_password(world, address)
    assert client.must_change_password(address, temporary)
    tokens = client.change_temporary(address, temporary, BETTER_PASSWORD)
    assert verified(client, tokens["AccessToken"], "access")["cognito:groups"] == ["administrators"]
    with refused("NotAuthorizedException"):
        client.sign_in(address, temporary)
