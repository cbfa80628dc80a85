"""`userpool lock`: recording, checking, accepting; written whole or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Userpool

LOCK = Path("userpool.lock.json")


def _template(name: str = "shop.json", **properties: Any) -> None:
    pool = {"Type": "AWS::Cognito::UserPool", "Properties": properties}
    Path(name).write_text(json.dumps({"Resources": {"Users": pool}}), encoding="utf-8")


def _assembly(**stacks: dict[str, Any]) -> None:
    folder = Path("cdk.out")
    folder.mkdir(exist_ok=True)
    artifacts = {}
    for name, resources in stacks.items():
        (folder / f"{name}.template.json").write_text(json.dumps({"Resources": resources}), encoding="utf-8")
        properties = {"templateFile": f"{name}.template.json"}
        where = "aws://111122223333/eu-central-1"
        artifacts[name] = {
            "type": "aws:cloudformation:stack",
            "environment": where,
            "properties": properties,
            "displayName": f"Live/{name}",
        }
    (folder / "manifest.json").write_text(json.dumps({"artifacts": artifacts}), encoding="utf-8")
    (folder / "cdk.out").write_text("{}", encoding="utf-8")


def _pool(**properties: Any) -> dict[str, Any]:
    metadata = {"aws:cdk:path": "Live/Shop/Users/Resource"}
    return {"UsersA1": {"Type": "AWS::Cognito::UserPool", "Metadata": metadata, "Properties": properties}}


def test_what_cannot_change_is_recorded_once(userpool: Userpool) -> None:
    _assembly(Shop=_pool(UsernameAttributes=["email"]), Other={})
    assert userpool("lock") == (0, "userpool.lock.json: 1 pool recorded\n", "")
    stacks = json.loads(LOCK.read_text(encoding="utf-8"))["stacks"]
    assert list(stacks) == ["111122223333/eu-central-1/Live/Shop"]
    assert stacks["111122223333/eu-central-1/Live/Shop"]["Users/Resource"]["UsernameAttributes"] == ["email"]
    assert userpool("lock") == (0, "", "")
    assert userpool("lock", "--check") == (0, "userpool.lock.json: nothing differs\n", "")


def test_a_harmful_difference_is_refused_and_nothing_is_written(userpool: Userpool) -> None:
    _assembly(Shop=_pool(UsernameAttributes=["email"]))
    userpool("lock")
    before = LOCK.read_text(encoding="utf-8")
    _assembly(Shop=_pool(UsernameAttributes=["phone_number"]))
    answer = userpool("lock")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith('Live/Shop/Users/Resource: UsernameAttributes: was ["email"], is ["phone_number"]\n')
    assert userpool("lock", "--check").code == 1
    assert LOCK.read_text(encoding="utf-8") == before


def test_what_is_not_recorded_yet_fails_the_check_alone(userpool: Userpool) -> None:
    _assembly(Shop=_pool())
    userpool("lock")
    _assembly(Shop=_pool(Schema=[{"Name": "tenant", "AttributeDataType": "String"}]))
    answer = userpool("lock", "--check")
    assert (answer.code, answer.out.splitlines()[-1]) == (1, "   fix: run userpool lock and commit the file")
    assert userpool("lock").code == 0
    assert userpool("lock", "--check").code == 0


def test_a_stack_that_is_gone_is_refused(userpool: Userpool) -> None:
    _assembly(Shop=_pool())
    userpool("lock")
    _assembly(Other={})
    assert 'Live/Shop/Users/Resource: logical id: was "UsersA1", is left out' in userpool("lock", "--check").out


def test_a_difference_that_is_meant_is_recorded_with_its_reason(userpool: Userpool) -> None:
    _assembly(Shop=_pool(UsernameAttributes=["email"]))
    userpool("lock")
    _assembly(Shop=_pool(UsernameAttributes=["phone_number"]))
    answer = userpool("lock", "--accept", "Live/Shop/Users", "--reason", "a new pool, nobody uses the old one")
    accepted = "userpool.lock.json: accepted for Live/Shop/Users: a new pool, nobody uses the old one\n"
    assert answer == (0, accepted, "")
    assert userpool("lock", "--check").code == 0
    assert json.loads(LOCK.read_text(encoding="utf-8"))["accepted"] == [
        {
            "stack": "Live/Shop",
            "pool": "Users/Resource",
            "facts": ["UsernameAttributes"],
            "reason": "a new pool, nobody uses the old one",
        }
    ]


def test_a_template_is_a_stack_of_its_files_name(userpool: Userpool) -> None:
    _template()
    assert userpool("lock", "shop.json", "--region", "eu-central-1").code == 0
    assert list(json.loads(LOCK.read_text(encoding="utf-8"))["stacks"]) == ["*/eu-central-1/shop"]
    _template("other.json")
    assert userpool("lock", "other.json", "--check").code == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON: expecting property name enclosed in double quotes in line 1, column 2"),
        ("{}", "is no lock, which `userpool lock` writes"),
        (
            '{"userpool lock": 9}',
            "is a lock of version 9, and this library knows version 1: use a newer one",
        ),
        (
            '{\n<<<<<<< HEAD\n"a": 1\n=======\n>>>>>>> other\n}',
            "holds the marks of a merge conflict: keep the lines of both sides, without them",
        ),
    ],
    ids=["half-written", "something else", "newer", "a merge conflict"],
)
@pytest.mark.parametrize("more", [(), ("--check",), ("--accept", "Shop", "--reason", "why")])
def test_a_lock_that_cannot_be_read_is_one_sentence(
    userpool: Userpool, text: str, says: str, more: tuple[str, ...]
) -> None:
    _template()
    LOCK.write_text(text, encoding="utf-8")
    answer = userpool("lock", "shop.json", *more)
    assert answer == (2, "", f"userpool.lock.json: {says}\n")
    assert LOCK.read_text(encoding="utf-8") == text


def test_no_template_is_one_sentence_and_no_lock(userpool: Userpool) -> None:
    assert userpool("lock") == (2, "", "cdk.out: cannot be read: no such file or directory\n")
    Path("shop.json").write_text("{}", encoding="utf-8")
    answer = userpool("lock", "shop.json")
    assert answer == (2, "", "shop.json: is no CloudFormation template, which has Resources\n")
    assert not LOCK.exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--accept", "Shop"), "--accept needs a --reason"),
        (("--accept", "Shop", "--reason", " "), "--accept needs a --reason"),
        (("--accept", "Shop", "--reason", "why", "--check"), "--accept writes, and --check does not: say one of them"),
    ],
)
def test_an_acceptance_needs_a_reason_and_is_no_check(
    userpool: Userpool, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    with pytest.raises(SystemExit):
        userpool("lock", *arguments)
    assert capsys.readouterr().err.endswith(f"error: {says}\n")


def test_nothing_to_accept_is_told(userpool: Userpool) -> None:
    _template()
    userpool("lock", "shop.json")
    answer = userpool("lock", "shop.json", "--accept", "shop/Users", "--reason", "why")
    says = "--accept shop/Users: nothing of it differs from userpool.lock.json in a way that does harm\n"
    assert answer == (2, "", says)


def test_a_template_without_a_pool_leaves_no_lock_behind(userpool: Userpool) -> None:
    Path("files.json").write_text('{"Resources": {"Files": {"Type": "AWS::S3::Bucket"}}}', encoding="utf-8")
    says = "files.json: there is no user pool and no identity pool in it that is to last\n"
    assert userpool("lock", "files.json") == (2, "", says)
    assert not LOCK.exists()


def test_an_app_whose_last_pool_is_gone_on_purpose_keeps_its_lock(userpool: Userpool) -> None:
    _assembly(Shop=_pool())
    userpool("lock")
    _assembly(Shop={})
    assert userpool("lock", "--accept", "Live/Shop/Users", "--reason", "the shop is closed").code == 0
    assert userpool("lock") == (0, "", "")
