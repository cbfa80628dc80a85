"""Secrets that a template refers to are filled in before it is compared with what is live."""

from typing import Any

import pytest

from local_aws.dynamic_references import filled_in

KEPT = {"shop/google": '{"client_secret": "of Google"}', "shop/key": "of Apple"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{{resolve:secretsmanager:shop/key:SecretString}}", "of Apple"),
        ("{{resolve:secretsmanager:shop/google:SecretString:client_secret}}", "of Google"),
        ({"key": ["a {{resolve:secretsmanager:shop/key:SecretString}}"]}, {"key": ["a of Apple"]}),
    ],
)
def test_a_secret_takes_the_place_of_its_reference(value: Any, expected: Any) -> None:
    assert filled_in(value, KEPT.__getitem__) == expected


@pytest.mark.parametrize("value", ["{{resolve:ssm:shop/key}}", "shop/key", 12, True, None, {"Ref": "Pool"}])
def test_everything_else_stays(value: Any) -> None:
    assert filled_in(value, KEPT.__getitem__) == value
