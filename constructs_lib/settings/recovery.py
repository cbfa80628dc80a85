"""How a user who forgot the password gets a new one.

https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
"""

from dataclasses import field
from typing import Any, Literal

from constructs_lib.declarations import Given, Part, declared, named, prop
from constructs_lib.declarations.codecs import Listed, PartOf
from constructs_lib.resources.values import Json, is_list, same

RecoveryName = Literal["verified_email", "verified_phone_number", "admin_only"]


@declared
class RecoveryMechanism(Part):
    """A recovery mechanism whose priority is not its place in the list."""

    name: Given[RecoveryName] = field(metadata=named("Name"), kw_only=False)
    """Where the code is sent, or ``admin_only`` where users cannot help themselves."""

    priority: Given[int] | None = prop("Priority")
    """1 for the mechanism tried first, 2 for the other."""


class Ranking(Listed):
    """A list of names in the order in which they are tried: the first has priority 1."""

    def __init__(self) -> None:
        super().__init__(PartOf(RecoveryMechanism))
        self.wanted = "a list of recovery mechanisms, the first one tried first"

    def check(self, value: Any) -> Any:
        if isinstance(value, str) or not is_list(value):
            raise self.refuse(value)
        checked = tuple(item if isinstance(item, str) else self.item.check_any(item) for item in value)
        return self.read(self.write(checked))  # one value, one spelling: the name alone where the place says the rest

    def write(self, value: Any) -> Json:
        return [
            {"Name": item, "Priority": rank} if isinstance(item, str) else self.item.write_any(item)
            for rank, item in enumerate(value, start=1)
        ]

    def read(self, json: Json) -> Any:
        if not is_list(json):
            return super().read(json)
        return tuple(
            item["Name"] if self._ranked(item, rank) else self.item.read(item)
            for rank, item in enumerate(json, start=1)
        )

    @staticmethod
    def _ranked(item: Json, rank: int) -> bool:
        named = isinstance(item, dict) and isinstance(item.get("Name"), str)
        return named and same(item, {"Name": item["Name"], "Priority": rank})
