"""What the answer about a resource says by other means than a property of the same form, by the resource's type."""

from collections.abc import Callable, Mapping

from constructs_lib.readers.described.draft import Draft, inside
from constructs_lib.readers.described.providers import FOUND_OUT, NEVER_PRINTED, SECRETS
from constructs_lib.readers.described.user_pool import user_pool
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    MANAGED_LOGIN_BRANDING,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_IDENTITY_PROVIDER,
)


def _user_pool(pool: Draft) -> None:
    user_pool(pool)
    _without_tags_of_aws(pool, "UserPoolTags")


def _app_client(client: Draft) -> None:
    """Say that it has a secret, and not which."""
    client.put("GenerateSecret", bool(client.said.get("ClientSecret")), inside(client.at, "ClientSecret"))


def _identity_provider(provider: Draft) -> None:
    """Leave out what Cognito has found out, and ask for secrets."""
    details, kind = provider.properties.get("ProviderDetails"), str(provider.properties.get("ProviderType"))
    if isinstance(details, dict):
        found_out = FOUND_OUT.get(kind, frozenset())
        given = {name: value for name, value in details.items() if name not in found_out and value}
        provider.properties["ProviderDetails"] = given
        for name in SECRETS:
            if name in given or NEVER_PRINTED.get(kind) == name:
                provider.ask("".join(word.capitalize() for word in name.split("_")), "ProviderDetails", name)


def _branding(branding: Draft) -> None:
    """Ask for the app client, which the answer does not name."""
    if "ClientId" not in branding.properties:
        branding.ask("ClientId", "ClientId")


def _identity_pool(pool: Draft) -> None:
    """Write the tags as a list."""
    _without_tags_of_aws(pool, "IdentityPoolTags")
    tags = pool.properties.get("IdentityPoolTags")
    if isinstance(tags, dict):
        pool.properties["IdentityPoolTags"] = [{"Key": key, "Value": value} for key, value in tags.items()]
        for index, key in enumerate(tags):
            place = inside(pool.at, "IdentityPoolTags", key)
            pool.places |= {("IdentityPoolTags", index): place, ("IdentityPoolTags", index, "Value"): place}


def _without_tags_of_aws(pool: Draft, name: str) -> None:
    """Leave out tags such as the name of the stack that has made a pool: nobody else may set them.

    https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
    """
    tags = pool.properties.pop(name, None)
    own = {key: value for key, value in tags.items() if not key.startswith("aws:")} if isinstance(tags, dict) else tags
    if own:
        pool.properties[name] = own


OF_TYPE: Mapping[str, Callable[[Draft], None]] = {
    USER_POOL: _user_pool,
    USER_POOL_CLIENT: _app_client,
    USER_POOL_IDENTITY_PROVIDER: _identity_provider,
    MANAGED_LOGIN_BRANDING: _branding,
    IDENTITY_POOL: _identity_pool,
}
