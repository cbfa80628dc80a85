"""A function of `constructs_lib.functions` as Lambda loads it: anew, with its variables."""

import json
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

FUNCTIONS = Path(__file__).parent.parent.parent / "constructs_lib" / "functions"
POOL_ID = "us-east-1_EXAMPLE"
_KEYS = {"AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none"}


def load(name: str, **variables: str) -> dict[str, Any]:
    """Run a file and give its names."""
    with patch.dict("os.environ", {**_KEYS, **variables}):
        return runpy.run_path(str(FUNCTIONS / f"{name}.py"))


def handler_of(loaded: dict[str, Any]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Give the handler, which gets what has gone through JSON and whose answer does so too."""

    def called(event: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(json.dumps(loaded["handler"](json.loads(json.dumps(event)), None)))
        return answer

    return called


def event(source: str, user_name: str, request: dict[str, Any], response: Any, version: str = "1") -> dict[str, Any]:
    """Make an event with what all of them have, as the guide shows it."""
    return {
        "version": version,
        "triggerSource": source,
        "region": "us-east-1",
        "userPoolId": POOL_ID,
        "userName": user_name,
        "callerContext": {"awsSdkVersion": "aws-sdk-unknown-unknown", "clientId": "1example23456789"},
        "request": request,
        "response": response,
    }


SIGN_UP_ANSWER = {"autoConfirmUser": False, "autoVerifyEmail": False, "autoVerifyPhone": False}


def sign_up(source: str, user_name: str = "ada", **attributes: str) -> dict[str, Any]:
    """Make the event before a sign-up."""
    return event(
        f"PreSignUp_{source}", user_name, {"userAttributes": attributes, "validationData": None}, SIGN_UP_ANSWER
    )
