"""An app is held against its lock when it is synthesized; synth never writes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Stack, aws_cognito
from aws_cdk.assertions import Annotations, Match

from constructs_lib import UserPoolSettings, profiles
from constructs_lib.cdk import CognitoUserPool, lock_user_pools
from constructs_lib.cdk.lock import NAME
from constructs_lib.cli.main import main

Build = Callable[[App], Any]


def _ours(**more: Any) -> Build:
    return lambda app: CognitoUserPool(Stack(app, "Shop"), "Users", settings=profiles.standard(name="shop", **more))


def _by_hand(construct_id: str = "Users", **aliases: bool) -> Build:
    sign_in = aws_cognito.SignInAliases(**aliases)
    return lambda app: aws_cognito.UserPool(Stack(app, "Shop"), construct_id, sign_in_aliases=sign_in)


class Place:
    """A folder with a lock in it, and an app that is synthesized there again and again."""

    def __init__(self, folder: Path) -> None:
        self.lock, self._out = folder / "userpool.lock.json", folder / "cdk.out"

    def synth(self, build: Build, *, whole: bool = True) -> list[tuple[str, str]]:
        """Give the rules and texts of what is told; what fails the synthesis is told too."""
        app = App(outdir=str(self._out))
        if whole:
            lock_user_pools(app, str(self.lock))
        build(app)
        failed = False
        try:
            app.synth()
        except RuntimeError:
            failed = True
        assert failed == any(severity == "error" for severity, _, _ in self._told())
        return [(rule, text) for _, rule, text in self._told()]

    def _told(self) -> list[tuple[str, str, str]]:
        report = self._out / "validation-report.json"
        plugins = json.loads(report.read_text(encoding="utf-8"))["pluginReports"] if report.exists() else []
        ours = [plugin for plugin in plugins if plugin["pluginName"] == NAME]  # CDK's own may have a word to say too
        violations = [found for plugin in ours for found in plugin["violations"]]
        return [(found["severity"], found["ruleName"], found["description"]) for found in violations]

    def record(self, *arguments: str) -> int:
        return main(["lock", str(self._out), "--lock", str(self.lock), *arguments])


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.mark.parametrize("build", [_ours(), _by_hand(email=True)], ids=["ours", "by hand"])
def test_a_pool_that_is_not_recorded_asks_for_it_and_is_content_then(place: Place, build: Build) -> None:
    [(rule, text)] = place.synth(build)
    assert rule == "not-recorded"
    assert text.endswith("is not in the lock\n   fix: run userpool lock and commit the file")
    assert not place.lock.exists()
    assert place.record() == 0
    assert place.synth(build) == []


def test_a_harmful_difference_fails_the_synthesis_until_it_is_accepted(place: Place) -> None:
    place.synth(_ours())
    place.record()
    before = place.lock.read_text(encoding="utf-8")
    [(rule, text)] = place.synth(_ours(sign_in_case_sensitive=True))
    assert rule == "differs"
    assert text.splitlines()[0].endswith(": UsernameConfiguration.CaseSensitive: was false, is true")
    assert place.lock.read_text(encoding="utf-8") == before
    name = text.partition(":")[0]
    assert place.record("--accept", name, "--reason", "nobody has signed up yet") == 0
    assert place.synth(_ours(sign_in_case_sensitive=True)) == []


def test_a_hand_written_pool_is_held_to_its_sign_in(place: Place) -> None:
    place.synth(_by_hand(email=True))
    place.record()
    [(rule, text)] = place.synth(_by_hand(email=True, phone=True))
    assert (rule, text.splitlines()[1]) == (
        "differs",
        "   AWS refuses the update: how users sign in is decided when a pool is made",
    )


def test_a_pool_that_is_gone_is_seen(place: Place) -> None:
    place.synth(_by_hand(email=True))
    place.record()
    [(rule, text)] = place.synth(lambda app: Stack(app, "Shop"))
    assert (rule, text.partition(": ")[2].splitlines()[0].partition(":")[0]) == ("differs", "logical id")


def test_a_renamed_pool_is_told_how_to_stay(place: Place) -> None:
    place.synth(_by_hand(email=True))
    place.record()
    told = dict(place.synth(_by_hand("People", email=True)))
    assert 'if it was renamed, logical_ids={"Resource": "Users0A0EEA89"} keeps it' in told["differs"]


def test_a_stack_that_is_gone_is_seen_by_the_app(place: Place) -> None:
    place.synth(_by_hand(email=True))
    place.record()
    [(rule, _)] = place.synth(lambda app: Stack(app, "Other"))
    assert rule == "differs"


def test_a_stack_is_held_against_its_own_part_of_the_lock(place: Place) -> None:
    def two(app: App, *, locked: bool, **aliases: bool) -> None:
        for name in ("Shop", "Other"):
            stack = Stack(app, name)
            if locked and name == "Other":
                lock_user_pools(stack, str(place.lock))
            aws_cognito.UserPool(stack, "Users", sign_in_aliases=aws_cognito.SignInAliases(**aliases))

    place.synth(lambda app: two(app, locked=False, email=True), whole=False)
    place.record()
    told = place.synth(lambda app: two(app, locked=True, phone=True), whole=False)
    assert [text.partition("/")[0] for _, text in told] == ["Other"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{}", "is no lock, which `userpool lock` writes"),
        ("{", "not JSON: expecting property name enclosed in double quotes in line 1, column 2"),
    ],
)
def test_a_lock_that_cannot_be_read_fails_the_synthesis_in_one_sentence(place: Place, text: str, says: str) -> None:
    place.lock.write_text(text, encoding="utf-8")
    assert place.synth(_by_hand(email=True)) == [("unreadable", f"{place.lock}: {says}")]


def _warned(build: Build, *, locked: bool) -> bool:
    app = App()
    if locked:
        lock_user_pools(app)
    made = build(app)
    told = Annotations.from_stack(Stack.of(made)).find_warning("*", Match.string_like_regexp("no lock watches"))
    return bool(told)


def test_a_pool_that_is_to_last_and_has_no_lock_is_warned_of() -> None:
    assert _warned(_ours(), locked=False)
    assert not _warned(_ours(), locked=True)


def test_a_pool_that_goes_with_its_stack_needs_no_lock() -> None:
    assert not _warned(_ours(disposable=True), locked=False)


def test_who_wants_no_lock_says_so() -> None:
    def build(app: App) -> CognitoUserPool:
        known = {"lifecycle.not-locked": "an example"}
        return CognitoUserPool(Stack(app, "Shop"), "Users", settings=UserPoolSettings(), acknowledge=known)

    assert not _warned(build, locked=False)
