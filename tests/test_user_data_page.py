"""What docs/user-data.md tells devices to do brings them together, whoever writes first."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Any

import pytest

from docs.tables import FOLDER

[_BLOCK] = re.findall(r"^```python\n(.*?)^```", (FOLDER / "user-data.md").read_text(encoding="utf-8"), re.S | re.M)
PAGE: dict[str, Any] = {}
exec(compile(_BLOCK, "user-data.md", "exec"), PAGE)

Item = dict[str, Any]


class Api:
    """The API as the resolvers make it, for one user."""

    def __init__(self) -> None:
        self.kept: dict[str, Item] = {}
        self._moments = itertools.count(1)

    def items(self, since: str) -> list[Item]:
        return [item for item in self.kept.values() if item["changed"] > since]

    def put(self, name: str, content: str | None, version: int) -> Item:
        there = self.kept.get(name)
        if (there["version"] if there else 0) != version:
            raise PAGE["Conflict"](there)
        changed = f"2026-11-24T{next(self._moments):06}"
        self.kept[name] = {"id": name, "content": content, "version": version + 1, "changed": changed}
        return self.kept[name]


class Device:
    """One device: what it has, what it could not send, and from when it asks."""

    def __init__(self, api: Api) -> None:
        self._api, self.kept, self.waiting, self._since = api, dict[str, Item](), dict[str, str](), ""

    def catch_up(self, merge: Callable[[Any, str], str]) -> None:
        self._since = PAGE["catch_up"](self._api, self.kept, self.waiting, self._since, merge)

    def contents(self) -> dict[str, Any]:
        return {name: item["content"] for name, item in self.kept.items()}


def _both(theirs: str | None, mine: str) -> str:
    return "+".join(sorted({*(theirs or "").split("+"), *mine.split("+")} - {""}))


def test_a_device_gets_what_the_other_has_written() -> None:
    api = Api()
    browser, phone = Device(api), Device(api)
    browser.waiting = {"moby-dick": "page 3", "emma": "page 1"}
    browser.catch_up(_both)
    phone.catch_up(_both)
    assert phone.contents() == {"moby-dick": "page 3", "emma": "page 1"}
    assert browser.waiting == {}


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_what_three_devices_write_offline_is_merged_in_whatever_order_they_come_back(order: tuple[int, ...]) -> None:
    api = Api()
    devices = [Device(api) for _ in range(3)]
    for number, device in enumerate(devices):
        device.waiting = {"notes": f"note {number}"}
    for number in (*order, *order):
        devices[number].catch_up(_both)
    assert [device.contents() for device in devices] == [{"notes": "note 0+note 1+note 2"}] * 3


def test_a_conflict_in_the_middle_of_sending_is_merged_too() -> None:
    api = Api()
    device, put = Device(api), api.put

    def overtaken(name: str, content: str | None, version: int) -> Item:
        api.put = put  # type: ignore[method-assign]
        put(name, "theirs", version)
        return put(name, content, version)

    api.put = overtaken  # type: ignore[method-assign]
    device.waiting = {"notes": "mine"}
    device.catch_up(_both)
    assert device.contents() == {"notes": "mine+theirs"}
    assert api.kept["notes"]["version"] == 2


def test_what_was_deleted_too_long_ago_to_be_remembered_is_written_anew() -> None:
    api = Api()
    device = Device(api)
    device.waiting = {"notes": "old"}
    device.catch_up(_both)
    del api.kept["notes"]
    device.waiting = {"notes": "new"}
    device.catch_up(_both)
    assert (device.contents(), api.kept["notes"]["version"]) == ({"notes": "new"}, 1)


def test_a_device_asks_only_for_what_is_new() -> None:
    api = Api()
    device, other = Device(api), Device(api)
    device.catch_up(_both)
    other.waiting = {"emma": "page 1"}
    other.catch_up(_both)
    device.catch_up(_both)
    asked: list[str] = []
    items = api.items
    api.items = lambda since: asked.append(since) or items(since)  # type: ignore[method-assign,func-returns-value]
    device.catch_up(_both)
    assert asked == [api.kept["emma"]["changed"]]
