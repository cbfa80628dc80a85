"""Where the story plays: its app as it was deployed first, the lock beside it, and somebody in every pool."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from local_aws.command_line import CommandLine
from local_aws.deployed import Stack, describe_stack
from local_aws.people import GOOD_PASSWORD, AppClient, Person, app_client, customer, somebody
from local_aws.server import LocalAws
from local_aws.story import app
from local_aws.story.suppliers import made_by_hand
from local_aws.tokens import verified
from local_aws.userpool import Userpool
from local_aws.world import World

ADMINISTRATOR = "grace"


@dataclass(frozen=True)
class Inhabitant:
    """Somebody with an account: how they sign in, and the immutable id that they had at first."""

    client: AppClient
    person: Person
    sub: str

    def signs_in(self) -> None:
        """Sign in through the same app client with the same password, and be the same person."""
        assert signed_in(self.client, self.person) == self.sub, "somebody else has this user name now"


@dataclass(frozen=True)
class Scene:
    """The story's app after its first deployment; `cdk` and `userpool` go on with it."""

    world: World
    cdk: CommandLine
    userpool: Userpool
    customer: Inhabitant
    administrator: Inhabitant
    supplier: Inhabitant

    @property
    def folder(self) -> Path:
        return self.userpool.folder

    @property
    def before(self) -> Path:
        return self.folder / "before.out"

    @property
    def changed(self) -> Path:
        return self.folder / "changed.out"

    @property
    def adopted(self) -> Path:
        return self.folder / "adopted.out"

    @property
    def lock(self) -> Path:
        return self.folder / "userpool.lock.json"

    def everybody_signs_in(self) -> None:
        for somebody_there in (self.customer, self.administrator, self.supplier):
            somebody_there.signs_in()

    def stack(self, name: str) -> Stack:
        return describe_stack(self.world.aws, name)

    def context(self, **said: str) -> Mapping[str, str]:
        """Say at which point of the story the app is."""
        return context(self.folder, **said)


def context(folder: Path, **said: str) -> Mapping[str, str]:
    """Give the app's context; names are without the word that all of it begins with."""
    return {app.LOCK: str(folder / "userpool.lock.json"), **{f"story:{name}": value for name, value in said.items()}}


def begin(aws: LocalAws, *, quiet: bool) -> Scene:
    """Deploy the app, and have somebody in each of its pools, and in one that no app knows."""
    folder, world = aws.place.root / "story", World(aws, {})
    folder.mkdir()
    cdk = CommandLine(aws, quiet, Path(app.__file__))
    cdk.synth(folder / "before.out", context(folder))
    cdk.deploy(folder / "before.out")
    shop = app_client(world, describe_stack(aws, "Shop"))
    office = app_client(world, describe_stack(aws, "Office"))
    first = Person(ADMINISTRATOR, "", "")
    world.cognito.admin_set_user_password(
        UserPoolId=office.pool_id, Username=first.username, Password=GOOD_PASSWORD, Permanent=True
    )
    return Scene(
        world,
        cdk,
        Userpool(aws, folder, quiet),
        inhabitant(shop, customer(world, shop, by_address(somebody("constant")))),
        inhabitant(office, first),
        inhabitant(*made_by_hand(world)),
    )


def by_address(person: Person) -> Person:
    """Call somebody by their address, where people sign in with that."""
    return Person(person.email, person.email, person.phone_number)


def inhabitant(client: AppClient, person: Person) -> Inhabitant:
    """Have somebody sign in for the first time."""
    return Inhabitant(client, person, signed_in(client, person))


def signed_in(client: AppClient, person: Person) -> str:
    """Sign somebody in, and return the immutable id that their tokens name."""
    tokens = client.sign_in(person.username, person.password)
    sub: str = verified(client, tokens["IdToken"], "id")["sub"]
    return sub
