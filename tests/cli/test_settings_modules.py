"""`userpool check settings.py`: settings are judged in their own words, with their place in the module."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Userpool

MODULE = """\
from constructs_lib import AppClient, PasswordPolicy, UserPoolSettings, profiles, single_page_app

addresses = ["http://shop.example/in"]
shop = profiles.standard(
    name="shop",
    password_policy=PasswordPolicy(min_length=3),
    app_clients={
        "web": single_page_app(callback_urls=["https://shop.example", "http://shop.example/in"]),
        "other": single_page_app(callback_urls=addresses),
    },
)
_private = UserPoolSettings(password_policy=PasswordPolicy(min_length=2))
number = 1
"""


def _write(text: str = MODULE, name: str = "settings.py") -> None:
    Path(name).write_text(text, encoding="utf-8")


def test_findings_stand_where_the_value_is_said(userpool: Userpool) -> None:
    _write()
    told = json.loads(userpool("check", "--format", "json", "settings.py").out)
    errors = [one for one in told["findings"] if one["severity"] == "error"]
    assert [(one["line"], one["column"], one["path"], one["resource"]) for one in errors] == [
        (6, 36, "shop.password_policy.min_length", "shop"),
        (8, 71, 'shop.app_clients["web"].callback_urls[1]', "shop"),
        (9, 34, 'shop.app_clients["other"].callback_urls[0]', "shop"),
    ]
    assert {one["file"] for one in told["findings"]} == {"settings.py"}


def test_what_the_module_does_not_say_stands_at_its_variable(userpool: Userpool) -> None:
    _write("from constructs_lib import UserPoolSettings\n\nshop = UserPoolSettings()\n")
    told = json.loads(userpool("check", "--format", "json", "settings.py").out)
    assert {(one["line"], one["column"]) for one in told["findings"]} == {(3, 1)}


def test_a_module_imports_what_stands_beside_it(userpool: Userpool) -> None:
    _write("length = 3\n", "lengths.py")
    _write(
        "from lengths import length\nfrom constructs_lib import PasswordPolicy, UserPoolSettings\n"
        "shop: UserPoolSettings = UserPoolSettings(password_policy=PasswordPolicy(min_length=length))\n"
    )
    assert userpool("check", "settings.py").out.startswith("settings.py:3:")
    assert userpool("check", "settings.py").code == 1


def test_settings_are_acknowledged_by_their_variable(userpool: Userpool) -> None:
    _write()
    entry = {"rule": "password-policy.minimum-length", "reason": "robots", "resource": "shop"}
    _write(json.dumps({"acknowledge": [entry]}), "a.json")
    told = json.loads(userpool("check", "--format", "json", "--acknowledge", "a.json", "settings.py").out)
    assert [one["path"] for one in told["acknowledged"]] == ["shop.password_policy.min_length"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a = (\n", "settings.py: line 1: SyntaxError: '(' was never closed"),
        ("a = 1\n", "settings.py: no variable of it holds settings of a user pool or identity pool"),
        ("\nraise ValueError('one\\ntwo')\n", "settings.py: line 2: ValueError: one two"),
        ("import sys\nsys.exit(3)\n", "settings.py: line 2: SystemExit: 3"),
        (
            "from constructs_lib import UserPoolSettings\n\nshop = UserPoolSettings(nme='x')\n",
            "settings.py: line 3: TypeError: UserPoolSettings.__init__() got an unexpected keyword argument 'nme'",
        ),
    ],
    ids=["syntax", "no settings", "an error", "an exit", "a misspelt field"],
)
def test_a_module_that_cannot_be_run_is_one_sentence(userpool: Userpool, text: str, says: str) -> None:
    _write(text)
    answer = userpool("check", "settings.py")
    assert answer == (2, f"{says}\n0 errors, 0 warnings, 1 unreadable in 0 files\n", "")


def test_a_module_that_is_not_there_is_one_sentence(userpool: Userpool) -> None:
    assert userpool("check", "no.py").out.startswith("no.py: there is no such file\n")
