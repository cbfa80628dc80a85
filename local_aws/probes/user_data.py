"""One user's data on many devices: everybody reads and writes their own, and a device that was away catches up."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from local_aws.people import GOOD_PASSWORD, AppClient, app_client, created, somebody
from local_aws.probe import differs, recorded, shows
from local_aws.world import World

_ITEM = "{ owner id content version deleted changed }"
_PUT = (
    "mutation($id: ID!, $content: String!, $version: Int!)"
    f" {{ putItem(id: $id, content: $content, version: $version) {_ITEM} }}"
)
_DELETE = f"mutation($id: ID!, $version: Int!) {{ deleteItem(id: $id, version: $version) {_ITEM} }}"
_ITEMS = (
    "query($since: AWSDateTime, $limit: Int, $nextToken: String)"
    f" {{ items(since: $since, limit: $limit, nextToken: $nextToken) {{ items {_ITEM} nextToken }} }}"
)


@dataclass(frozen=True)
class Device:
    """An app on one device of somebody who is signed in there."""

    world: World
    token: str

    def ask(self, query: str, **variables: Any) -> Mapping[str, Any]:
        """Send a GraphQL request: the answer, with ``data`` or ``errors``."""
        status, answer = asked(self.world, query, variables, {"Authorization": self.token})
        assert status == 200, answer
        return answer

    def put(self, id: str, content: str, version: int) -> Mapping[str, Any]:  # noqa: A002
        answer = self.ask(_PUT, id=id, content=content, version=version)
        assert "errors" not in answer, answer
        item: Mapping[str, Any] = answer["data"]["putItem"]
        return item

    def items(self, **asked: Any) -> list[Mapping[str, Any]]:
        answer = self.ask(_ITEMS, **asked)
        assert "errors" not in answer, answer
        found: list[Mapping[str, Any]] = answer["data"]["items"]["items"]
        return found


def asked(
    world: World, query: str, variables: Mapping[str, Any], headers: Mapping[str, str]
) -> tuple[int, Mapping[str, Any]]:
    """Ask the API, as whoever the headers say."""
    where = f"{world.aws.endpoint}/v1/apis/{world.user_data.outputs['ApiId']}/graphql"
    body = json.dumps({"query": query, "variables": variables})
    answer = world.http.request("POST", where, body=body, headers={"Content-Type": "application/json", **headers})
    return answer.status, answer.json()


def _client(world: World, name: str = "Web") -> AppClient:
    return app_client(world, world.user_data, f"{name}ClientId")


def _reader(world: World) -> str:
    address = somebody("grace").email
    created(world, world.user_data, address)
    return address


def _device(world: World, address: str, app: str = "Web") -> Device:
    return Device(world, _client(world, app).sign_in(address, GOOD_PASSWORD)["AccessToken"])


@shows
def written_on_one_device_read_on_another(world: World) -> None:
    """What a reader writes in the browser is there on the phone."""
    reader = _reader(world)
    written = _device(world, reader).put("moby-dick", "page 3", version=0)
    assert _device(world, reader, "Phone").items() == [written]
    assert (written["content"], written["version"], written["deleted"]) == ("page 3", 1, False)


@shows
def everybody_sees_their_own(world: World) -> None:
    """Two readers keep an item under the same name; neither sees, changes or deletes the other's."""
    one, other = _device(world, _reader(world)), _device(world, _reader(world))
    mine, theirs = one.put("moby-dick", "mine", version=0), other.put("moby-dick", "theirs", version=0)
    other.put("moby-dick", "theirs again", version=1)
    assert other.ask(_DELETE, id="moby-dick", version=2)["data"]["deleteItem"]["deleted"]
    assert one.items() == [mine]
    assert mine["owner"] != theirs["owner"]


@shows
def no_argument_names_a_user(world: World) -> None:
    """Nobody can ask for somebody else's data: no field of the API takes a user."""
    answer = _device(world, _reader(world)).ask('query { items(owner: "somebody") { nextToken } }')
    assert answer.get("data") is None
    assert "Unknown argument 'owner'" in answer["errors"][0]["message"]


