"""What is shared among processors is found as if one had found it all."""

import json
import os
from pathlib import Path
from typing import NoReturn

import pytest

from constructs_lib.cli import check, processors
from constructs_lib.readers.source import UnreadableError
from tests.cli.conftest import Userpool


def _by_whom(part: str) -> list[tuple[str, int]]:
    return [(part, os.getpid())]


@pytest.mark.parametrize("count", [1, 2, 8])
def test_what_is_found_comes_in_the_order_of_the_parts(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processors, "_processors", lambda: count)
    found = list(processors.shared(_by_whom, "shop"))
    assert "".join(part for part, _ in found) == "shop"
    assert ({process for _, process in found} == {os.getpid()}) == (count == 1)


def test_where_processes_cannot_be_made_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_semaphores(_: str) -> NoReturn:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(processors, "_processors", lambda: 2)
    monkeypatch.setattr("multiprocessing.get_context", without_semaphores)
    assert list(processors.shared(_by_whom, "ab")) == [("a", os.getpid()), ("b", os.getpid())]


def test_what_goes_wrong_in_another_process_is_told_in_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(part: str) -> list[str]:
        raise UnreadableError(f"{part}: cannot be read")

    monkeypatch.setattr(processors, "_processors", lambda: 2)
    with pytest.raises(UnreadableError, match=r"^a: cannot be read$"):
        list(processors.shared(fail, "ab"))


def test_many_files_are_judged_as_a_few_are(userpool: Userpool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        pool = {"Type": "AWS::Cognito::UserPool", "Properties": {"MfaConfiguration": "MAYBE", "UserPoolName": name}}
        Path(f"{name}.json").write_text(json.dumps({"Resources": {"Pool": pool}}), encoding="utf-8")
    described = {"UserPool": {"Id": "eu-central-1_Abc", "Name": "described", "MfaConfiguration": "OFF"}}
    Path("described.json").write_text(json.dumps(described), encoding="utf-8")
    alone = userpool("check", ".", "--format=json")
    monkeypatch.setattr(check, "_WORTH_SHARING", 0)
    monkeypatch.setattr(processors, "_processors", lambda: 2)
    assert userpool("check", ".", "--format=json") == alone
    assert {one["file"] for one in json.loads(alone.out)["findings"]} == {
        *("a.json", "b.json", "c.json"),
        "described.json",
    }