@shows
def slower_device_is_refused(world: World) -> None:
    """Of two devices that change the same version, the slower one is refused, so that nothing is overwritten unseen."""
    reader = _reader(world)
    browser, phone = _device(world, reader), _device(world, reader, "Phone")
    browser.put("moby-dick", "page 3", version=0)
    browser.put("moby-dick", "page 9", version=1)
    [error] = phone.ask(_PUT, id="moby-dick", content="page 5", version=1)["errors"]
    assert (error["errorType"], error["message"]) == ("Conflict", "another device was faster")
    [again] = phone.ask(_PUT, id="moby-dick", content="page 1", version=0)["errors"]
    assert again["errorType"] == "Conflict", "a device that knows of no item overwrites none"
    assert [item["content"] for item in browser.items()] == ["page 9"]


@shows
def device_that_was_away_catches_up(world: World) -> None:
    """A device that was offline gets what has changed since, deletions too, and then writes over what it has seen."""
    reader = _reader(world)
    browser, phone = _device(world, reader), _device(world, reader, "Phone")
    browser.put("moby-dick", "page 3", version=0)
    browser.put("emma", "page 1", version=0)
    last_seen = max(item["changed"] for item in phone.items())
    browser.put("moby-dick", "page 9", version=1)
    browser.ask(_DELETE, id="emma", version=1)
    news = {item["id"]: item for item in phone.items(since=last_seen)}
    assert {name: (item["version"], item["deleted"]) for name, item in news.items()} == {
        "moby-dick": (2, False),
        "emma": (2, True),
    }
    assert news["emma"]["content"] is None
    assert phone.put("moby-dick", "page 12", version=news["moby-dick"]["version"])["version"] == 3


@shows
def pages_of_items(world: World) -> None:
    """Somebody who keeps much gets it page by page."""
    device = _device(world, _reader(world))
    names = {f"book-{number}" for number in range(5)}
    for name in names:
        device.put(name, "page 1", version=0)
    found, token = set[str](), None
    for _ in range(3):
        page = device.ask(_ITEMS, limit=2, nextToken=token)["data"]["items"]
        found |= {item["id"] for item in page["items"]}
        token = page["nextToken"]
    assert (found, token) == (names, None)


@shows
def nobody_without_a_token(world: World) -> None:
    """Without a token there is no answer."""
    status, answer = asked(world, _ITEMS, {}, {})
    assert (status, answer["errors"][0]["errorType"]) == (401, "UnauthorizedException")


@differs("reads tokens and does not verify them (AWS: 401)")
def tokens_of_the_readers_only(world: World) -> None:
    """A token that somebody has changed is refused, and so is one of an app client that the API does not know."""
    config = world.user_data.the("AWS::AppSync::GraphQLApi").properties["UserPoolConfig"]
    clients = [world.user_data.outputs[f"{name}ClientId"] for name in ("Web", "Phone")]
    assert config["UserPoolId"] == world.user_data.outputs["UserPoolId"]
    assert config["AppIdClientRegex"] == f"^({'|'.join(clients)})$"
    header, claims, _ = _device(world, _reader(world)).token.split(".")
    status, answer = asked(world, _ITEMS, {}, {"Authorization": f"{header}.{claims}.{'A' * 342}"})
    assert (status, "errors" in answer) == (200, False), "verifies tokens now, as AWS does"


@differs("does not tell what is there now (AWS: the item, in the error's data)")
def slower_device_is_told_what_is_there(world: World) -> None:
    """A device that was slower is told what the other one has written, to merge it with its own."""
    device = _device(world, _reader(world))
    device.put("moby-dick", "page 3", version=0)
    [error] = device.ask(_PUT, id="moby-dick", content="page 5", version=0)["errors"]
    assert error["errorType"] == "Conflict"
    assert error.get("data") is None, "tells it now, as AWS does"


@recorded("no subscription is served")
def devices_are_told_at_once(world: World) -> None:
    """A device hears at once of what its user's other devices change, and of nobody else's."""
    found = [each for each in world.user_data.resources.values() if each.type == "AWS::AppSync::Resolver"]
    [resolver] = [each.properties for each in found if each.properties["TypeName"] == "Subscription"]
    assert resolver["FieldName"] == "changedItem"
    assert "owner: { eq: ctx.identity.sub }" in resolver["Code"]
